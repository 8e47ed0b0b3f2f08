"""`cleaner diff`: original against cleaned."""

from __future__ import annotations

import enum
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import as_words, counted, left_out, width, write, write_bytes
from cleaner.cli.progress import progress
from cleaner.cli.trouble import TROUBLE, guarded, printable, tell
from cleaner.cli.verdict import FailOn, FailOnOption, exit_code

if TYPE_CHECKING:
    from cleaner.config import Settings
    from cleaner.corpus import Source
    from cleaner.diff import Paint, Pair


class Format(enum.StrEnum):
    """How the changes are shown."""

    text = "text"
    unified = "unified"
    jsonl = "jsonl"


class Shown(NamedTuple):
    """What is to be written of one file, and its counts by status; `done`: applied in an earlier run."""

    output: bytes
    counts: Counter[str]


def diff(
    paths: opt.Paths,
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    level: opt.LevelOption = None,
    format: Annotated[  # noqa: A002 (the flag's name)
        Format, typer.Option("--format", help="For people, as a patch, or one JSON object a line.")
    ] = Format.text,
    fail_on: FailOnOption = FailOn.any,
    encoding: opt.EncodingOption = None,
    to: opt.To = None,
    config: opt.ConfigFile = None,
    jobs: opt.Jobs = 1,
    quiet: opt.Quiet = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "-v",
            "--verbose",
            help="Show every change, what the document is taken for, and why lines were joined or not.",
        ),
    ] = False,
    record: opt.Recorded = None,
    no_record: opt.NotRecorded = False,
    color: opt.Color = opt.ColorWhen.auto,
) -> int:
    """Show the original against the cleaned text, each change under the rule that makes it.

    Of an already cleaned file it shows what its record says was done. Exit code 1: something is to be
    applied, to be decided, or flagged; --fail-on narrows it.
    """
    from cleaner.corpus import Trouble, each, find_sources

    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, level=level,
        encoding=encoding, to=to, config=config,
    )  # fmt: skip
    sources = find_sources(paths, settings)
    work = partial(
        show, settings=settings, records=record, use_records=not no_record,
        format=format, full=verbose,
        color=opt.colored(color, sys.stdout), columns=width(),
    )  # fmt: skip
    for trouble in sources.troubles:
        tell(str(trouble))
    bad = len(sources.troubles)
    total: Counter[str] = Counter()
    for _, outcome in progress(each(sources.files, work, jobs), len(sources.files), quiet=quiet):
        if isinstance(outcome, Trouble):
            tell(str(outcome))
            bad += 1
            continue
        total.update(outcome.counts, files=1)
        if not quiet:
            write_bytes(outcome.output)
    if format is Format.text and not quiet:
        for line in (*(_summary(total, paths) if total["files"] else ()), *left_out(sources)):
            write(line)
    return TROUBLE if bad else exit_code(total, fail_on)


def show(
    source: Source,
    *,
    settings: Settings,
    records: str | None,
    use_records: bool,
    format: Format,  # noqa: A002
    full: bool,
    color: bool,
    columns: int,
) -> Shown:
    """The diff of one file, ready to be written."""
    from cleaner.corpus import read_bytes
    from cleaner.diff import Paint, pair_of
    from cleaner.record import json_line

    data = sys.stdin.buffer.read() if source.is_stdin else read_bytes(source.path)
    pair = pair_of(data, source.path, settings, records=records, use_records=use_records)
    if format is Format.unified:
        output = pair.patch(source.below if source.is_stdin else None)
    elif format is Format.jsonl:
        output = _lines(json_line(hit.to_json()) for hit in pair.hits)
    else:
        output = _lines(map(printable, _text(pair, Paint(color), columns, full)))
    counts = pair.view.counts
    if pair.recorded:
        counts = counts + Counter(done=counts["applied"]) - Counter(applied=counts["applied"])
    return Shown(output, counts)


def _text(pair: Pair, paint: Paint, columns: int, full: bool) -> Iterator[str]:
    """The diff for people; in full, also what the document is taken for, and why lines were joined or not."""
    from cleaner.diff import Terminal, explained
    from cleaner.explain import Anatomy, LineEnds
    from cleaner.page import Page

    terminal = Terminal(paint, columns, full)
    yield from terminal.lines(pair.view)
    now = pair.cleaned
    if not full or now is None:
        return
    if not pair.view.hits:
        yield terminal.title(pair.view)
    anatomy = Anatomy.of(Page(now.source, now.profile, now.path))
    yield from explained(anatomy, LineEnds(now), paint, columns)
    yield ""


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(line.encode("utf-8", "backslashreplace") + b"\n" for line in lines)


def _summary(total: Counter[str], paths: list[str]) -> Iterable[str]:
    """The counts of all files, and what to do next."""
    from cleaner.diff import said

    yield f"{counted(total['files'], 'file')}: {said(total)}"
    if total["applied"] or total["pending"]:
        yield f"Next: cleaner apply {_where(paths)}"
    if total["pending"]:
        yield "      with --level review to apply what is pending too"


def _where(paths: list[str]) -> str:
    """The arguments with which `apply` takes the same files."""
    if "-" in paths:
        return "-"  # standard input goes to standard output
    named = as_words(paths, len(paths))
    named = named if len(named) <= 50 else "PATH…"
    return f"-o DIR {named}" if named.startswith("-- ") else f"{named} -o DIR"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("diff", short_help="show the original against the cleaned text")(guarded(diff))
