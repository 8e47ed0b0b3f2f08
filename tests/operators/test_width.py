"""Half-width marks become full-width in Chinese prose and nowhere else; digits and letters become half-width."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.engine import run
from cleaner.operators.width import Kind, width
from cleaner.rule import Rule, RuleSet

PUNCTUATION: tuple[Kind, ...] = (
    "comma", "semicolon", "colon", "question", "exclamation", "brackets",
)  # fmt: skip


def _rule(kind: Kind, *, to: Literal["full", "half"] = "full", blank: bool = False) -> Rule:
    return Rule(
        id=f"width/{kind}{'-blank' if blank else ''}", does="", why="", operator="width", options={},
        level="safe", make=lambda: width(kind=kind, to=to, blank=blank), pack="",
    )  # fmt: skip


EVERY = RuleSet(
    (
        *(_rule(kind, to="half") for kind in ("point", "digits", "letters")),
        *(_rule(kind) for kind in PUNCTUATION),
        _rule("colon", blank=True),
        _rule("comma", blank=True),
    ),
    {},
)


def widened(text: str) -> str:
    return run(EVERY, text).text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("会议指出,要坚定信心。", "会议指出，要坚定信心。"),
        ("全省复工率达88.4%,其中港口为100%。", "全省复工率达88.4%，其中港口为100%。"),
        ("《意见》(以下简称《意见》),就如何", "《意见》（以下简称《意见》），就如何"),
        ("、体外膜肺氧合机(ECMO),适用于", "、体外膜肺氧合机（ECMO），适用于"),
        ("网址: http://example.org/index.html 、。", "网址：http://example.org/index.html 、。"),
        ("、更新时间:2020-03-04 11:06:00", "、更新时间：2020-03-04 11:06:00"),
        ("“真的吗?”她问。“真的!!”", "“真的吗？”她问。“真的！！”"),
        ("一是快;二是准;三是省。", "一是快；二是准；三是省。"),
        ("、使用ECMO(体外膜肺氧合(人工肺))", "、使用ECMO（体外膜肺氧合（人工肺））"),
        ("１９９８年增长１２．５%，Ｇ网", "1998年增长12.5%，G网"),
    ],
)
def test_folded_marks_are_restored(text: str, after: str) -> None:
    assert widened(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "20200304日报、周报",
        "、开始时间11:06:00，比分3:2。",
        "张三获Ph.D.学位、M.A.学位",
        "、谢谢大家:)",
        "、他摊开手(╯°□°)╯，(T_T)",
        "见[文字](http://a.example/甲,乙)、[附录](附录.md)",
        'print("你好",x)\n# 说明、注释\n',
        '{"名称":"甲","值":1}\n{"名称":"乙、丙","值":2}\n',
        "{'名称': '甲、乙', '值': 1}",
        "f(x)=y、g(x,y)=z",
        "姓名,性别,年龄\n张三、李四,男,25\n王五,女,31\n",
        "引文[1]、[2,3]、[4-6]",
        "一、1.要 2.要 第1章.绪论",
        "`你好,世界`、``f(甲,乙)``",
        "~~~\n甲,乙:丙;丁\n~~~\n说明、解释。",
        "分句工具, 没有依赖.\n\n输出:\n\n```\n今天不错。\n我去买菜。\n```\n",
        "| 甲,乙 | 丙:丁 |\n|---|---|\n| (戊) | 己;庚 |\n说明、解释。",
        "小王: 在吗\n小李: 在,什么事\n小王: 开会、吃饭\n",
        "The word 你好, which means hello, is common. 「好」、「坏」",
        "全角Ａ和半角A、全角１和半角1",
        "これは１２３です、はい",
        "<p title='甲,乙'>、</p>",
        "他写道(未完\n待续)、再见",
        "SELECT 姓名,性别 FROM 学生 -- 查询、说明",
        "1,要\n2,要、",
        "1,234,567吨、5,000元",
        "玛丽?居里、约翰?史密斯",
    ],
)
def test_what_is_no_prose_stays(text: str) -> None:
    assert widened(text) == text


PROSE = "这是一段用全角标点写成的文字，有逗号，有句号。\n" * 3


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("可是朗格太太抓住箱子不放,要他先听她说话。", "可是朗格太太抓住箱子不放，要他先听她说话。"),
        ("妈妈说:“早点回来。”", "妈妈说：“早点回来。”"),
        ("“他怎么啦?”管家问。", "“他怎么啦？”管家问。"),
        ("有人叫他去,他不去,还说:“不,我不去!”", "有人叫他去，他不去，还说：“不，我不去！”"),
        ("本法（以下简称《办法》)自公布之日起施行。", "本法（以下简称《办法》）自公布之日起施行。"),
        ("可选报四个志愿学校, 每个学校三个专业。", "可选报四个志愿学校, 每个学校三个专业。"),
        ("报名,2020年开始。", "报名,2020年开始。"),
        ("姓名:张三", "姓名:张三"),
        ("有下列情形之一的:", "有下列情形之一的:"),
        ("本条例(试行)自公布之日起施行。", "本条例(试行)自公布之日起施行。"),
        ("奥利弗?退斯特去了伦敦。", "奥利弗?退斯特去了伦敦。"),
    ],
)
def test_in_a_document_with_full_width_marks_each_place_must_show_it(line: str, after: str) -> None:
    assert widened(PROSE + line) == PROSE + after


SLIPS = "有人叫他去,他不去,还说要走,谁也拦不住。\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("提供完整的操作系统功能(OS)为止，报名,2020年开始。", "提供完整的操作系统功能（OS）为止，报名，2020年开始。"),
        ("这里,请将文件名的这部分按下面的方式替换:", "这里，请将文件名的这部分按下面的方式替换："),
        ("编辑器按照以下内容为Debian软件包修改:", "编辑器按照以下内容为Debian软件包修改："),
        ("“怎么不去?”“谁说不去?我去。”那是你们的家园?呸!", "“怎么不去？”“谁说不去？我去。”那是你们的家园？呸！"),
        ("“怎么不去?”“你猜?”玛丽?居里说：“好。”", "“怎么不去？”“你猜？”玛丽?居里说：“好。”"),
        ("姓名,性别\n张三,男\n李四,女\n王五,男", "姓名,性别\n张三,男\n李四,女\n王五,男"),
        ("[1]赵月,何锦雯,朱申辰等.大语言模型的现状[J].2024,51(1)", "[1]赵月,何锦雯,朱申辰等.大语言模型的现状[J].2024,51(1)"),
        ("小王: 在吗", "小王: 在吗"),
    ],
)  # fmt: skip
def test_in_a_document_that_mixes_both_widths_more_places_are_sure(line: str, after: str) -> None:
    fixed = SLIPS.replace(",", "，")
    assert widened(PROSE + SLIPS + line) == PROSE + fixed + after
    assert widened(PROSE + fixed + after) == PROSE + fixed + after


def test_a_slip_of_comma_and_blank() -> None:
    text = PROSE * 2 + "可选报四个志愿学校, 每个学校三个专业。"
    assert widened(text) == text.replace(", ", "，")


def test_brackets_follow_the_document() -> None:
    prefers = PROSE + "他们（两人）来了。"
    assert widened(prefers + "他们(三人)走了。") == prefers + "他们（三人）走了。"


def test_full_width_points_beside_full_width_per_cent_are_a_habit() -> None:
    assert widened("合格率达99．1％。") == "合格率达99．1％。"
    assert widened("合格率达99．1%。") == "合格率达99.1%。"


def test_marks_between_latin_letters_become_half_width() -> None:
    rules = RuleSet((_rule("comma", to="half"),), {})
    assert run(rules, "Hello，world\n你好，world\n").text == "Hello,world\n你好，world\n"


def test_senseless_options() -> None:
    with pytest.raises(ValueError, match="never become full-width"):
        width(kind="digits")
    with pytest.raises(ValueError, match="marks that become full-width"):
        width(kind="comma", to="half", blank=True)


def test_every_edit_is_named_and_can_be_undone() -> None:
    text = "会议指出,要快;要准:要“省”(钱)。"
    cleaned = run(EVERY, text)
    assert cleaned.undo() == text
    assert [change.rules for change in cleaned.changes] == [
        ("width/comma",), ("width/semicolon",), ("width/colon",),
        ("width/brackets",), ("width/brackets",),
    ]  # fmt: skip


def test_the_same_finder_twice_finds_the_same() -> None:
    text = "会议指出,要快;要准。"
    rules = RuleSet((_rule("comma"), _rule("comma"), _rule("semicolon")), {})
    assert run(rules, text).text == "会议指出，要快；要准。"


MARKS = ",;:?!()，；：？！（）。、“”《》\"'`[]{}=|\t\n "
WORDS = [
    "1",
    "年",
    "3.5",
    "．",
    "３",
    "Ａ",
    "％",
    "%",
    "中国",
    "吗",
    "会议指出",
    "f(x)",
    "http://a.cn",
    "甲",
    "```",
]
PIECES = st.sampled_from([*MARKS, *WORDS, "\n\n", "的一二三四五六七八九十" * 3])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_a_second_run_changes_nothing(text: str) -> None:
    cleaned = run(EVERY, text)
    assert cleaned.undo() == text
    assert widened(cleaned.text) == cleaned.text


def test_marks_that_slip_once_in_a_hundred_wait_for_a_person() -> None:
    sound = "会议指出，要坚定信心，毫不放松。" * 200
    text = sound + "春天到了,花开了!多好?\n"
    assert widened(text) == text
    assert run(EVERY, text, level="review").text == sound + "春天到了，花开了！多好？\n"
    damaged = text + "会议指出,要坚定信心." * 9
    assert "春天到了，花开了！多好？" in widened(damaged)


FOLDED = "会议指出,要坚定信心,做好工作,不得松懈;各地要及早动手,防止渍害,把损失降到最低限度。\n\n"


@pytest.mark.parametrize(
    ("row", "after"),
    [
        ("相机(Camera Tab)与镜头（Lens）", "相机(Camera Tab)与镜头（Lens）"),
        ("相机(Camera)与镜头（Lens）", "相机（Camera）与镜头（Lens）"),
        ("退出状态(变量是“$?”)作为返回值。", "退出状态（变量是“$?”）作为返回值。"),
        ("退出状态(变量是 $?)作为返回值。", "退出状态(变量是 $?)作为返回值。"),
    ],
    ids=["a phrase", "a full-width pair in the row", "code in quotation marks", "code"],
)
def test_brackets_of_a_folded_text(row: str, after: str) -> None:
    assert widened(f"{FOLDED}{row}\n").split("\n")[2] == after


@pytest.mark.parametrize(
    "text",
    [
        "　１２３４５６７\n１□□□■□□□\n",
        "９８７６５４３２１\n○○●　１\n",
        "代码：ＡＢ１２３，密码为９Ｘ。",
        "门牌１２号，照录原文。",
        "答题卡\n１２３４５\nＡＢＣＤＥ\nＢＢＡＣＤ\n",
        "　ａｂｃｄｅｆｇｈ\n８♜♞♝♛♚♝♞♜\n",
    ],
)
def test_grids_and_codes_stay(text: str) -> None:
    assert widened(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("１２３\n１９９７\n", "123\n1997\n"),
        ("□１．是　□２．否", "□1．是　□2．否"),
        ("代码：６００００１，型号ＡＢ１２", "代码：600001，型号AB12"),
    ],
)
def test_page_numbers_and_boxes_to_tick_are_no_grids(text: str, after: str) -> None:
    assert widened(text) == after
