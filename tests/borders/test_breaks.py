"""Borders inside and outside of sentences, each as one small document."""

from __future__ import annotations

import pytest

from cleaner.borders.breaks import Breaks
from cleaner.page import Page

PROSE = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度"


def found(text: str) -> list[tuple[int, int, str]]:
    return [(at.left, at.right, at.level) for at in Breaks(Page.of(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{PROSE}，确保今年夏\n\n粮丰收到手。", [(0, 2, "safe")]),
        (f"{PROSE}，确保今年夏\n\n\n\n粮丰收到手。", [(0, 4, "safe")]),
        (
            f"{PROSE}，确保今年夏\n\n粮丰收到手，{PROSE}，确保今年夏\n\n粮丰收。",
            [(0, 2, "safe"), (2, 4, "safe")],
        ),
        (f"{PROSE}，不误\n\n农时。", [(0, 2, "review")]),
        (f"{PROSE}（见上半年的总\n\n结报告）等处，{PROSE}。", [(0, 2, "safe")]),
    ],
    ids=["blank row", "several blank rows", "three slices", "words that seldom meet", "a bracket"],
)
def test_a_broken_sentence(text: str, wanted: list[tuple[int, int, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}。\n\n今年夏粮丰收。",
        f"{PROSE}，\n\n据悉，今年夏粮丰收。",
        f"**{PROSE}**\n\n今年夏粮丰收。",
        f"{PROSE}...\n\n今年夏粮丰收。",
        f"{PROSE}\n\n今年夏粮丰收",
        f"{PROSE}\n\n“今年夏粮丰收。”",
        f"{PROSE}\n\n## 今年夏粮丰收。",
        f"{PROSE}\n\n一、今年夏粮丰收。",
        f"{PROSE}\n\n王荣琦",
        f"{PROSE}\n\n　　今年夏粮丰收。",
        f"{PROSE}。 王荣琦\n\n今年夏粮丰收。",
        f"牵头单位：{PROSE}\n\n今年夏粮丰收。",
        "2018年进口继续扩大，突破3000亿美元\n\n" + PROSE + "。",
        "大江东去，浪淘尽，\n千古风流人物。\n故垒西边，人道是，\n三国周郎赤壁。",
        f"{PROSE}，\n今年夏粮丰收。",
        "编号,名称,数量,单位,备注说明文字,其他需要说明的情况以及处理意见和建议\n1,稻谷,20,吨,已入库。\n",
    ],
    ids=[
        "a stop", "the next row starts anew", "bold", "dots", "nothing that ends the sentence", "a quotation", "a heading",
        "a number", "a name", "an indent", "a signed paragraph", "a label", "a headline with a comma",
        "verse", "a row that ends at a mark by choice", "comma-separated values",
    ],
)  # fmt: skip
def test_no_broken_sentence(text: str) -> None:
    assert found(text) == []


def test_a_hard_wrapped_document_is_joined_throughout() -> None:
    rows = [
        "调查显示，过去五年间，这一地区的水库数量增加了一倍，农田灌溉面积也",
        "随之扩大，粮食产量稳步提高，农民收入连年增长，村容村貌发生了很大变",
        "化，外出务工的人数逐年减少，返乡创业的年轻人越来越多，乡村小学的学",
        "生人数也开始回升，卫生院添置了新的设备，看病不必再走三十里山路，老",
        "人们对此十分满意。",
    ]
    assert [level for _, _, level in found("\n".join(rows))] == ["safe"] * 4


def test_what_is_joined_has_no_more_breaks() -> None:
    text = f"{PROSE}，今年\n\n夏粮\n\n丰收，{PROSE}，不误\n\n农时。"
    page = Page.of(text)
    for at in reversed(list(Breaks(page))):
        text = (
            text[: page.starts[at.left] + len(page.rows[at.left])] + text[page.starts[at.right] :]
        )
    assert found(text) == []


def test_no_quadratic_time_on_many_open_rows() -> None:
    rows = 50_000
    assert len(found(f"{PROSE}\n\n" * rows + "完。")) <= rows


BROKEN = (
    f"{PROSE}，确保今年夏\n\n粮丰收到手，{PROSE}，及早部\n\n署到位。",
    f"{PROSE}，严格落\n\n实责任，{PROSE}。",
)
DOUBTFUL = "有关单位和各方面代表集中反映的情\n\n况基本属实，应当及时答复，不得拖延。"


def test_what_is_broken_near_by_speaks_for_a_doubtful_border() -> None:
    assert found(DOUBTFUL) == []
    assert [level for *_, level in found("\n\n".join([*BROKEN, DOUBTFUL]))] == ["safe"] * 4


def test_words_that_stand_together_elsewhere_speak_for_a_border() -> None:
    row = f"{PROSE}，何其芳\n\n著文。"
    assert found(row) == [(0, 2, "review")]
    assert found(f"{row}\n\n何其芳著文谈诗。") == [(0, 2, "safe")]


def test_between_rows_that_something_parts() -> None:
    page = Page.of(f"{PROSE}，确保今年夏\n\n— 3 —\n\n粮丰收到手。\n\n附件目录\n\n另行通知。")
    breaks = Breaks(page)
    assert breaks.between(0, 2) == "safe"
    assert breaks.between(2, 4) is None
    assert breaks.between(0, 3) is None


def test_one_row_with_a_sign_of_lists_goes_on():
    left, right = (
        f"{PROSE}，化学家查尔斯·弗雷德里克",
        "·格哈特首次合成了这种药物，后来又改进了方法。",
    )
    assert found(f"{left}\n\n{right}\n") == [(0, 2, "safe")]


def test_several_rows_with_such_a_sign_are_a_list():
    left, right = (
        f"{PROSE}，化学家查尔斯·弗雷德里克",
        "·格哈特首次合成了这种药物，后来又改进了方法。",
    )
    assert found(f"{left}\n\n{right}\n\n·另一种药物也是这样。\n") == []


def test_what_begins_as_another_paragraph_is_a_copy():
    begins = "市里召开春耕生产会议，要求各地备足种子化肥，"
    whole = f"{begins}并且检修农机。"
    text = f"{whole}\n\n{PROSE}，{PROSE}，确保今年夏\n\n{begins}\n\n并且检修农机。\n"
    assert all(left != 2 for left, _, _ in found(text))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("以上各项工作由办公室（含综合科、宣传科", "和财务科）牵头，各有关单位配合落实。"),
        (
            "据县农业农村局和统计局的初步统计，全县今年的粮食总产量达到4",
            "0,000吨，比上年增加一成，创下历史新高。",
        ),
        (
            '安装以后，程序的各项设置和用户的资料都保存在用户目录之下的"~',
            '/.profile"之中，修改以后要重新登录才能生效。',
        ),
        (
            "与以往相比，该系统的外壳和支架都使用一种新的可再生的复合材料",
            "（composite）制成外壳，重量减轻了三分之一。",
        ),
        (
            "这里说的是结构体里面的各个成员，例如前面已经说明过的结构体node",
            "->next指针和它所指的下一个结构体，二者缺一不可。",
        ),
        ("每个来源都有一个编号，从1003", "90号起由各县统一登记，不得自行更改。"),
    ],
    ids=["a bracket", "a number", "a path", "a gloss", "a lone sign", "digits"],
)
def test_among_broken_sentences_less_is_asked_for(above: str, below: str) -> None:
    around = f"{PROSE}，对发现的问\n\n题限期整改。"
    found_joins = found(f"{around}\n\n{around}\n\n{above}\n\n{below}\n\n{around}\n\n{around}\n")
    assert (8, 10, "safe") in found_joins


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{PROSE}，看他怎么说--", f"“你知道，{PROSE}。”"),
        (f"{PROSE}。[15]", f"除非另有说明，{PROSE}。"),
        (f"{PROSE}。（完）", f"另据了解，{PROSE}。"),
        ("4.9.3. 使用新的工具来处理各地报送的补丁和说明材料", f"这里的做法是{PROSE}。"),
    ],
    ids=["speech that is cut off", "a note", "a remark", "a numbered headline"],
)
def test_a_line_that_ends_stays_among_broken_sentences_too(above: str, below: str) -> None:
    around = f"{PROSE}，确保今年夏\n\n粮丰收到手。"
    rows = f"{around}\n\n{around}\n\n{above}\n\n{below}\n\n{around}\n\n{around}\n"
    assert [left for left, *_ in found(rows)] == [0, 4, 12, 16]


def test_lines_that_mostly_end_at_a_pause_say_nothing_of_others() -> None:
    row = "天将破晓，山谷里还笼着一层薄薄的雾气，远处传来几声鸡鸣和犬吠，"
    verse = "\n\n".join([row, "炊烟从一排低矮的屋顶上慢慢升起来，散入林间不见了。"] * 3)
    last = "忽然有人唱起了一支古老的歌谣，声音很轻，断断续续"
    assert (12, 14, "safe") not in found(f"{verse}\n\n{last}\n\n孩子们都停下脚步，静静地听着。")


def paragraphs(count: int) -> str:
    """Whole paragraphs of prose, no two alike."""
    names = "甲乙丙丁戊己庚辛壬癸"
    return "".join(
        f"{names[at % 10]}乡第{at + 1}村今年修好了水渠，清了淤泥，换了闸门，全村的水田都能按时灌上水。\n\n"
        for at in range(count)
    )


def test_where_hardly_a_sentence_is_broken_one_is_for_review():
    lone = "打开设置，在随后的页面上，你可以设置自己选择的新密码，两次输入的密码必须相同才能通过检查\n\n谨防别人猜到你的密码，不要用生日和电话号码，也不要把密码写在纸上，更不要告诉别人。\n"
    assert [found.level for found in Breaks(Page.of(lone))] == ["safe"]
    assert [found.level for found in Breaks(Page.of(paragraphs(31) + lone))] == ["review"]


def test_inside_a_word_even_the_only_broken_sentence_is_certain():
    lone = "连日来，消防支队深入商场和学校，逐一排查电气线路和疏散通道，对发现的问\n\n题限期整改，三百余处隐患已经消除。\n"
    assert [found.level for found in Breaks(Page.of(paragraphs(31) + lone))] == ["safe"]


INDENTED = (
    "　　老街的石板路修了三回，头一回在光绪年间。\n"
    "　　第二回在民国，县里派了工程师来量，说要拆掉两边的骑楼。\n"
    "　　第三回就是前年，挖开一看，底下还埋着从前的陶管。\n"
)


@pytest.mark.parametrize(
    "broken",
    [
        "　　管子后来收进了文化馆，摆在进门的地方，旁边立着一块牌子，\n三月初八那天挂上去，写着它的来历。\n",
        "　　（二）管子后来收进了文化馆，摆在进门的地方，旁边立着一块\n牌子，写着它的来历。\n",
        "　　管子后来收进了文化馆[12]，摆在进门的地方，旁边立着一块牌\n子，写着它的来历[13]。\n",
    ],
)
def test_a_row_without_the_indent_of_the_paragraphs_goes_on(broken: str) -> None:
    assert [each.level for each in Page.of(INDENTED + broken + INDENTED).view(Breaks)] == ["safe"]


@pytest.mark.parametrize(
    "sound",
    [
        "　　管子后来收进了文化馆，摆在进门的地方，旁边立着一块牌子\n文化馆供稿\n",
        "　　- 管子后来收进了文化馆，摆在进门的地方，旁边立着一块牌子\n三月初八挂上去，写着它的来历。\n",
        "　　[2] 管子后来收进了文化馆，书籍不能带，寄存房东处，共\n[3] 四箱。\n",
    ],
)
def test_what_opens_a_block_does_not(sound: str) -> None:
    assert not [*Page.of(INDENTED + sound + INDENTED).view(Breaks)]


def test_where_hardly_one_is_broken_inside_a_word_they_are_for_review():
    comments = [
        text
        for name in "甲乙丙丁戊"
        for text in (
            f"{name}房声音有点大，试过打开窗户，看到很多工地，窗子关不严，一夜没睡好",
            f"{name}号是帮朋友订的，反馈说不好，下次换一家，价钱还比网上写的贵三十块。",
        )
    ]
    levels = [found.level for found in Breaks(Page.of("\n\n".join(comments)))]
    assert levels == ["review"] * 5
