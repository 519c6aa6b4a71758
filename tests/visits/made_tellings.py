"""Tellings made by hand, and by Hypothesis."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from communique.records import Evidence, Person, Place, VisitFact
from communique.visits.telling import Telling, telling_of

WORDS = (Evidence(0, 1, "x"),)


def telling(
    text: str = "t", *, who: str | None = "Alexander Lukashenko", published: str | None = None, **fields: Any
) -> Telling:
    """A telling of a visit of Belarus to China; its fact id follows from all that is given."""
    place = fields.pop("place", None)
    office = fields.pop("office", None)
    name = hashlib.blake2b(repr((text, who, published, place, office, sorted(fields.items()))).encode(), digest_size=8)
    fact = VisitFact(
        id=name.hexdigest(),
        evidence=WORDS,
        rule="by hand",
        guest=Person(who, "BLR", office),
        guest_country="BLR",
        host_country="CHN",
        place=Place(place, "CHN") if place else None,
        status=fields.pop("status", "completed"),
        **fields,
    )
    made = telling_of(fact, text, published)
    assert made is not None
    return made


_DAYS = st.builds("2023-{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 28))
_STARTS = st.one_of(
    _DAYS,
    _DAYS.map("{}~".format),
    st.builds("2023-{:02}".format, st.integers(1, 12)),
    st.sampled_from(["2023", "2022", None]),
)

TELLINGS = st.lists(
    st.builds(
        telling,
        st.sampled_from("abcdefgh"),
        who=st.sampled_from(["Alexander Lukashenko", "Lukashenko", "Sergei Aleinik", None]),
        published=st.one_of(st.none(), _DAYS),
        start=_STARTS,
        visit_kind=st.sampled_from(["state", "working", None]),
        status=st.sampled_from(["completed", "planned", "cancelled"]),
        mention=st.sampled_from(["main", "background"]),
        count_in_year=st.sampled_from([None, 1, 2]),
        place=st.sampled_from(["Beijing", "Shanghai", None]),
    ),
    max_size=14,
    unique_by=lambda one: one.fact,
)
