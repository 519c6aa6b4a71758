"""A page holds no circle of references: a stream of texts needs no more memory than its longest text."""

from __future__ import annotations

import gc
import weakref

from communique.documents import identify
from communique.facts import read_facts
from communique.pipeline import open_page
from communique.records import Document


def test_a_page_that_was_read_is_freed_without_the_cycle_collector() -> None:
    document = Document(
        source="a", text="President Emmanuel Macron of France arrived in Berlin on 4 May 2023. He met Olaf Scholz."
    )
    page, codebook, info = open_page(document, identify(document))
    assert page is not None
    assert codebook is not None
    assert read_facts(page, codebook, info)[0]
    kept = weakref.ref(page)
    gc.disable()
    try:
        del page
        assert kept() is None
    finally:
        gc.enable()
