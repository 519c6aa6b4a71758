"""Repair: what is mended, what is reported, and that evidence always quotes the original."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records import Evidence
from communique.text import clean

SHARED = Path(__file__).parents[3] / "shared"


def flaws(body: str) -> list[tuple[str, str]]:
    return [(flaw.flaw, flaw.quote) for flaw in clean(None, body).flaws]


def test_whole_text_stays_as_it_is() -> None:
    text = clean(None, "The ministers met in Oslo.\nThey signed a treaty.")
    assert text.clean == text.body.original
    assert (text.body_start, text.flaws, text.body.edits) == (0, (), ())


@pytest.mark.parametrize(
    ("given_text", "repaired"),
    [
        ("“We’ll meet,” she said.", '"We\'ll meet," she said.'),
        ("two\u00a0days,\u2009in\u202fOslo", "two days, in Oslo"),
        ("U.S.‑Japan and May 3–5", "U.S.-Japan and May 3-5"),
        ("co\u00adoperation\u200b and\u2060 trade\ufeff", "cooperation and trade"),
        ("oﬃcial visit", "official visit"),
        ("one\r\ntwo", "one\ntwo"),
        ("a **bold** word and __another__", "a   bold   word and   another  "),
        ("Itâ€™s a cafÃ©", "It's a café"),
        ("Andr xE9s L xF3pez in Los xC1ngeles", "Andrés López in Los Ángeles"),
        ("Declara xE7 xE3o", "Declaração"),
        ("L\\xf3pez", "López"),
        ("over the the summit", "over the summit"),
        ("می\u200cرود", "می\u200cرود"),
        ("à\u00a0«tous»", "à «tous»"),
    ],
)
def test_repair(given_text: str, repaired: str) -> None:
    assert clean(None, given_text).clean == repaired


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("They trade in food and drink**, tea and wool.", [("masked", "food and drink**")]),
        ("They work on health, sport, and **.", [("masked", "sport, and **")]),
        ("Ties are strong. Vesta** Penn arrived in Arlo", [("masked", "Vesta** Penn arrived in Arlo")]),
        ("The envoy, ██████, spoke.", [("masked", "██████")]),
        ("The official, named [redacted] here, spoke.", [("masked", "named [redacted] here")]),
        ("He kept his usual Xi of writing first.", [("mistranslated", "usual Xi of writing")]),
        ("Pupils are learning Xi each other's songs.", [("mistranslated", "learning Xi each other")]),
        ("They met in in Oslo.", [("duplicated", "in in")]),
        ("President L xF3pez spoke.", [("garbled", "L xF3pez")]),
        ("A caf\ufffd, closed.", [("garbled", "caf\ufffd")]),
    ],
)
def test_damage_is_reported_with_the_words_around_it(body: str, found: list[tuple[str, str]]) -> None:
    assert flaws(body) == found


@pytest.mark.parametrize(
    "body",
    [
        "A **bold** claim, and ***more*** of it.",
        "***",
        "** Prices in euros.\nTea costs 3**.",
        "They accused Xi of breaking the deal.",
        "He met Xi and others; Xi of course agreed.",
        "She said that that was all, and he had had enough.",
        "She was sworn in in May, a day all had waited for for years and looked to to begin.",
        "The xFinity prize and xEROX.",
        "SÃO PAULO and Ñandú, Ärger, «là»",
    ],
)
def test_whole_text_has_no_flaw(body: str) -> None:
    assert flaws(body) == []


def test_mistaken_name_and_mask_are_blanked() -> None:
    text = clean(None, "Pupils are learning Xi each other's songs, and **.")
    assert text.clean == "Pupils are learning    each other's songs, and   ."


def test_evidence_quotes_the_original_of_title_or_body() -> None:
    text = clean("Penn’s visit", "Talks in in Oslo “went well”.")
    start = text.clean.index("in Oslo")
    assert text.clean[: text.body_start] == "Penn's visit\n"
    assert text.span(0, 6) == Evidence(0, 6, "Penn’s", "title")
    assert text.span(start, start + 14) == Evidence(6, 23, "in in Oslo “went ")
    assert text.span(7, 30) == Evidence(7, 12, "visit", "title")


def test_flaws_of_the_title_say_so() -> None:
    (flaw,) = clean("A day in in Oslo", "Calm.").flaws
    assert (flaw.where, flaw.quote) == ("title", "in in")


DAMAGED = st.text(alphabet="ab Xi.\n\r*“’\u00a0\u00ad\u200b\u2060ﬁâ€™Ã©█xE9the ", max_size=60)


@given(title=DAMAGED, body=DAMAGED, ends=st.tuples(st.integers(0, 130), st.integers(0, 130)))
def test_every_span_quotes_the_original(title: str, body: str, ends: tuple[int, int]) -> None:
    text = clean(title, body)
    start, end = sorted(min(one, len(text.clean)) for one in ends)
    evidence = text.span(start, end)
    original = title if evidence.where == "title" else body
    assert 0 <= evidence.start <= evidence.end <= len(original)
    assert evidence.quote == original[evidence.start : evidence.end]
    for flaw in text.flaws:
        assert (title if flaw.where == "title" else body)[flaw.start : flaw.end] == flaw.quote


@given(body=DAMAGED)
def test_whole_span_covers_all_that_was_kept(body: str) -> None:
    text = clean(None, body)
    evidence = text.span(0, len(text.clean))
    lost = body[: evidence.start] + body[evidence.end :]
    assert not lost.strip("\r\u00ad\u200b\u2060")


@given(body=DAMAGED)
def test_letters_that_are_not_damaged_map_to_themselves(body: str) -> None:
    text = clean(None, body)
    for at, letter in enumerate(text.clean):
        if letter in "abEt":
            assert letter in text.span(at, at + 1).quote or text.span(at, at + 1).quote.startswith(("ﬁ", " x"))


@pytest.mark.skipif(not SHARED.exists(), reason="the seed article is not beside this checkout")
def test_seed_article_has_its_five_flaws() -> None:
    gold = json.loads((SHARED / "gold" / "seed.gold.json").read_text())
    body = (SHARED / "corpus" / gold["document"]).read_text()
    wanted = {(f["flaw"], f["start"], f["end"], f["quote"]) for f in gold["flaws"]}
    assert {(f.flaw, f.start, f.end, f.quote) for f in clean(None, body).flaws} == wanted
