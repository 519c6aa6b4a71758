"""Kings by their country, by the title that one of them has, and by the country that a text names."""

from __future__ import annotations

import pytest

import communique
from communique.records import MeetingFact


def met(text: str, day: str) -> set[str | None]:
    facts = communique.read(text, published=day).facts
    return {person.name for fact in facts if isinstance(fact, MeetingFact) for person in fact.participants}


@pytest.mark.parametrize(
    "king",
    [
        "The Saudi King",
        "The Custodian of the Two Holy Mosques",
        "The Custodian of the Two Holy Mosques King Salman",
        "The Custodian of the Two Holy Mosques, King Salman bin Abdulaziz Al Saud,",
    ],
)
def test_the_king_of_saudi_arabia(king: str) -> None:
    text = f"{king} received President Emmanuel Macron of France in Jeddah."
    assert met(text, "2021-12-04") == {"Salman bin Abdulaziz Al Saud", "Emmanuel Macron"}


def test_of_two_kings_of_one_name_he_whose_country_is_named() -> None:
    text = "The American President received King Abdullah. They spoke of relations between the US and Saudi Arabia."
    assert met(text, "2010-06-30") == {"Barack Obama", "Abdullah of Saudi Arabia"}


def test_and_then_a_president_is_still_in_office() -> None:
    text = "And then President Macron met President Biden in Paris."
    facts = communique.read(text, published="2022-09-20").facts
    offices = {p.office for f in facts if isinstance(f, MeetingFact) for p in f.participants}
    assert offices == {"president"}
