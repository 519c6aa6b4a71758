"""An editor's word counts before the evidence, can be withdrawn, and outlives a re-reading."""

from __future__ import annotations

import pytest
from made_readings import entry, protocol, visit

from communique.errors import StoreError
from communique.store import Store
from communique.visits.model import Judgement, Source
from communique.visits.review import answer, choices

BY = {"who": "editor", "when": "2024-01-01T12:00:00Z", "why": "seen on film"}
WIRE = Source("wire.example.by", "Wire", "agency")
EARLY = visit("came on the first", who="Alexander Lukashenko", start="2023-12-01")
LATE = visit("came on the fifth", who="Alexander Lukashenko", start="2023-12-05", visit_kind="working")
OFFICIAL = visit("an official visit", who="Alexander Lukashenko", start="2023-12-05", visit_kind="official")
FLOWERS = protocol("flowers", LATE, "flowers")


@pytest.fixture
def filled(store: Store) -> Store:
    store.save(
        [
            entry("One.", EARLY),
            entry("Two.", LATE, FLOWERS, source=WIRE),
            entry("Three.", OFFICIAL, source=Source("x.example", "X", "press")),
        ],
        "1",
    )
    store.settle()
    return store


def ids(store: Store) -> list[str]:
    return [one.id for one in store.visits()]


def test_what_is_unsure_is_asked(filled: Store) -> None:
    assert ids(filled) == ["BLR-CHN-2023-12-01", "BLR-CHN-2023-12-05"]
    asked = filled.review()
    (link,) = [item for item in asked if item.ask == "link"]
    assert set(link.visits) == set(ids(filled))
    assert link.score.verdict == "unsure" and "4 days apart" in link.score.reasons[0].words
    assert [item.attribute.name for item in asked if item.ask == "value"] == ["kind"]


def test_what_is_answered_is_asked_no_more(filled: Store) -> None:
    asked = []
    while items := filled.review():
        asked.append(items[0].attribute.name if items[0].attribute else "link")
        filled.judge(answer(items[0], choices(items[0])[0], who="editor", when="2024-01-01T12:00:00Z"))
    assert asked == ["link", "kind", "start"]  # of two made one, the start is asked as well
    assert len(ids(filled)) == 1


def test_same_joins_and_undo_parts_again(filled: Store) -> None:
    before = filled.visits()
    number = filled.judge(Judgement(verdict="same", fact=EARLY.id, other=LATE.id, **BY))
    assert ids(filled) == ["BLR-CHN-2023-12-05"]  # as two of the three say
    assert filled.visit("BLR-CHN-2023-12-01").id == "BLR-CHN-2023-12-05"
    assert not [item for item in filled.review() if item.ask == "link"]
    filled.undo(number, "chief", "2024-01-02T12:00:00Z")
    assert filled.visits() == before
    assert filled.judgements() == []
    (kept,) = filled.judgements(active_only=False)
    assert (kept.undone_by, kept.why, kept.is_active) == ("chief", "seen on film", False)


def test_not_same_parts_and_is_not_asked_again(filled: Store) -> None:
    filled.judge(Judgement(verdict="not_same", fact=LATE.id, other=OFFICIAL.id, **BY))
    assert len(ids(filled)) == 3
    filled.judge(Judgement(verdict="not_same", fact=EARLY.id, other=LATE.id, **BY))
    asked = [item.score for item in filled.review() if item.ask == "link"]
    assert {LATE.id, EARLY.id} not in [{score.left, score.right} for score in asked]


def test_the_later_word_counts(filled: Store) -> None:
    filled.judge(Judgement(verdict="same", fact=EARLY.id, other=LATE.id, **BY))
    filled.judge(Judgement(verdict="not_same", fact=LATE.id, other=EARLY.id, **BY))
    assert len(ids(filled)) == 2


def test_a_value_is_set_and_the_dissent_stays(filled: Store) -> None:
    number = filled.judge(Judgement(verdict="value", fact=OFFICIAL.id, attribute="kind", value="private", **BY))
    visit = filled.visit("BLR-CHN-2023-12-05")
    kind = visit.attribute("kind")
    assert visit.kind == "private" and kind.judgement == number and not kind.is_contested
    assert {claim.value for claim in kind.dissent} == {"working", "official"}
    filled.undo(number, "editor", "2024-01-02T12:00:00Z")
    assert filled.visit("BLR-CHN-2023-12-05").attribute("kind").is_contested


def test_a_rejected_fact_is_not_believed(filled: Store) -> None:
    filled.judge(Judgement(verdict="reject", fact=FLOWERS.id, **BY))
    assert filled.visit("BLR-CHN-2023-12-05").attribute("protocol:flowers") is None
    assert FLOWERS not in [one.fact for one in filled.facts("BLR-CHN-2023-12-05")]
    assert filled.fact(FLOWERS.id).fact == FLOWERS
    number = filled.judge(Judgement(verdict="reject", fact=EARLY.id, **BY))
    assert ids(filled) == ["BLR-CHN-2023-12-05"]
    filled.undo(number, "editor", "2024-01-02T12:00:00Z")
    assert len(ids(filled)) == 2


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"verdict": "same", "fact": "nothing", "other": LATE.id}, "nothing"),
        ({"verdict": "same", "fact": LATE.id}, "two visit facts"),
        ({"verdict": "same", "fact": LATE.id, "other": LATE.id}, "two visit facts"),
        ({"verdict": "same", "fact": LATE.id, "other": FLOWERS.id}, "no visit"),
        ({"verdict": "value", "fact": LATE.id, "attribute": "weather", "value": "mild"}, "weather"),
        ({"verdict": "value", "fact": LATE.id, "attribute": "kind", "value": "grand"}, "grand"),
        ({"verdict": "value", "fact": LATE.id, "attribute": "days", "value": "two"}, "want a whole number"),
        ({"verdict": "value", "fact": LATE.id, "attribute": "start", "value": "soon"}, "EDTF"),
        ({"verdict": "value", "fact": LATE.id, "attribute": "protocol:flowers", "value": "maybe"}, "yes"),
    ],
)
def test_a_word_that_makes_no_sense_is_refused(filled: Store, fields: dict[str, str], message: str) -> None:
    with pytest.raises(StoreError, match=message):
        filled.judge(Judgement(**fields, **BY))
    assert filled.judgements() == []


def test_nothing_is_withdrawn_twice(filled: Store) -> None:
    number = filled.judge(Judgement(verdict="reject", fact=EARLY.id, **BY))
    filled.undo(number, "editor", "2024-01-02T12:00:00Z")
    for wrong in (number, 99):
        with pytest.raises(StoreError, match="want"):
            filled.undo(wrong, "editor", "2024-01-03T12:00:00Z")


def test_a_new_codebook_keeps_ids_and_judgements(filled: Store) -> None:
    filled.judge(Judgement(verdict="same", fact=EARLY.id, other=LATE.id, **BY))
    filled.judge(Judgement(verdict="value", fact=LATE.id, attribute="kind", value="private", **BY))
    filled.judge(Judgement(verdict="reject", fact=FLOWERS.id, **BY))
    before = ids(filled)
    late = visit("came on the fifth", who="Lukashenko", start="2023-12-05", visit_kind="working", days=2, rule="new")
    assert late.id != LATE.id
    read_anew = [
        entry("One.", visit("came on the first", who="Lukashenko", start="2023-12-01", rule="new", days=5)),
        entry("Two.", late, protocol("flowers", late, "flowers"), source=WIRE),
        entry("Three.", OFFICIAL, source=Source("x.example", "X", "press")),
    ]
    saved = filled.save(read_anew, "2")
    assert (saved.new, saved.reread) == (0, 3)
    filled.settle()
    assert ids(filled) == before
    (only,) = filled.visits()
    assert only.kind == "private" and only.attribute("protocol:flowers") is None
    assert filled.visit("BLR-CHN-2023-12-01").id == only.id
    assert filled.fact(LATE.id).fact == LATE  # kept as it was stated


def test_a_codebook_taken_back_gives_the_record_of_before(filled: Store) -> None:
    before = (filled.visits(), list(filled.readings()))
    late = visit("came on the fifth", who="Lukashenko", start="2023-12-06", rule="new")
    filled.save([entry("Two.", late, source=WIRE)], "2")
    filled.settle()
    assert filled.visits() != before[0]
    filled.save([entry("Two.", LATE, FLOWERS, source=WIRE)], "1")
    filled.settle()
    assert (filled.visits(), list(filled.readings())) == before
