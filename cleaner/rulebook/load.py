"""From rule files to a rule set: all files are read, all faults are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from cleaner.errors import RulesError, UsageError, did_you_mean
from cleaner.rule import Rule, RuleSet
from cleaner.rulebook.kept import keep, recall
from cleaner.rulebook.places import (
    RuleFile,
    builtin_files,
    digest_of,
    given_files,
    order_file,
    program_digest,
)
from cleaner.rulebook.shelf import Shelf
from cleaner.rulebook.trial import examine_examples


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
    is a folder in which it is kept which packs have passed, and what was read of the built-in ones. Raises `RulesError` with every fault of every
    file, `UsageError` for a file that is not there or an unknown id.
    """
    own = builtin_files()
    given = given_files(paths, own)
    used = own if builtin else [file for file in given if file.builtin]
    others = [file for file in given if not file.builtin]
    order = order_file()
    shelf = _builtin(used, order, remembered if builtin else None, every=builtin)
    count = len(shelf.rules)
    if others:
        from cleaner.rulebook.reading import read_files  # noqa: PLC0415  see _builtin

        read_files(others, shelf)
    if shelf.found:
        raise RulesError(sorted(shelf.found))
    _prove(others, shelf.rules[count:], remembered)
    rules = shelf.rules
    chosen = _chosen(rules, tuple(select), tuple(ignore))
    digest = digest_of([order, *used, *others])
    if len(chosen) < len(rules):
        digest = sha256("\n".join([digest, *(rule.id for rule in chosen)]).encode()).hexdigest()
    return RuleSet(chosen, shelf.packs, digest)


def _builtin(
    files: list[RuleFile], order: RuleFile, remembered: Path | None, *, every: bool
) -> Shelf:
    """Built-in rules in their order, from the folder in which they were kept when they were last read."""
    packs = digest_of([order, *files])
    shelf = recall(remembered, packs) if remembered else None
    if shelf is None:
        # What reads YAML, and reasons about patterns, is loaded only where it must.
        from cleaner.rulebook.reading import read_builtin  # noqa: PLC0415

        shelf = read_builtin(files, order, every=every)
        if remembered and not shelf.found:
            keep(remembered, packs, shelf)
    return shelf


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
