"""Whether a text writes about HTML or is made of it, so that its tags and entities are meant."""

from __future__ import annotations

import regex

from cleaner.lines.reach import is_prose
from cleaner.lines.structure import in_fence, is_code
from cleaner.page import Page
from cleaner.text import BLANKS, lazy, matches

PARTS = ("p", "br", "strong", "b", "em", "i", "u", "span", "font", "a", "center", "figcaption")
"""Tags of running text."""

REMAINS = (
    "div",
    "td",
    "tr",
    "th",
    "table",
    "tbody",
    "li",
    "ul",
    "ol",
    "section",
    "content",
    "tent",
    *("article", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "o:p"),
    *("img", "hr", "script", "style", "iframe"),
)
"""Tags that stay behind alone where a page was cut."""

TAG = lazy(r"</?([A-Za-z][\w:.-]*)(?![\w@:.-]|/(?!>))((?:\s[^<>\n]{0,400})?)/?>")
"""A tag: its name, and its attributes. No address in angle brackets."""

UNREAD = lazy(
    r"^[ \t]*(?:<(?P<name>script|style)(?:\s[^<>\n]*)?>[^\n]*</(?P=name)>|<!--[^\n]*-->"
    r"|<(?P<empty>div|span|ins|center)(?:\s[^<>\n]*)?></(?P=empty)>)[ \t]*$"
)
"""A line that a browser does not show: a script, a style, a remark, or a block with nothing in it."""

ENTITY = lazy(r"&(?:amp;|#38;)*(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});?")
"""What looks like an entity, or one that was written twice over."""

_ABOUT = lazy(
    r"(?i)(?<![./\-_a-z0-9])(?:x?html5?|xml)(?![_./a-z0-9])|<!doctype|<\?xml|转义|字符实体|闭合标签|标签名|换行(?:符|标签|标记|的标)|(?:代码|源码)[^\n<]{0,8}[:：]\s*<"
)
_SYNTAX = r"&(?:amp|lt|gt|nbsp|quot|apos|#\d{2,4});"
_SHOWN = lazy(
    r"(?:[写换改转变译][成作为]|替换|输入|代替|显示|叫做?|看到|所谓|出现|[遇碰]到|[留剩]下|残[留余]|看见|删[掉去除]|[去清]除|去掉|例如|比如|[用写如像])[了出成为]?[ “\"「『‘（(]{0,2}"
    + _SYNTAX
    + r"(?=[，。；、,;”」』’）)]|字样|这|的|来|之类|时[，,]|[和或与]&|等(?!\p{Han})|$)"
    r"|实体(?:字符|编码|名称?)?(?:[是为如写用]|写[作成]|引用)[^。\n]{0,8}&[a-z#\d]{2,8};"
    r"|&(?:copy|reg|trade|nbsp);[”」』’]?[、和或与][“「『‘]?&[a-z]{2,6};"
    r"|&[a-z]{2,8};[^。\n&]{0,8}(?:用|作|写成)实体"
    r"|(?:&#\d{2,6};)+[”」]?(?:这[样种类些]的?|之类的?)(?:东西|字符|符号|代码|编码|乱码|怪字|文字)"
    r"|&(?:lt|amp|nbsp);[”」』’]?[、和与或][“「『‘]?&(?:gt|amp|quot);"
    + r"|(?<=[\p{Han}，、])&lt;/?(?:script|style|html|head|body|title|iframe|form|input)(?:\s[^&\n]{0,40})?&gt;(?=[\p{Han}，。、；])|"
    + _SYNTAX
    + r"[”\"」』’）)]?[^。\n&]{0,8}(?:字符|字样|几个字|实体(?!\p{Han}))|[“「『‘]"
    + _SYNTAX
    + "[”」』’]"
)
"""An entity that a sentence speaks of: 写成&amp;, &lt;、&gt;, &nbsp;这样的."""
_INLINE = lazy(r"(`+)(?!`)[^\n]*?(?:&[#\w]+;|</?[A-Za-z])[^\n]*?(?<!`)\1(?!`)")


_ROW = lazy(r"^[ \t>]*</?(?:table|thead|tbody|tr|div|details)(?:\s[^<>\n]*)?>[ \t]*$")
"""A tag of HTML that is laid out by hand, as in Markdown: it stands on a line of its own."""

_TABLE = lazy(r"^[ \t>]*\|(?:[ ]?:?-{2,}:?[ ]?\|)+[ \t]*$")
"""The line below the head of a table in Markdown."""

MARKDOWN = lazy(r"^#{1,6} |^ {0,3}(?:[-*+]|\d+\.) |\*\*|\]\(|^```|^\||\|[ :]?-{2}")
_BLOCK = lazy(r"<(?P<name>p|div|span|section|td|li|font)(?:\s[^<>]*)?>.*</(?P=name)>")
"""A row that is a block of HTML, or all of it in one style."""
_PARAGRAPHS = 0.9
"""The share of `<p>` that must be closed for a text to be made of paragraphs of HTML."""
MANY = 3
"""Paragraphs in `<p style=…>` from which on those are not set by hand, if they are half of all."""


def is_about_markup(page: Page) -> bool:
    """Whether a page names HTML or XML, shows tags or entities as code or speaks of them, is code, or is Markdown with HTML in it.

    A view of the page.
    """
    if _ABOUT.search(page.text) or (page.has(("&",)) and _SHOWN.search(page.text)):
        return True
    bare = ENTITY.sub(" ", TAG.sub("", UNREAD.sub("", page.text)))
    if is_code(Page.of(bare)):
        return True
    if "`" in page.profile.chars and next(matches(_INLINE, page.text), None):
        return True
    fenced = "\n".join(page.rows[row] for row in in_fence(page))
    if fenced and (TAG.search(fenced) or ENTITY.search(fenced)):
        return True
    return bool((fenced or _TABLE.search(page.text)) and _ROW.search(page.text))


def is_in_html(page: Page, found: list[regex.Match[str]]) -> bool:
    """Whether a text, without Markdown, has its paragraphs in `<p>` of any kind, or in other blocks."""
    if not MARKDOWN.search(page.text):
        told = [row.strip(BLANKS) for row in page.rows if is_prose(row)]
        blocks = sum(row[:1] == "<" and bool(_BLOCK.fullmatch(row)) for row in told)
        if blocks >= MANY and blocks * 2 >= len(told):
            return True
    count = len([match for match in found if match[1].lower() == "p" and match[0][1] != "/"])
    if count < MANY or not is_closed(found) or MARKDOWN.search(page.text):
        return False
    rows = {page.row_at(match.start()) for match in found}
    return 0 < sum(map(is_prose, page.rows)) <= max(count, len(rows)) * 2


def is_closed(found: list[regex.Match[str]]) -> bool:
    """Whether nearly all `<p>` of a text are closed."""
    marks = [match[0][1] for match in found if match[1].lower() == "p"]
    closed = marks.count("/")
    opened = len(marks) - closed
    return opened > 0 and _PARAGRAPHS <= closed / opened <= 1 / _PARAGRAPHS
