"""A question says its grounds; an answer is a judgement."""

from __future__ import annotations

import pytest
from made_tellings import telling

from communique.errors import StoreError
from communique.visits.model import Attribute, Claim, Judgement, ReviewItem, Support
from communique.visits.review import answer, choices, question
from communique.visits.score import link_score

SCORE = link_score(telling(start="2023-12-03"), telling("b", start="2023-12-07"))
LINK = ReviewItem("link", ("BLR-CHN-2023-12-03", "BLR-CHN-2023-12-07"), score=SCORE)
WIRE = Support("f1", "d1", "wire.example.by", "agency", "wire.example.by")
DAILY = Support("f2", "d2", "daily.example.com", "press", "daily.example.com")
KIND = Attribute("kind", "working", 1, (WIRE,), (Claim("official", 1, (DAILY,)),))
VALUE = ReviewItem("value", ("BLR-CHN-2023-12-03",), attribute=KIND, telling="f1")
BY = {"who": "editor", "when": "2024-01-01T12:00:00Z", "why": "film"}


def test_a_link_is_asked_with_its_grounds() -> None:
    first, *grounds = question(LINK)
    assert first == "Are BLR-CHN-2023-12-03 and BLR-CHN-2023-12-07 one visit? (+2.0)"
    assert sorted(ground.split(maxsplit=1)[0] for ground in grounds) == ["+3.0", "-1.0"]
    assert "4 days apart" in grounds[0] and grounds[1].endswith("both name alexander lukashenko")
    assert choices(LINK) == ("same", "not same")


def test_a_value_is_asked_with_who_says_what() -> None:
    assert question(VALUE) == [
        "BLR-CHN-2023-12-03: what is right for kind?",
        "  1. working: 1 independent; wire.example.by (agency)",
        "  2. official: 1 independent; daily.example.com (press)",
    ]
    assert choices(VALUE) == ("working", "official")


def test_an_answer_is_a_judgement() -> None:
    assert answer(LINK, "not same", **BY) == Judgement(verdict="not_same", fact=SCORE.left, other=SCORE.right, **BY)
    made = answer(VALUE, "official", **BY)
    assert made == Judgement(verdict="value", fact="f1", attribute="kind", value="official", **BY)


def test_an_answer_beside_the_question_is_refused() -> None:
    with pytest.raises(StoreError, match="perhaps"):
        answer(LINK, "perhaps", **BY)
