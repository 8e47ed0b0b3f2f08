"""Texts that are about mistakes: their heading says so, or the line above a list."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.page import Page
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, lazy, matches

_HEADING = 30
"""Characters of a line that may be the heading of a document."""
_FIRST = 10
"""Rows among which the heading stands."""
_TOPIC = lazy(
    r"错字|别字|讹|误例|误[用写识读]|病句|改错|校勘|校记|勘误|繁简|简繁|繁体|异体|乱码|OCR|(?:数据|文本|抓取|爬虫)的?清洗"
)
_NO_HEADING = lazy(r"[。！？；]|[，,].*[，,]")
_QUOTED = lazy(r"“([^“”\n]{1,40})”|「([^「」\n]{1,40})」")

_AS_IS = Wanted(("照原样", "原样抄", "原样照", "照录", "不作改正"))
_ITEM = lazy(
    rf"[{BLANKS}>]*(?:[①-⑳⑴-⒇]|[(（]?[\dA-H一二三四五六七八九十]{{1,2}}[.、．)）])[{BLANKS}]*"
)


def named(page: Page) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks in a document whose heading speaks of mistakes: 《常见错别字》."""
    head = next((row for row in page.rows[:_FIRST] if row.strip(BLANKS)), "")
    if len(head) > _HEADING or not _TOPIC.search(head) or _NO_HEADING.search(head):
        return
    for match in matches(_QUOTED, page.text):
        yield match.start() + 1, match.end() - 1


def announced(page: Page) -> Iterator[tuple[int, int]]:
    """The items below a line that says that they stand as they were written: 下面各句照原样抄录：."""
    places = (place for word in page.having(_AS_IS) for place in page.find_all(word))
    for row in sorted({page.row_at(place) for place in places}):
        if not page.rows[row].rstrip(BLANKS).endswith(("：", ":")):
            continue
        for item in range(row + 1, len(page.rows)):
            body, start = page.rows[item].rstrip(BLANKS), page.starts[item]
            if match := _ITEM.match(body):
                yield start + match.end(), start + len(body)
            elif body.strip(">"):
                break
