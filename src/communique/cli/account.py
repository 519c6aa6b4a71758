"""The command `communique account`: who of a team may sign in to the page, and what they may do there."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.commands import group
from communique.cli.record import now, opened, print_lines
from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from communique.store.accounts import Role

LONGEST_NAME = 60  # characters
ROLES = ("reader", "editor")

_name = click.argument("name", help="The name to sign in by; judgements are kept with it.")


@_name
@click.option(
    "--role", type=click.Choice(ROLES), default="reader", help="A reader looks; an editor also decides and adds texts."
)
@click.option("--password-stdin", is_flag=True, help="Take the password from standard input.")
@options.db
def add(name: str, *, role: Role, password_stdin: bool, db: str) -> None:
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
    click.echo(f"{name}: {'added' if is_new else 'changed'}, {role}")


@options.db
def listed(*, db: str) -> None:
    """List the accounts."""
    with opened(db) as store:
        lines = [f"{one.name}  {one.role}  since {one.made}" for one in store.accounts.all()]
    print_lines(lines, otherwise="no accounts: the page is for this machine only")


@_name
@options.db
def remove(name: str, *, db: str) -> None:
    """Take an account away; what it decided stays."""
    with opened(db, read_only=False) as store:
        store.accounts.remove(name)
    click.echo(f"{name}: removed")


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))


app = group(
    "Accounts of a team: with one, the page asks everybody to sign in.",
    {"add": add, "list": listed, "remove": remove},
)
