"""Trim an advertisement block at the end of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cleaner.lines.passages import without
from cleaner.lines.reach import is_prose, line_before
from cleaner.model import Level, Patch
from cleaner.page import Finder, Page, Pattern
from cleaner.text import BLANKS, CLOSERS, STOPS, compiled, is_blank, lazy

_CHAIN = lazy(r"[^\s_|]_[^\s_|]+_[^\s_|]|\S[ \u3000](?:[-–—|]|::?)[ \u3000]\S|_[^\s_]+[ \u3000]*$")
_NO_SPAM = lazy(
    r"[。！？；《》]|\[[A-Z]\]|，.*，|^\s*(?:[\d（(\[【]|第.{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|#|>)"
)
LONGEST = 120
"""Characters in a line from which on it is no line of links."""

SIGN_OFF = 30
"""Characters up to which a line without a final mark is taken for a sign-off or a date."""

TOO_MUCH = "an advertisement, but too large a part of the text to be deleted"


@dataclass(frozen=True, slots=True)
class Spam:
    """What speaks for a line being one of an advertisement: 0 to 3 of topic, goods and form."""

    starts: bool
    topic: bool
    goods: int
    chain: bool

    @property
    def sells(self) -> bool:
        """Names the topic and what is sold, or strings it into a chain of keywords."""
        return self.topic and (self.goods > 0 or self.chain)

    @property
    def agrees(self) -> bool:
        """Confirms that the block is an advertisement, next to a line that sells."""
        return self.starts or self.sells or self.goods >= 2 or (self.goods > 0 and self.chain)


def tail(
    *,
    start: Pattern,
    topics: tuple[Pattern, ...],
    goods: tuple[Pattern, ...],
    share: float = 0.5,
    most: int = 30,
) -> Finder:
    """Delete the lines at the end of a document that agree in being an advertisement.

    `start`: a pattern that the first line of such a block begins with. `topics`: patterns of what is
    advertised (gambling); `goods`: of what is offered (downloads, accounts). A line agrees that
    starts, or names a topic and goods, or two goods, or strings its words into a chain (`A_B_C`, `A - B`).
    All filled lines to the end of the text must agree; none is running text, which must stand above.
    A line above that ends with a colon introduces a list of the document: nothing goes.
    Safe where a line that starts or holds a chain is among them, and a second line or both in one;
    else review. Where more than `share` of the text or `most` lines would go, it is flagged.
    """
    if not topics or not goods:
        raise ValueError("topics and goods must hold at least one word each")
    opening = compiled(rf"^[{BLANKS}]*(?:{start})")
    topic = compiled("|".join(topics))
    offer = compiled("|".join(goods))

    def read(row: str) -> Spam | None:
        """What a line says, or None where it cannot be part of an advertisement."""
        if len(row) > LONGEST or row[-1] in "。！？；" or _NO_SPAM.search(row) or is_prose(row):
            return None
        found = len({word.lower() for word in offer.findall(row)})
        return Spam(
            bool(opening.search(row)), bool(topic.search(row)), found, bool(_CHAIN.search(row))
        )

    def run(page: Page) -> Iterable[Patch]:
        block = _block(page.text, read)
        if not any(spam.sells for spam in block.values()) or not _holds_prose(page, min(block)):
            return
        if page.text[: min(block)].rstrip(BLANKS + "\n").endswith((":", "：")):
            return
        rows = [bisect_right(page.starts, offset) - 1 for offset in sorted(block)]
        spans = list(without(page, rows))
        begin, end = spans[0][0], spans[-1][1]
        if end - begin > share * len(page.text) or len(rows) > most:
            yield Patch(begin, end, page.text[begin:end], "flag", TOO_MUCH)
            return
        level = _level(list(block.values()), page.text[:begin].rstrip(BLANKS + "\n"))
        for begin, end in spans:
            yield Patch(begin, end, "", level)

    return run


def _block(text: str, read: Callable[[str], Spam | None]) -> dict[int, Spam]:
    """The lines of the advertisement by where they start, from the last one upwards."""
    found: dict[int, Spam] = {}
    above: dict[int, Spam] = {}
    here = len(text)
    while here:
        start = line_before(text, here)
        row = text[start:here].rstrip("\n")
        here = start
        if is_blank(row):
            continue
        spam = read(row)
        if spam is None or not spam.agrees:
            break
        above[start] = spam
        if spam.starts or spam.sells:
            # Lines that only agree do not open the block: they count once such a line stands above.
            found.update(above)
            above.clear()
    return found


def _holds_prose(page: Page, end: int) -> bool:
    rows = page.rows[: bisect_right(page.starts, end) - 1]
    return any(map(is_prose, reversed(rows)))


def _level(block: list[Spam], body: str) -> Level:
    """Safe only where lines agree, in form too, and what stands above has come to its end."""
    certain = any(spam.starts and spam.sells for spam in block) or (
        len(block) > 1 and any(spam.starts or (spam.sells and spam.chain) for spam in block)
    )
    last = body[body.rfind("\n") + 1 :]
    ended = last[-1] in STOPS or last[-1] in CLOSERS or len(last) <= SIGN_OFF
    return "safe" if certain and ended else "review"
