"""Offices, countries and names become the persons, places and sides that they mean on a day."""

import pytest

from communique.mentions import Figure, Page, scan
from communique.mentions.spots import Spot
from communique.text import clean


def page(words: str, day: str | None = "2022-05-04", home: str | None = None) -> Page:
    text = clean(None, words)
    return Page(text, scan(text.clean), day, None, home)


def persons(words: str, day: str | None = "2022-05-04", home: str | None = None) -> list[tuple[str | None, str | None]]:
    """Name and country of every person that the words speak of."""
    read = page(words, day, home)
    return [(i.value.name, i.value.country) for n in range(len(read.spans)) for i in read.sentence(n).of("person")]


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Belarusian leader Alexander Lukashenko spoke.", "Alexander Lukashenko", "BLR"),
        ("Prime Minister Kishida Fumio of Japan spoke.", "Fumio Kishida", "JPN"),
        ("Japanese Prime Minister Fumio Kishida spoke.", "Fumio Kishida", "JPN"),
        ("The President of the United States spoke.", "Joe Biden", "USA"),
        ("The Chinese leader spoke.", "Xi Jinping", "CHN"),
        ("Micheál Martin, Taoiseach of Ireland, spoke.", "Micheál Martin", "IRL"),
        ("The Prime Minister of Iraq, Mustafa Al-Kadhimi, spoke.", "Mustafa Al-Kadhimi", "IRQ"),
        ("President Joseph R. Biden, Jr. spoke.", "Joe Biden", "USA"),
        ("China's Xi Jinping spoke.", "Xi Jinping", "CHN"),
        ("Chinese Vice Minister Ma Zhaoxu spoke.", "Ma Zhaoxu", "CHN"),
        ("Former British Prime Minister Tony Blair spoke.", "Tony Blair", "GBR"),
        ("Emmanuel Macron spoke.", "Emmanuel Macron", "FRA"),
        ("King Charles III spoke.", "Charles III", "GBR"),
    ],
)
def test_who_is_meant(words: str, name: str, country: str) -> None:
    day = "2022-10-04" if "Charles" in words else "2022-05-04"
    assert persons(words, day) == [(name, country)]


def test_holder_of_an_office_changes_with_the_day() -> None:
    assert persons("The Japanese prime minister spoke.", "2021-05-01") == [("Yoshihide Suga", "JPN")]
    assert persons("The Japanese prime minister spoke.", "2022-05-01") == [("Fumio Kishida", "JPN")]


def test_a_former_leader_is_no_holder() -> None:
    read = page("Former President Obama spoke.")
    figure = read.sentence(0).of("person")[0].value
    assert isinstance(figure, Figure)
    assert (figure.name, figure.office, figure.former, figure.rank) == ("Barack Obama", "former president", True, None)


def test_bare_office_is_that_of_the_authors_country() -> None:
    assert persons("The President spoke.", home="USA") == [("Joe Biden", "USA")]
    assert persons("The President spoke.") == [(None, None)]


def test_bare_surname_is_the_person_named_before() -> None:
    assert persons("Belarusian Foreign Minister Vladimir Makei landed. Makei spoke.") == [
        ("Vladimir Makei", "BLR"),
        ("Vladimir Makei", "BLR"),
    ]


def test_surname_in_another_name_is_nobody() -> None:
    assert persons("The Martin Luther King memorial stands in Washington.") == []


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("They met in Tokyo, Japan.", "Tokyo", "JPN"),
        ("They met in the Chinese capital.", "Beijing", "CHN"),
        ("They met in the Belarusian capital of Minsk.", "Minsk", "BLR"),
        ("They met in Paris.", "Paris", "FRA"),
    ],
)
def test_where_is_meant(words: str, name: str, country: str) -> None:
    assert [i.value for i in page(words).sentence(0).of("city")] == [Spot(name, country)]


def test_a_side_is_its_country() -> None:
    assert [i.value for i in page("The Chinese side agreed with the Belarusian side.").sentence(0).of("country")] == [
        "CHN",
        "BLR",
    ]


def test_georgia_is_the_state_beside_its_cities() -> None:
    state = page("He spoke in Georgia, and then in Atlanta.", home="USA")
    assert [i.value.country for i in state.sentence(0).of("city")][:1] == ["USA"]
    country = page("He spoke in Georgia, and then in Tbilisi.")
    assert [i.value for i in country.sentence(0).of("country")] == ["GEO"]
