"""The points of claims: what the file must hold, and how they are added."""

from communique.codebook.points import ALWAYS, ClaimPoints, load_points


def test_points_are_added_by_how_much_of_each_form_a_clause_has() -> None:
    points = ClaimPoints({ALWAYS: (0.0, -1.0, *[0.0] * 6), "word needs": (0.0, 2.0, 1.0, *[0.0] * 5)})
    assert points.weigh({"word needs": 1.0, "word unknown": 1.0}) == 1.0
    assert points.weigh({}) == -1.0
    assert points.alone({}) == 0.5


def test_the_kind_of_a_claim_is_the_one_with_most_points() -> None:
    points = ClaimPoints({ALWAYS: (0.0,) * 8, "word will": (0.0, 0.0, *[0.0] * 5, 1.0)})
    assert points.claim({"word will": 1.0}) == "outlook"


def test_what_somebody_needs_speaks_for_a_claim_and_a_pledge_against_it() -> None:
    rows = load_points().rows
    assert rows["word needs"][1] > 0 > rows["sign pledge"][1]
