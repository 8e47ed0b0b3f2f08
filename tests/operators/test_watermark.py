"""Watermarks of sites for e-books: lines, ends of lines, brackets, and what is not one."""

import pytest

from cleaner.characters.disguise import plain
from cleaner.model import Patch
from cleaner.operators.watermark import watermark
from cleaner.page import Page

FINDER = watermark(
    words=("本站", "小说网", "手机阅读", "www."),
    sure=("请?记住本站(?:域名|网址)", "手机阅读:?"),
    likely=("最快更新", "无弹窗"),
    names=(r"[\p{Han}]{1,4}小说网",),
)


def found(text):
    patches = [each for each in FINDER(Page.of(text)) if isinstance(each, Patch)]
    return [(text[patch.start : patch.end], patch.level) for patch in patches]


@pytest.mark.parametrize(
    ("row", "unfolded"),
    [
        ("ｗｗｗ．ａｂ１．ｃｏｍ", "www.ab1.com"),
        ("w-w-w.a-b-c.c-o-m", "www.abc.com"),
        ("w w w . a b c . c o m", "www.abc.com"),
        ("wωw.аbс.соm", "www.abc.com"),
        ("请 记 住，本站", "请记住,本站"),
        ("www。abc。com。", "www.abc.com。"),
        ("two words here", "two words here"),
        ("请记<b>住</b>&nbsp;本站", "请记住本站"),
        ("請記\u200b住", "请记住"),
    ],
)
def test_plain(row: str, unfolded: str) -> None:
    assert plain(row).text == unfolded


def test_plain_knows_where_each_letter_stood() -> None:
    row = "他　ｗ-ｗ-ｗ．走"
    folded = plain(row)
    assert [row[place] for place in folded.places] == ["他", "ｗ", "ｗ", "ｗ", "．", "走"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("请记住本站网址：www.ab.com\n\n他走了。\n", [("请记住本站网址：www.ab.com\n\n", "safe")]),
        ("他走了。手机阅读：m.ab.com\n", [("手机阅读：m.ab.com", "safe")]),
        ("他[某小说网 www.ab.com]走了。\n", [("[某小说网 www.ab.com]", "review")]),
        ("他走手机阅读m.ab.com了。\n", [("手机阅读m.ab.com", "review")]),
        ("他走~wωw.аb.соm~了。\n", [("~wωw.аb.соm~", "review")]),
        ("他走了。ｗｗ\u200eｗ.ａｂ．ｃｏｍ\n", [("ｗｗ\u200eｗ.ａｂ．ｃｏｍ", "review")]),
        ("甲。\n\nw-w-w.a-b.c-o-m\n\n乙。\n", [("w-w-w.a-b.c-o-m\n\n", "review")]),
        ("他走了。ｗｗｗ。ａｂ。ｃｏｍ\n", [("ｗｗｗ。ａｂ。ｃｏｍ", "review")]),
        ("他走了。ｗｗｗ．ａｂ．ｃｏｍ雨停了。\n", [("ｗｗｗ．ａｂ．ｃｏｍ", "review")]),
        ("甲。\n\n〖某小说网 www.ab.com〗\n\n乙。\n", [("〖某小说网 www.ab.com〗\n\n", "review")]),
    ],
)
def test_deletes(text: str, spans: list[tuple[str, str | None]]) -> None:
    assert found(text) == spans


def test_a_link_to_a_proved_host_goes_too() -> None:
    text = "请记住本站网址：www.ab.com\n\n(http://www.ab.com/1.html)\n\n他走了。\n"
    assert [level for _, level in found(text)] == ["safe", "safe"]


def test_short_lines_below_two_marks_to_the_end_are_for_review() -> None:
    marks = "请记住本站网址：www.ab.com\n\n手机阅读：m.ab.com\n\n"
    text = "他走了，再也没有回来过，谁也不知道去了哪里。\n\n" + marks
    assert [level for _, level in found(text + "一、必读书目\n\n加我\n")] == [
        *("safe", "safe"),
        *("review", "review"),
    ]
    below = "又过了很多年，有人在一个小镇上看见了他。\n"
    assert [level for _, level in found(text + "第二章\n\n" + below)] == ["safe", "safe"]


def test_a_line_inside_a_quotation_that_goes_on_below_is_for_review() -> None:
    row = "请记住本站网址：www.ab.com\n"
    assert [level for _, level in found(f"他念着“我们的\n{row}就是这里”，没有人听。\n")] == [
        "review"
    ]
    assert [level for _, level in found(f"“你走吧。\n{row}别回来了”，他说。\n")] == ["safe"]
    assert [level for _, level in found(f"“你走吧\n{row}“好。”\n")] == ["safe"]


def test_a_bare_host_goes_only_where_it_comes_back() -> None:
    assert found("他走了。\n\nwww.ab.com\n") == []
    text = "他走了。\n\nwww.ab.com\n\n" * 3
    assert [level for _, level in found(text)] == ["review"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "页脚写着“请记住本站网址：www.ab.com”，没有人看。\n",
        "页脚是这样的：\n请记住本站网址：www.ab.com\n",
        "```\n请记住本站网址：www.ab.com\n```\n",
        "水印有好几种：\nwww点ab点com\nw-w-w.a-b.c-o-m\n",
        "用 `请记住本站网址：www.ab.com` 来找\n",
        "某小说网成立于2003年，网址是 www.ab.com，是国内最早的原创网站。\n",
        "更多资料见本站：www.ab.gov.cn\n",
        "手机阅读：m.ab.edu.cn，请记住本站网址www.ab.edu.cn\n",
        "我馆书库已经开通。\n手机阅读：m.ab.com\n开放时间：每天8时至22时\n",
        "他念道：“最快更新，请记住本站网址：www.ab.com。”\n",
        "书上印着“最快更新，\n请记住本站网址：www.ab.com”，他\n笑了笑。\n",
        "扉页写的是“最快更新的书，请记住本站网址：www.ab.com”，他笑了笑。\n",
        "帮助：本站的网址是www.ab.com，手机用户请访问m.ab.com。打不开时请检查网络。\n",
        "常用链接\n甲小说网 www.ab.com\n乙小说网 www.cd.com\n丙书店\n",
    ],
)
def test_keeps(text: str) -> None:
    assert found(text) == []


def test_words_must_be_given() -> None:
    with pytest.raises(ValueError, match="words and sure"):
        watermark(words=(), sure=("a",))


def test_a_sentence_that_ends_at_a_dot_hides_no_host():
    page = "We would www use some piano music. In other situations, 它的标记不同。\n资料见主页。 https://www.example.com/ .\n"
    assert found(page) == []


def test_a_row_of_which_a_part_goes_goes_not_as_a_whole_too() -> None:
    text = "雨停了。\n请记住本站网址：www.ab.com\n手机阅读：m.ab.com\n黄。ｗｗｗ．ｃｄ．ｃｏｍ\n"
    assert [level for _, level in found(text)] == ["safe", "safe", "review"]
