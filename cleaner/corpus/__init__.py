"""From paths to results and back to disk: what to read, one result per file, many at once, safe writing."""

from cleaner.corpus.applying import Applied, Counts, apply_file, record_bytes
from cleaner.corpus.paths import Job, Source, Sources, Trouble, find_sources, plan_targets
from cleaner.corpus.recorded import find_recorded
from cleaner.corpus.records import keep_record, record_of, undo_file
from cleaner.corpus.result import Result, clean_bytes, clean_file, read_bytes
from cleaner.corpus.running import attempt, each

__all__ = [
    "Applied",
    "Counts",
    "Job",
    "Result",
    "Source",
    "Sources",
    "Trouble",
    "apply_file",
    "attempt",
    "clean_bytes",
    "clean_file",
    "each",
    "find_recorded",
    "find_sources",
    "keep_record",
    "plan_targets",
    "read_bytes",
    "record_bytes",
    "record_of",
    "undo_file",
]
