"""From what the user named to the files to read, and to the places where results go."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path, PurePosixPath

from cleaner.config import Settings
from cleaner.errors import UsageError

STDIN = "-"
RECORDS = ".cleaner"


@dataclass(frozen=True)
class Source:
    """A file to read. `path`: as the user named it; `below`: its path below the common parent."""

    path: str
    below: str

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.path == STDIN


@dataclass(frozen=True)
class Trouble:
    """Why one file was not done, in one line."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


@dataclass
class Sources:
    """The files to read, in order, and what could not be found or entered.

    `many`: whether more than one file was asked for (several arguments, or a directory), so that the
    results cannot go to standard output. `folders`: the directories that were named. `others`: how many
    files in them are of no kind that is read. `hidden`: how many of a kind that is read are hidden.
    """

    files: list[Source] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    many: bool = False
    others: int = 0
    hidden: int = 0


def find_sources(arguments: Sequence[str], settings: Settings) -> Sources:
    """Expand files, directories (recursively), globs and "-" to sources; each file is taken once.

    Directories give what `settings` include; hidden files and folders are skipped and links to folders
    not followed. What is missing becomes a trouble. Raises `UsageError` for "-" beside other paths.
    """
    if STDIN in arguments:
        if len(arguments) > 1:
            raise UsageError("'-' (standard input) cannot be given together with other paths")
        return Sources([Source(STDIN, "stdin")])
    found = Sources()
    named = list(unglobbed(arguments, found))
    found.folders = [name for name in named if Path(name).is_dir()]
    found.many = len(named) > 1 or bool(found.folders)
    parent = _common_parent(named)
    seen: set[str] = set()
    for name in named:
        for path in _files(name, settings, found):
            full = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links)
            if full not in seen:
                seen.add(full)
                below = PurePosixPath(os.path.relpath(full, parent)).as_posix()
                found.files.append(Source(path, below))
    return found


def unglobbed(arguments: Iterable[str], found: Sources) -> Iterator[str]:
    """The arguments with globs replaced by what they match, as a shell would."""
    for name in arguments:
        if os.path.lexists(name) or not has_magic(name):
            yield name
            continue
        matched = sorted(glob(name, recursive=True))  # noqa: PTH207 (keeps the spelling of the user)
        if not matched:
            found.troubles.append(Trouble(name, "no file matches this pattern"))
        yield from matched


def _common_parent(named: Sequence[str]) -> str:
    """The folder that targets are relative to: of one directory itself, of files their parent."""
    full = [os.path.abspath(name) for name in named]  # noqa: PTH100
    if not full:
        return os.getcwd()  # noqa: PTH109
    folders = [path if Path(path).is_dir() else os.path.dirname(path) for path in full]  # noqa: PTH120
    return os.path.commonpath(folders)


def _files(name: str, settings: Settings, found: Sources) -> Iterator[str]:
    """The files that one argument stands for."""
    path = Path(name)
    try:
        path.stat()
    except OSError as error:
        found.troubles.append(Trouble(name, _said(error, "no such file or directory")))
        return
    if not path.is_dir():
        yield name
        return

    def blocked(error: OSError) -> None:
        found.troubles.append(Trouble(str(error.filename), _said(error, "cannot be entered")))

    for folder, folders, files in os.walk(name, onerror=blocked):
        folders[:] = sorted(sub for sub in folders if not sub.startswith("."))
        for file in sorted(files):
            full = os.path.join(folder, file)  # noqa: PTH118 (keeps "./")
            if file.startswith("."):
                found.hidden += settings.wanted(full)
            elif not settings.wanted(full):
                found.others += not settings.excluded(full)
            elif Path(full).is_file():
                yield full
            else:
                found.troubles.append(Trouble(full, "is a broken link or no regular file"))


def _said(error: OSError, otherwise: str) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or directory"
    return (error.strerror or otherwise)[:1].lower() + (error.strerror or otherwise)[1:]


@dataclass(frozen=True)
class Job(Source):
    """A source with the place where its result goes, and the folder of its record (None: no record)."""

    target: Path
    records: Path | None


def plan_targets(
    sources: Sources, out: str | None, *, records: str | None = None, keep: bool = True
) -> list[Job]:
    """A target for each source: below `out`, or (None) the file itself, behind any link.

    `records` overrides the place of the records; without `keep` there are none. Raises `UsageError`
    before anything is written: `out` inside an input, a target that is an input, or two sources with
    one target.
    """
    if out in ("", "-"):
        raise UsageError(
            f"-o {out or repr(out)}: -o takes a folder; without it one file, or standard input,"
            " goes to standard output"
        )
    if out is not None:
        _refuse_inside(out, sources.folders)
    jobs = []
    inputs = {_real(source.path): source.path for source in sources.files}
    taken: dict[Path, str] = {}
    for source in sources.files:
        target = _real(source.path) if out is None else Path(out, source.below)
        place = _real(str(target))
        if place in taken:
            raise UsageError(f"{taken[place]} and {source.path} have one target: {target}")
        if out is not None and place in inputs:
            raise UsageError(f"{target}: is the input {inputs[place]}; -i changes files in place")
        taken[place] = source.path
        top = None if out is None else Path(out)
        folder = _record_folder(source, target, top, records) if keep else None
        jobs.append(Job(source.path, source.below, target, folder))
    return jobs


def _record_folder(source: Source, target: Path, top: Path | None, records: str | None) -> Path:
    """Folders below DIR are mirrored in the record folder, so that equal names do not meet."""
    if records is not None:
        return Path(records, source.below).parent
    if top is None:
        return target.parent / RECORDS
    return Path(top, RECORDS, source.below).parent


def _refuse_inside(out: str, folders: Iterable[str]) -> None:
    for folder in folders:
        if _real(out).is_relative_to(_real(folder)):
            raise UsageError(f"-o {out} lies inside the input {folder}")


def _real(path: str) -> Path:
    return Path(os.path.realpath(path))
