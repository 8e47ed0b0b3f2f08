"""The laws that hold for the built-in rules, on every fixture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner import Level, RuleSet, clean, load_rules
from cleaner.decode import decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
TEXTS = sorted(
    path
    for folder in ("sources", "gold", "keep")
    for path in (FIXTURES / folder).iterdir()
    if path.suffix not in (".tsv", ".jsonl", ".toml") or folder == "keep"
)
LEVELS: list[Level] = ["safe", "review"]


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="module")
def unfiltered(rules: RuleSet) -> RuleSet:
    """The same rules without prefilters."""
    return replace(rules, rules=tuple(replace(rule, needs=()) for rule in rules.rules))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_settled_undone_and_replayed(path: Path, level: Level, rules: RuleSet) -> None:
    text = decode(path.read_bytes()).text
    result = clean(text, rules, level=level, path=path.name)
    assert result.undo() == text
    assert result.changes.replay(text) == result.text
    again = clean(result.text, rules, level=level, path=path.name)
    assert [(change.rules, change.before, change.after) for change in again.changes] == []


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_prefilter_hides_nothing(
    path: Path, level: Level, rules: RuleSet, unfiltered: RuleSet
) -> None:
    text = decode(path.read_bytes()).text
    with_filter = clean(text, rules, level=level, path=path.name)
    without = clean(text, unfiltered, level=level, path=path.name)
    assert with_filter.hits == without.hits


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_sources_become_their_gold(number: str, level: Level, rules: RuleSet) -> None:
    (source,) = (FIXTURES / "sources").glob(f"{number}_*.txt")
    wanted = FIXTURES / "gold" / f"{source.stem}.{'safe' if level == 'safe' else 'full'}.txt"
    result = clean(decode(source.read_bytes()).text, rules, level=level, path=source.name)
    assert filled_rows(result.text) == filled_rows(decode(wanted.read_bytes()).text)


def filled_rows(text: str) -> list[str]:
    return [row.rstrip() for row in text.split("\n") if row.strip()]
