"""Characters that stand on both sides of a broken sentence."""

from __future__ import annotations

from cleaner import clean

FIGURE = (
    "老屋的门前有一口井。井边长满了青苔，夏天的傍晚，青蛙在井里叫，一声一声，叫得祖父睡不着觉\n\n"
    "睡不着觉的祖父就坐在井边抽烟，烟头一明一灭，照见他的半张脸。\n\n"
    "水井的旁边有一块菜地。地里种满了辣椒，秋天的早晨，祖母在地里摘，一篮一篮，摘得祖母直不起腰\n\n"
    "直不起腰的祖母就坐在地头喝水，太阳一点一点，照红了她的半边脸。\n"
)
SLICE = "如果软件包带有默认的设置，安装程序会询问是否保留用户已经修改过的配置文件\n\n置文件进行升级时，请先阅读说明。\n"


def test_last_words_taken_up_may_be_a_figure_of_speech():
    result = clean(FIGURE)
    assert result.text == FIGURE
    assert {"睡不着觉", "直不起腰"} <= {change.before for change in result.pending}


def test_they_are_none_where_others_begin_inside_a_word():
    assert "叫得祖父睡不着觉的祖父" in clean(f"{SLICE}\n{FIGURE}").text
