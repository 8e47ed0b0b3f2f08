"""The widths in columns at which lines are cut, found from where lines end inside a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from cleaner.cohesion import cohesion
from cleaner.text import lazy

SLACK = 4
"""Columns by which a hard-wrapped line may be shorter or longer than the wrap width."""

_WIDE_RUN = lazy(r"[\p{Han}\u3000-\u303f\uff01-\uff60“”‘’…—·①-⑳℃％]+")
_UNIT = lazy(
    r"[“‘《〈「『【〔（(\[\"]*(?:[!-~\u00c0-\u024f]+|.)[，。、；：？！）》”’…—·」』】〉〕,.;:?!)\]]*"
)
_LONGEST = 16
"""Columns up to which a word that comes next says something about where the line had to end."""

_FEW, _SOME = 4, 6
"""Full lines that show a width at least, where they are many of a text, and where they are not."""

_PLENTY = 8
"""Full lines that show by their marks alone that they are cut."""

_SHARE, _LONGER = 12, 6
"""Then one in so many Chinese lines is full at least, and for so many full lines one is longer at most."""

_RAGGED = 10
"""The part of its width by which a line may miss it in proportional type, where columns are not all equal."""

_SAMPLE = 60
"""Ends of full lines of which the words are looked at."""

_RUNS_ON, _TOGETHER, _MUCH = 1.0, 6.0, 8.0
"""Nats of cohesion at line ends that are cut: on the average (3 to 5 are usual; where lines end by choice below 0.6),
all together, and the most that counts of one."""

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


class Wrap(NamedTuple):
    """A width in columns at which lines are cut, and by how much they may miss it."""

    width: int
    slack: int

    def fills(self, width: int) -> bool:
        """Whether a line of this width is full."""
        return abs(width - self.width) <= self.slack


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
    beside: tuple[str, str]
    """The last characters before it, and the first behind."""

    def reaches(self, wrap: Wrap) -> bool:
        """Whether the line is full: no room was left for what comes next."""
        return self.width <= wrap.width < self.width + max(self.lead, wrap.slack + 1)


class Lines(NamedTuple):
    """What is asked about all filled lines of a text.

    `filled`: how many they are; `chinese`: how many are Chinese, not code or data; `wider`: the widths of those Chinese
    ones that are wider than so many columns.
    """

    filled: int
    chinese: Callable[[], int]
    wider: Callable[[int], Iterable[int]]


def wraps(
    ends: Iterable[End], lines: Lines, said: int | Literal[False] | None = None
) -> tuple[Wrap, ...]:
    """The widths at which lines are cut: the first, then what the rest would show once those are joined.

    `said`: the first one, if a person says it; False: there is none.
    """
    found: list[Wrap] = []
    rest = [end for end in ends if end.lead <= _LONGEST] if said is not False else []
    gone = 0
    while len(rest) >= _FEW:
        if said and not found:
            wrap, loose = (_said(rest, said, lines, ragged) for ragged in (0, _RAGGED))
        else:
            wrap = _wrap(rest, lines, gone, found, 0)
            widest = max(end.width for end in rest)
            is_wide = widest > SLACK * _RAGGED  # else there is no difference
            loose = _wrap(rest, lines, gone, found, _RAGGED) if is_wide else wrap
        if loose and (not wrap or _count(rest, loose) * 5 > _count(rest, wrap) * 6):
            wrap = loose
        if not wrap or not (said or _runs_on([end for end in rest if end.reaches(wrap)])):
            break
        found.append(wrap)
        gone += len(rest)
        rest = [end for end in rest if not (end.reaches(wrap) or wrap.fills(end.width))]
        gone -= len(rest)
    return tuple(found)


def _said(ends: Sequence[End], width: int, lines: Lines, ragged: int) -> Wrap | None:
    """The width that a person says, if enough lines are full at it: in a cleaned text they are not any more."""
    wrap = Wrap(width, _slack(width, ragged))
    full = [end for end in ends if end.reaches(wrap)]
    if len(full) >= _FEW and len(full) * 4 >= lines.filled:
        return wrap
    return wrap if _is_shown(full, wrap) and len(full) * _SHARE >= lines.filled else None


def _is_shown(full: Sequence[End], wrap: Wrap) -> bool:
    """Whether full lines can show a width: four at least, cut by width and not by sense."""
    count = len(full)
    inside, ending = sum(end.marked for end in full), sum(end.ending for end in full)
    cut = inside * 3 * _NARROW >= count * min(wrap.width, _NARROW) and ending * 5 <= count * 2
    return count >= _FEW and cut


def _runs_on(full: Sequence[End]) -> bool:
    """Whether the words run on at the ends of full lines: those of verse, slogans and tables are as long by choice."""
    sample = full[:: 1 + len(full) // _SAMPLE]
    scores = [max(-_MUCH, min(_MUCH, cohesion(*end.beside))) for end in sample]
    told = [score for score in scores if score]  # between Latin letters it says nothing
    least = max(_RUNS_ON * len(told), _TOGETHER)
    if _are_cut_by_form(full):
        least /= 3
    return sum(told) >= least or not told


def _are_cut_by_form(full: Sequence[End]) -> bool:
    """Whether many wide lines have marks inside, and hardly any at the end: by choice they would end at those.

    Then rare words at their ends say little.
    """
    wide = min(end.width for end in full) >= _NARROW if full else False
    inside, ending = sum(end.marked for end in full), sum(end.ending for end in full)
    return wide and len(full) >= _PLENTY and inside * 4 >= len(full) * 3 and ending * 4 <= len(full)


def _count(ends: Sequence[End], wrap: Wrap) -> int:
    return sum(end.reaches(wrap) for end in ends)


def _wrap(
    ends: Sequence[End], lines: Lines, gone: int, known: Sequence[Wrap], ragged: int
) -> Wrap | None:
    """The width at which most lines that stop inside a sentence are cut, or None.

    At least four of them, 60%, and a quarter of all filled ones, are full at it; or at least six, and one in twelve of
    the Chinese ones, with few that are somewhat shorter, and hardly any line in the document that is longer. Cut by
    width and not by sense they are
    where marks stand inside many of them (a third) and at the end of few (at most 40%): verse, lists and
    tables have their marks at the ends, or none. `gone`: the lines that are cut at the widths `known`.
    """
    wrap = _most_covered(ends, ragged)
    full = [end for end in ends if end.reaches(wrap)]
    count = len(full)
    if not _is_shown(full, wrap):
        return None
    if count * 4 >= lines.filled - gone and count * 5 >= len(ends) * 3:
        return wrap
    least = wrap.width - wrap.slack
    shorter = sum(least > end.width >= wrap.width // 2 and not end.reaches(wrap) for end in ends)
    if count < _SOME or shorter * 2 > count or count * _SHARE < lines.chinese() - gone:
        return None
    wider = lines.wider(wrap.width + wrap.slack)
    longer = sum(not any(each.fills(width) for each in known) for width in wider)
    return wrap if longer * _LONGER <= count else None


def _most_covered(ends: Sequence[End], ragged: int) -> Wrap:
    """The width at which most lines are full; of several the smallest."""
    steps: defaultdict[int, int] = defaultdict(int)
    for end in ends:
        slack = _slack(end.width, ragged)
        steps[end.width] += 1
        steps[end.width + max(end.lead, slack + 1)] -= 1
    places = sorted(steps)
    counts = [*accumulate(steps[place] for place in places)]
    width = places[counts.index(max(counts))]
    return Wrap(width, _slack(width, ragged))


def _slack(width: int, ragged: int) -> int:
    return max(SLACK, width // ragged) if ragged else SLACK
