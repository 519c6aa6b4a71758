"""Texts in pieces: nothing is lost, the weightiest tone shows, long texts are cut away from the chosen words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.web.views.marking import AROUND, LONG, Mark, Piece, near_chosen, pieces

MARKS = st.lists(
    st.builds(
        lambda start, length, tone: Mark(start, start + length, tone),
        st.integers(0, 60),
        st.integers(1, 20),
        st.sampled_from(["told", "chosen", "flaw"]),
    ),
    max_size=8,
)


@given(st.text(max_size=80), MARKS)
def test_the_pieces_together_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.words for piece in pieces(text, marks)) == text


@given(st.text(min_size=1, max_size=80), MARKS)
def test_a_character_has_the_weightiest_tone_of_the_marks_over_it(text: str, marks: list[Mark]) -> None:
    tones = [piece.tone for piece in pieces(text, marks) for _ in piece.words]
    order = ["plain", "told", "flaw", "chosen"]
    for at, tone in enumerate(tones):
        over = [mark.tone for mark in marks if mark.start <= at < mark.end]
        assert tone == max(over, key=order.index, default="plain")


def test_only_the_first_chosen_words_are_scrolled_to() -> None:
    found = pieces("one two three", [Mark(0, 3, "told"), Mark(4, 7, "chosen"), Mark(8, 13, "chosen")])
    assert [piece.is_first for piece in found if piece.tone == "chosen"] == [True, False]


def test_a_short_text_is_shown_whole() -> None:
    found = (Piece("a" * (LONG - 10)), Piece("b" * 5, "chosen"))
    assert near_chosen(found) == found


def test_a_long_text_is_cut_at_lines_away_from_the_chosen_words() -> None:
    line = "A line of no interest at all, to be left out.\n"
    text = line * 400 + "Here are the words.\n" + line * 400
    start = text.index("the words")
    shown = near_chosen(pieces(text, [Mark(start, start + 9, "chosen")]))
    assert [piece.tone for piece in shown] == ["cut", "plain", "chosen", "plain", "cut"]
    assert AROUND - len(line) <= len(shown[1].words) <= AROUND
    assert shown[1].words.startswith("A line")
    assert shown[3].words.endswith("left out.\n")


def test_words_between_two_chosen_places_far_apart_are_cut_once() -> None:
    text = "x" * 9_000 + "\n" + "y" * 9_000
    shown = near_chosen(pieces(text, [Mark(0, 5, "chosen"), Mark(17_000, 17_005, "chosen")]))
    assert [piece.tone for piece in shown].count("cut") == 1
