"""What a browser loads first: little, nothing from elsewhere, and nothing that moves what is already shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FIRST_VIEW = 100_000  # bytes of all that a page needs, without plots
SHIFT = """window.moved = 0;
new PerformanceObserver(found => { for (const one of found.getEntries()) window.moved += one.value; })
  .observe({type: 'layout-shift', buffered: true});"""


@pytest.mark.parametrize("path", ["/", "/visits", "/visits/BLR-CHN-2023-12-03", "/search?q=Beijing"])
def test_a_first_view_is_light_and_does_not_move(new_page: Callable[..., Any], site: str, path: str) -> None:
    page = new_page()
    finished: list[Any] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108 - a built-in has no signature
    page.add_init_script(SHIFT)
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in finished}  # asked for once all is there
    assert all(address.startswith(site) for address in sizes)
    assert 10_000 < sum(sizes.values()) < FIRST_VIEW, sizes
    assert page.evaluate("window.moved") < 0.02  # of the window; under 0.1 counts as still


def test_static_files_are_packed_and_kept_and_pages_are_neither(client: Any) -> None:
    page = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in page.headers
    assert page.headers["cache-control"] == "no-cache"
    address = page.text.split('<link rel="stylesheet" href="')[1].split('"')[0]
    sheet = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert sheet.headers["content-encoding"] == "gzip"
    assert "immutable" in sheet.headers["cache-control"]
