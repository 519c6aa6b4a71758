"""Documents in the many ways of telling them: in lists, elliptic, wanted, lined up, given out, standing."""

import pytest

from communique.pipeline import read_document
from communique.records import AgreementFact, Document

VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


def agreements(text: str) -> list[AgreementFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, AgreementFact)]


@pytest.mark.parametrize(
    ("text", "status", "number"),
    [
        (
            "A convention between the Ministries of Justice, a letter of intent on hydrogen and an order for twelve"
            " helicopters were signed.",
            "signed", 3,
        ),
        ("Two agreements were signed, one dealing with visas and another on air services.", "signed", 3),
        ("A memorandum on sport was signed, as was an agreement on film.", "signed", 2),
        ("Modi said that India was willing to train pilots and sign an agreement on air services.", "planned", 1),
        ("The two leaders were to later witness the signing of agreements on visas and film.", "planned", 1),
        ("Besides a treaty on extradition the ministers signed a plan of action on culture.", "signed", 2),
        (
            "Ten documents were signed. They include renewed MoUs on health, a protocol amending the tax convention and"
            " a standing arrangement between the ports.",
            "signed", 4,
        ),
        ("Signed in their presence: an accord on visas, a memorandum on statistics.", "signed", 2),
        ("Airbus signed a contract on jets, and the central banks a swap accord.", "signed", 2),
        ("Two agreements were signed. One secures gas. Another agreement covers sport.", "signed", 3),
        ("The signed documents include a memorandum between the two stock exchanges.", "signed", 1),
        ("But count what was signed: eleven papers on trade.", "signed", 1),
    ],
)  # fmt: skip
def test_each_document_of_a_list_is_told(text: str, status: str, number: int) -> None:
    found = agreements(text)
    assert {fact.status for fact in found} == {status}
    assert len(found) == number


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The visit saw a defence pact signed.", "signed"),
        ("India placed an order for 26 Rafale jets.", "signed"),
        ("Air India ordered 250 Airbus planes.", "signed"),
        ("A contract for six submarines was awarded to the French yard.", "signed"),
        ("The two put pen to paper on a defence pact.", "signed"),
        ("Modi and Macron shook hands on an agreement on nuclear fuel.", "signed"),
        ("The two governments announced a raft of agreements on trade.", "signed"),
        ("The two central banks rolled over a swap line worth 3 billion dollars.", "signed"),
        ("They adopted a blueprint for the Indian Ocean.", "adopted"),
        ("A shared vision for the Indian Ocean was adopted.", "adopted"),
        ("The leaders endorsed a plan of action for 2024-2028.", "adopted"),
        ("They announced the Action Plan 2024-2028.", "adopted"),
        ("The roadmap, adopted at the palace, speaks of submarines.", "adopted"),
        ("The joint statement, 40 paragraphs of it, mentions submarines.", "adopted"),
        ("A joint communique followed.", "adopted"),
        ("A joint statement closed the visit.", "adopted"),
        ('"Both sides oppose force," reads the joint statement.', "adopted"),
        ("They agreed to renew the currency swap agreement.", "planned"),
        ("They hope to sign a treaty on extradition in the spring.", "planned"),
        ("The two countries would sign memoranda on trade, the office said.", "planned"),
        ("They would also be signing a number of agreements.", "planned"),
        ("The signing of agreements on youth is also on the agenda.", "planned"),
        ("A pact on submarines is expected to be firmed up.", "planned"),
        ("A dozen agreements are lined up for signature.", "planned"),
        ("A second contract for submarines could be signed within the year.", "planned"),
        ("They discussed a possible agreement on migration.", "planned"),
        ("Negotiators are finalising a deal on labour.", "planned"),
        ("Both sides want a labour agreement by the end of the year.", "planned"),
        ("India is pressing for a trade agreement.", "planned"),
        ("A free trade agreement remains the goal.", "planned"),
        ("Free trade agreement negotiations go on in May.", "planned"),
        ("Modi wants the EU-India trade deal concluded by the end of the year.", "planned"),
        ("Macron promised to back a trade deal between India and the EU.", "planned"),
        ("They called for an early conclusion of the trade agreement between India and the EU.", "planned"),
        ("The Defence Agreement between India and France, operational since May, was praised.", "in_force"),
        ("French jets are built in India under a 2016 contract.", "in_force"),
    ],
)
def test_one_document_has_its_status(text: str, status: str) -> None:
    assert [fact.status for fact in agreements(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "They reaffirmed their shared vision of a free and open Indo-Pacific.",
        "Neither a communique nor a press conference followed.",
        "India respects all agreements concluded with Russia.",
        "They discussed the ceasefire agreement in Colombia.",
        "He ordered two ministers to resign.",
        "Modi said a deal would be possible only if France paid.",
        "They exchanged notes on the state of the world.",
        "Both back the global compact on migration.",
    ],
)
def test_what_is_no_document_of_theirs_is_none(text: str) -> None:
    assert agreements(text) == []


def test_a_trade_deal_with_a_body_is_of_him_who_wants_it() -> None:
    found = agreements("India wants a trade deal with the Gulf Cooperation Council.")
    assert [(fact.status, fact.parties) for fact in found] == [("planned", ("GCC", "IND"))]


def test_two_who_sign_are_no_two_documents() -> None:
    found = agreements("The two sides signed memoranda on tourism.")
    assert [(fact.status, fact.count) for fact in found] == [("signed", None)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Building on the India-France Bicentennial Framework for Security, both countries pledged to train police.",
            "India-France Bicentennial Framework for Security",
        ),
        (
            "It builds on the 1998 Strategic Partnership Agreement, providing a basis for joint drills.",
            "1998 Strategic Partnership Agreement",
        ),
    ],
)
def test_the_name_of_a_document_ends_where_a_clause_begins(text: str, title: str) -> None:
    assert [fact.title for fact in agreements(text)] == [title]


def test_a_document_whose_entry_into_force_is_awaited_is_planned() -> None:
    text = "They look forward to the entry into force of an Open Skies Agreement between India and France."
    assert [fact.status for fact in agreements(text)] == ["planned"]


def test_the_document_of_another_is_not_theirs() -> None:
    assert agreements("They welcomed Finland's contract for a gas terminal, signed in May.") == []


def test_a_document_whose_adoption_is_looked_forward_to_is_planned() -> None:
    text = "They look forward to the adoption of an Action Plan on Culture by India and France."
    assert [fact.status for fact in agreements(text)] == ["planned"]
