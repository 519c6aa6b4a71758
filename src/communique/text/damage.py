"""A string as it was given → the edits that repair it and the flaws that a reader should know of.

Which words a flaw quotes:
- masked: the mask with the word it touches, or else the word before it. Where "and" or "or" stands before, the
  coordination goes along ("goods and services**", "sports, and **"). A headline glued to the end of the line
  is quoted to its end ("Belarus** Lukashenko visited China"); inside a clause, one word after a mask that
  stands alone.
- mistranslated: one word before the wrong word, two after ("previous Xi of visiting").
- duplicated: both words. garbled: the word that holds the broken characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

import ahocorasick_rs
import msgspec

from communique.grammar import lazy
from communique.records import Flaw


class Edit(msgspec.Struct, frozen=True):
    """Put `put` in the place of `text[start:end]`."""

    start: int
    end: int
    put: str


# "to to", "for for", "with with" can be right: what a verb ends with, what the next phrase begins with.
_DOUBLED = (
    "the", "of", "in", "and", "a", "an", "by", "from", "as", "or", "its", "their", "his", "her", "our", "which", "be",
    "were", "will", "has",
)  # fmt: skip
_TAKES_IN = lazy(r"(?:sw[oe][ra]\w*|com\w+|came|br[io]\w+|check\w*|weigh\w*|engag\w+|believ\w+|here|been) $")

_SIGNS = {
    "doubled": [f" {word} {word} " for word in _DOUBLED],
    "masked": ["**", "██", "[redacted]", "[Redacted]", "[REDACTED]", "__"],
    "slipped": [" Xi "],
    "escaped": [" xE", " xF", " xC", " xD", "\\x"],
}
_KIND_OF_SIGN = [kind for kind, signs in _SIGNS.items() for _ in signs]
_SCAN = ahocorasick_rs.AhoCorasick([sign for signs in _SIGNS.values() for sign in signs])

_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_UNSEEN = lazy(f"[{_INVISIBLE}{''.join(_LIGATURES)}]|(?<=[\\x21-\u024f])[\u200c\u200d]")
_UNSEEN_SIGNS = {*_INVISIBLE, *_LIGATURES, "\u200c", "\u200d"}

# Slips of machine translation: a common word of the source was taken for a surname. Each row: the surname,
# what the source says, and where no name can stand.
_SLIPS = (
    (
        "Xi",
        "习 as in 习惯 habit",
        r"\b(?:his|her|its|their|our|my|the|a|this|that|these) (?:[a-z]+ )?{} of [a-z]+ing\b",
    ),
    ("Xi", "习 as in 学习 to learn", r"\b[a-z]+ {} (?:each other|one another)\b"),
    (
        "Xi",
        "习 as in 学习 to learn",
        r"\b(?:learn|learning|studying|practi[cs]ing) {} (?:and|from|the|their|foreign|languages?|skills?|more)\b",
    ),
)
_SLIP = lazy("|".join(pattern.format(f"(?P<name{i}>{name})") for i, (name, _, pattern) in enumerate(_SLIPS)))
_AROUND = lazy(r"[\w'’-]+\s+$"), re.compile(r"(?:\s+[\w-]+){0,2}")

_MASK = lazy(r"\*{2,}|█{2,}|\[redacted\]|\[REDACTED\]|\[Redacted\]|(?<!_)__(?!_)")
_FOOTNOTE = lazy(r"^\*{2,} ?\w[^*\n]*$", re.M)  # then a mask is a mark that refers to it
_BEFORE_MASK = lazy(r"(?:[\w'’-]+,? (?:and|or) )?[\w'’-]+$")
_BEFORE_LONE_MASK = lazy(r"[\w'’-]+(?:,? (?:and|or))? $")
_AFTER_MASK = lazy(r" [\w'’-]+")
_HEADLINE = lazy(r"(?: [A-Z][\w'’-]+)(?: [\w'’-]+){1,11}$")

# "L xF3pez", "L\\xf3pez": a letter that was printed as its code.
_ESCAPED = lazy(r"(?<![A-Za-z])[A-Za-z]++(?:(?: x[C-F][0-9A-F]|\\x[c-fC-F][0-9a-fA-F])[a-z]*)+(?![A-Za-z0-9])")
_ESCAPE = lazy(r"( ?)\\?x([C-Fc-f][0-9A-Fa-f])([a-z]?)")
_WORD = 60  # characters to either side that still belong to a broken word
_MOJIBAKE_SIGNS = "âÃÂÐÑÄÅï\ufffd"
_CONTINUED = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = lazy(
    f"(?:[\u00c2-\u00df][{_CONTINUED}]|[\u00e0-\u00ef][{_CONTINUED}]{{2}}|[\u00f0-\u00f4][{_CONTINUED}]{{3}})+|\ufffd+"
)
_GOOD_REPAIR = lazy("[\u00a0-\u024f\u2010-\u2044\u20ac\u2122\ufeff]+|[\u0370-\u045f\\s]{3,}")


def find_damage(text: str, odd: Set[str]) -> tuple[list[Edit], list[Flaw]]:
    """Edits that do not change what is whole, and flaws, each list in order of place. Most texts have neither.

    `odd`: the characters of the text that are not ASCII.
    """
    signs: dict[str, list[int]] = {}
    for sign, start, _ in _SCAN.find_matches_as_indexes(text):
        signs.setdefault(_KIND_OF_SIGN[sign], []).append(start + 1)
    found: list[tuple[list[Edit], Flaw | None]] = []
    found += (_doubled(text, start) for start in signs.get("doubled", ()))
    if "masked" in signs:
        found += _masked(text)
    if "slipped" in signs:
        found += _slipped(text, signs["slipped"])
    if "escaped" in signs:
        found += _escaped(text)
    if not odd.isdisjoint(_MOJIBAKE_SIGNS):
        found += _garbled(text)
    if "\r" in text or not odd.isdisjoint(_UNSEEN_SIGNS):
        found += (([Edit(m.start(), m.end(), _LIGATURES.get(m[0], ""))], None) for m in _UNSEEN.finditer(text))
    edits = sorted((edit for group, _ in found for edit in group), key=lambda edit: (edit.start, edit.end))
    flaws = sorted((flaw for _, flaw in found if flaw), key=lambda flaw: (flaw.start, flaw.end))
    return edits, flaws


def _doubled(text: str, start: int) -> tuple[list[Edit], Flaw | None]:
    middle = text.index(" ", start)
    end = 2 * middle - start + 1
    if text[start:middle] == "in" and _TAKES_IN.search(text, max(0, start - 20), start):
        return [], None
    return [Edit(middle, end, "")], Flaw("duplicated", start, end, text[start:end])


def _slipped(text: str, starts: list[int]) -> Iterator[tuple[list[Edit], Flaw]]:
    before, after = _AROUND
    for near in starts:
        for match in _SLIP.finditer(text, max(0, near - 40), near + 40):
            start, end = match.span(match.lastgroup or 0)
            if start != near:
                continue
            left = before.search(text, max(0, start - 40), start)
            right = after.match(text, end)
            first, past = left.start() if left else start, right.end() if right else end
            yield [Edit(start, end, " " * (end - start))], Flaw("mistranslated", first, past, text[first:past])


def _escaped(text: str) -> Iterator[tuple[list[Edit], Flaw | None]]:
    for word in _ESCAPED.finditer(text):
        edits = []
        for match in _ESCAPE.finditer(text, *word.span()):
            letter = chr(int(match[2], 16))
            starts_word = letter.isupper() or (letter == "à" and not match[3])
            edits.append(Edit(match.start(), match.start(3), (match[1] if starts_word else "") + letter))
        yield edits, Flaw("garbled", *word.span(), word[0])


def _garbled(text: str) -> Iterator[tuple[list[Edit], Flaw | None]]:
    for match in _MOJIBAKE.finditer(text):
        if match[0][0] == "\ufffd":
            yield [], _word_flaw(text, *match.span())
            continue
        put = _undo_mojibake(match[0])
        if put is not None and _GOOD_REPAIR.fullmatch(put):
            yield [Edit(*match.span(), put)], _word_flaw(text, *match.span())


def _undo_mojibake(garbled: str) -> str | None:
    """What the bytes said before somebody read UTF-8 as Windows-1252; None where they say nothing."""
    try:
        return b"".join(_byte(character) for character in garbled).decode()
    except UnicodeError:
        return None


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if ord(character) < 0x100 else "cp1252")


def _word_flaw(text: str, start: int, end: int) -> Flaw:
    first, past = max(0, start - _WORD), min(len(text), end + _WORD)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < past and not text[end].isspace():
        end += 1
    while end - start > 1 and text[end - 1] in '.,;:!?)"':
        end -= 1
    return Flaw("garbled", start, end, text[start:end])


def _masked(text: str) -> Iterator[tuple[list[Edit], Flaw | None]]:
    start, has_notes = 0, _FOOTNOTE.search(text) is not None
    for line in text.split("\n"):
        for edits, flaw in _masked_in_line(text, start, start + len(line)) if _may_mask(line) else ():
            yield edits, None if has_notes and flaw and "*" in flaw.quote else flaw
        start += len(line) + 1


def _may_mask(line: str) -> bool:
    return ("**" in line or "██" in line or "__" in line or "[" in line) and _MASK.search(line) is not None


def _masked_in_line(text: str, start: int, end: int) -> Iterator[tuple[list[Edit], Flaw | None]]:
    opened: dict[str, re.Match[str]] = {}
    unpaired: list[re.Match[str]] = []
    blanks: list[Edit] = []
    for mask in _MASK.finditer(text, start, end):
        blanks.append(Edit(*mask.span(), " " * len(mask[0])))
        if mask[0] in opened and not text[mask.start() - 1].isspace():
            unpaired.remove(opened.pop(mask[0]))
            continue
        unpaired.append(mask)
        if mask[0][0] in "*_" and mask.end() < end and not text[mask.end()].isspace():
            opened[mask[0]] = mask
    if any(mask.start() == start and mask[0][0] == "*" for mask in unpaired):
        unpaired = []  # a rule across the page
    yield blanks, None
    for mask in unpaired:
        if mask[0] != "__":
            yield [], _mask_flaw(text, mask, start, end)


def _mask_flaw(text: str, mask: re.Match[str], start: int, end: int) -> Flaw:
    window = max(start, mask.start() - 80)
    touched = _BEFORE_MASK.search(text, window, mask.start())
    before = touched or _BEFORE_LONE_MASK.search(text, window, mask.start())
    after = _HEADLINE.match(text, mask.end(), end)
    if not after and not touched:
        after = _AFTER_MASK.match(text, mask.end(), end)
    first = before.start() if before else mask.start()
    past = after.end() if after else mask.end()
    return Flaw("masked", first, past, text[first:past])
