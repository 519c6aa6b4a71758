"""Ten reports of two visits, one of them a reprint, make two visits, a meeting, and the right questions."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
from made_reports import entries

from communique.store import Filter, Store, open_store
from communique.visits.build import is_sudden

BELARUS_CHINA = Filter(between=("BLR", "CHN"), status="any")
FEBRUARY, DECEMBER = "BLR-CHN-2023-02-28", "BLR-CHN-2023-12-03"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(str(tmp_path_factory.mktemp("record") / "visits.db"))
    store.save(entries(), "1")
    store.settle()
    return store


def test_there_are_exactly_two_visits(store: Store) -> None:
    assert [visit.id for visit in store.visits(BELARUS_CHINA)] == [FEBRUARY, DECEMBER]
    assert [visit.id for visit in store.visits(Filter(status="any"))] == [FEBRUARY, DECEMBER]


def test_each_report_is_linked_to_its_visit(store: Store) -> None:
    origin = {one.id: Path(one.origin).name[:2] for one in store.documents()}
    february, december = (
        {origin[report.document] for report in store.visit(name).reports} for name in (FEBRUARY, DECEMBER)
    )
    assert february == {"01", "02", "03", "08", "09"}
    assert december == {"04", "05", "06", "07", "08", "09", "10"}


def test_the_meeting_in_samarkand_is_a_meeting(store: Store) -> None:
    met = store.meetings(("BLR", "CHN"))
    assert [(one.fact.date, one.fact.venue, one.visit) for one in met] == [("2022-09", "Samarkand", None)] * 2


def test_the_contested_kind_is_shown_with_its_sources(store: Store) -> None:
    kind = store.visit(DECEMBER).attribute("kind")
    assert kind is not None and kind.is_contested
    assert (kind.value, kind.sources) == ("working", 3)
    assert {one.source for one in kind.support} == {
        *("wire.example.by", "ministry.example.cn", "exile.example.org", "mirror.example.net")
    }
    assert [(one.value, one.sources, one.support[0].source) for one in kind.dissent] == [
        ("official", 1, "daily.example.com")
    ]


def test_the_contested_venue_is_shown_with_its_sources(store: Store) -> None:
    venue = store.visit(DECEMBER).attribute("venue")
    assert venue is not None and venue.is_contested
    assert (venue.value, venue.sources) == ("Great Hall of the People", 2)
    assert [(one.value, one.support[0].kind) for one in venue.dissent] == [("Diaoyutai State Guesthouse", "commentary")]


def test_a_reprint_is_kept_and_counts_as_its_original(store: Store) -> None:
    december = store.visit(DECEMBER)
    original = next(one for one in december.reports if one.source.id == "wire.example.by")
    reprint = next(one for one in december.reports if one.source.id == "mirror.example.net")
    assert reprint.reprint_of == original.document
    assert reprint.independent == original.independent == "wire.example.by"
    assert december.sources == 5  # wire, ministry, exile, daily (two texts), think tank


def test_february_was_announced_and_december_was_not(store: Store) -> None:
    february, december = store.visit(FEBRUARY), store.visit(DECEMBER)
    assert (february.announced_on, february.lead_days) == ("2023-02-25", 3)
    assert (december.announced_on, december.notice) == (None, "unannounced")
    assert is_sudden(december) is True
    assert is_sudden(february) is False and is_sudden(february, threshold=7) is True


def test_the_december_visit_has_its_particulars(store: Store) -> None:
    december = store.visit(DECEMBER)
    assert (december.count_in_year, december.occasion, december.status) == (2, "standalone", "completed")
    assert (december.start, december.end, december.days) == ("2023-12-03", "2023-12-04", 2)
    assert december.attribute("protocol:banquet").value == "no"
    assert december.guest.name == "Alexander Lukashenko"


def test_no_link_of_these_reports_is_unsure(store: Store) -> None:
    assert {item.ask for item in store.review()} == {"value"}
    assert {item.attribute.name for item in store.review()} == {"kind", "venue"}


def test_a_link_carries_its_reasons(store: Store) -> None:
    links = store.links(DECEMBER)
    assert {reason.code for link in links for reason in link.reasons} >= {"dates", "guest", "kind"}
    assert all(link.points == sum(reason.points for reason in link.reasons) for link in links)


def test_the_order_of_loading_changes_nothing(store: Store, tmp_path: Path) -> None:
    wanted = msgspec.json.encode(store.visits(Filter(status="any")))
    made = entries()
    for seed in range(20):
        random.Random(seed).shuffle(made)
        other = open_store(str(tmp_path / f"{seed}.db"))
        for at in range(0, len(made), 1 + seed % 4):
            other.save(made[at : at + 1 + seed % 4], "1")
            if seed % 3:
                other.settle()
        other.settle()
        assert msgspec.json.encode(other.visits(Filter(status="any"))) == wanted
        assert other.review() == store.review()
        other.close()
