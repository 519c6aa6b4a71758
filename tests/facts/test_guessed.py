"""What an author or an outsider says that a side is after is a claim, and no act that the side takes on."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, CommitmentFact, Document

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
COMMENT = "What the two have in common is the fear of being left alone. Cairo badly needs dollars and cannot wait. "


def kinds(text: str) -> set[type]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    return {type(f) for f in reading.facts if isinstance(f, AssessmentFact | CommitmentFact)}


@pytest.mark.parametrize(
    "text",
    [
        "Turkey hopes to borrow the money of the Gulf and to prop up its sinking lira.",
        "Egypt will take money from whoever has it, and unless the pound recovers it is unlikely to be choosy.",
    ],
)
def test_what_a_side_is_after_in_a_commentary_is_no_act(text: str) -> None:
    assert kinds(COMMENT + text) == {AssessmentFact}


def test_what_a_side_says_that_it_will_do_is_its_act() -> None:
    assert CommitmentFact in kinds('"Turkey will build two power stations in Egypt by 2026," Erdogan said.')


@pytest.mark.parametrize(
    "text",
    [
        "Egypt will send a message to its neighbours by it.",
        "Turkey will make progress on the dispute over Libya.",
        "Turkey has agreed to swallow its pride.",
    ],
)
def test_what_happens_to_a_side_or_how_it_looks_is_no_act(text: str) -> None:
    assert CommitmentFact not in kinds(text)
