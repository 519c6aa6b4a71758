"""Turns a page into its assessments: what is judged or guessed, and by whom."""
