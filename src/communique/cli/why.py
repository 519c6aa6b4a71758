"""The command `communique why`: a text and the ids of facts → how each was read."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.read import Encoding, Fields, Published, keys_of
from communique.documents import open_documents
from communique.errors import DocumentError
from communique.records import Document


def why(
    path: Annotated[str, typer.Argument(help="File with the text; - for standard input.")],
    facts: Annotated[
        list[str] | None, typer.Argument(metavar="[FACT]...", help="Ids, or how they begin; else all facts.")
    ] = None,
    *,
    published: Published = None,
    field: Fields = None,
    encoding: Encoding = None,
) -> None:
    """Show how facts were read: the rule, what filled its slots, the words of the text."""
    from communique import pipeline  # noqa: PLC0415 - slow
    from communique.publish.wording import printable  # noqa: PLC0415

    sought = set(facts or ())
    for document in open_documents([path], published=published, fields=keys_of(field), encoding=encoding):
        if not isinstance(document, Document):
            raise DocumentError(document.error)
        for fact in pipeline.read_document(document).facts:
            met = {beginning for beginning in facts or () if fact.id.startswith(beginning)}
            if met or not facts:
                typer.echo("\n".join(map(printable, pipeline.why(document, fact.id).rstrip().split("\n"))) + "\n")
            sought -= met
    if sought:
        raise DocumentError(f"{path}: no fact {', '.join(sorted(sought))}; want ids as `communique read` prints")
