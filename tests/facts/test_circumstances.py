"""How a visit was announced and what it was combined with, as sentences say that tell of no visit themselves."""

from __future__ import annotations

import pytest

from communique import read
from communique.records import VisitFact

CAME = (
    "President Luiz Inácio Lula da Silva of Brazil arrived in Buenos Aires on 22 January 2023 for talks with President "
    "Alberto Fernández of Argentina. "
)
DAY = "2023-01-24"


def main_visit(words: str) -> VisitFact:
    facts = [fact for fact in read(CAME + words, published=DAY).facts if isinstance(fact, VisitFact)]
    return next(fact for fact in facts if fact.mention == "main")


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        ("The visit, for reasons of security, was not made known in advance.", "unannounced"),
        ("News of the trip was sudden and not announced beforehand.", "unannounced"),
        ("Nobody in the ministry had been told of the journey.", "unannounced"),
        ("The visit had been announced two weeks earlier.", "announced"),
        ("The journey had been a closely guarded secret.", "unannounced"),
        ("Only a handful of his aides were aware of the trip.", "unannounced"),
        ("The visit, long in the making, was announced last week.", "announced"),
        ("The palace had announced it only the evening before.", "announced"),
        ("Neither government had announced the visit.", None),
        ("In December he had paid Montevideo an unannounced visit of two hours.", None),
        ("The minister announced that the visit had been useful.", None),
        ("His surprise trip to Montevideo last year had been kept secret.", None),
        ("The president announced a plan to spend more on schools.", None),
        ("Fernández makes no secret of his hopes.", None),
    ],
)
def test_how_a_visit_was_announced(words: str, notice: str | None) -> None:
    assert main_visit(words).notice == notice


@pytest.mark.parametrize(
    ("words", "occasion", "code"),
    [
        ("On Tuesday Lula takes part in the summit of CELAC in the same city.", "combined", "CELAC"),
        ("The visit took place on the eve of the seventh summit of CELAC.", "combined", "CELAC"),
        ("On Tuesday both attend the summit of CELAC, which Brazil had left in 2020.", "combined", "CELAC"),
        ("Both attended the CELAC summit in 2010.", None, None),
        ("Lula will also speak at the opening of the Patagonian Water Forum.", "combined", None),
        ("The two answered questions at a joint news conference.", None, None),
        ("The ministers attended the Brazil-Argentina business forum.", None, None),
        ("In 2019 Lula had attended the G20 summit in Buenos Aires.", None, None),
        ("Lula invited his host to the climate conference in Belém.", None, None),
    ],
)
def test_what_a_visit_was_combined_with(words: str, occasion: str | None, code: str | None) -> None:
    visit = main_visit(words)
    assert (visit.occasion, visit.combined_with) == (occasion, code)


def test_what_is_told_of_another_visit_is_not_of_the_one_to_come() -> None:
    words = "President Emmanuel Macron will visit Morocco on 28 October. President Jacques Chirac had made a trip to "
    words += "Morocco in October 2003 that nobody had been told of in advance; it was kept secret."
    found = [f for f in read(words, published="2024-10-20").facts if isinstance(f, VisitFact)]
    assert [f.notice for f in found if f.mention == "main"] == [None]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Lula flew home on Wednesday after a three-day visit.", 3),
        ("The three days in Buenos Aires were full of gestures.", 3),
        ("It was a visit of two days.", 2),
        ("It had been a week-long stay.", 7),
        ("He had come from Montevideo after a three-day visit.", None),
        ("It was the first stop of a five-day African tour.", None),
        ("The ministers had spent three days in Montevideo.", None),
        ("The first three days in Buenos Aires belong to the ministers.", None),
    ],
)
def test_how_long_a_visit_lasted(words: str, days: int | None) -> None:
    assert main_visit(words).days == days
