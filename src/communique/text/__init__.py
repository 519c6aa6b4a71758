"""A document's words, repaired, split and dated, each piece with its place in the original."""

from communique.text.clean import Text, clean
from communique.text.date_phrases import NUMBERS
from communique.text.dates import DateMention, find_dates
from communique.text.language import language
from communique.text.lengths import Count, Duration, counts, durations
from communique.text.resolve import Tense, resolve
from communique.text.sentences import is_heading, sentences
from communique.text.spans import Span, moved

__all__ = [
    "NUMBERS",
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
    "moved",
    "resolve",
    "sentences",
]
