"""Whom a bare surname means: not a leader where the text introduces somebody else by it; a leader, without a day."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document, VisitFact

CAME = "President Emmanuel Macron of France arrived in Singapore on 29 May on a state visit."


@pytest.mark.parametrize(
    ("introduced", "holder"),
    [
        ("Marcus Wong, a lecturer in Perth, watched the welcome.", "Wong"),
        ("Wong Mei-ling, who teaches history in Perth, watched the welcome.", "Wong"),
        ("Prime Minister Wong, who had asked him, was pleased.", "SGP"),
        ("General Wong, in whose house they dined, was pleased.", "SGP"),
        ("A lecturer in Perth watched the welcome.", "SGP"),
    ],
)
def test_whose_words_a_bare_surname_makes_them(introduced: str, holder: str) -> None:
    words = f"{CAME}\n\n{introduced}\n\nWong says that the French president is under great pressure at home."
    reading = read_document(Document(source="test", text=words, published="2025-05-30"))
    *_, claim = (fact for fact in reading.facts if isinstance(fact, AssessmentFact))
    assert claim.holder == holder


@pytest.mark.parametrize(
    ("words", "guest"),
    [
        (
            "Macron's visit to China drew more notice than the one before it. France hopes for orders.",
            "Emmanuel Macron",
        ),
        ("Lukashenko flew to Beijing to ask for a loan.", "Alexander Lukashenko"),
        ("May's visit to China drew more notice than the one before it. Britain hopes for orders.", None),
    ],
)
def test_a_text_without_a_day_may_name_a_leader_by_the_surname_alone(words: str, guest: str | None) -> None:
    facts = read_document(Document(source="test", text=words)).facts
    visit = next((fact for fact in facts if isinstance(fact, VisitFact)), None)
    assert (visit.guest.name if visit and visit.guest else None) == guest
