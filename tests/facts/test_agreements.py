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
        ("The following accords were signed:\n- a treaty on rivers;\n- a memorandum on sport.\n", ["signed"] * 2),
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


@pytest.mark.parametrize(
    "text",
    [
        "The talks will culminate in the signing of accords on hides.",
        "The two leaders will dine at the palace and later witness the signing of accords on hides.",
        "Also scheduled for Monday are the signing of accords on hides.",
        "The visit is expected to include the signing of accords on hides.",
        "The signing ceremony for accords on hides is scheduled for Tuesday.",
        "Ahead of the signing of an accord on hides the two men dined.",
        "On the agenda are the signing of accords on hides and a dinner.",
        "The programme includes talks and the signing of accords on hides.",
        "The leaders will face the cameras after the signing of accords on hides.",
    ],
)
def test_a_signing_still_ahead_is_planned(text: str) -> None:
    assert [f.status for f in agreements(text)] == ["planned"]


def test_a_name_ends_where_the_quotation_does_or_it_is_said_who_gave_it_out() -> None:
    found = agreements('"We plan to sign several accords," the radio heard him say.')
    found += agreements("A joint statement issued by the ministers said the talk was long.")
    found += agreements("Several Memorandum of Understandings (MoUs) on hides were signed.")
    assert [f.title for f in found] == [None, "joint statement", None]


def test_a_statement_to_the_press_is_no_document() -> None:
    assert agreements("On Monday they signed the guest book and a joint statement to the press.") == []


def test_whose_a_document_is_of_another_journey_or_signed_by_two_named() -> None:
    found = agreements("Macron came to India after a visit to Oman, where he signed a pact on dates.")
    found += agreements("Grain flows under deals signed by Moscow and Kyiv.")
    assert [f.parties for f in found] == [("FRA", "OMN"), ("RUS", "UKR")]


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
        ("They signed the following documents:\n1. Agreement on sport;\n2. MoU in the field of rail;\n", 2),
        ("The following were signed:\n(a) Memorandum on rail;\n(b) two memoranda between the banks.\n\nThanks.\n", 2),
        ("The following documents were signed:\n\n- Agreement on sport\n- Rail link between the ports\n\nThanks.\n", 2),
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


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The pact that the two foreign ministers and the head of the navy signed on Friday covers ports.", "signed"),
        ("The accord the two men signed foresees joint patrols.", "signed"),
        ("The memorandum, signed by both energy ministers, foresees two reactors.", "signed"),
        ("The Jaipur Declaration, signed on Thursday in the lounge, is short.", "signed"),
        ("A treaty on rivers bears the signatures of both ministers.", "signed"),
        ("A deal on rare earths was struck.", "signed"),
        ("The two countries agreed a deal on rare earths.", "signed"),
        ("The leaders announced an agreement on the building of six reactors.", "signed"),
        ("The visit yielded a pact on water.", "signed"),
        ("A fair resulted in business contracts worth two billion euros.", "signed"),
        ("Finance ministers then put pen to a loan of 300 million euros.", "signed"),
        ("Dassault and the navy signed an order for 26 jets.", "signed"),
        ("A cooperation agreement on ice was likewise signed.", "signed"),
        ("A memorandum to that end was concluded.", "signed"),
        ("The FTA was signed in our presence.", "signed"),
        ("In all, nine agreements came out of the visit.", "signed"),
        ("Two memoranda saw the light.", "signed"),
        ("The two sides signed during the visit an agreement on ships.", "signed"),
        ("They formalised their cooperation in a memorandum of understanding.", "signed"),
        ("The capitals signed on to a pact on minerals.", "signed"),
        ("Documents signed during the visit: 1) Agreement on sport; 2) Memorandum on tea.", "signed"),
        ("Safran won a contract for helicopter engines.", "signed"),
        ("A work plan for 2024 was agreed.", "adopted"),
        ("According to the joint communique, both will hold back.", "adopted"),
        ("The joint communique makes no mention of Russia.", "adopted"),
        ("The two leaders put out a joint statement.", "adopted"),
        ("A statement issued by both sides spoke of calm.", "adopted"),
        ("A final contract should be signed by March.", "planned"),
        ("They look forward to the signing of the agreement on air services.", "planned"),
        ("The signing of a deal on the jets was put off.", "planned"),
        ("They expressed the hope that the agreement on rivers will be signed soon.", "planned"),
        ("An accord on fisheries, still under negotiation, was discussed.", "planned"),
        ("They presided over the signing of an accord on fuel.", "signed"),
        ("The signing today of the Treaty on Rivers opens a page.", "signed"),
        ("Under a memorandum of understanding, welders will be trained.", "signed"),
        ("A joint statement issued today speaks of calm.", "adopted"),
        ("Both sides agreed on a roadmap for hydrogen.", "adopted"),
        ("A draft treaty on extradition is with the lawyers.", "planned"),
        ("The sides are preparing an agreement on shared rivers.", "planned"),
        ("Both sides are close to an agreement on visas.", "planned"),
        ("The pact has yet to be ratified.", "planned"),
        ("They voiced their interest in concluding an accord on air services.", "planned"),
        ("The trade minister tabled a framework under which France would buy gas.", "planned"),
        ("An action plan for 2026, to be drawn up by the ministries, will guide them.", "planned"),
        ("There is an accord on rice, signed by both, and another on tea which both intend to complete.", "planned"),
        ("They reviewed the India-France Trade Agreement of 2007.", "in_force"),
        ("The 2018 understanding on the strait should be carried out.", "in_force"),
        ("He stands by the 2016 deal under which France keeps troops.", "in_force"),
        ("The accord that each side signed in 2011 is idle.", "in_force"),
        ("They kept to last year's deal between France and India.", "in_force"),
        ("The free trade agreement took effect in 2009.", "in_force"),
        ("The Paris Declaration of 12 May 2019 still holds.", "adopted"),
    ],
)
def test_wordings_of_what_became_of_a_document(text: str, status: str) -> None:
    assert status in [f.status for f in agreements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "France stands ready to extend a loan of 300 million euros.",
        "Any contract signed by that government would be challenged.",
        "Asked whether a deal was close, he smiled.",
        "Macron proposed a peace deal for the two neighbours.",
        "They spoke of the declaration of 1998.",
        "Talks without an agreement have dragged on since 2007.",
        "He won praise for the contract.",
        "They stood with the 80 countries that have adopted the roadmap on food.",
        "They reached an agreement to talk again.",
        "It is the first accord of this kind that India has signed.",
    ],
)
def test_what_only_sounds_like_a_document_of_theirs_is_none(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Both leaders underlined their commitment to the Good Friday Agreement.", ("GBR", "IRL")),
        ("They spoke of the Belfast Agreement. They keep to the Good Friday Agreement of 1998.", ("GBR", "IRL")),
        ("They signed a memorandum to help the people of Haiti and Peru.", ("FRA", "IND")),
        ("They reaffirmed the India-France Defence Treaty in the South China Sea.", ("FRA", "IND")),
        ("The treaty of peace signed in 1979 between Israel and Egypt was praised.", ("EGY", "ISR")),
        ("The Malaysia-Pakistan Closer Economic Partnership Agreement was a model.", ("MYS", "PAK")),
        ("At the U.S.-ASEAN health meeting the two sides agreed to develop a work plan.", ("ASEAN", "USA")),
    ],
)
def test_documents_of_others_are_of_those_whose_they_are(text: str, parties: tuple[str, str]) -> None:
    assert [f.parties for f in agreements(text)] == [parties]


def test_documents_are_of_the_stop_of_a_tour_at_which_they_are_told() -> None:
    text = (
        "President Recep Tayyip Erdogan paid an official visit to Senegal on 20 February 2022. Four accords were "
        "signed. He then paid an official visit to Guinea-Bissau on 22 February 2022. A memorandum on fish was signed."
    )
    reading = read_document(Document(source="test", text=text, published="2022-02-25"))
    found = [(f.instrument, f.parties) for f in reading.facts if isinstance(f, AgreementFact)]
    assert found == [("agreement", ("SEN", "TUR")), ("mou", ("GNB", "TUR"))]


def test_a_list_in_one_sentence_goes_on_behind_a_colon() -> None:
    found = agreements(
        "They witnessed the exchange of the following: (a) MoU on the hiring of nurses; (b) MoU on yoga; (c) Programme "
        "of Cooperation in Music."
    )
    assert [f.instrument for f in found] == ["mou", "mou", "plan"]
    found = agreements(
        "Three documents were signed in the presence of both: a memorandum on water, an agreement between the customs "
        "services, and a letter of intent concerning judges."
    )
    assert [(f.instrument, f.count) for f in found] == [
        ("other", 3), ("mou", None), ("agreement", None), ("other", None),
    ]  # fmt: skip


def test_a_headline_and_a_bare_noun_tell_no_second_document() -> None:
    found = agreements("Documents were signed. Eleven documents were signed, on health and ports.")
    assert [(f.count, f.status) for f in found] == [(11, "signed")]
    text = "Modi, Macron sign deals in Paris\n\n" + VISIT + "They signed 14 agreements."
    reading = read_document(Document(source="test", text=text, published="2023-07-15"))
    assert len([f for f in reading.facts if isinstance(f, AgreementFact)]) == 1


def test_what_is_numbered_under_a_line_that_tells_of_a_signing_was_signed() -> None:
    listed = (
        "Three memoranda of understanding were signed between the two countries in the presence of the leaders:\n\n"
        "1. MoU between the cities of Nantes and Pune on river transport.\n\n"
        "2. MoU on the training of pilots.\n\n"
        "3. MoU establishing a prize for translators.\n"
    )
    found = agreements(listed)
    assert [(fact.count, fact.status) for fact in found] == [(3, "signed"), *[(None, "signed")] * 3]


@pytest.mark.parametrize(
    ("text", "count", "fields"),
    [
        ("Six agreements were signed in farming, tourism and defence.", 6, ("agriculture", "tourism", "defence")),
        ("They signed six agreements. The agreements cover farming and tourism.", 6, ("agriculture", "tourism")),
        (
            "They signed six agreements. The new accords, signed at noon, span farming. They also deal with ports.",
            6,
            ("agriculture", "transport"),
        ),
        ("They saw the announcement of several memoranda on ports.", None, ("transport",)),
    ],
)
def test_what_documents_counted_together_cover(text: str, count: int | None, fields: tuple[str, ...]) -> None:
    (found,) = agreements(text)
    assert (found.count, found.fields) == (count, fields)


def test_what_an_older_accord_covers_is_not_told_of_the_new_ones() -> None:
    (found,) = agreements("They signed six agreements. The ministers cover farming and tourism in their talks.")
    assert found.fields == ()


def test_several_documents_of_two_sorts_are_told_once() -> None:
    (found,) = agreements("They witnessed the exchange of several memoranda of understanding and agreements.")
    assert found.instrument == "mou"
