"""Acts in further wordings: insertions, those who act for a side, promises told by other words than "said"."""

from __future__ import annotations

import pytest

from communique.pipeline import read_document
from communique.records import CommitmentFact, Document

OPENING = (
    "President William Ruto of Kenya paid a state visit to China on 16 October 2023 and met Xi Jinping in Beijing.\n"
)
BOTH = ("CHN", "KEN")


def acts(text: str) -> list[tuple[tuple[str, ...], str]]:
    reading = read_document(Document(source="test", text=OPENING + text, published="2023-10-17"))
    return [(f.parties, f.action) for f in reading.facts if isinstance(f, CommitmentFact)]


@pytest.mark.parametrize(
    ("text", "parties", "action"),
    [
        ("China will, it was announced, dredge the old port.", ("CHN",), "dredge the old port"),
        ("Kenya intends, Ruto said, to import solar pumps.", ("KEN",), "import solar pumps"),
        ("They agreed, in a spirit of friendship, to open two schools.", BOTH, "open two schools"),
        ("The two sides agreed as well to open two schools.", BOTH, "open two schools"),
        ("Kenya promises on its side to lower the port fees.", ("KEN",), "lower the port fees"),
        ("Xi made clear that China would keep its tea market open.", ("CHN",), "keep its tea market open"),
        ("Ruto was quoted by his staff as saying Kenya would build a dam.", ("KEN",), "build a dam"),
        ("It was resolved that a study on a new line should be completed by May.", BOTH,
         "a study on a new line should be completed by May"),
        ("It was settled that geologists of both countries would survey the rift together.", BOTH,
         "survey the rift together"),
        ("China's Greatwall Cable has opened a plant in Kenya.", ("CHN",), "opened a plant in Kenya"),
        ("Technical teams would draw up a plan, Xi said.", BOTH, "draw up a plan"),
        ("The guest promised to lower the port fees.", ("KEN",), "lower the port fees"),
        ("Chinese botanists will map the forests of the Mau.", ("CHN",), "map the forests of the Mau"),
        ("Ruto said Kenya would leave the currency union.", ("KEN",), "leave the currency union"),
        ("Xi said China would meet half of the cost.", ("CHN",), "meet half of the cost"),
        ("China will also be opening a bank in Nakuru.", ("CHN",), "opening a bank in Nakuru"),
        ("China is taking a 20 percent stake in the dam.", ("CHN",), "is taking a 20 percent stake in the dam"),
        ("Ruto repeated that Kenyan soil shall not be used against China.", ("KEN",),
         "Kenyan soil shall not be used against China"),
        ("Some 10 million dollars of Chinese aid will go to village clinics.", ("CHN",),
         "Some 10 million dollars of Chinese aid will go to village clinics"),
        ("Plans for a second tea exchange were announced.", BOTH, "Plans for a second tea exchange were announced"),
        ("Xi spoke to the press. \"We will lower our tea duty.\"", ("CHN",), "lower our tea duty"),
        ("China would, he added, keep its tea market open.", ("CHN",), "keep its tea market open"),
        ("China sees the drought and pledges $75 million for wells.", ("CHN",), "pledges $75 million for wells"),
        ("Xi said that China is interested in the Lamu port.", ("CHN",), "is interested in the Lamu port"),
        ("\"I have instructed my ministers to lower the fees,\" Ruto said.", ("KEN",),
         "instructed my ministers to lower the fees"),
        ("Ruto set out his government's decision to stop buying coal.", ("KEN",), "stop buying coal"),
        ("China took upon itself the rebuilding of the school.", ("CHN",),
         "took upon itself the rebuilding of the school"),
        ("Work on the dry port will start next spring.", BOTH, "Work on the dry port will start next spring"),
        ("The two sides consider it useful to exchange seeds.", BOTH, "exchange seeds"),
        ("Xi, who promised to open a bank in Nakuru, smiled.", ("CHN",), "open a bank in Nakuru"),
        ("Kenya gave the order to clear the old tracks.", ("KEN",), "gave the order to clear the old tracks"),
        ("They decided that a task force should draw up a list of dams.", BOTH,
         "a task force should draw up a list of dams"),
        ("In the near time will be opened the direct flight to Mombasa.", BOTH,
         "will be opened the direct flight to Mombasa"),
        ("Xi offered Hainan as a venue for the games.", ("CHN",), "offered Hainan as a venue for the games"),
        ("Kenya confirmed its decision to buy four ferries.", ("KEN",), "buy four ferries"),
        ("Among the fruits was a commitment by China to buy tea.", ("CHN",), "buy tea"),
        ("Xi said China would be glad to train judges.", ("CHN",), "be glad to train judges"),
        ("Kenya will not be cutting its duty on tea.", ("KEN",), "not be cutting its duty on tea"),
        ("Kenya has ordered a cut in port fees, Ruto said.", ("KEN",), "ordered a cut in port fees"),
        ("They shook hands on a swap of tea for buses.", BOTH, "shook hands on a swap of tea for buses"),
        ("In a letter of intent, the companies undertake to form a joint venture.", BOTH, "form a joint venture"),
        ("It is decided to carry out a year of dance.", BOTH, "carry out a year of dance"),
        ("Their ministers were given until June to draw up a plan.", BOTH, "draw up a plan"),
    ],
)  # fmt: skip
def test_an_act_in_another_wording_is_read(text: str, parties: tuple[str, ...], action: str) -> None:
    assert (parties, action) in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya would leave nothing to chance.",
        "Xi will meet the students of the college.",
        "China offered its guest an iftar in the garden.",
        "Kenya's economy will grow.",
        "Xi will be holding talks with his guest.",
        "A visit to Kenya was announced.",
        "A plaque was unveiled by the two leaders.",
        "China is building a new capital hospital.",
        "Kenya has no intention of leaving the union.",
        "Critics say that Kenya will sell its forests.",
    ],
)
def test_what_only_looks_so_is_none(text: str) -> None:
    assert not acts(text)


JOINT = "Joint Statement of China and Kenya\nPresident William Ruto of Kenya visited China on 16 October 2023.\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The two sides have decided as follows:\n(A) Trade\ni. Closer contacts between the ports;\n"
            "ii. The two navies to chart the strait;\niii. Encouraging shipyards to open branches;",
            [
                (BOTH, "Closer contacts between the ports"), (BOTH, "The two navies to chart the strait"),
                (BOTH, "Encouraging shipyards to open branches"),
            ],
        ),
        (
            "The two sides agreed on the following: (a) expansion of trade in tea; (b) Kenya to open a school.",
            [(BOTH, "expansion of trade in tea"), (("KEN",), "open a school")],
        ),
        (
            "The two sides intend in particular: to open air routes; to lower fees on tea.",
            [(BOTH, "open air routes"), (BOTH, "lower fees on tea")],
        ),
        (
            "The two sides agreed as follows: 1. To open a joint school. 2. To swap seeds.",
            [(BOTH, "open a joint school"), (BOTH, "swap seeds")],
        ),
        ("The two sides agreed on three pillars: trade; transport; training.", [(BOTH, "agreed on three pillars")]),
    ],
)  # fmt: skip
def test_each_item_of_a_list_is_an_act(text: str, wanted: list[tuple[tuple[str, ...], str]]) -> None:
    reading = read_document(Document(source="test", text=JOINT + text, published="2023-10-17"))
    assert [(f.parties, f.action) for f in reading.facts if isinstance(f, CommitmentFact)] == wanted
