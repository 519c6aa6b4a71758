"""Who is said to think what an author's text tells, by name or by calling."""

from itertools import pairwise

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = (
    "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
    "What the two have in common is the fear of being left alone. Cairo badly needs dollars, and Ankara is desperate "
    "for friends. "
)


def holders(text: str) -> list[str]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    found = [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]
    return [fact.holder for fact in found if fact.evidence[0].start >= len(VISIT)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rima Haddad of the Delta Forum warns that Erdogan will pocket the picture and give nothing.", "Rima Haddad"),
        (
            "In the view of Joost Maas, a trader in Antwerp, the new warmth is cheap insurance for Ankara.",
            "Joost Maas",
        ),
        (
            "The hunger for dollars leaves Cairo little room to say no, noted Karim Sfeir, who teaches in Tanta.",
            "Karim Sfeir",
        ),
        (
            "A banker in Alexandria told me that Ankara is desperate for orders and will pay for them.",
            "A banker in Alexandria",
        ),
    ],
)
def test_the_one_who_is_said_to_think_so_holds_the_claim(text: str, holder: str) -> None:
    assert all(holder.startswith(one) or one.startswith(holder) for one in holders(text))
    assert holders(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The thaw, the Turkish government believes, is a gamble that pays at once.", "TUR"),
        ("A former envoy to Cairo, Nil Erdem, said the thaw was less a friendship than a truce.", "Nil Erdem"),
        (
            "In a note on Friday, Western diplomats said the thaw was less a friendship than a truce.",
            "Western diplomats",
        ),
        ("Critics have warned that the thaw is a truce between two tired men.", "Critics"),
        (
            "Opposition lawmakers in Izmir mocked the thaw as a pause between two tired men.",
            "Opposition lawmakers in Izmir",
        ),
        ("But sceptics say the thaw is a truce between two tired men.", "sceptics"),
        ("As Nil Erdem has noted, the thaw is a truce between two tired men.", "Nil Erdem"),
        ("Echoing others, Nil Erdem said the thaw was less a friendship than a truce.", "Nil Erdem"),
        ("Analysts speculate that the thaw is a truce between two tired men.", "Analysts"),
        ("At best, analysts say, the thaw is a truce between two tired men.", "analysts"),
        ("Nil Erdem was rather more sceptical. In her view the thaw is a truce between two tired men.", "Nil Erdem"),
    ],
)
def test_a_side_an_envoy_and_officials_may_think_so_in_the_middle(text: str, holder: str) -> None:
    assert holders(text)
    assert set(holders(text)) == {holder}


def test_claims_of_one_sentence_do_not_overlap() -> None:
    text = VISIT + (
        "Analysts say that the thaw is a gamble; Ankara is desperate for friends, but Cairo, the weaker, hopes to win "
        "time and money, and whether either will come remains to be seen."
    )
    reading = read_document(Document(source="test", text=text, published="2024-02-15"))
    spans = [f.evidence[0] for f in reading.facts if isinstance(f, AssessmentFact)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_she_who_adds_is_the_one_who_thought_before() -> None:
    text = (
        "Rima Haddad of the Delta Forum warns that Erdogan will pocket the picture and give nothing. "
        "She sees less a thaw than an old fear of being left alone."
    )
    assert {one.split(" of ")[0] for one in holders(text)} == {"Rima Haddad"}


def test_what_nobody_is_said_to_think_is_the_authors() -> None:
    assert set(holders("The new warmth of the relations could fade quickly.")) == {"author"}
