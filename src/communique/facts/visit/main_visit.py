"""The visits of a text → which of them it is about; the others it tells by the way."""

from __future__ import annotations

from communique.facts.visit.apart import is_off, only_met, went_together
from communique.facts.visit.journey import Journey
from communique.facts.visit.no_journey import is_call
from communique.mentions import Page
from communique.text import Span

HISTORY = 4  # years whose visits a history tells of
OLD = 100  # days before the text from which on a visit told by the way is another than the one at hand


def choose_main(groups: list[Journey], page: Page) -> None:
    """The main visits: of the guest that the text tells most of, in the title first; the rest is background."""
    if not groups:
        return

    def weight(group: Journey) -> tuple[int, ...]:
        there = [t for t in group.tellings if not t.background]
        return (
            not any(t.gives("asked") == "only" for t in group.tellings),
            any(t.title for t in group.tellings),
            len({t.sentence for t in there if t.host_country}) - 2 * all(t.background for t in group.tellings),
            len({t.sentence for t in there}),
            not only_met(group.tellings),
            -group.tellings[0].sentence,
        )

    best = max(groups, key=weight)
    best.best = True
    best.by_the_way = _is_by_the_way(best, groups, page)
    for group in groups:
        same_guest = group.guest is not None and best.guest is not None and group.guest.same_as(best.guest)
        near = _same_tour(group, best)
        group.main = group is best or (
            not (best.by_the_way or (any(t.background for t in group.tellings) and not _in_same_words(group, best)))
            and _is_told_of(group, best)
            and (near or not (same_guest or only_met(group.tellings)))
            and (not is_off(group.tellings) or is_off(best.tellings))
            and (group.host_country != best.host_country or went_together(group.tellings, best.tellings))
            and not _is_returned(group, best)
        )


def _is_by_the_way(best: Journey, groups: list[Journey], page: Page) -> bool:
    """Whether a text tells even of its chief visit by the way: in one sentence, long ago, or before others of it.

    A text that begins with a talk by telephone only speaks of the visit that was made before.
    """
    spoken_of = all(t.nominal or t.background or t.rule == "visit.placed" for t in best.tellings)
    if spoken_of and not best.tellings[0].title and best.first("status") in (None, "completed") and is_call(page):
        return True
    today, when = page.today(), best.first("when")
    sentences = len({t.sentence for t in best.tellings})
    if not isinstance(when, Span) or best.tellings[0].title:
        return False
    past = [day for g in groups if g.first("status") != "planned" and isinstance(day := g.first("when"), Span)]
    now = today.first if today is not None else max((day.first for day in past), default=when.first)
    years = {day.first.year for day in past if (now - day.last).days > OLD}
    owned = all(t.gives("whose") for t in best.tellings)  # "his visit to Vesta in January": only spoken of
    few = sentences == 1 or (sentences == 2 and (owned or len(years) >= HISTORY))
    return (now - when.last).days > OLD and few


def _in_same_words(group: Journey, best: Journey) -> bool:
    """Whether the same words tell both: "will visit Vesta and Moor"."""
    return any(t.match is not None and t.match is other.match for t in group.tellings for other in best.tellings)


def _is_told_of(group: Journey, best: Journey) -> bool:
    """Whether a text is about a journey beside its main one: by its title, its words or its sentences."""
    same = _in_same_words(group, best)
    return same or any(t.title for t in group.tellings) or len({t.sentence for t in group.tellings}) > 1


def _is_returned(group: Journey, best: Journey) -> bool:
    """Whether it is the visit that the main one returns or is returned by."""
    sides = group.tellings[0].guest_country, group.host_country
    return sides == (best.host_country, best.tellings[0].guest_country)


def _same_tour(one: Journey, two: Journey) -> bool:
    a, b = one.first("when"), two.first("when")
    return a is None or b is None or abs((a.first - b.first).days) <= 15  # type: ignore[attr-defined]
