"""A page becomes one self-contained HTML file that reads well on a screen, in the dark, and on paper."""

from __future__ import annotations

import base64
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from communique.publish.page import Cite, Figure, Page

_SAFE_SCHEMES = ("http://", "https://")


def render_html(page: Page) -> str:
    """The page as HTML with no outside address but the sources' own, which are links; all words are escaped.

    Drawings are images within the file, so nothing in them can run.
    """
    return _template("brief.html").render(page=page, numbers=_numbers, address=_address, image=_image)


def _numbers(cites: tuple[Cite, ...]) -> list[int]:
    return list(dict.fromkeys(cite.number for cite in cites))


def _address(url: str | None) -> str | None:
    """The address if it is one of the web: a text must not bring a link that runs."""
    return url if url and url.lower().startswith(_SAFE_SCHEMES) else None


def _image(figure: Figure) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(figure.svg.encode()).decode()


@lru_cache(maxsize=8)
def _template(name: str) -> Template:
    folder = files("communique.publish").joinpath("templates")
    source = FunctionLoader(lambda wanted: folder.joinpath(wanted).read_text("utf-8"))
    environment = Environment(
        loader=source, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)
