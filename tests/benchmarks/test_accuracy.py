"""The check of the floors finds what is below them."""

from __future__ import annotations

from benchmarks.accuracy import FLOORS, Flags, Result, below, cell, measure
from benchmarks.corpora import sources
from benchmarks.edits import Score
from benchmarks.peers import PEERS

PERFECT = Result("perfect", Score(10, 10, 10))
ENOUGH = Flags(raised=["x"] * 16, missed=[], others=[])


def own(**changed: Result) -> dict[str, Result]:
    return {"safe": PERFECT, "review": PERFECT, "general": PERFECT} | changed


def test_floors_are_kept_by_a_perfect_run() -> None:
    assert FLOORS.is_file()
    assert below(own(), ENOUGH) == []


def test_each_figure_below_its_floor_is_named() -> None:
    worse = Result("worse", Score(10, 10, 9), harmed=["verse.txt"])
    found = below(own(review=worse), Flags([], ["x"], ["y"] * 99))
    assert [fault.split()[0] for fault in found] == ["review", "review", "0", "99", "texts"]
    assert "verse.txt" in found[-1]


def test_gold_scores_full_marks_and_the_source_none() -> None:
    golds = {source.text: source.gold("full") for source in sources()}
    best = measure("gold", lambda text: golds.get(text, text), "full")
    assert best.total.f_half == 1.0
    assert best.lines[0] == best.lines[1]
    assert all(score.f_half == 1.0 for score in best.classes.values())
    assert not best.harmed
    nothing = measure("nothing", lambda text: text, "full")
    assert (nothing.total.made, nothing.total.precision) == (0, 1.0)


def test_harm_is_counted() -> None:
    assert len(measure("shout", lambda text: text + "!", "full").harmed) >= 44


def test_cell_says_what_cannot_be_a_percentage() -> None:
    assert (cell(Score(3)), cell(Score(0, 2)), cell(Score(2, 2, 1))) == ("·", "2 wrong", "50/50/50")


def test_a_missing_peer_is_none_and_the_rest_run() -> None:
    for peer in PEERS:
        tool = peer.tool()
        assert tool is None or isinstance(tool("你好,世界"), str)
