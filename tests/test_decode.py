"""Bytes to text and back: byte for byte, in every encoding, with every mix of line ends and broken bytes."""

from __future__ import annotations

import json
import re
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.clusters import Clusters, Composer
from cleaner.decode import Document, decode, document, known, restore_bytes, text_of_cleaned
from cleaner.errors import DecodeError, OutputError, UsageError
from cleaner.offsets import lengths, offsets, splice
from cleaner.text import UNDECODABLE

# Bytes that are characters in one encoding and halves of characters, or nothing, in another.
FRAGMENTS = [
    b"\r", b"\n", b"\r\n", b"\n\r", b"a", b" ", b"\0", b"\x85", b"\f", b"\xff", b"\x80", b"\xfe",
    "中文，。".encode(), "中".encode()[:2], "中".encode()[2:], "𠮷".encode(), b"\xed\xa0\x80", b"\xc0\x80",
    "中文\r\n。".encode("gbk"), b"\x81\x30\x81\x30", b"\x84\x31\x95\x33", b"\xe3\x32\x9a\x35", b"\x81\x30",
    "書店\n".encode("big5"), b"\xa2\xcc", b"\xa4\x51", b"\xf9\xf9", b"\xa2\xa4", b"\xa3\xe1", b"\xa1\xe3",
    b"\xa1\x45", b"\x88\x62", b"\x88\x66", b"\xc6\xcf",
    "中\r\n文".encode("utf-16-le"), "\r".encode("utf-16-le"), "\n".encode("utf-16-be"), b"\x00\xd8",
    b"\xd8\x00", b"\x80\xdc", b"\x3d\xd8\xb7\xdf", b"\xdf\xb7", b"\x0d\xd8", "中\n".encode("utf-32-le"),
    b"\xff\xff\xff\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=3), max_size=12).map(b"".join)
NAMES = st.sampled_from([*known(), "auto"])
INSERTED = st.text("中a\n，", max_size=3)
Edit = tuple[int, int, str]


def read(data: bytes, encoding: str = "auto") -> Document | None:
    """The document, however many bytes do not decode; None for what is refused for other reasons."""
    with mock.patch.object(document, "MAX_UNDECODABLE", 2.0):
        try:
            return decode(data, encoding)
        except DecodeError:
            return None


def edited(text: str, edits: list[Edit]) -> tuple[str, Clusters]:
    starts = offsets([edit[0] for edit in edits])
    ends = offsets([edit[1] for edit in edits])
    afters = [edit[2] for edit in edits]
    composer = Composer()
    composer.add(0, starts, ends, lengths(afters))
    return splice(text, starts, ends, afters), composer.clusters


def undone(data: bytes, clusters: Clusters, source: str, header: dict) -> bytes:
    """What `undo` does: cleaned bytes and record data alone, the befores of the changes among them."""
    header = json.loads(json.dumps(header))
    spans = zip(clusters.source_starts.tolist(), clusters.source_ends.tolist(), strict=True)
    befores = [source[start:end] for start, end in spans]
    cleaned = text_of_cleaned(data, header)
    return restore_bytes(splice(cleaned, clusters.starts, clusters.ends, befores), header)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(INSERTED)
        if text[start:end] != after and not (edits and start == end == edits[-1][1]):
            edits.append((start, end, after))
    return edits


@given(HOSTILE, NAMES)
def test_every_byte_comes_back(data, name):
    doc = read(data, name)
    if doc is None:
        return
    assert "\r" not in doc.text
    encoded = doc.encode(doc.text)
    assert encoded.data == data
    assert restore_bytes(doc.text, json.loads(json.dumps(encoded.header))) == data
    assert text_of_cleaned(data, encoded.header) == doc.text


@given(HOSTILE, NAMES, st.sampled_from([None, "utf-8"]), st.data())
def test_the_source_comes_back_from_the_cleaned_bytes(data, name, to, drawn):
    doc = read(data, name)
    if doc is None:
        return
    text, clusters = edited(doc.text, drawn.draw(edits_of(doc.text)))
    try:
        encoded = doc.encode(text, clusters, to)
    except OutputError:
        if to and UNDECODABLE.search(text):
            return  # The stray bytes would read as other characters.
        # A combining mark of Big5 that lost its letter: refused, never dropped.
        assert doc.encoding == "big5"
        assert "\u0304" in text or "\u030c" in text
        return
    assert not (to and "loose" in encoded.header)
    assert text_of_cleaned(encoded.data, encoded.header) == text
    assert undone(encoded.data, clusters, doc.text, encoded.header) == data


def written(source: str, ends: list[str], edits: list[Edit]) -> str:
    """A slow model: walks the text with the line end of each newline in its hand."""
    kinds = ["\n", "\r\n", "\r"]
    usual = max(kinds, key=ends.count)
    left, here, out = list(ends), 0, []
    for start, end, after in [*edits, (len(source), len(source), "")]:
        out += [left.pop(0) if char == "\n" else char for char in source[here:start]]
        gone = [left.pop(0) for _ in range(source.count("\n", start, end))]
        for char in after:
            out.append((gone.pop(0) if gone else usual) if char == "\n" else char)
        here = end
    for at, char in enumerate(out[1:]):
        if (out[at], char) == ("\r", "\n"):
            out[at] = "\r\n"
    return "".join(out)


@given(st.lists(st.sampled_from(["中", "a", "\n", "\r\n", "\r"]), max_size=12), st.data())
def test_a_newline_that_survives_keeps_its_own_end(pieces, drawn):
    raw = "".join(pieces)
    doc = decode(raw.encode())
    edits = drawn.draw(edits_of(doc.text))
    text, clusters = edited(doc.text, edits)
    ends = re.findall("\r\n|\r|\n", raw)
    assert doc.encode(text, clusters).data.decode() == written(doc.text, ends, edits)


def test_mixed_line_ends():
    doc = decode("一\r\n二\n三\r四\r\n五\r\n".encode())
    assert doc.text == "一\n二\n三\n四\n五\n"
    assert doc.line_ends == (("crlf", 1), ("lf", 1), ("cr", 1), ("crlf", 2))
    text, clusters = edited(doc.text, [(1, 2, ""), (4, 4, "新\n"), (6, 7, "丙")])
    assert text == "一二\n新\n三\n丙\n五\n"
    assert doc.encode(text, clusters).data.decode() == "一二\n新\r\n三\r丙\r\n五\r\n"


def test_within_a_change_the_first_newlines_correspond():
    doc = decode("一\n二\n三\r\n四\r\n五\r\n".encode())
    text, clusters = edited(doc.text, [(0, 6, "甲\n乙\n丙\n丁\n")])
    assert doc.encode(text, clusters).data.decode() == "甲\n乙\n丙\r\n丁\r\n四\r\n五\r\n"


def test_cr_that_came_before_lf_stays_a_line_end_of_its_own():
    doc = decode(b"a\rb\nc\r\n")
    text, clusters = edited(doc.text, [(2, 3, "")])
    encoded = doc.encode(text, clusters)
    assert encoded.data == b"a\r\n\nc\r\n"
    assert text_of_cleaned(encoded.data, encoded.header) == "a\n\nc\n"


def test_only_cr_lf_and_crlf_end_lines():
    assert decode("一\x85二\u2028三\f四\v五\x1c六".encode()).text.count("\n") == 0


def test_halves_of_a_character_that_come_together_stay_bytes():
    data = "好".encode() * 200 + b"\xe4\xb8\n\xad" + "好".encode() * 200
    doc = decode(data)
    at = doc.text.index("\n")
    text, clusters = edited(doc.text, [(at, at + 1, "")])
    encoded = doc.encode(text, clusters)
    assert "中" in encoded.data.decode()
    assert text_of_cleaned(encoded.data, encoded.header) == text
    assert undone(encoded.data, clusters, doc.text, encoded.header) == data


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_every_pair_of_bytes_comes_back(encoding):
    pairs = [bytes((lead, trail)) for lead in range(0x80, 0x100) for trail in range(0x100)]
    for data in pairs:
        doc = read(data, encoding)
        assert doc is not None
        assert doc.encode(doc.text).data == data


def test_big5_as_it_is_written():
    data = b"\xa2\xcc\xa4\x51\xa1\xe3\xa3\xe1\xa1\x45"
    doc = decode(data, "big5")
    assert doc.text == "十十～€‧"
    assert doc.exceptions == ((0, b"\xa2\xcc"),)
    text, clusters = edited(doc.text, [(1, 2, "")])
    assert doc.encode(text, clusters).data == b"\xa2\xcc\xa1\xe3\xa3\xe1\xa1\x45"
    text, clusters = edited(doc.text, [(0, 1, "十二")])
    assert doc.encode(text, clusters).data[:4] == "十二".encode("big5")


def test_a_character_that_the_encoding_cannot_hold_is_refused():
    doc = decode("這個\n書店".encode("big5"), "big5")
    text, clusters = edited(doc.text, [(3, 4, "书")])
    with pytest.raises(OutputError, match=r"big5 cannot hold '书' \(U\+4E66\) at 2:1 .*--to utf-8"):
        doc.encode(text, clusters)
    assert doc.encode(text, clusters, "utf-8").data.decode() == text


def test_a_carriage_return_from_a_rule_is_refused():
    doc = decode(b"ab")
    text, clusters = edited(doc.text, [(1, 1, "\r")])
    with pytest.raises(OutputError, match=r"carriage return.* at 1:2"):
        doc.encode(text, clusters)


def test_to_utf8_keeps_bytes_that_do_not_decode():
    data = "\ufeff".encode("utf-16-le") + "中\r\n".encode("utf-16-le") * 200 + b"\x3d\xd8"
    doc = decode(data)
    assert (doc.encoding, doc.bom, doc.line_ends) == ("utf-16-le", True, "crlf")
    assert doc.text.endswith("\n\udcbd\udcd8")
    encoded = doc.encode(doc.text, to="utf-8")
    assert encoded.data == "中\r\n".encode() * 200 + b"\xbd\xd8"
    assert text_of_cleaned(encoded.data, encoded.header) == doc.text
    assert restore_bytes(doc.text, encoded.header) == data
    with pytest.raises(UsageError, match="only utf-8"):
        doc.encode(doc.text, to="gbk")


def test_to_utf8_makes_no_characters_of_stray_bytes():
    apart = Document("国\udce4国\udcb8国\udcad国", "gb18030")
    written = apart.encode(apart.text, to="utf-8").data
    assert written.decode("utf-8", "surrogateescape") == apart.text
    joined = Document("国\udce4\udcb8\udcad国", "gb18030")
    with pytest.raises(OutputError, match="read as other characters in UTF-8"):
        joined.encode(joined.text, to="utf-8")


def test_a_changed_text_needs_to_say_what_corresponds():
    with pytest.raises(ValueError, match="clusters"):
        decode(b"ab").encode("a")


def test_the_tail_of_a_character_cut_off_is_not_counted():
    assert decode("中文书店".encode()[:-1]).text == "中文书\udce5\udcba"
    assert decode("中文书店".encode("gbk")[:-1], "gbk").text == "中文书\udcb5"
    assert decode("中文书店".encode("utf-16-le")[:-1], "utf-16-le").text == "中文书\udc97"


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        b"\0\0\0a" * 100,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0\\r\xa8f\0\0\0\6bKGD\0\xff\0\xff\0\xff",
        "书店".encode() * 20 + b"\xff\xff",
        b"\xff\xfe" + b"\0\xd8" * 50,
        b"\xff",
    ],
)
def test_binary_is_refused(data):
    with pytest.raises(DecodeError, match=r"^binary: [^\n]*$"):
        decode(data)


def test_up_to_one_percent_may_be_broken():
    assert decode(b"a" * 99 + b"\xff", "utf-8").text.endswith("\udcff")
    with pytest.raises(DecodeError, match=r"1\.1% of the bytes do not decode as utf-8"):
        decode(b"a" * 92 + b"\xff", "utf-8")


@pytest.mark.parametrize("name", ["UTF_8", "utf8", "GBK", "cp936", "Big5-HKSCS", "cp950", "UTF-16"])
def test_names_of_encodings(name):
    assert decode(b"", name).text == ""


def test_an_unknown_name_is_answered_with_suggestions():
    with pytest.raises(UsageError, match=r"unknown encoding 'gb1803' \(did you mean gb18030"):
        decode(b"", "gb1803")
    with pytest.raises(UsageError, match="known: utf-8, utf-16"):
        decode(b"", "Klingon")


def test_empty_and_bom_alone():
    assert decode(b"") == Document("")
    doc = decode(b"\xef\xbb\xbf")
    assert (doc.text, doc.bom) == ("", True)
    assert doc.encode("").data == b"\xef\xbb\xbf"
