"""Whether text runs on, told by the characters beside a border."""

import pytest

from cleaner.cohesion import Cohesion, cohesion, symbols


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "加快推进国家规划已明确的重大工程和基础设施项目建设，加",
            "大对粮食和重要农产品优势区的支持力度。",
        ),
        ("请在使用之前仔细阅读随附的说", "明书，并妥善保管。"),
        ("每剂的价格约介于", "0.002至0.025美元之间。"),
        ("有人向国外的研究机", " 构提出申请。"),
    ],
)
def test_a_word_across_the_border_runs_on(left: str, right: str) -> None:
    assert cohesion(left, right) > 4


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("全省教育工作会议在南昌召开", "本报讯　昨天，记者从有关部门获悉"),
        ("本报记者李明", "昨天下午，全市春运工作会议召开。"),
        ("关于加强安全生产工作的通知", "各县（市、区）人民政府："),
        ("附件", "一、总体要求"),
    ],
)
def test_a_headline_and_a_paragraph_do_not(left: str, right: str) -> None:
    assert cohesion(left, right) < 0


def test_what_the_model_cannot_tell_is_nothing() -> None:
    assert cohesion("", "后来") == cohesion("后来", " ") == 0
    assert cohesion("共计20", "20年") == cohesion("使用 Git", "Hub 时") == 0
    assert cohesion("𠀀𠀁", "𠀂𠀃") == cohesion("𠀄𠀅", "𠀆𠀇")


def test_numbers_and_latin_words_are_one_symbol_in_either_direction() -> None:
    row = "约１,200.5 元，见 Debian GNU/Linux 12。"
    assert "".join(symbols(row)) == "约0元，见A/A0。"
    assert "".join(symbols(reversed(row))) == "。0A/A见，元0约"


def test_a_score_is_that_of_two_characters_on_either_side() -> None:
    model = Cohesion()
    assert model.score("我们经过研究决", "定支持") == model.score("研究决", "定支")
