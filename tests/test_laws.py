"""The laws, as properties over random texts and random chains of rules."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cleaner.engine import Cleaned, run
from cleaner.model import Level, Patch, Patches
from cleaner.offsets import offsets
from cleaner.operators import OPERATORS
from cleaner.page import Finder, Page
from cleaner.rule import Rule, RuleSet

OWN_LEVELS: list[Level | None] = [None, None, "safe", "review", "flag"]
ALPHABET = "甲乙丙,，。 1a\n\udc80"


def any_rule(number: int, finder: Finder, level: Level) -> Rule:
    return Rule(f"any/{number}", "do", "because", "any", {}, level, lambda: finder)


def random_finder(seed: int, columns: bool) -> Finder:
    """A finder whose patches depend on nothing but the seed and the text: sorted, not overlapping."""

    def find(page: Page) -> Iterator[Patch]:
        random = Random(f"{seed}{page.text!r}")
        here = 0
        while random.random() < 0.8:
            start = random.randint(here, len(page.text))
            end = random.randint(start, min(len(page.text), start + 3))
            level = random.choice(OWN_LEVELS)
            yield Patch(start, end, "".join(random.choices("丁戊,", k=random.randint(0, 3))), level)
            here = end + (start == end)
            if here > len(page.text):
                return

    def find_columns(page: Page) -> Patches:
        random = Random(f"{seed}{page.text!r}")
        places = [at for at in range(len(page.text)) if random.random() < 0.3]
        ends = [at + 1 for at in places]
        return Patches(
            offsets(places), offsets(ends), "".join(random.choices("己庚", k=len(places)))
        )

    return find_columns if columns else find


def pattern_finder(find: str, replace: str) -> Finder:
    return OPERATORS["pattern"](find=find, replace=replace)


FINDERS = st.one_of(
    st.builds(random_finder, st.integers(0, 10_000), st.booleans()),
    st.builds(
        pattern_finder,
        st.sampled_from(
            ["甲", "乙+", ",(?=甲)", "(?<=丙) ", "\n\n", "^ +", "[1a]", "。$", "丁|戊"]
        ),
        st.sampled_from(["", "辛", "壬癸", "，"]),
    ),
)
LEVELS: st.SearchStrategy[Level] = st.sampled_from(["safe", "review", "flag"])


@st.composite
def runs(draw: st.DrawFn) -> Cleaned:
    """The result of a random chain of rules on a random text, at a random level."""
    source = draw(st.text(ALPHABET, max_size=30))
    chain = draw(st.lists(st.tuples(FINDERS, LEVELS), max_size=6))
    rules = tuple(any_rule(at, finder, level) for at, (finder, level) in enumerate(chain))
    return run(RuleSet(rules, {}), source, level=draw(st.sampled_from(["safe", "review"])))


@given(runs())
def test_undo_gives_the_source_back(result: Cleaned) -> None:
    assert result.undo() == result.source


@given(runs())
def test_replay_gives_the_cleaned_text(result: Cleaned) -> None:
    assert result.changes.replay(result.source) == result.text


@given(runs())
def test_every_difference_belongs_to_one_change(result: Cleaned) -> None:
    here = there = 0
    for change in result.changes:
        assert change.start >= here and change.cleaned_start >= there
        assert result.source[here : change.start] == result.text[there : change.cleaned_start]
        assert change.before == result.source[change.start : change.end]
        assert change.after == result.text[change.cleaned_start : change.cleaned_end]
        here, there = change.end, change.cleaned_end
    assert result.source[here:] == result.text[there:]


@given(runs())
def test_a_change_names_the_rules_that_made_it(result: Cleaned) -> None:
    applied = {step.rule.id for step in result.steps if len(step.starts)}
    named = {name for change in result.changes for name in change.rules}
    assert named == applied
    for change in result.changes:
        assert list(change.rules) == sorted(set(change.rules), key=lambda name: int(name[4:]))
    counts = result.changes.per_rule()
    assert counts == {
        name: sum(name in change.rules for change in result.changes) for name in counts
    }


@given(runs())
def test_bytes_that_did_not_decode_are_never_touched(result: Cleaned) -> None:
    assert result.text.count("\udc80") == result.source.count("\udc80")
    assert not any("\udc80" in change.before for change in result.changes)


@given(runs())
def test_what_is_not_applied_lies_where_it_says(result: Cleaned) -> None:
    for change in [*result.pending, *result.flags]:
        assert 0 <= change.start <= change.end <= len(result.source)
        assert 0 <= change.cleaned_start <= change.cleaned_end <= len(result.text)
        assert change.before == result.source[change.start : change.end]
        assert change.status == "pending" or change.before == change.after
