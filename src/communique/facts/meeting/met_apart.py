"""Those who took part in what one match tells → the meetings that it was: one, or one with each of several."""

from __future__ import annotations

from communique.grammar import Match, lazy
from communique.mentions import Figure

SEPARATE = lazy(r"\b(?:separate|separately|each|respectively|in turn|one after the other)\b")
EACH_APART = lazy(r"\bbilateral (?:talks|meetings)\b")  # "had bilateral meetings with Penn and Moor"
BEFORE = 12  # letters before a match in which "bilateral" stands
AND_WITH = lazy(r"(?:,| and) with ")
CONSORTS = ("queen", "first lady", "empress", "princess")  # who receive together with another
LEADING_RANK = 4  # of a premier, a speaker, a president: who is met with others of that rank is met apart


def apart(people: tuple[Figure, ...], match: Match) -> list[tuple[Figure, ...]]:
    """Those who met, by meetings: one for each of several who are said to have met the guest apart from each other."""
    text = match.shadow.text
    alone = [f for f in people if sum(f.country == other.country for other in people) == 1]
    if len(people) > 2 and EACH_APART.search(text, max(0, match.start - BEFORE), match.end):
        within = [i.value for i in match.shadow.items_in(match.start, match.end) if i.type == "person"]
        outside = [f for f in people if not any(f.same_as(other) for other in within)]
        first = outside[0] if len(outside) == 1 else people[0]
        others = [f for f in people if f.country != first.country]
        if len(others) == len(people) - 1:
            return [(first, other) for other in others]
    several = len(alone) == 1 and len(people) > len(alone) + 1 and len({f.country for f in people}) == 2
    if several and (
        (match.rule.gives.get("apart") and not any(f.office in CONSORTS for f in people))
        or all((f.rank or 0) >= LEADING_RANK for f in people if f is not alone[0])
        or SEPARATE.search(text, match.start, match.end + 25)
        or AND_WITH.search(text, match.start, match.end)
    ):
        return [(alone[0], other) for other in people if other is not alone[0]]
    return [people]
