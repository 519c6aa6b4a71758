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
    for piece in sentencex.segment(language, clean):
        if not clean.startswith(piece, start):  # the splitter drops some empty lines
            start = clean.index(piece, start)
        for line in piece.split("\n"):
            sentence = line.lstrip()
            if sentence:
                first = start + len(line) - len(sentence)
                spans.append((first, first + len(sentence.rstrip())))
            start += len(line) + 1
        start -= 1
    return spans


def is_heading(sentence: str) -> bool:
    """Whether it looks like a heading: at most 12 words that end without a stop or with a colon, or all in capitals."""
    words = sentence.split()
    if not words or len(words) > 12:
        return False
    return sentence[-1] not in ".!?…\"',;" or sentence.isupper()
