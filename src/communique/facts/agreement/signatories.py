"""A document in its sentence → whose it is: by its own name, by who is named with it, by the visit it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.codebook.agreement import load_agreement
from communique.facts.agreement.papers import Paper
from communique.facts.speech.clauses import Circle
from communique.facts.speech.parties import party_of
from communique.facts.ties import Ties
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures
from communique.mentions.spots import Spot
from communique.records import VisitFact

BETWEEN = lazy(
    r",? (?:(?:that|which) (?:was|were) )?(?:\w+ly )?(?:signed|concluded|reached|struck|made|agreed)?,? ?between "
)
OF_WHOM = lazy(r"(?:(?! to (?!the\b)).)*?\b(?:between|with|among|by|from|of)\b(?:(?! to (?!the\b)| on | for ).)*")
BY_BOTH = lazy(r",? (?:(?:that|which) (?:was|were) )?(?:signed|inked|concluded|brokered|struck) by ")
WHERE = lazy(  # "after a visit to Norland, where he signed": he and Norland
    r"\b(?:visit|trip|tour|journey|travel\w*|flew|flown) (?:\w+ )?to (?:the )?(?P<place>[^,;.]{3,40}),"
    r" where (?!they\b)[^;]*$"
)
AND = lazy(r" and (?:the )?")
WITH = lazy(r" with (?:the )?$")
REACH = 90  # characters behind "signed between" in which its two parties stand
JOINED = lazy(r"[-–](?:and-)?")
PLACE = lazy(r"\b(?:held )?at (?:the )?$")  # where they met: "the meeting at the United Nations"
FIRM = lazy(r" (?:\w+ )?(?:firm|company|manufacturer|maker|contractor|giant|group|shipyard|shipbuilder)\b")
BROKER = lazy(r"[-–](?:brokered|mediated|sponsored|facilitated)\b")  # who is no party
WITH_ANOTHER = lazy(r"[-–][A-Z]\w+(?! (?:led|based|style))")  # "the U.S.-Taliban agreement": with one that is no state


class Sides:
    """Whom a sentence's documents bind where it names nobody: the two of its visit, else all who meet."""

    def __init__(self, page: Page, circle: Circle, visit: str | None, visits: Sequence[VisitFact] = ()) -> None:
        self.page, self.circle, self.visit = page, circle, visit
        self._ties = Ties(page, visits)
        pairs = {frozenset((v.guest_country, v.host_country)) for v in self._ties.main}
        self._tour = len(pairs) > 1

    def at(self, index: int) -> tuple[tuple[str, ...], str | None]:
        """The parties and the visit of a sentence, by its number."""
        if not self.circle.joint and (self._tour or self._ties.tells(index)):
            visit = self._ties.visit_of(self.page.sentence(index))
            if visit is not None and visit.guest_country and visit.host_country:
                return tuple(sorted((visit.guest_country, visit.host_country))), visit.id
        return self.circle.parties, self.visit


def whose(page: Page, index: int, paper: Paper, sides: Sides) -> tuple[str, ...]:
    """Whose document it is: those its own name gives, else those its sentence names, else all who meet."""
    known = load_agreement().known.search(page.low, paper.start, paper.end)
    if known and known.lastgroup:
        return load_agreement().known_parties[known.lastgroup]
    parties, _ = sides.at(index)
    sentence = page.sentence(index)
    own = [i for i in sentence.items if _names(page, i, paper)]
    inside = {c for i in own if (c := _party(page, i))}
    if any(BROKER.match(page.low, i.end) for i in own):
        return ()
    if len(inside) >= 2:
        return tuple(sorted(inside))
    if any(WITH_ANOTHER.match(page.clean, i.end) for i in own if i.type in ("country", "demonym")):
        return ()
    if _of_another(page, own, parties) or _at_home(page, sentence.items, paper):
        return ()
    return (
        _between(page, sentence.items, paper)
        or _where(page, sentence, paper, parties)
        or _beside(page, sentence, paper, parties, inside)
    )


def _at_home(page: Page, items: Sequence[Item], paper: Paper) -> bool:
    """Whether a contract is that of a country with a firm of its own: "Norland's army and the Norlandic firm X"."""
    before = [i for i in items if i.end <= paper.start and i.type in ("country", "demonym")]
    if paper.code != "contract" or len(before) < 2 or len({party_of(page, i) for i in before}) > 1:
        return False
    inside = [i for i in items if paper.start <= i.start < paper.end and _names(page, i, paper)]
    return not inside and FIRM.match(page.low, before[-1].end) is not None


def _of_another(page: Page, own: Sequence[Item], parties: tuple[str, ...]) -> bool:
    """Whether a document is called that of one who is no party here: "welcome Norland's contract for a terminal"."""
    return any(party_of(page, i) not in parties and page.low.startswith(("'s ", "’s "), i.end) for i in own)


def _names(page: Page, item: Item, paper: Paper) -> bool:
    """Whether a name within a document's is of one whose it is: not where it was signed, or what it is for."""
    if not paper.start <= item.start < paper.end or _party(page, item) is None:
        return False
    if item.type in ("city", "venue"):
        return WITH.search(page.low, paper.start, item.start) is not None  # "an accord with Moscow"
    before = item.start < paper.noun or OF_WHOM.fullmatch(page.low, paper.noun, item.start) is not None
    return before and not page.low.startswith(" sea", item.end)


def _party(page: Page, item: Item) -> str | None:
    """The party that a name stands for; a house of government stands for its country: "deals with the Kremlin"."""
    return item.value.country if item.type == "venue" and isinstance(item.value, Spot) else party_of(page, item)


def _beside(
    page: Page, sentence: Sentence, paper: Paper, parties: tuple[str, ...], inside: set[str]
) -> tuple[str, ...]:
    """Whose a document is that names at most one of its own: of whom its sentence names, else of all who meet."""
    if inside and " with " in page.low[paper.start : paper.end] and not inside & set(parties):
        before = [i for i in sentence.items if i.end <= paper.start]
        one = [c for i in before if (c := party_of(page, i)) in parties] or [
            f.country
            for i in before
            if i.type == "pronoun" and page.low[i.start : i.end] not in ("they", "their", "both")
            for f in figures(page, sentence, i)
            if f.country
        ]
        if one:
            return tuple(sorted({*inside, *one[-1:]}))  # of him who is spoken of with somebody else
        if any(i.type == "group" for i in before):
            return tuple(sorted({*inside, *parties}))
    if any(i.type == "group" for i in sentence.items):
        return _pair(page, sentence.items) or parties
    beside = [i for i in sentence.items if not paper.start <= i.start < paper.end or _names(page, i, paper)]
    places = {i.value for i in beside if i.type == "body" and PLACE.search(page.low, max(0, i.start - 20), i.start)}
    named = {c for i in beside if (c := party_of(page, i)) and c not in places}
    if len(named) >= 2 and not named & set(parties):
        return tuple(sorted(named))
    if len(named - set(parties)) == 1 and len(named) == 2:
        return tuple(sorted(named))
    return tuple(code for code in parties if code not in places)


def _between(page: Page, items: Sequence[Item], paper: Paper) -> tuple[str, ...]:
    """The first two that are named right behind a document, after "between" or joined after "signed by"."""
    hit = BETWEEN.match(page.low, paper.end) or BY_BOTH.match(page.low, paper.end)
    if hit is None:
        return ()
    found = [(i, c) for i in items if hit.end() <= i.start < hit.end() + REACH and (c := party_of(page, i))][:2]
    if len(found) < 2 or (
        hit[0].endswith(" by ") and not AND.fullmatch(page.clean, found[0][0].end, found[1][0].start)
    ):
        return ()
    codes = {code for _, code in found}
    return tuple(sorted(codes)) if len(codes) > 1 else ()


def _where(page: Page, sentence: Sentence, paper: Paper, parties: tuple[str, ...]) -> tuple[str, ...]:
    """He who signs and the country where, of a journey elsewhere told beside the visit: "…, where he signed a pact"."""
    where = WHERE.search(page.clean, sentence.start, paper.start)
    if where is None:
        return ()
    place = next((party_of(page, i) for i in sentence.items if i.start == where.start("place")), None)
    before = [i for i in sentence.items if i.end <= where.start("place") and i.type in ("person", "demonym")]
    one = {c for i in before if (c := party_of(page, i)) in parties}
    return tuple(sorted((place, *one))) if place and place not in parties and len(one) == 1 else ()


def _pair(page: Page, items: Sequence[Item]) -> tuple[str, ...]:
    """The two whom a sentence names as a pair, "the U.S.-ASEAN meeting", where it names no other pair; else nobody."""
    named = [i for i in items if i.type in ("country", "demonym", "body")]
    pairs = {
        tuple(sorted((one, other)))
        for i, j in pairwise(named)
        if JOINED.fullmatch(page.clean, i.end, j.start)
        and (one := party_of(page, i)) and (other := party_of(page, j)) and one != other
    }  # fmt: skip
    return pairs.pop() if len(pairs) == 1 else ()
