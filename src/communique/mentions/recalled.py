"""Turns a name that no scan finds, "Felipe" after "King Felipe", into the one whom the text called so before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from communique.grammar import lazy
from communique.knowledge.names import FAMILY_FIRST
from communique.mentions.naming import fits_office

if TYPE_CHECKING:
    from communique.grammar import Shadow
    from communique.mentions.people import Figure

Known = TypeVar("Known")

RULER = lazy(
    r"^(?:king|queen|pope|(?:crown )?princ(?:e|ess)|duke|duchess|emperor|empress|sultan|emir|amir|grand duke)\b"
)
TITLE = lazy(
    r"^(?:(?:His|Her) (?:Majesty|Highness|Holiness) )?"
    r"(?:King|Queen|Pope|(?:Crown )?Princ(?:e|ess)|Emperor|Empress|Sultan|Emir|Amir|Sheikh) "
)
GIVEN_TITLE = lazy(r"\b(?:Sheikha?|Shaikha?|Sheik|Sayyida?) $")
SURNAME = lazy(r"[A-ZÀ-Þ][a-zß-ÿĀ-ž'’-]{2,}(?:[A-Z][a-z]+)?")
AFFAIRS = (  # the end of an office that was taken for a name: "Minister of Trade, International Cooperation"
    "Affairs", "Cooperation", "Development", "Trade", "Industry", "Integration", "Economy", "Defence", "Defense",
    "Security", "Commerce", "Investment", "Energy", "Finance", "Expatriates", "Planning", "Council",
)  # fmt: skip
WORD = lazy(  # a capitalised word, with the one before it, that no other follows
    r"(?<![\w'’-])(?P<before>[A-ZÀ-Þ][\w'’-]*\.? )?(?P<name>[A-ZÀ-Þ][\w’-]*?)(?![\w-])(?!['’]\w\w)"
    r"(?! (?:[A-ZÀ-Þ]|bin\b|al-|ibn\b))"
)
GIVEN = 5  # letters, from which a given name is nobody else's word
NAMES_TOO = ("Sultan", "Amir", "Emir", "King", "Prince")
SONS = ("bin ", "ibn ")
FATHERS = lazy(r"(?: (?:bin|ibn|[Aa]l|[Ee]l)[ -][\w'’-]+)+")  # of whose house he is, behind a name
BEFORE_NAME = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir When As While After And But Both For In Then That Later With".split()  # noqa: SIM905
)


def bare_names(names: Iterable[str], figure: Figure) -> Iterator[str]:
    """The one word by which a text calls again a ruler ("Felipe"), somebody unlisted ("Shrestha"), or "Jintao"."""
    unlisted = figure.key is None and figure.rank is not None
    for name in names:
        first, last = TITLE.sub("", name).split(" ")[0], name.split(" ")[-1]
        if RULER.search(figure.office or ""):
            yield from (first,) if SURNAME.fullmatch(first) else ()
        elif (given := _given_behind(name, figure)) is not None:
            yield given
        elif unlisted and " " in name and SURNAME.fullmatch(last) and last not in AFFAIRS:
            yield last


def _given_behind(name: str, figure: Figure) -> str | None:
    """The given name that stands behind a family name in two words: "Jintao" of Hu Jintao."""
    family, _, given = name.partition(" ")
    home = (figure.key or "").rpartition("|")[2]
    fits = home in FAMILY_FIRST and (figure.name or "").startswith(family + " ")
    return given if fits and len(given) >= GIVEN and SURNAME.fullmatch(given) else None


def known_lead(text: str, rough: Shadow, start: int, end: int) -> str | None:
    """The ruler's known name with which a longer one begins: "King Hamad" of King Hamad bin Issa Al Khalifa."""
    first = next(iter(rough.items_in(start, end)), None)
    begin, stop = rough.span(start, end)
    if first is None or first.type != "person" or first.start != begin:
        return None
    lead = text[begin : first.end]
    return lead if TITLE.match(lead) and FATHERS.fullmatch(text, first.end, stop) else None


def has_given_title(text: str, rough: Shadow, start: int, name: int) -> bool:
    """Whether a title that goes with a given name stands before a name, in the mention that begins at `start`."""
    return GIVEN_TITLE.search(text, *rough.span(start, name)) is not None


def in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a word that can be an office is a part of somebody's name: "Bandar bin Sultan", "Sultan bin Salman"."""
    word = text[start:end]
    return word in NAMES_TOO and (text.endswith(SONS, 0, start) or text.startswith(SONS, end + 1))


def recalled(text: str, start: int, end: int, bare: Mapping[str, Known]) -> Iterator[tuple[int, int, Known]]:
    """The places of such names in a stretch of text and whom they mean, where they are not part of a longer name."""
    for hit in WORD.finditer(text, start, end) if bare else ():
        known = bare.get(hit["name"])
        if known is not None and (hit["before"] is None or hit["before"].strip() in BEFORE_NAME):
            yield hit.start("name"), hit.end("name"), known


def by_first_name(known: Iterable[Figure], name: str, code: str | None, office: str | None) -> Figure | None:
    """Whom the text has named with this first name and an office that fits, where it is one: "Premier Imran"."""
    if office is None or " " in name:
        return None
    first = name.casefold()
    called = (f for f in known if f.name and f.name.casefold().split(" ")[0] == first)
    found = {f.name: f for f in called if f.office and fits_office(f.office, code, office)}
    return next(iter(found.values())) if len(found) == 1 else None
