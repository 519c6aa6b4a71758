"""A page and its visits → the meetings and calls that it tells of, each once, with those who took part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.codebook import Codebook
from communique.facts.meeting.attendance import attendance, not_the_wife
from communique.facts.meeting.day_told import HELD, day_told
from communique.facts.meeting.formats import format_of, is_only_spoken, of_two_sides
from communique.facts.meeting.meeting_days import day_of, during, falls_through, of_that_month
from communique.facts.meeting.met_apart import apart
from communique.facts.meeting.one_meeting import Told, grouped
from communique.facts.protocol.surely import is_unsure
from communique.facts.protocol.venue import VENUE
from communique.facts.ties import Ties
from communique.facts.visit.own_subject import own_subject
from communique.facts.worth import FAR_FROM_PARTY, worth_reading
from communique.grammar import Match, best_by_head, lazy
from communique.mentions import Figure, Page, Sentence
from communique.mentions.spots import Spot
from communique.records import MeetingFact, Status, VisitFact
from communique.text import Span

AT_AIRPORT = lazy(
    r"\b(?:[Aa]irport|[Aa]ir ?[Bb]ase|[Aa]irfield|tarmac|stairs|alighted|stepped off|South Lawn|forecourt)\b"
    r"|\b[Uu]pon (?:his|her|their) arrival\b(?! (?:at|in) (?:the )?\w+ ?(?:[Pp]alace|[Hh]ouse|office))"
)
AHEAD = lazy(r"\b(?:ahead of|before|after|following|prior to)\b")  # what follows was somewhere else
OLD = 100  # days before the text from which on a meeting of no main visit is another than one told without a day
LAST_MET = lazy(r"\blast $")  # "the two last met in May"
NOT_PLANNED = lazy(
    r"[^;.]{0,60} (?:is|was|are|were) not (?:yet )?(?:planned|scheduled|expected|on the agenda|foreseen)\b"
)
PAST = lazy(r"\b(?:met|spoke|talked|had|held|dined|hosted|has spoken|have spoken)\b")
WITH_CARPET = lazy(r" (?:on|with) (?:an? |the )?(?:red carpet|(?:honou?r )?guard|flowers|bouquet)")
FORWARD = lazy(r"\bforward to (?:\w+ )?$")
OWNERS = ("their", "his", "its", "our", "my", "your")
GREETS = ("receiv", "welcom", "greet")


def read_meetings(page: Page, codebook: Codebook, visits: Sequence[VisitFact]) -> list[MeetingFact]:
    """The meetings of a text between persons of two countries or bodies; those of a visit bear its id."""
    ties = Ties(page, visits)
    rules = codebook.family("meeting")
    found: list[Told] = []
    for index in worth_reading(page, rules, near=FAR_FROM_PARTY):
        start, end = page.spans[index]
        if page.clean[end - 1] == "?" or (page.is_transcript and "person" not in page.types_in(start, end)):
            continue  # in speech nobody knows who "they" are
        sentence = page.sentence(index)
        every = own_subject(rules.matches(sentence.shadow, sentence.triggers))
        matches = best_by_head([m for m in every if not _owns(page, m)])
        pairs = [(m, told) for m in matches if (told := _told(page, sentence, m, ties, codebook)) is not None]
        for match, told in pairs:
            if not _is_named_by(match, [other for other, _ in pairs]):
                found += _each(told, apart(told.people, match))
    return [_fact(group, page, ties) for group in grouped(found)]


def _each(told: Told, met: Sequence[tuple[Figure, ...]]) -> list[Told]:
    """A telling once for each of the meetings that it tells of; each of these is between two sides."""
    if len(met) == 1:
        return [msgspec.structs.replace(told, people=met[0])]
    kind = None if told.format == "multilateral" else told.format
    lands = [tuple(sorted({f.country for f in people if f.country})) for people in met]
    return [
        msgspec.structs.replace(told, people=people, countries=codes, format=kind)
        for people, codes in zip(met, lands, strict=True)
    ]


def _owns(page: Page, match: Match) -> bool:
    """Whether its other side is no person: "met Penn with their talks expected to …", "met with his party"."""
    items = match.items("two")
    return len(items) == 1 and items[0].type == "pronoun" and page.low[items[0].start : items[0].end] in OWNERS


def _is_named_by(match: Match, matches: Sequence[Match]) -> bool:
    """Whether it is nobody's by its own words, and stands in those of a match that names who met, or goes on "with"."""
    if match.rule.gives.get("wants") != "visit":
        return False
    others = [o for o in matches if o is not match]
    goes_on = match.shadow.text.startswith(" with ", match.end) and any(o.start < match.end < o.end for o in others)
    named = (o for o in others if o.rule.gives.get("wants") != "visit")
    return goes_on or any(o.start < match.start and match.end <= o.end for o in named)


def _told(page: Page, sentence: Sentence, match: Match, ties: Ties, codebook: Codebook) -> Told | None:
    effects = codebook.scope.read(match.shadow, match.head, match.head + len(match.head_text))
    if "negated" in effects or ({"conditional", "wished"} & effects.keys() and is_unsure(match)):
        return None
    if NOT_PLANNED.match(match.shadow.text, match.end):
        return None
    greets = match.head_text.startswith(GREETS) or WITH_CARPET.match(match.shadow.text, match.end) is not None
    if greets and AT_AIRPORT.search(page.clean, sentence.start, sentence.end):
        return None  # a greeting on arrival is a courtesy
    if FORWARD.search(match.shadow.text, 0, match.head):
        return None  # "looked forward to receiving him"
    people, more = attendance(page, sentence, match, ties)
    people = tuple(dict.fromkeys(not_the_wife(sentence, figure, page.clean) for figure in people))
    countries = tuple(sorted({f.country for f in people if f.country} | more))
    if len(countries) < 2 or not people:
        return None
    when = day_told(page, sentence, match, effects)
    start, end = match.span()
    return Told(
        start=start,
        end=end,
        sentence=sentence.index,
        rule=match.rule.id,
        people=people,
        countries=countries,
        when=when,
        venue=_venue(sentence, match),
        format=format_of(match, countries),
        spoken=is_only_spoken(match),
        status=_status(page, match, effects, when),
        long_ago=_is_old(page, when, ties) or _was_the_last(match),
    )


def _was_the_last(match: Match) -> bool:
    """Whether it is of the last time before this one: "the two last met in May"."""
    return match.head_text in HELD and LAST_MET.search(match.shadow.text, 0, match.head) is not None


def _is_old(page: Page, when: Span | None, ties: Ties) -> bool:
    """Whether it was long before the text, and the main visit, whose day is known, was not then."""
    today, known = page.today(), [v for v in ties.main if v.when and len(v.when) >= len("2023-12-04")]
    if today is None or when is None or not known or (today.first - when.last).days <= OLD:
        return False
    return not any(during(visit, when) for visit in known)


def _status(page: Page, match: Match, effects: Mapping[str, object], when: Span | None) -> Status | None:
    today = page.today()
    if "cancelled" in effects:
        return "cancelled"
    if match.rule.gives.get("wants") == "title" or PAST.search(match.shadow.text, match.start, match.end):
        return "completed"
    if when is not None and today is not None and when.first > today.first:
        return "planned"
    planned = "planned" in effects
    if planned and when is not None and today is not None and when.last < today.first:
        return "completed"
    if planned:
        return "planned"
    return "completed" if match.head_text in HELD or (when and today and when.last < today.first) else None


def _venue(sentence: Sentence, match: Match) -> Spot | None:
    """The building in the match or close around it; one before it only where it is said to be there."""
    text = sentence.shadow.text
    near = [
        (at < match.start, item)
        for at, item in sentence.shadow.items.items()
        if item.type == "venue"
        and match.start - 40 <= at < match.end + 40
        and (at >= match.start or (VENUE.search(text, 0, at) and not AHEAD.search(text, at, match.head)))
    ]
    spots = [item.value for _, item in sorted(near, key=lambda pair: pair[0]) if isinstance(item.value, Spot)]
    return spots[0] if spots else None


def _fact(group: Sequence[Told], page: Page, ties: Ties) -> MeetingFact:
    fullest = max(group, key=lambda t: sum(f.name is not None for f in t.people))
    spans = [t.when for t in group if t.when is not None]
    when = min(spans, key=lambda s: s.last - s.first) if spans else None
    formats = [t.format for t in group if t.format]
    visit = _visit(group, when, ties)
    status = next((t.status for t in group if t.status), None)
    if visit is None and falls_through(page, group, when, ties):
        status = "cancelled"
    return MeetingFact(
        evidence=tuple(page.text.span(*quote) for quote in dict.fromkeys((t.start, t.end) for t in group)),
        rule=group[0].rule,
        visit=visit.id if visit else None,
        participants=tuple(f.person() for f in fullest.people),
        countries=fullest.countries,
        date=_edtf(when) or (None if any(t.long_ago for t in group) else day_of(page, visit, status)),
        venue=next((t.venue.name for t in group if t.venue), None),
        format="call" if "call" in formats else formats[0] if formats else of_two_sides(group, visit),  # type: ignore[arg-type]
        status=status,
    )


def _edtf(when: Span | None) -> str | None:
    if when is None:
        return None
    return f"{when.edtf}/{when.end}" if when.end else when.edtf


def _visit(group: Sequence[Told], when: Span | None, ties: Ties) -> VisitFact | None:
    """The visit during which it took place: the guest took part, not at a distance nor at odds in date."""
    one = group[0]
    if any(t.format in ("call", "sidelines") for t in group):
        return None
    places = {t.venue.country for t in group if t.venue}
    found = [
        visit
        for visit in (*ties.main, *(v for v in ties.visits if v not in ties.main))
        if visit.guest_country in one.countries
        and during(visit, when)
        and {one.status, visit.status} not in ({"planned", "completed"}, {"planned", "cancelled"})
        and visit.host_country in (places or set(one.countries))
    ]
    return (of_that_month(found, when) or found[0]) if found else None
