"""Names of persons and offices as texts write them → whether two are one person's, and the plain words of an office."""

from __future__ import annotations

from collections.abc import Callable

from communique.grammar import lazy
from communique.knowledge.names import PARTICLES

FAMILY_FIRST = lazy(r"^([A-Z]{3,}) ([A-Z][a-z-]+)$")  # as Japan's ministry writes names
LEADERS = ("leader", "head_of_state", "head_of_government")
REGAL = lazy(r"^(?:(?:Sultan|King|Emir|Amir|Sheikh|Shaikh|Crown|Prince) )+(?=\w+ bin )")
SON = lazy(r" (?:Bin|Ibn|Bint) ")
HOUSE = lazy(r"\w (?:bin|ibn) ")  # many of one house have its name
THING = lazy(r" (?!Administration\b|Government\b|Cabinet\b|White House\b)[A-Z][a-z]+")
FIRM = lazy(  # what stands behind a name that is a firm's
    r" (?:& (?P<also>[A-ZÀ-Þ][\w'’-]+)|(?P<two>(?:& )?(?:Co|Sons|Partners|Associates|Inc|Corp|LLC|Ltd|plc)\b))"
)
LIKE = 3  # letters that two writings of a first name share
TWO_SURNAMES = frozenset(  # where a second surname may follow the one by which somebody is known
    "ESP PRT BRA AGO MOZ CPV STP GNB GNQ MEX GTM HND SLV NIC CRI PAN CUB DOM COL VEN ECU PER BOL PRY URY ARG CHL AFG "  # noqa: SIM905
    "TLS".split()
)
SUFFIX = lazy(r",? (?:Jr|Sr)\.?$")
AND_THEN = lazy(r"\b[Aa]nd $")
INITIAL = lazy(r"^\w\.(?=\w)")  # "L.Penn"


def without_suffix(name: str) -> str:
    """A name without "Jr." and without an initial that is written in one with it."""
    return SUFFIX.sub("", INITIAL.sub("", name))


def writings(name: str) -> tuple[str, ...]:
    """The ways in which the tables may write a name, the most like it first; the last is its last word alone."""
    plain = SON.sub(lambda m: m[0].lower(), without_suffix(name)).replace(" Al-", " Al ")
    turned = FAMILY_FIRST.sub(lambda m: f"{m[2]} {m[1].title()}", plain)
    bare = REGAL.sub("", plain)
    shorter = bare.rpartition(" bin " if bare.count(" bin ") > 1 else " ")[0]  # without a second surname
    shorter = shorter if " " in shorter else bare
    joined = "-".join(plain.rsplit(" ", 1))  # "Johnson Sirleaf" of Johnson-Sirleaf
    return tuple(dict.fromkeys((turned, name, plain, joined, bare, shorter, plain.split(" ")[-1])))


def is_longer(name: str, key: str, known: Callable[[str], object]) -> bool:
    """Whether a surname stands behind a known name where people have but one: "Scott Morrison Brown".

    Args:
        name: as written.
        key: of the person whom the tables find for it, "Name|CODE".
        known: what the tables know by a name.
    """
    shorter = name.rpartition(" ")[0]
    if " " not in shorter or " bin " in name or key.rpartition("|")[2] in TWO_SURNAMES:
        return False
    return bool(known(shorter)) and not known(without_suffix(name))


def of_a_thing(clean: str, start: int, end: int) -> bool:
    """Whether a thing is named after somebody: "the Madeleine K. Albright Democracy Award", "Johnson & Johnson"."""
    firm, word = FIRM.match(clean, end), clean[start:end]
    if (firm and (firm["two"] or firm["also"] == word)) or clean.endswith(f"{word} & ", 0, start):
        return True
    return " " in clean[start:end] and clean.endswith("the ", 0, start) and THING.match(clean, end) is not None


def one_name(one: str, two: str) -> bool:
    """Whether two names can be one person's: the same last word, or all of one within the other."""
    if surname(one) == surname(two):
        first, second = (REGAL.sub("", name)[:2].casefold() for name in (one, two))
        return first == second or not (HOUSE.search(one) and HOUSE.search(two))
    short, long = sorted((set(one.casefold().split()), set(two.casefold().split())), key=len)
    return len(short) > 1 and short <= long


def beginnings(name: str, surname: str) -> set[str]:
    """How the words of a full name but its surname begin."""
    return {word[:2] for word in name.split() if word != surname}


def share_first(one: str, two: str, surname: str) -> bool:
    """Whether two full names of one surname can be one person's; so can those of which one has no other word."""
    first, second = beginnings(one, surname), beginnings(two, surname)
    return not first or not second or bool(first & second)


def may_lengthen(name: str, known: str) -> bool:
    """Whether a longer name than the tables know can be that person's: it holds his first name or its initial."""
    first, words = known.split(" ", maxsplit=1)[0], name.split(" ")
    if words[-1] == first:
        return False  # it ends in what is his given name
    within = words.index(first) if first in words[:-1] else 0
    alike = name.startswith(first[:LIKE]) or words[0].rstrip(".") == first[:1]
    return alike or (within > 0 and words[within - 1].casefold() not in PARTICLES)


def may_call(name: str, known: str) -> bool:
    """Whether a name can be another writing of one that the tables know: "Jim" of James, "Mehmood" of Mahmood."""
    words, others = name.replace("-", " ").split(), known.replace("-", " ").split()
    if len(words) < 2 or len(others) < 2 or words[-1].casefold() != others[-1].casefold():
        return False
    return words[0][:1] == others[0][:1]


def surname(name: str) -> str:
    """The last word of a name, lower case, without an ordinal or "Jr."."""
    words = [w for w in name.replace(",", " ").split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III", "IV", "VI")]
    return words[-1].casefold() if words else ""


def plain_office(office: str) -> str:
    """An office's words in lower case with single blanks."""
    return " ".join(office.split()).lower()


def former_office(office: str, former: bool) -> str:
    """An office's words, marked where it is held no more."""
    return f"former {office}" if former and not office.startswith("former ") else office


def fits_office(held: str | None, code: str | None, office: str) -> bool:
    """Whether an office that somebody holds is the one spoken of."""
    return code in LEADERS or held is None or plain_office(office) in held or (code or "").replace("_", " ") in held


def is_next(before: str, said: str) -> bool:
    """Whether "then" before an office only goes on: "and then President Penn spoke"; `said`: the words before it."""
    return before.startswith(("then", "Then")) and AND_THEN.search(said) is not None
