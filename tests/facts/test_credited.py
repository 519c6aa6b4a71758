"""Quoted words and reported praise belong to whoever says them; what stands on a programme is no claim."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "


def claims(text: str) -> list[tuple[str, str, str]]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    return [(f.claim, f.holder, f.said_by) for f in reading.facts if isinstance(f, AssessmentFact)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('"Egypt is the most important partner that Turkey has in Africa," Erdogan said.', "TUR"),
        ('"This visit is a historic turning point," said Sisi.', "EGY"),
        ("The Egyptian presidency issued a note. “Turkey is an important partner of Egypt,” the statement said.", None),
        ('"Turkey is an important partner of Egypt," the Levant Group said in a note.', "Levant Group"),
    ],
)
def test_quoted_words_are_of_the_one_who_says_them(text: str, holder: str | None) -> None:
    assert [h for _, h, _ in claims(text)] == ([holder] if holder else [])


def test_a_quotation_goes_on_over_sentences() -> None:
    text = 'Erdogan said: "The talks were long. Egypt is an important partner of Turkey in Africa."'
    assert ("significance", "TUR", "TUR") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks will focus on the crisis of the currency and the war in Gaza.",
        "The prospects of the war are expected to dominate the talks.",
        "Erdogan was accorded a ceremonial welcome by the guard.",
        '"We believe that all wars can be ended only by words," Erdogan said.',
    ],
)
def test_a_programme_and_a_plain_ceremony_judge_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            '"Ankara is desperate for friends and Cairo knows it," Leyla Aksoy of the Bosporus Centre for Policy told '
            "the Delta News Agency.",
            "Leyla Aksoy",
        ),
        (
            '"Ankara is desperate for friends," Leyla Aksoy, a former director of an Egyptian think tank, told the '
            "Associated Press.",
            "Leyla Aksoy",
        ),
        (
            "Speaking in Ankara, Leyla Aksoy, professor of history at a private university, said the visit was needed. "
            '"The most important thing about the summit is the picture of the two," she emphasised.',
            "Leyla Aksoy",
        ),
    ],
)
def test_who_is_described_before_the_verb_holds_what_is_quoted(text: str, holder: str) -> None:
    assert claims(text)
    assert {h for _, h, _ in claims(text)} == {holder}


def test_a_headline_is_no_claim() -> None:
    document = Document(
        source="test", title="A desperate Erdogan woos Cairo", text=VISIT + "Ankara is desperate for friends.",
        published="2024-02-15",
    )  # fmt: skip
    found = [fact for fact in read_document(document).facts if isinstance(fact, AssessmentFact)]
    assert [words.where for fact in found for words in fact.evidence] == [None]


def test_an_expert_is_known_by_what_he_is_said_to_be() -> None:
    text = "Omar Zaki is an analyst at an institute in Cairo. He says Turkey is short of friends."
    assert [h for _, h, _ in claims(text)] == ["Omar Zaki"]
