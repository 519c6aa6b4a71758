"""The words of a position and behind them → whom it is directed to: who is asked or told, or whose the matter is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from communique.codebook import LETTERS
from communique.codebook.issues import matter_of
from communique.codebook.stance import Polarity
from communique.facts.speech.parties import party_of
from communique.facts.stance.asked import Head
from communique.facts.stance.owners import NAME
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence
from communique.records import StanceFact

ASKING = lazy(
    r"(?:urg|call\w* (?:up)?on|ask|press|warn|demand\w* (?:of|that)|implor|exhort|appeal\w* to|request|encourag|remind"
    r"|invit|tell|told|push|summon|expel|condition)"
)
NAMES_IT = lazy(r"\b(?:russia|putin|moscow|kremlin|aggress|invasion|invad|war\b|attack|strike|annex|referend|atrocit)")
MATTER = lazy(r"\b(?:settlement|solution|resolution|peace|peaceful|talks|crisis|war|end|truce|ceasefire)\b")
NO_MATTER = lazy(
    r"\b(?:in the face of|in response to|despite|amid|against|following|since|after|before|russian energy)\b"
)
NEAR = 40  # characters from where Ukraine is named
WHO = rf"(?P<who>{NAME})"
IMPOSED = lazy(  # whose they are, who is to lift them
    rf"{WHO}(?:['’]s?)? (?:\w+ ){{0,2}}(?:embargo|blockade|sanctions|tariffs|restrictions)\b"
)
OUGHT = lazy(
    rf"(?:\S )?(?:(?:said|says|felt|feels|believes?|\w+ed) )?(?:that )?[\"“]?(?:the )?{WHO}"
    r"(?:(?:'s?)? (?:side|government|authorities))?(?: \w+ly)? $"
)
MODAL = lazy(r"(?:must|should|ought to|ha(?:s|ve|d) to|needs? to|needed to)\b")
FIVE_POINT = lazy(r"\bfive[- ]point consensus\b")  # what ASEAN asks of the generals of Myanmar
WORLD = lazy(r"UN|IAEA|WTO|WHO|ICC|ICJ|G7|G20|IMF|OPCW")  # before these, or of them, and towards nobody
BACKED = lazy(
    r"\b(?:support|back|stand|stood|solidarity|side|sympath|help|uph[eo]ld|respect|reaffirm|reiterat|commit|endors)"
)
SANCTIONED = lazy(
    r"(?:sanctions|embargo|blockade|penalties|restrictions)(?: regime)? (?:imposed |\w+ly )?(?:on|against|of)"
    rf" (?:the )?(?P<who>{NAME})"
)


class Whom(NamedTuple):
    """The country or body that the words of a position name: whom they ask or tell, whose the matter is, where it is,
    whom sanctions are on, whose they are, and which third country stands there alone.
    """

    asked: str | None = None
    named: str | None = None
    inside: str | None = None
    sanctioned: str | None = None
    imposed: str | None = None
    alone: str | None = None


def whom(page: Page, sentence: Sentence, head: Head, at: int, stop: int, parties: Sequence[str]) -> Whom:
    """Whom the words of a position name, its object lying from `at` to `stop` in the shadow."""
    text = sentence.shadow.text
    begins = head.begins if head.content else at

    def code(hit: re.Match[str] | None) -> str | None:
        item = sentence.shadow.items.get(hit.end("who") - 1) if hit is not None else None
        if item is None or page.clean[item.start : item.end] == "States":
            return None
        found = party_of(page, item)
        return None if found in head.holders else found

    told = _told().search(text, head.clause.verb, head.end) if head.clause.holders else None
    direct = code(_direct().match(text, begins, head.stop))
    modal = head.content and MODAL.match(text, head.start) is not None
    ought = code(OUGHT.match(text, head.begins, head.start)) if modal else None
    asked = ASKING.match(text, head.start) is not None
    return Whom(
        asked=ought or code(told) or (direct if asked else None), named=direct,
        inside=code(_inside().match(text, begins, head.stop)),
        sanctioned=code(SANCTIONED.search(text, head.begins, head.stop)),
        imposed=code(IMPOSED.search(text, head.begins, head.stop)),
        alone=_alone(page, sentence, (begins, stop), {*head.holders, *parties}) if head.polarity == "support" else None,
    )  # fmt: skip


def thanker(head: Head, issue: str) -> str | None:
    """Who thanks another for a position, where it is one towards the thanker, and no matter of the whole world."""
    matter = matter_of(issue)
    own = not matter.world or head.toward == matter.of or head.toward not in head.clause.holders
    return head.toward if own else None


def _alone(page: Page, sentence: Sentence, words: tuple[int, int], parties: set[str]) -> str | None:
    """The one third country that the words of a position name."""
    aside = NO_MATTER.search(sentence.shadow.text, *words)
    items = sentence.shadow.items_in(words[0], aside.start() if aside else words[1])
    named = [item for item in items if item.type in ("country", "demonym")]
    codes = {party_of(page, item) for item in named if page.clean[item.start : item.end] != "States"}
    return codes.pop() if len(codes) == 1 and codes.isdisjoint(parties) else None


def fixed(issue: str, polarity: Polarity | None = None) -> str | None:
    """To whom all positions on an issue are directed, or all of that polarity, whoever else is named."""
    matter = matter_of(issue)
    return matter.of if matter.directed is not None and matter.directed in ("always", polarity) else None


def directed(fact: StanceFact, whom: Whom) -> str | None:
    """Whom a position is directed to; None where those whom its words name are only what it is about."""
    if fact.issue == "russia_aggression" and (
        fact.polarity == "neutral" or not NAMES_IT.search((fact.formula or "").lower())
    ):
        return None
    if whose := fixed(fact.issue, fact.polarity):
        return _state(fact, whose)
    return _state(fact, whom.asked) or fact.toward or _named(fact, whom)


def _named(fact: StanceFact, whom: Whom) -> str | None:
    if fact.issue == "sanctions":
        whose = whom.imposed if fact.polarity == "oppose" else None
        return _state(fact, whose or whom.sanctioned)
    words, matter = (fact.formula or "").lower(), matter_of(fact.issue)
    if FIVE_POINT.search(words):
        return _state(fact, "MMR")
    if matter.named:
        return _state(fact, whom.named or whom.inside or whom.alone)
    if matter.side not in (None, fact.polarity) or whom.named != matter.of:
        return None
    if fact.issue == "ukraine" and (MATTER.search(words, 0, words.find("ukrain") + NEAR) or not BACKED.search(words)):
        return None
    return _state(fact, whom.named)


def _state(fact: StanceFact, code: str | None) -> str | None:
    return None if code is None or code in fact.holder or WORLD.match(code) else code


ASIDE = (
    r"on|with|against|between|from|at|over|under|after|during|across|within|near|towards?|via|through|that|which|who"
    r"|as|or|including|is|are|was|were|has|have|must|should|will|would"
)
TERMS = r"(?:in the (?:strongest|clearest) (?:possible |\w+ )?terms |unequivocally |without reserve )?"


@cache
def _direct() -> re.Pattern[str]:
    plain = rf"(?:(?!(?:{ASIDE}|in|to|and)\b)[\w'’-]+ ){{0,6}}?(?:the )?"
    owned = rf"(?:(?!(?:{ASIDE}|in|to)\b)[\w'’-]+,? ){{0,8}}?of (?:the )?"
    return expression(rf"[ \"“]*{TERMS}(?:{plain}|{owned}){WHO}")


@cache
def _inside() -> re.Pattern[str]:
    return expression(rf"[ \"“]*(?:(?!(?:{ASIDE}|and)\b)[\w'’-]+ ){{1,8}}?in (?:the )?(?P<who>{LETTERS['country']})")


@cache
def _told() -> re.Pattern[str]:
    verb = (
        r"told|tells|assured|assures|reminded|reminds|warned|warns|informed|urged|urges"
        r"|(?:conveyed|expressed|stressed|underlined|underscored|reiterated|emphasi[sz]ed|reaffirmed|said"
        r"|made clear) to"
    )
    return expression(rf"\b(?:{verb}) (?:the )?{WHO}")
