"""Composition of steps, held against a slow model that keeps every character that ever was."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from cleaner.clusters import Composer
from cleaner.model import Offsets
from cleaner.offsets import lengths, offsets, splice

Edit = tuple[int, int, str]


@st.composite
def chains(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text and steps of sorted edits that do not overlap, each on the text that the last one left."""
    text = draw(st.text("甲乙a,\n", max_size=14))
    source, steps = text, []
    for _ in range(draw(st.integers(0, 5))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        edits: list[Edit] = []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            after = draw(st.text("丙丁,", max_size=3))
            if text[start:end] != after and not (edits and start == end == edits[-1][1]):
                edits.append((start, end, after))
        steps.append(edits)
        text = splice(text, *columns(edits))
    return source, steps


def columns(edits: list[Edit]) -> tuple[Offsets, Offsets, list[str]]:
    return (
        offsets([edit[0] for edit in edits]),
        offsets([edit[1] for edit in edits]),
        [edit[2] for edit in edits],
    )


@dataclass
class Cell:
    """A character that is, or was, somewhere: its cluster, and whether it is source or still there."""

    char: str
    source: bool
    alive: bool = True
    group: set[int] = field(default_factory=set)


def model(source: str, steps: list[list[Edit]]) -> list[tuple[str, str, tuple[int, ...]]]:
    """(before, after, chain) of each cluster, by keeping deleted characters in place."""
    cells = [Cell(char, True) for char in source]
    groups: list[set[int]] = []  # steps of each group; a cell's `group` is one of these, shared
    for number, edits in enumerate(steps):
        live = [cell for cell in cells if cell.alive]
        for start, end, after in edits:
            spot = {number}
            if start < end:
                first, last = index(cells, live[start]), index(cells, live[end - 1])
                touched = cells[first : last + 1]
                at = last + 1
            else:
                at = index(cells, live[start]) if start < len(live) else len(cells)
                while start < len(live) and at and is_gone_of(cells[at - 1], live[start]):
                    at -= 1
                left = live[start - 1] if start else None
                inside = (
                    left and start < len(live) and left.group and left.group is live[start].group
                )
                touched = [left] if inside and left else []
            new = [Cell(char, False) for char in after]
            groups_hit = [cell.group for cell in touched if cell.group]
            for group in groups_hit:
                spot |= group
            merged = [cell for cell in cells if any(cell.group is group for group in groups_hit)]
            for cell in (*merged, *touched, *new):
                if not (start == end and cell in touched and not groups_hit):
                    cell.group = spot
            for cell in touched if start < end else []:
                cell.alive = False if cell in live[start:end] else cell.alive
            cells[at:at] = new
            groups.append(spot)
    out: list[tuple[str, str, tuple[int, ...]]] = []
    seen: set[int] = set()
    for cell in cells:
        if cell.group and id(cell.group) not in seen:
            seen.add(id(cell.group))
            mine = [other for other in cells if other.group is cell.group]
            before = "".join(other.char for other in mine if other.source)
            after = "".join(other.char for other in mine if other.alive)
            out.append((before, after, tuple(sorted(cell.group))))
    return out


def is_gone_of(cell: Cell, live: Cell) -> bool:
    return not cell.alive and bool(cell.group) and cell.group is live.group


def index(cells: list[Cell], cell: Cell) -> int:
    return next(at for at, other in enumerate(cells) if other is cell)


def composed(source: str, steps: list[list[Edit]]) -> tuple[str, Composer]:
    composer, text = Composer(), source
    for number, edits in enumerate(steps):
        starts, ends, afters = columns(edits)
        composer.add(number, starts, ends, lengths(afters))
        text = splice(text, starts, ends, afters)
    return text, composer


@given(chains())
def test_composition_equals_the_model(case: tuple[str, list[list[Edit]]]) -> None:
    source, steps = case
    text, composer = composed(source, steps)
    at = composer.clusters
    found = [
        (source[s0:s1], text[c0:c1], composer.chains[chain])
        for s0, s1, c0, c1, chain in zip(
            at.source_starts, at.source_ends, at.starts, at.ends, at.chain, strict=True
        )
    ]
    # What was inserted and deleted again leaves an empty cluster, which both sides keep or drop.
    assert [row for row in found if row[0] or row[1]] == [
        row for row in model(source, steps) if row[0] or row[1]
    ]


@given(chains())
def test_between_the_changes_nothing_differs(case: tuple[str, list[list[Edit]]]) -> None:
    source, steps = case
    text, composer = composed(source, steps)
    at = composer.clusters
    here = there = 0
    for s0, s1, c0, c1 in zip(at.source_starts, at.source_ends, at.starts, at.ends, strict=True):
        assert here <= s0 <= s1 and there <= c0 <= c1
        assert source[here:s0] == text[there:c0]
        here, there = s1, c1
    assert source[here:] == text[there:]


@given(chains())
def test_spans_map_there_and_back(case: tuple[str, list[list[Edit]]]) -> None:
    source, steps = case
    text, composer = composed(source, steps)
    for start in range(len(text)):
        lows, highs = composer.clusters.to_source(offsets([start]), offsets([start + 1]))
        back, back_end = composer.clusters.to_current(lows, highs)
        assert 0 <= lows[0] <= highs[0] <= len(source)
        if lows[0] < highs[0]:  # what was inserted has no place of its own in the source
            assert back[0] <= start < start + 1 <= back_end[0]


def test_one_to_one_replacements_are_spliced() -> None:
    assert splice("甲,乙,丙", offsets([1, 3]), offsets([2, 4]), "，、") == "甲，乙、丙"


def test_touching_edits_stay_two_and_overlapping_ones_merge() -> None:
    _, touching = composed("甲乙丙", [[(0, 1, "子")], [(1, 2, "丑")]])
    assert len(touching.clusters) == 2
    _, merged = composed("甲乙丙", [[(0, 2, "子丑")], [(1, 3, "寅")]])
    assert len(merged.clusters) == 1 and merged.chains[int(merged.clusters.chain[0])] == (0, 1)
