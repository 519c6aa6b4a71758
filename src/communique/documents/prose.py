"""Turns a page's markup into its visible words by lines: a cheap look, before its main text is taken out at a cost."""

from __future__ import annotations

import html
import re

SAMPLE_LINE = 80  # characters of a stretch that is likely prose
SAMPLE = 1_500  # characters that tell the language
SHORTEST = 20  # characters of a line that can tell of something; shorter ones are menus, dates, captions of pictures
_HIDDEN = re.compile(r"<(script|style|svg|!--)", re.IGNORECASE)
_CLOSED = {
    "script": re.compile("</script[^<>]*>?", re.IGNORECASE),
    "style": re.compile("</style[^<>]*>?", re.IGNORECASE),
    "svg": re.compile("</svg[^<>]*>?", re.IGNORECASE),
    "!--": re.compile("-->"),
}
_BODY = "articleBody"  # some pages have their text in a script of metadata only
_INLINE = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|dfn|em|font|i|ins|kbd|mark|nobr|q|s|small|span|strike|strong|sub|sup"
    r"|time|u|var|wbr)(?:\s[^<>]*)?/?>"
)  # in small letters, as nearly all pages write them; others end a line
_TAG = re.compile(r"<[^<>]*>")
_STRETCH = re.compile(rf">([^<>{{}}]{{{SAMPLE_LINE},{SAMPLE}}})")
_LANGUAGE = re.compile(r"<html[^<>]{0,500}?\blang\s*=\s*[\"']?\s*([A-Za-z]{2})\b", re.IGNORECASE)
_HEAD = 5_000  # characters in which a page names its language
_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)


def prose(page: str) -> str:
    """The title, and every line of `page` of at least SHORTEST characters that stands between block tags; no menus.

    Time is linear in the length of the page, whatever it holds. Tags within a line leave no trace, so that a name with
    a link in it stays whole.
    """
    title = _TITLE.search(page)
    text = _TAG.sub("\n", _INLINE.sub("", _without_hidden(page)))
    if "&" in text:
        text = html.unescape(text)
    lines = [line for line in text.split("\n") if len(line) >= SHORTEST and not line.isspace()]
    if title:
        lines.insert(0, html.unescape(title[1]))
    return "\n".join(lines)


def declared_language(page: str) -> str | None:
    """The language that a page says it is in, as two letters; templates often say it wrongly."""
    found = _LANGUAGE.search(page, 0, _HEAD)
    return found[1].lower() if found else None


def sample(page: str) -> str:
    """Some prose of a page, enough to tell its language: its first long stretches without a tag; empty if none."""
    found: list[str] = []
    size = 0
    for stretch in _STRETCH.finditer(page):
        found.append(stretch[1])
        size += len(stretch[1])
        if size >= SAMPLE:
            break
    return html.unescape("\n".join(found))


def paragraphs(fragment: str) -> str:
    """The words of a piece of HTML, a line for each block, without markup; of plain text, the text."""
    text = html.unescape(_TAG.sub("\n", _INLINE.sub("", _without_hidden(fragment))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _without_hidden(page: str) -> str:
    """The page without scripts, styles, drawings and comments; one not closed hides the rest, as in browsers."""
    kept: list[str] = []
    at = 0
    while found := _HIDDEN.search(page, at):
        kept.append(page[at : found.start()])
        closed = _CLOSED[found[1].lower()].search(page, found.end())
        end = closed.start() if closed else len(page)
        if found[1].lower() == "script" and page.find(_BODY, found.end(), end) >= 0:
            kept.append(page[found.start() : end])
        at = closed.end() if closed else end
    kept.append(page[at:])
    return "".join(kept)
