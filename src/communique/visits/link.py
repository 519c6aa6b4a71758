"""All tellings of one dyad become clusters, one a visit: the same for whatever order they came in.

From closely dated tellings to loosely dated ones. Those with a day are compared where their days are near,
and joined best pair first unless a member of the one contradicts a member of the other. A looser telling
("in February", "last year") then goes to the one visit that it fits clearly better than any other; where
two fit alike it is left open. Every choice is made by points, then by content, never by position.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from communique.visits.blocks import Blocks
from communique.visits.groups import (
    GRAINS,
    Cluster,
    Group,
    Rulings,
    closeness,
    first_key,
    grouped,
    key_of,
    near,
    ruled_facts,
)
from communique.visits.model import LinkScore, Reason
from communique.visits.score import SAME, UNSURE, compare, link_score, total
from communique.visits.telling import Telling, names_agree

MARGIN = 1.0  # points by which the best visit must beat the second for a loosely dated telling
PASSING = -3.0  # points: a mention in passing that fits an existing visit no worse than so makes no visit of its own
JUDGED = 100.0


class Linked(msgspec.Struct, frozen=True):
    """The clusters (each sorted by fact id), the tellings left open, and the pairs that an editor should look at."""

    clusters: tuple[tuple[Telling, ...], ...]
    open: tuple[Telling, ...] = ()
    unsure: tuple[LinkScore, ...] = ()


def link(tellings: Iterable[Telling], rulings: Rulings = Rulings()) -> Linked:  # noqa: B008 (frozen)
    """The visits that tellings of one dyad tell of."""
    return _Linker(rulings).run(grouped(tellings, rulings))


class _Linker:
    """One run over one dyad: holds the rulings, the comparisons made, and what stayed unsure."""

    def __init__(self, rulings: Rulings) -> None:
        self.rulings = rulings
        self.made: dict[tuple[str, str], float] = {}
        self.asked: list[LinkScore] = []
        self.open: list[Group] = []
        self.bundles: dict[str, Cluster] = {}

    def run(self, groups: list[Group]) -> Linked:
        groups = self.bundled(groups)
        clusters: list[Cluster] = []
        for grains in GRAINS:
            rest: list[Group] = []
            joined: dict[int, list[Group]] = {}
            blocks = Blocks(clusters)
            for group in (group for group in groups if group.one.grain in grains):
                home = self.home(group, clusters, blocks)
                if home is None:
                    rest.append(group)
                elif home >= 0:
                    joined.setdefault(home, []).append(group)
            clusters = [self.joined(cluster, joined.get(at, ())) for at, cluster in enumerate(clusters)]
            clusters += self.gather(rest)
            clusters.sort(key=first_key)
        found = sorted(tuple(sorted(t for group in cluster for t in group.members)) for cluster in clusters)
        left = sorted(t for leader in self.open for group in self.bundle(leader) for t in group.members)
        return Linked(tuple(found), tuple(left), self.unsure(found))

    def home(self, group: Group, clusters: Sequence[Cluster], blocks: Blocks) -> int | None:
        """Where a loosely dated group goes: the number of a cluster, -1 if it is left open, None if nowhere."""
        ranked = sorted(
            ((self.fit(group, clusters[at], clusters, blocks), at) for at in blocks.near(group)),
            key=lambda found: (-found[0], found[1]),
        )[:2]
        if ranked and ranked[0][0] >= UNSURE:
            (best, at), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
            if best >= SAME and (second < UNSURE or best - second >= MARGIN):
                return at
            self.open.append(group)
            for points, other in ranked:
                if points >= UNSURE:
                    self.ask(group, clusters[other])
            return -1
        if group.one.mention == "main":
            return None
        if group.one.grain == "none":  # an undated mention in passing makes no visit
            self.open.append(group)
            return -1
        if ranked and ranked[0][0] >= PASSING:  # it may well be that visit, though much speaks against it
            self.open.append(group)
            self.ask(group, clusters[ranked[0][1]])
            return -1
        return None

    def bundled(self, groups: list[Group]) -> list[Group]:
        """The groups without those that an editor ruled the same as a more closely dated one: they go where it goes."""
        by_fact = {group.one.fact: group for group in groups if group.one.fact in ruled_facts(self.rulings)}
        leader = dict(by_fact)
        for left, right in sorted(self.rulings.same):
            if left in leader and right in leader and leader[left] is not leader[right]:
                pair = (leader[left], leader[right])
                first = min(pair, key=lambda group: (closeness(group.one), key_of(group)))
                leader.update((fact, first) for fact, at in leader.items() if at in pair)
        for fact, first in sorted(leader.items(), key=lambda item: key_of(by_fact[item[0]])):
            if by_fact[fact] is not first:
                self.bundles[first.key] = (*self.bundle(first), by_fact[fact])
        return [group for group in groups if leader.get(group.one.fact, group) is group]

    def bundle(self, group: Group) -> Cluster:
        """The group, and those that an editor ruled the same."""
        return self.bundles.get(group.key, (group,))

    def joined(self, cluster: Cluster, groups: Sequence[Group]) -> Cluster:
        """The cluster with the groups that found their home in it, best first, but none that contradicts another."""
        grown = list(cluster)
        best = {group.key: max(self.points(group, member) for member in cluster) for group in groups}
        for group in sorted(groups, key=lambda group: (-best[group.key], key_of(group))):
            if self.clash(self.bundle(group), grown[len(cluster) :]):
                self.open.append(group)
                self.ask(group, cluster)
            else:
                grown.extend(self.bundle(group))
        return tuple(grown)

    def fit(self, group: Group, cluster: Cluster, clusters: Sequence[Cluster], blocks: Blocks) -> float:
        """Points of the best agreement with any telling of the cluster; of the worst if one contradicts."""
        bundle = self.bundle(group)
        points = [self.points(one, member) for one in bundle for member in cluster]
        if self.clash(bundle, cluster):
            return min(points)
        return max(points) + _number(group, cluster, clusters, blocks)

    def gather(self, groups: list[Group]) -> list[Cluster]:
        """Clusters among groups of one grain: best pair first, unless a member contradicts a member."""
        started = [list(self.bundle(group)) for group in groups]
        cluster_of = {member.key: cluster for cluster in started for member in cluster}
        members = sorted((member for cluster in started for member in cluster), key=key_of)
        pairs = [(self.points(one, two), one, two) for one, two in near(members)]
        pairs.sort(key=lambda pair: (-pair[0], pair[1].key, pair[2].key))
        for points, one, two in pairs:
            left, right = cluster_of[one.key], cluster_of[two.key]
            if points < UNSURE or left is right:
                continue
            if points >= SAME and not self.clash(left, right):
                left.extend(right)
                cluster_of.update((member.key, left) for member in right)
            else:
                self.ask(one, (two,))
        unique = {id(cluster): cluster for cluster in cluster_of.values()}
        return [tuple(sorted(cluster, key=key_of)) for cluster in unique.values()]

    def clash(self, left: Sequence[Group], right: Sequence[Group]) -> bool:
        """A member of the one contradicts a member of the other. An editor's word counts before any evidence; of
        tellings that an editor ruled the same, the one that agrees best speaks for all.
        """
        ruled = [self.ruled(one, two) for one in left for two in right] if self.any_rulings else []
        if any(ruled):
            return min(ruled) < 0
        if not self.bundles:
            return any(self.points(one, two) < 0 for one in left for two in right)
        ours, theirs = self.voices(left), self.voices(right)
        return any(max(self.points(a, b) for a in one for b in two) < 0 for one in ours for two in theirs)

    def voices(self, cluster: Sequence[Group]) -> list[Cluster]:
        """The cluster in parts, those together that an editor ruled the same."""
        followers = {one.key for group in cluster for one in self.bundle(group)[1:]}
        return [self.bundle(group) for group in cluster if group.key not in followers]

    def points(self, one: Group, two: Group) -> float:
        key = (one.key, two.key) if one.key < two.key else (two.key, one.key)
        if key not in self.made:
            same_text = not one.texts.isdisjoint(two.texts)
            self.made[key] = self.ruled(one, two) or total(compare(one.one, two.one, same_text=same_text))
        return self.made[key]

    @property
    def any_rulings(self) -> bool:
        return bool(self.rulings.same or self.rulings.apart)

    def ruled(self, one: Group, two: Group) -> float:
        """What an editor said of the two, 0 if nothing."""
        if not self.any_rulings:
            return 0.0
        pair = (min(one.one.fact, two.one.fact), max(one.one.fact, two.one.fact))
        return JUDGED if pair in self.rulings.same else -JUDGED if pair in self.rulings.apart else 0.0

    def ask(self, one: Group, others: Sequence[Group]) -> None:
        best = max(others, key=lambda other: (self.points(one, other), other.key))
        if self.ruled(one, best) < 0:
            return
        score = link_score(one.one, best.one, same_text=not one.texts.isdisjoint(best.texts))
        if score.points >= SAME:
            rival = Reason("rival", 0.0, "another visit fits as well, or another report contradicts")
            score = msgspec.structs.replace(score, verdict="unsure", reasons=(*score.reasons, rival))
        self.asked.append(score)

    def unsure(self, clusters: Sequence[Sequence[Telling]]) -> tuple[LinkScore, ...]:
        """The best question for each two clusters (or open telling) that ended up apart, by fact ids."""
        home = {telling.fact: str(at) for at, cluster in enumerate(clusters) for telling in cluster}
        best: dict[tuple[str, str], LinkScore] = {}
        for score in sorted(self.asked, key=lambda score: (-score.points, score.left, score.right)):
            left, right = sorted((home.get(score.left, score.left), home.get(score.right, score.right)))
            if left != right:
                best.setdefault((left, right), score)
        return tuple(sorted(best.values(), key=lambda score: (score.left, score.right)))


def _number(group: Group, cluster: Cluster, clusters: Sequence[Cluster], blocks: Blocks) -> float:
    """Points for "the second visit this year", by how many visits of that guest the year has up to the cluster's."""
    wanted, one = group.one.count_in_year, cluster[0].one
    if not wanted or not one.first:
        return 0.0
    year = date.fromordinal(one.first).replace(month=1, day=1).toordinal()
    so_far = sum(
        names_agree(clusters[at][0].one.guest, one.guest) is not False for at in blocks.starting(year, one.first)
    )
    return -3.0 if so_far > wanted else 1.5 if so_far == wanted else 0.0
