"""A code of a language becomes the words of the interface in it: strings, dates, numbers, names of countries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

from communique import knowledge
from communique.publish.wording import name, plain
from communique.visits.days import span_of
from communique.visits.model import Visit

LANGUAGES = {"en": "English", "zh": "中文", "ru": "Русский"}
"""Those that the interface speaks, each by its own name; a new one is a folder of `messages/` and a line here."""

DEFAULT = "en"
_LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN", "ru": "ru_RU"}
_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})  # of a message that counts something
_REMEMBERED = 20_000  # numbers and dates in words: to write one anew costs as much as ten lines of a page
_SHAPES = {"day": "yMMMd", "month": "yMMMM", "year": "y"}


class Words:
    """The interface in one language. Made once for each; never changes."""

    def __init__(self, language: str) -> None:
        """Raises: KeyError: the interface does not speak it."""
        self.language = language
        self.locale = Locale.parse(_LOCALES[language])
        self.tag = self.locale.language if language != "zh" else "zh-Hans"
        self._messages = messages(language)

    def __call__(self, key: str, /, **filled: object) -> str:
        """The message of that key with its slots filled; of one with plural forms, that for the number `n`.

        Raises: KeyError: no message has that key, or a slot of it is not filled.
        """
        found, number = self._messages[key], filled.get("n")
        if isinstance(found, Mapping):
            form = _form(self.language, number) if isinstance(number, int) else "other"
            found = found.get(form) or found["other"]
        if isinstance(number, int):
            filled["n"] = self.number(number)
        return found.format_map(filled) if filled else found

    def has(self, key: str) -> bool:
        """Whether there is a message of that key."""
        return key in self._messages

    def code(self, group: str, code: str | None) -> str:
        """A code of the contract in words: those of `codes.toml` under its group, else the code with spaces."""
        if code is None:
            return "—"
        found = self._messages.get(f"codes.{group}.{code.replace(' ', '_')}")
        return found if isinstance(found, str) else plain(code)

    def country(self, code: str | None) -> str:
        """The name of a country in this language; of a body, or where the tables have none, the English one."""
        return _country(self.language, code)

    def number(self, value: int | float) -> str:
        """A number with the digits grouped as the language groups them."""
        return _number(self.language, value)

    def day(self, edtf: str | None) -> str:
        """A date as precise as it is known: a day, a month or a year; "about" where it is approximate."""
        if edtf and "/" in edtf:
            return self.days(*edtf.split("/", 1))
        span = span_of(edtf)
        if span is None:
            return edtf or self("dates.unknown")
        said = _spelt(self.language, date.fromordinal(span.first), span.precision)
        return self("dates.about", day=said) if span.approximate else said

    def days(self, start: str | None, end: str | None) -> str:
        """The days from one to another, with what they share said once."""
        first, last = span_of(start), span_of(end)
        if first is None or last is None or start == end:
            return self.day(start or end)
        if first.precision != "day" or last.precision != "day" or first.approximate or last.approximate:
            return f"{self.day(start)} – {self.day(end)}"
        return _interval(self.language, date.fromordinal(first.first), date.fromordinal(last.first))

    def dates(self, visit: Visit) -> str:
        """The days of a visit."""
        return self("dates.unknown") if visit.precision == "unknown" else self.days(visit.start, visit.until)


@cache
def words_of(language: str) -> Words:
    """The words of a language. Raises: KeyError: the interface does not speak it."""
    return Words(language)


@cache
def messages(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """All messages of a language by key: the name of their file, then of each table, then their own."""
    found: dict[str, str | Mapping[str, str]] = {}
    folder = files("communique.web") / "messages" / language
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            _flatten(found, file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8")))
    return found


def chosen(asked: str | None, kept: str | None, accepted: str | None) -> str:
    """The language to speak: asked for in the address, else kept from before, else the first that the browser
    accepts (an Accept-Language header) and the interface speaks, else English.
    """
    for one in (asked, kept):
        if one in LANGUAGES:
            return one
    weighed = [_weighed(part) for part in (accepted or "").split(",")]
    for _, language in sorted(weighed, key=lambda pair: -pair[0]):
        if language in LANGUAGES:
            return language
    return DEFAULT


def _weighed(part: str) -> tuple[float, str]:
    tag, _, weight = part.strip().partition(";q=")
    try:
        return float(weight or 1), tag.split("-")[0].lower()
    except ValueError:
        return 0.0, ""


@lru_cache(_REMEMBERED)
def _country(language: str, code: str | None) -> str:
    found = knowledge.load().country(code) if code else None
    names = {"zh": found.name_zh, "ru": found.name_ru} if found else {}
    return (names.get(language) or "").split("|")[0] or name(code)


@lru_cache(_REMEMBERED)
def _form(language: str, number: int) -> str:
    return words_of(language).locale.plural_form(number)


@lru_cache(_REMEMBERED)
def _number(language: str, value: int | float) -> str:
    return format_decimal(value, locale=words_of(language).locale)


@lru_cache(_REMEMBERED)
def _interval(language: str, begin: date, close: date) -> str:
    return str(format_interval(begin, close, "yMMMd", locale=words_of(language).locale))


@lru_cache(_REMEMBERED)
def _spelt(language: str, day: date, precision: str) -> str:
    locale = words_of(language).locale
    if precision == "day":
        return format_date(day, "medium" if language != "zh" else "long", locale=locale)
    from babel.dates import format_skeleton  # noqa: PLC0415 - beside its one use

    return format_skeleton(_SHAPES[precision], day, locale=locale)


def _flatten(found: dict[str, Any], prefix: str, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if isinstance(value, dict) and not value.keys() <= _FORMS:
            _flatten(found, f"{prefix}.{key}", value)
        else:
            found[f"{prefix}.{key}"] = value
