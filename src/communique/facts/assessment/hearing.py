"""A page of an author's own text → its sentences in order, each with the clauses that may judge and their forms."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook.assessment import ClaimBook
from communique.codebook.judgement import Cue, load_judgement
from communique.codebook.points import load_points
from communique.facts.assessment.already import Already
from communique.facts.assessment.forms import surround
from communique.facts.assessment.judging import Clause, clauses_in, words_of_outsider
from communique.facts.assessment.outsiders import Outsiders
from communique.facts.assessment.worded import Row, fitting, hits_in, rows_by_sentence
from communique.mentions import Page, Sentence
from communique.records import AnyFact

ENOUGH = 12  # clauses


class Heard(msgspec.Struct, gc=False):
    """A sentence of an author's own text: the wordings of claims in it, and its clauses or an outsider's."""

    sentence: Sentence
    rows: list[Row]
    clauses: list[Clause]
    outsider: bool


def hear(page: Page, book: ClaimBook, before: Sequence[AnyFact]) -> list[Heard]:
    """The sentences of an author's own text, in order, with the forms of their clauses.

    `before`: the facts of other kinds that were read in it.
    """
    weigher = load_judgement()
    rows = rows_by_sentence(page, book, official=False)
    judging: dict[int, list[Cue]] = {}
    for cue in weigher.find(page.low):
        if cue.start >= page.text.body_start:
            judging.setdefault(page.index_at(cue.start), []).append(cue)
    first, outsiders = page.index_at(page.text.body_start), Outsiders(weigher)
    already = Already(page, before)
    every: list[Heard] = []
    for index in range(first, len(page.spans)):
        sentence = page.sentence(index)
        cues, wordings = judging.get(index, ()), fitting(rows.get(index, []), sentence.shadow.text, book)
        outsider = outsiders.hear(page, sentence)
        if outsider:
            clauses = list(words_of_outsider(outsider, sentence, cues, weigher))
        else:
            hits = [(row.id, hit.start()) for row, hit in hits_in(sentence, wordings)]
            clauses = list(clauses_in(sentence, cues, hits, (index - first) / (len(page.spans) - first), weigher))
            near = already.near(sentence.start, sentence.end)
            for clause in clauses:
                if near:
                    clause.forms.update(already.forms(near, *sentence.shadow.span(clause.start, clause.end)))
                if clause.voice and "thought" in clause.forms:
                    outsiders.note(page.clean[slice(*clause.voice)])
        every.append(Heard(sentence, wordings, clauses, outsider is not None))
    points = load_points()
    forms = [clause.forms for one in every for clause in one.clauses]
    surround(forms, [points.alone(each) for each in forms])
    return every


def judging_share(every: Sequence[Heard]) -> float:
    """The share of a text's clauses that are likely claims, 0 to 1; 0 of a text that is too short to say."""
    shares = [clause.forms["text judges"] / 2 for one in every for clause in one.clauses]
    return shares[0] if len(shares) >= ENOUGH else 0.0
