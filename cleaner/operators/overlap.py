"""Drop what stands twice at the border of two slices of a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.borders.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.lines.articles import Ends
from cleaner.model import Patch
from cleaner.page import SHORT, Finder, Page
from cleaner.text import BLANKS, STOPS, are_in, lazy

_STOPS = frozenset("。！？")
_MORE = 6
_MANY = 3
"""Sure places of a document that make certain what might be a sentence of one word."""

_LONGEST = 3
"""Han of such an end at most."""

_TAIL = lazy(rf"^([\p{{Han}}]{{1,{_LONGEST}}})[。！？]")
_NUMERAL = lazy(r"[一二两三四五六七八九十百千万几半每]")
_SURELY = 7.0
"""Nats of cohesion inside a word."""

_FIGURES = 2
"""Times at least that a writer takes up the last words of a paragraph in the next one, if that is a figure of speech."""

_GRAM = 8
"""Characters on each side of a border that stand together elsewhere, in a copy."""

_FOUND = "overlaps"
_SENTENCES_OF_ONE_WORD = frozenset("是对好行嗯啊哦唉哎呀哈噢哼喂来走去有没不要会能可懂停滚快") | {
    "谢谢", "再见", "好的", "是的", "对了", "没有", "当然", "不是", "不行", "可以", "不对", "不会", "真的", "算了", "完了",
    "好了", "行了", "来了",
}  # fmt: skip


def closing_overlap(*, least: int = 40, doubtful: bool = True) -> Finder:
    """Drop the end of a sentence that the next slice repeats: `…事故发生。` + `生。四是…`.

    The second row opens with at most three Han and a stop that end the row before it, both rows are prose, at least
    `least` characters together. It is sure where the Han are no sentence of their own and both rows are long, or where
    they stand once in a copy of the paragraph, or where the document has more of them (several for rows that are
    short): a writer may take up a word (`整整十年。` + `十年。人生…`), but not again and again. What is not sure is for review, or nothing without `doubtful`; what may be a sentence of one word
    is nothing where the document has no other. The repeated end goes together with the
    break, since the two rows are slices of one paragraph.
    """

    def run(page: Page) -> Iterable[Patch]:
        found = [*_closings(page, least)]
        known = page.memo.get(_FOUND)
        sure = {word for _, word, long in found if long}
        sure |= known if isinstance(known, set) else set()
        page.memo[_FOUND] = sure
        for patch, word, long in found:
            others = len(sure - {word})
            if long is None and (others < _MANY or word in _SENTENCES_OF_ONE_WORD):
                continue
            certain = long or others >= (_MANY if word in _SENTENCES_OF_ONE_WORD else 1)
            if certain or (doubtful and (others or word not in _SENTENCES_OF_ONE_WORD)):
                yield patch if certain else patch._replace(level="review")

    return run


def _closings(page: Page, least: int) -> Iterator[tuple[Patch, str, bool | None]]:
    """Each repeated end of a sentence: the patch, its Han, and whether it is sure by itself; None: it is short."""
    for right in _tails(page):
        rows, filled, starts = page.rows, page.filled, page.starts
        at = bisect_left(filled, right) - 1
        match = _TAIL.match(rows[right])
        if match is None or at < 0:
            continue
        left = filled[at]
        body = rows[left].rstrip(BLANKS)
        if not body.endswith(match.group()):
            continue
        above, below = _prose(page, at, -1), _prose(page, at + 1, 1)
        word = match.group(1)
        if min(above, below) < match.end() + _MORE or above + below < least:
            if min(above, below) > match.end():
                yield Patch(starts[left] + len(body), starts[right] + match.end(), ""), word, None
            continue
        long = min(above, below) >= LONG or _is_cut(body, match.group())
        long = long and word not in _SENTENCES_OF_ONE_WORD
        behind = rows[right][match.end() : match.end() + _GRAM]
        long = long or (len(behind) == _GRAM and body[-_GRAM:] + behind in page.text)
        yield Patch(starts[left] + len(body), starts[right] + match.end(), ""), word, long


def _tails(page: Page) -> list[int]:
    """The rows in which a sentence ends behind one to three characters."""
    if len(page.text) < SHORT:
        rows = enumerate(page.rows)
        return [at for at, row in rows if not _STOPS.isdisjoint(row[1 : _LONGEST + 2])]
    near = page.view(Ends).starts[:, None] + np.arange(1, _LONGEST + 1)
    found = are_in("。！？", page.codes.take(near, mode="clip")).any(axis=1)
    return [*np.flatnonzero(found).tolist()]


def _is_cut(body: str, end: str) -> bool:
    """Whether the end of a row begins inside a word, so that it is no sentence; a number may be said again."""
    return not _NUMERAL.match(end) and cohesion(body[: -len(end)], end) > _SURELY


def _prose(page: Page, at: int, way: int) -> int:
    """Characters of filled row number `at` with its neighbours up (-1) or down (1), as far as sentences go on.

    Counted until it is enough: rows that joins put together count as one.
    """
    lines, filled = page.lines, page.filled
    size = lines[filled[at]].size
    while size < LONG:
        upper = at if way > 0 else at - 1
        at += way
        if not 0 <= at < len(filled) or not lines[filled[upper]].open:
            break
        size += lines[filled[at]].size
    return size


def open_overlap(*, most: int = 4, doubled: tuple[str, ...] = ()) -> Finder:
    """Drop the characters (at most `most`) that stand on both sides of a broken sentence.

    `…配置文件` + `置文件进行…`: the copy at the end of the first row goes. Two characters and more are sure: words
    do not double by right. Two only where they begin inside a word, or rather follow on what stands before them than open
    a sentence (…主持会议 + 会议指出). But those in `doubled` do (研究研究), those with a numeral (一个一个), and a clause
    of its own (`扑通，` + `扑通，`). A single Han is only probable, and nothing where it well may double (妈妈,
    下沟村 + 村干部) or lines are hard-wrapped, with a border every few words. What is sure goes together with the break: what stood
    before the copy then meets what stood there once. In a text in which there are several and none begins inside a
    word they may be a figure of speech, that takes up the last words of each paragraph: for review.
    """
    words = frozenset(doubled)

    def run(page: Page) -> Iterable[Patch]:
        starts, wraps = page.starts, page.layout.wraps
        levels = {(at.left, at.right): at.level for at in page.view(Breaks)}
        found = [*_overlaps(page, sorted(levels.keys() | _alike(page)), most)]
        taken_up = [(left, right[:size]) for _, _, left, right, size in found if size > 1]
        style = len(taken_up) >= _FIGURES and not any(_is_inside_word(*each) for each in taken_up)
        for above, below, left, right, size in found:
            tight = bool(wraps) and below == above + 1
            if size == 1 and (tight or not _is_odd(left, right)):
                continue
            sure = not tight and right[:size] not in words and _impossible(left, right, size)
            end = starts[above] + len(left)
            level = levels.get((above, below))
            cut_off = _is_cut_off(left, right, size) and not style
            if sure and (cut_off if size > 1 else level != "review"):
                start = starts[below] + len(page.rows[below]) - len(right)
                yield Patch(end - size, start, "")
            elif (above, below) in levels:
                yield Patch(end - size, end, "", "review")

    return run


def _overlaps(
    page: Page, borders: Iterable[tuple[int, int]], most: int
) -> Iterator[tuple[int, int, str, str, int]]:
    """The borders at which characters stand on both sides: the rows, their text, and how many characters."""
    rows, lines = page.rows, page.lines
    for above, below in borders:
        if lines[below].body[0] not in lines[above].body[-most:]:
            continue
        left, right = rows[above].rstrip(BLANKS), rows[below].lstrip(BLANKS)
        size = _overlap(left, right, most)
        if size:
            yield above, below, left, right, size


def _is_inside_word(left: str, twice: str) -> bool:
    """Whether what stands on both sides begins inside a word: so nobody writes, not even to take up what was said."""
    return twice[0] in _MARKS or _is_cut(left, twice)


def _alike(page: Page) -> Iterator[tuple[int, int]]:
    """Neighbouring rows where the end of long prose that stops inside a sentence stands again in the next.

    The repetition shows that they are slices, even where the border by itself does not.
    """
    rows, filled, lines = page.rows, page.filled, page.filled_lines
    long = [
        at for at, left in enumerate(lines[:-1]) if left.size >= LONG and left.tail not in STOPS
    ]
    for at in long:
        above, below = filled[at], filled[at + 1]
        end, head = rows[above][-2:], rows[below][:4]
        if end in head or (head[0] in _MARKS and head[0] == end[-1]):
            left, right = lines[at], lines[at + 1]
            prose = not left.stopped and right.marked
            if prose and not right.opener and left.opener not in ("heading", "table", "code"):
                yield above, below


def _overlap(left: str, right: str, most: int) -> int:
    """How many characters, Han and marks inside sentences, end one row and begin the next."""
    for size in range(min(most, len(left) - 1, len(right) - 1), 0, -1):
        if left.endswith(right[:size]) and _SLICE.fullmatch(right[:size]):
            return size
    return 0


def _is_odd(left: str, right: str) -> bool:
    """Whether a character that stands on both sides hardly follows itself, as the words beside it go."""
    return right[0] in _MARKS or cohesion(left, right) < 0


def _is_cut_off(left: str, right: str, size: int) -> bool:
    """Whether what stands on both sides is no word with which a sentence may end, and the next one begin."""
    twice, rest = right[:size], left[:-size]
    if size > 2 or twice[0] in _MARKS or _is_cut(left, twice):
        return True
    return cohesion(rest, right) > cohesion(left, right)


def _impossible(left: str, right: str, size: int) -> bool:
    """Whether no writer says the last `size` characters of a row again in the next."""
    twice = right[:size]
    if twice[0] in _MARKS:
        return True
    if size == 1 or _DOUBLES.match(twice):
        return False
    clause = left[-size - 1] in _BORDERS
    return not (clause and (twice[-1] in _MARKS or right[size] in _MARKS))


_MARKS = "，、。；"
_BORDERS = "，、。；：！？…—“‘「『《（("
_SLICE = lazy(r"[\p{Han}，、。；]+")
_DOUBLES = lazy(r"(?s)^(?:.?(.)\1|.?[一二两三四五六七八九十百千万几半每〇零].?|(..)\2)$")
"""层层, 一步步, 一个, 十二, 一个一个."""
