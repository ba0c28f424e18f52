"""The quick reader of faultless files says exactly what the careful one says, or leaves the file to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data.levels import yaml_tree
from game.data.levels.problems import Findings

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = sorted([*(ROOT / "assets" / "text").rglob("*.yaml"), *(ROOT / "levels").rglob("*.yaml")])

marks = st.text(alphabet="ab:-#\n '\"[]{},?|>&*!%@`~0\t\\éж😀\u2028\x85\x7f\ufeff\r", max_size=40)
pieces = st.lists(
    st.sampled_from(
        ["a: b\n", "- c\n", "  ", "key:\n", '"q\\n"', "'x'", "# c\n", "|\n", ">-\n", "[a, b]", "{a: 1}", "\n", ": ", "- ",
         "ж", "😀", "...\n", "---\n", "%YAML 1.2\n", "? ", "\t"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


def without_places_of_nothing(node: yaml_tree.Node | None) -> str:
    """An empty value at the end of a file has no place of its own."""
    return re.sub(r"Scalar\(line=\d+, column=\d+, value='', is_plain=True\)", "nothing", repr(node))


@pytest.mark.skipif(yaml_tree.QUICK is None, reason="PyYAML came without its C parser")
@settings(max_examples=400)
@given(marks | pieces)
def test_both_readers_agree_on_any_text(text: str):
    quick = yaml_tree._quickly(text)
    if quick is not None:
        findings = Findings("any.yaml")
        assert without_places_of_nothing(quick) == without_places_of_nothing(yaml_tree._carefully(text, findings))
        assert not findings.problems


@pytest.mark.skipif(yaml_tree.QUICK is None, reason="PyYAML came without its C parser")
@pytest.mark.parametrize("file", SHIPPED, ids=lambda f: f.name)
def test_every_shipped_file_is_read_quickly_and_the_same(file: Path):
    text = file.read_text(encoding="utf-8")
    quick = yaml_tree._quickly(text)
    assert quick is not None
    assert quick == yaml_tree._carefully(text, Findings(file.name))


def test_nesting_without_an_end_is_refused_and_not_a_crash():
    findings = Findings("deep.yaml")
    assert yaml_tree.tree(b"- " * 60_000, findings) is None
    assert findings.problems
