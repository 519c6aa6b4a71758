"""A page → the lines of its lists of documents, each under a line that says that they were signed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.codebook.agreement import AgreementBook
from communique.grammar import lazy

BULLET = lazy(r"[ \t]*(?:[-•*–·▪●○◦➢✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])[ \t]*")
FIRST = lazy(r"(?:an? |one |two |three |four |five |\w{3,5} )?(?:[\w'’-]+ ){0,5}?$")
LONGEST = 400  # characters of an item
REST = 60  # characters that may follow on the line above a list, behind its words


class Line(msgspec.Struct, frozen=True):
    """One item of a list, half-open in the text and without its bullet; whether it names a document by its noun."""

    start: int
    end: int
    named: bool
    title: bool = True  # whether its words are its title


def listed(low: str, start: int, book: AgreementBook) -> list[Line]:
    """Every item of every list of signed documents, in order.

    Args:
        low: the text in lower case.
        start: where its body begins.
        book: the words of documents.
    """
    found: list[Line] = []
    done = start
    for hit in book.heading.finditer(low, start):
        end = low.find("\n", hit.end())
        if hit.start() < done or end < 0 or end - hit.end() > REST or low[hit.end() : end].rstrip()[-1:] not in ":. ":
            continue
        lines = list(_items(low, end + 1, book))
        found += lines
        done = lines[-1].end if lines else hit.end()
    return found


def _items(low: str, at: int, book: AgreementBook) -> Iterator[Line]:
    """The lines from an offset on, as long as they are of one list."""
    bulleted: bool | None = None
    while at < len(low):
        end = low.find("\n", at)
        end = len(low) if end < 0 else end
        line = low[at:end]
        if line.strip():
            bullet = BULLET.match(line)
            first = at + (bullet.end() if bullet else len(line) - len(line.lstrip()))
            noun = book.noun.search(low, first, end)
            named = noun is not None and FIRST.match(low[first : noun.start()]) is not None
            plain = not bullet and (not named or low.startswith("the ", first) or line.rstrip().endswith(","))
            if end - first > LONGEST or plain or (bulleted is not None and bulleted != bool(bullet)):
                return
            bulleted = bool(bullet)
            yield Line(first, first + len(low[first:end].rstrip(" ;.,")), named)
        at = end + 1
