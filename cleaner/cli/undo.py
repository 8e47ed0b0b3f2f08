"""`cleaner undo`: the original back from the record."""

from __future__ import annotations

import click

from cleaner.cli import options as opt
from cleaner.cli.output import counted
from cleaner.cli.trouble import TROUBLE, guarded, say, tell


@click.command(short_help="give files their originals back, byte for byte")
@click.argument(
    "files",
    metavar="PATH...",
    nargs=-1,
    required=True,
    help="Cleaned files, or folders: every file below that has a record.",
)
@click.option("--one", is_flag=True, help="Go back one step, not to the oldest original.")
@opt.record_folder
@opt.quiet
@guarded
def undo(files: tuple[str, ...], one: bool, record: str | None, quiet: bool) -> int:
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
            say(f"{file.path}: {said}")
    return TROUBLE if bad else 0
