"""Each field of a visit has its words: in the telling that gives it, or in the sentence that alone says it."""

from __future__ import annotations

import pytest

import communique
from communique.publish.wording import evidence_of
from communique.records import VisitFact

DAY = "2023-12-05"
ARRIVED = "Belarusian President Alexander Lukashenko arrived in Beijing on Sunday"


def main(text: str) -> VisitFact:
    found = communique.read(text, published=DAY).facts
    visit = next(fact for fact in found if isinstance(fact, VisitFact) and fact.mention == "main")
    assert all(text[words.start : words.end] == words.quote for words in visit.evidence)
    return visit


def words(visit: VisitFact, field: str) -> list[str]:
    return [one.quote for one in visit.evidence if field in one.of]


@pytest.mark.parametrize(
    ("behind", "field", "quote"),
    [
        ("The three-day visit ends on Tuesday.", "days", "three-day visit"),
        ("The trip was not made known in advance.", "notice", "not made known"),
        ("It is a working visit, the first since spring.", "visit_kind", "working visit"),
        ("On Monday he takes part in the summit of the Shanghai Cooperation Organization.", "occasion", "summit"),
        ("He held talks with President Xi Jinping.", "host", "held talks with President Xi Jinping"),
    ],
)
def test_what_another_sentence_says_has_its_words_there(behind: str, field: str, quote: str) -> None:
    visit = main(f"{ARRIVED}. {behind}")
    assert getattr(visit, field) is not None
    (said,) = words(visit, field)
    assert quote in said
    assert said not in ARRIVED


def test_what_the_telling_says_has_the_words_of_the_telling() -> None:
    visit = main(f"{ARRIVED}. Xinhua reported it at once. Lukashenko's visit to China lasts until Monday.")
    for field in ("guest", "host_country", "place", "start"):
        assert words(visit, field) == [ARRIVED], field


def test_a_length_beside_the_telling_has_words_of_its_own() -> None:
    visit = main("On a two-day visit, President Lukashenko came to Beijing on Sunday.")
    assert (visit.days, words(visit, "days")) == (2, ["two-day"])


def test_no_field_is_given_twice_and_none_that_is_unknown() -> None:
    visit = main(f"{ARRIVED} on a working visit. Lukashenko's working visit to China takes two days.")
    given = [field for one in visit.evidence for field in one.of]
    assert len(given) == len(set(given))
    assert all(getattr(visit, field) is not None for field in given)


def test_an_attribute_is_quoted_by_its_words_and_else_by_all() -> None:
    visit = main(f"{ARRIVED}. It is a working visit.")
    assert [one.quote for one in evidence_of(visit, ["kind"])] == ["working visit"]
    assert evidence_of(visit, ["venue"]) == visit.evidence
    assert evidence_of(visit, []) == visit.evidence


def test_the_dateline_does_not_place_a_visit_of_long_ago() -> None:
    found = communique.read(
        "MOSCOW, Dec. 5 - Kim Jong Un visited Russia for the first time in 2019.", published=DAY
    ).facts
    (visit,) = (fact for fact in found if isinstance(fact, VisitFact))
    assert (visit.start, visit.place) == ("2019", None)
