"""YAML as a tree that knows where each thing stands, with every scalar left a string.

YAML's kindness is refused here: no `no` that is False, no key that silently wins over its double,
no anchors, aliases or tags, one document a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from cleaner.errors import Finding

MAX_DEPTH = 100
"""How deep lists and mappings may stand in each other; a rule needs six."""

_Loader: TypeAlias = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
_LOADER: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def read_nodes(
    data: bytes, file: str, found: list[Finding], loader: _Loader = _LOADER
) -> Node | None:
    """The tree of a YAML file; faults are put into `found`. None if nothing of it can be read."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found.append(Finding(file, line, 1, "the file is not UTF-8"))
        return None
    try:
        return _Builder(file, yaml.parse(text, Loader=loader), found).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        found.append(Finding(file, line, column, f"this is not YAML: {error.problem}"))
    except _TooDeepError as error:
        found.append(Finding(file, *error.place, f"nested more than {MAX_DEPTH} deep"))
    except yaml.YAMLError:
        line, column, char = _control(text)
        found.append(Finding(file, line, column, f"YAML does not allow the character {char}"))
    return None


def _control(text: str) -> tuple[int, int, str]:
    """Where the first character stands that YAML does not allow, and which it is."""
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad is None:
        return 1, 1, "that stands here"
    at = bad.start()
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), f"U+{ord(text[at]):04X}"


class _TooDeepError(Exception):
    """Lists in lists in lists: no rule file, and more than the stack of Python holds."""

    def __init__(self, place: tuple[int, int]) -> None:
        super().__init__()
        self.place = place


class _Builder:
    """Makes the tree from the events of the parser."""

    def __init__(self, file: str, events: Iterator[yaml.Event], found: list[Finding]) -> None:
        self.file, self.events, self.found = file, events, found
        self.depth = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    self.note(event, "a second document: a rule file is one document")
                    return root
                root = self.node(event)
        return root

    def node(self, event: yaml.Event) -> Node:
        line, column = _place(event)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            name = event.anchor
            if isinstance(event, yaml.AliasEvent):
                self.note(event, f"an alias (*{name}) is not allowed: write it out")
                return Scalar(f"*{name}", line, column)
            self.note(event, f"an anchor (&{name}) is not allowed")
        if isinstance(event, yaml.ScalarEvent):
            self.untagged(event, event.tag)
            return Scalar(event.value, line, column)
        if isinstance(event, yaml.CollectionStartEvent):
            self.untagged(event, event.tag)
        if self.depth == MAX_DEPTH:
            raise _TooDeepError((line, column))
        self.depth += 1
        node: Node
        if isinstance(event, yaml.SequenceStartEvent):
            node = Items(tuple(self.items()), line, column)
        else:
            node = Pairs(tuple(self.pairs()), line, column)
        self.depth -= 1
        return node

    def items(self) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event)

    def pairs(self) -> Iterator[tuple[Scalar, Node]]:
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, value = self.node(event), self.node(next(self.events))
            if isinstance(key, Scalar):
                yield key, value
            else:
                self.note(event, "a key must be a word")

    def untagged(self, event: yaml.Event, tag: str | None) -> None:
        if tag is not None:
            self.note(event, f"a tag ({tag}) is not allowed: every value is read as it is written")

    def note(self, event: yaml.Event, message: str) -> None:
        self.found.append(Finding(self.file, *_place(event), message))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
