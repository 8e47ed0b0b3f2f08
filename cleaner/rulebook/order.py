"""The order in which the built-in rules run: `rules/order.yaml`, a list of packs and of single rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.errors import Finding, did_you_mean
from cleaner.rule import Rule
from cleaner.rulebook.nodes import Items, Scalar, read_nodes
from cleaner.rulebook.places import RuleFile
from cleaner.rulebook.schema import Findings, kind_of


def read_order(file: RuleFile, found: list[Finding]) -> list[Scalar]:
    """The entries of the order file. Faults go to `found`."""
    findings = Findings(file.name, found)
    before = len(found)
    node = read_nodes(file.data, file.name, found)
    if not isinstance(node, Items):
        if len(found) == before:
            found.append(Finding(file.name, 1, 1, "the order is a list of packs and rule ids"))
        return []
    out: list[Scalar] = []
    seen: dict[str, int] = {}
    for item in node.items:
        if not isinstance(item, Scalar):
            findings.add(
                item, f"the order is a list of packs and rule ids; this is a {kind_of(item)}"
            )
        elif item.value in seen:
            findings.add(
                item, f"'{item.value}' stands in the order twice (first in line {seen[item.value]})"
            )
        else:
            seen[item.value] = item.line
            out.append(item)
    return out


def check_order(
    file: RuleFile, order: Iterable[Scalar], rules: Sequence[Rule], found: list[Finding]
) -> None:
    """Note entries that name no rule or pack, and rules that have no place. `rules` are the built-in ones."""
    findings = Findings(file.name, found)
    names = {name for rule in rules for name in (rule.id, rule.pack)}
    listed = set()
    for entry in order:
        listed.add(entry.value)
        if entry.value not in names:
            hint = did_you_mean(entry.value, names)
            findings.add(entry, f"there is no pack or rule '{entry.value}'{hint}")
    missing = {rule.pack: rule for rule in reversed(rules) if not {rule.id, rule.pack} & listed}
    for pack, rule in sorted(missing.items()):
        text = f"pack '{pack}' ({rule.place[0]}) has no place in the order: rule '{rule.id}'"
        found.append(Finding(file.name, 1, 1, text))


def ordered(rules: Iterable[Rule], order: Iterable[Scalar]) -> list[Rule]:
    """Rules in order: a rule that is listed by its id at that place, else with its pack, else last."""
    places = {entry.value: number for number, entry in enumerate(order)}
    last = len(places)
    return sorted(rules, key=lambda rule: places.get(rule.id, places.get(rule.pack, last)))
