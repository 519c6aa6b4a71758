"""A royal title without a name → who bears it, and its rank; a person's terms of office → the likeliest meant first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from communique.grammar import lazy
from communique.knowledge import Holder, Knowledge
from communique.knowledge.asking import alike
from communique.mentions.naming import LEADERS, plain_office
from communique.mentions.recalled import RULER

OF_ITS_ALLY = lazy(r"['’]s (?:\w+ )?(?:all(?:y|ies)|neighbou?rs?|rivals?|foes?)\b")  # "the president of Vesta's ally"
OF_ONE_LAND = {  # titles that one country has
    "emperor": "JPN", "empress": "JPN",
    **dict.fromkeys(
        (
            "prince of wales", "duke of cambridge", "duke of sussex", "duke of edinburgh", "duke of york",
            "earl of wessex", "princess royal",
        ),
        "GBR",
    ),
}  # fmt: skip
OF_SERVICE = tuple(  # elsewhere a minister's
    f"{field} secretary"
    for field in (
        "foreign", "home", "defence", "defense", "health", "education", "commerce", "trade", "agriculture", "labour",
        "transport", "culture", "environment", "energy", "justice", "housing",
    )
)  # fmt: skip
JUDGED = ("dictator", "strongman", "autocrat", "ruler")  # what is no office, of whoever leads a country
UNSAID = (*LEADERS, "counterpart")  # words of an office that are not how it is called
AGAIN = {"premier": "prime minister", "monarch": "king"}  # what a text calls again whom it called so
CROWNS = ("king", "queen", "emperor", "prince")  # a queen may be a king's wife
ALSO = {  # "top diplomat" where no party has one above him; the king of Malaysia
    "foreign_affairs_office_director": "foreign_minister",
    "king": "yang_di_pertuan_agong",
}
ROYALS = "prince_royal"  # the office of all of a family, each with a title of his or her own
CUSTODIAN = "Custodian of the Two Holy Mosques"  # what the king of Saudi Arabia is called
REIGNING = ("MCO", "LIE")  # where a prince is head of state
LOCAL = ("senator", "congressman", "congresswoman", "representative", "delegate", "mayor", "councillor", "assemblyman")
GONE = 4  # years after which somebody who left is not called by his surname and an office that he never held
COUPLES = (" and duchess", " and princess", " and countess")


def land_of(office: str, home: str | None) -> str | None:
    """The country of an office that one country has, the author's of a senator's or a mayor's; None of others."""
    return home if office in LOCAL else OF_ONE_LAND.get(office)


def code_of(known: Knowledge, office: str) -> str | None:
    """The code of an office that stands with a name; who is judged, "dictator Penn", is a leader."""
    return "leader" if plain_office(office) in JUDGED else known.office_code(office)


def is_another(holder: Holder, name: str, office: str | None, code: str | None) -> bool:
    """Whether a ruler called by one name is not he who only has it as his family name: "Sultan Ibrahim".

    Nor is "Senator Brown" the premier of that surname.
    """
    if office is not None and plain_office(office) in LOCAL and " " not in name:
        return holder.office != code
    ruler = office is not None and RULER.search(office.casefold()) is not None
    own = holder.office == code or name in holder.aliases or holder.name.startswith(name[:2])
    return ruler and " " not in name and not own


def lately(
    holders: tuple[Holder, ...], name: str, code: str | None, day: str | None, *, former: bool
) -> tuple[Holder, ...]:
    """Those whom a surname behind an office can mean: not a minister of 1992 by "Governor Baker" of 2021."""
    if code is None or day is None or former or " " in name:
        return holders
    since = f"{int(day[:4]) - GONE:04}"
    fit = {h.person for h in holders if h.office == code or h.last is None or h.last >= since}
    return tuple(holder for holder in holders if holder.person in fit)


def of_the_mosques(office: str) -> tuple[str, str] | None:
    """The country and the office of "Custodian of the Two Holy Mosques, King"; None of any other office."""
    if not office.startswith(CUSTODIAN):
        return None
    return "SAU", office.removeprefix(CUSTODIAN).strip(" ,") or "King"


def is_of_service(office: str, country: str | None) -> bool:
    """Whether an office that elsewhere is a minister's is that of the first of a country's civil servants."""
    return office.endswith(OF_SERVICE) and country in ("IND", "PAK", "BGD", "NPL", "LKA", "MDV", "BTN")


def is_called(bearer: str | None, name: str, office: str) -> bool:
    """Whether he who holds an office is meant by a name: his own and more, or a part of it with a title of one land."""
    own = (bearer or "").split()
    longer = len(own) > 1 and set(own) < set(name.split())  # "Abdulla Yameen Abdul Gayoom"
    return longer or (office in OF_ONE_LAND and name in own)  # "William, the Prince of Wales"


def single(title: str) -> str:
    """The title of him who is named first: "duke of sussex" of "duke and duchess of sussex"."""
    for also in COUPLES:
        title = title.replace(also, "")
    return title


def bearers(holders: Iterable[Holder], title: str) -> tuple[Holder, ...]:
    """Those of a family who bear this very title, where each has one of his own; all who hold another office."""
    return tuple(h for h in holders if h.office != ROYALS or h.title.casefold() == title)


def codes_of(code: str, *, told: bool) -> tuple[str, ...]:
    """The offices that a word for one can mean, itself first; `told`: the words name its country as well.

    "The Chinese prime minister" is the premier.
    """
    return (code, ALSO.get(code, code), *(alike(code) if told and code not in CROWNS else ()))


def rank_of(known: Knowledge, office: str, country: str | None) -> int | None:
    """The rank of an office; none of a prince who is not head of state."""
    plain = office.casefold()
    return None if plain == "prince" and country not in REIGNING else known.rank_of(office)


def by_title(name: str, found: tuple[Holder, ...], holds: Callable[[Holder], bool]) -> tuple[Holder, ...]:
    """Those whom a name can mean, whoever is crown prince on the day first where it calls him so."""
    if not name.startswith("Crown Prince "):
        return found
    return tuple(sorted(found, key=lambda holder: not (holder.office == "crown_prince" and holds(holder))))


def in_order(holder: Holder, terms: Iterable[Holder], holds: Callable[[Holder], bool]) -> list[Holder]:
    """All terms of a person: those of the day first, at home before abroad, at the head before elsewhere."""
    home = holder.person.rpartition("|")[2]
    held = holds(holder)
    return sorted(
        terms,
        key=lambda t: (
            held and not holds(t),
            t.office == "co_prince",  # a second office: the president of France is a prince of Andorra
            t.country != home,
            not held and t is not holder,
            "head" not in t.role,
            t is not holder,
        ),
    )
