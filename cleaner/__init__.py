"""Repair damaged Chinese text by rule files; every change is recorded, explained and can be undone."""

from __future__ import annotations

from cleaner.engine import Cleaned, run
from cleaner.model import Change, Level, Patch
from cleaner.rule import Rule, RuleSet
from cleaner.rulebook import default_rules, load_rules

__all__ = [
    "Change",
    "Cleaned",
    "Level",
    "Patch",
    "Rule",
    "RuleSet",
    "clean",
    "load_rules",
]


def clean(
    text: str, rules: RuleSet | None = None, *, level: Level = "safe", path: str | None = None
) -> Cleaned:
    """Clean a text with the given rules, or the built-in ones.

    `level`: "safe" applies what is certain, "review" also what is probable. `path` helps to pick source
    packs. Raises `TimeLimitError` if a rule's pattern runs away on this text.
    """
    return run(rules if rules is not None else default_rules(), text, level=level, path=path)
