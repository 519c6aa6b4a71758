"""A text that opens with an arrival and tells no day and no end of the visit is written while it goes on."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact

ARRIVES = """Macri in India

New Delhi, Feb 17: President of Argentina Mauricio Macri arrived in India on a three-day state visit at the \
invitation of Prime Minister Narendra Modi.
"""


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("The two will hold talks on trade.", "ongoing"),
        ("The visit ended with a dinner, and he flew home.", "completed"),
    ],
)
def test_who_has_arrived_is_there_until_he_leaves(more: str, status: str) -> None:
    reading = read_document(Document(source="test", text=ARRIVES + more, published="2019-02-17"))
    assert [fact.status for fact in reading.facts if isinstance(fact, VisitFact)] == [status]


@pytest.mark.parametrize(
    ("more", "city"),
    [
        ("The treaty was signed at a ceremony in Rome.", "Rome"),
        ("A consulate will open in Milan.", None),
        ("He spoke in Rome and in Milan.", None),
        ("Rome welcomed the news.", None),
    ],
)
def test_a_visit_told_without_a_place_went_to_the_capital_that_alone_is_named(more: str, city: str | None) -> None:
    words = f"President Emmanuel Macron of France paid a state visit to Italy on Thursday. {more}"
    reading = read_document(Document(source="test", text=words, published="2021-11-26"))
    (visit,) = (fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert (visit.place.name if visit.place else None) == city
