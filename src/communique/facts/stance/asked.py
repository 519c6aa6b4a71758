"""What a sentence holds without saying who, and what parties ask of others → positions, beside those of a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from communique.codebook import LETTERS
from communique.codebook.stance import Polarity, StanceBook
from communique.facts.speech.clauses import Circle, Clause
from communique.facts.speech.parties import party_of
from communique.grammar import expression, lazy
from communique.mentions import Page, Sentence

NAMED = "".join(LETTERS[t] for t in ("person", "country", "pronoun", "body", "city", "demonym"))
STOPS = lazy(
    r"[;:!?]|(?<!\b[a-z]\.[a-z])(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\bmrs)\.(?: |$)"
    r"|, (?:which|who|whose|where)\b|\bwhile\b|\bwhereas\b|\bbut\b"
    r"| [—–] an? (?:step|move|plan|deal|demand|claim|project|position|idea|proposal|decision)\b"
    r"|, said\b|,[”\"] |[”\"]?, (?:he|she) (?:said|added)"
    rf"|,[”\"’']? (?:the )?[{NAMED}](?: \w+){{0,2}} (?:said|says|added|told|stressed|noted|argued|insisted|warned)\b"
)
PASSIVE = lazy(  # nobody behind "by" does it
    r"\b(?:(?P<noun>support|backing|opposition|concerns?|condemnation|rejection|solidarity|commitment|adherence|respect"
    r"|attachment|importance|need|necessity|urgency|readiness|hope) (?:(?:for|to|of|over|about|at|with|on|that) "
    r"(?:(?! (?:was|were|is|are|has|have) )[^;]){1,160}? )?)?"
    r"(?:was|were|is|are|has been|have been|stands?|stood) (?:(?:also|again|both|\w+ly) )*"
    r"(?P<verb>(?(noun)(?:voiced|expressed|reaffirmed|reiterated|restated|stressed|underlined|underscored|emphasi[sz]ed"
    r"|noted|recalled|acknowledged|recogni[sz]ed|highlighted|affirmed|confirmed|agreed|shared|conveyed|repeated)"
    r"|(?:urged|called (?:up)?on|called for|condemned|rejected|deplored|opposed|reaffirmed|reiterated|stressed"
    r"|denounced|advocated|upheld|underlined|underscored|supported|demanded|welcomed(?= [^,;]* initiative)"
    r"|(?:considered|deemed|held|found|judged|declared|regarded as|seen as|viewed as|recogni[sz]ed as|described as)"
    r" (?:to be )?(?:an? )?(?:\w+ly )?(?P<weighed>necessary|essential|vital|crucial|indispensable|important|imperative"
    r"|urgent|desirable|unavoidable|a priority|(?:un|in|im)(?:acceptable|admissible|permissible|justifiable|tolerable)"
    r"|illegal|unlawful|illegitimate))))(?! by\b)(?!\w)"
)
LOUD = lazy(
    r"urged|called|demanded|condemned|rejected|deplored|opposed|denounced|concern|support|condemnation|rejection"
)
AVERSE = lazy(
    r"oppos|concern|condemn|reject|deplor|denounc|.*(?:acceptable|missible|justifi|tolerable|legal|unlawful|gitimate)"
)
CUT_BEFORE = lazy(r"; |, (?:and|while|but) ")
CONCERN = lazy(r".*\b(?:concern|raised?\b|raising\b)")
REACH = 150  # shadow characters from the words of a position to its issue
ASKS = (
    r"\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|press(?:es|ed|ing)?|implor(?:es|ed)|exhort(?:s|ed)|begged"
    r"|asked|appeal(?:s|ed|ing)? to|(?:invit|encourag|advis|challeng|remind|beseech|summon)(?:es|s|ed)"
    r"|(?:warn|counsel|push|prod|request|lobby|lobbi)(?:s|es|ed|led)?|told|tells|(?:put|puts) pressure on"
    r"|lean(?:s|ed)? on|demand(?:s|ed)? of|demand(?:s|ed)?(?= that))"
)
# What is asked of a third party is a position too: "urged all armed groups to lay down their weapons".
NO_PLEA = r"(?!(?:against|of|about|over) |.{0,60}\b(?:that|about|he|she|it|they|had|was|is|were|are|no) )"
PLEA = lazy(
    rf"{ASKS} (?P<whom>{NO_PLEA}[^,;.]{{1,70}}?) to (?=[a-z])"
    r"(?!follow suit|(?:attend|visit|pay|tour|come|be present)\b)"
)
THEM = lazy(
    r"\b(?:all|other|both|the|its|his|her|their|opposing|warring|armed|any|most|many|some|developed|rich|western|regional"
    r"|neighbou?ring|major|great|arab|muslim|african) (?:[\w-]+ ){0,2}(?:countries|nations"
    r"|parties|sides|leaders|factions|authorities|community|groups|actors|donors|partners|allies|members|states"
    r"|governments|generals|commanders|warlords|belligerents|camps|politicians|opposition|regime|powers"
    r"|fighters|rulers|protagonists|capitals|world|bloc|neighbou?rs|taliban|houthis|militias|junta|forces|rebels|combatants)\b"
)


class Head(msgspec.Struct, gc=False):
    """Words that take a position, by positions in the shadow; the object runs from `end` to `stop`."""

    start: int
    end: int
    stop: int
    begins: int
    polarity: Polarity
    holders: tuple[str, ...]
    toward: str | None
    reach: int
    loud: bool
    content: bool
    thanks: bool
    owned: bool
    fights: bool
    worries: bool
    clause: Clause
    unowned: bool = False
    denied: bool = False  # a thing is said not to be what others call it


def passives(text: str, circle: Circle, book: StanceBook) -> Iterator[Head]:
    """What a joint text holds without saying who: "support was voiced for", "peace was called for", of all parties."""
    for hit in PASSIVE.finditer(text):
        word = hit["noun"] or hit["weighed"] or hit["verb"]
        stop = stop_of(text, hit.end())
        loud = LOUD.match(word) is not None and book.is_matter(text, hit.start(), stop)
        side: Polarity = "oppose" if AVERSE.match(word) else "support"
        begins = behind_last(CUT_BEFORE, text, hit.start())
        yield Head(
            start=hit.start(), end=hit.end(), stop=stop, begins=begins,
            polarity=side, holders=circle.parties, toward=None, reach=REACH,
            loud=loud, content=True, thanks=False, owned=False, fights=False, worries=CONCERN.match(word) is not None,
            clause=Clause(begins, hit.start(), word, circle.parties), unowned=True,
        )  # fmt: skip


def behind_last(mark: re.Pattern[str], text: str, at: int) -> int:
    """Where the last match before a place ends; 0 where there is none."""
    return max((hit.end() for hit in mark.finditer(text, 0, at)), default=0)


def pleas(page: Page, sentence: Sentence, acts: list[Clause], circle: Circle, book: StanceBook) -> Iterator[Head]:
    """What parties ask of others than themselves, as a position on what has no code of its own."""
    text = sentence.shadow.text
    for hit in PLEA.finditer(text):
        start = hit.start()
        clause = next((c for c in reversed(acts) if c.verb <= start), None)
        if clause is None or not clause.holders:
            continue
        if start != clause.verb and not less_adverbs(text[:start]).endswith(("and ", ", ")):
            continue
        asked = [party_of(page, item) for item in sentence.shadow.items_in(*hit.span("whom"))]
        named = [code for code in asked if code]
        stop = stop_of(text, hit.end())
        if not named and not THEM.search(hit["whom"]):
            continue
        if not set(clause.holders).isdisjoint(named):
            continue
        # what one of the parties shall do is a position only where it is a matter of states
        loud = set(circle.parties).isdisjoint(named) or book.is_matter(text, hit.end(), stop)
        yield Head(
            start=start, end=hit.start("whom"), stop=stop, begins=start,
            polarity="oppose" if hit["whom"].endswith(" not") else "support",
            holders=clause.holders, toward=None, reach=0,
            loud=loud, content=False, thanks=False, owned=False, fights=False, worries=False, clause=clause,
        )  # fmt: skip


def stop_of(text: str, at: int) -> int:
    """Where the object of a position that is taken before `at` ends, at the latest."""
    stop = STOPS.search(text, at)
    return stop.start() if stop else len(text)


def less_adverbs(text: str) -> str:
    """A text without the adverbs that it ends with."""
    return _adverbs().sub("", text)


@cache
def _adverbs() -> re.Pattern[str]:
    return expression(
        r"(?:\b(?:as (?:always|ever|before)"
        r"|also|both|further|once again|again|\w+ly|together|always|not|never) )+$"
    )
