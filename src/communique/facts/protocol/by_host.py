"""Courtesies of a page and its visits → those that only a host pays, with him, where their sentence speaks of him.

"Penn welcomed the guest, for whom a dinner was laid": nobody but the host gives the guest a dinner. Of "the two
leaders" at table one is he. Talks, a signing, a word to the press are done by both, and nobody stands for them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.facts.ties import Ties
from communique.grammar import Item
from communique.mentions import Page, Sentence
from communique.records import AnyFact, Person, ProtocolFact, VisitFact

SHARED = ("dinner", "lunch", "tea_or_walk")  # to which both sit down
PAID = (*SHARED, "banquet", "welcome_ceremony", "tour_with_host", "send_off")
RANK = 3  # of another of the host's country who may as well have done it


def by_hosts(page: Page, visits: Sequence[VisitFact], level: Sequence[AnyFact]) -> list[AnyFact]:
    """The facts in their order; courtesies of a main visit for which nobody stands get its host, where he did them."""
    hosts = {v.id: v.host for v in visits if v.host is not None and v.host.name and v.mention == "main"}
    wanting = [f for f in level if isinstance(f, ProtocolFact) and _is_wanting(f, hosts)]
    if not wanting:
        return [*level]
    ties = Ties(page, visits)
    found: dict[str, ProtocolFact] = {}
    for fact in wanting:
        told = {ties.index_of(words) for words in fact.evidence}
        host = hosts[fact.visit or ""]
        if host is not None and any(_speaks_of(page.sentence(index), host, fact.signal) for index in sorted(told)):
            rank = page.known.rank_of(host.office or "")
            found[fact.id] = msgspec.structs.replace(fact, official=host, rank=rank)
    return [found.get(fact.id, fact) for fact in level]


def _is_wanting(fact: ProtocolFact, hosts: Mapping[str, object]) -> bool:
    """Whether a courtesy was paid by nobody knows whom, and its visit has a host."""
    return fact.official is None and fact.reported == "yes" and fact.signal in PAID and fact.visit in hosts


def _speaks_of(sentence: Sentence, host: Person, signal: str) -> bool:
    """Whether a sentence names a host, or both leaders, and nobody else of his country who may have done it."""
    theirs = [i.value for i in sentence.of("person") if i.value.country == host.country and i.value.name]
    if any(figure.name != host.name and (figure.rank or 0) >= RANK for figure in theirs):
        return False
    return any(figure.name == host.name for figure in theirs) or (signal in SHARED and _both(sentence.items))


def _both(items: Sequence[Item]) -> bool:
    """Whether "the two leaders" are among what a sentence speaks of."""
    return any(item.type == "group" and item.value == "leaders" for item in items)
