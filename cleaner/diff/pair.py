"""Original and cleaned of one file: cleaned now, or as the record of an earlier run says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cleaner.clusters import Clusters
from cleaner.config import Settings
from cleaner.corpus import clean_bytes, record_of
from cleaner.corpus.paths import STDIN
from cleaner.decode import text_of_cleaned
from cleaner.diff.unified import unified
from cleaner.diff.view import View
from cleaner.engine import Cleaned
from cleaner.errors import RecordError
from cleaner.model import Change
from cleaner.record import Record


@dataclass(frozen=True)
class Pair:
    """A file before and after, as bytes and as text, with every hit in source order.

    `recorded`: the file is a cleaned one, and all this comes from its record, named in `note`. Else `cleaned` is
    the run that all this comes from.
    """

    path: str
    before: bytes
    after: bytes
    source: str
    text: str
    hits: Sequence[Change]
    clusters: Clusters
    recorded: bool = False
    note: str = ""
    cleaned: Cleaned | None = field(default=None, repr=False)

    @cached_property
    def view(self) -> View:
        """What a diff for people needs of it."""
        return View(self.path, self.source, self.hits, self.recorded, self.note)

    def patch(self, name: str | None = None) -> bytes:
        """The patch that makes `before` into `after`; raises `UsageError` for UTF-16."""
        own = (self.source, self.text, self.clusters)
        return unified(name or self.path, self.before, self.after, *own)


def pair_of(
    data: bytes,
    path: str,
    settings: Settings,
    *,
    records: str | None = None,
    use_records: bool = True,
) -> Pair:
    """The pair of a file: from its record if it is a cleaned file, else by cleaning it.

    `records` is the folder of the records where it is not the usual one. Raises what cleaning raises,
    and `RecordError` if the record is damaged.
    """
    record = record_of(Path(path), records) if use_records and path != STDIN else None
    if record is not None:
        return _recorded(record, data, path)
    result = clean_bytes(data, path, settings)
    now = result.cleaned
    clusters = now.changes.clusters
    return Pair(path, data, result.output, now.source, now.text, result.hits, clusters, cleaned=now)


def _recorded(record: Record, data: bytes, path: str) -> Pair:
    before = record.undo(data)
    text = text_of_cleaned(data, record.header)
    source = record.undo_text(text)
    try:
        hits = [Change.from_json(change) for change in record.changes]
    except (LookupError, TypeError) as error:
        raise RecordError(f"{record.name}: is damaged: a change lacks {error}") from None
    note = f"as recorded in {record.name}"
    return Pair(path, before, data, source, text, hits, record.clusters, True, note)
