"""Whose words a sentence gives, where it is neither side's: analysts, lawmakers, people in the street."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
COMMENT = (
    "What the two have in common is the fear of being left alone. Cairo badly needs dollars, and Ankara is desperate "
    "for friends. "
)  # an author who judges; what he says next is weighed in his text


def assessments(text: str) -> list[AssessmentFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    return [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]


def commented(text: str) -> list[AssessmentFact]:
    """The claims in a text that stands in a commentary."""
    whole = VISIT + COMMENT + text
    reading = read_document(Document(source="test", text=whole, published="2024-02-15"))
    found = [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]
    return [fact for fact in found if (fact.evidence[0].start or 0) >= len(VISIT + COMMENT)]


@pytest.mark.parametrize(
    ("text", "holder", "quote"),
    [
        (
            '"He left as he came, and bread is no cheaper," said a baker in Giza.',
            "a baker in Giza",
            "He left as he came, and bread is no cheaper",
        ),
        (
            '"Cairo pays with a smile for what Ankara gives in gas," said Omar Zaki, a lecturer at Helwan University.',
            "Omar Zaki",
            "Cairo pays with a smile for what Ankara gives in gas",
        ),
        (
            "Closer ties serve to keep Athens awake, a Western diplomat in Cairo said.",
            "a Western diplomat in Cairo",
            "Closer ties serve to keep Athens awake",
        ),
        (
            "According to analyst Omar Zaki, Erdogan will have to swallow his pride.",
            "analyst Omar Zaki",
            "Erdogan will have to swallow his pride",
        ),
    ],
)
def test_what_an_outsider_says_is_his_claim(text: str, holder: str, quote: str) -> None:
    assert [(f.holder, f.evidence[0].quote) for f in assessments(text)] == [(holder, quote)]


def test_an_outsider_is_known_again_by_his_surname_and_by_he() -> None:
    text = (
        '"The trip is a bargain," said Omar Zaki, a historian. "It buys time." '
        '"Turkey has nobody else to sell to," Zaki added. "That is why it smiles," he said. '
        "In his view the thaw will outlast the war."
    )
    assert [fact.holder for fact in assessments(text)] == ["Omar Zaki"] * 5


@pytest.mark.parametrize(
    "text",
    [
        '"The president will stay for two days," said a spokesman of the ministry.',
        '"We talked about gas," Erdogan said. "We will meet again."',
        "The talks would go on, he added.",
    ],
)
def test_a_side_that_speaks_is_no_outsider(text: str) -> None:
    assert assessments(text) == []


def test_a_claim_is_quoted_as_the_whole_clause_that_makes_it() -> None:
    text = "The visit came when Cairo stood under immense pressure."
    assert [fact.evidence[0].quote for fact in commented(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "holder", "count"),
    [
        ('"This is trade, not love," argues Omar Zaki, who follows the Nile basin from Geneva.', "Omar Zaki", 1),
        ('"He came for the cameras," said Rana Fadl, a retired nurse on the corniche.', "Rana Fadl", 1),
        ('"Gas pays for it all," sums up Omar Zaki, lecturer at Helwan University.', "Omar Zaki", 1),
        (
            '"He needs grain," said a trader in Giza. Sisi, he reckoned, would want loans. "It is a poor bargain."',
            "a trader in Giza",
            3,
        ),
    ],
)
def test_whoever_studies_or_looks_on_judges_and_goes_on(text: str, holder: str, count: int) -> None:
    assert [fact.holder for fact in assessments(text)] == [holder] * count


def test_a_governor_who_speaks_is_no_outsider() -> None:
    assert assessments('"The bridge will be built in May," said Omar Zaki, a governor.') == []
