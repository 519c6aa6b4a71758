"""The child of the kill test: ingests made-up texts, and says after each portion how many are safe.

Arguments: the address of the record, the number of texts, texts a portion. Prints "ready", then one number a line.
"""

from __future__ import annotations

import sys

from made_readings import commitment, digest, protocol, visit

from communique.documents import identify
from communique.records import Document, Failure, Reading
from communique.runs.ingest import Progress, ingest
from communique.store import open_store

COUNTRIES = ("BLR", "CHN", "FRA", "IND", "KEN", "USA")


def texts(number: int) -> list[Document]:
    return [
        Document(source=f"{at}.txt", text=f"Text {at}: somebody went somewhere, it is said.", published="2023-06-01")
        for at in range(number)
    ]


def read(document: Document) -> Reading | Failure:
    """Facts that follow from the number of the text; every tenth text fails."""
    at, info = int(document.source.removesuffix(".txt")), identify(document)
    if at % 10 == 9:
        return Failure(document=info, error=f"{document.source}: found noise; want words")
    guest, host = COUNTRIES[at % 3], COUNTRIES[3 + at % 2]
    went = visit("Text", guest, host, id=digest(at), start=f"2023-{1 + at % 12:02}-{1 + at % 28:02}")
    return Reading(
        document=info, facts=(went, protocol("Text", went, "flowers"), commitment("it is said", went, guest))
    )


def main(url: str, number: str, portion: str) -> None:
    print("ready", flush=True)
    with open_store(url) as store:

        def told(progress: Progress) -> None:
            print(progress.new + progress.known + progress.failed, flush=True)

        ingest(store, texts(int(number)), read, "1", portion=int(portion), told=told)


if __name__ == "__main__":
    main(*sys.argv[1:])
