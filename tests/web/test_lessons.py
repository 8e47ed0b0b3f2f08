"""A text that teaches what pages have."""

from __future__ import annotations

import pytest

from cleaner.web.lessons import is_lesson
from tests.web.scraping import BODY, scraped


@pytest.mark.parametrize(
    ("text", "taught"),
    [
        (BODY + "样式如下：\n首页\n再下面是：\n返回顶部\n", True),
        ("1. 位置栏，如“当前位置：首页”；\n2. 打印栏，如“返回顶部”；\n" + BODY, True),
        (BODY + "样式如下：\n首页\n返回顶部\n", False),
        (BODY + "分享到\n首页\n返回顶部\n", False),
        (BODY + "一、您从哪里来\n分享到\n二、您到哪里去\n收藏\n", True),
    ],
)
def test_is_lesson(text: str, taught: bool) -> None:
    assert is_lesson(scraped(text)) is taught
