"""Single blanks inside sentences."""

from __future__ import annotations

from cleaner.operators.stray_blanks import stray_blanks
from tests.operators.running import patches

_SENTENCE = "秋天到了，奥斯特镇 的居民采收了最后一批卷心菜。"
_REST = "她们依然在坚硬的土地里种下许多球根，他们把球根埋进土里，等着来年的春天，等着它们开出花来，也等着远方的来信。"


def _levels(text: str) -> list[str | None]:
    return [patch.level for patch in patches(stray_blanks(), text)]


def test_a_blank_in_a_sentence_that_runs_on() -> None:
    text = _SENTENCE + _REST
    assert [(patch.start, patch.end) for patch in patches(stray_blanks(), text)] == [(9, 10)]
    assert _levels(text) == ["review"]


def test_many_are_certain() -> None:
    assert _levels(f"{_SENTENCE}{_REST}\n" * 5) == ["safe"] * 5


def test_what_stays() -> None:
    rest = _REST + "\n"
    for text in (
        f"第二条 规章的立项，适用本条例。{rest}{rest}",
        f"他来了，董仲舒有 限民名田 之议。{rest}{rest}",
        f"现代文，执政说 不要跟从他们。{rest}{rest}",
        _SENTENCE,
        "春眠不觉晓 处处闻啼鸟",
        "",
        " ",
    ):
        assert _levels(text) == []
