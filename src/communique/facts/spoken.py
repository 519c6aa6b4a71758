"""A text that speaks for no side → the joint document that it speaks of without saying how it came about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.codebook.agreement import AgreementBook
from communique.mentions import Page

NEAR = 40  # characters about a document in which words put it elsewhere in time
JOINT = ("joint_statement", "communique", "declaration")
NAMED = re.compile(r"joint|communiqu")
BEFORE = re.compile(
    r"(?:^|\b(?:said|says|of|in|to|by|with|and|but|two|according to)[ ,]|[,.:;\"“] )(?:the|an?|their|its) $"
)
IN_IT = re.compile(
    r"(?:\bin|\b(?:line|text|words|wording|passage|paragraph|sentence|part|language|terms) of) (?:the|their|an?) $"
)
SIGNED = re.compile(r" (?:that |which )?[^,;.]{0,40}\bsigned\b")


def spoken_of(
    page: Page, low: str, hits: Iterable[re.Match[str]], book: AgreementBook
) -> tuple[str, bool, int, int] | None:
    """The first joint document that a text speaks of as one that is there: its instrument, whether signed, its span.

    None where there is none; one of another year, a former, a planned or a denied one does not count.
    """
    for hit in hits:
        if hit.lastgroup not in JOINT or not NAMED.search(hit[0]) or hit[0].endswith("s"):
            continue
        start, end = page.spans[page.index_at(hit.start())]
        article = BEFORE.search(low[start : hit.start()])
        if article is None or book.elsewhere.search(
            low, max(start, hit.start() - NEAR), min(end, hit.end() + NEAR // 2)
        ):
            continue
        if book.told.match(low, hit.end(), end) or IN_IT.search(low[start : hit.start()]):
            signed = SIGNED.match(low, hit.end(), end) is not None
            return str(hit.lastgroup), signed, start + article.start(), hit.end()
    return None
