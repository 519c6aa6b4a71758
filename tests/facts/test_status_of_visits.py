"""Whether a visit goes on: by its days, by what of it is still to come, by how the text speaks of it."""

import pytest

from communique import read
from communique.records import VisitFact


def main_visit(words: str, day: str) -> VisitFact:
    found = [fact for fact in read(words, published=day).facts if isinstance(fact, VisitFact)]
    return next(fact for fact in found if fact.mention == "main")


@pytest.mark.parametrize(
    ("words", "day", "status"),
    [
        (  # a part is to come
            "President Andrzej Duda was on his second visit to the United States. Duda travels on to Chicago on"
            " Friday.",
            "2023-06-15",
            "ongoing",
        ),
        (  # he is to leave
            "PARIS, May 6 - President Xi Jinping arrived in France on Sunday and saw President Macron on Monday."
            " Xi leaves for Serbia on Tuesday.",
            "2024-05-06",
            "ongoing",
        ),
        (  # today is its second day
            "Prime Minister Keir Starmer hosted the Emir of Qatar in London today, on the second day of his state visit"
            " to the United Kingdom.",
            "2024-12-04",
            "ongoing",
        ),
        (
            "Vladimir Putin met in the Kremlin with Prime Minister of Malaysia Anwar Ibrahim, who has come to Russia on"
            " an official visit.",
            "2025-05-14",
            "ongoing",
        ),
        (
            "President Emmanuel Macron, who pays a state visit to Vietnam from 25 to 27 May, met students.",
            "2025-05-26",
            "ongoing",
        ),
        (  # who "came" may be gone
            "On 15 July 2021 Chancellor Angela Merkel came to Washington on an official visit.",
            "2021-07-15",
            "completed",
        ),
        (
            "President Emmanuel Macron landed in Kinshasa on Friday. Macron ended his two-day visit on Saturday.",
            "2023-03-04",
            "completed",
        ),
        (
            "BANGKOK - Prime Minister Srettha Thavisin spoke of trade. It was Hun Manet's first visit to Thailand.",
            "2024-02-07",
            "completed",
        ),
    ],
)
def test_the_words_tell_whether_it_goes_on(words: str, day: str, status: str) -> None:
    assert main_visit(words, day).status == status


def test_an_invitation_to_travel_that_is_accepted_is_planned() -> None:
    visit = main_visit("King Felipe accepted an invitation to travel to Morocco.", "2024-02-21")
    assert (visit.host_country, visit.status) == ("MAR", "planned")


def test_a_visit_that_lies_behind_is_not_planned_by_a_word_on_something_else() -> None:
    words = "The road would be built soon, Prime Minister Narendra Modi said, recalling his May 2022 visit to Nepal."
    (visit,) = (fact for fact in read(words, published="2023-06-01").facts if isinstance(fact, VisitFact))
    assert (visit.status, visit.mention) == ("completed", "background")


def test_talks_of_last_year_do_not_make_a_visit_to_come_a_past_one() -> None:
    text = (
        "Mongolia's president will visit Pyongyang next week, becoming the first head of state to meet Kim Jong-un.\n"
        "President Tsakhiagiin Elbegdorj would visit North Korea from October 28, his ministry said.\n"
        "In November last year, Japan and North Korea had talks in the Mongolian capital on the abducted, and papers "
        "in Japan reported that Elbegdorj might raise their case during his visit.\n"
    )
    facts = read(text).facts
    statuses = {f.status for f in facts if isinstance(f, VisitFact) and f.host_country == "PRK"}
    assert statuses == {"planned"}


@pytest.mark.parametrize(
    ("words", "day", "status"),
    [
        (  # a headline
            "President Nguyen Xuan Phuc to pay official visits to Switzerland and Russia\n\nHANOI - President Phuc"
            " likes both.",
            "2021-11-23",
            "planned",
        ),
        (  # at the head of a delegation
            "President Nguyen Xuan Phuc will lead a delegation to pay an official visit to Russia next week.",
            "2021-11-23",
            "planned",
        ),
        (
            "Treasury Secretary Janet Yellen of the United States is going to be going to Korea, a spokesman said.",
            "2022-07-01",
            "planned",
        ),
        (  # talks of today, the last day, are told before the arrival
            "Prime Minister Sheikh Hasina of Bangladesh will hold talks with Narendra Modi in New Delhi today.\n\n"
            "Hasina reached the Indian capital yesterday on a two-day state visit.",
            "2024-06-22",
            "ongoing",
        ),
    ],
)
def test_what_is_to_come_and_what_goes_on(words: str, day: str, status: str) -> None:
    assert main_visit(words, day).status == status
