"""Writing results to standard output."""

from __future__ import annotations

import os
import shutil
import sys

from cleaner.cli.trouble import printable


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


def width() -> int:
    """The columns to write for: of the terminal, or as COLUMNS says, else 80; not less than 40."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said):
        return max(40, int(said))
    return max(40, shutil.get_terminal_size((80, 24)).columns) if sys.stdout.isatty() else 80
