"""Documents counted together, and what later sentences say that they cover → the same with these fields."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook.fields import load_fields
from communique.grammar import lazy
from communique.mentions import Page
from communique.records import AgreementFact

COVERS = (
    r"(?:also |mainly |chiefly |further )?(?:cover|encompass|span|address|relate to|focus(?:ed)? on|deal(?:t)? with"
    r"|range[ds]? from|touch on|concern|include (?:areas|sectors|fields))(?:s|es|ed|ned)? "
)
THEY_COVER = lazy(
    r"(?:the|these|those|all) (?:[\w-]+ ){0,2}?(?:agreements|accords|documents|pacts|deals|mous"
    r"|memoranda(?: of understanding)?|memorandums(?: of understanding)?|instruments|protocols|treaties|contracts)"
    r"(?: \(mous\))?(?: and (?:agreements|memoranda|mous))?"
    rf"(?:, [^,;.]{{3,90}},| (?:signed|announced|exchanged|concluded|reached)(?: [^,;.]{{3,60}}?)?)? {COVERS}"
)
GO_ON = lazy(rf"(?:they|these|others) {COVERS}")
FEW = ("politics",)  # what shows of documents of which nothing is told


def spanned(page: Page, facts: Sequence[AgreementFact]) -> list[AgreementFact]:
    """The documents of a page, those without a name with the fields that a sentence of their own tells."""
    known = list(facts)
    if not any(_may_span(one) for one in known):
        return known
    last = -2  # the sentence that told of them last
    for index, (start, end) in enumerate(page.spans):
        hit = THEY_COVER.match(page.low, start, end)
        if hit is None and last == index - 1:
            hit = GO_ON.match(page.low, start, end)
        fields = load_fields().find(page.clean[hit.end() : end]) if hit else ()
        if not fields:
            continue
        words = page.text.span(start, end)
        before = [n for n, one in enumerate(known) if _may_span(one) and one.evidence[0].start < words.start]
        if before:
            last, one = index, known[before[-1]]
            own = one.fields if one.fields != FEW else ()
            known[before[-1]] = msgspec.structs.replace(
                one, fields=tuple(dict.fromkeys((*own, *fields))), evidence=(*one.evidence, words)
            )
    return known


def _may_span(one: AgreementFact) -> bool:
    """Whether a fact is of documents without a name, which may have been signed together."""
    return one.title is None and one.status == "signed"
