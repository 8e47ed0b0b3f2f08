"""Looks at a rule closely before it may run: its operator is made, its patterns are judged."""

from __future__ import annotations

import regex

from cleaner.rulebook.hostile import why_hostile
from cleaner.rulebook.needs import derived_needs, follow
from cleaner.rulebook.nodes import Node
from cleaner.rulebook.options import Operator, Value, patterns_of
from cleaner.rulebook.schema import Entry, Findings
from cleaner.text import compiled


def examine(
    operator: Operator,
    options: dict[str, Value],
    nodes: dict[str, Node],
    rule: Node,
    findings: Findings,
    where: str,
) -> None:
    """Note patterns that are broken or hostile, and options that the operator refuses."""
    before = len(findings)
    for pattern, node in patterns_of(operator, options, nodes):
        try:
            compiled(pattern)
        except regex.error as error:
            findings.add(node, f"bad pattern in {where}: {_told(error)}")
            continue
        except (ValueError, OverflowError, RecursionError) as error:
            findings.add(node, f"bad pattern in {where}: {error}")
            continue
        why = why_hostile(pattern)
        if why:
            findings.add(node, f"hostile pattern in {where}: {why}")
    if len(findings) > before:
        return
    try:
        operator(**options)
    except regex.error as error:
        findings.add(rule, f"bad pattern in {where}: {_told(error)}")
    except (ValueError, OverflowError) as error:
        findings.add(rule, f"the options of {where} make no sense: {error}")


def _told(error: regex.error) -> str:
    reason, found, at = str(error).partition(" at position ")
    if not found:
        return reason
    return f"{reason} (character {int(at.split()[0]) + 1} of the pattern)"


def read_needs(
    entry: Entry, operator: Operator, options: dict[str, Value], findings: Findings
) -> tuple[str, ...]:
    """The needs of a rule: the given ones if it is certain that they hide no match, else derived."""
    if "needs" not in entry:
        return derived_needs(operator, options)
    given = entry.texts("needs")
    if given and not follow(given, operator, options):
        known = derived_needs(operator, options)
        hint = f": what it needs is one of {', '.join(map(repr, known))}" if known else ""
        findings.add(
            entry.at("needs"),
            f"'needs' in {entry.where} could hide a match: it is not certain that one of these words "
            f"stands wherever the rule finds something{hint}",
        )
    return given
