"""Reads one pack: its head, its rules and their examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from cleaner.model import Level, Severity
from cleaner.operators import OPERATORS
from cleaner.page import Finder
from cleaner.rule import Example, Pack, Rule
from cleaner.rulebook.nodes import Items, Node, Pairs, Scalar
from cleaner.rulebook.options import read_options
from cleaner.rulebook.schema import Entry, Findings, did_you_mean, read_texts

PACK_KEYS = ("pack", "title", "version", "match", "rules")
RULE_KEYS = (
    "id", "was", "does", "why", "evidence", "operator", "with", "needs", "level", "severity",
    "message", "examples",
)  # fmt: skip
REQUIRED = ("id", "does", "why", "operator", "level", "examples")
EXAMPLE_KEYS = ("before", "after", "flags", "keep", "note", "todo")


def read_pack(node: Node | None, findings: Findings) -> tuple[Pack, list[Rule]]:
    """A pack and its rules. Faults are noted; a faulty rule is left out."""
    if node is None:
        node = Pairs((), 1, 1)
    head = Entry(node, findings, "the pack", PACK_KEYS, ("pack", "title", "version", "rules"))
    name = head.text("pack")
    paths: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    if "match" in head:
        match = Entry(head.at("match"), findings, "'match'", ("path", "text"))
        paths, texts = match.texts("path"), match.texts("text")
        if not paths and not texts:
            findings.add(head.at("match"), "'match' needs a 'path' or a 'text'")
    version = head.text("version")
    pack = Pack(name, head.text("title"), version, findings.file, paths, texts)
    rules = [read_rule(item, pack, findings) for item in head.items("rules")]
    return pack, [rule for rule in rules if rule is not None]


def read_rule(node: Node, pack: Pack, findings: Findings) -> Rule | None:
    """A rule, or None where it is faulty (noted)."""
    before = len(findings.found)
    where = f"rule '{_id_of(node)}'"
    entry = Entry(node, findings, where, RULE_KEYS, REQUIRED)
    name = entry.text("id")
    if "id" in entry and name.split("/")[0] != pack.name:
        findings.add(entry.at("id"), f"{where} stands in pack '{pack.name}'; its id must begin so")
    operator = _operator(entry, findings, where)
    options: Mapping[str, Any] = {}
    if operator is not None:
        given = entry.values.get("with")
        options = read_options(given, node, operator, findings, f"{where} ({entry.text('operator')})")
    rule = Rule(
        id=name, does=entry.text("does"), why=entry.text("why"), operator=entry.text("operator"),
        options=options, level=cast(Level, entry.choice("level", ("safe", "review", "flag"), "safe")),
        make=partial(_make, operator, options), needs=entry.texts("needs"),
        severity=cast(Severity, entry.choice("severity", ("warning", "info"), "warning")),
        message=entry.text("message"), evidence=entry.texts("evidence"),
        examples=tuple(_examples(entry, findings, where)), was=entry.texts("was"), pack=pack.name,
        place=(findings.file, node.line),
    )  # fmt: skip
    return rule if len(findings.found) == before else None


def _make(operator: Callable[..., Finder], options: Mapping[str, Any]) -> Finder:
    return operator(**options)


def _id_of(node: Node) -> str:
    if isinstance(node, Pairs):
        for key, value in node.pairs:
            if key.value == "id" and isinstance(value, Scalar):
                return value.value
    return "?"


def _operator(entry: Entry, findings: Findings, where: str) -> Callable[..., Finder] | None:
    if "operator" not in entry:
        return None
    word = entry.text("operator")
    operator = OPERATORS.get(word)
    if operator is None:
        hint = did_you_mean(word, OPERATORS)
        findings.add(entry.at("operator"), f"unknown operator '{word}' in {where}{hint}")
    return operator


def _examples(entry: Entry, findings: Findings, where: str) -> list[Example]:
    out = []
    for node in entry.items("examples"):
        one = Entry(node, findings, f"an example of {where}", EXAMPLE_KEYS)
        flags = one.texts("flags") if "flags" in one else None
        after = one.text("after") if "after" in one else None
        text = one.text("keep") if "keep" in one else one.text("before")
        if ("keep" in one) == ("before" in one):
            findings.add(node, f"an example of {where} has either 'before' or 'keep'")
        elif "keep" in one and (after is not None or flags is not None):
            findings.add(node, f"a 'keep' of {where} has neither 'after' nor 'flags'")
        elif "before" in one and after is None and flags is None:
            findings.add(node, f"a 'before' of {where} lacks its 'after' or 'flags'")
        note, todo = one.text("note"), one.truth("todo")
        out.append(Example(text, after, flags, note, todo, node.line))
    return out


def read_order(node: Node | None, findings: Findings) -> list[Scalar]:
    """The entries of the order file: names of packs, or ids of rules."""
    if node is None:
        return []
    read_texts(node, findings, "the order")
    items = node.items if isinstance(node, Items) else ()
    return [item for item in items if isinstance(item, Scalar)]
