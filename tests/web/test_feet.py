"""Where the shell begins below a text."""

from __future__ import annotations

import pytest

from cleaner.web.feet import foot_of, is_alien, listed, stated
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
        ("相关阅读\n垃圾分为四类\n（记者 许某某）\n打印\n", 4),
        ("相关链接\n可回收物：废纸\n有害垃圾：废电池\n打印\n", 4),
        ("相关链接\n县政府网站\n打印\n", 1),
        ("收藏\n3\n打印\n", 1),
    ],
)
def test_the_first_line_of_the_shell(below: str, start: int) -> None:
    page = scraped(BODY + below)
    assert foot_of(page, 1)[0] == start


def test_statements_of_an_author() -> None:
    page = scraped(BODY + "未经本人同意，请勿转载。\n本网站文章，请勿转载。\n打印\n")
    assert [*stated(page, 1)] == [1]


def test_titles_of_other_articles_are_listed_down_to_a_known_line() -> None:
    below = "相关阅读\n县里召开春耕会议\n市里召开会议：\n《边城》 沈从文\n要闻\n镇里召开会议\n打印\n村里\n"
    assert [*listed(scraped(BODY + below), 1, 9)] == [2, 6]
    assert [*listed(scraped(BODY + "打印\n上一篇：\n县里召开春耕会议\n分享\n"), 1, 5)] == [3]
    assert [*listed(scraped(BODY + "相关阅读\n县里召开春耕会议\n"), 1, 3)] == []


def test_sentences_of_a_foot_that_are_the_sites() -> None:
    said = "支持春耕生产，大家一起来。\n"
    assert is_alien(scraped(BODY + "我要评论\n" + said + "打印\n"), 2, 1)
    assert not is_alien(scraped(BODY + "打印\n" + said + "打印\n"), 2, 1)
    assert not is_alien(scraped(BODY + "我要评论\n" + said + "3楼\n打印\n"), 2, 1)
