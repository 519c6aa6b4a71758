"""Briefs and comparisons: what they say of a small record, golden pages, nothing that can run or steer."""

from __future__ import annotations

import io
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_record import SCRIPT, WIRE, Text, store_at
from rich.console import Console

from communique.analysis import Position
from communique.documents import open_documents
from communique.errors import CommuniqueError, StoreError
from communique.pipeline import read_document
from communique.publish.brief import brief, comparison, dyad_brief
from communique.publish.contents import position_words
from communique.publish.html import render_html
from communique.publish.markdown import escaped, render_markdown
from communique.publish.page import Block, Cite, Origin, Page, Section, Statement
from communique.publish.terminal import render_terminal
from communique.records import ProtocolFact
from communique.runs.edition import edition
from communique.runs.ingest import ingest
from communique.store import Store, open_store

GOLDEN = Path(__file__).parent / "golden"
UPDATE = "COMMUNIQUE_UPDATE_GOLDEN"  # set it to 1 to write the golden pages anew; look at the difference
DECEMBER, FEBRUARY = "BLR-CHN-2023-12-03", "BLR-CHN-2023-02-28"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_at(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def page(store: Store) -> Page:
    return brief(store, DECEMBER)


def said(page: Page, title: str) -> list[str]:
    section = next(one for one in page.sections if one.title == title)
    return [statement.words for block in section.blocks for statement in block.statements]


def terminal(page: Page) -> str:
    out = io.StringIO()
    Console(file=out, width=100, legacy_windows=False).print(render_terminal(page))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def agrees_with_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; if it should, set {UPDATE}=1 and look at it"


def test_the_sections_stand_in_their_order(page: Page) -> None:
    titles = [section.title for section in page.sections]
    assert titles == ["Time", "Level", "Content", "Conclusion", "Change", "Contested"]


def test_time_says_second_in_the_year_276_days_unannounced_stand_alone(page: Page) -> None:
    found = "\n".join(said(page, "Time"))
    assert "3 to 4 December 2023, 2 days, Beijing." in found
    assert "Alexander Lukashenko's second visit to China in 2023." in found
    assert (
        "276 days after Alexander Lukashenko's last visit to China (state visit, 28 February to 2 March 2023)." in found
    )
    assert "Came unannounced, as the texts say. It counts as sudden." in found
    assert "Stand-alone" in found
    assert "Samarkand; September 2022." in found


def test_change_is_against_february(page: Page) -> None:
    found = "\n".join(said(page, "Change"))
    assert "Lower in kind: state visit, now working visit." in found
    assert "State banquet: given then, absent now." in found
    assert "(4, agreed, before 3, intent)." in found
    assert "moved from rung 4 (adheres to the one-China principle) to rung 7 (supports all efforts" in found
    assert "Raised on China's ladder" in found
    assert "exchange students (4, agreed)." in found


def test_contested_shows_both_sides(page: Page) -> None:
    assert said(page, "Contested") == ["Kind: working (2 sources)", "Kind: official, by 1 source against"]


@pytest.mark.parametrize(
    ("issue", "toward", "polarity", "words"),
    [
        ("ukraine", None, "support", "Belarus and China on Ukraine: in favour"),
        ("ukraine", None, None, "Belarus and China on Ukraine: in favour and against"),
        ("taiwan", "CHN", "support", "Belarus and China support China on Taiwan"),
        ("sanctions", None, "oppose", "Belarus and China oppose sanctions"),
        ("ukraine", "UKR", "support", "Belarus and China support Ukraine"),
    ],
)
def test_of_a_matter_it_says_how_they_stand_and_of_a_cause_whether_they_support_it(
    issue: str, toward: str | None, polarity: Literal["support", "oppose"] | None, words: str
) -> None:
    one = Position(
        holder="BLR", issue=issue, toward=toward, polarity=polarity, rung=None, rung_words=None, facts=("f",)
    )
    assert position_words(one, ("BLR", "CHN")) == words.replace("Belarus and China", "Belarus, China")


def test_issues_that_one_sentence_names_stand_in_one_line(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "DATE: 2023-12-05\n\nPresident Alexander Lukashenko arrived in Beijing on Sunday for talks with President Xi "
        "Jinping. China appreciates Belarus' firm support for China's position on Taiwan, Xinjiang and human rights.\n"
    )
    with open_store(str(tmp_path / "visits.db")) as store:
        ingest(store, open_documents([str(text)]), read_document, edition())
        found = said(brief(store, DECEMBER), "Content")
    assert "Belarus supports China on human rights, Taiwan and Xinjiang." in found


def test_a_claim_is_shown_as_a_claim(page: Page) -> None:
    section = next(one for one in page.sections if one.title == "Conclusion")
    statements = [one for block in section.blocks for one in block.statements]
    assert [(one.tone, "claims about Belarus" in one.words) for one in statements] == [("claim", True)]


def test_every_cite_quotes_the_text_of_its_source(store: Store, page: Page) -> None:
    texts = {origin.number: " ".join((store.document(origin.document).text or "").split()) for origin in page.origins}
    cites = [
        cite for section in page.sections for block in section.blocks for one in block.statements for cite in one.cites
    ]
    assert cites
    assert all(cite.quote in texts[cite.number] for cite in cites)
    assert sorted({cite.number for cite in cites}) == [origin.number for origin in page.origins]


def test_what_a_dyad_last_had_is_the_visit_that_was_held_not_the_plan(store: Store) -> None:
    assert dyad_brief(store, "CHN", "BLR").subtitle.endswith(DECEMBER)
    found = dyad_brief(store, "BLR", "CHN", since="2023-06-01")
    assert found.sections[0].title == "Visits since 2023-06-01"
    assert len(found.sections[0].blocks[0].statements) == 2


def test_a_first_visit_has_nothing_to_compare_with(store: Store) -> None:
    section = next(one for one in brief(store, FEBRUARY).sections if one.title == "Change")
    assert section.blocks == ()
    assert "no earlier visit" in section.empty


@pytest.mark.parametrize("wrong", [("FRA", "DEU"), ("BLR", "RUS")])
def test_a_dyad_without_visits_is_an_error_with_its_names(store: Store, wrong: tuple[str, str]) -> None:
    with pytest.raises(StoreError, match=f"{wrong[0]} {wrong[1]}: found no visit"):
        dyad_brief(store, *wrong)


def test_a_comparison_is_the_same_whichever_visit_is_named_first(store: Store) -> None:
    assert comparison(store, DECEMBER, FEBRUARY) == comparison(store, FEBRUARY, DECEMBER)


def test_what_is_only_planned_stands_in_the_programme(tmp_path: Path) -> None:
    text = Text("later", WIRE, "2024-01-02")
    visit = text.visit("will come on February 1", start="2024-02-01", status="planned")
    text.add(ProtocolFact, "a banquet will be given", signal="banquet", reported="yes", visit=visit.id)
    store = open_store(str(tmp_path / "visits.db"))
    store.save([text.entry()], "codebook 1", [])
    store.settle()
    level = next(one for one in brief(store, "BLR-CHN-2024-02-01").sections if one.title == "Level")
    assert "In the programme" in [block.title for block in level.blocks]


def test_golden_pages(store: Store, page: Page) -> None:
    agrees_with_golden("brief.txt", terminal(page))
    agrees_with_golden("brief.md", render_markdown(page))
    agrees_with_golden("brief.html", render_html(page))
    agrees_with_golden("comparison.md", render_markdown(comparison(store, FEBRUARY, DECEMBER)))


def test_no_control_character_reaches_the_terminal(page: Page) -> None:
    assert "\x1b" not in terminal(page)


class Reader(HTMLParser):
    """Notes tags, links and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "nav", "a"}
TAGS |= {"section", "ul", "li", "span", "blockquote", "ol"}


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_nothing_of_a_hostile_text_runs_in_the_page(page: Page) -> None:
    found = read(render_html(page))
    assert found.tags <= TAGS
    assert all(link.startswith(("#", "https://")) for link in found.links)
    assert SCRIPT.split("\x1b")[0].strip() in found.text


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=40)


def page_of(words: str) -> Page:
    said = Statement(words, (Cite(1, words, "f"),), "up")
    origin = Origin(1, words, words, "d", words, words, words)
    return Page(words, words, (Section(words, (Block(words, (said,)),), words), Section("x", (), words)), (origin,))


@given(WORDS)
def test_any_words_stay_words_in_html(words: str) -> None:
    found = read(render_html(page_of(words)))
    assert found.tags <= TAGS
    assert all(link.startswith(("#", "http://", "https://")) for link in found.links)


@given(WORDS)
def test_any_words_stay_on_one_line_without_marks_in_markdown(words: str) -> None:
    found = escaped(words)
    assert "\n" not in found
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>\[\]|#]", found)


def test_figures_need_their_extra_and_say_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(CommuniqueError, match=r"pip install 'communique\[plots\]'"):
        brief(store, DECEMBER, has_figures=True)


def test_figures_are_images_within_the_page(store: Store) -> None:
    pytest.importorskip("altair")
    pytest.importorskip("vl_convert")
    page = brief(store, DECEMBER, has_figures=True)
    assert [figure.title for figure in page.figures] == ["Timeline", "Commitments by field", "Protocol"]
    assert all("<svg" in figure.svg and "Source: this record" in figure.caption for figure in page.figures)
    assert render_html(page).count('src="data:image/svg+xml;base64,') == 3
