"""What the browser tests hold every page to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RUN = """axe.run(document, {resultTypes: ['violations']}).then(
  found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | ')))"""


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page for those who use a keyboard or a screen reader."""
    page.evaluate(AXE)
    return page.evaluate(RUN)


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window; 0 for one that fits."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def headings(page: Page) -> list[int]:
    """The levels of the headings, in their order."""
    return page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => Number(one.tagName[1]))")


def assert_fit_to_read(page: Page) -> None:
    """No violation, no sideways scrolling, one first heading, and none that skips a level."""
    assert violations(page) == []
    assert overflow(page) <= 0
    levels = headings(page)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
