"""An adjunct beside a telling → whether it is of that visit, and the field that it gives to it."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.codebook.adjuncts import Found
from communique.facts.visit.journey_told import Telling
from communique.facts.visit.places import gathering_told
from communique.grammar import lazy
from communique.mentions import Page, Sentence

FIELDS = {"visit_kind": "kind", "notice": "notice", "occasion": "occasion"}  # of a telling, by that of an adjunct
AFTER = 80  # characters behind "combined" in which the event is named
SINCE = lazy(r"\b(?:since|reciprocates|returns|follows)\b")
DETAILS = lazy(  # before "have not been announced"
    r"\b(?:details?|dates?|agendas?|program(?:me)?s?|schedules?|contents?|results?|outcomes?|terms|topics?|figures?"
    r"|duration|text|statement|names?|conditions) (?!which|that)[^,;.]{0,60}$"
)
OWN_CEREMONY = lazy(
    rf"\b(?:welcom\w+|reception|arrival|signing|farewell|wreath\S*|official|state|solemn|formal) [{LETTERS['event']}]"
)


def is_of_another_visit(telling: Telling, adjunct: Found, text: str, found: list[Telling]) -> bool:
    """Whether a kind is of the visit that is measured, or of another whose noun it names.

    "On a state visit, the first since Penn came in 2013", "left for Moor after a state visit to Vesta".
    """
    if adjunct.field != "visit_kind":
        return False
    start, head = (telling.match.start, telling.match.head) if telling.match else (0, 0)
    if any(t.match and adjunct.start < t.match.head < adjunct.end and t.sides != telling.sides for t in found):
        return not adjunct.start < head < adjunct.end
    return adjunct.end < start and SINCE.search(text, adjunct.end, start) is not None


def is_of_details(found: Found, text: str) -> bool:
    """Whether only details were not announced, of a visit that is known all the same."""
    return found.value == "unannounced" and DETAILS.search(text, 0, found.start) is not None


def _is_part_of_it(page: Page, sentence: Sentence, found: Found) -> bool:
    """Whether a gathering is a part of the visit: a welcoming ceremony, or one that is called nothing else."""
    if OWN_CEREMONY.search(sentence.shadow.text, found.start, found.end + AFTER):
        return True
    named = [item for item in sentence.shadow.items_in(found.start, found.end) if item.type == "event"]
    return bool(named) and all(page.low[item.start : item.end] == "ceremony" for item in named)


def takes_over(page: Page, telling: Telling, found: Found, sentence: Sentence) -> bool:
    """Takes over what an adjunct says; whether it gave a field of the visit its value."""
    if found.field == "background":
        telling.background = telling.background or not found.denied
    elif found.denied or found.field not in FIELDS or getattr(telling, FIELDS[found.field]) is not None:
        return False
    elif found.value == "combined" and _is_part_of_it(page, sentence, found):
        return False  # for it one comes to no gathering
    elif is_of_details(found, sentence.shadow.text):
        return False
    elif telling.status != "planned" and sentence.shadow.text.endswith(" that", found.start, found.end):
        return False  # "announced that …": something else than a visit which is over
    else:
        setattr(telling, FIELDS[found.field], found.value)
        if found.value == "combined" and telling.combined_with is None:
            named = sentence.shadow.items_in(found.start, found.end + AFTER)
            telling.combined_with = gathering_told(named)
            if named:
                telling.asides["combined_with"] = (named[0].start, named[-1].end)
        return True
    return False
