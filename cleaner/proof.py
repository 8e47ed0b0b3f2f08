"""Proves rules by their examples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cleaner.errors import CleanerError, Finding, RulesError
from cleaner.rule import Example, Rule, RuleSet
from cleaner.rulebook import load_rules
from cleaner.rulebook.trial import try_rule


def check_rules(paths: Iterable[str | Path]) -> list[Finding]:
    """Every fault of these rule files, as files and by their examples; none means they are sound."""
    try:
        return prove(load_rules(paths, builtin=False))
    except RulesError as error:
        return error.findings


def prove(rules: RuleSet) -> list[Finding]:
    """Run every example of every rule, each under its rule alone."""
    return [
        Finding(rule.place[0], example.line, 1, f"rule '{rule.id}': {fault}")
        for rule in rules.rules
        for example in rule.examples
        for fault in _faults(rule, example)
    ]


def _faults(rule: Rule, example: Example) -> list[str]:
    try:
        faults = list(_wrong(rule, example))
    except (CleanerError, ValueError) as error:
        faults = [f"the example fails: {error}"]
    if not example.todo:
        return faults
    return [] if faults else ["the example is marked 'todo' but works: take the mark away"]


def _wrong(rule: Rule, example: Example) -> Iterable[str]:
    trial = try_rule(rule, example.text)
    wanted = example.text if example.after is None else example.after
    if trial.after != wanted:
        yield f"the example should give {wanted!r}, it gives {trial.after!r}"
    if trial.flags != (example.flags or ()):
        yield f"the example should flag {example.flags or ()}, it flags {trial.flags}"
    if example.after is not None and try_rule(rule, wanted).after != wanted:
        yield f"a second run would change {wanted!r} again"
