"""A match of a courtesy told in other words than the plain ones → whether the words around it bear it out."""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import LETTERS
from communique.grammar import Match, lazy
from communique.mentions import Page, Sentence
from communique.records import VisitFact

GUARD = lazy(r"\b(?:guards?|honou?rs?|troops|parade|soldiers)\b")
GRAVE = lazy(r"\b(?:la(?:id|y|ys|ying)|tombs?|memorial|monument|graves?|mausoleum|cemetery|wreaths?)\b")
WAR = lazy(r"\b(?:killed|died|dead|wounded|captured|border|front ?line|deploy\w*|invad\w*|attack\w*|fight\w*|war)\b")
OTHER_CEREMONY = lazy(
    r"\b(?:opening|closing|signing|awards?|prize|graduation|departure|farewell|inauguration|handover|unveiling"
    r"|wreath\S*|flag\S*|groundbreaking|swearing\S*|funeral|wedding|coronation) ceremon"
)
NO_DINNER = lazy(
    r"\b(?:state|gala|white-tie|banquet) ?(?:dinner|banquet|hall)?\b"
    r"|\bdinner of (?:gala|state)\b"
    r"|\b(?:dinner|lunch) (?:jacket|table|party|break|hour)|\b(?:no|not|never|without)\b|\bschool lunch"
)
COUPLE = lazy(r"\b(?:first lady|first gentleman|wife|husband|spouse|consort|delegation|couple)\b")
KEY = lazy(r"keys? (?!(?:to|of) )")  # "a key aim for the president"
WELCOMED = lazy(r"\baccord\w* (?:an?|the) (?:\w+ )?state reception$")
OFFERED = lazy(rf"\b(?:offered|presented|gave|handed) [{LETTERS['person']}{LETTERS['pronoun']}] (?:with )?(?:an? )?$")
NEAR = 2  # sentences before one in which "they" are told apart
AROUND = 40  # characters around an order in which he who gets it is named


def _both_at_a_sight(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Both go there, "they" and not "he", and what they look at is no guard."""
    pronouns = [item for slot in ("pair", "pairp") for item in match.items(slot) if item.type == "pronoun"]
    if any(item.value != "they" for item in pronouns) or (pronouns and not _host_near(page, sentence, visit)):
        return False
    return GUARD.search(match.shadow.text, match.start, match.end) is None and not page.is_transcript


def _host_near(page: Page, sentence: Sentence, visit: VisitFact) -> bool:
    """Whether "they" can be guest and host: not where shortly before two of the guest's side alone are spoken of."""
    first = page.spans[max(0, sentence.index - NEAR)][0]
    if not COUPLE.search(page.low, first, sentence.end):
        return True
    near = [page.sentence(index) for index in range(max(0, sentence.index - NEAR), sentence.index + 1)]
    people = [item for one in near for item in one.of("person", "group")]
    return any(item.type == "group" or item.value.country in (visit.host_country, None) for item in people)


def _at_peace(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The soldiers stand in line for a guest, and do not fight."""
    return WAR.search(sentence.shadow.text) is None and not page.is_transcript


def _for_the_living(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The flowers are handed to somebody, and laid on no grave."""
    return GRAVE.search(sentence.shadow.text) is None


def _laid(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The wreath is laid, and not hung around the guest's neck."""
    return OFFERED.search(sentence.shadow.text, 0, match.start) is None


def _on_the_square(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The ceremony is that of a welcome."""
    return OTHER_CEREMONY.search(sentence.shadow.text) is None


def _at_dinner(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """A state reception that was "accorded" is a welcome, and nobody dines."""
    return WELCOMED.search(sentence.shadow.text, 0, match.end) is None


def _at_table(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The dinner is no banquet, and nobody's in a speech."""
    near = match.shadow.text[max(0, match.start - 12) : match.end + 12]
    return NO_DINNER.search(near) is None and (not page.is_transcript or sentence.start < page.text.body_start)


def _to_the_guest(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Somebody near gets the order, and he is not of the host's side alone."""
    if KEY.match(match.shadow.text, match.start):
        return False
    people = match.shadow.items_in(match.start - AROUND, match.end + AROUND)
    people = [item for item in people if item.type in ("person", "pronoun", "group")]
    return any(item.type != "person" or item.value.country != visit.host_country for item in people)


TOLD: dict[str, Callable[[Page, Sentence, Match, VisitFact], bool]] = {
    "both_sight": _both_at_a_sight,
    "on_foot": _at_peace,
    "no_grave": _for_the_living,
    "laid": _laid,
    "on_the_square": _on_the_square,
    "at_dinner": _at_dinner,
    "at_table": _at_table,
    "to_guest": _to_the_guest,
}
