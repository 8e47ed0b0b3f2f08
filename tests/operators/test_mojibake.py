"""Text that was read in the wrong encoding comes back exactly; text of other languages stays."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401  # registers the encodings
import pytest

from cleaner.operators.mojibake import mojibake
from tests.operators.running import applied, patches

ENCODINGS = (
    "sloppy-windows-1252", "latin-1", "mac_cyrillic", "mac_roman", "sloppy-windows-1251", "cp437",
)  # fmt: skip
MISREAD = mojibake(encodings=ENCODINGS)
TEXT = "无障碍环境建设条例，自2012年8月1日起施行。“甲”"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_utf_8(encoding: str) -> None:
    assert (
        applied(MISREAD, "标题\n" + TEXT.encode().decode(encoding) + "\n正文")
        == f"标题\n{TEXT}\n正文"
    )


def test_gbk() -> None:
    assert applied(MISREAD, TEXT.encode("gbk").decode("latin-1")) == TEXT


def test_what_was_lost_stays_and_makes_the_rest_probable() -> None:
    misread = TEXT.encode().decode("mac_cyrillic")
    found = patches(MISREAD, misread + "дЊЛ" * 0 + "ЯЯЯЯЯЯЯЯЯЯ")
    assert found
    assert {patch.level for patch in found} == {"review"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        "Привет, как дела? Ёлка — это ель.",
        "Café crème brûlée à la française, où êtes-vous? Größe ÄÖÜß",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ",
        "··········",
        "拼音：nǐ hǎo，zhōng guó；音标：[ˈæpəl]",
        "Ελληνικά κείμενα «δοκιμή»",
    ],
)
def test_what_stays(text: str) -> None:
    assert applied(MISREAD, text) == text


@pytest.mark.parametrize("encoding", ["no-such-encoding", "utf-16", "gbk"])
def test_encodings_that_make_no_sense(encoding: str) -> None:
    with pytest.raises(ValueError, match=r"encoding"):
        mojibake(encodings=(encoding,))
