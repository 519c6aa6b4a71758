"""Options and arguments that several commands take, each a decorator that gives it to a command's function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

Values = TypeVar("Values", bound=StrEnum)
Decorated = TypeVar("Decorated", bound=Callable[..., object])


class Number(click.IntRange):
    """A whole number within bounds, which help calls NUMBER and tells in words."""

    name = "number"

    def _describe_range(self) -> str:
        return f"{self.min} or more" if self.max is None else f"{self.min} to {self.max}"


PATH = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, dir_okay=False)
GIVEN_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
FOLDER = click.Path(path_type=Path, file_okay=False)
GIVEN_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)

# What to read, and how

paths = click.argument(
    "paths", nargs=-1, required=True, help="Files, folders and addresses (https://…); - for standard input."
)
published = click.option(
    "--published", metavar="DATE", help="Day, month or year for texts that do not say their own: 2023-12-06."
)
field = click.option(
    "--field", multiple=True, metavar="NAME=KEY", help="JSON key or column of a field: text=body. Repeatable."
)
encoding = click.option("--encoding", metavar="NAME", help="Of all the texts; without it, found for each.")
jobs = click.option("--jobs", type=Number(min=0), default=1, help="Processes to read with; 0: one for each core.")

# The record, and who changes it

db = click.option(
    "--db",
    default="visits.db",
    metavar="ADDRESS",
    envvar="COMMUNIQUE_DB",
    help="A file, or postgresql://…; else what COMMUNIQUE_DB says.",
)
sources = click.option(
    "--sources", type=GIVEN_FILE, help="CSV of outlets: match (a domain, or paths such as wire/*), name, kind, country."
)
user = click.option("--user", metavar="NAME", help="Who decides; without it, the name you are logged in by.")

# Where the answer goes

output = click.option("--output", "-o", type=PATH, help="File to write to; without it, standard output.")


def by_name(output: Path | None, endings: Mapping[str, Values], otherwise: Values) -> Values:
    """The form that the name of a file asks for by its ending."""
    return endings.get(output.suffix.lower(), otherwise) if output else otherwise


def form(values: type[Values]) -> Callable[[Decorated], Decorated]:
    """How to print, as one of an enumeration's values; without it the command asks `by_name`."""
    return click.option(
        "--format", "form", type=one_of(values), help="How to print; without it, by the name of the output file."
    )


def one_of(values: type[Values]) -> click.Choice[Values]:
    """A choice among an enumeration's values, which its members' names spell in capitals."""
    return click.Choice(values, case_sensitive=False)
