"""The sentences of a news text one after another → whom a claim in them belongs to that no analyst makes."""

from __future__ import annotations

import re

from communique.codebook import LETTERS
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures

SPEAKS = lazy(
    r"\b(?:said|says|adds|added|told(?= (?!that|daily)\S)|wrote|writes|tweeted|not(?:ed|es)|stated|stressed|remarked"
    r"|claim(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|argu(?:es|ed)|declared|went on|replied|explained|hailed|praised|lauded"
    r"|emphasi[sz]ed|observed|commented|concluded|pointed out"
    r"|applauded|thanked|underlined|underscored|highlighted|describe[sd]|recall(?:s|ed)|maintain(?:s|ed)(?= that)"
    r"|call(?:s|ed)(?= (?:it|the|his|her|this|their)\b))\b"
)
PRAISES = lazy(  # the words behind it are the speaker's without "that"
    r"hailed|praised|lauded|applauded|thanked|describe[sd]|call(?:s|ed)\b"
)
CLAUSE = lazy(r"[~;:.]")  # ends the words in which a speaker can stand
INVERTED = lazy(r"(?:~|,) $")  # before "said Penn"
INVERTED_END = lazy(r"[,.;~]")  # behind it
MARKS = lazy(r"[“”\"]")
FIRST_LETTER = lazy(r"\w")
NAMED = lazy(r"(?:[A-ZÀ-Þ][\w.'’-]* ){1,4}$")
APPOSED = lazy(  # "Ngozi Okafor, a fellow at Chatham House, ", "Okafor of the Chatham House "
    r"(?:^|[^\w,'’-] ?|, )(?P<name>(?:[A-Z][\w'’-]+\.? ){1,4}?[A-Z][\w'’-]+)"
    r"(?:, (?:an?|the|who|of|[a-z][\w-]+|Senior|Associate|Assistant|Professor|Director|Head|Fellow) [^;:\"“”]{3,140},"
    r"| (?:of|at|from|with) [^,;:\"“”]{3,70}) $"
)
NO_NAME = frozenset(
    ("He", "She", "It", "They", "We", "I", "This", "That", "The", "Who", "President", "Minister", "Premier", "General")
)
SAME = lazy(
    rf"(?:{LETTERS['pronoun']}|\bit|\bthey|\bthe (?:statement|paper|agency|ministry|spokes\w+|report|source))"
    r"(?: also| then)? $"
)
PARTIES = ("person", "pronoun", "country", "demonym", "body", "city", "name")
BEFORE, BEHIND = 90, 60  # characters about the verb in which its subject stands
VIEW = lazy(r"\b(?:(?:view|opinion|words|eyes) of|according to|for) ([^,~;]{3,60}), ~{0,3}$")
DESCRIBED = 220  # characters before it in which he is told
LONG = 3  # sentences over which one quotation may go on
AGAIN = 2  # sentences after which "he said" may still mean the one who spoke last
SCARE = 4  # words; a shorter piece in quotation marks is the author's irony or an echo


class Credits:
    """Who speaks in the sentence that was heard last, where, and which of its words stand in quotation marks."""

    def __init__(self) -> None:
        self._last: str | None = None
        self._since = 9
        self._open = False
        self._said: list[tuple[int, int, str | None]] = []  # verbs of a sentence, half-open, with their subjects
        self._bare = ""

    def hear(self, page: Page, sentence: Sentence) -> None:
        """Takes in the next sentence of the text."""
        text = sentence.shadow.text
        if "\n" in page.clean[max(0, sentence.start - 2) : sentence.start]:
            self._open = False
        self._since += 1
        self._bare, self._open = _without_quotations(text, self._open)
        self._said = []
        for verb in SPEAKS.finditer(self._bare):
            who = _subject(page, sentence, self._bare, verb)
            if SAME.search(self._bare, 0, verb.start()) and self._since <= AGAIN:
                who = self._last
            self._said.append((*verb.span(), who))
        if self._said:
            self._last, self._since = next((who for *_, who in self._said if who), None), 0

    def quotes(self, start: int, end: int) -> bool:
        """Whether the words at `[start, end)` begin in quotation marks."""
        lead = FIRST_LETTER.search(self._bare[start:end])
        return "~" in self._bare[start : start + (lead.start() if lead else 0) + 1]

    def holder(self, page: Page, sentence: Sentence, start: int, end: int) -> str | None:
        """Whose claim the words of the sentence at `[start, end)` are; None where they are quoted of nobody known."""
        if self.quotes(start, end):
            words = len(self._bare[start:end].split("~")) if self._said else 0
            now = next((who for *_, who in self._said if who), None)
            if now is not None:
                return now
            viewed = VIEW.search(self._bare, 0, start + 1)
            if viewed:
                return page.clean[slice(*sentence.shadow.span(*viewed.span(1)))]
            if self._since <= LONG and self._last is not None:
                return self._last
            return "author" if words and words <= SCARE else None
        for first, last, who in self._said:
            if who is None:
                continue
            behind = first >= end - 1 and self._bare[end - 1 : first].lstrip().startswith(",")
            inside = PRAISES.match(self._bare, first) and first < end
            if behind or inside or (last <= start and " that " in self._bare[last - 1 : start + 6]):
                return who
        return "author"


def _without_quotations(text: str, inside: bool) -> tuple[str, bool]:
    """A text with a tilde for each letter in quotation marks, and whether some are still open at its end."""
    if not inside and not MARKS.search(text):
        return text, False
    letters = []
    for letter in text:
        if letter in '“”"':
            inside = letter == "“" or (letter == '"' and not inside)
            letters.append("~")
        else:
            letters.append("~" if inside else letter)
    return "".join(letters), inside


def _subject(page: Page, sentence: Sentence, bare: str, verb: re.Match[str]) -> str | None:
    """Who does what the verb says: named before it, or behind it after a quotation."""
    described = _described(page, sentence, verb.start())
    if described:
        return described
    start = max(0, verb.start() - BEFORE)
    cut = [hit.end() for hit in CLAUSE.finditer(bare, start, verb.start())]
    start = max([start, *cut])
    comma = bare.rfind(", ", start, verb.start() - 2)
    spans = [(comma + 2, verb.start())] if comma > 0 else []
    spans.append((start, verb.start()))
    if INVERTED.search(bare, 0, verb.start()) and verb[0] != "told":
        stop = INVERTED_END.search(bare, verb.end())
        spans = [(verb.end(), min(stop.start() if stop else len(bare), verb.end() + BEHIND))]
    for first, last in spans:
        if last <= first or not bare[first:last].strip():
            continue
        items = [i for i in sentence.shadow.items_in(first, last) if i.type in PARTIES]
        for item in sorted(items, key=lambda i: i.type != "person"):
            if item.type == "pronoun":
                here = [i.value.name for i in sentence.of("person")]  # may be spoken of in the quotation
                found = [f for f in figures(page, sentence, item) if f.name not in here]
                who = next((f.country or f.name for f in found), None)
            else:
                who = party_of(page, item) or getattr(item.value, "name", None)
            if who:
                return str(who)
        dates = [at for at, i in sentence.shadow.items.items() if i.type == "date" and first < at < last]
        until = min([*dates, last])  # "the agency on Sunday said"
        words = page.clean[slice(*sentence.shadow.span(first, until))].removesuffix(" on ")
        named = NAMED.search(f"{words.rstrip()} ")
        if named and named[0].split()[0] not in NO_NAME:
            return named[0].strip()
    return None


def _described(page: Page, sentence: Sentence, verb: int) -> str | None:
    """Who is named and said to be somebody right before a verb, as written; None where he speaks for a side."""
    end = sentence.shadow.span(0, verb)[1]
    start = max(sentence.start, end - DESCRIBED)
    hit = APPOSED.search(page.clean[start:end])
    if hit is None or hit["name"].split()[0] in NO_NAME:
        return None
    first, last = (start + at for at in hit.span("name"))
    here = [item for item in sentence.items if item.start < last and first < item.end]
    known = any(item.type in PARTIES and party_of(page, item) for item in here)
    return None if known else hit["name"]
