"""A page without a title → whether it says of itself that it is a joint statement."""

from __future__ import annotations

from communique.grammar import lazy
from communique.mentions import Page

HEADS_JOINT = lazy(  # a long headline, no sentence
    r"(?i)(?:the )?joint (?:[\w-]+ ){0,2}(?:statement|communiqu|declaration)[^\n]{0,300}[^\n.:;,]\n"
)
SAID_JOINT = lazy(r"(?i)joint (?:\w+ )?(?:statement|communiqu|declaration)")
HEADLINE = 140  # characters; a longer line is no headline
BEGINNING = 400  # characters of the body in which a text says what it is


def speaks_jointly(page: Page) -> bool:
    """Whether a text without a title says of itself in its first lines that it is a joint statement."""
    head = page.clean[page.text.body_start : page.text.body_start + BEGINNING]
    return (
        any(len(line) <= HEADLINE and SAID_JOINT.search(line) for line in head.split("\n"))
        or head.startswith("We ")
        or HEADS_JOINT.match(head) is not None
    )
