"""Turns a page into its meetings: who met whom, where, in which format."""
