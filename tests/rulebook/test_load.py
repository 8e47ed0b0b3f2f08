"""Rule sets: which files, in which order, chosen how."""

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.errors import CleanerError, RulesError, UsageError
from cleaner.rulebook import builtin_digest, default_rules, load_rules, rules_folder, trial
from cleaner.rulebook import load as loading
from cleaner.rulebook.places import builtin_files, order_file

PACK = """\
pack: {pack}
title: 试
version: 1
rules:
"""
RULE = """\
  - id: {id}
    was: [{old}]
    does: put 乙 for {find}
    why: for the test
    operator: pattern
    with: {{find: {find}, replace: 乙}}
    level: safe
    examples: [{{before: {find}, after: 乙}}, {{before: 丙{find}, after: 丙乙}}, {{keep: 丙}}, {{keep: 丁}}]
"""


@pytest.fixture
def pack(tmp_path):
    def write(name, *ids, find="甲", folder=tmp_path):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.yaml"
        text = PACK.format(pack=name)
        text += "".join(RULE.format(id=one, old=f"{one}-old", find=find) for one in ids)
        path.write_text(text, "utf-8")
        return path

    return write


def ids(rules):
    return [rule.id for rule in rules.rules]


def test_packs_of_others_come_after_the_built_in_ones(pack):
    rules = load_rules([pack("one", "one/a"), pack("two", "two/a")])
    assert ids(rules) == [*ids(default_rules()), "one/a", "two/a"]
    assert clean("甲", rules).text == "乙"


def test_without_the_built_in_rules(pack):
    assert ids(load_rules([pack("one", "one/b", "one/a")], builtin=False)) == ["one/b", "one/a"]
    assert ids(load_rules(builtin=False)) == []


def test_a_folder_stands_for_its_packs(pack, tmp_path):
    pack("two", "two/a", folder=tmp_path / "deep")
    pack("one", "one/a")
    pack("hidden", "hidden/a", folder=tmp_path / ".git")
    (tmp_path / "order.yaml").write_text("- one\n", "utf-8")
    assert ids(load_rules([tmp_path], builtin=False)) == ["two/a", "one/a"]


def test_an_empty_folder_is_a_mistake(tmp_path):
    with pytest.raises(UsageError, match="no rule files"):
        load_rules([tmp_path])


def test_a_built_in_pack_by_its_name():
    families = {rule.pack for rule in load_rules(["web"], builtin=False).rules}
    assert families == {"web"}
    assert ids(load_rules(["web"])) == ids(default_rules())


def test_a_file_that_is_not_there():
    with pytest.raises(UsageError, match=r"wbe: no such rule file.*did you mean 'web'"):
        load_rules(["wbe"])


def test_a_file_without_permission_is_a_usage_error(pack, monkeypatch):
    path = pack("one", "one/a")

    def refuse(self, read=Path.read_bytes):
        if self == path:
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        load_rules([path], builtin=False)


def test_the_file_of_a_built_in_pack_is_that_pack(tmp_path):
    file = builtin_files()[0]
    path = tmp_path / "copy.yaml"
    path.write_bytes(file.data)
    assert ids(load_rules([path])) == ids(default_rules())


def test_a_pack_that_takes_the_name_of_another(pack):
    with pytest.raises(RulesError, match=r"there is a pack 'web' already: rules/web\.yaml"):
        load_rules([pack("web", "web/mine")])


def test_an_id_that_another_pack_had_before(pack):
    with pytest.raises(RulesError, match="duplicate rule id 'one/a-old'"):
        load_rules([pack("one", "one/a", "one/a-old")], builtin=False)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ([], [], ["one/a", "one/b", "two/a"]),
        (["one"], [], ["one/a", "one/b"]),
        (["one/b", "two"], [], ["one/b", "two/a"]),
        ([], ["one/a"], ["one/b", "two/a"]),
        (["one"], ["one/a-old"], ["one/b"]),
        (["one/a-old"], [], ["one/a"]),
    ],
)
def test_select_and_ignore(pack, select, ignore, left):
    paths = [pack("one", "one/a", "one/b"), pack("two", "two/a")]
    assert ids(load_rules(paths, builtin=False, select=select, ignore=ignore)) == left


def test_an_unknown_choice_is_told_with_what_was_meant(pack):
    with pytest.raises(UsageError, match=r"no rule or family 'one/bb' \(did you mean 'one/b'\?\)"):
        load_rules([pack("one", "one/a", "one/b")], builtin=False, ignore=["one/bb"])


def test_the_digest_tells_content_and_choice_but_not_place(pack, tmp_path):
    one = pack("one", "one/a", "one/b")
    moved = pack("one", "one/a", "one/b", folder=tmp_path / "elsewhere")
    changed = pack("one", "one/a", "one/b", find="戊", folder=tmp_path / "changed")
    digest = load_rules([one]).digest
    assert digest == load_rules([moved]).digest
    assert digest != load_rules([changed]).digest
    assert digest != load_rules([one], ignore=["one/a"]).digest
    assert default_rules().digest == builtin_digest()


def test_patterns_of_built_in_rules_are_not_made_before_they_run():
    assert not any("finder" in vars(rule) for rule in load_rules().rules)


def test_examples_of_others_are_remembered(pack, tmp_path, monkeypatch):
    path, kept = pack("one", "one/a"), tmp_path / "cache" / "proved"
    seen: list[str] = []

    def examine(rule):
        seen.append(rule.id)
        return trial.examine_examples(rule)

    monkeypatch.setattr(loading, "examine_examples", examine)
    load_rules([path], remembered=kept)
    load_rules([path], remembered=kept)
    assert seen == ["one/a"]
    load_rules([path])
    pack("one", "one/a", find="戊")
    load_rules([path], remembered=kept)
    assert seen == ["one/a"] * 3


def test_failing_examples_are_not_remembered(pack, tmp_path):
    path, kept = pack("one", "one/a"), tmp_path / "proved"
    path.write_text(path.read_text("utf-8").replace("after: 乙", "after: 丁"), "utf-8")
    for _ in range(2):
        with pytest.raises(RulesError, match="this should become '丁', but it becomes '乙'"):
            load_rules([path], remembered=kept)


def test_a_cache_that_cannot_be_written_is_no_fault(pack, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    assert load_rules(
        [pack("one", "one/a")], builtin=False, remembered=tmp_path / "file" / "x"
    ).rules


def test_an_installation_without_rules_says_so(monkeypatch, tmp_path):
    from cleaner.rulebook import places

    monkeypatch.setattr(places, "PACKAGE", tmp_path / "cleaner")
    with pytest.raises(CleanerError, match="missing from this installation"):
        rules_folder()


def test_the_order_file_is_no_pack():
    assert order_file().name not in {file.name for file in builtin_files()}
