"""What a pattern cannot match without: a shadow that lacks it is passed over, and no other."""

from __future__ import annotations

import pytest

from communique.codebook import load
from communique.documents import identify
from communique.grammar import Alphabet, Rule
from communique.grammar.rule import Vocabulary
from communique.pipeline import open_page
from communique.records import Document

LETTERS = Alphabet(("person", "city", "date"), passable=("date",))
P, C = LETTERS["person"], LETTERS["city"]
FORMS = {"visit": ("visit", "visits", "visited"), "pay": ("pay", "paid"), "make": ("make", "made")}


def rule(pattern: str) -> Rule:
    vocabulary = Vocabulary(
        letters=LETTERS,
        slots={"guest": ("person",), "host": ("person",), "dest": ("city",)},
        forms=lambda word: FORMS.get(word, (word,)),
        macros={},
        stamp="test",
    )
    return Rule(id="a.b", family="a", triggers=("visit",), pattern=pattern, vocabulary=vocabulary)


@pytest.mark.parametrize(
    ("pattern", "fitting", "lacking"),
    [
        ("{guest} <pay|make> a <visit> to {dest}", f"{P} paid a visit to {C}", f"{P} began a visit to {C}"),
        ("{guest} [duly] <visit> {dest}", f"{P} visits {C}", f"{P} duly went to {C}"),
        ("({guest} landed|in {dest} stood) with a guard", f"{P} landed with a guard", f"{P} came with a guard"),
        ("{guest} met {host}", f"{P} met {P}", f"{P} met her in {C}"),
    ],
    ids=["a word of each lemma", "not what may be missing", "one of the alternatives", "two persons"],
)
def test_a_shadow_that_lacks_a_needed_piece_is_passed_over(pattern: str, fitting: str, lacking: str) -> None:
    made = rule(pattern)
    assert made.fits(fitting)
    assert made.regex.search(fitting)
    assert not made.fits(lacking)
    assert not made.regex.search(lacking)


def test_every_sentence_that_a_rule_of_the_codebook_reads_fits_it() -> None:
    tried = 0
    for one in load().rules:
        for text in one.yes[:2]:
            document = Document(source="yes", text=text, published="2023-05-04")
            page, _, _ = open_page(document, identify(document))
            if page is None:
                continue
            for index in range(len(page.spans)):
                shadow = page.sentence(index).shadow.text
                if one.regex.search(shadow):
                    tried += 1
                    assert one.fits(shadow), (one.id, text)
    assert tried > 100
