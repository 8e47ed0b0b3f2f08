"""What is said of a row that is full, and of the one below it."""

from __future__ import annotations

from cleaner.model import Verdict

FULL = Verdict("safe", "the line above is full: it is cut at the width of the lines")
MARK_FIRST = Verdict("safe", "the line above is full, and no line begins with a closing mark")
OPENED = Verdict("safe", "the line above is full and ends with an opening mark")
ADDRESS = Verdict("safe", "the line above is full, and its address goes on")
HANGS = Verdict("safe", "the line above is full, and the next one hangs under its list item")
FULL_STOPPED = Verdict("safe", "the line above is full, and nothing shows a new paragraph")
EDGE_STOPPED = Verdict(
    "review", "the line above ends with a stop at the very edge: a paragraph may begin"
)
STOPPED = Verdict(None, "the line above ends with a stop, and each line end can part paragraphs")
IS_BLOCK = Verdict(None, "the line above is a heading, a table or code")
IS_NAME = Verdict(None, "the next line is nothing but a name")
IS_ITEM = Verdict(
    None, "both lines open as items of one list do, or have their marks at the same places"
)
IS_HEADING = Verdict(None, "the line above is a heading")
FOREIGN = Verdict(None, "the lines are not Chinese")
INDENTED = Verdict(None, "an indent opens the next line")
OPENS = Verdict(None, "the next line opens a list item or a block")
OF_PAGE = Verdict(
    None,
    "the next line is no prose, and the paragraph goes on below: a page number, a running head",
)
NO_PROSE = Verdict(None, "the line above ends with a stop, and the next one is no prose")
