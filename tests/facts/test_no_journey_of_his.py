"""Words that speak of a visit, or of somebody else's going, and make nobody a guest."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, VisitFact

HOME = "https://www.whitehouse.gov/briefing-room/1"


def visits(
    text: str, day: str, title: str | None = None, url: str | None = None
) -> list[tuple[str | None, str | None]]:
    document = Document(source="test", text=text, published=day, title=title, url=url)
    found = (fact for fact in read_document(document).facts if isinstance(fact, VisitFact))
    return [(fact.host_country, fact.start) for fact in found]


@pytest.mark.parametrize(
    "text",
    [
        "President Emmanuel Macron has decided that the French ambassador will return to Washington next week.",
        "President Emmanuel Macron said that a team of experts would travel to Vienna on Monday.",
        "President Donald Trump said that American soldiers will stay in Germany if Chancellor Merz wants them there.",
    ],
)
def test_who_says_that_others_go_does_not(text: str) -> None:
    assert visits(text, "2025-06-05") == []


def test_who_says_that_he_goes_himself_does() -> None:
    assert visits("President Emmanuel Macron said that he would travel to Vienna on Monday.", "2025-06-05") == [
        ("AUT", "2025-06-09")
    ]


def test_a_statement_on_a_visit_is_none_of_his_who_makes_it() -> None:
    title = "Statement by President Joe Biden on First-Ever Papal Visit to Iraq"
    assert ("IRQ", None) not in visits("It sent a message to the world.", "2021-03-08", title, HOME)


def test_where_a_diplomat_served_she_was_no_guest() -> None:
    text = "Her service has also included tours in Italy, Thailand and Ecuador. The Minister of Italy praised it."
    assert visits(text, "2021-11-12", None, HOME) == []


def test_what_is_in_place_since_a_year_is_no_visit() -> None:
    text = (
        "On Thursday President Biden will depart for Seoul. There is a settlement, which she may or may not be "
        "aware of, that has been in place since 1997."
    )
    assert [start for _, start in visits(text, "2022-05-13", None, HOME)] == ["2022-05-19"]


FRIDAY = "On Friday, the President will visit Vatican City, and see His Holiness Pope Francis."


def test_a_spokesman_who_names_the_weekday_of_his_briefing_means_the_next() -> None:
    title = "Press Briefing by the Press Secretary"
    assert visits(FRIDAY, "2021-10-22", title, HOME) == [("VAT", "2021-10-29")]
    assert visits(FRIDAY, "2021-10-20", title, HOME) == [("VAT", "2021-10-22")]


def test_others_may_mean_the_day_itself() -> None:
    assert visits(FRIDAY, "2021-10-22", "The day ahead", HOME) == [("VAT", "2021-10-22")]


def test_whoever_put_something_above_himself_is_not_told() -> None:
    text = "President Macron praised a reporter who put the truth above himself and travelled to Syria."
    assert visits(text, "2022-08-10") == []
    assert visits("President Macron, who has himself travelled to Syria, was sad.", "2022-08-10") == [("SYR", None)]
