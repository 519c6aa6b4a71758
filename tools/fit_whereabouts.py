"""Texts with gold → `whereabouts_points.csv`: how far what stands about somebody and a foreign place tells his visit.

    PYTHONPATH=tools .venv/bin/python tools/fit_whereabouts.py FOLDER... \
        > src/communique/codebook/en/whereabouts_points.csv

Every pair of somebody and a place of another land in a sentence is labelled: the words of a visit of the gold between
both lie in the sentence, or not; optional ones are left out. Pairs that a rule reads count half. The points are those
of one logistic regression, held small by their squares; the same texts give the same points. The table that is kept was
fitted to examples/ and to tests/gold/ without the sets that are closed (`eleventh`, `fourteenth`, `sixteenth`). Points
of a set say nothing of that set: score new texts before they are added.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from fit_claims import fitted, vector

from communique.codebook.points import ALWAYS
from communique.evaluation.gold import Case, load_cases
from communique.evaluation.told import Told, spans
from communique.facts import read as reading
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.spoken_of import Heard
from communique.facts.visit.whereabouts import Whereabouts, whereabouts
from communique.mentions import Page
from communique.pipeline import read_document

FEWEST = 3  # pairs that a form must stand by
SMALL, LEAST = 6.0, 0.05  # how far large points are held back; smaller ones are left out
OFTEN, ONCE = 2, 1  # how often a pair counts that no rule reads, and one that a rule reads
Row = tuple[dict[str, float], bool, int]  # the forms of a pair, whether it is a visit, and how often it counts


def labelled(case: Case) -> Iterator[Row]:
    """The pairs of a text, held against the visits of its gold."""
    visits = [(fact, spans(fact, case.document.text)) for fact in case.facts if fact.kind == "visit"]
    for page, told, pair in _pairs_of(case):
        sentence, sides = pair.heard.sentence, (pair.guest.country, pair.land)
        words = page.text.span(sentence.start, sentence.end)
        same = [(v, asked) for v, asked in visits if (v.guest_country, v.host_country) == sides and _names(v, pair)]
        here = [v for v, asked in same if any(start < words.end and words.start < end for start, end in asked)]
        if not any(visit.optional for visit in here):
            by_rule = any((t.sentence, t.sides) == (sentence.index, sides) for t in told)
            yield pair.forms, bool(here), ONCE if by_rule else OFTEN


def _names(visit: Told, pair: Whereabouts) -> bool:
    """Whether the guest of a visit can be the one of a pair: a name of his is the same."""
    name = visit.guest.name if visit.guest else None
    return not name or not pair.guest.name or bool(set(name.lower().split()) & set(pair.guest.name.lower().split()))


def _pairs_of(case: Case) -> list[tuple[Page, Sequence[Telling], Whereabouts]]:
    found: list[tuple[Page, Sequence[Telling], Whereabouts]] = []

    def see(page: Page, heard: Sequence[Heard], told: Sequence[Telling]) -> list[Telling]:
        found.extend((page, told, pair) for pair in whereabouts(page, heard, told))
        return []

    with patch.object(reading, "placed", see):
        read_document(case.document)
    return found


def main() -> None:
    """Prints the table."""
    rows = [row for folder in sys.argv[1:] for case in load_cases(Path(folder)) for row in labelled(case)]
    counts = Counter(form for forms, _, _ in rows for form in forms)
    names = sorted(form for form, count in counts.items() if count >= FEWEST)
    number = {name: at for at, name in enumerate(names)}
    vectors = [vector(forms, number) for forms, _, _ in rows]
    labels, times = [float(label) for _, label, _ in rows], [often for _, _, often in rows]
    weights = fitted(vectors, labels, times, len(names), SMALL)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("sign", "points"))
    for name, weight in zip([*names, ALWAYS], weights, strict=True):
        if name == ALWAYS or abs(weight) >= LEAST:
            table.writerow((name, round(100 * weight)))


if __name__ == "__main__":
    main()
