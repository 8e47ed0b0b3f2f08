"""Law 5: what is not damaged comes through byte-equal under every rule, at level review too."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.decode import decode

KEEP = Path(__file__).parent.parent / "fixtures" / "keep"


def read_table() -> list[dict[str, str]]:
    with (KEEP / "SOURCES.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


TABLE = read_table()


def test_table_lists_every_text_once() -> None:
    listed = [row["file"] for row in TABLE]
    assert listed == sorted(path.name for path in KEEP.iterdir() if path.name != "SOURCES.tsv")


def test_texts_are_many_and_of_many_kinds() -> None:
    assert len(TABLE) >= 44
    assert len({row["kind"].split(",")[0] for row in TABLE}) >= 14


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["file"])
def test_row_is_complete(row: dict[str, str]) -> None:
    assert all(row.values()), "every column of SOURCES.tsv is filled"
    text = (KEEP / row["file"]).read_bytes().decode(row["encoding"])
    assert 300 <= len(text) <= 1500


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["file"])
def test_encoding_is_found(row: dict[str, str]) -> None:
    data = (KEEP / row["file"]).read_bytes()
    wanted = data.decode(row["encoding"]).replace("\r\n", "\n")
    assert decode(data).text == wanted


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["file"])
def test_text_stays(row: dict[str, str]) -> None:
    data = (KEEP / row["file"]).read_bytes()
    document = decode(data)
    result = clean(document.text, level="review", path=row["file"])
    done = [f"{c.line}:{c.column} {c.rules} {c.before!r} -> {c.after!r}" for c in result.changes]
    assert not done
    assert document.encode(result.text, result.changes.clusters).data == data
