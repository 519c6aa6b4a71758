"""Turns the TOML files of one language into a checked Codebook; a broken rule names its file, its id and its fault.

`words.toml` holds irregular forms, macros and scope cues; every other file is a family of rules:

    family = "visit"
    [slots]
    guest = ["person", "pronoun"]
    [gives]
    mention = ["background"]
    [[rule]]
    id = "active"
    trigger = ["visit"]
    pattern = "{guest} ^<visit> {dest}"
    gives = { mention = "background" }
    yes = ["Arlo Penn visited Vesta."]
    no = ["Arlo Penn visited the website."]
    source = "DOMAIN 1"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from communique.codebook.files import folder_of, parsed
from communique.codebook.words import Words
from communique.errors import CodebookError
from communique.grammar import Alphabet, Asides, Cue, Rule, RuleSet, ScopeReader
from communique.grammar.plan import PatternError
from communique.grammar.rule import Vocabulary

T = TypeVar("T")
LETTERS = Alphabet(
    (
        "person", "country", "demonym", "city", "venue", "body", "event", "date",
        "office", "name", "group", "pronoun", "there",
    ),
    passable=("date", "demonym"),
)  # fmt: skip


class RuleRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule as it stands in the file."""

    id: str
    trigger: tuple[str, ...]
    pattern: str | tuple[str, ...]
    gives: dict[str, str] = {}
    weight: int = 0
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    source: str


class FamilyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One family file; `gives`: the keys that its rules may give, each with its values (none: any)."""

    family: str
    about: str = ""
    slots: dict[str, tuple[str, ...]] = {}
    gives: dict[str, tuple[str, ...]] = {}
    macros: dict[str, str] = {}
    rule: tuple[RuleRow, ...] = ()


class AsideRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands aside in a clause, as it stands in the file; `reads`: sentences, and as what each is read."""

    id: str
    words: str
    reads: tuple[tuple[str, str], ...]


class WordsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`words.toml`."""

    forms: dict[str, tuple[str, ...]] = {}
    macros: dict[str, str] = {}
    stops: str
    aside: tuple[AsideRow, ...] = ()
    cue: tuple[Cue, ...] = ()


class Codebook:
    """All rules of one language, by family, with its words and scope cues."""

    def __init__(
        self, language: str, words: Words, rules: tuple[Rule, ...], scope: ScopeReader, asides: Asides
    ) -> None:
        self.language = language
        self.words = words
        self.rules = rules
        self.scope = scope
        self.asides = asides
        self._families: dict[str, RuleSet] = {}

    def family(self, *names: str) -> RuleSet:
        """The rules of these families together."""
        key = "+".join(names)
        if key not in self._families:
            self._families[key] = RuleSet((rule for rule in self.rules if rule.family in names), self.asides)
        return self._families[key]

    @property
    def families(self) -> tuple[str, ...]:
        """The names of all families, in the order of their files."""
        return tuple(dict.fromkeys(rule.family for rule in self.rules))

    def rule(self, id_: str) -> Rule | None:
        """The rule of that id, None where there is none."""
        return next((rule for rule in self.rules if rule.id == id_), None)

    def trigger_forms(self) -> Mapping[str, frozenset[str]]:
        """Every written form, lower case, with the triggers that it stands for."""
        found: dict[str, set[str]] = {}
        for trigger in {t for rule in self.rules for t in rule.triggers}:
            for form in self.words.forms(trigger):
                found.setdefault(form, set()).add(trigger)
        return {form: frozenset(triggers) for form, triggers in found.items()}


@cache
def load(language: str = "en") -> Codebook:
    """The codebook that the package brings for a language. Raises CodebookError for a broken or missing one."""
    folder = folder_of(language)
    if not folder.is_dir():
        raise CodebookError(f"codebook: found no rules for language {language!r}, wanted one of: en")
    return read(folder, language)


def read(folder: Traversable, language: str) -> Codebook:
    """The codebook of a folder of TOML files. Raises CodebookError that names the file, the rule and the fault."""
    words_path = folder / "words.toml"
    words_file = _shaped(words_path, parsed(words_path), WordsFile)
    words = Words(words_file.forms)
    rules: list[Rule] = []
    seen: set[str] = set()
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    for file in files:
        raw = parsed(file)
        if "family" not in raw:  # of another shape: words, mentions, fields; each has its own reader
            continue
        family = _shaped(file, raw, FamilyFile)
        macros = {**words_file.macros, **family.macros}
        stamp = blake2b(msgspec.json.encode((words_file.forms, family.slots, macros))).hexdigest()
        vocabulary = Vocabulary(letters=LETTERS, slots=family.slots, forms=words.forms, macros=macros, stamp=stamp)
        for row in family.rule:
            if fault := _unknown(row.gives, family.gives):
                raise CodebookError(f"{file.name}: rule {row.id}: {fault}")
            rule = _rule(row, family.family, vocabulary)
            if rule.id in seen:
                raise CodebookError(f"{file.name}: rule {rule.id}: found a second rule of this id, wanted one")
            seen.add(rule.id)
            rules.append(rule)
    try:
        scope = ScopeReader(words_file.cue, words_file.stops)
        asides = _asides(words_file.aside)
    except re.error as fault:
        raise CodebookError(f"words.toml: cue or aside: {fault}") from fault
    return Codebook(language, words, tuple(rules), scope, asides)


def _asides(rows: tuple[AsideRow, ...]) -> Asides:
    """What stands aside, each expression with the letters of the item types that it names."""
    letters = {name: LETTERS[name] for name in LETTERS.types}
    every = f"[{''.join(letters.values())}]"
    named = re.compile(rf"\{{({'|'.join(letters)}|item)\}}")
    return Asides(named.sub(lambda hit: letters.get(hit[1], every), row.words) for row in rows)


def check(codebook: Codebook) -> list[str]:
    """Every fault of a codebook, one line each: patterns that do not compile, rules without an example or a source."""
    faults = []
    for rule in codebook.rules:
        try:
            _ = rule.regex
        except (PatternError, re.error) as fault:
            faults.append(f"{rule.family}.toml: rule {rule.id}: {fault}")
        if not rule.triggers:
            faults.append(f"{rule.family}.toml: rule {rule.id}: found no trigger, wanted at least one word")
        if not rule.yes:
            faults.append(f"{rule.family}.toml: rule {rule.id}: found no yes sentence, wanted at least one")
        if not rule.source:
            faults.append(f"{rule.family}.toml: rule {rule.id}: found no source")
    return faults


def _unknown(given: Mapping[str, str], known: Mapping[str, tuple[str, ...]]) -> str | None:
    """What is wrong with what a rule gives: a key or a value that its file does not name; None where nothing is."""
    for key, value in given.items():
        if key not in known:
            return f"gives: found the key {key!r}, wanted one of: {', '.join(known)}"
        if known[key] and value not in known[key]:
            return f"gives: found {key} = {value!r}, wanted one of: {', '.join(known[key])}"
    return None


def _rule(row: RuleRow, family: str, vocabulary: Vocabulary) -> Rule:
    pattern = row.pattern if isinstance(row.pattern, str) else "(" + "|".join(row.pattern) + ")"
    return Rule(
        id=f"{family}.{row.id}",
        family=family,
        triggers=row.trigger,
        pattern=pattern,
        vocabulary=vocabulary,
        gives=row.gives,
        weight=row.weight,
        yes=row.yes,
        no=row.no,
        source=row.source,
    )


def _shaped(file: Traversable, raw: dict[str, Any], shape: type[T]) -> T:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as fault:
        at = re.search(r"rule\[(\d+)\]", str(fault))
        row = raw["rule"][int(at[1])] if at else None
        name = f"rule {row.get('id', '?')}: " if isinstance(row, dict) else ""
        raise CodebookError(f"{file.name}: {name}{fault}") from fault
