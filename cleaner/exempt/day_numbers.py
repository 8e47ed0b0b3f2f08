"""Numbers with 日 that are meant as they stand: days that are counted, names that begin with 日, mistakes that a text shows."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.exempt.sealed import breaks, sealed_spans
from cleaner.page import Page
from cleaner.text import lazy

_COUNTED = lazy(
    r"(?:累计|合计|总计|共计|总共|一共|平均|历时|历经|为期|时长|耗时|用时|工期|长达|多达|高达|达到|[天日]数"
    r"|(?:[观监检]测|值[班守]|出[勤差海]|[住留]院|滞留|停[产工]|请假|缺勤|加班|[驻停滞]留|以来|历期|库存|数量|已经?|[了剩])(?=[了有满]?\Z))"
    r"[^，。；：！？、“”（）()\n]{0,20}(?<![于在自从至由截]|(?<!达)到)\Z"
)
"""What says in the clause before a number that it counts days: 累计观测201911日."""
_BARE = lazy(r"[^\s，。；！？（(、“》]\Z(?<![于在自从至到由截止是为期间定经])")
"""What comes before a number that nothing says is a date."""
_NAMES = lazy(
    r"[^\P{Han}起止前后以之至到上下晚早凌中午夜傍清于在的是为与和及或由经被对电讯印发公颁举召开成签通批修出生卒离抵返][号店厂牌行社堂]?(?!\p{Han})"
)
"""What may be a name with 日, so short as it is: 日昌."""
_QUOTED = lazy(r"[“「‘『][^“”「」‘’『』。，；\n]{0,6}\Z")
_CLOSED = lazy(r"[^“”「」‘’『』。，；\n]{0,6}[”」’』]")
_SHOWN = lazy(
    r"(?:形如|类似|诸如|只写|[写打误错]成|[写误错]作|写法|输[入出]|原文)[了为：:“ ]{0,2}\Z"
)
_AS_FORM = lazy(r"[”」』 ]?(?:这[类种样]|之类|的(?:写法|形式|格式|字[段样]|错误))")
"""What says of a number that it is an example: 形如202011日, 202011日之类."""
_NEAR = 30
"""Characters before a number that are looked at."""


def counts_days(text: str, start: int) -> bool:
    """Whether the clause before a number says that it counts days."""
    return bool(_COUNTED.search(text, max(0, start - _NEAR), start))


def is_shown(page: Page, start: int, end: int) -> bool:
    """Whether a number is shown as an example, or is cited."""
    if _AS_FORM.match(page.text, end) or _SHOWN.search(page.text, max(0, start - _NEAR), start):
        return True
    return breaks(sealed_spans(page), start, end, "日")


def may_be_meant(text: str, start: int, end: int) -> bool:
    """Whether somebody may have written a number so: in short quotation marks, or before a name with 日."""
    before = text[max(0, start - _NEAR) : start]
    if _QUOTED.search(before) and _CLOSED.match(text, end):
        return True
    return bool(text[end - 1] == "日" and _BARE.search(before) and _NAMES.match(text, end))


def names(page: Page, ends: Iterable[int]) -> tuple[str, ...]:
    """What begins with the 日 before one of these ends of numbers, and stands elsewhere too: no date ends there."""
    tails = (_NAMES.match(page.text, end) for end in ends)
    words = {"日" + tail[0] for tail in tails if tail}
    return tuple(
        word
        for word in words
        if any(not page.text[at - 1 : at].isdigit() for at in page.find_all(word))
    )
