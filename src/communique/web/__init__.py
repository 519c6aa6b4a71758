"""The record as pages in a browser: `create_app` makes them of a store."""

from __future__ import annotations
