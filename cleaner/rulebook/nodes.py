"""YAML as a tree that knows where each thing stands, with every scalar left a string.

YAML's kindness is refused here: no `no` that is False, no key that silently wins over its double,
no anchors, aliases or tags, one document a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from cleaner.errors import Finding

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, a number, anything that is written as one word or text. Places are 1-based."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, in the order in which it is written, doubles included."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node: TypeAlias = Scalar | Items | Pairs


class Broken(Exception):
    """The file cannot be read any further; carries the one finding."""

    def __init__(self, file: str, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.finding = Finding(file, line, column, message)


def read_nodes(data: bytes, file: str, loader: Any = _LOADER) -> Node | None:
    """The tree of a YAML file, or None if it is empty. Raises `Broken` where it is not YAML we take."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Broken(file, line, 1, "the file is not UTF-8") from None
    try:
        return _Builder(file, yaml.parse(text, Loader=loader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise Broken(file, line, column, f"this is not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        line, column = _place_of_control(text)
        reason = str(error).split("\n")[0]
        raise Broken(file, line, column, f"this is not YAML: {reason}") from None


def _place_of_control(text: str) -> tuple[int, int]:
    """Where the first character stands that YAML does not allow."""
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad is None:
        return 1, 1
    at = bad.start()
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class _Builder:
    """Makes the tree from the events of the parser."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file, self.events = file, events

    def document(self) -> Node | None:
        root: Node | None = None
        seen = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise self.broken(event, "a second document; a pack is one document")
                seen = True
            elif isinstance(event, yaml.NodeEvent):
                root = self.node(event)
        return root

    def node(self, event: Any) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise self.broken(event, f"aliases (*{event.anchor}) are not allowed; write it out")
        if event.anchor is not None:
            raise self.broken(event, f"anchors (&{event.anchor}) are not allowed")
        if event.tag is not None:
            raise self.broken(event, f"tags ({event.tag}) are not allowed")
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, line, column)
        if kind is yaml.SequenceStartEvent:
            return Items(tuple(self.items()), line, column)
        return Pairs(tuple(self.pairs()), line, column)

    def items(self) -> Iterator[Node]:
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            yield self.node(event)

    def pairs(self) -> Iterator[tuple[Scalar, Node]]:
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            key = self.node(event)
            if not isinstance(key, Scalar):
                raise self.broken(event, "a key must be a word")
            yield key, self.node(next(self.events))

    def broken(self, event: Any, message: str) -> Broken:
        mark = event.start_mark
        return Broken(self.file, mark.line + 1, mark.column + 1, message)
