"""Where clean text comes from: the table of origins, each in one part for good.

A rule may be tuned on the part "dev". Nobody reads the part "test" to write a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["dev", "test", "sample"]
Reader = Literal["html", "mallard", "catalogue", "lyx", "rst", "lipsum", "fortune", "entries"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: the Debian packages that ship it, the files in them, and how they are read.

    `files` are globs below the root of the unpacked package, read in the order of their names.
    """

    name: str
    part: Part
    kind: str
    licence: str
    packages: tuple[str, ...]
    files: tuple[str, ...]
    reader: Reader


_CAMPAIGNS = ("did", "dm", "dw", "httt", "low", "nr", "thot", "trow", "utbs")
_WESNOTH = "usr/share/games/wesnoth/*/locale/zh_CN/LC_MESSAGES/*.mo"
_HANDBOOK = "usr/share/doc/debian-handbook/html/zh-CN/*.html"

ORIGINS = (
    Origin(
        "debian-reference", "dev", "manual", "GPL-2+", ("debian-reference-zh-cn",),
        ("usr/share/debian-reference/*.zh-cn.html",), "html",
    ),
    Origin(
        "debmake-doc", "dev", "manual", "Expat", ("debmake-doc",),
        ("usr/share/doc/debmake-doc/html/*.zh-cn.html",), "html",
    ),
    Origin(
        "maint-guide", "dev", "manual", "GPL-2+", ("maint-guide-zh-cn",),
        ("usr/share/doc/maint-guide-zh-cn/html/*.html",), "html",
    ),
    Origin(
        "debian-faq", "dev", "questions and answers", "GPL-2+", ("debian-faq-zh-cn",),
        ("usr/share/doc/debian/FAQ/zh-cn/*.html",), "html",
    ),
    Origin(
        "gnome-help", "dev", "instructions", "CC-BY-SA-3.0", ("gnome-user-docs",),
        ("usr/share/help/zh_CN/gnome-help/*.page",), "mallard",
    ),
    Origin(
        "gimp-help", "dev", "manual", "GFDL-1.2+", ("gimp-help-zh-cn",),
        ("usr/share/gimp/2.0/help/zh_CN/*.html",), "html",
    ),
    Origin(
        "wesnoth", "dev", "fiction, dialogue", "GPL-2+ or CC-BY-SA-4.0",
        tuple(f"wesnoth-1.16-{name}" for name in _CAMPAIGNS), (_WESNOTH,), "catalogue",
    ),
    Origin(
        "lipsum", "dev", "fiction, classical prose, encyclopedia", "public domain, CC-BY-SA-3.0",
        ("texlive-lang-chinese",), ("usr/share/texlive/texmf-dist/tex/latex/zhlipsum/*-utf8.def",),
        "lipsum",
    ),
    Origin(
        "fortunes", "dev", "verse, sayings, law-like rules", "GPL-3+, verse public domain",
        ("fortunes-zh",), ("usr/share/games/fortunes/*.u8",), "fortune",
    ),
    Origin(
        "debian-handbook", "test", "textbook", "GPL-2+ or CC-BY-SA-3.0", ("debian-handbook",),
        (_HANDBOOK,), "html",
    ),
    Origin(
        "debian-edu", "test", "manual", "GPL-2+", ("debian-edu-doc-zh-cn",),
        ("usr/share/doc/debian-edu-doc-zh-cn/*.html",), "html",
    ),
    Origin(
        "installation-guide", "test", "manual", "GPL-2", ("installation-guide-amd64",),
        ("usr/share/doc/installation-guide-amd64/zh_CN/*.html",), "html",
    ),
    Origin(
        "libreoffice-help", "test", "reference", "MPL-2.0", ("libreoffice-help-zh-cn",),
        ("usr/share/libreoffice/help/zh-CN/text/**/*.html",), "html",
    ),
    Origin(
        "linux-kernel", "test", "essays and reference", "GPL-2", ("linux-doc-6.1",),
        ("usr/share/doc/linux-doc-6.1/Documentation/translations/zh_CN/**/*.rst.gz",), "rst",
    ),
    Origin(
        "lyx", "test", "tutorial", "GPL-2+", ("lyx-common",),
        ("usr/share/lyx/doc/zh_CN/*.lyx",), "lyx",
    ),
    Origin(
        "cataclysm", "test", "fiction, letters, notices", "CC-BY-SA-3.0", ("cataclysm-dda-data",),
        ("usr/share/locale/zh_CN/LC_MESSAGES/*.mo",), "catalogue",
    ),
    Origin(
        "freeciv", "test", "history, encyclopedia", "GPL-2+", ("freeciv-data",),
        ("usr/share/locale/zh_CN/LC_MESSAGES/freeciv-*.mo",), "catalogue",
    ),
    Origin(
        "crawl", "test", "fiction, descriptions", "GPL-2+", ("crawl-common",),
        ("usr/share/crawl/dat/descript/zh/*.txt",), "entries",
    ),
)  # fmt: skip


def origin(name: str) -> Origin:
    """The origin of a name; raises `KeyError`."""
    return {each.name: each for each in ORIGINS}[name]
