"""Passwords become hashes that can be checked and not read, and logins become tokens."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from communique.errors import CommuniqueError

SHORTEST = 10  # characters of a password; NIST SP 800-63B asks for at least 8
LONGEST = 1000  # characters: hashing more only keeps the machine busy

_hasher = PasswordHasher()  # Argon2id with the library's parameters of RFC 9106


def hashed(password: str) -> str:
    """The hash to keep of a password. Raises: CommuniqueError: it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise CommuniqueError(f"password: found {len(password)} characters; want {SHORTEST} to {LONGEST}")
    return _hasher.hash(password)


def is_right(password: str, secret: str | None) -> bool:
    """Whether a password is that of a hash; of None, which takes as long and is never right, so that an answer does
    not tell which names have accounts.
    """
    try:
        return _hasher.verify(secret or _nobody(), password[:LONGEST]) and secret is not None
    except (VerificationError, InvalidHashError):
        return False


def new_token() -> str:
    """A token for a browser to hold: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What the record keeps of a token, so that the record alone lets nobody in."""
    return hashlib.sha256(token.encode()).hexdigest()


@cache
def _nobody() -> str:
    return _hasher.hash(secrets.token_urlsafe(32))
