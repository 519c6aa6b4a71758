"""Texts with gold → `visit_points.csv`: how far each sign of a guest and a land shows that a page is about his visit.

    .venv/bin/python tools/fit_visits.py FOLDER... [--none CORPUS...] > src/communique/codebook/en/visit_points.csv

Every pair of a guest and another land that a sentence of a text names together is labelled: it is a main visit of the
gold or not; optional ones are left out. CORPUS is a file of documents: in those of which no rule tells a visit no pair
is one; they count once where a text with gold counts GOLD times. The points are those of one logistic regression, held
small by their squares; the same texts give the same points. The table that is kept was fitted to examples/ and
tests/gold/ without the sets that are closed, and to the White House documents of 2021 and 2022.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import msgspec
from fit_claims import fitted

from communique.codebook.points import ALWAYS
from communique.documents import open_documents
from communique.evaluation.gold import load_cases
from communique.facts import read as reading
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.spoken_of import Heard, Pair, pairs
from communique.mentions import Page
from communique.pipeline import read_document
from communique.records import Document

SMALL, GOLD = 3.0, 3  # how far large points are held back; how often a text with gold counts
Row = tuple[dict[str, float], bool]  # the signs of a pair, and whether it is a visit


class Seen(msgspec.Struct):
    """A visit of the gold, as far as it labels pairs."""

    kind: str
    guest_country: str | None = None
    host_country: str | None = None
    mention: str | None = None
    optional: bool = False


class Gold(msgspec.Struct):
    """A gold file, as far as it tells visits."""

    facts: list[Seen]


def labelled(folder: Path) -> list[Row]:
    """The signs of every pair of a folder's texts, and whether it is a main visit."""
    found: list[Row] = []
    for case in load_cases(folder):
        gold = msgspec.json.decode((folder / f"{case.name}.gold.json").read_bytes(), type=Gold)
        visits = [fact for fact in gold.facts if fact.kind == "visit"]
        main = {(v.guest_country, v.host_country) for v in visits if v.mention == "main"}
        left_out = {(v.guest_country, v.host_country) for v in visits if v.optional}
        for pair, _ in pairs_of(case.document):
            sides = (pair.guest.country, pair.land)
            if sides not in left_out:
                found.append((pair.signs, sides in main))
    return found


def shown_none(corpus: str) -> list[Row]:
    """The signs of every pair of those documents of which no rule tells a visit."""
    read = (document for document in open_documents([corpus]) if isinstance(document, Document))
    return [(pair.signs, False) for document in read for pair, told in pairs_of(document) if not told]


def pairs_of(document: Document) -> list[tuple[Pair, Sequence[Telling]]]:
    """The pairs of a document, each with the visits that rules tell of it."""
    found: list[tuple[Pair, Sequence[Telling]]] = []

    def see(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> list[Telling]:
        found.extend((pair, told) for pair in pairs(page, heard, told))
        return []

    with patch.object(reading, "shown", see):
        read_document(document)
    return found


def main() -> None:
    """Prints the table."""
    words = sys.argv[1:]
    at = words.index("--none") if "--none" in words else len(words)
    rows = [row for folder in words[:at] for row in labelled(Path(folder))]
    times = [GOLD] * len(rows)
    rows += [row for corpus in words[at + 1 :] for row in shown_none(corpus)]
    times += [1] * (len(rows) - len(times))
    names = sorted(rows[0][0])
    vectors = [[(at, signs[name]) for at, name in enumerate(names) if signs[name]] for signs, _ in rows]
    weights = fitted(vectors, [float(label) for _, label in rows], times, len(names), SMALL)
    sys.stdout.write("sign,points\n")
    for name, weight in zip([*names, ALWAYS], weights, strict=True):
        sys.stdout.write(f"{name},{round(100 * weight)}\n")


if __name__ == "__main__":
    main()
