"""The options that several commands share, and the settings made of them and of the configuration file."""

from __future__ import annotations

import enum
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cleaner.config import Settings

Command = TypeVar("Command", bound="Callable[..., int]")


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


paths = click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    help="Files, directories, globs, or - for standard input.",
)
rules = click.option(
    "--rules",
    metavar="FILE",
    multiple=True,
    help="Add a rule file after the built-in ones (may be repeated).",
)
no_builtin = click.option("--no-builtin", is_flag=True, help="Leave the built-in rules out.")
select = click.option(
    "--select",
    metavar="ID",
    multiple=True,
    help="Run only these rules or families (repeat, or divide by commas).",
)
ignore = click.option(
    "--ignore",
    metavar="ID",
    multiple=True,
    help="Leave out these rules or families (repeat, or divide by commas).",
)
level = click.option(
    "--level",
    type=click.Choice(LevelName),
    help="safe: what is certain; review: also what is probable. [default: safe]",
)
encoding = click.option(
    "--encoding", metavar="NAME", help="Read files as this encoding. [default: auto]"
)
to = click.option("--to", metavar="utf-8", help="Write UTF-8, whatever the source's encoding was.")
config = click.option(
    "--config", metavar="FILE", help="Settings; else the nearest cleaner.toml or pyproject.toml."
)
jobs = click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1, help="Work in N processes."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
color = click.option(
    "--color", type=click.Choice(ColorWhen), default=ColorWhen.auto, help="Colour the output."
)
record_folder = click.option("--record", metavar="DIR", help="Keep the records in this folder.")
recorded = click.option("--record", metavar="DIR", help="Look for records of cleaned files here.")


def formats(kinds: type[enum.StrEnum], about: str) -> Callable[[Command], Command]:
    """The option that says how the answer is written, the first kind if nothing is said."""
    return click.option("--format", type=click.Choice(kinds), default=next(iter(kinds)), help=about)


def settings_of(
    *,
    rules: Sequence[str] = (),
    no_builtin: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
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
        rules=tuple(rules),
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


def _words(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def colored(when: ColorWhen, stream: object) -> bool:
    """Whether to colour what goes to a stream: as asked, else on a terminal, unless NO_COLOR is set."""
    if when is not ColorWhen.auto:
        return when is ColorWhen.always
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return bool(is_terminal) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
