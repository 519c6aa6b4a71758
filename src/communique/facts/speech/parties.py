"""A page and its visits → the parties: whom "the two sides" means, and whether they speak with one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.facts.speech.gathered import gathered
from communique.facts.speech.jointly import speaks_jointly
from communique.grammar import Item, lazy
from communique.mentions import Page
from communique.mentions.spots import Spot
from communique.records import VisitFact

JOINT = lazy(
    r"(?i)\bjoint\b|\bcommuniqu|\bleaders[’']? (?:\w+ ){0,2}(?:statement|declaration)|\bdeclaration\b"
    r"|\bstatement (?:of|by) the (?:\w+ )?leaders|\bspirit of\b|\bvision statement\b|\broadmap\b"
)
READOUT = lazy(
    r"(?i)\breadout\b|\b(?:meeting|meets|calls?|talks|summit|conversation|speaks|phone)\b.{0,40} with\b"
    r"|\bbilateral\b|\btrilateral\b"
)
TOPIC = lazy(
    r"(?i) (?:(?:with|briefing|briefing of) .*? on|targeting|aimed at) "
)  # what follows in the title of a readout is what was talked about
ABROAD = lazy(  # a readout whose title names no country and is no domestic one
    r"(?i)\breadout\b.*\b(?:(?:european|transatlantic|baltic|nordic|african|caribbean|pacific|indo-pacific|gulf|arab"
    r"|foreign|world|global|regional|eu|g7|g20|nato) (?:(?!islander)\w+ )?(?:leaders|allies|partners|counterparts"
    r"|ministers)|allies and partners|(?:asia|americas|pacific|asean|foreign \w+) summit)\b"
)
SHEET = lazy(r"(?i)fact sheet: (?:\w+ ){0,3}?(?=(?:the )?(?:u\.s\.|united states))")  # those whom it goes on to name
BESIDE = lazy(r"(?i)[\s–-]*(?:,|&|and|–|-|to|of|the|republic)*[\s–-]*(?:(?:and )?the )?")
VOICES = lazy(  # "We, the leaders of …, met", "Today, A, B and C affirm": who they are
    r"(?P<before>[^\n]{0,200}?\b(?i:we)(?:,| the) )?(?:(?!\. [A-Z])[^\n]){20,900}?(?=,? (?:condemn|met"
    r"|meet|gather|convene|affirm|reaffirm|recogni[sz]e|share|welcome|commit|are|today|have|stand|as) |\n|$)"
)
RARELY = 8  # times; a party that is named more often is no passing mention
TOOK_PART = lazy(
    r"\bParticipants in the (?:call|meeting|conference|videoconference) (?:included|were)\b"
    r"|\bJoining [^.;\n]{3,60} (?:on the call|in the meeting|at the meeting) were\b"
)
LISTED = 3  # names that make a first sentence without "we" a list of those who speak
AND = r"(?:,? and |, |,? together with |,? along with | & )(?:the )?"  # between those who do something together
MEETS = lazy(r"(?i)\b(?:visit|meeting|met|talks|summit|received|trip|came|arrived|travel|call|signed)")
TALKS = lazy(r"(?i)\b(?:discuss|talks?\b|phone|telephone|spoke|met\b|meeting|urged|told|agreed|hosted|received)")
ADDRESSED = lazy(r"(?i)\b(?:call(?:s|ed|ing)? (?:up)?on|condemn\w*|urg\w+|warn\w*) (?:the )?$")
LEAD = 3  # sentences
OPENING = 1_200  # characters of the body in which a text says who meets whom
BEGINNING = 3_000  # characters of the body that tell whom it is about


class Parties(msgspec.Struct, frozen=True):
    """Those who meet: country and body codes in order of the alphabet; `joint` where the text is a statement of all."""

    codes: tuple[str, ...]
    joint: bool = False


def parties_of(page: Page, visits: Sequence[VisitFact], met: Sequence[str] = ()) -> Parties | None:
    """Whom "the two sides" means; None where the text tells of no meeting of states.

    Whom the title of a joint statement names; else the two countries of the main visit, with the others who are said
    to meet there; else whom the title of a readout names; else those who are said to meet; else, where the text opens
    with a meeting, the two that it names most often, if the title names no other and neither is only called on.
    `met`: the countries of the two who were read to meet.
    """
    title = page.clean[: page.text.body_start]
    home = [page.home] if page.home else []
    titled = _named(page, 0, page.text.body_start)
    named = list(dict.fromkeys([*titled, *home]))
    joint = JOINT.search(title) is not None and not page.is_transcript
    if joint and len(named) < 2 and (listed := _voices(page)):
        titled = named = listed
    if joint and len(named) >= 2:
        return _parties(titled if len(titled) >= 2 else named, joint=True)
    readout = READOUT.search(title) is not None and len(named) >= 2
    main = next((v for v in visits if v.mention == "main" and v.status != "cancelled"), None)
    if main and readout and home and page.home not in (main.guest_country, main.host_country):
        main = None  # an office tells of its own meeting, and of the journey of others in it
    joint = joint or speaks_jointly(page)
    several = gathered(page, party_of)
    if main is not None and main.guest_country and main.host_country:
        pair = (main.guest_country, main.host_country)
        return _parties(several if {*pair} < {*several} else _told_of(page, pair, joint=joint), joint=joint)
    if page.is_transcript:
        return None
    if readout:
        topic = TOPIC.search(title)
        met = list(dict.fromkeys([*_named(page, 0, topic.end()), *home])) if topic else named
        return _parties(met, joint=joint) if len(met) >= 2 else None
    if len(sheet := _sheet(page)) >= 2 or (home and ABROAD.search(title)):
        return _parties(sheet or [*home, *_met(page)], joint=False)
    if joint and len(titled) == 1 and page.known.body(titled[0]):
        return _parties(titled, joint=True)  # the statement of a body's leaders is the body's
    return _told(page, titled, several, met, joint=joint)


def _told(
    page: Page, titled: Sequence[str], several: Sequence[str], met: Sequence[str], *, joint: bool
) -> Parties | None:
    """Whom a text without a visit and a readout's title tells of: those who meet, else those whom it names most."""
    if several:
        return _parties(several, joint=joint)
    if met and page.home is None and set(titled) <= set(met):
        return _parties(_told_of(page, (met[0], met[1]), joint=joint), joint=joint)
    most = _most_named(page)
    talked = (_who_talked(page) or met) if len(most) == 2 else ()
    if len({*talked} & {*most}) == 1:
        return _parties(talked, joint=joint)  # the two who talk, and not a third whom they talk of
    clear = len(most) == 2 and set(titled) <= set(most) and not any(_is_addressed(page, code) for code in most)
    return _parties(_told_of(page, (most[0], most[1]), joint=joint), joint=joint) if clear else None


def party_of(page: Page, item: Item) -> str | None:
    """The country or body that a name stands for: a capital for its country, a person for his or hers."""
    value = item.value
    if item.type in ("country", "demonym", "body"):
        return value if isinstance(value, str) else None
    if item.type == "person":
        return value.country if value is not None else None
    if item.type == "city" and isinstance(value, Spot) and value.country:
        capital = page.known.capital(value.country) or ""
        return value.country if value.name and capital.partition(",")[0] == value.name else None
    return None


def _parties(codes: Sequence[str], *, joint: bool) -> Parties:
    return Parties(tuple(sorted(set(codes))), joint)


def main_visit(visits: Sequence[VisitFact], codes: Sequence[str]) -> VisitFact | None:
    """The visit that a text is about: of its main ones that between the parties, else the first."""
    main = [v for v in visits if v.mention == "main"]
    return next((v for v in main if {v.guest_country, v.host_country} == {*codes}), main[0] if main else None)


def often_named(page: Page, codes: Iterable[str]) -> int:
    """How often the one of some countries is named that is named least; a cheap count."""
    rough = Counter(atom.entry.codes[0] for atom in page.scan.atoms if atom.entry.codes)
    return min(rough[code] for code in codes)


def _told_of(page: Page, pair: tuple[str, str], *, joint: bool) -> Sequence[str]:
    """Two countries, or the two that a text names far more often, where one is of both pairs.

    A visit elsewhere that a text only mentions is no visit of those it tells of.
    """
    if joint or page.home is not None:
        return pair
    if often_named(page, pair) > RARELY:
        return pair
    start, end = page.text.body_start, len(page.clean)
    named = Counter(_codes(page, start, end))
    named.update(code for code in _codes(page, start, end, "body") if len(code) != len("CHN"))
    ranked = named.most_common(2)
    least = min(named[code] for code in pair)
    two = [code for code, _ in ranked]
    clear = len(two) == 2 and ranked[1][1] >= max(LISTED, 2 * least)
    return two if clear and not {*two}.isdisjoint(pair) else pair


def _sheet(page: Page) -> list[str]:
    """Those with whose names the title of a fact sheet begins: "FACT SHEET: U.S.-Vesta Partnership"."""
    opening = SHEET.match(page.clean, 0, page.text.body_start)
    if opening is None:
        return []
    named: list[str] = []
    at = opening.end()
    for item in page.sentence(0).of("country", "demonym", "body"):
        if item.start < at:
            continue
        if named and not BESIDE.fullmatch(page.clean, at, item.start):
            break
        named.append(party_of(page, item) or "")
        at = item.end
    return list(dict.fromkeys(filter(None, named)))


def _met(page: Page) -> list[str]:
    """The countries of the persons whom the first sentence of the body names, or one that tells who took part."""
    took_part = (page.sentence(page.index_at(hit.start())) for hit in TOOK_PART.finditer(page.clean))
    sentences = [page.sentence(page.index_at(page.text.body_start)), *took_part]
    persons = [item for one in sentences for item in one.of("person")]
    return [code for item in persons if (code := party_of(page, item)) and not _of_a_body(page, item, code)]


def _of_a_body(page: Page, person: Item, code: str) -> bool:
    """Whether the head of a body has been taken for the head of a country who bears the same name."""
    opening = next(iter(page.atoms_in(person.start, person.end)), None)
    in_body = opening is not None and opening.start == person.start and "body" in opening.entry.refs
    return in_body and len(code) == len("CHN")


def _voices(page: Page) -> list[str]:
    """Those whom the first sentence of a joint statement names as its voices."""
    opening = VOICES.match(page.clean, page.text.body_start)
    named = _named(page, opening.start(), opening.end()) if opening else []
    return named if opening and (opening["before"] or len(named) >= LISTED) else []


def _most_named(page: Page) -> list[str]:
    """The two countries that a text names most often, where it opens with a meeting and names both there.

    Else the two that its beginning speaks of, or whose persons talk.
    """
    start = page.text.body_start
    if page.home is not None or not MEETS.search(page.clean, 0, start + OPENING):
        return []
    named: Counter[str] = Counter()
    for atom in page.scan.atoms:
        for type_ in ("country", "demonym"):
            named.update(atom.entry.refs.get(type_, ())[:1])
    first = set(_named(page, 0, min(len(page.clean), start + OPENING)))
    most = [code for code, _ in named.most_common(4) if code in first][:2]
    return most if len(most) == 2 else _clear_pair(page, min(len(page.clean), start + BEGINNING)) or _who_talked(page)


def _is_addressed(page: Page, code: str) -> bool:
    """Whether a text names a country first as one that is called on or condemned, and not as one that meets."""
    refs = ((atom.start, atom.entry.refs) for atom in page.scan.atoms)
    first = next((at for at, named in refs if code in named.get("country", ())[:1]), None)
    return first is not None and ADDRESSED.search(page.clean, max(0, first - 30), first) is not None


def _who_talked(page: Page) -> list[str]:
    """The countries of the two persons whom one of the first sentences names as talking; empty where there are more."""
    for index in range(page.index_at(page.text.body_start), len(page.spans))[:LEAD]:
        persons = page.sentence(index).of("person")
        codes = list(dict.fromkeys(code for item in persons if (code := party_of(page, item))))
        if len(codes) >= 2:
            return codes if len(codes) == 2 and TALKS.search(page.clean, *page.spans[index]) else []
    return []


def _clear_pair(page: Page, end: int) -> list[str]:
    """The two countries that a beginning speaks of, by persons and capitals too, where no third comes near them."""
    named = Counter(_codes(page, page.text.body_start, end))
    ranked = [*named.most_common(3), ("", 0)]
    clear = len(named) >= 2 and ranked[1][1] >= LISTED and ranked[2][1] * 2 <= ranked[1][1]
    return [code for code, _ in ranked[:2]] if clear else []


def _named(page: Page, start: int, end: int) -> list[str]:
    """The countries and bodies of a stretch, in order, each once."""
    return list(dict.fromkeys(_codes(page, start, end, "body")))


def _codes(page: Page, start: int, end: int, other: str = "city") -> Iterator[str]:
    """The countries of the names in a stretch, in order, as often as they are named; and of one more type of name."""
    several = False  # a body in brackets behind those whose it is says only how they are called
    if end > start:
        for index in range(page.index_at(start), page.index_at(end - 1) + 1):
            for item in page.sentence(index).of("country", "demonym", "person", other):
                code = party_of(page, item)
                bracketed = item.type == "body" and page.clean.startswith("(", item.start - 1)
                if code and item.start < end and not (bracketed and several):
                    yield code
                    several = True
