"""Readings become a record, and many cores share the work."""
