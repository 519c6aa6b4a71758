"""Inputs that once broke a reader or ran in an output, each kept as a case."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from readers import READERS

import communique
from communique.cli.layout import Format, Layout, printed
from communique.documents import open_documents
from communique.errors import CodebookError, DocumentError, KnowledgeError, StoreError
from communique.evaluation.register import load_register
from communique.grammar.plan import PatternError
from communique.knowledge.compiling import FILES, from_csv, read_files
from communique.publish.columns import Column
from communique.publish.files import write_csv
from communique.publish.wording import printable
from communique.records import to_json
from communique.store.outlets import load_overrides
from communique.visits.days import span_of

REGISTER = b"id,start,end,visitor,from,description,role,name,country,locale,remarks\n"
DEEP = b"[" * 100_000
READING = json.loads(
    to_json(communique.read("President Emmanuel Macron will visit Berlin on Monday for a state visit.", source="a.txt"))
)


def reading(**changes: object) -> bytes:
    """A reading whose facts say something else."""
    return json.dumps(READING | {"facts": [fact | changes for fact in READING["facts"]]}).encode()


FOUND = {
    "a month 00": ("date", b"2023-00"),
    "a day 00": ("date", b"2023-02-00/2023-03"),
    "JSON nested 100,000 deep in a row": ("JSON Lines", DEEP),
    "JSON nested 100,000 deep": ("JSON", DEEP),
    "a row with a text that is no text, in an older encoding": ("JSON Lines", b'{"text": 7, "title": "caf\xe9"}'),
    "an encoding that is none of texts": ("encoding", bytes([11]) + b"x"),
    "UTF-16 without a mark where it was said to be": ("encoding", bytes([2]) + b"a\nb"),
    "a page that says it is in a codec of host names": ("page", b"<meta charset=idna><p>" + b"x." * 80),
    "gold that is no UTF-8": ("gold", b'{"facts": "\x91"}'),
    "gold of a text with a name of 4,000 letters": ("gold", b'{"facts": [], "document": "%s.txt"}' % (b"x" * 4_000)),
    "gold nested deep": ("gold", b'{"facts":' + DEEP),
    "answers nested deep": ("answers", b'{"document":' + DEEP),
    "rules that are no UTF-8": ("rules", b'family = "\xff"'),
    "rules nested deep": ("rules", b"family = " + DEEP),
    "a rule that is no table": ("rules", b'family = "visit"\nrule = [1]'),
    "a number of 5,000 digits": ("rules", b"family = " + b"9" * 5_000),
    "a pattern with two heads": ("rule pattern", b"^<visit> ^<meet>"),
    "a pattern of up to 10^10 words": ("rule pattern", b"<visit> _9999999999"),
    "a pattern of brackets in brackets": ("rule pattern", b"(" * 5_000),
    "half a character": (
        "reader of texts",
        "\n\nXi Jinping visited \ud800 Minsk.".encode("utf-8", "surrogatepass"),
    ),
    "a feed of tags in tags": ("feed", b"<channel<item<link</entry</link<"),
    "a pattern with a word that may be empty": ("rule pattern", b"<|come|drive> to"),
    "a clause of nothing but its lead": (
        "reader of texts",
        b"\n\nYoon Suk Yeol left Tokyo on Friday after a visit. The opposition called because Yoon is said to be fond.",
    ),
    "an act that is read once with who said it and once without": (
        "reader of texts",
        "\n\nPresident Macron of France visited Armenia in May 2024. Minister Sébastien Lecornu of France declared "
        "that France was ready missiles, and promised to train Armenian officers.".encode(),
    ),
    "a claim that two readers find in the same words": (
        "reader of texts",
        b"\t2023-12-06\n\nPresident Alexander Lukashenko's official visit to China on 3 and 4 December was quiet.\n\n"
        b"He came to beg. With the border half closed, the ruler in Minsk needs Chinese credit more thanespondent) -- "
        b"Tanzanian President Samia Suluhu Hassan wound up a three-day state visit to China on Friday, the first by an "
        b"African head of state since the 20th congress of the Communist Party of Chinaa needs his tractors.",
    ),
    "forty dates that are each counted from those before": (
        "reader of texts",
        b"\n\nThe President of Russia Dmitry Medvedev stayed in Turkey"
        + b" with official visit on 11-12 May. In Anka Russia Dmitry Medvedev stayed in Turkey" * 40,
    ),
    "half a character in a title": ("repair", "Xi \udfff\n\nBody".encode("utf-8", "surrogatepass")),
    "a line of sources cut short": ("sources", b"match,name,kind,country\nwire.example\n"),
    "a NUL in sources": ("sources", b"match,name,kind,country\n\0,a,press,\n"),
    "a row of the register cut short": (
        "register",
        REGISTER + b"1\n",
    ),
    "a knowledge file that is no UTF-8": ("knowledge files", bytes([0]) + b"name,iso3\n\x94,FRA\n"),
    "a knowledge file without a column": ("knowledge files", bytes([0]) + b"name\nParis\n"),
    "persons without a column of surnames": ("knowledge files", bytes([7]) + b"name,iso3,aliases,source\nA,FRA,,x\n"),
    "a visit on the last day of the calendar": ("record", reading(start="9999-12-31", end="9999-12-31")),
    "a visit on the first day of the calendar": ("record", reading(start="0001-01-01")),
    "a visit of 10^18 days": ("record", reading(days=10**18)),
    "words that are formulas, codes and marks": ("record", reading(guest_country="=1+1\x1b[31m\u202e<script>\r\n]]>&")),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_broke_a_reader_once_breaks_it_no_more(name: str) -> None:
    reader, data = FOUND[name]
    READERS[reader].run(data)


def test_a_broken_file_is_named_with_its_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"match,name,kind,country\nwire.example\n")
    with pytest.raises(StoreError, match=r"a\.csv, line 2"):
        load_overrides(path)
    path.write_bytes(REGISTER + b"1\n")
    with pytest.raises(DocumentError, match="line 2 has too few cells"):
        load_register(path, path, {}, first_year=1900, last_year=2000)
    with pytest.raises(KnowledgeError, match=r"cities\.csv: found no column iso3"):
        from_csv({**read_files(), "cities": b"name\nParis\n"})
    assert set(FILES) == set(read_files())


def test_a_pattern_says_what_is_wrong_with_it() -> None:
    from communique.codebook import LETTERS  # noqa: PLC0415
    from communique.grammar.pattern import plan_pattern  # noqa: PLC0415

    for pattern, fault in (("^<go> ^<see>", "second head"), ("<go> _9999999999", "regular expression")):
        with pytest.raises(PatternError, match=fault):
            plan_pattern(pattern, LETTERS, {}, lambda word: (word,), {}).compiled().checked()


def test_half_a_character_is_quoted_as_it_stands_and_printed_as_ascii() -> None:
    text = "President Emmanuel Macron visited Berlin\ud800 on Monday."
    found = communique.read(text, published="2023-12-06")
    assert found.facts
    assert all(words.quote == text[words.start : words.end] for fact in found.facts for words in fact.evidence)
    assert all(flaw.quote == text[flaw.start : flaw.end] for flaw in found.flaws)
    assert json.loads(to_json(found).decode("ascii"))["facts"][0]["id"] == found.facts[0].id


def test_a_date_that_no_calendar_has_is_none() -> None:
    assert [span_of(date) for date in ("2023-00", "2023-01-00", "2023-13", "0000", "2023-02-30")] == [None] * 5


def test_an_encoding_that_runs_or_escapes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\\x41 text")
    for name in ("unicode_escape", "idna", "punycode", "rot13", "hex", "undefined", "no such", "a\0b"):
        with pytest.raises(DocumentError, match="unknown; want one like utf-8"):
            open_documents([str(path)], encoding=name)


def test_names_of_files_and_rows_steer_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\u202e.jsonl"
    path.write_bytes(b'{"id": "\\u001b[31m", "text": ""}\n')
    (failure,) = open_documents([str(path)])
    for form in (Format.BRIEF, Format.TABLE):
        shown = printed(failure, Layout(form)).decode()  # type: ignore[arg-type]
        assert shown.isprintable() or set(shown) - set(filter(str.isprintable, shown)) == {"\n"}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "communique", "why", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=100)
    assert done.returncode == 1
    assert done.stderr.startswith("communique: ")
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_a_change_of_direction_does_not_reach_a_page() -> None:
    assert printable("a\u202eb\u2066c\x1b[0m") == "a b c [0m"


def test_words_that_begin_as_a_formula_are_words_in_csv() -> None:
    file = io.StringIO(newline="")
    column = Column("words", "text", (), lambda row: row)
    write_csv(file, [column] * 7, [["=1+1", "+1", "-1", "@a", "\t=1", "'a", -1]])
    file.seek(0)
    assert list(csv.reader(file))[1] == ["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "''a", "-1"]


def test_a_codebook_with_a_rule_that_is_no_table_names_the_file(tmp_path: Path) -> None:
    from communique.codebook import read  # noqa: PLC0415

    (tmp_path / "words.toml").write_text('stops = ";"', "utf-8")
    (tmp_path / "visit.toml").write_text('family = "visit"\nrule = [1]', "utf-8")
    with pytest.raises(CodebookError, match=r"visit\.toml: "):
        read(tmp_path, "en")
