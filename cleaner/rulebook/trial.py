"""One rule on one text, and whether it does what its examples say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from cleaner.engine import apply_rule
from cleaner.errors import CleanerError, Finding
from cleaner.offsets import splice
from cleaner.page import Page
from cleaner.rule import Example, Rule


@dataclass(frozen=True)
class Trial:
    """What one rule alone made of a text at level review: the text after, and the flagged pieces.

    `skipped`: the rule's prefilter would have skipped this text.
    """

    after: str
    flags: tuple[str, ...]
    skipped: bool


def try_rule(rule: Rule, text: str) -> Trial:
    """Run one rule alone over a text at level review, whatever its prefilter says."""
    page = Page.of(text)
    skipped = bool(rule.needs) and not page.has(rule.needs)
    step = apply_rule(rule, page, "review")
    if step is None:
        return Trial(text, (), skipped)
    flags = tuple(text[one.start : one.end] for one in step.held if one.level == "flag")
    return Trial(splice(text, step.starts, step.ends, step.afters), flags, skipped)


def examine_examples(rule: Rule) -> list[Finding]:
    """Every example that its rule does not live up to."""
    return [
        Finding(rule.place[0], example.line, example.column, f"{fault} (rule '{rule.id}')")
        for example in rule.examples
        for fault in _faults(rule, example)
    ]


def _faults(rule: Rule, example: Example) -> list[str]:
    try:
        faults = list(_wrong(rule, example))
    except (CleanerError, ValueError, IndexError, regex.error) as error:
        faults = [f"the example fails: {error}"]
    if not example.todo:
        return faults
    return [] if faults else ["the example is marked 'todo' but it works: take the mark away"]


def _wrong(rule: Rule, example: Example) -> Iterator[str]:
    text = example.text
    wanted = text if example.after is None else example.after
    flags = example.flags or ()
    trial = try_rule(rule, text)
    if example.keeps:
        if trial.after != text:
            yield f"this must stay, but it becomes {trial.after!r}"
        if trial.flags:
            yield f"this must stay without a flag, but {_listed(trial.flags)} is flagged"
        return
    if trial.after != wanted:
        yield f"this should become {wanted!r}, but it becomes {trial.after!r}"
    if trial.flags != flags:
        yield f"this should flag {_listed(flags)}, but it flags {_listed(trial.flags)}"
    if trial.skipped:
        yield f"the rule finds something here, but none of its needs is in the text: {rule.needs}"
    again = try_rule(rule, wanted).after
    if again != wanted:
        yield f"a second run would change the result again, to {again!r}"


def _listed(flags: tuple[str, ...]) -> str:
    return ", ".join(map(repr, flags)) or "nothing"
