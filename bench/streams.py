"""The bundled examples and filler → texts in any number, no two alike, the same ones on every run."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.records import Document

ROOT = Path(__file__).parents[1]
ARTICLE_CHARACTERS = 7_900  # the length of the commentary that the project began with
FILLER_SHARE = 0.9  # of texts in the stream that tell of no visit, as in a government's press office

NAMES = (
    ("Lukashenko", "Belarus", "Belarusian", "Minsk"),
    ("Macron", "France", "French", "Paris"),
    ("Tokayev", "Kazakhstan", "Kazakh", "Astana"),
    ("Vucic", "Serbia", "Serbian", "Belgrade"),
    ("Mirziyoyev", "Uzbekistan", "Uzbek", "Tashkent"),
    ("Scholz", "Germany", "German", "Berlin"),
    ("Orban", "Hungary", "Hungarian", "Budapest"),
    ("Ramaphosa", "South Africa", "South African", "Pretoria"),
    ("Meloni", "Italy", "Italian", "Rome"),
    ("Kishida", "Japan", "Japanese", "Tokyo"),
    ("Boric", "Chile", "Chilean", "Santiago"),
    ("Ruto", "Kenya", "Kenyan", "Nairobi"),
)
_NAME = re.compile("|".join(sorted((part for row in NAMES for part in row), key=len, reverse=True)))
_NUMBER = re.compile(r"\b[1-9]\d?\b")


def articles(count: int, *, seed: int = 0) -> Iterator[Document]:
    """Texts about visits, each of about `ARTICLE_CHARACTERS`: example paragraphs under other names."""
    chance = random.Random(seed)
    paragraphs = [
        part
        for path in sorted((ROOT / "examples").glob("*.txt"))
        for part in path.read_text(encoding="utf-8").split("\n")
        if len(part) > 80
    ]
    for number in range(count):
        text = _varied(_filled(paragraphs, ARTICLE_CHARACTERS, chance), chance)
        yield Document(source=f"article-{seed}-{number}.txt", text=text, published=_day(chance))


def stream(megabytes: float, *, seed: int = 0) -> Iterator[Document]:
    """A mixed stream of about that many megabytes of text: mostly filler, some articles."""
    chance = random.Random(seed)
    written, number = 0, 0
    visits = articles(10**9, seed=seed + 1)
    while written < megabytes * 1e6:
        number += 1
        is_filler = chance.random() < FILLER_SHARE
        document = _about_nothing(number, chance) if is_filler else next(visits)
        written += len(document.text.encode())
        yield document


def filler(count: int, *, seed: int = 0) -> Iterator[Document]:
    """Texts that tell of no visit."""
    chance = random.Random(seed)
    return (_about_nothing(number, chance) for number in range(count))


def write_lines(documents: Iterator[Document], path: Path) -> None:
    """JSON Lines with published and text, as `communique read` takes them."""
    with path.open("wb") as file:
        for document in documents:
            row = {"id": document.source, "published": document.published, "text": document.text}
            file.write(msgspec.json.encode(row) + b"\n")


def _about_nothing(number: int, chance: random.Random) -> Document:
    sentences = (ROOT / "bench" / "filler.txt").read_text(encoding="utf-8").split("\n")
    text = _varied(_filled(sentences, chance.randint(2_000, 14_000), chance), chance)
    return Document(source=f"filler-{number}", text=text, published=_day(chance))


def _filled(parts: list[str], characters: int, chance: random.Random) -> str:
    chosen: list[str] = []
    while sum(map(len, chosen)) < characters:
        chosen.append(chance.choice(parts))
    return "\n".join(chosen)


def _varied(text: str, chance: random.Random) -> str:
    rows = chance.sample(NAMES, len(NAMES))
    other = {old: new for row, new_row in zip(NAMES, rows, strict=True) for old, new in zip(row, new_row, strict=True)}
    text = _NAME.sub(lambda match: other[match[0]], text)
    return _NUMBER.sub(lambda match: str(chance.randint(2, 28)), text)


def _day(chance: random.Random) -> str:
    return f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
