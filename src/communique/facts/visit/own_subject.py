"""Matches of a sentence → those whose subject is the verb's own, and not the object of the verb before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.codebook import LETTERS
from communique.facts.visit.journey_told import Telling
from communique.grammar import Item, Match, lazy
from communique.mentions import Figure, Page
from communique.mentions.spots import Spot

LEADS = 5  # the rank of heads of state and government
SUBJECTS = ("guest", "one", "two", "host", "official")
PARTICIPLE = lazy(r" .*\b(?:before|after|by|without|while|instead of) \w{3,}ing (?:\w+ ){0,3}to ")
HABIT = lazy(r"\b(?:regularly|frequently|routinely|(?<!more )often|habitually) $")
GOING = lazy(r"(?:,[^;]*,)?(?: (?:on|in|at) [^;,]{1,40})? (?:before|after) ")
OBJECT_BEFORE = lazy(r"\b(?:with|by|from|of|to|for|meets?|met|meeting|seeing|call(?:s|ed|ing)? (?:up)?on) (?:the )?$")
BEHIND = lazy(r",? (?:and|but|then) |, (?!(?:who|whose|whom|which|where|when|while|as|the)\b)")
LAST_WHO = lazy(r", who (?!.*, who )")
AND_WILL = lazy(r"(?:, who(?:se)?\b[^;]{0,150},)? and (?:will|would|is|was|has|had|plans|intends) (?:[\w-]+ ){0,3}")
SPOUSE = lazy(rf"(?<={LETTERS['pronoun']}) (?:wife|spouse|husband|consort|family)\b(?!['’]s)")
UNNAMED = lazy(
    r"\bsince (?!then\b|that\b|the\b|an?\b|his\b|her\b|their\b)[a-z][\w.'’-]* (?:[\w.'’-]+ ){0,3}$"
)  # "the first of a speaker since Arlo Penn visited Vesta"
NEXT_VERB = lazy(r", (?:and|but|then) (?:[\w-]+ ){0,2}")


def own_subject(matches: Iterable[Match]) -> list[Match]:
    """Without those that take "the mayor" for who travels in "he met the mayor, and left for Vesta"."""
    return [m for m in matches if not (_strays(m) or _runs_together(m) or _is_spouse(m) or _is_habit(m))]


def _is_habit(match: Match) -> bool:
    """Whether it tells of many visits, and of no one of them: "who regularly visits Vesta"."""
    return HABIT.search(match.shadow.text, 0, match.head) is not None


def _is_spouse(match: Match) -> bool:
    """Whether it takes "his" for who travels in "Penn and his wife are paying a visit"."""
    slot = match.slots.get("guest")
    if slot is None or len(match.items("guest")) != 1:
        return False
    return slot.end < match.head and SPOUSE.match(match.shadow.text, slot.end) is not None


def _runs_together(match: Match) -> bool:
    """Whether it takes two for its subject of whom the first ends a clause: "after lunch with Penn, Moor is to …"."""
    slot = match.slots.get("one")
    if slot is None or slot.end > match.head or len(match.items("one")) != 2:
        return False
    text = match.shadow.text
    listed = text[slot.start : slot.end]
    return listed.count(",") == 1 and " and " not in listed and OBJECT_BEFORE.search(text, 0, slot.start) is not None


def _strays(match: Match) -> bool:
    slots = [match.slots[name] for name in SUBJECTS if name in match.slots]
    others = [slot for slot in slots if slot.end <= match.head][1:]
    first = min((slot for slot in slots if slot.end <= match.head), key=lambda slot: slot.start, default=None)
    return (
        first is not None
        and match.start == first.start
        and "subject" not in match.rule.gives
        and (
            NEXT_VERB.fullmatch(match.shadow.text, first.end, match.head) is not None
            or (not others and _is_object(match, first.start, first.end))
            or PARTICIPLE.fullmatch(match.shadow.text, first.end, match.head) is not None
            or _goes_next(match, first.start, first.end)
            or UNNAMED.search(match.shadow.text, first.end, match.head) is not None
            or (
                AND_WILL.fullmatch(match.shadow.text, first.end, match.head) is not None
                and OBJECT_BEFORE.search(match.shadow.text, 0, first.start) is not None
            )
        )
    )


def _goes_next(match: Match, start: int, end: int) -> bool:
    """Whether another, named before, goes: "he met Penn before heading for Vesta"."""
    if not match.head_text.endswith("ing") or not GOING.fullmatch(match.shadow.text, end, match.head):
        return False
    return any(item.type in ("person", "pronoun") for at, item in match.shadow.items.items() if at < start)


def _is_object(match: Match, start: int, end: int) -> bool:
    """Whether it takes for its subject whom the verb before names: "he had talks with Penn, called on Moor"."""
    text = match.shadow.text
    if OBJECT_BEFORE.search(text, 0, start) is None or BEHIND.match(text, end) is None:
        return False
    return any(item.type in ("person", "pronoun") for at, item in match.shadow.items.items() if at < start)


def next_before_who(match: Match) -> Item | None:
    """Of "Penn hugged Moor, President of Vesta, who pays a visit" him who stands next before the "who"."""
    slot = match.slots.get("guest")
    if slot is None or slot.start != match.start or slot.end >= match.head:
        return None
    hit = LAST_WHO.search(match.shadow.text, slot.end, match.head)
    named = match.shadow.items_in(slot.end, hit.start()) if hit else []
    named = [i for i in named if i.type == "person"]
    return named[-1] if named else None


def the_texts_own(page: Page, match: Match, guests: list[Figure], places: Iterable[Spot]) -> list[Figure]:
    """Of "the foreign minister's visit to Vesta" him of that office whose journey is told, and not one named last."""
    items, told = match.items("guest"), page.first_told[0] if page.first_told else None
    if len(items) != 1 or len(guests) != 1 or told is None or items[0].type != "person":
        return guests
    if (told.rank or LEADS) >= LEADS:
        return guests  # "the president" may be the reader's own
    one, said = guests[0], page.low[items[0].start : items[0].end]
    alone = said == f"the {told.office}".lower() and one.office == told.office and not (one.former or told.former)
    lands = {place.country for place in places}
    return [told] if alone and told.country not in {one.country, *lands} else guests


def pronoun_behind(match: Match) -> bool:
    """Whether the subject is a pronoun behind whom it met, and so means somebody else: "Meeting Penn, he said"."""
    one, two = match.items("one"), match.items("two")
    return len(one) == 1 and one[0].type == "pronoun" and one[0].start > two[0].start


def is_his_guests(telling: Telling, found: Sequence[Telling]) -> bool:
    """Whether "his" visit, with no place told, is that of whom the sentence's host received: it is told already."""
    if telling.match is None or telling.match.items("place"):
        return False
    his = telling.gives("whose") == "pronoun" and telling.gives("bare")
    if not his and telling.gives("place") != "other":
        return False
    turned = (telling.host_country, telling.guest_country)
    return any(other.sides == turned for other in found if other.guest_country is not None)


def is_of_the_land(page: Page, match: Match, guests: list[Figure]) -> bool:
    """Whether "he" of "he came here" seems to be of the land of which the text speaks, and so is somebody unknown."""
    items = match.items("guest")
    if len(items) != 1 or items[0].type != "pronoun":
        return False
    home = any(guest.country == page.visited for guest in guests)
    if match.rule.gives.get("place") == "visited" and not match.items("dest"):
        return home or page.visited is None
    return home and match.rule.gives.get("guest") == "foreigner"
