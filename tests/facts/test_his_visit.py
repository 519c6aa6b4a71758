""" "His visit", in a sentence that tells of somebody received, is the guest's and not the host's."""

import pytest
from visits_read import guest_of, visits_of


def journeys(words: str) -> set[tuple[str | None, str | None]]:
    return {(guest_of(v), v.host_country) for v in visits_of(words, "2023-04-18")}


@pytest.mark.parametrize(
    "words",
    [
        "Prime Minister Mark Rutte received King Felipe of Spain in Amsterdam on the second day of his state visit.",
        "The Prime Minister of the Netherlands received King Felipe of Spain in Amsterdam during his state visit.",
        "Prime Minister Mark Rutte hosted King Felipe of Spain in The Hague on the last day of his visit.",
    ],
)
def test_his_visit_is_the_guests(words: str) -> None:
    assert journeys(words) == {("Felipe VI", "NLD")}


def test_his_visit_to_a_place_is_where_the_words_say() -> None:
    words = "President William Ruto met President Yoweri Museveni in Kampala on the second day of his visit to Uganda."
    assert journeys(words) == {("William Ruto", "UGA")}
