"""Turns a page into its documents: what was signed, adopted or planned, between whom."""
