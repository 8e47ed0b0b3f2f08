"""Drop what stands twice at the border of two slices of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaner.breaks import LONG, Breaks
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, compiled

_STOPS = frozenset("。！？")
_MORE = 4
_TAIL = compiled(r"^([\p{Han}]{1,3})[。！？]")
_SENTENCES_OF_ONE_WORD = frozenset(
    [
        "是",
        "对",
        "好",
        "行",
        "嗯",
        "啊",
        "哦",
        "唉",
        "哎",
        "呀",
        "哈",
        "噢",
        "哼",
        "喂",
        "来",
        "走",
        "去",
        "有",
        "没",
        "不",
        "要",
        "会",
        "能",
        "可",
        "懂",
        "停",
        "滚",
        "快",
        "谢谢",
        "再见",
        "好的",
        "是的",
        "对了",
    ]
) | frozenset(
    [
        "没有",
        "当然",
        "不是",
        "不行",
        "可以",
        "不对",
        "不会",
        "真的",
        "算了",
        "完了",
        "好了",
        "行了",
        "来了",
    ]
)


def closing_overlap(*, least: int = 40) -> Finder:
    """Drop the end of a sentence that the next slice repeats: `…事故发生。` + `生。四是…`.

    The second row opens with at most three Han and a stop that end the row before it, both rows are prose, at least
    `least` characters together. It is sure where the Han are no sentence of their own and both rows are long, or where
    the document has more of them: a writer may take up a word (`整整十年。` + `十年。人生…`), but not again and
    again. The repeated end goes together with the break, since the two rows are slices of one paragraph.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = [*_closings(page, least)]
        sure = {word for _, word, long in found if long}
        for patch, word, long in found:
            certain = long or (sure - {word} and word not in _SENTENCES_OF_ONE_WORD)
            yield patch if certain else patch._replace(level="review")

    return run


def _closings(page: Page, least: int) -> Iterator[tuple[Patch, str, bool]]:
    """Each repeated end of a sentence: the patch, its Han, and whether it is sure by itself."""
    rows, filled, starts = page.rows, page.filled, page.starts
    for at, (left, right) in enumerate(pairwise(filled)):
        match = _TAIL.match(rows[right]) if not _STOPS.isdisjoint(rows[right][1:4]) else None
        body = rows[left].rstrip(BLANKS)
        if match is None or not body.endswith(match.group()):
            continue
        more = (len(body) - match.end(), len(rows[right]) - match.end())
        if min(more) < _MORE or sum(more) < least:
            continue
        word = match.group(1)
        long = min(_prose(page, at, -1), _prose(page, at + 1, 1)) >= LONG
        long = long and word not in _SENTENCES_OF_ONE_WORD
        yield Patch(starts[left] + len(body), starts[right] + match.end(), ""), word, long


def _prose(page: Page, at: int, way: int) -> int:
    """Han of filled row number `at` with its neighbours up (-1) or down (1), as far as sentences go on.

    Counted until it is enough: rows that joins put together count as one.
    """
    lines, filled = page.lines, page.filled
    han = lines[filled[at]].han
    while han < LONG:
        upper = at if way > 0 else at - 1
        at += way
        if not 0 <= at < len(filled) or lines[filled[upper]].stopped:
            break
        han += lines[filled[at]].han
    return han


def open_overlap(*, most: int = 4) -> Finder:
    """Drop the characters (at most `most` Han) that stand on both sides of a broken sentence.

    `…又能` + `能落实…`: the copy at the end of the first row goes. Words may double by right
    (下沟村 + 村干部), so that this is only probable.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows, starts = page.rows, page.starts
        for at in page.view(Breaks):
            left, right = rows[at.left].rstrip(BLANKS), rows[at.right].lstrip(BLANKS)
            for size in range(min(most, len(left), len(right)), 0, -1):
                twice = right[:size]
                if left.endswith(twice) and _ALL_HAN.fullmatch(twice):
                    end = starts[at.left] + len(left)
                    yield Patch(end - size, end, "")
                    break

    return run


_ALL_HAN = compiled(r"\p{Han}+")
