"""A text that speaks of traditional characters sets them by themselves in quotation marks."""

from __future__ import annotations

import pytest

from cleaner import clean

PLAIN = "这里谁说话，谁负责，发言的时间说明一下，请说出来。"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (f"{PLAIN}又见“头发”，说：發了什么，又發了什么？", "safe"),
        (f"{PLAIN}墙上是“龍”。又见“头发”，说：發了什么，又發了什么？", "review"),
        (f"{PLAIN}一个是“鬥”，一个是「麵」。又见“头发”，说：發了什么，又發了什么？", None),
        (f"“鬥”和“麵”。\n{PLAIN * 100}又见“头发”，说：發了什么，又發了什么？", "safe"),
    ],
)
def test_near_to_them_others_stay(text: str, level: str | None) -> None:
    changes = clean(text, level="review").changes
    levels = {change.level for change in changes if change.before == "發"}
    assert levels == ({level} if level else set())
