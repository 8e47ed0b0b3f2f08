"""The cleaned files below a folder: what `undo` takes where it is given one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from cleaner.corpus.paths import STDIN, Source, Sources, Trouble, unglobbed
from cleaner.corpus.records import listed, record_folders, stem_of
from cleaner.errors import RecordError

_RECORD = re.compile(r"(.+)\.[0-9a-f]{12}(?:\.\d+)?\.jsonl", re.DOTALL)


def find_recorded(arguments: Sequence[str], records: str | None = None) -> Sources:
    """The named files, and of named folders every file below that has a record, whatever its kind.

    Hidden files and folders are skipped. A folder without such a file is a trouble.
    """
    found = Sources()
    for name in unglobbed(arguments, found):
        if name == STDIN:
            found.troubles.append(Trouble(name, "is standard input; name the cleaned file"))
            continue
        if not Path(name).is_dir():
            found.files.append(Source(name, name))
            continue
        try:
            below = [Source(path, path) for path in _below(name, records)]
        except RecordError as error:
            found.troubles.append(Trouble(name, str(error)))
            continue
        found.files += below
        if not below:
            found.troubles.append(Trouble(name, "no file in this folder has a record"))
    return found


def _below(folder: str, records: str | None) -> Iterator[str]:
    @cache
    def stems(parent: Path) -> set[str]:
        names = (
            path.name for place in record_folders(parent / "x", records) for path in listed(place)
        )
        return {match[1] for match in map(_RECORD.fullmatch, names) if match}

    for here, folders, files in os.walk(folder):
        folders[:] = sorted(sub for sub in folders if not sub.startswith("."))
        for file in sorted(files):
            full = Path(here, file)
            real = full.resolve()
            if not file.startswith(".") and stem_of(real.name) in stems(real.parent):
                yield str(full)
