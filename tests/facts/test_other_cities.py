"""A stop in another city than the capital, whoever goes there and however the visit's own place was told."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, ProtocolFact

ARRIVED = "President Emmanuel Macron of France arrived in Cairo on Sunday for a state visit to Egypt. "


def stops(text: str) -> list[str]:
    reading = read_document(Document(source="test", text=ARRIVED + text, published="2025-04-08"))
    return [f.reported for f in reading.facts if isinstance(f, ProtocolFact) and f.signal == "second_city"]


@pytest.mark.parametrize(
    "words",
    [
        "President Abdel Fattah el-Sisi received him. He goes on to Luxor before returning home.",
        "The Head of State went on the Tuesday to Luxor, in the company of President Sisi.",
        "On Tuesday Macron travels to Qurna, in the south.",
        "In Fayum, his last stop, he opened a school.",
        "On Tuesday President Macron travels to Luxor before flying to Tokyo.",
    ],
)
def test_a_stop_in_another_city_is_read(words: str) -> None:
    assert stops(words) == ["yes"]


@pytest.mark.parametrize("words", ["On Tuesday Macron went to NASA.", "President Sisi flew to Luxor in March."])
def test_no_stop_is_made_up(words: str) -> None:
    assert stops(words) == []
