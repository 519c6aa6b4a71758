"""Every kind of file becomes documents; every fault becomes a row that names it, and the run goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from communique.documents import open_documents
from communique.documents import opening as opening_module
from communique.documents import rows as rows_module
from communique.documents.unpacking import zstd_library
from communique.errors import DocumentError
from communique.records import Document, Failure

STORY = "The President of Vesta received the Prime Minister of Oriel at the palace."
ROW = {"id": "a1", "title": "A call", "published": "2024-03-05", "url": "https://vesta.example/a1", "text": STORY}


def opened(*paths: Path | str, **options: object) -> list[Document | Failure]:
    return list(open_documents([str(path) for path in paths], **options))  # type: ignore[arg-type]


def only(path: Path | str, **options: object) -> Document | Failure:
    (found,) = opened(path, **options)
    return found


def fault(path: Path | str, **options: object) -> str:
    found = only(path, **options)
    assert isinstance(found, Failure)
    assert found.document.source in found.error
    return found.error


def document(path: Path | str, **options: object) -> Document:
    found = only(path, **options)
    assert isinstance(found, Document), found
    return found


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


class Piped:
    """Standard input that holds `data`."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


# texts


def test_a_text_file_keeps_every_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"DATE: 5 March 2024\r\n\r\n{STORY}\r\n".encode())
    found = document(path)
    assert found.text == f"DATE: 5 March 2024\r\n\r\n{STORY}\r\n"
    assert (found.published, found.source) == ("2024-03-05", str(path))


def test_markdown_front_matter_is_read_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f'---\ntitle: "A call"\ndate: 2024-03-05\ntags: [x]\n---\n{STORY}')
    found = document(path)
    assert (found.title, found.published) == ("A call", "2024-03-05")
    assert found.text.startswith("---\n")


def test_published_fills_in_where_a_text_has_none_and_never_overrides(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(f"DATE: 2020-01-02\n{STORY}")
    (tmp_path / "c.txt").write_text(f"DATE: 2020-02-31\n{STORY}")
    found = opened(tmp_path, published="6 March 2024")
    assert [one.published for one in found if isinstance(one, Document)] == ["2024-03-06", "2020-01-02", "2024-03-06"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1251", "koi8-r"])
def test_older_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    text = "Президент прибыл с рабочим визитом в столицу. Его встретил заместитель министра иностранных дел."
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert document(path).text == text


def test_a_named_encoding_is_taken_at_its_word(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Élysée".encode("latin-1"))
    assert document(path, encoding="latin-1").text == "Élysée"
    assert "byte 0 is not utf-8" in fault(path, encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "only white space"),
        (b"The President\0 arrived.", "a NUL at character 13"),
        (b"%PDF-1.7 and so on", "a PDF file"),
        (b"PK\x03\x04 and so on", "a zip archive"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert said in fault(path)


def test_too_large_a_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" * 300)
    monkeypatch.setattr(opening_module, "MAX_TEXT", 200)
    assert "300 characters; want at most 200" in fault(path)
    monkeypatch.setattr(opening_module, "MAX_BYTES", 100)
    assert "more than 100 bytes" in fault(path)


# pages


PAGE = """<html><head><title>A call at the palace</title><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel="canonical"
href="https://vesta.example/a1"></head><body><nav><a href="/">Home</a></nav><article>{}</article>
<footer>Copyright 2019</footer></body></html>"""


def test_a_page_gives_its_main_text_and_what_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.format("".join(f"<p>{STORY} They talked of trade for {n} hours.</p>" for n in range(3, 9))))
    found = document(path, published="2020-01-01")
    assert STORY in found.text
    assert "Copyright" not in found.text
    assert (found.title, found.author, found.published) == ("A call at the palace", "Ada Quill", "2024-03-05")
    assert found.url == "https://vesta.example/a1"


def test_a_page_in_its_declared_charset(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = "<p>Президент прибыл с рабочим визитом.</p>" * 9
    path.write_bytes(f'<html><head><meta charset="windows-1251"></head><body>{body}</body></html>'.encode("cp1251"))
    assert "Президент прибыл" in document(path).text


@pytest.mark.parametrize("beginning", ["<!DOCTYPE html>\n<html>", "<!-- saved -->\n<HTML lang='en'>"])
def test_a_whole_page_that_is_called_a_text_is_a_page(tmp_path: Path, beginning: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{beginning}<head><title>A visit</title></head><body><p>{STORY}</p></body></html>")
    assert "<" not in document(path).text
    (tmp_path / "b.md").write_text(f"<p align=center>A visit</p>\n\n{STORY}")
    assert document(tmp_path / "b.md").text.startswith("<p align")


def test_a_page_without_words_is_a_failure_and_no_more(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>")
    assert "no main text" in fault(path)
    assert caplog.records == []


# rows


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.ndjson"])
def test_rows_plain_and_packed(tmp_path: Path, name: str) -> None:
    data = lines(ROW, {"text": STORY})
    pack = {"gz": gzip.compress, "zst": zstd_library().compress}.get(name.rsplit(".", 1)[-1], bytes)
    path = tmp_path / name
    path.write_bytes(pack(data))
    first, second = opened(path)
    assert first == Document(
        source=f"{path}#a1", text=STORY, title="A call", url="https://vesta.example/a1", published="2024-03-05"
    )
    assert second == Document(source=f"{path}:2", text=STORY)


def test_fields_under_other_names_and_one_key_for_two(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"body": STORY, "day": "20240305", "link": "https://vesta.example/a1"}))
    found = document(path, fields={"text": "body", "published": "day", "url": "link", "id": "link"})
    assert found.source == f"{path}#https://vesta.example/a1"
    assert (found.url, found.published) == ("https://vesta.example/a1", "2024-03-05")


def test_bad_rows_among_good_ones_are_named_and_none_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    bad: list[bytes] = [
        b'{"text": "cut off',
        b'["a list"]',
        b'{"body": "x", "day": 1}',
        b'{"text": 7}',
        b'{"text": null}',
        b'{"text": "  "}',
        b'{"text": "a\\u0000b"}',
        b"not json",
    ]
    path.write_bytes(b"\n".join([lines(ROW).strip(), *bad, b"", lines(ROW).strip()]))
    found = opened(path)
    assert [type(one) for one in found] == [Document, *[Failure] * len(bad), Document]
    errors = [one.error for one in found if isinstance(one, Failure)]
    for number, (error, said) in enumerate(
        zip(
            errors,
            (
                "broken JSON",
                "a list; want an object",
                "no 'text' among its keys ('body', 'day')",
                "'text' is a number",
                "'text' is null",
                "'text' is empty",
                "a NUL at character 1",
                "broken JSON",
            ),
            strict=True,
        ),
        start=2,
    ):
        assert error.startswith(f"{path}:{number}: ")
        assert said in error


def test_metadata_of_the_wrong_type_or_impossible_is_unknown(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"id": True, "title": 3, "url": [], "published": "2024-02-31", "text": STORY}))
    assert document(path) == Document(source=f"{path}:1", text=STORY)


def test_half_an_emoji_becomes_a_mark_and_offsets_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "before \\ud83d after \\ud83d\\ude00"}')
    assert document(path).text == "before \ufffd after \U0001f600"


def test_rows_in_an_older_encoding(tmp_path: Path) -> None:
    row = '{"text": "Президент прибыл с рабочим визитом в столицу, его встретил министр."}\n'
    for encoding in ("cp1251", "utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.jsonl"
        path.write_bytes(row.encode(encoding))
        assert document(path).text.startswith("Президент прибыл")


def test_a_line_too_long_is_one_failure_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "MAX_BYTES", 1000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(ROW) + lines({"text": "x" * 600_000}) + lines(ROW))
    first, second, third = opened(path)
    assert isinstance(second, Failure)
    assert second.error == f"{path}:2: a line of more than 1,000 bytes; want at most that"
    assert first == third


def test_only_blank_lines_say_so(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n\n  \n")
    assert "only blank lines" in fault(path)


@pytest.mark.parametrize(
    ("content", "sources"),
    [
        (json.dumps(ROW, indent=1), ["#a1"]),
        (json.dumps([ROW, {"text": STORY}]), ["#a1", ":2"]),
        (lines(ROW, {"text": STORY}).decode(), ["#a1", ":2"]),
    ],
)
def test_a_json_file_holds_one_object_a_list_or_lines(tmp_path: Path, content: str, sources: list[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    found = opened(path)
    assert [one.source for one in found if isinstance(one, Document)] == [f"{path}{source}" for source in sources]


@pytest.mark.parametrize(("content", "said"), [("[]", "an empty list"), ("{", "broken JSON"), ("[7]", "a number")])
def test_a_json_file_without_objects_says_so(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert said in fault(path)


# packed data


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_cut_off_and_broken_archives_keep_what_came_before(tmp_path: Path, ending: str) -> None:
    noise = os.urandom(400_000).hex()
    data = lines(ROW, *({"text": noise[at : at + 1000]} for at in range(0, len(noise), 1000)))
    packed = gzip.compress(data) if ending == "gz" else zstd_library().compress(data)
    cut, broken = tmp_path / f"cut.jsonl.{ending}", tmp_path / f"broken.jsonl.{ending}"
    cut.write_bytes(packed[: len(packed) // 2])
    broken.write_bytes(packed[:200_000] + bytes(10_000) + packed[210_000:])
    first, *_, last = opened(cut)
    assert isinstance(first, Document)
    assert isinstance(last, Failure)
    assert "end in the middle" in last.error
    assert any(isinstance(one, Failure) for one in opened(broken))


def test_a_name_that_promises_an_archive_is_held_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_text(STORY)
    assert "want gz data" in fault(path)


def test_several_members_are_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines(ROW)) + gzip.compress(lines(ROW)) + bytes(512))
    assert len(opened(path)) == 2
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(zstd_library().compress(lines(ROW)) * 2)
    assert len(opened(path)) == 2


@pytest.mark.parametrize("pack", [gzip.compress, zstd_library().compress])
def test_an_archive_bomb_is_stopped(tmp_path: Path, pack: object) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(pack(bytes(150_000_000)))  # type: ignore[operator]
    *_, last = opened(path)
    assert isinstance(last, Failure)
    assert "unpack to over" in last.error


# files and folders


def test_a_folder_is_read_at_all_depths_in_one_order(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.txt",
        "a.txt",
        "c.txt",
        ".hidden",
        "b/.git/x.txt",
        "b/1.gold.json",
        "visits.db",
        "visits.db-wal",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY)
    found = opened(tmp_path)
    assert [Path(one.source).name for one in found if isinstance(one, Document)] == ["a.txt", "1.txt", "2.txt", "c.txt"]


def test_links_that_loop_or_lead_nowhere_are_failures(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text(STORY)
    (inner / "back").symlink_to(tmp_path)
    (inner / "gone").symlink_to(tmp_path / "nowhere")
    (inner / "self").symlink_to(inner / "self")
    found = opened(tmp_path)
    assert [type(one) for one in found] == [Document, Failure, Failure, Failure]
    assert isinstance(found[1], Failure)
    assert "links back" in found[1].error


def test_an_empty_name_is_no_folder() -> None:
    (found,) = open_documents([""])
    assert isinstance(found, Failure)
    assert found.error == "'': an empty name; want a file or folder"


def test_missing_empty_and_strange_paths_are_failures(tmp_path: Path) -> None:
    assert "no such file" in fault(tmp_path / "missing.txt")
    (tmp_path / "empty").mkdir()
    assert "empty folder" in fault(tmp_path / "empty")
    os.mkfifo(tmp_path / "empty" / "pipe")
    assert "a pipe, socket or device" in fault(tmp_path / "empty")


def test_no_permission_is_a_failure_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "locked/x.txt", "secret.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    list_folder, open_file = Path.iterdir, Path.open

    def guarded_list(path: Path):
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    def guarded_open(path: Path, *arguments: str):
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return open_file(path, *arguments)

    monkeypatch.setattr(Path, "iterdir", guarded_list)
    monkeypatch.setattr(Path, "open", guarded_open)
    found = opened(tmp_path)
    assert [type(one) for one in found] == [Document, Failure, Failure, Document]
    assert all("permission denied" in one.error for one in found if isinstance(one, Failure))


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text(STORY)
    assert document(tmp_path).source.endswith("/\ufffd.txt")


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (lines(ROW), "-#a1"),
        (gzip.compress(lines(ROW)), "-#a1"),
        (json.dumps([ROW]).encode(), "-#a1"),
        (json.dumps(ROW, indent=2).encode(), "-#a1"),
        (PAGE.format(f"<p>{STORY}</p>" * 5).encode(), "-"),
        (STORY.encode(), "-"),
        (STORY.encode("utf-16"), "-"),
    ],
)
def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch, data: bytes, source: str) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(data))
    found = document("-")
    assert found.source == source
    assert STORY in found.text


def test_a_broken_first_line_of_standard_input_does_not_hide_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(b'{"text": "cut\n' + lines(ROW)))
    assert [type(one) for one in opened("-")] == [Failure, Document]


def test_wrong_options_are_refused_before_anything_is_read() -> None:
    for options, said in (
        ({"published": "2024-02-31"}, "2024-02-31"),
        ({"published": "soon"}, "YYYY-MM-DD"),
        ({"fields": {"words": "body"}}, "no such field"),
        ({"encoding": "klingon"}, "unknown"),
    ):
        with pytest.raises(DocumentError, match=said):
            open_documents([], **options)  # type: ignore[arg-type]


def test_bytes_read_are_counted_for_a_progress_bar(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines(ROW)))
    counted: list[int] = []
    opened(path, consumed=counted.append)
    assert sum(counted) == path.stat().st_size
