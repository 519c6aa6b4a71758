"""Turns a clause of a sentence's shadow into its forms: the words and turns by which it is weighed as a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

from communique.codebook.judgement import Cue, JudgementBook
from communique.codebook.load import LETTERS
from communique.grammar import lazy
from communique.mentions.authorship import is_open

TOKEN = lazy(r"[a-z']+|[\ue000-\uf8ff]|\d+|[\"“”?!;:,—–]")
NAMES = {LETTERS[kind]: f"<{kind}>" for kind in LETTERS.types}
NAMED = lazy(r"[\ue000-\uf8ff]")
SAID = lazy(
    r"\b(?:said|says|told|stressed|added|noted|declared|stated|announced|insist\w*|explained|replied|retorted"
    r"|complained|warned|urged|demanded|called (?:on|for)|accused|reiterated|confirmed|promised|thanked|expressed"
    r"|voiced|pointed out|wrote|agreed|asked|according to|argued|blamed|denied|rejected|condemned|praised|hailed"
    r"|welcomed|dismissed|proclaimed|assured|recalled)\b"
)
BEHIND = lazy(r"[,”\"] (?:he|she|it|they|[\ue000-\uf8ff]+(?: [\ue000-\uf8ff]+)*) (?:said|added|warned|says)")
TURNS = {  # what a clause may hold
    "digit": lazy(r"\d"),
    "past": lazy(r"\b\w+ed\b|\b(?:was|were|had|came|went|gave|took|met|held)\b"),
    "present": lazy(r"\b(?:is|are|has|have|can|cannot|does|do|needs|wants|gives|makes|knows|remains)\b"),
    "modal": lazy(r"\b(?:will|would|could|may|might|can|cannot|must|should)\b"),
    "negation": lazy(r"\b(?:not|no|never|neither|nor|nothing|nobody|none|without|hardly)\b|n't"),
    "own voice": lazy(r"\b(?:i|we|our|us|one)\b"),
    "said in it": SAID,
}
MOST = 8.0  # points of words that judge beyond which more of them say no more
MARKS = ('"', "“")
OURS = lazy(r"\b(?:i|we|our|us|my)\b")
BRIEF = 45  # characters of a clause that says one thing
SHORT, STEM = 4, 6  # letters of a word that is its own stem, and of a stem
MANY = 20_000  # words whose forms are kept
ENDING = lazy(r"(?:ing|ed|es|s|ly|e)$")
EARLY, LATE = 0.08, 0.67  # where in a text its start ends and its end begins
AROUND = frozenset([  # what a clause has from its text
    "neighbours", "next neighbours", "text judges", "text judges much", "text quotes",
])  # fmt: skip


def forms_of(
    text: str, start: int, end: int, cues: Sequence[Cue], rows: Iterable[str], book: JudgementBook
) -> dict[str, float]:
    """The forms of a clause and how much of each it has, 0 to 1 or a little more.

    Args:
        text: the shadow of its sentence.
        start: where the clause begins in it.
        end: where it ends.
        cues: the words in it that judge.
        rows: the wordings of claims (`ClaimRow.id`) in it.
        book: the turns of phrase that are looked for.
    """
    clause = text[start:end].strip()
    forms: dict[str, float] = {}
    for word in words_of(clause):
        own, kin = named_forms(word)
        forms[own] = 1.0
        if kin:
            forms[kin] = 0.7
    judging = [cue for cue in cues if cue.row.points]
    for cue in judging:
        name = f"cue {cue.row.claim or 'any'} {cue.row.points:g}"
        forms[name] = min(forms.get(name, 0.0) + 0.5, 1.0)
    forms["cues"] = min(len(judging), 5) / 5
    forms["points"] = min(sum(cue.row.points for cue in judging), MOST) / MOST
    forms.update((f"sign {name}", 1.0) for name in book.signs_in(clause))
    forms.update((f"row {name}", 1.0) for name in rows)
    forms.update((name, 1.0) for name, turn in TURNS.items() if turn.search(clause))
    named = len(NAMED.findall(clause))
    forms.update(named=float(named > 0), two_named=float(named > 1), length=log(len(clause) + 1) / 5)
    before = text[:start]
    if clause[:1] in MARKS or is_open(before):
        forms["in quotation marks"] = 1.0
        forms["of us, quoted"] = float(OURS.search(clause) is not None)
    forms["said before it"] = float(SAID.search(before) is not None)
    forms["brief"] = float(len(clause) < BRIEF)
    forms["whole"] = float(end - start > 0.9 * len(text))
    return forms


@lru_cache(MANY)
def named_forms(word: str) -> tuple[str, str]:
    """The form of a word, and that of the beginning it shares with its kin (judge, judged); empty for a short word."""
    long = len(word) > SHORT and word.isalpha()
    return f"word {NAMES.get(word, word)}", f"stem {ENDING.sub('', word)[:STEM]}" if long else ""


def words_of(clause: str) -> set[str]:
    """The words of a clause of a shadow; a number is `#`, a name the letter of its kind."""
    return {"#" if word.isdigit() else word for word in TOKEN.findall(clause)}


def forms_of_sentence(text: str, where: float) -> dict[str, float]:
    """What every clause of a sentence has from it: somebody speaks, it asks, it quotes; and where in the text it is."""
    quotes = '"' in text or "“" in text
    found = {"said": SAID.search(text), "said behind": BEHIND.search(text), "asks": "?" in text, "quoted": quotes}
    found |= {"at the start": where < EARLY, "at the end": where > LATE}
    return {name: 1.0 for name, hit in found.items() if hit}


def surround(every: Sequence[dict[str, float]], alone: Sequence[float]) -> None:
    """Gives the clauses of a text, in order, what they have from their neighbours and from the whole text.

    Args:
        every: the forms of each clause; they are added to.
        alone: how likely each is a claim by itself.
    """
    judging = sum(alone) / max(1, len(every))
    spoken = sum("said" in forms or "quoted" in forms for forms in every) / max(1, len(every))
    for at, forms in enumerate(every):
        forms["neighbours"] = sum(alone[i] for i in (at - 1, at + 1) if 0 <= i < len(every))
        forms["next neighbours"] = sum(alone[i] for i in (at - 2, at + 2) if 0 <= i < len(every))
        forms["text judges"], forms["text judges much"] = 2 * judging, 4 * judging * judging
        forms["text quotes"] = spoken
