"""A surname that the tables know may be somebody else's in a text, a firm's, or his wife's."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, MeetingFact, VisitFact

HOME = "https://www.whitehouse.gov/briefing-room/1"


def guests(text: str, day: str, url: str | None = HOME) -> list[tuple[str | None, str | None, str | None]]:
    """The name of each visit's guest, his country and where he went."""
    reading = read_document(Document(source="test", text=text, published=day, url=url))
    visits = [fact for fact in reading.facts if isinstance(fact, VisitFact)]
    return [(v.guest.name if v.guest else None, v.guest_country, v.host_country) for v in visits]


@pytest.mark.parametrize(
    "text",
    [
        "Deputy National Security Advisor Daleep Singh will speak for the President.\n\n"
        "While in the Democratic Republic of the Congo, Mr. Singh will meet officials.",
        "Robert Parris Moses was a teacher. He is mourned.\n\nMr. Moses left New York to travel to Mexico in 1961.",
        "The civil rights activist Bob Moses has died. Mr. Moses left New York to travel to Mexico in 1961.",
    ],
)
def test_who_is_named_in_full_is_no_minister_of_that_surname(text: str) -> None:
    assert not [guest for guest in guests(text, "2022-01-26") if guest[1] in ("IND", "VUT")]


def test_the_minister_himself_still_goes() -> None:
    text = "India's defence minister will travel to Congo. Singh will arrive in Kinshasa on Thursday."
    assert guests(text, "2022-01-26", None) == [("Rajnath Singh", "IND", "COD")]


def test_a_leader_named_behind_his_wife_is_he() -> None:
    text = (
        "President Recep Tayyip Erdogan came to Serbia with his spouse Emine Erdogan. "
        "Erdogan's previous visit to Serbia was in 2010."
    )
    assert guests(text, "2017-10-10", None) == [("Recep Tayyip Erdoğan", "TUR", "SRB")] * 2


def test_a_firm_goes_nowhere() -> None:
    text = "The Prime Minister of the United Kingdom was glad: Johnson & Johnson doses will be headed to Bolivia."
    assert guests(text, "2021-07-07") == []


def test_a_name_with_a_byname_is_one() -> None:
    text = "Jake Sullivan met today in Washington with Israeli Minister of Defense Benjamin “Benny” Gantz on Iran."
    assert guests(text, "2021-06-03") == [("Benny Gantz", "ISR", "USA")]


def test_doctor_biden_is_the_first_lady() -> None:
    text = "The President of Mexico was hosted at the White House by Dr. Biden."
    reading = read_document(Document(source="test", text=text, published="2022-07-12", url=HOME))
    met = {one.name for fact in reading.facts if isinstance(fact, MeetingFact) for one in fact.participants}
    assert "Joe Biden" not in met


def test_a_son_of_the_same_name_is_called_by_it_without_his_number() -> None:
    text = "President Benigno Aquino received Emperor Akihito, who was on a state visit to the Philippines."
    reading = read_document(Document(source="test", text=text, published="2016-01-27"))
    (visit,) = (fact for fact in reading.facts if isinstance(fact, VisitFact))
    assert visit.host is not None and visit.host.name == "Benigno Aquino III"


def test_a_city_before_the_name_of_a_state_lies_in_it() -> None:
    text = "President Biden will travel to Woodstock, New Hampshire. The Prime Minister of Canada was told."
    assert guests(text, "2021-11-16") == []


def met(text: str, day: str) -> set[tuple[str | None, str | None]]:
    """The name and country of everybody who met somebody."""
    reading = read_document(Document(source="test", text=text, published=day, url=HOME))
    return {(one.name, one.country) for f in reading.facts if isinstance(f, MeetingFact) for one in f.participants}


def test_a_senator_is_no_premier_of_his_surname() -> None:
    text = "The President spoke with Senator Brown, and with President Macron of France."
    assert ("Mark Brown", "COK") not in met(text, "2022-02-16")


@pytest.mark.parametrize(
    ("whom", "day", "is_he"),
    [
        ("Prime Minister Anthony Albanese of the Commonwealth of Australia", "2022-05-24", ("Anthony Albanese", "AUS")),
        ("Abu Dhabi Crown Prince Mohamed bin Zayed", "2021-08-21", ("Mohammed bin Zayed Al Nahyan", "ARE")),
        (
            "Crown Prince Sheikh Mishal Al-Ahmad Al-Jabir Al-Sabah of Kuwait",
            "2022-07-16",
            ("Mishal Al-Ahmad Al-Jaber Al-Sabah", "KWT"),
        ),
    ],
)
def test_who_is_meant_by_a_long_name(whom: str, day: str, is_he: tuple[str, str]) -> None:
    assert is_he in met(f"President Joe Biden met today with {whom} in Jeddah.", day)


def test_a_name_before_a_verb_in_a_title_is_whole() -> None:
    text = "Climate Advisor Ali Zaidi Announced the Actions While Visiting Cleveland, Ohio. Nigeria's minister watched."
    assert guests(text, "2022-09-14") == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Obama visited Cuba in 2016.", ("Barack Obama", "USA", "CUB")),
        ("Thatcher came to Warsaw in 1988.", ("Margaret Thatcher", "GBR", "POL")),
        ("Trump, who takes office in January, arrived in Paris on Saturday.", ("Donald Trump", "USA", "FRA")),
        ("Indonesia remembers that Suharto visited Moscow in 1989.", ("Suharto", "IDN", "RUS")),
    ],
)
def test_leaders_of_former_days_are_called_by_their_surnames(text: str, whose: tuple[str, str, str]) -> None:
    assert whose in guests(f"{text} President Macron of France said so.", "2024-12-07", None)


@pytest.mark.parametrize(
    "text",
    [
        "Suharto visited Moscow in 1989.",  # his land is not named
        "Philippe visited Kinshasa in 2022.",  # a first name
        "The film director James Cameron was glad. Cameron visited Rabat in 2012.",
    ],
)
def test_where_anybody_may_be_meant_nobody_is(text: str) -> None:
    assert guests(f"{text} President Macron of France said so.", "2024-12-07", None) == []


def test_a_senator_of_the_house_is_of_its_country() -> None:
    text = "The President spoke with Senator Brown in the Oval Office on the King of Saudi Arabia's letter."
    assert not [country for name, country in met(text, "2022-02-16") if name == "Brown" and country != "USA"]
    assert ("Christopher Coons", "USA") in met("Senator Christopher Coons met Prime Minister Abiy Ahmed.", "2021-03-18")


@pytest.mark.parametrize(
    ("words", "is_he"),
    [
        ("Foreign Minister Dr. A. K. Abdul Momen of Bangladesh", ("Abul Kalam Abdul Momen", "BGD")),
        ("Foreign Minister A.K. Abdul Momen of Bangladesh", ("Abul Kalam Abdul Momen", "BGD")),
        ("Prime Minister Lyonchhen Dr. Lotay Tshering of Bhutan", ("Lotay Tshering", "BTN")),
    ],
)
def test_initials_and_titles_stand_before_a_name(words: str, is_he: tuple[str, str]) -> None:
    assert is_he in met(f"President Joe Biden met today with {words}.", "2022-04-28")
