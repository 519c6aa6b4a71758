"""A text → the joint document that it is by its title, or speaks of without saying how it came about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from communique.codebook.agreement import AgreementBook
from communique.facts.speech.clauses import Circle
from communique.grammar import lazy
from communique.mentions import Page
from communique.records import AgreementFact

NEAR = 40  # characters about a document in which words put it elsewhere in time
OF_YEAR = 9  # characters in which a year follows: "of 2018"
JOINT = ("joint_statement", "communique", "declaration")
NAMED = lazy(r"joint|communiqu")
BEFORE = lazy(r"(?:^|\b(?:said|says|of|in|to|by|with|and|but|two|according to)[ ,]|[,.:;\"“] )(?:the|an?|their|its) $")
IN_IT = lazy(
    r"(?:\bin|\baccording to|\bunder|[\"”] (?:reads?|says?|said|states?|stated|declares?|warns?|notes?)"
    r"|\b(?:line|text|words|wording|passage|paragraph|sentence|part|language|terms) of) (?:the|their|an?) $"
)
SIGNED = lazy(r" (?:that |which )?[^,;.]{0,40}\bsigned\b")
HEADLINE = 200  # characters; a longer first line is no headline
HEADED = lazy(r"(?:[\w-]+ ){0,4}?joint (?:\w+ ){0,2}(?:statement|communiqu|declaration)")
JOINT_ACT = lazy(
    r"(?:(?:[Tt]he )?(?:two |both )?(?:[Ss]ides|[Pp]arties|[Ll]eaders|[Pp]residents)"
    r"|We) (?:\w+ly )?(?:reaffirm|state|declare|affirm|agree|confirm|underline|underscore|oppose"
    r"|condemn)\w*[^.;,]{0,80}"
)


def itself(page: Page, low: str, circle: Circle, book: AgreementBook, visit: str | None) -> Iterator[AgreementFact]:
    """The joint statement that the page is, from its title; of a text without one, from its headline."""
    end = page.text.body_start or _headline(low)
    title = low[:end]
    hit = next(
        (h for h in book.noun.finditer(title) if h.lastgroup in ("joint_statement", "communique", "declaration")), None
    )
    if (
        hit is not None
        and (hit.lastgroup != "declaration" or "joint" in hit[0])
        and not re.search(
            r"\b(?:press|remarks|readout|following|at a|on the|fact sheet|disaster|emergency)\b", title[: hit.start()]
        )
        and len(circle.parties) >= 2
    ):
        end = len(title.rstrip())
        act = JOINT_ACT.search(page.clean, end)
        spans = [(0, end), *([act.span()] if act else [])]
        yield AgreementFact(
            evidence=tuple(page.text.span(*s) for s in spans), rule="agreement.itself",
            visit=visit, parties=circle.parties,
            title=page.clean[:end], instrument=cast(None, hit.lastgroup), status="adopted",
        )  # fmt: skip


def _headline(low: str) -> int:
    """The end of a first line that names a joint document and is no sentence; 0 where there is none."""
    first = low.split("\n", maxsplit=1)[0].rstrip()
    named = len(first) <= HEADLINE and not first.endswith((".", ":", ";")) and "\n" in low
    return len(first) if named and HEADED.match(first) else 0


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
        told = book.told.match(low, hit.end(), end)
        inside = IN_IT.search(low[start : hit.start()])
        behind = hit.end() if told else min(end, hit.end() + (OF_YEAR if inside else NEAR // 2))
        since = hit.start() if inside else max(start, hit.start() - NEAR)
        begun = article or inside
        if begun is None or book.elsewhere.search(low, since, behind):
            continue
        if begun[0].endswith((" a ", " an ")) and "joint" not in hit[0]:
            continue  # "according to a communiqué of the ministry": of one side
        if told or inside:
            signed = SIGNED.match(low, hit.end(), end) is not None
            return str(hit.lastgroup), signed, start + begun.start(), hit.end()
    return None
