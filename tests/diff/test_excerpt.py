"""Which changes share an excerpt, and that every text can be shown."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.diff import Paint, Terminal, View
from cleaner.diff.excerpt import groups
from cleaner.diff.glyphs import columns
from tests.diff.helpers import cleaned, rule

COMMA = rule("a/comma", ",", "，")
RULES = (
    COMMA,
    rule("a/drop", r"^删[^\n]*\n?"),
    rule("a/join", r"(?<=\p{Han})[ \t]*\n+(?=\p{Han})"),
    rule("a/split", "分", "\n"),
    rule("a/word", "乙+", "一个很长的词" * 9, level="review"),
    rule("a/flag", r"丙[^\n]*", level="flag"),
    rule("a/note", "丙", level="flag", severity="info"),
    rule("a/empty", "(?=丁)", level="flag", candidates=("甲", "乙")),
    rule("a/all", r"戊[\s\S]*己", "庚"),
)
TEXTS = st.text(alphabet="甲乙丙丁戊己分删,a \n\t\u3000\u00a0\x1b\udc80", max_size=120)


def grouped(text, *rules):
    hits = cleaned(text, *rules).hits
    return [[hit.column for hit in group] for group in groups(View("", text, hits), hits)]


def test_near_changes_of_one_line_share_an_excerpt():
    assert grouped("甲,乙,丙" + "丁" * 20 + "戊,己", COMMA) == [[2, 4], [27]]


def test_changes_of_two_lines_do_not():
    assert grouped("甲,乙\n丙,丁", COMMA) == [[2], [2]]


def test_a_flag_over_a_change_has_its_own():
    assert grouped("甲乙,丙", COMMA, rule("a/flag", "乙.丙", level="flag")) == [[2], [3]]


@given(TEXTS, st.sampled_from(["safe", "review"]), st.integers(40, 90), st.booleans())
def test_every_text_can_be_shown(text, level, width, full):
    hits = cleaned(text, *RULES, level=level).hits
    lines = list(Terminal(Paint(color=False), width, full).lines(View("a.txt", text, hits)))
    assert bool(lines) == bool(hits)
    assert all(columns(line) <= width for line in lines[1:])
    assert not any(char in line for line in lines for char in "\x1b\udc80\n")


@given(TEXTS)
def test_shown_in_full_every_change_is_there(text):
    hits = cleaned(text, *RULES).hits
    shown = "".join(Terminal(Paint(), 60, full=True).lines(View("a.txt", text, hits)))
    for name in {name for hit in hits for name in hit.rules}:
        assert name in shown
