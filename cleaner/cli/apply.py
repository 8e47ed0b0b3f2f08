"""`cleaner apply`: clean files into a folder, in place, or as a filter."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import as_word, as_words, counted, left_out, write_bytes
from cleaner.cli.progress import progress
from cleaner.cli.trouble import TROUBLE, code_of, guarded, say, tell
from cleaner.errors import CleanerError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cleaner.config import Settings
    from cleaner.corpus import Counts

Out = Annotated[
    str | None, typer.Option("-o", "--output", metavar="DIR", help="Write the results below DIR.")
]
InPlace = Annotated[bool, typer.Option("-i", "--in-place", help="Change the files themselves.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Do everything but write.")]
Force = Annotated[
    bool, typer.Option("--force", help="Overwrite files that no record says we wrote.")
]
NoRecord = Annotated[
    bool, typer.Option("--no-record", help="Keep no record: what is done cannot be undone.")
]


def apply(
    paths: opt.Paths,
    out: Out = None,
    in_place: InPlace = False,
    dry_run: DryRun = False,
    force: Force = False,
    record: opt.RecordFolder = None,
    no_record: NoRecord = False,
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    level: opt.LevelOption = None,
    encoding: opt.EncodingOption = None,
    to: opt.To = None,
    config: opt.ConfigFile = None,
    jobs: opt.Jobs = 1,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Clean files into a folder (-o DIR), in place (-i), or one file or "-" to standard output.

    Each changed file gets a record, from which "cleaner undo" gives the original back.
    """
    settings = partial(
        opt.settings_of, rules=rules, no_builtin=no_builtin, select=select, ignore=ignore,
        level=level, encoding=encoding, to=to, config=config,
    )  # fmt: skip
    if record is not None and no_record:
        raise UsageError("--record and --no-record exclude each other")
    if out is not None and in_place:
        raise UsageError("-o and -i exclude each other")
    if out is not None or in_place:
        return _to_files(
            paths, settings(), out, dry=dry_run, force=force, records=record, keep=not no_record,
            jobs=jobs, quiet=quiet, verbose=verbose,
        )  # fmt: skip
    return _filter(paths, settings, records=record, dry=dry_run, quiet=quiet)


def _to_files(
    paths: list[str],
    settings: Settings,
    out: str | None,
    *,
    dry: bool,
    force: bool,
    records: str | None,
    keep: bool,
    jobs: int,
    quiet: bool,
    verbose: bool,
) -> int:
    """Clean many files to their targets, `out` or (None) in place."""
    from cleaner.corpus import Counts, Trouble, apply_file, each, find_sources, plan_targets

    if "-" in paths:
        raise UsageError("standard input goes to standard output: '-' takes neither -o nor -i")
    sources = find_sources(paths, settings)
    todo = plan_targets(sources, out, records=records, keep=keep)
    bad, done, total = len(sources.troubles), 0, Counts()
    changed: list[str] = []
    missing = {trouble.path for trouble in sources.troubles}
    for trouble in sources.troubles:
        tell(str(trouble))
    work = partial(apply_file, settings=settings, force=force, dry=dry)
    for job, outcome in progress(each(todo, work, jobs), len(todo), quiet=quiet):
        if isinstance(outcome, Trouble):
            bad += 1
            tell(str(outcome))
            continue
        done += 1
        total = total.plus(outcome.counts)
        if outcome.changed:
            changed.append(job.path)
        if outcome.unsure:
            tell(f"{job.path}: {outcome.unsure}")
        if verbose:
            say(
                f"{job.path}: {outcome.counts}" + (f" → {outcome.target}" if outcome.target else "")
            )
    if not quiet:
        back = out is None and keep and not dry
        undo = _way_back(sources.folders, changed, records) if back else ""
        there = [path for path in paths if path not in missing]
        say(_summary(done, bad, total, there, dry=dry, undo=undo))
        for line in left_out(sources):
            say(line)
    return TROUBLE if bad else 0


def _summary(
    done: int, bad: int, total: Counts, paths: list[str], *, dry: bool, undo: str = ""
) -> str:
    """What was done, the command to go on with, and the one that takes it back."""
    words = [f"{counted(done, 'file')}, {total}"]
    if bad:
        words.append(f", {counted(bad, 'file')} not done")
    words.append(" (dry run, nothing written)." if dry else ".")
    if total.applied or total.pending or total.flagged:
        words.append(f" Next: cleaner diff {as_words(paths)}")
        if undo:
            words.append(f" (back: {undo})")
    return "".join(words)


def _way_back(folders: list[str], changed: list[str], records: str | None) -> str:
    """The command that takes back what was changed in place, folders named as wholes."""
    if not changed:
        return ""
    tops = [top for top in folders if any(Path(path).is_relative_to(top) for path in changed)]
    alone = [path for path in changed if not any(Path(path).is_relative_to(top) for top in tops)]
    kept = "" if records is None else f"--record={as_word(records)} "
    return f"cleaner undo {kept}{as_words(tops + alone)}"


def _filter(
    paths: list[str],
    settings: Callable[[], Settings],
    *,
    records: str | None,
    dry: bool,
    quiet: bool,
) -> int:
    """Clean standard input or one file to standard output; in trouble the original goes there."""
    from cleaner.config import Settings
    from cleaner.corpus import (
        Counts,
        clean_bytes,
        find_sources,
        keep_record,
        read_bytes,
        record_bytes,
    )

    sources = find_sources(paths, Settings())
    if sources.many:
        many = "a folder needs" if len(paths) == 1 and sources.folders else "several files need"
        raise UsageError(f"{many} -o DIR or -i to say where the results go")
    for trouble in sources.troubles:
        tell(str(trouble))
    if not sources.files:
        return TROUBLE
    source = sources.files[0]
    data = sys.stdin.buffer.read() if source.is_stdin else read_bytes(source.path)
    output, code, counts = data, 0, Counts()
    try:
        result = clean_bytes(data, source.path, settings())
        result.check_settled()
        counts, output = Counts.of(result), result.output
        if result.document.unsure:
            tell(f"{source.path}: {result.document.unsure}")
        if records is not None and result.changed and not dry:
            keep_record(Path(records), Path(source.below).name, record_bytes(result))
    except CleanerError as error:
        tell(f"{source.path}: {' '.join(str(error).split(chr(10)))} (passed on unchanged)")
        output, code = data, TROUBLE
    except Exception as error:  # noqa: BLE001 (a bug must not swallow the text)
        output, code = data, code_of(error)
    if not dry:
        write_bytes(output)
    if not quiet and not code:
        say(_summary(1, 0, counts, ["FILE"] if source.is_stdin else paths, dry=dry))
    return code


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("apply", short_help="clean files into a folder, in place, or as a filter")(
        guarded(apply)
    )
