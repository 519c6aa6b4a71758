"""Things of the record become their addresses on the page, the same for people and programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode


def visit(visit_id: str) -> str:
    """The page of a visit."""
    return f"/visits/{quote(visit_id, safe='')}"


def text(document_id: str, fact_id: str | None = None) -> str:
    """The page of a text; with a fact, at its words, which are marked."""
    page = with_query(f"/texts/{quote(document_id, safe='')}", fact=fact_id)
    return f"{page}#words" if fact_id else page


def words(fact_ids: Iterable[str], of: Iterable[str] = ()) -> str:
    """The words of several facts, their texts side by side; of visits those that give some attributes."""
    asked = [*(("fact", one) for one in dict.fromkeys(fact_ids)), *(("of", one) for one in of)]
    return f"/words?{urlencode(asked)}"


def why(document_id: str, fact_id: str) -> str:
    """How a fact was read."""
    return f"/texts/{quote(document_id, safe='')}/why/{quote(fact_id, safe='')}"


def dyad(one: str, other: str) -> str:
    """The page of two countries: the same whichever is named first."""
    left, right = sorted((one, other))
    return f"/dyads/{quote(left, safe='')}/{quote(right, safe='')}"


def country(code: str) -> str:
    """The page of a country or body."""
    return f"/countries/{quote(code, safe='')}"


def leader(name: str, country: str | None = None) -> str:
    """The page of a person by name and country."""
    return with_query(f"/leaders/{quote(name, safe='')}", country=country)


def compare(earlier: str, later: str) -> str:
    """Two visits side by side."""
    return with_query("/compare", earlier=earlier, later=later)


def sides(visit_id: str) -> str:
    """What the two sides of a visit say of it."""
    return f"{visit(visit_id)}/sides"


def inside(address: str, otherwise: str) -> str:
    """The address that a form gave to go on to, if it is one of this page and leads nowhere else; else another."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else otherwise


def with_query(path: str, /, **query: str | int | None) -> str:
    """A path with those parts of a query that have a value, in the order given."""
    return f"{path}?{urlencode(given)}" if (given := _given(query)) else path


def _given(query: Mapping[str, str | int | None]) -> dict[str, str | int]:
    return {key: value for key, value in query.items() if value not in (None, "")}
