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


def misread(encoding: str, read: str, times: int = 1) -> str:
    text = TEXT.encode(encoding).decode(read)
    return text if times == 1 else text.encode().decode(read)


@pytest.mark.parametrize("read", ["latin-1", "sloppy-windows-1252"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_written_and_read(encoding: str, read: str) -> None:
    text = "台北的書店開在河邊，門前有兩棵老槐樹。"
    assert applied(MISREAD, text.encode(encoding).decode(read)) == text
    twice = text.encode(encoding).decode(read).encode().decode(read)
    assert applied(MISREAD, twice) == text


def test_passages_of_a_line() -> None:
    row = f"正文：{misread('gbk', 'latin-1')}；café，“{misread('gbk', 'latin-1')}”。"
    assert applied(MISREAD, row) == f"正文：{TEXT}；café，“{TEXT}”。"


def test_a_short_row_is_believed_where_another_one_shows_it() -> None:
    short = "中国".encode("gbk").decode("latin-1")
    assert applied(MISREAD, short) == short
    assert applied(MISREAD, f"{short}\n{misread('gbk', 'latin-1')}") == f"中国\n{TEXT}"


def test_where_bytes_were_lost_the_passage_is_flagged_and_the_rest_is_probable() -> None:
    text = TEXT.encode().decode("sloppy-windows-1252")
    lossy = text.replace(text[4], "", 1)
    found = patches(MISREAD, lossy)
    assert found
    assert {patch.level for patch in found} == {"review"}
    flags = patches(mojibake(encodings=ENCODINGS, lost=True), lossy)
    assert [(patch.start, patch.end, patch.level) for patch in flags] == [(0, len(lossy), "flag")]


@pytest.mark.parametrize("text", ["안녕하세요. 잘못된 지리 값입니다.", "日本語の文章です。"])
@pytest.mark.parametrize("encoding", ["euc-kr", "euc-jp", "shift_jis"])
def test_other_languages_that_were_misread_do_not_become_chinese(text: str, encoding: str) -> None:
    row = text.encode(encoding, "ignore").decode("latin-1")
    assert applied(MISREAD, row) == row


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


def test_short_rows_of_a_text_that_was_misread_as_a_whole() -> None:
    row = "书店开在河边的老街上，每天早上九点开门。"
    text = f"{row}\n2021年3月1日 施行\n签署 SSH 标签\n" * 8
    misread = text.encode("gbk").decode("latin-1")
    assert applied(MISREAD, misread) == text
    french = "Café crème à la française, où êtes-vous?\n"
    assert applied(MISREAD, "书店开在河边的老街上。\n" * 40 + french + misread[:60]).startswith(
        "书店开在河边的老街上。\n" * 40 + french
    )
