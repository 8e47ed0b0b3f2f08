"""How lines begin that open a block, and which lines are no part of the text around them.

Blocks: headings, tables, code, items of lists, datelines, labels. Asides: page numbers, captions, facts about a paper.
"""

from __future__ import annotations

from typing import Literal

from cleaner.text import lazy

_OPENERS: tuple[tuple[str, str], ...] = (
    ("heading", r"#{1,6} "),
    ("table", r'\||[+|][-+=|]{3,}|(?!\d{1,3}(?:,\d{3})+(?![\d,]))"?[A-Za-z0-9.:/_-]*"?,(?=[^ ])'),
    ("code", r"```|~~~|[ -~]*[{};]$|[ -~]+\(.*\)$|\.[A-Za-z]{2}(?![A-Za-z\d.])|<(?!https?:|[\w.-]+@)[A-Za-z/!]"),
    ("quote", r">"),
    ("bullet", r"[-*+•·●○■□◆◇▲△▪►※★☆] ?\S"),
    ("numbered", r"[（(]?[一二三四五六七八九十百\d]{1,4}[、.．）)](?![，。、；：？！）)]|\d+ ?[%％‰℃])|第[一二三四五六七八九十百千零〇\d]+[条章节编款项]|第 [一二三四五六七八九十百\d]+ [章节编] |[①-⑳][ \u3000]"),
    ("marker", r"[（(](上接|下转|接第|紧接)[^）)]{0,12}[）)]"),
    ("dateline", r"本报讯|本报综合|新华社|据新华社|中新社|人民网|本报记者|本报[^，。]{0,8}电|据[^，。]{2,10}报道"),
    ("label", r"[\p{Han}（）()、／/·]{2,12}[:：]|[A-Za-z][\w-]*: "),
)  # fmt: skip
_OPENER = lazy("|".join(f"(?P<{name}>{find})" for name, find in _OPENERS))
_OPENS = lazy(r"[^\p{Han}]|[本新据中人第一二三四五六七八九十百]|.{1,12}[:：]")
"""A first look: a line that starts otherwise opens no block."""

_CELL = lazy(r"[│┃┆|\t].+[│┃┆|\t]|\",|,\"|\\\\-")
"""What only tables and code have inside a line."""

_COLUMNS = lazy(r"(?:[^\s，。；：、！？,.;:!?](?:  +|\u3000{2,})\S.*?){3}")
"""The gaps between the cells of a row that is set in columns."""

_FACT = lazy(
    r"[\[【［]?(?:(?:收稿|投稿|修[回改订]|录用|网络出版)(?:日期|时间)|(?:基金|资助)项目|(?:第一|通[讯信])?作者(?:简介|单位)"
    r"|关键[词字]|中图分类号|文献标[识志]码|文章编号|DOI|Key ?[Ww]ords|Abstract)[\]】］]?[ \u3000]?[:：\d]"
)
_FACTS = frozenset("[【［收投修录网基资第通作关中文DKA")
"""Their first characters."""

_PAGE_MARK = lazy(
    r"[-—–·•]{0,2} ?(?:\d{1,4}|[IVXivx]{1,6}) ?[-—–·•]{0,2}$|\d{1,3} ?/ ?\d{1,3} ?页?$|第 ?\d{1,4} ?页(?:[ \u3000]?[,，/（(]?[ \u3000]?共 ?\d{1,4} ?页[)）]?)?$"
    r"|.{2,30}[ \u3000]{2,}\d{1,4}$|\d{1,4}[ \u3000]{2,}[^，。]{0,4}\p{Han}[^，。]{0,30}$|[A-Z]{2} ?\d{5,12} ?[A-Z]\d?$"
)
_PAGE_ENDS = frozenset("0123456789页)）-—–·•IVXivxABCU")
"""With one of these such a line begins, or ends."""


def is_page_mark(body: str) -> bool:
    """Whether a line is nothing but a page number, or a running head with one, or the number of a patent."""
    if body[-1:] not in _PAGE_ENDS and body[:1] not in _PAGE_ENDS:
        return False
    return len(body) <= 40 and _PAGE_MARK.match(body) is not None


_FLOAT = lazy(
    r"(?:续?[图表]|图版|附[图表]|照片) ?(?:\d{1,3}|[A-Z]\d|[一二三四五六七八九十]{1,3})(?:[-–.．—]\d{1,3})*(?:[ \u3000:：.．][^，。；]{0,40})?$"
    r"|(?:Fig(?:ure)?|Tab(?:le)?)\.? ?\d{1,3}\b[^，。；]*$|[（(]单位[:：][^）)]{1,12}[）)]$|(?:资料|数据|图片)来源[:：]|注[:：]"
    r"|[\[【（(](?:图片|图|表|照片|广告|未完待续|待续|续完|上接|下转)[^\[\]【】（）()]{0,12}[\]】）)]$"
    r"|[—―]{1,2} ?(?:引自|摘自|选自|录自)|本[报刊社台](?:特约)?(?:记者|通讯员|评论员)(?:[ \u3000]+\p{Han}{2,4})+$"
    r"|(?:本版)?(?:摄影|撰文|制图|绘图)(?:[ \u3000]+\p{Han}{2,4})+$|\p{Han}{2,4}[ \u3000](?:摄|供图|绘)$"
)
_FLOATS = frozenset("续图表附照FT（(资数注[【—―本摄撰制绘")
"""Their first characters."""

BEFORE_FLOAT = frozenset("译备附批脚尾原编（(《“‘「『【〈〔[{")
"""What belongs to a word that looks like a float: 译|注：, （|注："""


def is_float(body: str, before: str = "") -> bool:
    """Whether a line is what floats in the text of a page: a caption, the unit of a table, a note on it, a credit.

    `before`: the character before it, which may belong to it: 译|注：, （|注：.
    """
    if (body[:1] not in _FLOATS and body[-1:] not in "摄图绘") or before in BEFORE_FLOAT:
        return False
    return _FLOAT.match(body) is not None


def is_fact(body: str) -> bool:
    """Whether a line begins as one of the facts about a paper: 收稿日期：, 基金项目：, 关键词："""
    return body[:1] in _FACTS and _FACT.match(body) is not None


def aside(body: str) -> Literal["", "page", "float", "fact"]:
    """What a line is that is no part of the text around it; a float only where nothing before belongs to it."""
    if is_page_mark(body):
        return "page"
    return "float" if is_float(body) else "fact" if is_fact(body) else ""


def opener(body: str) -> str:
    """How a line without blanks at its ends opens a block, or "": one of the names above."""
    found = _OPENS.match(body) and _OPENER.match(body)
    if found:
        return found.lastgroup or ""
    spaced = ("  " in body or "\u3000\u3000" in body) and "。" not in body
    return "table" if _CELL.search(body) or (spaced and _COLUMNS.search(body)) else ""
