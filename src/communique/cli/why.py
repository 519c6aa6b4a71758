"""The command `communique why`: a text and the ids of facts → how each was read."""

from __future__ import annotations

from collections.abc import Sequence

import click

from communique.cli import options
from communique.cli.read import keys_of
from communique.documents import open_documents
from communique.errors import DocumentError
from communique.records import Document


@click.argument("path", help="File with the text; - for standard input.")
@click.argument("facts", nargs=-1, metavar="[FACT]...", help="Ids, or how they begin; else all facts.")
@options.published
@options.field
@options.encoding
def why(path: str, facts: Sequence[str], *, published: str | None, field: Sequence[str], encoding: str | None) -> None:
    """Show how facts were read: the rule, what filled its slots, the words of the text."""
    from communique import pipeline  # noqa: PLC0415 - slow
    from communique.publish.wording import printable  # noqa: PLC0415

    sought = set(facts)
    for document in open_documents([path], published=published, fields=keys_of(field), encoding=encoding):
        if not isinstance(document, Document):
            raise DocumentError(document.error)
        for fact in pipeline.read_document(document).facts:
            met = {beginning for beginning in facts if fact.id.startswith(beginning)}
            if met or not facts:
                click.echo("\n".join(map(printable, pipeline.why(document, fact.id).rstrip().split("\n"))) + "\n")
            sought -= met
    if sought:
        raise DocumentError(f"{path}: no fact {', '.join(sorted(sought))}; want ids as `communique read` prints")
