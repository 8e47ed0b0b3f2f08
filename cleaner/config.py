"""Settings of a run: the defaults, the nearest configuration file, and what the command line says over both.

The file is `cleaner.toml`, or the table `[tool.cleaner]` of `pyproject.toml`, in the working folder or
the nearest folder above it. Its paths and globs are relative to its own folder. Keys:

    include, exclude   globs of files to take, or to leave out, where a directory is given
    rules              rule files to add after the built-in ones;  builtin = false leaves those out
    level              "safe" or "review"
    select, ignore     rule ids or families
    encoding, to       how files are read ("auto"), and what they are written as
    [paths."GLOB"]     level, select, ignore, rules, encoding for the files that match; later tables win;
                       and what they are, where the guess of `cleaner stats` is wrong: see `cleaner.overrides`

A glob without "/" is matched against the file name, one with "/" against the path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, cast

from cleaner.errors import UsageError, did_you_mean
from cleaner.model import Level
from cleaner.overrides import NAMES, NOTHING, Overrides, fault
from cleaner.rule import RuleSet
from cleaner.rulebook import load_rules

TEXT_FILES = ("*.txt", "*.md", "*.text")
"""What a directory is searched for where `include` does not say otherwise."""

_KINDS: dict[str, type] = {
    "include": list, "exclude": list, "rules": list, "select": list, "ignore": list,
    "builtin": bool, "level": str, "encoding": str, "to": str, "paths": dict,
}  # fmt: skip
_PER_PATH = ("level", "select", "ignore", "rules", "encoding", *NAMES)


@dataclass(frozen=True)
class Settings:
    """What a run is to do; picklable, so that it can be handed to other processes.

    `cache`: a folder in which it may be kept what was read of the rules.
    """

    level: Level = "safe"
    rules: tuple[str, ...] = ()
    builtin: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoding: str = "auto"
    to: str | None = None
    include: tuple[str, ...] = TEXT_FILES
    exclude: tuple[str, ...] = ()
    paths: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    flags: tuple[tuple[str, Any], ...] = ()
    overrides: Overrides = NOTHING
    file: str | None = None
    cache: str | None = None

    @property
    def folder(self) -> Path:
        """What globs are relative to: the folder of the configuration file, or the working folder."""
        return Path(self.file).parent if self.file else Path.cwd()

    def with_flags(self, **flags: object) -> Settings:
        """These settings with those of the command line over them; None and () leave them alone."""
        said = {name: value for name, value in flags.items() if value is not None and value != ()}
        return replace(self, **cast("dict[str, Any]", said), flags=tuple(said.items()))

    def for_path(self, path: str) -> Settings:
        """The settings for one file: per-path tables over the general ones, the command line over both."""
        found: dict[str, Any] = {}
        for glob, values in self.paths:
            if self.matches(path, glob):
                found.update(values)
        return self._with(found) if found else self

    def _with(self, values: Mapping[str, Any]) -> Settings:
        """These settings with those of tables for paths over them, and the command line over both."""
        said = {name: value for name, value in values.items() if name in NAMES}
        own = {name: value for name, value in values.items() if name not in NAMES}
        return replace(self, **(own | dict(self.flags)), overrides=Overrides.of(said))

    def matches(self, path: str, glob: str) -> bool:
        """Whether a path (as the user gave it) matches a glob of the configuration."""
        if "/" not in glob:
            return fnmatchcase(Path(path).name, glob)
        return fnmatchcase(_below(path, self.folder), glob)

    def wanted(self, path: str) -> bool:
        """Whether a file found in a directory is to be taken; `.TXT` is taken for `.txt`."""
        name = Path(path)
        spellings = {path, str(name.with_suffix(name.suffix.lower()))}
        is_kind = any(self.matches(each, glob) for each in spellings for glob in self.include)
        return is_kind and not self.excluded(path)

    def excluded(self, path: str) -> bool:
        """Whether a file found in a directory is to be left out, whatever its kind."""
        return any(self.matches(path, glob) for glob in self.exclude)

    def rule_set(self) -> RuleSet:
        """The rules of these settings; each combination is loaded once."""
        return _rule_set(self.rules, self.builtin, self.select, self.ignore, self.cache)

    def check(self) -> None:
        """Load every rule set that a run may need, so that a broken one stops it before any work."""
        self.rule_set()
        for _, values in self.paths:
            own = self._with(dict(values))
            own.rule_set().check_source(own.overrides.source)


@cache
def _rule_set(
    rules: tuple[str, ...],
    builtin: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    cache: str | None,
) -> RuleSet:
    remembered = Path(cache) if cache else None
    return load_rules(rules, builtin=builtin, select=select, ignore=ignore, remembered=remembered)


def _below(path: str, folder: Path) -> str:
    full = Path.cwd() / path
    return full.relative_to(folder).as_posix() if full.is_relative_to(folder) else full.as_posix()


def find_config(start: Path) -> Path | None:
    """The nearest configuration file: `cleaner.toml`, or a `pyproject.toml` that has `[tool.cleaner]`."""
    for folder in (start, *start.parents):
        own = folder / "cleaner.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "cleaner" in _toml(project).get("tool", {}):
            return project
    return None


def read_config(file: Path | None) -> Settings:
    """The settings of a configuration file (None: the defaults).

    Raises `UsageError`, with file and line, for a file that cannot be read, an unknown key or a bad value.
    """
    if file is None:
        return Settings()
    file = Path.cwd() / file
    table = _toml(file)
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("cleaner", {})
    values = _checked(file, table, tuple(_KINDS))
    per_path = values.pop("paths", {})
    paths = []
    for glob, own in per_path.items():
        if not isinstance(own, dict):
            raise UsageError(f'{_place(file, glob)}: paths."{glob}" must be a table')
        paths.append((glob, tuple(_checked(file, own, _PER_PATH).items())))
    return Settings(**values, paths=tuple(paths), file=str(file))


def _toml(file: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  many folders have no such file

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: is not valid TOML: {error}") from None


def _checked(file: Path, table: dict[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """A table with its keys and kinds checked, lists made tuples, and rule files made absolute."""
    out: dict[str, Any] = {}
    for key, value in table.items():
        where = _place(file, key)
        if key not in known and key in NAMES:
            raise UsageError(f"{where}: '{key}' is for a table of paths: [paths.\"*\"]")
        if key not in known:
            raise UsageError(f"{where}: unknown setting '{key}'{did_you_mean(key, known)}")
        if key in NAMES:
            if wrong := fault(key, value):
                raise UsageError(f"{where}: {wrong}")
            out[key] = value
            continue
        kind = _KINDS[key]
        if not isinstance(value, kind):
            names = {
                list: "a list of strings",
                bool: "true or false",
                str: "a string",
                dict: "a table",
            }
            raise UsageError(f"{where}: '{key}' must be {names[kind]}")
        if kind is list:
            value = cast("list[Any]", value)
            if not all(isinstance(item, str) for item in value):
                raise UsageError(f"{where}: '{key}' must be a list of strings")
            value = tuple(value)
        if key == "level" and value not in ("safe", "review"):
            raise UsageError(f"{where}: 'level' must be safe or review, not '{value}'")
        if key == "rules":
            value = tuple(str(file.parent / item) for item in value)
        out[key] = value
    return out


def _place(file: Path, key: str) -> str:
    """The file, and the line on which a key stands, as near as can be told."""
    find = re.compile(
        rf"^\s*(\[.*)?[\"']?{re.escape(key)}[\"']?\s*(=|\.|\])|\b{re.escape(key)}\s*="
    )
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if find.search(line):
            return f"{file}:{number}"
    return str(file)
