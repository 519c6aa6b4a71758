"""A phrase such as "the Chinese leader" or "former President Obama" and a day → who is meant, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from communique.knowledge.days import bounds, fitness, in_office
from communique.knowledge.tables import Holder, SurfaceType

if TYPE_CHECKING:
    from communique.knowledge.knowledge import Knowledge

Kind: TypeAlias = Literal["place", "person", "office"]

# Offices that one word of a text can mean, as countries differ: "the Chinese prime minister" is the Premier.
FAMILIES = (
    frozenset(
        {"president", "acting_president", "federal_president", "presidency_chair", "president_of_state_affairs"}
    ),
    frozenset(
        {"prime_minister", "premier", "chancellor", "taoiseach", "acting_prime_minister", "council_of_ministers_chair",
         "chief_adviser"}
    ),
    frozenset({"foreign_minister", "secretary_of_state", "foreign_secretary"}),
    frozenset(
        {"king", "queen", "emperor", "emir", "sultan", "prince", "grand_duke", "monarch", "emir/king",
         "yang_di_pertuan_agong"}
    ),
    frozenset({"speaker", "speaker_of_parliament", "speaker_of_the_lower_house", "speaker_of_the_upper_house"}),
    frozenset({"vice_president", "deputy_president"}),
)  # fmt: skip
ONE_PLACE = {
    "pope": "VAT",
    "commission_president": "EU",
    "european_council_president": "EU",
    "au_commission_chair": "AU",
    "high_representative": "EU",
    "taoiseach": "IRL",
}
_LEADER = re.compile(r"\bleaders?\b", re.I)
_HEAD = re.compile(r"\bheads? of (state|government)\b", re.I)
_FORMER = re.compile(r"\b(?:former|then|late|outgoing|past)\b|\bex\b", re.I)
_PLACES: tuple[SurfaceType, ...] = ("country", "demonym", "body", "city", "venue")
_ROLE_WORDS = {"state": "head_of_state", "government": "head_of_government"}


def alike(code: str) -> tuple[str, ...]:
    """The other offices that a word for one can mean, as countries differ; in order of their codes."""
    return tuple(sorted({other for family in FAMILIES if code in family for other in family} - {code}))


class Answer(msgspec.Struct, frozen=True):
    """Somebody that a phrase can mean, in the office held from `start` to `end`, both inclusive; None: it goes on.

    `source` is that of the row, `why` says in words how the phrase leads to it.
    """

    person: str
    office: str
    country: str
    start: str
    end: str | None
    source: str
    why: str

    def __str__(self) -> str:
        """One line for a reader."""
        term = f"{self.start} to {self.end}" if self.end else f"since {self.start}"
        return f"{self.person}, {self.office}, {self.country}, {term}: {self.why} [{self.source}]"


class Parts(msgspec.Struct):
    """What a phrase consists of: the places (codes of countries and bodies), the person keys, the office, the rest."""

    places: list[str] = msgspec.field(default_factory=list)
    people: list[str] = msgspec.field(default_factory=list)
    office: str = ""
    rest: str = ""


def asked(known: Knowledge, phrase: str, on: str | None) -> tuple[Answer, ...]:
    """Whom the phrase means within `on`; empty where nobody is known by it."""
    words = phrase.replace("’", "'").replace("ex-", "ex ").replace("'s", "").strip(' .,"').split()
    former = bool(words and _FORMER.search(" ".join(words[:3])))
    text = " ".join(word for word in words if not _FORMER.fullmatch(word))
    for first in (("place", "person", "office"), ("office", "person", "place")):
        parts = _parts(known, text, first, on)
        answers = {(a.person, a.office, a.country): a for a in _answers(known, parts, on, former=former)}
        if answers:
            return tuple(answers.values())
    return ()


def _parts(known: Knowledge, text: str, order: Sequence[str], on: str | None) -> Parts:
    """The longest known forms of each kind, kind after kind; what none of them takes is the rest."""
    parts = Parts(rest=text)
    for kind in order:
        while found := _longest(known, parts.rest, kind, on):
            form, refs = found
            parts.rest = " ".join(re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", "\x00", parts.rest, count=1).split())
            if kind == "place":
                parts.places += refs
            elif kind == "person":
                parts.people += refs
            else:
                parts.office = form
                break
    return parts


def _longest(known: Knowledge, text: str, kind: str, on: str | None) -> tuple[str, list[str]] | None:
    words = text.split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            form = " ".join(words[start : start + size]).strip(",")
            if refs := list(_refs(known, form, kind, on)):
                return form, refs
    return None


def _refs(known: Knowledge, form: str, kind: str, on: str | None) -> Iterator[str]:
    if kind == "office":
        code = known.office_form(form)
        if code and code not in ("leader", "leaders"):  # whom these mean is no matter of one office
            yield code
        return
    if kind == "person":
        yield from known.bygone(form, on)
    for surface in known.meanings(form):
        if kind == "person" and surface.type == "person":
            yield surface.ref
        elif kind == "place" and surface.type in _PLACES:
            place = known.metonym(form) if surface.type in ("city", "venue") else surface.ref
            if place:
                yield place


def _answers(known: Knowledge, parts: Parts, on: str | None, *, former: bool) -> Iterator[Answer]:
    if parts.people:
        yield from _named(known, parts, on, former=former)
        return
    places = list(dict.fromkeys(parts.places))
    if (leader := _LEADER.search(parts.rest)) and not parts.office:
        for place in places:
            yield from _leading(known, place, on, former=former, every=leader[0].endswith("s"))
    elif head := _HEAD.search(f"{parts.office} {parts.rest}"):
        role = _ROLE_WORDS[head[1].lower()]
        for place in places:
            seats = known.holders(place, role, None if former else on)
            yield from _said(seats, on, former, f"{head[0]} of {place}")
    elif parts.office:
        seat = ONE_PLACE.get(known.office_code(parts.office) or "") or ONE_PLACE.get(parts.office.split()[-1].lower())
        for place in places or ([seat] if seat else []):
            for code in _family(known, parts.office):
                seats = known.holders(place, code, None if former else on)
                yield from _said(seats, on, former, f"{code.replace('_', ' ')} of {place}")


def _named(known: Knowledge, parts: Parts, on: str | None, *, former: bool) -> Iterator[Answer]:
    """The bearers of a name; those who hold the office and are of the place, if any are, before all others."""
    wanted = frozenset(_family(known, parts.office)) if parts.office else frozenset()
    terms = [term for key in dict.fromkeys(parts.people) for term in known.terms(key)]
    terms = [term for term in terms if term.country in parts.places] or terms
    fitting = [term for term in terms if term.office in wanted] or terms
    fitting.sort(key=lambda term: fitness(term, on, None))
    first, final = bounds(on) if on else ("", "~")
    within = [term for term in fitting if in_office(term.start, term.last, first, final)]
    chosen = (fitting if former else within) or fitting
    best: dict[str, Holder] = {}
    for term in chosen:
        best.setdefault(term.person, term)
    for term in best.values():
        why = "named"
        if on and not in_office(term.start, term.last, first, final):
            why += f", in office before {on}" if term.start <= final else f", in office only after {on}"
        elif on:
            why += f", in office on {on}"
        yield _answer(term, why)


def _leading(known: Knowledge, place: str, on: str | None, *, former: bool, every: bool) -> Iterator[Answer]:
    if former:
        now = {term.person for term in known.leaders(place, on)}
        role = next((lead.leads for lead in known.lead(place, on)), None)
        past = known.holders(place, role or next(iter(known.leaders(place, on))).office) if role or now else ()
        yield from _said([term for term in past if term.person not in now], on, True, f"leader of {place}")
        return
    rows = known.lead(place, on)
    why = rows[0].why if rows else "head of state and government, or who governs under a monarch, or head of state"
    found = known.leaders(place, on)
    if on is None and not every and (single := known.leader(place)):
        found = (single,)
    yield from (_answer(term, f"leader of {place}: {why}") for term in found)


def _said(seats: Iterable[Holder], on: str | None, former: bool, why: str) -> Iterator[Answer]:
    """The holders, latest first; `former` ones only where their term was over before `on`."""
    for term in sorted(seats, key=lambda term: term.start, reverse=True):
        if former and (term.last is None or (on is not None and term.last >= on)):
            continue
        when = f" before {on}" if former and on else " formerly" if former else f" on {on}" if on else ""
        yield _answer(term, why + when)


def _family(known: Knowledge, form: str) -> tuple[str, ...]:
    code = known.office_code(form) or ""
    family = next((family for family in FAMILIES if code in family), frozenset())
    return (code, *sorted(family - {code}))


def _answer(term: Holder, why: str) -> Answer:
    return Answer(term.name, term.office, term.country, term.start, term.end, term.source, why)
