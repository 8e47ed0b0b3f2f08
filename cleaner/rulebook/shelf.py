"""What was read of some rule files: sound rules, the names that are taken, and every fault of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cleaner.errors import Finding
from cleaner.rule import Pack, Rule

if TYPE_CHECKING:
    from cleaner.rulebook.nodes import Node
    from cleaner.rulebook.schema import Findings


@dataclass
class Names:
    """The names that are taken, over all packs: rule ids with their old ones, and packs; and where."""

    ids: dict[str, str] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)

    def claim_id(self, name: str, node: Node, findings: Findings) -> None:
        """Take a rule id, or note that it is taken."""
        first = self.ids.setdefault(name, f"{findings.file}:{node.line}")
        if first != f"{findings.file}:{node.line}":
            findings.add(node, f"duplicate rule id '{name}' (first in {first})")

    def claim_pack(self, name: str, node: Node, findings: Findings) -> None:
        """Take a name of a pack, or note that it is taken."""
        first = self.packs.setdefault(name, findings.file)
        if first != findings.file:
            findings.add(node, f"there is a pack '{name}' already: {first}")


@dataclass
class Shelf:
    """Packs by name and their rules, as far as they are sound; and what was found against the others."""

    packs: dict[str, Pack] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    found: list[Finding] = field(default_factory=list)
