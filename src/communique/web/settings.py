"""What whoever starts the page decides, and what the reading wing hands to it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from communique.records import Document, Failure, Reading
from communique.store import Store

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")  # names that a browser on the same machine calls the page by
A_MINUTE = 600  # requests of programs, uploads and decisions from one address: ten a second
UPLOAD_LIMIT = 2_000_000  # bytes; ten times the longest official text met so far


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader gave to be read at once: the bytes of a file, or pasted words, and what is said of it."""

    name: str
    data: bytes
    published: str | None = None
    url: str | None = None


class ReadText(msgspec.Struct, frozen=True):
    """A text with all that it states."""

    document: Document
    reading: Reading


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """Functions of the reading wing, which the page must not know.

    `open` gives the texts of a dropped file, or why one is none. `read` gives all that a text states; neither writes.
    `why` tells how the fact of that id was read in a text (raises DocumentError: the text states no such fact).
    `keep` saves texts in the record, links them, and gives the ids of their documents.
    """

    open: Callable[[Dropped], Sequence[Document | Failure]]
    read: Callable[[Document], Reading]
    why: Callable[[Document, str], str]
    keep: Callable[[Store, Sequence[ReadText]], Sequence[str]]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`hosts` are the names that the page answers to; `secret` signs the tokens of forms.

    `has_accounts` asks everybody to sign in by an account of the record; `a_minute` bounds the requests of programs,
    the uploads and the decisions that come from one address, None for no bound.

    `editor` is who decides where the page has no accounts: then everybody who reaches it may, and only this machine
    can. `is_secure` says that readers come by https (through a proxy). `fetch` gets the text at an address, or is
    None: then the page fetches nothing. `today` is asked for each page.
    """

    hosts: tuple[str, ...] = LOOPBACK
    secret: str = msgspec.field(default_factory=lambda: secrets.token_hex(32))
    editor: str | None = None
    is_secure: bool = False
    fetch: Callable[[str], Dropped] | None = None
    has_accounts: bool = False
    a_minute: int | None = A_MINUTE
    upload_limit: int = UPLOAD_LIMIT
    today: Callable[[], date] = date.today
