"""A progress bar on stderr, where that is a terminal and the work takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_WIDTH = 30


def progress(items: Iterable[T], total: int, *, quiet: bool = False) -> Iterator[T]:
    """The items as they come, with a bar of how many of `total` are done. Wiped before each item is passed on."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    start, drawn = time.monotonic(), False
    for done, item in enumerate(items, start=1):
        if drawn:
            sys.stderr.write("\r\x1b[K")
        yield item
        if time.monotonic() - start > 1 and done < total:
            full = _WIDTH * done // total
            sys.stderr.write(f"\r\x1b[K[{'#' * full}{'.' * (_WIDTH - full)}] {done:,}/{total:,}")
            sys.stderr.flush()
            drawn = True
    if drawn:
        sys.stderr.write("\r\x1b[K")
