"""Texts on which a pattern of the reader once took time without bound; each is read in a moment now.

`bench/patterns.py` measures all patterns, with strings made from each of them.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from communique.documents.kinds import kind_of
from communique.text import sentences
from communique.text.sentences import MOST

LIMIT = 200  # seconds for all of them in one process; they take some ten, and took hours or for ever
HEAD = "President Emmanuel Macron visited Berlin, Germany on Monday. "
REPEATED = {
    "a list of names without end": "Xi Jinping, and ",
    "a list of countries without end": "China, and the ",
    "honours without end": "Her Deposed ",
    "honours and particles": "Col. Abu ",
    "only, only, only": "the government only ",
    "joins without end": ", and",
    "blanks": "   ",
    "names with hyphens": "Will build Aa-Aa-",
    "one long word": "a",
    "one long number": "will invest 1",
    "damaged letters": "a\ufffd",
    "printed codes": "L xF3",
    "masks": "**",
    "meetings that are one": "Xi Jinping met Vladimir Putin in Moscow. ",
    "a decorated guest": "pinned the highest ",
}
OPENED = {
    "adverbs without end": ("The two sides have also wanted to ", "jointly "),
    "adverbs of a passive": ("Support for peace was ", "firmly "),
    "a word before a document": ("They agreed to reviv", "a"),
    "joins before a position": ("China and Belarus condemn terrorism", " and, "),
    "one long name of a city": ("\nDone at A", "A"),
}


@pytest.mark.parametrize("part", [slice(0, 8), slice(8, None)], ids=["first", "rest"])
def test_time_does_not_run_away(part: slice) -> None:
    begun = [("", body) for body in REPEATED.values()] + list(OPENED.values())
    texts = [HEAD + opening + body * (8_000 // len(body)) + "\x01 " + HEAD for opening, body in begun[part]]
    code = "import sys, communique\nfor text in eval(sys.stdin.read()): communique.read(text, published='2023-12-06')"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], input=repr(texts), text=True, env=environment, timeout=LIMIT, check=False
    )
    assert done.returncode == 0


def test_comments_without_end_are_no_page() -> None:
    assert kind_of("a", b"<!--a--> " * 5_000 + b"x", None) == "text"
    assert kind_of("a", b"<!--a--> " * 5_000 + b"<html>", None) == "page"


def test_a_sentence_without_end_is_cut_and_nothing_of_it_is_lost() -> None:
    text = "China, " * 3_000 + "a" * 9_000
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= MOST
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert sentences("One is short. Two is, too.") == [(0, 13), (14, 26)]
