"""Proves rules by their examples: each rule by itself, and all of them together.

What an example says holds for its rule alone: a `keep` of one rule may well be damage to another. Together the
rules must settle on the text of every example and give it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cleaner.engine import run
from cleaner.errors import CleanerError, Finding
from cleaner.rule import RuleSet
from cleaner.rulebook.order import check_order, read_order
from cleaner.rulebook.places import builtin_files, given_files, order_file
from cleaner.rulebook.reading import read_files
from cleaner.rulebook.trial import examine_examples


def check_rules(paths: Iterable[str | Path] = ()) -> list[Finding]:
    """Every fault of these rule files, or of the built-in ones: of form, of patterns, of examples.

    A path is a rule file, a folder of them, or the name of a built-in pack. The rules of the others that are
    sound are proved even where some are broken. Raises `UsageError` for a file that is not there.
    """
    own = builtin_files()
    given = given_files(paths, own) or own
    shelf = read_files(given, closely=True)
    found = list(shelf.found)
    order = order_file()
    if all(file.builtin for file in given):
        entries = read_order(order, found)
        if given == own and not found:
            check_order(order, entries, shelf.rules, found)
    replaced = set(shelf.packs) | {file.pack for file in given}
    context = [file for file in own if file.pack not in replaced]
    names = {file.name for file in given}
    both = read_files([*context, *given])
    found += [one for one in both.found if one.file in names and one not in found]
    found += prove(RuleSet(tuple(shelf.rules), shelf.packs))
    return sorted(found)


def prove(rules: RuleSet) -> list[Finding]:
    """Every example that its rule, alone, does not live up to; none means that they all hold.

    Of each example: the text after, the flags and nothing else, that a second run changes nothing, and that
    the rule's needs do not hide it. An example marked `todo` that works is a finding.
    """
    return [finding for rule in rules.rules for finding in examine_examples(rule)]


def prove_together(rules: RuleSet) -> list[Finding]:
    """Every example on which all rules together, at level review, do not settle or cannot be undone."""
    return [
        Finding(rule.place[0], example.line, example.column, f"{fault} (rule '{rule.id}')")
        for rule in rules.rules
        for example in rule.examples
        for text in dict.fromkeys([example.text, example.after or ""])
        for fault in _together(rules, text)
    ]


def _together(rules: RuleSet, text: str) -> Iterable[str]:
    try:
        once = run(rules, text, level="review")
        again = run(rules, once.text, level="review")
    except CleanerError as error:
        yield f"all rules together fail on {text!r}: {error}"
        return
    if once.undo() != text:
        yield f"all rules together cannot be undone on {text!r}"
    if again.text != once.text:
        names = ", ".join(dict.fromkeys(name for one in again.changes for name in one.rules))
        yield f"all rules together do not settle on {text!r}: {names} would change it again"
