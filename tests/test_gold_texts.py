"""The gold beside the tests quotes its texts."""

import json
from pathlib import Path

import pytest

GOLD = sorted(Path(__file__).parent.glob("gold/*/*.gold.json"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_every_quote_stands_at_its_offsets(path: Path) -> None:
    told = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(told["document"]).read_text(encoding="utf-8")
    for piece in [piece for fact in told["facts"] for piece in fact["evidence"]] + told.get("flaws", []):
        assert piece["quote"] == text[piece["start"] : piece["end"]]
