"""Try one rule without a file: `rule_of("pattern", find="甲", replace="乙")`, then `try_rule(rule, text)`."""

from __future__ import annotations

from typing import Any

from cleaner.model import Level
from cleaner.operators import OPERATORS
from cleaner.rule import Rule
from cleaner.rulebook.trial import try_rule

__all__ = ["rule_of", "try_rule"]


def rule_of(operator: str, level: Level = "safe", **options: Any) -> Rule:
    """A rule of an operator with these options."""
    return Rule(
        id="test/rule", does="try", why="test", operator=operator, options=options, level=level,
        make=lambda: OPERATORS[operator](**options),
    )  # fmt: skip
