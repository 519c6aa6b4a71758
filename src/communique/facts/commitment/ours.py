"""A clause about "we" or about somebody's readiness → whose act it is: the speaker's side, the owner's."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.commitment.acts import Act
from communique.facts.commitment.subjects import Clause, Voices, clauses
from communique.facts.speech.parties import party_of
from communique.facts.speech.seats import seat_of, turn_of
from communique.facts.speech.speakers import quoted
from communique.facts.speech.voices import CLOSED, INVERTED, goes_on, quoting
from communique.grammar import lazy
from communique.mentions import Page, Sentence
from communique.mentions.authorship import says_i

OWNER = lazy(  # "India's firm readiness", "the U.S. commitment"
    rf"(?P<who>[{LETTERS['country']}{LETTERS['demonym']}{LETTERS['body']}])(?:['’]s?)?"
    r" (?:(?!(?:and|or|to|with|for)\b)[\w-]+ ){0,3}?"
    r"(?:readiness|willingness|keenness|eagerness|intentions?|intent|desire|interest|commitments?|pledges?"
    r"|determination|resolve)\b"
)
PAIR = 2


def ours(
    page: Page, sentence: Sentence, clause: Clause, over: Clause | None, voices: Voices, book: CommitmentBook
) -> tuple[str, ...]:
    """Of "we" in somebody's own words or a text of his: the speaker's side; both where "we have agreed"."""
    own = ("we",) if voices.joint else ("we", "i")
    we = next((item.start for item in clause.items if item.type == "pronoun" and item.value in own), None)
    if we is None and sentence.shadow.text.startswith(("we'", "i "), clause.start):
        we = sentence.shadow.span(clause.start, clause.start + 1)[0]
    if we is None:
        return ()
    codes = over.codes if over is not None else ()
    if over is None and page.author is not None and page.author.country and says_i(page, we, we + 2):
        codes = (page.author.country,)
    elif over is None and not voices.joint:
        codes = _speaker(page, sentence, we, voices, book)
    if over is None and not codes and clause.head == "agrees" and len(voices.parties) == PAIR:
        return () if quoted(page, sentence, we) else voices.parties  # who else can agree?
    if len(codes) != 1:
        return ()
    return voices.parties if clause.head == "agrees" and codes[0] in voices.parties else codes


def _speaker(page: Page, sentence: Sentence, at: int, voices: Voices, book: CommitmentBook) -> tuple[str, ...]:
    """The side of the one whose words a sentence is: whose turn it is, or who says what the quotation marks hold."""
    for index in quoting(page, sentence.index):
        says = _told_by(page, index, voices, book)
        if says:
            return says
    code = turn_of(page, at)
    return (code,) if code else _speaker_before(page, sentence.index, voices, book)


def _told_by(
    page: Page, index: int, voices: Voices, book: CommitmentBook, kinds: Sequence[str] = ("says",)
) -> tuple[str, ...]:
    """Whom the last clause of a sentence that says something names."""
    heard = Voices(voices.parties, voices.joint, voices.last, voices.heard)
    told = clauses(page, page.sentence(index), heard, book) if index < len(page.spans) else []
    says = [clause.codes for clause in told if clause.kind in kinds and clause.codes]
    return says[-1] if says else ()


def _speaker_before(page: Page, index: int, voices: Voices, book: CommitmentBook) -> tuple[str, ...]:
    """Who goes on in a quotation of its own: "Moor spoke to the press. "We will build it.""."""
    quoted_there = index
    while before := goes_on(page, index):
        index = before[0]
        if says := _told_by(page, index, voices, book):
            return says
    if index == quoted_there:
        return ()
    persons = page.sentence(index).of("person", "pronoun")
    return _told_by(page, index, voices, book, ("says", "other", "head")) if persons else ()


def owner_of(page: Page, sentence: Sentence, clause: Clause, act: Act) -> tuple[str, ...]:
    """Whose readiness or commitment a subject speaks of, where its words say so: "conveyed India's readiness to"."""
    hit = OWNER.search(sentence.shadow.text, clause.at, act.start) if act.head.owned else None
    named = [party_of(page, item) for item in sentence.shadow.items_in(*hit.span("who"))] if hit else []
    return tuple(code for code in named if code)


def speaker_after(page: Page, sentence: Sentence, told: Sequence[Clause], number: int, voices: Voices) -> Clause | None:
    """Who says what stands in quotation marks before: "We are ready to build it," the minister said."""
    text = sentence.shadow.text
    if not text.startswith(('"', "“")):
        return None
    said = INVERTED.search(text, told[number].at)
    if said is not None:  # "…," declared the minister
        named = (seat_of(page, item, voices.parties) for item in sentence.shadow.items_in(*said.span("who")))
        codes = tuple(code for code in named if code)
        return Clause(said.start(), said.start(), "says", "", codes, sentence.shadow.items_in(*said.span("who")))
    after = next((c for c in told[number + 1 :] if c.kind == "says"), None)
    return after if after and CLOSED.search(text[: after.start]) else None
