"""Clauses that judge by the weight of their words and their form; clauses that report and judge nothing."""

import pytest

from communique.codebook.judgement import load_judgement
from communique.facts.assessment.already import Already
from communique.facts.assessment.forms import forms_of
from communique.facts.assessment.genre import speaks_for_a_side
from communique.facts.assessment.unjudged import is_unjudged
from communique.mentions import Page, scan
from communique.pipeline import read_document
from communique.records import AssessmentFact, CommitmentFact, Document, Evidence
from communique.text import clean

VISIT = "President Recep Tayyip Erdogan arrived in Cairo on 14 February 2024 to meet President Abdel Fattah el-Sisi. "
COMMENT = (
    "What the two have in common is the fear of being left alone. Cairo badly needs dollars, and Ankara is desperate "
    "for friends. "
)  # an author who judges; what he says next is weighed in his text


def assessments(text: str, url: str | None = None) -> list[AssessmentFact]:
    reading = read_document(Document(source="test", text=VISIT + text, published="2024-02-15", url=url))
    return [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]


def commented(text: str) -> list[AssessmentFact]:
    """The claims in a text that stands in a commentary."""
    whole = VISIT + COMMENT + text
    reading = read_document(Document(source="test", text=whole, published="2024-02-15"))
    found = [fact for fact in reading.facts if isinstance(fact, AssessmentFact)]
    return [fact for fact in found if (fact.evidence[0].start or 0) >= len(VISIT + COMMENT)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Turkey searches for a gate to Africa.", "motive"),
        ("Erdogan is said to hope for the role of a mediator in Gaza.", "motive"),
        ("Traders in Alexandria, tired of shortages, have pressed the president.", "pressure"),
        ("Isolated for years and short of dollars, Cairo had few friends left.", "pressure"),
        ("For Sisi the gain is bigger.", "significance"),
        ("The tone between Cairo and Ankara has warmed since the spring.", "change"),
        ("What Cairo offers is a market.", "significance"),
        ("The timing of the trip was not accidental.", "significance"),
        ("Egypt plainly treats him as a guest of the first rank.", "level"),
        ("Erdogan had broken with the habits of ten years.", "change"),
        ("Nobody in Ankara expects miracles of the visit.", "outlook"),
        ("The new warmth of the relations could fade quickly.", "outlook"),
        ("There will be no second dinner of that kind in Cairo.", "outlook"),
        ("Nothing will come of the port in Egypt.", "outlook"),
        ("One should not think too much of the smiles in Cairo.", "significance"),
        ("Bakers in Cairo call the drones a toy.", "significance"),
        ("Lawmakers in Ankara found the gift ridiculous.", "significance"),
        ("In Athens they are alarmed.", "pressure"),
        ("Sisi, quiet as ever, gains a port and a loan.", "significance"),
        ("Erdogan hardly slept, because the polls at home were bad.", "motive"),
        ("Nothing of substance was settled in Cairo.", "significance"),
        ("Erdogan may also be trying to use the port as leverage over Athens.", "motive"),
        ("Erdogan is likely to use his trip to win over the bankers of Cairo.", "motive"),
        ("Ankara is seeking to loosen the grip of Moscow on its gas.", "motive"),
        ("The trip is seen as part of a Turkish push for new friends in Africa.", "motive"),
        ("The trip came at a moment of weakness for Sisi.", "pressure"),
        ("Relations between Cairo and Ankara are improving, if slowly.", "change"),
        ("Sisi spared no effort to make the guest feel important.", "level"),
        ("The meeting could be seen as a way of reminding Washington that Ankara has a choice.", "motive"),
        ("The point of the dinner may have been to send Athens a message.", "motive"),
    ],
)
def test_a_clause_judges_by_its_words_and_its_form(text: str, claim: str) -> None:
    assert claim in [fact.claim for fact in commented(text)]


@pytest.mark.parametrize(
    ("text", "holder", "claim"),
    [
        ("Analysts suspect that the two men have made a bargain over gas.", "Analysts", "motive"),
        ("Critics at home accuse Sisi of giving away too much.", "Critics", "pressure"),
        ("In the opinion of observers, Ankara seeks a customer for its drones.", "observers", "motive"),
        ("Few believed it, but economists in Cairo doubt that the money will come.", "economists in Cairo", "outlook"),
        (
            "The trip opens doors in Africa, said a researcher at a university in Ankara.",
            "a researcher",
            "significance",
        ),
    ],
)
def test_who_is_said_to_think_so_holds_the_claim(text: str, holder: str, claim: str) -> None:
    assert any(fact.holder.startswith(holder) and fact.claim == claim for fact in commented(text))


@pytest.mark.parametrize(
    "text",
    [
        "He was met by a guard of honour at the airport and gave a dinner for his host.",
        "The two leaders signed a memorandum on visas.",
        "A delegation of businessmen from Izmir came with him.",
        "He is expected to fly to Abu Dhabi on Friday.",
        "Egypt is willing to strengthen cooperation and raise trade to a new level.",
        "The last visit of this kind took place in 2012.",
        "The spokesman of the ministry said that the president would stay two days.",
        "Is the visit a breakthrough?",
        "Egypt said that it hoped for more trade.",
        "Erdogan promised that Turkey would send teachers.",
        "The plane was late because of fog.",
        "Erdogan called the ministers together in the evening.",
        "Erdogan hinted that Turkey could lend more horses.",
        "He will follow that with a tour of the pyramids.",
        "Exports were small, compared with the $9bn of a year before.",
        "The lunch was cut short, a Turkish official said.",
        "Erdogan will spend two days in the country.",
    ],
)
def test_a_report_of_what_happened_judges_nothing(text: str) -> None:
    assert assessments(text) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Turkey is for us a reliable and close partner",
        "Egypt sees in Turkey a gateway to Central Asia",
        "described relations between the two as excellent",
    ],
)
def test_what_a_side_says_of_the_other_is_a_claim_in_an_official_text_too(quote: str) -> None:
    text = f"Sisi said that {quote}." if quote[0].isupper() else f"Erdogan {quote}."
    found = assessments(text, url="https://www.whitehouse.gov/briefing-room/x/")
    assert [(fact.claim, fact.evidence[0].quote.strip()[-12:]) for fact in found] == [("significance", quote[-12:])]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The staging was lavish.", "The staging was lavish"),
        ("Few guests of Cairo are paid so much attention.", "Few guests of Cairo are paid so much attention"),
        ("Both leaders are short of money.", "Both leaders are short of money"),
        ("I would not bet on a third of it.", "I would not bet on a third of it"),
    ],
)
def test_a_short_verdict_is_a_claim_in_a_commentary(text: str, quote: str) -> None:
    assert quote in [fact.evidence[0].quote for fact in commented(text)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1998 masons bolted an iron stair to the northern wall of the mosque.",
        "The two agreed to double trade to 15 billion dollars.",
    ],
)
def test_a_tale_or_a_plain_report_in_a_commentary_is_none(text: str) -> None:
    assert commented(text) == []


@pytest.mark.parametrize("heading", ["What to expect from the talks", "Sanctions and the trade war:", "Why now"])
def test_a_heading_judges_nothing(heading: str) -> None:
    assert commented(f"\n\n{heading}\n\nIn 1998 masons bolted an iron stair to the northern wall of the mosque.") == []


@pytest.mark.parametrize(
    "words", ["this visit", "The symbolism was", "For the Turkish economist Ali Demir", "a man and"]
)
def test_what_breaks_off_before_it_says_something_is_no_claim(words: str) -> None:
    assert is_unjudged("significance", words, quoted=False)


@pytest.mark.parametrize(
    "words",
    [
        "Asked whether the port will be built, the minister smiled",
        "A diplomat from the region, speaking on condition of anonymity",
        "The president would not say whether he will come to Cairo",
        "The author teaches history in Bergen",
    ],
)
def test_who_speaks_and_what_he_would_not_say_is_no_verdict(words: str) -> None:
    assert is_unjudged("outlook", words, quoted=False)


def test_a_clause_knows_which_facts_were_read_in_it() -> None:
    text = "Egypt and Turkey agreed to build a port. It was late."
    body = clean(None, text)
    act = CommitmentFact(evidence=(Evidence(0, 40, text[:40]),), rule="commitment", strength=4, action="build a port")
    already = Already(Page(body, scan(body.clean), None, None, None), [act])
    act_places = already.near(0, 53)
    assert already.forms(act_places, 0, 40) == {"fact commitment of acts": 1.0, "fact": 1.0}
    assert already.forms(act_places, 35, 53) == {"touches commitment of acts": 0.5, "fact": 1.0}
    assert already.near(41, 53) == []


def test_an_official_text_is_not_weighed() -> None:
    text = "For Sisi the gain is bigger. The partnership has its limits."
    assert assessments(text, url="https://www.whitehouse.gov/briefing-room/x/") == []


def test_an_official_text_without_an_address_is_weighed_with_a_higher_bar() -> None:
    def claims(title: str) -> list[AssessmentFact]:
        text = VISIT + "Egypt needed a friend."
        document = Document(source="test", text=text, title=title, published="2024-02-15")
        return [fact for fact in read_document(document).facts if isinstance(fact, AssessmentFact)]

    assert claims("A day in Cairo")
    assert not claims("Readout of the talks with Egypt")


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Two leaders, one palace\n\nThey met in Cairo.", False),
        ("Talks in Cairo\n14 February 2024\n\nThey met in Cairo.", True),
        ("Readout of the talks with Egypt\n\nThey met in Cairo.", True),
        ("They met in Cairo. We know that Egypt is squeezed. We shall help. We were there.", True),
        ("A day in Cairo\n\nWe know our own president. We have seen us sit there before.", True),
        ("A day in Cairo\n\nBy a traveller\n\nWe know our own president. We have seen us sit there before.", False),
    ],
)
def test_its_head_and_its_we_show_for_whom_a_text_speaks(text: str, official: bool) -> None:
    body = clean(None, text)
    assert speaks_for_a_side(Page(body, scan(body.clean), None, None, None), 0.0) is official


def test_words_that_look_alike_hide_the_words_within_them() -> None:
    book = load_judgement()
    found = book.find("he was a guest of honour and inspected a guard of honour")
    assert [cue.row.points for cue in found] == [0, 0]
    assert forms_of("he was a guest of honour", 0, 24, found, (), book)["points"] == 0


def test_what_officials_announce_is_no_claim_of_theirs() -> None:
    assert assessments("Officials said an agreement on drones would be signed.") == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('"They brought nothing but words," said a tailor in Giza.', "a tailor in Giza"),
        ('A nurse in the crowd was of another mind: "He shook my hand."', "A nurse in the crowd"),
        ('"The visit is a great gain for Cairo," said Rana Fadl, a lecturer at the university of Bergen.', "Rana Fadl"),
        ("The trip was a symbolic success, as it raised his rank, regional observers say.", "regional observers"),
        ("He did not go to the palace, a step analysts said would hardly help the thaw.", "analysts"),
    ],
)  # fmt: skip
def test_a_quotation_and_the_end_of_a_sentence_say_who_judges(text: str, holder: str) -> None:
    assert holder in [fact.holder for fact in assessments(text)]


def test_a_plain_person_who_is_quoted_judges_and_an_official_does_not() -> None:
    holders = [f.holder for f in assessments('"They walked by the river," said a spokesman for the palace.')]
    assert "a spokesman for the palace" not in holders


def test_what_goes_on_in_quotation_marks_is_of_the_same_speaker() -> None:
    found = assessments('"Gas is good," said a former ambassador to Cairo. "It does not pay for bread."')
    assert [f.evidence[0].quote for f in found] == ["Gas is good", "It does not pay for bread"]


def test_what_is_left_of_a_clause_beside_words_that_are_read_is_weighed() -> None:
    found = commented(
        "Sisi, at the head of a shaky coalition, has little room to defy his banks, while Egypt seeks loans."
    )
    assert {"pressure", "motive"} <= {fact.claim for fact in found}


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("The visit has added a new dimension to the friendship.", True),
        ("The friendship, old as it is, goes well beyond trade.", True),
        ("The welcome reflects the depth of the ties.", True),
        ("Trust between the two has never been deeper.", True),
        ("The road goes beyond the bridge.", False),
        ("The ministers opened a new stage of the pipeline.", False),
    ],
)
def test_an_official_text_says_what_a_visit_means(text: str, is_claim: bool) -> None:
    url = "https://www.whitehouse.gov/briefing-room/x/"
    assert ("significance" in [fact.claim for fact in assessments(text, url=url)]) is is_claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("More and more rulers will knock at the door of Cairo with their debts.", "outlook"),
        ("Erdogan wants to look like a man whom Cairo cannot do without.", "motive"),
        ("The trip was as much about Libya as about gas, and Cairo knows its worth.", "motive"),
        ("The quick visit should be read as an answer to the pressure from Athens.", "motive"),
        ("A bailout of Cairo is improbable in the eyes of Ankara.", "outlook"),
    ],
)
def test_the_verb_of_a_clause_tells_which_claim_it_is(text: str, claim: str) -> None:
    assert claim in [fact.claim for fact in commented(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Unpopular at home, Sisi trails in the polls.", "pressure"),
        ("Cairo has been out in the cold since the war.", "pressure"),
        ("The talks fell short of Ankara's high hopes.", "significance"),
        ("For Ankara the port is an insurance against a rainy day.", "motive"),
        ("Whether Cairo pays is anyone's guess.", "outlook"),
    ],
)
def test_turns_of_phrase_of_columnists_judge(text: str, claim: str) -> None:
    assert claim in [fact.claim for fact in commented(text)]


def test_who_says_it_at_the_end_of_a_clause_is_no_part_of_the_claim() -> None:
    found = commented("The move is an effort by Ankara to break out of its isolation, said Ali Oz of an institute.")
    assert [fact.evidence[0].quote for fact in found] == [
        "The move is an effort by Ankara to break out of its isolation"
    ]


def test_a_second_verb_of_the_same_subject_is_no_second_claim() -> None:
    found = commented("Erdogan hopes to win new friends, and polish his image.")
    assert [fact.claim for fact in found] == ["motive"]


def test_what_a_clause_is_worth_depends_on_the_text_around_it() -> None:
    text = "Cairo wants the port."
    assert commented(text)
    assert not assessments(" ".join(["He was met at the airport on Monday by a minister."] * 12) + " " + text)


def test_a_fact_is_no_claim_for_standing_among_claims() -> None:
    text = (
        "Ankara is desperate for friends. Cairo badly needs dollars and cannot wait. The thaw is a gamble that neither "
        "can afford to lose. Both countries have said that they are ready to cooperate. It is less a friendship than "
        "a truce between two tired men."
    )
    words = [fact.evidence[0].quote for fact in commented(text)]
    assert len(words) >= 4
    assert not any("have said" in quote for quote in words)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ties between the two have warmed faster than either dared to hope.", "change"),
        ("The two have moved from cursing each other to courting each other.", "change"),
        ("The hosts did not stint on form, and nobody could call the treatment cheap.", "level"),
        ("By any measure the reception was more than a guest of this rank can ask for.", "level"),
    ],
)
def test_a_turn_of_phrase_may_say_what_kind_a_claim_is(text: str, claim: str) -> None:
    assert claim in {fact.claim for fact in commented(text)}
