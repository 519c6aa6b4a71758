"""A hook of mkdocs: the pages that are made (codebook, records), and files of the repository that pages link to."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # mkdocs loads this file by its path

import codebook_pages
import schema_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"(?P<before>\]\()(?P<to>(?!https?:|mailto:|#)[^)\s#]+)(?P<rest>#[^)\s]*)?(?=\))")
ALONE = ("index.md", "tutorial/index.md")
DOCUMENTS = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")  # on the site even where no page links to them


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fills in the lists of the navigation that follow from the files."""
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    lists: dict[str, list[Any]] = {
        "codebook/": [{title: page} for page, title in codebook_pages.titles().items()],
        "decisions/": [{_title(page): f"decisions/{page.name}"} for page in decisions],
    }
    config.nav = [one for entry in config.nav or [] for one in _filled(entry, lists)]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds what is made, and each file outside docs/ that a page links to."""
    made = {**codebook_pages.pages(), "schema.md": schema_page.page()}
    for address, text in made.items():
        files.append(File.generated(config, address, content=text))
    wanted = {ROOT / name for name in DOCUMENTS}
    for file in files.documentation_pages():
        if file.abs_src_path:
            wanted |= set(_outside(Path(file.abs_src_path)))
    taken: set[Path] = set()
    while wanted - taken:
        path = (wanted - taken).pop()
        taken.add(path)
        files.append(_copied(path, config))
        if path.suffix == ".md":
            wanted |= set(_outside(path))
    return files


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Links to files outside docs/ go to their copies on the site; a page without others beside it is wide."""
    if page.file.src_uri in ALONE:
        page.meta["hide"] = ["navigation"]
    if not page.file.abs_src_path or page.file.generated_by:
        return markdown
    return _relinked(markdown, Path(page.file.abs_src_path), page.file.src_uri)


def _filled(entry: Any, lists: dict[str, list[Any]]) -> list[Any]:
    """The entries that stand for one: several for a folder."""
    if isinstance(entry, str):
        return lists.get(entry, [entry])
    (title, value) = next(iter(entry.items()))
    if isinstance(value, list):
        return [{title: [one for part in value for one in _filled(part, lists)]}]
    return [{title: lists.get(value, value)}]


def _copied(path: Path, config: MkDocsConfig) -> File:
    address = _address(path)
    if path.suffix == ".md":
        return File.generated(config, address, content=_relinked(path.read_text("utf-8"), path, address))
    return File.generated(config, address, abs_src_path=str(path))


def _address(path: Path) -> str:
    """Where a file of the repository stands on the site; a README by the name of its folder, as it is no first page."""
    if path.is_relative_to(ROOT / "docs"):
        return path.relative_to(ROOT / "docs").as_posix()
    own = path.relative_to(ROOT)
    return f"repository/{(own.parent.with_suffix('.md') if own.name == 'README.md' else own).as_posix()}"


def _outside(page: Path) -> Iterator[Path]:
    """The files outside docs/ that a page links to; folders are left to the reader of the repository."""
    for hit in LINK.finditer(page.read_text("utf-8")):
        path = (page.parent / hit["to"]).resolve()
        if path.is_relative_to(ROOT) and path.is_file() and not path.is_relative_to(ROOT / "docs"):
            yield path


def _relinked(markdown: str, page: Path, address: str) -> str:
    """A page's text with each link as it must be from its address on the site."""

    def new(hit: re.Match[str]) -> str:
        path = (page.parent / hit["to"]).resolve()
        if not path.is_relative_to(ROOT) or not path.is_file():
            return hit[0]
        target = _address(path)
        return f"{hit['before']}{posixpath.relpath(target, posixpath.dirname(address) or '.')}{hit['rest'] or ''}"

    return LINK.sub(new, markdown)


def _title(page: Path) -> str:
    return page.read_text("utf-8").partition("\n")[0].removeprefix("# ")
