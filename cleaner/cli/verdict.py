"""When check and diff exit with 1."""

from __future__ import annotations

import enum
from collections import Counter
from typing import Annotated

import typer


class FailOn(enum.StrEnum):
    """What makes the exit code 1."""

    any = "any"
    changes = "changes"
    pending = "pending"
    flags = "flags"
    never = "never"


FailOnOption = Annotated[
    FailOn,
    typer.Option(
        "--fail-on", help="Exit with 1 only for these: changes to apply, pending, or flags."
    ),
]

_COUNTED = {
    FailOn.any: ("applied", "pending", "warning"),
    FailOn.changes: ("applied",),
    FailOn.pending: ("pending",),
    FailOn.flags: ("warning",),
    FailOn.never: (),
}


def exit_code(counts: Counter[str], fail_on: FailOn) -> int:
    """1 if something that is asked for is left to be done or decided, else 0."""
    return int(any(counts[name] for name in _COUNTED[fail_on]))
