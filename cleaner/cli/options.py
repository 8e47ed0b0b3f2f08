"""The options that several commands share, and the settings made of them and of the configuration file."""

from __future__ import annotations

import enum
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from cleaner.config import Settings


class LevelName(enum.StrEnum):
    """The levels that a run can be given."""

    safe = "safe"
    review = "review"


class ColorWhen(enum.StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


class Format(enum.StrEnum):
    """How an answer is written: for people, or one JSON object a line."""

    text = "text"
    jsonl = "jsonl"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, directories, globs, or - for standard input.",
        show_default=False,
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules", metavar="FILE", help="Add a rule file after the built-in ones (may be repeated)."
    ),
]
NoBuiltin = Annotated[bool, typer.Option("--no-builtin", help="Leave the built-in rules out.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="ID",
        help="Run only these rules or families (repeat, or divide by commas).",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="ID",
        help="Leave out these rules or families (repeat, or divide by commas).",
    ),
]
LevelOption = Annotated[
    LevelName | None,
    typer.Option(
        "--level",
        help="safe: what is certain; review: also what is probable. [default: safe]",
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Read files as this encoding. [default: auto]"),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="utf-8", help="Write UTF-8, whatever the source's encoding was."),
]
ConfigFile = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings; else the nearest cleaner.toml or pyproject.toml.",
    ),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", metavar="N", min=1, help="Work in N processes.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but what went wrong.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say more.")]
Color = Annotated[ColorWhen, typer.Option("--color", help="Colour the output.")]
RecordFolder = Annotated[
    str | None, typer.Option("--record", metavar="DIR", help="Keep the records in this folder.")
]

Recorded = Annotated[
    str | None,
    typer.Option("--record", metavar="DIR", help="Look for records of cleaned files here."),
]
NotRecorded = Annotated[
    bool, typer.Option("--no-record", help="Look for no records: show what a run would do now.")
]


def settings_of(
    *,
    rules: list[str] | None = None,
    no_builtin: bool = False,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    level: LevelName | None = None,
    encoding: str | None = None,
    to: str | None = None,
    config: str | None = None,
) -> Settings:
    """The settings of a run: defaults, configuration file, command line, each over the one before.

    The rules are loaded once here, so that a broken rule file stops the run before any work.
    """
    from cleaner.config import find_config, read_config
    from cleaner.decode import named

    found = Path(config) if config is not None else find_config(Path.cwd())
    settings = replace(read_config(found), cache=cache_folder()).with_flags(
        rules=tuple(rules or ()),
        builtin=False if no_builtin else None,
        select=_words(select),
        ignore=_words(ignore),
        level=level.value if level else None,
        encoding=encoding,
        to=to,
    )
    if settings.encoding != "auto":
        named(settings.encoding)
    settings.check()
    return settings


def cache_folder() -> str | None:
    """Our folder among the caches of the user; None where the user has no place for them."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if not base.is_absolute():
        home = {"win32": os.environ.get("LOCALAPPDATA", ""), "darwin": "~/Library/Caches"}
        with suppress(RuntimeError):  # a user without a home
            base = Path(home.get(sys.platform, "~/.cache")).expanduser()
    return str(base / "cleaner") if base.is_absolute() else None


def _words(values: list[str] | None) -> tuple[str, ...]:
    return tuple(
        word.strip() for value in values or () for word in value.split(",") if word.strip()
    )


def colored(when: ColorWhen, stream: object) -> bool:
    """Whether to colour what goes to a stream: as asked, else on a terminal, unless NO_COLOR is set."""
    if when is not ColorWhen.auto:
        return when is ColorWhen.always
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return bool(is_terminal) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
