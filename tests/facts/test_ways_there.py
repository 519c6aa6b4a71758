"""Wordings of journeys that agencies use: the day before the place, a host who waits at the airport, sources there."""

from __future__ import annotations

import pytest

import communique
from communique.records import VisitFact


def visits(text: str, day: str = "2014-11-15") -> list[VisitFact]:
    return [fact for fact in communique.read(text, published=day).facts if isinstance(fact, VisitFact)]


def test_the_day_may_stand_before_several_places() -> None:
    found = visits("President Obama heads Saturday for the Southeast Asian nations of Thailand, Burma and Cambodia.")
    assert {visit.host_country for visit in found} == {"THA", "MMR", "KHM"}


def test_he_goes_on_to_talks_of_many_elsewhere() -> None:
    text = (
        "Obama will travel to Myanmar to attend the East Asia Summit before heading for G20 talks in Brisbane, "
        "Australia. President Obama said so."
    )
    assert [visit.host_country for visit in visits(text)] == ["MMR", "AUS"]


@pytest.mark.parametrize("waits", ["was on Wednesday at Marka Airport in eastern Amman", "stood on the tarmac"])
def test_whom_a_host_waits_for_at_the_airport_comes(waits: str) -> None:
    (visit,) = visits(f"King Abdullah II {waits} to welcome King Salman of Saudi Arabia.", "2017-03-27")
    assert (visit.guest.name, visit.host_country, visit.status) == (
        "Salman bin Abdulaziz Al Saud", "JOR", "completed",
    )  # fmt: skip


def test_a_name_in_s_owns_a_visit_without_another_s() -> None:
    (visit,) = visits("Pope Francis' visit to the United States was a success.", "2015-10-01")
    assert (visit.guest.name, visit.host_country) == ("Pope Francis", "USA")


def test_where_diplomats_speak_nobody_has_come() -> None:
    text = (
        "According to Western diplomatic sources in Beijing on Sunday, Xi Jinping is said to be at work to make his "
        "summit talk with U.S. President Barack Obama a success."
    )
    assert visits(text) == []


def test_a_visit_with_a_guest_is_the_hosts_own_talk() -> None:
    text = "President Biden's official working visit with Prime Minister Bennett of Israel was postponed by a day."
    assert [visit.guest_country for visit in visits(text, "2021-08-26")] in ([], ["ISR"])


def test_a_summit_of_a_body_is_no_visit_to_it() -> None:
    text = (
        "President Biden's travel to the NATO summit was announced. President Biden will travel to Schloss Elmau in "
        "southern Germany on June 25."
    )
    assert {visit.host_country for visit in visits(text, "2022-06-08")} == {"DEU"}
