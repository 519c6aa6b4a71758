"""One text's way: document → text → mentions → facts. `read_document` runs it; `why` shows how a fact was read."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from communique import knowledge
from communique.codebook import Codebook, load
from communique.documents import dated, identify, read_headers
from communique.errors import DocumentError
from communique.facts import read_facts
from communique.facts.derivation import derivation
from communique.mentions import Atom, Page, scan
from communique.records import Document, DocumentInfo, Gap, Reading
from communique.text import Text, clean, counts, language

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? "
YEAR = re.compile(rf"(?<![\d/.-])(?:{_MONTH}|\d{{1,2}}[./]\d{{1,2}}[./])((?:19|20)\d\d)(?![\d%]|-\d)")
READS = ("en",)  # languages with a codebook


def read_document(document: Document) -> Reading:
    """All that one text states. The same text gives the same reading, ids included, on every run."""
    info = identify(document)
    page, codebook, info = open_page(document, info)
    if page is None or codebook is None:
        text = _cleaned(document)
        gap = Gap(None, "language", f"no codebook for language {info.language!r}; read are: {', '.join(READS)}")
        unread = info.language not in (None, *READS)
        return Reading(document=info, flaws=text.flaws, gaps=(gap,) if unread else ())
    facts, gaps = read_facts(page, codebook, info)
    return Reading(document=info, facts=facts, flaws=page.text.flaws, gaps=gaps)


def open_page(document: Document, info: DocumentInfo) -> tuple[Page | None, Codebook | None, DocumentInfo]:
    """The page of a document that is worth reading, with its codebook; None for one past the gate.

    The gate: a text without a trigger, or without two countries or bodies, states no visit.
    """
    text = _cleaned(document)
    found = scan(text.clean)
    if not found.triggers or not found.atoms:
        return None, None, _told(info, text)
    home = home_of(document.url)
    if not has_two_parties(found.atoms, home):
        return None, None, _told(info, text)
    info = _told(info, text)
    if info.language not in (None, *READS):
        return None, None, info
    day = document.published or dated(text.clean)
    year = _year(text.clean) if day is None else None
    return Page(text, found, day, year, home), load("en"), info


def why(document: Document, fact_id: str) -> str:
    """How a fact was read, as a tree: rule, slots, scope. Raises DocumentError where the text has no such fact."""
    page, codebook, info = open_page(document, identify(document))
    if page is not None and codebook is not None:
        facts, _ = read_facts(page, codebook, info)
        for fact in facts:
            if fact.id.startswith(fact_id):
                return derivation(fact, page, codebook)
    raise DocumentError(f"{document.source}: found no fact {fact_id!r}, wanted the id of one that is read in this text")


def _cleaned(document: Document) -> Text:
    """The repaired text without its header lines, which tell of the text and state nothing."""
    head = read_headers(document.text)
    told = head.title is None or document.title is not None
    return clean(document.title, document.text, blank=head.length if told else 0)


def _told(info: DocumentInfo, text: Text) -> DocumentInfo:
    return info if info.language else msgspec.structs.replace(info, language=language(text.clean))


def home_of(url: str | None) -> str | None:
    """The author's country by the address of a text: that of an official source, None for others."""
    source = knowledge.load().source_of(url) if url else None
    return source.country if source and source.kind == "official" else None


def has_two_parties(atoms: Iterable[Atom], home: str | None) -> bool:
    """Whether names of two countries or bodies, or of persons and places of theirs, stand in the text."""
    seen = {home} if home else set()
    for atom in atoms:
        seen.update(atom.entry.codes)
        if len(seen) >= 2:
            return True
    return False


def _year(clean_text: str) -> int | None:
    """The year in which a text without a date was written: the one it counts visits in, or the only one of its dates.

    A year by itself ("soldiers who died there in 1918") dates what it stands beside, not the text.
    """
    for line in clean_text.split("\n"):
        for count in counts(line) if "20" in line or "19" in line else ():
            if count.year and str(count.year).isdigit():
                return int(count.year)
    years = set(YEAR.findall(clean_text))
    return int(years.pop()) if len(years) == 1 else None
