"""Turns a page into its positions: who takes which side on what."""
