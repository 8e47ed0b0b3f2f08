"""What is timed is the whole record, and it is right; no test asserts a time."""

from __future__ import annotations

import tomllib

from benchmarks.accuracy import FLOORS
from benchmarks.corpora import sources
from benchmarks.costs import costs
from benchmarks.speed import cleaner_run, corpora, full_record, high_water, times, tools
from cleaner import load_rules


def test_corpora_have_the_size_that_is_asked_for() -> None:
    found = corpora(100_000)
    assert [len(corpus.texts) == 1 for corpus in found] == [True, False, True, False, False]
    assert all(0.1 <= corpus.megabytes < 0.13 for corpus in found)
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["speed"]
    assert {corpus.kind for corpus in found} == set(floors)


def test_the_record_that_is_timed_is_right() -> None:
    text = sources()[3].text
    result = full_record(text)
    assert len(result.changes) == cleaner_run([text]) > 0


def test_every_tool_is_timed() -> None:
    runs = tools(every_peer=False)
    assert next(iter(runs)) == "cleaner"
    assert "ftfy" in runs
    assert set(times(runs, corpora(1)[1], rounds=1)) == set(runs)


def test_every_rule_has_a_cost() -> None:
    rules = load_rules()
    text = sources()[0].text
    assert set(costs(rules, [text])) == {rule.id for rule in rules.for_document(text)}


def test_memory_is_counted_in_bytes() -> None:
    assert high_water() > 1_000_000
