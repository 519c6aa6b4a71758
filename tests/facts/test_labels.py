"""Labels of relations: what each calls the other, what was raised from another, what is only a document's name."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, RelationshipFact

VISIT = (
    "Prime Minister Narendra Modi of India arrived in Paris on 13 July 2023 on a two-day visit and met President"
    " Emmanuel Macron. "
)


def labels(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    facts = [fact for fact in reading.facts if isinstance(fact, RelationshipFact)]
    return [(fact.label, fact.change, fact.parties) for fact in facts]


@pytest.mark.parametrize(
    ("text", "label", "change", "parties"),
    [
        ("They confirm the multidimensional strategic partnership between India and France.",
         "multidimensional strategic partnership", "reaffirmed", ("FRA", "IND")),
        ("The two entered into a strategic partnership.", "strategic partnership", "established", ("FRA", "IND")),
        ("Modi came away with a strategic partnership.", "strategic partnership", "established", ("FRA", "IND")),
        ("The two raised their relations to strategic association.",
         "strategic association", "upgraded", ("FRA", "IND")),
        ("The strategic partnership was raised to a comprehensive strategic partnership.",
         "comprehensive strategic partnership", "upgraded", ("FRA", "IND")),
        ("Macron described India as a trusted strategic partner.", "strategic partner", None, ("FRA", "IND")),
        ("India and France are strategic partners, said Macron.", "strategic partners", None, ("FRA", "IND")),
        ("The United States named India a Major Defence Partner.", "major defence partner", None, ("IND", "USA")),
        ("President Biden is to designate India a Major Non-NATO Ally.", "major non-nato ally", None, ("IND", "USA")),
    ],
)  # fmt: skip
def test_a_label_is_read(text: str, label: str, change: str | None, parties: tuple[str, ...]) -> None:
    assert labels(text) == [(label, change, parties)]


@pytest.mark.parametrize(
    "text",
    [
        "The agreement on a Comprehensive Partnership in the Field of Migration was signed.",
        "They agreed on a comprehensive partnership package.",
        "They welcomed the Enhanced Partnership and Cooperation Agreement.",
        "The firm is looking for a strategic partner.",
    ],
)
def test_the_name_of_a_document_is_no_label(text: str) -> None:
    assert not labels(text)


def test_what_ties_were_raised_from_is_no_label_of_theirs_any_more() -> None:
    found = labels(
        "In nine years of the Strategic Partnership much was done. The two sides decided to raise their ties to a"
        " Comprehensive Strategic Partnership."
    )
    assert [(label, change) for label, change, _ in found] == [("comprehensive strategic partnership", "upgraded")]
