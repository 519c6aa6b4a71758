"""A document's title and body → one repaired string, the flaws found on the way, and the way back to the original.

Repair changes only what a reader would call damage or typesetting: curly quotes, odd spaces, invisible
characters, mojibake, a doubled word, a masked word. Every span of the repaired text maps back to the exact
original characters, so that evidence always quotes the text as it was given.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from communique.grammar import lazy
from communique.records import Evidence, Flaw
from communique.text.damage import Edit, find_damage

_SAME_LENGTH = (
    *((mark, "'") for mark in "’‘‛ʼ"),
    *((mark, '"') for mark in "“”„‟"),
    *(
        (space, " ")
        for space in map(chr, (0x09, 0x1F, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0xFFFC))
    ),
    *((hyphen, "-") for hyphen in "‐‑‒–−"),
    ("―", "—"),
    *((line_end, "\n") for line_end in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
)
_HALF = lazy("[\ud800-\udfff]")
_BLANKED = lazy(r"[^\r\n]")
_NON_ASCII = lazy(r"[^\x00-\x7f]")


class Repaired(msgspec.Struct, frozen=True):
    """One string before and after repair, with the edits that changed its length, in order.

    Each edit is (clean start, clean length, original start, original length).
    """

    original: str
    clean: str
    edits: tuple[tuple[int, int, int, int], ...] = ()

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of `original` that the half-open span of `clean` was made from.

        Characters that repair removed belong to the span only if they stood inside it.
        """
        if not self.edits or start >= end:
            first = self._locate(start)[0]
            return first, first + max(0, end - start)
        return self._locate(start)[0], self._locate(end - 1)[1]

    def _locate(self, position: int) -> tuple[int, int]:
        """The original span behind the clean character at `position`."""
        index = bisect_right(self.edits, position, key=lambda edit: edit[0]) - 1
        if index < 0:
            return position, position + 1
        clean_start, clean_length, start, length = self.edits[index]
        past = position - clean_start - clean_length
        if past < 0:
            return start, start + length
        return start + length + past, start + length + past + 1


class Text(msgspec.Struct, frozen=True):
    """A document repaired for reading: title, a line break and body in one string.

    `clean[:body_start]` is the title and its line break (empty without a title). Flaws count in the original
    title (`where="title"`) or body. Masks and words that a machine put for another are blanked in `clean`.
    """

    clean: str
    body_start: int
    flaws: tuple[Flaw, ...]
    title: Repaired
    body: Repaired

    def span(self, start: int, end: int) -> Evidence:
        """The original words behind the half-open span of `clean`; it never reaches from the title into the body.

        A span that starts in the title ends there at the latest.
        """
        if start < self.body_start:
            part, shift, where = self.title, 0, "title"
        else:
            part, shift, where = self.body, self.body_start, None
        last = len(part.clean)
        first, past = part.original_span(min(start - shift, last), min(end - shift, last))
        quote = part.original[first:past]
        return Evidence(first, past, quote, "title") if where else Evidence(first, past, quote)


def clean(title: str | None, body: str, blank: int = 0) -> Text:
    """The title (if any) and body, repaired, with flaws in reading order and the map back to both originals.

    The first `blank` characters of the body, lines that only tell of the text, are blanked in `clean`.
    """
    repaired, flaws = _repair(_BLANKED.sub(" ", body[:blank]) + body[blank:] if blank else body)
    if blank:
        repaired = msgspec.structs.replace(repaired, original=body)
    if not title:
        return Text(repaired.clean, 0, flaws, Repaired("", ""), repaired)
    head, head_flaws = _repair(title)
    if "\n" in head.clean:
        head = msgspec.structs.replace(head, clean=head.clean.replace("\n", " "))
    flaws = (*(msgspec.structs.replace(flaw, where="title") for flaw in head_flaws), *flaws)
    return Text(f"{head.clean}\n{repaired.clean}", len(head.clean) + 1, flaws, head, repaired)


def _repair(original: str) -> tuple[Repaired, tuple[Flaw, ...]]:
    odd = _odd(original)
    if any("\ud800" <= mark <= "\udfff" for mark in odd):  # half characters: only a program can hand them over
        repaired, found = _repair(_HALF.sub("\ufffd", original))
        quoted = (msgspec.structs.replace(flaw, quote=original[flaw.start : flaw.end]) for flaw in found)
        return msgspec.structs.replace(repaired, original=original), tuple(quoted)
    edits, flaws = find_damage(original, odd)
    text: str = original
    moved: tuple[tuple[int, int, int, int], ...] = ()
    if edits:
        text, moved = _apply(original, edits)
        odd = _odd(text)
    for old, new in _SAME_LENGTH:
        if old in odd or (old < "\x80" and old in text):
            text = text.replace(old, new)
    return Repaired(original, text, moved), tuple(flaws)


def _odd(text: str) -> set[str]:
    return set() if text.isascii() else set(_NON_ASCII.findall(text))


def _apply(original: str, edits: list[Edit]) -> tuple[str, tuple[tuple[int, int, int, int], ...]]:
    """The text after the edits, and those of them that changed its length. Of two that overlap the first wins."""
    pieces: list[str] = []
    moved: list[tuple[int, int, int, int]] = []
    done = length = 0
    for edit in edits:
        if edit.start < done:
            continue
        pieces += (original[done : edit.start], edit.put)
        length += edit.start - done
        if len(edit.put) != edit.end - edit.start:
            moved.append((length, len(edit.put), edit.start, edit.end - edit.start))
        length += len(edit.put)
        done = edit.end
    pieces.append(original[done:])
    return "".join(pieces), tuple(moved)
