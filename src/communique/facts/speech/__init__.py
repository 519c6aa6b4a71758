"""Tells who speaks, and for whom: the parties of a text, the clauses and voices of a sentence."""
