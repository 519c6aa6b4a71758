"""The cost of linking grows with visits and reprints, not with their square; blocks leave nobody out."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from communique.records import Evidence, Person, VisitFact
from communique.visits import link as link_module
from communique.visits import reprints
from communique.visits.blocks import Blocks
from communique.visits.groups import Group, Rulings, grouped
from communique.visits.link import link
from communique.visits.score import DOUBTFUL
from communique.visits.telling import Telling, telling_of


def tellings(visits: int, each: int = 4, seed: int = 1) -> list[Telling]:
    """Tellings of one dyad: a visit every forty days, told to the day, the month, the year or not at all."""
    chance, found = random.Random(seed), []
    for number in range(visits):
        day = date(1950, 1, 1) + timedelta(days=number * 40 + chance.randint(0, 20))
        for report in range(each):
            start = chance.choice([str(day), str(day), str(day)[:7], str(day)[:4], None])
            fact = VisitFact(
                id=f"{number:05}{report:03}",
                evidence=(Evidence(0, 1, "x"),),
                rule="made",
                guest=Person(f"Leader {day.year // 5}", "AAA", "president"),
                guest_country="AAA",
                host_country="BBB",
                start=start,
                mention="main" if start and chance.random() < 0.7 else "background",
                count_in_year=chance.choice([None, None, 1, 2]),
                visit_kind=chance.choice([None, "state", "working"]),
            )
            published = str(day + timedelta(days=chance.choice([1, 2, 400])))
            if (telling := telling_of(fact, f"{number}-{report}", published)) is not None:
                found.append(telling)
    return found


def comparisons(monkeypatch: pytest.MonkeyPatch, visits: int) -> int:
    count, compare = 0, link_module.compare

    def counted(*words: object, **options: object) -> object:
        nonlocal count
        count += 1
        return compare(*words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(link_module, "compare", counted)
    link(tellings(visits))
    monkeypatch.undo()
    return count


def test_four_times_the_visits_cost_four_times_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = comparisons(monkeypatch, 100), comparisons(monkeypatch, 400)
    assert 3 * few < many < 5 * few


def test_blocks_hold_all_that_a_comparison_can_bring_together() -> None:
    chance = random.Random(3)
    groups = grouped(tellings(60), Rulings())
    clusters: list[tuple[Group, ...]] = []
    waiting = chance.sample(groups, len(groups))
    while waiting:
        size = chance.randint(1, 4)
        clusters.append(tuple(waiting[:size]))
        waiting = waiting[size:]
    clusters.sort(key=lambda cluster: min((one.one.first, one.one.until, one.key) for one in cluster))
    blocks = Blocks(clusters)
    for group in groups:
        wanted = [
            at
            for at, cluster in enumerate(clusters)
            if group.one.first <= max(one.one.until for one in cluster) + DOUBTFUL
            and min(one.one.first for one in cluster) <= group.one.until + DOUBTFUL
        ]
        assert blocks.near(group) == wanted
        first, last = group.one.first - 200, group.one.first
        starting = [at for at, cluster in enumerate(clusters) if first <= cluster[0].one.first <= last]
        assert sorted(blocks.starting(first, last)) == starting


def words(seed: int, length: int = 300) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randint(0, 5000)}" for _ in range(length)]


def test_a_thousand_copies_cost_no_million_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    count, likeness = 0, reprints.likeness

    def counted(left: bytes, right: bytes) -> float:
        nonlocal count
        count += 1
        return likeness(left, right)

    monkeypatch.setattr(reprints, "likeness", counted)
    sketches = {}
    for story in range(10):
        for copy in range(100):  # each with a tail of its own
            text = " ".join([*words(story), f"Agency {story} {copy}"])
            sketches[f"{story}-{copy:03}"] = reprints.sketch(text)
    groups = reprints.groups(sketches)
    assert {name: head.partition("-")[0] for name, head in groups.items()} == {
        name: name.partition("-")[0] for name in sketches
    }
    assert count < 10 * len(sketches)


def test_groups_of_reprints_are_the_same_in_any_order() -> None:
    chance = random.Random(7)
    sketches = {}
    for story in range(12):
        whole = words(story)
        for copy in range(8):
            cut = [word for word in whole if chance.random() > 0.02 * copy]
            sketches[f"{chance.random()}"] = reprints.sketch(" ".join(cut))
    names = list(sketches)
    wanted = brute_force(sketches)
    for _ in range(3):
        chance.shuffle(names)
        assert reprints.groups({name: sketches[name] for name in names}) == wanted


def brute_force(sketches: dict[str, bytes]) -> dict[str, str]:
    """Every pair that shares a band is compared; groups are what a chain of likeness joins."""
    group = {name: name for name in sketches}
    size = reprints.HASHES // reprints.BANDS * 4
    for one, left in sketches.items():
        for two, right in sketches.items():
            share = any(left[at : at + size] == right[at : at + size] for at in range(0, len(left), size))
            if one < two and share and reprints.likeness(left, right) >= reprints.LIKE:
                low, high = sorted((group[one], group[two]))
                group = {name: low if head == high else head for name, head in group.items()}
    return group
