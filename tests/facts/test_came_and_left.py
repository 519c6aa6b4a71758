"""Sentences that tell when the guest came or leaves, and not where, give the days of the visit at hand."""

from __future__ import annotations

import pytest

import communique
from communique.records import VisitFact

DAY = "2023-07-21"
HEAD = (
    "NAIROBI, July 21, 2023 — French President Emmanuel Macron met his Kenyan counterpart William Ruto in Nairobi on "
    "Friday.\n\nThe two men spoke for an hour at State House.\n\n"
)


def main(text: str, day: str = DAY) -> VisitFact:
    found = communique.read(text, published=day).facts
    return next(fact for fact in found if isinstance(fact, VisitFact) and fact.mention == "main")


@pytest.mark.parametrize(
    ("behind", "start", "end", "status"),
    [
        ("Macron, who flew in on Wednesday and is due to leave on Saturday, laid a wreath.", "19", "22", "ongoing"),
        ("Macron, who landed on Wednesday and leaves on Saturday, laid a wreath.", "19", "22", "ongoing"),
        ("Macron had stepped off his plane late on Wednesday.", "19", None, "completed"),
        (
            "When Macron's plane touched down there on Wednesday, two ministers stood in the rain.",
            "19",
            None,
            "completed",
        ),
        ("Macron, in town since Wednesday, laid a wreath.", "19", None, "completed"),
        ("Macron, who has been in the country since Wednesday, laid a wreath.", "19", None, "completed"),
        ("He will fly home on Saturday.", "21~", "22", "ongoing"),
        ("He left on Thursday for Rome.", "21", None, "completed"),
    ],
)
def test_days_of_coming_and_leaving(behind: str, start: str, end: str | None, status: str) -> None:
    visit = main(HEAD + behind)
    assert (visit.start, visit.status) == (f"2023-07-{start}", status)
    assert visit.end == (end and f"2023-07-{end}")


def test_who_is_to_go_does_not_leave_the_land_that_he_will_visit() -> None:
    visit = main(
        "Vice President Kamala Harris's trip to Thailand is planned for next week. The Vice President will depart on "
        "Wednesday.",
        "2022-11-11",
    )
    assert (visit.host_country, visit.status, visit.end) == ("THA", "planned", None)


def test_the_second_day_of_a_visit_that_goes_on() -> None:
    visit = main(
        "President Biden received President Ferdinand Marcos Jr. of the Philippines at the White House today, the "
        "second day of an official visit that lasts until May 4.",
        "2023-05-01",
    )
    assert (visit.start, visit.end) == ("2023-04-30", "2023-05-04")


def test_a_lead_of_these_days_is_not_of_an_old_visit() -> None:
    found = communique.read(
        "LINKOPING, Sweden, 22 October 2025 - Prime Minister Ulf Kristersson and President Volodymyr Zelensky signed a "
        "letter on Wednesday during an unannounced visit by the Ukrainian leader.\n\n"
        "It was Zelensky's third trip to Sweden. He came to Harpsund in August 2023.",
        published="2025-10-22",
    ).facts
    days = {(fact.mention, fact.start) for fact in found if isinstance(fact, VisitFact)}
    assert days == {("main", "2025-10-22"), ("background", "2023-08")}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Poland's prime minister was back on Wednesday from Kyiv, where he had met President Zelensky.", None),
        ("The president of Peru closed this Wednesday her visit to China.", "2023-07-19"),
    ],
)
def test_days_of_the_way_home_and_of_this_wednesday(text: str, start: str | None) -> None:
    found = [fact for fact in communique.read(text, published=DAY).facts if isinstance(fact, VisitFact)]
    assert all(start in (fact.start, fact.end) for fact in found)


def test_what_was_made_has_no_day_ahead() -> None:
    found = communique.read(
        "President Obama visited Hanoi. Six years later to the day President Macron was back.", published=DAY
    ).facts
    assert all((fact.start or "") < "2024" for fact in found if isinstance(fact, VisitFact))
