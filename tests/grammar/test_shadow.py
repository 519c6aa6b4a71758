"""A shadow keeps the way back to every character."""

from hypothesis import given
from hypothesis import strategies as st

from communique.grammar import Alphabet, Item, shade

LETTERS = Alphabet(("person", "place"))


@st.composite
def texts_with_items(draw: st.DrawFn) -> tuple[str, list[Item]]:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    items = [
        Item(a, b, draw(st.sampled_from(("person", "place"))))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        if a < b
    ]
    return text, items


@given(texts_with_items())
def test_every_position_leads_back_to_its_characters(given_text: tuple[str, list[Item]]) -> None:
    text, items = given_text
    shadow = shade(text, 0, len(text), items, LETTERS)
    assert len(shadow.offsets) == len(shadow.text) + 1
    assert shadow.offsets == sorted(shadow.offsets)
    for at, item in shadow.items.items():
        assert shadow.span(at, at + 1) == (item.start, item.end)
    for at, char in enumerate(shadow.text):
        if at not in shadow.items:
            start, end = shadow.span(at, at + 1)
            assert end == start + 1
            assert text[start].lower().startswith(char) or text[start] == char


@given(texts_with_items())
def test_place_of_is_the_way_back(given_text: tuple[str, list[Item]]) -> None:
    text, items = given_text
    shadow = shade(text, 0, len(text), items, LETTERS)
    for item in items:
        assert shadow.items[shadow.place_of(item.start)] is item


def test_runs_of_spaces_count_as_one() -> None:
    shadow = shade("Ada   saw  Bo", 0, 13, [Item(0, 3, "person"), Item(11, 13, "person")], LETTERS)
    assert shadow.text == f"{LETTERS['person']} saw {LETTERS['person']}"
    assert shadow.span(0, len(shadow.text)) == (0, 13)
