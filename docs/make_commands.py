"""The command line → docs/commands.md, on standard output (`make docs` writes it)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import typer.main

from communique.cli import app

HEAD = """# Commands

Made from the program by `make docs`; `communique COMMAND --help` says the same.
"""


def pages(command: Any, name: str) -> Iterator[str]:
    """A part for each command, groups before what they hold."""
    if names := getattr(command, "commands", None):
        context = command.make_context(name, [], resilient_parsing=True)
        for sub in sorted(names):
            _, found, _ = command.resolve_command(context, [sub])
            yield from pages(found, f"{name} {sub}")
        return
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    usage = " ".join((name, *(_placeholder(param) for param in arguments), *(["[OPTIONS]"] if options else [])))
    told = (command.help or "").split("\n\n")[0].strip().replace("\n", " ")
    lines = [f"## {name}", "", told, "", f"`{usage}`", ""]
    rows = [(_placeholder(param), param) for param in arguments if param.help]
    rows += [(", ".join((*param.opts, *param.secondary_opts)), param) for param in options]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| `{what}` | {_help(param)} |" for what, param in rows), ""]
    yield "\n".join(lines)


def _placeholder(argument: Any) -> str:
    told = argument.metavar or argument.name.upper()
    many = "..." if argument.nargs == -1 and not told.endswith("...") else ""
    return f"{told}{many}" if argument.required or told.startswith("[") else f"[{told}]{many}"


def _help(param: Any) -> str:
    told = (param.help or "").strip().replace("|", "\\|")
    kind = param.type_descriptor.annotation
    values = f" One of {', '.join(kind)}." if isinstance(kind, type) and issubclass(kind, StrEnum) else ""
    default = param.default
    shown = param.show_default and isinstance(default, str | int | float) and not isinstance(default, bool)
    return f"{told}{values}{f' Default: {default}.' if shown else ''}"


if __name__ == "__main__":
    print("\n".join([HEAD, *pages(typer.main.get_command(app), "communique")]), end="")
