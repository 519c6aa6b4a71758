"""Documents: signed, adopted, planned, in force; what is only referred to is none."""

import pytest

from communique.pipeline import read_document
from communique.records import AgreementFact, Document

VISIT = "Prime Minister Narendra Modi arrived in Paris on 13 July 2023 for talks with President Emmanuel Macron. "


def agreements(text: str) -> list[AgreementFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2023-07-15"))
    return [fact for fact in reading.facts if isinstance(fact, AgreementFact)]


@pytest.mark.parametrize(
    ("text", "status", "instrument", "count"),
    [
        ("The two sides signed 14 documents.", "signed", "other", 14),
        ("A memorandum of understanding on tourism was signed.", "signed", "mou", None),
        ("They witnessed the signing of a treaty on extradition.", "signed", "treaty", None),
        ("The leaders adopted a roadmap on green hydrogen.", "adopted", "plan", None),
        ("A joint statement was issued in the evening.", "adopted", "joint_statement", None),
        ("The joint statement speaks of a shared ocean.", "adopted", "joint_statement", None),
        ("The trade pact will take effect in May.", "planned", "agreement", None),
        ("Officials expect a deal on visas.", "planned", "agreement", None),
        ("The ministries were tasked with drafting an arrangement on fraud.", "planned", "agreement", None),
        ("They await the early signing of the agreement on water.", "planned", "agreement", None),
        ("A memorandum on sea borders will be finalized soon.", "planned", "mou", None),
        ("They agreed to open markets, to finish a free trade agreement and to meet.", "planned", "agreement", None),
        ("They agreed to bring the Free Trade Agreement into effect soon.", "planned", "agreement", None),
        ("They attended the signing of the exchange of notes on a college.", "signed", "other", None),
        ("Both leaders subscribed a declaration of brotherhood.", "signed", "declaration", None),
        ("Its aims are in an Action Plan, which was adopted on the same occasion.", "adopted", "plan", None),
        ("The visit ended with publishing a joint statement.", "adopted", "joint_statement", None),
        ("The joint statement says that both will hold back.", "adopted", "joint_statement", None),
        ("Guided by the Treaty on Friendship of 1993, they raised their ties.", "in_force", "treaty", None),
        ("India and France will sign an agreement on space.", "planned", "agreement", None),
        ("The two governments opened negotiations on a free trade agreement.", "planned", "agreement", None),
        ("Work goes on under the Agreement on Mobility between India and France.", "in_force", "agreement", None),
    ],
)
def test_a_document_has_status_instrument_and_number(
    text: str, status: str, instrument: str, count: int | None
) -> None:
    found = agreements(text)
    assert [(f.status, f.instrument, f.count) for f in found] == [(status, instrument, count)]
    assert found[0].parties == ("FRA", "IND")


def test_a_title_is_kept_without_its_article() -> None:
    found = agreements("The ministers signed a memorandum of understanding on cyber security.")
    assert [f.title for f in found] == ["memorandum of understanding on cyber security"]


def test_the_fields_are_those_of_its_name() -> None:
    found = agreements("The two sides signed a number of documents in the fields of agriculture and tourism.")
    assert [f.fields for f in found] == [("agriculture", "tourism")]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the Paris Agreement and of the Convention on the Law of the Sea.",
        "No agreement was signed.",
        "The two sides reached broad agreement on many questions.",
        "France might sign a contract on submarines.",
    ],
)
def test_a_document_that_is_only_referred_to_is_none(text: str) -> None:
    assert agreements(text) == []


def test_a_list_of_documents_goes_on() -> None:
    found = agreements("They signed a memorandum on tea, a treaty on extradition and an agreement on visas.")
    assert [(fact.instrument, fact.status) for fact in found] == [
        ("mou", "signed"), ("treaty", "signed"), ("agreement", "signed"),
    ]  # fmt: skip


def test_the_sentence_after_may_name_one_of_the_documents() -> None:
    found = agreements("Nine documents were signed. The most important is an agreement on nuclear fuel.")
    assert [(fact.status, fact.count) for fact in found] == [("signed", 9), ("signed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The joint statement of 2018 spoke of a shared ocean.",
        "No joint statement was planned.",
        "The last joint statement spoke of a shared ocean.",
    ],
)
def test_a_joint_document_of_another_time_is_none_of_this_visit(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Three documents were signed: a treaty on rivers; an accord on visas; and a memorandum on sport.",
            ["signed"] * 4,
        ),
        (
            "The two countries signed two agreements: a protocol to the tax convention and an arrangement on food.",
            ["signed"] * 3,
        ),
        ("The following accords were signed:\n- a treaty on rivers;\n- a memorandum on sport.\n", ["signed"] * 3),
        ("The agreements signed include a memorandum on sport.", ["signed"] * 2),
        ("Students profit from a second memorandum signed today.", ["signed"]),
        ("More is in the declaration on space, which the two leaders signed.", ["signed"]),
        ("The visit produced six agreements.", ["signed"]),
        ("The dam was built without touching the accord of 1968.", ["in_force"]),
        ("Officials said a treaty on rivers would be signed.", ["planned"]),
        ("He was asked whether a treaty on rivers would be signed.", []),
        ("The talks produced an agreement to talk again.", []),
    ],
)
def test_documents_are_read_in_lists_and_from_the_words_behind_them(text: str, found: list[str]) -> None:
    assert [f.status for f in agreements(text)] == found


def test_the_name_of_a_state_or_body_is_no_law_at_home() -> None:
    found = agreements("The ministers signed an agreement with the United States of America and the European Union.")
    assert [f.status for f in found] == ["signed"]


def test_a_sentence_after_a_signing_goes_on_to_name_the_documents() -> None:
    found = agreements(
        "The ministers witnessed the signing of three memoranda. The memoranda include an MoU on ports, an MoU on sport"
        " and an MoU on museums."
    )
    assert [(f.title, f.count) for f in found] == [
        (None, 3), ("MoU on ports", None), ("MoU on sport", None), ("MoU on museums", None),
    ]  # fmt: skip


def test_one_passive_speaks_of_every_document_joined_before_it() -> None:
    found = agreements("Contracts and other agreements were signed.")
    assert [(f.instrument, f.status) for f in found] == [("contract", "signed"), ("agreement", "signed")]


def test_documents_counted_together_are_one_fact() -> None:
    found = agreements("The two sides signed 18 treaties and memoranda.")
    assert [(f.instrument, f.count) for f in found] == [("treaty", 18)]


def test_documents_counted_apart_are_two() -> None:
    found = agreements("The two sides signed 18 treaties. Four treaties were signed between firms.")
    assert [f.count for f in found] == [18, 4]


def test_a_list_under_the_following_is_of_signed_documents() -> None:
    found = agreements(
        "The two leaders witnessed the signing of the following:\n1. Agreement on culture;\n2. MoU on youth and sport."
    )
    assert [(f.status, f.title) for f in found] == [
        ("signed", "Agreement on culture"),
        ("signed", "MoU on youth and sport"),
    ]


def test_a_sentence_that_counts_documents_up_gives_each_its_own_words() -> None:
    found = agreements(
        "Seven documents were signed, among them an MoU on coasts, a procedure for ports, "
        "and a renewed Cultural Exchange Programme."
    )
    assert [(f.status, f.title, f.count) for f in found] == [
        ("signed", None, 7),
        ("signed", "MoU on coasts", None),
        ("signed", "Cultural Exchange Programme", None),
    ]


def test_what_leaders_are_yet_to_witness_is_planned() -> None:
    found = agreements("The talks come before the two leaders witness the signing of several contracts.")
    assert [f.status for f in found] == ["planned"]


def test_a_document_signed_by_ministers_stands_beside_another() -> None:
    found = agreements(
        "They signed a treaty on extradition, in addition to a joint communique signed by the foreign ministers."
    )
    assert [(f.instrument, f.title) for f in found] == [
        ("treaty", "treaty on extradition"), ("communique", "joint communique"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The dinner was a sign of their new arrangement.",
        "The papers that we have signed will not be documents for a drawer.",
    ],
)
def test_a_sign_is_no_signing_and_a_verb_after_signed_ends_it(text: str) -> None:
    assert agreements(text) == []


def test_a_number_at_the_head_of_a_line_counts() -> None:
    found = agreements("The talks were short.\nThree other treaties were penned by the ministers.")
    assert [(f.count, f.status) for f in found] == [(3, "signed")]


@pytest.mark.parametrize(
    "text", ["Sign a treaty on extradition.", "India works with France to sign a treaty on extradition."]
)
def test_a_signing_among_aims_is_planned(text: str) -> None:
    assert [f.status for f in agreements(text)] == ["planned"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They signed the following documents:\n1. Agreement on sport;\n2. MoU in the field of rail;\n", 3),
        ("The following were signed:\n(a) Memorandum on rail;\n(b) two memoranda between the banks.\n\nThanks.\n", 2),
        ("The following documents were signed:\n\n- Agreement on sport\n- Rail link between the ports\n\nThanks.\n", 3),
        ("The ministers exchanged seven agreements, including:\n• Treaty on rivers\n• Plan of Action for 2024\n", 3),
        ("The following were invited:\n- The firms that signed a memorandum.\n", 0),
    ],
)
def test_lines_below_a_heading_are_documents_signed(text: str, found: int) -> None:
    facts = agreements(text)
    assert len(facts) == found
    assert {f.status for f in facts} <= {"signed"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officials initialled a treaty on prisoners, which the two governments expect to sign in spring.", "planned"),
        ("They spoke of the security agreement we signed in March.", "signed"),
        ("More is in a letter of intent that four companies signed on the spot.", "signed"),
        ("A framework for aid to schools was signed.", "signed"),
        ("The ministers were instructed to draw up a plan of action for the years to 2030.", "planned"),
        ("The police forces were tasked with drafting an arrangement on fraud.", "planned"),
        ("They agreed on a plan of action, which is to be adopted in autumn.", "planned"),
        ("They agreed on a plan of action (2024-2028), which was adopted on the same day.", "adopted"),
        ("Both sides will bring the Tax Agreement into force soon.", "planned"),
        ("They took note of the memorandum of understanding between the two harbour boards.", "signed"),
        ("They hailed the conclusion of the Agreement on Social Security.", "signed"),
        ("They witnessed the handover of a memorandum on fish.", "signed"),
        ("The trade agreement, expanded in 2017, serves both.", "in_force"),
        ("A memorandum on borders will be finalised at the next session.", "planned"),
    ],
)
def test_what_is_said_of_a_document_gives_its_status(text: str, status: str) -> None:
    assert [f.status for f in agreements(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry will finalise its national action plan on water.",
        "Students come to India under a cooperation programme.",
        "The opposition stayed away from the signing, calling the deal unlawful.",
        "They worked towards the conclusion of talks and called for the conclusion of a treaty.",
        "The firms develop a sustainability roadmap.",
        "The documents mention that no agreement was signed.",
    ],
)
def test_what_one_side_does_alone_or_nobody_did_is_no_document(text: str) -> None:
    assert agreements(text) == []


def test_another_stands_for_the_noun_before_it() -> None:
    found = agreements("The ministers signed a memorandum on police files and another for the promotion of tourism.")
    assert [(f.instrument, f.fields) for f in found] == [("mou", ("law_enforcement",)), ("mou", ("tourism",))]


def test_one_document_told_twice_is_one() -> None:
    found = agreements("The firms signed a contract on gas. The heads of both firms signed the agreement at noon.")
    assert [(f.status, len(f.evidence)) for f in found] == [("signed", 2)]
    found = agreements("Eleven accords were signed. The ministers exchanged 11 documents.")
    assert [(f.count, len(f.evidence)) for f in found] == [(11, 2)]


def test_sentences_behind_several_documents_tell_of_each_without_a_noun() -> None:
    found = agreements(
        "Five documents were signed. The most tangible concerns a dam. Another secures fuel, a third covers fish."
    )
    assert [f.evidence[0].quote for f in found[1:]] == [
        "The most tangible concerns a dam", "Another secures fuel", "a third covers fish",
    ]  # fmt: skip
    assert [f.status for f in agreements("The talks were long. Another concerns fish.")] == []


def test_a_document_with_somebody_else_is_of_him_who_makes_it() -> None:
    found = agreements("Narendra Modi will sign a treaty on space with Japan.")
    assert [f.parties for f in found] == [("IND", "JPN")]


def test_a_list_in_lines_goes_on_past_an_item_that_is_no_document() -> None:
    found = agreements(
        "The following documents were signed:\n- Executive scheme for museums,\n- Memorandum on computers,\n"
        "- Treaty on extradition."
    )
    assert {"Memorandum on computers", "Treaty on extradition"} <= {f.title for f in found}
