"""Page numbers, running heads and feet, and form feeds go; what only looks like them stays."""

from __future__ import annotations

import pytest

from cleaner.operators.page_furniture import page_furniture
from cleaner.page import Page
from cleaner.printed.furniture import Furniture
from tests.operators.running import applied, patches

HEAD = "全县今年计划改造老旧小区二十四个，涉及居民三千二百户，主要内容是更换供水管道、修缮屋面、增设停车位。"
FIRST = "改造资金由中央补助、省级配套和居民自筹三部分组成，居民自筹的比例不超过百分之十。困难家庭可以申请减免，由街道核实以后公示。施工单位必须在早上八点以后开工，晚上十点以前停工，节假日"
SECOND = "不得进行噪声较大的作业。每个小区设一名义务监督员，由居民推选，任期到工程验收为止，有权要求施工单位停工整改，并可以随时"
THIRD = "查看工程资料。验收由住建局、街道和居民代表三方共同进行，三方都签字以后工程款才能结清，质量保证金保留两年。"
PAGES = (HEAD + FIRST, SECOND + HEAD + FIRST, SECOND + THIRD + HEAD, HEAD + THIRD + HEAD)

run = page_furniture()


def numbered(form: str, gap: str = "\n\n", head: str = "", first: int = 1) -> str:
    """The pages with a number below each but the last, and a running head."""
    parts = []
    for number, text in enumerate(PAGES, first):
        last = number - first == len(PAGES) - 1
        parts += [text] if last else [text, form.format(number), *([head] if head else [])]
    return gap.join(parts) + "\n"


JOINED = HEAD + FIRST + SECOND + HEAD + FIRST + SECOND + THIRD + HEAD


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("head", ["", "老旧小区改造方案"])
@pytest.mark.parametrize(
    "form",
    [
        "— {} —", "- {} -", "－{}－", "第{}页 共9页", "第 {} 页", "{}", "{}/9", "共9页，第{}页", "[{}]",
        "Page {} of 9", "·{}·", "\f{}",
    ],
)  # fmt: skip
def test_numbers_and_heads_go_and_sentences_are_joined(form: str, head: str, gap: str) -> None:
    done = applied(run, numbered(form, gap, head, 3))
    assert [row for row in done.split("\n") if row] == [JOINED, PAGES[3]]


@pytest.mark.parametrize("gap", ["\u3000" * 9, " " * 18, "\t\t"])
@pytest.mark.parametrize(
    ("even", "odd"), [("·{}·|学报|第28卷", "第4期|吴某：小区的改造|·{}·"), ("{}|学报", "改造|{}")]
)
def test_heads_that_go_from_margin_to_margin(gap: str, even: str, odd: str) -> None:
    heads = [(odd if number % 2 else even).format(number) for number in (88, 89, 90)]
    parts = [PAGES[0], *(part for pair in zip(heads, PAGES[1:], strict=True) for part in pair)]
    done = applied(run, "\n".join(parts).replace("|", gap) + "\n")
    assert [row for row in done.split("\n") if row] == [JOINED, PAGES[3]]


def test_short_pages_show_where_sentences_go_on_over_them() -> None:
    text = f"{FIRST}\n\n第 1 页\n\n{SECOND}\n\n第 2 页\n\n{THIRD}\n"
    assert "页" not in applied(run, text)
    assert "页" in applied(run, text.replace(f"{SECOND}\n", "不得进行噪声较大的作业。\n"))


def test_all_pages_of_a_short_text() -> None:
    parts = [
        "各地要及早动手，组织农户清沟沥水。",
        "一、防止渍害。",
        "二、气象部门预计还有三次降雨。",
    ] * 2
    pages = ["".join(parts[at : at + 4]) for at in (0, 1, 2)]
    text = "".join(f"{page}\n\n第 {at} 页 共 3 页\n\n" for at, page in enumerate(pages, 1))
    assert "页" not in applied(run, text)
    assert "页" in applied(run, text.replace("共 3 页", "共 9 页"))


def test_numbers_beside_running_heads_go_with_them() -> None:
    head = "某某大学硕士学位论文"
    text = f"{head}\n\n{PAGES[0]}\n\n第 1 页\n\n{head}\n\n{PAGES[1]}\n\n第 2 页\n\n{head}\n\n{PAGES[2]}\n"
    done = applied(run, text)
    assert "页" not in done.replace(head, "")
    assert done.count(head) == 1


def test_numbered_titles_with_names_beside_them_stay() -> None:
    parts = [
        part for at, text in enumerate(PAGES, 1) for part in (f"{at}      改造      吴某", text)
    ]
    assert applied(run, "\n".join(parts)) == "\n".join(parts)


def test_full_width_and_chinese_numbers_are_numbers() -> None:
    text = numbered("— {} —").replace("1", "一").replace("2", "二").replace("3", "３")
    assert "—" in applied(run, text)  # of two styles no sequence
    text = numbered("— {} —").replace("1", "一").replace("2", "二").replace("3", "三")
    assert "—" not in applied(run, text)


def test_the_view_says_what_is_what() -> None:
    found = Page.of(numbered("— {} —", "\n", "老旧小区改造方案", 7)).view(Furniture.of)
    assert [*found.numbers.values()] == [7, 8, 9]
    assert set(found.heads.values()) == {"老旧小区改造方案"}
    assert len(found.broken) == 2


def test_a_head_that_recurs_inside_sentences_needs_no_number() -> None:
    text = numbered("老旧小区改造方案")
    assert "老旧小区改造方案" not in applied(run, text.replace(PAGES[2], SECOND + THIRD + HEAD + FIRST).replace(PAGES[3], SECOND + THIRD))  # fmt: skip


def test_form_feeds_part_pages() -> None:
    text = f"{HEAD}{FIRST}\n\n\f{SECOND}{HEAD}\n\n\f{THIRD}\n\f"
    done = applied(run, text)
    assert done.split("\n") == [
        f"{HEAD}{FIRST}{SECOND}{HEAD}",
        *[""] * (done.count("\n") - 2),
        THIRD,
        "",
    ]


def test_one_of_two_numbers_inside_a_sentence_proves_them() -> None:
    text = "\n\n".join([PAGES[0], "3/4", SECOND + HEAD + THIRD, "4/4", PAGES[3]]) + "\n"
    assert "/4" not in applied(run, text)
    assert not patches(run, text.replace("/4", ""))


def test_one_number_inside_a_sentence_is_probable() -> None:
    found = patches(run, f"{FIRST}\n\n— 3 —\n\n{SECOND}{THIRD}\n")
    assert [patch.level for patch in found] == ["review"]
    assert not patches(run, f"{FIRST}\n\n3\n\n{SECOND}{THIRD}\n")


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{at}\n\n{HEAD}{THIRD}\n\n" for at in range(1, 9)),
        "".join(f"{year}\n{HEAD}{THIRD}\n" for year in (1958, 1961, 1972, 1980, 1999)),
        "".join(f"第{at}期\n简报\n\n{HEAD}{THIRD}\n\n" for at in range(1, 9)),
        f"{HEAD}\n\n3\n\n{THIRD}\n",
        "".join(f"{at}\n{word}\n" for at, word in enumerate("甲乙丙丁戊己庚辛", 1)),
        f"* 一\n\n{HEAD}\n\n\f\n* 二\n\n{THIRD}\n\n\f\n* 三\n\n{HEAD}\n",
        "",
        "\f",
        "\n3\n",
    ],
    ids=["parts", "years", "bulletin", "one", "list", "sections", "empty", "feed", "number"],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert applied(run, text) == text


@pytest.mark.parametrize("form", ["— {} —", "第{}页", "{}/9", "{}"])
def test_settled(form: str) -> None:
    once = applied(run, numbered(form, "\n", "老旧小区改造方案"))
    assert applied(run, once) == once


def test_a_refrain_of_hard_wrapped_paragraphs_is_no_running_head() -> None:
    refrain = "如果有人在一开始就告诉我们将要付出的代价，谁也不知道自己是不是还有勇气踏出那第一步。"
    others = [HEAD, FIRST + "。", THIRD, HEAD[20:] + THIRD, SECOND + "增减。", THIRD + HEAD]
    cut = [
        "\n".join(text[at : at + 10] for at in range(0, len(text), 10))
        for other in others
        for text in ("　　" + other, "　　" + refrain)
    ]
    assert patches(run, "\n\n".join([*cut, HEAD]) + "\n") == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("施工单位必须在早上八点以后开工，居民可以运行“施工查询”", "查看工程资料。" + THIRD),
        ("改造资金由中央补助、省级配套和居民自筹（含以工代赈）三部分组成，另有专项债券（二期）", "的余额。" + THIRD),
        ("改造资金由中央补助和居民自筹两部分组成，另有专项债券", "（二期），由市里统一发行。" + THIRD),
        ("补助资金：由市财政拨付到各街道的专门账户，不得", "挪用。" + THIRD),
        ("每个小区设立由居民推选的义务监督员小组并使用引", "号合适地标明组员的任期。" + THIRD),
    ],
)  # fmt: skip
def test_a_bracket_may_close_at_the_end_of_a_page_or_open_the_next(above: str, below: str) -> None:
    pages = [PAGES[0], "— 3 —", PAGES[1], "— 4 —", SECOND + HEAD + above, "— 5 —", below + HEAD]
    text = "\n\n".join(pages) + "\n"
    assert above + below in applied(run, text)


def test_a_heading_behind_a_form_feed_is_no_half_of_a_sentence() -> None:
    text = numbered("{}/9").replace("\n\n1/9\n\n", "\n\n1/9\n\n\f二、施工安排\n")
    done = applied(run, text)
    assert "1/9" not in done
    assert "\n二、施工安排\n" in done


WHOLE = [
    f"{word}{HEAD}{FIRST}停工。{THIRD}" for word in ("居民", "其中", "另外", "此后", "因此", "最后")
]
"""Pages that end with a paragraph."""


def between(*rows: str, above: str = "\n\n") -> str:
    """The pages with rows between them; what stands above each."""
    return "".join(f"{page}{above}{row}\n\n" for page, row in zip(WHOLE, rows, strict=False)) + (
        WHOLE[len(rows)] + "\n"
    )


@pytest.mark.parametrize(
    "numbers", [["- 1 -", "- 2 -"], ["— 7 —", "— 8 —", "— 9 —"], "1234", "567"]
)
def test_few_numbers_between_paragraphs_are_proven_by_pages_of_one_length(
    numbers: list[str],
) -> None:
    assert applied(run, between(*numbers)) == "\n\n".join(WHOLE[: len(numbers) + 1]) + "\n"
    assert not patches(run, numbers[0] + "\n\n" + between(*numbers[1:]))


def test_few_numbers_between_paragraphs_are_proven_by_where_they_cling() -> None:
    paragraphs = (
        between("1", "2", "3", above="\n").replace("。改", "。\n\n改").replace("。验", "。\n\n验")
    )
    uneven = paragraphs.replace("其中", "其中" + HEAD * 3)
    assert [row for row in applied(run, uneven).split("\n") if row.isdecimal()] == []
    assert not patches(run, uneven.replace("\n1", "\n\n1").replace("\n2", "\n\n2"))


def test_numbers_of_which_others_stand_alone_are_no_pages() -> None:
    text = between("- 1 -", "- 2 -", "- 3 -")
    assert not patches(run, text + "\n\n- 7 -\n\n赞\n\n- 20 -\n\n踩\n\n- 40 -\n\n赞\n")


@pytest.mark.parametrize("head", ["老旧小区改造方案", "2.1.5. 改造的步骤"])
@pytest.mark.parametrize("top", [True, False])
def test_the_headline_of_running_heads_stays(head: str, top: bool) -> None:
    text = between(*[head] * 4) + between(*[head] * 4)
    text = (
        head + "\n\n" + text if top else text.replace("其中", f"其中{HEAD[:30]}。\n\n{head}\n\n", 1)
    )
    assert applied(run, text).count(head) == 1


@pytest.mark.parametrize("form", ["{}", "- {} -", "[{}]"])
def test_numbers_above_parts_of_different_length_stay(form: str) -> None:
    parts = [HEAD + THIRD, WHOLE[0] + WHOLE[1], WHOLE[2], WHOLE[3] * 3, THIRD * 3]
    text = "".join(f"{part}\n\n{form.format(at)}\n\n" for at, part in enumerate(parts, 1))
    assert not patches(run, text + "最后一段。\n")


def test_a_label_that_recurs_above_parts_stays() -> None:
    parts = [WHOLE[0], WHOLE[1] * 2, WHOLE[2], WHOLE[3] * 3, WHOLE[4]]
    assert not patches(run, "".join(f"{part}\n\n本期活动小结\n\n" for part in parts) + WHOLE[5])
