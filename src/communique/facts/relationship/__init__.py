"""Turns a page into its relationship labels and their changes."""
