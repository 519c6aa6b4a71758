"""The commands `communique who`, `check` and `schema`: what the package knows, and the form of what it says."""

from __future__ import annotations

from typing import Any

import click

from communique.documents import published_date
from communique.errors import KnowledgeError


@click.argument("phrase", help='As in a text: "the Chinese leader".')
@click.option("--on", metavar="DATE", help="The day: 2023-12-04.")
def who(phrase: str, *, on: str | None) -> None:
    """Say whom a phrase means on a day, and how that is known."""
    from communique.knowledge import load  # noqa: PLC0415 - slow

    if on is not None and published_date(on) is None:
        raise click.BadParameter(f"--on {on}: no date; want YYYY-MM-DD")
    known: Any = load()
    answer = known.who(phrase, on)
    if not answer:
        raise KnowledgeError(f"{phrase!r}: nobody known by it" + (f" on {on}" if on else ""))
    for line in [answer] if isinstance(answer, str) else answer:
        click.echo(str(line))


def check() -> None:
    """Check the knowledge files and the codebook: overlaps, impossible dates, unknown codes, broken rules."""
    from communique import codebook, knowledge  # noqa: PLC0415 - slow

    known: Any = knowledge
    faults = [*known.check(), *codebook.check(codebook.load())]
    for fault in faults:
        click.echo(str(fault))
    if faults:
        raise KnowledgeError(f"{len(faults)} faults in the knowledge files and the codebook")
    click.echo("knowledge and codebook: no faults")


def schema() -> None:
    """Print the JSON Schema of what `communique read --format json` prints: a reading, or a failure."""
    import msgspec  # noqa: PLC0415

    from communique.records import Failure, Reading  # noqa: PLC0415

    either, parts = msgspec.json.schema_components((Reading, Failure), ref_template="#/$defs/{name}")
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": either, "$defs": parts}
    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
