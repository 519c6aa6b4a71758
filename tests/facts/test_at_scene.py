"""Who is shown together with a leader where a text was written is there on a visit, though no words say so."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact


def visits(text: str) -> list[tuple[str | None, str | None, str | None]]:
    reading = read_document(Document(source="test", text=text, published="2024-05-07"))
    return [(v.guest_country, v.host_country, v.start) for v in reading.facts if isinstance(v, VisitFact)]


HEAD = "RABAT, May 7, 2024 - President Emmanuel Macron of France on Tuesday embraced King Mohammed VI of Morocco"


def test_a_scene_at_the_place_of_the_dateline_is_a_visit() -> None:
    assert visits(HEAD + " on the steps of the palace. The guest then walked through the gardens.") == [
        ("FRA", "MAR", "2024-05-07")
    ]


@pytest.mark.parametrize(
    "more",
    [
        " on the sidelines of a summit. The guest then walked through the gardens.",
        " in a letter of good wishes, and signed it himself.",
        " on the steps, as President Joe Biden of the United States looked on. The guests walked through the gardens.",
    ],
)
def test_no_visit_is_made_up(more: str) -> None:
    assert visits(HEAD + more) == []
