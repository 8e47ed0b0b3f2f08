"""Pages of hard-wrapped text: their numbers stand below equally many rows, and heads that change part sentences."""

from __future__ import annotations

from random import Random

import pytest

from cleaner.operators.page_furniture import page_furniture
from tests.operators.running import applied, patches

TEXT = (
    "老街的石板路修了三回，头一回是光绪年间，由米行的东家牵头，各家按铺面的宽窄出钱；第二回在民国，县里派了"
    "工程师来量，说要拆掉两边的骑楼，街坊不肯，闹了大半年才作罢；第三回就是前年，挖开一看，底下还埋着从前的"
    "陶管，一节一节地套着，水依旧流得通。管子后来收进了文化馆，摆在进门的地方，旁边立着一块牌子，写着它的来历。"
)
SIZE, ROWS = 24, 13
run = page_furniture()


def rows(count: int) -> list[str]:
    """Hard-wrapped paragraphs with an indent, no row twice."""
    made: list[str] = []
    clauses = TEXT.replace("；", "，").rstrip("。").replace("。", "，").split("，")
    order = Random(5)
    while len(made) < count:
        order.shuffle(clauses)
        text = "　　" + "，".join(clauses) + "。"
        made += [text[at : at + SIZE] for at in range(0, len(text), SIZE)]
    return made[:count]


def pages(count: int, foot: str, head: str = "", last: int = 7, each: int = ROWS) -> str:
    """Pages of so many rows with a foot and a head; the last one is shorter."""
    text, made = rows(each * count), []
    for number in range(count):
        made += [head.format(number + 31)] * bool(head)
        size = last if number == count - 1 else each
        made += [*text[number * each :][:size], foot.format(number + 31)]
    return "\n".join(made) + "\n"


def plain(count: int, last: int = 7, each: int = ROWS) -> list[str]:
    """The rows that are left of `pages`."""
    text = rows(each * count)
    return text[: each * (count - 1) + last]


@pytest.mark.parametrize("foot", ["{}", "— {} —", "第{}页", "{}/60", "{}/60页"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_numbers_below_equally_many_rows_are_those_of_pages(foot: str, count: int) -> None:
    assert applied(run, pages(count, foot)).split("\n")[:-1] == plain(count)


@pytest.mark.parametrize("foot", ["{}", "·{}·"])
def test_a_head_that_stands_beside_each_number_goes(foot: str) -> None:
    done = applied(run, pages(3, foot, "石桥镇志")).split("\n")[:-1]
    assert done[1:] == plain(3)  # the first may be the headline itself


@pytest.mark.parametrize("first", [1, 31])
def test_heads_of_even_and_odd_pages_are_one_sequence(first: int) -> None:
    text = "\n".join(
        "\n".join(([f"{page}　石桥镇志"] if page % 2 else [f"第三章　街巷　{page}"]) + part)
        for page, part in enumerate((rows(39)[at : at + 13] for at in (0, 13, 26)), first)
    )
    assert applied(run, text + "\n").split("\n")[:-1] == rows(39)


def test_a_second_number_on_each_page_goes_with_the_first() -> None:
    text = pages(3, "{}")
    for number in (1, 2, 3):
        text = text.replace(f"\n{30 + number}\n", f"\n{30 + number}\n{number}/3 页\n")
    assert applied(run, text).split("\n")[:-1] == plain(3)


def test_a_head_of_its_own_goes_where_it_parts_a_sentence() -> None:
    alone = pages(3, "{}").replace("\n31\n", "\n31\n街巷与桥梁\n")
    assert "街巷与桥梁" in applied(run, alone)  # it stands nowhere else
    text = alone.replace("\n32\n", "\n32\n庙会与戏台\n")
    assert applied(run, text).split("\n")[:-1] == plain(3)
    text = "街巷与桥梁\n" + alone
    assert applied(run, text).split("\n")[:-1] == ["街巷与桥梁", *plain(3)]


@pytest.mark.parametrize("note", ["图3　石板路", "表2　历次维修", "① 见县志。", "[4] 见县志。"])
def test_a_caption_beside_a_page_number_stays(note: str) -> None:
    text = pages(4, "{}")
    for number in (31, 32, 33):
        text = text.replace(f"\n{number}\n", f"\n{number}\n{note}{number}\n")
    assert applied(run, text).count(note) == 3


def test_numbers_above_sections_of_equal_length_stay() -> None:
    """They part no sentence, and the sections differ by a row."""
    sections = [rows(6)[:5] + ["水依旧流得通。"] * more for more in (1, 2, 1, 2)]
    text = "\n".join("\n".join([str(at), *rows]) for at, rows in enumerate(sections, 1))
    assert not patches(run, text + "\n")


def _sections(first: int, each: int = 14) -> str:
    """Sections of so many rows, each below its number."""
    made = []
    for number in range(first, first + 8):
        section = rows(each * 9)[each * (number - first) :][: each - 1]
        made += [str(number), *section, "水依旧流得通。"]
    return "\n".join(made) + "\n"


@pytest.mark.parametrize("first", [2, 31, 1996])
def test_numbers_between_paragraphs_are_those_of_sections(first: int) -> None:
    assert not patches(run, _sections(first))


def test_the_years_of_a_chronicle_stay() -> None:
    text = "".join(f"{year}\n{TEXT}\n" for year in range(1996, 2004))
    assert not patches(run, text)


@pytest.mark.parametrize(
    "head",
    [
        "CN 202712342 U　　说　明　书　　{}/3页",
        "语文试题　第{}页（共3页）",
        "语文试题第{}页(共3页)",
        "水库志 第 {} 页",
    ],
)
def test_a_name_with_the_number_of_the_page_goes_from_the_first_page_on(head: str) -> None:
    text = rows(39)
    made = [[head.format(at + 1), *text[at * 13 :][:13]] for at in range(3)]
    assert applied(run, "\n".join(map("\n".join, made)) + "\n").split("\n")[:-1] == text


def test_where_sentences_speak_of_pages_they_stay() -> None:
    made = [f"{rows(4)[at]}\n【解析】见教材第{at + 12}页" for at in range(4)]
    assert not patches(run, "\n".join(made) + "\n")


@pytest.mark.parametrize("feed", ["", "\f"])
def test_heads_with_the_number_of_an_issue_and_those_behind_a_form_feed(feed: str) -> None:
    text = rows(65)
    made = [
        [
            f"{feed if at else ''}"
            + ("2004年第6期　　文史天地　　{}" if at % 2 else "{}　　文史天地").format(at + 58),
            *text[at * 13 :][:13],
        ]
        for at in range(5)
    ]
    assert applied(run, "\n".join(map("\n".join, made)) + "\n").split("\n")[:-1] == text


def test_a_row_of_the_sentence_beside_a_page_number_stays() -> None:
    """It has no mark of its own, and several pages begin with such a row."""
    text = rows(39)
    text[13] = "老街的石板路由各家按铺面的宽窄出钱修了三回的老街"
    text[26] = "石板路底下还埋着从前一节一节地套着的陶管水依旧流"
    made = [row for at in range(3) for row in (*text[at * 13 :][:13], str(at + 31))]
    assert applied(run, "\n".join(made) + "\n").split("\n")[:-1] == text
