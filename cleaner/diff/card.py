"""A rule as a card to read: what it does and why, its options, its examples as small diffs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from cleaner.diff.excerpt import excerpt, groups
from cleaner.diff.glyphs import columns, inline
from cleaner.diff.paint import Paint, wrapped
from cleaner.diff.pieces import Piece
from cleaner.diff.view import View
from cleaner.engine import run
from cleaner.errors import CleanerError
from cleaner.rule import Example, Rule, RuleSet

_KEY = 12
"""Columns of the names at the left."""


def rule_json(rule: Rule) -> dict[str, Any]:
    """A rule as one JSON object, with the names of the rule file."""
    return {
        "id": rule.id,
        "pack": rule.pack,
        "level": rule.level,
        **({"severity": rule.severity} if rule.level == "flag" else {}),
        "does": rule.does,
        "why": rule.why,
        "evidence": list(rule.evidence),
        "operator": rule.operator,
        "with": {name: _plain(value) for name, value in rule.options.items()},
        "needs": list(rule.needs),
        "message": rule.message,
        "was": list(rule.was),
        "file": rule.place[0],
        "line": rule.place[1],
        "examples": [_example_json(example) for example in rule.examples],
    }


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _example_json(example: Example) -> dict[str, Any]:
    data = {
        name: value for name, value in asdict(example).items() if value not in (None, "", False)
    }
    text = data.pop("text", "")
    return {"keep" if example.keeps else "before": text} | data


def card(rule: Rule, rules: RuleSet, paint: Paint, width: int) -> Iterator[str]:
    """The card of a rule, as lines of at most `width` columns."""
    pack = rules.packs.get(rule.pack)
    title = f" ({pack.title})" if pack is not None and pack.title else ""
    place = f"{rule.place[0]}:{rule.place[1]}" if rule.place[1] else rule.place[0]
    level = f"{rule.level}, {rule.severity}" if rule.level == "flag" else rule.level
    yield f"{paint.text('rule', rule.id)}  {paint.text('count', level)}  {paint.text('dim', place)}"
    yield from _field("does", rule.does, paint, width)
    yield from _field("why", rule.why, paint, width)
    yield from _field("evidence", ", ".join(rule.evidence), paint, width)
    yield from _field("pack", f"{rule.pack}{title}{_order(rule, rules)}", paint, width)
    yield from _field("operator", rule.operator, paint, width)
    for name, value in rule.options.items():
        yield from _field(f"  {name}", _shown(value), paint, width, words=isinstance(value, tuple))
    yield from _field("needs", " | ".join(rule.needs), paint, width)
    yield from _field("message", rule.message, paint, width)
    yield from _field("was", ", ".join(rule.was), paint, width)
    for heading, wanted in (("examples", False), ("keeps", True)):
        chosen = [example for example in rule.examples if example.keeps is wanted]
        if chosen:
            yield ""
            yield "  " + paint.text("path", heading)
        for example in chosen:
            yield from _example(rule, example, paint, width)


def _field(name: str, text: str, paint: Paint, width: int, *, words: bool = True) -> Iterator[str]:
    """A named text; `words`: broken at spaces, else anywhere."""
    if not text:
        return
    room = width - _KEY - 2
    margin = "  " + paint.text("dim", f"{name:<{_KEY}}")
    for row in wrapped(text, room) if words else Paint().rows([Piece("same", text)], room):
        yield margin + row
        margin = " " * (_KEY + 2)


def _order(rule: Rule, rules: RuleSet) -> str:
    names = [one.id for one in rules.rules]
    return f", runs {names.index(rule.id) + 1} of {len(names)}" if rule.id in names else ""


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = [f"{inline(str(key))} → {inline(str(to))}" for key, to in value.items()]
        more = f"; {len(pairs) - 8} more" if len(pairs) > 8 else ""
        return "; ".join(pairs[:8]) + more
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).replace("\n", "⏎")


def _example(rule: Rule, example: Example, paint: Paint, width: int) -> Iterator[str]:
    note = ", ".join(
        filter(None, [example.note, "todo: does not work yet" if example.todo else ""])
    )
    if example.keeps:
        text = inline(example.text, max(20, width // 2 - 8))
        line, mark = text, paint.text("ins", "=") if paint.color else "="
        if note and columns(line) + columns(note) + 8 > width:
            yield f"    {mark} {line}"
            yield "      " + paint.text("dim", note)
            return
        yield f"    {mark} {line}" + (f"  {paint.text('dim', note)}" if note else "")
        return
    margin = "    - "
    for row in _small_diff(rule, example, paint, width - 6):
        yield margin + row
        margin = "      "
    if note:
        yield "      " + paint.text("dim", note)


def _small_diff(rule: Rule, example: Example, paint: Paint, room: int) -> Iterator[str]:
    """What the rule alone does to the text of an example, at level review."""
    try:
        hits = run(RuleSet((rule,), {}), example.text, level="review").hits
    except CleanerError as error:
        yield f"{inline(example.text)}: {error}"
        return
    view = View("", example.text, hits)
    for group in groups(view, hits):
        for pieces in excerpt(view, group, paint, room, full=False).rows:
            yield from paint.rows(pieces, room)
    if not hits:
        yield inline(example.text)
