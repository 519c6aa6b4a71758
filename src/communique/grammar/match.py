"""Turns a shadow and the triggers in it into matches: the rule, its head, its slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from communique.grammar.asides import Asides
from communique.grammar.rule import Rule
from communique.grammar.shadow import Item, Shadow

PLANS = 20_000  # kept at most; real texts need some hundreds


class Slot(msgspec.Struct, gc=False):
    """What a rule's slot took: positions in the shadow, and the items that stand there."""

    start: int
    end: int
    items: list[Item]


class Match(msgspec.Struct):
    """One rule read in one sentence. `start`, `end` and `head` are positions in the shadow."""

    rule: Rule
    shadow: Shadow
    start: int
    end: int
    head: int
    head_text: str
    slots: dict[str, Slot]

    def item(self, name: str) -> Item | None:
        """The first item of a slot; None where the slot is empty."""
        slot = self.slots.get(name)
        return slot.items[0] if slot and slot.items else None

    def items(self, name: str) -> list[Item]:
        """All items of a slot, in order."""
        slot = self.slots.get(name)
        return slot.items if slot else []

    def span(self) -> tuple[int, int]:
        """Where the match lies in the text, half-open."""
        return self.shadow.span(self.start, self.end)


class RuleSet:
    """The rules of some families, found by trigger."""

    def __init__(self, rules: Iterable[Rule], asides: Asides | None = None) -> None:
        """`asides`: what the rules read past; None where they take each sentence as it stands."""
        self.rules = tuple(rules)
        self._asides = asides
        self.by_id: Mapping[str, Rule] = {rule.id: rule for rule in self.rules}
        self._by_trigger: dict[str, list[tuple[int, Rule]]] = {}
        for order, rule in enumerate(self.rules):
            for trigger in rule.triggers:
                self._by_trigger.setdefault(trigger, []).append((order, rule))
        self._shared: dict[frozenset[str], frozenset[str]] = {}
        self._plans: dict[tuple[frozenset[str], frozenset[str]], tuple[Rule, ...]] = {}

    @property
    def triggers(self) -> frozenset[str]:
        """Every word that makes some rule worth trying."""
        return frozenset(self._by_trigger)

    def shared(self, triggers: frozenset[str]) -> frozenset[str]:
        """Those of these triggers that make some rule of this set worth trying."""
        shared = self._shared.get(triggers)
        if shared is None:
            shared = self._shared[triggers] = triggers & self.triggers
        return shared

    def plan(self, triggers: frozenset[str], types: frozenset[str]) -> tuple[Rule, ...]:
        """The rules worth trying on a sentence with these triggers and item types, in the order of the codebook."""
        plan = self._plans.get((triggers, types))
        if plan is None:
            found = {order: rule for t in triggers for order, rule in self._by_trigger.get(t, ())}
            plan = tuple(found[order] for order in sorted(found) if found[order].can_match(types))
            if len(self._plans) < PLANS:
                self._plans[triggers, types] = plan
        return plan

    def matches(self, shadow: Shadow, triggers: frozenset[str]) -> list[Match]:
        """Every match of every rule worth trying, in the order of the codebook; then those that read past asides."""
        found: list[Match] = []
        text = shadow.text
        plan = self.plan(triggers, frozenset([item.type for item in shadow.items.values()]))
        if not plan:
            return found
        for rule in plan:
            if rule.fits(text):
                found += [_match(rule, shadow, hit) for hit in rule.compiled.hits(text)]
        plain = self._asides.without(text) if self._asides else None
        if plain is not None:
            text, places = plain.text, plain.places
            for rule in plan:
                if rule.fits(text):
                    hits = (hit for hit in rule.compiled.hits(text) if _passes(hit, places))
                    found += [_match_past(rule, shadow, hit, places) for hit in hits]
        return found


def _match(rule: Rule, shadow: Shadow, hit: re.Match[str]) -> Match:
    words = hit.groupdict()
    head = words.pop("head", None)
    slots = {
        name: Slot(*hit.span(name), shadow.items_in(*hit.span(name)))
        for name, value in words.items()
        if value is not None
    }
    return Match(rule, shadow, *hit.span(), hit.start("head") if head else hit.start(), head or "", slots)


def _passes(hit: re.Match[str], places: list[int]) -> bool:
    """Whether a match in a plain text reaches over something that was left out."""
    start, end = hit.span()
    return end > start and places[end - 1] - places[start] > end - 1 - start


def _match_past(rule: Rule, shadow: Shadow, hit: re.Match[str], places: list[int]) -> Match:
    """The match in the shadow of one that was found in its plain text; each slot has what stands in it there."""
    words = hit.groupdict()
    head = words.pop("head", None)
    slots = {}
    for name, value in words.items():
        if value is not None:
            first, last = hit.span(name)
            kept = [places[at] for at in range(first, last)]
            items = [shadow.items[at] for at in kept if at in shadow.items]
            slots[name] = Slot(places[first], kept[-1] + 1 if kept else places[first], items)
    start, end = hit.span()
    at = places[hit.start("head") if head else start]
    return Match(rule, shadow, places[start], places[end - 1] + 1, at, head or "", slots)


def best_by_head(matches: Iterable[Match]) -> list[Match]:
    """One match for each head: the heaviest rule, then the most slots, then the shortest; in the order of heads."""
    best: dict[int, tuple[tuple[int, int, int], Match]] = {}
    for match in matches:
        rank = (match.rule.weight, len(match.slots), match.start - match.end)
        known = best.get(match.head)
        if known is None or rank > known[0]:
            best[match.head] = (rank, match)
    return [best[head][1] for head in sorted(best)]
