"""Single letters and marks of UTF-8 read as cp1252 are had back; letters of other languages stay."""

from __future__ import annotations

import pytest

from cleaner.operators.misread_letters import misread_letters
from tests.operators.running import patches

RULE = misread_letters(unless=("乱码",))


@pytest.mark.parametrize(
    "text", ["“他说：好。”", "Café，naïve", "25°C，×，·", "第三章 —— 回家", "★→"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_every_letter_is_had_back(text: str, encoding: str) -> None:
    wrong = "".join(
        char.encode().decode("latin-1" if char in "”★" else encoding, "ignore")
        if not "\u4e00" <= char <= "\u9fff"
        else char
        for char in text
    )
    assert wrong != text
    found = list(patches(RULE, f"上面一行。\n{wrong}下面"))
    at, parts = 0, []
    source = f"上面一行。\n{wrong}下面"
    for patch in found:
        parts += [source[at : patch.start], patch.after]
        at = patch.end
    assert "".join([*parts, source[at:]]) == f"上面一行。\n{text}下面"


@pytest.mark.parametrize(
    "text",
    ["", "São Paulo、Âu、Ấn、façade、ÀÉÎÕÜ", "é的乱码是Ã©", "Ã", "°Â", "naïve — “好”", "3€、25°C"],
)
def test_other_letters_stay(text: str) -> None:
    assert not patches(RULE, text)


@pytest.mark.parametrize(
    "text",
    [
        "À¯ÖòÀáÁ÷Ç¼µÑÔ¹¡£",  # GBK
        "Ã\x84Ã\x8bÃ\x81Ã®Â\x8fÂ\x88Ã\x81Â¼Ã\x81Ã´Ã\x96xÂ¡Â£",  # GBK, then UTF-8
        "å‰æœˆï¼Œå¿…æœæœè€Œæœã€‚",  # UTF-8 that has lost bytes
        "åŽç¼€å .tar.gz å‰è¾¹æ’æœ‰ .origã€‚",  # the same, in several words
    ],
)
def test_what_can_be_read_in_part_stays(text: str) -> None:
    assert not patches(RULE, f"上面一行。\n{text}\n下面")
    assert patches(RULE, f"上面CafÃ©。\n{text}\n下面")
