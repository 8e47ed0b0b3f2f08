"""The shell of a site goes, what it surrounds stays; lists, notices and manuals of their own stay."""

from __future__ import annotations

import pytest

from cleaner.operators.page_shell import page_shell
from cleaner.page import Finder
from tests.operators.running import applied, patches

BODY = (
    "开春以来，全县各地抓住晴好天气，翻耕土地，育秧备苗，田间地头一派繁忙景象。\n"
    "县里派出农技人员到村到户，指导农民选种、施肥，确保不误农时，力争全年粮食丰收。\n"
)
HEAD = "春耕时节农事忙_某县新闻网\n首页\n要闻\n专题\n设为首页\n加入收藏\n"
FOOT = "相关阅读\n秋收时节稻花飘香，乡村处处好风光\n返回顶部\n联系我们\n版权所有：某县新闻网\n某ICP备1号\n"


@pytest.fixture
def finder() -> Finder:
    return page_shell(
        legal=("*ICP备*号*", "*举报电话*", "*转载*。"),
        owner=("*版权所有*", "Copyright*"),
        share=("分享到", "扫一扫*"),
        tools=("返回顶部", "设为首页", "加入收藏", "打印"),
        trail=("当前位置*", "上一篇*", "下一篇*"),
        replies=("我要评论", "是否确认删除本条评论？"),
        lists=("相关阅读",),
        buttons=("分享", "赞"),
        menu=("首页", "要闻", "专题", "联系我们", "微博", "微信", "新闻", "视频"),
        fact=("来源*", "作者*"),
        editor=("*责任编辑*",),
        signs=("ICP",),
    )


def levels(finder: Finder, text: str) -> dict[str, str | None]:
    """The level at which each line goes."""
    return {
        line: patch.level
        for patch in patches(finder, text)
        for line in text[patch.start : patch.end].split("\n")
        if line
    }


def test_what_stands_between_the_title_and_the_headline_goes(finder: Finder) -> None:
    headline = "春耕时节农事忙\n2019-03-05 来源：县融媒体中心\n"
    text = HEAD + "某乡镇栏目\n" + headline + "分享到：\n微博\n" + BODY
    assert applied(finder, text) == headline + BODY


@pytest.mark.parametrize("title", ["春耕时节农事忙", "枣树"])
def test_a_headline_that_no_title_tells_stays(finder: Finder, title: str) -> None:
    below = f"{title}\n李某某\n2019-03-05\n"
    text = "首页\n要闻\n专题\n新闻\n视频\n" + below + "分享\n" + BODY + FOOT
    done = applied(finder, text)
    assert done.startswith(below)
    assert not done.endswith("某ICP备1号\n")


def test_menus_right_above_the_foot_go_with_it(finder: Finder) -> None:
    assert applied(finder, BODY + "来源：县报\n分享(3)\n12\n" + FOOT) == BODY + "来源：县报\n"


def test_a_menu_below_the_title_and_one_legal_line_speak_for_each_other(finder: Finder) -> None:
    headline = "春耕时节农事忙\n"
    text = "春耕时节农事忙_某县新闻网\n首页\n要闻\n某某\n" + headline + BODY
    assert applied(finder, text) == text
    foot = "相关阅读\n联系我们\n微博\n版权所有：某县新闻网\n"
    assert applied(finder, text + foot) == headline + BODY


def test_two_registrations_below_the_text_are_a_shell(finder: Finder) -> None:
    foot = "某ICP备12345678号\n某县举报电话：01012345678\n"
    assert applied(finder, BODY + foot) == BODY
    assert applied(finder, BODY + "某ICP备1号\n某县举报电话：110\n") != BODY


def test_weak_buttons_below_a_headline_go_if_they_are_three(finder: Finder) -> None:
    headline = "春耕时节农事忙\n"
    assert applied(finder, headline + "赞\n分享\n3\n赞(3)\n" + BODY + FOOT) == headline + BODY
    two = headline + "赞\n分享\n"
    assert applied(finder, two + BODY + FOOT) == two + BODY


def test_parts_of_a_date_stay(finder: Finder) -> None:
    text = "首页\n要闻\n专题\n新闻\n视频\n2022\n03/05\n09:12:33\n春耕时节\n"
    assert "2022\n03/05\n09:12:33\n春耕时节\n" in applied(finder, text + BODY + FOOT)


def test_the_title_of_the_page_may_be_its_second_line(finder: Finder) -> None:
    headline = "春耕时节农事忙\n"
    text = "某县新闻网\n" + HEAD + headline + BODY
    assert applied(finder, text + FOOT) == headline + BODY


def test_a_headline_with_the_number_of_its_chapter_is_that_of_the_title(finder: Finder) -> None:
    text = (
        "山里的春天来了_某某传_某小说网\n首页\n专题\n设为首页\n第三章 山里的春天来了\n"
        + BODY
        + FOOT
    )
    assert applied(finder, text) == "第三章 山里的春天来了\n" + BODY


def test_what_stands_below_the_text_goes_from_the_first_sign_on(finder: Finder) -> None:
    end = "（通讯员 张某某）\n来源：县融媒体中心\n"
    assert applied(finder, BODY + end + FOOT) == BODY + end


def test_titles_of_other_articles_go_and_the_editor_is_for_review(finder: Finder) -> None:
    found = levels(finder, BODY + "责任编辑：李某某\n" + FOOT)
    assert found["责任编辑：李某某"] == "review"
    assert found["秋收时节稻花飘香，乡村处处好风光"] == "safe"
    assert found["相关阅读"] == found["某ICP备1号"] == "safe"


@pytest.mark.parametrize(
    "line",
    [
        "《边城及湘西散记》 沈从文",
        "秋收时节乡村处处好风光的来历：",
        "1. 秋收时节稻花飘香处处好风光",
    ],
)
def test_what_may_be_the_authors_own_list_is_for_review(finder: Finder, line: str) -> None:
    found = levels(finder, BODY + FOOT.replace("秋收时节稻花飘香，乡村处处好风光", line))
    assert found["相关阅读"] == "safe"
    assert found[line] == "review"


def test_sentences_among_buttons_stay(finder: Finder) -> None:
    said = "镇里的老把式说，今年的墒情比去年好得多。"
    text = BODY + f"返回顶部\n设为首页\n{said}\n" + FOOT
    assert said not in levels(finder, text)


def test_sentences_of_posts_stay(finder: Finder) -> None:
    said = "我们村也一样，今年的墒情比去年好得多。"
    text = BODY + f"我要评论\n村民甲\n发表于 2020-03-04 12:01\n{said}\n" + FOOT
    assert said not in levels(finder, text)


def test_the_titles_of_neighbours_go_below_their_labels(finder: Finder) -> None:
    text = BODY + "返回顶部\n上一篇：\n全县春耕备耕工作会议昨日召开\n" + FOOT
    assert levels(finder, text)["全县春耕备耕工作会议昨日召开"] == "safe"


@pytest.mark.parametrize("below", ["来源：县融媒体中心\n打印\n", "打印\n加入收藏\n"])
def test_a_headline_below_the_trail_stays(finder: Finder, below: str) -> None:
    head = "首页\n要闻\n专题\n设为首页\n加入收藏\n当前位置：要闻\n"
    text = head + "春耕时节农事繁忙\n" + below + "首页\n视频\n新闻\n" + BODY + FOOT
    found = levels(finder, text)
    assert "春耕时节农事繁忙" not in found
    assert found["当前位置：要闻"] == "safe"


def test_paragraphs_between_lines_of_the_shell_stay(finder: Finder) -> None:
    said = "二是严格火源管理。在主要路口设立检查站十二个。"
    text = BODY + f"返回顶部\n一是加强宣传教育。共发放宣传单八千份。\n相关阅读\n{said}\n" + FOOT
    found = levels(finder, text)
    assert said not in found
    assert found["某ICP备1号"] == "safe"


def test_options_of_a_questionnaire_stay(finder: Finder) -> None:
    text = BODY + "您用过哪些功能？\n□ 加入收藏\n□ 返回顶部\n□ 设为首页\n□ 打印\n您多久来一次？\n"
    assert levels(finder, text) == {}


def test_two_signs_of_one_kind_beside_a_weak_one_are_no_foot(finder: Finder) -> None:
    assert levels(finder, BODY + "返回顶部\n打印\n分享\n我天天看见这三个词，像在说我自己。\n") == {}
    assert levels(finder, BODY + "返回顶部\n打印\n联系我们\n") == {}


def test_rows_of_figures_above_the_foot_stay(finder: Finder) -> None:
    row = "000858  五粮液    247.50  -3.55%"
    assert row not in levels(finder, BODY + row + "\n" + FOOT)


def test_menus_in_traditional_characters(finder: Finder) -> None:
    text = "首頁\n要聞\n專題\n設為首頁\n加入收藏\n春耕時節農事忙\n" + BODY
    text += "相關閱讀\n秋收\n返回頂部\n版權所有：某縣新聞網\n某ICP備1號\n"
    found = levels(finder, text)
    assert found["專題"] == found["返回頂部"] == found["秋收"] == "safe"
    assert "春耕時節農事忙" not in found


def test_an_item_that_is_not_known_goes_among_known_ones(finder: Finder) -> None:
    text = BODY + "首页\n返回顶部\n要闻\n楚才\n专题\n视频\n" + FOOT
    assert levels(finder, text)["楚才"] == "safe"


def test_comments_of_readers_are_for_review(finder: Finder) -> None:
    text = BODY + "我要评论\n村民甲\n支持春耕。\n3小时前\n" + FOOT
    found = levels(finder, text)
    assert found["村民甲"] == found["支持春耕。"] == "review"


def test_what_is_left_at_level_safe_is_separated_as_before(finder: Finder) -> None:
    foot = FOOT.replace("好风光", "好风光：")
    text = (BODY + foot).replace("\n", "\n\n")
    sure = [patch for patch in patches(finder, text) if patch.level == "safe"]
    for patch in reversed(sure):
        text = text[: patch.start] + text[patch.end :]
    assert text == (BODY + "秋收时节稻花飘香，乡村处处好风光：\n").replace("\n", "\n\n")


@pytest.mark.parametrize(
    "text",
    [
        BODY + "联系我们\n电话：0999-1234567\n地址：某县人民路1号\n扫一扫关注公众号\n",
        BODY + "版权所有 侵权必究\nCopyright 2008\n",
        BODY + "新闻\n视频\n扫一扫报名\n微信\n扫一扫关注我们\n",
        BODY + "二、页脚内容\n版权所有：某中学\n某ICP备1号\n三、进度\n三月完成，四月试运行。\n",
        BODY + "- 设为首页\n- 加入收藏\n- 版权所有\n- 某ICP备1号\n",
        "网站地图\n首页\n要闻\n专题\n返回顶部\n版权所有\n",
        "首页\n要闻\n春耕时节农事忙\n" + BODY,
        "",
        "\n\n",
    ],
)
def test_what_is_no_shell_stays(finder: Finder, text: str) -> None:
    assert applied(finder, text) == text


def test_a_poem_without_a_known_line_stays(finder: Finder) -> None:
    poem = "山里的春天\n来得很慢\n先是一滴水\n从屋檐落下\n后来整条河\n都醒了\n"
    text = "山里的春天_某诗歌网\n首页\n专题\n设为首页\n加入收藏\n" + poem + FOOT
    assert poem in applied(finder, text)


def test_a_long_text_is_searched_at_its_ends(finder: Finder) -> None:
    text = HEAD + "春耕时节农事忙\n" + BODY * 2000 + FOOT
    assert applied(finder, text) == "春耕时节农事忙\n" + BODY * 2000


def test_a_second_page_in_the_same_file_keeps_its_text(finder: Finder) -> None:
    other = (
        "秋收时节稻谷香\n2019-09-20\n"
        + BODY.replace("开春", "入秋")
        + "村里的老人说，今年是个好年成。\n"
    )
    text = HEAD + "春耕时节农事忙\n" + BODY * 2 + FOOT + other + FOOT
    done = applied(finder, text)
    assert all(line in done for line in other.split("\n"))
    assert "ICP" not in done


def test_data_about_a_document_stay(finder: Finder) -> None:
    data = "成文日期：2019-03-05\n主题分类：农业\n"
    text = HEAD + "当前位置：首页 > 要闻\n" + data + "春耕时节农事忙\n" + BODY
    assert applied(finder, text) == data + "春耕时节农事忙\n" + BODY


def test_a_text_about_websites_stays_but_for_a_registered_page() -> None:
    words = {"legal": ("*ICP备*号*",), "tools": ("返回顶部", "打印本页"), "share": ("分享到",)}
    none: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("owner", "trail", "replies", "lists", "menu", "buttons", "fact", "editor"), ()
    )
    finder = page_shell(**none, **words, about=("网站", "按钮", "页脚"))
    text = "本县网站的页脚过于简单，按钮也不够用，会议决定增加下面的几种，由信息中心办理。\n"
    buttons = "返回顶部\n打印本页\n分享到\n"
    assert applied(finder, text + buttons) == text + buttons
    assert applied(finder, text + buttons + "某ICP备12345678号\n") == text


def test_what_shows_only_when_the_rest_is_gone_goes_at_once(finder: Finder) -> None:
    text = (
        "首页\n上一篇\n打印\n" + BODY + "上一篇：春\n" + BODY.replace("春", "秋") + FOOT + BODY[:40]
    )
    done = text
    for _ in range(3):
        done = applied(finder, done)
    assert applied(finder, text) == done


def test_what_an_author_says_of_copyright_is_for_review(finder: Finder) -> None:
    said = "版权所有，转载请先写信告诉我。"
    found = levels(finder, BODY + said + "\n打印\n上一篇：春雨\n返回顶部\n")
    assert found[said] == "review"
    assert found["返回顶部"] == "safe"


def test_what_the_site_says_of_copyright_goes(finder: Finder) -> None:
    said = "本网站版权所有，转载请写信。"
    assert levels(finder, BODY + said + "\n打印\n上一篇：春雨\n某ICP备123456号\n")[said] == "safe"
