"""CSV and TSV, as spreadsheets save them, become documents: columns by name, a failure for a row without a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.documents import open_documents
from communique.records import Document, Failure


def opened(path: Path, data: bytes, **options: object) -> list[Document | Failure]:
    path.write_bytes(data)
    return list(open_documents([str(path)], **options))  # type: ignore[arg-type]


def fault(path: Path, data: bytes) -> str:
    (found,) = opened(path, data)
    assert isinstance(found, Failure), found
    return found.error.removeprefix(f"{path}")


def test_rows_are_documents_with_their_columns(tmp_path: Path) -> None:
    data = b'id,title,text,published\r\na,One,"He came, ""at last"".\nShe left.",2023-12-05\r\n,,They met.,\r\n'
    first, second = opened(tmp_path / "news.csv", data, published="2020")
    assert first == Document(
        source=f"{tmp_path}/news.csv#a",
        text='He came, "at last".\nShe left.',
        title="One",
        published="2023-12-05",
    )
    assert second == Document(source=f"{tmp_path}/news.csv:3", text="They met.", published="2020")


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_spreadsheets_own_mark_and_encoding_are_found(tmp_path: Path, between: str, encoding: str) -> None:
    lines = [["title", "body"], ["Été", "Le café est fermé, dit-il à l'élève."]]
    data = "\r\n".join(between.join(f'"{cell}"' for cell in line) for line in lines).encode(encoding)
    (found,) = opened(tmp_path / "news.csv", data, fields={"text": "body"})
    assert isinstance(found, Document)
    assert (found.title, found.text) == ("Été", "Le café est fermé, dit-il à l'élève.")


def test_a_row_without_a_text_is_a_failure_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    found = opened(path, b"title\ttext\nA\t\n\t\n\nB\tHe came.\nC\tHe\tcame.\nD\n")
    assert [one.error.removeprefix(str(path)) if isinstance(one, Failure) else one.text for one in found] == [
        ":2: 'text' is empty; want a text",
        "He came.",
        ":6: 3 cells under 2 columns; want quotes around a cell that holds such a mark",
        ":7: 'text' is empty; want a text",
    ]


def test_a_file_without_texts_says_what_it_wants(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    wanted = "want the column of the text, as --field text=COLUMN"
    assert fault(path, b"id,body\n1,He came.\n") == f": no 'text' among its columns ('id', 'body'); {wanted}"
    assert fault(path, b"id,text\n\n,\n") == ": no row below the names of the columns; want one for each text"
    assert fault(path, b"") == ": an empty file; want a text"
