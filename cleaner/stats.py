"""How often each rule hits, in which documents, and what a document is taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cleaner.corpus import Result
from cleaner.rule import RuleSet
from cleaner.taken import Taken


@dataclass(frozen=True)
class DocumentStats:
    """One document: what it is taken for, and its hits by rule.

    `counts` counts the hits by kind: applied, pending, rejected, warning or info; `hits` counts (rule id,
    kind) pairs, where a change that several rules made together counts for each of them. `chinese_marks`:
    whether it has any of 。、“”《》. `taken`: the rest of its profile.
    """

    path: str
    bom: bool
    line_ends: str
    characters: int
    chinese_marks: bool
    taken: Taken
    counts: Counter[str]
    hits: Counter[tuple[str, str]]

    def to_json(self) -> dict[str, Any]:
        """The document as one JSON object."""
        rules: Counter[str] = Counter()
        for (name, _), count in self.hits.items():
            rules[name] += count
        return {
            "kind": "document",
            "path": self.path,
            "encoding": self.taken.encoding,
            "margin": self.taken.margin,
            "bom": self.bom,
            "line_ends": self.line_ends,
            "characters": self.characters,
            "profile": {"chinese_marks": self.chinese_marks, **self.taken.to_json()},
            "packs": list(self.taken.sources),
            **{kind: self.counts[kind] for kind in KINDS},
            "rules": dict(rules),
        }


KINDS = ("applied", "pending", "rejected", "warning", "info")


@dataclass(frozen=True)
class RuleStats:
    """One rule: its hits by kind, in how many documents it hit, and how many it was for."""

    rule: str
    level: str
    documents: int
    asked: int
    counts: Counter[str]

    @property
    def hits(self) -> int:
        """All hits together."""
        return self.counts.total()

    def to_json(self) -> dict[str, Any]:
        """The rule as one JSON object."""
        counts = {kind: self.counts[kind] for kind in KINDS}
        return {
            "kind": "rule",
            "rule": self.rule,
            "level": self.level,
            "hits": self.hits,
            "documents": self.documents,
            "asked": self.asked,
            **counts,
        }


def document_stats(result: Result) -> DocumentStats:
    """The statistics of one cleaned file."""
    now, document = result.cleaned, result.document
    hits: Counter[tuple[str, str]] = Counter()
    for name, count in now.changes.per_rule().items():
        hits[name, "applied"] += count
    counts = Counter(applied=len(now.changes))
    for hit in (*now.pending, *now.flags):
        kind = hit.severity or hit.status
        hits[hit.rules[-1], kind] += 1
        counts[kind] += 1
    ends = document.line_ends
    return DocumentStats(
        path=result.path,
        bom=document.bom,
        line_ends=ends if isinstance(ends, str) else "mixed",
        characters=len(now.source),
        chinese_marks=now.profile.shows_ideographic_marks,
        taken=Taken.of(now),
        counts=counts,
        hits=hits,
    )


def rule_stats(rules: RuleSet, documents: Iterable[DocumentStats]) -> list[RuleStats]:
    """The statistics of each rule, in running order; rules that never hit too."""
    counts: dict[str, Counter[str]] = {rule.id: Counter() for rule in rules.rules}
    seen: Counter[str] = Counter()
    fits: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        fits.update(document.taken.sources)
        for (name, kind), count in document.hits.items():
            counts.setdefault(name, Counter())[kind] += count
        seen.update({name for name, _ in document.hits})
    levels = {rule.id: rule.level for rule in rules.rules}
    own = {rule.id: rules.packs.get(rule.pack) for rule in rules.rules}
    rows = []
    for name, kinds in counts.items():
        pack = own.get(name)
        asked = fits[pack.name] if pack is not None and pack.is_source else total
        rows.append(RuleStats(name, levels.get(name, ""), seen[name], asked, kinds))
    return rows
