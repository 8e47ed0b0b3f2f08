"""The record of one cleaned file: JSON lines that are enough to undo and to replay what was done.

Line 1 is the header, every other line a change, in source order: applied, pending, rejected and flagged. This
module makes and reads the bytes of a record; where records lie is known to `corpus.records`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from io import BytesIO
from typing import Any, cast

import numpy as np

from cleaner.clusters import Clusters
from cleaner.decode import Encoded, decode, restore_bytes, text_of_cleaned
from cleaner.engine import Cleaned
from cleaner.errors import CleanerError, RecordError
from cleaner.offsets import offsets, splice
from cleaner.taken import Taken

FORMAT = 1
_NEEDED = (
    "source_sha256",
    "cleaned_sha256",
    "encoding",
    "bom",
    "line_ends",
    "exceptions",
    "changes",
)


def digest(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal: how records know files."""
    return sha256(data).hexdigest()


def json_line(value: Mapping[str, Any]) -> str:
    """One JSON object on one line, Chinese left readable; half surrogates (broken bytes) are escaped."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True)
    return line


def render(cleaned: Cleaned, encoded: Encoded, source: bytes, rules: str, path: str) -> bytes:
    """The bytes of the record of a cleaned file. `rules` is the digest of the rule set."""
    habits = cleaned.profile
    header = {
        "record": FORMAT,
        "cleaner": program_version(),
        "rules": rules,
        "level": cleaned.level,
        "path": path,
        "source_sha256": digest(source),
        "cleaned_sha256": digest(encoded.data),
        **encoded.header,
        "profile": {"chinese_marks": habits.shows_ideographic_marks, **Taken.of(cleaned).to_json()},
        "changes": len(cleaned.changes) + len(cleaned.pending) + len(cleaned.flags),
    }
    out = BytesIO()
    out.write(json_line(header).encode("utf-8") + b"\n")
    for hit in cleaned.iter_hits():
        out.write(json_line(hit.to_json()).encode("utf-8") + b"\n")
    return out.getvalue()


@cache
def program_version() -> str:
    """The version of this package as it is installed."""
    # It loads half of the standard library, and only a record asks for it.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("cleaner")
    except PackageNotFoundError:
        return "0"


@dataclass(frozen=True)
class Record:
    """A record as it was read. `name` is what messages call it."""

    name: str
    header: dict[str, Any]
    changes: list[dict[str, Any]]

    @property
    def source_digest(self) -> str:
        """SHA-256 of the bytes before."""
        return str(self.header["source_sha256"])

    @property
    def cleaned_digest(self) -> str:
        """SHA-256 of the bytes after."""
        return str(self.header["cleaned_sha256"])

    @cached_property
    def applied(self) -> list[dict[str, Any]]:
        """The changes that were made, in order."""
        return [change for change in self.changes if change["status"] == "applied"]

    @cached_property
    def clusters(self) -> Clusters:
        """Which spans of source and cleaned text correspond."""
        names = ("start", "end", "cleaned_start", "cleaned_end")
        start, end, low, high = (
            offsets([change[name] for change in self.applied]) for name in names
        )
        return Clusters(start, end, low, high, np.zeros(len(self.applied), dtype=np.int64))

    def undo_text(self, cleaned: str) -> str:
        """The source text of a cleaned text."""
        at = self.clusters
        return splice(cleaned, at.starts, at.ends, [change["before"] for change in self.applied])

    def replay_text(self, source: str) -> str:
        """The cleaned text of a source text (law 3)."""
        at = self.clusters
        afters = [change["after"] for change in self.applied]
        return splice(source, at.source_starts, at.source_ends, afters)

    def undo(self, cleaned: bytes) -> bytes:
        """The source file, byte for byte. Raises `RecordError` if `cleaned` is not what was written."""
        if digest(cleaned) != self.cleaned_digest:
            raise RecordError(f"{self.name}: is not the record of this file as it is now")
        try:
            text = self.undo_text(text_of_cleaned(cleaned, self.header))
            source = restore_bytes(text, self.header)
        except (CleanerError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise self._damaged(error) from None
        if digest(source) != self.source_digest:
            raise RecordError(f"{self.name}: is damaged: it does not give the original back")
        return source

    def replay(self, source: bytes) -> bytes:
        """The cleaned file, byte for byte. Raises `RecordError` if `source` is not what was read."""
        if digest(source) != self.source_digest:
            raise RecordError(f"{self.name}: is the record of another source")
        try:
            document = decode(source, self.header["encoding"])
            text = self.replay_text(document.text)
            cleaned = document.encode(text, self.clusters, to=self.header.get("to")).data
        except (CleanerError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise self._damaged(error) from None
        if digest(cleaned) != self.cleaned_digest:
            raise RecordError(f"{self.name}: is damaged: it does not give the cleaned file")
        return cleaned

    def _damaged(self, error: Exception) -> RecordError:
        return RecordError(f"{self.name}: is damaged: {error}")


def parse(data: bytes, name: str) -> Record:
    """Read a record; raises `RecordError`, with the line, for one that is cut off or no record at all."""
    if not data.endswith(b"\n"):
        raise RecordError(f"{name}: is cut off")
    rows = _objects(data[:-1].split(b"\n"), name)
    header, changes = rows[0], rows[1:]
    missing = [key for key in _NEEDED if key not in header]
    if missing or header.get("record") != FORMAT:
        raise RecordError(f"{name}:1: is no header of a record of format {FORMAT}")
    if header["changes"] != len(changes):
        raise RecordError(
            f"{name}: is cut off: it has {len(changes)} of {header['changes']} changes"
        )
    for number, change in enumerate(changes, start=2):
        if not _is_change(change):
            raise RecordError(f"{name}:{number}: is no change")
    return Record(name, header, changes)


def _objects(lines: list[bytes], name: str) -> list[dict[str, Any]]:
    """The JSON object of each line."""
    with suppress(ValueError):
        # All in one go: the keys of a million changes are then kept once.
        rows = json.loads(b"[%b]" % b",".join(lines))
        if len(rows) == len(lines) and all(isinstance(row, dict) for row in rows):
            return cast("list[dict[str, Any]]", rows)
    return [_object(line, f"{name}:{number}") for number, line in enumerate(lines, start=1)]


def _object(line: bytes, place: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        raise RecordError(f"{place}: is damaged: no JSON") from None
    if not isinstance(value, dict):
        raise RecordError(f"{place}: is damaged: no JSON object")
    return value


def summary_of(data: bytes) -> tuple[str, str] | None:
    """The digests of source and cleaned file in a record that is whole, without reading its changes."""
    header, _, changes = data.partition(b"\n")
    with suppress(RecordError, KeyError):
        found = _object(header, "")
        if changes.count(b"\n") == found["changes"] and data.endswith(b"\n"):
            return str(found["source_sha256"]), str(found["cleaned_sha256"])
    return None


def _is_change(change: Mapping[str, Any]) -> bool:
    spans = ("start", "end", "cleaned_start", "cleaned_end")
    return (
        all(isinstance(change.get(name), int) for name in spans)
        and all(isinstance(change.get(name), str) for name in ("status", "before", "after"))
    )  # fmt: skip
