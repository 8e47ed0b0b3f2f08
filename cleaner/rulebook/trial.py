"""One rule on one text: what its examples are checked with."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.engine import apply_rule
from cleaner.offsets import splice
from cleaner.page import Page
from cleaner.rule import Rule


@dataclass(frozen=True)
class Trial:
    """What one rule alone made of a text at level review: the text after, and the flagged pieces."""

    after: str
    flags: tuple[str, ...]


def try_rule(rule: Rule, text: str) -> Trial:
    """Run one rule alone over a text, without its prefilter."""
    page = Page.of(text)
    step = apply_rule(rule, page, "review")
    if step is None:
        return Trial(text, ())
    flags = tuple(text[one.start : one.end] for one in step.held if one.level == "flag")
    return Trial(splice(text, step.starts, step.ends, step.afters), flags)
