"""Positions: who holds which, on what, towards whom; a bare mention is none."""

import pytest

from communique.codebook.issues import load_issues
from communique.pipeline import read_document
from communique.records import Document, StanceFact

VISIT = "President Alexander Lukashenko arrived in Beijing on 4 December 2023 for talks with President Xi Jinping. "


def stances(text: str) -> list[StanceFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-12-05"))
    for fact in reading.facts:
        for evidence in fact.evidence:
            assert (VISIT + text)[evidence.start : evidence.end] == evidence.quote
    return [fact for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "issue", "toward"),
    [
        ("Belarus firmly adheres to the one-China principle.", ("BLR",), "support", "one_china", "CHN"),
        ("The two sides oppose unilateral sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("China demanded that sanctions on Belarus be lifted.", ("CHN",), "oppose", "sanctions", "BLR"),
        ("Both sides called for a two-state solution.", ("BLR", "CHN"), "support", "palestine", None),
        ("On Ukraine, China stressed that peace must be sought by talks.", ("CHN",), "support", "ukraine", None),
        ("Belarus stated that Taiwan is an inalienable part of China.", ("BLR",), "support", "taiwan", "CHN"),
        ("China supports the accession of Belarus to the European Union.", ("CHN",), "support", "other", "BLR"),
        ("China called for an end to the blockade of Cuba.", ("CHN",), "oppose", "sanctions", "CUB"),
        ("China condemned terrorism in all its forms.", ("CHN",), "oppose", "terrorism", None),
        ("Belarus does not support Taiwan independence.", ("BLR",), "oppose", "taiwan", "CHN"),
        ("Belarus welcomed the Global Security Initiative.", ("BLR",), "support", "global_initiatives", "CHN"),
        ("Both sides are at one in rejecting unilateral sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("Belarus came out in favour of a two-state solution.", ("BLR",), "support", "palestine", None),
        ("Both sides voiced dismay at unilateral sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("Belarus stands firmly by the one-China principle.", ("BLR",), "support", "one_china", "CHN"),
        ("Both sides asked for the lifting of sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("They regard the use of nuclear weapons as inadmissible.", ("BLR", "CHN"), "oppose", "nonproliferation", None),
        ("China stressed that terrorism has no place in the region.", ("CHN",), "oppose", "terrorism", None),
        ("The leaders demanded a ceasefire in Gaza.", ("BLR", "CHN"), "support", "palestine", None),
        ("China insisted that the Kashmir dispute be settled by talks.", ("CHN",), "support", "kashmir", None),
        ("China does not recognise the annexation of Crimea.", ("CHN",), "oppose", "russia_aggression", "RUS"),
        ("Lukashenko voiced his opposition to interference in Hong Kong.", ("BLR",), "oppose", "interference", None),
        ("The Parties advocate a two-state solution.", ("BLR", "CHN"), "support", "palestine", None),
        ("Each Side firmly rejects unilateral sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("Belarus took note of China's position on Taiwan.", ("BLR",), "neutral", "taiwan", "CHN"),
        ("China called the blockade of Cuba a crime.", ("CHN",), "oppose", "sanctions", "CUB"),
        ("Lukashenko described unilateral sanctions as illegal.", ("BLR",), "oppose", "sanctions", None),
        ("They consider the annexation of Crimea unacceptable.", ("BLR", "CHN"), "oppose", "russia_aggression", "RUS"),
        ("China regards the autonomy plan as a serious basis.", ("CHN",), "support", "territorial_dispute", None),
        ("Belarus rejects all acts that undermine China's sovereignty.", ("BLR",), "support", "sovereignty", "CHN"),
        ("China expressed regret for the colonial past.", ("CHN",), "oppose", "history", None),
        ("China said that sanctions cannot be accepted.", ("CHN",), "oppose", "sanctions", None),
        ("Belarus joined China in supporting a ceasefire in Gaza.", ("BLR",), "support", "palestine", None),
        ("China's foreign ministry said it rejects sanctions.", ("CHN",), "oppose", "sanctions", None),
        (
            "There was a consensus of the two sides. Both stressed a consensus on the need for climate action.",
            ("BLR", "CHN"),
            "support",
            "climate",
            None,
        ),
        ("China on Tuesday condemned the strikes on Gaza.", ("CHN",), "oppose", "palestine", None),
        ("Xi Jinping concurred on the need for talks on Kashmir.", ("CHN",), "support", "kashmir", None),
        ("Belarus raised the case of political prisoners.", ("BLR",), "support", "human_rights", None),
        ("Belarus pulled out of the Paris Agreement.", ("BLR",), "oppose", "climate", None),
        ("China had little to say. It rejected the sanctions.", ("CHN",), "oppose", "sanctions", None),
        ("The two sides condemned the coup.", ("BLR", "CHN"), "support", "democracy", None),
        ("China does not support the pipeline through the strait.", ("CHN",), "oppose", "other", None),
        ("Belarus is still against the return of the envoy.", ("BLR",), "oppose", "other", None),
        ("China regretted that the talks on the dam had failed.", ("CHN",), "oppose", "other", None),
        ("Lukashenko complained that his country had been left out.", ("BLR",), "oppose", "other", None),
        ("China demanded elections in Libya this year.", ("CHN",), "support", "other", "LBY"),
        ("Lukashenko wants the hostages in Gaza freed.", ("BLR",), "support", "palestine", None),
        ("Belarus will not sell arms to either side of the war.", ("BLR",), "oppose", "other", None),
        ("China refused to hand over the fugitives.", ("CHN",), "oppose", "other", None),
        ("Lukashenko called the court's ruling a farce.", ("BLR",), "oppose", "other", None),
        ("Both reiterated their support for the peace process in Colombia.", ("BLR", "CHN"), "support", "other", "COL"),
        ("Xi said the raids across the border must end.", ("CHN",), "oppose", "other", None),
        ("Lukashenko said that Serbia should join the European Union.", ("BLR",), "support", "other", "SRB"),
        (
            "Lukashenko spoke of the need for a fair settlement in Cyprus.",
            ("BLR",),
            "support",
            "territorial_dispute",
            "CYP",
        ),
        ("China pressed Lukashenko to free the prisoners of conscience.", ("CHN",), "support", "human_rights", "BLR"),
        ("Belarus and China remain wary of the missile shield in Poland.", ("BLR", "CHN"), "oppose", "other", "POL"),
        ("In the view of China, the war in Ukraine is illegal.", ("CHN",), "oppose", "russia_aggression", "RUS"),
        ("Xi insisted that the pact is not aimed at Japan.", ("CHN",), "neutral", "other", None),
        ('"The ceasefire in Gaza must hold," said Lukashenko.', ("BLR",), "support", "palestine", None),
        ('Belarus "firmly adheres" to the one-China principle.', ("BLR",), "support", "one_china", "CHN"),
        ('"Human rights are not negotiable," Lukashenko said.', ("BLR",), "support", "human_rights", None),
        ("Both condemned attacks on Kyiv, in Ukraine.", ("BLR", "CHN"), "support", "ukraine", None),
        ("China refused to regard the separatists as terrorists.", ("CHN",), "support", "other", None),
        ("China declined to call the strikes on Gaza a crime.", ("CHN",), "neutral", "palestine", None),
        ("Belarus has not condemned the invasion of Ukraine.", ("BLR",), "neutral", "russia_aggression", None),
        ("China stopped short of condemning the strikes on Gaza.", ("CHN",), "neutral", "palestine", None),
        ("Neither side supports unilateral sanctions.", ("BLR", "CHN"), "oppose", "sanctions", None),
        ("China, he repeated, does not support unilateral sanctions.", ("CHN",), "oppose", "sanctions", None),
        ("Xi said that only talks can end the war in Ukraine.", ("CHN",), "support", "ukraine", None),
        ("Xi said the war in Ukraine cannot be won on the battlefield.", ("CHN",), "support", "ukraine", None),
        ("China shares the view that sanctions harm ordinary people.", ("CHN",), "oppose", "sanctions", None),
        ("China is a vocal critic of the sanctions.", ("CHN",), "oppose", "sanctions", None),
        ("Belarus has stayed out of the sanctions on Russia.", ("BLR",), "oppose", "sanctions", "RUS"),
        ("China wants the sanctions on Belarus lifted.", ("CHN",), "oppose", "sanctions", "BLR"),
        ("Both see eye to eye on the need for climate action.", ("BLR", "CHN"), "support", "climate", None),
        ("Xi holds Israel responsible for the famine in Gaza.", ("CHN",), "oppose", "palestine", "ISR"),
        ("Poland must be held to account, Lukashenko said.", ("BLR",), "oppose", "other", "POL"),
        ("China has long maintained that Cyprus should be united.", ("CHN",), "support", "territorial_dispute", "CYP"),
        ("Lukashenko agreed that sanctions had to end.", ("BLR",), "oppose", "sanctions", None),
        ("China's opposition to the sanctions stands in the way.", ("CHN",), "oppose", "sanctions", None),
        ("The joint statement calls for a ceasefire in Gaza.", ("BLR", "CHN"), "support", "palestine", None),
        ("Xi said China would keep standing by the Palestinians.", ("CHN",), "support", "palestine", None),
    ],
)
def test_a_position_has_holder_polarity_issue_and_whom_it_is_towards(
    text: str, holder: tuple[str, ...], polarity: str, issue: str, toward: str | None
) -> None:
    found = [f for f in stances(text) if f.issue == issue]
    assert [(f.holder, f.polarity, f.toward) for f in found] == [(holder, polarity, toward)]


def test_thanks_for_support_are_the_position_of_the_one_who_is_thanked() -> None:
    found = stances("China appreciates Belarus' firm support for its position on Taiwan, Tibet and Hong Kong.")
    assert [f.issue for f in found] == ["taiwan", "tibet", "hong_kong"]
    assert {(f.holder, f.toward, f.polarity) for f in found} == {(("BLR",), "CHN", "support")}


def test_verbs_in_a_row_share_their_subject() -> None:
    found = stances(
        "The two sides agreed to reject the Cold War mentality and respect the security concerns of others."
    )
    assert [(f.polarity, f.issue) for f in found] == [
        ("oppose", "cold_war_mentality"),
        ("support", "security_concerns"),
    ]
    assert all(f.holder == ("BLR", "CHN") for f in found)


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("Belarus follows the one-China policy and reaffirmed its commitment to the one-China policy.", 2),
        ("Belarus reaffirmed its commitment to the one-China principle.", 4),
        ("Belarus supports all efforts of China to achieve national reunification.", 7),
    ],
)
def test_the_words_on_taiwan_have_a_rung(text: str, rung: int) -> None:
    assert stances(text)[-1].rung == rung


@pytest.mark.parametrize(
    "text",
    [
        "The two sides discussed Taiwan and human rights.",
        "The two sides exchanged views on the Ukraine crisis.",
        "Is Belarus against sanctions?",
        "A museum on the history of Taiwan is to open.",
        "Belarus was urged by a newspaper to lift its sanctions.",
        "The two sides spoke of the war in Ukraine and of Gaza.",
        "China gave Belarus a medal in recognition of its help for Ukraine.",
        "Belarus supported a new road, a step that could bring sanctions.",
    ],
)
def test_a_bare_mention_is_no_position(text: str) -> None:
    assert stances(text) == []


def test_every_issue_of_the_contract_has_its_words() -> None:
    assert {"core_interests", "taiwan", "ukraine", "security_architecture", "history", "migration"} <= set(
        load_issues().codes
    )


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "issue"),
    [
        (
            "On the South China Sea they insisted that talks are the only path.",
            ("BLR", "CHN"),
            "support",
            "south_china_sea",
        ),
        (
            "Both of them stressed the need for a reform of the Security Council.",
            ("BLR", "CHN"),
            "support",
            "un_reform",
        ),
        ('"We believe in a multipolar world," Lukashenko said.', ("BLR",), "support", "multipolarity"),
        (
            "Lukashenko said that a multipolar world was not a dream but a necessity.",
            ("BLR",),
            "support",
            "multipolarity",
        ),
        ("Belarus hopes to see a sovereign Palestinian state.", ("BLR",), "support", "palestine"),
        ("China opposes any attempt to use Taiwan to interfere in its affairs.", ("CHN",), "oppose", "interference"),
        ("The two sides called for a ceasefire in Yemen.", ("BLR", "CHN"), "support", "other"),
        (
            "\n\nThe two Presidents:\n\nCondemned terrorism in all its forms.\n",
            ("BLR", "CHN"),
            "oppose",
            "terrorism",
        ),
    ],
)
def test_whose_position_it_is_is_read_from_the_words_about_it(
    text: str, holder: tuple[str, ...], polarity: str, issue: str
) -> None:
    assert [(f.holder, f.polarity, f.issue) for f in stances(text)] == [(holder, polarity, issue)]


JOINT = (
    "Joint statement of Belarus and China\n\nPresident Lukashenko paid a state visit to China on 4 December 2023.\n\n"
)


@pytest.mark.parametrize(
    ("text", "polarity", "issue"),
    [
        ("A just peace in Ukraine was called for.", "support", "ukraine"),
        ("Support was voiced for a two-state solution.", "support", "palestine"),
        ("Concern was expressed over the tensions in the South China Sea.", "oppose", "south_china_sea"),
        ("Unilateral sanctions were firmly rejected.", "oppose", "sanctions"),
        ("North Korea was urged to give up its arms.", "support", "korean_peninsula"),
        (
            "The need for permanent seats for Africa in the Security Council was noted.",
            "support",
            "un_reform",
        ),
        ("A Security Council that is more representative was deemed essential.", "support", "un_reform"),
        ("Separatism and terrorism stand condemned.", "oppose", "terrorism"),
        ("There can be no justification for any act of terror.", "oppose", "terrorism"),
        ("A settlement in Ukraine must be sought by talks.", "support", "ukraine"),
        ("Terrorism, which both Sides condemn in every form, knows no border.", "oppose", "terrorism"),
        ("They are for an early ceasefire in Gaza.", "support", "palestine"),
        ("The Sides remain attached to a nuclear-free zone.", "support", "nonproliferation"),
        ("They were of one mind that sanctions must be lifted.", "oppose", "sanctions"),
        ("They agreed that there is no military solution to the war in Yemen.", "support", "other"),
        ("On the Middle East, the Leaders urged restraint in Gaza.", "support", "palestine"),
        ("They agreed that the use or threat of nuclear weapons is inadmissible.", "oppose", "nonproliferation"),
    ],
)
def test_what_a_joint_text_holds_without_saying_who_is_of_all_its_parties(text: str, polarity: str, issue: str) -> None:
    reading = read_document(Document(source="test", text=JOINT + text, published="2023-12-05"))
    (found,) = [fact for fact in reading.facts if isinstance(fact, StanceFact)]
    assert (found.holder, found.polarity, found.issue) == (("BLR", "CHN"), polarity, issue)


def test_a_formula_on_china_is_the_position_of_the_other_side() -> None:
    text = (
        "For the Belarusian side there is but one China, and Taiwan is an inseparable part of it. "
        "Matters of Tibet and Hong Kong are internal affairs of China."
    )
    reading = read_document(Document(source="test", text=JOINT + text, published="2023-12-05"))
    found = [fact for fact in reading.facts if isinstance(fact, StanceFact)]
    assert [f.issue for f in found] == ["one_china", "taiwan", "tibet", "hong_kong"]
    assert {(f.holder, f.toward) for f in found} == {(("BLR",), "CHN")}


def test_a_verb_behind_a_relative_clause_is_that_of_the_main_one() -> None:
    (fact,) = stances("China respects the road which the people of Belarus have chosen and supports their sovereignty.")
    assert (fact.holder, fact.issue) == (("CHN",), "sovereignty")


def test_what_somebody_else_does_is_no_position_of_a_joint_text() -> None:
    text = (
        JOINT + "Support for the sanctions was voiced by the Prime Minister of Japan. Sanctions were condemned by Cuba."
    )
    reading = read_document(Document(source="test", text=text, published="2023-12-05"))
    assert not [f for f in reading.facts if isinstance(f, StanceFact) and f.holder == ("BLR", "CHN")]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("called on all armed groups to lay down their weapons", "all armed groups to lay down their weapons"),
        ("urged the Houthis to release the crew", "the Houthis to release the crew"),
        ("called upon Mali to set a date for elections", "Mali to set a date for elections"),
    ],
)
def test_what_is_asked_of_a_third_party_is_a_position(words: str, asked: str) -> None:
    (fact,) = stances(f"The two leaders {words}.")
    assert (fact.polarity, fact.issue, fact.issue_text) == ("support", "other", asked)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders called on their ministers to meet in May.",
        "President Ruto called on President Xi Jinping to visit Nairobi.",
        "The two leaders urged both sides to lower tariffs.",
        "The two leaders called on the widow to express their sympathy.",
    ],
)
def test_what_the_parties_ask_of_each_other_or_of_their_own_is_none(text: str) -> None:
    assert stances(text) == []


def test_each_verb_takes_a_position_of_its_own_on_a_conflict() -> None:
    found = stances(
        "The two sides condemned the shelling of Gaza, called for a ceasefire and backed a two-state solution."
    )
    assert [f.formula for f in found] == [
        "condemned the shelling of Gaza",
        "called for a ceasefire",
        "backed a two-state solution",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lukashenko spoke for about two hours.",
        "A crowd protested outside the embassy of China.",
        "China called for closer cooperation between the two countries in trade.",
        "Lukashenko asked for a loan of two billion dollars.",
        "China supported the bid of Minsk to host a fair.",
        "Lukashenko said that trade between the two countries should grow.",
        "China pledged five million dollars in support of the mission to Mali.",
        "Belarus voiced deep concern about the missing trawler.",
        "China discussed with Belarus the ability of Iran to build and advance its nuclear programme.",
        "China will train a new generation of leaders that will promote multilateralism.",
        "China supports the accession of Belarus to the bank.",
    ],
)
def test_what_is_no_matter_of_states_is_no_position(text: str) -> None:
    assert stances(text) == []


def test_a_position_ends_where_the_next_verb_of_its_holder_begins() -> None:
    (fact,) = stances("China condemned the coup in Niger and said it would send a doctor.")
    assert fact.formula == "condemned the coup in Niger"


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "issue"),
    [
        ("The Premier of China came. The Chinese Premier condemned the strikes on Gaza.", "CHN", "oppose", "palestine"),
        ("Both men did call for a ceasefire in Gaza.", "BLR", "support", "palestine"),
        ("He was clear that aid must reach Gaza.", "BLR", "support", "palestine"),
        ("China made it plain that Ukraine must pull back its troops.", "CHN", "support", "ukraine"),
        ("China hailed the visit, and repeated that the war in Gaza must end.", "CHN", "oppose", "palestine"),
        ("Calling the blockade of Cuba a crime, Lukashenko promised help.", "BLR", "oppose", "sanctions"),
        ("Lukashenko says there can be no lasting peace in Ukraine without talks.", "BLR", "support", "ukraine"),
        ("For Minsk, the embargo on Cuba is illegal.", "BLR", "oppose", "sanctions"),
        ('"A two-state solution is the only way," affirmed Lukashenko.', "BLR", "support", "palestine"),
        ("Both spoke.\nPresident Xi Jinping: We condemn the coup in Niger.", "CHN", "support", "democracy"),
        ("The Chinese foreign ministry said the embargo on Cuba should be lifted.", "CHN", "oppose", "sanctions"),
    ],
)
def test_whose_a_position_is_where_no_country_stands_with_it(text, holder, polarity, issue):
    assert (polarity, issue) in [(f.polarity, f.issue) for f in stances(text) if holder in f.holder]


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "issue"),
    [
        ('Hailing the militia as "liberators", Lukashenko promised aid.', "BLR", "support", "other"),
        ("Xi Jinping said that civilians, including children, had to be protected.", "CHN", "support", "other"),
        ("Xi Jinping said the families of the dead deserve justice for the massacre.", "CHN", "support", "other"),
        ("Lukashenko warned that there will be no settlement in Libya without elections.", "BLR", "support", "other"),
        ("China insists that Poland first open its border.", "CHN", "support", "other"),
        ("Belarus has declined to join the sanctions on Russia.", "BLR", "oppose", "sanctions"),
        ("Lukashenko raised the rights of the Polish minority.", "BLR", "support", "human_rights"),
        ("China urged its partners not to send arms.", "CHN", "oppose", "other"),
        ("Lukashenko said it was a crime against humanity.", "BLR", "oppose", "other"),
        ("China supports a Palestinian state and rejects the settlement of migrants.", "CHN", "oppose", "migration"),
        (
            "Lukashenko did not rule out talks and said shells for Kyiv are a threat to Europe.",
            "BLR",
            "oppose",
            "ukraine",
        ),
        ("A foreign ministry spokesman in Beijing accused Washington of meddling.", "CHN", "oppose", "interference"),
    ],
)
def test_words_that_are_a_position_by_themselves(text, holder, polarity, issue):
    assert (polarity, issue) in [(f.polarity, f.issue) for f in stances(text) if holder in f.holder]


@pytest.mark.parametrize(
    "text",
    [
        "China asked that the dinner be served at eight.",
        "Lukashenko said exports to China should grow.",
        "China proposed that the next round be held in Minsk.",
        "Lukashenko said their trade deserves a better railway.",
    ],
)
def test_what_two_do_with_each_other_is_no_position_however_it_is_said(text):
    assert stances(text) == []


def test_each_member_of_what_is_called_for_is_a_position_of_its_own() -> None:
    found = stances("The two sides called for a ceasefire in Gaza and for aid to enter freely.")
    assert [(f.issue, f.evidence[0].quote) for f in found] == [
        ("palestine", "called for a ceasefire in Gaza"),
        ("palestine", "aid to enter freely"),
    ]


def test_what_was_not_raised_is_no_position() -> None:
    assert stances("Lukashenko did not raise human rights.") == []
    assert [f.issue for f in stances("Lukashenko raised the erosion of human rights.")] == ["human_rights"]


def test_the_words_of_a_position_end_before_its_speaker() -> None:
    (found,) = stances("The ceasefire in Gaza must hold, Lukashenko said.")
    assert found.evidence[0].quote == "The ceasefire in Gaza must hold"


@pytest.mark.parametrize(
    ("text", "polarity", "issue"),
    [
        ("They expressed condemnation of Russia's missile strikes across Ukraine.", "oppose", "russia_aggression"),
        ("They agreed that the further spread of such weapons must be prevented.", "support", "nonproliferation"),
        ("They stressed that states have the right to choose their own alliances.", "support", "sovereignty"),
    ],
)
def test_words_that_show_an_issue_without_its_name(text: str, polarity: str, issue: str) -> None:
    assert (polarity, issue) in [(fact.polarity, fact.issue) for fact in stances(text)]


def test_the_name_of_an_airline_is_no_country_at_war() -> None:
    told = stances("They support justice for the victims of Ukraine International Airlines Flight 752.")
    assert "ukraine" not in [fact.issue for fact in told]
