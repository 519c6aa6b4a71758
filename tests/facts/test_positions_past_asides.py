"""Positions past what stands aside, behind "by", in a noun that holds them, and told by what somebody does."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact

VISIT = "French President Emmanuel Macron received Egyptian President Abdel Fattah al-Sisi in Paris on 3 June 2019.\n\n"


def held(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2019-06-04"))
    return [(f.holder, f.polarity, f.issue) for f in reading.facts if isinstance(f, StanceFact)]


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "issue"),
    [
        ("Sanctions, he said, only hurt the people of Syria.", ("FRA",), "oppose", "sanctions"),
        ("A lasting peace in Libya, Macron insisted, would come only through elections.", ("FRA",), "support", "other"),
        ("The war in Gaza must stop, said the French president.", ("FRA",), "oppose", "palestine"),
        ("The displacement of Palestinians is rejected by Cairo.", ("EGY",), "oppose", "palestine"),
        ("The invasion of Ukraine was condemned by both presidents.", ("EGY", "FRA"), "oppose", "russia_aggression"),
        ("The lifting of sanctions is opposed by France.", ("FRA",), "support", "sanctions"),
        ("A two-state solution has the backing of Paris.", ("FRA",), "support", "palestine"),
        ("Egypt's position is that Palestinians may not be driven out.", ("EGY",), "oppose", "palestine"),
        ("The message from Cairo: Palestinians must not be driven out.", ("EGY",), "oppose", "palestine"),
        ("Leaders called for a ceasefire in Gaza.", ("EGY", "FRA"), "support", "palestine"),
        ("All three countries back a two-state solution.", ("EGY", "FRA"), "support", "palestine"),
        ('Macron vowed "unwavering support" for Ukraine.', ("FRA",), "support", "ukraine"),
        ("The two leaders were united on the need for sanctions.", ("EGY", "FRA"), "support", "sanctions"),
        ("Both sides welcomed the ceasefire in Gaza.", ("EGY", "FRA"), "support", "palestine"),
        ("Egypt has no intention of recognising the annexation of Crimea.", ("EGY",), "oppose", "russia_aggression"),
        ("France designated the PKK a terrorist organisation.", ("FRA",), "oppose", "terrorism"),
        ("Macron brought up the cases of jailed activists.", ("FRA",), "oppose", "human_rights"),
        ("Egypt abstained in the vote on the war in Ukraine.", ("EGY",), "neutral", "ukraine"),
        ('"Iran will not have the bomb," Macron said.', ("FRA",), "oppose", "iran_nuclear"),
        ("Cairo blocked a statement on the invasion of Ukraine.", ("EGY",), "oppose", "russia_aggression"),
        (
            '"We want peace," al-Sisi said. "The displacement of Palestinians is a crime."',
            ("EGY",),
            "oppose",
            "palestine",
        ),
        ("Macron said what Gaza needs now is a ceasefire.", ("FRA",), "support", "palestine"),
        ("The Presidents deemed it urgent to end the blockade of Cuba.", ("EGY", "FRA"), "oppose", "sanctions"),
        (
            "Macron said France would renew the Iran nuclear deal, a step Egypt opposes.",
            ("EGY",),
            "oppose",
            "iran_nuclear",
        ),
        ("Macron, a newcomer who opposes sanctions on Syria, met his guest alone.", ("FRA",), "oppose", "sanctions"),
        ("Egypt sees the annexation of Crimea as a threat to order.", ("EGY",), "oppose", "russia_aggression"),
        ('Both agreed that talks are "the only viable way" to peace in Ukraine.', ("EGY", "FRA"), "support", "ukraine"),
        ("Macron said trade wars have no winners.", ("FRA",), "oppose", "other"),
        (
            "On Western Sahara, the two sides stressed the importance of talks.",
            ("EGY", "FRA"),
            "support",
            "territorial_dispute",
        ),
        (
            "Egypt, which buys arms from Russia, has remained neutral in the war in Ukraine.",
            ("EGY",),
            "neutral",
            "ukraine",
        ),
        ("The move angers Algeria, which opposes the autonomy plan.", ("DZA",), "oppose", "territorial_dispute"),
        ("They differ over Gaza, with France demanding a ceasefire in Gaza.", ("FRA",), "support", "palestine"),
        ("The annexation of Crimea is unacceptable to both.", ("EGY", "FRA"), "oppose", "russia_aggression"),
        ('"Assad must go," Macron repeated.', ("FRA",), "support", "other"),
        ("Macron laid the blame for the war in Ukraine on Moscow.", ("FRA",), "oppose", "russia_aggression"),
        ("Macron would like the sanctions to be kept.", ("FRA",), "support", "sanctions"),
        ("It was also resolved that terrorism would not be tolerated.", ("EGY", "FRA"), "oppose", "terrorism"),
        ("Both are for the lifting of the sanctions on Syria.", ("EGY", "FRA"), "oppose", "sanctions"),
        (
            "They called the 2016 award in the South China Sea final and binding.",
            ("EGY", "FRA"),
            "support",
            "south_china_sea",
        ),
        ("Macron thanked Egypt for its principled stance on Kashmir.", ("EGY",), "support", "kashmir"),
        ("The Presidents coincided in rejecting the coercive measures.", ("EGY", "FRA"), "oppose", "sanctions"),
        ("The two sides hold identical positions on the Palestinian question.", ("EGY", "FRA"), "support", "palestine"),
        ("A joint statement rejects the annexation of Crimea.", ("EGY", "FRA"), "oppose", "russia_aggression"),
        ("Cairo takes a dim view of the sanctions.", ("EGY",), "oppose", "sanctions"),
        ("The Egyptian position on Western Sahara has not moved an inch.", ("EGY",), "support", "territorial_dispute"),
        ("Al-Sisi said Africa deserved two permanent seats on the Security Council.", ("EGY",), "support", "un_reform"),
        ("Macron regards the war in Sudan as an internal matter.", ("FRA",), "neutral", "other"),
        ("Egypt would not let Gaza be emptied of its people.", ("EGY",), "oppose", "palestine"),
    ],
)
def test_a_position_is_read_however_it_is_told(text: str, holder: tuple[str, ...], polarity: str, issue: str) -> None:
    assert (holder, polarity, issue) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The war in Gaza was discussed by both presidents.",
        "The bridge was built by Egypt.",
        "Macron accused Egypt of dragging out the talks on the metro.",
        "The French president was safely back on French soil after a journey from Kyiv.",
        "It was not clear whether Macron would raise human rights.",
        "Macron praised Egypt's efforts to secure a truce in Gaza.",
        "Egypt has no plans to buy more jets from France.",
        "President al-Sisi invited President Macron to attend the celebrations of independence in Cairo.",
    ],
)
def test_what_is_merely_done_is_no_position(text: str) -> None:
    assert held(text) == []
