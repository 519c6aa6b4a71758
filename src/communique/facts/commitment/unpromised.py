"""An act in its clause → whether it promises nothing: a programme, which thing is meant, a position on an issue."""

from __future__ import annotations

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.codebook.fields import load_fields
from communique.codebook.issues import load_issues
from communique.facts.commitment.acts import Act
from communique.facts.commitment.subjects import Clause
from communique.facts.commitment.verbs import unquoted, word_at
from communique.grammar import lazy
from communique.mentions import Page, Sentence

NO_OBJECT = lazy(r" ?(?:[.,;]|$)| (?:in|under|next|this|last|from|during|within)\b")
ROLE = lazy(r"\b(?:in|to|for) which (?:the )?$")
HELD_HERE = lazy(  # what a programme holds, or the signing of what is told as a document
    r"(?:.*\b(?:talks|meetings?|negotiations|ceremon(?:y|ies)|press conferences?|banquets?|dinners?|lunch(?:eon)?s?"
    r"|receptions?|forums?|exhibitions?|concerts?)\b[^,;]{0,40}"
    r" be (?:\w+ ){0,2}(?:held|hosted|given|organi[sz]ed|laid on)\b"
    r"|.*\b(?:agreements?|memorand\w+|mous?|documents?|pacts?|deals?|accords?|contracts?|treat(?:y|ies)|protocols?)\b"
    r"[^;]{0,60} be (?:\w+ ){0,2}(?:signed|inked|initiall?ed|sealed|firmed up|exchanged)\b"
    r"|there (?:will|would) be (?:an? |the )?(?:[\w-]+ ){0,3}"
    r"(?:ceremon(?:y|ies)|press conference|banquet|dinner|lunch(?:eon)?|reception|parade)\b)"
)
LATER = lazy(  # beyond the visit: what is agreed for that time is an act
    r"\b(?:next|every|each|annual\w*|regular\w*|later|soon|shortly|future|within|coming|(?:19|20)\d\d|twice|once"
    r"|by the end|spring|summer|autumn|winter|quarter|half|january|february|march|april|may|june|july|august"
    r"|september|october|november|december"
    r"|commissions?|committees?|councils?|working groups?|session|rounds?|ministers)\b"
)
THIS_YEARS = lazy(r"\b\d+(?:st|nd|rd|th) annual\b")
SUMMIT = lazy(r"(?i)(?:hold|host|convene)\b[^;]*\bnext year\b")  # agreed for another occasion
RELATIVE = lazy(r"\b(?:that|which|whom) (?:the )?$")
_OUTCOME = (
    r"(?:sense|send (?:an?|the) (?:[\w-]+ )?(?:message|signal)|take (?:an?|another) (?:[\w-]+ )?step towards?"
    r"|make progress|met|swallow|pounce|lose|suffer|showcase|draw benefits|gain from)\b"
)
OUTCOME = lazy(_OUTCOME)  # what happens to somebody, or how it looks
OUTCOME_TOLD = lazy(rf"\b(?:will|would|to) (?:\w+ly |also )?{_OUTCOME}")
TALK = (
    "raise", "review", "address", "mark", "commemorate", "celebrate", "underscore", "speak", "stay", "take stock",
    "press", "push",
)  # fmt: skip
ALONE = lazy(  # verbs that ask for no object
    r"(?:do|remain|keep|help|contribute|continue|assist|collaborate|consult|join|return|push|step|take part|work"
    r"|co-?operate|meet|invest|act|focus|participate|partner|engage|go|move|stay|stand|start)\b"
)

SOIL = lazy(  # of one's own soil one tells what one will allow: an act, and no view
    rf"(?:[{LETTERS['demonym']}]|[{LETTERS['country']}]['’]s?|its|{LETTERS['pronoun']}(?: country['’]s)?)"
    r" (?:territory|soil|lands?|airspace|waters|ports|bases) (?:shall|will|would) (?:not|never)\b"
)
BACKED = lazy(  # what one state does for another in a body: an act, whatever the body stands for
    r"\b(?:candida\w+|nominee|nomination|bids?|accession|membership|admission|application|hosting|chairmanship"
    r"|presidency of|seat (?:on|in)|status(?! quo)|observer|as (?:the )?host|host of|to host|co-host)\b"
)
CLAIMED = lazy(
    r"(?<!non-)\bpermanent (?:member|seat)|\breformed\b|\bPalestin|\bTaiwan|\bNATO\b|European Union"
)  # matters of dispute all the same
AGAINST = ("condemn", "denounc", "deplor", "reject", "oppos")  # what one is against, one does nothing about
REFUSED = lazy(r"(?:never|not) (?:\w+ly )?(?:allow|accept|permit|tolerate|let|agree)\b")  # what one is against
HELPS = lazy(r"(?:encourag|facilitat|foster)")
FORMED = lazy(
    r"\b(?:holding|entry into force|summit|found|establish\w*|agency|dialogue|launch|agreement|role in the|exchanges?"
    r"|contacts)\b"
)
MATTERS = frozenset(("peace_security", "multilateral", "politics", "human_rights"))  # of these a side has a view
VIEWED = lazy(  # what somebody takes sides in
    r"\b(?:settlement|resolution of|central role|centrality|unity|cause|sovereignty|integrity|independen\w+|envoy|rival"
    r"|operation|struggle|positions?|stance|mediation|peace|ceasefire|two-state|rights?|self-determination|principles?"
    r"|(?:th[eo]se|peace|diplomatic|mediation) efforts|\w+ processes)\b"
)


def is_politics(action: str) -> bool:
    """Whether what is supported is a side in a matter of politics, of which one has a view and does nothing."""
    if VIEWED.search(action[:110]):
        return True
    shown = load_fields().strong(action)
    return bool(shown) and MATTERS.issuperset(shown) and FORMED.search(action) is None


def is_held_here(words: str) -> bool:
    """Whether a passive only tells of the visit's programme: "talks will be held", "six accords will be signed"."""
    low = words.lower()
    return HELD_HERE.match(low) is not None and LATER.search(low) is None


def is_programme(
    page: Page, sentence: Sentence, act: Act, clause: Clause, book: CommitmentBook, *, joint: bool
) -> bool:
    """Whether a "will" only tells what is on somebody's programme; in a joint text "they" are states, else persons."""
    if act.head.id not in ("will", "would", "intends"):
        return False
    words = unquoted(sentence.shadow.text)[act.verb : act.end]
    if act.head.id == "intends" and not joint and words.startswith(("discuss ", "witness ")):
        return True
    if not any(item.type == "person" for item in clause.items) and words.startswith("stand by "):
        return False
    if act.head.id == "intends" or SUMMIT.match(page.clean, *sentence.shadow.span(act.verb, act.end)):
        return False
    first = word_at(words, 0)
    hit = book.programme.match(book.base.get(first, first) + words[len(first) :])
    if hit is None:
        return False
    persons = ("he", "she", "leaders") if joint else ("he", "she", "leaders", "they", "both")
    person = not (clause.actor and clause.actor.endswith("teams")) and any(
        item.type == "person" or item.value in persons for item in clause.items
    )
    if book.regular.search(words) and not (person and THIS_YEARS.search(words)):
        return False
    if not person and words.startswith(("take part", "participate")):
        return False
    return person or not words.startswith(TALK)


def is_relative(text: str, act: Act, clause: Clause) -> bool:
    """Whether an act only tells which thing is meant, which is its object: "the summit that he will host in May"."""
    if text.startswith("play", act.verb) and ROLE.search(text, 0, clause.start):
        return True
    if RELATIVE.search(text, 0, clause.start) is None or act.head.id == "interest":
        return False
    at = act.verb if act.thing else act.verb + len(word_at(text, act.verb))
    return NO_OBJECT.match(text, at) is not None and ALONE.match(text, act.verb) is None


def is_outcome(text: str, act: Act) -> bool:
    """Whether the words only guess at what happens to somebody or how it looks: "will send a message", "will lose"."""
    return act.head.outcome and OUTCOME.match(text, act.verb) is not None


def is_position(page: Page, sentence: Sentence, act: Act, action: str, book: CommitmentBook) -> bool:
    """Whether the words take a position on an issue: that is a stance, and no act."""
    verb = sentence.shadow.text[act.verb : act.end]
    if act.head.id == "keen" and action.startswith(("favour", "favor")) and is_politics(action):
        return True
    if SOIL.match(sentence.shadow.text, act.start):
        return False
    if verb.startswith(AGAINST):
        return True
    takes = act.head.id in ("supports", "commitment", "bound", "firm") and act.thing
    if not takes and not verb.startswith(book.words.positions) and REFUSED.match(action) is None:
        return False
    if BACKED.search(action) and not CLAIMED.search(action):
        return False
    if act.head.id == "supports" and act.thing and not HELPS.match(action) and is_politics(action):
        return True
    issues = load_issues()
    low = page.low[sentence.start : sentence.end]
    return any(topic.start < 90 and issues.fits(topic.issue, low) for topic in issues.find(action.lower()))
