"""Who left office long ago, and houses of which many countries have one: nobody travels out of his time or place."""

from __future__ import annotations

import pytest
from visits_read import guest_of, visits_of

from communique.records import VisitFact

DAY = "2022-02-20"


def visits(text: str, day: str | None = DAY) -> list[VisitFact]:
    return visits_of(text, day)


def told(text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {(guest_of(v), v.host_country, v.start) for v in visits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "It was Emmanuel Macron's first visit to Egypt since Hosni Mubarak was overthrown in February 2011.",
        "It was Erdogan's first journey to Greece since Alexis Tsipras was elected in January 2015.",
    ],
)
def test_what_was_done_to_somebody_is_no_visit_of_his(text: str) -> None:
    assert {visit.start for visit in visits(text)} == {None}


def test_who_was_received_then_was_there() -> None:
    text = "It was the first visit to Vietnam by an Australian prime minister since John Howard was received in 2006."
    assert ("John Howard", "VNM", "2006") in told(text)


def test_his_in_a_phrase_that_leads_is_the_subject_behind_it() -> None:
    text = (
        "Exporters see a counterweight to Donald Trump. In October of 2023, on his first visit to Beijing, "
        "Gustavo Petro and Xi Jinping had raised relations."
    )
    (visit,) = visits(text, "2025-05-12")
    assert visit.guest is not None
    assert (visit.guest.name, visit.host_country) == ("Gustavo Petro", "CHN")


def test_his_in_a_phrase_that_leads_is_not_the_hosts() -> None:
    text = "Emmanuel Macron flew to China. During his visit to Beijing, Xi Jinping told him that trade had grown."
    assert {visit.guest.name for visit in visits(text) if visit.guest} == {"Emmanuel Macron"}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Pedro Sánchez was received by King Mohammed VI at the Royal Palace in Rabat on Thursday.", "Rabat"),
        ("Sitiveni Rabuka was received by James Marape at the Parliament House on Thursday.", None),
        ("Manasseh Sogavare was received by Li Qiang at the North Hall on Thursday.", None),
    ],
)
def test_a_house_of_that_name_elsewhere_is_another(text: str, city: str | None) -> None:
    (visit,) = visits(text)
    assert (visit.place.name if visit.place else None) == city
