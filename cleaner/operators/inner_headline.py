"""Delete the copy of a headline that stands inside a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from cleaner.breaks import LONG, Breaks
from cleaner.cohesion import cohesion
from cleaner.layout import Line, joined
from cleaner.model import Patch
from cleaner.operators.join import between
from cleaner.page import Finder, Page
from cleaner.seams import Seams
from cleaner.text import BLANKS, CLOSERS, compiled, count_han
from cleaner.wraps import Wraps

_PART = 6
"""Han of a part of a headline at least."""

_ENDED = compiled(r"(?:[。！？：；…!?:;.．—－>`*_|～~]|[。！？]\[\d+\])[”’）》〉」』】〕)\]}\"']*$")
_NO_TITLE = "。！；：;:!，,、"
_ABOVE = ("", "bullet", "numbered", "label", "dateline", "marker", "quote")
_BELOW = ("", "label", "dateline")

_SURE, _DOUBTFUL, _LIKELY = 1.8, 1.25, -0.5
"""The least weight of a copy that is certain by itself, of one that is worth a look, and of one among others."""

_LOOSE = 3.8
"""What speaks against it in a document whose prose often ends without a stop."""

_TIMES = 2
"""How often a headline stands by itself at most (in the contents and above its text); more are a form."""

_WORDS_AT_MOST = 6.2
"""No evidence of words weighs more."""

_AROUND = 5_000
"""How far from a border its characters are looked for, standing together."""

_MANY = 12
"""How often it stands inside sentences at most, if it stands nowhere else; more are running heads."""

_REACH, _FEW = 20, 3
"""Rows above a headline that can belong to its sentence, and rows below it that are looked at."""

_LEAST = 6
"""Characters of a row that is the first half of a sentence, and of a headline that is no mere label."""

_SURELY = 2.0
"""Nats of cohesion from which on words surely run on."""


def inner_headline(*, least: int = 4, most: int = 60, doubtful: bool = True) -> Finder:
    """Delete a headline between the halves of a sentence if it stands elsewhere too, and join the halves.

    A row of `least` to `most` characters without a stop; it stands elsewhere whole, or as one of the parts between
    blanks of a longer one (at least six Han), in any case at one place where it parts no sentence, at most at
    two. Whether the sentence goes on behind it is weighed: the row above has marks, length and no end, the words
    run on, the row below ends as prose does, and the document's paragraphs end with a stop. A copy that
    is certain speaks for a doubtful one of its document; what is doubtful and alone is for review, or
    nothing without `doubtful`.
    """

    def run(page: Page) -> Iterable[Patch]:
        weights: dict[_Span, float] = {}
        for group, stands in _copies(page, least, most):
            weighed = sorted((_weight(page, span), span) for span in group)
            weights.update((span, weight) for weight, span in weighed[0 if stands else 1 :])
        if max(weights.values(), default=_LIKELY) <= _LIKELY:
            return
        if _is_loose(page, {span.first for span in weights}):
            weights = {span: weight - _LOOSE for span, weight in weights.items()}
        sure = sum(weight >= _SURE for weight in weights.values())
        others = sum(_LIKELY <= weight < _SURE for weight in weights.values())
        last = -1
        for span, weight in sorted(weights.items()):
            certain = weight >= _SURE or (weight >= _LIKELY and sure >= 2 * others)
            if span.first - 1 > last and (certain or (doubtful and weight >= _DOUBTFUL)):
                yield _patch(page, span) if certain else Patch(*_cut(page, span), "", "review")
                last = span.last + 1

    return run


class _Span(NamedTuple):
    """A headline: the numbers of its first and last filled row."""

    first: int
    last: int


def _copies(page: Page, least: int, most: int) -> Iterator[tuple[list[_Span], bool]]:
    """What stands below a row that has no end, above one that goes on, and elsewhere too: by headline.

    And whether elsewhere it parts no sentence.
    """
    lines = [page.lines[row] for row in page.filled]
    wraps = page.view(Wraps)
    heads = [
        at
        for at in range(1, len(lines) - 1)
        if lines[at].size <= most
        and not (lines[at - 1].stopped and lines[at - 1].tail not in CLOSERS)
        and not (wraps.is_cut(at) and (wraps.is_cut(at + 1) or lines[at].stopped))  # the sentence
    ]
    if not heads:
        return
    whole = Counter([line.body.lstrip("# ") for line in lines if line.size <= most])
    parts = _parts(lines, {lines[at].body for at in heads}, most)
    pairs = Counter(
        [(a.body, b.body) for a, b in pairwise(lines) if a.size <= most and whole[a.body] > 1]
    )
    spans: dict[str, list[_Span]] = defaultdict(list)
    for at in heads:
        body = lines[at].body
        if pairs[body, lines[at + 1].body] > 1:
            continue  # a longer passage stands twice
        if (whole[body] > 1 or parts[body]) and _is_inside(lines, at, at, least):
            spans[body].append(_Span(at, at))
        elif (
            at + 2 < len(lines)
            and body + lines[at + 1].body in whole
            and _is_inside(lines, at, at + 1, least)
        ):
            spans[body + lines[at + 1].body].append(_Span(at, at + 1))
    for title, found in spans.items():
        times = whole[title] - sum(span.first == span.last for span in found)
        if _stands(title, times, parts[title], len(found)):
            yield found, times + parts[title] > 0


def _parts(lines: list[Line], wanted: set[str], most: int) -> Counter[str]:
    """How often each of the wanted headlines is a part, between blanks, of a longer one."""
    found: Counter[str] = Counter()
    for line in lines:
        if line.size <= most and (" " in line.body or "\u3000" in line.body):
            each = wanted.intersection(line.body.replace("\u3000", " ").split(" ")) - {line.body}
            if each and not line.stopped and not line.marked:
                found.update(each)
    return found


def _is_inside(lines: list[Line], first: int, last: int, least: int) -> bool:
    """Whether rows can be a headline inside a sentence: below prose without an end, above a row that opens no block."""
    above, below, line = lines[first - 1], lines[last + 1], lines[first]
    if any(each.sentences or each.opener in ("table", "code") for each in lines[first : last + 1]):
        return False
    if lines[last].tail in _NO_TITLE or line.han < 2 or (first == last and line.size < least):
        return False
    if above.opener not in _ABOVE or _ENDED.search(above.body):
        return False
    if above.size < _LEAST and not (first > 1 and lines[first - 2].open):
        return False
    return not below.indent and not below.name and below.opener in _BELOW


def _body(page: Page, span: _Span) -> str:
    return "".join(page.lines[page.filled[at]].body for at in range(span.first, span.last + 1))


def _stands(title: str, whole: int, parts: int, inside: int) -> bool:
    """Whether a headline stands elsewhere, or parts more than one sentence; but not as often as a label."""
    if whole + parts > _TIMES:
        return False
    return whole > 0 or 1 < inside <= _MANY or (parts > 0 and count_han(title) >= _PART)


def _is_loose(page: Page, copies: set[int]) -> bool:
    """Whether prose ends without a stop here and there: one row in ten behind which nothing runs on."""
    broken = {at.left for at in page.view(Breaks)}
    lines = [page.lines[row] for row in page.filled]
    ended = loose = 0
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.size < 12 or not line.marked or line.han < 6:
            continue
        if _ENDED.search(line.body):
            ended += 1
        elif page.filled[at] not in broken and at + 1 not in copies:
            prose = line.opener not in ("heading", "table", "code")
            loose += prose and not (_is_prose(below) and cohesion(line.body, below.body) > 0)
    return loose * 10 > ended + 5


def _is_prose(line: Line) -> bool:
    return line.stopped and line.han >= 6 and not line.opener


def _weight(page: Page, span: _Span) -> float:
    """How much speaks for a sentence that goes on behind a headline (nats, fitted, rounded)."""
    lines = [page.lines[row] for row in page.filled[max(0, span.first - _REACH) : span.first]]
    above, below = lines[-1], page.lines[page.filled[span.last + 1]]
    first = above
    for line in reversed(lines[:-1]):
        if not line.open:
            break
        first = joined(line, first)
    second = _run_on(page, span.last + 1)
    weight = -6.7 - (len(_body(page, span)) < _LEAST)
    weight += 1.7 * first.marked + 0.7 * (first.sentences > 0) - 2.1 * bool(first.opener)
    weight += 1.7 * (first.size >= 20) + 0.8 * (first.size >= LONG) + 1.4 * first.han / first.size
    weight += 2.6 * (second.sentences > 0) + 1.7 * second.stopped + 1.4 * (second.size >= LONG)
    weight -= 3.5 * (above.tail in CLOSERS) + 0.7 * (above.tail.isascii() and above.tail.isalnum())
    if weight + _WORDS_AT_MOST < _LIKELY:
        return weight
    start = page.starts[page.filled[span.first]]
    window = page.text[max(0, start - _AROUND) : start + _AROUND]
    return weight + _words(window, above.body, below.body)


def _run_on(page: Page, at: int) -> Line:
    """Filled row number `at` with those below it in which it surely goes on: it may be broken again."""
    line = last = page.lines[page.filled[at]]
    for row in page.filled[at + 1 : at + 1 + _FEW]:
        below = page.lines[row]
        if (
            line.stopped
            or below.indent
            or below.opener
            or cohesion(last.body, below.body) < _SURELY
        ):
            break
        line, last = joined(line, below), below
    return line


def _words(window: str, left: str, right: str) -> float:
    """The weight of the characters that would touch: how they run on, and that they do so near by."""
    if left[-1] in "，,、":
        return 1.9
    weight = 0.4 * max(-6.0, min(8.0, cohesion(left, right)))
    if left[-2:] + right[:2] in window:
        return weight + 3.0
    return weight + 1.5 * (left[-2:] + right[0] in window or left[-1] + right[:2] in window)


def _cut(page: Page, span: _Span) -> tuple[int, int]:
    return page.cut(page.filled[span.first], page.filled[span.last])


def _patch(page: Page, span: _Span) -> Patch:
    """The headline goes with the borders on both sides, if it is sure what stood there: a blank or nothing."""
    rows, above, below = page.rows, page.filled[span.first - 1], page.filled[span.last + 1]
    left, right = rows[above].rstrip(BLANKS), rows[below].lstrip(BLANKS)
    if page.layout.wraps:
        after, sure = page.view(Seams).between(left, right)
    else:
        after, sure = between(left[-1], right[0], page)
    if not sure:
        return Patch(*_cut(page, span), "")
    start = page.starts[above] + len(left)
    return Patch(start, page.starts[below] + len(rows[below]) - len(right), after)
