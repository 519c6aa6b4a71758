"""A dossier becomes the sections Time and Level: what the record says, with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.analysis import Interval, Part, meetings
from communique.analysis.level import RANKS, office_rank
from communique.publish.dossier import Dossier
from communique.publish.page import Block, Cite, Notes, Section, Statement, Tone
from communique.publish.saying import (
    counted,
    dates,
    day,
    guest_words,
    kind_words,
    ordinal,
    points,
    sentence,
    span_words,
)
from communique.publish.wording import name, names, person_name, plain
from communique.records import AnyFact, ProtocolFact
from communique.visits.model import Attribute, Visit

OF_RANKS = max(rank for rank in RANKS.values() if rank)
GIVEN = {"planned": "In the programme", "cancelled": "In the programme"}  # what nobody has given yet
_LEFT_OUT = 8  # courtesies not mentioned are named up to so many
_PLACED = {"airport_greeting", "send_off", "talks_venue"}  # their place goes without saying, or is said before
_TONES: dict[str, Tone] = {"above": "up", "below": "down", "usual": "plain"}


def time_section(dossier: Dossier, notes: Notes) -> Section:
    """When: days, notice, occasion, number in the year, gaps."""
    found = [*_when(dossier.visit, notes), *_notice(dossier, notes), *_occasion(dossier, notes), *_row(dossier, notes)]
    met = tuple(meeting_statements([one.fact for one in dossier.elsewhere], notes))
    return Section("Time", (Block(None, tuple(found)), *((Block("Met elsewhere before", met),) if met else ())))


def level_section(dossier: Dossier, notes: Notes) -> Section:
    """How high: declared kind, courtesies given and left out, points against the host's own usual."""
    blocks = [Block(None, tuple(declared_statements(dossier.visit, notes)))]
    parts = dossier.level.parts
    facts = {one.fact.id: one.fact for one in dossier.facts if isinstance(one.fact, ProtocolFact)}
    given = [_courtesy(part, facts, notes) for part in parts if part.reported == "yes"]
    absent = [
        Statement(sentence(f"no {part.words}{_usually(part)}."), notes.cite(part.facts), "down")
        for part in parts
        if part.reported == "no"
    ]
    if given:
        blocks.append(Block(GIVEN.get(dossier.visit.status or "", "Given"), tuple(given)))
    if absent:
        blocks.append(Block("Said to be absent", tuple(absent)))
    blocks.append(Block("Measured", tuple(_measure(dossier))))
    return Section("Level", tuple(blocks))


def attribute_cites(visit: Visit, wanted: Sequence[str], notes: Notes) -> tuple[Cite, ...]:
    """The sources of some attributes of a visit; of a date, those that give it exactly, where there are any."""
    found = [attribute for one in wanted if (attribute := visit.attribute(one)) is not None]
    return notes.cite((fact for one in found for fact in _best(one, notes)), of=wanted)


def _weightiest(visit: Visit, wanted: Sequence[str], notes: Notes) -> tuple[Cite, ...]:
    """The weightiest source of the first of these attributes that somebody states."""
    found = next((attribute for one in wanted if (attribute := visit.attribute(one)) is not None), None)
    return notes.cite(_best(found, notes)[:1], of=wanted) if found else ()


def _best(attribute: Attribute, notes: Notes) -> list[str]:
    support = [by.fact for by in attribute.support]
    if attribute.name not in {"start", "end"}:
        return support
    exact = [one for one in support if notes.states(one, attribute.name) == attribute.value]
    return exact or support


def against(attribute: Attribute) -> str:
    """The value that the record accepts and how many independent sources state it: "working (3 sources)"."""
    if attribute.judgement is not None:
        return f"{plain(str(attribute.value))} (set by an editor)"
    return f"{plain(str(attribute.value))} ({counted(attribute.sources, 'source')})"


def meeting_statements(facts: Sequence[AnyFact], notes: Notes) -> Iterator[Statement]:
    """Meetings, each once, with what its tellings give together."""
    for group in meetings(facts):
        first = group[0]
        people = ", ".join(one.name or name(one.country) for one in first.participants) or names(first.countries)
        form = next((fact.format for fact in group if fact.format), None)
        venue = next((fact.venue for fact in group if fact.venue), None)
        details = filter(None, (form and plain(form), venue, first.date and day(first.date)))
        yield Statement("; ".join((people, *details)) + ".", notes.cite(fact.id for fact in group))


def _when(visit: Visit, notes: Notes) -> Iterator[Statement]:
    length = f", {counted(visit.days, 'day')}" if visit.days else ""
    place = f", {visit.place.name}" if visit.place and visit.place.name else ""
    words = f"{dates(visit)}{length}{place}."
    vague = "" if visit.precision == "day" else f" The day is not known: dated to the {visit.precision} only."
    if visit.precision == "unknown":
        vague = " No text dates it."
    yield Statement(sentence(words) + vague, attribute_cites(visit, ("start", "end", "days"), notes))
    if visit.status in {"planned", "cancelled", "ongoing"}:
        yield Statement(f"Status: {visit.status}.", attribute_cites(visit, ("status",), notes))


def _notice(dossier: Dossier, notes: Notes) -> Iterator[Statement]:
    visit, when = dossier.visit, dossier.timing
    sudden = "" if when.is_sudden is None else " It counts as sudden." if when.is_sudden else ""
    if when.notice:
        said = "Announced beforehand" if when.notice == "announced" else "Came unannounced"
        yield Statement(f"{said}, as the texts say.{sudden}", attribute_cites(visit, ("notice",), notes))
        sudden = ""
    if when.announced_on:
        ahead = f", {counted(when.lead_days, 'day')} ahead" if when.lead_days is not None else ""
        words = f"First announced in the texts on {day(when.announced_on)}{ahead}.{sudden}"
        yield Statement(words, attribute_cites(visit, ("announced_on",), notes))
    elif not when.notice:
        yield Statement("No text says whether it was announced.", tone="silent")


def _occasion(dossier: Dossier, notes: Notes) -> Iterator[Statement]:
    visit, when = dossier.visit, dossier.timing
    cites = attribute_cites(visit, ("occasion", "combined_with"), notes)
    if when.occasion == "standalone":
        yield Statement("Stand-alone: tied to no summit or other event.", cites)
    elif when.occasion == "combined" or when.combined_with:
        event = f" with {name(when.combined_with)}" if when.combined_with else " with another event"
        yield Statement(f"Combined{event}.", cites)
    others = [one for one in dossier.tour if one.id != visit.id]
    if others:
        stops = "; ".join(f"{name(one.host_country)}, {dates(one)}" for one in others)
        yield Statement(f"Part of a longer journey: {stops}.")


def _row(dossier: Dossier, notes: Notes) -> Iterator[Statement]:
    visit, when = dossier.visit, dossier.timing
    to = name(visit.host_country)
    if when.number_in_year and visit.first_day:
        words = f"{guest_words(visit)}'s {ordinal(when.number_in_year)} visit to {to} in {visit.first_day[:4]}"
        if when.stated_number and when.stated_number != when.number_in_year:
            words += f" in the record; the texts call it the {ordinal(when.stated_number)}"
        yield Statement(sentence(words) + ".", attribute_cites(visit, ("count_in_year",), notes))
    yield from _gap(dossier, when.since_guest, f"{guest_words(visit)}'s last visit to {to}", notes)
    if when.since_same_way and when.since_same_way != when.since_guest:
        yield from _gap(dossier, when.since_same_way, f"the last visit from {name(visit.guest_country)} to {to}", notes)
    back = f"the last visit from {to} to {name(visit.guest_country)}"
    if when.since_other_way:
        yield from _gap(dossier, when.since_other_way, back, notes)
    else:
        yield Statement(f"The record holds no earlier visit from {to} to {name(visit.guest_country)}.", tone="silent")
    if dossier.rhythm.median_gap is not None and dossier.rhythm.visits > 2:
        rhythm = dossier.rhythm
        span = f"{rhythm.years[0].year} to {rhythm.years[-1].year}"
        words = f"{counted(rhythm.visits, 'visit')} between the two in the record, {span}"
        yield Statement(f"{words}; median gap {rhythm.median_gap:.0f} days.")


def _gap(dossier: Dossier, interval: Interval | None, than: str, notes: Notes) -> Iterator[Statement]:
    if interval is None:
        return
    other = dossier.of(interval.visit)
    which = f" ({kind_words(other)}, {dates(other)})" if other else ""
    cites = _weightiest(dossier.visit, ("start",), notes)
    if other:
        cites += _weightiest(other, ("end", "start"), notes)
    yield Statement(f"{sentence(span_words(interval))} after {than}{which}.", cites)


def declared_statements(visit: Visit, notes: Notes) -> Iterator[Statement]:
    """The declared kind, the office of the guest, the venue of the talks."""
    cites = attribute_cites(visit, ("kind",), notes)
    rank = RANKS[visit.kind] if visit.kind else None
    if visit.kind is None:
        yield Statement("No text declares a kind of visit.", tone="silent")
    elif rank is None:
        yield Statement(f"Declared type: {kind_words(visit)}, which has no rank of ceremony.", cites)
    else:
        yield Statement(f"Declared type: {kind_words(visit)}: {rank} of {OF_RANKS} in rank of ceremony.", cites)
    guest = office_rank(visit)
    if guest is not None and visit.guest.office:
        words = f"The guest came as {plain(visit.guest.office)} (rank {guest} of 6)"
        host = person_name(visit.host, visit.host_country)
        met = f"; the host was {host}" if visit.host.name else ""
        yield Statement(f"{words}{met}.", attribute_cites(visit, ("guest_office", "host"), notes))
    venue = visit.attribute("venue")
    if venue:
        yield Statement(f"Talks at {against(venue)}.", notes.cite(one.fact for one in venue.support))


def courtesy_details(part: Part, facts: Mapping[str, ProtocolFact]) -> list[str]:
    """What the facts of a courtesy tell beside that it was given: who did it, of what rank, how many guns, where."""
    told = [facts[one] for one in part.facts if one in facts]
    official = next(
        (fact.official for fact in told if fact.official and (fact.official.name or fact.official.office)), None
    )
    details: list[str] = []
    if official:
        office = f", {plain(official.office)}" if official.name and official.office else ""
        details.append(f"by {person_name(official)}{office}")
    if part.rank is not None:
        details.append(f"rank {part.rank} of 6")
    if part.count is not None and part.signal == "gun_salute":
        details.append(f"{part.count} guns")
    venue = next((fact.venue for fact in told if fact.venue), None)
    if venue and part.signal not in _PLACED:
        details.append(venue)
    return details


def _courtesy(part: Part, facts: Mapping[str, ProtocolFact], notes: Notes) -> Statement:
    details = courtesy_details(part, facts)
    words = part.words + (f": {', '.join(details)}" if details else "")
    tone: Tone = (
        "plain" if part.usual is None or part.usual == part.least else "up" if part.least > part.usual else "down"
    )
    return Statement(f"{sentence(words)}{_usually(part)}.", notes.cite(part.facts), tone)


def _usually(part: Part) -> str:
    if part.usual is None:
        return ""
    here = f"here {part.least:.1f} of {part.weight:.1f} points"
    return f" ({here}; usual for this host {part.usual:.1f}, of {part.usual_of} visits that tell)"


def _measure(dossier: Dossier) -> Iterator[Statement]:
    yield from measure_statements(dossier)
    silent = [part.words for part in dossier.level.parts if part.reported is None]
    if silent:
        some = ", ".join(silent[:_LEFT_OUT])
        more = f" and {len(silent) - _LEFT_OUT} more" if len(silent) > _LEFT_OUT else ""
        yield Statement(f"Not mentioned, which is not the same as absent: {some}{more}.", tone="silent")


def measure_statements(dossier: Dossier) -> Iterator[Statement]:
    """The points of the protocol, and how they stand to the host's own usual."""
    level = dossier.level
    full = sum(part.weight for part in level.parts)
    yield Statement(f"Protocol by the rubric: {points(level.least, level.most)} of {full:.1f} points.")
    if level.baseline:
        base = level.baseline
        words = {"above": "above", "below": "below", "usual": "about"}[base.verdict]
        yield Statement(
            f"{sentence(words)} the usual of this host for such guests and visits: {level.least:.1f} points against "
            f"a median of {base.median:.1f} over {base.visits} earlier visits ({base.deviation:+.1f}).",
            tone=_TONES[base.verdict],
        )
    elif level.missing:
        yield Statement(f"{sentence(level.missing)}.", tone="silent")
