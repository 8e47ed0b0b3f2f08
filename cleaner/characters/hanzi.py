"""Which Han characters are nothing but traditional or simplified forms, and what a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any, cast
from unicodedata import is_normalized

import numpy as np
import numpy.typing as npt

from cleaner.errors import CleanerError
from cleaner.overrides import Script
from cleaner.page import Page
from cleaner.text import Codes, looked_up, table_of

ALSO = "於後麽"
"""Traditional forms that GB 2312 has, for names; everywhere else they are leftovers."""

_MERGED = "為偽眾啟裡製複隻鬆鐘髮禦癒鬍鬚彙曆颱颳餵齣佈嚮捲緻併倖歎慾係繫穫週麵説閲鋭"
"""Traditional forms that are not what the converter makes of the simplified one, which has several, or another
in each of the places where they write traditional characters."""

_NAMES = "昇堃喆甦犇龢邨迺甯頫晳祕鉅陞鍾閤剋妳祂牠喫"
"""Forms that names and modern usage keep."""

_VARIANTS = (
    "侷俬傢儁儘冑凈剷劄勛卹卽厠厤唸嘩噁噹嚐嚙嚥囌垻埰塚塤墰墻壜奬姦媯嫻孃寀崑崙嵗幷廕"
    "弔彆彔彫彿慄慤慼懞扞挱捨搧擡擣敎旂旣曏朮枴柺査桿棊榦樑檯欅殭殻氂氾汎汙沖泝洩淒淩"
    "溈滙濕濛瀋瀰灕灧燬牴獃琱璿産畵痠瘺癥盃盪眞睏矇硃稜穀竪箇箚簑簽糰紮絃絶綉綑綫綳綵"
    "緑緔縧縴纍纔缽罈罎翫脩臟舖舘艷菴葯蒐蒓蓆蔔蔘蕓薑藴衊衕衚裊襇襬覈託註証誌謚謡謭譟"
    "譭讚谿貍賫贋贜踰踴蹟輓迴逕遡遶醖釦鈅鈎鈡鉆鉳銹録錶錼鍅鍊鍼鎌鎚鎭鎸鏇鐝鑒閑闆闇霑"
    "鞦韁韆頽顔飱餬饑駡鬨鮝鰐鳬鵰鶿鷄鷴鹵麪麫麯鼕𡻕"
)
"""Variants: OpenCC makes another traditional character of their simplified one. Asked for that it takes 25 MB."""

_MORE = "昵渖稆谘迳钜锺镟馀"
"""Simplified characters that no character is simplified to."""

_SECOND_LEVEL = b"\xc9\x40"
"""Where the rare characters of Big5 begin."""

_OTHER, SIMPLIFIED, STRANGE, _KANA, _UNSEEN = range(5)
"""Kinds of characters."""


@cache
def _converter(name: str) -> Any:  # noqa: ANN401  # OpenCC has no types
    import opencc  # noqa: PLC0415  # a compiled library: only loaded where a document needs it

    if not hasattr(opencc, "CONFIGS"):
        raise CleanerError(
            "the module 'opencc' is not OpenCC: the package 'opencc-python-reimplemented' has overwritten it; "
            "uninstall both, then install 'opencc'"
        )
    return opencc.OpenCC(name)


@cache
def simple_form(char: str) -> str:
    """The simplified form of a character that is nothing but a traditional form; else itself."""
    if char in _NAMES or (char not in ALSO and _standard(char)):
        return char
    if "\ud800" <= char <= "\udfff":
        return char  # a byte that did not decode: the converter takes no surrogates
    simple = str(_converter("t2s").convert(char))
    if len(simple) != 1 or not _standard(simple):
        return char
    return char if char in _VARIANTS or not is_normalized("NFC", char) else simple


def simplified_only(char: str) -> bool:
    """Whether a character is nothing but a simplified form."""
    return bool(_kinds()[ord(char)] == SIMPLIFIED)


def is_common(char: str) -> bool:
    """Whether a character is in the first level of GB 2312: the 3,755 common ones."""
    return _standard(char) and char.encode("gb2312")[0] < 0xD8


def is_usual(char: str, simple: str) -> bool:
    """Whether a traditional form is the usual one of a simplified character, and that is a common one."""
    return is_common(simple) and (char in _MERGED or _converter("t2tw").convert(char) == char)


def _standard(char: str) -> bool:
    return char.isascii() or bool(_standard_table()[ord(char)])


@cache
def _standard_table() -> npt.NDArray[np.bool_]:
    """For each code point whether it is in GB 2312, ASCII left out."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    table = table_of(b"\n".join(pairs).decode("gb2312", "ignore"))
    table[:128] = False
    return table


def strange_forms(page: Page) -> dict[str, str]:
    """The traditional characters of a simplified document with their simplified forms; {} for others."""
    points = _points(page)
    strange = {
        char: simple
        for char in map(chr, points[_foreign_table().take(points)].tolist())
        if (simple := simple_form(char)) != char
    }
    if strange and not is_simplified(page):
        return {}
    return strange


def is_simplified(page: Page) -> bool:
    """Whether the document is in simplified characters, see `script_of`."""
    return script_of(page) == "simplified"


def script_of(page: Page) -> Script:
    """What the document is written in. Found once a run, or said."""
    known = page.profile.overrides.script or page.profile.used.get("script")
    if known is None:
        known = page.profile.used["script"] = _script_of(page)
    return cast("Script", known)


def _script_of(page: Page) -> Script:
    """Simplified: four or more such characters for each traditional one, hardly any kana; traditional: the reverse."""
    found = page.view(kinds_of)
    plain, odd, kana = (
        int(np.count_nonzero(found == kind)) for kind in (SIMPLIFIED, STRANGE, _KANA)
    )
    if kana * 20 > max(plain, odd) or not plain + odd:
        return "other"
    if plain >= 4 * odd:
        return "simplified"
    return "traditional" if odd >= 4 * plain else "mixed"


def kinds_of(page: Page) -> npt.NDArray[np.uint8]:
    """The kind of each character: nothing but a SIMPLIFIED form, or a STRANGE one, a traditional. A view of the page."""
    kinds, points = _kinds(), _points(page)
    for point in points[kinds.take(points) == _UNSEEN].tolist():
        char = chr(point)
        kinds[point] = _OTHER if simple_form(char) == char else STRANGE
    return looked_up(kinds, page.codes)


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """For each code point its kind; those that are traditional are learnt as they are met."""
    chars = [char for char in map(chr, range(0x3400, 0xA000)) if char not in _VARIANTS]
    forms = zip(chars, _converter("t2s").convert("\n".join(chars)).split("\n"), strict=True)
    simplified = {simple for char, simple in forms if char != simple and _standard(simple)}
    kinds = np.zeros(0x110000, dtype=np.uint8)
    kinds[_foreign_table()] = _UNSEEN
    kinds[0x3041:0x30FB] = _KANA
    plain = (char for char in simplified.union(_MORE) if not _is_traditional_too(char))
    kinds[[*map(ord, plain)]] = SIMPLIFIED
    return kinds


def _is_traditional_too(char: str) -> bool:
    """Whether a simplified form is a common traditional character as well (于, 后, 云): in the first level of Big5."""
    try:
        return char.encode("big5") < _SECOND_LEVEL
    except UnicodeEncodeError:
        return False


@cache
def _foreign_table() -> npt.NDArray[np.bool_]:
    """For each code point whether it may be a traditional form: from U+3400 on and not in GB 2312, or in ALSO."""
    table = ~_standard_table()
    table[:0x3400] = False
    table[[ord(char) for char in ALSO]] = True
    return table


def _points(page: Page) -> Codes:
    """The code points that the text may have."""
    points = page.profile.points
    new = page.inserted - page.profile.chars
    if not new:
        return points
    return np.concatenate((points, np.array(list(map(ord, new)), dtype=np.uint32)))
