"""Clean a file and put the result where it goes, its record first."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cleaner.config import Settings
from cleaner.corpus.paths import Job
from cleaner.corpus.records import check_free, keep_record
from cleaner.corpus.result import Result, clean_file
from cleaner.corpus.writing import replace_file
from cleaner.errors import OutputError
from cleaner.record import render


class Counts(NamedTuple):
    """How many changes were applied or are pending, how many places are flagged (warnings, notes)."""

    applied: int = 0
    pending: int = 0
    flagged: int = 0
    notes: int = 0

    @classmethod
    def of(cls, result: Result) -> Counts:
        """The counts of one result."""
        cleaned = result.cleaned
        flags = Counter(flag.severity for flag in cleaned.flags)
        return cls(len(cleaned.changes), len(cleaned.pending), flags["warning"], flags["info"])

    def plus(self, other: Counts) -> Counts:
        """The counts of both together."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))

    def __str__(self) -> str:
        done = f"{self.applied:,} change{'' if self.applied == 1 else 's'} applied"
        notes = f", {self.notes:,} note{'' if self.notes == 1 else 's'}" if self.notes else ""
        return f"{done}, {self.pending:,} pending, {self.flagged:,} flagged{notes}"


@dataclass(frozen=True)
class Applied:
    """What `apply` did with one file. `target` is None where nothing had to be written.

    `unsure`: what is to be said of an encoding that is only guessed.
    """

    counts: Counts
    changed: bool
    target: str | None = None
    unsure: str | None = None


def apply_file(job: Job, settings: Settings, *, force: bool = False, dry: bool = False) -> Applied:
    """Clean one file and write the result to its target; `dry` does all but write.

    The record is on disk before the file is replaced. Raises `UnsettledError`, `OutputError` and whatever
    cleaning raises; then nothing was replaced.
    """
    before = os.stat(job.path)  # noqa: PTH116
    result = clean_file(job.path, settings)
    if result.changed:
        result.check_settled()
    counts, unsure = Counts.of(result), result.document.unsure
    in_place = Path(os.path.realpath(job.path)) == job.target
    if dry or (in_place and not result.changed):
        return Applied(counts, result.changed, unsure=unsure)
    if in_place:
        _refuse_changed(job.path, before)
    same = not in_place and _holds(job.target, result.output)
    if not in_place and not same:
        check_free(job.target, job.records, source=result.data, force=force)
    if result.changed and job.records is not None:
        keep_record(job.records, job.target.name, record_bytes(result))
    if not same:
        replace_file(job.target, result.output, Path(job.path))
    return Applied(counts, result.changed, str(job.target), unsure)


def record_bytes(result: Result) -> bytes:
    """The record of a result."""
    return render(result.cleaned, result.encoded, result.data, result.rules.digest, result.path)


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except OSError:
        return False


def _refuse_changed(path: str, before: os.stat_result) -> None:
    now = os.stat(path)  # noqa: PTH116
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (
        before.st_ino,
        before.st_size,
        before.st_mtime_ns,
    ):
        raise OutputError("was changed by someone else while it was being cleaned; not written")
