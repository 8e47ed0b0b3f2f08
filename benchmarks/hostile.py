"""Documents that would show a cost that grows faster than the text: prose of any size, and hostile rows.

Each is made by a function of the number of characters that are wanted; none is random but for a fixed seed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from random import Random

from benchmarks.corpora import damaged, sources

Make = Callable[[int], str]

_PARAGRAPH = (
    "会议要求，各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度。"
    "农技人员要到田间去，到户里去，手把手地教。"
)
_OPEN = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警工作"


@cache
def _clauses() -> list[str]:
    """The clauses of the wanted texts of the five sources, each once, without their marks."""
    marks = str.maketrans(dict.fromkeys("，。；：！？、\n“”（）《》 ", "\n"))
    text = "\n".join(source.gold("full") for source in sources()).translate(marks)
    return sorted({clause for clause in text.split("\n") if 4 <= len(clause) <= 20})


def sentences(size: int, seed: int = 1) -> list[str]:
    """Sentences of two to five clauses of the sources, at random, of `size` characters together."""
    random, clauses = Random(seed), _clauses()
    out: list[str] = []
    while size > 0:
        out.append("，".join(random.choices(clauses, k=random.randint(2, 5))) + "。")
        size -= len(out[-1])
    return out


def prose(size: int) -> str:
    """Paragraphs of two to six sentences, a blank line between them: one sound document."""
    random, found = Random(2), sentences(size)
    out, at = [], 0
    while at < len(found):
        step = random.randint(2, 6)
        out.append("".join(found[at : at + step]))
        at += step
    return "\n\n".join(out) + "\n"


def _sliced(size: int) -> str:
    """Prose cut into pieces of 30 to 60 characters with a blank line between: columns that came apart."""
    text, random = "".join(sentences(size)), Random(3)
    out, at = [], 0
    while at < len(text):
        step = random.randint(30, 60)
        out.append(text[at : at + step])
        at += step
    return "\n\n".join(out)


def _wrapped(size: int) -> str:
    """Prose hard-wrapped at 80 columns."""
    rows = []
    for paragraph in prose(size).split("\n"):
        rows += [paragraph[at : at + 40] for at in range(0, len(paragraph), 40)] or [""]
    return "\n".join(rows)


def _near_equal(size: int) -> str:
    """The same paragraph again and again, one character of it changed at random."""
    random, out = Random(4), []
    for _ in range(size // (len(_PARAGRAPH) + 1)):
        at = random.randrange(len(_PARAGRAPH))
        out.append(_PARAGRAPH[:at] + chr(random.randrange(0x4E00, 0x9FA0)) + _PARAGRAPH[at + 1 :])
    return "\n".join(out)


def _pages(size: int) -> str:
    """Prose with a running head and a page number every 500 characters."""
    text, out = prose(size), []
    for number, at in enumerate(range(0, len(text), 500), 1):
        out.append(f"{text[at : at + 500]}\n清沟沥水手册\n— {number} —\n")
    return "".join(out)


def _rows(row: Callable[[int], str], end: str = "\n") -> Make:
    """Rows by their number, as many as fill the size."""

    def make(size: int) -> str:
        out: list[str] = []
        for number in count():
            if size <= 0:
                break
            out.append(row(number))
            size -= len(out[-1]) + len(end)
        return end.join(out)

    return make


def _over(unit: str) -> Make:
    """A unit over and over."""
    return lambda size: unit * (size // len(unit))


DOCUMENTS: dict[str, Make] = {
    "prose": prose,
    "damaged": lambda size: "\n\n".join(damaged(size * 3)),
    "sliced prose": _sliced,
    "wrapped prose": _wrapped,
    "prose with page numbers": _pages,
    "one line of prose": lambda size: "".join(sentences(size)),
    "one line without a mark": lambda size: "".join(sentences(size)).translate({0xFF0C: "", 0x3002: ""}),
    "equal short lines": _over("好\n"),
    "equal headlines": _over("春耕备耕工作\n\n"),
    "equal paragraphs": _over(_PARAGRAPH + "\n"),
    "two paragraphs in turn": _over(f"{_PARAGRAPH}\n\n{_PARAGRAPH[::-1]}\n\n"),
    "equal open lines": _over(_OPEN + "\n"),
    "equal open lines, blank ones between": _over(_OPEN + "\n\n"),
    "blank lines in turn": _over("好\n\n"),
    "nothing but blank lines": _over("\n"),
    "different short open lines": _rows(lambda number: f"第{number}户，还没有"),
    "different open lines": _rows(lambda number: f"{_OPEN[:20]}{number}{_OPEN[20:]}"),
    "different open lines, blank ones between": _rows(lambda number: f"{_OPEN}{number}", "\n\n"),
    "open lines, a sentence every other": _rows(
        lambda number: f"{_OPEN}{number}" if number % 2 else f"{number}处都好。{_OPEN}", "\n\n"
    ),
    "nearly equal paragraphs": _near_equal,
    "paragraphs that differ in a number": _rows(lambda number: f"第{number}号{_PARAGRAPH}"),
    "paragraphs with one tail": _rows(lambda number: f"{number}号地块，{_OPEN}。"),
    "nested brackets": lambda size: "（" * (size // 2) + "）" * (size // 2),
    "nested brackets, one a line": lambda size: "好（\n" * (size // 6) + "好）\n" * (size // 6),
    "opening quotation marks": _over("“好"),
    "opening quotation marks, one a line": _over("“好\n"),
    "numbers, one a line": _rows(lambda number: f"— {number + 1} —"),
    "numbers and prose in turn": _rows(
        lambda number: f"{number // 2}" if number % 2 else f"{_OPEN}{number}", "\n"
    ),
    "one word": _over("可是"),
    "one character": _over("好"),
    "digits": _over("2020"),
    "broken dates": _over("2020111日，"),
    "broken dates, one a line": _over("截至2020111日。\n"),
    "half-width marks": _over("好,"),
    "blanks": _over(" "),
    "blanks between Han": _over("好 1 "),
    "a list of one item": _over("甲、"),
    "Latin words": _over("word "),
    "table cells": _over("甲 | 乙 | "),
    "verse": _over("床前明月光，\n疑是地上霜。\n"),
    "turns of a talk": _rows(lambda number: f"{'答' if number % 2 else '问'}：{number}呢？"),
    "list items": _rows(lambda number: f"{number + 1}.清沟沥水"),
    "bytes that did not decode": _over("好\udc80"),
    "tags in one line": _over("<p>清沟沥水，防止渍害。</p><br/>&nbsp;"),
    "a mark of a site in one line": _over(f"{_PARAGRAPH}最新章节请到www.example.com阅读。"),
    "one line, a mark of a site at its end": lambda size: (
        "".join(sentences(size)) + "记住网址www.example.com，最新章节请到www.example.com阅读。"
    ),
}  # fmt: skip
