"""From paths to results and back to disk: what to read, one result per file, many at once, safe writing."""

from cleaner.corpus.paths import Source, Sources, Target, Trouble, find_sources, plan_targets
from cleaner.corpus.result import Result, clean_bytes, clean_file, read_bytes
from cleaner.corpus.running import each

__all__ = [
    "Result",
    "Source",
    "Sources",
    "Target",
    "Trouble",
    "clean_bytes",
    "clean_file",
    "each",
    "find_sources",
    "plan_targets",
    "read_bytes",
]
