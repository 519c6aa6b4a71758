"""A repaired text → the spans of its sentences, line by line."""

from __future__ import annotations

from collections.abc import Iterator

import sentencex

from communique.grammar import lazy

CLOCK = ("a.m.", "p.m.")
TITLES = (
    " Hon.", "Rt. Hon.", " H.E.", " Amb.", " Gen.", " Lt.", " Col.", " Maj.", " Adm.", " Sen.", " Rep.", " Gov.",
    " Smt.", " Eng.", " Dr.", " Mr.", " Mrs.", " Ms.", " Prof.",
)  # fmt: skip
GOES_ON = lazy(  # behind a time of day: "at 11 a.m. Tuesday"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[A-Z]\w+ )?(?:[Ss]tandard |[Ll]ocal )?[Tt]ime"
    r"|[A-Z]{2,4}T|\(?GMT|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
MARK = lazy(r"\s*\(\w{1,3}\)\s+(?=\S)")  # what numbers an item of a list
MOST = 4_000  # characters of a sentence; of 130,000 in official texts one had more


def sentences(clean: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open spans of the sentences, in order, without white space at either end; none crosses a line break.

    `language` is an ISO 639-1 code, for its abbreviations. A line break always ends a sentence, so that
    headings, captions and list items stand alone. What is longer than MOST is cut behind a semicolon, a comma or a
    blank: the time that rules take is bounded by the length of a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in clean.split("\n"):
        at = start
        for piece in _pieces(language, line) if line.strip() else ():  # a list in one go would run together
            if not clean.startswith(piece, at):  # it mostly does, and to search for a long piece costs much more
                at = clean.index(piece, at)
            sentence = piece.lstrip()
            if sentence:
                first = at + len(piece) - len(sentence)
                end = first + len(sentence.rstrip())
                if spans and spans[-1][1] == first and clean[first - 1] == "." and clean[first - 2].isupper():
                    first = spans.pop()[0]  # "EU-U.S." is no end
                elif (
                    spans
                    and spans[-1][0] >= start
                    and (_goes_on(clean, spans[-1][1], first) or clean.endswith(TITLES, 0, spans[-1][1]))
                ):
                    first = spans.pop()[0]
                spans += _cut(clean, first, end) if end - first > MOST else ((first, end),)
            at += len(piece)
        start += len(line) + 1
    return spans


def _pieces(language: str, line: str) -> Iterator[str]:
    """The sentences of a line; what follows "(a)" at the head of one is looked at alone, which else stays whole."""
    for piece in sentencex.segment(language, line):
        mark = MARK.match(piece)
        first, *more = sentencex.segment(language, piece[mark.end() :]) if mark else [piece]
        yield mark[0] + first if mark else first
        yield from more


def _goes_on(clean: str, end: int, first: int) -> bool:
    """Whether a time of day ends what goes before, and a day or a zone follows it."""
    return clean.endswith(CLOCK, 0, end) and GOES_ON.match(clean, first) is not None


def _cut(clean: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    while end - first > MOST:
        half, most = first + MOST // 2, first + MOST
        cut = next((at + 1 for mark in ("; ", ", ", " ") if (at := clean.rfind(mark, half, most)) >= 0), most)
        yield first, first + len(clean[first:cut].rstrip())
        first = end - len(clean[cut:end].lstrip())
    yield first, end


def is_heading(sentence: str) -> bool:
    """Whether it looks like a heading: at most 12 words that end without a stop or with a colon, or all in capitals."""
    words = sentence.split()
    if not words or len(words) > 12:
        return False
    return sentence[-1] not in ".!?…\"',;" or sentence.isupper()
