"""How often each rule hits, in which documents, and what a document is taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cleaner.corpus import Result
from cleaner.explain import Anatomy
from cleaner.page import Page
from cleaner.rule import RuleSet


@dataclass(frozen=True)
class DocumentStats:
    """One document: what it is taken for, and its hits by rule.

    `counts` counts the hits by kind: applied, pending, rejected, warning or info; `hits` counts (rule id,
    kind) pairs, where a change that several rules made together counts for each of them. `margin`: how
    sure the encoding is, 0 to 1. `folded`: its full-width forms were folded to half-width. `packs`: the
    source packs that are for it. `anatomy`: its paragraphs, wraps and kinds of lines.
    """

    path: str
    encoding: str
    margin: float
    bom: bool
    line_ends: str
    characters: int
    chinese_marks: bool
    folded: bool
    digit_borders: tuple[int, int]
    packs: tuple[str, ...]
    anatomy: Anatomy
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
            "encoding": self.encoding,
            "margin": round(self.margin, 3),
            "bom": self.bom,
            "line_ends": self.line_ends,
            "characters": self.characters,
            "profile": {
                "chinese_marks": self.chinese_marks,
                "folded": self.folded,
                "digit_borders": list(self.digit_borders),
                "paragraphs": self.anatomy.paragraphs,
                "wraps": list(self.anatomy.wraps),
                "lines": self.anatomy.shares,
            },
            "packs": list(self.packs),
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
    packs = [pack.name for pack in result.rules.packs.values() if pack.is_source]
    fitting = {rule.pack for rule in now.rules}
    return DocumentStats(
        path=result.path,
        encoding=document.encoding,
        margin=document.margin,
        bom=document.bom,
        line_ends=ends if isinstance(ends, str) else "mixed",
        characters=len(now.source),
        chinese_marks=now.profile.shows_ideographic_marks,
        folded=now.profile.folded,
        digit_borders=now.profile.digit_borders,
        packs=tuple(pack for pack in packs if pack in fitting),
        anatomy=Anatomy.of(Page(now.source, now.profile, now.path)),
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
        fits.update(document.packs)
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
