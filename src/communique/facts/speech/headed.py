"""A page → which of its sentences a line above gives their subject: "The Presidents:" before "Decided to …"."""

from __future__ import annotations

import re

from communique.grammar import lazy
from communique.mentions import Page

OPENER = lazy(
    r"(?:^|\n)[ \t]*(?:[^.:\n]{0,80}, )?(?:the |both )?(?:two )?(?:presidents|prime ministers|leaders"
    r"|heads of (?:state|government)|(?:foreign )?ministers|sides|parties|participants|delegations)\b[^.:\n]{0,120}:"
    r"[ \t]*\n",
    re.IGNORECASE,
)
FIRST = lazy(r"(?:[-•*–·▪●○]|\(?\w{1,2}[.)])?[ \t]*(?P<word>[A-Z][a-z]+(?:ed|es|s|ook))\b")


def headed(page: Page, index: int) -> bool:
    """Whether a sentence begins its paragraph with a verb whose subject, all the parties, stands on a line above."""
    start, end = page.spans[index]
    if FIRST.match(page.clean, start, end) is None or page.clean[:start].rstrip(" \t")[-1:] != "\n":
        return False
    return OPENER.search(page.clean, page.text.body_start, start) is not None
