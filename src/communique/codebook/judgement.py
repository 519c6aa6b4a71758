"""Turns `judgement.toml` into a weigher: how far the words and the form of a clause make it a claim, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeAlias

import ahocorasick_rs
import msgspec

from communique.codebook.assessment import load_assessment
from communique.codebook.files import read_file
from communique.codebook.load import LETTERS
from communique.grammar.lazy import lazy

OFFICIAL = (
    r"(?!(?:[\w-]+ ){0,2}?(?:former|retired|opposition)\b)"
    r"(?:[\w-]+ ){0,3}?(?:spokes\w+|statement|minister|official|aide|source|communiqu\w+|ministry|president|leader)\b"
)
Claim: TypeAlias = Literal["motive", "pressure", "significance", "level", "change", "outlook"]


class CueRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that judge, and the points that each of them gives a claim of their kind."""

    points: float
    words: tuple[str, ...]
    claim: Claim | None = None


class SignRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of clauses that judge, or with points below 0 of clauses that report; a regular expression.

    `vote`: how far it decides which claim, where that is more than its points.
    `needs`: literals of which one stands in every such clause; a cheap look before the expression is tried.
    """

    id: str
    points: float
    words: str
    claim: Claim | None = None
    alone: bool = False
    vote: float | None = None
    needs: tuple[str, ...] = ()


class VoiceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of those who are said to judge, and the claim that they make where their words do not say."""

    claim: Claim
    words: str


class JudgementFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`judgement.toml`."""

    enough: float
    enough_in_news: float
    few: float
    reports: str
    experts: str
    cue: tuple[CueRow, ...]
    sign: tuple[SignRow, ...]
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
        self.enough, self.enough_in_news, self.few = file.enough, file.enough_in_news, file.few
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
        points = [max(row.points, 0.0) for row in file.sign]
        self._ahead = tuple(sum(points[at:]) for at in range(len(points)))  # what signs from there on can still add
        self.near = lazy(rf"{claims.near.pattern}|{LETTERS['group']}|\b(?:it|this|they|neither|here)\b")
        self.thinking = tuple((row.claim, lazy(rf"\b{row.words}\b")) for row in file.voice)
        experts = file.experts.replace("[OFFICE]", LETTERS["office"])
        self.voiced = lazy(f"{claims.voices}|{experts}")  # stands in every sentence with an opinion
        think = "|".join(row.words for row in file.voice)
        self.says = lazy(rf"\b(?:{think}|told)\b")
        words = file.experts.replace("[OFFICE]", r"\w+")
        self.outsider = lazy(rf"(?i)\b(?:{words})\b|^(?:an?|one|another|some) ")
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

    def weigh(self, clause: str, cues: Iterable[Cue], *, least: float) -> tuple[float, Claim | None]:
        """The points of a clause's shadow, given the words in it that judge; and the claim with most of them.

        Where the points cannot reach `least`, some number below it.
        """
        by_claim: dict[Claim, float] = {}
        total = 0.0
        for cue in {cue.word: cue for cue in cues}.values():
            total += cue.row.points
            if cue.row.claim:
                by_claim[cue.row.claim] = by_claim.get(cue.row.claim, 0.0) + cue.row.points
        for (row, regex), ahead in zip(self.signs, self._ahead, strict=True):
            if total + ahead < least:
                break
            if not (row.alone or total) or (row.needs and not any(map(clause.__contains__, row.needs))):
                continue
            # what begins with the clause is not looked for at every letter
            if regex.match(clause) if row.words[0] == "^" else regex.search(clause):
                total += row.points
                if row.claim:
                    by_claim[row.claim] = by_claim.get(row.claim, 0.0) + (row.points if row.vote is None else row.vote)
        ranked = sorted(by_claim.items(), key=lambda pair: -pair[1])
        return total, ranked[0][0] if ranked else "significance" if total else None


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
