from __future__ import annotations

import pytest

from communique.pipeline import read_document
from communique.records import CommitmentFact, Document

OPENING = (
    "President William Ruto of Kenya paid a state visit to China on 16 October 2023 and met Xi Jinping in Beijing.\n"
)


def read(text: str) -> list[CommitmentFact]:
    reading = read_document(Document(source="test", text=OPENING + text, title=None, published="2023-10-17"))
    return [fact for fact in reading.facts if isinstance(fact, CommitmentFact)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The two sides will resume their talks on a Customs Pact (CP) in Mombasa.",
            ["resume their talks on a Customs Pact (CP) in Mombasa"],
        ),
        (
            "China will bar the sale of the tools on which smugglers rely.",
            ["bar the sale of the tools on which smugglers rely"],
        ),
        (
            "China is sending twelve cranes to Mombasa, several of which are old.",
            ["is sending twelve cranes to Mombasa"],
        ),
        (
            "Kenya handed over its letter of entry for the Seed Alliance and joined the climate compact.",
            ["handed over its letter of entry for the Seed Alliance", "joined the climate compact"],
        ),
        (
            "The two sides intend to improve their schools and will begin consultations on new grants.",
            ["improve their schools", "begin consultations on new grants"],
        ),
        (
            "China agreed to finish a trade pact, on which talks have dragged on, and to keep the crossing open.",
            ["finish a trade pact", "keep the crossing open"],
        ),
    ],
)
def test_an_act_ends_where_its_words_end(text: str, wanted: list[str]) -> None:
    assert [fact.action for fact in read(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya will spread the new seed to its farms.", ["spread the new seed to its farms"]),
        ("They reaffirmed their commitment to attain full supply by 2030.", ["attain full supply by 2030"]),
        ("Kenya declared itself ready to accept Chinese tests.", ["accept Chinese tests"]),
        ("Kenya sees in China a gateway and wishes to make full use of its port.", ["make full use of its port"]),
        ("Kenya aspires to reduce its deficit with China.", ["reduce its deficit with China"]),
        ("Kenya hopes to join the satellite project.", ["join the satellite project"]),
        ("China will, within its means, train nurses and equip clinics.", ["train nurses", "equip clinics"]),
        ("China will be ready to build a bridge.", ["be ready to build a bridge"]),
        ("Xi said China could lend more money for the port.", ["lend more money for the port"]),
        ("The two leaders settled on a plan for the port.", ["settled on a plan for the port"]),
        ("Both sides favoured easier visas for traders.", ["favoured easier visas for traders"]),
        ("China said it would train nurses. It would also build a clinic.", ["train nurses", "build a clinic"]),
    ],
)
def test_more_words_by_which_an_act_is_taken_on(text: str, wanted: list[str]) -> None:
    assert [fact.action for fact in read(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will benefit from the port.",
        "Kenya will cost China dear.",
        "Xi said Kenya could lend more money for the port.",
        "Kenya hopes to see the king.",
        "China will soon forget the visit.",
        "Kenya would also build a clinic.",
    ],
)
def test_what_is_no_deed_is_no_act(text: str) -> None:
    assert read(text) == []


def test_we_is_the_side_whose_turn_it_is() -> None:
    found = read(
        "President of China Xi Jinping: Thank you, friends.\n\nWe will resume direct flights.\n\n"
        "President of Kenya William Ruto: We are grateful.\n\nWe will open a school."
    )
    assert [(fact.parties, fact.action) for fact in found if (fact.strength or 0) > 1] == [
        (("CHN",), "resume direct flights"), (("KEN",), "open a school"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The two Presidents:\na) have decided to open talks on a tea pact;\n"
            "b) will convene a forum in Nairobi in 2026.",
            ["open talks on a tea pact", "convene a forum in Nairobi in 2026"],
        ),
        (
            "China pledged 12 billion yuan for Kenya. Of this, €3 billion will go to ports and €2 billion to schools.",
            ["pledged 12 billion yuan for Kenya", "€3 billion will go to ports", "€2 billion to schools"],
        ),
        ('"We\'ll do whatever is needed for the ports," Xi said.', ["do whatever is needed for the ports"]),
        ('"We are ready to ship 20 tons of tea," declared Xi.', ["ship 20 tons of tea"]),
        ("Xi called on both sides to tap new markets.", ["called on both sides to tap new markets"]),
        ("Huawei Cloud will deliver six servers to Kenya.", ["deliver six servers to Kenya"]),
        (
            "China will help Kenya relieve its debts and restore its ports.",
            ["help Kenya relieve its debts and restore its ports"],
        ),
    ],
)
def test_acts_of_lists_sums_and_quotations(text: str, wanted: list[str]) -> None:
    assert [fact.action for fact in read(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "China will set up a group to find the gaps, close them, and train customs clerks.",
            ["set up a group to find the gaps, close them, and train customs clerks"],
        ),
        (
            "The two sides will work closely to expand trade, open a bank, and train customs clerks.",
            ["work closely to expand trade", "open a bank", "train customs clerks"],
        ),
        (
            "The two sides will open a bank, build a port, and train customs clerks.",
            ["open a bank", "build a port", "train customs clerks"],
        ),
        (
            "They look forward to deepening ties on many matters, including building ports, training clerks and"
            " fighting piracy.",
            [
                "deepening ties on many matters, including building ports, training clerks and fighting piracy",
            ],
        ),
        (
            "The two sides will work to prevent, prepare for, and respond to floods.",
            ["work to prevent, prepare for, and respond to floods"],
        ),
    ],
)
def test_a_list_of_what_an_act_is_for_is_part_of_it(text: str, wanted: list[str]) -> None:
    assert [fact.action for fact in read(text)] == wanted
