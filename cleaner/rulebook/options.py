"""The options of an operator, typed by the annotations of its keyword parameters."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from cleaner.rulebook.nodes import Node, Pairs, Scalar
from cleaner.rulebook.schema import Entry, Findings, kind_of, read_texts


@dataclass(frozen=True)
class Option:
    """One keyword of an operator: its type, and its default (`inspect.Parameter.empty`: required)."""

    name: str
    type: Any
    default: Any

    @property
    def required(self) -> bool:
        """Whether a rule must give it."""
        return self.default is inspect.Parameter.empty


@cache
def options_of(operator: Callable[..., Any]) -> dict[str, Option]:
    """The options of an operator by name, in the order in which it lists them."""
    hints = get_type_hints(operator)
    return {
        name: Option(name, hints.get(name, str), parameter.default)
        for name, parameter in inspect.signature(operator).parameters.items()
    }


def read_options(
    node: Node | None, rule: Node, operator: Callable[..., Any], findings: Findings, where: str
) -> dict[str, Any]:
    """The options that a rule's `with:` gives. Faults are noted; what is faulty is left out."""
    known = options_of(operator)
    required = [name for name, option in known.items() if option.required]
    if node is None:
        for name in required:
            findings.add(rule, f"missing option '{name}' in {where}")
        return {}
    entry = Entry(node, findings, where, known, required)
    out = {}
    for name, value in entry.values.items():
        read = _read(value, known[name].type, findings, f"option '{name}' in {where}")
        if read is not None:
            out[name] = read
    return out


def _read(node: Node, kind: Any, findings: Findings, where: str) -> Any:
    """A value of a type, or None where it is faulty (noted)."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        kind = next(part for part in get_args(kind) if part is not type(None))
        return _read(node, kind, findings, where)
    if origin is tuple:
        part = get_args(kind)[0]
        if part is str:
            return read_texts(node, findings, where)
    if origin is dict:
        return _read_table(node, findings, where)
    if not isinstance(node, Scalar):
        findings.add(node, f"{where} must be {described(kind)}, not a {kind_of(node)}")
        return None
    try:
        return _scalar(node.value, kind)
    except ValueError:
        findings.add(node, f"{where} must be {described(kind)}, not '{node.value}'")
        return None


def _scalar(word: str, kind: Any) -> Any:
    if get_origin(kind) is Literal:
        if word not in get_args(kind):
            raise ValueError(word)
        return word
    if kind is bool:
        return {"true": True, "false": False}[word] if word in ("true", "false") else _no(word)
    if kind is int:
        return int(word) if word.lstrip("-").isascii() and word.lstrip("-").isdigit() else _no(word)
    if kind is float:
        return float(word)
    return word


def _no(word: str) -> Any:
    raise ValueError(word)


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


def described(kind: Any) -> str:
    """A type in plain words: "a whole number", "one of: line, paragraph"."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return described(next(part for part in get_args(kind) if part is not type(None)))
    if origin is Literal:
        return "one of: " + ", ".join(map(str, get_args(kind)))
    if origin is tuple:
        return "a list of texts"
    if origin is dict:
        return "a mapping of texts"
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    return names.get(kind, str(kind))
