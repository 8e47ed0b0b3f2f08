"""What a document is taken for is what the rules went by; what a person says of it changes what they do."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner import clean
from cleaner.errors import UsageError
from cleaner.model import Level
from cleaner.overrides import NAMES, Overrides
from cleaner.taken import Taken
from tests.operators.test_page_furniture import numbered

PLAIN = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度。"
LONG = (
    "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度。"
    "供销部门要备足化肥、农药和薄膜，保证随到随供，不误农时；气象部门要及时发布消息，让农户心里有数。"
    "农机站要抢在入冬以前检修完机具，组织好跨村作业，帮助缺少劳力的人家把地种上，把粮食收回来。"
)
CUT = "\n".join(LONG[at : at + 20] for at in range(0, len(LONG), 20)) + "\n"
FOLDED = "各地要及早动手,组织农户清沟沥水,防止渍害。供销部门要备足化肥,保证供应。\n"
FULL = f"{PLAIN}他说:好,就这样办;大家都赞成。{PLAIN}\n"
NUMBERS = "2019年 7 月 1 日，全县 30 个村、 200 户脱贫。今年3月4日，又有6个村、50户脱贫，2019年以来共7次。\n"
BROKEN = f"{PLAIN[:-1]}，确保今年夏\n\n粮丰收到手。\n\n{PLAIN}\n"
STOPPED = "各地要及早动手，组织农户清沟沥水，防止渍害，并做好监测预警，把损失降到最低限度。"
"""Two full lines, of which the last one ends with a stop."""

STRAY = "商业使用被認为是合理的，这个说法还有待说明，商业用户说得对，但是没有人来认真过问。\n"
SITE = "扶贫专栏 - 凤城\n\n学习习大大总书记重要讲话精神，各地要及早动手。\n"

ACTS: list[tuple[str, str, object, object]] = [
    ("script", STRAY, "simplified", "traditional"),
    ("form", BROKEN, "prose", "verse"),
    ("wrap", CUT, (40,), False),
    ("wrap", CUT.replace("，", "").replace("。", "").replace("、", "").replace("；", ""), (), 40),
    ("paragraphs", f"{STOPPED[:20]}\n{STOPPED[20:]}\n{CUT * 3}", "line ends", "blank lines"),
    ("punctuation", FOLDED, "folded", "half"),
    ("punctuation", FULL, "full", "folded"),
    ("punctuation", FULL, "full", "mixed"),
    ("digit_blanks", NUMBERS, "mixed", "spaced"),
    ("furniture", numbered("— {} —"), 3, False),
    ("source", SITE, ("fengcheng",), "none"),
]


def shown(name: str, taken: Taken) -> object:
    """What is shown of an override."""
    fields = {"wrap": "wraps", "furniture": "page_numbers", "source": "sources"}
    return getattr(taken, fields.get(name, name))


@pytest.mark.parametrize(("name", "text", "guess", "said"), ACTS)
def test_what_is_said_changes_what_is_done_and_is_what_is_shown(
    name: str, text: str, guess: object, said: Any
) -> None:
    level: Level = "review" if name in ("form", "source") else "safe"
    found = clean(text, level=level)
    told = clean(text, level=level, profile={name: said})
    assert shown(name, Taken.of(found)) == guess
    expected = {False: () if name == "wrap" else 0, 40: (40,), "none": ()}.get(said, said)
    assert shown(name, Taken.of(told)) == expected
    assert Taken.of(told).overridden == {name: said}
    assert told.text != found.text
    assert told.undo() == text
    again = clean(told.text, level=level, profile={name: said})
    assert again.text == told.text


@pytest.mark.parametrize(("name", "text", "guess", "said"), ACTS)
def test_to_say_what_was_found_changes_nothing(
    name: str, text: str, guess: Any, said: object
) -> None:
    same = {(40,): 40, (): False, 3: None, ("fengcheng",): "fengcheng"}.get(guess, guess)
    if same is None:
        return
    assert clean(text, profile={name: same}).text == clean(text).text


def test_blanks_beside_latin_are_those_that_joins_put() -> None:
    half = "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，用好全省统一的"
    text = f"{half}\n\nGPS系统，把损失降到最低限度。\n"
    tight, spaced = (
        clean(text, level="review", profile={"latin_blanks": habit})
        for habit in ("tight", "spaced")
    )
    assert "统一的GPS系统" in tight.text
    assert "统一的 GPS系统" in spaced.text
    assert Taken.of(spaced).latin_blanks == "spaced"


def test_verse_is_left_as_it_is() -> None:
    poem = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n" * 2
    assert Taken.of(clean(poem)).form == "verse"
    assert Taken.of(clean(poem)).lines == {"verse": 8}
    assert Taken.of(clean(LONG)).form == "prose"


@pytest.mark.parametrize(
    ("text", "script"),
    [("这里说明各种问题。", "simplified"), ("這裡說明各種問題。", "traditional"), ("これは日本語です。", "other"),
     ("这里说明，這裡說明。", "mixed"), ("", "other")],
)  # fmt: skip
def test_script(text: str, script: str) -> None:
    assert Taken.of(clean(text)).script == script


def test_marks() -> None:
    assert Taken.of(clean("春耕备耕")).punctuation == "none"
    assert Taken.of(clean(PLAIN)).punctuation == "full"
    assert Taken.of(clean("春耕,备耕")).punctuation == "half"


def test_nothing_is_worked_out_that_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("cleaner.taken.Taken.of", never)
    monkeypatch.setattr("cleaner.lines.zones.Zones.__init__", never)
    assert clean(f"{LONG}\n\n" * 3).text


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"wraps": 40}, "unknown setting 'wraps' (one of: script, form, wrap,"),
        ({"wrap": True}, "'wrap' must be a number of columns from 8 on, or false"),
        ({"wrap": 3}, "'wrap' must be"),
        ({"wrap": "40"}, "'wrap' must be"),
        ({"furniture": True}, "'furniture' can only be false"),
        (
            {"script": "latin"},
            "'script' must be simplified, traditional, mixed or other, not 'latin'",
        ),
        ({"form": ["verse"]}, "'form' must be prose or verse, not ['verse']"),
        ({"latin_blanks": "mixed"}, "'latin_blanks' must be spaced or tight, not 'mixed'"),
        ({"source": 1}, "'source' must be the name of a source pack"),
        ({"encoding": "utf-8"}, "unknown setting 'encoding'"),
    ],
)
def test_a_wrong_override_is_one_clear_line(values: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError) as caught:
        clean("", profile=values)
    assert str(caught.value).startswith(says)


def test_an_unknown_source_is_told() -> None:
    with pytest.raises(UsageError, match=r"no source pack 'x' .one of: .*fengcheng.*none"):
        clean("", profile={"source": "x"})


def test_every_name_can_be_said() -> None:
    assert set(NAMES) == set(Overrides.__slots__) - {"encoding"}
