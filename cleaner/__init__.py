"""Repair damaged Chinese text by rule files; every change is recorded, explained and can be undone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cleaner.engine import Cleaned
    from cleaner.model import Change, Level, Patch
    from cleaner.rule import Rule, RuleSet
    from cleaner.rulebook import load_rules

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

_HOMES = {
    "Change": "cleaner.model",
    "Cleaned": "cleaner.engine",
    "Level": "cleaner.model",
    "Patch": "cleaner.model",
    "Rule": "cleaner.rule",
    "RuleSet": "cleaner.rule",
    "load_rules": "cleaner.rulebook",
}


def __getattr__(name: str) -> object:
    # On demand, so that `cleaner --help` need not wait for numpy.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def clean(
    text: str,
    rules: RuleSet | None = None,
    *,
    level: Level = "safe",
    path: str | None = None,
    profile: Mapping[str, object] | None = None,
) -> Cleaned:
    """Clean a text with the given rules, or the built-in ones.

    `level`: "safe" applies what is certain, "review" also what is probable. `path` helps to pick source
    packs. `profile` says what the text is where the guess is wrong, as in `cleaner.toml`: {"wrap": 40}; see
    `cleaner.overrides`. Raises `TimeLimitError` if a rule's pattern runs away on this text, `UsageError` for a
    profile that there is not.
    """
    from cleaner.engine import run
    from cleaner.overrides import Overrides
    from cleaner.rulebook import default_rules

    rules = rules if rules is not None else default_rules()
    return run(rules, text, level=level, path=path, overrides=Overrides.of(profile or {}))
