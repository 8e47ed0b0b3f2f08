"""Reads the syntax of the `regex` module into a tree.

Reads what patterns here are made of. What it does not know for sure (recursion, conditionals, fuzzy
matching, named lists, branch reset, verbose mode) it refuses with `UnreadError`: then nothing
is known of the pattern, and nothing is concluded.
"""

from __future__ import annotations

import regex

from cleaner.rulebook.tree import Atomic, Border, Either, Look, One, Repeat, Row, Some, Tree


class UnreadError(Exception):
    """The pattern has something that this module does not read."""


SMALL = 32
"""The largest set of characters that is kept as such."""

_COUNT = regex.compile(r"\{(\d*)(?:(,)(\d*))?\}")
_FLAGS = regex.compile(r"\(\?([imsuaf]*)(?:-([imsf]+))?([:)])")
_OPEN = regex.compile(r"\(\?(?:(:)|(>)|(=)|(!)|(<=)|(<!)|P?<[^\W\d]\w*>|(P=\w+\)))")
_CASELESS = regex.compile(r"[\p{Han}\p{Nd}\p{P}\p{Sm}\p{Z}\p{Cc}]", regex.V1)
_SPECIAL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_CODES = {"x": 2, "u": 4, "U": 8}


def read_pattern(pattern: str) -> Tree:
    """The tree of a pattern that `regex` compiles. Raises `UnreadError` for what is not read here."""
    reader = _Reader(pattern)
    tree = reader.either("", 0)
    if reader.at < len(pattern):
        raise UnreadError("a bracket too many")
    return tree


def row_of(parts: list[Tree]) -> Tree:
    """Parts as one tree, rows inside rows made flat."""
    flat: list[Tree] = []
    for part in parts:
        flat += part.parts if isinstance(part, Row) else [part]
    return flat[0] if len(flat) == 1 else Row(tuple(flat))


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def either(self, flags: str, depth: int) -> Tree:
        """Branches up to a closing bracket or the end. Flags set inside hold to the end of the group."""
        if depth > 50:
            raise UnreadError("too deep")
        branches: list[Tree] = []
        parts: list[Tree] = []
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            if self.pattern[self.at] == "|":
                self.at += 1
                branches.append(row_of(parts))
                parts = []
                continue
            inline = _FLAGS.match(self.pattern, self.at)
            if inline is not None and inline[3] == ")":
                self.at = inline.end()
                flags = _with(flags, inline)
                continue
            part = self.part(flags, depth)
            if part is not None:
                parts.append(self.repeated(part))
        branches.append(row_of(parts))
        return branches[0] if len(branches) == 1 else Either(tuple(branches))

    def part(self, flags: str, depth: int) -> Tree | None:
        """One character, set, border or group; None for a comment."""
        char = self.pattern[self.at]
        if char == "(":
            return self.group(flags, depth)
        if char == "[":
            return self.set(flags)
        if char == "\\":
            return self.escape(flags)
        self.at += 1
        if char == ".":
            return One(_flagged(".", flags), "")
        if char in "^$":
            return Border(char)
        if char in "*+?{":
            raise UnreadError("a bare quantifier")
        return _literal(char, flags)

    def group(self, flags: str, depth: int) -> Tree | None:
        if self.pattern.startswith("(?#", self.at):
            self.at = self._after(")")
            return None
        negative = kept = ahead = behind = False
        inline = _FLAGS.match(self.pattern, self.at)
        if inline:
            self.at = inline.end()
            flags = _with(flags, inline)
        elif self.pattern.startswith(("(?", "(*"), self.at):
            opened = _OPEN.match(self.pattern, self.at)
            if opened is None:
                raise UnreadError("an unknown kind of group")
            self.at = opened.end()
            if opened[7]:
                return Some()
            kept, negative = bool(opened[2]), bool(opened[4] or opened[6])
            ahead, behind = bool(opened[3] or opened[4]), bool(opened[5] or opened[6])
        else:
            self.at += 1
        inner = self.either(flags, depth + 1)
        if not self.pattern.startswith(")", self.at):
            raise UnreadError("an open bracket")
        self.at += 1
        if ahead or behind:
            return Look(inner, behind, negative)
        return Atomic(inner) if kept else inner

    def repeated(self, part: Tree) -> Tree:
        """The part with the quantifier that follows it, if one does."""
        char = self.pattern[self.at : self.at + 1]
        bounds: tuple[int, int | None]
        if char in ("*", "+", "?"):
            bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
            self.at += 1
        elif char == "{":
            count = _COUNT.match(self.pattern, self.at)
            if count is None or not (count[1] or count[2]):
                raise UnreadError("a brace that does not count")
            low = int(count[1] or 0)
            high = low if not count[2] else int(count[3]) if count[3] else None
            bounds = (low, high)
            self.at = count.end()
        else:
            return part
        kept = self.pattern.startswith("+", self.at)
        if kept or self.pattern.startswith("?", self.at):
            self.at += 1
        return Repeat(part, bounds[0], bounds[1], kept)

    def escape(self, flags: str) -> Tree:
        """A backslash and what follows it, outside a set."""
        start, char = self.at, self.pattern[self.at + 1 : self.at + 2]
        if char and char in "bBAZzGKmM":
            self.at += 2
            return Border("\\" + char)
        if char and char in "XR":
            self.at += 2
            return Some()
        if char == "g":
            self.at = self._after(">")
            return Some()
        if char.isdigit() and char != "0":
            self.at += 2
            while self.pattern[self.at : self.at + 1].isdigit():
                self.at += 1
            return Some()
        literal = self.escaped()
        if literal is None:
            return One(_flagged(self.pattern[start : self.at], flags), "")
        return _literal(literal, flags)

    def escaped(self) -> str | None:
        r"""The character that a backslash stands for, or None for a class such as \d."""
        char = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if char and char in "dDsSwWhH":
            return None
        if char and char in "pP":
            self.at = self._after("}") if self.pattern.startswith("{", self.at) else self.at + 1
            return None
        if char in _SPECIAL:
            return _SPECIAL[char]
        if char in _CODES:
            digits = self.pattern[self.at : self.at + _CODES[char]]
            self.at += _CODES[char]
            try:
                return chr(int(digits, 16))
            except ValueError:
                raise UnreadError("a code that is none") from None
        if not char or (char.isascii() and char.isalnum()):
            raise UnreadError("an unknown escape")
        return char

    def set(self, flags: str) -> Tree:
        """A set in brackets; its characters where they are few and written out."""
        start = self.at
        self.at += 1
        negative = self._skip("^")
        chars: list[str] | None = [] if not negative else None
        first = True
        while first or not self.pattern.startswith("]", self.at):
            if self.at >= len(self.pattern):
                raise UnreadError("an open set")
            found = self._member()
            chars = None if chars is None or found is None else chars + found
            first = False
        self.at += 1
        source = self.pattern[start : self.at]
        few = "".join(dict.fromkeys(chars or ()))
        if not few or len(few) > SMALL or not _exact(few, flags):
            few = ""
        return One(_flagged(source, flags), few)

    def _member(self) -> list[str] | None:
        """The next characters of a set (a range counts as its characters), None where not known."""
        pattern = self.pattern
        if pattern.startswith("[", self.at):
            if pattern.startswith("[:", self.at):
                self.at = self._after(":]")
            else:
                self.set("")
            return None
        if pattern[self.at : self.at + 2] in ("--", "&&", "||", "~~"):
            self.at += 2
            return None
        low = self._set_char()
        if pattern.startswith("-", self.at) and not pattern.startswith(("-]", "--"), self.at):
            self.at += 1
            if pattern.startswith("[", self.at):
                raise UnreadError("a range that is none")
            high = self._set_char()
            if low is None or high is None or ord(high) - ord(low) >= SMALL:
                return None
            return [chr(code) for code in range(ord(low), ord(high) + 1)]
        return None if low is None else [low]

    def _set_char(self) -> str | None:
        if not self.pattern.startswith("\\", self.at):
            self.at += 1
            return self.pattern[self.at - 1 : self.at]
        char = self.pattern[self.at + 1 : self.at + 2]
        if char == "b" or char.isdigit() or char in "NXRL":
            raise UnreadError("an escape that is rare in a set")
        return self.escaped()

    def _skip(self, char: str) -> bool:
        if self.pattern.startswith(char, self.at):
            self.at += len(char)
            return True
        return False

    def _after(self, end: str) -> int:
        found = self.pattern.find(end, self.at)
        if found < 0:
            raise UnreadError(f"no {end}")
        return found + len(end)


def _with(flags: str, inline: regex.Match[str]) -> str:
    kept = set(flags) | set(inline[1])
    return "".join(sorted(kept - set(inline[2] or "")))


def _flagged(source: str, flags: str) -> str:
    return f"(?{flags}:{source})" if flags else source


def _exact(chars: str, flags: str) -> bool:
    """Whether each of these characters matches itself only, under these flags."""
    return "i" not in flags or all(_CASELESS.fullmatch(char) for char in chars)


def _literal(char: str, flags: str) -> One:
    source = _flagged(regex.escape(char, special_only=True, literal_spaces=True), flags)
    return One(source, char if _exact(char, flags) else "")
