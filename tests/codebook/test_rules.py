"""Every rule reads its own `yes` sentences and none of its `no` sentences."""

from pathlib import Path

import pytest

from communique.codebook import check, load, read
from communique.codebook.files import folder_of, parsed
from communique.errors import CodebookError
from communique.facts.protocol.borne_out import TESTS
from communique.facts.visit.telling import tellings
from communique.grammar import Rule
from communique.mentions import Page, scan
from communique.text import clean

BOOK = load("en")
YES = [pytest.param(rule, sentence, id=f"{rule.id}: {sentence[:60]}") for rule in BOOK.rules for sentence in rule.yes]
NO = [pytest.param(rule, sentence, id=f"{rule.id}: {sentence[:60]}") for rule in BOOK.rules for sentence in rule.no]


def read_by(rule: Rule, words: str) -> set[str]:
    """The rules of the family that match somewhere in the words."""
    text = clean(None, words)
    page = Page(text, scan(text.clean), "2023-12-06", None, None)
    rules = BOOK.family(rule.family)
    found = (page.sentence(i) for i in range(len(page.spans)))
    return {match.rule.id for s in found for match in rules.matches(s.shadow, s.triggers)}


def told_by(words: str) -> set[str]:
    """The rules by which a visit is read in the words."""
    text = clean(None, words)
    page = Page(text, scan(text.clean), "2023-12-06", None, None)
    return {telling.rule for i in range(len(page.spans)) for telling in tellings(page, page.sentence(i), BOOK)}


@pytest.mark.parametrize(("rule", "sentence"), YES)
def test_rule_reads(rule: Rule, sentence: str) -> None:
    assert rule.id in read_by(rule, sentence)


@pytest.mark.parametrize(("rule", "sentence"), NO)
def test_rule_passes_over(rule: Rule, sentence: str) -> None:
    assert rule.id not in (told_by(sentence) if rule.family == "visit" else read_by(rule, sentence))


def test_codebook_has_no_fault() -> None:
    assert check(BOOK) == []


BROKEN = """
family = "visit"
[gives]
mention = ["background"]
[[rule]]
id = "active"
trigger = ["visit"]
pattern = "^<visit>"
gives = { %s }
yes = []
source = "a test"
"""


@pytest.mark.parametrize(
    ("gives", "fault"),
    [
        ('menton = "background"', "found the key 'menton', wanted one of: mention"),
        ('mention = "backround"', "found mention = 'backround', wanted one of: background"),
    ],
)
def test_what_a_rule_gives_is_named_at_the_head_of_its_file(tmp_path: Path, gives: str, fault: str) -> None:
    (tmp_path / "words.toml").write_text('stops = "x"\n')
    (tmp_path / "visit.toml").write_text(BROKEN % gives)
    with pytest.raises(CodebookError, match=rf"visit\.toml: rule active: gives: {fault}"):
        read(tmp_path, "en")


def test_every_test_that_a_courtesy_wants_is_there() -> None:
    assert {rule.gives["wants"] for rule in BOOK.family("protocol").rules if "wants" in rule.gives} <= TESTS.keys()


def test_contributing_names_every_key_that_a_rule_of_visits_may_give() -> None:
    recipes = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    keys = parsed(folder_of("en") / "visit.toml")["gives"]
    assert [key for key in keys if f"`{key}`" not in recipes] == []


@pytest.mark.parametrize("name", BOOK.families)
def test_every_key_that_a_family_may_give_is_given_by_some_rule(name: str) -> None:
    files = [file for file in folder_of("en").iterdir() if file.name.endswith(".toml")]
    family = [file for file in map(parsed, files) if file.get("family") == name]
    known = {key for file in family for key in file.get("gives", {})}
    assert known == {key for rule in BOOK.family(name).rules for key in rule.gives}
