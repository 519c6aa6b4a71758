"""The sentences of a news text one after another → whom a claim in them belongs to that no analyst makes."""

from __future__ import annotations

import re

from communique.codebook import LETTERS
from communique.facts.assessment.subjects import BEHIND_PREPOSITION
from communique.facts.speech.parties import party_of
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.refer import figures

SPEAKS = lazy(
    r"\b(?:said|says|adds|added|told(?= (?!that|daily)\S)|wrote|writes|tweeted|not(?:ed|es)|stated|stressed|remarked"
    r"|claim(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|argu(?:es|ed)|declared|went on|replied|explained|hailed|praised|lauded"
    r"|emphasi[sz]ed|observed|commented|concluded|pointed out|confirm(?:s|ed)|assured|characteri[sz]ed|answered"
    r"|underlines|applauded|thanked|underlined|underscored|highlighted|describe[sd]|recall(?:s|ed)"
    r"|maintain(?:s|ed)(?= that)"
    r"|call(?:s|ed)(?= (?:it|the|his|her|this|that|these|their|[\ue000-\uf8ff]))"
    r"|assessed|qualified|classified|greeted(?= ~))\b"
)
PRAISES = lazy(  # the words behind it are the speaker's without "that"
    r"hailed|praised|lauded|applauded|thanked|describe[sd]|call(?:s|ed)\b"
)
JOINED = lazy(  # "Kigali confirmed the trip, calling it a milestone": the words behind it are the subject's
    r", (?:(?:and|while|also) )?(?:calling|describing|saying|adding|noting|stressing|hailing|praising|terming|arguing"
    r"|insisting|warning|stating|emphasi[sz]ing|underlining|asserting|claiming) "
)
CLAUSE = lazy(r"[~;:.]")  # ends the words in which a speaker can stand
INVERTED = lazy(r"(?:~|,) $")  # before "said Penn"
SAID_BY = lazy(  # behind "said" where its subject stands behind it, though the comma before it may end an aside
    r" (?!(?:there|that|it|he|she|they|we|i|this|these|those|nothing|no|his|her|its|their)\b)"
    r"(?!(?:\S+ ){1,5}(?:is|are|was|were|will|would|had|has|have|could|should|may|might|can|must|did|does)\b)"
    r"(?:the |an? )?(?:[^\s,.;:~]+ ){0,3}[^\s,.;:~]+(?:(?= (?:of|in|at|on|to|after|during|who|from)\b)|[,.;~]|$)"
)
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
TOWARDS = lazy(r"\b(?:to|from|for|with|against|on|about) (?:the )?$")  # "an envoy to Cairo" is no Egyptian
OF_STATE = lazy(  # behind a demonym: "the British magazine" speaks for no state
    r" (?:\w+ )?(?:government|side|presidency|ministry|officials?|authorities|delegation|embassy|statement|report"
    r"|spokes\w+|leader\w*|diplomats?|[\ue000-\uf8ff])"
)
PARTIES = ("person", "pronoun", "country", "demonym", "body", "city", "name")
BEFORE, BEHIND = 90, 60  # characters about the verb in which its subject stands
VIEW = lazy(r"\b(?:(?:view|opinion|words|eyes) of|according to|for) ([^,~;]{3,60}), ~{0,3}$")
DESCRIBED = 220  # characters before it in which he is told
LONG = 3  # sentences over which one quotation may go on
AGAIN = 2  # sentences after which "he said" may still mean the one who spoke last
SCARE = 4  # words; a shorter piece in quotation marks is the author's irony or an echo
ASIDE = lazy(r", [^,;:~]{3,120}, $")  # "Ruto, standing beside him, said"
RULES = lazy(  # a verb on which the whole clause hangs, so that no other may stand before it
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|who|which|that|if|when"
    r"|as|while|because|after|before|[a-z]{3,}ed)\b"
)
AUXILIARY = lazy(r"\b(?:has|have|had)(?: also| since| \w+ly)? $")
PARENTHESIS = lazy(r"(?: (?:me|us|them|reporters|th\S+ \S+))?, ")  # behind "said" in "the deal, he said, is dead"


class Credits:
    """Who speaks in the sentence that was heard last, where, and which of its words stand in quotation marks."""

    def __init__(self) -> None:
        self._last: str | None = None
        self._since = 9
        self._open = False
        self._said: list[tuple[int, int, str | None]] = []  # verbs of a sentence, half-open, with their subjects
        self._joined: tuple[int, str] | None = None  # where a participle of saying begins, and who says so
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
            if self._bare.endswith(" which ", 0, verb.start()):
                continue  # "a close ally, which adds another layer": nobody speaks
            who = _subject(page, sentence, self._bare, verb)
            if SAME.search(self._bare, 0, verb.start()) and self._since <= AGAIN:
                who = self._last
            self._said.append((*verb.span(), who))
        self._joined = self._participle(page, sentence)
        if self._said:
            self._last, self._since = next((who for *_, who in self._said if who), None), 0

    def _participle(self, page: Page, sentence: Sentence) -> tuple[int, str] | None:
        """Where the participle of saying begins that hangs on the subject of a sentence, and who that is."""
        joined = JOINED.search(self._bare)
        if joined is None:
            return None
        told = [who for first, _, who in self._said if first < joined.start()]
        who = told[-1] if told else _first(page, sentence, joined.start())
        return (joined.start(), who) if who else None

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
        if self._joined and self._joined[0] < end - 1:
            return self._joined[1]
        for first, last, who in self._said:
            if who is None:
                continue
            if self._heads(start, first, end):
                return who
            behind = first >= end - 1 and self._bare[end - 1 : first].lstrip().startswith(",")
            inside = PRAISES.match(self._bare, first) and first < end
            if behind or inside or (last <= start and " that " in self._bare[last - 1 : start + 6]):
                return who
        return "author"

    def _heads(self, start: int, first: int, end: int) -> bool:
        """Whether the verb at `first` is the one that the words at `[start, end)` hang on: "Ruto, beside him, said"."""
        if not start <= first < end:
            return False
        subject = AUXILIARY.search(self._bare, start, first) or ASIDE.search(self._bare, start, first)
        return not RULES.search(self._bare, start, subject.start() if subject else first)


def _first(page: Page, sentence: Sentence, end: int) -> str | None:
    """The party that is the subject of a sentence: the first named in it, behind no preposition."""
    for item_at, item in sorted(sentence.shadow.items.items()):
        if item_at < end and item.type in PARTIES and not BEHIND_PREPOSITION.search(sentence.shadow.text, 0, item_at):
            return party_of(page, item) or next((f.country for f in figures(page, sentence, item) if f.country), None)
    return None


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
    for first, last in _where_subject(bare, verb):
        if last <= first or not bare[first:last].strip():
            continue
        who = _party(page, sentence, bare, first, last)
        if who:
            return who
        if bare.startswith(", ", last):
            continue  # what stands before an aside is a name only where it is known
        dates = [at for at, i in sentence.shadow.items.items() if i.type == "date" and first < at < last]
        until = min([*dates, last])  # "the agency on Sunday said"
        words = page.clean[slice(*sentence.shadow.span(first, until))].removesuffix(" on ")
        named = NAMED.search(f"{words.rstrip()} ")
        if named and named[0].split()[0] not in NO_NAME:
            return named[0].strip()
    return None


def _where_subject(bare: str, verb: re.Match[str]) -> list[tuple[int, int]]:
    """The stretches of a sentence in which the subject of a verb may stand, likeliest first, half-open."""
    inverted = INVERTED.search(bare, 0, verb.start()) if verb[0] != "told" else None
    if inverted and (inverted[0][0] == "~" or SAID_BY.match(bare, verb.end())):
        stop = INVERTED_END.search(bare, verb.end())
        return [(verb.end(), min(stop.start() if stop else len(bare), verb.end() + BEHIND))]
    start = max(0, verb.start() - BEFORE)
    start = max([start, *(hit.end() for hit in CLAUSE.finditer(bare, start, verb.start()))])
    comma = bare.rfind(", ", start, verb.start() - 2)
    aside = ASIDE.search(bare, start, verb.start())
    spans = [(start, aside.start())] if aside else []
    spans += [(comma + 2, verb.start())] if comma > 0 else []
    if not (comma > 0 and PARENTHESIS.match(bare, verb.end())):
        spans.append((start, verb.start()))
    return spans


def _party(page: Page, sentence: Sentence, bare: str, first: int, last: int) -> str | None:
    """The party, or the name of the person, that stands in `[first, last)` and may speak."""
    items = [
        item for at, item in sorted(sentence.shadow.items.items())
        if first <= at < last and item.type in PARTIES and not TOWARDS.search(bare, first, at)
        and (item.type != "demonym" or OF_STATE.match(bare, at + 1))
    ]  # fmt: skip
    for item in sorted(items, key=lambda i: i.type != "person"):
        if item.type == "pronoun":
            here = [i.value.name for i in sentence.of("person")]  # may be spoken of in the quotation
            found = [f for f in figures(page, sentence, item) if f.name not in here]
            who = next((f.country or f.name for f in found), None)
        else:
            who = party_of(page, item) or getattr(item.value, "name", None)
        if who:
            return str(who)
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
