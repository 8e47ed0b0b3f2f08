"""The table of operators: the name in a rule file, and the factory that makes its finder.

An operator is a keyword-only factory `def pattern(*, find: str, replace: str = "") -> Finder`. Its
keyword parameters, with their annotations and defaults, are the schema of a rule's `with:`. It raises
`ValueError` (or `regex.error`) for options that make no sense.
"""

from __future__ import annotations

from collections.abc import Callable

from cleaner.operators.pattern import pattern
from cleaner.page import Finder

OPERATORS: dict[str, Callable[..., Finder]] = {
    "pattern": pattern,
}
