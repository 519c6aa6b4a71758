"""What stands aside in a clause is left out, and a rule that reads past it still shows all of its words."""

import pytest

from communique.codebook import load
from communique.codebook.files import folder_of, parsed
from communique.facts.visit.telling import tellings
from communique.grammar import Shadow
from communique.mentions import Page, scan
from communique.text import clean

BOOK = load("en")
ROWS = [
    pytest.param(row["id"], *pair, id=row["id"])
    for row in parsed(folder_of("en") / "words.toml")["aside"]
    for pair in row["reads"]
]


def page_of(words: str) -> Page:
    text = clean(None, words)
    return Page(text, scan(text.clean), "2023-12-06", None, None)


def shadow_of(words: str) -> Shadow:
    return page_of(words).sentence(0).shadow


def plain(shadow: Shadow) -> str:
    left = BOOK.asides.without(shadow.text)
    return left.text if left else shadow.text


@pytest.mark.parametrize(("kind", "sentence", "read"), ROWS)
def test_an_aside_is_left_out(kind: str, sentence: str, read: str) -> None:
    assert plain(shadow_of(sentence)) == plain(shadow_of(read))


def test_a_sentence_without_asides_has_no_plain_text() -> None:
    assert BOOK.asides.without(shadow_of("Arlo Penn visited Vesta.").text) is None


def test_each_place_of_the_plain_text_is_that_of_its_letter() -> None:
    text = shadow_of(
        "Xi Jinping has today, for his part, then been received (at last) by Emmanuel Macron in Paris."
    ).text
    left = BOOK.asides.without(text)
    assert left is not None
    assert "".join(text[at] for at in left.places[:-1]) == left.text
    assert left.places[-1] == len(text)
    assert left.places == sorted(set(left.places))


def test_a_rule_that_reads_past_an_aside_shows_it() -> None:
    words = "President Xi Jinping concluded today, Wednesday, a state visit to France."
    page = page_of(words)
    (told,) = tellings(page, page.sentence(0), BOOK)
    assert (
        page.clean[told.start : told.end] == "President Xi Jinping concluded today, Wednesday, a state visit to France"
    )
    assert (told.guest_country, told.host_country, told.kind) == ("CHN", "FRA", "state")


def test_what_stands_aside_still_tells_the_scope() -> None:
    page = page_of("President Xi Jinping will, for his part, not visit France.")
    assert tellings(page, page.sentence(0), BOOK) == []
