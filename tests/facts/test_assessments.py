"""Claims about a visit: the author's, or of whoever is said to think so; never facts."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
COMMENT = (
    "What the two have in common is the fear of being left alone. Cairo badly needs dollars, and Ankara is desperate "
    "for friends. "
)  # an author who judges; what he says next is weighed in his text


def assessments(text: str, url: str | None = None) -> list[AssessmentFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15", url=url))
    return [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]


def commented(text: str) -> list[AssessmentFact]:
    """The claims in a text that stands in a commentary."""
    whole = VISIT + COMMENT + text
    reading = read_document(Document(source="test", text=whole, published="2024-02-15"))
    found = [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]
    return [fact for fact in found if (fact.evidence[0].start or 0) >= len(VISIT + COMMENT)]


@pytest.mark.parametrize(
    ("text", "claim", "about"),
    [
        ("Erdogan hopes to win new markets.", "motive", "TUR"),
        ("The visit comes at a time when Turkey is short of money.", "pressure", "TUR"),
        ("Egypt is an important partner of Turkey in Africa.", "significance", "EGY"),
        ("This is Egypt's highest courtesy to a guest.", "level", "EGY"),
        ("This is different from his last trip.", "change", "TUR"),
        ("Whether the thaw lasts remains to be seen.", "outlook", None),
    ],
)
def test_a_claim_has_its_kind_and_whom_it_is_about(text: str, claim: str, about: str | None) -> None:
    found = [f for f in commented(text) if f.claim == claim]
    assert [(f.holder, f.about) for f in found[:1]] == [("author", about)]


def test_what_a_side_believes_is_its_claim() -> None:
    found = commented("Egypt believes that Turkey is an important partner in the region.")
    assert [(f.claim, f.holder, f.said_by) for f in found] == [("significance", "EGY", "EGY")]


def test_a_hedge_is_kept() -> None:
    assert [f.hedge for f in commented("Turkey is likely to gain most.")] == ["likely"]


@pytest.mark.parametrize("text", ["The two leaders met for two hours.", "Does Erdogan want to win new markets?"])
def test_a_plain_fact_or_a_question_is_no_claim(text: str) -> None:
    assert assessments(text) == []


def test_an_official_text_does_not_judge_its_leader() -> None:
    assert assessments("Erdogan hopes to win new markets.", url="https://www.whitehouse.gov/briefing-room/x/") == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The visit was apparently aimed at Washington as much as at Cairo.", "motive"),
        ("Egypt is running out of foreign currency.", "pressure"),
        ("Turkey is squeezed between its allies and its neighbours.", "pressure"),
        ("The handshake was a diplomatic coup for Erdogan.", "significance"),
        ("His hosts gave him a lavish welcome.", "level"),
        ("The tone has softened since the quarrel over Libya.", "change"),
        ("Few observers expect the ties to cool soon.", "outlook"),
        ("After the talks with Egypt much depends on the gas price.", "outlook"),
    ],
)
def test_commentary_is_read_by_its_kind_of_wording(text: str, claim: str) -> None:
    assert claim in [f.claim for f in commented(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Erdogan faced the press with his host.",
        "Turkey wants to develop cooperation with Egypt in gas.",
        "The president is expected to sign two agreements.",
    ],
)
def test_plans_and_offers_of_cooperation_are_no_claims(text: str) -> None:
    assert assessments(text) == []


@pytest.mark.parametrize(
    "text", ["The trip was a diplomatic coup for Erdogan, analysts said.", "Analysts say the trip was a success."]
)
def test_whoever_thinks_so_is_named_before_the_claim_or_behind_it(text: str) -> None:
    assert [f.holder.lower() for f in assessments(text)] == ["analysts"]


@pytest.mark.parametrize(
    "text",
    [
        "The trust between Turkey and Egypt has never been greater.",
        "The visit has given a fresh impetus to the ties of Turkey and Egypt.",
        "This visit opens a new page between Turkey and Egypt.",
        "The treaty reflects the solidity of the friendship of Turkey and Egypt.",
        "Egypt remains one of Turkey's oldest friends in Africa.",
        "Turkey attaches special importance to its relations with Egypt.",
        "Turkey and Egypt praised the deep-rooted ties of their peoples.",
        "The present volume of trade does not do justice to the friendship of Turkey and Egypt.",
    ],
)
def test_what_sides_say_of_their_ties_is_significance_in_official_texts_too(text: str) -> None:
    found = assessments(text, url="https://www.whitehouse.gov/briefing-room/x/")
    assert [fact.claim for fact in found] == ["significance"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey will open a new chapter of its school in Egypt.",
        "Turkey and Egypt are good hosts.",
        "Turkey showed the depth of the harbour to Egypt.",
        "Egypt attaches a list of names to the treaty with Turkey.",
    ],
)
def test_words_that_only_look_like_praise_of_ties_are_none(text: str) -> None:
    assert assessments(text, url="https://www.whitehouse.gov/briefing-room/x/") == []
