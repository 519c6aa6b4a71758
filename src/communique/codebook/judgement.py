"""Turns `judgement.toml` into what is looked for in a clause that may judge: words, turns of phrase, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias, get_args

import ahocorasick_rs
import msgspec

from communique.codebook.assessment import load_assessment
from communique.codebook.files import read_file
from communique.codebook.load import LETTERS
from communique.grammar.lazy import lazy

OFFICIAL = (
    r"(?!(?:[\w-]+ ){0,2}?(?:former|retired|opposition)\b)"
    r"(?:[\w-]+ ){0,3}?(?:spokes\w+|statement|minister|official|aide|source|communiqu\w+|ministry|president|leader"
    r"|chancellor|governor|commissioner|negotiator|commander|secretary|envoy|press service|ministers)\b"
)
Claim: TypeAlias = Literal["motive", "pressure", "significance", "level", "change", "outlook"]
CLAIMS: tuple[Claim, ...] = get_args(Claim)


class CueRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that judge, and the points that each of them gives a claim of their kind."""

    points: float
    words: tuple[str, ...]
    claim: Claim | None = None


class SignRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of clauses that judge, or of clauses that report; a regular expression.

    `needs`: literals of which one stands in every such clause; a cheap look before the expression is tried.
    """

    id: str
    words: str
    needs: tuple[str, ...] = ()


class VoiceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of those who are said to judge, and the claim that they make where their words do not say."""

    claim: Claim
    words: str


class DecidedRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Turns of phrase that say by themselves of what kind a claim is."""

    claim: Claim
    words: str


class JudgementFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`judgement.toml`."""

    reports: str
    experts: str
    studies: str
    cue: tuple[CueRow, ...]
    sign: tuple[SignRow, ...]
    decided: tuple[DecidedRow, ...]
    voice: tuple[VoiceRow, ...]


class Cue(msgspec.Struct, gc=False):
    """Words that judge where they stand in a text, half-open."""

    row: CueRow
    word: int
    start: int
    end: int


class JudgementBook:
    """All words and forms of judgement of a language."""

    def __init__(self, file: JudgementFile) -> None:
        claims = load_assessment()
        phrases = [(word, row) for row in file.cue for word in row.words]
        self._rows = [row for _, row in phrases]
        self._open = [word.endswith("*") for word, _ in phrases]
        self._automaton = ahocorasick_rs.AhoCorasick([word.rstrip("*") for word, _ in phrases])

        def filled(words: str) -> re.Pattern[str]:
            words = words.replace("{reports}", file.reports)
            for name in ("date", "there", "group"):
                words = words.replace(f"[{name.upper()}]", LETTERS[name])
            return lazy(rf"(?<![\w-])(?:{claims.filled(words)})")

        self.signs = tuple((row, filled(row.words)) for row in file.sign)
        self._decided = tuple((row.claim, filled(row.words)) for row in file.decided)
        needs: dict[str, list[int]] = {}
        for number, (row, _) in enumerate(self.signs):
            for literal in row.needs:
                needs.setdefault(literal, []).append(number)
        self._always = tuple(number for number, (row, _) in enumerate(self.signs) if not row.needs)
        self._wants = tuple(needs.values())
        self._literals = ahocorasick_rs.AhoCorasick(list(needs))
        self.near = lazy(rf"{claims.near.pattern}|{LETTERS['group']}|\b(?:it|this|they|neither|here)\b")
        self.thinking = tuple((row.claim, lazy(rf"\b{row.words}\b")) for row in file.voice)
        experts = file.experts.replace("[OFFICE]", LETTERS["office"])
        self.voiced = lazy(f"{claims.voices}|{experts}")  # stands in every sentence with an opinion
        think = "|".join(row.words for row in file.voice)
        self.says = lazy(rf"\b(?:{think}|told)\b")
        words = file.experts.replace("[OFFICE]", r"\w+")
        self.outsider = lazy(rf"(?i)\b(?:{words})\b|(?:^|, )(?:an?|one|another|some) |, who (?:{file.studies})\b")
        self.official = lazy(rf"(?i)\b{OFFICIAL}")
        self.is_expert = lazy(
            rf"\W*(?P<who>(?:[A-ZÀ-Þ][\w.'’-]* ){{1,4}})(?:is|was) (?:an? |the )[^.;]{{0,70}}?\b(?:{words})\b"
        )
        self.leads = _leads()
        self.attributed = _attributed(think)
        self.opinion = _opinion(claims.voices, experts, think)

    def find(self, low: str) -> list[Cue]:
        """Every word that judges in a text in lower case, in order; of overlapping ones the longest."""
        found: list[Cue] = []
        hits = self._automaton.find_matches_as_indexes(low, overlapping=True)
        for index, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            inside = not self._open[index] and end < len(low) and (low[end].isalnum() or low[end] == "-")
            if inside or (start and (low[start - 1].isalnum() or low[start - 1] == "-")):
                continue
            if not found or start >= found[-1].end:
                found.append(Cue(self._rows[index], index, start, end))
        return found

    def signs_in(self, clause: str) -> Iterator[str]:
        """The forms that a clause's shadow has, by their ids."""
        wanted = set(self._always)
        for index, _, _ in self._literals.find_matches_as_indexes(clause, overlapping=True):
            wanted.update(self._wants[index])
        for number in sorted(wanted):
            row, regex = self.signs[number]
            # what begins with the clause is not looked for at every letter
            if regex.match(clause) if row.words[0] == "^" else regex.search(clause):
                yield row.id

    def decided(self, clause: str) -> Claim | None:
        """The kind of claim that a turn of phrase in a clause's shadow makes it, whatever else its words weigh."""
        return next((claim for claim, regex in self._decided if regex.search(clause)), None)


def _attributed(think: str) -> re.Pattern[str]:
    """To whom a sentence is given at its end: '," said X, a lecturer at …', '," a baker said', ', a diplomat said'."""
    behind = rf"[,.!?][\"”],? (?:{think}) (?P<after>[^\",;.]{{1,60}})"
    before = (
        r"(?:[,.!?][\"”],?|,) (?P<before>[^\",;.]{1,60}?) (?:said|says|told|added|noted|warned)(?=[,.]| \w+ agency|$)"
    )
    return lazy(rf"(?:{behind}|{before})(?:,(?: who (?:is|was))? (?P<described>[^\",;.]{{0,80}}))?")


def _leads() -> re.Pattern[str]:
    """Who leads to a quotation: 'A baker in the crowd was kinder: "…'."""
    who = rf"(?<![^.!?:\"” ] )\b(?P<who>(?:An?|One|Another) (?!{OFFICIAL})[^\"“,;.:]{{3,60}}?)"
    return lazy(rf"{who} (?:was|is|put it|said|says|saw|asked|had|thought)\b[^\":,;.]{{0,40}}: (?=[\"“])")


def _opinion(voices: str, experts: str, think: str) -> re.Pattern[str]:
    """Who is said to think so: "in the opinion of many,", "critics say", "X, a historian, fears", "said an analyst"."""
    many = rf"(?:{voices})(?: (?:in|at|from) \S+)?"
    one = rf"(?:an? |the )?[^,;]{{0,40}}?\b(?:{experts})\b[^,;]{{0,50}}?"
    adverb = r"(?:\w+ly |also |still )?"
    forms = (
        rf"^(?:but |and |yet |still |so )?(?:(?:in (?:the )?(?:opinion|view|eyes|judge?ment) of|according to)"
        rf" (?P<told>{many}|{one})|(?:for|to) (?P<for>{many}|{one})),",
        rf"^(?:but |and |yet |still |so )?(?P<thinks>[^,;]{{0,25}}?\b{many}|(?:[^,;]{{2,40}}, )?{one})"
        rf"(?:,[^,]{{3,60}},|,)? {adverb}(?P<verb>{think})\b",
        rf",? (?P<behind>{many}|the {one}),? {adverb}(?P<last>{think})[,.]?$",
        rf"(?:, (?:{think})|,? told \S+|, according to)"
        rf" (?P<after>(?:an? |the )?[^,;]{{0,40}}\b(?:{experts})\b[^,;.]{{0,50}})",
    )
    return lazy("|".join(forms))


@cache
def load_judgement(language: str = "en") -> JudgementBook:
    """The words of judgement of a language. Raises CodebookError where the file is broken."""
    return JudgementBook(read_file("judgement.toml", JudgementFile, language))
