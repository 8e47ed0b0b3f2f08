"""Run the command line in this process, in a folder of its own, with the rules of `trial.yaml`."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cleaner.cli import main

TRIAL = Path(__file__).with_name("trial.yaml")
CONFIG = f"rules = ['{TRIAL}']\nbuiltin = false\n"


class Ran(NamedTuple):
    """What a run said and how it ended."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said on stderr, line by line."""
        return self.err.splitlines()


def run(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run the command line with the streams caught."""
    streams = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    sys.stdout = io.TextIOWrapper(out, "utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, "utf-8", write_through=True)
    try:
        code = main(list(arguments))
        return Ran(code, out.getvalue(), err.getvalue().decode("utf-8"))
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams


def config(folder: Path) -> None:
    """Make the rules of the tests the ones of a folder."""
    (folder / "cleaner.toml").write_text(CONFIG, encoding="utf-8")


@contextmanager
def inside(folder: Path) -> Iterator[Path]:
    """Work in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield folder
    finally:
        os.chdir(before)


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder, records and settings left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cleaner" not in path.parts and path.suffix not in (".toml", ".yaml")
    }


def records(folder: Path) -> list[str]:
    """The names of all records of a folder, with the digest cut out."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob(".cleaner/**/*.jsonl")]
    return sorted(found)
