"""Which question marks between Chinese end a question, and which may stand for a lost character."""

from __future__ import annotations

import numpy as np

from cleaner.lines.rows import Mask
from cleaner.model import Offsets
from cleaner.page import Page
from cleaner.text import are_in, lazy

_ASKING = "吗嗎呢么麼麽吧否乎耶邪谁誰啥哪何嘛呀啊"
_QUESTION = lazy(
    r"(?:谁|何|什么|甚么|哪|怎|几|多少|岂|孰|焉|安[能得在知敢]|奚|曷|难道|莫非|是不是|是否|有没有|为啥|咋|凭啥"
    r"|(\p{Han})[不没]\1)[^，。；：！？,;:!?\n]*(?:[，,][^，。；：！？,;:!?\n]*)?\Z|[与欤哉邪耶]\Z"
)
_CLAUSE = 40
"""Characters before a question mark in which the question is looked for."""
_ABROAD = "阿埃艾安奥巴贝本比彼波伯勃布查达戴丹德迪蒂杜多厄恩尔凡菲费弗福戈格古哈海汉赫亨华霍居基吉加杰卡凯坎科克肯库拉莱兰朗劳勒雷里理利丽莉立列林隆卢鲁路伦罗洛马玛麦曼梅米莫姆穆内纳南尼娜诺欧帕佩普奇乔琼瑞萨塞赛桑森沙山莎舍圣史施舒朔斯思索塔泰坦特提图托瓦威韦维温沃乌西希夏谢休雅亚扬耶伊因约扎詹兹佐"
_NAME = lazy(rf"[{_ABROAD}]\?[{_ABROAD}]|[一二三四五六七八九十]\?")
"""A foreign name or a day with its dot lost: 玛丽?居里, 一二?九."""


def questions(page: Page, places: Offsets, ended: Mask, *, generous: bool) -> Mask:
    """Which of these half-width question marks, all behind Chinese, stand behind a question.

    `ended`: what follows shows that a sentence ends. A word that asks shows it, or a clause that asks, if
    half of all marks show it in one of these ways, or with `generous` a third: else they may be lost characters.
    Then `generous` takes the others for question marks as well, but for the dots of names.
    """
    asked = are_in(_ASKING, page.codes.take(places - 1, mode="clip"))
    others = np.flatnonzero(~asked & ~ended)
    if not len(others):
        return asked
    text, at = page.text, places[others].tolist()
    told = np.array([bool(_QUESTION.search(text, max(0, p - _CLAUSE), p)) for p in at])
    shown = len(places) - len(others) + int(told.sum())
    if (3 if generous else 2) * shown >= len(places):
        if generous:
            told |= np.array([not _NAME.match(text, p - 1) for p in at])
        asked[others] = told
    return asked
