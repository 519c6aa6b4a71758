"""A fact that was weighed and not read by a rule → the words or signs that weighed most, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.codebook.clause_points import POSITION, load_clause_points
from communique.codebook.points import ALWAYS, WHEREABOUTS, load_visit_points
from communique.facts.visit.spoken_of import pairs, spoken_of
from communique.facts.visit.whereabouts import whereabouts
from communique.facts.weighed import clauses_of
from communique.mentions import Page
from communique.records import AnyFact, StanceFact, VisitFact

MOST = 8  # lines


def told_why(fact: AnyFact, page: Page) -> Iterator[str]:
    """The heaviest of what was weighed, each with its points for (+) and against (-) the fact; none for other facts."""
    if isinstance(fact, VisitFact):
        yield from _of_visit(fact, page)
    elif fact.rule.endswith(".weighed"):
        column = POSITION if isinstance(fact, StanceFact) else 0
        points = {form: row[column] for form, row in load_clause_points().rows.items()}
        piece = fact.evidence[0]
        for sentence, start, end, forms in clauses_of(page):
            words = page.text.span(*sentence.shadow.span(start, end))
            if words.start <= piece.start < words.end:
                yield from _heaviest(forms, points)
                return


def _of_visit(fact: VisitFact, page: Page) -> Iterator[str]:
    """What weighed most of a visit that no rule reads, without what other visits of its page weigh."""
    sides, heard = (fact.guest_country, fact.host_country), spoken_of(page)
    if fact.rule == "visit.shown":
        pair = next((p for p in pairs(page, heard, ()) if (p.guest.country, p.land) == sides), None)
        yield from _heaviest(pair.signs if pair else {}, load_visit_points().points)
    elif fact.rule == "visit.placed":
        points = load_visit_points(WHEREABOUTS)
        found = [one.forms for one in whereabouts(page, heard, ()) if (one.guest.country, one.land) == sides]
        yield from _heaviest(max(found, key=points.weigh, default={}), points.points)


def _heaviest(forms: Mapping[str, float], points: Mapping[str, float]) -> Iterator[str]:
    weights = {form: points[form] * much for form, much in forms.items() if form in points and form != ALWAYS}
    yield f"weighs {points[ALWAYS] + sum(weights.values()):+.1f}, of which"
    yield from (f"  {weight:+.2f} {form}" for form, weight in _first(weights))


def _first(weights: Mapping[str, float]) -> Iterable[tuple[str, float]]:
    return sorted(weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST]
