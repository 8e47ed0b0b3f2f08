"""The generator: every damage has its truth, the same seed gives the same documents."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.generated import characters, layout, repeats
from benchmarks.generated.damage import Draft, Patch
from benchmarks.generated.documents import SAMPLE, STYLES, files, lay_out, prose, window
from benchmarks.generated.origins import ORIGINS
from benchmarks.generated.places import width
from benchmarks.generated.readers import Block, running
from benchmarks.generated.readers import documents as read_documents
from benchmarks.generated.runs import ALONE, AT_ONCE, PLACES, documents
from benchmarks.generated.sieve import clean_blocks, digit_borders, is_clean

LONG = "我们沿着河边的小路慢慢地走，谁也没有说话，只听见水声和远处村子里的狗叫。" * 6
BLOCKS = [Block("heading", "河边的小路"), Block("text", LONG), Block("text", LONG[:40] + "。")]


def draft(style: int = 0) -> Draft:
    return lay_out(BLOCKS, STYLES[style])


def test_layouts_set_the_same_blocks() -> None:
    for number, style in enumerate(STYLES):
        page = draft(number)
        rows = [row for row in page.text.split("\n") if row]
        assert rows == [BLOCKS[0].text, *(style.indent + block.text for block in BLOCKS[1:])]
        assert [page.text[s.start : s.end] for s in page.spans] == [b.text for b in BLOCKS]


def test_a_patch_keeps_the_truth_and_moves_what_stands_behind_it() -> None:
    page = draft()
    clean = page.text
    at = clean.index("慢慢")
    assert page.apply([Patch(at, at, "\n\n", "columns"), Patch(at + 5, at + 6, ",", "folded")]) == 2
    assert page.restored() == clean
    assert [page.text[edit.start : edit.end] for edit in page.edits] == ["\n\n", ","]
    assert page.text[page.spans[2].start :].startswith(BLOCKS[2].text)


def test_damage_does_not_touch_damage_but_inside_of_a_copy() -> None:
    page = draft()
    clean = page.text
    end = page.spans[1].end
    page.apply([Patch(end, end, "\n\n" + LONG, "copies", (page.spans[1].start, end))])
    assert page.apply([Patch(end, end, "x", "other")]) == 0
    assert page.apply([Patch(end + 20, end + 20, "\n", "wraps")]) == 1
    (edit,) = page.edits
    assert page.text[edit.start : edit.end].replace("\n", "") == LONG
    assert edit.reach[0] == page.spans[1].start
    assert page.restored() == clean


@pytest.mark.parametrize("name", [*ALONE, "combined"])
def test_the_same_seed_gives_the_same_documents_and_the_truth_restores_them(name: str) -> None:
    def made(seed: int) -> list[tuple[str, str]]:
        found = documents(name, "sample", Path(), seed=seed, count=3)
        return [(document.text, document.clean) for document in found]

    first = made(7)
    assert len(first) == 3
    assert first == made(7)
    assert first != made(8)
    assert all(text != clean for text, clean in first)


def test_combined_damage_is_five_classes_at_three_places() -> None:
    for document in documents("combined", "sample", Path(), seed=3, count=3):
        kinds = [edit.kind.split(",")[0] for edit in document.draft.edits]
        assert len(set(kinds)) == AT_ONCE
        assert min(kinds.count(kind) for kind in kinds) >= PLACES


def test_edits_are_sorted_and_apart() -> None:
    for document in documents("combined", "sample", Path(), seed=5, count=3):
        edits = document.draft.edits
        assert all(a.end <= b.start for a, b in pairwise(edits))


def test_columns_break_inside_sentences_alone() -> None:
    page = draft()
    layout.columns(page, random.Random(2), 9.0)
    assert page.edits
    for edit in page.edits:
        assert page.text[edit.start - 1] not in "。！？：；"
        assert page.text[edit.end] not in "，。"


def test_wraps_keep_to_the_width() -> None:
    text = "这里有 apt-get 和 dpkg 两个命令，" * 8
    places = layout.wrap_places(text, 30, 4, kinsoku=True)
    rows, at = [], 0
    for start, end in places:
        rows.append(text[at:start])
        at = end
    assert width(rows[0]) + 4 <= 30
    assert all(20 <= width(row) <= 30 for row in rows[1:])
    assert not any(row[0] in "，。 " for row in rows)


def test_dates_lose_their_marks_where_one_reading_is_left() -> None:
    assert characters.splits("202011") == 1
    assert characters.splits("2020111") == 2
    assert characters.splits("2020321") == 1
    page = lay_out([Block("text", f"{LONG}2020年1月1日开工，2020年11月1日完工。")], STYLES[0])
    characters.dates(page, random.Random(1), 1.0)
    assert [edit.clean for edit in page.edits] == ["2020年1月1"]


def test_copies_say_where_they_are() -> None:
    page = draft()
    clean = page.text
    repeats.copy_adjacent(page, random.Random(1), 1.0)
    assert page.restored() == clean
    for edit in page.edits:
        assert page.text[edit.start : edit.end].strip() in clean


def test_the_sieve_keeps_prose_and_drops_what_looks_damaged() -> None:
    prose_text = "她昨天去了图书馆，借了三本书，晚上读到很晚才睡。"
    assert is_clean(Block("text", prose_text))
    for damaged in (
        ("，", ","),
        ("了图", "了 图"),
        ("馆", "館"),
        ("三", "３"),
        ("。", ""),
        ("借", "（借"),
    ):
        assert not is_clean(Block("text", prose_text.replace(*damaged)))
    assert digit_borders("共3人，有 4 人") == (2, 2)
    heads = [Block("heading", "第一章 概述"), Block("heading", "第二节 用法")]
    assert clean_blocks([*heads, Block("text", prose_text), heads[0]]) == [
        heads[1], Block("text", prose_text),
    ]  # fmt: skip


def test_markup_line_breaks_are_no_text() -> None:
    assert running("他们在\n  河边，\nusing apt\n命令") == "他们在河边，using apt 命令"


def test_a_window_has_each_text_once(tmp_path: Path) -> None:
    blocks = prose(SAMPLE / "debmake-doc.jsonl")
    for seed in range(5):
        chosen = [block.text for block in window(blocks, random.Random(seed))]
        assert len(chosen) == len(set(chosen))
        assert 1500 <= sum(map(len, chosen)) <= 6000


def test_html_is_read_as_blocks(tmp_path: Path) -> None:
    page = "<html><head><title>无</title></head><body><h1>标题</h1><p>第一\n段。</p><pre>x</pre><li>条</li></body>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (blocks,) = read_documents(tmp_path, ("*.html",), "html")
    assert blocks == [Block("heading", "标题"), Block("text", "第一段。"), Block("text", "条")]


def test_origins_are_documented_and_split_once() -> None:
    page = (SAMPLE.parent.parent / "benchmarks/generated/ORIGINS.md").read_text(encoding="utf-8")
    assert len({each.name for each in ORIGINS}) == len(ORIGINS)
    for each in ORIGINS:
        row = next(line for line in page.split("\n") if line.startswith(f"| {each.name} |"))
        assert row.split(" | ")[1] == each.part
        assert each.licence in row


def test_the_sample_is_small_and_of_four_origins() -> None:
    paths = files("sample", Path())
    assert len(paths) >= 4
    assert sum(path.stat().st_size for path in paths.values()) <= 200_000
