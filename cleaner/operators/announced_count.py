"""Flag an announced number of items that the items do not meet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from cleaner.lines.articles import SHORTEST, is_title
from cleaner.lines.signs import behind
from cleaner.model import Patch
from cleaner.page import Finder, Page
from cleaner.text import compiled, lazy

_DIGITS = "一二三四五六七八九十"
_COUNT = r"(?<![\d第—~–一二三四五六七八九十百千-])(?P<count>两|[一二三四五六七八九十]{1,3}|\d{1,2})"

_ANNOUNCES = "：:。，,"
_ANNOUNCED = lazy(
    rf"{_COUNT}(?:项|个方面|方面|点|条|大|件|种|类|个|道|步|起)[^。！？\n]{{0,14}}[{_ANNOUNCES}]\s{{0,4}}$"
)
_SERIES = {
    "一": lazy(r"(?<=[。；;，,、：:\s])([一二三四五六七八九十]{1,2})\s?是"),
    "其": lazy(r"(?<=[。；;，,、：:\s])其\s?([一二三四五六七八九十])"),
    "第": lazy(r"(?<=[。；;，,、：:\s])第\s?([一二三四五六七八九十])(?=[，,、])"),
}
_FAR = 6000
"""Characters within which the items of a series are looked for."""

_NAMED = lazy(
    r"(?P<kind>[^，。；！？\n“”]{2,8})[^。！？\n]{0,12}。"
    r"[^。！？\n]{0,12}(?P<first>“[^”\n]{2,20}”(?P<head>\p{Han}{2}))[。，；]"
)
_ENDS_NUMBER = "两0123456789" + _DIGITS
_DOES = lazy(rf"(?:开展|采取|推出|推行|实行|实施|探索|建立|形成|创新)了?{_COUNT}$")
_NUMBERED = lazy(r"一是|第一|其一|首先|①|[（(][一1][）)]|(?<!\d)1[.．、]|另|此外|其[他它余]|”等")


def announced_count(*, form: Literal["listed", "named"]) -> Finder:
    """Flag an announced number where more or fewer items follow.

    `form` "listed": N项…。一是…二是…, where the ordinals leave one out or end at another number. "named":
    N种…模式。…“甲”模式。, where the article describes fewer such 模式 than announced, and numbers nothing.
    """
    return _listed if form == "listed" else _named


def _number(word: str) -> int:
    """The value of 两, of a number in Han up to 九十九, or of digits."""
    if word.isascii():
        return int(word)
    if word == "两":
        return 2
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _DIGITS.index(word) + 1
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def _listed(page: Page) -> Iterator[Patch]:
    """Numbers in front of 一是…二是…."""
    text = page.text
    for first in _firsts(page):
        before = text[first - 1 : first]
        if before not in _ANNOUNCES and not before.isspace():
            continue
        match = _ANNOUNCED.search(text, max(0, first - 24), first)
        if match is None:
            continue
        numbers = _series(text, first)
        count = _number(match["count"])
        if count > 1 and len(numbers) > 1 and numbers != list(range(1, count + 1)):
            found = "、".join(map(str, numbers))
            message = f"{match['count']} are announced, the items are numbered {found}"
            yield Patch(*match.span("count"), match["count"], message=message)


def _firsts(page: Page) -> list[int]:
    """Where 一是, 其一 or 第一 stands."""
    firsts = [at for word in ("其一", "第一") if page.has((word,)) for at in page.find_all(word)]
    if page.has(("一是",)):
        firsts += (at for at in page.find_all("一是") if page.text[at - 1] not in "其第")
    return sorted(firsts)


def _series(text: str, start: int) -> list[int]:
    """The ordinals from `start` on, all of the first one's form, up to where they begin anew."""
    numbers: list[int] = []
    for match in _SERIES[text[start]].finditer(text, start, start + _FAR):
        number = _number(match[1])
        if numbers and not numbers[-1] < number <= numbers[-1] + 2:
            break
        numbers.append(number)
    return numbers


def _named(page: Page) -> Iterator[Patch]:
    """Numbers in front of kinds that are named one by one in quotation marks."""
    text = page.text
    for place in behind(page, "种", _ENDS_NUMBER):
        does = _DOES.search(text, max(0, place - 6), place)
        match = _NAMED.match(text, place + 1) if does else None
        if does is None or match is None or match["head"] not in match["kind"]:
            continue
        count, head = _number(does["count"]), match["head"]
        rest = text[match.end() : _article_end(page, match.end())]
        names = {match["first"], *compiled(rf"“[^”\n]{{2,20}}”{head}").findall(rest)}
        if len(names) < count and not _NUMBERED.search(rest):
            start = does.start("count")
            end = text.index(head, start) + len(head)
            message = f"{does['count']}种{head} are announced, {len(names)} described"
            yield Patch(start, end, text[start:end], message=message)


def _article_end(page: Page, place: int) -> int:
    """Where the article around a place ends: at the next headline, or at the end of the text."""
    lines = page.lines
    for row in range(bisect_right(page.starts, place), len(lines)):
        if lines[row].size >= SHORTEST and is_title(lines[row]):
            return page.starts[row]
    return len(page.text)
