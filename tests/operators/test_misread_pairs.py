"""UTF-8 that was read as GBK comes back where every byte is there; rare characters and names stay."""

from __future__ import annotations

import pytest

from cleaner.operators.misread_pairs import misread_pairs
from tests.operators.running import applied, patches

RULE = misread_pairs()
EVEN = "我们下雨天卖旧书"  # an even number of bytes: none is lost


def read_as_gbk(text: str, errors: str = "strict") -> str:
    return text.encode().decode("gb18030", errors)


def test_whole_and_inside_a_line() -> None:
    assert applied(RULE, read_as_gbk(EVEN)) == EVEN
    assert applied(RULE, f"正文：\n（{read_as_gbk(EVEN)}）好\n完") == f"正文：\n（{EVEN}）好\n完"


def test_twice() -> None:
    text = "他店里卖书看图，"
    assert applied(RULE, read_as_gbk(read_as_gbk(text))) == text


def test_latin_letters_between() -> None:
    text = EVEN.encode().decode("latin-1")
    assert applied(RULE, text.encode().decode("gb18030", "ignore")) == EVEN


@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_lost_bytes_are_flagged(errors: str) -> None:
    lossy = read_as_gbk("书店开在河边。", errors)
    (flag,) = patches(RULE, lossy)
    assert (flag.start, flag.end, flag.level) == (0, len(lossy), "flag")


@pytest.mark.parametrize(
    "text",
    [
        "",
        EVEN,
        "浣、浤、浥、浦、浧、浨、浫、浭、浯、浰",
        "镕基、喆、堃、犇、赟、翀、旻、昇、玥、祎、珺、烜、彧",
        "鍾先生和锺先生，浣熊与浣花溪，鏈、鏉、鏌",
        "涓涓细流，潺湲汨汨；脩脯、縠皺、鐫刻",
        "臺北的書店開在河邊，嚟咗冇啲嘢",
    ],
)
def test_what_stays(text: str) -> None:
    assert patches(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "涓鍜忎竴瑙炶皝鍏憋紵",  # 一咏一觞谁共？ without the last byte of 一
        "杩欏氨鍍忓湪濂ユ浮鍥犳椂涓?鏍枫??",
        "绉嬪崈鎱靛洶瑙ｇ綏琛ｃ",
        "閭ｄ粬涓鏄涓鈥︹﹀暐锛",
        "鏄ㄥ?滈?庡吋闆?锛屽笜甯忛?掗?掔?嬪０銆?",
    ],
)
def test_a_character_cut_in_two_is_lost(text: str) -> None:
    (flag,) = patches(RULE, text)
    assert flag.level == "flag"
