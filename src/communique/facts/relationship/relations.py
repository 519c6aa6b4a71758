"""A page and its visits → the formal labels of relations that it names, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from communique.codebook import Codebook
from communique.facts.relationship.labels import label_of
from communique.facts.ties import Ties, country_of
from communique.facts.worth import worth_reading
from communique.grammar import Match, lazy
from communique.mentions import Page, Sentence
from communique.records import RelationshipFact, VisitFact

PARTIES = ("country", "demonym", "body")
SIDES = lazy(
    r"\b(?:the|our|their|both|these) (?:two )?"
    r"(?:countries|nations|sides|states|parties|governments|peoples|leaders|presidents)\b"
    r"|\b(?:their|our|bilateral) (?:relations|relationship|ties)\b",
    re.I,
)
TO_ONE = lazy(r"\b(?:in)?to\b")
TO_DO = lazy(r"\b(?:agreed|decided|resolved)(?: \w+ly)? to $", re.I)  # what parties agree to do to it is done
OF_PAPER = lazy(  # the name of a document or of a body, and no label
    r" (?:and [Cc]ooperation |in the [Ff]ields? of )?(?:\w+ )?(?:[Aa]greement|[Tt]reaty|[Pp]ackage|[Cc]ompact|[Ff]und"
    r"|[Pp]rogramme)\b| in the [Ff]ields? of\b"
)
ON_IT = lazy(r"\b(?:[Aa]greement|[Mm]emorandum|[Dd]eal|[Pp]act)s? (?:on|for) (?:an? |the )?$")
NEAR = 50  # characters about a label in which "the two countries" are those whose it is
NEAR_PARTY = 400  # characters; a label may stand that far behind the last foreign name
MAYBE = ("negated", "conditional", "wished", "planned", "infinitive")


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """One label as one sentence gives it; the span counts in the repaired text."""

    text: str
    change: str | None
    parties: tuple[str, ...]
    start: int
    end: int
    rule: str


def read_relations(page: Page, codebook: Codebook, visits: Sequence[VisitFact]) -> list[RelationshipFact]:
    """The relationship facts of a text: one for each label and change between the same two parties.

    A label without parties that the words or the main visit name is left out.
    """
    ties = Ties(page, visits)
    rules = codebook.family("relationship")
    found: list[Label] = []
    for index in worth_reading(page, rules, near=NEAR_PARTY):
        sentence = page.sentence(index)
        if page.clean[sentence.end - 1] == "?":
            continue
        matches = rules.matches(sentence.shadow, sentence.triggers)
        labels = _longest([m for m in matches if "label" in m.rule.gives])
        labels = _without_former(labels, [m for m in matches if m.rule.gives.get("change") == "upgraded"])
        changes = [m for m in matches if "change" in m.rule.gives]
        for match in labels:
            label = _label(page, sentence, match, changes, ties, codebook)
            if label is not None:
                found.append(label)
    groups = _grouped(found)
    return [_fact(group, page) for group in groups if not _is_former(group[0], [one[0] for one in groups])]


def _longest(matches: Sequence[Match]) -> list[Match]:
    """The matches that lie in no longer one, and of those with one head the first that begins."""

    def within(one: Match, two: Match) -> bool:
        return two.start <= one.start and one.end <= two.end and two.end - two.start > one.end - one.start

    kept = [match for match in matches if not any(within(match, other) for other in matches)]
    return [m for m in kept if not any(o.head == m.head and o.start < m.start for o in kept)]


def _without_former(labels: Sequence[Match], raised: Sequence[Match]) -> list[Match]:
    """The labels but for those from which ties were raised: "the strategic partnership to a comprehensive one"."""
    return [
        label for label in labels
        if not any(up.start < label.start and label.end < up.head and TO_ONE.search(up.shadow.text, label.end, up.head)
                   for up in raised)
    ]  # fmt: skip


def _label(
    page: Page, sentence: Sentence, match: Match, changes: Sequence[Match], ties: Ties, codebook: Codebook
) -> Label | None:
    words, start, end = label_of(page, match)
    paper = OF_PAPER.match(page.clean, end) or ON_IT.search(page.clean, sentence.start, start)
    giver = match.rule.gives.get("giver")
    given = _given_by(giver, sentence) if giver else None
    parties = _parties(page, sentence, match, ties) if given is None else given
    if len(parties) != 2:
        return None
    change, rule = None, match.rule.id
    for other in changes:
        if match.start <= other.head < match.end and not _unsure(other, codebook):
            change, rule = other.rule.gives["change"], other.rule.id
            first, last = other.span()
            start, end = min(start, first), max(end, last)
            break
    if paper and (change is None or not paper[0].lower().endswith((" agreement", " treaty")) or " and " in paper[0]):
        return None
    return Label(text=words, change=change, parties=parties, start=start, end=end, rule=rule)


def _unsure(match: Match, codebook: Codebook) -> bool:
    """Whether the change is told neither as done nor as agreed."""
    if TO_DO.search(match.shadow.text[max(0, match.start - 30) : match.start]):
        return False
    effects = codebook.scope.read(match.shadow, match.start, match.start + 1)
    return any(name in effects for name in MAYBE)


def _parties(page: Page, sentence: Sentence, match: Match, ties: Ties) -> tuple[str, ...]:
    """The two parties: those of the match, those just beside it, those of the visit, the only two in the sentence."""
    shadow = match.shadow
    inside = _pair(country_of(i.value) for i in shadow.items_in(match.start, match.end))
    if len(inside) == 2:
        return inside
    beside = _beside(page, match)
    if len(beside) == 2:
        return beside
    named = _pair(country_of(i.value) for i in sentence.of(*PARTIES, "person"))
    visit = ties.visit_of(sentence)
    sides = _pair((visit.guest_country, visit.host_country)) if visit else ()
    if sides and (set(named) <= set(sides) or _means_sides(page, sentence, match)):
        return sides
    if len(named) == 2 and (not sides or len(set(named) & set(sides)) < 2):
        return named
    if len(named) == 1 and page.home and page.home not in named:
        return _pair((*named, page.home))
    if not named and not sides:
        return _of_title(page)
    return sides if SIDES.search(page.clean, sentence.start, sentence.end) and len(named) <= 2 else ()


def _given_by(giver: str, sentence: Sentence) -> tuple[str, ...]:
    """The first country of a sentence, and the one that alone gives that label."""
    near = [c for i in sentence.of("country", "demonym") if (c := country_of(i.value)) and c != giver]
    return _pair((near[0], giver)) if near else ()


def _means_sides(page: Page, sentence: Sentence, match: Match) -> bool:
    """Whether "the two countries" stands right beside a label."""
    start, end = match.span()
    return SIDES.search(page.clean, max(sentence.start, start - NEAR), min(sentence.end, end + NEAR)) is not None


def _beside(page: Page, match: Match) -> tuple[str, ...]:
    """Parties right before the label ("the India-France") or right behind it ("between A and B", "with A")."""
    shadow = match.shadow
    ahead = shadow.items_in(max(0, match.start - 24), match.start)
    before = [country_of(i.value) for i in ahead if i.type in ("country", "demonym")]
    if len(_pair(before[-2:])) == 2 and re.search(r"[-–'s ]$", shadow.text[: match.start]):
        return _pair(before[-2:])
    tail = shadow.text[match.end : match.end + 40]
    after = [country_of(i.value) for i in shadow.items_in(match.end, match.end + 40) if i.type in ("country", "body")]
    if re.match(r" (?:\w+ )?between\b", tail) and len(_pair(after[:2])) == 2:
        return _pair(after[:2])
    if re.match(r" with (?:the )?\W", tail) and after:
        own = [c for c in before if c] or ([page.home] if page.home else [])
        return _pair((*own[-1:], after[0]))
    return ()


def _of_title(page: Page) -> tuple[str, ...]:
    """The two countries that the title names, the author's counted in."""
    if not page.text.body_start:
        return ()
    items = page.sentence(0).of("country", "demonym", "person")
    named = _pair(country_of(i.value) for i in items)
    return _pair((*named, page.home)) if len(named) == 1 and page.home else named


def _pair(codes: Iterable[str | None]) -> tuple[str, ...]:
    """Distinct codes, sorted."""
    return tuple(sorted({c for c in codes if c}))


def _grouped(found: Sequence[Label]) -> list[list[Label]]:
    """The namings of one label together; one without a change joins one with a change."""
    groups: list[list[Label]] = []
    for label in sorted(found, key=lambda one: one.change is None):
        home = next((g for g in groups if g[0].parties == label.parties and _alike(g[0], label)), None)
        if home is None:
            groups.append([label])
        else:
            home.append(label)
    return sorted(groups, key=lambda g: min(one.start for one in g))


def _alike(one: Label, two: Label) -> bool:
    same = one.change == two.change or two.change is None or {one.change, two.change} == {"established", "upgraded"}
    return one.text == two.text and same


def _is_former(one: Label, others: Sequence[Label]) -> bool:
    """Whether a label is what another of the same parties was raised from, or no more than a part of its name."""
    return one.change is None and any(
        other.parties == one.parties and other.change in ("upgraded", "established")
        and other.text.endswith(f" {one.text}")
        for other in others
    )  # fmt: skip


def _fact(group: Sequence[Label], page: Page) -> RelationshipFact:
    one = group[0]
    return RelationshipFact(
        evidence=tuple(page.text.span(*quote) for quote in dict.fromkeys((g.start, g.end) for g in group)),
        rule=one.rule,
        parties=one.parties,
        label=one.text,
        change=one.change,  # type: ignore[arg-type]
    )
