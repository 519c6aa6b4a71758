from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.codebook.commitment import load_commitments
from communique.pipeline import read_document
from communique.records import CommitmentFact, Document

OPENING = (
    "President William Ruto of Kenya paid a state visit to China on 16 October 2023 and met Xi Jinping in Beijing.\n"
)


def read(text: str, opening: str = OPENING, title: str | None = None) -> list[CommitmentFact]:
    reading = read_document(Document(source="test", text=opening + text, title=title, published="2023-10-17"))
    found = [fact for fact in reading.facts if isinstance(fact, CommitmentFact)]
    for fact in found:
        assert all((opening + text)[e.start : e.end] == e.quote for e in fact.evidence)
    return found


def acts(text: str) -> list[str]:
    return [fact.action for fact in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The two sides will expand trade in tea, carry out joint research, and encourage young engineers.",
            ["expand trade in tea", "carry out joint research", "encourage young engineers"],
        ),
        (
            "They agreed to open a school, to train nurses and to build a bridge.",
            ["open a school", "train nurses", "build a bridge"],
        ),
        (
            "Both sides are committed to strengthening customs work and raising the number of flights.",
            ["strengthening customs work", "raising the number of flights"],
        ),
        ("China will build a port and will train its crews.", ["build a port", "train its crews"]),
        (
            "China will work with Kenya to build ports and train crews.",
            ["work with Kenya to build ports", "train crews"],
        ),
        ("The two sides will deepen and expand their trade.", ["deepen and expand their trade"]),
        ("China will help Kenya build, run and keep its ports.", ["help Kenya build, run and keep its ports"]),
        (
            "China will support the ports to modernise their cranes, train crews and save fuel.",
            ["support the ports to modernise their cranes, train crews and save fuel"],
        ),
        (
            "The two sides will build the capacity of nurses to prevent, detect and treat disease, and open a school.",
            ["build the capacity of nurses to prevent, detect and treat disease, and open a school"],
        ),
        ("China will provide support and training for nurses.", ["provide support and training for nurses"]),
        ("China will not raise its tariffs.", ["not raise its tariffs"]),
        ("Kenya will never close its market.", ["never close its market"]),
        ("The two sides condemn piracy and intend to train crews.", ["train crews"]),
        ("Ruto spoke with Xi Jinping of China, and pledged to open a school.", ["open a school"]),
        (
            "The two countries will:\n\n- widen their trade;\n- build a bridge;\n- open a bank;\n- train nurses; and\n"
            "- clear the mines.",
            ["widen their trade", "build a bridge", "open a bank", "train nurses", "clear the mines"],
        ),
        (
            'China will widen the "Belt and Road" project and train crews.',
            ['widen the "Belt and Road" project', "train crews"],
        ),
        ("The ministry said the two sides would build a bridge.", ["build a bridge"]),
        ("It was agreed upon continuing the courses in tea.", ["continuing the courses in tea"]),
        ('Kenya was "very willing" to open its market.', ["open its market"]),
        ("Kenya is disposed to open its market.", ["open its market"]),
        ("Kenya welcomed the loan and will open its market.", ["welcomed the loan", "open its market"]),
        ("They agreed not to raise tariffs and to finish the bridge.", ["not to raise tariffs", "finish the bridge"]),
        (
            "They agreed to open a school, to fumigate the granaries and to post teachers abroad.",
            ["open a school", "fumigate the granaries", "post teachers abroad"],
        ),
        ("China promised that it would remain in touch.", ["remain in touch"]),
        (
            "They tasked the officials concerned to dredge the port.",
            ["tasked the officials concerned to dredge the port"],
        ),
        ("China conveyed that it would join the fund.", ["join the fund"]),
        (
            "Xi Jinping assured Ruto of his full support for the port.",
            ["assured Ruto of his full support for the port"],
        ),
        ("Xi Jinping assured Ruto in the morning that China would help the port.", ["help the port"]),
        ("They agreed to set up a scheme of humanitarian assistance.", ["set up a scheme of humanitarian assistance"]),
        ("China will host the next meeting of the bank.", ["host the next meeting of the bank"]),
        ("Work on tariffs will also be stepped up by China.", []),
        ("Trade in tea will also be stepped up.", ["Trade in tea will also be stepped up"]),
        ("The two countries are working towards a tea pact.", ["are working towards a tea pact"]),
        ("They were united in their resolve to dredge the port.", ["dredge the port"]),
        ("China is giving Kenya 12 boats.", ["is giving Kenya 12 boats"]),
        ("Kenya is ready, together with China, to dredge the port.", ["dredge the port"]),
        ("Ruto stressed Kenya's keenness to train nurses.", ["train nurses"]),
        ("Kenya will buy 30 trains, a Chinese official said.", ["buy 30 trains"]),
        ("China will do its utmost for the railway.", ["do its utmost for the railway"]),
        ("Kenya has cancelled its duty on tea.", ["cancelled its duty on tea"]),
        ("Kenya will widen its training and exercise programme.", ["widen its training and exercise programme"]),
        ("They agreed to dredge the port as soon as possible.", ["dredge the port as soon as possible"]),
        ("They agreed on Monday to dredge the port.", ["dredge the port"]),
        ("Xi Jinping pledged on Monday to go on training nurses.", ["go on training nurses"]),
        ("The two leaders decided to meet every year.", ["meet every year"]),
        ("They agreed to have a school built.", ["have a school built"]),
        (
            "China hopes to see the bridge completed. They are determined to see the bridge completed.",
            ["see the bridge completed"],
        ),
        (
            "They agreed to open a bank, which had closed in May, and to train its clerks.",
            ["open a bank", "train its clerks"],
        ),
        (
            "China will supply tractors, and tea growers were taught to drive them.",
            ["supply tractors"],
        ),
        ("China announced that it would rejoin UNESCO, and Kenya spoke of tea.", ["rejoin UNESCO"]),
        ("Kenya, he added, will lease land to the school.", ["lease land to the school"]),
        ("Kenya wants to open its market.", ["open its market"]),
        ("Kenya wants to go home.", []),
        ("He demanded a ceasefire and said China would train nurses.", ["train nurses"]),
        ("It is unlikely that China will train nurses.", []),
        (
            "The government in Beijing has earmarked 40 million yuan for nurses.",
            ["earmarked 40 million yuan for nurses"],
        ),
        (
            "They tasked their ministers with drawing up a plan for tea.",
            ["tasked their ministers with drawing up a plan for tea"],
        ),
        ("They asked their ministers to draw up a plan for tea.", ["asked their ministers to draw up a plan for tea"]),
        ("The two police forces also undertook to fight smugglers.", ["fight smugglers"]),
        ("Sinopec will build a refinery in Mombasa.", ["build a refinery in Mombasa"]),
        ("In Mombasa, work for Sinopec will be plenty.", []),
        ("Kenya will receive 12 boats for its coast guard.", ["receive 12 boats for its coast guard"]),
        ("Kenya will receive the guest at the airport.", []),
        (
            "Ruto came home with a promise that the railway would reach the lake.",
            ["promise that the railway would reach the lake"],
        ),
        ("They spoke of China's pledge to build a port.", ["build a port"]),
        ("China was said to have broken its earlier pledge to build a port.", []),
        (
            "They ensured that Kenya can grow and sell tea and agreed to make sure that Kenya can grow and sell tea.",
            ["make sure that Kenya can grow and sell tea"],
        ),
        ("Xi Jinping undertook a state visit to Kenya in May.", []),
        ("Kenya reaffirmed its support for the settlement of the conflict.", []),
        ('The two sides agreed "to keep the port open".', ["keep the port open"]),
        ("Xi Jinping left on Monday, promising to train nurses.", ["train nurses"]),
        ("Xi Jinping met a promising young singer.", []),
        ("Ruto urged Kenyan and Chinese firms to invest in tea.", ["urged Kenyan and Chinese firms to invest in tea"]),
        (
            "They are determined to help them repair, restore and guard the port.",
            ["help them repair, restore and guard the port"],
        ),
        ("Readiness was expressed to train nurses.", ["train nurses"]),
        ("Kenya is ready to mediate.", ["is ready to mediate"]),
        (
            "Ruto proposed a hotline between the ministries of health.",
            ["proposed a hotline between the ministries of health"],
        ),
        ("Ruto proposed a toast to the bank.", []),
        ("The two sides agreed to sign a memorandum on tea.", ["sign a memorandum on tea"]),
        ('"We have agreed to study a bridge," Ruto said.', ["study a bridge"]),
        ("They favour more trade in tea. They favour a reform of the Security Council.", ["favour more trade in tea"]),
        ("They will ease residence and work permits.", ["ease residence and work permits"]),
        ("China will run a robust, inclusive, and secure service.", ["run a robust, inclusive, and secure service"]),
        (
            "China would reconsider its duty on tea, he added, and the rest would be seen.",
            ["reconsider its duty on tea"],
        ),
        (
            "The nurses were tasked with the rest. The two ministers were tasked with drawing up a plan.",
            ["drawing up a plan"],
        ),
        ("The consequences will be borne by all.", []),
        (
            "Kenya reaffirmed its support for China's bid to host the games.",
            ["reaffirmed its support for China's bid to host the games"],
        ),
    ],
)
def test_each_act_is_one_fact(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted


@pytest.mark.parametrize(
    ("text", "strength", "continuation"),
    [
        ("The two sides shall build a bridge.", 5, False),
        ("China pledged 20 million dollars for schools.", 5, False),
        ("China reaffirmed its commitment to build the railway.", 5, False),
        ("The two sides agreed to build a bridge.", 4, False),
        ("The two sides will build a bridge.", 4, False),
        ("The two leaders instructed their ministers to build a bridge.", 4, False),
        ("The two sides will continue to build bridges.", 3, True),
        ("Kenya intends to build a bridge.", 3, False),
        ("Kenya expressed its readiness to build a bridge.", 3, False),
        ("The two sides will work together to build a bridge.", 3, False),
        ("The two sides will strive to finish the bridge.", 3, False),
        ("The two sides will encourage the building of bridges.", 2, False),
        ("The two sides will continue to support the school.", 2, True),
        ("They agreed to consider a bridge.", 2, False),
        ("The two leaders discussed ways to expand trade.", 2, False),
        ("China praised the new harbour.", 1, False),
        ("Ruto said Kenya wanted to build a bridge.", 3, False),
        ('"We want to build a bridge," Xi Jinping said.', 3, False),
        ("Kenya expects to finish the bridge by May.", 3, False),
        ("Kenya is interested in buying buses.", 3, False),
        ("Kenya showed interest in the railway.", 2, False),
        ("China backs Kenya's plan for a canal.", 2, False),
        ("The two leaders expressed their support for the canal.", 2, False),
        ("The two sides set their sights on trade of 9 billion dollars.", 4, False),
        ("The two countries launched negotiations on a trade agreement.", 6, False),
    ],
)
def test_wording_decides_the_strength(text: str, strength: int, continuation: bool) -> None:
    (fact,) = read(text)
    assert (fact.strength, fact.continuation) == (strength, continuation)


@pytest.mark.parametrize(
    "text",
    [
        "China will be a reliable partner.",
        "China would build a bridge if it had the time.",
        "China hopes that Kenya will build a bridge.",
        "China did not agree to build a bridge.",
        "Kenya refused to open its market.",
        "Kenya might open its market.",
        "Ruto spoke of the summit that China will host in May.",
        "Ruto spoke of a railway that the Chinese promised under Moi.",
        "Xi Jinping will join Ruto for a look at the garden.",
        "Ruto will open the Kenyan Trade Forum in Shanghai on Monday.",
        "Xi Jinping promised Ruto that it was safe.",
        "China wants Kenya to open its market.",
        "China has provided to many.",
        "The two sides should build a bridge.",
        "The two leaders will hold talks on Tuesday.",
        "Xi Jinping will visit Nairobi next year.",
        "Xi Jinping welcomed him at the Great Hall of the People.",
        "China expressed the hope that Kenya would build a bridge.",
        "The two sides were unanimous in their condemnation of terrorism.",
        "China promised nothing.",
        "Xi Jinping delivered a speech in the garden.",
        "On Tuesday Ruto will take part in the summit of the banks.",
        "Observers say the visit will strengthen ties.",
        "Kenya will likely lose customers.",
        "Cooperation with China will deepen.",
        "U.S. support for the plan was noted.",
        "The two sides call on Sudan to engage constructively and recommit to the ceasefire.",
        "Kenya joined the seed bank, in which China will play a leading part and a useful role.",
        "Xi Jinping welcomed his tired guests.",
        "China trusts in its partner and hopes that Kenya will lower its duties on hides.",
    ],
)
def test_no_promise_is_made_up(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They will have a tête-à-tête, hold a tête-à-tête with interpreters and witness the signing of two accords.",
        "Ruto will take part in minister-level talks with Li Qiang.",
        "Ruto will unveil a plaque for the sailors and plant a cedar tree.",
        "Both will lay the foundation stone of a tannery.",
        "They will review what has come of last year's orders for tea.",
        "On Sunday they will hold the 7th annual summit.",
        "On Friday Ruto will continue his journey in Yunnan and leave for Hanoi.",
        "We will find an opportunity to discuss tea, Ruto said.",
        "Ruto will engage with Kenyan students and give a lecture.",
        "The two leaders plan to discuss a tannery.",
        "Xi Jinping will hold a welcoming ceremony.",
        "Ruto will press Xi Jinping on debt and push for orders of hides.",
        "The two leaders will take stock of the loans, adopt several documents and issue statements.",
        "He will lay flowers at a tomb, give the keynote at a fair and finish his programme in a garden.",
        "He will join the welcome ceremony in the forecourt.",
        "There will be an arrival ceremony with military honours, followed by talks.",
        "The two will issue a joint statement.",
        "Talks between the delegations will be held too.",
        "Five memoranda on tea and hides will be signed.",
        "The envoy said about nine agreements would be signed.",
        "A forum of tanners will be held on the margins of the visit.",
    ],
)
def test_the_programme_of_a_visit_is_no_promise(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The two leaders will hold a summit in Nairobi next year.", ["hold a summit in Nairobi next year"]),
        ("The sides agreed that talks on hides will be held.", ["talks on hides will be held"]),
        (
            "A trade agreement will be signed by the end of March.",
            ["A trade agreement will be signed by the end of March"],
        ),
        ("They will hold annual talks on hides.", ["hold annual talks on hides"]),
        (
            "A meeting of the joint committee will be held in Nairobi.",
            ["A meeting of the joint committee will be held in Nairobi"],
        ),
        (
            "The two sides will hold the 5th annual meeting of tanners in Nairobi.",
            ["hold the 5th annual meeting of tanners in Nairobi"],
        ),
    ],
)
def test_what_is_agreed_for_another_day_is_a_promise(text: str, wanted: list[str]) -> None:
    assert acts(text) == wanted


def test_who_takes_it_on() -> None:
    found = read(
        "China will build a port. Kenyan companies pledged to invest in it. The two sides agreed that they would open "
        "it by 2027. It will send engineers. Their navies shall hold exercises."
    )
    assert [fact.parties for fact in found] == [("CHN",), ("KEN",), ("CHN", "KEN"), ("CHN", "KEN")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Xi Jinping conveyed Kenya's readiness to open its market.", ("KEN",)),
        ("The two sides reaffirmed the Chinese commitment to build a port.", ("CHN",)),
        ('"We are ready to build a port," Xi Jinping said.', ("CHN",)),
    ],
)
def test_whose_readiness_it_is(text: str, parties: tuple[str, ...]) -> None:
    assert [fact.parties for fact in read(text)] == [parties]


def test_two_offices_are_two_persons_and_one_that_the_author_lacks_is_the_other_sides() -> None:
    text = (
        "The President met the Prime Minister today. The President and Prime Minister agreed to share data. "
        "The Prime Minister pledged to send experts."
    )
    page = Document(
        source="test", text=text, title="Roadmap of the United States and Canada", published="2021-02-23",
        url="https://www.whitehouse.gov/roadmap",
    )  # fmt: skip
    found = [fact for fact in read_document(page).facts if isinstance(fact, CommitmentFact)]
    assert [fact.parties for fact in found] == [("CAN", "USA"), ("CAN",)]


def test_the_statement_of_a_body_is_the_bodys() -> None:
    text = "We met online. Russia must end its war against Ukraine. We will set up a fund for Ukraine."
    found = read(text, opening="", title="G7 Leaders' Statement")
    assert [fact.parties for fact in found] == [("G7",)]


def test_a_long_headline_makes_a_text_joint() -> None:
    head = (
        "Joint declaration issued at the close of the talks between the President of the Republic of Kenya, Mr William "
        "Ruto, and the President of the People's Republic of China, Mr Xi Jinping, in Beijing\n\n"
    )
    found = read("President Ruto visited China on 16 October 2023.\n\nA railway will be built.", opening=head)
    assert [fact.parties for fact in found] == [("CHN", "KEN")]


def test_what_a_call_was_about_is_no_party_to_it() -> None:
    text = "The leaders spoke for an hour. They agreed to continue their close consultation."
    title = "Readout of President Biden's call with European leaders on Russia and Ukraine"
    assert read(text, opening="", title=title) == []


def test_a_list_goes_on_from_its_head() -> None:
    found = read("The two sides intend to:\n1) develop the port;\n2) train crews.\nThe weather was fine.")
    assert [(fact.action, fact.strength) for fact in found] == [("develop the port", 3), ("train crews", 3)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "\n\nOutcomes of the talks:\n- Establishment of a tea bank\n- Opening of a school in Lamu\n"
            "- China to dredge the port\n- Weather in Lamu\n",
            [
                ("Establishment of a tea bank", ("CHN", "KEN")),
                ("Opening of a school in Lamu", ("CHN", "KEN")),
                ("dredge the port", ("CHN",)),
            ],
        ),
        (
            "The Kenyan side committed to:\na) cutting tariffs;\nb) training nurses;\nc) opening a bank.\n",
            [("cutting tariffs", ("KEN",)), ("training nurses", ("KEN",)), ("opening a bank", ("KEN",))],
        ),
        (
            "They agreed on the following: the creation of a tea fund; the start of talks on fish; to train nurses.",
            [
                ("the creation of a tea fund", ("CHN", "KEN")),
                ("the start of talks on fish", ("CHN", "KEN")),
                ("train nurses", ("CHN", "KEN")),
            ],
        ),
        ("The two sides agreed to train nurses:\n- Further, the port is deep.\n", [("train nurses", ("CHN", "KEN"))]),
    ],
)
def test_the_items_of_a_list_are_acts_in_their_nouns_too(text: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(fact.action, fact.parties) for fact in read(text)] == wanted


def test_a_sentence_goes_on_without_its_subject() -> None:
    found = read("The two sides agreed to open a school. Make full use of the harbour to train crews.")
    assert [fact.action for fact in found][1:] == ["Make full use of the harbour to train crews"]
    assert found[1].parties == ("CHN", "KEN")


@pytest.mark.parametrize(
    ("text", "parties", "strength"),
    [
        ("A joint commission is to be set up.", ("CHN", "KEN"), 4),
        ("A joint fund is planned to be set up.", ("CHN", "KEN"), 3),
        ("Direct flights will be launched in May.", ("CHN", "KEN"), 4),
        ("Scholarships for pilots will be provided by China.", ("CHN",), 4),
        ("Two bridges were inaugurated by the two leaders.", ("CHN", "KEN"), 6),
        ("A road map was agreed.", ("CHN", "KEN"), 4),
        ("Both defence ministries will run a joint school.", ("CHN", "KEN"), 4),
        ("They agreed on the need to dredge the port.", ("CHN", "KEN"), 3),
        ("Xi Jinping offered Kenya a loan of 3 million dollars.", ("CHN",), 3),
        ("The two leaders gave instructions to their ministers to dredge the port.", ("CHN", "KEN"), 4),
    ],
)
def test_what_two_states_have_together_is_for_both_to_decide(
    text: str, parties: tuple[str, ...], strength: int
) -> None:
    (fact,) = read(text)
    assert (fact.parties, fact.strength) == (parties, strength)


@pytest.mark.parametrize(
    "text",
    [
        "The museum will be rebuilt.",
        "A bridge was inaugurated.",
        "The airlines will fly daily.",
        "Xi Jinping extended an invitation to Ruto.",
        "The two leaders discussed how the harbour was built.",
    ],
)
def test_what_nobody_here_decides_is_no_act(text: str) -> None:
    assert acts(text) == []


def test_a_passive_act_is_of_both_where_they_agree_on_it() -> None:
    (fact,) = read("It was agreed that a joint commission would be set up.")
    assert fact.parties == ("CHN", "KEN")
    assert fact.action == "a joint commission would be set up"


@pytest.mark.parametrize(
    ("text", "voice", "parties"),
    [
        ("China will build a port.", "author", ("CHN",)),
        ("Xi Jinping said that China would build a port.", "Xi Jinping", ("CHN",)),
        ("China will build a port, Xi Jinping said.", "Xi Jinping", ("CHN",)),
        ("“We will build a port,” Xi Jinping said.", "Xi Jinping", ("CHN",)),
        ("Kenya said it would open its market.", "KEN", ("KEN",)),
    ],
)
def test_who_says_so(text: str, voice: str, parties: tuple[str, ...]) -> None:
    (fact,) = read(text)
    assert (fact.said_by, fact.parties) == (voice, parties)


def test_the_same_promise_by_another_voice_is_kept_and_tied() -> None:
    first, second = read(
        "Xi Jinping said China would import more avocados. China agreed to import more avocados from Kenya."
    )
    assert first.same_as is None
    assert second.same_as == first.id


def test_slots_of_an_act() -> None:
    (fact,) = read("China will provide 105 million dollars for the Lamu Port Project by 2027 if needed.")
    assert fact.amount == "105 million dollars"
    assert fact.deadline == "by 2027"
    assert fact.project == "Lamu Port Project"
    assert fact.condition == "if needed"


def test_a_position_on_an_issue_is_no_act() -> None:
    assert acts("Kenya reaffirmed its commitment to the one-China principle.") == []


def test_a_text_without_a_meeting_promises_nothing() -> None:
    assert read("The President will build more roads. We will cut taxes.", opening="Today in Ohio.\n") == []


def test_joint_statement_speaks_as_we() -> None:
    title = "Joint Statement of Kenya and China"
    found = read("We will open a school and intend to train teachers.", opening="", title=title)
    assert [(f.parties, f.strength) for f in found] == [(("CHN", "KEN"), 4), (("CHN", "KEN"), 3)]


VERBS = sorted(load_commitments().bare)


@given(
    st.lists(
        st.sampled_from(["open a school", "train nurses", "build a bridge", "cut tariffs on tea"]),
        min_size=1,
        max_size=4,
        unique=True,
    )
)
def test_as_many_facts_as_acts(things: list[str]) -> None:
    words = things[0] if len(things) == 1 else ", ".join(things[:-1]) + ", and " + things[-1]
    assert acts(f"The two sides agreed to {words}.") == things


@pytest.mark.parametrize("head", load_commitments().file.head, ids=lambda head: head.id)
def test_each_head_reads_its_own_sentences(head: object) -> None:
    opening = "King Arlo Penn of Norway visited Japan on 5 May 2023 and met Prime Minister Fumio Kishida in Tokyo.\n"

    def told(sentence: str) -> list[CommitmentFact]:
        return read(sentence.replace("Norland", "Japan").replace("Vesta", "Norway"), opening)

    for sentence in head.yes:  # type: ignore[attr-defined]
        assert any(fact.head == head.id for fact in told(sentence)), sentence  # type: ignore[attr-defined]
    for sentence in head.no:  # type: ignore[attr-defined]
        assert not told(sentence), sentence


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kenya merely expresses its readiness to build a canal.", "build a canal"),
        ("Xi Jinping called the talks useful and promised that China would go on training pilots.", "training pilots"),
        ("The two leaders set a goal of 3 billion dollars for trade.", "set a goal of 3 billion dollars for trade"),
        ("The two sides declared 2026 the Year of Tea.", "declared 2026 the Year of Tea"),
        ("\n\nThe two Presidents:\n\nExpressed their will to dredge the port.\n", "dredge the port"),
        ("\n\nThe two Presidents:\n\nCommitted their governments to a dam on the Tana.\n", "to a dam on the Tana"),
    ],
)
def test_an_act_is_read_under_its_lead_and_its_heading(text: str, action: str) -> None:
    assert any(found.endswith(action) for found in acts(text)), acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruto will proceed to Nairobi on Friday.",
        "The communique commits him to nothing.",
        "Ruto flew to Shanghai, where he will meet engineers.",
        "Xi Jinping granted his guest the Order of the Crane.",
    ],
)
def test_what_binds_nobody_is_no_act(text: str) -> None:
    assert acts(text) == []


JOINT = (
    "Joint statement of Belarus and China\n\nPresident Lukashenko paid a state visit to China on 4 December 2023.\n\n"
)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Exchanges of teachers are to be stepped up.", "Exchanges of teachers are to be stepped up"),
        ("Diplomas of either country will be recognised.", "Diplomas of either country will be recognised"),
        ("It was decided to build a rail terminal in Brest.", "build a rail terminal in Brest"),
        ("Agreement was reached on opening a bank in Minsk.", "opening a bank in Minsk"),
        ("A visa-free regime was agreed upon.", "A visa-free regime was agreed upon"),
        ("Exporters are encouraged to rent sheds in Brest.", "Exporters are encouraged to rent sheds in Brest"),
        (
            "The customs services were tasked with drafting a code.",
            "The customs services were tasked with drafting a code",
        ),
        ("In this regard, a rail terminal was inaugurated.", "a rail terminal was inaugurated"),
        (
            "Trips through party, village and school channels are to be stepped up.",
            "Trips through party, village and school channels are to be stepped up",
        ),
        ("The commission for trade will meet every year.", "The commission for trade will meet every year"),
        ("The foreign ministers will meet every year.", "meet every year"),
        ("Both trade ministries shall publish a handbook.", "publish a handbook"),
        ("The sides promote the exchange of seeds.", "promote the exchange of seeds"),
        ("The sides agreed that the airlines concerned would cut fares.", "cut fares"),
        ("The sides considered it expedient to open a consulate.", "open a consulate"),
    ],
)
def test_acts_of_a_joint_text_need_no_subject(text: str, action: str) -> None:
    reading = read_document(Document(source="test", text=JOINT + text, published="2023-12-05"))
    (found,) = [fact for fact in reading.facts if isinstance(fact, CommitmentFact)]
    assert (found.parties, found.evidence[0].quote) == (("BLR", "CHN"), action)


@pytest.mark.parametrize(
    "text",
    [
        "No interference will be tolerated.",
        "The guest will be welcomed by a band.",
        "The gate was inaugurated in 1990.",
    ],
)
def test_what_is_not_allowed_or_shown_is_no_act(text: str) -> None:
    reading = read_document(Document(source="test", text=JOINT + text, published="2023-12-05"))
    assert not [fact for fact in reading.facts if isinstance(fact, CommitmentFact)]


@pytest.mark.parametrize(
    ("action", "amount", "project"),
    [
        ("procure safe COVID-19 vaccines", None, None),
        ("pledge a new $200M commitment", "$200M", None),
        ("give at least $2¾ billion", "$2¾ billion", None),
        ("invest more than 50 billion USD", "50 billion USD", None),
        ("work closely in the UN Security Council", None, None),
        ("speak with one voice at the European Council", None, None),
        ("build the Bagamoyo Port", None, "Bagamoyo Port"),
        ("launch the VRSS-2 satellite", None, "VRSS-2"),
    ],
)
def test_sums_and_projects_are_taken_whole(action: str, amount: str | None, project: str | None) -> None:
    slots = load_commitments().slots(action)
    assert (slots.get("amount"), slots.get("project")) == (amount, project)


@pytest.mark.parametrize(
    ("text", "head", "parties", "action"),
    [
        (
            "Visa-free travel between the two countries has been extended.",
            "done", ("CHN", "KEN"), "Visa-free travel between the two countries has been extended",
        ),
        (
            "A credit line of 20 million dollars is being opened for farmers.",
            "will", ("CHN", "KEN"), "A credit line of 20 million dollars is being opened for farmers",
        ),
        (
            "Airlines were invited to open direct flights.",
            "invites", ("CHN", "KEN"), "Airlines were invited to open direct flights",
        ),
        (
            "President Xi promised that new routes for nurses would be opened.",
            "firm", ("CHN",), "new routes for nurses would be opened",
        ),
        ("President Xi pledged that no loan to Kenya would be cut.", "firm", ("CHN",), "no loan to Kenya would be cut"),
        ("Under the accord, Kenya must open its tea market.", "should", ("KEN",), "open its tea market"),
        ("China gave Kenya the go-ahead for tea exports.", "done", ("CHN",), "gave Kenya the go-ahead for tea exports"),
        ("China sent 200 water pumps to Kenya.", "done", ("CHN",), "sent 200 water pumps to Kenya"),
        ("China raised its quota of students to 300.", "done", ("CHN",), "raised its quota of students to 300"),
        ("China opened its market to avocados.", "done", ("CHN",), "opened its market to avocados"),
        ("China is pouring a fortune into roads.", "doing", ("CHN",), "is pouring a fortune into roads"),
        ("Kenya wants more Chinese tourists.", "keen", ("KEN",), "wants more Chinese tourists"),
        ("Kenya wants its officials to study ports.", "keen", ("KEN",), "wants its officials to study ports"),
        ("Kenya wants to push ahead with the railway.", "wishes", ("KEN",), "push ahead with the railway"),
        ("Kenya looks to expand trade with China.", "keen", ("KEN",), "looks to expand trade with China"),
        (
            "The two leaders reaffirmed their goal of 20 billion dollars in trade.",
            "targets", ("CHN", "KEN"), "reaffirmed their goal of 20 billion dollars in trade",
        ),
        (
            "They aimed at swift completion of the railway.",
            "keen", ("CHN", "KEN"), "aimed at swift completion of the railway",
        ),
        ("China announced the recognition of degrees.", "announces", ("CHN",), "announced the recognition of degrees"),
    ],
)  # fmt: skip
def test_acts_told_in_passing_have_a_head_and_an_owner(
    text: str, head: str, parties: tuple[str, ...], action: str
) -> None:
    assert [(f.head, f.parties, f.action) for f in read(text)] == [(head, parties, action)]


@pytest.mark.parametrize(
    "text",
    [
        "All parties were urged to stop the fighting.",
        "Kenya would open its tea market.",
        "Talks between the two countries have been completed.",
        "President Xi raised his glass to three guests.",
        "Kenya wants more of the same.",
    ],
)
def test_what_is_urged_on_all_or_left_open_is_no_act(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Xi met Foreign Secretary Alfred Mutua and the two leaders pledged to build a dry port.", "build a dry port"),
        ("China announced a loan even as the two countries agreed to train 300 pilots.", "train 300 pilots"),
        ("The two countries' farm ministries agreed to open a tea school.", "open a tea school"),
        ("Both countries’ science and technology ministries agreed to map the rift.", "map the rift"),
    ],
)
def test_both_take_on_what_is_told_of_them_in_a_later_clause(text: str, action: str) -> None:
    (act,) = (fact for fact in read(text) if fact.action == action)
    assert act.parties == ("CHN", "KEN")


def test_as_both_said_is_no_act_of_theirs() -> None:
    assert not acts("The road matters to the region, as the two sides said in March.")


def test_what_a_thing_will_do_is_no_act_of_him_who_says_so() -> None:
    told = read("Ruto said that the pacts build on older ones and will open new markets for tea.")
    assert ("KEN",) not in [fact.parties for fact in told]
