"""The command line → docs/commands.md, on standard output (`make docs` writes it)."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from communique.cli import app

HEAD = """# Commands

Made from the program by `make docs`; `communique COMMAND --help` says the same. A shell completes commands and options
after `eval "$(_COMMUNIQUE_COMPLETE=bash_source communique)"` (zsh: `zsh_source`), or, in fish,
`_COMMUNIQUE_COMPLETE=fish_source communique | source`.
"""


def pages(command: click.Command, name: str) -> Iterator[str]:
    """A part for each command, by name."""
    if isinstance(command, click.Group):
        context = command.make_context(name, [], resilient_parsing=True)
        for sub in sorted(command.list_commands(context)):
            _, found, _ = command.resolve_command(context, [sub])
            if found:
                yield from pages(found, f"{name} {sub}")
        return
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    usage = " ".join((name, *(_placeholder(param) for param in arguments), *(["[OPTIONS]"] if options else [])))
    lines = [f"## {name}", "", cleandoc(command.help or ""), "", f"`{usage}`", ""]
    rows = [(_placeholder(param), _help(param)) for param in arguments]
    rows += [(", ".join((*param.opts, *param.secondary_opts)), _help(param) + _default(param)) for param in options]
    if rows:
        lines += ["| | |", "|---|---|", *(f"| `{what}` | {told} |" for what, told in rows), ""]
    yield "\n".join(lines)


def _placeholder(argument: click.Argument) -> str:
    told = argument.metavar or argument.name.upper()
    many = "..." if argument.nargs == -1 and not told.endswith("...") else ""
    return f"{told}{many}" if argument.required or told.startswith("[") else f"[{told}]{many}"


def _help(param: click.Argument | click.Option) -> str:
    told = (param.help or "").strip().replace("|", "\\|")
    if isinstance(param.type, click.Choice):
        told += f" One of {', '.join(param.type.normalize_choice(one, None) for one in param.type.choices)}."
    return told


def _default(option: click.Option) -> str:
    is_told = option.show_default is not False and not option.is_flag
    return f" Default: {option.default}." if is_told and isinstance(option.default, str | int | float) else ""


if __name__ == "__main__":
    print("\n".join([HEAD, *pages(app, "communique")]), end="")
