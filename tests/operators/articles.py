"""A page of a newspaper to test on: two articles, each signed in its dateline."""

from __future__ import annotations

FIRST = (
    "全市部署春耕备耕工作",
    "本报讯 记者王坤报道 2月6日，全市召开春耕备耕工作会议，部署种子、化肥、农机等农资的准备和供应工作。",
    "会议指出，各级农业部门要深入田间地头，帮助种粮大户解决资金、技术、用工等方面的实际困难，不误农时。",
    "会议要求，供销部门要提前储备化肥和农药，保证质量可靠、价格平稳，坚决打击制售假冒伪劣农资的行为。",
    "会议强调，气象部门要加强监测预报，及时发布墒情和灾害信息，水利部门要科学调度水源，做好抗旱准备。",
    "截至目前，全市共出动检查人员一千余人次，检查重点场所三百余处，没有发现哄抬物价和囤积居奇的行为。",
)
SECOND = (
    "全市六十家屠宰企业复工",
    "本报讯 记者李越报道 2月6日，全市已有六十家屠宰企业投入生产，日产量超过春节前的水平，市场供应平稳有序。",
)


def newspaper(*between: str) -> str:
    """The page with these rows between its two articles."""
    return "\n\n".join((*FIRST, *between, *SECOND)) + "\n"
