"""The command `communique account`: who of a team may sign in to the page, and what they may do there."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Annotated, Literal

import typer

from communique.cli.record import VISITS_DB, Database, now, opened
from communique.errors import CommuniqueError

app = typer.Typer(help="Accounts of a team: with one, the page asks everybody to sign in.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="The name to sign in by; judgements are kept with it.")]
GivenRole = Annotated[
    Literal["reader", "editor"], typer.Option(help="A reader looks; an editor also decides and adds texts.")
]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Take the password from standard input.")]
LONGEST_NAME = 60  # characters


@app.command("add")
def add(name: Name, *, role: GivenRole = "reader", password_stdin: FromInput = False, db: Database = VISITS_DB) -> None:
    """Add an account, or give the one of that name another role and password; it is signed out then."""
    if find_spec("argon2") is None:
        raise CommuniqueError("account: found no argon2; want: pip install 'communique[web]'")
    from communique.store import Account  # noqa: PLC0415 - usage errors need no store
    from communique.web.passwords import hashed  # noqa: PLC0415 - needs the extra

    if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise CommuniqueError(
            f"account: found the name {name!r}; want one of at most {LONGEST_NAME} printed characters"
        )
    secret = hashed(_password(password_stdin))
    with opened(db, read_only=False) as store:
        is_new = store.accounts.find(name) is None
        store.accounts.keep(Account(name, role, secret, now()))
    typer.echo(f"{name}: {'added' if is_new else 'changed'}, {role}")


@app.command("list")
def listed(*, db: Database = VISITS_DB) -> None:
    """List the accounts."""
    with opened(db) as store:
        for one in store.accounts.all():
            typer.echo(f"{one.name}  {one.role}  since {one.made}")


@app.command("remove")
def remove(name: Name, *, db: Database = VISITS_DB) -> None:
    """Take an account away; what it decided stays."""
    with opened(db, read_only=False) as store:
        store.accounts.remove(name)
    typer.echo(f"{name}: removed")


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
