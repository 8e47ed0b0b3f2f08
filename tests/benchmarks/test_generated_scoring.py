"""What a tool did is judged at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.edits import Score
from benchmarks.generated.damage import Draft, Edit, Patch, Span, Style
from benchmarks.generated.runs import ALONE, documents
from benchmarks.generated.scoring import SOUND, Made, edits_between, nonblank, score

PLAIN = Style("blank line", "\n\n", "")
ONE = "河水流过村子，流过田野，一直流到海里去。"
TWO = "山上的人看得见海，却从来没有去过海边。"


def damaged(*patches: Patch) -> Draft:
    text = f"{ONE}\n\n{TWO}\n"
    draft = Draft(text, PLAIN, [Span(0, len(ONE), "text")])
    assert draft.apply(patches) == len(patches)
    return draft


def whole(draft: Draft) -> list[Made]:
    return [Made(edit.start, edit.end, edit.clean) for edit in draft.edits]


def test_the_truth_is_right_and_nothing_is_missed() -> None:
    draft = damaged(Patch(4, 4, "\n\n", "columns"), Patch(6, 7, ",", "folded"))
    verdict = score(draft.text, draft.edits, whole(draft))
    assert verdict.classes == {"columns": Score(1, 1, 1), "folded": Score(1, 1, 1)}
    assert not verdict.wrong
    assert not verdict.missed


@pytest.mark.parametrize("name", [*ALONE, "combined"])
def test_the_truth_scores_full_marks_on_every_run(name: str) -> None:
    for document in documents(name, "sample", Path(), seed=11, count=4):
        draft = document.draft
        verdict = score(draft.text, draft.edits, whole(draft))
        assert sum((each for each in verdict.classes.values()), Score()).f_half == 1.0
        assert not verdict.wrong


def test_nothing_made_is_missed_and_not_wrong() -> None:
    draft = damaged(Patch(4, 4, "\n\n", "columns"))
    verdict = score(draft.text, draft.edits, [])
    assert verdict.classes == {"columns": Score(1, 0, 0)}
    assert [edit.kind for edit in verdict.missed] == ["columns"]


def test_an_edit_of_sound_text_is_wrong() -> None:
    draft = damaged(Patch(4, 4, "\n\n", "columns"))
    verdict = score(draft.text, draft.edits, [*whole(draft), Made(15, 16, "x", "rule")])
    assert verdict.classes == {"columns": Score(1, 1, 1), SOUND: Score(0, 1, 0)}
    assert verdict.wrong[0].made.by == "rule"


def test_a_wrong_repair_is_wrong_and_missed() -> None:
    draft = damaged(Patch(4, 4, "\n\n", "columns"))
    (edit,) = draft.edits
    verdict = score(draft.text, draft.edits, [Made(edit.start, edit.end, " ")])
    assert verdict.classes == {"columns": Score(1, 1, 0)}


def test_of_two_equal_copies_either_may_go() -> None:
    copy = f"\n\n{ONE}"
    draft = damaged(Patch(len(ONE), len(ONE), copy, "copies", (0, len(ONE))))
    first = Made(0, len(copy), "")
    assert score(draft.text, draft.edits, [first]).classes == {"copies": Score(1, 1, 1)}


def test_blank_lines_cost_nothing() -> None:
    draft = damaged()
    at = len(ONE)
    assert score(draft.text, [], [Made(at, at + 1, "")]).classes == {}
    assert score(draft.text, [], [Made(at, at + 2, "")]).wrong
    assert nonblank("甲 \r\n\r\n乙\n") == ["甲", "乙"]


def test_a_join_that_leaves_the_overlap_is_neither_right_nor_wrong() -> None:
    draft = damaged(Patch(4, 4, "\n\n流过", "overlap", also="流过"))
    verdict = score(draft.text, draft.edits, [Made(4, 6, "")])
    assert verdict.classes == {"overlap": Score(1, 0, 0)}


def test_an_overlap_may_go_on_either_side() -> None:
    draft = damaged(Patch(4, 4, "\n\n流过", "overlap", also="流过"))
    assert score(draft.text, draft.edits, [Made(2, 6, "")]).classes == {"overlap": Score(1, 1, 1)}


def test_page_and_join_may_be_two_edits() -> None:
    draft = damaged(Patch(4, 4, "\n\n— 3 —\n\n", "pages"))
    made = [Made(4, 13, "\n\n"), Made(13, 13, "")][:1]
    assert score(draft.text, draft.edits, made).classes == {"pages": Score(1, 1, 0)}
    made = [Made(6, 13, ""), Made(4, 6, "")]
    assert score(draft.text, draft.edits, made).classes == {"pages": Score(1, 1, 1)}


def test_a_repair_inside_of_a_copy_that_stays_counts_for_nothing() -> None:
    copy = f"\n\n{ONE}"
    draft = damaged(Patch(len(ONE), len(ONE), copy, "copies"))
    inside = Made(len(ONE) + 8, len(ONE) + 9, ",")
    assert score(draft.text, draft.edits, [inside]).classes == {"copies": Score(1, 0, 0)}


def test_edits_of_a_tool_that_gives_its_output_alone() -> None:
    assert edits_between("甲\n\n乙,丙", "甲乙，丙") == [Made(1, 3, ""), Made(4, 5, "，")]


def test_edits_keep_their_reach() -> None:
    edit = Edit(2, 4, "", "copies", (0, 4))
    assert edit.also is None
