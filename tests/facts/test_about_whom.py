"""Whom a claim is about: the party that is its subject, and nobody where its words do not say."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = (
    "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
    "What the two have in common is the fear of being left alone. "
)


def about(text: str) -> list[str | None]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    found = [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]
    return [fact.about for fact in found if fact.evidence[0].start >= len(VISIT)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cairo badly needs dollars and cannot wait.", "EGY"),
        ("Erdogan is desperate for orders from the Gulf and beyond.", "TUR"),
        ("With the lira falling, Egypt looked like a market that nobody else wanted.", "EGY"),
        ("The visit was a victory that cost nothing.", "TUR"),
        ("The welcome was unusually lavish by any measure.", "EGY"),  # the level is the host's
        ("Israel's war has left Cairo desperate for friends.", "EGY"),  # of another's doing
        ("The hosts were desperate for a picture that costs nothing.", "EGY"),
        ("The friendship between Egypt and Turkey is a turning point of rare importance.", None),
        ("It is hard to imagine a warmer turn of phrase between old foes.", None),
    ],
)
def test_a_claim_is_about_the_party_that_is_its_subject(text: str, code: str | None) -> None:
    assert about(text)
    assert set(about(text)) == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sisi said that Turkey was a historic partner without equal in the Levant.", "TUR"),
        ("Sisi called the visit a historic turning point for the whole Levant.", "TUR"),  # the other, not himself
        ("Erdogan told his host that Egypt was a historic partner without equal.", "EGY"),
        ("Greece is desperate for a seat at the table of gas.", "GRC"),  # who wants something need be no party
    ],
)
def test_what_a_side_says_weighs_the_other(text: str, code: str) -> None:
    assert about(text)
    assert set(about(text)) == {code}


def test_where_nobody_is_named_the_claim_is_about_the_guest_of_the_sentence_before() -> None:
    text = "Erdogan slept in a tent by the Nile. In the end nothing of substance was gained by it."
    assert about(text)[-1:] == ["TUR"]
