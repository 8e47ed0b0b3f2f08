"""`cleaner undo`: the original back from the record."""

from __future__ import annotations

from typing import Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import counted
from cleaner.cli.trouble import TROUBLE, guarded, say, tell

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Cleaned files, or folders: every file below that has a record.",
        show_default=False,
    ),
]
One = Annotated[bool, typer.Option("--one", help="Go back one step, not to the oldest original.")]


def undo(
    files: Files, one: One = False, record: opt.RecordFolder = None, quiet: opt.Quiet = False
) -> int:
    """Give files their originals back, byte for byte, through all earlier runs (--one: through one).

    A file that was changed after it was cleaned is refused.
    """
    from cleaner.corpus import Trouble, attempt, find_recorded, undo_file

    found = find_recorded(files, record)
    bad = len(found.troubles)
    for trouble in found.troubles:
        tell(str(trouble))
    for file in found.files:
        outcome = attempt(lambda source: undo_file(source.path, one=one, records=record), file)
        if isinstance(outcome, Trouble):
            bad += 1
            tell(str(outcome))
        elif not quiet:
            steps = counted(outcome.steps, "step")
            said = f"restored ({steps} back)" if outcome.steps else "already the original"
            if outcome.other:
                said += f"; {counted(outcome.other, 'older record')} of it before it was changed by hand"
            say(f"{file.path}: {said}")
    return TROUBLE if bad else 0


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("undo", short_help="give files their originals back, byte for byte")(guarded(undo))
