"""Turns a page into its protocol: each courtesy that a visit received or was denied."""
