"""A text without a date of its own says in its first lines when it was written; other dates there are of events."""

from __future__ import annotations

import pytest

import communique
from communique.documents import dated
from communique.records import Reading, VisitFact

DATED = {
    "BELGRADE, May 8, 2024 - President Xi Jinping arrived on Tuesday.": "2024-05-08",
    "ULAN BATOR/MOSCOW, 3 September 2024 (Agency) – The president landed.": "2024-09-03",
    "A headline\n\nNew Delhi (Agency), March 20, 2023: The prime minister was received.": "2023-03-20",
    "Outcome of the talks\nAmman, 23 April 2024\nHis Majesty received the guest.": "2024-04-23",
    "Talks in Paris\nPublished on 5 May 2024\nThe president arrived.": "2024-05-05",
    "Talks in Paris\nUpdated: Monday, May 6, 2024\nThe president arrived.": "2024-05-06",
    "Talks in Paris\nBy our own correspondent | 6 May 2024 | Paris\nThe president arrived.": "2024-05-06",
    "Talks in Paris\n2024-05-06\nThe president arrived.": "2024-05-06",
    "Talks in Paris(Agency)Updated: 2024-05-06 07:03\nPARIS: The president arrived.": "2024-05-06",
    "By our correspondent in Paris Posted on: May 6, 2024 10:02\nThe president arrived.": "2024-05-06",
    "Paris News | Last Updated : May 06 2024 | 6:57 AM\nThe president arrived.": "2024-05-06",
    "ERBIL, Iraq, September 12, 2024 - The president arrived on Thursday.": "2024-09-12",
    "(Port-au-Prince, Wednesday, 8 May 2024) - The minister came.": "2024-05-08",
}
UNDATED = (
    "Kishida Arrives in India on March 20, 2023\nHe was received at the airport.",
    "President Xi Jinping visited Serbia on May 8, 2024, his second visit there.",
    "BELGRADE, May 8 - President Xi Jinping arrived on Tuesday.",
    "Joint Statement of May 8, 2024\nThe two sides met.",
    "A report updated on May 8, 2024 says that talks failed\nThe two sides met.",
    "May 2024\nThe two sides met.",
    "In Paris, May 8, 2024 was a day of parades and the guest of honour was late.",
    "",
)


@pytest.mark.parametrize(("text", "day"), DATED.items())
def test_the_day_of_writing(text: str, day: str) -> None:
    assert dated(text) == day


@pytest.mark.parametrize("text", UNDATED)
def test_days_of_events_are_not_taken(text: str) -> None:
    assert dated(text) is None


def test_weekdays_are_counted_from_the_date_line_and_a_gap_says_so() -> None:
    text = "BELGRADE, May 8, 2024 - President Xi Jinping arrived in Serbia on Tuesday evening for a state visit."
    reading = communique.read(text)
    assert _starts(reading) == ["2024-05-07"]
    assert reading.document.published is None
    gap = next(gap for gap in reading.gaps if gap.field == "published")
    assert "the day 2024-05-08 is taken from the text's date line" in gap.reason
    assert _starts(communique.read(text, published="2024-05-15")) == ["2024-05-14"]


def _starts(reading: Reading) -> list[str | None]:
    return [fact.start for fact in reading.facts if isinstance(fact, VisitFact)]
