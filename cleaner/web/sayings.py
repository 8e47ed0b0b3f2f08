"""What single lines of a scraped page say: patterns of more than words."""

from __future__ import annotations

from cleaner.text import lazy

LABEL = lazy(r"[\p{Han} \u3000]{2,10}[:：][ \t\u3000]*\S")
"""A field of the data about a document."""

BELOW = lazy(rf"{LABEL.pattern}|(?:19|20)\d\d ?[年/.-]")
"""What stands below a headline: a field, a date."""

FILED = lazy(r"(?:标签|標籤|分类|分類|关键[词字]|归档|所属|文章标签|Tags?) ?[:：]")
"""Under what a post is filed: that stands below its headline."""

ANNOUNCED = lazy(r"下一[篇期章回]\s?[:：]\s?《[^》]+》")
"""What an author announces; a site names the article before as well."""

CALLS = lazy(r"扫|二维码|公众号|报名|热线|投稿|线索")
"""What a notice may say of itself as well as a site: how to join, where to call."""

SIGNED = lazy(r"(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")
"""The date at the end of a notice."""

NAMED = lazy(
    r"(?:网|网站|平台|门户|在线|移动版|论坛|社区|博客|频道|政府|医院|[法检]院|委员会|大学|学院|中学|[日晚]报|数字报|电子版|书屋)$"
)
"""How the name of a site ends, alone on the first line."""

SITE = lazy(r"本[网站]|网站|网页|平台|网友|用户|侵权|删除|声明[:：]|投稿")
"""What a statement of a site says, and a statement of an author does not."""

NUMBER = lazy(r"\d{6}")
"""The number of a registration."""

YEAR = lazy(r"\d|©")
"""What a line on the owner of a site has; who helped with an event has none."""

COUNT = lazy(r"\d|^\W$")
"""A count beside a button, or the sign for it."""

INTRODUCES = lazy(r"如下|点击[：:]$|路径|步骤|这样|例如|比如|写[^，。]{0,4}[：:]$|是[：:]$")
"""What introduces what stands below it, besides its length."""

NUMBERED = lazy(r"[一二三四五六七八九十]{1,3}、")
"""The number of a question, or of a heading."""

QUOTED = lazy(r"“([^“”]{4,40})”")

BARRED = lazy(r"[|｜>›»：: ]")
"""What parts the items of a bar."""

IMAGE = lazy(r"!\[[^\[\]]*\]\([^()\s]*\)")
LINK = lazy(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
LINKED = lazy(r"(?:[*+-] )?(?:!?\[[^\[\]]*\]\([^()\s]*\)[ |｜·>»/]{0,4})+")
"""A line of nothing but links, as programs write them that turn HTML into Markdown."""

STATEMENT = lazy(r"[(（]?\d[)）、.．]{1,2} ?(?=凡本[网站报])")
"""The number in front of what a site says of its rights."""

BOXED = lazy(r"链接|連結|延伸|附件|文件|参考|知识|合作|解读|法规|资料|資料")
"""Headings that a box inside an article has as well."""

BYLINE = lazy(
    r"[（(](?:本报|本刊|特约|实习|见习|文|图|据)?[ /／]?(?:记者|記者|通讯员|通訊員|撰文|综合)"
)
"""Who wrote an article, in brackets at its end."""

BOOK = lazy(r"《[^《》]+》[\p{Han}·,，、 \u3000]{0,16}")
"""A book with its author, as a list of what to read has them."""

POSTED = lazy(
    r"^\d{1,4} ?[楼樓#]$|^#\d{1,4} |^(?:楼主|沙发|板凳|地板|地下室)$|发表于 ?(?:19|20|\d|昨|今|前)|來自.{0,12}客户端|来自.{0,12}客户端|赞同了?该?回答|^赞同 ?\d|显示全部楼层|只看该作者|帖子 由|^回答$|^\d+ 个回答$|該答案|该答案|最佳答案"
)
"""Where a post of a forum, or an answer, begins or ends."""

NEIGHBOURS = lazy(r"[«‹<《【\[ ]*[上下前后][一1]?[篇条页则章节期个]")
"""The links to what is before and behind."""

ARROW = lazy(r"[>»›→]{1,2}$")
"""What parts the links of a trail, on a line of its own."""

BESIDE_ONE = lazy(r"[«‹<《【\[ ]*[上下前后][一1]?[篇条页则](?:文章)?[】\]]?[:：]")
"""The label of the link to the article before or behind, on a line of its own: its title is below."""
