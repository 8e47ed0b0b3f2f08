"""Typed, strict reading of a mapping: every fault is noted with its place, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.errors import Finding, closest, did_you_mean
from cleaner.rulebook.nodes import Items, Node, Pairs, Scalar


class Findings:
    """Collects the faults of one file into a list that may be shared."""

    def __init__(self, file: str, found: list[Finding]) -> None:
        self.file, self.found = file, found

    def add(self, node: Node, message: str) -> None:
        """Note a fault at a node."""
        self.found.append(Finding(self.file, node.line, node.column, message))

    def __len__(self) -> int:
        return len(self.found)


class Entry:
    """A mapping with known keys. `where` names it in messages: "rule 'web/breadcrumb'".

    `noun`: what its keys are called.
    """

    def __init__(
        self,
        node: Node,
        findings: Findings,
        where: str,
        known: Iterable[str],
        required: Iterable[str] = (),
        noun: str = "key",
    ) -> None:
        self.node, self.findings, self.where, self.noun = node, findings, where, noun
        self.values: dict[str, Node] = {}
        if not isinstance(node, Pairs):
            findings.add(node, f"{where} must be a mapping (key: value), not a {kind_of(node)}")
            return
        known = tuple(known)
        meant = {self._take(key, value, known) for key, value in node.pairs}
        for name in required:
            if name not in meant:
                findings.add(node, f"missing {noun} '{name}' in {where}")
            elif is_empty(self.values.get(name)):
                findings.add(self.at(name), f"'{name}' in {where} is empty")

    def _take(self, key: Scalar, value: Node, known: tuple[str, ...]) -> str:
        """Take a key in. Returns the key that is meant, so that a misspelt one is not missing too."""
        name = key.value
        if name not in known:
            close = closest(name, known)
            hint = f" (did you mean '{close}'?)" if close else ""
            self.findings.add(key, f"unknown {self.noun} '{name}' in {self.where}{hint}")
            return close
        if name in self.values:
            self.findings.add(key, f"duplicate {self.noun} '{name}' in {self.where}")
        else:
            self.values[name] = value
        return name

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def at(self, key: str) -> Node:
        """The node of a key, or of the mapping where the key is absent."""
        return self.values.get(key, self.node)

    def text(self, key: str, default: str = "") -> str:
        """A string."""
        node = self.values.get(key)
        if node is None:
            return default
        if not isinstance(node, Scalar):
            self.findings.add(
                node, f"'{key}' in {self.where} must be a text, not a {kind_of(node)}"
            )
            return default
        return node.value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, none of them empty."""
        node = self.values.get(key)
        return () if node is None else read_texts(node, self.findings, f"'{key}' in {self.where}")

    def truth(self, key: str) -> bool:
        """Whether it says true; false where absent."""
        if key not in self.values:
            return False
        word = self.text(key)
        if word not in ("true", "false"):
            self.findings.add(self.at(key), f"'{key}' in {self.where} must be true or false")
        return word == "true"

    def choice(self, key: str, words: tuple[str, ...], default: str = "") -> str:
        """One of some words."""
        if key not in self.values:
            return default
        word = self.text(key)
        if word in words:
            return word
        node = self.at(key)
        if isinstance(node, Scalar):
            hint = did_you_mean(word, words) or f" (one of: {', '.join(words)})"
            self.findings.add(node, f"unknown {key} '{word}' in {self.where}{hint}")
        return default

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list."""
        node = self.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.findings.add(
                node, f"'{key}' in {self.where} must be a list, not a {kind_of(node)}"
            )
            return ()
        return node.items


def is_empty(node: Node | None) -> bool:
    """Whether a node is an empty text."""
    return isinstance(node, Scalar) and not node.value


def kind_of(node: Node) -> str:
    """What a node is, in plain words."""
    if isinstance(node, Scalar):
        return "text"
    return "list" if isinstance(node, Items) else "mapping"


def read_texts(node: Node, findings: Findings, where: str) -> tuple[str, ...]:
    """A list of strings; faults are noted."""
    if not isinstance(node, Items):
        findings.add(node, f"{where} must be a list of texts, not a {kind_of(node)}")
        return ()
    out = []
    for item in node.items:
        if not isinstance(item, Scalar):
            findings.add(item, f"{where} must be a list of texts; this is a {kind_of(item)}")
        elif not item.value:
            findings.add(item, f"{where} has an empty text")
        else:
            out.append(item.value)
    return tuple(out)
