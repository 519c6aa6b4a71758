"""Meetings that several texts tell of, each once."""

from __future__ import annotations

import pytest

from communique.analysis import meetings
from communique.records import Evidence, MeetingFact, Person

XI = Person("Xi Jinping", "CHN", "president")
LUKASHENKO = Person("Alexander Lukashenko", "BLR", "president")
LI = Person("Li Qiang", "CHN", "premier")
HALL = "Great Hall of the People"


def met(date: str | None = None, *who: Person, venue: str | None = None, form: str | None = "bilateral") -> MeetingFact:
    people = who or (XI, LUKASHENKO)
    name = f"{date}-{venue}-{form}-{'-'.join(str(one.name) for one in people)}"
    return MeetingFact(
        id=name,
        evidence=(Evidence(0, 3, "met"),),
        rule="by hand",
        participants=people,
        countries=("BLR", "CHN"),
        date=date,
        venue=venue,
        format=form,  # type: ignore[arg-type]
    )


def told(*facts: MeetingFact) -> list[tuple[str | None, int]]:
    return [(group[0].date, len(group)) for group in meetings(facts)]


def test_one_told_with_its_day_takes_in_those_told_without_it_and_in_another_order() -> None:
    facts = (met(None, LUKASHENKO, XI), met("2023-12-04"), met("2023-12"), met(None, venue=HALL))
    assert told(*facts) == [("2023-12-04", 4)]
    assert told(*reversed(facts)) == [("2023-12-04", 4)]


@pytest.mark.parametrize(
    "other",
    [
        met("2023-12-03"),
        met("2023-12-04", XI, Person("Dmitry Krutoy", "BLR", "minister")),
        met("2023-12-04", LI, LUKASHENKO),
        met("2023-12-04", form="call"),
        met("2023-12-04", venue="Diaoyutai State Guesthouse"),
        met("2023-12-04", XI, LI, LUKASHENKO),
    ],
)
def test_other_days_people_forms_and_buildings_make_other_meetings(other: MeetingFact) -> None:
    assert len(told(met("2023-12-04", venue=HALL), other)) == 2


def test_a_telling_that_fits_two_days_is_given_to_neither() -> None:
    assert told(met("2023-12-03"), met("2023-12-04"), met(None), met(None, LUKASHENKO, XI)) == [
        (None, 2),
        ("2023-12-03", 1),
        ("2023-12-04", 1),
    ]
