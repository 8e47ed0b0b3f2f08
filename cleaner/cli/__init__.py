"""The command line. Each command is a module of this package, imported only when it is wanted.

The module `apply` holds the command `apply`; nothing heavy (numpy, regex, yaml) is imported at the top of one, so
that `--help` stays quick. Only this layer prints, exits and reads the environment.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from cleaner.cli.trouble import code_of, flushed, open_streams

COMMANDS = ("apply", "check", "diff", "undo", "blame", "stats", "rules")
"""The commands, in the order of the help."""


class _Commands(click.Group):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"cleaner.cli.{cmd_name}"), cmd_name)
        return found


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"cleaner {version('cleaner')}")
        context.exit()


@click.group(
    cls=_Commands,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "show_default": True,
    },
)
@click.option(
    "--version", is_flag=True, callback=_version, is_eager=True, expose_value=False,
    help="Show the version and exit.",
)  # fmt: skip
def program() -> None:
    """Repair damaged Chinese text by rule files, and show exactly what was done."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; no exception leaves it."""
    open_streams()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        code = program(args=words, prog_name="cleaner", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 (what got out would exit 1)
        code = code_of(error)
    return flushed(code if isinstance(code, int) else 0)
