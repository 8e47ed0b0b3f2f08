"""The characters between the characters."""

from __future__ import annotations

import numpy as np

from cleaner.characters.slips import NONE, between, pair_of
from cleaner.decode.common import weights
from cleaner.text import codes_of


def test_pairs_are_those_of_gbk() -> None:
    pairs = pair_of()
    assert pairs[ord("中")] == int.from_bytes("中".encode("gbk"), "big")
    assert not pairs[ord("a")] and not pairs[ord("𠮷")]


def test_what_stands_between() -> None:
    text = "书店开"
    raw = text.encode("gbk")
    off = codes_of(raw[1:-1].decode("gbk"))
    found = between(off, np.arange(len(off)))
    assert found.tolist() == [float(weights()[ord("店")]), NONE]
    assert between(codes_of("a店"), np.array([0])).tolist() == [NONE]
