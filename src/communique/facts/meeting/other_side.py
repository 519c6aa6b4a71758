"""A visit and a sentence of its text → the guest and the host whom the text means, though it does not name them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.facts.ties import Ties
from communique.grammar import Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.refer import figures
from communique.records import Person, VisitFact

REACH = 12  # sentences in which the host is looked for
BESIDE = lazy(r"\b(?:with|of|for|by|from) (?:[\w-]+ ){0,3}$")  # no subject: "After a lunch with Kono, Wang"


def guest_and_host_of(page: Page, ties: Ties, sentence: Sentence) -> tuple[tuple[Figure, ...], set[str]]:
    """The guest and the host of the visit that a sentence is about; the host's country where he is not known.

    Nobody where the sentence names persons of two other lands, whose talks it tells of.
    """
    visit = ties.visit_of(sentence, near=2)
    if visit is None or visit.guest is None or visit.status == "cancelled":
        return (), set()
    host = visit.host or host_told_of(page, sentence, visit)
    people = tuple(
        Figure(p.name, p.country, p.office, page.known.rank_of(p.office or "")) for p in (visit.guest, host) if p
    )
    named = {item.value.country for item in sentence.of("person")} - {None}
    if len(named) > 1 and named.isdisjoint((visit.guest_country, visit.host_country)):
        return (), set()
    return people, {visit.host_country} if visit.host_country else set()


def host_told_of(page: Page, sentence: Sentence, visit: VisitFact) -> Figure | None:
    """The person of the host's country, of the guest's level, whom the text named last."""
    rank = page.known.rank_of(visit.guest.office or "") if visit.guest else None
    for index in range(sentence.index, max(-1, sentence.index - 1 - REACH), -1):
        for item in page.sentence(index).of("person"):
            figure: Figure = item.value
            level = figure.rank is not None and rank is not None and min(figure.rank, 5) == min(rank, 5)
            if figure.name and figure.country == visit.host_country and level and not figure.former:
                return figure
    return None


def leader_of(page: Page, visit: VisitFact) -> Figure | Person | None:
    """Of a guest who leads his country the one who leads the host's, where he is known on that day."""
    if visit.host_country is None or visit.guest is None or page.known.rank_of(visit.guest.office or "") != 6:
        return None
    leader = page.memory.in_office("leader", visit.host_country, former=False)
    return leader if leader is not None and leader.name else None


def subject_of_side(page: Page, sentence: Sentence, match: Match, other: Figure) -> Sequence[Figure]:
    """Of the other side him who is the last subject of the sentence before the match: "he said at a talk with Moor"."""
    start = sentence.shadow.offsets[match.start]
    before = [i for i in sentence.of("person", "pronoun") if i.end <= start]
    before = [i for i in before if not BESIDE.search(page.low, sentence.start, i.start)]
    meant = [f for i in before[-1:] for f in figures(page, sentence, i)]
    return [f for f in meant if f.name and f.country == other.country and not f.former][:1]
