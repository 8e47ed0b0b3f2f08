"""Where in a row a site wrote about itself: all of it, the end behind a sentence, or a part inside one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias
from unicodedata import normalize

import regex

from cleaner.characters.disguise import Plain, plain
from cleaner.model import Level
from cleaner.text import count_han, is_blank, lazy
from cleaner.web.watermark_signs import HOST, LETTER, NOTHING, OFFICIAL, SHARE, Signs, found, read

_CUTS = lazy(r"(?<=[。！？!?…~～”’』」）)\]】])(?=[^。！？!?…~～”’』」）)\]】])|(?=[\[【(（<])")
_MIDST = lazy(r"[\p{L}\p{N}](?:【[^【】。！？!?…]*】|\[[^\[\]。！？!?…]*\])\Z")
"""A bracket that names something inside a sentence: 本书由【好书】|整理."""
_STOP = lazy(r"[。！？!?…]")
_BRACKETS = lazy(r"\[[^\[\]]*\]|【[^【】]*】|〖[^〖〗]*〗|\([^()]*\)|（[^（）]*）|<[^<>]*>")
_WRAPPED = lazy(
    r"[^\p{L}\p{N}]*[\[【〖『〔《][^\[\]【】〖〗『』〔〕《》]*[\]】〗』〕》][^\p{L}\p{N}]*"
)
_PAIRS = lazy(r"“[^“”]+”|「[^「」]+」|『[^『』]+』")
_ITEM = lazy(
    r"\s*[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[-*•●])[)）、.．]?\s*[“「『][^“”「」『』]*[”」』][。；;，,]?\s*"
)
"""An item of a list that cites what it names."""
_ROW = 200
"""Characters of a row up to which it is remembered what it holds."""

_ENDED = lazy(r"[。！？!?…”’」』]\s*\Z")
_FRAME = " ~～-—_*【】[]()（）〖〗『』|"
_INTRODUCES = (
    *":\"“‘「『《'(是为即",
    "访问",
    "登录",
    "登陆",
    "打开",
    "进入",
    "输入",
    "网址",
    "域名",
)
"""What a sentence goes on from: the stretch behind is a part of it."""
_SUBJECT = tuple("是为的网上在和与有也由、，及等")
"""How a sentence goes on that begins with a host."""
Found: TypeAlias = "tuple[tuple[int, int] | None, Signs, Level]"
"""The part of the row, None for all of it; what it says; how sure it is."""


def judged(text: str, finder: regex.Pattern[str]) -> tuple[Found, ...]:
    """What a row holds, whatever stands around it."""
    return _known(text, finder) if len(text) <= _ROW else tuple(_judged(text, finder))


@lru_cache(maxsize=1000)
def _known(text: str, finder: regex.Pattern[str]) -> tuple[Found, ...]:
    """The same, kept: a site writes the same into one text after another."""
    return tuple(_judged(text, finder))


def _judged(text: str, finder: regex.Pattern[str]) -> Iterator[Found]:
    if is_blank(text) or "`" in text or "](" in text or _ITEM.fullmatch(text):
        return
    folded = plain(text)
    row = found(folded.text, finder)
    signs = read(folded.text, finder, row)
    if (signs.level or signs.bare) and not _tells(folded.text, finder):
        yield None, signs, signs.level or ("review" if _hidden(text, folded) else "flag")
        return
    if not (signs.sure or signs.hosts or signs.likely > 2):
        return
    for span, said, level in _inline(text, folded, finder, row):
        whole = is_blank(text[: span[0]]) and is_blank(text[span[1] :])
        yield (None if whole else span), said, level


def stands_out(text: str) -> bool:
    """Whether a row that names a site and nothing else is set in brackets, or in a disguise: no list of links is."""
    return bool(_WRAPPED.fullmatch(text)) or bool(_hidden(text, plain(text)))


def _hidden(text: str, folded: Plain) -> list[tuple[int, int]]:
    """Where in a row hosts stand whose letters are not those that they stand for, but for full-width ones.

    A single blank is no disguise: a sentence may end at the dot (`music. In`).
    """
    spans = []
    for host in lazy(HOST).finditer(folded.text):
        start, end = folded.places[host.start()], folded.places[host.end() - 1] + 1
        shown = normalize("NFKC", text[start:end]).lower()
        if host[0] not in (shown, shown.replace(" ", "", 1)) and not OFFICIAL.search(host[0]):
            spans.append((start, end))
    return spans


def _tells(text: str, finder: regex.Pattern[str]) -> bool:
    """Whether one of several sentences has no sign: then only a part of the row may go."""
    pieces = [piece for piece in _STOP.split(text) if LETTER.search(piece)]
    return len(pieces) > 1 and not all(finder.search(piece) for piece in pieces)


def _inline(
    text: str, folded: Plain, finder: regex.Pattern[str], row: Sequence[regex.Match[str]]
) -> Iterator[tuple[tuple[int, int], Signs, Level]]:
    """The end of a row behind a sentence, brackets, and names of hosts in a disguise."""
    end = len(text)
    taken: list[tuple[int, int]] = []
    for span, signs, level in _set_off(text, folded, finder, row):
        end = min(end, span[0]) if span[1] == len(text) else end
        insort(taken, span)
        yield span, signs, level
    cited = _cited(folded, finder)
    for start, behind in _runs(folded.text, row):
        if any(low < start < high for low, high in cited):
            continue
        span = _closed(text, folded.places[start], folded.places[behind - 1] + 1)
        signs = read(folded.text[start:behind], finder)
        told = signs.sure and (signs.hosts or signs.sure > 1)
        if told and span[1] <= end and _is_free(span, taken):
            yield span, signs, "review"
            insort(taken, span)
    for low, high in [*_hidden(text, folded), *_wide_ends(text, folded)]:
        if text[:low].rstrip().endswith((":", "：")):
            continue
        start, behind = _framed(text, low, high)
        if behind <= end and _is_free((start, behind), taken):
            insort(taken, (start, behind))
            yield (start, behind), NOTHING, "review"


def _is_free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a span overlaps none of some others, which are sorted and do not overlap."""
    at = bisect_left(taken, span)
    return (at == 0 or taken[at - 1][1] <= span[0]) and (
        at == len(taken) or span[1] <= taken[at][0]
    )


def _set_off(
    text: str, folded: Plain, finder: regex.Pattern[str], row: Sequence[regex.Match[str]]
) -> Iterator[tuple[tuple[int, int], Signs, Level]]:
    """The end of a row behind a sentence, and brackets before it."""
    end = len(text)
    for cut, at in _ends_of_signs(text, folded, row):
        if _MIDST.search(text[:cut]):
            continue
        signs = read(folded.text[at:], finder)
        if signs.level and not _goes_on(text[cut:]):
            end = cut
            yield (cut, len(text)), signs, signs.level
            break
    for match in _BRACKETS.finditer(text):
        if match.end() > end:
            continue
        inner = folded.text[_first(folded, match.start()) : _first(folded, match.end())]
        signs = read(inner, finder)
        named = signs.hosts and (signs.sure or signs.likely or match[0][0] in "[【〖")
        if signs.level and (named or (signs.sure and match[0][0] in "【〖")):
            yield match.span(), signs, signs.level


def _ends_of_signs(
    text: str, folded: Plain, row: Iterable[regex.Match[str]]
) -> list[tuple[int, int]]:
    """Where in a row and in what is unfolded of it an end begins in which next to nothing but signs can stand.

    A first look, so that a long row is not read anew behind each of its sentences: from below letters and signs add up.
    """
    spans = [match.span() for match in row]
    here, unknown, known = len(folded.text), 0, 0
    found: list[tuple[int, int]] = []
    for cut in reversed([match.start() for match in _CUTS.finditer(text)]):
        at = _first(folded, cut)
        while spans and spans[-1][1] > at:
            start, end = spans.pop()
            unknown += len(LETTER.findall(folded.text, end, here))
            known += count_han(folded.text[start:end])
            here = start
        unknown += len(LETTER.findall(folded.text, at, max(at, here)))
        here = min(at, here)
        if cut > 0 and at < len(folded.text) and unknown <= SHARE * known:
            found.append((cut, at))
    return found[::-1]


def _wide_ends(text: str, folded: Plain) -> Iterator[tuple[int, int]]:
    """A host in full-width letters behind a sentence, with which no other one begins."""
    for host in lazy(HOST).finditer(folded.text):
        start, end = folded.places[host.start()], folded.places[host.end() - 1] + 1
        wide = sum("ａ" <= char <= "ｚ" or "Ａ" <= char <= "Ｚ" for char in text[start:end])
        framed = _framed(text, start, end)
        free = framed != (start, end) or not text[end:].startswith(_SUBJECT)
        if wide > 2 and free and _ENDED.search(text[: framed[0]]):
            yield start, end


def _goes_on(tail: str) -> bool:
    """Whether the end of a row closes a quotation that was opened before it."""
    return any(tail.count(closer) > tail.count(opener) for opener, closer in ("“”", "「」", "『』"))


def _framed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the signs that set it off on both sides."""
    while start and end < len(text) and text[start - 1] in _FRAME and text[end] in _FRAME:
        start, end = start - 1, end + 1
    return start, end


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span, with the bracket that closes one inside it."""
    inner = text[start:end]
    opened = sum(map(inner.count, "([（【")) > sum(map(inner.count, ")]）】"))
    return start, end + (opened and text[end : end + 1] in tuple(")]）】"))


def _runs(text: str, row: Iterable[regex.Match[str]]) -> Iterator[tuple[int, int]]:
    """Stretches inside a row with nothing but signs, that no quotation mark, colon or verb introduces."""
    start, end, introduced = -1, -1, False
    for match in row:
        if end < 0 or LETTER.search(text, end, match.start()):
            if start >= 0 and not introduced:
                yield start, end
            start, introduced = match.start(), text.endswith(_INTRODUCES, 0, match.start())
        end = match.end()
    if start >= 0 and not introduced:
        yield start, end


def _cited(folded: Plain, finder: regex.Pattern[str]) -> list[tuple[int, int]]:
    """Where next to nothing but signs stands in quotation marks: the text cites them."""
    pairs = _PAIRS.finditer(folded.text)
    return [pair.span() for pair in pairs if read(pair[0], finder).covered]


def _first(folded: Plain, place: int) -> int:
    """The first character of an unfolded row that stood at a place or behind it."""
    return bisect_left(folded.places, place)
