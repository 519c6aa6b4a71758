"""Folders of input for runs: texts, JSON Lines, Parquet and a web archive, our own words, the same on every call."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench"))

import archives  # noqa: E402 - found by the path above
import streams  # noqa: E402

COMMAND = [sys.executable, "-c", "from communique.cli import main; main()"]
PART = "0.008"  # megabytes: many small parts


def fill(folder: Path, texts: int = 10) -> Path:
    """A folder with texts of every kind, one of them broken, some the same."""
    folder.mkdir(parents=True)
    articles = [one.text[:3000] for one in streams.articles(texts)]
    filler = [one.text[:1500] for one in streams.filler(texts)]
    rows = [{"id": str(at), "text": text, "published": "2023-05-04"} for at, text in enumerate(articles + filler)]
    lines = [json.dumps(row) + "\n" for row in rows]
    (folder / "stream.jsonl").write_text("".join([*lines, "{broken\n", *lines[:4]]), encoding="utf-8")
    again = [text + " Again." for text in articles[:6]]
    table = pa.table({"text": again, "published": ["2023-05-05"] * len(again)})
    pq.write_table(table, folder / "table.parquet", row_group_size=2)
    (folder / "news.warc.gz").write_bytes(b"".join(archives.packed(archives.archive(20))))
    for at, text in enumerate(filler[:5]):
        (folder / f"text-{at}.txt").write_text(text, encoding="utf-8")
    return folder


def run(*words: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`communique run` to its end, in a process of its own."""
    command = [*COMMAND, "run", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})})


def files_of(out: Path) -> dict[str, str]:
    """Every file that a run has left, and the SHA-256 of its bytes."""
    found = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
