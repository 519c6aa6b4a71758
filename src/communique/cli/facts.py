"""The command `communique facts`: a visit → what its texts state of it, with ids, sources and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.record import opened

if TYPE_CHECKING:
    from communique.store import StoredFact
    from communique.visits.model import LinkScore

KINDS = ("visit", "protocol", "meeting", "agreement", "relationship", "stance", "commitment", "assessment")


@click.argument("visit", help="Its id, as `communique visits` prints it.")
@options.db
@click.option("--kind", multiple=True, metavar="KIND", help="Kind of fact; may be repeated.")
@click.option("--links", is_flag=True, help="Instead: why the reports were linked.")
def facts(visit: str, *, db: str, kind: Sequence[str], links: bool) -> None:
    """List the facts of a visit with their ids, who says so, and the words; or why its reports were linked."""
    if unknown := sorted(set(kind) - set(KINDS)):
        raise click.BadParameter(f"--kind {' '.join(unknown)}: unknown; want one of {', '.join(KINDS)}")
    with opened(db) as store:
        found = store.visit(visit)
        told = store.facts(found.id, ["visit"] if links else kind)
        for line in _links(store.links(found.id), told) if links else _facts(told):
            click.echo(line)


def _facts(told: Sequence[StoredFact]) -> Iterator[str]:
    from communique.publish.wording import describe, printable, quoted  # noqa: PLC0415 - slow

    order = {kind: at for at, kind in enumerate(KINDS)}
    for one in sorted(told, key=lambda one: order[one.fact.__struct_config__.tag]):  # type: ignore[index]
        yield printable(f"{one.fact.id}  {one.fact.__struct_config__.tag}: {describe(one.fact)}")
        yield printable(f"  {one.source.name}, {one.published or 'undated'}: {quoted(one.fact.evidence, 200)}")


def _links(scores: Sequence[LinkScore], told: Sequence[StoredFact]) -> Iterator[str]:
    from communique.publish.wording import printable, quoted  # noqa: PLC0415 - slow

    reports = {one.fact.id: one for one in told}
    if not scores:
        yield "one report only: nothing was linked"
    for score in scores:
        yield f"{score.verdict} ({score.points:+.1f})"
        for name in (score.left, score.right):
            one = reports[name]
            yield printable(
                f"  {name}  {one.source.name}, {one.published or 'undated'}: {quoted(one.fact.evidence, 120)}"
            )
        yield from (f"    {reason.points:+.1f}  {reason.words}" for reason in score.reasons)
