"""An act in its clause → whether it promises nothing: a programme, which thing is meant, a position on an issue."""

from __future__ import annotations

from communique.codebook.commitment import CommitmentBook
from communique.codebook.issues import load_issues
from communique.facts.acts import Act
from communique.facts.subjects import Clause
from communique.facts.verbs import word_at
from communique.grammar import lazy
from communique.mentions import Page, Sentence

NO_OBJECT = lazy(r" ?(?:[.,;]|$)| (?:in|under|next|this|last|from|during|within)\b")
RELATIVE = lazy(r"\b(?:that|which|whom) (?:the )?$")
TALK = ("raise", "review", "address", "mark", "commemorate", "celebrate", "underscore", "speak", "stay")
ALONE = lazy(  # verbs that ask for no object
    r"(?:do|remain|keep|help|contribute|continue|assist|collaborate|consult|join|return|push|step|take part|work"
    r"|co-?operate|meet|invest|act|focus|participate|partner|engage|go|move|stay|stand|start)\b"
)


def is_programme(text: str, act: Act, clause: Clause, book: CommitmentBook) -> bool:
    """Whether a "will" only tells what is on somebody's programme."""
    if act.head.id not in ("will", "would"):
        return False
    words = text[act.verb : act.end]
    hit = book.programme.match(words)
    if hit is None or book.regular.search(words):
        return False
    person = any(item.type == "person" or item.value in ("he", "she", "leaders") for item in clause.items)
    return person or not words.startswith(TALK)


def is_relative(text: str, act: Act, clause: Clause) -> bool:
    """Whether an act only tells which thing is meant, which is its object: "the summit that he will host in May"."""
    if RELATIVE.search(text, 0, clause.start) is None:
        return False
    at = act.verb if act.thing else act.verb + len(word_at(text, act.verb))
    return NO_OBJECT.match(text, at) is not None and ALONE.match(text, act.verb) is None


def is_position(page: Page, sentence: Sentence, act: Act, action: str, book: CommitmentBook) -> bool:
    """Whether the words take a position on an issue: that is a stance, and no act."""
    verb = sentence.shadow.text[act.verb : act.end]
    takes = act.head.id in ("supports", "commitment", "bound", "firm") and act.thing
    if not takes and not verb.startswith(book.words.positions):
        return False
    issues = load_issues()
    low = page.low[sentence.start : sentence.end]
    return any(topic.start < 90 and issues.fits(topic.issue, low) for topic in issues.find(action.lower()))
