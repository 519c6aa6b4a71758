"""Wordings of the genre, many for each signal: each is read as what stands beside it in `wordings/`."""

from pathlib import Path

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, ProtocolFact

ARRIVED = "President Vladimir Putin arrived in Beijing on Monday for a state visit to China. "
CAME = (
    "Prime Minister Narendra Modi arrived in Warsaw on Monday for an official visit to Poland, "
    "where he was welcomed by Prime Minister Donald Tusk. "
)


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (Path(__file__).parent / "wordings" / name).read_text("utf-8").splitlines()]


ROWS = _rows("protocol.tsv")
MET = _rows("meeting.tsv")


@pytest.mark.parametrize(("told", "words"), ROWS, ids=[words for _, words in ROWS])
def test_a_courtesy_is_read_in_the_wordings_of_the_genre(told: str, words: str) -> None:
    reading = read_document(Document(source="test", text=ARRIVED + words, published="2023-10-20"))
    found = [
        f"{fact.signal} {fact.reported}"
        for fact in reading.facts
        if isinstance(fact, ProtocolFact) and any(piece.quote in words for piece in fact.evidence)
    ]
    assert told in found


@pytest.mark.parametrize(("who", "words"), MET, ids=[words for _, words in MET])
def test_a_meeting_is_read_in_the_wordings_of_the_genre(who: str, words: str) -> None:
    reading = read_document(Document(source="test", text=CAME + words, published="2024-08-23"))
    found = [
        {(person.name or "?").split(" ")[-1].split("-")[-1] for person in fact.participants}
        for fact in reading.facts
        if isinstance(fact, MeetingFact) and any(piece.quote in words for piece in fact.evidence)
    ]
    wanted = [] if who == "-" else [{name if name != "Xi" else "Jinping" for name in who.split(",")}]
    assert all(one in found for one in wanted)
    assert wanted or not found
