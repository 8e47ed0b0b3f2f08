"""Rules of one pattern each, made without rule files, and what they do to a text."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from cleaner.engine import Cleaned, run
from cleaner.model import Level, Patch, Severity
from cleaner.page import Page
from cleaner.rule import Rule, RuleSet


def rule(
    name: str,
    find: str,
    replace: str = "",
    *,
    level: Level = "safe",
    does: str = "",
    message: str = "",
    severity: Severity = "warning",
    candidates: tuple[str, ...] = (),
) -> Rule:
    """A rule that replaces every match of a pattern."""
    finder = regex.compile(find, regex.MULTILINE | regex.VERSION1)

    def found(page: Page) -> Iterable[Patch]:
        for match in finder.finditer(page.text):
            yield Patch(*match.span(), match.expand(replace), candidates=candidates)

    return Rule(
        id=name, does=does or f"do {name}", why="", operator="pattern", options={}, level=level,
        make=lambda: found, severity=severity, message=message,
    )  # fmt: skip


def cleaned(text: str, *rules: Rule, level: Level = "safe", path: str | None = None) -> Cleaned:
    """The text cleaned with these rules."""
    return run(RuleSet(tuple(rules), {}), text, level=level, path=path)
