"""A person's name into the ways it is written in English text: orders, spellings, without diacritics, with titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "MAC", "KHM"})
GIVEN_NAME_CALLED = frozenset({"THA", "ETH", "ERI"})
ENGLISH_GIVEN_NAMES = frozenset({"TWN", "HKG", "SGP"})  # where two words are mostly an English name and a surname
BOTH_ORDERS = FAMILY_FIRST | {"JPN", "HUN", "VNM", "SGP"}
PARTICLES = frozenset(
    "al el bin ibn ben van von der den de da do dos das di del della du la le ter e abu ould al- el-".split()  # noqa: SIM905
)
REGAL_TITLES = {
    "king": ("King",),
    "queen": ("Queen",),
    "emperor": ("Emperor",),
    "emir": ("Emir", "Amir", "Sheikh"),
    "sultan": ("Sultan",),
    "pope": ("Pope",),
    "prince": ("Prince",),
    "crown_prince": ("Crown Prince",),
    "grand_duke": ("Grand Duke",),
}
SPELLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bMoha?mm?[ae]d\b|\bMuhammad\b", ("Mohammed", "Mohammad", "Muhammad", "Mohamed")),
    (r"\b[AaEe]l[- ](?=[A-Z])", ("al-", "Al-", "el-", "El-", "Al ")),
    (r"\b(?:bin|ibn)\b", ("bin", "bin ", "ibn")),
    (r"\bSerge[iy]\b", ("Sergei", "Sergey")),
    (r"\bDmitr(?:y|i|iy|ii)\b", ("Dmitry", "Dmitri", "Dmitriy")),
    (r"\bAle(?:x|ks)e[iy]\b", ("Alexei", "Alexey", "Aleksei")),
    (r"\bAle(?:xand|ksand)(?:e?r)\b", ("Alexander", "Aleksandr", "Aleksander", "Alexandr")),
    (r"\bYur(?:y|i|iy)\b", ("Yuri", "Yury", "Yuriy")),
    (r"\bNikola[iy]\b", ("Nikolai", "Nikolay")),
    (r"\bAndre[iy]\b", ("Andrei", "Andrey")),
    (r"(?<=[a-z]{2}sk)(?:yy|iy|ii|yi|y|i)\b", ("y", "yy", "iy", "yi")),
)
MAX_SPELLINGS = 40  # a name with more has combined particles; the first ones are the common ones
BARE_SINCE = "1990"  # texts are scanned for the bare surnames of people in office since then
_REGAL = re.compile(r"^(?:Pope |King |Queen )?(?P<base>.+?)(?: (?P<number>[IVX]+))?(?:,? (?:Prince )?of .+)?$")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_FOLDS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss",
                        "æ": "ae", "Æ": "Ae", "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "Þ": "Th",
                        "ʻ": "", "ʼ": "'", "’": "'", "‘": "'", "‑": "-"})  # fmt: skip


def fold(text: str) -> str:
    """The text without diacritics and with straight quotes, case kept."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_FOLDS))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def is_latin(text: str) -> bool:
    """Whether the text is written in the Latin script."""
    return bool(_LATIN.match(text))


def full_names(name: str, home: str) -> Iterator[str]:
    """The forms of a full name: as it stands, folded, turned around, hyphenated or not, in other spellings."""
    for form in _orders(name, home):
        yield from _spellings(form)
        if not form.isascii():
            yield from _spellings(fold(form))


def regal_names(name: str, office: str) -> tuple[str, ...]:
    """The forms of a ruler's name: "King Felipe VI", "King Felipe", "Felipe VI"; empty for other offices."""
    titles = REGAL_TITLES.get(office, ())
    match = _REGAL.match(name)
    if not titles or not match:
        return ()
    base, number = match["base"], match["number"]
    stems = [f"{base} {number}", base] if number else [base]
    stems += [base.split(" bin ")[0]] if " bin " in base else []
    forms = [f"{title} {stem}" for stem in stems for title in titles]
    forms += [stems[0]] if number else []
    return tuple(dict.fromkeys(form for written in forms for form in (written, fold(written))))


def surnames(name: str, home: str) -> tuple[str, ...]:
    """The bare names by which a text calls somebody again: "Kishida", "Van der Bellen", "al-Sisi" and "Sisi"."""
    words = re.sub(r",? (?:Jr|Sr)\.?$", "", re.sub(r"\(.*?\)|,.*$| of .+$", "", name)).split()
    if not words:
        return ()
    if _family_stands_first(words, home) or (len(words) > 1 and home in GIVEN_NAME_CALLED):
        found = words[0]
    else:
        first = len(words) - 1
        while first > 1 and words[first - 1].casefold() in PARTICLES:
            first -= 1
        found = " ".join(words[first:])
    forms = [found, re.sub(r"^(?:[AaEe]l[- ]|[Bb]in )", "", found), found[0].upper() + found[1:]]
    return tuple(dict.fromkeys(form for written in forms for form in (written, fold(written)) if len(form) > 1))


def _family_stands_first(words: list[str], home: str) -> bool:
    """Whether the family name stands first, as in "Lai Ching-te" and "Lee Hsien Loong", not in "Joseph Wu"."""
    if home in ENGLISH_GIVEN_NAMES:
        return len(words) == 3 or (len(words) == 2 and "-" in words[1])
    return len(words) > 1 and home in FAMILY_FIRST


def _orders(name: str, home: str) -> Iterable[str]:
    words = name.split()
    yield name
    if len(words) == 2 and home in BOTH_ORDERS:
        yield f"{words[1]} {words[0]}"
    if home in FAMILY_FIRST and "-" in name:
        family, _, given = name.partition(" ")
        first, _, second = given.partition("-")
        yield f"{family} {first.title()} {second.title()}"
        yield f"{family} {first}-{second.title()}"
        yield f"{given} {family}"


def _spellings(name: str) -> Iterator[str]:
    forms = {name: None}
    for pattern, variants in SPELLINGS:
        if not re.search(pattern, name):
            continue
        written = [re.sub(pattern, variant, form) for form in forms for variant in variants]
        forms.update(dict.fromkeys(" ".join(form.split()) for form in written[:MAX_SPELLINGS]))
    yield from forms
