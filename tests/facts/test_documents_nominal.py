"""Documents told by a noun of signing, by what came out of a visit, by what they are about behind the verb."""

import pytest

from communique.pipeline import read_document
from communique.records import AgreementFact, Document

VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


def agreements(text: str) -> list[AgreementFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, AgreementFact)]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Signature of a memorandum on space crowned the visit.", ["signed"]),
        ("The signing of the protocol on customs was noted with satisfaction.", ["signed"]),
        (
            "The conclusion of an arrangement between the customs services and of the memoranda on forestry was"
            " welcomed by both leaders.",
            ["signed", "signed"],
        ),
        ("Took note with satisfaction of the signing of instruments on housing.", ["signed"]),
        ("The talks ended with the two sides signing a package of eleven documents.", ["signed"]),
        ("The premiers attended a ceremony for the exchange of notes on a grant for customs posts.", ["signed"]),
        ("Notes were exchanged on a loan for the third metro line.", ["signed"]),
        ("An exchange of letters on the metro took place.", ["signed"]),
        ("Out of the visit came an accord on visas.", ["signed"]),
        ("The fruit of the visit is a treaty on extradition.", ["signed"]),
        ("An accord on archives was among the results.", ["signed"]),
        ("The ceremony saw eight memoranda change hands.", ["signed"]),
        ("The two countries have a new agreement on visas, signed on Thursday.", ["signed"]),
        ("Modi pointed to the deal signed last month, when Macron came to Delhi.", ["signed"]),
        ("They welcomed the Terms of Reference, now signed, for joint patrols.", ["signed"]),
        ("France closed a 20 billion dollar swap line with the central bank in New Delhi.", ["signed"]),
        ("India signed up to a raw materials partnership with the European Union.", ["signed"]),
        ("A contract for three submarines went to Naval Group.", ["signed"]),
        ("Dassault sold India 26 Rafale jets, in a contract worth 7 billion euros.", ["signed"]),
        ("India agreed to buy 40 jets from Dassault.", ["signed"]),
        ("They praised the purchase by IndiGo of twelve Airbus planes.", ["signed"]),
        ("A purchasing agency confirmed the order of 140 aircraft from Airbus.", ["signed"]),
        ("The two foreign ministries exchanged a plan of consultations for 2026-2027.", ["signed"]),
        ("By the results of the talks a Joint Statement was accepted.", ["adopted"]),
        ("The leaders promised a review of the decade-old free trade agreement.", ["in_force"]),
        ("India wishes to make full use of its Partnership Agreement with the European Union.", ["in_force"]),
        ("They agreed to speed up the review of the India-EU Trade in Goods Agreement.", ["in_force"]),
        ("Under a 4 billion dollar framework struck in 2019, frigates are built.", ["in_force"]),
        ("The ministers were instructed to draw up, before the year is out, a road map for 2025-2027.", ["planned"]),
        ("They agreed to work for the conclusion within this year of a second contract for tanks.", ["planned"]),
        ('France agreed to open negotiations on an "early harvest" arrangement for wine.', ["planned"]),
        ("They decided to explore the conclusion of a Framework Agreement on Defence.", ["planned"]),
        ("They agreed to come up with a plan of action on ports.", ["planned"]),
        ("A memorandum on health is awaiting signature.", ["planned"]),
        ("He hopes the trip will end with a pact on policing and trade.", ["planned"]),
    ],
)
def test_a_document_is_told_in_many_ways(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in agreements(text)] == statuses


@pytest.mark.parametrize(
    ("text", "fields", "quote"),
    [
        (
            "Documents were signed on water, tourism and sport.",
            ("environment", "tourism", "sport"),
            "Documents were signed on water, tourism and sport",
        ),
        (
            "They signed a contract under which Alstom will deliver trains to the railways.",
            ("transport",),
            "signed a contract under which Alstom will deliver trains to the railways",
        ),
        ("They signed a contract under which each side will get what it wants.", (), "signed a contract"),
        ("Documents were signed on Thursday in Paris.", (), "Documents were signed"),
    ],
)
def test_what_a_document_is_about_may_stand_behind_the_verb(text: str, fields: tuple[str, ...], quote: str) -> None:
    (fact,) = agreements(text)
    assert set(fact.fields) == set(fields)
    assert fact.evidence[0].quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "India might have bought 40 jets from Dassault.",
        "They discussed the possible purchase of 26 fighter jets.",
        "The strategic partnership between India and France goes back to 1998.",
        "The two closed the airspace under an agreement.",
        "Both will ratify the treaty on the high seas.",
    ],
)
def test_what_only_sounds_like_a_document_that_came_about(text: str) -> None:
    assert not agreements(text)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            'Both welcomed the launch of negotiations for a "balanced and ambitious" free trade agreement.',
            ['"balanced and ambitious" free trade agreement'],
        ),
        ("They signed a joint statement outlining plans of cooperation in trade.", ["joint statement"]),
        ("They told their teams to pursue a balanced and useful FTA.", ["balanced and useful FTA"]),
    ],
)
def test_adjectives_and_contents_of_a_document(text: str, titles: list[str]) -> None:
    assert [fact.title for fact in agreements(text)] == titles


def test_a_memorandum_in_the_singular_may_be_counted() -> None:
    (fact,) = agreements("Three memorandum of understanding were signed between the two countries for sport.")
    assert (fact.count, fact.fields) == (3, ("sport",))


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("A year ago Xi Jinping of China was in Paris, signing 45 documents.", ["signed"]),
        ("Both leaders witnessed the subscription of eight memorandums.", ["signed"]),
        ("They noted the Letter of Intent on research in the Antarctic.", ["signed"]),
        ("France agreed to the import of mangoes, a protocol on which was signed.", ["signed"]),
        ("The Programme for Economic Cooperation (2024-2028) was renewed.", ["signed"]),
        ("They signed an addendum that raises the ceiling of the credit.", ["signed"]),
        ("The defence cooperation agreement that followed opens the bases.", ["signed"]),
        ("The two sides will carry out the Strategic Programme for Cooperation (2020-2029).", ["in_force"]),
        ("They agreed to expedite the finalization of the free trade agreement, to open markets and to meet.",
         ["planned"]),
    ],
)  # fmt: skip
def test_more_ways_of_telling_a_document(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in agreements(text)] == statuses
