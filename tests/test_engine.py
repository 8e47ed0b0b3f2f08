"""How the engine treats what finders yield."""

from __future__ import annotations

import gc
import weakref

import pytest

from cleaner import clean
from cleaner.engine import Cleaned, run
from cleaner.errors import CleanerError, TimeLimitError
from cleaner.model import Level, Patch, Patches
from cleaner.offsets import offsets
from cleaner.operators import OPERATORS
from cleaner.page import Finder, Page
from cleaner.rule import Pack, Rule, RuleSet


def rule(name: str, finder: Finder, level: Level = "safe", **fields: object) -> Rule:
    return Rule(f"t/{name}", "does it", "because", "x", {}, level, lambda: finder, **fields)  # type: ignore[arg-type]


def yielding(*patches: Patch) -> Finder:
    return lambda page: patches


def replacing(old: str, new: str) -> Finder:
    return OPERATORS["pattern"](find=old, replace=new)


def cleaned(text: str, *rules: Rule, level: Level = "safe") -> Cleaned:
    return run(RuleSet(rules, {}), text, level=level, path="a.txt")


def test_rules_run_in_order_each_on_what_the_last_one_left() -> None:
    result = cleaned("甲", rule("one", replacing("甲", "乙")), rule("two", replacing("乙", "丙")))
    (change,) = result.changes
    assert (result.text, change.before, change.after) == ("丙", "甲", "丙")
    assert change.rules == ("t/one", "t/two")


def test_a_probable_repair_waits_at_level_safe() -> None:
    probable = rule("one", replacing("甲", "乙"), "review")
    waiting = cleaned("甲", probable)
    assert (waiting.text, [change.status for change in waiting.pending]) == ("甲", ["pending"])
    assert cleaned("甲", probable, level="review").text == "乙"


def test_the_weakest_level_of_a_merged_change_wins() -> None:
    result = cleaned(
        "甲",
        rule("one", replacing("甲", "乙"), "review"),
        rule("two", replacing("乙", "丙")),
        level="review",
    )
    assert [change.level for change in result.changes] == ["review"]


def test_a_patch_may_have_a_level_and_a_message_of_its_own() -> None:
    patch = Patch(0, 1, "乙", "review", "perhaps")
    (change,) = cleaned("甲", rule("one", yielding(patch))).pending
    assert (change.level, change.message) == ("review", "perhaps")
    (change,) = cleaned("甲", rule("one", yielding(patch)), level="review").changes
    assert (change.level, change.message) == ("review", "perhaps")


def test_a_flag_changes_nothing_and_has_a_severity() -> None:
    flag = rule("one", yielding(Patch(1, 2, "", candidates=("丙",))), "flag", message="“{text}”?")
    result = cleaned("甲乙", flag)
    (change,) = result.flags
    assert (result.text, change.before, change.after) == ("甲乙", "乙", "乙")
    assert (change.severity, change.message, change.candidates) == ("warning", "“乙”?", ("丙",))


def test_a_patch_that_changes_nothing_is_none() -> None:
    assert cleaned("甲", rule("one", yielding(Patch(0, 1, "甲")))).hits == []


@pytest.mark.parametrize(
    "patches",
    [(Patch(0, 2, "丙"), Patch(1, 2, "丁")), (Patch(1, 0, "丙"),), (Patch(0, 9, "丙"),)],
    ids=["overlapping", "backwards", "outside"],
)
def test_a_finder_that_breaks_its_contract_is_named(patches: tuple[Patch, ...]) -> None:
    with pytest.raises(CleanerError, match="rule t/one"):
        cleaned("甲乙", rule("one", yielding(*patches)))


def test_overlapping_columns_are_named() -> None:
    def find(page: Page) -> Patches:
        return Patches(offsets([0, 1]), offsets([2, 2]), ["丙", "丁"])

    with pytest.raises(CleanerError, match="rule t/one"):
        cleaned("甲乙", rule("one", find))


def test_a_pattern_that_runs_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.text.TIME_LIMIT", 0.05)
    hostile = rule("slow", replacing("(?:a|aa)+$", ""))
    with pytest.raises(TimeLimitError, match="rule t/slow"):
        cleaned("a" * 60 + "!", hostile)


def test_a_byte_that_does_not_decode_is_never_inside_a_patch() -> None:
    spans = rule("one", replacing("甲.乙", "丙"))
    assert cleaned("甲\udc80乙 甲子乙", spans).text == "甲\udc80乙 丙"
    assert cleaned("甲\0乙 甲子乙", spans).text == "甲\0乙 丙"


def test_a_pack_for_a_source_runs_on_its_documents_alone() -> None:
    pack = Pack("t", "", "1", "t.yaml", paths=("site/*",), texts=("某网",))
    rules = RuleSet((rule("one", replacing("甲", "乙"), pack="t"),), {"t": pack})
    assert run(rules, "甲").text == "甲"
    assert run(rules, "甲 某网").text == "乙 某网"
    assert run(rules, "甲", path="site/a.txt").text == "乙"


def test_a_rule_runs_when_an_earlier_one_made_what_it_needs() -> None:
    second = rule("two", replacing("乙", "丙"), needs=("乙",))
    assert cleaned("甲", rule("one", replacing("甲", "乙")), second).text == "丙"


def test_places_are_counted_from_one() -> None:
    result = cleaned("一\n二甲", rule("one", replacing("甲", "乙")))
    (change,) = result.changes
    assert (change.line, change.column, change.start, change.end) == (2, 2, 3, 4)
    assert change.to_json()["path"] == "a.txt"


def test_the_key_survives_other_edits() -> None:
    one = rule("one", replacing("甲", "乙"))
    other = rule("other", replacing(",", "，"))
    (alone,) = cleaned("天地,玄黄,甲宇宙", one).changes
    among = [
        change
        for change in cleaned("天地,玄黄,甲宇宙", other, one).changes
        if "t/one" in change.rules
    ]
    (moved,) = cleaned("天地，玄黄，甲宇宙", one).changes
    assert alone.key == among[0].key == moved.key


def test_flags_and_changes_come_in_source_order() -> None:
    flag = rule("f", replacing("乙", ""), "flag")
    hits = cleaned("甲乙甲", flag, rule("one", replacing("甲", "丙"))).hits
    assert [hit.start for hit in hits] == [0, 1, 2]


def test_a_change_that_only_touches_another_stays_its_own() -> None:
    result = cleaned("甲乙", rule("one", replacing("甲", "")), rule("two", replacing("乙", "丙")))
    assert [change.rules for change in result.changes] == [("t/one",), ("t/two",)]


def test_sequence_of_changes_behaves_as_one() -> None:
    changes = cleaned("甲甲甲", rule("one", replacing("甲", "乙"))).changes
    assert len(changes) == 3 and changes[-1] == list(changes)[2] and len(changes[1:]) == 2
    with pytest.raises(IndexError):
        changes[3]
    assert changes.per_rule() == {"t/one": 3}


def test_pages_are_freed_as_soon_as_nothing_is_asked_of_them_any_more() -> None:
    pages: list[weakref.ref[Page]] = []

    def seen(page: Page) -> list[Patch]:
        page.view(lambda page: [page])  # a view that knows its page
        pages.append(weakref.ref(page))
        return [Patch(0, 1, chr(ord(page.text[0]) + 1))]

    gc.disable()
    try:
        cleaned("甲", rule("one", seen), rule("two", seen))
        assert [page() for page in pages] == [None, None]
    finally:
        gc.enable()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled):
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        clean("甲，乙。\n")
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()
