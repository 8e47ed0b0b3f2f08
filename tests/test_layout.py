from cleaner.layout import Layout, Line


def test_headlines_above_indented_paragraphs_do_not_say_where_lines_go_on() -> None:
    text = ["第一部分 总体要求"]
    for _ in range(4):
        text += [
            "　　各地要抓紧落实，按时上报。",
            "　　各单位月底前完成。",
            "第二部分 工作安排",
            "　　联系人另行通知，请予以配合。",
        ]
    layout = Layout.of([Line(row) for row in text])
    assert (layout.indented, layout.margin) == (True, 0)


def test_lines_that_go_on_are_indented_where_lines_of_prose_are() -> None:
    rows = ["  各地要抓紧落实，", "  按时上报，由专人", "  负责，月底前完成。"] * 3
    assert Layout.of([Line(row) for row in rows]).margin == 2
