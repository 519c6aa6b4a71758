"""Turns a page into its commitments: who takes on which act, how firmly."""
