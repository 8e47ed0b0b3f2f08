"""Mistakes that a text cites: what a handbook on proofreading says is wrong is meant to be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cleaner.exempt.subject import announced, named
from cleaner.page import Page
from cleaner.pairs import Wanted
from cleaner.text import BLANKS, are_in, lazy, matches

_SAYS = ("”应为", "”应作", "”应改", "”可改", "误：“", "误:“", "误为“", "误作“", "误成“")
_CITED = lazy(r"“[^“”\n]{1,80}”(?:应[为作改]|可改)|误[为作成:：]“[^“”\n]{1,80}”")

_MARKS = {"“": "”", "「": "」", '"': '"'}
_BECOMES = tuple(
    verb + mark for mark in _MARKS for verb in ("成", "成了", "作", "作了", "为", "为了")
)
_READ_AS = lazy(
    r"(?:“([^“”\n]{1,40})”[^“”。，；！？\n]{0,5})?"
    r"(?:[就便又]|识别|[认读看写印排抄录输打变转存错]|译码|解码|显示|输出|转换|打印)[成作为]了?\Z"
)
"""What comes before a quotation that shows how something was misread."""

# fmt: off
_ABOUT = Wanted((
    "乱码", "错别字", "错字", "别字", "半角", "全角", "空格", "多了一个", "多写了", "打成", "印成", "编码弄", "编码错", "编码出错", "编码不", "编码有误", "误字", "讹字", "病句", "误写", "误识", "误认", "写错", "排错", "误用", "是字母", "保留原", "不作改动", "不作修改", "未作改动",
    "常见的错误", "常见错误", "识别错", "识别出错", "识别有误", "识别结果", "OCR", "繁体", "繁简", "简繁", "异体字",
    "UTF-8", "utf-8", "GBK", "GB2312", "GB18030", "Big5", "BIG5", "Latin-1",
))
# fmt: on
"""Words of a sentence that speaks of how texts are spoiled: what it puts in quotation marks is an example."""
_STOP = lazy(r"(?<!“)[。！？]|[。！？](?!”)|\n")
_QUOTED = lazy(r"“([^“”\n]{1,40})”|「([^「」\n]{1,40})」|‘([^‘’\n]{1,40})’")

_MARK_NAMES = Wanted(
    ("逗号", "句号", "问号", "叹号", "分号", "冒号", "省略号", "顿号", "键盘", "个键", ",键", ";键")
)
_SPOKEN = lazy(
    r"([，。！？；：、,.!?;:])\1+|(?<=[是为成用按写])[,.!?;:](?=\p{Han}|[，。；]|$)"
    r"|(?<=\p{Han})[,.;](?=键|[和或与][,.;，。；])|(?<=[句逗分]号键)[,.;](?=\p{Han})"
)
"""Marks that a sentence with the name of a mark or a key speaks of: 两个逗号，，; 英文逗号是,中文逗号是，; 按,键."""

_LABELS = (
    "错误",
    "误",
    "病句",
    "错句",
    "错例",
    "误例",
    "反例",
    "改前",
    "修改前",
    "改错",
    "错",
    "例",
)
_ONE_OF_TWO = ("例", "错")
"""Labels that say nothing of a mistake without the line below that gives the right wording, or speaks of it."""
_LABELLED = lazy(
    rf"[{BLANKS}]*(?:[(（]?\d{{1,2}}[)）.、．]?[{BLANKS}]*)?"
    rf"(?:({'|'.join(_LABELS)})(?:示例|写法|例句|句)?[\d一二三四五]{{0,2}}(?:[：:]|[{BLANKS}]*$)"
    rf"|[〔【（(\[]({'|'.join(_LABELS)})(?:示例|写法|例句|句)?[\d一二三四五]{{0,2}}[〕】）)\]][：:]?)"
)
_RIGHT = lazy(
    rf"[{BLANKS}\n]*[【\[〔（(]?(?:对|√|正确|改正|正|改后|修改后?|改为|应为|分析|解析|评析|辨析|简析|点评)"
    r"[^：:\n〕】]{0,4}(?:[：:〕】）)\]]|$)"
)
_LABEL_ENDS = Wanted(
    (
        *(end + sign for end in "误句例前法错" for sign in "：:"),
        *(sign + word for sign in "〔【（([" for word in "例误错病反改"),
        "例句",
    )
)
_RIGHTS = Wanted(("正确", "改正"))
_HEAD = lazy(
    r"[ \t\u3000|]*(?:错误|错别字|错字|误)(?:写法|用法|例)?([ \u3000]*[|\t])[ \t\u3000]*(?:正确|改正)"
)
"""The head of a table with a column of mistakes; what parts its cells."""
_LINE = 100
"""Characters of a line that may be an example by its label."""

MANY = 100
"""Cited mistakes from which on what looks like them is none."""
_QUOTE, _BEFORE = 40, 54
"""Characters of a quotation, and those before the one that is meant in which another one and the verb can stand."""
_BESIDE = 200
"""Characters of a sentence to both sides of a word that are looked at."""


def cited(page: Page) -> list[tuple[int, int]]:
    """Where a text cites mistakes, in no order; they may overlap. Nothing where it would be a hundred.

    What it calls a mistake or says to be read otherwise, with the words that say so; and without them what stands in
    quotation marks in a sentence on misreadings or a document on mistakes, behind the label of a wrong wording, or
    below a line that says that all stands as it was written.
    """
    found: list[tuple[int, int]] = []
    kinds = (_called_so, _misread, _examples, _marks, _labelled, _tabled, named, announced)
    for kind in (kind(page) for kind in kinds):
        some = [*islice(kind, MANY + 1)]
        found += some if len(some) <= MANY else []
    return [*dict.fromkeys(found)]


def _called_so(page: Page) -> Iterator[tuple[int, int]]:
    if page.has(_SAYS):
        yield from (match.span() for match in matches(_CITED, page.text))


def _misread(page: Page) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks behind 识别成, 写成, and right before it."""
    if not page.has(_BECOMES):
        return
    for mark, closer in _MARKS.items():
        quotes = page.places(mark)
        verbs = are_in("成作为了", page.codes[quotes - 1])
        for start in (quotes[verbs] + 1).tolist():
            end = page.text.find(closer, start, start + _QUOTE)
            if end <= start or "\n" in page.text[start:end]:
                continue
            match = _READ_AS.search(page.text, max(0, start - _BEFORE), start - 1)
            if match:
                yield start, end
                if match[1]:
                    yield match.span(1)


def _examples(page: Page) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks in a sentence that speaks of how texts are spoiled."""
    text, here = page.text, 0
    if not page.has(("“", "「", "‘")):
        return
    for place in sorted(_places(page, _ABOUT)):
        if place < here:
            continue
        start, here = _sentence(text, place)
        for match in _QUOTED.finditer(text, start, here):
            yield match.start() + 1, match.end() - 1


def _marks(page: Page) -> Iterator[tuple[int, int]]:
    """The marks that a sentence speaks of."""
    here = 0
    for place in sorted(_places(page, _MARK_NAMES)):
        if place >= here:
            start, here = _sentence(page.text, place)
            for match in _SPOKEN.finditer(page.text, start, here):
                yield match.span()


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The start and the end of the sentence around a place; a stop in quotation marks is spoken of, “。”."""
    start, end = max(0, place - _BESIDE), min(len(text), place + _BESIDE)
    for stop in matches(_STOP, text, start, end):
        if stop.start() >= place:
            return start, stop.start()
        start = stop.end()
    return start, end


def _labelled(page: Page) -> Iterator[tuple[int, int]]:
    """What stands behind 错误： and the like at the start of a line."""
    for row in sorted({page.row_at(place) for place in _places(page, _LABEL_ENDS)}):
        body = page.rows[row].rstrip(BLANKS)
        match = _LABELLED.match(body) if len(body) <= _LINE else None
        if not match:
            continue
        start, end = page.starts[row] + match.end(), page.starts[row] + len(body)
        below = start == end and row + 1 < len(page.rows)
        if below:
            start, end = end + 1, page.starts[row + 1] + len(page.rows[row + 1])
        doubtful = below or (match[1] or match[2]) in _ONE_OF_TWO
        if start < end and (not doubtful or _RIGHT.match(page.text, end)):
            yield start, end


def _tabled(page: Page) -> Iterator[tuple[int, int]]:
    """The rows of tables with a column of mistakes."""
    for head in sorted({page.row_at(place) for place in _places(page, _RIGHTS)}):
        if match := _HEAD.match(page.rows[head]):
            part = match[1].strip(" \u3000")
            for row in range(head + 1, len(page.rows)):
                if part not in page.rows[row]:
                    break
                yield page.starts[row], page.starts[row] + len(page.rows[row])


def _places(page: Page, words: Wanted) -> Iterator[int]:
    """The places of some words."""
    for word in page.having(words):
        yield from page.find_all(word)
