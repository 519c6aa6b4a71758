"""Turns facts into the short phrases that people read: names for codes, words for values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from rich.cells import cell_len, set_cell_size

from communique import knowledge
from communique.records import (
    AgreementFact,
    AnyFact,
    AssessmentFact,
    CommitmentFact,
    Evidence,
    MeetingFact,
    Person,
    ProtocolFact,
    RelationshipFact,
    StanceFact,
    VisitFact,
)

PROPER = {
    *("taiwan", "xinjiang", "tibet", "hong_kong", "ukraine", "palestine", "kashmir", "south_china_sea"),
    *("indo_pacific", "belt_and_road", "one_china"),
}  # issues whose names have capitals
MATTERS = {
    *(
        "taiwan",
        "xinjiang",
        "tibet",
        "hong_kong",
        "ukraine",
        "palestine",
        "kashmir",
        "south_china_sea",
        "korean_peninsula",
    ),
    *("iran_nuclear", "territorial_dispute", "indo_pacific", "migration", "history"),
}  # issues that one speaks on and is not for or against as such
STANDS = {"support": "in favour", "oppose": "against", "neutral": "neutral", None: "in favour and against"}
_PAIRS = {"science_technology", "media_film", "labour_social", "consular_migration", "peace_security"}
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # set the direction of writing, and so hide an order of words
CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029, *_TURNS], " ")
FIELDS = {"kind": "visit_kind", "guest_office": "guest", "host_office": "host"}  # of a fact, by a visit's attribute
STRENGTHS = {6: "done", 5: "firm duty", 4: "agreed", 3: "intent", 2: "support", 1: "endorse"}
INSTRUMENTS = {"mou": "memorandum of understanding", "other": "document"}  # that are not called by their code
POLARITIES = {
    "support": ("supports", "support"),
    "oppose": ("opposes", "oppose"),
    "neutral": ("is neutral", "are neutral"),
}


def name(code: str | None) -> str:
    """The name of a country or body; the code itself where the knowledge files have none, "?" for None."""
    if code is None:
        return "?"
    known = knowledge.load()
    found = known.country(code) or known.body(code)
    return found.name if found else code


def names(codes: Iterable[str]) -> str:
    """The names of countries and bodies, in their order."""
    return ", ".join(map(name, codes))


def plain(code: str) -> str:
    """A value of the contract as words: "airport_greeting" is "airport greeting"."""
    return code.replace("_", " ")


def field_name(code: str) -> str:
    """A field of cooperation in words: "science and technology"."""
    return code.replace("_", " and ") if code in _PAIRS else plain(code)


def quoted(evidence: Sequence[Evidence], room: int) -> str:
    """The words of a fact on one line, in quotation marks, at most `room` characters of them."""
    return shortened(joined(evidence), room)


def joined(evidence: Sequence[Evidence]) -> str:
    """The words of a fact in their order, each once, with … between the pieces."""
    return " … ".join(dict.fromkeys(words.quote for words in evidence))


def evidence_of(fact: AnyFact, attributes: Iterable[str]) -> tuple[Evidence, ...]:
    """The words of a fact that give some attributes of its visit; all its words where none is known to."""
    fields = {FIELDS.get(one, one) for one in attributes}
    fields |= {"under_way"} if "start" in fields else set()  # a fact has the one or the other
    return tuple(words for words in fact.evidence if not fields.isdisjoint(words.of)) or fact.evidence


def shortened(words: str, room: int) -> str:
    """The words in quotation marks on one line, their end replaced by … where there are more."""
    words = " ".join(words.split())
    return f"“{words if len(words) <= room else words[: room - 1].rstrip(' …') + '…'}”"


def fitted(words: str, room: int) -> str:
    """Words cut to so many columns, with … for the rest; a closing quotation mark stays."""
    if cell_len(words) <= room:
        return words
    mark = "”" if words.endswith("”") else ""
    return set_cell_size(words, max(0, room - 1 - len(mark))).rstrip(" …") + "…" + mark


def person_name(person: Person | None, country: str | None = None) -> str:
    """A person with the country in brackets; the office where no name is known; else the country."""
    country = (person and person.country) or country
    who = person and (person.name or (person.office and "the " + plain(person.office)))
    if not who:
        return name(country)
    return f"{who} ({name(country)})" if country else who


def issue_words(issue: str, text: str | None = None) -> str:
    """An issue in words, with the capitals of names; in a text's own where it has no code."""
    said = text or plain(issue)
    return said.title().replace(" And ", " and ") if issue in PROPER else said


def issue_name(fact: StanceFact) -> str:
    """The issue of a stance, in the text's own words where it has no code."""
    return issue_words(fact.issue, fact.issue_text if fact.issue == "other" else None)


def stance_side(fact: StanceFact) -> str:
    """Who takes the stance, which way, and toward whom."""
    one, many = POLARITIES[fact.polarity]
    return f"{names(fact.holder) or '?'} {many if len(fact.holder) > 1 else one}" + (
        f" {'toward ' if fact.polarity == 'neutral' else ''}{name(fact.toward)}" if fact.toward else ""
    )


def printable(words: str) -> str:
    """The words with a space for each line end, control character and change of direction of writing: a text must not
    steer the terminal, nor show its words in another order.
    """
    return words.translate(CONTROLS)


def visit_title(visit: VisitFact) -> str:
    """Who → whom, where."""
    host = visit.host.name if visit.host else None
    place = visit.place.name if visit.place else None
    country = name(visit.host_country)
    to = ", ".join(filter(None, (host, place)))
    return f"{person_name(visit.guest, visit.guest_country)} → {f'{to} ({country})' if to else country}"


def visit_dates(visit: VisitFact) -> str:
    """Its span as it is known: EDTF with a word for the slash."""
    if visit.start and visit.end and visit.start != visit.end:
        return f"{visit.start} to {visit.end}"
    if visit.under_way and not visit.start:
        return f"under way on {visit.under_way}" + (f", to {visit.end}" if visit.end else "")
    return visit.start or visit.end or "undated"


@singledispatch
def describe(fact: AnyFact) -> str:
    """The key fields of a fact in one phrase, without its words."""
    raise TypeError(f"{type(fact).__name__}: no phrase for it; want a fact")


@describe.register
def _visit(fact: VisitFact) -> str:
    said = (
        visit_title(fact),
        visit_dates(fact),
        fact.visit_kind and f"{plain(fact.visit_kind)} visit",
        fact.status,
        "background" if fact.mention == "background" else None,
    )
    return "; ".join(filter(None, said))


@describe.register
def _protocol(fact: ProtocolFact) -> str:
    rank = f"rank {fact.rank}" if fact.rank is not None else None
    official = person_name(fact.official) if fact.official else None
    said = (official, rank, fact.venue, str(fact.count) if fact.count else None)
    details = ", ".join(filter(None, said))
    return f"{fact.reported:<3} {plain(fact.signal)}" + (f": {details}" if details else "")


@describe.register
def _meeting(fact: MeetingFact) -> str:
    people = [person_name(person) for person in fact.participants]
    others = [code for code in fact.countries if code not in {person.country for person in fact.participants}]
    who = ", ".join(people + [name(code) for code in others])
    return "; ".join(filter(None, (who, fact.format and plain(fact.format), fact.date, fact.venue, fact.status)))


@describe.register
def _agreement(fact: AgreementFact) -> str:
    many = f"{fact.count} × " if fact.count and fact.count > 1 else ""
    what = fact.title or many + INSTRUMENTS.get(fact.instrument or "other", plain(fact.instrument or ""))
    said = (what, names(fact.parties), fact.status and plain(fact.status), ", ".join(map(field_name, fact.fields)))
    return "; ".join(filter(None, said))


@describe.register
def _relationship(fact: RelationshipFact) -> str:
    return "; ".join(filter(None, (fact.label, names(fact.parties), fact.change)))


@describe.register
def _stance(fact: StanceFact) -> str:
    return f"{issue_name(fact)}: {stance_side(fact)}"


@describe.register
def _commitment(fact: CommitmentFact) -> str:
    fields = ", ".join(map(field_name, fact.fields)) or "no field"
    strength = f"{fact.strength} {STRENGTHS.get(fact.strength, '')}".strip()
    return f"{strength}; {names(fact.parties) or '?'}; {fields}: {fact.action}"


@describe.register
def _assessment(fact: AssessmentFact) -> str:
    about = f" about {name(fact.about)}" if fact.about else ""
    return f"{name(fact.holder)}: {fact.claim}{about}"
