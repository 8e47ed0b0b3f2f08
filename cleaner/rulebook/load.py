"""From rule files to a rule set: all files are read, all faults are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from cleaner.errors import Finding, RulesError, UsageError
from cleaner.rule import Pack, Rule, RuleSet
from cleaner.rulebook.entries import read_order, read_pack
from cleaner.rulebook.nodes import Broken, read_nodes
from cleaner.rulebook.places import builtin_files, digest_of, order_file
from cleaner.rulebook.schema import Findings, did_you_mean


def load_rules(
    paths: Iterable[str | Path] = (),
    *,
    builtin: bool = True,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> RuleSet:
    """The built-in rules, in their order, and then those of `paths`.

    `select` and `ignore` take rule ids and families. Raises `RulesError` with every fault of every file,
    `UsageError` for a file that is not there or an unknown id.
    """
    contents = list(builtin_files()) if builtin else []
    contents += [(str(path), _content(path)) for path in paths]
    packs: dict[str, Pack] = {}
    rules: list[Rule] = []
    found: list[Finding] = []
    for file, data in contents:
        findings = Findings(file)
        try:
            pack, own = read_pack(read_nodes(data, file), findings)
            packs[pack.name] = pack
            rules += own
        except Broken as error:
            found.append(error.finding)
        found += findings.found
    if builtin:
        rules = _ordered(rules, found)
    if found:
        raise RulesError(sorted(found))
    return RuleSet(_chosen(rules, select, ignore), packs, digest_of([order_file(), *contents]))


@cache
def default_rules() -> RuleSet:
    """The built-in rules; read once."""
    return load_rules()


def _content(path: str | Path) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: the rule file cannot be read: {error.strerror}") from None


def _ordered(rules: list[Rule], found: list[Finding]) -> list[Rule]:
    file, data = order_file()
    findings = Findings(file)
    places: dict[str, int] = {}
    try:
        for entry in read_order(read_nodes(data, file), findings):
            places[entry.value] = len(places)
    except Broken as error:
        found.append(error.finding)
    found += findings.found
    last = len(places)
    return sorted(rules, key=lambda rule: places.get(rule.id, places.get(rule.pack, last)))


def _chosen(rules: list[Rule], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    known = {name for rule in rules for name in (rule.id, rule.pack)}
    select, ignore = set(select), set(ignore)
    for word in sorted((select | ignore) - known):
        raise UsageError(f"there is no rule or family '{word}'{did_you_mean(word, known)}")
    return tuple(
        rule
        for rule in rules
        if (not select or {rule.id, rule.pack} & select) and not {rule.id, rule.pack} & ignore
    )
