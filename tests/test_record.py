"""Records: undo and replay byte for byte, and one clear line for a record that is damaged."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import decode
from cleaner.engine import run
from cleaner.errors import RecordError
from cleaner.record import Record, digest, json_line, parse, render
from cleaner.rule import RuleSet
from tests.rulebook.support import rule_of

RULES = RuleSet(
    (
        rule_of("pattern", find=r"(?<=\p{Han}),(?=\p{Han})", replace="，"),
        rule_of("pattern", find=r"\n\n(?=乙)", replace=""),
        rule_of("pattern", find="丙，丙", replace="丁丁丁"),
        rule_of("pattern", find="，", replace="", level="review"),
        rule_of("pattern", find="己", level="flag"),
    ),
    {},
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5")


def recorded(data: bytes, encoding: str = "auto", to: str | None = None) -> tuple[Record, bytes]:
    """The record of the cleaning of some bytes, as it would be read again, and the cleaned bytes."""
    document = decode(data, encoding)
    cleaned = run(RULES, document.text, path="甲.txt")
    encoded = document.encode(cleaned.text, cleaned.changes.clusters, to=to)
    return parse(render(cleaned, encoded, data, "rules", "甲.txt"), "record"), encoded.data


texts = st.lists(
    st.sampled_from(
        ["甲", "乙", "丙", "己", ",", "，", "丙,丙", "\n", "\r\n", "\r", "\n\n乙", "a", "\u3000"]
    )
).map("".join)


@given(texts, st.sampled_from(ENCODINGS), st.sampled_from([None, "utf-8"]))
def test_a_record_undoes_and_replays(text: str, encoding: str, to: str | None):
    data = text.encode(encoding)
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    record, cleaned = recorded(data, name, to)
    assert record.undo(cleaned) == data
    assert record.replay(data) == cleaned


@given(st.binary(max_size=3), texts)
def test_bytes_that_do_not_decode_come_back(broken: bytes, text: str):
    data = "甲,乙".encode() * 200 + broken + text.encode()
    record, cleaned = recorded(data, "utf-8")
    assert record.undo(cleaned) == data
    assert record.replay(data) == cleaned


def test_the_header_says_what_was_done():
    data = "\ufeff甲,乙\r\n".encode()
    record, cleaned = recorded(data)
    header = record.header
    assert (header["record"], header["level"], header["path"]) == (1, "safe", "甲.txt")
    assert (header["encoding"], header["bom"], header["line_ends"]) == ("utf-8", True, "crlf")
    assert header["source_sha256"] == digest(data)
    assert header["cleaned_sha256"] == digest(cleaned)
    assert (header["rules"], header["changes"]) == ("rules", 2)


def test_pending_and_flagged_are_kept_in_source_order_and_change_nothing():
    record, cleaned = recorded("己甲,乙，丙".encode())
    statuses = [change["status"] for change in record.changes]
    assert statuses == ["flagged", "applied", "pending", "pending"]
    starts = [change["start"] for change in record.changes]
    assert starts == sorted(starts)
    assert cleaned.decode() == "己甲，乙，丙"


def test_chinese_stays_readable_and_broken_bytes_are_escaped():
    assert json_line({"before": "甲"}) == '{"before": "甲"}'
    line = json_line({"before": "甲\udcff"})
    assert line.isascii()
    assert json.loads(line) == {"before": "甲\udcff"}


def rendered() -> bytes:
    document = decode("甲,乙\n丙,丙\n".encode())
    cleaned = run(RULES, document.text)
    encoded = document.encode(cleaned.text, cleaned.changes.clusters)
    return render(cleaned, encoded, b"", "rules", "a.txt")


def test_a_record_cut_off_anywhere_is_refused_in_one_line():
    data = rendered()
    for size in range(len(data)):
        with pytest.raises(RecordError) as caught:
            parse(data[:size], "r.jsonl")
        assert str(caught.value).startswith("r.jsonl")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n",
        b"\xff\xfe\n",
        b'{"record": 2}\n',
        rendered() + b"{}\n",
        rendered() * 2,
    ],
)
def test_what_is_no_record_is_refused(data: bytes):
    with pytest.raises(RecordError):
        parse(data, "r.jsonl")


@given(st.data())
def test_a_garbled_record_never_gives_a_wrong_text(data: st.DataObject):
    source = "甲,乙\n丙,丙\n".encode()
    document = decode(source)
    cleaned = run(RULES, document.text)
    encoded = document.encode(cleaned.text, cleaned.changes.clusters)
    good = render(cleaned, encoded, source, "rules", "a.txt")
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + data.draw(st.binary(min_size=1, max_size=3)) + good[at + 1 :]
    try:
        restored = parse(bad, "r.jsonl").undo(encoded.data)
    except RecordError as error:
        assert "\n" not in str(error)
    else:
        assert restored == source


def test_a_record_of_another_file_is_refused():
    record, cleaned = recorded("甲,乙".encode())
    with pytest.raises(RecordError, match="not the record of this file"):
        record.undo(cleaned + b"!")
    with pytest.raises(RecordError, match="another source"):
        record.replay(b"!")
