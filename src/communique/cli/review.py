"""The command `communique review`: the questions that the record has for an editor, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from communique.cli import options
from communique.cli.record import now, opened, user_name

if TYPE_CHECKING:
    from communique.store import Store
    from communique.visits.model import Judgement, ReviewItem

HELP = {
    "link": "s same · n not same · r reject a report · k skip · u undo · q quit",
    "fact": "b believe · r reject · k skip · u undo · q quit",
    "value": "number: that value · =VALUE another · r reject a report · k skip · u undo · q quit",
}

LETTERS = {"link": {"s": "same", "n": "not same"}, "fact": {"b": "accept"}}


@options.db
@options.user
@click.option("--limit", type=options.Number(min=1), default=50, help="At most so many questions of each sort.")
def review(*, db: str, user: str | None, limit: int) -> None:
    """Go through unsure links, contested values and visits that rest on little, and decide: every answer is kept with
    your name and can be undone.

    Answers are read line by line, so they can be piped in. After one, a reason may follow: `s: the same dinner`.
    """
    with opened(db, read_only=False) as store:
        session = _Session(store, user_name(user), limit)
        waiting = store.doubts()
        click.echo(f"links {waiting.link:,} · contested values {waiting.value:,} · weak voices {waiting.fact:,}")
        session.run()
    click.echo(f"{session.decided:,} decided, {session.skipped:,} skipped")


class _Session:
    """One editor's way through the queue."""

    def __init__(self, store: Store, who: str, limit: int) -> None:
        self.store, self.who, self.limit = store, who, limit
        self.given: list[int] = []
        self.passed: set[str] = set()
        self.skipped = 0

    @property
    def decided(self) -> int:
        return len(self.given)

    def run(self) -> None:
        while (item := self.next()) is not None:
            click.echo("")
            for line in self.lines(item):
                click.echo(line)
            if not self.answered(item):
                return
        click.echo("nothing is left to review")

    def next(self) -> ReviewItem | None:
        """The first open question that was not skipped; asked anew each time, as an answer can settle others."""
        return next((item for item in self.store.review(self.limit) if _key(item) not in self.passed), None)

    def answered(self, item: ReviewItem) -> bool:
        """Asks until the question is settled, skipped or taken back; False to end."""
        while True:
            line = self.ask(HELP[item.ask])
            if line is None or line == "q":
                return False
            word, _, why = line.partition(":")
            word, why = word.strip(), why.strip()
            if word == "k":
                self.passed.add(_key(item))
                self.skipped += 1
                return True
            if word == "u":
                if self.undo():
                    return True
                continue
            judgement = self.judgement(item, word, why)
            if judgement is not None and self.kept(judgement):
                return True

    def ask(self, choices: str) -> str | None:
        click.echo(f"[{choices}] ", nl=False)
        try:
            line = input()
        except EOFError:
            click.echo("")
            return None
        return line.strip()

    def judgement(self, item: ReviewItem, word: str, why: str) -> Judgement | None:
        from communique.visits.model import Judgement  # noqa: PLC0415 - usage errors need no record
        from communique.visits.review import answer, choices  # noqa: PLC0415

        who, when = self.who, now()
        if word == "r":
            fact = self.rejected(item)
            return Judgement(verdict="reject", fact=fact, who=who, when=when, why=why) if fact else None
        if item.ask != "value":
            choice = LETTERS[item.ask].get(word)
            if choice is None:
                click.echo(f"found {word!r}; want one of {', '.join(LETTERS[item.ask])}, r, k, u, q")
                return None
            return answer(item, choice, who=who, when=when, why=why)
        values = choices(item)
        if word.startswith("="):
            value = word[1:].strip()
            return answer(
                item,
                int(value) if isinstance(values[0], int) and value.isdigit() else value,
                who=who,
                when=when,
                why=why,
            )
        if word.isdigit() and 1 <= int(word) <= len(values):
            return answer(item, values[int(word) - 1], who=who, when=when, why=why)
        click.echo(f"found {word!r}; want 1 to {len(values)}, =VALUE, r, k, u or q")
        return None

    def rejected(self, item: ReviewItem) -> str | None:
        """The fact that the editor does not believe, out of those that the question rests on."""
        from communique.visits.review import facts_of  # noqa: PLC0415

        facts = facts_of(item)
        if len(facts) == 1:
            return facts[0]
        for number, name in enumerate(facts, 1):
            click.echo(f"  {number}. {self.told(name)}")
        line = self.ask(f"which report is wrong: 1 to {len(facts)}, or nothing") or ""
        return facts[int(line) - 1] if line.isdigit() and 1 <= int(line) <= len(facts) else None

    def kept(self, judgement: Judgement) -> bool:
        from communique.errors import StoreError  # noqa: PLC0415

        try:
            number = self.store.judge(judgement)
        except StoreError as fault:
            click.echo(str(fault))
            return False
        self.given.append(number)
        click.echo(f"kept as judgement {number}")
        return True

    def undo(self) -> bool:
        if not self.given:
            click.echo("nothing decided yet; older judgements: communique undo NUMBER")
            return False
        number = self.given.pop()
        self.store.undo(number, self.who, now())
        click.echo(f"judgement {number} withdrawn")
        return True

    def lines(self, item: ReviewItem) -> Iterator[str]:
        from communique.publish.wording import printable  # noqa: PLC0415 - slow
        from communique.visits.review import facts_of, question  # noqa: PLC0415

        yield from (printable(line) for line in question(item))
        if item.ask != "value":
            yield from (f"  {self.told(name)}" for name in facts_of(item))

    def told(self, fact_id: str) -> str:
        """A report in one line: who published it when, and the words of the fact."""
        from communique.publish.wording import printable, quoted  # noqa: PLC0415 - slow

        fact = self.store.fact(fact_id)
        return printable(f"{fact.source.name}, {fact.published or 'undated'}: {quoted(fact.fact.evidence, 160)}")


def _key(item: ReviewItem) -> str:
    """What a skipped question is known by."""
    if item.score is not None:
        return f"{item.score.left} {item.score.right}"
    return f"{item.visits[0]} {item.attribute.name if item.attribute else ''}"
