"""A repaired text → the spans of its sentences, line by line."""

from __future__ import annotations

import re

import sentencex

_STOP = re.compile(r"[.!?…][\"')\]]*\s|[。！？؟।]")


def sentences(clean: str, language: str = "en") -> list[tuple[int, int]]:
    """Half-open spans of the sentences, in order, without white space at either end; none crosses a line break.

    `language` is an ISO 639-1 code, for its abbreviations. A line break always ends a sentence, so that
    headings, captions and list items stand alone.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in clean.split("\n"):
        if line and not line.isspace():
            if _STOP.search(line):
                _split(line, start, language, spans)
            else:
                _add_trimmed(clean, start, start + len(line), spans)
        start += len(line) + 1
    return spans


def _split(line: str, offset: int, language: str, spans: list[tuple[int, int]]) -> None:
    for boundary in sentencex.get_sentence_boundaries(language, line):
        first, past = boundary["start_index"], boundary["end_index"]
        sentence = line[first:past]
        first += len(sentence) - len(sentence.lstrip())
        past -= len(sentence) - len(sentence.rstrip())
        if first < past:
            spans.append((offset + first, offset + past))


def _add_trimmed(clean: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    line = clean[start:end]
    spans.append((start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())))


def is_heading(sentence: str) -> bool:
    """Whether it looks like a heading: at most 12 words and ends without a stop, or with a colon, or is all capitals."""
    words = sentence.split()
    if not words or len(words) > 12:
        return False
    return sentence[-1] not in ".!?…\"',;" or sentence.isupper()
