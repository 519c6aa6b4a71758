"""A page → whether its author speaks for a side."""

from __future__ import annotations

from communique.facts.speech.clauses import Circle
from communique.grammar import lazy
from communique.mentions import Page

OF_A_SIDE = lazy(
    r"(?i)\b(?:readout|fact sheet|press release|proclamation|op-ed|executive order|memorandum for|message to|report on"
    r"|letter (?:to|from)|background press|(?:joint|media|press|official|co-host|vision) statement"
    r"|statements? (?:by|from|on|of)|remarks (?:by|of|at|as)|nominations|chair['’]s summary|award|announces?"
    r"|(?:president|administration) (?:\w+ )?to \w+)\b"
)
OWN_VOICE = lazy(r"\b(?:I|[Ww]e|us|[Oo]ur (?:administration|partners|allies|partnership|nations|government))\b")
QUOTATION = lazy(r"[\"“][^\"”]*[\"”]")
HEADLINE = 140  # characters of a text without a title that may be one
DATED = lazy(  # a line that is only a day, as offices put it over what they publish
    r"(?im)^[ \t]*(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? (?:19|20)\d\d[ \t]*$"
)
HEADER = 200  # characters of the lines over a text
BYLINE = lazy(
    r"(?im)^[ \t]*(?:by\b|from our\b|[^\n]{0,60}\b(?:correspondent|opinion|comment|commentary|analysis|column))"
)
TIMES, WORDS = 3, 150  # uses of "we" outside quotation marks, and words for each, of a text that speaks for somebody
OPINION = 0.17  # share of a text's clauses that are likely claims from which it is an author's own, whatever its head
MUCH = 60  # words for each "we" of a text that judges and yet speaks for somebody


def is_official(page: Page, circle: Circle, judging: float) -> bool:
    """Whether a text speaks for a side or for both, and does not judge.

    Args:
        page: the text.
        circle: the parties whom "the two sides" means in it.
        judging: the share of its clauses that are likely claims, 0 to 1.
    """
    joint = circle.joint and judging <= OPINION
    return page.home is not None or joint or speaks_for_a_side(page, judging)


def speaks_for_a_side(page: Page, judging: float) -> bool:
    """Whether a text without an address is an official one by its title, or by a "we" that is nobody's quoted word.

    Args:
        page: the text.
        judging: the share of its clauses that are likely claims, 0 to 1; one that judges is official by its "we" alone.
    """
    title = page.clean[: page.text.body_start]
    body = page.clean[page.text.body_start :]
    head = title or body.lstrip().split("\n", maxsplit=1)[0][:HEADLINE]
    own, words = len(OWN_VOICE.findall(QUOTATION.sub("", body))), len(body.split())
    if judging > OPINION:
        return own >= TIMES and own * MUCH >= words
    if OF_A_SIDE.search(head):
        return True
    if BYLINE.search(page.clean, 0, HEADER):
        return False
    return DATED.search(page.clean, 0, HEADER) is not None or (own >= TIMES and own * WORDS >= words)
