"""Documents: signed, adopted, planned, in force; what is only referred to is none."""

import pytest

from communique.pipeline import read_document
from communique.records import AgreementFact, Document

VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


def agreements(text: str) -> list[AgreementFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, AgreementFact)]


@pytest.mark.parametrize(
    ("text", "status", "instrument", "count"),
    [
        ("The two sides signed 14 documents.", "signed", "other", 14),
        ("A memorandum of understanding on tourism was signed.", "signed", "mou", None),
        ("They witnessed the signing of a treaty on extradition.", "signed", "treaty", None),
        ("The leaders adopted a roadmap on green hydrogen.", "adopted", "plan", None),
        ("A joint statement was issued in the evening.", "adopted", "joint_statement", None),
        ("The joint statement speaks of a shared ocean.", "adopted", "joint_statement", None),
        ("The trade pact will take effect in May.", "planned", "agreement", None),
        ("Officials expect a deal on visas.", "planned", "agreement", None),
        ("India and France will sign an agreement on space.", "planned", "agreement", None),
        ("The two governments opened negotiations on a free trade agreement.", "planned", "agreement", None),
        ("Work goes on under the Agreement on Mobility between India and France.", "in_force", "agreement", None),
    ],
)
def test_a_document_has_status_instrument_and_number(
    text: str, status: str, instrument: str, count: int | None
) -> None:
    found = agreements(text)
    assert [(f.status, f.instrument, f.count) for f in found] == [(status, instrument, count)]
    assert found[0].parties == ("FRA", "IND")


def test_a_title_is_kept_without_its_article() -> None:
    found = agreements("The ministers signed a memorandum of understanding on cyber security.")
    assert [f.title for f in found] == ["memorandum of understanding on cyber security"]


def test_the_fields_are_those_of_its_name() -> None:
    found = agreements("The two sides signed a number of documents in the fields of agriculture and tourism.")
    assert [f.fields for f in found] == [("agriculture", "tourism")]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the Paris Agreement and of the Convention on the Law of the Sea.",
        "No agreement was signed.",
        "The two sides reached broad agreement on many questions.",
        "France might sign a contract on submarines.",
    ],
)
def test_a_document_that_is_only_referred_to_is_none(text: str) -> None:
    assert agreements(text) == []


def test_a_list_of_documents_goes_on() -> None:
    found = agreements("They signed a memorandum on tea, a treaty on extradition and an agreement on visas.")
    assert [(fact.instrument, fact.status) for fact in found] == [
        ("mou", "signed"), ("treaty", "signed"), ("agreement", "signed"),
    ]  # fmt: skip


def test_the_sentence_after_may_name_one_of_the_documents() -> None:
    found = agreements("Nine documents were signed. The most important is an agreement on nuclear fuel.")
    assert [(fact.status, fact.count) for fact in found] == [("signed", 9), ("signed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The joint statement of 2018 spoke of a shared ocean.",
        "No joint statement was planned.",
        "The last joint statement spoke of a shared ocean.",
    ],
)
def test_a_joint_document_of_another_time_is_none_of_this_visit(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Three documents were signed: a treaty on rivers; an accord on visas; and a memorandum on sport.",
            ["signed"] * 4,
        ),
        (
            "The two countries signed two agreements: a protocol to the tax convention and an arrangement on food.",
            ["signed"] * 3,
        ),
        ("The following accords were signed:\n- a treaty on rivers;\n- a memorandum on sport.\n", ["signed"] * 3),
        ("The agreements signed include a memorandum on sport.", ["signed"] * 2),
        ("Students profit from a second memorandum signed today.", ["signed"]),
        ("More is in the declaration on space, which the two leaders signed.", ["signed"]),
        ("The visit produced six agreements.", ["signed"]),
        ("The dam was built without touching the accord of 1968.", ["in_force"]),
        ("Officials said a treaty on rivers would be signed.", ["planned"]),
        ("He was asked whether a treaty on rivers would be signed.", []),
        ("The talks produced an agreement to talk again.", []),
    ],
)
def test_documents_are_read_in_lists_and_from_the_words_behind_them(text: str, found: list[str]) -> None:
    assert [f.status for f in agreements(text)] == found
