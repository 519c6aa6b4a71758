"""A visit that is told to have been for a gathering of many, and for nothing else, is of the kind `event_only`."""

import pytest

from communique import read
from communique.records import VisitFact


def kinds(words: str) -> list[str | None]:
    return [fact.visit_kind for fact in read(words, published="2024-06-10").facts if isinstance(fact, VisitFact)]


@pytest.mark.parametrize(
    "words",
    [
        "President Emmanuel Macron went to Bali in November 2022 for the G20 summit.",
        "President Joe Biden was in Vilnius in July 2023 for the NATO summit.",
        "Prime Minister Giorgia Meloni travels to Hiroshima for the G7.",
        "President Emmanuel Macron was in Osaka in 2019, but only for a G20 summit.",
        "President Lula looked forward to receiving President Emmanuel Macron at the G20 Summit in Rio de Janeiro.",
        "President William Ruto flew to Addis Ababa to attend the African Union summit.",
        "President Emmanuel Macron had come to Delhi in May 2014 to see Narendra Modi sworn in.",
        "President Emmanuel Macron travelled to Tokyo for the funeral of Shinzo Abe.",
    ],
)
def test_who_goes_for_a_gathering_goes_for_an_event_only(words: str) -> None:
    assert kinds(words) == ["event_only"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("President Emmanuel Macron went to Bali in November 2022 for the G20 summit.", "G20"),
        ("President Joe Biden was in Vilnius in July 2023 for the NATO summit.", "NATO"),
        ("President Emmanuel Macron travelled to Tokyo for the funeral of Shinzo Abe.", None),
    ],
)
def test_the_gathering_is_told_by_its_code(words: str, code: str | None) -> None:
    facts = [fact for fact in read(words, published="2024-06-10").facts if isinstance(fact, VisitFact)]
    assert [fact.combined_with for fact in facts] == [code]


@pytest.mark.parametrize(
    "words",
    [
        "President Emmanuel Macron went to Bali for talks with President Joko Widodo.",
        "President Emmanuel Macron landed in Beijing for an EU-China summit.",
        "President Emmanuel Macron arrived in Rome for a G7 summit and talks with the Italian prime minister.",
        "President Emmanuel Macron travelled to Kyiv for a summit with President Volodymyr Zelenskyy.",
        "President Emmanuel Macron came to Rome in May for a working lunch.",
    ],
)
def test_a_summit_of_two_or_talks_beside_it_make_no_such_kind(words: str) -> None:
    assert "event_only" not in kinds(words)


def test_a_declared_kind_stands_before_the_event() -> None:
    assert kinds("President Emmanuel Macron paid a state visit to India for the G20 summit.") == ["state"]


def test_of_two_visits_told_at_once_the_event_is_the_first_ones() -> None:
    words = "President Emmanuel Macron came to Sharm el-Sheikh in November 2022, for COP27, and to Cairo in May 2023."
    assert kinds(words) == ["event_only", None]


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        (
            "President Macron is in London. The last French state visit to Britain was in 2008, by Nicolas Sarkozy.",
            "state",
        ),
        (
            "It is the first state visit of a Peruvian president to China since that of Pedro Pablo Kuczynski in 2016.",
            "state",
        ),
        (
            "President Duda arrived in Seoul on Tuesday for a state visit, the first by a Polish president since"
            " Bronislaw Komorowski came here in 2013.",
            None,
        ),
        (
            "It was her first state visit to Kenya and follows President Ruto's working visit to Rome in 2023.",
            "working",
        ),
    ],
)
def test_an_earlier_visit_has_the_kind_that_its_own_words_declare(words: str, earlier: str | None) -> None:
    found = [fact for fact in read(words, published="2024-06-10").facts if isinstance(fact, VisitFact)]
    assert [fact.visit_kind for fact in found if (fact.start or "9999") < "2024"] == [earlier]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("President Lula visited Japan from 24 to 27 March 2024 as a state guest.", "state"),
        ("President Lula is visiting Japan officially from 9 to 11 June 2024.", "official"),
        ("President Lula was in Lisbon in May 2024 on a working stop.", "working"),
        ("President Lula visited Japan, where a museum of state visits has opened.", None),
    ],
)
def test_other_words_that_declare_a_kind(words: str, kind: str | None) -> None:
    assert kinds(words) == [kind]
