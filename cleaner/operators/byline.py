"""Flag a name that stands alone between articles that others have signed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice

import numpy as np

from cleaner.kept import kept
from cleaner.lines.articles import DATELINE_LEADS, Ends, has_dateline, is_title, reporters
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import BLANKS, are_in, compiled, lazy

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢"
    "安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛"
    "靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_COMPOUND = lazy(r"^(?:欧阳|司马|上官|诸葛|司徒|皇甫|令狐|慕容|夏侯|公孙)")


def byline(*, words: tuple[str, ...] = ()) -> Finder:
    """Flag a line with nothing but a person's name where it cannot sign the article above.

    That article opens with 本报讯 and names another reporter, as at least two articles of the document do.
    The name has a surname, is none of `words`, occurs in no sentence, and stands behind prose and before a
    headline, a bullet or a new article.
    """

    def run(page: Page) -> Iterable[Patch]:
        rows = _names(page)
        places = [row for row in rows if _between(page, row)]
        names = {row: page.rows[row].strip(BLANKS) for row in places}
        names = {row: name for row, name in names.items() if name not in words and _is_name(name)}
        signed = page.view(_Signed) if names else None
        alone: dict[str, bool] = {}
        for row, name in names.items():
            by = signed.above(row) if signed else ()
            if not by or name in by:
                continue
            if name not in alone:
                alone[name] = _only_alone(page, name, rows)
            if alone[name]:
                start = page.starts[row] + page.rows[row].index(name)
                yield Patch(start, start + len(name), name)

    return run


def _names(page: Page) -> list[int]:
    """The short rows that may be a name."""
    ends = page.view(Ends)
    short = (ends.lengths > 1) & (ends.lengths < 8) & (ends.han | ends.blank)
    return [row for row in np.flatnonzero(short).tolist() if page.lines[row].name]


class _Signed:
    """The reporters of the articles of a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        likely = are_in(DATELINE_LEADS + BLANKS, page.view(Ends).firsts)
        self.rows: list[int] = np.flatnonzero(likely).tolist()
        """The rows that may begin an article."""

    @kept
    def usual(self) -> bool:
        """Whether two articles at least name their reporters."""
        signed = (row for row in self.rows if reporters(self.page, row))
        return len([*islice((row for row in signed if has_dateline(self.page, row)), 2)]) > 1

    def above(self, row: int) -> tuple[str, ...]:
        """The reporters of the article that a row ends; none if the document does not name them."""
        begun = reversed(self.rows[: bisect_right(self.rows, row)])
        first = next((row for row in begun if has_dateline(self.page, row)), None)
        return reporters(self.page, first) if first is not None and self.usual else ()


def _is_name(name: str) -> bool:
    """Whether a line of Han can be a person's name: a surname and a given name."""
    if _COMPOUND.match(name):
        return len(name) in (3, 4)
    return name[0] in _SURNAMES and len(name) in (2, 3)


def _between(page: Page, row: int) -> bool:
    """Whether prose stands above a row, and a headline, a bullet or a dateline below."""
    filled, lines = page.filled, page.lines
    at = bisect_left(filled, row)
    if at == 0 or at + 1 >= len(filled):
        return False
    above, below = lines[filled[at - 1]], lines[filled[at + 1]]
    return (
        above.sentences > 0
        and above.opener != "bullet"
        and (below.opener in ("bullet", "dateline", "marker") or is_title(below))
    )


def _only_alone(page: Page, name: str, rows: list[int]) -> bool:
    """Whether a name occurs nowhere but alone on its line, and as a reporter's in a dateline."""
    alone = sum(page.rows[row].strip(BLANKS) == name for row in rows)
    reporter = compiled(rf"记者[\p{{Han}} 、]{{0,12}}?{name}")
    named = [page.rows[row] for row in {page.row_at(at) for at in page.find_all(name)}]
    return sum(row.count(name) - len(reporter.findall(row)) for row in named) == alone
