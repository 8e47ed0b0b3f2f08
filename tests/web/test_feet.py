"""Where the shell begins below a text."""

from __future__ import annotations

import pytest

from cleaner.web.feet import foot_of, stated
from tests.web.scraping import BODY, scraped


@pytest.mark.parametrize(
    ("below", "start"),
    [
        ("上一篇：春雨\n返回顶部\n", 1),
        ("扫描下方二维码报名\n县图书馆\n2022年3月1日\n打印\n", 4),
        ("扫描下方二维码报名\n联系电话：0999-1234567\n打印\n", 3),
        ("技术支持：县疾控中心\n镇人民政府\n2019年4月3日\n打印\n", 4),
        ("相关阅读\n" + BODY + "打印\n", 3),
        ("首页\n____\n打印\n", 3),
        ("收藏\n3\n打印\n", 1),
    ],
)
def test_the_first_line_of_the_shell(below: str, start: int) -> None:
    page = scraped(BODY + below)
    assert foot_of(page, 1)[0] == start


def test_statements_of_an_author() -> None:
    page = scraped(BODY + "未经本人同意，请勿转载。\n本网站文章，请勿转载。\n打印\n")
    assert [*stated(page, 1)] == [1]
