"""Reads rule files onto a shelf: all of them, every fault noted."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.errors import Finding
from cleaner.rulebook.entries import read_pack
from cleaner.rulebook.order import check_order, ordered, read_order
from cleaner.rulebook.places import RuleFile
from cleaner.rulebook.shelf import Shelf


def read_files(
    rule_files: Iterable[RuleFile], shelf: Shelf | None = None, *, closely: bool = False
) -> Shelf:
    """Read rule files, onto a shelf that has others already. Files that are not built in, or all if `closely`,
    have every pattern judged now.
    """
    shelf = Shelf() if shelf is None else shelf
    for file in rule_files:
        near = closely or not file.builtin
        read = read_pack(file.name, file.data, shelf.names, shelf.found, closely=near)
        if read is None:
            continue
        pack, rules = read
        shelf.packs[pack.name] = pack
        shelf.rules += rules
        if file.builtin and pack.name and pack.name != file.pack:
            text = f"pack '{pack.name}' stands in a file of another name"
            shelf.found.append(Finding(file.name, 1, 1, text))
    return shelf


def read_builtin(files: Iterable[RuleFile], order: RuleFile, *, every: bool) -> Shelf:
    """Read built-in packs and put their rules in order. `every`: these are all there are, so that the order must
    have a place for each, and no other.
    """
    shelf = read_files(files)
    entries = read_order(order, shelf.found)
    if every and not shelf.found:
        check_order(order, entries, shelf.rules, shelf.found)
    shelf.rules = ordered(shelf.rules, entries)
    return shelf
