"""Radicals in the place of ordinary characters."""

from __future__ import annotations

import pytest

from cleaner.operators.radicals import radicals
from tests.operators.running import patches

_RADICALS = radicals(table={"⻅": "见"})


def _done(text: str) -> str:
    for patch in reversed(patches(_RADICALS, text)):
        text = text[: patch.start] + patch.after + text[patch.end :]
    return text


def test_radicals_inside_words() -> None:
    assert _done("提⾼⼯作，⻅上") == "提高工作，见上"
    assert _done("十\uf98e以上") == "十年以上"


def test_doubles() -> None:
    assert _done("⾼高可⽤用的⼤大系统") == "高可用的大系统"
    assert _done("利\uf9dd⽤用，⾼高，⼤大") == "利用，高，大"
    assert _done("⾼高楼") == "高高楼", "one double alone does not show that both were written"


def test_what_stays() -> None:
    for text in ("⼀ ⼁ ⼂", "部首⼈和⼊", "これは⼤切です", "", "高大"):
        assert _done(text) == text


def test_options() -> None:
    with pytest.raises(ValueError, match="one character"):
        radicals(table={"⻅": "见见"})
