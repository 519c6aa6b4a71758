"""How often one address may ask: programs, uploads and decisions a minute, and attempts to sign in."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig

from communique.web.sameness import API

SIGN_INS = 10  # attempts a minute from one address: a person mistypes, a program guesses


def limited(a_minute: int) -> DefineMiddleware:
    """Middleware that answers 429 where one address asks more often as a program, or changes something more often."""
    return RateLimitConfig(("minute", a_minute), check_throttle_handler=_counts).middleware


def sign_ins() -> DefineMiddleware:
    """Middleware for the one handler that takes passwords."""
    return RateLimitConfig(("minute", SIGN_INS)).middleware


def _counts(request: Request[Any, Any, Any]) -> bool:
    return request.method == "POST" or request.url.path.startswith((API, "/downloads", "/feed"))
