"""What a text states: visits first, then what belongs to them; each fact with its words, its rule and its speaker."""

from communique.facts.read import read_facts

__all__ = ["read_facts"]
