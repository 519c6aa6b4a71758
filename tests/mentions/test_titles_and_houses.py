"""Royal titles, given names and the long names of ruling houses are read as those whom they mean, or as nobody."""

import pytest

from communique.mentions import Figure, Page, scan
from communique.text import clean


def figures(words: str, day: str | None) -> list[Figure]:
    text = clean(None, words)
    page = Page(text, scan(text.clean), day, None, None)
    return [i.value for n in range(len(page.spans)) for i in page.sentence(n).of("person")]


def names(words: str, day: str | None) -> list[str | None]:
    return [figure.name for figure in figures(words, day)]


@pytest.mark.parametrize(
    ("words", "day", "name", "country", "rank"),
    [
        ("The Prince of Wales flew to Doha.", "2013-03-14", "Charles III", "GBR", 5),
        ("The Prince of Wales flew to Warsaw.", "2023-03-22", "Prince William", "GBR", 5),
        ("The Duke of Cambridge flew to Amman.", "2018-06-24", "Prince William", "GBR", None),
        ("The Duke and Duchess of Sussex flew to Suva.", "2018-10-23", "Prince Harry", "GBR", None),
        ("The Princess Royal flew to Colombo.", "2024-01-10", "Princess Anne", "GBR", None),
        ("The Crown Prince of Denmark flew to Seoul.", "2019-05-20", "Frederik X", "DNK", 5),
        ("The Swedish Crown Princess flew to Hanoi.", "2019-05-06", "Crown Princess Victoria", "SWE", 5),
        ("The Crown Prince of Japan flew to Sofia.", "2024-05-10", "Crown Prince Akishino", "JPN", 5),
    ],
)
def test_a_royal_title_is_its_bearers_on_the_day(
    words: str, day: str, name: str, country: str, rank: int | None
) -> None:
    [figure] = figures(words, day)
    assert (figure.name, figure.country, figure.rank) == (name, country, rank)


def test_whoever_was_called_by_his_title_is_called_by_his_name() -> None:
    assert names("The Prince of Wales flew to Doha. Charles met Sheikh Tamim.", "2014-02-20")[:2] == ["Charles III"] * 2


def test_a_given_name_alone_is_that_of_whom_the_text_has_named() -> None:
    assert names("Chinese President Hu Jintao flew to Lima. Jintao met nobody.", "2008-11-19") == ["Hu Jintao"] * 2
    assert names("Jintao met nobody in Peru.", "2008-11-19") == []


@pytest.mark.parametrize(
    "words",
    [
        "Salim bin Said al Harthy, Minister of Housing, met him.",
        "Minister of State Khalid bin Said al Jaradi met him.",
        "Yousuf bin Said bin Hilal met him.",
    ],
)
def test_a_ruling_familys_name_within_a_longer_name_is_not_the_ruler(words: str) -> None:
    assert all(figure.key is None for figure in figures(words, "2023-05-28"))


def test_a_ruler_is_known_with_his_fathers_names_behind_his_own() -> None:
    assert names("King Hamad bin Issa Al Khalifa met him.", "2022-10-24") == ["Hamad bin Isa Al Khalifa"]
    assert names("Sultan Haitham bin Tariq bin Taimur met him.", "2022-10-24") == ["Haitham bin Tarik Al Said"]


def test_sheikh_goes_with_a_given_name() -> None:
    told = (
        "Sheikh Mohamed bin Zayed Al Nahyan, President of the UAE, met Narendra Modi. Sheikh Mohamed wished him well."
    )
    assert names(told, "2024-02-13") == [
        "Mohammed bin Zayed Al Nahyan",
        "Narendra Modi",
        "Mohammed bin Zayed Al Nahyan",
    ]
    assert names("Sheikh Mohamed wished him well.", "2024-02-13") == []


def test_a_given_name_that_is_an_office_too_is_no_office() -> None:
    assert names("Prince Bandar bin Sultan met him.", "2009-06-03") == ["Bandar bin Sultan"]


def test_a_prince_who_does_not_reign_has_no_rank() -> None:
    assert [figure.rank for figure in figures("Prince Bandar met him.", "2009-06-03")] == [None]
    assert [figure.rank for figure in figures("The Prince of Monaco met him.", "2019-06-03")] == [6]


def test_a_ruler_called_by_his_own_name_is_not_whoever_has_it_as_his_fathers() -> None:
    told = "Sultan Ibrahim of Malaysia met him. Prime Minister Anwar Ibrahim met him."
    assert names(told, "2024-10-14") == ["Ibrahim Iskandar of Johor", "Anwar Ibrahim"]
    assert names("The King of Malaysia met him.", "2024-10-14") == ["Ibrahim Iskandar of Johor"]


def test_two_equal_names_are_no_ruler_of_that_name() -> None:
    assert names("Dr. Abdullah Abdullah met him.", "2021-06-25") == ["Abdullah Abdullah"]


def test_a_known_name_with_another_surname_behind_it_is_somebody_else() -> None:
    assert names("Lieutenant General Scott Morrison Brown met him.", "2019-05-04") == []
    assert names("Senator Maria Duterte Cruz met him.", "2022-05-04") == ["Maria Duterte Cruz"]
    assert names("Prime Minister Sheikh Hasina Wazed met him.", "2019-05-04") == ["Sheikh Hasina"]


def test_a_crown_prince_of_a_name_is_who_is_it_on_the_day() -> None:
    assert names("Crown Prince Mohammed met him.", "2022-07-15") == ["Mohammed bin Salman"]
    assert names("Saudi Prince MBS met him.", "2022-07-15") == ["Mohammed bin Salman"]
