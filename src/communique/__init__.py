"""Reads texts about leaders' visits and keeps the record, with the words that support each cell."""

__version__ = "0.1.0"
