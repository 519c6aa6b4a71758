"""Turns the tellings of one text into its visits: tellings of one journey become one fact, the main one first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from communique.facts.visit.apart import apart
from communique.facts.visit.circumstances import event_at_hand, notice_at_hand
from communique.facts.visit.dated import days_of
from communique.facts.visit.declared import days_at_hand, kind_at_hand, last_day, moved_to, status
from communique.facts.visit.for_event import EVENT_ONLY
from communique.facts.visit.in_office import put_in_time
from communique.facts.visit.journey import Journey
from communique.facts.visit.journey_days import dates, day_under_way, own_days
from communique.facts.visit.journey_told import Telling, is_of_these_days
from communique.facts.visit.main_visit import OLD, choose_main
from communique.facts.visit.places import capital_named, place_of
from communique.facts.visit.words_of import AtHand
from communique.mentions import Figure, Page
from communique.records import Evidence, VisitFact
from communique.text import Span

LEAD = 2  # sentences behind the first in which a text says what it is about
COMPARED = "comparison."  # rules of what a visit is measured against


def journeys(found: list[Telling], page: Page) -> list[Journey]:
    """The visits of a text, in order of their first telling; tellings without a place only add to others."""
    groups: list[Journey] = []
    today, lead = page.today(), _lead_of_now(page)
    for telling in found:
        put_in_time(page, telling)
        if _is_at_scene(telling, found, page):
            telling.host_country = page.scene
    for telling in sorted(found, key=lambda t: (t.host_country is None, t.sentence, t.start)):
        if telling.host_country is None and _comes_from(telling, found):
            continue
        homes = [g for g in groups if _joins(g, telling, today) and not _is_of_old(g, telling, today, lead)]
        unplaced = telling.host_country is None
        homes.sort(
            key=lambda g: (
                telling.when is None and g.tellings[-1].sentence != telling.sentence,
                unplaced and g.host_country != page.scene,
            )
        )
        if homes:
            several = len({g.host_country for g in homes}) > 1 and telling.phase != "begin"
            if several and telling.when is not None and telling.when.end and not telling.background:
                for home in homes:
                    home.add(msgspec.structs.replace(telling, tour=True))  # "these countries from 8 to 14 May"
            else:
                homes[0].add(_undated(telling) if several else telling)
        elif (placed := _placed(telling, groups)) is not None:
            groups.append(Journey([]))
            groups[-1].add(placed)
    for group in groups:
        group.tellings.sort(key=lambda t: (t.sentence, t.start))
    groups.sort(key=lambda g: (g.tellings[0].sentence, g.tellings[0].start))
    choose_main(groups, page)
    return groups


def _is_at_scene(telling: Telling, found: Sequence[Telling], page: Page) -> bool:
    """Whether a visit of these days, told without its place, is where the text was written, as others of its guest."""
    if telling.host_country is not None or telling.background or page.scene in (None, telling.guest_country):
        return False
    sides = (telling.guest_country, page.scene)
    return is_of_these_days(telling.when, page.today()) and any(t.sides == sides for t in found)


def _undated(telling: Telling) -> Telling:
    """A telling of a tour of several countries, "his trip in May": its days are those of no one of them."""
    return msgspec.structs.replace(telling, when=None, days=None)


def _placed(telling: Telling, groups: list[Journey]) -> Telling | None:
    """A telling with its country; "his state visit in February" went where the same guest's other visit goes."""
    if telling.host_country is not None:
        return telling
    if telling.guest is None or (telling.when is None and telling.kind is None):
        return None
    for group in groups:
        if group.guest is not None and group.guest.same_as(telling.guest):
            telling.host_country, telling.background = group.host_country, True
            return telling
    return _before_him(telling, groups)


def _before_him(telling: Telling, groups: list[Journey]) -> Telling | None:
    """A dated visit of an earlier leader of the country whose visit is told, "Penn's 1993 visit": to the same place."""
    if telling.when is None or telling.guest is None or not telling.guest.former or not groups:
        return None
    first = groups[0]
    if telling.guest_country != first.tellings[0].guest_country:
        return None
    telling.host_country, telling.background = first.host_country, True
    return telling


def _joins(group: Journey, telling: Telling, today: Span | None) -> bool:
    one = group.tellings[0]
    if _is_old(one, today) != _is_old(telling, today):
        return False
    if one.guest_country != telling.guest_country or _is_of_now(group, telling, today):
        return False
    if telling.host_country is not None and one.host_country != telling.host_country:
        return False
    guest = group.met
    if guest and telling.guest and guest.name and telling.guest.name and not guest.same_as(telling.guest):
        return False
    if guest and telling.guest and guest.rank != telling.guest.rank and not guest.same_as(telling.guest):
        return False
    statuses = {t.status for t in group.tellings if t.when or telling.when is None}
    under_way = (telling.kind is not None and "ongoing" in statuses) or (
        telling.status == "completed" and not statuses.isdisjoint(("ongoing", "completed"))
    )
    if any(apart(known, telling, under_way=under_way) for known in group.kinds.values()):
        return False
    return not (telling.background and not one.background and telling.when is None and not telling.nominal)


def _comes_from(telling: Telling, found: Sequence[Telling]) -> bool:
    """Whether it is of an arrival, nobody knows where, after a visit that its sentence tells to be over."""
    return telling.phase == "begin" and any(t.sentence == telling.sentence and t.phase == "end" for t in found)


def _is_old(telling: Telling, today: Span | None) -> bool:
    """Whether it is told by the way of a visit long before the text."""
    when = telling.when
    if not telling.background or when is None:
        return False
    by_rule = telling.gives("mention") == "background"
    return by_rule or telling.rule.startswith(COMPARED) or (today is not None and (today.first - when.last).days > OLD)


def _is_of_now(group: Journey, telling: Telling, today: Span | None) -> bool:
    """Whether one is under way or to come, and the other was long before the text: "visited Vesta in April 2022"."""
    one, two = {t.status for t in group.tellings}, {telling.status}
    old = [t.when for t in group.tellings if t.when is not None]
    if today is None or (old and telling.when is not None):
        return False  # their days tell
    whens = old or ([telling.when] if telling.when is not None else [])
    return _are_old(whens, today) and not (two if old else one).isdisjoint(("ongoing", "planned"))


def _lead_of_now(page: Page) -> int:
    """The last sentence of a lead that gives a day of these days: what is told in it without a date is of them too."""
    today, first = page.today(), page.index_at(max(page.dated[1], page.text.body_start))
    last = min(first + LEAD, len(page.spans) - 1)
    if today is None:
        return -1
    for index in range(first, last + 1):
        for item in page.sentence(index).of("date"):
            when = days_of(page, item, None) if item.start >= page.dated[1] else None
            if when is not None and when.first == when.last and is_of_these_days(when, today):
                return last
    return -1


def _is_of_old(group: Journey, telling: Telling, today: Span | None, lead: int) -> bool:
    """Whether one is told without a date in a lead of these days, and the other was long before: "was here in 2019"."""
    if today is None or lead < 0:
        return False
    one, two = ([t.when for t in told if t.when is not None] for told in (group.tellings, [telling]))
    now = telling if one else group.tellings[0]
    undated = bool(one) != bool(two) and now.when is None and not now.background and now.sentence <= lead
    return undated and _are_old(one or two, today)


def visit_fact(
    group: Journey, page: Page, evidence: Callable[[int, int], Evidence], page_tellings: Sequence[Telling] = ()
) -> VisitFact:
    """The fact that a journey states: each field from the telling that says it first, dates from the fullest."""
    own = own_days(group.tellings)
    statuses = [t.status for t in own if t.status]
    told_of = group.tellings if "cancelled" in {t.status for t in group.tellings} else own
    at_hand = group.best and set(statuses) != {"planned"}
    in_whole = at_hand or group.main  # what no telling says is sought in the whole text
    others = [t for t in page_tellings if t not in group.tellings] if in_whole else []
    kinds = list(dict.fromkeys(t.kind for t in group.tellings if t.kind))
    kind = next((k for k in kinds if k != EVENT_ONLY), None)  # one that is declared before "for the summit"
    found: dict[str, AtHand[object] | None] = {}  # what no telling says
    if kind is None and at_hand:
        found["visit_kind"] = kind_at_hand(page, group.tellings, others)
    kind = kind or _value(found, "visit_kind") or next(iter(kinds), None)
    moved = moved_to(group.tellings, page) if told_of is not own else None
    if at_hand:
        found["days"] = days_at_hand(page, group.tellings, others)
    start, end, days = dates([moved] if moved else own, _value(found, "days"))
    under_way = None if start else day_under_way(own)
    day = start or under_way or page.day
    guest, host = group.guest, group.first("host")
    last = last_day(start or under_way, end, days)
    state = status(told_of, page, last, main=group.main, others=others if at_hand else ())
    made = at_hand and state in ("ongoing", "completed")
    spots = [t.spot for t in group.tellings if t.spot and not (made and t.status == "planned")]  # not where he will go
    told = next(t for t in group.tellings if t.host_country is not None)
    quotes = list(dict.fromkeys((t.start, t.end) for t in group.tellings))
    notice, occasion, event = group.first("notice"), group.first("occasion"), group.first("combined_with")
    if in_whole and notice is None:
        found["notice"] = notice_at_hand(page, group.tellings, others, day)
        notice = _value(found, "notice")
    if in_whole and occasion is None and kind != EVENT_ONLY:
        found["occasion"] = event_at_hand(page, group.tellings, others, day)
        occasion, event = ("combined", _value(found, "occasion")) if found["occasion"] else (None, event)
    if at_hand and not spots and not _is_long_past(group, page):
        found["place"] = capital_named(page, told.host_country or "")
    group.at_hand = {field: told for field, told in found.items() if told is not None}
    return VisitFact(
        evidence=tuple(evidence(*quote) for quote in quotes),
        rule=told.rule,
        guest=guest.person() if guest else None,
        host=host.person() if isinstance(host, Figure) else None,
        guest_country=group.tellings[0].guest_country,
        host_country=told.host_country,
        place=place_of(page, spots) or _value(found, "place"),
        start=start,
        end=end,
        visit_kind=kind,  # type: ignore[arg-type]
        status=state,  # type: ignore[arg-type]
        mention="main" if group.main else "background",
        notice=notice,  # type: ignore[arg-type]
        days=days,
        occasion=occasion,  # type: ignore[arg-type]
        combined_with=event,  # type: ignore[arg-type]
        count_in_year=group.first("count"),  # type: ignore[arg-type]
        under_way=under_way,
    )


def _is_long_past(group: Journey, page: Page) -> bool:
    """Whether all that dates a visit lies long before the text, so that where that was written tells nothing of it."""
    today, whens = page.today(), [t.when for t in group.tellings if t.when is not None]
    return today is not None and _are_old(whens, today)


def _are_old(whens: Sequence[Span], today: Span) -> bool:
    """Whether some days, if there are any, all lie long before the text."""
    return bool(whens) and all((today.first - when.last).days > OLD for when in whens)


def _value(found: Mapping[str, AtHand[object] | None], field: str) -> Any:
    """What a sentence at hand gives to a field; None where none does."""
    told = found.get(field)
    return told.value if told is not None else None
