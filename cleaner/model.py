"""The values that pass between the parts: patches (what a rule asks for) and changes (what was done)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Level = Literal["safe", "review", "flag"]
Severity = Literal["warning", "info"]
Status = Literal["applied", "pending", "rejected", "flagged"]
Offsets = npt.NDArray[np.int64]

STRENGTH: dict[Level, int] = {"safe": 0, "review": 1, "flag": 2}
"""Levels from strong to weak: where changes merge, the weakest level wins."""


class Verdict(NamedTuple):
    """How sure it is that a sentence goes on across a line end (None: it does not), and why, in words."""

    level: Level | None
    reason: str


class Patch(NamedTuple):
    """One repair that a rule asks for.

    `start` and `end` are code points in the page's text, end exclusive. A patch whose `after` equals
    the text is a flag. `level`, `message` and `candidates` override the rule's own for this place.
    """

    start: int
    end: int
    after: str
    level: Level | None = None
    message: str = ""
    candidates: tuple[str, ...] = ()


class Patches(NamedTuple):
    """Many patches of one rule as columns: sorted, not overlapping, at the rule's own level.

    `afters` is one string per patch; a plain `str` stands for one character per patch, which
    with spans of one character each is the cheap case (see `offsets.splice`).
    """

    starts: Offsets
    ends: Offsets
    afters: Sequence[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A recorded change or flag, in the terms of the source text (code points, end exclusive).

    `line` and `column` are 1-based. For a flag `before == after`. For what was not applied,
    `cleaned_start` and `cleaned_end` say where it would go.
    """

    path: str | None
    line: int
    column: int
    start: int
    end: int
    cleaned_start: int
    cleaned_end: int
    rules: tuple[str, ...]
    level: Level
    status: Status
    before: str
    after: str
    message: str
    key: str
    severity: Severity | None = None
    candidates: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The change as the JSON object of the record and of `--format jsonl`."""
        out: dict[str, Any] = {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "start": self.start,
            "end": self.end,
            "cleaned_start": self.cleaned_start,
            "cleaned_end": self.cleaned_end,
            "rules": list(self.rules),
            "level": self.level,
            "status": self.status,
            "before": self.before,
            "after": self.after,
            "message": self.message,
            "key": self.key,
        }
        if self.severity is not None:
            out["severity"] = self.severity
        if self.candidates:
            out["candidates"] = list(self.candidates)
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Change:
        """The change of a JSON object that `to_json` made; raises `LookupError` where a field is missing."""
        fields = {name: data[name] for name in _IN_JSON}
        return cls(
            **fields,
            rules=tuple(data["rules"]),
            severity=data.get("severity"),
            candidates=tuple(data.get("candidates", ())),
        )


_IN_JSON = (
    "path", "line", "column", "start", "end", "cleaned_start", "cleaned_end",
    "level", "status", "before", "after", "message", "key",
)  # fmt: skip
