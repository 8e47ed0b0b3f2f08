"""Keywords in a text about something else, and endings that belong to no sentence."""

from itertools import pairwise

import pytest

from cleaner.operators.alien_ending import alien_ending
from cleaner.operators.injected import injected
from cleaner.page import Page
from tests.operators.running import levels

FINDER = injected(
    words=("彩票",), topics=("彩票", "棋牌"), goods=("开户", "平台"), fields=("警方",)
)
PROSE = "春天到了，大家都去看花，公园里人山人海，连路边也停满了车。" * 5 + "\n"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (f"九号彩票开户\n\n{PROSE}", [("九号彩票开户\n\n", "safe")]),
        (f"{PROSE}彩票平台\n{PROSE}", [("彩票平台\n", "review")]),
        (f"{PROSE}彩票平台 http://a.com/\n{PROSE}", [("彩票平台 http://a.com/\n", "safe")]),
        (f"家彩票平台,{PROSE}", [("彩票平台", "review")]),
        (f"{PROSE}彩票_棋牌开户|彩票平台\n{PROSE}", [("彩票_棋牌开户|彩票平台\n", "safe")]),
        (f"{PROSE}棋牌彩票开户在线平台\n{PROSE}", [("棋牌彩票开户在线平台\n", "review")]),
        (f"家彩票平台_棋牌开户,{PROSE}", [("彩票平台_棋牌开户", "safe")]),
    ],
)
def test_deletes(text: str, spans: list[tuple[str, str | None]]) -> None:
    assert levels(FINDER, text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "彩票开户\n",
        f"彩票开户\n{PROSE}警方说，不要相信。\n",
        f"彩票开户\n{PROSE}他买了一张彩票。\n",
        f"1. 彩票开户\n{PROSE}",
        f"{PROSE}彩票 昨天 今天 明天 开户\n{PROSE}",
        f"他说“彩票平台”不可信，{PROSE}",
    ],
)
def test_keeps(text: str) -> None:
    assert levels(FINDER, text) == []


def test_alien_ending_wants_sense() -> None:
    with pytest.raises(ValueError, match="least"):
        alien_ending(least=1)


def test_an_ending_that_stands_elsewhere_stays() -> None:
    ends = "甲乙丙丁戊己庚辛壬癸"
    text = "".join(f"{one}{two}走了龙族秘史。\n" for one, two in pairwise(ends))
    finder = alien_ending()
    assert list(finder(Page.of(text + "他读龙族秘史这本书。\n"))) == []
