"""Delete the copy of a headline that stands inside a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from cleaner.borders.breaks import Breaks
from cleaner.borders.evidence import LONG
from cleaner.borders.seams import Seams, between
from cleaner.borders.wraps import Wraps
from cleaner.cohesion import cohesion
from cleaner.copies.headline_evidence import (
    DOUBTFUL,
    LEAST,
    LIKELY,
    SURE,
    Span,
    is_prose,
    weigh,
)
from cleaner.copies.standing import closes
from cleaner.layout import Line
from cleaner.lines.articles import has_own_number
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.printed.folio import is_folio
from cleaner.text import BLANKS, CLOSERS, STOPS, count_han, lazy

_PART = 6
"""Han of a part of a headline at least."""

_ENDED = lazy(r"(?:[。！？：；…!?:;.．—－>`*_|～~]|[。！？]\[\d+\])[”’）》〉」』】〕)\]}\"']*$")
_NO_TITLE = "。！；：;:!，,、…"
_ABOVE = ("", "bullet", "numbered", "label", "dateline", "marker", "quote")
_BELOW = ("", "label", "dateline")

_LOOSE = 3.8
"""What speaks against it in a document whose prose often ends without a stop."""

_TIMES = 2
"""How often a headline stands by itself at most (in the contents and above its text); more are a form."""

_NEAR = 4
"""Rows below a headline in which its text begins: behind a subtitle, a date, a byline."""

_MANY = 12
"""How often it stands inside sentences at most, if it stands nowhere else; more are running heads."""


def inner_headline(*, least: int = 4, most: int = 60, doubtful: bool = True) -> Finder:
    """Delete a headline between the halves of a sentence if it stands elsewhere too, and join the halves.

    A row of `least` to `most` characters without a stop; it stands elsewhere whole, or as one of the parts between
    blanks of a longer one (at least six Han), in any case at one place where it parts no sentence, at most at
    two; and above a text, not only in the contents. Whether the sentence goes on behind it is weighed: the row above has marks, length and no end, the words
    run on, the row below ends as prose does, and the document's paragraphs end with a stop. A copy that
    is certain speaks for a doubtful one of its document; what is doubtful and alone is for review, or
    nothing without `doubtful`.
    """

    find = _finder(least, most)

    def run(page: Page) -> Iterable[Patch]:
        weights = page.view(find)
        sure = sum(weight >= SURE for weight in weights.values())
        others = sum(LIKELY <= weight < SURE for weight in weights.values())
        last = -1
        for span, weight in sorted(weights.items()):
            certain = weight >= SURE or (weight >= LIKELY and sure >= 2 * others)
            if span.first - 1 > last and (certain or (doubtful and weight >= DOUBTFUL)):
                yield _patch(page, span) if certain else Patch(*_cut(page, span), "", "review")
                last = span.last + 1

    return run


@cache
def _finder(least: int, most: int) -> Callable[[Page], dict[Span, float]]:
    """What weighs the copies of a page, so that the rules before and behind the joining of lines may share it."""

    def find(page: Page) -> dict[Span, float]:
        weights: dict[Span, float] = {}
        for group, stands in _copies(page, least, most):
            weighed = sorted((weigh(page, span), span) for span in group)
            weights.update((span, weight) for weight, span in weighed[0 if stands else 1 :])
        if max(weights.values(), default=LIKELY) <= LIKELY:
            return {}
        if _is_loose(page, {span.first for span in weights}):
            return {span: weight - _LOOSE for span, weight in weights.items()}
        return weights

    return find


def _copies(page: Page, least: int, most: int) -> Iterator[tuple[list[Span], bool]]:
    """What stands below a row that has no end, above one that goes on, and elsewhere too: by headline.

    And whether elsewhere it parts no sentence.
    """
    lines = page.filled_lines
    short = [at for at, line in enumerate(lines) if line.size <= most]
    followed = short[:-1] if short[-1:] == [len(lines) - 1] else short
    whole = Counter([lines[at].body.lstrip("# ") for at in short])
    parts = _parts([lines[at] for at in short])
    several = {body for body, times in whole.items() if times > 1}
    heads = [
        at
        for at in followed
        if at
        and (above := lines[at - 1]).tail not in STOPS
        and (
            (body := lines[at].body) in several
            or body in parts
            or (lines[at + 1].size < most and body + lines[at + 1].body in whole)
        )
        and not (above.stopped and above.tail not in CLOSERS)
    ]
    if not heads:
        return
    asked = several.intersection([lines[at].body for at in heads])
    pairs = Counter([(a, lines[at + 1].body) for at in followed if (a := lines[at].body) in asked])
    spans: dict[str, list[Span]] = defaultdict(list)
    for at in heads:
        body = lines[at].body
        if pairs[body, lines[at + 1].body] > 1:
            continue  # a longer passage stands twice
        if (whole[body] > 1 or parts[body]) and _is_inside(lines, at, at, least):
            if not _is_row(page, at):
                spans[body].append(Span(at, at))
        elif (
            at + 2 < len(lines)
            and body + lines[at + 1].body in whole
            and _is_inside(lines, at, at + 1, least)
            and not _is_row(page, at)
        ):
            spans[body + lines[at + 1].body].append(Span(at, at + 1))
    stands: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines if spans else []):
        if (body := line.body.lstrip("# ")) in spans:
            stands[body].append(at)
    for title, found in spans.items():
        here = {span.first for span in found if span.first == span.last}
        others = [at for at in stands[title] if at not in here]
        if _stands(title, len(others), parts[title], len(found)):
            placed = any(_is_above_text(lines, at, here, whole) for at in others)
            yield found, placed or parts[title] > 0


def _is_above_text(lines: list[Line], at: int, here: set[int], whole: Counter[str]) -> bool:
    """Whether prose begins in one of the rows below, before what stands elsewhere too, as the lines of contents do.

    `here`: the copies themselves, which may part the first sentence.
    """
    for number, line in enumerate(lines[at + 1 : at + 1 + _NEAR], at + 1):
        if is_prose(line) or (line.marked and line.size >= LONG):
            return True
        if whole[line.body.lstrip("# ")] > 1 and number not in here:
            return False
    return False


def _is_row(page: Page, at: int) -> bool:
    """Whether filled row number `at` is a row of a hard-wrapped sentence."""
    wraps = page.view(Wraps)
    cut = wraps.is_cut(at + 1) or page.lines[page.filled[at]].stopped
    return wraps.is_cut(at) and cut


def _parts(lines: list[Line]) -> Counter[str]:
    """How often each headline is a part, between blanks, of a longer one."""
    found: Counter[str] = Counter()
    bodies = {line.body for line in lines}
    for line in lines:
        if (" " in line.body or "\u3000" in line.body) and not (line.stopped or line.marked):
            parts = line.body.replace("\u3000", " ").split(" ")
            if not bodies.isdisjoint(parts):
                found.update(bodies.intersection(parts))
    return found


def _is_inside(lines: list[Line], first: int, last: int, least: int) -> bool:
    """Whether rows can be a headline inside a sentence: below prose without an end, above a row that opens no block."""
    above, below, line = lines[first - 1], lines[last + 1], lines[first]
    if closes(above.body, "".join(each.body for each in lines[first : last + 1])):
        return False  # the end of what somebody says
    if any(each.sentences or each.opener in ("table", "code") for each in lines[first : last + 1]):
        return False
    if lines[last].tail in _NO_TITLE or line.han < 2 or (first == last and line.size < least):
        return False
    if above.opener not in _ABOVE or _ENDED.search(above.body):
        return False
    if above.size < LEAST and is_folio(above.body):
        return False  # a page number
    if has_own_number(above.body) and not above.marked:
        return False  # a headline itself
    if above.size < LEAST and not (first > 1 and lines[first - 2].open):
        return False
    return not below.indent and not below.name and below.opener in _BELOW


def _stands(title: str, whole: int, parts: int, inside: int) -> bool:
    """Whether a headline stands elsewhere, or parts more than one sentence; but not as often as a label."""
    if whole + parts > _TIMES:
        return False
    return whole > 0 or 1 < inside <= _MANY or (parts > 0 and count_han(title) >= _PART)


def _is_loose(page: Page, copies: set[int]) -> bool:
    """Whether prose ends without a stop here and there: one row in ten behind which nothing runs on."""
    broken = {at.left for at in page.view(Breaks)}
    lines = page.filled_lines
    ended = loose = 0
    for at, (line, below) in enumerate(pairwise(lines)):
        if line.size < 12 or not line.marked or line.han < 6:
            continue
        if _ENDED.search(line.body):
            ended += 1
        elif page.filled[at] not in broken and at + 1 not in copies:
            prose = line.opener not in ("heading", "table", "code")
            loose += prose and not (is_prose(below) and cohesion(line.body, below.body) > 0)
    return loose * 10 > ended + 5


def _cut(page: Page, span: Span) -> tuple[int, int]:
    return page.cut(page.filled[span.first], page.filled[span.last])


def _patch(page: Page, span: Span) -> Patch:
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
