"""Tags and entities in text that is no HTML."""

import pytest

from cleaner.operators.entities import entities
from cleaner.operators.tags import tags
from tests.operators.running import applied

ENTITIES = entities(words=("&",))
TAGS = tags(words=("<",))
PROSE = "县委召开会议，传达上级精神，安排部署下一阶段工作，各乡镇负责人参加了会议。"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("甲&nbsp;乙", "甲 乙"),
        ("&nbsp;&nbsp;甲&nbsp;\n乙", "　　甲\n乙"),
        ("甲&nbsp;&nbsp;　乙", "甲　乙"),
        ("&amp;amp;lt;甲&gt;", "<甲>"),
        ("甲&#8212;乙&#x2014;丙", "甲—乙—丙"),
    ],
)
def test_entities(text: str, after: str) -> None:
    assert applied(ENTITIES, text) == after


@pytest.mark.parametrize(
    "text",
    [
        "甲&unknown;乙",
        "甲&#0;乙",
        "`&nbsp;` 是空格，&lt; 也是",
        "网页（HTML）里用 &nbsp; 表示空格",
        "http://example.com/?a=1&amp;b=2",
        '<a title="&quot;甲&quot;">乙</a>',
    ],
)
def test_entities_that_stay(text: str) -> None:
    assert applied(ENTITIES, text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("题\n\n<p><b>甲</b>乙。<br></p> <p>丙。</p>\n\n丁。\n", "题\n\n甲乙。\n\n丙。\n\n丁。\n"),
        ("甲。\n\n</span>\n\n乙。\n", "甲。\n\n乙。\n"),
        ("甲。 </p>\n\n乙。\n", "甲。\n\n乙。\n"),
        ("甲走了。<br><br>乙来了。\n\n丙。\n", "甲走了。\n\n乙来了。\n\n丙。\n"),
        ("他<font color=red>没有</font>睡。\n", "他没有睡。\n"),
        ("会议召开<br />\n<br />\n甲走了，乙来了。<br />\n", "会议召开\n\n甲走了，乙来了。\n"),
        ("甲走了，乙来了。<br> </p>\n", "甲走了，乙来了。\n"),
        (f'<p style="a:b"><span style="c:d">{PROSE}</span></p>\n' * 3, f"{PROSE}\n" * 3),
        (f'题\n<p class="a">\n{PROSE}\n</p>\n' * 3, f"题\n{PROSE}\n" * 3),
        ("首页 | 新闻\n他<font color=red>没有</font>睡。\n", "首页 | 新闻\n他没有睡。\n"),
    ],
)
def test_tags(text: str, after: str) -> None:
    assert applied(TAGS, text) == after


@pytest.mark.parametrize(
    "text",
    [
        "<b>甲</b>乙\n",
        "| 甲<br>乙 | 丙 |\n",
        "请修改模板中的以下代码：\n    <a href='a.js'>打印</a>\n",
        "用 `<p>` 和 </p>\n",
        "先运行 <name>，再运行 </name>\n",
        "<figure>\n<img>\n<figcaption>甲</figcaption>\n</figure>\n",
        "向量 <a> 和 <b>。\n",
        "# 项目\n\n<p>甲，乙，丙，丁，戊，都来了。</p>\n\n己，庚，辛，壬，癸，也来了。\n\n他们没有说什么，又走了。<br>\n\n</div>\n",
        "项目\n====\n\n这个工具用来整理文本，欢迎大家使用。<br>\n\n.. note::\n\n   请先安装依赖。</p>\n",
        '<p align="center">甲</p>\n<p align="center">乙</p>\n丙。\n',
        '<p align="center">甲</p>\n' * 3,
        "会议召开<br />\n电话<br />\n",
        "他写道：天气真好！<br />我们去吧。大家笑他把换行的标记也打了出来。\n",
    ],
)
def test_tags_that_stay(text: str) -> None:
    assert applied(TAGS, text) == text
