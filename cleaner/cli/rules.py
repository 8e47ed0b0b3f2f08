"""`cleaner rules`: list, show, check and test rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from cleaner.cli import options as opt
from cleaner.cli.output import counted, width, write
from cleaner.cli.trouble import guarded, printable

if TYPE_CHECKING:
    from cleaner.diff import Paint
    from cleaner.errors import Finding
    from cleaner.rule import Rule, RuleSet


FormatOption = Annotated[
    opt.Format, typer.Option("--format", help="For people, or one JSON object a line.")
]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE...]",
        help="Rule files, folders of them, or names of built-in packs; all built-in ones if none is given.",
        show_default=False,
    ),
]


def rules_list(
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    format: FormatOption = opt.Format.text,  # noqa: A002 (the flag's name)
    config: opt.ConfigFile = None,
    color: opt.Color = opt.ColorWhen.auto,
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


def rules_show(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Rules, or families.", show_default=False)
    ],
    rules: opt.Rules = None,
    no_builtin: opt.NoBuiltin = False,
    format: FormatOption = opt.Format.text,  # noqa: A002 (the flag's name)
    config: opt.ConfigFile = None,
    color: opt.Color = opt.ColorWhen.auto,
) -> int:
    """Show a rule: what it does and why, where its damage was seen, its options, its examples."""
    from cleaner.diff import Paint, card, rule_json
    from cleaner.record import json_line

    every = _rules(rules, no_builtin, None, None, config)
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
    rules: list[str] | None,
    no_builtin: bool,
    select: list[str] | None,
    ignore: list[str] | None,
    config: str | None,
) -> RuleSet:
    settings = opt.settings_of(
        rules=rules, no_builtin=no_builtin, select=select, ignore=ignore, config=config
    )
    return settings.rule_set()


def rules_check(files: Files = None, quiet: opt.Quiet = False) -> int:
    """Say everything that is wrong with rule files: form, patterns, examples. Exit code 1: something is."""
    from cleaner.proof import check_rules

    found = check_rules(files or ())
    _tell(found)
    if not quiet:
        print(counted(len(found), "finding") if found else "nothing is wrong", file=sys.stderr)
    return int(bool(found))


def rules_test(files: Files = None, quiet: opt.Quiet = False) -> int:
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


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(
        help="list, show, check and test rules", no_args_is_help=True, rich_markup_mode=None
    )
    group.command("list")(guarded(rules_list))
    group.command("show")(guarded(rules_show))
    group.command("check")(guarded(rules_check))
    group.command("test")(guarded(rules_test))
    app.add_typer(group, name="rules")
