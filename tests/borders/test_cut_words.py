"""Addresses and hyphenated words at a line end."""

from __future__ import annotations

import pytest

from cleaner import clean, load_rules
from cleaner.borders.cut_words import Cut, address, hyphened
from cleaner.page import Page

KNOWN = "信息是 information 的译名，前端是 front-end 的译名，后端是 Back-end 或 backend 的译名。"
BEFORE = "近日，省财政厅会同省农业农村厅印发通知，对报刊里常见的外来术语作出说明"


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("见 https://www.example.com/zh/gu", "ide/index.html 一文", "https://www.example.com/zh/guide/index.html"),
        ("见 www.example.com/show?page=", "15 一文", "www.example.com/show?page=15"),
        ("见 https://www.example.com/zh/guide", "Debian 的说明", ""),
        ("见 https://www.example.com/zh/guide", "https://www.example.org/a/b", ""),
        ("见 https://www.example.com/zh/guide 的说明", "a/b", ""),
        ("见 https://www.example.com/zh/guide", "等网站/网页", ""),
    ],
)  # fmt: skip
def test_an_address(left: str, right: str, wanted: str) -> None:
    assert address(left, right) == wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("所谓 informa-", "tion 一词", Cut(1, True)),
        ("所谓 Informa-", "tion）一词", Cut(1, True)),
        ("所谓 front-", "end 一词", Cut(0, True)),
        ("所谓 back-", "end 一词", Cut(0, False)),
        ("所谓 real-", "time 一词", Cut(0, False)),
        ("所谓 real-", "Time 一词", None),
        ("所谓 e-", "mail 一词", None),
        ("温度为 -", "tion 一词", None),
    ],
)
def test_a_hyphen(left: str, right: str, wanted: Cut | None) -> None:
    assert hyphened(Page.of(f"{KNOWN}\n{left}\n{right}"), left, right) == wanted


@pytest.mark.parametrize(
    ("left", "right", "level", "wanted"),
    [
        ("，如 informa-", "tion 等词，请参照执行。", "safe", "，如 information 等词"),
        ("，如 front-", "end 等词，请参照执行。", "safe", "，如 front-end 等词"),
        ("，如 real-", "time 等词，请参照执行。", "safe", "，如 real-\n\ntime 等词"),
        ("，见 https://www.example.com/zh/gu", "ide/index.html 一文。", "safe", "zh/gu\n\nide"),
        ("，见 https://www.example.com/zh/gu", "ide/index.html 一文。", "review", "zh/guide"),
    ],
)
def test_joined(left: str, right: str, level: str, wanted: str) -> None:
    text = f"{KNOWN}\n\n{BEFORE}{left}\n\n{right}\n"
    assert wanted in clean(text, load_rules(), level=level).text  # type: ignore[arg-type]


def test_an_address_that_stands_elsewhere_as_a_whole_is_joined() -> None:
    text = f"{BEFORE}，见 https://www.example.com/zh/gu\n\nide/index.html 一文。\n\n地址是 https://www.example.com/zh/guide/index.html。\n"
    assert "见 https://www.example.com/zh/guide/index.html 一文" in clean(text, load_rules()).text


def test_an_address_of_several_rows() -> None:
    whole = (
        "说明见https://www.example.com/zh/guide/install/2020/index.html?page=3&view=all一文，请各地各部门按照这份说明的要求及早动手，"
        "组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把各项损失都降到最低限度，确保今年的夏粮丰收到手，"
        "对工作不力的单位和个人，要依照有关的规定严肃追究责任，绝不姑息迁就，并向社会公布处理的结果"
    )
    rows, row, width = [], "", 0
    for char in whole:
        columns = 2 if ord(char) > 0xFF else 1
        if width + columns > 40:
            rows.append(row)
            row, width = "", 0
        row, width = row + char, width + columns
    text = "\n".join([*rows, f"{row}。"])
    assert clean(f"{text}\n", load_rules(), level="safe").text == f"{whole}。\n"
