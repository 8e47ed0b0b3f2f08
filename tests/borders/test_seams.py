"""The blank that stood where a line ended."""

from __future__ import annotations

import pytest

from cleaner.borders.seams import Seams
from cleaner.page import Page

SPACED = '用 Debian 写的 Linux 书有 3 本，在 /etc 和 /usr 里的 "rules" 文件有 12 个，把 C 和 Rust 都看过 9 遍。'
TIGHT = "用Debian写的Linux书有3本，把C和Rust都看过9遍，又看了5天。"


@pytest.mark.parametrize(
    ("left", "right", "spaced", "tight"),
    [
        ("都写在", "Debian 里", " ", ""),
        ("用的是 Debian", "系统", " ", ""),
        ("一共有", "25 本", " ", ""),
        ("请看", "/etc/apt", " ", None),
        ("今年夏", "粮丰收", "", ""),
        ("今年夏", "，粮丰收", "", ""),
        ("今年夏粮（", "2019 年）", "", ""),
        ("the quick", "brown fox", " ", " "),
        ("http://a.org/", "index.html", "", ""),
        ("夏粮丰收，", "Debian", "", ""),
    ],
)
def test_what_stood_between(left: str, right: str, spaced: str, tight: str | None) -> None:
    assert Seams(Page.of(SPACED)).between(left, right) == (spaced, True)
    if tight is not None:
        assert Seams(Page.of(TIGHT)).between(left, right) == (tight, True)


def test_without_a_habit_it_is_not_sure() -> None:
    assert Seams(Page.of("今年夏粮丰收。")).between("都写在", "Debian") == ("", False)


def test_a_year_may_be_cut_another_number_is_for_review() -> None:
    seams = Seams(Page.of(SPACED))
    assert seams.between("截至20", "19年") == ("", True)
    assert seams.between("截至20", "19人") == ("", False)


def test_quotation_marks_have_a_habit_of_their_own() -> None:
    text = "打开 “文件” 菜单，再打开 “编辑” 菜单，又打开 “视图” 菜单。"
    assert Seams(Page.of(text)).between("再打开", "“选项”") == (" ", True)
    assert Seams(Page.of(SPACED)).between("再打开", "“选项”") == ("", True)


@pytest.mark.parametrize(
    ("left", "right", "after", "sure"),
    [
        ("放在 /usr/share/", "doc 里", "", True),
        ("见 https:/", "/a.org/ 的说明", "", True),
        ("目录如 .git/", ".svn/ 等", "", False),
        ("下降为 24", ".24%", "", True),
        ("劳务费35,", "600元，有欠条为证", "", True),
        ("共计1,234,", "567", "", True),
        ("增长43.", "8%，其中", "", True),
        ("J. Chem., 35,", "600-605", " ", True),
        ("编号为35,", "6001号", " ", True),
        ("共有35.", "600人报名", " ", True),
        ("直接调用 dpkg/apt/", "aptitude 时", "", False),
        ("用的是 dh $@", "--with python3", " ", True),
        ("请看第 9", "–13 行", "", True),
    ],
)
def test_signs_inside_addresses_and_names(left: str, right: str, after: str, sure: bool) -> None:
    assert Seams(Page.of(SPACED)).between(left, right) == (after, sure)


def test_marks_that_never_have_a_blank_there_say_nothing_of_the_others() -> None:
    text = "先装（GNU），又装（BSD），再装（TeX），最后装（Emacs）。运行时， make 会问， dpkg 会答， apt 会等。"
    assert Seams(Page.of(text)).between("运行命令时，", "perl 会") == (" ", True)


def test_quotation_marks_beside_a_word_may_be_set_off_as_words_are() -> None:
    assert Seams(Page.of(SPACED)).between("封装成 Debian", "“软件包”") == ("", False)
    assert Seams(Page.of(TIGHT)).between("封装成Debian", "“软件包”") == ("", True)


def test_how_page_numbers_are_set_says_nothing_of_the_text() -> None:
    text = "自1990年起，到2004年止，共15年，有2998所，达24万张，占3成，计10万人。\n"
    foot = "第 {} 页 共 24 页\n"
    source = text + foot.format(9) + text + foot.format(10) + foot.format(11)
    assert Seams(Page.of(source)).between("住院分娩率由1990", "年的三成") == ("", True)
