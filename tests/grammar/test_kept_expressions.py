"""Compiled expressions are kept for the next start, and come back as they were."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from communique import codebook
from communique.grammar import expression, kept
from communique.grammar.kept import _Keeper

SOURCES = (
    "a",
    "(?P<first>a+)(?:b|c)*(?P<second>[^d-f]{2,7}?)(?=g)(?<!h)i",
    r"(?<![\w-])(?:visit(?:s|ed)?|état|对话)(?![\w-])",
    "(a)(b)?(?(2)c|d)",
    "(?s:.)(?-i:A)\\Z",
    "",
    "\udc80",
)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
def test_a_kept_expression_equals_the_one_that_is_made(source: str, flags: int, tmp_path: Path) -> None:
    file = tmp_path / "kept.expressions"
    first = _Keeper(file)
    first.pattern(source, int(flags))
    first.save()
    found = _Keeper(file).pattern(source, int(flags))
    plain = re.compile(source, flags)
    assert found == expression(source, flags)
    assert (found.pattern, found.flags, found.groups) == (plain.pattern, plain.flags, plain.groups)
    assert found.groupindex == plain.groupindex


def test_an_engine_that_is_not_known_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_is_known", lambda: False)
    assert expression(r"\b(?:visit|visited)") == re.compile(r"\b(?:visit|visited)")


def test_what_one_start_makes_the_next_one_finds(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "kept.expressions"
    first = _Keeper(file)
    made = first.pattern("(?P<x>a|b)+", 0)
    first.save()
    second = _Keeper(file)
    assert len(second.kept.codes) == 1
    assert second.pattern("(?P<x>a|b)+", 0) == made == expression("(?P<x>a|b)+")
    assert not second.is_new
    assert [path.name for path in file.parent.iterdir()] == ["kept.expressions"]


@pytest.mark.parametrize(
    "content", [b"", b"no msgpack", b"\x82\xabinterpreter\xa7CPython\xa5codes\x80", os.urandom(4096)]
)
def test_a_file_that_cannot_be_used_is_made_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept.expressions"
    file.write_bytes(content)
    keeper = _Keeper(file)
    assert keeper.kept.codes == {}
    assert keeper.pattern("ab?", 0) == re.compile("ab?")
    keeper.save()
    assert len(_Keeper(file).kept.codes) == 1


def test_words_that_are_no_program_are_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = _Keeper(tmp_path / "kept.expressions")
    keeper.pattern("a", 0)
    ((key, code),) = keeper.used.codes.items()
    keeper.kept.codes[key] = type(code)(code.flags, b"\xff" * 16, code.groups, code.names)
    monkeypatch.setattr(kept, "_keeper", keeper)
    assert expression("a") == re.compile("a")


def test_a_fault_in_an_expression_is_re_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_keeper", _Keeper(tmp_path / "kept.expressions"))
    with pytest.raises(re.error, match="unterminated"):
        expression("(a")


def test_the_file_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    file = tmp_path / "kept.expressions"
    for sources in ("ab", "cd"):
        keeper = _Keeper(file)
        for source in sources:
            keeper.pattern(source, 0)
        keeper.save()
    assert len(_Keeper(file).kept.codes) == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_line_reads_the_same_from_kept_expressions(jobs: str, tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Prime Minister Fumio Kishida paid an official visit to India on March 20, 2023.", encoding="utf-8")
    command = [sys.executable, "-m", "communique", "read", str(text), "--format", "json", "--jobs", jobs]
    bare = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    kept_there = {name: value for name, value in bare.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept_there["PYTHONPYCACHEPREFIX"] = str(tmp_path / "bytecode")
    runs = [subprocess.run(command, env=env, capture_output=True, check=True) for env in (bare, kept_there, kept_there)]
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
    (file,) = (tmp_path / "bytecode").rglob("*.expressions")
    assert len(_Keeper(file).kept.codes) > 100  # what the reader needs, not only the command that starts it


def test_what_is_made_of_a_file_is_found_at_the_next_start(tmp_path: Path) -> None:
    file, made = tmp_path / "kept.expressions", list[str]()

    def make() -> dict[str, tuple[int, ...]]:
        made.append("once")
        return {"a": (1, 2)}

    for _ in range(2):
        keeper = _Keeper(file)
        assert keeper.value("given", dict[str, tuple[int, ...]], make) == {"a": (1, 2)}
        keeper.save()
    assert made == ["once"]
    assert _Keeper(file).value("given otherwise", dict[str, tuple[int, ...]], make) and made == ["once", "once"]


def test_a_value_that_would_come_back_otherwise_is_not_kept(tmp_path: Path) -> None:
    keeper = _Keeper(tmp_path / "kept.expressions")
    assert keeper.value("given", object, lambda: {"a": (1, 2)}) == {"a": (1, 2)}  # comes back as a list
    assert not keeper.is_new


def test_a_value_of_another_program_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = _Keeper(tmp_path / "kept.expressions")
    assert keeper.value("given", int, lambda: 1) == 1
    keeper.save()
    changed = _Keeper(tmp_path / "kept.expressions")
    monkeypatch.setattr(_Keeper, "_program", "another")
    assert changed.value("given", int, lambda: 2) == 2


def test_rules_kept_are_the_rules_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = codebook.load().rules[::11]
    plain = [rule.vocabulary.plan(rule.pattern) for rule in rules]
    for _ in range(2):
        keeper = _Keeper(tmp_path / "kept.expressions")
        monkeypatch.setattr(kept, "_keeper", keeper)
        assert [rule.vocabulary.plan(rule.pattern) for rule in rules] == plain
        keeper.save()
    assert not keeper.is_new
