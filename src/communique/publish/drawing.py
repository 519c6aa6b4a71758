"""A plot takes the house style and becomes SVG or PNG; needs the extra `plots`."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal, TypeAlias

from communique.errors import CommuniqueError

Chart: TypeAlias = Any  # an altair chart; the library is loaded only when a plot is made

FONT = "Noto Sans, DejaVu Sans, sans-serif"
INK, SOFT, GRID = "#1d1f24", "#5c6270", "#e4e1d8"


def altair() -> Any:
    """The plotting library. Raises: CommuniqueError: the extra `plots` is not installed."""
    return _extra("altair")


def svg(chart: Chart) -> str:
    """The plot as SVG text. Raises: CommuniqueError: as `altair`."""
    return str(_extra("vl_convert").vegalite_to_svg(chart.to_json()))


def png(chart: Chart, *, scale: float = 2.0) -> bytes:
    """The plot as PNG; `scale` pixels for each point. Raises: CommuniqueError: as `altair`."""
    return bytes(_extra("vl_convert").vegalite_to_png(chart.to_json(), scale=scale))


def styled(chart: Chart, *, legend: Literal["bottom", "right"] = "bottom") -> Chart:
    """The chart with our font, inks and spacing, on white."""
    return (
        chart.configure(font=FONT, background="white", padding=14)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK, titleColor=SOFT, gridColor=GRID, domainColor=SOFT, tickColor=SOFT,
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelLimit=260, titlePadding=10,
        )
        .configure_axisY(domain=False, ticks=False, labelPadding=8, grid=False)
        .configure_legend(
            orient=legend, labelFontSize=12, titleFontSize=12, titleColor=SOFT, labelColor=INK, symbolSize=110)
        .configure_title(anchor="start", fontSize=15, color=INK, fontWeight=600, offset=14)
    )  # fmt: skip


def _extra(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as fault:
        raise CommuniqueError(f"plots: found no {module}; want: pip install 'communique[plots]'") from fault
