"""What went wrong, as one line on stderr and an exit code; never a traceback, never exit code 1."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps

import typer

from cleaner.errors import CleanerError, RulesError, told_as_bug

TROUBLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

# Controls, and the marks that turn the direction of what follows or break the line.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def tell(message: str) -> None:
    """One line on stderr, with the name of the program."""
    with suppress(OSError):  # if nobody can be told, the exit code still says it
        say(f"cleaner: {message}")


def say(line: str) -> None:
    """One line on stderr."""
    print(printable(visible(line)), file=sys.stderr)


def visible(line: str) -> str:
    """A line in which nothing steers the terminal: a file name may hold an escape or a newline."""
    return _UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", line)


def printable(text: str) -> str:
    """A text that can be written as UTF-8: bytes that did not decode are shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def code_of(error: BaseException) -> int:
    """Tell what went wrong, and give the exit code for it."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else TROUBLE
    if isinstance(error, BrokenPipeError):
        return BROKEN_PIPE
    if isinstance(error, KeyboardInterrupt) or type(error).__name__ == "Abort":
        tell("interrupted")
        return INTERRUPTED
    if isinstance(error, RulesError):
        for finding in error.findings:
            tell(str(finding))
    elif isinstance(error, CleanerError):
        tell(str(error))
    elif isinstance(error, OSError):
        tell(f"{error.filename or 'standard output'}: {error.strerror or error}")
    elif type(error).__name__ == "NoArgsIsHelpError":
        with suppress(OSError):
            print(error, file=sys.stderr)
    elif hasattr(error, "format_message"):  # click's own: an unknown option, a missing argument
        tell(f"{' '.join(error.format_message().split())} (see cleaner --help)")
    else:
        tell(told_as_bug(error))
    return TROUBLE


def open_streams() -> None:
    """Give the program the standard streams that its caller has closed; writing to stdout then fails."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        handle = os.open(os.devnull, os.O_RDONLY)
        sys.stdout = open(handle, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def flushed(code: int) -> int:
    """The exit code once stdout has been flushed, which may fail at the last moment, too."""
    try:
        sys.stdout.flush()
    except OSError as error:
        code = code_of(error)
        # The interpreter would complain when it flushes at its end.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def guarded(command: Callable[..., int]) -> Callable[..., None]:
    """A command for Typer from a function that returns its exit code: nothing it raises gets out.

    (Typer itself would exit 1 for a broken pipe, which reads as "changes pending".)
    """

    @wraps(command)
    def run(*args: object, **options: object) -> None:
        try:
            code = command(*args, **options)
        except (typer.Exit, typer.BadParameter):
            raise
        except BaseException as error:  # noqa: BLE001
            code = code_of(error)
        raise typer.Exit(code)

    return run
