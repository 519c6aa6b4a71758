"""The tables into every written form that a scan of an English text should find, with what it can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.knowledge.names import BARE_SINCE, fold, full_names, is_latin, regal_names, surnames
from communique.knowledge.tables import Country, Holder, Person, Surface, SurfaceType, Tables

# Forms that would be found everywhere and hardly ever be meant.
NOT_SURNAMES = frozenset(
    "Al Ano Bin Blah Bold Council Don Fall He Hue II III Im Junior Male Man Men N. Note Nova Store Tea Baker Bot "  # noqa: SIM905
    "Butler Cannon Colombo Cook France Gates Gore Lake Lie Mason Mock Peacock Rumor Sharp Shalom Spring Straw "
    "Street Struck Thorn Younger Andrew Alexandre Anthony Antonio António Carlos Christian Christopher David "
    "Edmund Eric Frank Gabriel Henry Jean John Jonathan Joseph Roger Roman Sam Sean Simon Stephen Stuart Thomas "
    "Timothy Vivian William".split()
)
NOT_PLACES = frozenset({"Bayan", "Colon", "Lodge", "PA"})
NOT_EVENTS = frozenset({"summit between two leaders"})
NOT_OFFICES = frozenset({"former"})  # a word beside an office
WEAK_BODIES = frozenset(
    {"Commission", "Council", "the bloc", "the Fund", "the Alliance", "the Commonwealth", "Emirates", "Red Cross"}
)
NOT_BODIES = frozenset({"Brussels"})  # a city: Knowledge.metonym knows that it can speak for the EU
SHARED = {"Korea": ("KOR", "PRK"), "Congo": ("COG", "COD"), "Korean": ("KOR", "PRK"), "Congolese": ("COG", "COD"),
          "Koreans": ("KOR", "PRK")}  # fmt: skip
_ARTICLE = re.compile(
    r"^(?:United|.*\b(?:Republic|Kingdom|Federation|Islands|Emirates|Netherlands|Philippines|Maldives|Bahamas|Gambia|"
    r"Union|States|U\.?S\.?A?\.?|U\.?K\.?|UAE|DRC|DPRK|ROK|PRC|Vatican|Holy See|Comoros|Solomons|Seychelles|Congo)\b)"
)
_TAKES_S = re.compile(
    r"(?:n|ni|[bcdktvz]i|[aeo]r|ot|Turk|Serb|Czech|Croat|Slovak|ene|Dane|Pole|Thai|Kazakh|Uzbek|Tajik)$"
)
_ITEM = re.compile(r"Q\d+")  # a Wikidata item that stands where a name should
_NOT_A_NAME = re.compile(r"[*,(]")


def surfaces(tables: Tables) -> tuple[Surface, ...]:
    """All forms, each with each of its meanings once, sorted; a strong meaning wins over the same one weak."""
    found: dict[tuple[str, SurfaceType, str], bool] = {}
    for surface in _all(tables):
        if len(surface.text) < 2 or not is_latin(surface.text.lstrip("'’0123456789 ")) or _hurts(surface):
            continue
        for text in {surface.text, surface.text.replace("'", "’")}:
            key = (text, surface.type, surface.ref)
            found[key] = found.get(key, True) and surface.weak
    return tuple(Surface(*key, weak) for key, weak in sorted(found.items()))


def _hurts(surface: Surface) -> bool:
    if surface.type == "person":
        return surface.weak and (surface.text in NOT_SURNAMES or bool(_ITEM.fullmatch(surface.text)))
    if surface.type == "event":
        return surface.text in NOT_EVENTS
    return surface.type in ("city", "venue", "country") and surface.text in NOT_PLACES


def _all(tables: Tables) -> Iterator[Surface]:
    current = [country for country in tables.countries if country.status != "historical"]
    taken = {form for country in current for form in _country_forms(country)}
    for country in tables.countries:
        yield from _country(country, set() if country in current else taken)
    yield from _places(tables)
    yield from _bodies(tables)
    yield from _people(tables)
    for office in tables.offices:
        for form in office.forms if office.code not in NOT_OFFICES else ():
            yield from (Surface(text, "office", office.code) for text in _office_forms(form))


def _country(country: Country, taken: set[str]) -> Iterator[Surface]:
    for form in _country_forms(country):
        if form in taken:
            continue
        for ref in SHARED.get(form, (country.iso3,)):
            yield Surface(form, "country", ref)
            if _ARTICLE.match(form):
                yield from (Surface(f"{article} {form}", "country", ref) for article in ("the", "The"))
    for demonym in country.demonyms:
        if country.status == "historical" and demonym == "Burmese":
            continue
        for form in (demonym, *_nationals(demonym)):
            for ref in SHARED.get(form, (country.iso3,)):
                yield from (Surface(text, "demonym", ref) for text in {form, fold(form)})


def _country_forms(country: Country) -> tuple[str, ...]:
    named = [country.name, country.official_name, *country.alternates]
    named = [re.sub(r"^[Tt]he ", "", form) for form in named if not _NOT_A_NAME.search(form)]
    return tuple(dict.fromkeys(text for form in named for text in (form, fold(form), form.replace("&", "and"))))


def _nationals(demonym: str) -> Iterator[str]:
    """The plural noun of a demonym that makes one with -s: "Belarusians", "Israelis", not "Chinese"."""
    if _TAKES_S.search(demonym):
        yield demonym + "s"
    if demonym.endswith("man") and demonym not in {"German", "Omani"}:
        yield demonym[:-3] + "men"


def _places(tables: Tables) -> Iterator[Surface]:
    for country in tables.countries:
        if country.status != "historical":
            for capital in country.capitals:
                yield from (Surface(text, "city", f"{capital}|{country.iso3}") for text in {capital, fold(capital)})
    for city in tables.cities:
        for form in (city.name, *city.aliases):
            yield from (Surface(text, "city", city.ref) for text in {form, fold(form)})
    for venue in tables.venues:
        for form in (re.sub(r" \(.*\)$", "", venue.name), *venue.aliases):
            bare = re.sub(r"^[Tt]he ", "", form)
            yield from (Surface(text, "venue", venue.name) for text in {form, fold(form), bare, fold(bare)})


def _bodies(tables: Tables) -> Iterator[Surface]:
    for body in tables.bodies:
        for form in (body.code, body.name, *body.aliases):
            if form not in NOT_BODIES and not (form == body.code and form not in _SPOKEN_CODES):
                yield Surface(form, "body", body.code, form in WEAK_BODIES)
    for series in tables.series:
        for form in (series.name, *series.aliases):
            yield Surface(form, "event", series.code)
    for event in tables.events:
        if event.series not in {"SUM", "TJS"}:
            yield Surface(re.sub(r" \(.*\)$", "", event.event), "event", event.series)


def _people(tables: Tables) -> Iterator[Surface]:
    terms: dict[str, list[Holder]] = {}
    for holder in tables.holders:
        terms.setdefault(holder.person, []).append(holder)
    for person in tables.persons:
        held = terms.get(person.key, [])
        recent = not held or any((term.last or "9") >= BARE_SINCE for term in held)
        regal = [form for term in held for form in regal_names(person.name, term.office)]
        for text, weak in _person_forms(person, regal):
            if not weak or recent:
                yield Surface(text, "person", person.key, weak)


def _person_forms(person: Person, regal: list[str]) -> Iterator[tuple[str, bool]]:
    home = person.country
    names = [person.name, *(alias for alias in person.aliases if is_latin(alias))]
    for name in names:
        if " " in name:
            yield from ((form, False) for form in full_names(re.sub(r" \(.*\)$", "", name), home))
        else:
            yield from ((form, True) for form in {name, fold(name)})
    yield from ((form, False) for form in regal)
    if not regal:
        yield from ((form, True) for form in surnames(person.name, home))


def _office_forms(form: str) -> Iterable[str]:
    """Lower case, Title Case and as it stands, in singular and plural."""
    if form.isupper():
        return (form, form + "s")
    small = {"of", "the", "for", "to", "and", "on"}
    title = " ".join(w if w in small else w[0].upper() + w[1:] for w in form.split())
    sentence = form[0].upper() + form[1:]
    lower = form if any(word.isupper() for word in form.replace(".", "").split()) else form.lower()
    forms = dict.fromkeys([form, title, sentence, lower])
    hyphenated = re.sub(r"-(\w)", lambda m: "-" + m[1].upper(), title)
    return tuple(dict.fromkeys(text for one in (*forms, hyphenated) for text in (one, _plural(one))))


def _plural(form: str) -> str:
    """The plural of an office, at its head: "chiefs of staff", "commanders-in-chief", "congressmen"."""
    joint = _JOINT.search(form)
    head, rest = (form[: joint.start()], form[joint.start() :]) if joint else (form, "")
    if (head.endswith("s") and not head.endswith("ss")) or form.startswith(("His ", "Her ")) or "(" in form:
        return form
    if head.endswith(("man", "Man")):
        return head[:-2] + "en" + rest
    if head.endswith("y") and head[-2] not in "aeou":
        return head[:-1] + "ies" + rest
    return head + ("es" if head.endswith("s") else "s") + rest


_JOINT = re.compile(r"(?i)[ -](?:of|for|to|in|at)[ -]|[ -]general\b|-designate$")
_SPOKEN_CODES = frozenset(
    "UN UNSC UNGA EU NATO SCO BRICS ASEAN EAEU CIS CSTO G7 G20 G77 APEC AU ECOWAS SADC OPEC IMF WTO WHO UNESCO IAEA "  # noqa: SIM905
    "UNHCR AIIB NDB ADB EBRD GCC OIC OAS CELAC MERCOSUR UNASUR CARICOM QUAD AUKUS SAARC BIMSTEC CICA OTS OECD OSCE "
    "CPTPP RCEP FOCAC CPEC INTERPOL E3 P5 I2U2 EAS ILO FAO".split()
)
