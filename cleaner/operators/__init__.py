"""The table of operators: the name in a rule file, and the factory that makes its finder.

An operator is a keyword-only factory `def pattern(*, find: str, replace: str = "") -> Finder`. Its
keyword parameters, with their annotations and defaults, are the schema of a rule's `with:`. It raises
`ValueError` (or `regex.error`) for options that make no sense.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.operators.adjacent_copy import adjacent_copy
from cleaner.operators.dates import dates
from cleaner.operators.impossible_date import impossible_date
from cleaner.operators.intruding_headline import intruding_headline
from cleaner.operators.join import join
from cleaner.operators.lines import lines
from cleaner.operators.misplaced_tail import misplaced_tail
from cleaner.operators.missing_separator import missing_separator
from cleaner.operators.mojibake import mojibake
from cleaner.operators.overlap import closing_overlap, open_overlap
from cleaner.operators.pattern import pattern
from cleaner.operators.script import script
from cleaner.operators.sign_off_date import sign_off_date
from cleaner.operators.spacing import spacing
from cleaner.operators.substitute import substitute
from cleaner.operators.tail import tail
from cleaner.operators.width import width
from cleaner.page import Finder

OPERATORS: dict[str, Callable[..., Finder]] = {
    "adjacent-copy": adjacent_copy,
    "closing-overlap": closing_overlap,
    "dates": dates,
    "impossible-date": impossible_date,
    "intruding-headline": intruding_headline,
    "join": join,
    "lines": lines,
    "misplaced-tail": misplaced_tail,
    "missing-separator": missing_separator,
    "mojibake": mojibake,
    "open-overlap": open_overlap,
    "pattern": pattern,
    "script": script,
    "sign-off-date": sign_off_date,
    "spacing": spacing,
    "substitute": substitute,
    "tail": tail,
    "width": width,
}
