"""A document's words, repaired, split and dated, each piece with its place in the original."""
