"""What a text of a visit says of the time before it: the previous visit, the talks of spring, a forum he missed."""

from __future__ import annotations

import pytest

import communique
from communique.records import AnyFact, CommitmentFact, MeetingFact, VisitFact

DAY = "2023-12-05"


def read(text: str) -> tuple[AnyFact, ...]:
    return tuple(communique.read(text, published=DAY).facts)


def main(text: str) -> VisitFact:
    return next(fact for fact in read(text) if isinstance(fact, VisitFact) and fact.mention == "main")


def test_a_previous_visit_is_past_whatever_month_is_named() -> None:
    found = read(
        "Chinese President Xi Jinping met Belarusian President Alexander Lukashenko in Beijing on Monday. "
        "Lukashenko's previous visit to China in March drew much notice."
    )
    (before,) = (fact for fact in found if isinstance(fact, VisitFact) and fact.mention == "background")
    assert (before.start, before.status) == ("2023-03", "completed")


@pytest.mark.parametrize(
    ("after", "day", "status"),
    [
        ("After their talks in March, the two signed a statement.", "2023-03", "completed"),
        ("After their talks in March, the two will sign a statement.", "2024-03", "planned"),
    ],
)
def test_what_followed_a_meeting_dates_it(after: str, day: str, status: str) -> None:
    found = read(f"President Lukashenko met Xi Jinping in Beijing on Monday. {after}")
    meetings = [fact for fact in found if isinstance(fact, MeetingFact)]
    assert [(one.date, one.status) for one in meetings] == [("2023-12-04", "completed"), (day, status)]


def test_a_forum_that_he_missed_is_no_visit() -> None:
    visit = main(
        "President Lukashenko met Xi Jinping in Beijing. Lukashenko was absent from the forum held in Beijing in "
        "October 2023."
    )
    assert visit.start is None


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("President Lukashenko unexpectedly arrived in China on December 3.", "unannounced"),
        ("The visit of President Lukashenko to China had not been announced in advance.", "unannounced"),
        ("President Lukashenko is visiting Beijing. The details of his talks have not been announced.", None),
        ("President Lukashenko arrived in Beijing on Sunday. The agenda was not made public.", None),
    ],
)
def test_details_that_were_not_announced_make_no_sudden_visit(text: str, notice: str | None) -> None:
    assert main(text).notice == notice


def test_a_visit_of_a_working_nature_is_a_working_one() -> None:
    text = 'President Lukashenko is visiting China. His visit is said to be of a "working nature".'
    assert main(text).visit_kind == "working"


@pytest.mark.parametrize(
    "text",
    [
        "The two countries have a partnership, which they agreed to at the summit in Samarkand.",
        "In particular, the two intend to discuss issues of trade, investment and international cooperation.",
    ],
)
def test_topics_and_places_of_agreement_are_no_acts(text: str) -> None:
    found = read(f"President Lukashenko met Xi Jinping in Beijing. {text}")
    assert not [fact for fact in found if isinstance(fact, CommitmentFact)]


def test_talks_of_an_earlier_month_are_of_the_visit_of_that_month() -> None:
    found = read(
        "President Alexander Lukashenko is on his second visit to China in 2023. He is due to meet President Xi "
        "Jinping. Their previous meeting took place in March. Lukashenko's last visit to China was in March 2023."
    )
    visits = {fact.id: fact.start for fact in found if isinstance(fact, VisitFact)}
    talks = [fact for fact in found if isinstance(fact, MeetingFact) and fact.date == "2023-03"]
    assert [visits.get(one.visit or "") for one in talks] == ["2023-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Lukashenko held talks with Xi Jinping in Beijing on Monday, the agency reported.", "2023-12-04"),
        ("President Lukashenko held talks with Xi Jinping in Beijing, the agency reported on Monday.", None),
        ("President Lukashenko came for talks with Xi Jinping, as reported by state media on Sunday.", None),
        ("President Lukashenko arrived in China on Sunday, but only now did he meet Xi Jinping.", None),
    ],
)
def test_the_day_of_telling_is_not_that_of_the_talks(text: str, day: str | None) -> None:
    (talks,) = (fact for fact in read(text) if isinstance(fact, MeetingFact))
    assert talks.date == day


def test_who_returned_to_the_host_has_not_gone() -> None:
    visit = main("President Lukashenko visits Beijing. Lukashenko returned to Beijing nine months after his last trip.")
    assert visit.status == "ongoing"
