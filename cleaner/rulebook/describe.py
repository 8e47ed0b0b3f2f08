"""The operators and their options in words, from the table: the reference part of rules/README.md."""

from __future__ import annotations

import inspect
from collections.abc import Mapping

from cleaner.operators import OPERATORS
from cleaner.rulebook.options import Operator, Option, options_of

BEGIN = "<!-- operators: made from the program; do not edit by hand -->"
END = "<!-- end of operators -->"


def operators_described(operators: Mapping[str, Operator] = OPERATORS) -> str:
    """Every operator, by name: what it does, and a table of its options. Markdown."""
    return "\n\n".join(_described(name, operators[name]) for name in sorted(operators))


def with_operators(page: str) -> str:
    """A page with the part between the marks made anew. Raises `ValueError` if a mark is missing."""
    head, rest = page[: page.index(BEGIN)], page[page.index(END) :]
    return f"{head}{BEGIN}\n\n{operators_described()}\n\n{rest}"


def _described(name: str, operator: Operator) -> str:
    parts = [f"### `{name}`", inspect.getdoc(operator) or ""]
    options = options_of(operator).values()
    if options:
        rows = [f"| `{one.name}` | {one.described} | {_default(one)} |" for one in options]
        parts.append("\n".join(["| option | takes | if left out |", "|---|---|---|", *rows]))
    else:
        parts.append("It has no options.")
    return "\n\n".join(parts)


def _default(option: Option) -> str:
    if option.required:
        return "must be given"
    value = option.default
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple):
        return ", ".join(f"`{item}`" for item in value) or "none"
    return f"`{value}`" if value else "nothing"
