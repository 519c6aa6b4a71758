"""The visits of a text and one of its sentences → the visit that the sentence belongs to."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from communique.grammar import lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.spots import Spot
from communique.records import Evidence, VisitFact

DAY = lazy(r"\d{4}-\d\d-\d\d(?!\d)")
LONGEST_STAY = 10  # days
SHORT = 80  # sentences; in a text no longer than this all that is told is of its visits
NEAR = 4  # sentences of a longer text, or of speech, after the last words on a visit
PARTIES = frozenset({"person", "country", "demonym"})
PLACES = ("country", "demonym", "city", "venue", "body")


def country_of(value: object) -> str | None:
    """The country of an item's value: a person's, a place's, or the code itself."""
    if isinstance(value, (Figure, Spot)):
        return value.country
    return value if isinstance(value, str) else None


def countries_in(sentence: Sentence) -> set[str]:
    """The countries and bodies that a sentence names, by themselves or by their persons and places."""
    found = (country_of(item.value) for item in sentence.items if item.type == "person" or item.type in PLACES)
    return {country for country in found if country}


def _near(one: str | None, two: str | None) -> bool:
    """Whether two first days, where both are known, lie no further apart than a visit may be long."""
    days = [datetime.date.fromisoformat(hit[0]) for day in (one, two) if day and (hit := DAY.match(day))]
    return len(days) < 2 or abs((days[1] - days[0]).days) <= LONGEST_STAY


def _is_stop(visit: VisitFact, main: VisitFact) -> bool:
    """Whether a visit told by the way is a stop of the journey to which a main one belongs: one guest, near days."""
    if visit.mention == "main" or visit.status == "cancelled" or visit.guest is None or main.guest is None:
        return False
    dated = visit.when is not None and main.when is not None
    return dated and visit.guest.name == main.guest.name is not None and _near(visit.when, main.when)


class Ties:
    """The visits of a text by the sentences that tell of them."""

    def __init__(self, page: Page, visits: Sequence[VisitFact]) -> None:
        self.page = page
        self.visits = tuple(visits)
        main = [v for v in visits if v.mention == "main" and v.status != "cancelled"]
        self.main = (*main, *(v for v in visits if any(_is_stop(v, one) for one in main)))

    @cached_property
    def told(self) -> list[tuple[int, VisitFact]]:
        """Each visit with each sentence that tells of it, in the order of the text; none by which it is measured."""
        told = (visit for visit in self.visits if not visit.rule.startswith("comparison."))
        return sorted(
            ((self.index_of(piece), visit) for visit in told for piece in visit.evidence),
            key=lambda pair: pair[0],
        )

    @cached_property
    def _here(self) -> dict[int, list[VisitFact]]:
        found: dict[int, list[VisitFact]] = {}
        for index, visit in self.told:
            found.setdefault(index, []).append(visit)
        return found

    @cached_property
    def _told_main(self) -> list[tuple[int, VisitFact]]:
        return [(index, visit) for index, visit in self.told if visit in self.main]

    def index_of(self, piece: Evidence) -> int:
        """The number of the sentence in which words of the original text begin."""
        text, spans = self.page.text, self.page.spans
        if piece.where == "title":
            return 0

        def original(span: tuple[int, int]) -> int:
            if span[0] < text.body_start:
                return -1
            return text.body.original_span(span[0] - text.body_start, span[0] - text.body_start + 1)[0]

        return max(0, bisect_right(spans, piece.start, key=original) - 1)

    def visit_of(self, sentence: Sentence, *, near: int = NEAR, at: int | None = None) -> VisitFact | None:
        """The visit that a sentence is about: one it tells of, one whose sides it names, else the last told of.

        In a transcript or a long text a sentence further than `near` sentences from the telling must name the guest's
        country. None where no main visit fits. `at`: where the words stand that belong to it; a background visit
        that is told behind them is another.
        """
        here = self._here.get(sentence.index, [])
        if at is not None:
            here = [v for v in here if v.mention == "main" or not self._behind(v, sentence, at)]
        if here:
            return next((v for v in here if v.mention == "main"), here[0])
        before = [(index, visit) for index, visit in self._told_main if index <= sentence.index]
        named = countries_in(sentence)
        fits = [v for _, v in before if v.guest_country in named and (v.host_country in named or len(self.main) == 1)]
        fits = fits or [v for _, v in before if {v.host_country} & (named - {self.page.home})]
        fits = fits or [v for _, v in before if v.guest_country in named]
        if fits:
            return fits[-1]
        if not before:
            return self.main[0] if self.main and self.loose else None
        index, visit = before[-1]
        return visit if self.loose or sentence.index - index <= near else None

    def stay_of(self, visit: VisitFact) -> VisitFact:
        """The main visit of which another telling is only a later stop: "On Thursday Penn will travel to Port Moor"."""
        if visit.mention == "main" or visit.status not in ("planned", "ongoing"):
            return visit
        sides = visit.guest_country, visit.host_country
        stays = [v for v in self.main if (v.guest_country, v.host_country) == sides and _near(v.when, visit.when)]
        return stays[0] if stays else visit

    def _behind(self, visit: VisitFact, sentence: Sentence, at: int) -> bool:
        """Whether a sentence tells of a visit only behind a place in it."""
        words = self.page.clean[sentence.start : sentence.end]
        told = [words.find(piece.quote) for piece in visit.evidence]
        return all(place < 0 or sentence.start + place > at for place in told) and max(told) >= 0

    def tells(self, index: int) -> bool:
        """Whether a sentence itself tells of a visit."""
        return index in self._here

    def may_tell(self, index: int) -> bool:
        """A cheap look: whether a sentence is near the telling of a main visit or can name somebody."""
        if self.loose or not self._here.keys().isdisjoint(range(index - NEAR, index + 1)):
            return True
        return not PARTIES.isdisjoint(self.page.types_in(*self.page.spans[index]))

    @cached_property
    def loose(self) -> bool:
        """Whether the text is short and no transcript, so that all that is told is of its visits."""
        return len(self.page.spans) <= SHORT and not self.page.is_transcript
