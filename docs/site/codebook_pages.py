"""The codebook → its pages: every family of rules with its sentences, every list of words with its codes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import codebook_rules
import marks
from codebook_rules import FAMILIES

from communique.analysis.ladders import load_ladders
from communique.analysis.rubric import load_rubric
from communique.codebook import load
from communique.codebook.commitment import load_commitments
from communique.codebook.fields import load_fields
from communique.codebook.issues import load_issues

CONTRACT = (Path(__file__).parents[1] / "facts.md").read_text("utf-8")
LISTS = {
    "beside": "What stands beside a visit",
    "signals": "Signals and ranks",
    "commitments": "Commitments and their strength",
    "fields": "Fields of cooperation",
    "positions": "Positions",
    "issues": "Issues",
    "agreements": "Documents",
    "claims": "Claims",
    "ladders": "Ladders",
}


def titles() -> dict[str, str]:
    """The pages in the order in which a reader wants them: address in the site → title."""
    found = {"index": "What a codebook is"}
    found |= {family: f"Rules: {family}" for family in FAMILIES}
    return {f"codebook/{name}.md": title for name, title in {**found, **LISTS}.items()}


def pages() -> dict[str, str]:
    """All pages: address in the site → Markdown."""
    made = {"index": _index()}
    made |= {family: codebook_rules.family_page(family) for family in FAMILIES}
    made |= {name: _headed(title, globals()[f"_{name}"]()) for name, title in LISTS.items()}
    return {f"codebook/{name}.md": text for name, text in made.items()}


def _headed(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {title}", "", *lines])


def _index() -> str:
    book = load()
    rows = []
    for family in FAMILIES:
        rules = book.family(family).rules
        reads, passes = (sum(len(getattr(rule, side)) for rule in rules) for side in ("yes", "no"))
        rows.append(
            (f"[{family}]({family}.md)", str(len(rules)), str(reads), str(passes), codebook_rules.about(family))
        )
    head = ("family", "rules", "sentences read", "passed over", "what it reads")
    links = (f"- [{title}]({name}.md)" for name, title in LISTS.items())
    text = Path(__file__).with_name("codebook_index.md").read_text("utf-8")
    return text.replace("FAMILIES", "\n".join(marks.table(head, rows)).rstrip()).replace("LISTS", "\n".join(links))


def _commitments() -> Iterator[str]:
    yield "A promise is read from the words that head it; a main verb weaker than its auxiliary decides."
    yield from ("", *_contract(r"\| strength \| wording \|\n.*?\n\n"), "")
    for head in load_commitments().file.head:
        yield from (f"## {head.id} {{ #commitment.{head.id} }}", "")
        takes = {"verb": "a verb", "to": "“to …”", "thing": "a thing"}[head.takes]
        under = f" Only within what somebody {' or '.join(head.under)}." if head.under else ""
        yield from (f"Strength **{head.strength}**, then {takes}.{under}", "", "**Reads**", "")
        yield from marks.sentences(head.yes)
        if head.no:
            yield from ("**Passes over**", "")
            yield from marks.sentences(head.no)
        rest = [f"words   {head.words}", *(f"{n:7} {getattr(head, n)}" for n in ("needs", "never") if getattr(head, n))]
        yield from marks.fold("Words (regular expressions)", "\n".join(rest))


def _fields() -> Iterator[str]:
    yield "A commitment or a document belongs to the fields whose words it holds. A final * stands for any ending; weak"
    yield "words count where no other does; near misses hold a word of the field and do not show it. Codes of the World"
    yield "Treaty Index, the OECD's DAC purposes and PLOVER's contexts stand beside; which belongs to which is this"
    yield "codebook's judgement."
    yield ""
    for row in load_fields().rows:
        yield from (f"## {row.code} {{ #field.{row.code} }}", "", f"**Words** {marks.words(row.words)}", "")
        for name, words in (("Weak", row.weak), ("Near misses", row.near_misses)):
            if words:
                yield from (f"**{name}** {marks.words(words)}", "")
        systems = {"WTI": row.wti, "DAC": row.dac, "PLOVER": row.plover}
        yield from ("; ".join(f"{name} {marks.codes(of)}" for name, of in systems.items() if of), "")


def _issues() -> Iterator[str]:
    yield "What a position is about. Of several phrases in one place the longest counts. A position on a matter without"
    yield "a code has the issue `other` and keeps its words."
    yield ""
    rows = _toml("issues.toml")["issue"]
    for issue in load_issues().codes:
        yield from (f"## {issue} {{ #issue.{issue} }}", "")
        for row in (row for row in rows if row["code"] == issue):
            yield from (f"**Words** {marks.words(row['words'])}", "")
            rest = {name: value for name, value in row.items() if name not in ("code", "words")}
            yield from (line for name, value in rest.items() for line in (f"- {ISSUE_NOTES[name]}{_value(value)}",))
            yield ""


ISSUE_NOTES = {
    "near": "only where the sentence also has: ",
    "unless": "not where the sentence has: ",
    "always": "the words bring their side with them: ",
    "flips": "turns support into opposition after: ",
    "general": "yields to a more special issue of the same act",
    "good": "to worry about it, or to fight for it, is to support it",
    "many": "each verb of a sentence takes a position of its own on it",
    "welcomed": "to welcome it is to support it",
    "beside": "yields where the act also names: ",
    "about": "taken towards: ",
}


def _positions() -> Iterator[str]:
    yield "The words by which a party takes a side. Verbs stand for all their forms."
    yield ""
    book = _toml("stance.toml")
    for part in ("verbs", "phrases", "nouns", "states", "contents"):
        yield from (f"## {part.capitalize()}", "")
        for side, words in book[part].items():
            yield from (f"**{side.capitalize()}** {marks.words(words)}", "")


def _agreements() -> Iterator[str]:
    book = _toml("agreement.toml")
    yield "What names a document between parties, and what became of it. Words are regular expressions in lower case."
    yield ""
    yield from marks.table(
        ("instrument", "words"), ((marks.code(r["code"]), marks.words([r["words"]])) for r in book["instrument"])
    )
    words = dict(book["words"])
    yield from (
        "## Never a document between the parties",
        "",
        marks.words(words.pop("never")),
        "",
        "## What became of it",
        "",
    )
    yield from (line for name, text in words.items() for line in marks.fold(name.replace("_", " "), str(text)))


def _claims() -> Iterator[str]:
    yield "Wordings by which somebody claims something about a visit. A claim stays a claim: it never becomes a fact."
    yield "Rows marked *own* are read only in an author's own text, not in a government's; rows marked *near* only"
    yield "where a party, the visit or relations stand in the sentence."
    yield ""
    rows = _toml("assessment.toml")["row"]
    for claim in dict.fromkeys(row["claim"] for row in rows):
        yield from (f"## {claim} {{ #claim.{claim} }}", "")
        for row in (row for row in rows if row["claim"] == claim):
            limits = "".join(f" *{name}*" for name in ("own", "near") if row.get(name))
            yield from marks.fold(f"{marks.words(row['triggers'])}{limits}".replace('"', "'"), row["words"])


def _beside() -> Iterator[str]:
    yield "The declared type, the notice and the occasion of a visit stand beside it in the sentence. Of one field the"
    yield "more special row comes first. Words are regular expressions; `{event}` and `{body}` stand for such a name."
    yield ""
    rows = _toml("adjuncts.toml")["adjunct"]
    for field in dict.fromkeys(row["field"] for row in rows):
        yield from (f"## {field}", "")
        of = (row for row in rows if row["field"] == field)
        yield from marks.table(("value", "words"), ((marks.code(r["value"]), marks.code(r["words"])) for r in of))


def _signals() -> Iterator[str]:
    yield "A signal is a courtesy that a host pays or withholds. Points are a convention of the packaged rubric; they"
    yield "compare visits to one host and say nothing across hosts. A signal that no text mentions may have been given."
    yield ""
    rules: dict[str, list[str]] = {}
    for rule in load().family("protocol").rules:
        rules.setdefault(rule.gives.get("signal", ""), []).append(
            f"[{rule.id.partition('.')[2]}](protocol.md#{rule.id})"
        )
    points = {element.signal: element for element in load_rubric().elements}
    listed = re.search(r"\*\*Signals\*\*: (.*?)\.\n\n(.*?)\n\n", CONTRACT, re.DOTALL)
    assert listed
    rows = []
    for signal in re.findall(r"`(\w+)`", listed[1]):
        one = points.get(signal)
        worth = f"{one.weight:g}{', by rank' if one.by_rank else ''}" if one else ""
        rows.append((marks.code(signal), one.words if one else "", worth, ", ".join(rules.get(signal, ()))))
    yield from marks.table(("signal", "in briefs", "points", "read by"), rows)
    yield from (listed[2], "", "## Ranks", "", *_contract(r"\*\*Rank\*\*: .*?\n\n"), "")


def _ladders() -> Iterator[str]:
    yield "Labels of a partnership as one country orders them, and formulas on an issue. No government publishes such"
    yield "an order; these follow observed usage and are disputed. A tier belongs to one country's system and is never"
    yield "compared with another's, so a brief names the change of the label first and the tier second."
    yield ""
    for ladder in load_ladders().ladders:
        yield from (f"## {ladder.id} ({ladder.of}) {{ #ladder.{ladder.id} }}", "", f"Source: {ladder.source}.", "")
        rows = ((str(r.tier), r.words, str(r.since or ""), marks.codes(r.says)) for r in ladder.rungs)
        yield from marks.table(("tier", "words", "since", "pattern"), rows)


def _value(value: Any) -> str:
    return "" if value is True else marks.words(value) if isinstance(value, list) else marks.code(str(value))


def _contract(pattern: str) -> list[str]:
    """A piece of the contract, as it stands there. Raises ValueError: it has none like that."""
    found = re.search(pattern, CONTRACT + "\n\n", re.DOTALL)
    if not found:
        raise ValueError(f"docs/facts.md: found nothing like {pattern!r}")
    return found[0].strip().splitlines()


def _toml(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("communique.codebook").joinpath(f"en/{name}").read_text("utf-8"))
