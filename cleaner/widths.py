"""The widths in columns at which lines are cut, found from where lines end inside a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.text import compiled

SLACK = 4
"""Columns by which a hard-wrapped line may be shorter or longer than the wrap width."""

_WIDE_RUN = compiled(r"[\p{Han}\u3000-\u303f\uff01-\uff60“”‘’…—·①-⑳℃％]+")
_UNIT = compiled(
    r"[“‘《〈「『【〔（(\[\"]*(?:[!-~\u00c0-\u024f]+|.)[，。、；：？！）》”’…—·」』】〉〕,.;:?!)\]]*"
)
_LONGEST = 16
"""Columns up to which a word that comes next says something about where the line had to end."""

_NARROW = 40
"""Columns from which on a third of the full lines must have marks inside; in narrower ones fewer."""


def columns(text: str) -> int:
    """The width of a text: Han and full-width marks 2, the rest 1."""
    return len(text) + sum(map(len, _WIDE_RUN.findall(text)))


def lead(body: str) -> int:
    """The width of what cannot be parted at the start of a line: a Latin word, or a character, with its marks.

    Before a Latin word a blank had to find room too.
    """
    found = _UNIT.match(body)
    return columns(found.group()) + (body[0] < "\u0250") if found else 1


class End(NamedTuple):
    """Where a line ends inside a sentence."""

    width: int
    """The width of the line."""
    lead: int
    """The width of what comes next and cannot be parted: it found no room."""
    marked: bool
    """Whether clause marks stand inside the line."""
    ending: bool
    """Whether a clause mark stands at its end."""

    def reaches(self, wrap: int) -> bool:
        """Whether the line is full at a width: no room was left for what comes next."""
        return self.width <= wrap < self.width + max(self.lead, SLACK + 1)


def wraps(ends: Sequence[End], filled: int) -> tuple[int, ...]:
    """The widths at which lines are cut: the first, then what the rest would show once those are joined.

    `filled` is the number of filled lines.
    """
    found: list[int] = []
    telling = [end for end in ends if end.lead <= _LONGEST]
    while width := _wrap(telling, filled):
        found.append(width)
        rest = [end for end in telling if not _near(end, width)]
        filled -= len(telling) - len(rest)
        telling = rest
    return tuple(found)


def _near(end: End, wrap: int) -> bool:
    return end.reaches(wrap) or abs(end.width - wrap) <= SLACK


def _wrap(ends: Sequence[End], filled: int) -> int:
    """The width at which most lines that stop inside a sentence are cut, or 0.

    At least four of them, 60%, and a quarter of all filled ones, are full at it; or at least eight, 90%, and a
    twelfth, where most paragraphs are shorter than a line. Cut by width and not by sense
    they are where marks stand inside many of them (a third) and at the end of few (at most 40%): verse, lists
    and tables have their marks at the ends, or none.
    """
    if len(ends) < 4:
        return 0
    wrap = _most_covered(ends)
    full = [end for end in ends if end.reaches(wrap)]
    inside, ending = sum(end.marked for end in full), sum(end.ending for end in full)
    prose = inside * 3 * _NARROW >= len(full) * min(wrap, _NARROW) and ending * 5 <= len(full) * 2
    count = len(full)
    many = count >= 4 and count * 4 >= filled and count * 5 >= len(ends) * 3
    nearly_all = count >= 8 and count * 12 >= filled and count * 10 >= len(ends) * 9
    return wrap if prose and (many or nearly_all) else 0


def _most_covered(ends: Sequence[End]) -> int:
    """The width at which most lines are full; of several the smallest."""
    steps: Counter[int] = Counter()
    for end in ends:
        steps[end.width] += 1
        steps[end.width + max(end.lead, SLACK + 1)] -= 1
    places = sorted(steps)
    counts = [*accumulate(steps[place] for place in places)]
    return places[counts.index(max(counts))]
