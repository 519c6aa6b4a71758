"""Wordings of the genre, many for each signal: each is read as what stands beside it in `wordings/`."""

from pathlib import Path

import pytest

from communique.pipeline import read_document
from communique.records import Document, ProtocolFact

ARRIVED = "President Vladimir Putin arrived in Beijing on Monday for a state visit to China. "
ROWS = [line.split("\t") for line in (Path(__file__).parent / "wordings/protocol.tsv").read_text().splitlines()]


@pytest.mark.parametrize(("told", "words"), ROWS, ids=[words for _, words in ROWS])
def test_a_courtesy_is_read_in_the_wordings_of_the_genre(told: str, words: str) -> None:
    reading = read_document(Document(source="test", text=ARRIVED + words, published="2023-10-20"))
    found = [
        f"{fact.signal} {fact.reported}"
        for fact in reading.facts
        if isinstance(fact, ProtocolFact) and any(piece.quote in words for piece in fact.evidence)
    ]
    assert told in found
