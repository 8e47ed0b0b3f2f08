"""The order file: every fault with its place, and rules placed apart."""

import pytest

from cleaner.errors import Finding
from cleaner.rule import Rule
from cleaner.rulebook.order import check_order, ordered, read_order
from cleaner.rulebook.places import RuleFile


def rule(name):
    return Rule(
        id=name, does="", why="", operator="pattern", options={}, level="safe", make=lambda: lambda _: (),
        pack=name.split("/")[0], place=(f"rules/{name.split('/')[0]}.yaml", 1),
    )  # fmt: skip


RULES = [rule("dates/a"), rule("dates/b"), rule("flags/a"), rule("web/a"), rule("web/b")]


def faults(text):
    found: list[Finding] = []
    file = RuleFile("rules/order.yaml", text.encode(), builtin=True)
    entries = read_order(file, found)
    if not found:
        check_order(file, entries, RULES, found)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- web\n- dates\n- flags\n", []),
        ("- dates/b\n- web\n- dates\n- flags/a\n", []),
        ("- web\n- date\n- dates\n- flags\n", ["2:3: there is no pack or rule 'date' (did you mean 'dates'?)"]),
        ("- web\n- dates/c\n- dates\n- flags\n", ["2:3: there is no pack or rule 'dates/c' (did you mean 'dates/b'?)"]),
        ("- web\n- dates\n- flags\n- web\n", ["4:3: 'web' stands in the order twice (first in line 1)"]),
        ("- web\n- flags\n", ["1:1: pack 'dates' (rules/dates.yaml) has no place in the order: rule 'dates/a'"]),
        ("- web\n- flags\n- dates/a\n", ["1:1: pack 'dates' (rules/dates.yaml) has no place in the order: rule 'dates/b'"]),
        ("- web\n- [flags]\n", ["2:3: the order is a list of packs and rule ids; this is a list"]),
        ("web: 1\n", ["1:1: the order is a list of packs and rule ids"]),
        ("", ["1:1: the order is a list of packs and rule ids"]),
        ("- &a web\n", ["1:3: an anchor (&a) is not allowed"]),
    ],
)  # fmt: skip
def test_faults(text, expected):
    assert faults(text) == [f"rules/order.yaml:{one}" for one in expected]


def test_a_rule_placed_apart_leaves_its_pack():
    found: list[Finding] = []
    text = "- web/b\n- flags\n- dates\n- web\n"
    entries = read_order(RuleFile("rules/order.yaml", text.encode(), builtin=True), found)
    names = [one.id for one in ordered(RULES, entries)]
    assert names == ["web/b", "flags/a", "dates/a", "dates/b", "web/a"]
