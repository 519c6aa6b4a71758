"""The pages of the codebook show every rule, every sentence and every code; the page of records every field."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from lxml import html as markup

from communique.analysis.ladders import load_ladders
from communique.codebook import load
from communique.codebook.commitment import load_commitments
from communique.codebook.fields import load_fields
from communique.codebook.issues import load_issues
from communique.records import Reading

BOOK = load()


def words(page: Path) -> str:
    """What a reader sees of a page, blanks made one."""
    body = markup.fromstring(page.read_text(encoding="utf-8")).xpath("//article")[0]
    return " ".join(html.unescape(body.text_content()).split())


def flat(sentence: str) -> str:
    return " ".join(sentence.split())


@pytest.mark.parametrize("family", BOOK.families)
def test_every_rule_of_a_family_stands_on_its_page_with_its_sentences_and_source(site: Path, family: str) -> None:
    page = site / "codebook" / f"{family}.html"
    said, source = words(page), page.read_text(encoding="utf-8")
    for rule in BOOK.family(family).rules:
        assert f'id="{rule.id}"' in source
        missing = [one for one in (*rule.yes, *rule.no) if flat(one) not in said]
        assert missing == [], rule.id
        assert flat(rule.source) in said, rule.id
        assert flat(rule.pattern) in said, rule.id


def test_every_head_of_a_commitment_stands_on_its_page_with_its_strength(site: Path) -> None:
    said = words(site / "codebook" / "commitments.html")
    for head in load_commitments().file.head:
        assert re.search(rf"\b{head.id}.{{0,5}}Strength {head.strength}\b", said), head.id
        assert [one for one in (*head.yes, *head.no) if flat(one) not in said] == [], head.id
    assert "firm duty: shall" in said  # the scale itself


def test_every_field_and_issue_stands_there_with_its_words(site: Path) -> None:
    fields, issues = (words(site / "codebook" / name) for name in ("fields.html", "issues.html"))
    for row in load_fields().rows:
        assert [one for one in (*row.words, *row.weak, *row.near_misses, *row.wti, *row.dac) if one not in fields] == []
    for code in load_issues().codes:
        assert code in issues


def test_every_signal_stands_there_with_the_rules_that_read_it(site: Path) -> None:
    page = site / "codebook" / "signals.html"
    source = page.read_text(encoding="utf-8")
    for rule in BOOK.family("protocol").rules:
        assert f'href="protocol.html#{rule.id}"' in source, rule.id
    assert "6 head of state" in words(page)  # the ranks


def test_every_rung_of_a_ladder_stands_there(site: Path) -> None:
    said = words(site / "codebook" / "ladders.html")
    assert [r.words for one in load_ladders().ladders for r in one.rungs if flat(r.words) not in said] == []


def test_every_field_of_every_record_has_a_meaning() -> None:
    import msgspec  # noqa: PLC0415
    import schema_page  # noqa: PLC0415 - conftest makes it importable

    _, records = msgspec.json.schema_components([Reading])
    for name, schema in records.items():
        for field in schema["properties"]:
            assert schema_page.meaning(name, field), f"{name}.{field}"


def test_there_is_a_page_for_every_family_of_rules() -> None:
    from codebook_rules import FAMILIES  # noqa: PLC0415 - conftest makes it importable

    assert sorted(FAMILIES) == sorted(BOOK.families)


def test_every_trigger_of_a_claim_stands_there_as_it_is_written(site: Path) -> None:
    from communique.codebook.assessment import load_assessment  # noqa: PLC0415

    said = words(site / "codebook" / "claims.html")
    assert [t for row, _ in load_assessment().rows for t in row.triggers if t.replace('"', "'") not in said] == []
