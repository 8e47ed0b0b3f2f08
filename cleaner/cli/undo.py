"""`cleaner undo`: the original back from the record."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.trouble import TROUBLE, guarded, printable, tell

Files = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Cleaned files.", show_default=False)
]
One = Annotated[bool, typer.Option("--one", help="Go back one step, not to the oldest original.")]


def undo(
    files: Files, one: One = False, record: opt.RecordFolder = None, quiet: opt.Quiet = False
) -> int:
    """Give files their originals back, byte for byte, through all earlier runs (--one: through one).

    A file that was changed after it was cleaned is refused.
    """
    from cleaner.corpus import Source, Trouble, attempt, undo_file

    bad = 0
    for path in files:
        outcome = attempt(
            lambda source: undo_file(source.path, one=one, records=record), Source(path, path)
        )
        if isinstance(outcome, Trouble):
            bad += 1
            tell(str(outcome))
        elif not quiet:
            steps = f"{outcome.steps} step{'' if outcome.steps == 1 else 's'} back"
            said = f"restored ({steps})" if outcome.steps else "already the original"
            print(printable(f"{path}: {said}"), file=sys.stderr)
    return TROUBLE if bad else 0


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("undo", short_help="give files their originals back, byte for byte")(guarded(undo))
