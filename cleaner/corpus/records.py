"""Where records lie, how they are kept and found, and undo.

A record of `DIR/sub/name.txt` lies in `DIR/.cleaner/sub/`, with `-i` in `.cleaner/` beside the file; `--record`
takes the place of `DIR/.cleaner`. Its name is `name.txt.<first 12 of sha256(cleaned)>.jsonl`. None is ever
overwritten: where another source gave the same cleaned file, the next one ends in `.2.jsonl`, and
so on; the highest number is the latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from os import stat_result
from pathlib import Path

from cleaner.corpus.paths import RECORDS
from cleaner.corpus.writing import add_file, replace_file
from cleaner.errors import OutputError, RecordError, UsageError
from cleaner.record import Record, digest, parse, summary_of

_TRIES = 100
"""How often a number that another run takes first is given up for the next one."""

_LONGEST = 255 - len(".0123456789ab.99.jsonl")


def stem_of(name: str) -> str:
    """The file name, cut to what leaves room for the rest (in bytes of UTF-8)."""
    return name.encode("utf-8", "surrogateescape")[:_LONGEST].decode("utf-8", "ignore")


def _path(folder: Path, name: str, cleaned: str, number: int) -> Path:
    nth = f".{number}" if number > 1 else ""
    return folder / f"{stem_of(name)}.{cleaned[:12]}{nth}.jsonl"


def _kept(folder: Path, name: str, cleaned: str) -> list[Path]:
    """The records of a cleaned file in a folder, the latest first."""
    found: list[Path] = []
    for number in count(1):
        path = _path(folder, name, cleaned, number)
        if _state(path) is None:
            return found[::-1]
        found.append(path)
    raise AssertionError


def _state(path: Path) -> stat_result | None:
    """What bears this name, be it a link that leads nowhere, or None; `RecordError` if nobody may know."""
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(path.parent, error) from None


def _unreadable(path: Path, error: OSError) -> RecordError:
    return RecordError(f"{path}: cannot be read: {error.strerror or error}")


def keep_record(folder: Path, name: str, data: bytes) -> Path:
    """Write a record where `name` has its records, unless the latest one says the same already.

    The file is on disk when this returns. Raises `OutputError` if it cannot be written.
    """
    made = summary_of(data)
    if made is None:
        raise RecordError(f"{name}: its record is not whole")
    for _ in range(_TRIES):
        kept = _kept(folder, name, made[1])
        if kept and _summary(kept[0]) == made:
            return kept[0]
        path = _path(folder, name, made[1], len(kept) + 1)
        if add_file(path, data):
            return path
    raise OutputError(f"cannot write {path}: the name is taken, and {_TRIES} more were")


def _summary(path: Path) -> tuple[str, str] | None:
    """The digests in a record, or None if it cannot be read or is not whole."""
    try:
        return summary_of(path.read_bytes())
    except OSError:
        return None


def read_record(path: Path) -> Record:
    """Read a record; raises `RecordError` if it cannot be read or is damaged."""
    try:
        return parse(path.read_bytes(), str(path))
    except OSError as error:
        raise _unreadable(path, error) from None


def record_folders(file: Path, records: str | None = None) -> list[Path]:
    """The folders that may have records of a file, the nearest first."""
    if records is not None:
        top = Path(records)
        return [top, *sorted(path for path in top.rglob("*") if path.is_dir())]
    file = file.resolve()
    own = file.parent
    places = [(above / RECORDS, own.relative_to(above)) for above in (own, *own.parents)]
    return [top / below for top, below in places if top.is_dir()]


def find_record(folders: Iterable[Path], name: str, cleaned: str) -> Record | None:
    """The latest record of a cleaned file, known by its SHA-256, or None.

    Raises `RecordError` if the one that bears its name is damaged.
    """
    for folder in folders:
        for path in _kept(folder, name, cleaned):
            record = read_record(path)
            if record.cleaned_digest == cleaned:
                return record
    return None


def record_of(file: Path, records: str | None = None) -> Record | None:
    """The record of a file as it is now, or None if it is not what a record says was written."""
    return find_record(
        record_folders(file, records), file.resolve().name, digest(file.read_bytes())
    )


def _all_records(folders: Iterable[Path], name: str) -> Iterator[Path]:
    start = f"{stem_of(name)}."
    for folder in folders:
        for path in listed(folder):
            if path.name.startswith(start) and path.name.endswith(".jsonl"):
                yield path


def listed(folder: Path) -> list[Path]:
    """What is in a record folder, which need not be there; raises `RecordError` for one that is shut."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise _unreadable(folder, error) from None


@dataclass(frozen=True)
class Undone:
    """What undo did: the number of steps back (0: it is the original already).

    `other`: how many records lead to other states, because somebody changed the file between runs.
    """

    path: str
    steps: int
    other: int = 0


def undo_file(path: str, *, one: bool = False, records: str | None = None) -> Undone:
    """Give a file its original back, through all earlier records, or `one` step.

    Raises `RecordError` (the file untouched) if no record is of the file as it is now or one is damaged,
    `UsageError` if the file cannot be read, `OutputError` if it cannot be written.
    """
    file = Path(path).resolve()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}") from None
    folders = record_folders(file, records)
    seen, steps = {digest(data)}, 0
    while record := find_record(folders, file.name, digest(data)):
        if record.source_digest in seen:
            break
        data, steps = record.undo(data), steps + 1
        seen.add(digest(data))
        if one:
            break
    if steps:
        replace_file(file, data, file)
    elif not _is_source(folders, file.name, digest(data)):
        raise RecordError(_why_not(folders, file.name, digest(data)))
    # A folder that was named may hold records of other files of this name.
    other = 0 if one or records or not steps else _apart(folders, file.name, seen)
    return Undone(path, steps, other)


def _apart(folders: Iterable[Path], name: str, states: set[str]) -> int:
    """How many records of a name no chain of records joins to these states of the file."""
    made = map(_summary, _all_records(folders, name))
    others, known = [pair for pair in made if pair], set(states)
    while joined := [pair for pair in others if not known.isdisjoint(pair)]:
        known.update(*joined)
        others = [pair for pair in others if pair not in joined]
    return len(others)


def _is_source(folders: Iterable[Path], name: str, own: str) -> bool:
    for path in _all_records(folders, name):
        try:
            if read_record(path).source_digest == own:
                return True
        except RecordError:
            continue
    return False


def _why_not(folders: list[Path], name: str, own: str) -> str:
    known = sum(1 for _ in _all_records(folders, name))
    if not known:
        end = re.compile(rf"\.{own[:12]}(?:\.\d+)?\.jsonl\Z")
        others = (
            end.sub("", path.name)
            for folder in folders
            for path in listed(folder)
            if end.search(path.name)
        )
        if other := next(others, None):
            return f"there is no record of it, but one of {other}, with the same text: if it was renamed, name it so again"
        return "there is no record of it (in .cleaner beside it or above it, or --record DIR)"
    kept = (
        "its record is of another state"
        if known == 1
        else f"none of its {known} records is of it as it is now"
    )
    return f"was changed after it was cleaned: {kept}"


def is_ours(target: Path, folder: Path | None) -> bool:
    """Whether a file is, byte for byte, what one of its records says was written."""
    if folder is None:
        return False
    try:
        return find_record([folder], target.name, digest(target.read_bytes())) is not None
    except (OSError, RecordError):
        return False


def check_free(target: Path, records: Path | None, *, source: bytes, force: bool) -> None:
    """Raise `OutputError` if `target` holds what neither we nor the source could give again."""
    if force or not target.exists():
        return
    try:
        if target.read_bytes() == source:
            return
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror}") from None
    if not is_ours(target, records):
        written = records is not None and any(_all_records([records], target.name))
        why = (
            "was changed after we wrote it"
            if written
            else "exists and no record says that we wrote it"
        )
        raise OutputError(f"{target} {why}; --force overwrites it")
