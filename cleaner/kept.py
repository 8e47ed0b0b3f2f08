"""Views of an object that are made when first asked for, and kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

View = TypeVar("View")


class kept(cached_property[View]):  # noqa: N801  # it is written as a decorator
    """A `cached_property` without its lock, which up to Python 3.11 costs more than most views."""

    if not TYPE_CHECKING:

        def __get__(self, owner: object, kind: type | None = None) -> object:
            if owner is None:
                return self
            found = owner.__dict__[self.attrname] = self.func(owner)
            return found
