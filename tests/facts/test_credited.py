"""Quoted words and reported praise belong to whoever says them; what stands on a programme is no claim."""

import pytest

from communique.pipeline import read_document
from communique.records import AssessmentFact, Document

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "


def assessments(text: str) -> list[AssessmentFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15"))
    return [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]


def claims(text: str) -> list[tuple[str, str, str]]:
    return [(fact.claim, fact.holder, fact.said_by) for fact in assessments(text)]


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


def test_a_surname_and_he_mean_the_one_who_was_named_before() -> None:
    text = (
        '"Ankara is desperate for friends," said Leyla Aksoy, a lecturer in Izmir. Aksoy said Cairo badly needs '
        "dollars. The thaw is a gamble that neither can afford to lose, Aksoy said. He said that it would "
        "remain one for years to come."
    )
    assert {h for _, h, _ in claims(text)} == {"Leyla Aksoy"}


def test_a_paper_may_say_so_in_the_middle_of_its_words() -> None:
    text = "The thaw, the British magazine says, is a gamble that neither of the two can afford to lose."
    assert {h for _, h, _ in claims(text)} == {"the British magazine"}


def test_a_name_that_ends_in_on_is_kept_whole() -> None:
    text = '"I am here because the thaw is a gamble that neither of us can afford to lose," Branson said.'
    assert {h for _, h, _ in claims(text)} == {"Branson"}


@pytest.mark.parametrize(
    "text",
    [
        "In 2013, when the quarrel began, Ankara bitterly blamed the generals in Cairo.",
        "Turkey is the second largest trading partner of Egypt in the Levant.",
        "Erdogan landed in Cairo with a large delegation on Wednesday.",
        "The war in Gaza and the price of gas are among the key themes of the visit.",
        "Erdogan is expected to stay in Cairo for barely two days.",
        "Leyla Aksoy, a lecturer in Izmir, was rather more sceptical.",
        "Leyla Aksoy told the Delta News Agency on Friday.",
    ],
)
def test_a_past_event_a_rank_in_trade_and_who_speaks_next_judge_nothing(text: str) -> None:
    lead = "Ankara is desperate for friends. Cairo badly needs dollars and cannot wait. "
    quotes = [fact.evidence[0].quote for fact in assessments(lead + text)]
    assert len(quotes) >= 2
    assert not any(quote in text for quote in quotes)


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


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Erdogan called the trip a historic turning point for the whole of the Levant.", "TUR"),
        ("Erdogan has called the trip a historic turning point for the whole of the Levant.", "TUR"),
        ("Sisi, standing beside his guest, said the trip was a historic turning point for Egypt.", "EGY"),
        ("Sisi told his guest that the trip was a historic turning point for the Levant.", "EGY"),
        ("Sisi welcomed his guest, calling the trip a historic turning point for the Levant.", "EGY"),
        ('Erdogan praised the talks, adding that the trip was "a historic turning point" for him.', "TUR"),
        ("The trip was a historic turning point for the Levant, said Sisi.", "EGY"),
        ("The trip, a banker in Izmir told me, was a historic turning point for Cairo.", "a banker in Izmir"),
        ("The trip that Erdogan insisted on was a historic turning point for the Levant.", "author"),
        ("The trip was a historic turning point for Egypt, said Leyla Aksoy of the Delta Forum.", "Leyla Aksoy"),
    ],
)
def test_the_words_that_hang_on_a_verb_of_saying_are_of_its_subject(text: str, holder: str) -> None:
    lead = "Ankara is desperate for friends. Cairo badly needs dollars and cannot wait. "
    found = [fact.holder for fact in assessments(lead + text) if fact.evidence[0].quote in text]
    assert found
    assert all(one.startswith(holder) for one in found)
