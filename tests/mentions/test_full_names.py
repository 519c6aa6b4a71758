"""A bare surname is not the leader's where the text introduces somebody else by it."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

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
