"""The commands `communique judge` and `undo`: an editor's word → a judgement of the record."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.record import VISITS_DB, Database, User, now, opened, user_name
from communique.visits.model import Judgement, Verdict

app = typer.Typer(help="Decide by hand: judgements never overwrite, and can be undone.", no_args_is_help=True)

FactId = Annotated[str, typer.Argument(metavar="FACT", help="Id of a fact of the record.")]
VisitFactId = Annotated[str, typer.Argument(metavar="FACT", help="Id of a fact that tells of a visit.")]
Why = Annotated[str, typer.Option(help="The reason, for those who come after.")]


@app.command("same")
def same(fact: VisitFactId, other: VisitFactId, *, db: Database = VISITS_DB, user: User = None, why: Why = "") -> None:
    """Say that two reports tell of one visit."""
    _keep(db, Judgement(verdict="same", fact=fact, other=other, who=user_name(user), when=now(), why=why))


@app.command("not-same")
def not_same(
    fact: VisitFactId, other: VisitFactId, *, db: Database = VISITS_DB, user: User = None, why: Why = ""
) -> None:
    """Say that two reports tell of two visits."""
    _keep(db, Judgement(verdict="not_same", fact=fact, other=other, who=user_name(user), when=now(), why=why))


@app.command("value")
def value(
    visit: Annotated[str, typer.Argument(help="Id of a visit.")],
    attribute: Annotated[str, typer.Argument(help="kind, venue, start, days, protocol:banquet …")],
    value: Annotated[str, typer.Argument(help="What is right.")],
    *,
    db: Database = VISITS_DB,
    user: User = None,
    why: Why = "",
) -> None:
    """Set the value of an attribute, whatever the texts say."""
    who = user_name(user)
    with opened(db, read_only=False) as store:
        telling = store.visit(visit).reports[0].telling
        given = int(value) if attribute in {"days", "count_in_year"} and value.isdigit() else value
        number = store.judge(
            Judgement(verdict="value", fact=telling, attribute=attribute, value=given, who=who, when=now(), why=why)
        )
    typer.echo(f"kept as judgement {number}")


@app.command("reject")
def reject(fact: FactId, *, db: Database = VISITS_DB, user: User = None, why: Why = "") -> None:
    """Take out a fact that is not to be believed."""
    _keep(db, Judgement(verdict="reject", fact=fact, who=user_name(user), when=now(), why=why))


@app.command("accept")
def accept(fact: FactId, *, db: Database = VISITS_DB, user: User = None, why: Why = "") -> None:
    """Say that a fact is to be believed, though little supports it."""
    _keep(db, Judgement(verdict="accept", fact=fact, who=user_name(user), when=now(), why=why))


@app.command("list")
def listed(
    *,
    db: Database = VISITS_DB,
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Also those that were undone.")] = False,
) -> None:
    """List the judgements, oldest first."""
    with opened(db) as store:
        for one in store.judgements(active_only=not withdrawn):
            typer.echo(_line(one))


def undo(
    number: Annotated[int, typer.Argument(help="Of the judgement, as `communique judge list` prints it.")],
    *,
    db: Database = VISITS_DB,
    user: User = None,
) -> None:
    """Withdraw a judgement; its row stays, with who withdrew it and when."""
    who = user_name(user)
    with opened(db, read_only=False) as store:
        store.undo(number, who, now())
    typer.echo(f"judgement {number} withdrawn")


def _keep(db: str, judgement: Judgement) -> None:
    with opened(db, read_only=False) as store:
        number = store.judge(judgement)
    typer.echo(f"kept as judgement {number}")


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
