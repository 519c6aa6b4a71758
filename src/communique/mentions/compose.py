"""Turns the names in a sentence into the persons, sides and places that they make together.

"Chinese" + "President" + "Xi Jinping" is one person; "Tokyo" + "Japan" one city; "the Chinese side" one country.
The rules are one regular expression over the sentence's shadow with its case kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.grammar import any_of, expression, lazy
from communique.mentions.words import MentionWords, mention_words

OFFICE, N, W = LETTERS["office"], LETTERS["person"], LETTERS["name"]
C, J, B = LETTERS["country"], LETTERS["demonym"], LETTERS["body"]
FIRST, LAST = LETTERS[LETTERS.types[0]], LETTERS[LETTERS.types[-1]]
L, V, E = LETTERS["city"], LETTERS["venue"], LETTERS["event"]

# A capital that may begin a name is moved here before the grammar looks, so that it need not ask of each word whether
# it is one that begins no name ("The", "President").
CAPITAL = "A-ZÀ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŦŪŬŮŰŲŴŹŻŽƏƠƯ"
MOVED = 0xF000
PARTIES = ("Communist", "Workers'", "People's Revolutionary", "Labour", "Labor")  # "of Vesta Communist Party"
REALMS = ("State", "Republic", "Kingdom", "Hashemite Kingdom", "Government")
NUMBERS = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI")
BEGINS = f"[{chr(MOVED)}-{chr(MOVED + 0x1FF)}]"


class Part(msgspec.Struct, gc=False):
    """One composed mention: its kind, where it lies in the shadow, and the spans of its parts."""

    kind: str
    start: int
    end: int
    parts: dict[str, tuple[int, int]]


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest that fits, with a capital or without."""
    return any_of(_either(words))


def _either(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in (word, word[:1].upper() + word[1:])}


class Capitals:
    """Moves the capitals of words that may begin a name out of the alphabet; nothing else changes, no offset either."""

    def __init__(self, words: MentionWords) -> None:
        stops = any_of({word[:1].upper() + word[1:] for word in words.capitalised["words"]})
        initial = rf"(?![AI]\. ?[{CAPITAL}])"  # "A. K. Abdul Momen"
        self._free = expression(rf"(?<!\w)(?!{initial}{stops}\b)[{CAPITAL}]")

    def move(self, text: str) -> str:
        """The text with those capitals moved."""
        return self._free.sub(_moved, text)

    def any(self, words: Iterable[str]) -> str:
        """As `_any`, of words as they stand in a text whose capitals were moved."""
        return any_of({self.move(form) for form in _either(words)})


def _moved(match: re.Match[str]) -> str:
    return chr(MOVED + ord(match[0]))


def _titled(words: str) -> str:
    """As official texts write it: "the two Heads of State"."""
    small = ("the", "two", "both", "of")
    return " ".join(word if word in small else word.capitalize() for word in words.split(" "))


def _grammar(words: MentionWords, capitals: Capitals, *, offices: bool) -> str:
    """The rules as one pattern; without `offices`, only those that can match where no office stands."""
    hon = f"(?:{capitals.any(words.honorifics)} )"
    high = f"(?:{capitals.any(word for word in words.honorifics if ' ' in word)} )"  # may stand before "the King"
    det = f"(?:{capitals.any(words.determiners)} )"
    pre = f"(?:{capitals.any((*words.former, *words.before))}[ -]|ex-)"
    cap = rf"(?:(?:{BEGINS}\.){{0,3}}{BEGINS}(?:\.|\w*(?:['-](?!s\b)(?:{BEGINS}\w*|\w+))*))"
    part = f"(?:{capitals.any(words.particles)}[ -])"
    nick = rf'(?:[“"(‘]{BEGINS}\w+[”")’] )?'  # Benjamin “Benny” Gantz
    known = rf"(?:{BEGINS}\.){{0,3}}[{N}{W}]"  # "L.Penn", as some write
    sons = rf"(?: {capitals.any(('bin', 'ibn', 'bint'))} (?:{cap}|{known})){{0,3}}(?: {capitals.any(('al', 'el'))}[ -](?:{cap}|{known})){{0,3}}"
    tail = rf"{sons}(?:,? {capitals.any(('Jr', 'Sr'))}\b\.?)?(?: {capitals.any(NUMBERS)}(?!\w))?"
    name = (
        rf"(?:(?:(?:{part}|{hon}){{0,3}}(?:{cap}|{known}) {nick}){{0,4}}?{part}{{0,3}}{known}(?: {part}{{0,3}}{known}){{0,5}}(?:(?: {cap}){{1,2}}(?: {known})?(?= [a-zA-Z]|[,.;:)]|'s|$))?{tail}"
        rf"|{part}{{0,3}}{cap}(?: {part}{{0,3}}{cap}){{0,3}}{tail})"
    )
    nat = f"[{J}{C}{B}{L}]"

    def nation(group: str) -> str:
        return rf"(?P<{group}>{nat})(?:'s|')?"

    titles = rf"{OFFICE}(?:(?:, | and |-| & ){OFFICE}(?![ ]?[{N}{W}])){{0,6}}"
    alone = rf"{OFFICE}(?:(?:, |-| & ){OFFICE}(?![ ]?[{N}{W}])){{0,6}}"  # "the President and Prime Minister" are two
    of = rf"(?:,? (?:of|from|for) (?:the )?(?:(?:{capitals.any(REALMS)}|{B}) of (?:the )?)?"
    field = rf"(?: {capitals.any(('Government',))}| {capitals.any(PARTIES)} {capitals.any(('Party',))})?(?: (?:on|for) (?:the )?{cap}(?: (?:and )?{cap}){{0,3}})?"
    what = capitals.any(words.portfolios)
    charge = (  # "Minister" for Economic Cooperation and Development
        rf"(?:(?: (?:of|for) (?:the )?|,? and (?:the )?|, | & )"
        rf"(?:(?:{BEGINS}|[A-Z])[\w-]+ ){{0,2}}?{what}\b(?! {what}\b)){{0,5}}"
    )
    by_office = (
        rf"(?P<titled>{high}?{det}?(?P<pre1>{pre}){{0,4}}(?:{nation('nat1')} )?(?P<pre2>{pre}){{0,4}}{hon}{{0,3}}(?P<office1>{titles}){charge}"
        rf"(?: (?:of|to) (?:the )?(?P<nat10>{nat})(?:'s)? {OFFICE}(?= {hon}{{0,2}}(?:{cap}|{known})))?"
        rf"(?:{of}(?P<of0>{nat})))?,? ?(?<=[ ,]){hon}{{0,3}}(?P<name1>{name})(?:{of}(?P<of1>{nat})))?)",
        rf"(?P<appos>(?=[^,]{{1,60}}, [^,]{{0,50}}{OFFICE}){hon}{{0,3}}(?P<name2>{name}), (?:the )?(?P<pre3>{pre}){{0,4}}(?:{nation('nat2')} )?(?P<pre4>{pre}){{0,4}}(?P<office2>{titles})"
        rf"(?:{of}(?P<of2>{nat})){field}(?: and {OFFICE}(?! of| ?[{N}{W}]))?)?(?! ?(?:{hon}|[{N}{W}]|{cap})))",
        rf"(?P<predicate>(?=[^;.]{{1,90}} (?:is|becomes|has been) [^;,.]{{0,40}}{OFFICE}){hon}{{0,3}}(?P<name3>{name})(?:, \d\d)?(?:,[^,;]{{1,50}},|,)?(?: who)?"
        rf" (?:is|becomes|has been)(?: now| still| also)? (?:the )?(?:{nation('nat5')} (?P<office4>{titles})|(?P<office7>{titles}){of}(?P<of4>{nat}))(?: {cap})?)(?! of| ?(?:{hon}|[{N}{W}]|{cap})))",
        rf"(?P<office>{high}?{det}?(?P<pre5>{pre}){{0,4}}(?:{nation('nat3')} (?P<pre6>{pre}){{0,4}}(?P<office3>{titles})(?:{of}(?P<of3>{nat})))?"
        rf"|(?P<office5>{titles})(?:{of}(?P<of5>{nat})))|(?P<office6>{alone})))",
    )
    return "|".join(
        (
            *(by_office if offices else ()),
            rf"(?P<national>{nation('nat4')} (?P<name4>{known}))",
            rf"(?P<bare>{hon}{{0,3}}(?:{cap} ){{0,3}}?(?P<name5>{known}(?: {known}){{0,5}}{tail}))",
            rf"(?P<honoured>{hon}+(?P<name6>{name}))",
            rf"(?P<capital>(?:[Tt]he )?(?:(?P<nat7>{nat})(?:'s)? capital|capital of (?:the )?(?P<of7>{nat}))(?:,? (?:city )?(?:of )?(?P<city7>{L}))?)",
            rf"(?P<side>(?:[Tt]he )?(?P<nat8>[{J}{C}]) (?:side|leadership|party)s?\b)",
            rf"(?P<city>(?P<city9>{L})(?:,? {L}(?!,? and (?:the )?[{L}{C}]|, {L}))?(?:, (?:the )?(?P<of9>[{C}])(?!['’]s))?)",
        )
    )


class Composer:
    """The rules of composition for one language."""

    def __init__(self, language: str = "en") -> None:
        words = mention_words(language)
        self._capitals = Capitals(words)
        lead = _any((*words.determiners, *words.former, *words.before, "capital of", "ex-"))
        begins = rf"(?=[A-Z{FIRST}-{LAST}]|{BEGINS}|{lead})"  # a cheap look before the grammar is tried at a word
        # Most sentences name no office, and the rules that need one are the costly ones.
        self._with_office, self._without = (
            lazy(rf"(?<![\w{BEGINS[1:-1]}]){begins}(?:{_grammar(words, self._capitals, offices=offices)})(?![\w])")
            for offices in (True, False)
        )
        self.former = expression(_any(words.former))
        self._words: dict[str, tuple[str, str]] = {}
        for kind, table in (("group", words.groups), ("people", words.people), ("pronoun", words.pronouns)):
            for value, forms in table.items():
                self._words.update(dict.fromkeys(forms, (kind, value)))
        titled = [_titled(form) for kind in ("leaders", "sides") for form in words.groups[kind]]
        self._phrases = expression(rf"(?<![\w'])(?:{_any((*self._words, *titled))})(?![\w'-])")
        self._grounds = expression(f"[{OFFICE}{N}{W}{L}]|capital|side|leadership|party")

    def compose(self, shadow: str) -> list[Part]:
        """The composed mentions of a sentence's shadow, in order, not overlapping."""
        found: list[Part] = []
        if not self._grounds.search(shadow):
            return found
        grammar = self._with_office if OFFICE in shadow else self._without
        groups = _groups_by_kind(grammar)
        for match in grammar.finditer(self._capitals.move(shadow)):
            kind = match.lastgroup or ""
            parts = {name: match.span(group) for name, group in groups[kind] if match[group]}
            found.append(Part(kind, match.start(), match.end(), parts))
        return found

    def phrases(self, text: str, start: int, end: int) -> list[tuple[int, int, str, str]]:
        """Groups and pronouns as (start, end, kind, value), offsets in the text."""
        return [
            (m.start(), m.end(), *self._words[m[0] if m[0] == "I" else m[0].lower()])
            for m in self._phrases.finditer(text, start, end)
        ]


KINDS = ("titled", "appos", "predicate", "office", "national", "bare", "honoured", "capital", "side", "city")


@cache
def _groups_by_kind(grammar: re.Pattern[str]) -> dict[str, list[tuple[str, int]]]:
    """The groups of each kind, its own first, each with the name that it gives to a part."""
    found: dict[str, list[tuple[str, int]]] = {}
    kind = ""
    for name, place in sorted(grammar.groupindex.items(), key=lambda pair: pair[1]):
        kind = name if name in KINDS else kind
        found.setdefault(kind, []).append((name.rstrip("0123456789"), place))
    return found


@cache
def composer(language: str = "en") -> Composer:
    """The composer of a language; made once in a process."""
    return Composer(language)
