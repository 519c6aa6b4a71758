"""The command line → docs/commands.md, on standard output (`make docs` writes it)."""

from __future__ import annotations

from collections.abc import Iterator
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
    context = command.make_context(name, [], resilient_parsing=True)
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and not param.hidden]
    usage = " ".join(
        (name, *(param.make_metavar(context) for param in arguments), *(["[OPTIONS]"] if options else []))
    )
    told = (command.help or "").split("\n\n")[0].strip().replace("\n", " ")
    lines = [f"## {name}", "", told, "", f"`{usage}`", ""]
    rows = [(param.make_metavar(context), param) for param in arguments if param.help]
    rows += [(", ".join((*param.opts, *param.secondary_opts)), param) for param in options]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| `{what}` | {_help(param)} |" for what, param in rows), ""]
    yield "\n".join(lines)


def _help(param: Any) -> str:
    told = (param.help or "").strip().replace("|", "\\|")
    choices = getattr(param.type, "choices", None)
    values = f" ({', '.join(map(str, choices))})" if choices else ""
    default = param.default
    plain = (
        param.show_default is not False
        and isinstance(default, str | int | float)
        and not isinstance(default, bool)
    )
    return f"{told}{values}{f' Default: {default}.' if plain else ''}"


if __name__ == "__main__":
    print("\n".join([HEAD, *pages(typer.main.get_command(app), "communique")]), end="")
