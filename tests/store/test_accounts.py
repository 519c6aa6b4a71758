"""Accounts and logins are kept beside the record, and end when they should."""

from __future__ import annotations

import pytest

from communique.errors import StoreError
from communique.store import Account, Store

ADA = Account("ada", "editor", "hash one", "2024-01-01T08:00:00Z")
BO = Account("bo", "reader", "hash two", "2024-01-02T08:00:00Z")
MORNING, NOON, EVENING = "2024-01-03T08:00:00Z", "2024-01-03T12:00:00Z", "2024-01-03T20:00:00Z"


def test_accounts_are_found_by_name(store: Store) -> None:
    assert store.accounts.all() == [] and store.accounts.find("ada") is None
    store.accounts.keep(BO)
    store.accounts.keep(ADA)
    assert store.accounts.all() == [ADA, BO]
    assert store.accounts.find("bo") == BO


def test_a_login_holds_until_it_ends(store: Store) -> None:
    store.accounts.keep(ADA)
    store.accounts.sign_in("ada", "digest", now=MORNING, ends=NOON)
    assert store.accounts.signed_in("digest", now=MORNING) == ADA
    assert store.accounts.signed_in("digest", now=NOON) is None
    assert store.accounts.signed_in("another", now=MORNING) is None


def test_signing_out_ends_one_login_only(store: Store) -> None:
    store.accounts.keep(ADA)
    store.accounts.sign_in("ada", "office", now=MORNING, ends=EVENING)
    store.accounts.sign_in("ada", "phone", now=MORNING, ends=EVENING)
    store.accounts.sign_out("office")
    assert store.accounts.signed_in("office", now=NOON) is None
    assert store.accounts.signed_in("phone", now=NOON) == ADA


@pytest.mark.parametrize("way", ["a new password", "another role", "removed"])
def test_a_changed_account_is_signed_out(store: Store, way: str) -> None:
    store.accounts.keep(ADA)
    store.accounts.sign_in("ada", "digest", now=MORNING, ends=EVENING)
    if way == "removed":
        store.accounts.remove("ada")
    else:
        store.accounts.keep(Account("ada", "reader" if way == "another role" else "editor", "hash three", NOON))
    assert store.accounts.signed_in("digest", now=NOON) is None


def test_an_unknown_account_is_named(store: Store) -> None:
    with pytest.raises(StoreError, match="'eve'"):
        store.accounts.remove("eve")
    with pytest.raises(StoreError, match="'eve'"):
        store.accounts.sign_in("eve", "digest", now=MORNING, ends=NOON)


def test_accounts_do_not_change_what_the_record_says(store: Store) -> None:
    before = store.edition()
    store.accounts.keep(ADA)
    assert store.edition() == before
