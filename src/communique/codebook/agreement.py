"""Turns `agreement.toml` into compiled patterns: the nouns of documents, and what the words around say of them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from communique.codebook.files import read_file
from communique.grammar import lazy


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of document and the nouns that name it."""

    code: str
    words: str


class KnownPaper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A document with a name of its own, and whose it is."""

    words: str
    parties: tuple[str, ...]
    name: str | None = None  # by which it goes here, where it has several


class AgreementWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of what became of a document."""

    never: tuple[str, ...]
    signed: str
    made: str
    told_before: str
    theirs: str
    done: str
    long_ago: str
    issued: str
    pending: str
    bears: str
    kept: str
    recent: str
    no_text: str
    adopted: str
    infinitive: str
    infinitive_before: str
    doubtful_before: str
    talks: str
    in_force: str
    after_in_force: str
    passive: str
    passive_planned: str
    signed_here: str
    naming: str
    listing: str
    of_year: str
    told: str
    elsewhere: str
    of_them: str
    to_be_signed: str
    noted: str
    heading: str
    same: str
    one_of_them: str
    wished: str
    aim: str
    by_then: str
    wants: str
    about: str
    others: str


class AgreementFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`agreement.toml`."""

    instrument: tuple[Instrument, ...]
    known: tuple[KnownPaper, ...]
    words: AgreementWords


class AgreementBook:
    """The words of documents of a language; every pattern reads text in lower case."""

    def __init__(self, file: AgreementFile) -> None:
        words = file.words
        kinds = "|".join(f"(?P<{row.code}>{row.words})" for row in file.instrument)
        self.noun = lazy(rf"(?<![\w-])(?:{kinds}|(?P<same>{words.same}))(?![\w-])")
        self.never = lazy("|".join(rf"\b{re.escape(w)}\b" for w in words.never))
        self.verb = lazy(
            rf"\b(?:(?P<signed>{words.signed})|(?P<made>{words.made})|(?P<told>{words.told_before})"
            rf"|(?P<adopted>{words.adopted})|(?P<infinitive>{words.infinitive}))\b"
        )
        self.infinitive_before = lazy(words.infinitive_before)
        self.doubtful_before = lazy(r"\b" + words.doubtful_before)
        self.talks = lazy(rf"\b(?:{words.talks})(?: (?:on|of|for|towards?|about))?\b")
        self.in_force = lazy(rf"\b{words.in_force}(?: \w+){{0,2}} ?$")
        self.after_in_force = lazy(rf"(?<![, ])[, ]*(?:{words.after_in_force})")
        self.passive = lazy(rf"\b{words.passive}\b")
        self.signed_here = lazy(words.signed_here)
        self.naming = lazy(words.naming)
        self.listing = lazy(words.listing)
        self.of_year = lazy(words.of_year)
        self.told = lazy(rf"(?:,?[\"”]?|, [^,;.]{{2,60}},) {words.told}|[.,;]? *$")
        self.elsewhere = lazy(words.elsewhere)
        self.of_them = lazy(words.of_them)
        self.to_be_signed = lazy(words.to_be_signed)
        self.theirs = lazy(words.theirs)
        self.done = lazy(words.done)
        self.long_ago = lazy(words.long_ago)
        self.issued = lazy(words.issued)
        self.pending = lazy(words.pending)
        self.bears = lazy(words.bears)
        self.kept = lazy(rf"\b{words.kept}[\w’'-]*(?: the| an?| its| their| our){{0,2}} ?$")
        self.recent = lazy(words.recent)
        self.no_text = lazy(words.no_text)
        self.known = lazy("|".join(f"(?P<k{at}>{row.words})" for at, row in enumerate(file.known)))
        self.known_names = {f"k{at}": row.name for at, row in enumerate(file.known)}
        self.known_parties = {f"k{at}": row.parties for at, row in enumerate(file.known)}
        self.noted = lazy(rf"\b{words.noted}")
        self.heading = lazy(words.heading)
        self.one_of_them = lazy(rf"(?:^|(?<=, ))(?:and )?(?P<said>{words.one_of_them})")
        self.wished = lazy(rf"\b{words.wished}")
        self.aim = lazy(words.aim)
        self.by_then = lazy(words.by_then)
        self.wants = lazy(rf"\b{words.wants}")
        self.about = lazy(rf"\b{words.about}\b")
        self.others = lazy(rf"\b(?:{words.others})\b")
        self.passive_planned = lazy(rf"\b{words.passive_planned}\b")


@cache
def load_agreement(language: str = "en") -> AgreementBook:
    """The words of documents of a language. Raises CodebookError where the file is broken."""
    return AgreementBook(read_file("agreement.toml", AgreementFile, language))
