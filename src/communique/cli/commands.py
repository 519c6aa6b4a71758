"""Functions with options become commands, and tables of such functions groups of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click


class Command(click.Command):
    """A command that a list of commands tells of by its whole first paragraph."""

    def get_short_help_str(self, limit: int = 0) -> str:
        """The first paragraph of the help."""
        return " ".join((self.help or "").split("\n\n")[0].split())


class Group(click.Group):
    """A group that lists its commands in the order that they were given in."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, as `--help` lists them."""
        return list(self.commands)


def command(name: str, function: Callable[..., None]) -> click.Command:
    """The command of a function that decorators gave options to; takes them off it, so once for each function."""
    return click.command(name, cls=Command)(function)


def group(told: str, functions: Mapping[str, Callable[..., None]]) -> click.Group:
    """A group of the commands that functions are, by name; `told` says what for."""
    commands = {name: command(name, function) for name, function in functions.items()}
    return Group(help=told, commands=commands, no_args_is_help=True)
