"""Advertisements below a text go; texts about gambling stay."""

from __future__ import annotations

import pytest

from cleaner.operators.tail import tail
from cleaner.page import Finder
from tests.operators.running import applied, flagged, patches

BODY = (
    "各乡镇要高度重视，认真组织实施，确保各项任务按期完成，有关情况及时报送县政府办公室。\n\n"
    "各部门要密切配合，形成工作合力，对工作不力的要通报批评，对成效明显的要总结推广。\n\n"
    "某某县人民政府\n\n2020年3月1日"
)


@pytest.fixture
def finder() -> Finder:
    return tail(start="友情链接|合作伙伴", topics=("博彩", "娱乐城"), goods=("下载", "app", "官网"))


def levels(finder: Finder, text: str) -> list[str | None]:
    return [patch.level for patch in patches(finder, text)]


@pytest.mark.parametrize(
    "spam",
    [
        "合作伙伴：甲 - 大发博彩_大发app",
        "友情链接\n大发博彩app下载",
        "大发博彩_大发娱乐城_大发官网\n大发app下载\n大发官网 大发app",
    ],
)
def test_agreeing_lines_with_a_form_are_certain(finder: Finder, spam: str) -> None:
    for end in ("", "\n", "\n\n"):
        text = f"{BODY}\n\n{spam}{end}"
        assert applied(finder, text) == BODY + end
        assert set(levels(finder, text)) == {"safe"}


@pytest.mark.parametrize("spam", ["大发博彩app下载", "大发博彩app下载\n大发娱乐城官网"])
def test_a_lone_line_or_one_without_form_is_probable(finder: Finder, spam: str) -> None:
    assert set(levels(finder, f"{BODY}\n\n{spam}\n")) == {"review"}


def test_below_an_open_sentence_it_is_probable(finder: Finder) -> None:
    text = f"{BODY}\n\n上述各项工作由县政府办公室牵头负责，县财政局、县农业农村局按照职责分工抓好落实，做到\n友情链接\n大发博彩app下载"
    assert set(levels(finder, text)) == {"review"}


@pytest.mark.parametrize(
    "end",
    [
        "友情链接\n中国政府网",
        "手机app下载",
        "大发博彩app下载\n\n联系人：张三",
        "关键词：博彩；娱乐城；下载",
        "第二章 博彩app的下载\n第三章 娱乐城的官网",
        "［1］《博彩app下载》",
        "青少年要自觉远离博彩app，不下载，不登录，发现后及时举报。",
    ],
)
def test_what_is_not_an_advertisement_stays(finder: Finder, end: str) -> None:
    assert levels(finder, f"{BODY}\n\n{end}\n") == []


def test_a_list_without_a_text_above_stays(finder: Finder) -> None:
    assert levels(finder, "友情链接\n大发博彩_大发app_大发官网\n") == []
    assert levels(finder, "") == []


def test_what_is_more_than_the_budget_is_flagged() -> None:
    finder = tail(start="友情链接", topics=("博彩",), goods=("下载",), most=2)
    spam = "友情链接\n大发博彩下载\n大发博彩下载"
    assert flagged(finder, f"{BODY}\n{spam}") == ["\n" + spam]
    long = "友情链接\n" + "大发博彩下载\n" * 40
    wide = tail(start="友情链接", topics=("博彩",), goods=("下载",), most=99)
    assert flagged(wide, f"{BODY}\n{long}") == [long]


def test_empty_word_lists_are_refused() -> None:
    with pytest.raises(ValueError, match="topics"):
        tail(start="甲", topics=(), goods=("下载",))


def test_list_that_the_document_introduces_stays(finder: Finder) -> None:
    warning = "警方提醒：凡是“下载APP送彩金”的，都是诈骗。群众如发现类似网站，请拨打举报电话，不要点击任何链接。"
    listed = "博彩网站_下载_注册\n某娱乐城 - 官网 - app下载\n"
    for sign in "：:":
        assert not patches(finder, f"{warning}\n\n举报网站名单{sign}\n\n{listed}")
