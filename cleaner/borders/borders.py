"""The borders of one page, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.borders.border import Border
from cleaner.borders.evidence import LONG
from cleaner.borders.obstacles import LEAST, bars, begins, without_lone_signs
from cleaner.borders.series import Series
from cleaner.borders.wraps import Wraps
from cleaner.page import Page


class Borders:
    """The filled rows of a page and the borders above them; a border is known by the number of the row below it."""

    def __init__(self, page: Page) -> None:
        self.rows = without_lone_signs(page)
        self.wraps = Wraps(page)
        self._page, self._series = page, page.view(Series)
        self._known: dict[int, Border] = {}
        self._endless: dict[int, bool] = {}
        self._barred: dict[int, bool] = {}

    def above(self, right: int) -> Border:
        """The border above a row that has one."""
        border = self._known.get(right)
        if border is None:
            filled, wraps, below = self._page.filled, self.wraps, self.rows[right]
            border = self._known[right] = Border(
                self.rows[right - 1],
                below,
                right - 1,
                right,
                self._page.starts[filled[right]],
                tight=filled[right] == filled[right - 1] + 1,
                endless=self._is_endless(right),
                flush=self._page.layout.indented and not below.indent,
                short=bool(wraps.widths) and (wraps.is_cut(right) or wraps.stops_short(right)),
            )
        return border

    def between(self, left: int, right: int) -> Border:
        """The border that two rows would have if what stands between them were gone."""
        at = self._page.starts[self._page.filled[right]]
        return Border(self.rows[left], self.rows[right], left, right, at)

    def plausible(self, asked: Iterable[int]) -> Iterator[int]:
        """Those borders that are worth judging by themselves: below a short line, only if sentences are broken near by."""
        rows = self.rows
        for right in asked:
            above, below = rows[right - 1], rows[right]
            if below.indent or not (above.size >= LONG or (above.size > LEAST and above.marked)):
                continue
            if not self.is_barred(right):
                yield right

    def is_barred(self, right: int) -> bool:
        """Whether the two rows at a border are an obstacle by themselves: a first look, asked once."""
        barred = self._barred.get(right)
        if barred is None:
            barred = bars(self.rows[right - 1], self.rows[right]) or self.in_series(right)
            self._barred[right] = barred
        return barred

    def in_series(self, right: int) -> bool:
        """Whether the two rows at a border are items of one list."""
        return self._series.parts(right)

    def _is_endless(self, right: int) -> bool:
        """Whether none of the rows from `right` on ends with a stop before something else begins."""
        endless = self._endless.get(right)
        if endless is not None:
            return endless
        passed: list[int] = []
        at = right
        while endless is None:
            passed.append(at)
            row = self.rows[at]
            if row.stopped:
                endless = False
            elif at + 1 == len(self.rows) or begins(row):
                endless = True
            else:
                at += 1
                endless = self._endless.get(at)
        for at in passed:
            self._endless[at] = endless
        return endless
