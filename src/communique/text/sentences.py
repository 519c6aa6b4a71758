"""A repaired text → the spans of its sentences, line by line."""

from __future__ import annotations

import sentencex


def sentences(clean: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open spans of the sentences, in order, without white space at either end; none crosses a line break.

    `language` is an ISO 639-1 code, for its abbreviations. A line break always ends a sentence, so that
    headings, captions and list items stand alone.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in clean.split("\n"):
        at = start
        for piece in sentencex.segment(language, line) if line.strip() else ():  # a list in one go would run together
            at = clean.index(piece, at)
            sentence = piece.lstrip()
            if sentence:
                first = at + len(piece) - len(sentence)
                spans.append((first, first + len(sentence.rstrip())))
            at += len(piece)
        start += len(line) + 1
    return spans


def is_heading(sentence: str) -> bool:
    """Whether it looks like a heading: at most 12 words that end without a stop or with a colon, or all in capitals."""
    words = sentence.split()
    if not words or len(words) > 12:
        return False
    return sentence[-1] not in ".!?…\"',;" or sentence.isupper()
