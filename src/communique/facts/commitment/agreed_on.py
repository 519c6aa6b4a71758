"""A sentence → the acts that "it was decided" on, "agreement was reached" on or readiness was voiced for, by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import going_on
from communique.facts.commitment.subjects import Voices
from communique.facts.commitment.unowned import Found
from communique.facts.speech.speakers import said_by
from communique.grammar import lazy
from communique.mentions import Page, Sentence

IT_WAS = lazy(
    r"\b(?:it is|(?:it )?(?:was|has been|had been)) (?:also |further |\w+ly )?"
    r"(?:agreed|decided|resolved|arranged|settled)(?: (?:with|in|during) [^,;]{1,40}?)? to (?!be\b)"
)
PLANNED = lazy(
    r"\b(?:it (?:is|was|has been) (?:\w+ )?(?:planned|intended|envisaged)|there are (?:\w+ )?plans) to (?!be\b)"
)
REACHED = lazy(  # "Agreement was reached on opening a bank"
    r"\b(?:agreements?|understandings?|consensus) (?:was|were|has been|have been|had been|is) (?:\w+ )?"
    r"(?:reached|achieved|found|attained) (?:(?:on|about|regarding|concerning|in) |(?P<to>to ))"
)
NOUNS = {
    "readiness": ("readiness", "willingness", "intention", "desire", "interest", "wish"),
    "determined": ("determination", "resolve"),
    "commitment": ("commitment",),
}
VOICED = lazy(  # "Readiness was expressed to open a bank"
    rf"\b(?P<noun>{'|'.join(word for words in NOUNS.values() for word in words)}) (?:was|has been|had been) (?:\w+ )?"
    r"(?:expressed|voiced|reaffirmed|confirmed|stated|reiterated|noted|conveyed) (?:(?P<to>to )|in (?=\w+ing\b))"
)


def agreed_on(
    page: Page, sentence: Sentence, voices: Voices, book: CommitmentBook, found: Sequence[Found]
) -> Iterator[Found]:
    """The acts that "it was decided" or "agreement was reached" on."""
    text = sentence.shadow.text
    for pattern in (IT_WAS, PLANNED, REACHED, VOICED):
        head = book.by_id["intends" if pattern is PLANNED else "agrees"]
        for hit in pattern.finditer(text):
            if any(one.act.start <= hit.end() <= one.act.end for one in found):
                continue
            if pattern is VOICED:
                head = book.by_id[next(key for key, words in NOUNS.items() if hit["noun"] in words)]
            verb = pattern in (IT_WAS, PLANNED) or hit["to"] is not None
            for act in going_on(text, hit.end(), head, "verb" if verb else "ing", book):
                act.thing = act.thing or not verb
                yield Found(act, voices.parties, said_by(page, sentence, None), hit.start())
