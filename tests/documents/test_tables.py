"""Parquet files become documents as JSON Lines do: columns by name, a failure for each row without a text."""

from __future__ import annotations

import datetime
import gzip
import os
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from communique.documents import open_documents
from communique.documents import tables as tables_module
from communique.documents.files import File, Stretch
from communique.records import Document, Failure

pa = pytest.importorskip("pyarrow", reason="Parquet tests: want: pip install 'communique[parquet]'")
pq = pytest.importorskip("pyarrow.parquet")

SPOILT = int(os.environ.get("COMMUNIQUE_SPOILT", "8"))  # files: each costs the start of a process
DAY = datetime.date(2023, 12, 5)


def written(path: Path, group: int | None = None, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=group)
    return path


def opened(path: Path, **options: object) -> list[Document | Failure]:
    return list(open_documents([str(path)], **options))  # type: ignore[arg-type]


def fault(path: Path, **options: object) -> str:
    (found,) = opened(path, **options)
    assert isinstance(found, Failure), found
    return found.error


@pytest.mark.parametrize("name", ["news.parquet", "news"])
def test_rows_are_documents_with_their_columns(tmp_path: Path, name: str) -> None:
    path = written(
        tmp_path / name,
        id=["a", None, "c"],
        text=["He came.", "She left.", " "],
        published=[DAY, None, DAY],
        url=["https://x.example/1", None, None],
        size=[1, 2, 3],
    )
    first, second, third = opened(path, published="2020")
    assert first == Document(source=f"{path}#a", text="He came.", published="2023-12-05", url="https://x.example/1")
    assert second == Document(source=f"{path}:2", text="She left.", published="2020")
    assert isinstance(third, Failure) and third.error == f"{path}:3: 'text' is empty; want a text"


def test_columns_of_other_names_are_told_as_fields(tmp_path: Path) -> None:
    when = pa.array([datetime.datetime(2023, 12, 5, 9, 30)], pa.timestamp("us"))
    path = written(tmp_path / "a.parquet", body=pa.array([b"He came."], pa.binary()), when=when)
    (found,) = opened(path, fields={"text": "body", "published": "when"})
    assert found == Document(source=f"{path}:1", text="He came.", published="2023-12-05")
    assert "no 'text' among its columns ('body', 'when'); want the column of the text" in fault(path)


def test_row_groups_can_be_read_apart_and_keep_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", group=2, text=[f"Text {number}." for number in range(1, 8)])
    whole = opened(path)
    parts = [File(path, str(path), 0, Stretch(start, end)) for start, end in ((0, 1), (1, 3), (3, 4))]
    assert list(open_documents(parts)) == whole
    assert whole[6] == Document(source=f"{path}:7", text="Text 7.")


def test_what_is_no_parquet_is_one_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 nothing of the kind PAR1")
    assert "broken Parquet data" in fault(path)
    whole = written(path, text=["He came."] * 100).read_bytes()
    path.write_bytes(whole[:-20])
    assert "want a whole file" in fault(path)


def test_a_column_that_unpacks_beyond_measure_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    columns = pa.table({"text": ["x" * 40_000_000, "y" * 40_000_000]})
    pq.write_table(columns, path, compression="zstd", use_dictionary=False)
    assert "packed bytes unpack to 80,00" in fault(path) and "want at most" in fault(path)


def test_spoilt_bytes_are_faults_and_never_an_end_of_the_run(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", text=[f"Text {number}." for number in range(300)], id=list(range(300)))
    whole, chance = path.read_bytes(), random.Random(2)
    footer = int.from_bytes(whole[-8:-4], "little") + 8
    for _ in range(SPOILT):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            spoilt[-chance.randrange(footer) - 1 if chance.random() < 0.7 else chance.randrange(len(spoilt))] ^= 255
        path.write_bytes(spoilt)
        assert all(isinstance(one, Document | Failure) for one in opened(path))


@pytest.mark.parametrize("after", [0, 3])
def test_a_reader_that_is_killed_from_outside_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    texts = [f"He came on day {day}. " + "He stayed. " * 20_000 for day in range(8)]  # more than a pipe holds
    path = written(tmp_path / "a.parquet", group=1, text=texts)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*given: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*given, **options))
        if not after and len(started) == 1:
            started[0].kill()
        return started[-1]

    monkeypatch.setattr(tables_module.subprocess, "Popen", start)
    found = []
    for document in open_documents([str(path)]):
        found.append(document)
        if len(found) == after:
            started[-1].kill()
    assert [one.text for one in found if isinstance(one, Document)] == texts
    assert len(started) == 2


def test_a_reader_that_dies_is_a_fault_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.parquet", text=["He came."])
    monkeypatch.setattr(tables_module, "_CHILD", "tests_no_such_module")
    assert "broken Parquet data (it breaks off)" in fault(path)


def test_a_file_within_a_packed_one_or_a_pipe_is_read(tmp_path: Path) -> None:
    whole = written(tmp_path / "a.parquet", text=["He came."]).read_bytes()
    (tmp_path / "packed.gz").write_bytes(gzip.compress(whole))
    (found,) = opened(tmp_path / "packed.gz")
    assert isinstance(found, Document) and found.text == "He came."
