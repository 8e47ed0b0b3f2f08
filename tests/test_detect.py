"""Finding the encoding: the cases of fixtures/encodings/, and every fixture in every encoding."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from cleaner.decode import decode
from cleaner.decode.coding import to_bytes
from cleaner.decode.common import byte_pairs
from cleaner.text import UNDECODABLE, count_han, undecodable

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDER = FIXTURES / "encodings"


def cases():
    with (FOLDER / "CASES.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["file"])
def test_case(case):
    data = (FOLDER / case["file"]).read_bytes()
    doc = decode(data)
    ends = doc.line_ends if isinstance(doc.line_ends, str) else "mixed"
    found = (doc.encoding, doc.bom, ends, len(UNDECODABLE.findall(doc.text)))
    wanted = (case["encoding"], case["bom"] == "yes", case["line_ends"], int(case["undecodable"]))
    assert found == wanted
    assert doc.encode(doc.text).data == data


def test_every_file_is_a_case():
    files = {path.name for path in FOLDER.iterdir()} - {"CASES.tsv"}
    assert files == {case["file"] for case in cases()}


@cache
def texts():
    paths = [*(FIXTURES / "sources").glob("*.txt"), *(FIXTURES / "keep").iterdir()]
    return {path.name: decode(path.read_bytes()).text for path in sorted(paths)}


def encoded(text, encoding):
    """The bytes of a text, or None if the encoding cannot hold it or it is plain ASCII."""
    if text.isascii():
        return None
    try:
        return to_bytes(text, encoding)
    except UnicodeEncodeError:
        return None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_whole_documents_are_all_right(encoding):
    wrong = [
        name
        for name, text in texts().items()
        if (data := encoded(text, encoding)) is not None and decode(data).encoding != encoding
    ]
    assert wrong == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_paragraphs_of_thirty_han(encoding):
    rows = [row for text in texts().values() for row in text.split("\n") if count_han(row) >= 30]
    data = [each for row in rows if (each := encoded(row, encoding)) is not None]
    right = sum(decode(each).encoding == encoding for each in data)
    assert data
    assert right >= 0.99 * len(data)


def test_a_short_line_shows_a_smaller_margin():
    text = "镇上的书店开在河边，门前有两棵老槐树。"
    short, long = decode(text[:4].encode("gbk")), decode(text.encode("gbk"))
    assert short.encoding == long.encoding == "gb18030"
    assert short.margin < long.margin < 1


JAPANESE = (
    "日本語の文章です。これは東京都の新しい建物についての記事であり、多くの人々が訪れます。\n" * 9
)
LATIN = "The naïve soufflés of the old cafés by the river are fine.\n" * 9


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (LATIN, "cp1252")],
)
def test_what_is_in_no_known_encoding_is_unsure(text, encoding):
    data = text.encode(encoding)
    doc = decode(data)
    assert doc.unsure == (f"encoding is unsure ({doc.encoding}, {doc.margin:.2f}); say --encoding")
    assert decode(data, "gb18030").unsure is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_whole_documents_are_sure(encoding):
    rows = {name: encoded(text, encoding) for name, text in texts().items()}
    del rows["service-log-chinese.txt"]  # a log in Latin letters with a few words of Chinese
    assert [name for name, data in rows.items() if data and decode(data).unsure] == []


def test_plain_ascii_in_utf16():
    assert decode("plain words\r\n".encode("utf-16-le")).text == "plain words\n"
    assert decode("plain words\r\n".encode("utf-16-be")).encoding == "utf-16-be"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("place", [0, 36, 120])
def test_a_block_that_was_never_written_says_nothing(encoding, place):
    text = "台灣的書店開在河邊，每天早上九點開門，晚上八點關門。" * 5
    raw = to_bytes(text, encoding)
    found = decode(raw[:place] + bytes(len(raw) - 20) + raw[place:])
    assert found.encoding == encoding
    assert found.text.replace("\0", "") == text


def test_a_nul_in_utf8_is_only_a_nul():
    assert decode("中文书店\0在河边".encode()).encoding == "utf-8"


def test_spans_of_bytes_that_did_not_decode():
    assert undecodable("a\udcff\udc80b\udcad") == [(1, 3), (4, 5)]
    assert undecodable("中文") == []


def test_pairs_of_bytes():
    assert byte_pairs([1, 2], [3, 4, 5]) == bytes([1, 3, 1, 4, 1, 5, 2, 3, 2, 4, 2, 5])
