"""`cleaner stats`: hits per rule and per document, and what a document is taken for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import width, write
from cleaner.cli.progress import progress
from cleaner.cli.taken import block, brief
from cleaner.cli.trouble import TROUBLE, guarded, tell, visible

if TYPE_CHECKING:
    from cleaner.config import Settings
    from cleaner.corpus import Source
    from cleaner.diff import Paint
    from cleaner.stats import DocumentStats, RuleStats


_NAMES = 16
"""Columns of the names in the block of one document."""


def stats(
    paths: opt.Paths,
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    level: opt.LevelOption = None,
    format: Annotated[  # noqa: A002 (the flag's name)
        opt.Format, typer.Option("--format", help="Tables, or one JSON object a line.")
    ] = opt.Format.text,
    encoding: opt.EncodingOption = None,
    config: opt.ConfigFile = None,
    jobs: opt.Jobs = 1,
    color: opt.Color = opt.ColorWhen.auto,
) -> int:
    """Count the hits of each rule and of each document, and say what a document is taken for.

    Rules that never hit are named at the end. Nothing is written.
    """
    from cleaner.corpus import Trouble, each, find_sources
    from cleaner.diff import Paint
    from cleaner.record import json_line
    from cleaner.stats import rule_stats

    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, level=level,
        encoding=encoding, config=config,
    )  # fmt: skip
    sources = find_sources(paths, settings)
    troubles = list(sources.troubles)
    documents: list[DocumentStats] = []
    work = partial(examine, settings=settings)
    for _, outcome in progress(each(sources.files, work, jobs), len(sources.files)):
        if isinstance(outcome, Trouble):
            troubles.append(outcome)
        else:
            documents.append(outcome)
    for trouble in troubles:
        tell(str(trouble))
    rows = rule_stats(settings.rule_set(), documents)
    if format is opt.Format.jsonl:
        for data in [one.to_json() for one in documents] + [row.to_json() for row in rows]:
            write(json_line(data))
    elif documents:
        for line in _tables(documents, rows, Paint(opt.colored(color, sys.stdout))):
            write(line)
    return TROUBLE if troubles else 0


def examine(source: Source, *, settings: Settings) -> DocumentStats:
    """The figures of one file."""
    from cleaner.corpus import clean_bytes, read_bytes
    from cleaner.stats import document_stats

    data = sys.stdin.buffer.read() if source.is_stdin else read_bytes(source.path)
    return document_stats(clean_bytes(data, source.path, settings))


def _tables(
    documents: Sequence[DocumentStats], rows: Sequence[RuleStats], paint: Paint
) -> Iterator[str]:
    from cleaner.diff.paint import wrapped

    head = ["document", "characters", "applied", "pending", "warnings", "notes"]
    body = [[visible(one.path), f"{one.characters:,}", *_figures(one)] for one in documents]
    if len(documents) > 1:
        head.append("taken for")
        body = [[*row, brief(one)] for row, one in zip(body, documents, strict=True)]
    yield from _table(head, body, paint, left=(0, 6))
    if len(documents) == 1:
        yield ""
        yield paint.text("dim", "taken for")
        for name, text in block(documents[0]):
            first, *more = wrapped(text, width() - _NAMES)
            yield f"{name:{_NAMES}}{first}"
            yield from (" " * _NAMES + line for line in more)
    yield ""
    hit = [row for row in rows if row.hits]
    head = ["rule", "documents", "applied", "pending", "warnings", "notes", "level"]
    yield from _table(
        head, [(row.rule, f"{row.documents:,}", *_figures(row), row.level) for row in hit], paint,
        left=(0, 6),
    )  # fmt: skip
    for title, names in (
        ("never hit", [row.rule for row in rows if not row.hits and row.asked]),
        ("for none of these documents", [row.rule for row in rows if not row.asked]),
    ):
        if names:
            yield ""
            yield paint.text("path", f"{title}: {len(names)}")
            for line in wrapped(", ".join(names), width() - 2):
                yield "  " + line


def _figures(one: DocumentStats | RuleStats) -> list[str]:
    counts = one.counts
    return [f"{counts[kind]:,}" for kind in ("applied", "pending", "warning", "info")]


def _table(
    head: Sequence[str], body: Sequence[Sequence[str]], paint: Paint, left: tuple[int, ...]
) -> Iterator[str]:
    """Columns as wide as they need to be: words (`left`) to the left, figures to the right."""
    from cleaner.diff.glyphs import columns

    wide = [max(columns(row[at]) for row in (head, *body)) for at in range(len(head))]
    for number, row in enumerate((head, *body)):
        cells = []
        for at, (cell, room) in enumerate(zip(row, wide, strict=True)):
            blank = " " * (room - columns(cell))
            cells.append(cell + blank if at in left else blank + cell)
        line = "  ".join(cells).rstrip()
        yield paint.text("dim", line) if number == 0 else line


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("stats", short_help="count the hits; say what a document is taken for")(
        guarded(stats)
    )
