"""The same work on many files, in order, in one process or several; a bad file never stops the others."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from cleaner.corpus.paths import Source, Trouble
from cleaner.errors import CleanerError, told_as_bug

if TYPE_CHECKING:
    from concurrent.futures import Future

S = TypeVar("S", bound=Source)
T = TypeVar("T")


def each(
    sources: Sequence[S], work: Callable[[S], T], jobs: int = 1
) -> Iterator[tuple[S, T | Trouble]]:
    """Do `work` on every source, in `jobs` processes, and yield the outcomes in the order of the sources.

    What `work` raises becomes a `Trouble` of that source. With several processes `work` and what it
    returns must be picklable (a module's function, or a `partial` of one).
    """
    if jobs <= 1 or len(sources) <= 1:
        for source in sources:
            yield source, attempt(work, source)
        return
    # One process needs nothing of it.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    with ProcessPoolExecutor(min(jobs, len(sources)), initializer=_ignore_interrupts) as pool:
        futures = [pool.submit(attempt, work, source) for source in sources]
        try:
            for source, future in zip(sources, futures, strict=True):
                yield source, _outcome(future, source)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process; the first one stops the others when their file is done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _outcome(future: Future[T | Trouble], source: Source) -> T | Trouble:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  see each

    try:
        return future.result()
    except BrokenProcessPool:
        return Trouble(source.path, "the process that was to do it died (out of memory?); try -j 1")


def attempt(work: Callable[[S], T], source: S) -> T | Trouble:
    """What `work` gives for a source, or why it could not."""
    try:
        return work(source)
    except BrokenPipeError:
        raise
    except CleanerError as error:
        return Trouble(source.path, " ".join(str(error).split("\n")))
    except MemoryError:
        return Trouble(source.path, "not enough memory for this file")
    except Exception as error:  # noqa: BLE001 (a bug in one file must not stop the others)
        return Trouble(source.path, told_as_bug(error))
