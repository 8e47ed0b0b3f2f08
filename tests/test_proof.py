"""Rules are proved by their examples; the built-in ones here and now."""

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.errors import UsageError
from cleaner.proof import check_rules, prove, prove_together
from cleaner.rule import Example, RuleSet
from cleaner.rulebook import default_rules, rules_folder
from tests.rulebook.support import rule_of


def rules_with(*examples, rule=None):
    rule = rule or rule_of("pattern", find="甲+", replace="乙")
    return RuleSet((rule_of_examples(rule, examples),), {})


def rule_of_examples(rule, examples):
    return replace(rule, examples=tuple(examples))


def messages(rules):
    return [finding.message for finding in prove(rules)]


def test_every_built_in_rule_does_what_its_examples_say():
    assert prove(default_rules()) == []


def test_the_built_in_files_have_no_fault():
    assert check_rules() == []


def test_every_built_in_rule_says_where_its_damage_was_seen():
    assert [rule.id for rule in default_rules().rules if not rule.evidence] == []


def test_the_built_in_rules_together_settle_on_every_example():
    assert prove_together(default_rules()) == []


@pytest.mark.parametrize(
    "example",
    [
        Example("丙甲", "丙乙"),
        Example("丙"),
        Example("甲", "丁", todo=True),
        Example("甲", todo=True),
    ],
)
def test_what_holds(example):
    assert messages(rules_with(example)) == []


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (Example("甲", "丙"), "this should become '丙', but it becomes '乙'"),
        (Example("甲"), "this must stay, but it becomes '乙'"),
        (Example("甲", "乙", flags=("甲",)), "this should flag '甲', but it flags nothing"),
        (Example("甲", flags=("甲",)), "this should become '甲', but it becomes '乙'"),
        (Example("甲", "乙", todo=True), "the example is marked 'todo' but it works: take the mark away"),
        (Example("丙", todo=True), "the example is marked 'todo' but it works: take the mark away"),
    ],
)  # fmt: skip
def test_what_does_not(example, message):
    assert f"{message} (rule 'test/rule')" in messages(rules_with(example))


def test_a_rule_that_feeds_itself_does_not_settle():
    rule = rule_of("pattern", find="甲", replace="甲甲")
    assert messages(rules_with(Example("甲", "甲甲"), rule=rule)) == [
        "a second run would change the result again, to '甲甲甲甲' (rule 'test/rule')"
    ]
    assert (
        "do not settle" in prove_together(rules_with(Example("甲", "甲甲"), rule=rule))[0].message
    )


def test_needs_that_hide_an_example():
    rule = replace(rule_of("pattern", find="甲", replace="乙"), needs=("丙",))
    found = messages(rules_with(Example("甲", "乙"), rule=rule))
    assert found == [
        "the rule finds something here, but none of its needs is in the text: ('丙',) (rule 'test/rule')"
    ]


def test_flags_of_a_rule():
    rule = rule_of("pattern", level="flag", find="甲")
    assert (
        messages(rules_with(Example("甲乙甲", flags=("甲", "甲")), Example("乙"), rule=rule)) == []
    )
    assert messages(rules_with(Example("甲"), rule=rule)) == [
        "this must stay without a flag, but '甲' is flagged (rule 'test/rule')"
    ]


def test_a_finding_stands_at_its_example():
    example = Example("甲", line=7, column=9)
    assert [(one.line, one.column) for one in prove(rules_with(example))] == [(7, 9)]


def test_one_pack_by_its_name():
    assert check_rules(["web"]) == []


def test_a_file_that_is_not_there():
    with pytest.raises(UsageError):
        check_rules(["no-such.yaml"])


def test_a_changed_copy_of_a_built_in_pack_stands_in_for_it(tmp_path):
    path = tmp_path / "web.yaml"
    path.write_bytes((rules_folder() / "web.yaml").read_bytes() + b"\n# changed\n")
    assert check_rules([path]) == []


def test_an_id_of_a_built_in_rule_is_taken(tmp_path):
    name = next(rule.id for rule in default_rules().rules if rule.pack == "web")
    path = tmp_path / "mine.yaml"
    text = (Path(__file__).parent / "rulebook/cases/sound.yaml").read_text("utf-8")
    path.write_text(text.replace("    does:", f"    was: [{name}]\n    does:"), "utf-8")
    assert [one.message.split(" (")[0] for one in check_rules([path])] == [
        f"duplicate rule id '{name}'"
    ]
