"""GBK read one byte off comes back between marks, and is flagged where a byte is lost."""

from __future__ import annotations

import pytest

from cleaner.operators.slipped_passage import slipped_passage
from tests.operators.running import applied, patches

RULE = slipped_passage()
FIRST, SECOND = "他站在村口等了很久", "没有人从那条路上走过来"


def gbk(text: str) -> bytes:
    return text.encode("gb18030")


@pytest.mark.parametrize("mark", ["—", "…", "“", "’"])
@pytest.mark.parametrize("end", ["—", "”", "abc"])
def test_no_byte_is_lost(mark: str, end: str) -> None:
    raw = gbk(FIRST) + mark.encode("cp1252") + gbk(SECOND) + end.encode("cp1252") + gbk("，天黑了")
    assert applied(RULE, raw.decode("gb18030")) == f"{FIRST}{mark}{SECOND}{end}，天黑了"


@pytest.mark.parametrize("errors", ["replace", "ignore", "surrogateescape"])
@pytest.mark.parametrize(
    "raw",
    [gbk(FIRST)[1:], gbk(FIRST) + gbk(SECOND)[1:], gbk(FIRST) + b"\xc4" + gbk(SECOND)],
)
def test_half_of_a_character_is_lost(raw: bytes, errors: str) -> None:
    (flag,) = patches(RULE, raw.decode("gb18030", errors) + "\n下文")
    assert flag.level == "flag" and "one byte off" in flag.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        FIRST,
        "飛鳥盡，良弓藏；狡兔死，走狗烹。越王爲人長頸鳥喙。",
        "οι ακατέργαστοι κωδικοί δεν αποθηκεύονται",
        "\ue0d4\ue0ef\ue11a是私用区的字",
        "羲橄懵薰岷郏佯成喜豢拔拧",
    ],
)
def test_what_stays(text: str) -> None:
    assert patches(RULE, text) == []


def test_a_text_without_a_second_rare_character() -> None:
    for text in ("羲", "羲橄", "甲羲乙", "a"):
        assert patches(RULE, text) == []
