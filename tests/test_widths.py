"""The widths at which lines are cut, from where lines end."""

from __future__ import annotations

import pytest

from cleaner.layout import Layout, Line
from cleaner.overrides import Overrides
from cleaner.page import Page
from cleaner.profile import Profile
from cleaner.widths import Wrap, columns, lead

PROSE = (
    "各地要及早动手，组织农户清沟沥水，防止渍害，同时做好病虫害的监测预警，把损失降到最低限度，确保今年夏粮丰收到手。"
    "气象部门预计，未来十天江南大部有三次较强的降雨过程，低洼田块要抓紧疏通沟渠，农机手要备足配件，随时准备抢收抢种。"
)


def wrapped(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def widths(rows: list[str]) -> tuple[int, ...]:
    return tuple(wrap.width for wrap in Layout.of([*map(Line, rows)]).wraps)


@pytest.mark.parametrize(("text", "wide"), [("中文，abc", 9), ("abc", 3), ("（一）", 6), ("", 0)])
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_a_latin_word_and_its_marks_cannot_be_parted() -> None:
    assert lead("Debian。这里") == 9  # with the blank before it
    assert lead("这里") == 2
    assert lead("“这里") == 4


@pytest.mark.parametrize("size", [10, 16, 20, 36, 40])
def test_lines_of_one_size_are_wrapped(size: int) -> None:
    rows = [*wrapped(PROSE * 3, size), "", *wrapped(PROSE[20:] * 3, size)]
    assert widths(rows)[0] in (2 * size - 1, 2 * size)


def test_short_lines_beside_wrapped_ones_do_not_hide_them() -> None:
    names = [f"第{number}组的成员和他们的任务" for number in "一二三四五六七八"]
    assert 72 in widths([*wrapped(PROSE * 4, 36), "", *names])


def test_lines_that_are_longer_show_that_nothing_was_cut() -> None:
    rows = (
        wrapped(PROSE, 20)[:4]
        + [PROSE[:55], PROSE[3:60], PROSE[5:70], PROSE[2:64], PROSE[4:61]] * 3
    )
    assert widths([row.rstrip("，。") for row in rows]) == ()


@pytest.mark.parametrize(
    "rows",
    [
        ["大江东去，浪淘尽，", "千古风流人物，", "故垒西边，人道是，", "三国周郎赤壁，", "乱石穿空，惊涛拍岸，"],
        ["苹果 三斤 十二元", "香蕉 两斤 零八元", "橘子 五斤 二十元", "葡萄 一斤 十五元", "西瓜 一个 三十元"],
        ["床前明月光", "疑是地上霜", "举头望明月", "低头思故乡", "春眠不觉晓", "处处闻啼鸟"],
    ],
    ids=["verse", "list", "verse without marks"],
)  # fmt: skip
def test_verse_and_lists_are_not_wrapped(rows: list[str]) -> None:
    assert widths(rows) == ()


def test_a_wrap_has_slack() -> None:
    assert Wrap(40, 4).fills(37)
    assert not Wrap(40, 4).fills(35)


BY_CHOICE = {
    "handover-list": (
        "仓库钥匙三把，交给小李保管，已签字\n"
        "保险柜密码一份，封存于信封内，未拆\n"
        "发票两本，号码〇〇一至一〇〇，未使用\n"
        "合同五份，均已盖章，待对方盖章后归档\n"
        "电脑一台，显示器一台，打印机一台，正常\n"
        "办公桌椅四套，文件柜两个，完好无损\n"
        "以上各项，双方当面点清，签字为凭\n"
        "交出人　王某　接收人　李某\n"
    ),
    "litany-responses": (
        "你们要称谢主，因他本为善，因他的怜悯临到一切受造之物\n"
        "他的慈爱永远长存\n"
        "称谢那独行大奇事的，称谢那用智慧造天、铺地在水以上的\n"
        "他的慈爱永远长存\n"
        "称谢那造成大光的，造日头管白昼，造月亮星宿管黑夜的\n"
        "他的慈爱永远长存\n"
        "称谢那领自己的百姓行走旷野的，称谢那击杀大君王的\n"
        "他的慈爱永远长存\n"
    ),
    "opera-lines": (
        "【西皮流水】\n"
        "苏三离了洪洞县，\n"
        "将身来在大街前。\n"
        "未曾开言我心内惨，\n"
        "过往的君子听我言：\n"
        "哪一位去往南京转，\n"
        "与我那三郎把信传。\n"
        "\n"
    ),
    "shop-poster": (
        "夏日清仓，全场五折起，买就送\n"
        "会员日再享折上折，积分翻倍啦\n"
        "每天前一百名到店，礼品免费领\n"
        "扫码下单立减十元，多买多优惠\n"
        "活动时间七月一日，至七月十日\n"
        "详情请咨询店员，本店保留解释权\n"
    ),
    "duties": (
        "一组负责会场布置和音响调试，签到台由小李和小王两位同事看管\n"
        "二组负责车辆调度与停车引导，东门入口处请安排两名志愿者值守\n"
        "三组负责来宾接待和食宿安排，房卡由前台统一发放请勿自行领取\n"
        "四组负责资料印刷和会议记录，速记员请提前半小时到场调试设备\n"
        "五组负责新闻宣传与摄影摄像，素材当晚十点前汇总到宣传科邮箱\n"
        "六组负责医疗保障和应急处置，急救箱放在主席台左侧的休息室内\n"
        "七组负责安全保卫和消防检查，会前一天完成全部场所的隐患排查\n"
        "八组负责后勤采购与财务报销，票据请于会后三个工作日内交齐\n"
        "九组负责联络沟通和统筹协调，各组有问题请随时与办公室主任联系\n"
    ),
}
"""Lines of nearly one width that end where a thought does, with marks inside and none at the end."""


@pytest.mark.parametrize("name", BY_CHOICE)
def test_lines_as_wide_by_choice_have_no_width(name: str) -> None:
    assert Page.of(BY_CHOICE[name]).layout.wraps == ()


def test_a_person_who_says_a_width_need_not_prove_it() -> None:
    text = BY_CHOICE["shop-poster"]
    said = Overrides.of({"wrap": 30})
    assert Page(text, Profile(text, overrides=said)).layout.wraps[0].width == 30


def test_rare_words_at_the_ends_of_many_lines_say_little() -> None:
    text = (
        "现有的太阳能路灯，其蓄电池多埋设于灯杆旁的地下，箱体一般为塑料材质，上盖与箱体之间通过普通螺栓连接，容易被"
        "不法分子撬开，造成蓄电池被盗，给管理部门带来较大的经济损失，同时，箱体内部没有排水结构，雨季时容易积水，导致"
        "蓄电池短路损坏，缩短了使用寿命，所述集水槽内安装有浮球开关和微型水泵，所述微型水泵的出水口通过排水管伸出箱体外，"
        "箱体的内壁设有振动传感器，振动传感器与控制器电性连接，控制器通过无线通信模块与管理中心的服务器连接，法兰边上"
        "均布有十二个螺栓孔，箱盖与法兰边之间设有橡胶密封圈，外表面喷涂防腐漆。"
    )
    assert widths(wrapped(text, 25))
