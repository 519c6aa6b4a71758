"""Courtesies: what a guest got, what he is said not to have got, and what says nothing of either."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, ProtocolFact, VisitFact

ARRIVED = "President Vladimir Putin arrived in Beijing on Monday for a state visit to China. "
SIGNALS = [
    ("airport_greeting", "Foreign Minister Wang Yi greeted him at the airport."),
    ("send_off", "There was a short farewell ceremony on the last day."),
    ("red_carpet", "The red carpet was rolled out."),
    ("flowers", "Somebody handed him a bouquet of flowers, and a girl presented a bouquet of flowers."),
    ("crowds", "Thousands of residents lined the streets."),
    ("flags", "Children waved small flags."),
    ("honour_guard", "The two presidents inspected the guard of honour."),
    ("anthems", "A band played both national anthems."),
    ("gun_salute", "A 21-gun salute was fired."),
    ("flypast", "Two fighters escorted his aircraft."),
    ("motorcade", "His motorcade took the long road into the city."),
    ("welcome_ceremony", "A welcome ceremony was held on the square."),
    ("talks_venue", "President Xi Jinping met him in the Great Hall of the People."),
    ("restricted_talks", "Talks in narrow format took all morning."),
    ("expanded_talks", "Delegation-level talks followed."),
    ("tea_or_walk", "The two presidents took tea in the garden."),
    ("lunch", "President Xi Jinping gave a working lunch."),
    ("dinner", "President Xi Jinping hosted a private dinner."),
    ("banquet", "There was a state banquet in the evening."),
    ("residence", "He stayed at the Diaoyutai State Guesthouse."),
    ("order_or_medal", "President Xi Jinping decorated him with the Order of Friendship."),
    ("gifts", "The two presidents exchanged gifts."),
    ("parliament_address", "He addressed the National Assembly before noon."),
    ("wreath", "He laid a wreath at the monument."),
    ("tour_with_host", "President Xi Jinping led him through the palace."),
    ("second_city", "On Wednesday he flew on to Harbin."),
    ("joint_press", "A joint press conference followed."),
    ("press_statement_only", "No questions were allowed."),
    ("photo", "They posed for photographs on the stairs."),
    ("spouse_programme", "Their wives visited a school of music."),
    ("guest_book", "He signed the guest book."),
    ("signing_ceremony", "A signing ceremony closed the day."),
]


def courtesies(text: str, published: str = "2023-10-20") -> list[ProtocolFact]:
    reading = read_document(Document(source="test", text=text, published=published))
    return [fact for fact in reading.facts if isinstance(fact, ProtocolFact)]


def one(text: str, signal: str) -> ProtocolFact:
    found = [fact for fact in courtesies(ARRIVED + text) if fact.signal == signal]
    assert len(found) == 1, f"{signal}: {[(f.signal, f.reported) for f in courtesies(ARRIVED + text)]}"
    return found[0]


@pytest.mark.parametrize(("signal", "words"), SIGNALS, ids=[signal for signal, _ in SIGNALS])
def test_signal_is_read_with_its_words(signal: str, words: str) -> None:
    fact = one(words, signal)
    assert fact.reported == "yes"
    assert fact.visit
    assert all(piece.quote in ARRIVED + words for piece in fact.evidence)


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("banquet", "There was no banquet in the Great Hall of the People."),
        ("welcome_ceremony", "He was not formally welcomed."),
        ("gun_salute", "The ceremony went by without the usual 21-gun salute."),
        ("joint_press", "The leaders skipped the joint press conference."),
        ("joint_press", "No joint press conference was held."),
        ("red_carpet", "There was no red carpet."),
        ("airport_greeting", "No official greeted him at the airport."),
        ("honour_guard", "His aides had hoped for a guard of honour. There was none."),
    ],
)
def test_reported_absence(signal: str, words: str) -> None:
    assert one(words, signal).reported == "no"


@pytest.mark.parametrize(
    "words",
    [
        "The two presidents spoke of trade and of oil.",
        "Would there be a gun salute?",
        "His aides had hoped for a state banquet.",
        "The Great Hall of the People is a large building.",
    ],
)
def test_nothing_is_made_of_silence_or_hope(words: str) -> None:
    assert courtesies(ARRIVED + words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Compare the spring, when Putin got guns and anthems.",
        "Last time a 21-gun salute was fired.",
        "It was not like May 2023, when the red carpet was rolled out.",
    ],
)
def test_a_courtesy_of_an_earlier_time_is_not_of_this_visit(words: str) -> None:
    assert courtesies(ARRIVED + words) == []


@pytest.mark.parametrize(
    "words", ["Unlike last time, a 21-gun salute was fired.", "As in May, a 21-gun salute was fired."]
)
def test_a_courtesy_beside_an_earlier_time_is_of_this_visit(words: str) -> None:
    assert [one.signal for one in courtesies(ARRIVED + words)] == ["gun_salute"]


def test_no_courtesy_without_a_visit() -> None:
    assert courtesies("The red carpet was rolled out for the stars of a film from China and France.") == []


def test_a_planned_programme_counts_as_reported() -> None:
    text = "President Emmanuel Macron will pay a state visit to China in April. There will be a state banquet."
    found = courtesies(text, "2023-03-20")
    assert [(f.signal, f.reported) for f in found] == [("banquet", "yes")]


def test_a_cancelled_visit_has_no_courtesies() -> None:
    text = "President Emmanuel Macron cancelled his state visit to China. A welcome ceremony had been prepared."
    assert courtesies(text, "2023-03-20") == []


def test_greeter_takes_country_and_rank() -> None:
    text = "China sent Vice Minister Ma Zhaoxu to the airport to greet him."
    fact = one(text, "airport_greeting")
    assert fact.official is not None
    assert (fact.official.name, fact.official.country, fact.rank) == ("Ma Zhaoxu", "CHN", 2)


def test_counts_of_guns_and_guests() -> None:
    assert one("A 21-gun salute was fired.", "gun_salute").count == 21
    assert one("President Xi Jinping gave a state banquet for 170 guests.", "banquet").count == 170


def test_host_of_a_meal_and_its_house() -> None:
    fact = one("President Xi Jinping gave a banquet at the Diaoyutai State Guesthouse.", "banquet")
    assert fact.official is not None
    assert (fact.official.name, fact.rank, fact.venue) == ("Xi Jinping", 6, "Diaoyutai State Guesthouse")


def test_one_fact_for_a_courtesy_told_twice() -> None:
    fact = one("A 21-gun salute was fired. The gun salute could be heard all over the city.", "gun_salute")
    assert len(fact.evidence) == 2


def test_the_fact_belongs_to_the_visit() -> None:
    text = ARRIVED + "The red carpet was rolled out."
    reading = read_document(Document(source="test", text=text, published="2023-10-20"))
    ids = {fact.id for fact in reading.facts if isinstance(fact, VisitFact)}
    assert {f.visit for f in reading.facts if isinstance(f, ProtocolFact)} <= ids


@pytest.mark.parametrize(
    "words",
    [
        "He arrived at the palace, where he was welcomed by Prime Minister Li Qiang.",
        "Prime Minister Li Qiang was at the airport and bade farewell to him.",
        "He arrived at the station with his delegation.",
        "A hand-made carpet was given to him.",
        "His wife and he had been ill. The Joint Press Communiqué was long.",
    ],
)
def test_what_only_looks_like_a_courtesy(words: str) -> None:
    found = {fact.signal for fact in courtesies(ARRIVED + words)} - {"send_off", "gifts"}
    assert found == set()


def test_a_state_dinner_is_no_dinner_besides() -> None:
    found = [f.signal for f in courtesies(ARRIVED + "President Xi Jinping will host a State Dinner.")]
    assert found == ["banquet"]


def test_who_attends_a_meal_does_not_give_it() -> None:
    fact = one("A private lunch was attended by Premier Li Qiang.", "lunch")
    assert fact.official is None


def test_a_clause_put_in_denies_nothing() -> None:
    fact = one("President Xi Jinping, who shook no hands, gave a luncheon for him.", "lunch")
    assert fact.reported == "yes"


def test_what_is_not_planned_is_absent() -> None:
    assert one("A joint press conference after the talks is not planned.", "joint_press").reported == "no"


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("restricted_talks", "He held restricted and delegation-level talks with President Xi Jinping."),
        ("restricted_talks", "They talked for an hour with only interpreters present."),
        ("expanded_talks", "The leaders held a four-eyed meeting, followed by delegation talks."),
        ("expanded_talks", "The two leaders chaired the meeting of delegations."),
        ("joint_press", "They addressed the media together."),
        ("joint_press", "They stood side by side before the media for an hour."),
        ("joint_press", "He spoke at a press conference the two presidents gave in the courtyard."),
        ("signing_ceremony", "The two presidents witnessed together the signing of several documents."),
        ("signing_ceremony", "The two presidents witnessed the handing over of three documents."),
        ("signing_ceremony", "They were present as the ministers exchanged 11 documents."),
        ("banquet", "President Xi Jinping hosted a national feast to welcome him."),
        ("airport_greeting", "He was met at the border station by Foreign Minister Wang Yi."),
        ("honour_guard", "Soldiers in ceremonial dress lined the road."),
        ("crowds", "The cars drove through streets lined with citizens and schoolchildren."),
        ("crowds", "Hundreds of children wearing national costumes waved the flags."),
        ("spouse_programme", "The wife of the President had previously visited the National Museum."),
        ("parliament_address", "Putin addressed a special sitting of the National Assembly."),
        ("wreath", "He placed a floral basket."),
    ],
)
def test_courtesies_are_read_in_many_wordings(signal: str, words: str) -> None:
    assert one(words, signal).reported == "yes"


def test_no_press_conference_is_one_reported_absent() -> None:
    assert one("There was no press conference.", "joint_press").reported == "no"


def test_a_wife_who_only_had_said_something_had_no_programme() -> None:
    assert not [
        f for f in courtesies(ARRIVED + "His wife had said that he was tired.") if f.signal == "spouse_programme"
    ]


def test_one_greeting_where_one_man_greets_at_one_airport() -> None:
    text = (
        "He was greeted at Beijing Capital International Airport by Foreign Minister Wang Yi. "
        "Foreign Minister Wang Yi welcomed him at the airport with flowers."
    )
    assert [fact.signal for fact in courtesies(ARRIVED + text) if fact.signal == "airport_greeting"] == [
        "airport_greeting"
    ]


def test_a_guard_inspected_beside_the_host_is_no_tour() -> None:
    found = {
        fact.signal for fact in courtesies(ARRIVED + "Accompanied by Xi Jinping, Putin inspected the guard of honour.")
    }
    assert found == {"honour_guard"}


def test_a_dinner_banquet_is_a_banquet() -> None:
    found = {fact.signal for fact in courtesies(ARRIVED + "A dinner banquet was held for the Russian president.")}
    assert found == {"banquet"}


def test_who_is_received_in_the_palace_is_not_met_at_the_airport() -> None:
    text = "Putin landed in Beijing and was received by Xi Jinping at the Great Hall of the People."
    assert "airport_greeting" not in {fact.signal for fact in courtesies(ARRIVED + text)}


def test_who_waits_at_the_airport_of_the_sentence_before() -> None:
    text = (
        "Russian President Vladimir Putin arrived at Beijing Capital International Airport on Monday. "
        "Putin was welcomed by Foreign Minister Wang Yi and the Russian ambassador to China."
    )
    found = [fact for fact in courtesies(text) if fact.signal == "airport_greeting"]
    assert [fact.official and fact.official.name for fact in found] == ["Wang Yi"]
