"""Single traditional characters are simplified in a simplified document; nothing else is."""

from __future__ import annotations

import sys
import types

import pytest

from cleaner.characters.hanzi import _MERGED, ALSO, _converter, simple_form, simplified_only
from cleaner.errors import CleanerError
from cleaner.operators.script import script
from tests.operators.running import applied, patches

STRAY = script(keep=("乾[隆安]", "於菟"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("确认免稅关税事项，税务部门负责说明。", "确认免税关税事项，税务部门负责说明。"),
        (
            "对不負責任的干部，要追究责任，谁负责谁说明，不让他们过关。",
            "对不负责任的干部，要追究责任，谁负责谁说明，不让他们过关。",
        ),
        ("顾鸿雁，曰：贤者亦乐於此乎？", "顾鸿雁，曰：贤者亦乐于此乎？"),
        ("话说回来，被认為是谁说的，还说不清。", "话说回来，被认为是谁说的，还说不清。"),
        (
            "你说什麽？这么说来，时间过得这麽快，还来不及说话，谁说得清。",
            "你说什么？这么说来，时间过得这么快，还来不及说话，谁说得清。",
        ),
    ],
)
def test_stray_characters(text: str, after: str) -> None:
    assert applied(STRAY, text) == after
    assert applied(STRAY, after) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "稅",
        "據中國國家衛健委網站消息，全國新增病例137例。",
        "这段话里引了一首诗：“感時花濺淚，恨別鳥驚心。”说的是战乱，读来令人叹息。",
        "《紅樓夢》书里说的故事，读来令人叹息，传诵至今。",
        "乾隆年间，乾安县还没有设县，宫商角徵羽五音俱全，慰藉、瞭望、於菟。",
        "古书以閒为闲，后来分成两个字，这里说明它们的关系。",
        "这个字见于古书，写作〈口賴〉，读音还没有定论，说法很多。",
        "这里说的是风里说过的话，谁来说说这些诗为什么难读，读过的人说得清吗。\n燕燕于飛，下上其音，之子于歸。\n",
        "関東地方で会議が開かれました。説明は後ほど。",
        "这里的变量写成代码：\n```\n名稱 = 1\n```\n请说明它的名称和类型。",
    ],
)
def test_what_stays(text: str) -> None:
    assert applied(STRAY, text) == text


def test_without_its_simplified_form_a_character_is_for_review() -> None:
    text = "他们两个说，这个獅子发脾气了，谁来说说为什么。"
    (patch,) = patches(STRAY, text)
    assert (patch.after, patch.level) == ("狮", "review")


def test_a_rare_form_in_a_text_that_is_plainly_simplified_is_a_slip() -> None:
    plain = "说话的时候，车间里的机器还没开动，这边问题来了，" * 12
    (once,) = patches(STRAY, plain + "一头獅子来了。")
    assert (once.after, once.level) == ("狮", None)
    often = patches(STRAY, plain + "一头獅子来了。" * 3)
    assert [patch.level for patch in often] == ["review"] * 3
    assert applied(STRAY, plain + "网友@小獅子说：") == plain + "网友@小獅子说："


@pytest.mark.parametrize(
    ("char", "simple"),
    [
        ("稅", "税"),
        ("於", "于"),
        ("乾", "乾"),
        ("昇", "昇"),
        ("濛", "濛"),
        ("我", "我"),
        ("為", "为"),
    ],
)
def test_simple_form(char: str, simple: str) -> None:
    assert simple_form(char) == simple


@pytest.mark.parametrize("span", [(0x3400, 0xA000), (0xF900, 0xFB00)])
def test_a_traditional_form_is_what_opencc_makes_of_the_simplified_one(
    span: tuple[int, int],
) -> None:
    traditional, merged = _converter("s2t"), ALSO + _MERGED
    forms = {char: simple_form(char) for char in map(chr, range(*span))}
    back = {char: traditional.convert(simple) for char, simple in forms.items() if simple != char}
    assert {char for char, other in back.items() if char != other} <= {*merged}


def test_a_simplified_form_is_what_opencc_makes_another_character_of() -> None:
    traditional, simplified = _converter("s2t"), _converter("t2s")
    for char in map(chr, range(0x4E00, 0x9FA6)):
        if simplified_only(char):
            assert simplified.convert(char) == char != traditional.convert(char)


def test_simplified_only() -> None:
    assert simplified_only("税")
    assert not simplified_only("稅")
    assert not simplified_only("我")


def test_the_other_package_of_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", types.ModuleType("opencc"))
    with pytest.raises(CleanerError, match="opencc-python-reimplemented"):
        _converter.__wrapped__("t2s")


def test_a_single_character_in_a_long_text_is_for_review() -> None:
    sound = "谁负责谁说明，税务部门负责说明。" * 150
    lone = patches(STRAY, sound + "确认免稅关税事项。")
    assert [patch.level for patch in lone] == ["review"]
    two = patches(STRAY, sound + "确认免稅关税事项，对不负責任的要追究责任。")
    assert [patch.level for patch in two] == [None, None]


def test_what_a_text_about_the_two_scripts_shows_is_for_review() -> None:
    text = "头发的发是髮，发现的发是發，后面的后是後，骨干的干是幹。这是繁简转换的难处，编辑们常常弄错。"
    found = patches(STRAY, text)
    assert found and {patch.level for patch in found} == {"review"}


def test_a_name_in_a_table_stays() -> None:
    text = (
        "姓名,性别,单位\n陳志明,男,清河县第二中学\n李小红,女,清河县水利局\n陈国强,男,清河县财政局\n"
    )
    assert not patches(STRAY, text)
    assert patches(STRAY, text.replace("清河县财政局", "清河縣财政局，陈国强负责说明"))
