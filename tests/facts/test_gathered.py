"""Who "they" are in a text that opens with several who meet, and that nobody is a party for being called on."""

import pytest

from communique.pipeline import read_document
from communique.records import Document, StanceFact


def holders(text: str) -> list[tuple[str, ...]]:
    reading = read_document(Document(source="test", text=text, published="2021-05-05"))
    return [fact.holder for fact in reading.facts if isinstance(fact, StanceFact)]


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        (
            "The foreign ministers of Kenya, Uganda and Rwanda held talks in Nairobi on Monday.",
            [("KEN", "RWA", "UGA")],
        ),
        (
            "Prime Minister Scott Morrison of Australia, Prime Minister Yoshihide Suga of Japan and Prime Minister"
            " Narendra Modi of India met in Tokyo on Tuesday.",
            [("AUS", "IND", "JPN")],
        ),
        (
            "European Council President Charles Michel met the presidents of Kazakhstan, Uzbekistan and Tajikistan in"
            " Astana on Friday.",
            [("EU", "KAZ", "TJK", "UZB")],
        ),
    ],
)
def test_those_who_are_listed_as_meeting_are_the_parties(opening: str, wanted: list[tuple[str, ...]]) -> None:
    assert holders(opening + " The leaders condemned terrorism in all its forms.") == wanted


def test_a_country_that_is_called_on_is_no_party() -> None:
    found = holders(
        "Visiting leaders of the islands called on North Korea to disarm, as they ended a summit in Iwaki in Japan."
        " Japan was the host. North Korea did not answer. Japan said the leaders condemned terrorism."
        " The leaders rejected terrorism. North Korea and Japan have no ties."
    )
    assert found == []


def test_what_is_hoped_of_another_is_no_position_of_his() -> None:
    found = holders(
        "President Uhuru Kenyatta of Kenya received Prime Minister Narendra Modi of India in Nairobi on Monday."
        " Kenyatta voiced hope that Somalia would stick to the timetable for its elections."
    )
    assert found == [("KEN",)]
