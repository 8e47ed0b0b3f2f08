"""The table of operators: the name in a rule file, and the factory that makes its finder.

An operator is a keyword-only factory `def pattern(*, find: str, replace: str = "") -> Finder`. Its
keyword parameters, with their annotations and defaults, are the schema of a rule's `with:`. It raises
`ValueError` (or `regex.error`) for options that make no sense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from cleaner.page import Finder

NAMES = (
    "adjacent-copy",
    "alien-ending",
    "announced-count",
    "balance",
    "byline",
    "calls",
    "closing-overlap",
    "dates",
    "doubled-line",
    "entities",
    "former-wraps",
    "homoglyphs",
    "html-table",
    "impossible-date",
    "injected",
    "inner-headline",
    "inner-note",
    "interleaved",
    "intruder",
    "join",
    "lines",
    "marker",
    "misplaced-tail",
    "misread-letters",
    "misread-once",
    "misread-pairs",
    "missing-separator",
    "mojibake",
    "name-dot",
    "number-letters",
    "open-overlap",
    "page-furniture",
    "page-shell",
    "part-whole",
    "pattern",
    "private-use",
    "quotes",
    "radicals",
    "readings",
    "repeated-item",
    "repeated-paragraph",
    "repeated-word",
    "scraps",
    "script",
    "sign-off-date",
    "slipped-marks",
    "slipped-passage",
    "spaced-words",
    "spacing",
    "spread-rows",
    "stray-blanks",
    "substitute",
    "tags",
    "tail",
    "truncated",
    "twin-term",
    "two-versions",
    "unreadable",
    "watermark",
    "width",
)
"""All operators. `page-furniture` is the function `page_furniture` of the module of that name, but for `HOMES`."""

HOMES = {"closing-overlap": "overlap", "open-overlap": "overlap"}
"""The modules of those that share one."""


class Operators(Mapping[str, Callable[..., Finder]]):
    """The operators by name, each imported when it is first asked for: few documents need them all."""

    def __getitem__(self, name: str) -> Callable[..., Finder]:
        if name not in NAMES:
            raise KeyError(name)
        factory = name.replace("-", "_")
        module = import_module(f"{__name__}.{HOMES.get(name, factory)}")
        found: Callable[..., Finder] = getattr(module, factory)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


OPERATORS = Operators()


def making(name: str, options: Mapping[str, Any]) -> Callable[[], Finder]:
    """What makes the finder of an operator with these options when it is called; nothing is imported before."""
    return partial(_made, name, options)


def _made(name: str, options: Mapping[str, Any]) -> Finder:
    return OPERATORS[name](**options)
