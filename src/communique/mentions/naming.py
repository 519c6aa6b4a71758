"""Names of persons and offices as texts write them → whether two are one person's, and the plain words of an office."""

from __future__ import annotations


def one_name(one: str, two: str) -> bool:
    """Whether two names can be one person's: the same last word, or all of one within the other."""
    if surname(one) == surname(two):
        return True
    short, long = sorted((set(one.casefold().split()), set(two.casefold().split())), key=len)
    return len(short) > 1 and short <= long


def may_lengthen(name: str, known: str) -> bool:
    """Whether a longer name than the tables know can be that person's: it holds his first name or its initial."""
    first = known.split(" ", maxsplit=1)[0]
    return name.startswith(first[:2]) or first in name.split(" ")


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
