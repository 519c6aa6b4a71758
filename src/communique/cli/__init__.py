"""The command line: a table of commands, each in a module that is imported only when its command is given.

To add one: write a function with options, or a group of several, in a module, and name it in COMMANDS.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module

import click

from communique.cli.commands import Command, Group, command
from communique.errors import CommuniqueError, one_line

INTERRUPTED = 130  # exit code of a run that Ctrl-C ended, as shells have it

# What is loaded at the start lives to the end, and to look through it for waste takes a tenth of the start.
RARELY = (100_000, 20, 20)

# Command: where it stands, and the line that `communique --help` shows without importing it.
COMMANDS = {
    "read": ("communique.cli.read:read", "Turn texts into facts about visits, with the words that say so."),
    "ingest": ("communique.cli.ingest:ingest", "Read texts into the record, and link them into visits."),
    "run": ("communique.cli.run:run", "Read many files on many cores or machines, into a folder."),
    "merge": ("communique.cli.run:merge", "Take the folder of a run into the record, and link it."),
    "reread": ("communique.cli.ingest:reread", "Read the saved texts anew after the reader changed."),
    "import": ("communique.cli.ingest:imports", "Take in the packaged register, or readings made elsewhere."),
    "failures": ("communique.cli.ingest:failures", "List the texts that could not be read, and why."),
    "visits": ("communique.cli.visits:visits", "List the visits of the record, as a table or a file."),
    "brief": ("communique.cli.brief:brief", "Brief a visit: time, level, content, conclusion, change, sources."),
    "compare": ("communique.cli.brief:compare", "Put two visits of the same two countries side by side."),
    "facts": ("communique.cli.facts:facts", "List what the texts state of a visit, or why they were linked."),
    "search": ("communique.cli.visits:search", "Find texts of the record by their words."),
    "review": ("communique.cli.review:review", "Decide what the record is unsure of, question by question."),
    "judge": ("communique.cli.judge:app", "Decide by hand: same, not same, this value, reject, accept."),
    "undo": ("communique.cli.judge:undo", "Withdraw a judgement."),
    "serve": ("communique.cli.serve:serve", "Open the record as pages in a browser, on this machine."),
    "export": ("communique.cli.export:export", "Write the record as CSV, Parquet, JSON Lines, PLOVER, graph …"),
    "plot": ("communique.cli.export:plot", "Draw visits over time, commitments by field, protocol."),
    "account": ("communique.cli.account:app", "Say who of a team may sign in to the page, and do what."),
    "why": ("communique.cli.why:why", "Show how facts were read out of a text."),
    "who": ("communique.cli.known:who", "Say whom a phrase means on a day, and how that is known."),
    "check": ("communique.cli.known:check", "Check the knowledge files and the codebook."),
    "evaluate": ("communique.cli.evaluate:app", "Hold what is read against what people found."),
    "schema": ("communique.cli.known:schema", "Print the JSON Schema of what `read --format json` prints."),
}


class _Commands(Group):
    """A group that knows its commands by name and loads the one that is called."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with, its module imported now."""
        if args and args[0] in COMMANDS:
            from communique.grammar.kept import keep  # noqa: PLC0415 - `--help` needs no grammar

            keep()
            return args[0], _loaded(args[0]), args[1:]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; what a user can mend is one line on standard error and exit code 1."""
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            click.echo(f"communique: {one_line(str(error))}", err=True)
            raise click.exceptions.Exit(1) from error
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None


def _print_version(ctx: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked and not ctx.resilient_parsing:
        from communique import __version__  # noqa: PLC0415 - that module may import the reader

        click.echo(f"communique {__version__}")
        ctx.exit()


@cache
def _loaded(name: str) -> click.Command:
    """The command of that name, its module imported now."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    found = getattr(import_module(module), attribute)
    return found if isinstance(found, click.Command) else command(name, found)


app = _Commands(
    "communique",
    help="Read texts about leaders' visits and keep the record: time, level, content, conclusion, change.",
    commands={name: Command(name, help=line) for name, (_, line) in COMMANDS.items()},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Show the version.",
        )
    ],
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "show_default": True, "max_content_width": 100},
)


def main() -> None:
    """The entry point of the `communique` command."""
    gc.set_threshold(*RARELY)
    app(prog_name="communique")
