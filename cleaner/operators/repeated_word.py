"""Flag a word or phrase that stands twice in a row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from cleaner.kept import kept
from cleaner.lines.kinds import tells
from cleaner.lines.rows import Mask
from cleaner.model import Offsets, Patch
from cleaner.page import Finder, Page
from cleaner.text import HAN, HAN_RANGES, Codes, are_han, are_in, compiled, han_table, lazy, places

_GRAMMAR = lazy(
    r"[一二两三四五六七八九十百千万几半每〇零第]"  # 一个环节一个环节
    r"|[地啊呀吧哦呢吗了着哈嘿呵啦的很好太真怎不是又你我他她它之乎兮哉]"  # stress, speech, verse
)
_PART = 1 << 15
"""Characters that are compared at a time, so that they stay near."""

_FEW = 256
"""Hits in a part up to which each is looked at by itself."""

_SAMPLE = 200_000
_SPEECH = "你吗呢吧啊呀您咱"


def repeated_word(
    *, nouns: tuple[str, ...] = (), verbs: tuple[str, ...] = (), least: int = 4, most: int = 12
) -> Finder:
    """Flag the second of two equal stretches of Han that touch.

    Verbs and adjectives repeat by grammar (研究研究, 高兴高兴), and a verb may meet a noun that starts with
    it (发展发展中国家). So two or three Han count only if they are one of `nouns`, or, unless they are one of
    `verbs`, if a formal document uses them again and never as a verb. Stretches of `least` to `most` Han
    count in any sentence, unless they hold a number or a word of speech.
    """
    if not 2 <= least <= most:
        raise ValueError("'least' must be at least 2 and 'most' no smaller")
    sure, barred = frozenset(nouns), frozenset(verbs)
    sizes = sorted({2, 3, *(len(word) for word in sure), *range(least, most + 1)})

    def run(page: Page) -> Iterable[Patch]:
        here, document = 0, _Document(page)
        for start, size in sorted(_twice(page, sizes)):
            word, end = page.text[start : start + size], start + 2 * size
            if start < here:
                continue
            if word not in sure:
                if word in barred or _by_grammar(word) or not document.in_sentence(start):
                    continue
                if size < least and not document.has_noun(start, word):
                    continue
            here = end
            yield Patch(start + size, end, word)

    return run


def _twice(page: Page, sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Where a stretch of Han is followed by itself, for each size: start and size."""
    text, codes, most = page.text, page.codes, sizes[-1]
    for begin in range(0, len(codes), _PART):
        for place, size in _alike(codes[begin : begin + _PART + 2 * most], most):
            start, middle = begin + place, begin + place + size
            if place >= _PART or size not in sizes:
                continue
            twice = text[start:middle] == text[middle : middle + size]
            if twice and han_table()[codes[start:middle]].all():
                yield start, size


def _alike(codes: Codes, most: int) -> Iterator[tuple[int, int]]:
    """Places and sizes, 2 to `most`, where the first and the last two characters of a stretch recur.

    A first look, at half of the bits of each character. What stands before Han is like nothing. Where a
    stretch is said over and over, only its first places count: then the same words come again.
    """
    count = len(codes)
    low = np.zeros(count + most, dtype=np.uint16)
    low[:count] = codes
    # ahead[size - 2, place] is what stands `size` characters behind a place.
    step = low.itemsize
    ahead = np.ndarray((most - 1, count), low.dtype, low, offset=2 * step, strides=(step, step))
    same = ahead == low[:count]
    same &= (codes >= HAN_RANGES[0][0]) & (codes != 0x3000)
    pairs = (same[:, :-1] & same[:, 1:]).reshape(-1)
    hits = np.flatnonzero(pairs)
    sizes = hits // max(count - 1, 1)
    hits = hits[pairs.take(hits + sizes, mode="clip")]
    for hit in _first_of_runs(hits, pairs, count - 1).tolist():
        size, place = divmod(hit, count - 1)
        yield place, size + 2


def _first_of_runs(hits: Offsets, pairs: Mask, width: int) -> Offsets:
    """Of the hits, those that are hits to their end, and of such neighbours no more than their size."""
    if len(hits) < _FEW:
        return hits
    sizes = hits // width + 2
    for step in range(1, int(sizes.max()) - 1):
        good = (step > sizes - 2) | pairs.take(hits + step, mode="clip")
        hits, sizes = hits[good], sizes[good]
    order = np.arange(len(hits))
    fresh = np.diff(hits, prepend=-2) != 1
    return hits[order - np.maximum.accumulate(np.where(fresh, order, 0)) < sizes]


def _by_grammar(word: str) -> bool:
    """Whether a word is repeated by grammar, for stress, or is a repetition itself."""
    return bool(_GRAMMAR.search(word)) or word in (word + word)[1:-1]


def _stands(text: str, word: str) -> int:
    """How often a word stands in a text, counted up to four."""
    return len(list(islice(places(text, word), 4)))


class _Document:
    """What a page shows about its words; found out when asked, once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.nouns: dict[str, bool] = {}

    def in_sentence(self, start: int) -> bool:
        """Whether a place stands in a line with a sentence, not in a table or code."""
        return tells(self.page.lines[bisect_right(self.page.starts, start) - 1])

    def has_noun(self, start: int, word: str) -> bool:
        """Whether a repeated word is a noun here: between Han, and used as one by a formal document."""
        text, end = self.page.text, start + 2 * len(word)
        if (
            not (HAN.match(text, end) and HAN.match(text, start - 1, start))
            or text[end] in "的地得"
        ):
            return False
        run_on = text[start + len(word) : end + 1]
        if run_on not in self.nouns:
            self.nouns[run_on] = self.formal and self._is_noun(word, run_on)
        return self.nouns[run_on]

    @kept
    def formal(self) -> bool:
        """Whether words of speech are fewer than one in a thousand Han, judged by the first pages."""
        codes = self.page.codes[:_SAMPLE]
        speech = np.count_nonzero(are_in(_SPEECH, codes))
        return bool(speech * 1000 < np.count_nonzero(are_han(codes)))

    def _is_noun(self, word: str, run_on: str) -> bool:
        """Whether a word is used twice more, and never as a verb.

        `run_on` is the word with the character behind it; where that recurs it is a longer word.
        """
        text = self.page.text
        if _stands(text, word) < 4 or _stands(text, run_on) > 1:
            return False
        return not compiled(rf"{word}(?:了|着|过|一下)|[要不能会可以]{word}").search(text)
