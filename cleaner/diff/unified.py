"""A patch in unified format that `git apply` and `patch -p1` accept, made from the changes themselves.

Which lines differ follows from where the changes are; texts are searched for differences only where the
lines of the bytes are not those of the text (line ends that are a lone CR, a converted encoding).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cleaner.clusters import Clusters
from cleaner.errors import UsageError
from cleaner.offsets import offsets

CONTEXT = 3
"""Unchanged lines before and after each hunk."""

_UNFINISHED = b"\n\\ No newline at end of file\n"


class Span(NamedTuple):
    """Lines [a, b) of the old file that became lines [c, d) of the new one."""

    a: int
    b: int
    c: int
    d: int


def unified(
    path: str, before: bytes, after: bytes, source: str, text: str, clusters: Clusters
) -> bytes:
    """The patch that makes the bytes `before` into `after`; empty where they are equal.

    `source` and `text` are what they say, and `clusters` which spans of them correspond.

    Raises `UsageError` for UTF-16, whose lines no patch can hold.
    """
    if before == after:
        return b""
    if before[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in before:
        raise UsageError("a patch cannot hold UTF-16; use another format")
    old, new = _lines(before), _lines(after)
    spans = list(_trimmed(_touched(source, text, clusters), old, new))
    if not _leads(spans, old, new):
        spans = list(_searched(old, new))
    out = [_header(path)]
    for hunk in _hunks(spans):
        out.extend(_hunk(hunk, old, new))
    return b"".join(out)


def _lines(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _touched(source: str, text: str, at: Clusters) -> Iterator[Span]:
    """The lines that the changes are in; changes of one line together."""
    old, new = _newlines(source), _newlines(text)
    columns = (
        np.searchsorted(old, at.source_starts), np.searchsorted(old, at.source_ends),
        np.searchsorted(new, at.starts), np.searchsorted(new, at.ends),
    )  # fmt: skip
    held: Span | None = None
    for a, b, c, d in zip(*(column.tolist() for column in columns), strict=True):
        if held is not None and a < held.b:
            held = held._replace(b=b + 1, d=d + 1)
            continue
        if held is not None:
            yield held
        held = Span(a, b + 1, c, d + 1)
    if held is not None:
        yield held


def _newlines(text: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return offsets([at for at, char in enumerate(text) if char == "\n"])


def _trimmed(spans: Iterable[Span], old: list[bytes], new: list[bytes]) -> Iterator[Span]:
    """The spans without equal lines at their beginning and end; empty ones left out."""
    for a, b, c, d in spans:
        b, d = min(b, len(old)), min(d, len(new))
        while a < b and c < d and old[a] == new[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
        if a < b or c < d:
            yield Span(a, b, c, d)


def _leads(spans: list[Span], old: list[bytes], new: list[bytes]) -> bool:
    """Whether the spans make the old lines into the new ones."""
    made: list[bytes] = []
    here = 0
    for a, b, c, d in spans:
        made += old[here:a]
        made += new[c:d]
        here = b
    return [*made, *old[here:]] == new


def _searched(old: list[bytes], new: list[bytes]) -> Iterator[Span]:
    """The spans found by comparing lines."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Span(a, b, c, d)


def _hunks(spans: list[Span]) -> Iterator[list[Span]]:
    """Spans whose context would meet, together."""
    hunk: list[Span] = []
    for span in spans:
        if hunk and span.a - hunk[-1].b > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(span)
    if hunk:
        yield hunk


def _hunk(spans: list[Span], old: list[bytes], new: list[bytes]) -> Iterator[bytes]:
    first, last = spans[0], spans[-1]
    start, end = max(0, first.a - CONTEXT), min(len(old), last.b + CONTEXT)
    begin, close = first.c - (first.a - start), last.d + (end - last.b)
    yield f"@@ -{_range(start, end)} +{_range(begin, close)} @@\n".encode()
    here = start
    for a, b, c, d in spans:
        yield from _signed(b" ", old[here:a])
        yield from _signed(b"-", old[a:b])
        yield from _signed(b"+", new[c:d])
        here = b
    yield from _signed(b" ", old[here:end])


def _range(start: int, end: int) -> str:
    """The lines [start, end) as a hunk names them; of no lines the one before."""
    return f"{start + 1},{end - start}" if end > start else f"{start},0"


def _signed(sign: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield sign + line if line.endswith(b"\n") else sign + line + _UNFINISHED


def _header(path: str) -> bytes:
    old, new = (_quoted(f"{side}/{shown_path(path)}") for side in "ab")
    # A tab ends a name that has blanks in it, as git and diff write it.
    tab = b"\t" if b" " in old and not old.startswith(b'"') else b""
    return b"diff --git %b %b\n--- %b%b\n+++ %b%b\n" % (old, new, old, tab, new, tab)


def shown_path(path: str) -> str:
    """A path as a patch may name it: relative, without `..`."""
    name = os.path.normpath(path)
    if name.startswith("..") or Path(name).is_absolute():
        name = os.path.relpath(name)
        if name.startswith(".."):
            name = os.path.abspath(path)  # noqa: PTH100 (links are not to be followed)
    return Path(name).as_posix().lstrip("/")


_ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}


def _quoted(name: str) -> bytes:
    """A name as git writes it: between quotes, with escapes, if it holds quotes or control characters."""
    raw = os.fsencode(name)
    if not any(byte < 32 or byte in (34, 92, 127) for byte in raw):
        return raw
    out = bytearray(b'"')
    for byte in raw:
        if byte in _ESCAPES:
            out += b"\\" + _ESCAPES[byte].encode()
        elif byte < 32 or byte == 127:
            out += b"\\%03o" % byte
        else:
            out.append(byte)
    return bytes(out + b'"')
