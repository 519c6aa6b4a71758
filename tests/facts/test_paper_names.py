"""Names of documents: where they begin and end, what is in no title, whose they are."""

import pytest

from communique.pipeline import read_document
from communique.records import AgreementFact, Document

VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


def agreements(text: str) -> list[AgreementFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, AgreementFact)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("They signed a treaty on extradition and we reaffirm our wish for more.", "treaty on extradition"),
        ("They signed a treaty on extradition, and reiterated their wish for peace.", "treaty on extradition"),
        ("They signed an accord on rivers, and President Macron affirms his will to act.", "accord on rivers"),
        ("Modi praised the accord on rivers both countries signed in the palace.", "accord on rivers"),
        ("The ministers signed an accord on rivers, designed to help farmers.", "accord on rivers"),
        ("The ministers signed an accord on rivers expected to help farmers.", "accord on rivers"),
        ("The two signed a joint statement committing to further talks.", "joint statement"),
        ("Another accord on rivers was signed by the mayors.", "accord on rivers"),
        ("The ministers signed an accord on rivers on July 13 in Paris.", "accord on rivers"),
        ("The ministers signed an accord on rivers to strengthen their cooperation.", "accord on rivers"),
        ("The ministers signed a pact to strengthen their cooperation.", "pact to strengthen their cooperation"),
        ("They will negotiate a space, science, and innovation agreement.", "space, science, and innovation agreement"),
        ("The ministers signed a licence and services agreement.", "licence and services agreement"),
        ("The ministers signed a $300 million agreement on ports.", "$300 million agreement on ports"),
        ("Concluding the bilateral tax agreement is their aim.", None),
    ],
)
def test_a_name_begins_and_ends_with_its_own_words(text: str, title: str | None) -> None:
    assert [fact.title for fact in agreements(text)] == ([title] if title else [])


def test_documents_counted_behind_another_clause_are_no_part_of_a_name() -> None:
    assert [fact.count for fact in agreements("The council met, and 17 agreements were signed.")] == [17]


@pytest.mark.parametrize(
    "text",
    [
        "The French Navy and the French firm Naval Group concluded a contract on frigates.",
        "They praised the Swiss-brokered agreements signed in Geneva.",
        "They endorsed the Declaration for the Future of the Internet.",
        "They launched a research and development programme on rice.",
    ],
)
def test_what_is_none_of_theirs_or_no_document_is_none(text: str) -> None:
    assert not agreements(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("At the India-EU meeting in Berlin the two sides adopted a plan of action on ports.", ("EU", "IND")),
        (
            "Meeting at the United Nations, the ministers of France and India signed a treaty on rivers.",
            ("FRA", "IND"),
        ),
    ],
)
def test_whose_a_document_is_by_a_pair_and_not_by_where_they_met(text: str, parties: tuple[str, str]) -> None:
    assert [fact.parties for fact in agreements(text)] == [parties]
