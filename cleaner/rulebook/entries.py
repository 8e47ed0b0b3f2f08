"""Reads one pack: its head, its rules and their examples."""

from __future__ import annotations

from typing import cast

from cleaner.errors import Finding, did_you_mean
from cleaner.model import Level, Severity
from cleaner.operators import OPERATORS, making
from cleaner.rule import Example, Pack, Rule
from cleaner.rulebook.examine import examine, read_needs
from cleaner.rulebook.nodes import Node, Pairs, Scalar, read_nodes
from cleaner.rulebook.options import Operator, Value, read_options
from cleaner.rulebook.schema import Entry, Findings
from cleaner.rulebook.shelf import Names
from cleaner.text import lazy

PACK_KEYS = ("pack", "title", "version", "match", "rules")
PACK_REQUIRED = ("pack", "title", "version", "rules")
RULE_KEYS = (
    "id", "was", "does", "why", "evidence", "operator", "with", "needs", "level", "severity",
    "message", "examples",
)  # fmt: skip
RULE_REQUIRED = ("id", "does", "why", "operator", "level", "examples")
EXAMPLE_KEYS = ("before", "after", "flags", "keep", "note", "todo")
LEVELS = ("safe", "review", "flag")
SEVERITIES = ("warning", "info")
PLACES = ("text", "before", "after", "candidates")

_SLUG = lazy(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_PLACE = lazy(r"\{(\w*)\}")


def read_pack(
    file: str, data: bytes, names: Names, found: list[Finding], *, closely: bool
) -> tuple[Pack, list[Rule]] | None:
    """A pack and its rules, or None if nothing of it can be read. Faults go to `found`.

    `closely`: make each operator and judge each pattern now; else that is left for when a rule first runs.
    """
    findings = Findings(file, found)
    before = len(found)
    node = read_nodes(data, file, found)
    if node is None:
        if len(found) == before:
            found.append(Finding(file, 1, 1, "the file is empty"))
        return None
    head = Entry(node, findings, "the pack", PACK_KEYS, PACK_REQUIRED)
    name = head.text("pack")
    if name and not _SLUG.fullmatch(name):
        findings.add(head.at("pack"), f"the name of a pack is of a-z, 0-9, - and . only: '{name}'")
    elif name:
        names.claim_pack(name, head.at("pack"), findings)
    paths, texts = _match(head, findings)
    pack = Pack(name, head.text("title"), head.text("version"), file, paths, texts)
    items = head.items("rules")
    if "rules" in head and not items:
        findings.add(head.at("rules"), f"pack '{name}' has no rules")
    rules = [read_rule(item, pack, names, findings, closely=closely) for item in items]
    return pack, [rule for rule in rules if rule is not None]


def _match(head: Entry, findings: Findings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if "match" not in head:
        return (), ()
    before = len(findings)
    match = Entry(head.at("match"), findings, "'match'", ("path", "text"))
    if not match.values and len(findings) == before:
        findings.add(head.at("match"), "'match' has a 'path' (globs) or a 'text' (texts), or both")
    return match.texts("path"), match.texts("text")


def read_rule(
    node: Node, pack: Pack, names: Names, findings: Findings, *, closely: bool
) -> Rule | None:
    """A rule, or None where it is faulty (noted)."""
    before = len(findings)
    where = f"rule '{_id_of(node)}'"
    entry = Entry(node, findings, where, RULE_KEYS, RULE_REQUIRED)
    name = _read_id(entry, pack, names, findings)
    was = entry.texts("was")
    for old in was:
        names.claim_id(old, entry.at("was"), findings)
    if "\n" in entry.text("does"):
        findings.add(entry.at("does"), f"'does' in {where} is one line")
    level = cast(Level, entry.choice("level", LEVELS, "safe"))
    severity = cast(Severity, entry.choice("severity", SEVERITIES, "warning"))
    message = _read_message(entry, findings)
    examples = _read_examples(entry, findings)
    operator = _operator(entry, findings)
    if operator is None:
        return None
    options, needs = _read_options(entry, operator, findings, closely=closely)
    if len(findings) > before:
        return None
    return Rule(
        id=name, does=entry.text("does"), why=entry.text("why"), operator=entry.text("operator"),
        options=options, level=level, make=making(entry.text("operator"), options), needs=needs,
        severity=severity, message=message, evidence=entry.texts("evidence"),
        examples=tuple(examples), was=was, pack=pack.name, place=(findings.file, node.line),
    )  # fmt: skip


def _id_of(node: Node) -> str:
    if isinstance(node, Pairs):
        for key, value in node.pairs:
            if key.value == "id" and isinstance(value, Scalar):
                return value.value
    return "?"


def _read_id(entry: Entry, pack: Pack, names: Names, findings: Findings) -> str:
    name = entry.text("id")
    if not name:
        return name
    node = entry.at("id")
    family, _, slug = name.partition("/")
    if pack.name and family != pack.name:
        findings.add(
            node, f"{entry.where} stands in pack '{pack.name}': its id must begin with that"
        )
    elif not _SLUG.fullmatch(slug):
        findings.add(node, f"a rule id is family/slug, of a-z, 0-9 and - only: '{name}'")
    names.claim_id(name, node, findings)
    return name


def _read_message(entry: Entry, findings: Findings) -> str:
    message = entry.text("message")
    for match in _PLACE.finditer(message):
        if match[1] not in PLACES:
            hint = did_you_mean(match[1], PLACES) or f" (one of: {', '.join(PLACES)})"
            node = entry.at("message")
            findings.add(node, f"unknown place '{match[0]}' in the message of {entry.where}{hint}")
    return message


def _operator(entry: Entry, findings: Findings) -> Operator | None:
    word = entry.text("operator")
    operator = OPERATORS.get(word)
    if word and operator is None:
        hint = did_you_mean(word, OPERATORS)
        findings.add(entry.at("operator"), f"unknown operator '{word}' in {entry.where}{hint}")
    return operator


def _read_options(
    entry: Entry, operator: Operator, findings: Findings, *, closely: bool
) -> tuple[dict[str, Value], tuple[str, ...]]:
    before = len(findings)
    given = entry.values.get("with")
    options, nodes = read_options(
        given, entry.node, operator, findings, f"{entry.where} ({entry.text('operator')})"
    )
    if closely and len(findings) == before:
        examine(operator, options, nodes, given or entry.node, findings, entry.where)
    if len(findings) > before:
        return options, ()
    return options, read_needs(entry, operator, options, findings)


def _read_examples(entry: Entry, findings: Findings) -> list[Example]:
    before = len(findings)
    out = [_read_example(node, entry.where, findings) for node in entry.items("examples")]
    if len(findings) > before:
        return out
    sure = [example for example in out if not example.todo]
    keeps = sum(example.keeps for example in sure)
    if "examples" in entry and (keeps < 2 or len(sure) - keeps < 2):
        findings.add(
            entry.at("examples"),
            f"{entry.where} has {len(sure) - keeps} examples that change something and {keeps} that "
            "keep; it needs two of each at least, 'todo' not counted",
        )
    return out


def _read_example(node: Node, where: str, findings: Findings) -> Example:
    before = len(findings)
    one = Entry(node, findings, f"an example of {where}", EXAMPLE_KEYS)
    flags = one.texts("flags") if "flags" in one else None
    after = one.text("after") if "after" in one else None
    text = one.text("keep") if "keep" in one else one.text("before")
    if len(findings) > before:
        pass  # A misspelt key says enough.
    elif ("keep" in one) == ("before" in one):
        findings.add(node, f"an example of {where} has either 'before' or 'keep'")
    elif "keep" in one and (after is not None or flags is not None):
        findings.add(node, f"a 'keep' of {where} has neither 'after' nor 'flags'")
    elif "before" in one and after is None and not flags:
        findings.add(node, f"a 'before' of {where} lacks its 'after' or 'flags'")
    elif after == text and not flags:
        findings.add(node, f"an example of {where} changes nothing: write it as 'keep'")
    note, todo = one.text("note"), one.truth("todo")
    return Example(text, after, flags, note, todo, node.line, node.column)
