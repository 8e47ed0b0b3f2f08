"""A rule and an ordered set of rules: what the rulebook makes and the engine runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from cleaner.errors import UsageError
from cleaner.model import Level, Severity
from cleaner.page import Finder


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: a `before` that becomes `after`, or raises `flags`, or a text to keep.

    `flags` are the flagged spans' texts. `todo`: known not to work yet (a strict expected failure).
    """

    text: str
    after: str | None = None
    flags: tuple[str, ...] | None = None
    note: str = ""
    todo: bool = False
    line: int = 0
    column: int = 0

    @property
    def keeps(self) -> bool:
        """Whether nothing may happen to the text."""
        return self.after is None and self.flags is None


@dataclass(frozen=True)
class Rule:
    """One rule, as its YAML entry says. `make` builds the finder from the operator, once, when needed."""

    id: str
    does: str
    why: str
    operator: str
    options: Mapping[str, Any]
    level: Level
    make: Callable[[], Finder] = field(repr=False, compare=False)
    needs: tuple[str, ...] = ()
    severity: Severity = "warning"
    message: str = ""
    evidence: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    was: tuple[str, ...] = ()
    pack: str = ""
    place: tuple[str, int] = ("", 0)

    @cached_property
    def finder(self) -> Finder:
        """The operator's finder with this rule's options."""
        return self.make()


@dataclass(frozen=True, slots=True)
class Pack:
    """A rule file. A source pack says for which documents it is; others are for all."""

    name: str
    title: str
    version: str
    file: str
    paths: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def is_source(self) -> bool:
        """Whether the pack is for some documents only."""
        return bool(self.paths or self.texts)

    def fits(self, text: str, path: str | None) -> bool:
        """Whether the pack is for this document: its path matches, or it holds one of the texts."""
        if not self.is_source:
            return True
        if path is not None and any(fnmatchcase(path, glob) for glob in self.paths):
            return True
        return any(part in text for part in self.texts)


@dataclass(frozen=True)
class RuleSet:
    """Rules in the order in which they run, and the packs that they come from, by name."""

    rules: tuple[Rule, ...]
    packs: Mapping[str, Pack]
    digest: str = ""

    @cached_property
    def needed(self) -> Mapping[str, list[str]]:
        """The words that the rules need, by their first characters."""
        words: dict[str, list[str]] = {}
        for word in dict.fromkeys(word for rule in self.rules for word in rule.needs):
            words.setdefault(word[0], []).append(word)
        return words

    def for_document(
        self, text: str, path: str | None = None, source: str | None = None
    ) -> tuple[Rule, ...]:
        """The rules whose packs are for this document, in order. `source`: the one source pack that is, or "none"."""
        self.check_source(source)
        fits = {
            name: pack.fits(text, path) if source is None or not pack.is_source else name == source
            for name, pack in self.packs.items()
        }
        return tuple(rule for rule in self.rules if fits.get(rule.pack, True))

    def check_source(self, source: str | None) -> None:
        """Raise `UsageError` if this is not the name of a source pack, nor "none"."""
        known = [name for name, pack in self.packs.items() if pack.is_source]
        if source not in (None, "none", *known):
            raise UsageError(f"no source pack '{source}' (one of: {', '.join([*known, 'none'])})")

    def sources(self, rules: tuple[Rule, ...]) -> tuple[str, ...]:
        """The source packs of some of the rules."""
        named = {rule.pack for rule in rules}
        return tuple(name for name, pack in self.packs.items() if pack.is_source and name in named)
