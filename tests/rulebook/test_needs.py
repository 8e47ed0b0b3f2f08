"""A prefilter never hides a match: what is derived, or taken, stands wherever the pattern matches."""

import pytest
import regex
from hypothesis import HealthCheck, assume, event, example, given, settings
from hypothesis import strategies as st

from cleaner.operators import OPERATORS
from cleaner.page import Needed, NeededTable
from cleaner.rulebook.needs import derived_needs, follow
from cleaner.text import compiled

PATTERN = OPERATORS["pattern"]


def needs_of(find):
    return derived_needs(PATTERN, {"find": find})


@pytest.mark.parametrize(
    ("find", "needs"),
    [
        (r"^当前位置[:：].*>.*正文$", ("当前位置:", "当前位置：")),
        (r"责任?编辑", ("责任编辑", "责编辑")),
        (r"(?:编辑|记者)：", ("编辑：", "记者：")),
        (r"(?:甲|乙+)丙", ("甲丙", "丙")),
        (r"(?<=年)年(?=底)", ("年年底",)),
        (r"(?<!甲)乙", ("乙",)),
        (r"甲(?!乙)丙", ("甲丙",)),
        (r"(?i)http甲", ("甲",)),
        (r"(?i:a)b(?-i:c)", ("bc",)),
        (r"甲{3}", ("甲甲甲",)),
        (r"甲{2,}乙?", ("甲甲",)),
        (r"\u7532\x41", ("甲A",)),
        (r"[a-c]、丁", ("a、丁", "b、丁", "c、丁")),
        (r"(甲)\1丁戊", ("丁戊",)),
        (r"(?>甲|乙)丙", ("乙丙", "甲丙")),
        ("（" * 3, ("（（（",)),
        (r"，。|[；：]。", ("，。", "；。", "：。")),
        (r"[\x01-\x07\x0E-\x1A]", tuple(map(chr, (*range(1, 8), *range(14, 27))))),
        (r"甲++乙", ("甲", )),
        (r"(?#note)甲", ("甲",)),
    ],
)  # fmt: skip
def test_words_are_found_in_the_pattern(find, needs):
    derived = needs_of(find)
    if find in (r"(?:甲|乙+)丙", r"甲++乙"):  # one of two equally good words
        assert len(derived) == 1
    else:
        assert set(derived) == set(needs)


@pytest.mark.parametrize(
    "find",
    [r".*", r"甲*", r"甲|", r"\d+", r"[^甲]", r"(?!甲).", r"(?i)abc", r"甲{0}", r"，", r"，\n", r"(?:甲|\d)",
     r"(?|甲|乙)", r"(甲)?(?(1)乙|丙)", r"甲(?R)?", r"(?:甲乙){e<=1}", r"(?x)甲 # 乙", "（"],
)  # fmt: skip
def test_what_is_not_sure_gives_no_needs(find):
    compiled(find)
    assert needs_of(find) == ()


@pytest.mark.parametrize(
    ("find", "needs", "sound"),
    [
        (r"当前位置.*正文", ["正文"], True),
        (r"当前位置.*正文", ["位置"], True),
        (r"当前位置.*正文", ["首页"], False),
        (r"当前位置.*正文", ["首页", "正"], True),
        (r"(?:甲乙|丙)丁?", ["乙", "丙"], True),
        (r"(?:甲乙|丙)丁?", ["乙", "丁"], False),
        (r"(?<=\d年)l(?=\d)|(?<=月)l", ["年l", "月l"], True),
        (r"(?<!甲)乙", ["甲"], False),
        (r"(?:甲.*乙|乙.*丙)", ["乙"], True),
        (r"甲?", ["甲"], False),
    ],
)
def test_given_needs_are_taken_only_when_they_follow(find, needs, sound):
    assert follow(needs, PATTERN, {"find": find}) is sound


def test_an_operator_says_which_words_it_needs():
    def words(*, words: Needed, other: str = ""): ...
    def table(*, table: NeededTable): ...

    assert derived_needs(words, {"words": ("甲乙", "甲", "丙")}) == ("丙", "甲")
    assert derived_needs(table, {"table": {"甲": "乙"}}) == ("甲",)
    assert derived_needs(words, {"words": ()}) == ()
    assert follow(["甲"], table, {"table": {"甲乙": "丙"}})
    assert not follow(["乙"], words, {"words": ("甲",), "other": "乙"})


LEAVES = [(char, char) for char in "甲乙丙ab1，s ß"] + [
    (r"\n", "\n"), (r"\.", "."), (r"\u4e00", "一"), (".", "甲"), (r"\d", "1"), (r"\p{Han}", "丁"), ("[甲乙]", "乙"),
    ("[^甲]", "a"), ("[a-c1]", "b"), ("[[甲乙]--[乙]]", "甲"), ("[]a]", "]"), (r"[\d甲]", "甲"), ("^", ""), ("$", ""),
    (r"\b", ""), (r"\1", "甲"),
]  # fmt: skip
FORMS = [
    "(?:{})", "(?:{})", "({})", "(?={})", "(?<={})", "(?>{})", "(?i:{})", "(?s:{})", "(?P<n>{})", "(?!{})", "(?<!{})",
]  # fmt: skip
TIMES = [
    ("", 1), ("", 1), ("", 1), ("?", 1), ("?", 0), ("*", 0), ("+", 2), ("{2}", 2), ("{0,2}", 1), ("{2,}", 3), ("??", 1),
    ("+?", 1), ("++", 2), ("{0}", 0), ("{,2}", 1),
]  # fmt: skip


def chosen(branches, number):
    """Some branches as one, with the text of one of them."""
    return "|".join(find for find, _ in branches), branches[number % len(branches)][1]


def formed(form, inner):
    """A group, with its text; one that looks elsewhere mostly has none of its own."""
    find, text = inner
    return form.format(find), "" if form[:4] in ("(?!{", "(?<!", "(?={") else text


def patterns():
    """Patterns, each with a text that it likely matches."""

    def deeper(inner):
        times = st.sampled_from(TIMES)
        many = st.builds(lambda one, by: (one[0] + by[0], one[1] * by[1]), inner, times)
        rows = st.lists(many, min_size=1, max_size=4).map(side_by_side)
        choices = st.builds(chosen, st.lists(rows, min_size=1, max_size=3), st.integers(0, 2))
        return st.builds(formed, st.sampled_from(FORMS), choices)

    def side_by_side(parts):
        return "".join(find for find, _ in parts), "".join(text for _, text in parts)

    parts = st.recursive(st.sampled_from(LEAVES), deeper, max_leaves=8)
    rows = st.lists(parts, min_size=1, max_size=4).map(side_by_side)
    return st.builds(chosen, st.lists(rows, min_size=1, max_size=2), st.integers(0, 1))


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(patterns(), st.text("甲aA1，sS \n", max_size=3), st.booleans())
@example(("(?i)ß甲", "SS甲"), "", False)
def test_every_match_holds_a_needed_word(made, around, loud):
    find, text = made
    text = around + (text.upper() if loud else text) + around
    try:
        found = compiled(find).search(text, timeout=1)
    except (regex.error, RecursionError, TimeoutError):
        assume(False)
    needs = needs_of(find)
    event(f"matches: {found is not None}, needs: {bool(needs)}")
    if found is not None and needs:
        assert any(word in text for word in needs)
    for word in ("甲", "乙丙", "a", "1", "s"):
        if found is not None and word not in text:
            assert not follow([word], PATTERN, {"find": find})
