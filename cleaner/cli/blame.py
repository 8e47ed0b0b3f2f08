"""`cleaner blame`: which rule made these characters, and what stood there before."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import width, write
from cleaner.cli.trouble import TROUBLE, guarded, tell, visible

if TYPE_CHECKING:
    from cleaner.config import Settings
    from cleaner.corpus import Source


def blame(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE[:LINE]", help="A cleaned file or a source; one line of it."),
    ],
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    level: opt.LevelOption = None,
    format: Annotated[  # noqa: A002 (the flag's name)
        opt.Format, typer.Option("--format", help="For people, or one JSON object a line.")
    ] = opt.Format.text,
    encoding: opt.EncodingOption = None,
    config: opt.ConfigFile = None,
    record: opt.Recorded = None,
    color: opt.Color = opt.ColorWhen.auto,
) -> int:
    """Say which rule made which characters of a file, and what stood there before.

    Of a cleaned file its record knows; any other file is cleaned in memory, and the lines are its own.
    """
    from cleaner.corpus import Source, Trouble, attempt

    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, level=level,
        encoding=encoding, config=config,
    )  # fmt: skip
    path, line = place_of(file)
    work = partial(answer, line=line, settings=settings, records=record, format=format, color=color)
    outcome = attempt(work, Source(path, path))
    if isinstance(outcome, Trouble):
        tell(str(outcome))
        return TROUBLE
    for row in outcome:
        write(row)
    return 0


def answer(
    source: Source,
    *,
    line: int | None,
    settings: Settings,
    records: str | None,
    format: opt.Format,  # noqa: A002
    color: opt.ColorWhen,
) -> list[str]:
    """The lines to be written about a file."""
    from cleaner.corpus import read_bytes
    from cleaner.diff import Paint, blame_lines, pair_of
    from cleaner.diff import blame as blamed
    from cleaner.record import json_line

    pair = pair_of(read_bytes(source.path), source.path, settings, records=records)
    if format is opt.Format.jsonl:
        return [json_line(one.to_json()) for one in blamed(pair, line)]
    paint = Paint(opt.colored(color, sys.stdout))
    about = pair.note or "not a cleaned file: what a run would make of it, by its own lines"
    title = f"{paint.text('path', visible(source.path))}  {paint.text('dim', about)}"
    return [title, *blame_lines(pair, line, paint, width())]


def place_of(word: str) -> tuple[str, int | None]:
    """The file and the line of `FILE:LINE`; a file that has this very name comes first."""
    name, colon, number = word.rpartition(":")
    if colon and number.isascii() and number.isdigit() and not Path(word).exists():
        return name, int(number)
    return word, None


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("blame", short_help="say which rule made which characters")(guarded(blame))
