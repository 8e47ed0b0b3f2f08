"""Views are made once, and can be put in place before they are asked for."""

from __future__ import annotations

from cleaner.kept import kept


class Counted:
    made = 0

    @kept
    def view(self) -> int:
        """The view."""
        self.made += 1
        return self.made


def test_a_view_is_made_once() -> None:
    one, other = Counted(), Counted()
    assert (one.view, one.view, one.made, other.made) == (1, 1, 1, 0)


def test_a_view_that_is_put_in_place_is_not_made() -> None:
    one = Counted()
    one.view = 7
    assert (one.view, one.made) == (7, 0)


def test_it_keeps_its_docstring() -> None:
    assert Counted.view.__doc__ == "The view."
