"""Names and secrets become accounts of a team and their logins, kept beside the record."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec
import sqlalchemy as sa

from communique.errors import StoreError
from communique.store import schema as t
from communique.store.engine import reading, writing
from communique.store.saving import upsert

Role: TypeAlias = Literal["reader", "editor"]
"""A reader asks; an editor also decides, and adds texts."""


class Account(msgspec.Struct, frozen=True):
    """Somebody who may sign in. `secret` is a password's hash, made and checked by whoever signs people in.

    `made` is RFC 3339, UTC.
    """

    name: str
    role: Role
    secret: str
    made: str


class Accounts:
    """The accounts of one record. Times are RFC 3339, UTC; tokens are digests, never what a browser holds."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def all(self) -> list[Account]:
        """All accounts, by name."""
        with reading(self._engine) as connection:
            rows = connection.execute(t.accounts.select().order_by(t.accounts.c.name))
            return [Account(row.name, row.role, row.secret, row.made) for row in rows]

    def find(self, name: str) -> Account | None:
        """The account of that name, None if there is none."""
        with reading(self._engine) as connection:
            row = connection.execute(t.accounts.select().where(t.accounts.c.name == name)).one_or_none()
            return Account(row.name, row.role, row.secret, row.made) if row else None

    def keep(self, account: Account) -> None:
        """Adds an account, or puts it in the place of the one of that name; whoever used that is signed out."""
        with writing(self._engine) as connection:
            connection.execute(t.logins.delete().where(t.logins.c.account == account.name))
            upsert(connection, t.accounts, [msgspec.structs.asdict(account)], key="name")

    def remove(self, name: str) -> None:
        """Takes an account away and signs it out; its judgements stay. Raises: StoreError: no such account."""
        with writing(self._engine) as connection:
            connection.execute(t.logins.delete().where(t.logins.c.account == name))
            if not connection.execute(t.accounts.delete().where(t.accounts.c.name == name)).rowcount:
                raise StoreError(f"account {name!r}: found none of that name; want one of the record")

    def sign_in(self, name: str, token: str, *, now: str, ends: str) -> None:
        """Notes a login of an account until `ends`; logins that have ended by `now` go.

        Raises: StoreError: no such account.
        """
        with writing(self._engine) as connection:
            if connection.execute(t.accounts.select().where(t.accounts.c.name == name)).one_or_none() is None:
                raise StoreError(f"account {name!r}: found none of that name; want one of the record")
            connection.execute(t.logins.delete().where(t.logins.c.ends <= now))
            connection.execute(t.logins.insert().values(token=token, account=name, ends=ends))

    def signed_in(self, token: str, *, now: str) -> Account | None:
        """Whose login a token is; None if it is nobody's, or has ended."""
        asked = (
            sa.select(t.accounts)
            .join_from(t.accounts, t.logins, t.accounts.c.name == t.logins.c.account)
            .where(t.logins.c.token == token, t.logins.c.ends > now)
        )
        with reading(self._engine) as connection:
            row = connection.execute(asked).one_or_none()
            return Account(row.name, row.role, row.secret, row.made) if row else None

    def sign_out(self, token: str) -> None:
        """Ends a login; one that is unknown is none."""
        with writing(self._engine) as connection:
            connection.execute(t.logins.delete().where(t.logins.c.token == token))
