"""Runs rules over a text, in order, each on what the rule before it left, and records every step.

One path for all uses: `run` makes the steps; `Cleaned` derives the changes from them when asked.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import merge
from itertools import chain

from cleaner.changes import Changes
from cleaner.compose import Placed, changes_of, compose
from cleaner.errors import CleanerError, TimeLimitError
from cleaner.exempt.sealed import UNSEALED, Spans, breaks, follow, seal_cited, sealed_spans
from cleaner.model import Change, Level, Patch, Patches
from cleaner.offsets import offsets
from cleaner.overrides import NOTHING, Overrides
from cleaner.page import Page
from cleaner.profile import Profile
from cleaner.rule import Rule, RuleSet
from cleaner.steps import Held, Step
from cleaner.text import NO_TEXT


@dataclass
class Cleaned:
    """A cleaned text with everything that was done to it."""

    source: str
    text: str
    level: Level
    path: str | None
    steps: list[Step]
    profile: Profile
    rules: tuple[Rule, ...] = field(repr=False, default=())

    @cached_property
    def _composed(self) -> tuple[Changes, list[Placed]]:
        return compose(self.source, self.text, self.steps, self.path)

    @cached_property
    def _held(self) -> list[Change]:
        return changes_of(*self._composed)

    @property
    def changes(self) -> Changes:
        """The applied changes in source order; objects are made as they are asked for."""
        return self._composed[0]

    @property
    def pending(self) -> list[Change]:
        """The probable repairs that this run did not apply."""
        return [change for change in self._held if change.status == "pending"]

    @property
    def flags(self) -> list[Change]:
        """What is damaged, or worth knowing, and is left as it is."""
        return [change for change in self._held if change.status == "flagged"]

    @property
    def hits(self) -> list[Change]:
        """Applied, pending and flagged, in source order."""
        return list(self.iter_hits())

    def iter_hits(self) -> Iterator[Change]:
        """The hits one by one, so that those of a large document need not all be there at once."""
        held = sorted(self._held, key=_in_source_order)
        return merge(self.changes, held, key=_in_source_order)

    def undo(self) -> str:
        """The source, restored from the cleaned text and the changes alone."""
        return self.changes.undo(self.text)


def _in_source_order(change: Change) -> tuple[int, int, str]:
    return change.start, change.end, change.status


def run(
    rules: RuleSet,
    text: str,
    *,
    level: Level = "safe",
    path: str | None = None,
    encoding: str = "utf-8",
    margin: float = 1.0,
    overrides: Overrides = NOTHING,
) -> Cleaned:
    """Clean `text` with the rules that are for it; `level` "review" applies probable repairs too.

    `encoding`, `margin`: what the text was read as, and how sure that is (0 to 1). `overrides`: what a person says of it.
    Raises `UsageError` for a source pack that there is not, `TimeLimitError` if a rule's pattern runs away,
    `CleanerError` if a finder breaks its contract.
    """
    with _collector_paused():
        return _run(rules, Page(text, Profile(text, encoding, margin, overrides), path), level)


def _run(rules: RuleSet, page: Page, level: Level) -> Cleaned:
    text, profile, path = page.text, page.profile, page.path
    seal_cited(page)
    sources = profile.used["sources"] = rules.sources(text, path, profile.overrides.source)
    chosen = rules.with_sources(sources)
    steps = []
    chars = page.chars  # they only ever become more
    spelt = frozenset(rules.needed.spelt(chars))
    for rule in chosen:
        needs = rule.needs
        if needs and (spelt.isdisjoint(needs) or not page.has(spelt.intersection(needs))):
            continue
        step = apply_rule(rule, page, level)
        if step is None:
            continue
        steps.append(step)
        if len(step.starts):
            follow(page, step.starts, step.ends, step.afters)
            changed = page.after(step.starts, step.ends, step.afters)
            page.close()
            page = changed
            if new := page.inserted - chars:
                chars |= new
                spelt |= frozenset(rules.needed.newly_spelt(chars, new))
    page.close()
    return Cleaned(text, page.text, level, path, steps, profile, chosen)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing is searched for unreachable cycles meanwhile: a run makes few, and keeps most of what it makes to its end.

    To look at all of it again and again takes an eighth of the time that a long text needs. Who has switched the collector
    off finds it so.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def continued(first: Cleaned, again: Cleaned) -> Cleaned:
    """Two runs as one, the second on the text that the first one left. What waits or is flagged is so in the end."""
    steps = [replace(step, held=[]) for step in first.steps] + again.steps
    own = first.source, again.text, first.level, first.path
    return Cleaned(*own, steps, first.profile, first.rules)


def apply_rule(rule: Rule, page: Page, level: Level) -> Step | None:
    """What one rule does to a page at a level, or None if it finds nothing."""
    try:
        sealed = sealed_spans(page)  # of the moment: what this rule seals counts from the next on
        found = rule.finder(page)
        if isinstance(found, Patches):
            if not page.profile.undecodable and not sealed.starts:
                return _step_of_columns(rule, page, found, level)
            found = _rows(found)
        patches = iter(found)
        for first in patches:
            return _step_of_patches(rule, page, chain((first,), patches), level, sealed)
        return None
    except TimeoutError:
        raise TimeLimitError(
            f"rule {rule.id}: its pattern exceeded the time limit on this text"
        ) from None


def _step_of_columns(rule: Rule, page: Page, found: Patches, level: Level) -> Step | None:
    if not len(found.starts):
        return None
    if rule.level == "flag" or (rule.level == "review" and level == "safe"):
        return _step_of_patches(rule, page, _rows(found), level, UNSEALED)
    if bool((found.starts[1:] < found.ends[:-1]).any()):
        raise CleanerError(f"rule {rule.id}: its patches overlap")
    return Step(rule, found.starts, found.ends, found.afters)


def _rows(found: Patches) -> Iterator[Patch]:
    columns = zip(found.starts.tolist(), found.ends.tolist(), found.afters, strict=True)
    return (Patch(start, end, after) for start, end, after in columns)


def _step_of_patches(
    rule: Rule, page: Page, found: Iterable[Patch], level: Level, sealed: Spans
) -> Step | None:
    text = page.text
    starts: list[int] = []
    ends: list[int] = []
    afters: list[str] = []
    levels: dict[int, Level] = {}
    messages: dict[int, str] = {}
    held: list[Held] = []
    here = 0
    for patch in found:
        start, end, after, own, message, candidates = patch
        if start < here or end < start or end > len(text):
            raise CleanerError(
                f"rule {rule.id}: its patch [{start}, {end}) overlaps another or leaves the text"
            )
        same = text[start:end] == after
        strength = own or rule.level
        if same and strength != "flag":
            continue
        if strength == "flag":
            after = text[start:end]
        elif page.profile.undecodable and NO_TEXT.search(text, start, end):
            continue  # a byte that does not decode, or NUL, is never inside a patch
        elif sealed.starts and breaks(sealed, start, end, after):
            continue
        if strength == "flag" or (strength == "review" and level == "safe"):
            held.append(Held(start, end, after, strength, message, candidates))
            continue
        here = end
        if own is not None and own != rule.level:
            levels[len(starts)] = own
        if message:
            messages[len(starts)] = message
        starts.append(start)
        ends.append(end)
        afters.append(after)
    if not starts and not held:
        return None
    return Step(rule, offsets(starts), offsets(ends), afters, levels, messages, held)
