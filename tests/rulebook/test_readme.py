"""rules/README.md says what the program says. To make its operators anew: python -m tests.rulebook.test_readme"""

import re
from pathlib import Path

from cleaner.page import Needed, Pattern
from cleaner.rulebook.describe import operators_described, with_operators
from cleaner.rulebook.entries import (
    EXAMPLE_KEYS,
    LEVELS,
    PACK_KEYS,
    PLACES,
    RULE_KEYS,
    RULE_REQUIRED,
)

README = Path(__file__).resolve().parent.parent.parent / "rules" / "README.md"
PAGE = README.read_text("utf-8")


def table_under(heading):
    """The words in the first column of the first table under a heading."""
    rows = PAGE.split(heading, 1)[1].split("|---", 1)[1].split("\n\n", 1)[0]
    return [
        word for row in rows.split("\n")[1:] for word in re.findall("`([^`]+)`", row.split("|")[1])
    ]


def test_the_operators_are_those_of_the_program():
    assert with_operators(PAGE) == PAGE, "run: python -m tests.rulebook.test_readme"


def test_every_key_is_explained():
    assert tuple(table_under("## A pack")) == PACK_KEYS
    assert tuple(table_under("## A rule")) == RULE_KEYS
    words = {word.split(":")[0] for word in table_under("**Examples**")}
    assert words == set(EXAMPLE_KEYS)
    assert all(f"`{word}`" in PAGE for word in LEVELS)
    assert all(f"`{{{word}}}`" in PAGE for word in PLACES)


def test_what_must_be_given_is_marked():
    musts = re.findall(r"^\| `(\w+)` \| must \|", PAGE, re.MULTILINE)
    assert tuple(musts) == RULE_REQUIRED


def test_the_sample_rule_holds(tmp_path):
    from cleaner.proof import check_rules

    sample = PAGE.split("```yaml\n  - id:", 1)[1].split("```")[0]
    pack = tmp_path / "web.yaml"
    pack.write_text(f"pack: web\ntitle: 试\nversion: 1\nrules:\n  - id:{sample}", "utf-8")
    assert check_rules([pack]) == []


def test_an_option_in_words():
    def odd(*, find: Pattern, words: Needed, many: int = 3, loud: bool = False, mark: str = "、"):
        """Do something odd."""

    assert operators_described({"odd": odd}) == (
        "### `odd`\n\nDo something odd.\n\n| option | takes | if left out |\n|---|---|---|\n"
        "| `find` | a pattern | must be given |\n| `words` | a list of texts, needed | must be given |\n"
        "| `many` | a whole number | 3 |\n| `loud` | true or false | false |\n| `mark` | a text | `、` |"
    )


if __name__ == "__main__":
    README.write_text(with_operators(PAGE), "utf-8")
