"""A document's words, repaired, split and dated, each piece with its place in the original."""

from communique.text.clean import Text, clean
from communique.text.dates import DateMention, find_dates
from communique.text.language import language
from communique.text.lengths import Count, Duration, counts, durations
from communique.text.resolve import Tense, resolve
from communique.text.sentences import is_heading, sentences
from communique.text.spans import Span

__all__ = [
    "Count",
    "DateMention",
    "Duration",
    "Span",
    "Tense",
    "Text",
    "clean",
    "counts",
    "durations",
    "find_dates",
    "is_heading",
    "language",
    "resolve",
    "sentences",
]
