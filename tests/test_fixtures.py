"""The five sources are met exactly, and the tables of the gold say what they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.classes import by_class, places, table
from benchmarks.corpora import Gold, Source, rows, sources
from benchmarks.edits import edits, flatten
from cleaner import Level, clean
from cleaner.decode import decode

FIXTURES = Path(__file__).parent.parent / "fixtures"
GOLDS: list[tuple[Level, Gold]] = [("safe", "safe"), ("review", "full")]
EACH = pytest.mark.parametrize("source", sources(), ids=lambda source: source.number)


def test_five_sources_have_both_golds() -> None:
    assert len(sources()) == 5
    wanted = {f"{source.name}.{kind}.txt" for source in sources() for kind in ("safe", "full")}
    assert {path.name for path in (FIXTURES / "gold").glob("*.txt")} == wanted


@EACH
def test_source_is_decoded_as_it_is(source: Source) -> None:
    data = (FIXTURES / "sources" / f"{source.name}.txt").read_bytes()
    assert decode(data).text == source.text
    assert decode(data).encode(source.text).data == data


@EACH
@pytest.mark.parametrize(("level", "kind"), GOLDS)
def test_gold_is_met_line_by_line(source: Source, level: Level, kind: Gold) -> None:
    cleaned = clean(source.text, level=level, path=f"{source.name}.txt")
    assert flatten(cleaned.text).split("\n") == flatten(source.gold(kind)).split("\n")


@EACH
@pytest.mark.parametrize("kind", ["safe", "full"])
def test_gold_of_its_own_is_left_alone(source: Source, kind: Gold) -> None:
    gold = source.gold(kind)
    level: Level = "safe" if kind == "safe" else "review"
    done = [f"{c.line}:{c.column} {c.rules} {c.before!r}" for c in clean(gold, level=level).changes]
    assert not done


@EACH
@pytest.mark.parametrize("kind", ["safe", "full"])
def test_every_wanted_edit_has_a_class(source: Source, kind: Gold) -> None:
    flat = flatten(source.text)
    at, known = list(places(source.text)), table()[source.number]
    assert len(at) == len(flat) + 1
    wanted = edits(flat, flatten(source.gold(kind)))
    assert not [edit for edit in wanted if (*at[edit.at], edit.inserts) not in known]
    assert sum(s.right for s in by_class(source, wanted, wanted).values()) == wanted.total()


def test_flagged_texts_stand_on_their_lines() -> None:
    lines = {source.number: source.text.split("\n") for source in sources()}
    flags = rows("flags.tsv")
    assert all(row["text"] in lines[row["document"]][int(row["line"]) - 1] for row in flags)
    assert len(flags) - 2 == 16  # one defect has three lines


def test_no_rule_knows_a_document() -> None:
    rules = FIXTURES.parent / "rules"
    names = [part for source in sources() for part in (source.name, source.name.split("_")[1])]
    for path in rules.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name in text], path
