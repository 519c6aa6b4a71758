"""The sentences of a text one after another → whose words each gives, where neither the author nor a side speaks."""

from __future__ import annotations

import re

import msgspec

from communique.codebook.judgement import JudgementBook
from communique.grammar import lazy
from communique.mentions import Page, Sentence

OPENS = lazy(r"[\s.]*[\"“]")
QUOTED = lazy(r"[\"“”]")
ARTICLE = lazy(r"(?:(?:and|but|then|also) )*(?:for |to )?")
THEY = lazy(r"(?:he|she|they)")
HIS_VIEW = lazy(r"\b[Ii]n (?:his|her|their) (?:view|opinion|judge?ment|eyes),?(?: \w+,)? ")
PLURAL = lazy(r"(?i)\b(?:they|\w+s)$")
HE_SAYS = lazy(r"(?:He|She) (?:says|said|adds|added|believes|thinks|warns|warned)(?: that)? ")
ASIDE = lazy(
    r", (?:he|she) (?:said|says|reckons|reckoned|argues|argued|thinks|believes|adds|added|suggests|suggested|fears),"
)
REACH = 2  # sentences over which "he said" still means the outsider who spoke last


class Words(msgspec.Struct, gc=False):
    """The words of an outsider in a sentence's shadow, half-open, and his name or description."""

    start: int
    end: int
    name: str


class Outsiders:
    """Who of a text's speakers is an outsider: said to be an analyst, a resident, a lawmaker; remembered by surname."""

    def __init__(self, book: JudgementBook) -> None:
        self._book = book
        self._known: dict[str, str] = {}
        self._last, self._since = "", REACH + 1

    def hear(self, page: Page, sentence: Sentence) -> Words | None:
        """The words of an outsider in the next sentence of the text, None where there are none."""
        text = sentence.shadow.text
        self._since += 1
        leads = self._book.leads.search(page.clean, sentence.start, sentence.end)
        if leads:
            self.note(leads["who"])
            return Words(sentence.shadow.place_of(leads.end()), len(text), self._last)
        said = self._book.attributed.search(page.clean, sentence.start, sentence.end)
        if said:
            name = self._name(said, quoted=QUOTED.search(text) is not None)
            self._last, self._since = name or "", 0
            return Words(0, sentence.shadow.place_of(said.start() + 1), name) if name else None
        says = self._book.says.search(text)
        if self._since <= REACH and OPENS.match(text) and not says:
            self._since = 0
            return Words(0, len(text), self._last) if self._last else None
        himself = HE_SAYS.match(page.clean, sentence.start, sentence.end)
        if himself and self._last and self._since == 1:
            self._since = 0
            return Words(sentence.shadow.place_of(himself.end()), len(text), self._last)
        described = self._book.is_expert.match(page.clean, sentence.start, sentence.end)
        if described:
            self.note(described["who"].strip())
            return None
        if says and self._last and self._since <= REACH and ASIDE.search(page.clean, sentence.start, sentence.end):
            self._since = 0
            return Words(0, len(text), self._last)
        view = HIS_VIEW.search(page.clean, sentence.start, sentence.end)
        if view and self._last and self._since <= REACH:
            self._since = 0
            return Words(sentence.shadow.place_of(view.end()), len(text), self._last)
        if says:
            self._last = ""  # another speaks
        return None

    def note(self, name: str) -> None:
        """Somebody was read to judge in the sentence that was heard last."""
        self._last, self._since = name, 0
        self._known[_surname(name)] = name

    def _name(self, said: re.Match[str], *, quoted: bool) -> str | None:
        """The name of a speaker, if he is an outsider."""
        who = (said["after"] or said["before"]).strip()
        lead = ARTICLE.match(who)
        name = who[lead.end() :] if lead else who
        told = f"{name}, {said['described'] or ''}"
        if self._book.outsider.search(told) and not self._book.official.search(told):
            self._known[_surname(name)] = name
            return name
        if THEY.fullmatch(name):
            several = name == "they" and PLURAL.search(self._last) is not None
            return self._last if self._since <= REACH and (quoted or several) else None
        return self._known.get(_surname(name))


def _surname(name: str) -> str:
    return (name.split() or [""])[-1].lower()
