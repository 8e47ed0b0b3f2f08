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
from cleaner.pairs import Wanted


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
    def needed(self) -> Wanted:
        """The words that the rules need."""
        return Wanted(word for rule in self.rules for word in rule.needs)

    @cached_property
    def source_packs(self) -> Mapping[str, Pack]:
        """The source packs that have rules here, by name."""
        named = {rule.pack for rule in self.rules}
        return {name: pack for name, pack in self.packs.items() if pack.is_source and name in named}

    def sources(
        self, text: str, path: str | None = None, source: str | None = None
    ) -> tuple[str, ...]:
        """The source packs that are for this document. `source`: the one that is, or "none"."""
        if source is None:
            packs = self.source_packs.items()
            return tuple(name for name, pack in packs if pack.fits(text, path))
        self.check_source(source)
        return tuple(name for name in self.source_packs if name == source)

    def with_sources(self, sources: tuple[str, ...]) -> tuple[Rule, ...]:
        """The rules for documents of these source packs, in order: theirs, and those for all documents."""
        known = self._with_sources.get(sources)
        if known is None:
            others = self.source_packs.keys() - sources
            known = tuple(rule for rule in self.rules if rule.pack not in others)
            self._with_sources[sources] = known
        return known

    @cached_property
    def _with_sources(self) -> dict[tuple[str, ...], tuple[Rule, ...]]:
        return {}

    def for_document(
        self, text: str, path: str | None = None, source: str | None = None
    ) -> tuple[Rule, ...]:
        """The rules whose packs are for this document, in order. `source`: the one source pack that is, or "none"."""
        return self.with_sources(self.sources(text, path, source))

    def check_source(self, source: str | None) -> None:
        """Raise `UsageError` if this is not the name of a source pack, nor "none"."""
        known = [name for name, pack in self.packs.items() if pack.is_source]
        if source not in (None, "none", *known):
            raise UsageError(f"no source pack '{source}' (one of: {', '.join([*known, 'none'])})")
