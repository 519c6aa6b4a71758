"""Turns a page into its visits: who went where, when, at whose invitation."""
