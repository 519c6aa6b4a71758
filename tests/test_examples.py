"""The examples keep the contract: quotes at their offsets, records that decode, codes that exist."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import communique
from communique.records import AnyFact, Flaw

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLD = sorted(EXAMPLES.glob("*.gold.json"))
DATA = Path(communique.__file__).parent / "knowledge" / "data"
IN_A_VISIT = ("protocol", "meeting", "agreement", "commitment")
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?~?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SIGNALS = _words(
    """
    airport_greeting send_off red_carpet flowers crowds flags honour_guard anthems gun_salute
    flypast motorcade welcome_ceremony talks_venue restricted_talks expanded_talks tea_or_walk lunch
    dinner banquet residence order_or_medal gifts parliament_address wreath tour_with_host
    second_city joint_press press_statement_only photo spouse_programme guest_book signing_ceremony
    """
)
FIELDS = _words(
    """
    politics trade investment finance industry agriculture science_technology digital energy nuclear
    transport defence law_enforcement cyber education culture media_film tourism health
    labour_social sport youth local environment disaster_aid space consular_migration border
    peace_security multilateral human_rights
    """
)
ISSUES = _words(
    """
    core_interests one_china taiwan reunification xinjiang tibet hong_kong human_rights interference
    sovereignty ukraine russia_aggression cold_war_mentality security_concerns security_architecture
    palestine israel_security iran_nuclear korean_peninsula sanctions un_reform kashmir terrorism
    south_china_sea indo_pacific belt_and_road global_initiatives shared_future multipolarity
    rules_based_order nonproliferation climate democracy territorial_dispute history
    technology_controls migration other
    """
)


@pytest.fixture(scope="module")
def codes() -> frozenset[str]:
    return frozenset(_column("countries.csv", "iso3") | _column("organisations.csv", "code"))


@pytest.fixture(params=GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return told


def test_every_text_has_its_gold() -> None:
    texts = {path.stem for path in EXAMPLES.glob("*.txt")}
    assert texts == {path.name.removesuffix(".gold.json") for path in GOLD}
    assert len(texts) >= 20


def test_every_quote_stands_at_its_offsets(gold: dict[str, Any]) -> None:
    text = _text(gold)
    pieces = [piece for fact in gold["facts"] for piece in fact["evidence"]] + gold["flaws"]
    for piece in pieces:
        assert piece["quote"] == text[piece["start"] : piece["end"]]
        assert piece["quote"].strip() == piece["quote"] != ""


def test_no_fact_rests_on_a_header_line(gold: dict[str, Any]) -> None:
    body = _text(gold).index("\n\n")
    assert all(piece["start"] > body for fact in gold["facts"] for piece in fact["evidence"])


def test_every_fact_decodes_as_a_record(gold: dict[str, Any]) -> None:
    for fact in gold["facts"]:
        msgspec.convert(_as_record(fact), type=AnyFact)
    for flaw in gold["flaws"]:
        msgspec.convert(flaw, type=Flaw)


def test_no_fact_has_a_field_that_the_contract_lacks(gold: dict[str, Any]) -> None:
    for fact in gold["facts"]:
        record = msgspec.convert(_as_record(fact), type=AnyFact)
        assert set(fact) - {"kind", "optional"} <= set(record.__struct_fields__)


def test_publication_date_is_that_of_the_header(gold: dict[str, Any]) -> None:
    header = re.search(r"^DATE: (\S+)$", _text(gold), re.MULTILINE)
    assert gold["published"] == (header[1] if header else None)


def test_facts_name_a_visit_of_their_text(gold: dict[str, Any]) -> None:
    facts = gold["facts"]
    for fact in facts:
        assert ("visit" in fact) == (fact["kind"] in IN_A_VISIT)
        if fact.get("visit") is not None:
            assert facts[fact["visit"]]["kind"] == "visit"


def test_every_code_is_known(gold: dict[str, Any], codes: frozenset[str]) -> None:
    for fact in gold["facts"]:
        assert set(_codes_in(fact)) <= codes, fact
        assert set(fact.get("fields", ())) <= FIELDS, fact
        assert fact.get("signal", "photo") in SIGNALS, fact
        assert fact.get("issue", "other") in ISSUES, fact
        assert (fact.get("issue") == "other") == ("issue_text" in fact), fact


def test_numbers_and_dates_are_within_their_scales(gold: dict[str, Any]) -> None:
    for fact in gold["facts"]:
        assert 0 <= fact.get("rank", 0) <= 6
        assert 1 <= fact.get("strength", 1) <= 6
        for name in ("start", "end", "date"):
            assert EDTF.fullmatch(fact.get(name, "2000")), fact
        assert fact.get("start", "0") <= fact.get("end", "9999"), fact


def test_no_fact_is_told_twice(gold: dict[str, Any]) -> None:
    told = [json.dumps(fact, sort_keys=True) for fact in gold["facts"]]
    assert len(told) == len(set(told))


def _text(gold: dict[str, Any]) -> str:
    return (EXAMPLES / str(gold["document"])).read_text(encoding="utf-8")


def _column(name: str, column: str) -> set[str]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def _as_record(fact: dict[str, Any]) -> dict[str, Any]:
    """The gold fact with what only a reader can give: its rule, and its visit's id in place of the index."""
    known = {name: value for name, value in fact.items() if name != "optional"}
    visit = fact.get("visit")
    action = {"action": fact["evidence"][0]["quote"]} if fact["kind"] == "commitment" else {}
    return {**known, **action, "rule": "gold", "visit": None if visit is None else str(visit)}


def _codes_in(fact: dict[str, Any]) -> list[str]:
    people = [fact.get(name) or {} for name in ("guest", "host", "place", "official")]
    people += fact.get("participants", [])
    single = [fact.get(name) for name in ("guest_country", "host_country", "toward", "about", "combined_with")]
    listed = [code for name in ("countries", "parties", "holder") for code in _codes_or_none(fact, name)]
    return [code for code in [*single, *listed, *(person.get("country") for person in people)] if code]


def _codes_or_none(fact: dict[str, Any], name: str) -> list[str]:
    """The codes of a list; the holder of an assessment may be the author or a named source instead."""
    value = fact.get(name) or []
    return value if isinstance(value, list) else []
