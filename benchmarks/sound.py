"""Sound sentences of many kinds that no repair of misread text may touch, the same for the same seed.

Sentences of fixtures/ and, where they were fetched, of the origins of `benchmarks.generated`; the same in traditional
characters; sentences put together from lists: names of rare characters, Cantonese, Japanese, Korean, Western
languages, pinyin. Where Django is installed, its catalogues of other languages, too.
"""

from __future__ import annotations

import gettext
import random
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from benchmarks.corpora import keeps
from benchmarks.generated.documents import files, load
from benchmarks.generated.fetch import default_cache
from cleaner.text import count_han

_SENTENCE = re.compile(r"[^。！？\s][^。！？\n]{4,80}[。！？]")

# Half-width marks beside Han are damage that other rules repair, and so are invisible characters.
_DAMAGED = re.compile(
    r"[\u3040-\u30FF\u3400-\u9FFF”》）」] ?[,;:?!()]|[,;:?!()] ?[\u3040-\u30FF\u3400-\u9FFF“《（「]|[\u200B\u00AD]|&\w+;"
)

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许贠仝乜缑逄訾郏郗昝亓邸麴璩濮鄢"
_TEMPLATES = (
    "{name}先生和{name}女士出席了会议。", "作者{name}，{name}译，{name}校。", "{name}（{name}的父亲）是本地人。",
    "名单：{name}、{name}、{name}、{name}。", "字典收有{rare}、{rare}、{rare}等字。", "“{rare}”字很少见，音同“{rare}”。",
    "水名有{rare}水、{rare}水，山名有{rare}山。",
)  # fmt: skip
_CANTONESE = (
    "佢哋喺度做乜嘢呀？", "我唔知佢幾時嚟㗎。", "呢間舖頭啲嘢好平喎。", "你食咗飯未呀？", "噉樣做就得㗎喇。",
    "啲細路仔喺街度玩緊。", "阿媽叫我買啲餸返嚟。", "佢話聽日會落雨嘅。", "唔該借歪少少。", "我哋一齊去睇戲啦。",
    "呢個係我嘅書，嗰個係佢嘅。", "冇問題，我即刻過嚟。", "你咪嘈啦，人哋瞓緊覺呀。", "乜你咁遲先返嚟㗎？",
)  # fmt: skip
_JAPANESE = (
    "川沿いの小さな本屋は朝の九時に開きます。", "彼女は手紙を読み終えると、窓を閉めた。", "コンピュータの電源を入れてください。",
    "今日は天気がいいですね。", "新しい図書館は駅の近くに建てられた。", "漢字とひらがなとカタカナを混ぜて書く。",
    "辻さんと込山さんは峠の畑で働いている。", "ﾊﾝｶｸｶﾅも少し使われる。", "「はい、そうです」と榊が答えた。",
)  # fmt: skip
_KOREAN = (
    "강가의 작은 책방은 아침 아홉 시에 문을 연다.", "그는 편지를 다 읽고 창문을 닫았다.", "오늘은 날씨가 아주 좋습니다.",
    "새 도서관은 역 근처에 있다.", "大韓民國의 首都는 서울이다.", "컴퓨터를 켜 주세요.", "값이 얼마예요?",
)  # fmt: skip
_WESTERN = (
    "Où êtes-vous allés, à l’hôtel où naquit Noël ?", "Der Bär läuft über die Straße, größer als zuvor.",
    "El niño comió piñas en la mañana; ¿qué más?", "Ação, coração e pão: três palavras portuguesas.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.", "Zażółć gęślą jaźń.", "Árvíztűrő tükörfúrógép.",
    "Съешь же ещё этих мягких французских булок.", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.", "Iñtërnâtiônàlizætiøn",
    "Fjörð og þýðing á íslensku: æðóþ.", "Đường phố Hà Nội rất đông vào buổi sáng.", "Türkçe’de ığdır ve şoför.",
    "ÉCOLE SUPÉRIEURE DES ÉTUDES, ÀÉÈÙÇ, ÄÖÜ", "In 1998 the naïve café façade cost £5 or €7 ± 10 %.",
    "שלום עולם, זה ספר קטן.", "مرحبا بالعالم، هذا كتاب صغير.", "Größe: 5 µm × 3 µm ÷ 2 ≈ 7,5 °C · Ø 4 mm",
    "Zdravý člověk má tisíc přání, nemocný jen jedno.", "Rīgā ir skaista vecpilsēta.", "Mõõtmed: 3 × 4 m²",
)  # fmt: skip
_SYLLABLES = [
    "zhōng",
    "guó",
    "rén",
    "mín",
    "wǒ",
    "men",
    "lǜ",
    "sè",
    "nǚ",
    "ér",
    "xué",
    "xí",
    "hàn",
    "zì",
    "pīn",
    "yīn",
    "běi",
    "jīng",
    "shàng",
    "hǎi",
    "ǎi",
    "èr",
    "ōu",
]
_LANGUAGES = (
    "ja",
    "ko",
    "fr",
    "de",
    "es",
    "pt",
    "cs",
    "pl",
    "ru",
    "el",
    "vi",
    "tr",
    "is",
    "he",
    "ar",
    "zh_Hant",
)


@cache
def chinese() -> list[str]:
    """The sentences of the committed texts and of the fetched origins of the part that rules are tuned on."""
    every = {**files("sample", default_cache()), **files("dev", default_cache())}
    texts = [block.text for path in every.values() for blocks in load(path) for block in blocks]
    found = (match[0] for text in texts for match in _SENTENCE.finditer(text))
    good = (each for each in found if count_han(each) >= 6 and not _DAMAGED.search(each))
    return list(dict.fromkeys(good))


@cache
def traditional() -> list[str]:
    """The same in traditional characters."""
    convert = import_module("opencc").OpenCC("s2t").convert
    return [convert(sentence) for sentence in chinese()]


@cache
def catalogues() -> list[str]:
    """Sentences of other languages, from Django where it is installed."""
    try:
        folder = Path(str(import_module("django").__file__)).parent
    except ImportError:
        return []
    out: list[str] = []
    for language in _LANGUAGES:
        for path in sorted(folder.rglob(f"locale/{language}/LC_MESSAGES/*.mo")):
            with path.open("rb") as stream:
                found = vars(gettext.GNUTranslations(stream))["_catalog"].values()
            out += [text for text in found if len(text) >= 8 and not re.search(r"[\n%]", text)]
    return sorted({text for text in out if not _DAMAGED.search(text)})


def composed(chance: random.Random) -> Iterator[str]:
    """Sentences without end, put together from lists, one kind after the other."""

    def rare() -> str:
        return chr(chance.choice((range(0x4E00, 0x9FA6), range(0x3400, 0x4DB6), range(0x20000, 0x2A6D7)))[chance.randrange(6000)])  # fmt: skip

    def name() -> str:
        return chance.choice(_SURNAMES) + "".join(rare() for _ in range(chance.randint(1, 2)))

    while True:
        template = chance.choice(_TEMPLATES)
        yield re.sub(r"\{(\w+)\}", lambda match: name() if match[1] == "name" else rare(), template)
        for some in (_CANTONESE, _JAPANESE, _KOREAN, _WESTERN):
            yield " ".join(chance.sample(some, 2))
        yield f"{chance.choice(chinese())}（{' '.join(chance.sample(_SYLLABLES, 6))}）"
        yield chance.choice(chinese())[:-1] + "，" + chance.choice(_WESTERN)


def sound(count: int, seed: int) -> list[str]:
    """Sound sentences: a sixth from each of the sources, the rest composed."""
    chance = random.Random(seed)
    rows = (row for text in keeps().values() for row in text.split("\n"))
    lines = [m[0] for row in rows for m in _SENTENCE.finditer(row) if not _DAMAGED.search(m[0])]
    pools = [chinese(), traditional(), lines, catalogues() or lines]
    out = [chance.choice(pool) for pool in pools for _ in range(count // 6)]
    more = composed(chance)
    while len(out) < count:
        out.append(next(more))
    return out
