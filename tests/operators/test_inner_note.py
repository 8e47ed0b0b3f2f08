"""Footnotes between the halves of a sentence go behind it, whole; what only looks like them stays."""

from __future__ import annotations

import pytest

from cleaner.operators.inner_note import inner_note
from tests.operators.running import applied, patches

LEFT = "唐代的仓廪分为正仓、太仓和转运仓三种{0}，各有专官掌管，出纳都要登记造册，年终由户部派官"
RIGHT = "员核查账目。转运仓设在水路要冲，用来中转漕粮。"
NOTE = "{0} 见《唐六典》卷三。"

run = inner_note()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["①", "[3]", "〔12〕"])
def test_a_note_goes_behind_the_paragraph(mark: str, gap: str) -> None:
    left, note = LEFT.format(mark), NOTE.format(mark)
    done = applied(run, gap.join([left, note, RIGHT, "下一段。"]) + "\n")
    assert done == gap.join([left + RIGHT, note, "下一段。"]) + "\n"
    assert applied(run, done) == done


@pytest.mark.parametrize(
    "rows",
    [
        [LEFT.format(""), NOTE.format("①"), RIGHT],  # its mark stands nowhere in the text
        [LEFT.format("②"), NOTE.format("①"), RIGHT],
        [LEFT.format("①") + "核查。", NOTE.format("①"), RIGHT],
        [LEFT.format("①"), "① 见《唐六典》卷", RIGHT],  # the note goes on itself
        [LEFT.format("①"), NOTE.format("①"), "　　" + RIGHT],
        [LEFT.format("①"), NOTE.format("①"), RIGHT[:-1]],
        [LEFT.format("①"), NOTE.format("①")],
    ],
)
def test_what_is_no_note_inside_a_sentence_stays(rows: list[str]) -> None:
    assert not patches(run, "\n\n".join(rows) + "\n")


def test_where_the_sentence_may_go_on_it_is_for_review() -> None:
    text = "\n\n".join([LEFT.format("①")[:-1] + "人", NOTE.format("①"), RIGHT[1:]]) + "\n"
    assert [patch.level for patch in patches(run, text)] == ["review"]
