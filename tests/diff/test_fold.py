"""Mass edits."""

from cleaner.diff.fold import FROM, fold
from tests.diff.helpers import cleaned, rule

COMMA = rule("a/marks", "[,;]", "，")
WORD = rule("a/word", "台", "臺")


def folded(text, *rules, level="safe"):
    single, folds = fold(cleaned(text, *rules, level=level).hits)
    return len(single), [(one.rules[0], len(one.hits)) for one in folds]


def test_many_marks_of_one_rule_are_folded_whatever_the_pair():
    assert folded("甲," * (FROM - 1) + "乙;", COMMA) == (0, [("a/marks", FROM)])


def test_few_are_not():
    assert folded("甲," * (FROM - 1), COMMA) == (FROM - 1, [])


def test_words_are_folded_only_where_they_are_the_same():
    words = rule("a/words", "[一二三四五六七八]", r"\g<0>\g<0>")
    assert folded("一二三四五六七八", words) == (8, [])
    assert folded("台" * FROM, WORD) == (0, [("a/word", FROM)])


def test_probable_changes_and_warnings_are_never_folded():
    review = rule("a/review", ",", "，", level="review")
    assert folded("甲," * 20, review) == (20, [])
    assert folded("甲," * 20, review, level="review") == (20, [])
    assert folded("甲," * 20, rule("a/flag", ",", level="flag")) == (20, [])


def test_notes_are_folded():
    note = rule("a/note", "注", level="flag", severity="info")
    assert folded("注" * FROM, note) == (0, [("a/note", FROM)])


def test_joins_are_never_folded():
    assert folded("甲\n乙" * 20, rule("a/join", "\n")) == (20, [])


def test_samples_are_of_the_most_frequent_pairs_in_source_order():
    _, (one,) = fold(cleaned("甲;乙," + "丙," * 9, COMMA).hits)
    assert [(hit.before, hit.start) for hit in one.samples] == [(";", 1), (",", 3)]
    assert one.pairs[0] == ((",", "，"), 10)
