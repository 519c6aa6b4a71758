"""Words in a shadow → what they are there: the verb of an act, or a noun that looks like one."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook, Head
from communique.grammar import expression, lazy

THEIRS = lazy(  # what others are to do: "help them build, run and keep", "the capacity of all to prevent, detect and"
    r"^(?:help|assist|support|enabl|allow)\w* (?!effort|work|step|plan|measure)[^,;]{2,50}? to ([a-z]+)"
    r"|^help(?:ing)? (?:the )?[^\s,;]+ ([a-z]+)|\b(?:capacity|ability)(?: of [^,;]{2,40})? to ([a-z]+)"
)
WORD = lazy(r"[\w-]+")
NEAR = 90  # characters behind a verb in which it is said how often
THING = lazy(r"(?:the|an?|its|this|that|these|those|each|all|more|new|any|both|such|no)$")
DOCUMENT = lazy(  # what it is agreed to sign
    r"sign (?:[\w-]+ ){0,6}?(?:memorand\w+|agreements?|treat(?:y|ies)|contracts?|protocols?|conventions?|accords?)\b"
)
DEED = lazy(
    r"(?!.*(?:ly|ing|ed|[^s]s|ion|ment|ity|ness|[ae]nce|[ae]nt|al|ic|ous|able|ful|ive)$)[a-z][a-z-]{2,}"
)  # the form of a bare verb
ADJECTIVES = ("secure", "open", "complete", "clear", "smooth", "close", "free", "clean")
DETERMINERS = ("the", "a", "an", "its", "their", "all", "more", "new")
LISTED = lazy(r"\w, [\w-]+, (?:and )?$|\b(?:an?|robust|safe|inclusive|resilient|open|free|reliable|fair),? (?:and )?$")
COMPOUND = lazy(r"(?:supply chain|work ?force|transport link|export control|finance minister|trade deal|market access)")
PERMITS = lazy(r"(?:permits?|visas?|plans?|programmes?|conditions|force)$")
AGAIN = lazy(rf"meet (?:again|next|once more|in {LETTERS['date']}|at least)\b")  # what is agreed, and no programme
NAMED = "".join(LETTERS[t] for t in ("demonym", "country", "body"))
NEED = lazy(
    r" (?:on|to|upon) (?:the )?(?:\w+ )?"
    r"(?:importance|need|necessity|significance|urgency|value|priority|principle|basis|premise|rejection"
    r"|condemnation|refusal|gravity|seriousness|dangers?)"
)
NEXT = lazy(  # what is looked forward to as agreed
    r" to (?:the |an? )?(?:early |next |forthcoming |upcoming |first |second |\w+th )+(?:[\w-]+ ){0,2}"
    r"(?:meeting|session|round|edition)\b"
)
MADE_SO = lazy(  # "agreed to have two bridges built", "to be a member", "to see the pact signed"
    r"have (?:the |an? |its |two |\w+ )(?:[\w-]+ ){1,4}?(?:\w{3,}ed|\w{3,}ing|built|drawn up|set up|begun|begin)\b"
    rf"|have (?:{LETTERS['pronoun']}|its|the) (?:[\w-]+ )?(?:teams|officials|ministers|experts|envoys) [a-z]+"
    r"|see (?:more|closer|greater|further|stronger|deeper|better|faster"
    rf"|(?:the |an? )?(?:[\w{NAMED}-]+ ){{1,7}}?(?:run|built|begun|\w{{4,}}ed))\b"
    r"|be (?:an? |the )?(?:[\w-]+ )?(?:member|hosts?|partners?|signator(?:y|ies)|observers?)\b"
)
PARTING = {  # verbs of journeys and manners that are acts before such a thing: "leave the court", "meet half the cost"
    "leave": lazy(
        r"(?:leave|leaving) (?:the |this |its )(?:[\w-]+ ){0,3}?(?:court|organi[sz]ation|union|alliance|pact|treaty"
        r"|accords?|agreement|convention|mission|coalition|bloc|framework|grid|deal)\b"
        r"|leave [^,;.]{2,40} (?:alone|in the lurch|unprotected|to itself)\b"
    ),
    "meet": lazy(
        r"meet (?:[^ ,;.]+ ){0,3}?(?:standards?|requirements?|conditions?|obligations?|commitments?|targets?|costs?"
        r"|needs?|demands?|half|third|quarter|bill|criteria|deadline)\b"
    ),
    "ask": lazy(rf"ask (?:[{NAMED}{LETTERS['city']}]|its [\w-]+|the (?:council|security council)) to [a-z]"),
    "spend": lazy(r"spend [^,;]{0,30}(?:million|billion|\d)"),
    "come": lazy(r"come to (?:the|its|each) [^,;]{0,30}?(?:aid|assistance|help|defen[cs]e|rescue)\b"),
    "become": lazy(r"become (?:an? )?(?:full )?(?:member|party|signatory|shareholder|co-owner)\b"
        rf"|become (?:an? |the |[{NAMED}]['’]s? )(?:[\w-]+ ){{0,2}}?(?:gateway|hub|supplier|partner|base)\b"
    ),
    "receive": lazy(
        rf"receive (?!(?:an? |the )?(?:[\w-]+ )?(?:[{LETTERS['person']}{LETTERS['pronoun']}{LETTERS['office']}]|guest"
        r"|visit|delegation|refugee|invitation))(?:[^ ,;.]+ ){0,5}[^ ,;.]+"
    ),
    "fly": lazy(r"fly [^,;.]{0,40}(?:flights|times a week|route)"),
    "stand": lazy(r"stand by (?!for\b)"),
}  # fmt: skip
NAME_QUOTED = lazy(r"(?<=\w )[\"“](?P<name>(?!to )[^\"“”,;]{1,70})[\"”](?=[ ,.;])")
UTMOST = lazy(rf"do(?:ing)? (?:all|everything|whatever|more|(?:its|{LETTERS['pronoun']}) (?:utmost|best|part|share))\b")


def unquoted(text: str) -> str:
    """A shadow of the same length whose short quoted names no longer end a clause: the "Belt and Road" of both."""
    return NAME_QUOTED.sub(lambda m: f"‹{m['name']}›", text) if '"' in text or "“" in text else text


def word_at(text: str, p: int) -> str:
    """The word at a place; "go on" and "do all" count as one. Empty where no word stands there."""
    hit = WORD.match(text, p)
    if hit is None:
        return ""
    if UTMOST.match(text, p):
        return "do all"
    return f"{hit[0]} {word_at(text, hit.end() + 1)}" if hit[0] in ("go", "live") else hit[0]


def past_adverbs(text: str, p: int, book: CommitmentBook) -> int:
    """The place behind the adverbs that stand at a place."""
    hit = _compiled(book.adverbs).match(text, p)
    return hit.end() if hit else p


def noun_here(text: str, p: int, word: str, book: CommitmentBook) -> bool:
    """Whether a word that is a noun as well as a verb is the noun: no thing of its own follows it."""
    words = book.words
    if word not in words.nouns:
        return False
    if text[p + len(word) : p + len(word) + 1] != " " or COMPOUND.match(text, p):
        return True
    following = word_at(text, p + len(word) + 1)
    if word == "work" and PERMITS.match(following):
        return True
    if word in words.joining and following in words.joins:
        return word == "work" and following in ("in", "by")
    return following in words.no_object


def head_is_noun(text: str, p: int, word: str, book: CommitmentBook, *, after_verb: bool) -> bool:
    """Whether what looks like a head behind "and" belongs to the thing before it: "progress and plans to expand".

    `after_verb`: the act before is a verb with its thing, and not a head with its own.
    """
    if word == "open" and text[:p].endswith("free and "):
        return True
    if word in ADJECTIVES and LISTED.search(text, 0, p) and word_at(text, p + len(word) + 1) not in DETERMINERS:
        return True  # "robust, inclusive, and secure service"
    if word == "supports" and text[:p].endswith((", ", ", and ")):
        return word_at(text, p + len(word) + 1) in book.words.no_object
    if word in ("plan", "aim") and text.startswith(" to ", p + len(word)) and text[:p].endswith(", and "):
        return False
    if word in book.words.plurals:
        following = word_at(text, p + len(word) + 1)
        if after_verb or word in ("pledges", "promises"):
            counted = following[:1].isdigit() or text.startswith((" $", " €", " £", " dkk "), p + len(word))
            return following not in ("the", "a", "an", "its", "all", "to", "further", "more") and not counted
        return True
    return word in book.words.head_nouns and noun_here(text, p, word, book)


def regular(text: str, p: int, word: str, head: Head, book: CommitmentBook) -> bool:
    """Whether a verb of what a programme holds is an act after all: "will meet every year", "agreed to talk about"."""
    if word == "talk":
        return head.deed
    if word == "sign":
        return (head.deed or head.id == "shall") and DOCUMENT.match(text, p) is not None
    if word in ("have", "be", "see"):
        return head.takes == "to" and MADE_SO.match(text, p) is not None
    if word in PARTING and (word != "receive" or head.takes == "to") and PARTING[word].match(text, p):
        return True
    if word not in ("meet", "visit") or (head.takes != "verb" and not head.deed):
        return False
    again = head.takes != "verb" and AGAIN.match(text, p) is not None
    return again or book.regular.search(text, p, p + NEAR) is not None


def is_deed(word: str, book: CommitmentBook) -> bool:
    """Whether a word behind "will" is the verb of a deed: a known one, or any that tells no state and no event."""
    return word in book.bare or (DEED.fullmatch(word) is not None and word not in book.states)


def mood_of(text: str, p: int, word: str, head: Head, prep: str | None, book: CommitmentBook) -> str:
    """The form of the verb behind "agreed to", "committed to" and the like: verb, ing; empty where it is no verb."""
    if word in book.gerunds or (word.endswith("ing") and len(word) > 6 and prep and head.id != "forward"):
        return "ing"
    if prep != "to" or head.id == "forward":
        return ""
    sure = head.deed and not THING.match(word)
    free = head.free and is_deed(word, book)
    known = ((free or word in book.bare) and not noun_here(text, p, word, book)) or MADE_SO.match(text, p) is not None
    return "verb" if known or (sure and WORD.fullmatch(word)) else ""


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return expression(words)


@cache
def following(book: CommitmentBook) -> re.Pattern[str]:
    """What stands between a head and the word that decides what it heads."""
    aside = (
        r"(?:in|at) (?:return|turn|exchange|principle|private|writing|public|" + LETTERS["city"] + ")"
        rf"|on (?:its|their|{LETTERS['pronoun']}) (?:own )?(?:side|part)|in particular|(?:also|further|\w+ly)"
    )
    when = rf"(?:(?:on|late|early|in) )*{LETTERS['date']}"
    return expression(
        rf"(?:,? (?:{when}|{aside}|as well),?(?= (?:not )?(?:to|that|on)\b)|, [^,;.:]{{2,70}},(?= )"
        rf"| (?:from|by|on|in) {LETTERS['date']}(?= ))?"
        r",? ?[\"“]?(?:(?P<prep>to|on|upon|about|of|in|for|towards?|with(?= \w+ing\b)) )?"
        r"(?P<no>(?:not|never) (?!only\b))?"
        rf"{book.adverbs}(?:(?P<then>to) )?(?P<verb>[^\s,;.:]+)"
    )
