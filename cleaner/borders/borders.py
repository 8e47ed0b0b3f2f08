"""The borders of one page, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.borders.border import Border
from cleaner.borders.evidence import LONG
from cleaner.borders.obstacles import LEAST, bars, begins, without_lone_signs
from cleaner.borders.series import Series
from cleaner.borders.wraps import Wraps
from cleaner.page import Page


class Borders(dict[int, "Border | None"]):
    """The filled rows of a page and the borders above them, by the number of the row below.

    None: the two rows are an obstacle by themselves.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.rows = without_lone_signs(page)
        self.wraps = Wraps(page)
        self._filled, self._starts, self._series = page.filled, page.starts, page.view(Series)
        self._indented = page.layout.indented
        self._endless: dict[int, bool] = {}

    def __missing__(self, right: int) -> Border | None:
        barred = bars(self.rows[right - 1], self.rows[right]) or self.in_series(right)
        border = self[right] = None if barred else self.above(right)
        return border

    def above(self, right: int) -> Border:
        """The border above a row, whether it is barred or not, made anew."""
        row, wraps, below = self._filled[right], self.wraps, self.rows[right]
        return Border(
            self.rows[right - 1],
            below,
            right - 1,
            right,
            self._starts[row],
            tight=row == self._filled[right - 1] + 1,
            endless=self._is_endless(right),
            flush=self._indented and not below.indent,
            short=bool(wraps.widths) and (wraps.is_cut(right) or wraps.stops_short(right)),
        )

    def between(self, left: int, right: int) -> Border:
        """The border that two rows would have if what stands between them were gone."""
        at = self._starts[self._filled[right]]
        return Border(self.rows[left], self.rows[right], left, right, at)

    def plausible(self, asked: Iterable[int]) -> Iterator[Border]:
        """Those borders that are worth judging by themselves: below a short line, only if sentences are broken near by."""
        rows = self.rows
        for right in asked:
            above = rows[right - 1]
            if rows[right].indent:
                continue
            if above.size >= LONG or (above.size > LEAST and above.marked):
                border = self[right]
                if border:
                    yield border

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
