"""Turns bytes read and texts done into a progress bar on standard error, on long work at a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds before the bar shows: shorter work needs none


class ProgressBar:
    """A bar over the bytes of `paths`; used as a context. Silent unless `is_wanted`."""

    def __init__(self, paths: Sequence[str], *, is_wanted: bool) -> None:
        """`is_wanted`: false where the output itself goes to the terminal."""
        self._paths = paths
        self._is_wanted = is_wanted and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._bytes = 0
        self._texts = 0
        self._bar: Progress | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def read(self, size: int) -> None:
        """Takes note of `size` more bytes read from the files."""
        self._bytes += size

    def done(self, texts: int = 1) -> None:
        """Takes note of so many more texts printed or saved."""
        self._texts += texts
        if self._is_wanted and time.monotonic() - self._begun > PATIENCE:
            self._bar = self._bar or self._shown()
            self._bar.update(self._bar.task_ids[0], completed=self._bytes, texts=self._texts)

    def _shown(self) -> Progress:
        from rich.console import Console  # noqa: PLC0415 - short work does without
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        from communique.documents.files import File, list_files  # noqa: PLC0415

        sizes = [file.size for file in list_files(self._paths) if isinstance(file, File)]
        columns = (TextColumn("{task.fields[texts]} texts"), BarColumn(), TimeRemainingColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task("read", total=sum(sizes) if all(sizes) else None, texts=0)
        bar.start()
        return bar
