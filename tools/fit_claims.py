"""Texts with gold → `claim_points.csv`: how far each form of a clause makes it a claim, and a claim of which kind.

    .venv/bin/python tools/fit_claims.py [TIMES:]FOLDER... > src/communique/codebook/en/claim_points.csv

Every clause of an author's own text is labelled: it is a claim of the gold (half of the shorter words shared), none, or
one of those that may be read (left out). The points are those of two logistic regressions, of claims against other
clauses and of the kinds of claim among claims, held small by their squares; the same texts give the same points.
TIMES is how often the clauses of a folder count. A folder without gold holds texts with marks, as tools/claims/ does.
The table that is kept was fitted to tests/gold/ (3 times; `sixth`, `practice`, `seventh` to `tenth` and `twelfth` 5
times; closed sets not), to examples/ (10), to tools/claims/ (once), to the article that the project starts from (12)
and to 104 passages of commentary as newspapers printed it, marked by hand (3); the last two are not ours to keep here.
Points of a set say nothing of that set: score new texts before they are added.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp
from pathlib import Path
from unittest.mock import patch

from communique.codebook.assessment import load_assessment
from communique.codebook.points import ALWAYS, CLAIMS, HEAD, ClaimPoints
from communique.evaluation.gold import Case, load_cases
from communique.evaluation.score import shared_words
from communique.evaluation.told import Told, Words, spans
from communique.facts import content
from communique.facts.assessment.forms import AROUND, surround
from communique.facts.assessment.hearing import hear
from communique.facts.speech.clauses import Circle
from communique.mentions import Page
from communique.pipeline import read_document
from communique.records import AnyFact, Document, VisitFact

FEWEST = 4  # clauses that a form must stand in
SMALL, SMALL_KIND = 10.0, 10.0  # how far large points are held back
LEAN = 0.6  # a clause is read where the odds that it is a claim are above exp(-LEAN)
ROUNDS = 300
WORDS, FEW = ("word ", "stem "), 7  # plain words of fewer points are left out
KINDS = {claim[0]: claim for claim in CLAIMS}
Vector = list[tuple[int, float]]
Labelled = tuple[dict[str, float], str, str | None, str]  # its forms; "claim", "may be" or "none"; which; the text


def marked_cases(folder: Path) -> list[Case]:
    """The texts of a folder that have no gold but marks: `{s The staging was modest.}` is a claim of significance."""
    return [_unmarked(path) for path in sorted(folder.glob("*.txt")) if not path.with_suffix(".gold.json").exists()]


def _unmarked(path: Path) -> Case:
    text, opened = "", list[tuple[int, str]]()
    facts: list[Told] = []
    for mark in re.finditer(r"\{([mpslco]) |(\})|[^{}]+", path.read_text(encoding="utf-8")):
        if mark[1]:
            opened.append((len(text), KINDS[mark[1]]))
        elif mark[2]:
            start, claim = opened.pop()
            words = Words(text[start:], start, len(text))
            facts.append(Told(kind="assessment", evidence=words, claim=claim))
        else:
            text += mark[0]
    return Case(path.stem, Document(text=text, source=path.name), tuple(facts))


def labelled(case: Case) -> list[Labelled]:
    """The clauses of a text that is weighed."""
    seen: list[Labelled] = []
    text = case.document.text
    gold = [(spans(fact, text), fact.optional, fact.claim) for fact in case.facts if fact.kind == "assessment"]

    def see(page: Page, circle: Circle, main: VisitFact | None, before: Sequence[AnyFact]) -> list[object]:
        for one in () if page.home or page.is_transcript else hear(page, load_assessment(), before):
            for clause in one.clauses:
                first, last = one.sentence.shadow.span(clause.start, clause.end)
                words = page.text.span(first, last)
                fits = [
                    (not optional, shared, claim)
                    for asked, optional, claim in gold
                    if (shared := shared_words(((words.start, words.end),), asked)) >= 0.5
                ]
                wanted, _, claim = max(fits, key=lambda fit: fit[:2]) if fits else (False, 0.0, None)
                left_out = one.outsider or (fits and not wanted)  # an outsider's words are read whatever they weigh
                seen.append((clause.forms, "may be" if left_out else "claim" if wanted else "none", claim, case.name))
        return []

    with patch.object(content, "assessments", see):
        read_document(case.document)
    return seen


def fitted(rows: list[Vector], labels: list[float], times: list[int], width: int, small: float) -> list[float]:
    """The weights of a logistic regression, the last the one that all have; by accelerated descent.

    `times`: how often each row counts.
    """
    step = 1.0 / (0.27 * _steepest(rows, times, width) + small)
    weights, ahead = [0.0] * (width + 1), [0.0] * (width + 1)
    for turn in range(ROUNDS):
        slope = [small * weight for weight in ahead]
        slope[-1] = 0.0
        for row, label, often in zip(rows, labels, times, strict=True):
            sum_ = ahead[-1] + sum([ahead[at] * much for at, much in row])
            off = often * (1.0 / (1.0 + exp(-max(-30.0, min(30.0, sum_)))) - label)
            slope[-1] += off
            for at, much in row:
                slope[at] += off * much
        after = [weight - step * part for weight, part in zip(ahead, slope, strict=True)]
        ahead = [new + turn / (turn + 3) * (new - old) for new, old in zip(after, weights, strict=True)]
        weights = after
    return weights


def _steepest(rows: list[Vector], times: list[int], width: int) -> float:
    """The largest eigenvalue of the rows' squares, by ten turns of the power method."""
    weights, length = [1.0] * (width + 1), 1.0
    for _ in range(10):
        new = [0.0] * (width + 1)
        for row, often in zip(rows, times, strict=True):
            sum_ = often * (weights[-1] + sum([weights[at] * much for at, much in row]))
            new[-1] += sum_
            for at, much in row:
                new[at] += sum_ * much
        length = sum(weight * weight for weight in new) ** 0.5
        weights = [weight / length for weight in new]
    return length


def points_of(clauses: list[Labelled], times: Mapping[str, int]) -> dict[str, list[float]]:
    """The points of every form that is frequent enough: alone, in its text, and of each kind of claim.

    `times`: how often the clauses of each text count.
    """
    counts = Counter(form for forms, _, _, _ in clauses for form in forms)
    names = sorted(form for form, number in counts.items() if number >= FEWEST or form in AROUND)
    number = {name: at for at, name in enumerate(names)}
    asked = [(forms, label == "claim", times[text]) for forms, label, _, text in clauses if label != "may be"]
    labels, often = [float(yes) for _, yes, _ in asked], [count for *_, count in asked]
    by_itself = {form: at for form, at in number.items() if form not in AROUND}
    first = fitted([vector(forms, by_itself) for forms, *_ in asked], labels, often, len(names), SMALL)
    alone = ClaimPoints({name: (first[at],) for name, at in [*by_itself.items(), (ALWAYS, -1)]})
    for text in dict.fromkeys(text for _, _, _, text in clauses):
        here = [forms for forms, _, _, name in clauses if name == text]
        surround(here, [alone.alone(forms) for forms in here])
    whole = fitted([vector(forms, number) for forms, *_ in asked], labels, often, len(names), SMALL)
    whole[-1] += LEAN
    columns = [first, whole]
    claims = [(vector(forms, by_itself), claim, times[text]) for forms, _, claim, text in clauses if claim]
    rows, often = [row for row, *_ in claims], [count for *_, count in claims]
    kinds = [[float(claim == kind) for _, claim, _ in claims] for kind in CLAIMS]
    columns.extend(fitted(rows, labels, often, len(names), SMALL_KIND) for labels in kinds)
    return {name: [column[at] for column in columns] for at, name in enumerate([*names, ALWAYS])}


def vector(forms: dict[str, float], number: dict[str, int]) -> Vector:
    """The forms by their numbers; those without one are left out."""
    return [(number[form], much) for form, much in forms.items() if form in number and much]


def main() -> None:
    """Prints the table."""
    times: dict[str, int] = {}
    clauses: list[Labelled] = []
    for word in sys.argv[1:]:
        often, _, folder = word.rpartition(":")
        cases = load_cases(Path(folder)) if any(Path(folder).glob("*.gold.json")) else marked_cases(Path(folder))
        for case in cases:
            name = f"{folder}/{case.name}"
            times[name] = int(often or 1)
            clauses.extend((forms, label, claim, name) for forms, label, claim, _ in labelled(case))
    sys.stdout.write(",".join(HEAD) + "\n")
    for form, points in sorted(points_of(clauses, times).items()):
        whole = [round(100 * point) for point in points]
        if not form.startswith(WORDS) or max(map(abs, whole[:2])) >= FEW or max(map(abs, whole[2:])) >= 2 * FEW:
            name = f'"{form.replace(chr(34), chr(34) * 2)}"' if '"' in form or "," in form else form
            sys.stdout.write(f"{name},{','.join(map(str, whole))}\n")


if __name__ == "__main__":
    main()
