"""What can go wrong, as one tree.

    CleanerError
    ├── UsageError       paths, options, configuration
    ├── RulesError       a rule file is broken; carries every finding
    ├── DecodeError      a file is not text in any encoding we read
    ├── TimeLimitError   a pattern ran away on this text
    ├── UnsettledError   cleaning the cleaned text would change it again
    ├── RecordError      a record is missing, damaged, or not of this file
    └── OutputError      a result could not be written

Each message is one line that a person can act on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class CleanerError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(CleanerError):
    """The request makes no sense: a missing path, two sources with one target, a bad setting."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault in a rule file. `line` and `column` are 1-based; 0 where there is no place."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"


class RulesError(CleanerError):
    """One or more faults in rule files; nothing runs with a broken rule."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class DecodeError(CleanerError):
    """The bytes are binary, or more than 1% of them decode in no known encoding."""


class TimeLimitError(CleanerError):
    """A rule's pattern did not finish within its time limit."""


class UnsettledError(CleanerError):
    """A second run would change the cleaned text again; names the rule and the place."""


class RecordError(CleanerError):
    """A record cannot be read, or does not belong to the file at hand."""


class OutputError(CleanerError):
    """A file could not be written; the old one is untouched."""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is meant, as far as can be told, or ""."""
    from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """What to add to a message about an unknown word: " (did you mean 'x'?)", or nothing."""
    close = closest(word, known)
    return f" (did you mean '{close}'?)" if close else ""


def told_as_bug(error: BaseException) -> str:
    """One line for an error that nobody foresaw: what, and where in this package."""
    place = ""
    step = error.__traceback__
    while step is not None:
        folder, _, name = step.tb_frame.f_code.co_filename.replace("\\", "/").rpartition(
            "/cleaner/"
        )
        if folder:
            place = f" at {name}:{step.tb_lineno}"
        step = step.tb_next
    said = " ".join(f"{type(error).__name__}: {error}".split("\n"))
    return f"a bug in cleaner, please report it: {said}{place}"
