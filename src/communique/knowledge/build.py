"""Writes the compiled knowledge file anew after a CSV file was edited: `python -m communique.knowledge.build`."""

from __future__ import annotations

from communique.knowledge.compiling import write

if __name__ == "__main__":
    write()
