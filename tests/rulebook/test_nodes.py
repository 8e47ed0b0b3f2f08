"""The tree of a rule file: strings only, with places, with and without the C loader."""

import pytest
import yaml

from cleaner.errors import Finding
from cleaner.rulebook.nodes import Items, Pairs, Scalar, read_nodes
from cleaner.rulebook.places import builtin_files, order_file

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "word", ["no", "12:30", "1e3", "null", "~", "2020-03-04", "0o17", ".5", "<<"]
)
def test_every_value_is_read_as_it_is_written(loader, word):
    found: list[Finding] = []
    node = read_nodes(f"a: {word}\n".encode(), "x", found, loader)
    assert node == Pairs(((Scalar("a", 1, 1), Scalar(word, 1, 4)),), 1, 1)
    assert not found


@pytest.mark.parametrize("loader", LOADERS)
def test_places_count_characters(loader):
    found: list[Finding] = []
    node = read_nodes("甲: [乙, '丙 # 丁']\r\n戊: |\n  己\n".encode(), "x", found, loader)
    assert isinstance(node, Pairs)
    (_, items), (_, text) = node.pairs
    assert items == Items((Scalar("乙", 1, 5), Scalar("丙 # 丁", 1, 8)), 1, 4)
    assert text == Scalar("己\n", 2, 4)


@pytest.mark.skipif(len(LOADERS) < 2, reason="PyYAML has no C loader here")
@pytest.mark.parametrize("file", [*builtin_files(), order_file()], ids=lambda file: file.name)
def test_both_loaders_read_the_same(file):
    trees = [read_nodes(file.data, file.name, [], loader) for loader in LOADERS]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    "text", ["a: &x 1", "a: *x", "a: !!str 1", "a: ! 1", "a: 1\n---\nb: 2", "a: ["]
)
def test_both_loaders_refuse_the_same(loader, text):
    found: list[Finding] = []
    read_nodes(text.encode(), "x", found, loader)
    assert len(found) == 1
