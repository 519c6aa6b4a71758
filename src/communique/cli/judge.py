"""The commands `communique judge` and `undo`: an editor's word → a judgement of the record."""

from __future__ import annotations

import click

from communique.cli import options
from communique.cli.commands import group
from communique.cli.record import now, opened, print_lines, user_name
from communique.visits.model import Judgement, Verdict

_fact = click.argument("fact", help="Id of a fact of the record.")
_telling = click.argument("fact", help="Id of a fact that tells of a visit.")
_other = click.argument("other", metavar="FACT", help="Id of a fact that tells of a visit.")
_why = click.option(
    "--why", default="", show_default=False, metavar="WORDS", help="The reason, for those who come after."
)


@_telling
@_other
@options.db
@options.user
@_why
def same(fact: str, other: str, *, db: str, user: str | None, why: str) -> None:
    """Say that two reports tell of one visit."""
    _keep(db, Judgement(verdict="same", fact=fact, other=other, who=user_name(user), when=now(), why=why))


@_telling
@_other
@options.db
@options.user
@_why
def not_same(fact: str, other: str, *, db: str, user: str | None, why: str) -> None:
    """Say that two reports tell of two visits."""
    _keep(db, Judgement(verdict="not_same", fact=fact, other=other, who=user_name(user), when=now(), why=why))


@click.argument("visit", help="Id of a visit.")
@click.argument("attribute", help="kind, venue, start, days, protocol:banquet …")
@click.argument("value", help="What is right.")
@options.db
@options.user
@_why
def value(visit: str, attribute: str, value: str, *, db: str, user: str | None, why: str) -> None:
    """Set the value of an attribute, whatever the texts say."""
    who = user_name(user)
    with opened(db, read_only=False) as store:
        telling = store.visit(visit).reports[0].telling
        given = int(value) if attribute in {"days", "count_in_year"} and value.isdigit() else value
        number = store.judge(
            Judgement(verdict="value", fact=telling, attribute=attribute, value=given, who=who, when=now(), why=why)
        )
    click.echo(f"kept as judgement {number}")


@_fact
@options.db
@options.user
@_why
def reject(fact: str, *, db: str, user: str | None, why: str) -> None:
    """Take out a fact that is not to be believed."""
    _keep(db, Judgement(verdict="reject", fact=fact, who=user_name(user), when=now(), why=why))


@_fact
@options.db
@options.user
@_why
def accept(fact: str, *, db: str, user: str | None, why: str) -> None:
    """Say that a fact is to be believed, though little supports it."""
    _keep(db, Judgement(verdict="accept", fact=fact, who=user_name(user), when=now(), why=why))


@options.db
@click.option("--withdrawn", is_flag=True, help="Also those that were undone.")
def listed(*, db: str, withdrawn: bool) -> None:
    """List the judgements, oldest first."""
    with opened(db) as store:
        lines = [_line(one) for one in store.judgements(active_only=not withdrawn)]
    print_lines(lines, otherwise="no judgements")


app = group(
    "Decide by hand: judgements never overwrite, and can be undone.",
    {"same": same, "not-same": not_same, "value": value, "reject": reject, "accept": accept, "list": listed},
)


@click.argument("number", type=int, help="Of the judgement, as `communique judge list` prints it.")
@options.db
@options.user
def undo(number: int, *, db: str, user: str | None) -> None:
    """Withdraw a judgement; its row stays, with who withdrew it and when."""
    who = user_name(user)
    with opened(db, read_only=False) as store:
        store.undo(number, who, now())
    click.echo(f"judgement {number} withdrawn")


def _keep(db: str, judgement: Judgement) -> None:
    with opened(db, read_only=False) as store:
        number = store.judge(judgement)
    click.echo(f"kept as judgement {number}")


def _line(one: Judgement) -> str:
    words: dict[Verdict, str] = {
        "same": f"{one.fact} and {one.other} are one visit",
        "not_same": f"{one.fact} and {one.other} are two visits",
        "value": f"{one.attribute} is {one.value} for the visit of {one.fact}",
        "reject": f"{one.fact} is rejected",
        "accept": f"{one.fact} is accepted",
    }
    why = f" ({one.why})" if one.why else ""
    undone = f"; withdrawn by {one.undone_by}, {one.undone_when}" if one.undone_when else ""
    return f"{one.id}  {words[one.verdict]}: {one.who}, {one.when}{why}{undone}"
