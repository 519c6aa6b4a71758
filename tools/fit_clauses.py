"""Texts with gold → `clause_points.csv`: how far each word makes a clause an act or a position, and which.

    PYTHONPATH=tools .venv/bin/python tools/fit_clauses.py FOLDER... > src/communique/codebook/en/clause_points.csv

Every clause of the texts that are read for acts and positions is labelled by the gold: it is one (half of the shorter
words shared), none, or one that may be read or is told in part (left out). The points are those of logistic
regressions, held small by their squares: of acts against other clauses, of each strength among acts; of positions
against other clauses, of each polarity among positions. The same texts give the same points. The table that is kept was
fitted to examples/ and to tests/gold/ without the sets that are closed, `thirteenth` and `fifteenth`. Points of a set
say nothing of that set: score new texts before they are added.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path
from unittest.mock import patch

from fit_claims import Vector, fitted, vector

from communique.codebook.clause_points import HEAD, POLARITIES, STRENGTHS
from communique.codebook.points import ALWAYS
from communique.evaluation.gold import Case, load_cases
from communique.evaluation.score import LEAST_STRENGTH
from communique.evaluation.told import Told, spans
from communique.facts import content
from communique.facts.speech.clauses import Circle
from communique.facts.weighed import clauses_of
from communique.mentions import Page
from communique.pipeline import read_document
from communique.records import AnyFact, VisitFact

FEWEST = 4  # clauses that a form must stand in
SMALL, LEAST = 3.3, 0.05  # how far large points are held back; smaller ones are left out
HALF, PART = 0.5, 0.2  # of the shorter words: shared by what is the same, and by what may be
Labelled = tuple[dict[str, float], str, Told | None]  # its forms; "yes", "may be" or "no"; the fact that it states
Job = tuple[list[Vector], list[float], int]


def labelled(case: Case, kind: str) -> list[Labelled]:
    """The clauses of a text, held against its facts of a kind."""
    seen: list[Labelled] = []
    text = case.document.text
    gold = [(spans(fact, text), fact) for fact in case.facts if fact.kind == kind]
    gold = [(asked, fact) for asked, fact in gold if kind != "commitment" or (fact.strength or 2) >= LEAST_STRENGTH]

    def see(page: Page, circle: Circle, main: VisitFact | None, said: Sequence[AnyFact]) -> list[AnyFact]:
        for sentence, start, end, forms in clauses_of(page):
            words = page.text.span(*sentence.shadow.span(start, end))
            shares = [(_shared((words.start, words.end), asked), fact) for asked, fact in gold]
            share, fact = max(shares, key=lambda pair: pair[0], default=(0.0, None))
            sure = fact is not None and share >= HALF and not fact.optional
            seen.append((forms, "yes" if sure else "may be" if share > PART else "no", fact if sure else None))
        return []

    with patch.object(content, "weighed", see):
        read_document(case.document)
    return seen


def _shared(words: tuple[int, int], asked: Sequence[tuple[int, int]]) -> float:
    """The share of the shorter of two stretches of words that both have."""
    both = sum(max(0, min(words[1], end) - max(words[0], start)) for start, end in asked)
    return both / (min(words[1] - words[0], sum(end - start for start, end in asked)) or 1)


def jobs(rows: list[Labelled], number: dict[str, int], names: Sequence[str]) -> list[Job]:
    """The regressions of a kind: facts against other clauses, then each of the names among facts."""
    sure = [row for row in rows if row[1] != "may be"]
    facts = [(forms, fact) for forms, _, fact in rows if fact is not None]
    vectors = [vector(forms, number) for forms, _ in facts]
    which = [str(fact.strength or fact.polarity) for _, fact in facts]
    first: Job = [vector(forms, number) for forms, _, _ in sure], [float(row[1] == "yes") for row in sure], len(number)
    return [first, *((vectors, [float(one == name) for one in which], len(number)) for name in names)]


def _fit(job: Job) -> list[float]:
    rows, labels, width = job
    return fitted(rows, labels, [1] * len(rows), width, SMALL)


def main() -> None:
    """Prints the table."""
    cases = [case for folder in sys.argv[1:] for case in load_cases(Path(folder))]
    acts = [row for case in cases for row in labelled(case, "commitment")]
    positions = [row for case in cases for row in labelled(case, "stance")]
    counts = Counter(form for forms, _, _ in acts for form in forms)
    names = sorted(form for form, count in counts.items() if count >= FEWEST)
    number = {name: at for at, name in enumerate(names)}
    with Pool() as pool:
        every = [*jobs(acts, number, [*map(str, STRENGTHS)]), *jobs(positions, number, POLARITIES)]
        columns = pool.map(_fit, every, chunksize=1)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(HEAD)
    for at, name in enumerate([*names, ALWAYS]):
        points = [column[at] for column in columns]
        if name == ALWAYS or max(map(abs, points)) >= LEAST:
            table.writerow([name, *(round(100 * point) for point in points)])


if __name__ == "__main__":
    main()
