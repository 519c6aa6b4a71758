"""A visit whose words name no place is one to the country where the text was written."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact


def visits(text: str) -> list[tuple[str | None, str | None, str | None]]:
    reading = read_document(Document(source="test", text=text, published="2024-05-07"))
    return [(v.guest_country, v.host_country, v.visit_kind) for v in reading.facts if isinstance(v, VisitFact)]


@pytest.mark.parametrize(
    "text",
    [
        "Rabat, 6 May 2024\n\nPresident Bassirou Diomaye Faye of Senegal began a two-day state visit on Monday.",
        "President Faye tours a port\n\nRabat, May 6 (Atlas Press).- Bassirou Diomaye Faye of Senegal, who completes a"
        " two-day state visit today, saw the new port of Tangier.",
        "RABAT, May 6 -- President Bassirou Diomaye Faye of Senegal on Monday began a state visit, his first.",
    ],
)
def test_the_place_is_told_by_where_the_text_was_written(text: str) -> None:
    assert visits(text) == [("SEN", "MAR", "state")]


@pytest.mark.parametrize(
    "text",
    [
        "Dakar, 6 May 2024\n\nPresident Bassirou Diomaye Faye of Senegal began a two-day state visit on Monday.",
        "President Bassirou Diomaye Faye of Senegal began a two-day state visit on Monday.",
        "Rabat, 6 May 2024\n\nPresident Bassirou Diomaye Faye of Senegal opened a hall for visits of schools.",
    ],
)
def test_no_place_is_made_up(text: str) -> None:
    assert all(host is None for _, host, _ in visits(text))


def test_a_place_that_was_told_before_stands() -> None:
    text = "Rabat, 6 May 2024\n\nPresident Emmanuel Macron of France visited Poland in April. Macron's visit was short."
    assert {host for _, host, _ in visits(text)} == {"POL"}
