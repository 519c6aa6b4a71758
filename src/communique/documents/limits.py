"""How much of one thing is read before it is called too large; all sizes hold after unpacking.

Set with room to spare: the longest official text met so far (a full press conference) has 0.2 million
characters.
"""

from __future__ import annotations

BLOCK = 1 << 18  # bytes taken from a file at a time
MAX_TEXT = 20_000_000  # characters of one document's text
MAX_BYTES = 64_000_000  # bytes of one text file, of one .json file, of one JSON line
MAX_PAGE = 16_000_000  # bytes of one HTML page: its tree takes some fifteen times as much memory
MAX_COLUMN = 4_000_000_000  # bytes of one column of a Parquet row group; writers make groups of 0.1 to 1 GB
MAX_RATIO = 250  # unpacked bytes for one packed byte; prose packs 3 to 5 times, repeated log lines up to 100
FREE_BYTES = 64_000_000  # unpacked bytes before that ratio is looked at: a small file of one repeated line is no bomb
