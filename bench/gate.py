"""Pages → what share gets past the gate, whether a page that states something is lost at it, and what it saves.

python bench/gate.py [STREAM.jsonl[.gz]] [--pages 600] [--seed 0]

Of the stream, or without one of bench/archives.py: each text as a news site would show it, among the other answers of
an archive. Every page is read in full, also those that the gate stops, so that a loss would show.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import archives

from communique.documents import open_documents
from communique.documents.pages import main_text
from communique.pipeline import read_document
from communique.records import Document
from communique.runs.gates import page_gate


class Shown(NamedTuple):
    """A page, and its address."""

    page: str
    url: str


def made(count: int, seed: int) -> Iterator[Shown]:
    """The pages of a made archive that are news pages."""
    for number, (kind, block) in enumerate(archives.archive(count, seed=seed, encodings=False)):
        if kind in ("relevant", "filler", "foreign"):
            yield Shown(block.split(b"\r\n\r\n", 2)[2].decode(), f"https://news.example.org/{number}")


def of_stream(path: Path, count: int, seed: int) -> Iterator[Shown]:
    """The texts of a stream as pages, at addresses that tell nothing."""
    chance = random.Random(seed)
    texts = (one for one in open_documents([str(path)]) if isinstance(one, Document))
    for number, text in enumerate(itertools.islice(texts, count)):
        titled = (
            text
            if text.title is None
            else Document(source="", text=f"{text.title}\n{text.text}", published=text.published)
        )
        yield Shown(archives.page(titled, chance).replace("%CHARSET%", "utf-8"), f"https://news.example.org/{number}")


def main() -> None:
    parser = argparse.ArgumentParser(description="What the gate before a page's main text stops, saves and loses.")
    parser.add_argument("stream", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    pages = list(of_stream(asked.stream, asked.pages, asked.seed) if asked.stream else made(asked.pages, asked.seed))
    page_gate(pages[0].page, "")  # the automaton is made on first use
    reasons, stating, took = Counter[str](), Counter[str](), {"gate": 0.0, "main text": 0.0, "reading": 0.0}
    for shown in pages:
        started = time.process_time()
        reason = page_gate(shown.page, shown.url) or "past the gate"
        gated = time.process_time()
        document = main_text(shown.url, shown.page)
        taken = time.process_time()
        facts = read_document(document).facts if document else ()
        took["gate"] += gated - started
        took["main text"] += taken - gated
        took["reading"] += time.process_time() - taken
        reasons[reason] += 1
        stating[reason] += bool(facts)
    size = sum(len(shown.page) for shown in pages) / len(pages)
    print(f"{len(pages):,} pages of {size:,.0f} characters; processor time a page: ", end="")
    print(", ".join(f"{name} {1000 * seconds / len(pages):.2f} ms" for name, seconds in took.items()))
    for reason, count in reasons.most_common():
        print(f"{reason:16}{count:7,} {count / len(pages):6.1%}; of them state something: {stating[reason]:,}")


if __name__ == "__main__":
    main()
