"""A match of a rule → the label of a relation as written, with the words that it goes on with, and its span."""

from __future__ import annotations

import re

from communique.grammar import Match, lazy
from communique.mentions import Page

LEAD = lazy(r"^(?:(?:the|a|an|our|its|their|this|that|new|bilateral|and|enduring|u\.s\.)\s+)+", re.I)
MEANT = (  # what a partnership is for or of: "for Peace and Prosperity", "of mutual trust"
    r"(?:peace|prosperity|cooperation|coordination|development|friendship|generations|assistance|trust|benefit|future"
    r"|interaction|security|growth|innovation|centur(?:y|ies)|resilience|progress|democracy|stability|action"
    r"|excellence|new era|solidarity|respect|understanding|equality)"
)
WHICH = (
    r"(?:the|an?|mutual|sincere|sustainable|shared|lasting|everlasting|common|regional|global|strategic|comprehensive"
    r"|new|good|twenty-first|21st|green|inclusive|defen[cs]e)"
)
FOR_WHAT = lazy(rf" (?:of|for)(?: {WHICH})*? {MEANT}(?:(?: and|, and| of| for)?(?: {WHICH})*? {MEANT})*\b", re.I)
OPENS = lazy(r"^\w+ (?:(?:an?|the|their) )?[\"“]?(?:(?:an?|the) )?")  # words of a rule before the label itself
BARE = (
    "alliance",
    "special relationship",
    "strategic partners",
    "strategic partner",
    "comprehensive strategic partner",
    "privileged partner",
)  # labels that are their noun alone


def label_of(page: Page, match: Match) -> tuple[str, int, int]:
    """The label without articles, in small letters as no name stands in it, and the span of the match."""
    start, end = match.span()
    if match.head_text in BARE and match.rule.gives["label"] != "whole":
        first = match.shadow.offsets[match.head]
        return page.clean[first : first + len(match.head_text)].lower(), start, end
    if match.head_text == "partnership" and (more := FOR_WHAT.match(page.clean, end)):
        end = more.end()
    words = " ".join(page.clean[start:end].split())
    if match.rule.gives["label"] == "opened":
        words = OPENS.sub("", words)
    return LEAD.sub("", words).lower(), start, end
