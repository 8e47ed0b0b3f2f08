"""What a document is taken for, and hits per rule."""

from cleaner.corpus.result import Result
from cleaner.decode import decode
from cleaner.engine import run
from cleaner.rule import Pack, RuleSet
from cleaner.stats import document_stats, rule_stats
from tests.diff.helpers import rule

RULES = RuleSet(
    (
        rule("a/comma", ",", "，"),
        rule("a/chain", "，，", "，"),
        rule("a/word", "乙", "一", level="review"),
        rule("a/flag", "丙", level="flag"),
        rule("a/note", "丁", level="flag", severity="info"),
        rule("a/never", "不"),
    ),
    {"site": Pack("site", "", "1", "", texts=("某网",))},
)


def stats_of(text, encoding="utf-8"):
    data = text.encode(encoding)
    document = decode(data)
    cleaned = run(RULES, document.text)
    return document_stats(Result("a.txt", data, document, cleaned, RULES))


def test_a_chain_counts_once_for_the_document_and_once_for_each_rule():
    one = stats_of("甲,,乙丙丁。")
    assert one.counts == {"applied": 1, "pending": 1, "warning": 1, "info": 1}
    assert one.hits["a/chain", "applied"] == 1
    assert one.hits["a/comma", "applied"] == 1


def test_what_a_document_is_taken_for():
    one = stats_of("这是一个测试,好。甲\r\n1年 2月\n", "utf-8-sig")
    assert (one.taken.encoding, one.bom, one.line_ends) == ("utf-8", True, "mixed")
    assert one.taken.punctuation == "folded"
    assert one.chinese_marks
    assert one.to_json()["characters"] == 17


def test_rules_that_never_hit_are_there_with_nothing():
    rows = {row.rule: row for row in rule_stats(RULES, [stats_of("甲,乙"), stats_of("甲，乙")])}
    assert list(rows) == [one.id for one in RULES.rules]
    assert rows["a/never"].hits == 0
    assert (rows["a/comma"].documents, rows["a/comma"].asked, rows["a/comma"].hits) == (1, 2, 1)
    assert rows["a/word"].documents == 2
