"""The command line. Each command is a module of this package, imported only when it is wanted.

A module registers itself with `register(app)`; nothing heavy (numpy, regex, yaml) is imported at the top of
one, so that `--help` stays quick. Only this layer prints, exits and reads the environment.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import typer

from cleaner.cli.trouble import code_of, flushed, open_streams

COMMANDS = ("apply", "check", "diff", "undo", "blame", "stats", "rules")
"""The modules of the commands, in the order of the help."""


def make_app(only: str | None = None) -> typer.Typer:
    """The application with all its commands, or with one of them."""
    app = typer.Typer(
        name="cleaner",
        help="Repair damaged Chinese text by rule files, and show exactly what was done.",
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_options)
    for name in [only] if only in COMMANDS else COMMANDS:
        import_module(f"cleaner.cli.{name}").register(app)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"cleaner {version('cleaner')}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    pass


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; no exception leaves it."""
    open_streams()
    # numpy does no linear algebra here, and the threads for it take a tenth of a start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        app = make_app(only=words[0] if words else None)
        code = app(args=words, prog_name="cleaner", standalone_mode=False)
    except BaseException as error:  # noqa: BLE001 (what got out would exit 1)
        code = code_of(error)
    return flushed(code if isinstance(code, int) else 0)
