"""A small lexicon, and pages read with it."""

from __future__ import annotations

from cleaner.lines.reach import is_prose_line
from cleaner.page import Page
from cleaner.web.lexicon import Lexicon
from cleaner.web.scraped import Scraped

BODY = "开春以来，全县各地抓住晴好天气，翻耕土地，育秧备苗，田间地头一派繁忙景象。\n"


def scraped(text: str) -> Scraped:
    """A page as the shell sees it."""
    words = {
        "lists": ("相关阅读", "相关链接"),
        "editor": ("*责任编辑*",),
        "fact": ("来源*",),
        "legal": ("*ICP备*号*", "*转载*。"),
        "owner": ("*版权所有*", "技术支持：*"),
        "share": ("扫描*二维码*", "分享到"),
        "tools": ("返回顶部", "打印"),
        "trail": ("当前位置*", "上一篇*", "下一篇*"),
        "replies": ("我要评论",),
        "menu": ("首页", "要闻", "专题", "标签：*", "*日报"),
        "buttons": ("收藏", "分享"),
    }
    return Scraped(Page.of(text), Lexicon(words), is_prose_line)
