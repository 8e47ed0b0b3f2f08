"""A menu above a headline."""

from __future__ import annotations

from cleaner.web.menus import is_bare, is_imprint, is_menu, items
from tests.web.scraping import BODY, scraped


def test_items_of_bars_count() -> None:
    assert items(scraped("首页 | 要闻\n收藏\n" + BODY), 0, 2) == 4


def test_a_menu_of_unknown_words_above_a_dated_headline() -> None:
    menu = "首页\n数字时代\n未来消费\n企业点评\n账号\n要闻\n"
    page = scraped(menu + "全县春耕备耕工作会议昨天召开\n来源：县报\n" + BODY)
    assert is_menu(page, 0, 6)
    assert not is_menu(scraped(menu + "春耕\n" + BODY), 0, 6)


def test_a_few_items_need_a_certain_foot() -> None:
    page = scraped("首页\n要闻\n春耕\n" + BODY)
    assert is_bare(page, 0, 2, strict=False)
    assert not is_bare(page, 0, 2, strict=True)


def test_rights_alone_are_an_imprint() -> None:
    assert is_imprint(scraped("某某书\n版权所有 侵权必究\n" + BODY), 0, 2)
    assert not is_imprint(scraped("首页\n版权所有 侵权必究\n" + BODY), 0, 2)
