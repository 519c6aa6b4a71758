"""Laws of every reading: the words are the text's own, ids are stable, nothing depends on what was read before."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.errors import DocumentError
from communique.pipeline import read_document, why
from communique.records import Document, ProtocolFact, Reading, to_json

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))


def document(path: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    return Document(source=path.name, text=text, title="A title of Beijing", published="2023-12-06")


def check(reading: Reading, text: str, title: str) -> None:
    for piece in [e for fact in reading.facts for e in fact.evidence] + list(reading.flaws):
        assert piece.quote == (title if piece.where else text)[piece.start : piece.end]
    assert all(fact.evidence for fact in reading.facts)
    ids = [fact.id for fact in reading.facts]
    assert len(ids) == len(set(ids))
    assert {fact.visit for fact in reading.facts} - {None} <= set(ids)
    assert {gap.of for gap in reading.gaps} - {None} <= set(ids)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_evidence_quotes_the_text(path: Path) -> None:
    given_document = document(path)
    check(read_document(given_document), given_document.text, given_document.title or "")


def test_reading_does_not_depend_on_what_was_read_before() -> None:
    alone = [to_json(read_document(document(path))) for path in EXAMPLES]
    backwards = [to_json(read_document(document(path))) for path in reversed(EXAMPLES)]
    assert alone == backwards[::-1]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "President Xi Jinping", "visited", "will visit", "Belarus", "in Beijing", "on Monday", ",", ".", "\n",
                "**", "met with", "the two sides", "agreed to", "expand trade", "“", "’s", "signed",
                "Chancellor Olaf Scholz",
                "the Great Hall of the People", "\u00ad", "İstanbul", "ß", "not", "state visit to", "France", "Taiwan",
                "from 3 to 5 May 2023", "red carpet", "supports",
            ]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_mixture_of_words_keeps_the_laws(words: list[str]) -> None:
    text = " ".join(words)
    reading = read_document(Document(source="made", text=text, title="Xi Jinping visits Paris", published="2023-05-06"))
    check(reading, text, "Xi Jinping visits Paris")


def test_read_gives_what_the_command_prints() -> None:
    reading = communique.read("President Emmanuel Macron visited Berlin on Monday.", published="2023-12-06")
    fact = json.loads(to_json(reading))["facts"][0]
    assert (fact["kind"], fact["guest_country"], fact["host_country"]) == ("visit", "FRA", "DEU")
    assert fact["start"] == "2023-12-04"


def test_read_refuses_a_date_that_is_none() -> None:
    with pytest.raises(DocumentError, match="2023-13-45"):
        communique.read("Words.", published="2023-13-45")


def test_why_names_rule_slots_and_words() -> None:
    text = "President Emmanuel Macron will visit Berlin on Monday."
    given_document = Document(source="made", text=text, published="2023-12-06")
    fact = read_document(given_document).facts[0]
    told = why(given_document, fact.id)
    assert "visit.visits" in told
    assert "'Berlin' is a city" in told
    assert "scope planned" in told


def test_why_of_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(DocumentError, match="nothing-like-it"):
        why(Document(source="made", text="No words of a visit."), "nothing-like-it")


def test_header_lines_tell_of_a_text_and_state_nothing() -> None:
    head = "TITLE: Macron visits Berlin\nDATE: 2023-12-06\nURL: https://example.org/no-banquet-for-macron\n"
    body = "\nPresident Emmanuel Macron visited Berlin on Monday. A banquet was held."
    reading = communique.read(head + body)
    assert (reading.document.title, reading.document.published) == ("Macron visits Berlin", "2023-12-06")
    spans = [piece for fact in reading.facts for piece in fact.evidence]
    assert all(piece.where == "title" or piece.start >= len(head) for piece in spans)
    assert [fact.reported for fact in reading.facts if isinstance(fact, ProtocolFact)] == ["yes"]
    check(reading, head + body, "Macron visits Berlin")
