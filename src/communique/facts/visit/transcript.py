"""Turns the head of a transcript into tellings: who spoke, and where, before the first words of the speech.

"Remarks by President Biden and Prime Minister Kishida of Japan Before Bilateral Meeting" over "Oval Office" and a
time of day says that the Japanese guest was there on that day.
"""

from __future__ import annotations

import re

from communique.codebook import LETTERS
from communique.facts.visit.journey_told import Telling, worth_telling
from communique.grammar import Item, lazy
from communique.mentions import Page, Sentence
from communique.mentions.spots import Spot
from communique.text import resolve

TITLE = lazy(
    r"^(?:Joint )?(?:Remarks|Press Conference|Statements?|Toasts?|Press Statements?)\b.{0,40}? (?:by|of|from) ", re.I
)
DISTANCE = lazy(
    r"virtual|teleconference|by (?:tele)?phone|by video|\bcalls?\b with|on the screen|remotely"
    r"|good (?:morning|evening|afternoon) from",
    re.I,
)
NEXT_TIME = lazy(r"(?:meet|see|host|welcome)\w* (?:you )?(?:back )?in person", re.I)
TIME = lazy(r"^\d{1,2}:\d\d [AP]\.M\. ([A-Z]{2,5})$")
TOGETHER = lazy(r"meeting|conference|press statements?|ceremony|dinner|lunch|toast|summit|visit|arrival", re.I)
SPEAKERS = lazy(rf"(?:by|of|from) ({LETTERS['person']}(?:(?:,? and |, ){LETTERS['person']})*)")
OPENING = 3_000  # characters in which a talk at a distance gives itself away
HEAD_LINES = 6


def transcript(page: Page) -> list[Telling]:
    """The visits that the head of a transcript shows; none for other texts and for talks at a distance."""
    text = page.text
    title = page.clean[: text.body_start].rstrip("\n")
    if (
        not text.body_start
        or not TITLE.match(title)
        or not TOGETHER.search(title)
        or DISTANCE.search(title)
        or page.day is None
    ):
        return []
    first = page.sentence(0)
    people = _speakers(first)
    head = _head(page)
    opening = page.clean[text.body_start : text.body_start + OPENING]
    if not people or not head or DISTANCE.search(opening) or NEXT_TIME.search(page.clean, 0, 2 * OPENING):
        return []
    spots = [i.value for s, _ in head for i in page.sentence(page.index_at(s)).of("venue", "city")]
    if not spots or any("United Nations" in page.clean[s:e] for s, e in head):
        return []
    spot = spots[-1]
    dated = [i.value for s, _ in head for i in page.sentence(page.index_at(s)).of("date")]
    spans = (resolve(d, published=page.day, tense="past", anchor=None, year=None) for d in dated)
    when = next((span for span in spans if span), None) or page.today()
    host = next((i.value for i in people if i.value.country == spot.country), None)
    found = []
    for item in people:
        guest = item.value
        if guest.country == spot.country or (host is None and item is not people[0]):
            continue
        telling = Telling(
            sentence=0, start=first.start, end=first.end, rule="transcript.head", guest=guest,
            guest_country=guest.country, host=host, host_country=spot.country,
            spot=Spot(spot.name, spot.country), when=when, status="completed", title=True,
        )  # fmt: skip
        if worth_telling(telling):
            found.append(telling)
    return found


def _speakers(title: Sentence) -> list[Item]:
    """The persons whose words they are, in order: those named together after "by"."""
    named = SPEAKERS.search(title.shadow.text)
    return [i for i in title.shadow.items_in(*named.span(1)) if i.value.country] if named else []


def _head(page: Page) -> list[tuple[int, int]]:
    """The lines between the title and the time of day, half-open spans; empty without a time of day."""
    lines: list[tuple[int, int]] = []
    at = page.text.body_start
    for _ in range(HEAD_LINES):
        end = page.clean.find("\n", at)
        end = len(page.clean) if end < 0 else end
        line = page.clean[at:end].strip()
        if TIME.match(line):
            return lines
        if line:
            lines.append((at, end))
        if len(line) > 120:
            break
        at = end + 1
    return [span for span in lines if page.clean[span[0] : span[1]].strip().endswith(("House", "Office", "Room"))][:1]
