"""From rule files to a rule set: all files are read, all faults are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

from cleaner.errors import Finding, RulesError, UsageError
from cleaner.rule import Pack, Rule, RuleSet
from cleaner.rulebook.entries import Names, read_pack
from cleaner.rulebook.order import check_order, ordered, read_order
from cleaner.rulebook.places import (
    RuleFile,
    builtin_files,
    digest_of,
    given_files,
    order_file,
    program_digest,
)
from cleaner.rulebook.schema import did_you_mean
from cleaner.rulebook.trial import examine_examples


@dataclass
class Shelf:
    """What was read of some rule files: sound rules, and every fault of the others."""

    packs: dict[str, Pack] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    found: list[Finding] = field(default_factory=list)


def read_files(rule_files: Iterable[RuleFile], *, closely: bool = False) -> Shelf:
    """Read rule files. Files that are not built in, or all if `closely`, have every pattern judged now."""
    shelf, names = Shelf(), Names()
    for file in rule_files:
        near = closely or not file.builtin
        read = read_pack(file.name, file.data, names, shelf.found, closely=near)
        if read is None:
            continue
        pack, rules = read
        shelf.packs[pack.name] = pack
        shelf.rules += rules
        if file.builtin and pack.name and pack.name != file.pack:
            text = f"pack '{pack.name}' stands in a file of another name"
            shelf.found.append(Finding(file.name, 1, 1, text))
    return shelf


def load_rules(
    paths: Iterable[str | Path] = (),
    *,
    builtin: bool = True,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    remembered: Path | None = None,
) -> RuleSet:
    """The built-in rules, in their order, and then those of `paths`.

    A path is a rule file, a folder of them, or the name of a built-in pack. `select` and `ignore` take rule
    ids (old ones too) and families. The examples of packs that are not built in are run; `remembered`
    is a folder in which it is kept which packs have passed. Raises `RulesError` with every fault of every
    file, `UsageError` for a file that is not there or an unknown id.
    """
    own = builtin_files()
    given = given_files(paths, own)
    used = own if builtin else [file for file in given if file.builtin]
    others = [file for file in given if not file.builtin]
    order = order_file()
    shelf = read_files([*used, *others])
    entries = read_order(order, shelf.found)
    names = {file.name for file in used}
    first = [rule for rule in shelf.rules if rule.place[0] in names]
    if builtin and not shelf.found:
        check_order(order, entries, first, shelf.found)
    if shelf.found:
        raise RulesError(sorted(shelf.found))
    last = [rule for rule in shelf.rules if rule.place[0] not in names]
    _prove(others, last, remembered)
    rules = [*ordered(first, entries), *last]
    chosen = _chosen(rules, tuple(select), tuple(ignore))
    digest = digest_of([order, *used, *others])
    if len(chosen) < len(rules):
        digest = sha256("\n".join([digest, *(rule.id for rule in chosen)]).encode()).hexdigest()
    return RuleSet(chosen, shelf.packs, digest)


@cache
def default_rules() -> RuleSet:
    """The built-in rules; read once."""
    return load_rules()


def _prove(files: list[RuleFile], rules: list[Rule], remembered: Path | None) -> None:
    """Run the examples of rules that are not built in, unless these files have passed before.

    Raises `RulesError`. A folder that cannot be written to is no fault: then nothing is remembered.
    """
    if not rules:
        return
    mark = remembered and remembered / f"{digest_of(files)[:32]}.{program_digest()[:32]}"
    if mark and mark.exists():
        return
    found = [finding for rule in rules for finding in examine_examples(rule)]
    if found:
        raise RulesError(sorted(found))
    if mark:
        with suppress(OSError):
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()


def _chosen(
    rules: list[Rule], select: tuple[str, ...], ignore: tuple[str, ...]
) -> tuple[Rule, ...]:
    names = {rule.id: {rule.id, rule.pack, *rule.was} for rule in rules}
    known = frozenset[str]().union(*names.values())
    for word in (*select, *ignore):
        if word not in known:
            raise UsageError(f"there is no rule or family '{word}'{did_you_mean(word, known)}")
    return tuple(
        rule
        for rule in rules
        if (not select or not names[rule.id].isdisjoint(select))
        and names[rule.id].isdisjoint(ignore)
    )
