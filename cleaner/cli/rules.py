"""`cleaner rules`: list, show, check and test rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from cleaner.cli import options as opt
from cleaner.cli.output import counted, width, write
from cleaner.cli.trouble import guarded, printable

if TYPE_CHECKING:
    from cleaner.diff import Paint
    from cleaner.errors import Finding
    from cleaner.rule import Rule, RuleSet


_format = opt.formats(opt.Format, "For people, or one JSON object a line.")
_files = click.argument(
    "files", metavar="[FILE...]", nargs=-1,
    help="Rule files, folders of them, or names of built-in packs; all built-in ones if none is given.",
)  # fmt: skip


@click.group(short_help="list, show, check and test rules")
def rules() -> None:
    """List, show, check and test rules."""


@rules.command("list")
@opt.rules
@opt.no_builtin
@opt.select
@opt.ignore
@_format
@opt.config
@opt.color
@guarded
def rules_list(
    rules: tuple[str, ...],
    no_builtin: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    format: opt.Format,  # noqa: A002 (the flag's name)
    config: str | None,
    color: opt.ColorWhen,
) -> int:
    """List the rules in the order in which they run, with their level and what they do."""
    from cleaner.diff import Paint, rule_json
    from cleaner.record import json_line

    chosen = _rules(rules, no_builtin, select, ignore, config)
    if format is opt.Format.jsonl:
        for rule in chosen.rules:
            write(json_line(rule_json(rule)))
        return 0
    for line in _listed(chosen, Paint(opt.colored(color, sys.stdout)), width()):
        write(line)
    return 0


def _listed(rules: RuleSet, paint: Paint, room: int) -> Iterator[str]:
    from cleaner.diff.paint import wrapped

    for name, found in groupby(rules.rules, key=lambda rule: rule.pack):
        members = list(found)
        wide = max(len(rule.id) for rule in members)
        pack = rules.packs.get(name)
        yield paint.text("path", name) + (f"  {pack.title}" if pack and pack.title else "")
        for rule in members:
            head = f"  {paint.text('rule', f'{rule.id:<{wide}}')}  {rule.level:<6}  "
            for row in wrapped(rule.does, max(20, room - wide - 12)):
                yield head + row
                head = " " * (wide + 12)
    yield paint.text("dim", f"{len(rules.rules)} rules; cleaner rules show ID tells more")


@rules.command("show")
@click.argument("ids", metavar="ID...", nargs=-1, required=True, help="Rules, or families.")
@opt.rules
@opt.no_builtin
@_format
@opt.config
@opt.color
@guarded
def rules_show(
    ids: tuple[str, ...],
    rules: tuple[str, ...],
    no_builtin: bool,
    format: opt.Format,  # noqa: A002 (the flag's name)
    config: str | None,
    color: opt.ColorWhen,
) -> int:
    """Show a rule: what it does and why, where its damage was seen, its options, its examples."""
    from cleaner.diff import Paint, card, rule_json
    from cleaner.record import json_line

    every = _rules(rules, no_builtin, (), (), config)
    paint = Paint(opt.colored(color, sys.stdout))
    for number, rule in enumerate(_named(every, ids)):
        if format is opt.Format.jsonl:
            write(json_line(rule_json(rule)))
            continue
        if number:
            write("")
        for line in card(rule, every, paint, width()):
            write(line)
    return 0


def _named(rules: RuleSet, ids: Iterable[str]) -> list[Rule]:
    """The rules of these ids (old ones too) and families, in running order; all ids must be known."""
    from cleaner.errors import UsageError, did_you_mean

    names = {rule.id: {rule.id, rule.pack, *rule.was} for rule in rules.rules}
    known = frozenset[str]().union(*names.values())
    wanted = set(ids)
    for word in ids:
        if word not in known:
            raise UsageError(f"there is no rule or family '{word}'{did_you_mean(word, known)}")
    return [rule for rule in rules.rules if not names[rule.id].isdisjoint(wanted)]


def _rules(
    rules: tuple[str, ...],
    no_builtin: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: str | None,
) -> RuleSet:
    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, config=config
    )
    return settings.rule_set()


@rules.command("check")
@_files
@opt.quiet
@guarded
def rules_check(files: tuple[str, ...], quiet: bool) -> int:
    """Say everything that is wrong with rule files: form, patterns, examples. Exit code 1: something is."""
    from cleaner.proof import check_rules

    found = check_rules(files)
    _tell(found)
    if not quiet:
        print(counted(len(found), "finding") if found else "nothing is wrong", file=sys.stderr)
    return int(bool(found))


@rules.command("test")
@_files
@opt.quiet
@guarded
def rules_test(files: tuple[str, ...], quiet: bool) -> int:
    """Run the examples of rules, each rule by itself. Exit code 1: a rule does not do what its examples say.

    Without FILE also all rules together on all examples: they must settle, and be undone.
    """
    from cleaner.errors import RulesError
    from cleaner.proof import prove, prove_together
    from cleaner.rule import RuleSet
    from cleaner.rulebook import default_rules
    from cleaner.rulebook.places import builtin_files, given_files
    from cleaner.rulebook.reading import read_files

    if files:
        shelf = read_files(given_files(files, builtin_files()))
        if shelf.found:
            raise RulesError(sorted(shelf.found))
        tested = RuleSet(tuple(shelf.rules), shelf.packs)
        found = prove(tested)
    else:
        tested = default_rules()
        found = prove(tested) + prove_together(tested)
    _tell(sorted(found))
    if not quiet:
        print(_verdict(tested, found), file=sys.stderr)
    return int(bool(found))


def _verdict(rules: RuleSet, found: list[Finding]) -> str:
    examples = [example for rule in rules.rules for example in rule.examples]
    keeps = sum(example.keeps for example in examples)
    todo = sum(example.todo for example in examples)
    failed = len({(one.file, one.line, one.column) for one in found})
    keeping = f"{keeps} keep{'s its' if keeps == 1 else ' their'} text"
    said = f"{counted(len(rules.rules), 'rule')}, {counted(len(examples), 'example')} ({keeping})"
    return f"{said}: {failed} failed" + (f", {todo} known not to work yet" if todo else "")


def _tell(found: Iterable[Finding]) -> None:
    for one in found:
        write(printable(str(one)))
