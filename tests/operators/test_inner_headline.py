"""Headlines inside sentences: what speaks for a sentence that goes on, and for a label that recurs."""

from __future__ import annotations

from cleaner.operators.inner_headline import inner_headline
from tests.operators.running import patches

HEADLINE = "3.3. 怎样验粮"
LEFT = "收购以前，各库点要把仓房打扫干净，检查通风和照明的线路，发现问"
RIGHT = "题立即修理。"
BELOW = f"{HEADLINE}\n\n验粮员当着农民的面扦样，水分和杂质都写在单子上。\n"


def found(text: str) -> list[str]:
    """What is deleted."""
    return [text[patch.start : patch.end] for patch in patches(inner_headline(), text)]


def test_the_headline_goes_with_the_borders_on_both_sides() -> None:
    assert found(f"{LEFT}\n\n{HEADLINE}\n\n{RIGHT}\n\n{BELOW}") == [f"\n\n{HEADLINE}\n\n"]


def test_a_headline_that_the_columns_have_cut_is_found() -> None:
    assert found(f"{LEFT}\n\n3.3. 怎样\n\n验粮\n\n{RIGHT}\n\n{BELOW}") == [
        "\n\n3.3. 怎样\n\n验粮\n\n"
    ]


def test_a_headline_that_stands_nowhere_else_stays() -> None:
    assert found(f"{LEFT}\n\n3.4. 怎样入库\n\n{RIGHT}\n\n{BELOW}") == []


def test_a_headline_that_stands_three_times_by_itself_is_a_label() -> None:
    assert found(f"{LEFT}\n\n{HEADLINE}\n\n{RIGHT}\n\n" + f"{BELOW}\n" * 3) == []


def test_a_full_row_of_a_wrapped_sentence_is_no_headline() -> None:
    headline, prose = (
        "怎样检查仓房里照明线路图",
        "收购以前，各库点要把仓房打扫干净，检查通风和照明的线路，发现问题立即修理",
    )
    cut = [prose[at : at + 12] for at in range(0, len(prose), 12)]
    rows = [*cut, headline, "，" + prose[:11], prose[11:23], prose[23:] + "。"]
    text = "\n".join([headline, *rows, *cut[:-1], cut[-1] + "。", *cut[:-1], cut[-1] + "。"])
    assert found(text + "\n") == []


SHORT = "打扫仓房以前要先请各库点的保管"
AFTER = "员查看线路，检查完毕再开始。"


def test_a_headline_with_a_number_of_its_own_is_a_copy_where_it_stands_above_its_text_too() -> None:
    text = f"{SHORT}\n\n{{0}}\n\n{AFTER}\n\n{{0}}\n\n验粮员当着农民的面扦样，水分和杂质都写在单子上。\n"
    assert found(text.format(HEADLINE)) == [f"\n\n{HEADLINE}\n\n"]
    assert found(text.format("怎样验收粮食")) == []


def test_a_headline_of_the_contents_is_no_copy() -> None:
    contents = "3.1. 仓房\n\n3.2. 线路\n\n3.3. 怎样验粮\n\n3.4. 入库\n\n"
    assert found(f"{contents}{SHORT}\n\n{HEADLINE}\n\n验粮员当着农民的面扦样，写在单子上。\n") == []


def test_a_gloss_behind_a_headline_belongs_to_the_word_above() -> None:
    assert found(
        f"要先检查各库点的粮食入库管理系统\n\n{HEADLINE}\n\n（下称系统），再打扫仓房。\n\n{BELOW}"
    ) == [f"\n\n{HEADLINE}\n\n"]


def test_a_page_number_above_a_headline_is_no_half_of_a_sentence() -> None:
    assert found(f"{LEFT}\n\n— 3 —\n\n{HEADLINE}\n\n{RIGHT}\n\n{BELOW}") == []
