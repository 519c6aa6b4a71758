from __future__ import annotations

import pytest

from communique.errors import KnowledgeError
from communique.knowledge.checking import check
from communique.knowledge.compiling import COMPILED, DATA, compiled, digest, from_csv, read_files, rows_of

TEXTS = read_files()


def changed(name, old, new):
    text = TEXTS[name].decode()
    assert old in text
    return TEXTS | {name: text.replace(old, new, 1).encode()}


def faults(texts):
    return [problem.fault for problem in check(texts)]


def test_the_files_have_no_errors():
    assert [str(problem) for problem in check() if problem.severity == "error"] == []


def test_the_compiled_file_is_of_the_csv_files_as_they_stand():
    # mend with: python -m communique.knowledge.build
    assert (DATA / COMPILED).read_bytes().startswith(digest(TEXTS).encode())


def test_the_compiled_file_says_what_the_csv_files_say():
    assert compiled() == from_csv(TEXTS)


def test_one_line_adds_a_person():
    line = "Arlo Penn,NZL,,foreign minister,Minister of Foreign Affairs,2031-02-01,,open,2031-03,,editor\n"
    tables = from_csv(TEXTS | {"officials": TEXTS["officials"].rstrip() + b"\n" + line.encode()})
    assert "Arlo Penn|NZL" in {person.key for person in tables.persons}
    assert "Arlo Penn" in {surface.text for surface in tables.surfaces}


def test_an_end_before_the_start_is_found():
    found = faults(changed("leaders", "2021-10-04,2024-10-01", "2021-10-04,2020-10-01"))
    assert any("ends 2020-10-01 before it starts 2021-10-04" in fault for fault in found)


def test_an_unknown_country_is_found():
    assert any("'QQQ'" in fault for fault in faults(changed("cities", ",CHN,", ",QQQ,")))


def test_a_row_with_a_missing_cell_names_file_and_line():
    with pytest.raises(KnowledgeError, match=r"sources\.csv: row 2: .*want 6"):
        rows_of({"sources": b"domain,name,country,kind,state_owned,source\nexample.org,Example\n"}, "sources")


def test_a_file_without_a_column_says_which_it_wants():
    with pytest.raises(KnowledgeError, match="end_status"):
        from_csv(changed("leaders", "end_status", "end_statuss"))
