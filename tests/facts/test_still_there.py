"""A visit told as made goes on where a part of it is still to come; where a guest is still to go is not where he is."""

from __future__ import annotations

import pytest

import communique
from communique.records import MeetingFact, VisitFact

DAY = "2020-02-24"
CAME = "President Donald Trump travelled to India on Monday and was received at Ahmedabad airport by Narendra Modi."


def main(text: str, day: str = DAY) -> VisitFact:
    found = communique.read(text, published=day).facts
    return next(fact for fact in found if isinstance(fact, VisitFact) and fact.mention == "main")


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("On Tuesday Trump is scheduled to hold talks with Modi.", "ongoing"),
        ("On Tuesday he will lay a wreath in Delhi.", "ongoing"),
        ("On Tuesday Modi will open a bridge.", "completed"),
        ("On Tuesday Trump will speak in Chicago.", "completed"),
        ("In May Trump will speak to reporters.", "completed"),
    ],
)
def test_a_programme_of_the_next_days_keeps_it_going(behind: str, status: str) -> None:
    assert main(f"{CAME} {behind}").status == status


def test_the_place_is_where_he_is_and_not_where_he_will_go_next() -> None:
    visit = main(
        "US President Donald Trump has arrived in India. After the rally Trump and his delegation will fly to Agra."
    )
    assert (visit.host_country, visit.place) == ("IND", None)


@pytest.mark.parametrize(
    ("text", "kind", "occasion"),
    [
        ("President Xi Jinping paid state visits to Costa Rica and Mexico from May 31 to June 6.", "state", None),
        ("Xi Jinping was welcomed to Mexico with an exuberant ceremony at the National Palace.", None, None),
    ],
)
def test_state_visits_of_several_and_ceremonies_of_the_visit(text: str, kind: str | None, occasion: str | None) -> None:
    visit = main(text, "2013-06-10")
    assert (visit.visit_kind, visit.occasion) == (kind, occasion)


def test_the_length_of_a_meeting_is_not_that_of_the_visit() -> None:
    visit = main(
        "Xi Jinping arrived in California on Thursday for a two-day meeting with President Obama.", "2013-06-10"
    )
    assert (visit.start, visit.days, visit.end) == ("2013-06-06", None, None)


def test_the_day_of_going_home_is_not_that_of_the_talks() -> None:
    found = communique.read(
        "Xi Jinping returned to Beijing on Sunday evening after a state visit to Mexico and a meeting with President "
        "Barack Obama.",
        published="2013-06-10",
    ).facts
    assert [fact.date for fact in found if isinstance(fact, MeetingFact)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "NEW DELHI - On June 22, Washington will roll out the red carpet for Prime Minister Narendra Modi, the third "
        "leader to be invited by President Joe Biden for a visit.",
        "SAN JOSE - Chinese Foreign Minister Wang Yi praised trade during a visit that started Friday (Saturday in "
        "Manila) in Costa Rica.",
    ],
)
def test_who_invites_is_no_guest_and_another_clock_no_place(text: str) -> None:
    found = communique.read(text, published="2023-06-18").facts
    assert not any(isinstance(fact, VisitFact) and fact.host_country in ("IND", "PHL") for fact in found)


@pytest.mark.parametrize(
    "text",
    [
        "On a two-day visit that nobody had expected, President Lukashenko arrived in Beijing on Sunday.",
        "After talks that nobody had thought possible, President Lukashenko arrived in Beijing on Sunday.",
    ],
)
def test_what_is_denied_of_the_words_before_is_not_denied_of_the_visit(text: str) -> None:
    visit = main(text, "2023-12-05")
    assert (visit.guest_country, visit.host_country, visit.start) == ("BLR", "CHN", "2023-12-03")


def test_a_land_s_ally_is_not_led_by_who_leads_the_land() -> None:
    found = communique.read("The president of Russia's ally arrived in China on Sunday.", published="2023-12-05").facts
    assert not any(isinstance(fact, VisitFact) for fact in found)
    visit = main("The president of Russia's visit to China began on Sunday.", "2023-12-05")
    assert visit.guest_country == "RUS"
