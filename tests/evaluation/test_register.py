"""The register: what counts as found, what as confirmed, and why a row was missed."""

from __future__ import annotations

import csv
import importlib.util
import json
import random
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from communique.errors import DocumentError
from communique.evaluation.causes import Cause, Text, cause_table, claim_lines, missed_lines, missed_rows
from communique.evaluation.names import country_codes
from communique.evaluation.register import (
    Comparison,
    Register,
    VisitTold,
    compare,
    days_of,
    load_register,
    plain_name,
    recall_groups,
    register_table,
)
from communique.evaluation.told import Told

SHARED = Path(__file__).parents[3] / "shared"
CODES = {"italy": "ITA", "bahamas": "BHS", "germany": "DEU", "korea": "KOR"}
VISITS = """id,start,end,visitor,from_id,from,description
1,2021-05-10,2021-05-11,Prime Minister Mario Draghi,italy,Italy,Working Visit.
2,2021-06-01,2021-06-01,Prime Minister Ida Moor,bahamas,The Bahamas,Attended a summit.
3,2021-07-15,2021-07-15,Chancellor Angela Merkel,germany,Germany|Atlantis,Official Working Visit.
4,2019-07-15,2019-07-15,Chancellor Angela Merkel,germany,Germany,Working Visit.
"""
TRAVELS = """id,start,end,role,name,country_id,country,locale,remarks
1,2021-06-12,2021-06-14,president,Joseph R. Biden,italy,Italy,"Rome, Naples",Attended a summit.
2,2021-06-12,2021-06-14,secretary,Antony Blinken,italy,Italy,Rome,Met with colleagues.
"""


def told(start: str | None, of: str = "ITA", to: str = "USA", **fields: Any) -> VisitTold:
    fact = {
        "kind": "visit",
        "guest_country": of,
        "host_country": to,
        "start": start,
        "status": "completed",
        "guest": {"name": "Mario Draghi", "country": of, "office": "prime minister"},
    }
    published = fields.pop("published", None)
    return VisitTold(msgspec.convert({**fact, **fields}, type=Told), published)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    (tmp_path / "visits.csv").write_text(VISITS, encoding="utf-8")
    (tmp_path / "travels.csv").write_text(TRAVELS, encoding="utf-8")
    return load_register(tmp_path / "visits.csv", tmp_path / "travels.csv", CODES, first_year=2020, last_year=2021)


def held(register: Register, *visits: VisitTold) -> Comparison:
    return compare(visits, register, first_year=2020, last_year=2021)


def test_rows_are_those_of_the_years_for_each_country_with_a_code(register: Register) -> None:
    assert [row.guest_country for row in register.visits] == ["ITA", "BHS", "DEU"]
    assert [row.is_typed for row in register.visits] == [True, False, True]
    assert [(row.guest_country, row.host_country) for row in register.travels] == [("USA", "ITA")]
    assert register.unknown_names == {"Atlantis"}


def test_a_row_is_found_within_two_days(register: Register) -> None:
    for start, found in (("2021-05-13", 1), ("2021-05-08", 1), ("2021-05-14", 0), ("2021-05", 0), (None, 0)):
        assert recall_groups(held(register, told(start)))["typed rows"] == (found, 2), start


def test_a_visit_the_other_way_round_or_cancelled_finds_nothing(register: Register) -> None:
    assert not held(register, told("2021-05-10", of="USA", to="ITA")).found
    assert not held(register, told("2021-05-10", status="cancelled")).found


def test_travels_are_counted_apart(register: Register) -> None:
    assert recall_groups(held(register, told("2021-06-13", of="USA", to="ITA"))) == {
        "all rows": (0, 3),
        "typed rows": (0, 2),
        "President's travels": (1, 1),
    }


def test_only_dated_visits_of_leaders_that_took_place_are_claims(register: Register) -> None:
    minister = {"guest": {"name": "Luigi Di Maio", "office": "foreign_minister"}}
    result = held(
        register,
        told("2021-05-10"),
        told("2021-05-10"),
        told("2021-09-01"),
        told("2021-05-10", status="planned"),
        told("2021-05-10", **minister),
        told("2022-05-10"),
    )
    assert [(claim.day, claim.is_confirmed) for claim in result.claims] == [
        (date(2021, 5, 10), True),
        (date(2021, 9, 1), False),
    ]
    assert register_table(result).splitlines()[-1].startswith("precision: 1 of 2 dated leader visits")
    assert [line.split(":")[0] for line in claim_lines(result)] == ["not in the register"]


def test_the_days_of_a_visit_end_with_its_start_where_no_end_is_told() -> None:
    assert days_of(told("2021-05-10/2021-05-12").fact) == (date(2021, 5, 10), date(2021, 5, 12))
    assert days_of(told("2021-05-10", end="2021-05-11~").fact) == (date(2021, 5, 10), date(2021, 5, 11))
    assert days_of(told("2021-05").fact) is None


def test_a_missed_row_says_why(register: Register) -> None:
    may = date(2021, 5, 9)
    texts = [Text(may, "Prime Minister Draghi will be received."), Text(may, "Nothing about islands.")]
    visits = [told("2021", of="DEU", published=date(2021, 7, 14))]
    result = held(register, *visits)
    missed = missed_rows(result, visits, texts)
    assert {item.row.guest_country: item.cause for item in missed} == {
        "ITA": Cause.NO_VISIT,
        "BHS": Cause.NO_TEXT,
        "USA": Cause.NO_TEXT,
        "DEU": Cause.NO_DAY,
    }
    assert "| all rows | 3 | 0 | 0.000 | 1 | 1 | 1 |" in cause_table(result, missed).splitlines()
    assert "| President's travels | 1 | 0 | 0.000 | 1 | 0 | 0 |" in cause_table(result, missed).splitlines()
    assert "missed: 2021-05-10 Italy: Prime Minister Mario Draghi" in next(missed_lines(missed))


def test_without_texts_nothing_is_said_of_what_they_name(register: Register) -> None:
    assert {item.cause for item in missed_rows(held(register), [], [])} == {Cause.NO_VISIT}


def test_another_table_is_refused_with_the_columns_wanted(tmp_path: Path) -> None:
    (tmp_path / "visits.csv").write_text("id,day\n1,2021-05-10\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"visits\.csv: no column description, end, from, start, visitor"):
        load_register(tmp_path / "visits.csv", tmp_path / "visits.csv", CODES, first_year=1, last_year=2)


def test_names_are_compared_plainly() -> None:
    assert plain_name("  The  Bahamas ") == "bahamas"
    assert plain_name("Côte d'Ivoire") == "cote d'ivoire"


@pytest.fixture
def yardstick() -> ModuleType:
    path = SHARED / "tools" / "register.py"
    if not path.exists():
        pytest.skip("the first yardstick is not beside this checkout")
    spec = importlib.util.spec_from_file_location("yardstick_register", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def poor_readings(rows: list[dict[str, str]], codes: dict[str, str], seed: int) -> list[dict[str, Any]]:
    """Visits as a poor reader might tell the rows: moved by days, the wrong way, undated, of others."""
    chance = random.Random(seed)
    facts = []
    for row in rows:
        name = (row.get("from") or row.get("country") or "").split("|")[0]
        start = date.fromisoformat(row["start"]) + timedelta(days=chance.randint(-5, 5))
        pair = [codes.get(plain_name(name)), "USA"]
        pair = pair if ("from" in row) ^ (chance.random() < 0.05) else pair[::-1]
        facts.append(
            {
                "kind": "visit",
                "evidence": [{"start": 0, "end": 1, "quote": "x"}],
                "guest_country": pair[0],
                "host_country": pair[1],
                "start": chance.choice([start.isoformat(), start.isoformat()[:7], f"{start}/{start}", None]),
                "end": chance.choice([None, row["end"], f"{start}~"]),
                "status": chance.choice(["completed", "planned", "ongoing", "cancelled", None]),
                "guest": {"name": row.get("visitor", "x"), "office": chance.choice([None, "vice president"])},
            }
        )
    return facts


@pytest.mark.parametrize("seed", range(4))
def test_figures_equal_those_of_the_first_yardstick(
    yardstick: ModuleType, seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = yardstick.countries()
    paths = [SHARED / "reference" / name for name in ("visits_to_us.csv", "us_travels.csv")]
    rows = [row for path in paths for row in csv.DictReader(path.open(encoding="utf-8"))]
    facts = poor_readings([row for row in rows if "2015" <= row["start"][:4] <= "2018"], codes, seed)
    line = {"document": {"id": "a"}, "facts": facts}
    (tmp_path / "facts.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    yardstick.main(str(tmp_path / "facts.jsonl"), *map(str, paths), "2015", "2018")
    expected = capsys.readouterr().out.rstrip()

    visits = [VisitTold(msgspec.convert(fact, type=Told), None) for fact in facts]
    register = load_register(*paths, codes, first_year=2015, last_year=2018)
    assert register_table(compare(visits, register, first_year=2015, last_year=2018)) == expected


def test_every_name_of_the_register_has_the_code_that_the_first_yardstick_gives(
    yardstick: ModuleType,
) -> None:
    theirs, ours = yardstick.countries(), country_codes()
    visits, travels = (SHARED / "reference" / name for name in ("visits_to_us.csv", "us_travels.csv"))
    names = {name for row in csv.DictReader(visits.open(encoding="utf-8")) for name in row["from"].split("|")}
    names |= {row["country"] for row in csv.DictReader(travels.open(encoding="utf-8"))}
    plain = {plain_name(name) for name in names}
    assert {name: ours.get(name) for name in plain} == {name: theirs.get(name) for name in plain}


def test_names_that_only_the_register_uses_are_known() -> None:
    codes = country_codes()
    assert (codes["korea, south"], codes["holy see"], codes["european union"]) == ("KOR", "VAT", "EU")
