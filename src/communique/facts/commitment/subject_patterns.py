"""The codebook's words → the patterns by which the subject of an act is found at a place of a shadow."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook import LETTERS
from communique.codebook.commitment import CommitmentBook
from communique.facts.speech.parties import AND
from communique.grammar import expression, lazy

NAMES = (
    "["
    + "".join(LETTERS[t] for t in ("person", "country", "group", "pronoun", "body", "city", "demonym", "there"))
    + "".join(LETTERS[t] for t in ("name", "venue"))
    + "]"
)
ASIDE = r"(?:, ?[^,;:()]{1,90},)?"  # between a subject and its verb
STYLE = lazy(rf"{LETTERS['pronoun']} (?:royal |serene )?(?:majesty|highness|holiness)")

MANY = lazy(r"(?:the )?(?:two )?(?:\w+ )?(?:ministers|presidents|leaders|heads|chiefs|speakers)\b", re.I)
OBJECT = lazy(
    r"\b(?:to|will|would|shall|should|can|could|may|must|not) (?!and\b|or\b|be\b)[a-z]+ (?:the )?$"
    r"|\band (?:hop|wish|expect|want)(?:es|s|e?d) (?:that )?(?:the )?$"
)  # behind a verb, or what is hoped of others
PREPOSITION = lazy(
    r"\b(?:of|with|to|for|by|on|in|from|between|among|amongst|against|towards?|about|at|into|over|under|via|than|like"
    r"|including|across|inside|near|both|within|through|beyond|alongside|per|if|whether|unless|until|how|why|what|who"
    r"|whom|whose|as|when|since|because|before|after) (?:the )?$"
)
AS = lazy(r"\bas $")  # "announced a loan as the two sides agreed to", which is no comparison
PROMISED = lazy(r"(?:agree|decide|pledge|vow|resolve)d to\b")
OF_SIDE = lazy(
    rf"{LETTERS['office']}s? of (?:the )?$|"
    r"\b(?:governments?|sides?|leaders?|presidents?|(?:prime )?ministers?|representatives|republic"
    r"|compan(?:y|ies)|firms|banks|universities|navies|armed forces|enterprises|ministries|agencies|parliaments|experts"
    r"|heads of (?:state|government)|behalf|authorities|leadership|cabinet) of (?:the )?$"
    r"|\b(?:government|authorities|leadership|leaders|cabinet|administration|officials|rulers) in (?:the )?$"
)


@cache
def starts(book: CommitmentBook) -> re.Pattern[str]:
    """Where a subject may begin."""
    return expression(rf"{NAMES}|(?<!\w)(?:the two|both) (?=\w+['’])|(?<!\w)(?:its|{_many(book)})(?!\w)")


def _many(book: CommitmentBook) -> str:
    """Words for one party or all that hold no name."""
    office = rf"(?:(?:the (?:two )?|two |both )|(?<![^.;:] )(?<![^ .;:])){LETTERS['office']}"
    of_them = rf"(?:both|each|the two) of {LETTERS['pronoun']}"
    realms = "|".join(book.file.realms)
    realm = rf"the (?:{realms}|(?:new |coalition )?(?:government|cabinet)|nation|country)(?: side)?"
    ruling = r"government(?= (?:will|would|shall|has|is|intends|plans|undertook|pledged|agreed|decided)\b)"
    some = r"(?<=[\"“])i(?= (?:have|will|am|shall|intend|want|promise|plan|pledge)\b)"
    some += r"|both|it|they|we(?=['’]ll)|the two|each side|the parties|all parties"
    return rf"{of_them}|{STYLE.pattern}|{realm}|{ruling}|{some}|{book.words.together}|{office}"


@cache
def simple(book: CommitmentBook) -> re.Pattern[str]:
    """One party or all by their names, or by a word that stands for them."""
    more = rf"(?:(?!, {LETTERS['pronoun']}){AND}(?:aotearoa )?{NAMES})"
    who = rf"(?P<who>{NAMES}(?:{more}+,|{more}*)|(?:{_many(book)}))"
    sides = "sides?|parts?|governments?|administration|leadership|leaders?|people|parties|presidents|nations"
    tail = rf"(?:(?:'s?|’s?)? (?:{sides}))?(?: of (?:trade|education|transport|energy|culture|health|finance|state))?"
    tail += rf"(?: \({NAMES}?[^()]{{0,20}}\))?"
    when = rf"(?:,? (?:on |in |late |early |earlier )*{LETTERS['date']},?)?"
    return expression(
        rf"{who}{tail}{when}{ASIDE}(?: |(?='ll)){book.adverbs}"
        r"(?:[\"“](?=\w+ to )|[\"“'‘](?=(?:remains|is|was|will|has|stands|wants) ))?"
    )


@cache
def third_party(book: CommitmentBook) -> re.Pattern[str]:
    """Those who act for one side: "the Vestan ministry", "the ships of Norland"."""
    owner = rf"(?:{NAMES}(?: and {NAMES})?(?:'s?|’s?)?|its|(?:the two|both) (?:countries|nations|sides|states)['’])"
    actor = (
        r"(?:(?!will|would|and|to|with)[\w-]+ ){0,3}?(?:[\w-]+ and [\w-]+ (?=ministr|agenc|departments))?"
        rf"(?:{book.words.actors}|{book.words.bodies}|{LETTERS['office']})"
    )
    who = rf"(?P<who>{owner} {actor})(?: of [a-z]+)?(?!\w)"
    aside = rf"(?:{ASIDE}|(?<=[a-z]),)"  # "Norland Oil, the Norlandic company, is"
    return expression(rf"{who}{aside} {book.adverbs}")


@cache
def relative(book: CommitmentBook) -> re.Pattern[str]:
    """A subject with a clause of its own behind it: "Moor, who promised"."""
    return expression(
        rf"(?P<who>[{LETTERS['person']}{LETTERS['country']}]), (?:who|which) (?:has |have |had )?{book.adverbs}"
        r"(?=(?:promised|pledged|agreed|decided|undert|committed|offered|vowed|guaranteed|announced|advocated|urged"
        r"|intends|plans|wants|is (?:ready|prepared|willing)|was (?:ready|prepared|willing))\b)"
    )


@cache
def named(book: CommitmentBook) -> re.Pattern[str]:
    """What one side owns and calls by a name: "Vesta's Eximbank", "the Vestan company Brickworks"."""
    owner = rf"(?:[{LETTERS['country']}{LETTERS['demonym']}](?:'s?|’s?)?)"
    actor = rf"(?:(?!will|would|and|to|with)[\w-]+ ){{0,3}}?(?:{book.words.actors}|giant|group|major|builder|maker)"
    return expression(
        rf"(?P<who>{owner} (?:{actor} )?(?P<name>[\w.&-]+(?: [\w.&-]+){{0,3}}?))(?: \([^()]{{2,20}}\))?{ASIDE}"
        rf" {book.adverbs}(?=(?:will|would|shall|has|have|is|are|was|were|agreed|agrees|pledged|pledges|plans|intends"
        r"|committed|commits|offered|offers|announced|promised|undertook|decided|wants|supports|finances|could)\b)"
    )
