"""Text whose sentences end with a point: its author typed half-width marks, and none of them is widened."""

from __future__ import annotations

import pytest

from cleaner.marks.judge import Judge
from cleaner.page import Page

MAIL = (
    "老张: 你好,信收到了.上次说的《年鉴》我已经寄出,大约周五能到,请留意、查收.\n"
    "另外,你问的那件事,我再打听一下.下周见!\n"
    "家里都好,不用挂念.孩子的“家长会”我去了,老师说他这学期进步很大,就是字还是写得太急.\n"
)


def converted(text: str) -> int:
    """How many marks of a text are to be widened."""
    return len(Judge(Page.of(text)).verdict()[0])


def test_a_mail_in_half_width_stays() -> None:
    assert converted(MAIL) == 0


def test_a_conversion_leaves_the_ideographic_stop() -> None:
    assert converted(MAIL.replace(".", "。")) > 5


@pytest.mark.parametrize(
    "few", [MAIL.split("\n")[1].replace("见!", "见！，，，") + "\n" + MAIL[-60:].replace(".", "。")]
)
def test_one_point_is_no_habit(few: str) -> None:
    assert converted(few) > 0
