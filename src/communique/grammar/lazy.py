"""Turns the source of a regular expression into one that is compiled when it is first used.

Compiling all that the reader has takes longer than reading a text, and one text needs few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

from communique.grammar.kept import expression


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at the first use; `re.error` comes then, too."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


class _Lazy:
    """Holds the source; every attribute but its own is asked of the compiled expression and kept."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = expression(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "groupindex"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
