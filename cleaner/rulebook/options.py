"""The options of an operator, typed by the annotations of its keyword parameters."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from cleaner.errors import did_you_mean
from cleaner.page import Finder
from cleaner.rulebook.nodes import Items, Node, Pairs, Scalar
from cleaner.rulebook.schema import Entry, Findings, kind_of, read_texts

Operator: TypeAlias = Callable[..., Finder]
Value: TypeAlias = str | int | float | bool | tuple[str, ...] | dict[str, str]

_NUMBERS = {int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True)
class Option:
    """One keyword of an operator. `kind` is its type; `default` is None where a rule must give it."""

    name: str
    kind: object
    required: bool
    default: object
    marks: frozenset[str]

    @property
    def is_pattern(self) -> bool:
        """Whether it is a pattern, or a list of them."""
        return "pattern" in self.marks or self.name == "find"

    @property
    def is_needed(self) -> bool:
        """Whether the operator finds nothing where none of its words (or keys) stands."""
        return "needed" in self.marks

    @property
    def described(self) -> str:
        """The type in plain words: "a whole number", "one of: line, paragraph"."""
        words = described(self.kind)
        if self.is_pattern:
            words = words.replace("text", "pattern")
        return f"{words}, needed" if self.is_needed else words


@cache
def options_of(operator: Operator) -> dict[str, Option]:
    """The options of an operator by name, in the order in which it lists them."""
    hints = get_type_hints(operator, include_extras=True)
    out = {}
    for name, parameter in inspect.signature(operator).parameters.items():
        kind, marks = _plain(hints.get(name, str))
        required = parameter.default is inspect.Parameter.empty
        default = None if required else parameter.default
        out[name] = Option(name, kind, required, default, marks)
    return out


def _plain(kind: object) -> tuple[object, frozenset[str]]:
    """A type without `Annotated` and `| None`, and the words that it is annotated with."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        plain, more = _plain(inner)
        return plain, more.union(map(str, marks))
    if get_origin(kind) in (Union, types.UnionType):
        return _plain(next(part for part in get_args(kind) if part is not type(None)))
    if get_origin(kind) is tuple:
        return tuple[str, ...], _plain(get_args(kind)[0])[1]
    return kind, frozenset()


def described(kind: object) -> str:
    """A type in plain words."""
    origin = get_origin(kind)
    if origin is Literal:
        return "one of: " + ", ".join(map(str, get_args(kind)))
    if origin is tuple:
        return "a list of texts"
    if origin is dict:
        return "a mapping of texts"
    return _NUMBERS.get(kind, "a text") if isinstance(kind, type) else "a text"


def read_options(
    node: Node | None, rule: Node, operator: Operator, findings: Findings, where: str
) -> tuple[dict[str, Value], dict[str, Node]]:
    """The options that a rule's `with:` gives, and their nodes. Faults are noted and left out."""
    known = options_of(operator)
    node = Pairs((), rule.line, rule.column) if node is None else node
    required = [name for name, option in known.items() if option.required]
    entry = Entry(node, findings, where, known, required, noun="option")
    out: dict[str, Value] = {}
    for name, value in entry.values.items():
        read = _read(value, known[name].kind, findings, f"option '{name}' in {where}")
        if read is not None:
            out[name] = read
    return out, entry.values


def _read(node: Node, kind: object, findings: Findings, where: str) -> Value | None:
    """A value of a type, or None where it is faulty (noted)."""
    origin = get_origin(kind)
    if origin is tuple:
        return read_texts(node, findings, where)
    if origin is dict:
        return _read_table(node, findings, where)
    if not isinstance(node, Scalar):
        findings.add(node, f"{where} must be {described(kind)}, not a {kind_of(node)}")
        return None
    value = _scalar(node.value, kind)
    if value is None:
        hint = did_you_mean(node.value, map(str, get_args(kind))) if origin is Literal else ""
        findings.add(node, f"{where} must be {described(kind)}, not '{node.value}'{hint}")
    return value


def _scalar(word: str, kind: object) -> Value | None:
    """A word as a value of a type, or None where it is none."""
    if get_origin(kind) is Literal:
        return word if word in get_args(kind) else None
    if kind is bool:
        return {"true": True, "false": False}.get(word)
    digits = word.removeprefix("-")
    if kind is int:
        return int(word) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
    if kind is float:
        whole, _, rest = digits.partition(".")
        plain = digits.isascii() and whole.isdigit() and (not rest or rest.isdigit())
        return float(word) if plain and len(digits) < 20 else None
    return word


def _read_table(node: Node, findings: Findings, where: str) -> dict[str, str] | None:
    if not isinstance(node, Pairs):
        findings.add(node, f"{where} must be a mapping of texts, not a {kind_of(node)}")
        return None
    out: dict[str, str] = {}
    for key, value in node.pairs:
        if key.value in out:
            findings.add(key, f"duplicate key '{key.value}' in {where}")
        elif not isinstance(value, Scalar):
            findings.add(value, f"'{key.value}' in {where} must be a text, not a {kind_of(value)}")
        else:
            out[key.value] = value.value
    return out


def patterns_of(
    operator: Operator, options: dict[str, Value], nodes: dict[str, Node]
) -> list[tuple[str, Node]]:
    """The patterns among the options, with their places."""
    out: list[tuple[str, Node]] = []
    for name, option in options_of(operator).items():
        value = options.get(name)
        node = nodes.get(name)
        if not option.is_pattern or node is None:
            continue
        if isinstance(value, str):
            out.append((value, node))
        elif isinstance(value, tuple) and isinstance(node, Items):
            out += list(zip(value, node.items, strict=False))
    return out
