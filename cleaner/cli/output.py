"""Writing results to standard output."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from cleaner.cli.trouble import printable, visible

if TYPE_CHECKING:
    from cleaner.corpus.paths import Sources


def write(text: str) -> None:
    """Text and its newline to stdout; what stdout cannot hold is written as escapes."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(printable(text).encode(encoding, "backslashreplace").decode(encoding) + "\n")


def write_bytes(data: bytes) -> None:
    """Bytes to stdout, as they are."""
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:
        # Unbuffered (PYTHONUNBUFFERED), one write takes only what the pipe has room for.
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def counted(number: int, noun: str) -> str:
    """A number and its noun: "1 file", "2,000 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def left_out(sources: Sources) -> list[str]:
    """The line of a summary on the files that a walk through folders did not take, if there are some."""
    others, hidden = sources.others, sources.hidden
    parts = [f"{counted(others, 'file')} of other kinds"] if others else []
    parts += [counted(hidden, "hidden file")] if hidden else []
    if parts:
        them = "it" if others + hidden == 1 else "them"
        return [f"{' and '.join(parts)} left out; name {them} to read {them}"]
    if sources.folders and not (sources.files or sources.troubles):
        return [f"no file to read in {as_words(sources.folders)}"]
    return []


def as_words(paths: Sequence[str], most: int = 3) -> str:
    """Paths as a shell takes them, the first few of many; none of them reads as an option."""
    words = " ".join(map(as_word, paths[:most])) + (" …" if len(paths) > most else "")
    dashed = any(path.startswith("-") and path != "-" for path in paths[:most])
    return f"-- {words}" if dashed else words


def as_word(path: str) -> str:
    """A path as one word of a shell, with what cannot be seen spelt out (bash, zsh)."""
    if visible(path) == path == printable(path):
        return quote(path)
    spelt = os.fsencode(path).replace(b"\\", b"\\\\").replace(b"'", b"\\'")
    chars = spelt.decode("utf-8", "surrogateescape")
    return "$'" + "".join(_spelt(char) for char in chars) + "'"


def _spelt(char: str) -> str:
    """A character between $' and ', as bash and zsh read it."""
    if visible(char) == char == printable(char):
        return char
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogateescape"))


def width() -> int:
    """The columns to write for: of the terminal, or as COLUMNS says, else 80; not less than 40."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said):
        return max(40, int(said))
    return max(40, shutil.get_terminal_size((80, 24)).columns) if sys.stdout.isatty() else 80
