"""A match of a courtesy told by a noun, a crowd or both leaders → whether the scene around it bears it out."""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import LETTERS
from communique.facts.protocol.landing import ARRIVAL
from communique.facts.protocol.told_so import OTHER_CEREMONY
from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page, Sentence
from communique.records import VisitFact

ANGRY = lazy(
    r"\b(?:protest\w*|demonstrat\w+|rall(?:y|ied|ies)|against|demand\w*|boo(?:ed|s|ing)|jeer\w*|heckl\w*|strike|riot\w*"
    r"|killed|died|dead|victims|war|flee|fled|refugees|evacuat\w*|vote[ds]?|elect\w*|film|match|funeral"
    r"|labou?rers|migrants|immigrants|settlers)\b"
)
PROTEST = lazy(r"\b(?:protest\w*|demonstrat\w+|to oppose|against the (?:visit|war)|boo(?:ed|s|ing)|jeer\w*|riot\w*)\b")
NO_PEOPLE = lazy(
    r"\b(?:flags?|soldiers|troops|guards?|trees|portraits?|banners|police|posters|tricolou?rs|cadets|lamps?)\b"
)
HONOURS = lazy(r"\b(?:guards?|anthems?|honou?rs|welcom\w+|salut\w+|troops|band|march\w*|guns?|carpet|greet\w*)\b")
PAPERS = lazy(r"\b(?:sign(?:ed|ing|ature)?|documents?|agreements?|award\w*|wreath\w*|opening|prize|degree)\b")
NEAR = 12  # characters before a walk in which they stand who walk
PARADED = lazy(r"\bwalk\w*\b.{0,40}\b(?:carpet|troops|guards?|soldiers|cordon)\b")
STROLL = lazy(r"\ba (?:walk|stroll)\b")
PERSON, PRONOUN = LETTERS["person"], LETTERS["pronoun"]
SOMEBODY = lazy(f"[{PERSON}{PRONOUN}]")
TOGETHER = lazy(
    r"\b(?:they|with|together|both|two|leaders|pair|couples?|presidents|ministers|side by side)\b"
    rf"|{LETTERS['group']}|{PERSON} and [{PERSON}{PRONOUN}]"
)
PAST = 30  # characters behind a walk in which it turns out where it led
ROLLED_UP = lazy(r"(?: (?:was|were|had been|being))?(?: rolled)? up\b")
SPEECH = lazy(r" (?:speech|address|letter|party|tour|carriers?|state)\b")
CALL = lazy(r"\b(?:phone|telephone|video|call(?:ed)?)\b")
NO_THING = lazy(
    r" (?:tour|chance|list|letter|free|warm|cold|lunch|dinner|lecture|piece|sense|promise|choice|look|glimpse|taste|hug"
    r"|lesson|kiss|smile|word|deadline|way|lift|ride|victory|boost|hand|welcome|reception|hearing)\b"
)
NO_CHAMBER = lazy(r"\b(?:general assembly|security council|speaker of|president of the (?:senate|assembly))\b")
AT_TALKS = lazy(r"\b(?:talks|meeting|negotiations|palace|kremlin|press conference|summit|dinner|banquet|lunch)\b")
CONSORT = lazy(r"(?:the )?(?:mrs|madame|mme|first lad|first gentleman|queen consort)")
FIRST_LADY = ("first lady", "former first lady", "first gentleman", "queen consort", "wife", "spouse")


def _just_arrived(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The guest's landing is told here or in the sentence before."""
    start = page.spans[max(0, sentence.index - 1)][0]
    return ARRIVAL.search(page.low, start, sentence.end) is not None


def _festive(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The people welcome the guest, and do not protest, fight, vote or come to work."""
    return ANGRY.search(sentence.shadow.text) is None and not page.is_transcript


def _no_protest(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Nobody in the sentence protests."""
    return PROTEST.search(sentence.shadow.text) is None


def _no_speech(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """In the author's own words, and no speech is called so."""
    return not page.is_transcript and SPEECH.match(sentence.shadow.text, match.end) is None


def _plain_ceremony(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The ceremony that there was not is no other than that of a welcome."""
    told = [page.low[item.start : item.end] for slot in ("c", "d") for item in match.items(slot)]
    return all("ceremon" in words for words in told) and not OTHER_CEREMONY.search(sentence.shadow.text)


def _people_line(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """It is people who line the road, not flags or soldiers."""
    start = sentence.shadow.text.rfind(",", 0, match.start) + 1
    alone = NO_PEOPLE.search(sentence.shadow.text, start, match.start)
    who = sentence.shadow.text[max(0, match.start - 60) : match.start]
    return (alone is None or " with flags" in who) and _festive(page, sentence, match, visit)


def _welcome_near(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The ceremony is one of welcome by what stands near, and none of signing."""
    if PAPERS.search(sentence.shadow.text):
        return False
    first, last = max(0, sentence.index - 1), min(len(page.spans) - 1, sentence.index + 1)
    near = page.spans[first][0], page.spans[last][1]
    return HONOURS.search(page.low, *near) is not None and PAPERS.search(page.low, near[0], sentence.end) is None


def _at_peace(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """In the author's own words, and neither of a war nor of a protest."""
    return not page.is_transcript and ANGRY.search(sentence.shadow.text) is None


def _not_a_call(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """They meet, and do not telephone."""
    return CALL.search(sentence.shadow.text) is None and not page.is_transcript


def _a_thing(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """What is handed over is a thing."""
    return NO_THING.search(sentence.shadow.text, match.start, match.end) is None and not page.is_transcript


def _chamber(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Those who are spoken to are a parliament of the host's country."""
    if NO_CHAMBER.search(page.low, *match.span()):
        return False
    named = [i.value.name for i in match.shadow.items_in(match.start, match.end) if i.type == "venue"]
    kinds = [venue.kind if venue else None for venue in (page.known.venue(name) for name in named if name)]
    return not named or "parliament" in kinds


def _both_there(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Both go, "they" and not "he", and not to the table of the talks."""
    if page.is_transcript or AT_TALKS.search(sentence.shadow.text, match.start, match.end):
        return False
    words = match.shadow.text[match.start : match.end]
    if _one_alone(match) and match.item("walker") is None and " guest" not in words and " host" not in words:
        return False
    within = match.shadow.items_in(match.start, match.end)
    if any(item.type == "person" and item.value.office == "delegation" for item in within):
        return False
    return not any(is_consort(page, item, visit) for item in within)


def _people_walk(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """It is people who walk side by side, and no two nations in a speech."""
    text = sentence.shadow.text
    walk = STROLL.search(text, match.start, match.end)
    alone = walk is not None and SOMEBODY.search(text, 0, walk.start()) is not None and TOGETHER.search(text) is None
    if alone or PARADED.search(text, match.start, match.end + PAST):
        return False  # in the town, or along the carpet
    ahead = sentence.shadow.items_in(max(0, match.start - NEAR), match.start)
    return not any(item.type == "group" and item.value == "countries" for item in ahead)


def _rolled_out(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """The carpet is not taken away."""
    return ROLLED_UP.match(sentence.shadow.text, match.end) is None


def _both_walk(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """They walk, and not he alone."""
    together = _people_walk(page, sentence, match, visit) and not _one_alone(match)
    return together and _at_peace(page, sentence, match, visit)


def _one_alone(match: Match) -> bool:
    """Whether the words begin with "he", and nobody beside him."""
    first = next(iter(match.shadow.items_in(match.start, match.end)), None)
    alone = first is not None and first.type == "pronoun" and first.start == match.span()[0] and first.value != "they"
    return alone and " and " not in match.shadow.text[match.start : match.start + 6]


def is_consort(page: Page, item: Item, visit: VisitFact) -> bool:
    """Whether a person is a leader's wife or husband: by office, by title or by the leader's family name."""
    figure = item.value
    if item.type not in ("person", "office") or not isinstance(figure, Figure):
        return False
    if CONSORT.match(page.low, item.start, item.end) or (figure.office or "").startswith(FIRST_LADY):
        return True
    leader = visit.guest.name if visit.guest is not None else None
    if figure.office == "queen" and figure.name and figure.key is None:
        return True
    if not figure.name or not leader or figure.office:
        return False
    same = figure.name.split()[-1] == leader.split()[-1] and figure.name.split()[0] != leader.split()[0]
    return same and " " in figure.name


def _is_consort(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """Who does it is a wife or husband: by name, or the words say so; and no leader does it with her."""
    if match.shadow.text[: match.start].endswith((" and ", " with ")) or page.is_transcript:
        return False
    named = [item for slot in ("consort", "consortc", "consortd", "ladies") for item in match.items(slot)]
    return all(is_consort(page, item, visit) for item in named)


def _of_papers(page: Page, sentence: Sentence, match: Match, visit: VisitFact) -> bool:
    """What is signed is signed on this visit, and not long ago."""
    return not page.is_transcript


SCENES: dict[str, Callable[[Page, Sentence, Match, VisitFact], bool]] = {
    "just_arrived": _just_arrived,
    "festive": _festive,
    "no_protest": _no_protest,
    "no_speech": _no_speech,
    "plain_ceremony": _plain_ceremony,
    "people_line": _people_line,
    "welcome_near": _welcome_near,
    "at_peace": _at_peace,
    "not_a_call": _not_a_call,
    "a_thing": _a_thing,
    "chamber": _chamber,
    "both_there": _both_there,
    "both_walk": _both_walk,
    "people_walk": _people_walk,
    "rolled_out": _rolled_out,
    "is_consort": _is_consort,
    "of_papers": _of_papers,
}
