"""An item that stands twice in a list is flagged; lists side by side and numbers are not."""

from __future__ import annotations

import pytest

from cleaner.operators.repeated_item import repeated_item
from tests.operators.running import patches


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("“专车、专列、专车”直达", [7]),
        ("“专车、专车、专车、专线”", [4]),
        ("可测、可控、可控", [6]),
        ("在疫情可测、可防、可控、可治、可控方面合力攻关", [15]),
        ("“甲项”、“乙项”、“甲项”等", [11]),
        ("《甲文》、《乙文》、《甲文》", [11]),
        ("甲县、乙县、甲县。\n丙县、丁县、丙县", [6, 16]),
    ],
)
def test_second_item_is_flagged(text: str, at: list[int]) -> None:
    assert [patch.start for patch in patches(repeated_item(), text)] == at


@pytest.mark.parametrize(
    "text",
    [
        "",
        "、",
        "、、、",
        "可控、可控",
        "锦州、朝阳以及朝阳县",
        "锦州、朝阳、朝阳县",
        "鞍山、朝阳、葫芦岛市以及岫岩、义县、朝阳、建昌县作汇报",
        "设计、制造、安装单位对设计、制造、安装活动负责",
        "甲（省、市、县）、乙（省、市、县）",
        "三行、三行、五行",
        "他跑、他跳、他说，他跑",
        "15、4、15、16",
    ],
)
def test_other_lists_stay(text: str) -> None:
    assert patches(repeated_item(), text) == []


def test_long_rolls_have_namesakes() -> None:
    roll = "、".join(["王伟", *(f"李{chr(0x4E00 + at)}" for at in range(40)), "王伟"])
    assert patches(repeated_item(), roll) == []


def test_other_separators_and_lengths() -> None:
    assert [patch.after for patch in patches(repeated_item(separator="/"), "甲县/乙县/甲县")] == [
        "甲县"
    ]
    assert patches(repeated_item(least=3), "甲县、乙县、甲县") == []


@pytest.mark.parametrize("options", [{"separator": ""}, {"separator": "和与"}, {"least": 0}])
def test_senseless_options(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="separator"):
        repeated_item(**options)  # type: ignore[arg-type]
