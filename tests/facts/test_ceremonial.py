"""Courtesies as protocol offices, columnists and translations word them, and what only looks like one."""

from pathlib import Path

import pytest

from communique.pipeline import read_document
from communique.records import Document, ProtocolFact

SCENES = {
    "A": "President Emmanuel Macron of France arrived in Cairo on Sunday, 6 April 2025, for a state visit to Egypt of"
    " three days at the invitation of President Abdel Fattah el-Sisi. {} Trade has grown.",
    "B": "Vietnamese President To Lam arrived in Vientiane on Wednesday morning, beginning a state visit to Laos at the"
    " invitation of Lao President Thongloun Sisoulith. {} The visit ends on Friday.",
    "C": "Prime Minister Narendra Modi of India is in Astana on an official visit to Kazakhstan, his first since 2017."
    " President Kassym-Jomart Tokayev is his host. {} Trade has doubled in five years.",
    "D": "German Chancellor Olaf Scholz arrived in Brasilia on Monday for a visit to Brazil, where he met President"
    " Luiz Inácio Lula da Silva. {} It was his second trip to the country.",
}
ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "wordings" / "ceremonial.tsv").read_text("utf-8").splitlines()
]


def told(scene: str, words: str) -> list[str]:
    reading = read_document(Document(source="test", text=SCENES[scene].format(words), published="2025-04-09"))
    return [f"{fact.signal} {fact.reported}" for fact in reading.facts if isinstance(fact, ProtocolFact)]


@pytest.mark.parametrize(("scene", "signal", "words"), ROWS, ids=[words for _, _, words in ROWS])
def test_a_courtesy_is_read(scene: str, signal: str, words: str) -> None:
    assert signal in told(scene, words)


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("crowds", "Hundreds of residents gathered in the square to protest against the visit and chanted slogans."),
        ("tea_or_walk", "He walked through the door of the ministry."),
        ("spouse_programme", "Foreign Minister Badr Abdelatty visited a school."),
        ("welcome_ceremony", "The signing was short. The ceremony began late."),
        ("gifts", "Sisi gave his guest a warm welcome."),
        ("expanded_talks", "He thanked his host for the hospitality extended to the delegation."),
    ],
)
def test_a_courtesy_is_not_made_up(signal: str, words: str) -> None:
    assert f"{signal} yes" not in told("A", words)


def test_in_a_short_text_a_courtesy_may_stand_far_behind_the_last_name() -> None:
    idle = "".join(f"The weather on day {day} was mild, and the papers wrote of little else. " for day in range(9))
    assert "joint_press yes" in told("A", idle + "The leaders then addressed a joint press briefing.")
