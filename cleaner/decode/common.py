"""How common a character is in Chinese text, so that a wrong reading of bytes shows itself.

Two thirds of any Chinese text are made of a few hundred characters; read in a wrong encoding the
same bytes give rare ones. Four classes are enough: the most frequent characters (listed here,
simplified and traditional), the common ones (level 1 of GB 2312 and of Big5, taken from the codecs: both
charts are divided by use), other Han, and what hardly stands in a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from cleaner.text import HAN_RANGES, Codes, codes_of

FREQUENT = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔近支百千"
    "六七八九〇零号局省县乡镇村党委办组府机关会议通知企业投资项目工程建设服务农村经济社会发展改革政策环境"
    "卫生医院疫情防控教育文化旅游交通责任单位负责人民群众干部书记主席总理市长检查监督落实推进加强完善"
)
"""The most frequent simplified characters (those that do not differ are frequent in both scripts)."""

FREQUENT_TRADITIONAL = (
    "這個們來為國說時會對後過發種經學當沒動還進樣開從實軍無與長機業關點將兩間問並應戰頭體見產話內給門兒東"
    "聲員論處義幾認條係氣題爾別變總電數報結務場計統區隊決馬書則聽達強難權設記類據邊張該規萬覺術領確傳師觀"
    "請讓識導爭運筆裡裏麼著於卻歲愛師親遠語華萬臺灣縣鄉鎮黨辦組號資項農濟發環衛醫療責單負幹記監"
    "選舉連線網紀錄團隊圖館歷屆廣廳齊飛龍魚鳥隨陽陰雖雙離雲靈須預頓願顯風飯館驗黃點齒龜嘅咗哋佢冇唔係"
)
"""The most frequent traditional characters that differ from their simplified form."""

MARKS = "，。、；：？！“”‘’（）《》〈〉「」『』【】—…·\u3000％～"

_RANGES: tuple[tuple[int, int, float], ...] = (
    (0x0000, 0x10FFFF, -0.5),  # other scripts, unassigned
    (0x0000, 0x001F, -1.0),
    (0x0020, 0x007E, 1.0),
    (0x007F, 0x009F, -1.0),
    (0x00A0, 0x00FF, 0.0),
    (0x0370, 0x03FF, -0.1),
    (0x0400, 0x045F, -0.1),
    (0x2000, 0x27FF, 0.2),  # punctuation, signs, box drawing
    (0x3000, 0x303F, 0.3),
    (0x3040, 0x30FF, 0.1),
    (0x3100, 0x312F, 0.0),
    (0xE000, 0xF8FF, -1.0),
    (0xFF01, 0xFF5E, 0.7),
    (0xD800, 0xDFFF, -3.0),  # does not decode
)


@cache
def weights() -> npt.NDArray[np.float32]:
    """For each code point how much it speaks for a reading: 1 for frequent, below 0 for unlikely."""
    table = np.zeros(0x110000, dtype=np.float32)
    for first, last, weight in _RANGES:
        table[first : last + 1] = weight
    for first, last in HAN_RANGES:
        table[first : last + 1] = -0.2
    table[0x4E00:0xA000] = 0.0
    table[codes_of(_level_one())] = 0.5
    table[codes_of(FREQUENT + FREQUENT_TRADITIONAL + MARKS + "\t\n\f\r")] = 1.0
    return table


def _level_one() -> str:
    """The common characters of GB 2312 (rows 16 to 55) and of Big5 (A440 to C67E)."""
    low, high = range(0x40, 0x7F), range(0xA1, 0xFF)
    big5 = byte_pairs(range(0xA4, 0xC6), (*low, *high)) + byte_pairs([0xC6], low)
    gb2312 = byte_pairs(range(0xB0, 0xD8), high)
    return gb2312.decode("gb2312", "ignore") + big5.decode("big5", "ignore")


def byte_pairs(firsts: Sequence[int], seconds: Sequence[int]) -> bytes:
    """Each of some bytes with each of others behind it, one pair after the other."""
    pairs = np.empty((len(firsts), len(seconds), 2), dtype=np.uint8)
    pairs[..., 0] = np.array(firsts, dtype=np.uint8)[:, np.newaxis]
    pairs[..., 1] = np.array(seconds, dtype=np.uint8)
    return pairs.tobytes()


def score(codes: Codes) -> float:
    """How much a text looks like Chinese (or plain ASCII) text: 1 at most, about 0 for a wrong reading."""
    return float(weights()[codes].mean()) if len(codes) else 0.0
