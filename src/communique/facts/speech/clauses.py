"""Turns a sentence into its clauses: whose act each verb is, as country and body codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.codebook.stance import StanceBook, load_stance
from communique.facts.speech.hanging import hangs, subject_behind
from communique.facts.speech.headed import headed
from communique.facts.speech.parties import AND, party_of
from communique.facts.speech.seats import codes_meant, seat_of_style, turn_of
from communique.facts.speech.speakers import quoted
from communique.facts.speech.voices import AUXILIARY, INVERTED, IRREGULAR, SAYING, TAIL, TELLS, VIEW, goes_on, quoting
from communique.grammar import Item, expression, lazy
from communique.mentions import Page, Sentence

BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "will"))
SAYS = frozenset([
    "say", "says", "said", "stress", "stressed", "stresses", "tell", "tells", "told", "note", "noted", "notes",
    "add", "added", "adds", "state", "stated", "states", "emphasize", "emphasized", "emphasise", "emphasised",
    "emphasises", "underline", "underlined", "declare", "declared", "believe", "believes", "think", "thinks",
    "argue", "argued", "warn", "warned", "insist", "insisted", "write", "wrote", "announce", "announced", "confirm",
    "confirmed", "call", "called", "spoke",
])  # fmt: skip
PARTICIPLE = lazy(r"(?!during|following|according)[a-z]{2,}ing\b")
NOUN = lazy(
    r"states?|supports?|calls?|demands?|concerns?|claims?|attacks?|strikes?|views?|hosts?|protests?|plans?|hopes?"
)
STYLE = lazy(r"(?:majesty|highness|holiness|the secretary)$")
IT_WAS = lazy(
    r"it (?:was|is|has been|had been) (?:also |further |\w+ly )?(?:agreed|resolved|decided|stressed|underlined"
    r"|underscored|emphasi[sz]ed|reaffirmed|reiterated|affirmed) that\b"
)
ALONE = rf"(?!, (?:the )?{LETTERS['group']})"  # "leave Asta, the two agreed": no list
THAT = lazy(r"\bthat\b")
WHERE_TOLD = lazy(
    r" (?:on|in|at|during|after) (?:an? |the |his |her )?(?:\S+ ){1,3}(?:that )?"
)  # "said on air he backs it"
FEW = 3  # parties that have one officer each in a text


class Clause(msgspec.Struct, gc=False):
    """A subject and its verb, by positions in the shadow; `holders` is empty where it cannot be told who it is."""

    start: int
    verb: int
    word: str
    holders: tuple[str, ...]


class Circle(msgspec.Struct):
    """Who is meant by "the two sides" and "we" in a text, and who spoke of it last."""

    parties: tuple[str, ...]
    joint: bool = False
    last: tuple[str, ...] = ()


def clauses(page: Page, sentence: Sentence, circle: Circle, depth: int = 1) -> list[Clause]:
    """Every subject with its verb, in order; what stands inside a "that" with a bare "is" is no clause of its own."""
    text = sentence.shadow.text
    opening = _opening().match(text) if headed(page, sentence.index) else None
    found = [Clause(0, 0, opening["verb"], circle.parties)] if opening else []
    at = 0
    while (hit := _pattern().search(text, at)) is not None:
        at = hit.end()
        before = text[: hit.start()]
        parted = hit["aside"] is None and text[hit.end("who") : hit.start(hit.lastgroup or 0)] == ", "
        if hangs(before, hit["who"], parted=parted):
            at = hit.start() + (subject_behind(hit["who"]) or len(hit["who"]))
            continue
        if found and hit["verb"] and hit["verb"].endswith("ing") and text.startswith(", ", hit.start("verb") - 2):
            continue  # "with Asta and Vesta, rejecting it": the main subject does
        word, verb = (
            (hit["verb"].removesuffix(" that"), hit.start("verb")) if hit["verb"] else ("said", hit.start("phrase"))
        )
        inside = bool(found) and (
            THAT.search(text, found[-1].verb, hit.start()) is not None
            or (found[-1].word in TELLS and hit.start() - found[-1].verb - len(found[-1].word) <= 1)
        )
        if inside and word in BE:
            continue
        items = sentence.shadow.items_in(*hit.span("who"))
        if items and items[-1].type == "demonym" and NOUN.fullmatch(word):
            continue  # "a Vestan state": no verb
        holders = _subject(page, sentence, items, hit, circle, found)
        own = _relative().match(text, *hit.span("aside")) if hit["aside"] else None
        if own is not None:  # "Xi, who has criticised the bill, said"
            found.append(Clause(hit.start(), own.start("verb"), own["verb"], holders))
        found.append(Clause(hit.start(), verb, word, holders))
        if holders and hit["who"] not in ("it", "both"):
            circle.last = holders
    opened = PARTICIPLE.match(text)
    if opened is not None and found and found[0].start and text.startswith(", ", found[0].start - 2):
        found.insert(0, Clause(0, 0, opened[0], found[0].holders))  # "Calling the war a crime, Xi left"
    voice = _voice(page, sentence, found, circle)
    if voice is None and depth and not any(c.holders for c in found[:1]):
        voice = next(
            (
                v
                for i in quoting(page, sentence.index) or goes_on(page, sentence.index)
                if (v := _speaker(page, i, circle))
            ),
            None,
        )
        voice = voice or _turn(page, sentence, circle)
    if voice is not None:
        give(voice, found)
    return found


def _speaker(page: Page, index: int, circle: Circle) -> Clause | None:
    """The last clause of another sentence that says something: whose words stand in quotation marks beside it."""
    if index >= len(page.spans):
        return None
    sentence = page.sentence(index)
    told = clauses(page, sentence, Circle(circle.parties, circle.joint, circle.last), depth=0)
    says = [c for c in told if c.word in TELLS and c.holders]
    return Clause(len(sentence.shadow.text), 0, says[-1].word, says[-1].holders) if says else None


def _voice(page: Page, sentence: Sentence, found: list[Clause], circle: Circle) -> Clause | None:
    """The clause that names the speaker of the words before it: "…," he said; "…," said the minister."""
    text = sentence.shadow.text
    for clause in found:
        if clause.word in TELLS and clause.holders and clause.start and TAIL.search(text[: clause.start]):
            return clause
    said = INVERTED.search(text) or VIEW.match(text)
    if said is None:
        return None
    who = said.lastgroup or "who"
    holders = _holders(page, sentence, sentence.shadow.items_in(*said.span(who)), said[who], circle, found)
    return Clause(said.start(), said.start(), "said", holders) if holders else None


def _turn(page: Page, sentence: Sentence, circle: Circle) -> Clause | None:
    """The one whose turn it is to speak, where a text names its speakers before their words."""
    code = None if circle.joint else turn_of(page, sentence.start)
    return Clause(len(sentence.shadow.text), 0, "said", (code,)) if code else None


def give(voice: Clause, found: list[Clause]) -> None:
    """Gives what stands before its speaker to that speaker: "We believe in it," he said."""
    for clause in found:
        if clause.start < voice.start and not clause.holders:
            clause.holders = voice.holders
    if not found or found[0].verb > 0:
        found.insert(0, Clause(0, 0, voice.word, voice.holders))


def _subject(
    page: Page, sentence: Sentence, items: Sequence[Item], hit: re.Match[str], circle: Circle, found: list[Clause]
) -> tuple[str, ...]:
    """Who the subject of a clause is, by its words and by the clause and the sentence before."""
    if found and found[-1].word in TELLS:
        told = found[-1].verb + len(found[-1].word)
        if _is_own(page, sentence, items, hit, told):
            return found[-1].holders
    if hit["who"] == "it" and IT_WAS.match(sentence.shadow.text, hit.start()):
        return circle.parties  # "it was resolved that": by all
    holders = _holders(page, sentence, items, hit["who"], circle, found)
    if not items and hit["who"] == "it" and not sentence.shadow.items_in(0, hit.start()):
        return _lead(page, sentence.index - 1) or holders
    return holders


def _is_own(page: Page, sentence: Sentence, items: Sequence[Item], hit: re.Match[str], told: int) -> bool:
    """Whether a subject is the "we" or "I" of the one quoted before it, or a "he" right behind what tells (`told`)."""
    if not items:
        return hit["who"] == "i"
    if items[0].value == "we":
        return quoted(page, sentence, items[0].start)
    if items[0].type != "pronoun" or items[0].value == "they":
        return False
    between = sentence.shadow.text[told : hit.start()]
    return len(between) <= len(" that ") or WHERE_TOLD.fullmatch(between) is not None


def _holders(
    page: Page, sentence: Sentence, items: Sequence[Item], words: str, circle: Circle, found: list[Clause]
) -> tuple[str, ...]:
    if (style := STYLE.search(words)) is not None:
        code = seat_of_style(page, style[0], circle.parties)
        return (code,) if code else ()
    if not items:
        if words.startswith("it"):
            return circle.last if len(circle.last) == 1 else ()
        return () if words == "i" else circle.parties
    if items[0].type == "office" and len(items) == 1:
        many = page.clean[items[0].start : items[0].end].endswith("s")
        return circle.parties if many and len(circle.parties) == 2 else ()
    if len(items) == 1 and _are_offices(page, items[0]) and 1 < len(circle.parties) <= FEW:
        return circle.parties
    if len(items) > 1 and any(i.type == "person" and i.value.country is None for i in items):
        return circle.parties if len(circle.parties) == 2 else ()
    return codes_meant(page, sentence, items, circle.parties, joint=circle.joint)


def _are_offices(page: Page, item: Item) -> bool:
    """Whether a mention is an office in the plural: "the national security advisers", one of each party."""
    words = page.clean[item.start : item.end]
    return item.type == "person" and item.value.name is None and words.endswith(("ers", "ors", "delegations"))


def _lead(page: Page, index: int) -> tuple[str, ...]:
    """The party with whose name a sentence opens: what "it" at the beginning of the next one means."""
    opening = page.sentence(index).shadow.items.get(0) if index >= 0 else None
    code = party_of(page, opening) if opening is not None and opening.type != "person" else None
    return (code,) if code else ()


@cache
def _relative() -> re.Pattern[str]:
    book = load_stance()
    return expression(rf", (?:(?:an? |the )?[^,;]{{2,60}} )?who(?: (?:{book.adverb}))* (?P<verb>{book.verb})(?![\w-])")


@cache
def _opening() -> re.Pattern[str]:
    return expression(rf"(?P<verb>{load_stance().verb})(?![\w-])")


@cache
def _pattern(language: str = "en") -> re.Pattern[str]:
    book: StanceBook = load_stance(language)
    types = ("person", "country", "group", "pronoun", "body", "city", "demonym", "venue", "name")
    name = "[" + "".join(LETTERS[t] for t in types) + "]"
    more = rf"(?:{ALONE}{AND}(?:chair\w+ )?(?!{LETTERS['pronoun']}){name}){{0,12}}"  # "Ruria, he said, backs": no list
    many = (
        rf"(?:both|each|neither|the two) of {LETTERS['pronoun']}|neither (?:side|country|leader)|both|neither"
        r"|the (?:two|three|four|five|pair|trio|quartet)(?= (?:\w+ly |also |all |have |are |is )?[a-z]+(?:ed|ing|s)?\b)"
        r"|all (?:the )?(?:two|three|four|five|six) (?:countries|governments|leaders|sides|parties|states|nations)"
        r"|(?:their|the|(?<![^\"“])(?:a|this)) (?:joint|common|final|closing)"
        r" (?:statement|communiqu[eé]|declaration|text|document)"
        r"|(?:the|their) (?:communiqu[eé]|text)|it|they|i"
    )
    style = rf"(?:{LETTERS['pronoun']} (?:royal |serene )?(?:majesty|highness|holiness)|(?<!\w)the secretary)"
    speaker = r"spokes(?:man|woman|person)|officials?|diplomats?"
    whose = rf"(?<!opposition )(?:{LETTERS['office']}|{speaker}) (?:in|for|of) (?:the )?{name}"
    bare = rf"(?<![^\"“]){LETTERS['office']}(?= (?:\w+ly |also |both )?[a-z]+(?:ed|e|d)? )"  # "Leaders called for"
    who = rf"(?P<who>{style}|{whose}|{bare}|(?:the )?{name}{more}|(?<!\w)(?:{many})(?!\w))"
    tail = (
        r"(?:(?:'s?)? (?:sides?|country|nation|capital|governments?|administration|leadership|leaders?|people|parties"
        r"|presidents"
        rf"|(?:\w+ ){{0,2}}(?:ministry|{speaker}|guest|host|visitor|delegation|camp|diplomacy|team|negotiators?"
        r"|parliament|embassy|presidency)))?"
    )
    when = rf"(?: (?:on |in |late |early |earlier )*{LETTERS['date']})?"
    aside = r"(?P<aside>(?:,| \() ?[^,;:()]{1,140}(?:,|\)))?"
    return expression(
        rf"{who}{tail}{when}{aside}(?: [\"“]?(?:{book.adverb}))*,? [\"“]?"
        rf"(?:(?P<phrase>{SAYING})|(?P<verb>{book.verb}|\w{{3,}}ed|{IRREGULAR}|{AUXILIARY})(?![\w-]))"
    )
