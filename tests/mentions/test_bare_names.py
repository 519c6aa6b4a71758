"""A surname that stands behind a day or a place is somebody's, and one behind a first name is not."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact

CAME = "Prime Minister Narendra Modi of India and Prime Minister Donald Tusk of Poland were expected. "


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("On Tuesday Modi met Tusk.", True),
        ("In Warsaw Modi met Tusk.", True),
        ("On 20 August Modi met Tusk.", True),
        ("There Anna Modi met Tusk.", False),
    ],
)
def test_who_a_bare_surname_means(words: str, met: bool) -> None:
    reading = read_document(Document(source="test", text=CAME + words, published="2024-08-23"))
    assert any(isinstance(fact, MeetingFact) for fact in reading.facts) is met
