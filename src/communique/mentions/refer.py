"""Turns "he", "the guest", "the two leaders" into the persons that the text spoke of last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from communique.grammar import Item, lazy
from communique.mentions.making import NOBODY
from communique.mentions.naming import one_name
from communique.mentions.page import Page, Sentence
from communique.mentions.people import Figure
from communique.mentions.words import mention_words

SAID = lazy(r"\b(?:said|says|told|added|announced|confirmed|promised|noted|stressed)\b")
OBJECT = lazy(r"(?: (?!said|told|that|and|who|for|with|as)[\w-]+){1,3} ")
AHEAD = lazy(
    r"[^\w.-]*(?:[\w.-]+,? )*(?:during|on|after|before|in|into|at|of|with|upon|for|following|as part of) ", re.I
)
PHRASE = lazy(r" [^,;:]{5,60}, (?:the )?")  # "visit to Vesta, "
LEADS = 40  # letters before "his" in a phrase that leads a sentence
INVITES = lazy(  # who invites, or is quoted, is not he who goes
    r"\b(?:(?:[Aa]t|[Oo]n|[Uu]pon) (?:the |an )?(?:kind |gracious |cordial )?invitation (?:of|from)|[Ii]nvited by"
    r"|[Aa]ccording to) (?:the )?$"
)
OPENS = lazy(r"\b(?:that|which|what|as|because|while|whom|where|hospitality|those) (?:the )?$")
CLAUSE = lazy(r" (?:was|were|had|has|is|got|received|gave|made|paid)\b[^,;:]*")
HONOUR = lazy(r" (?:Royal |Serene |Imperial )?(?:Highness|Majesty|Excellency)\b")
LOOSE = ("prince", "minister", "envoy", "secretary")  # what a text calls again whom it called "crown prince"
HEAD = 8  # sentences in which a text names whom it calls by the office alone
NEAR = 3  # sentences, within which another is sought whom "he" can mean
RANK = 3  # that he must have
SUITE = lazy(  # behind him who leads it
    r",? (?:and|with|accompanied by) (?:an?|the|his|her) (?:[\w'’-]+ ){0,4}?"
    r"(?:delegation|wife|spouse|husband|entourage|party|suite)\b"
)
REACH = 6  # sentences; a pronoun further from its name is no longer read


def figures(page: Page, sentence: Sentence, item: Item) -> list[Figure]:
    """The persons whom a mention means, best known first; empty where that cannot be told."""
    if item.type == "person":
        return [item.value]
    if page.is_transcript:
        return []
    if item.type == "pronoun" and item.value in ("he", "she", "guest"):
        found = antecedent(page, sentence, item)
        told = page.first_told[0] if page.first_told and item.value == "guest" else None
        if found is not None and told is not None and told.name and told.country == found.country:
            return [told]  # and not his minister
        return [found] if found else []
    if item.value == "i":
        return [page.author] if page.author else []
    if item.value in ("they", "leaders"):
        return _pair(page, sentence, item)
    return []


def whom(page: Page, sentence: Sentence, items: Iterable[Item]) -> list[Figure]:
    """The persons whom several mentions mean, in their order; a country is nobody."""
    return [figure for item in items if item.type != "country" for figure in figures(page, sentence, item)]


def antecedent(page: Page, sentence: Sentence, item: Item) -> Figure | None:
    """The person whom "he" or "the guest" means: before it in the sentence, else the subject of an earlier one."""
    if HONOUR.match(page.clean, item.end) and (addressed := _honoured(page, sentence, item)) is not None:
        return addressed
    if (behind := _behind(page, sentence, item)) is not None:
        return behind
    before = [i for i in sentence.of("person") if i.end <= item.start and _fits(i.value, item.value)]
    before = [i for i in before if not INVITES.search(page.clean, sentence.start, i.start)]
    spoken = page.clean[item.start : item.end]
    if before and spoken == "him" and OBJECT.fullmatch(page.clean, before[-1].end, item.start):
        before.pop()  # "Trump received him": somebody else
    elif len(before) == 1 and _receives_him(page, sentence, before[0], item):
        before.pop()  # "Trump received him, and he left": nor is he who left Trump
    first = next((i for i in sentence.of("pronoun") if i.value == item.value), item)
    if len(before) == 1 and _is_subject(page, before[0], item):
        subject: Figure = before[0].value
        return subject  # "he was shown what Penn had seen on his visit"
    if before and first.start < min(before[0].start, item.start):
        return antecedent(page, sentence, first)  # "He came from Vesta, where he saw Penn; he had been"
    if before:
        said = SAID.search(page.clean, before[-1].end, item.start)
        return before[-1].value if said or len(before) == 1 else _subject(page, before)
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - REACH), -1):
        persons = [i for i in page.sentence(index).of("person") if _fits(i.value, item.value)]
        if persons:
            own = _spoken_first(page, page.sentence(index), item.value, persons[0])
            return antecedent(page, page.sentence(index), own) if own else _subject(page, persons)
    after = [i for i in sentence.of("person") if i.start > item.start and _fits(i.value, item.value)]
    if not after and (told := _told_next(page, sentence, item)):
        return told
    opening = max(sentence.start, page.dated[1] if page.dated[1] <= item.start else 0)
    return after[0].value if after and AHEAD.fullmatch(page.clean, opening, item.start) else None


def other_than(page: Page, sentence: Sentence, item: Item, land: str) -> list[Figure]:
    """Of "he went to Vesta", where the last one named is of Vesta himself, the one named before of another country."""
    for index in range(sentence.index, max(-1, sentence.index - 1 - NEAR), -1):
        persons = [i for i in page.sentence(index).of("person") if i.end <= item.start and _fits(i.value, item.value)]
        for person in persons:
            figure = whole(page, person.value)
            if figure.name and figure.country not in (None, land) and (figure.rank or 0) >= RANK:
                return [figure]
    return []


def _behind(page: Page, sentence: Sentence, item: Item) -> Figure | None:
    """The subject behind a phrase that leads a sentence, not of the land it goes to: "On his visit to Vesta, Penn"."""
    if page.low[item.start : item.end] not in ("his", "her"):
        return None
    opening = max(sentence.start, page.dated[1] if page.dated[1] <= item.start else 0)
    if item.start - opening > LEADS or not AHEAD.fullmatch(page.clean, opening, item.start):
        return None
    person = next(iter(sentence.of("person")), None)
    if person is None or person.start < item.start:
        return None
    places = [i for i in sentence.of("country", "city") if item.end < i.start < person.start]
    lands, figure = {getattr(i.value, "country", i.value) for i in places}, person.value
    if not lands or figure.country in (*lands, None) or not _fits(figure, item.value):
        return None
    return figure if PHRASE.fullmatch(page.clean, item.end, person.start) else None


def _told_next(page: Page, sentence: Sentence, item: Item) -> Figure | None:
    """Whom the next sentence names: "The heir to the Vestan throne began his visit on Friday. Prince Penn met …"."""
    lands = {i.value for i in sentence.of("demonym", "country") if i.end <= item.start}
    if not lands or sentence.index + 1 >= len(page.spans):
        return None
    named = page.sentence(sentence.index + 1).of("person")[:1]
    return next((i.value for i in named if i.value.country in lands and i.value.name), None)


def _spoken_first(page: Page, sentence: Sentence, value: str, person: Item) -> Item | None:
    """The "he" that is the subject of a sentence before anybody is named in it: "he went there and met Penn"."""
    spoken = (i for i in sentence.of("pronoun") if i.value == value and i.start < person.start)
    return next(
        (i for i in spoken if page.low[i.start : i.end] in ("he", "she") or HONOUR.match(page.clean, i.end)), None
    )


def _honoured(page: Page, sentence: Sentence, item: Item) -> Figure | None:
    """Whom the text has named with the honour by which it calls somebody: "His Highness"; None of two."""
    words = page.clean[item.start : item.end] + HONOUR.match(page.clean, item.end)[0]  # type: ignore[index]
    named = [i for n in range(sentence.index + 1) for i in page.sentence(n).of("person") if i.end <= item.start]
    found = [i.value for i in named if i.value.name and words in page.clean[i.start : i.end]]
    return found[0] if found and all(found[0].same_as(other) for other in found) else None


def _is_subject(page: Page, person: Item, item: Item) -> bool:
    """Whether a person is the subject of the clause in which a pronoun stands: "that Penn was shown on his visit"."""
    verb = CLAUSE.fullmatch(page.clean, person.end, item.start)
    return verb is not None and OPENS.search(page.clean, max(0, person.start - 40), person.start) is not None


def _receives_him(page: Page, sentence: Sentence, person: Item, item: Item) -> bool:
    """Whether somebody else, told by "him", stands between a person and a pronoun as what that person acts on."""
    between = [i for i in sentence.of("pronoun") if person.end < i.start < item.start]
    return any(
        page.clean[i.start : i.end] == "him" and OBJECT.fullmatch(page.clean, person.end, i.start) for i in between
    )


@cache
def _female() -> tuple[str, ...]:
    """The first names of women, each as it begins a name in which hyphens are spaces."""
    return tuple(f"{name.replace('-', ' ')} " for name in mention_words().female)


def _fits(figure: Figure, pronoun: str) -> bool:
    """Whether "he" or "she" can mean a person, as far as his or her first name tells; never "no president"."""
    if figure.why == NOBODY:
        return False
    if figure.name is None or pronoun not in ("he", "she"):
        return True
    first = f"{figure.name.replace('-', ' ')} "
    female = first.startswith(_female()) or (figure.office or "").startswith(("queen", "first lady"))
    return female if pronoun == "she" else not female


def _subject(page: Page, persons: list[Item]) -> Figure:
    """The first where the text tells who that is, else the first that has a name, else the first."""
    first = whole(page, persons[0].value)
    if first.name:
        return first
    known: list[Figure] = [i.value for i in persons]
    return next((figure for figure in known if figure.name), known[0])


def _pair(page: Page, sentence: Sentence, item: Item) -> list[Figure]:
    """Two of different countries: named in one sentence, else the only two that the sentences before name.

    One who is told of with his delegation or his wife stands for them: "Penn and his party ended their visit".
    """
    alone = [i for i in sentence.of("person") if i.end <= item.start and i.value.office != "delegation"]
    if len(alone) == 1 and SUITE.match(page.low, alone[0].end, item.start):
        return [alone[0].value]
    together: list[Figure] = []
    for index in range(sentence.index, max(-1, sentence.index - 1 - REACH), -1):
        persons = [i.value for i in page.sentence(index).of("person") if index < sentence.index or i.end <= item.start]
        distinct: list[Figure] = []
        for figure in persons:
            if figure.country and not any(figure.same_as(known) for known in distinct):
                distinct.append(figure)
        if len({f.country for f in distinct}) >= 2:
            return distinct[:2]
        together.extend(f for f in distinct if f.name and not any(f.same_as(known) for known in together))
    return together if len(together) == 2 and together[0].country != together[1].country else []


def whole(page: Page, figure: Figure) -> Figure:
    """A person whose name or country his own mention lacks, as another mention of that office near the head tells."""
    if (figure.name and figure.country) or figure.office is None or figure.former or figure.why == NOBODY:
        return figure
    sentences = range(min(HEAD, len(page.spans)))
    same: list[Figure] = [i.value for index in sentences for i in page.sentence(index).of("person")]
    loose = figure.office in LOOSE
    same = [
        f for f in same
        if f.office and not f.former and f.why != NOBODY
        and (f.office == figure.office or (loose and f.office.endswith(figure.office)))
    ]  # fmt: skip
    if figure.name:
        lands = {f.country for f in same if f.country and (not f.name or one_name(f.name, figure.name))}
        return msgspec.structs.replace(figure, country=lands.pop()) if len(lands) == 1 else figure
    named = [f for f in same if f.name and figure.country in (f.country, None)]
    if figure.country and not named:
        names = {f.name for f in same if f.name and f.country is None}
        return msgspec.structs.replace(figure, name=names.pop()) if len(names) == 1 else figure
    return next((f for f in named if f.country), figure)
