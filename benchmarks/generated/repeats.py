"""Damage that says something twice: overlaps at a break, copies, headlines inside sentences.

`rate` is a factor on how many places are damaged; 1 is what the tables are made with.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.generated.damage import Draft, Patch, Span
from benchmarks.generated.places import near, slices, texts
from benchmarks.generated.sieve import HAN
from benchmarks.generated.tables import CONFUSED


def overlap(draft: Draft, rng: random.Random, rate: float) -> None:
    """Column breaks at which the last 1 to 4 characters stand again after the break."""
    _overlap(draft, rng, rate, least=1)


def long_overlap(draft: Draft, rng: random.Random, rate: float) -> None:
    """The same with 2 to 4 characters that end in a full stop: `发生。|生。四是`."""
    _overlap(draft, rng, rate, least=2)


def _overlap(draft: Draft, rng: random.Random, rate: float, least: int) -> None:
    size = rng.randint(28, 90)
    for index in range(len(draft.spans)):
        span = draft.spans[index]
        if span.kind != "text" or span.end - span.start < 60 or rng.random() >= 0.7 * rate:
            continue
        body = draft.text[span.start : span.end]
        if least > 1:
            stops = [hit.end() for hit in re.finditer(f"[{HAN}]{{6}}。(?=[{HAN}]{{6}})", body)]
            cuts = [span.start + at for at in stops[:1]]
        else:
            cuts = slices(draft, span, size, rng)[:2]
        for at in reversed(cuts):
            count = rng.randint(least, 4)
            doubled = draft.text[at - count : at]
            if re.search(rf"[^{HAN}，。、]", doubled) or draft.text.startswith(doubled, at):
                continue
            kind = "overlap" if count > 1 else "overlap of one"
            _double(draft, at, doubled, kind if least == 1 else "overlap with a full stop")


def _double(draft: Draft, at: int, doubled: str, kind: str) -> None:
    """A break, and after it the last characters once more. Joining without deleting them does no harm."""
    draft.apply([Patch(at, at, "\n\n" + doubled, kind, also=doubled)])


def _separator(draft: Draft) -> str:
    return draft.style.separator + draft.style.indent


def copies(draft: Draft, rng: random.Random, rate: float) -> None:
    """Exact copies of paragraphs: right after, far below, between the halves of a sentence, and tails."""
    ways = (copy_adjacent, copy_far, copy_between, copy_tail)
    for way in rng.sample(ways, 2):
        way(draft, rng, rate)


def _some(draft: Draft, least: int, rng: random.Random, rate: float) -> Iterator[Span]:
    """A few paragraphs of at least so many characters, each as it stands when its turn comes.

    A paragraph takes part in one copy: a copy of a copy, or of what another copy has cut in two, is not made.
    """
    fit = [i for i, s in enumerate(draft.spans) if s.kind == "text" and s.end - s.start >= least]
    count = min(len(fit), max(1, round(rng.randint(3, 5) * rate)))
    for index in rng.sample(fit, count):
        if index not in draft.taken:
            draft.taken.add(index)
            yield draft.spans[index]


def _added(draft: Draft, patch: Patch) -> None:
    """Add a copy, and note where it stands: the layout goes over it too."""
    if draft.apply([patch]):
        start = patch.start + len(patch.after) - len(patch.after.lstrip("\n　"))
        draft.spans.append(Span(start, patch.start + len(patch.after.rstrip("\n")), "copy"))


def copy_adjacent(draft: Draft, rng: random.Random, rate: float) -> None:
    """A paragraph stands twice, one right below the other."""
    for span in _some(draft, 40, rng, rate):
        copy = _separator(draft) + draft.text[span.start : span.end]
        twin = (span.start, span.end)
        _added(draft, Patch(span.end, span.end, copy, "copies, adjacent", twin))


def copy_far(draft: Draft, rng: random.Random, rate: float) -> None:
    """A paragraph stands again at least three blocks below."""
    for span in _some(draft, 40, rng, rate):
        below = [other for other in texts(draft) if other.start > span.end][3:]
        below = [other for other in below if not _leads(draft, other)]
        if below and not _leads(draft, span):
            copy = _separator(draft) + draft.text[span.start : span.end]
            at = rng.choice(below).end
            _added(draft, Patch(at, at, copy, "copies, far"))


def _leads(draft: Draft, span: Span) -> bool:
    """Whether a paragraph introduces what comes below it."""
    return draft.text[span.end - 1] in "：:"


def copy_between(draft: Draft, rng: random.Random, rate: float) -> None:
    """A paragraph stands again between the two halves of a sentence of another one."""
    for span in _some(draft, 40, rng, rate):
        hosts = [
            (index, other)
            for index, other in enumerate(draft.spans)
            if other.kind == "text"
            and other.start > span.end
            and other.end - other.start >= 60
            and index not in draft.taken
        ]
        if not hosts:
            continue
        index, host = rng.choice(hosts[:6])
        draft.taken.add(index)
        at = near(draft.text, rng.randint(host.start + 20, host.end - 20), host, 12)
        if at is not None:
            copy = draft.text[span.start : span.end]
            kind = "copies, inside a sentence"
            _added(draft, Patch(at, at, f"\n\n{copy}\n\n", kind, also="\n\n"))


def copy_tail(draft: Draft, rng: random.Random, rate: float) -> None:
    """The tail of a paragraph, from inside a sentence on, stands again in front of a later or earlier one."""
    for span in _some(draft, 60, rng, rate):
        at = near(draft.text, rng.randint(span.start + 20, span.end - 20), span, 12)
        others = [s for s in texts(draft) if abs(s.start - span.start) > 300]
        if at is None or span.end - at < 20 or not others:
            continue
        other = rng.choice(others)
        tail = draft.text[at : span.end]
        _added(draft, Patch(other.end, other.end, _separator(draft) + tail, "copies, tails"))


def near_copies(draft: Draft, rng: random.Random, rate: float) -> None:
    """Copies of paragraphs with one to three characters read differently."""
    for span in _some(draft, 50, rng, rate):
        body = list(draft.text[span.start : span.end])
        places = [i for i, char in enumerate(body) if char in CONFUSED]
        if not places:
            continue
        for place in rng.sample(places, min(len(places), rng.randint(1, 3))):
            body[place] = CONFUSED[body[place]]
        copy = _separator(draft) + "".join(body)
        if rng.random() < 0.5:
            twin = (span.start, span.end)
            _added(draft, Patch(span.end, span.end, copy, "near copies", twin))
        else:
            below = [other for other in texts(draft) if other.start > span.end]
            host = rng.choice(below[:8]) if below else span
            _added(draft, Patch(host.end, host.end, copy, "near copies"))


def headline(draft: Draft, rng: random.Random, rate: float) -> None:
    """A copy of a headline between the two halves of a sentence."""
    for host in _some(draft, 50, rng, rate):
        heads = [s for s in draft.spans if s.kind == "heading" and s.end - s.start >= 5]
        if not heads:
            return
        head = min(heads, key=lambda s: (s.start > host.start, abs(s.start - host.start)))
        at = near(draft.text, rng.randint(host.start + 15, host.end - 15), host, 12)
        if at is not None:
            title = draft.text[head.start : head.end]
            kind = "headline inside a sentence"
            draft.apply([Patch(at, at, f"\n\n{title}\n\n", kind, also="\n\n")])
