"""`cleaner check`: what would change, and what needs a person."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import as_words, counted, left_out, write_bytes
from cleaner.cli.progress import progress
from cleaner.cli.trouble import TROUBLE, guarded, printable, say, tell, visible
from cleaner.cli.verdict import FailOn, FailOnOption, exit_code

if TYPE_CHECKING:
    from cleaner.config import Settings
    from cleaner.corpus import Source
    from cleaner.model import Change


class Checked(NamedTuple):
    """The findings of one file, ready to be written, their counts, and what to say of its encoding."""

    output: bytes
    counts: Counter[str]
    unsure: str | None


FormatOption = Annotated[
    opt.Format, typer.Option("--format", help="One line or one JSON object for each finding.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="REV", help="Only files changed against this git revision."),
]


def check(
    paths: opt.Paths,
    since: Since = None,
    fail_on: FailOnOption = FailOn.any,
    format: FormatOption = opt.Format.text,  # noqa: A002 (the flag's name)
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    level: opt.LevelOption = None,
    encoding: opt.EncodingOption = None,
    config: opt.ConfigFile = None,
    jobs: opt.Jobs = 1,
    quiet: opt.Quiet = False,
) -> int:
    """Say what would change and what needs a person; nothing is written.

    Exit code 0: nothing is left to decide. 1: a change that apply would make, a pending one, or a
    warning; --fail-on narrows it. 2: trouble.
    """
    from cleaner.corpus import Trouble, each, find_sources
    from cleaner.corpus.since import only_changed

    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, level=level,
        encoding=encoding, config=config,
    )  # fmt: skip
    sources = find_sources(paths, settings)
    files = sources.files if since is None else only_changed(sources.files, since)
    bad, total = len(sources.troubles), Counter[str]()
    for trouble in sources.troubles:
        tell(str(trouble))
    work = partial(examine, settings=settings, format=format)
    for source, outcome in progress(each(files, work, jobs), len(files), quiet=quiet):
        if isinstance(outcome, Trouble):
            bad += 1
            tell(str(outcome))
            continue
        total.update(outcome.counts)
        total["files"] += 1
        if outcome.unsure:
            tell(f"{source.path}: {outcome.unsure}")
        if not quiet:
            write_bytes(outcome.output)
    if not quiet:
        say(_summary(total, paths))
        for line in left_out(sources):
            say(line)
    return TROUBLE if bad else exit_code(total, fail_on)


def examine(source: Source, *, settings: Settings, format: opt.Format) -> Checked:  # noqa: A002
    """The findings of one file."""
    from cleaner.corpus import clean_bytes, read_bytes
    from cleaner.record import json_line

    data = sys.stdin.buffer.read() if source.is_stdin else read_bytes(source.path)
    result = clean_bytes(data, source.path, settings)
    hits = result.hits
    if format is opt.Format.jsonl:
        lines = [json_line(hit.to_json()) for hit in hits]
    else:
        lines = [printable(visible(worded(hit, source.path))) for hit in hits]
    counts: Counter[str] = Counter(hit.severity or hit.status for hit in hits)
    output = "".join(f"{line}\n" for line in lines).encode("utf-8")
    return Checked(output, counts, result.document.unsure)


def worded(hit: Change, path: str) -> str:
    """A finding on one line: place, status, rules, what becomes what, and why."""
    from cleaner.corpus.result import shown

    said = (
        shown(hit.before)
        if hit.before == hit.after
        else f"{shown(hit.before)} → {shown(hit.after)}"
    )
    rules = " > ".join(hit.rules)
    status = "would apply" if hit.status == "applied" else hit.status
    return f"{path}:{hit.line}:{hit.column}: {status} {rules}: {said} ({hit.message})"


def _summary(total: Counter[str], paths: list[str]) -> str:
    files = counted(total["files"], "file")
    said = f"{files}, {total['applied']:,} to apply, {total['pending']:,} pending, {total['warning']:,} flagged"
    if not total["applied"] + total["pending"] + total["warning"]:
        return f"{said}. Nothing left to decide"
    return f"{said}. Next: cleaner diff {as_words(paths)}"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check", short_help="say what would change and what needs a person")(guarded(check))
