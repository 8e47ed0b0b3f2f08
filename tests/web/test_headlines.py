"""Where the document begins, if no title of the page tells it."""

from __future__ import annotations

import pytest

from cleaner.web.headlines import beginning, may_head
from tests.web.scraping import BODY, scraped


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (["首页", "要闻", "专题", "春耕"], 3),
        (["首页", "要闻", "水库日报", "2022年7月18日8时"], 2),
        (["首页", "当前位置：首页 > 要闻", "春耕时节农事忙", "标签：农业"], 2),
        (["首页", "要闻", "通知"], 2),
        (["首页", "要闻", "专题"], 3),
        (["首页", "要闻", "专题", "两岸", "首页", "春耕时节农事忙", "2022年7月18日"], 5),
        (["首页", "要闻", "专题", "两岸", "2022年7月18日"], 3),
        (["当前位置：首页 > 要闻", "春耕时节农事繁忙", "打印", "首页", "要闻", "专题"], 1),
        (["首页", "春耕时节农事繁忙", "来源：县报", "首页", "要闻", "专题", "分享", "视频"], 1),
        (["首页", "要闻", "春耕", "来源：县报", "上一篇：春雨", "分享"], 2),
        (["首页", "> 首页 > 要闻 > 农业", "春耕"], 2),
    ],
)
def test_the_headline_is_found(above: list[str], line: int) -> None:
    assert beginning(scraped("\n".join(above) + "\n" + BODY)) == line


def test_an_item_of_a_menu_is_no_headline() -> None:
    page = scraped("首页\n水库日报\n首页 | 要闻\n" + BODY)
    assert [may_head(page, at) for at in range(3)] == [False, True, False]
