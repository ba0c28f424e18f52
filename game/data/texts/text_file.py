"""One YAML file of texts, read and checked: a table from keys to texts, or to forms of a text by number."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from game.core.locales import FORMS as NAMES
from game.data.levels.fields import Field, Pairs, Record, Schema, Text
from game.data.levels.levels import read_bytes
from game.data.levels.problems import Findings, Problem
from game.data.levels.yaml_tree import Node, Table, tree
from game.data.texts.entries import Entry

LONGEST = 2000  # characters of one text


def _given(**forms: str | None) -> dict[str, str]:
    """The forms that a text has, of all there may be."""
    return {name: text for name, text in forms.items() if text is not None}


FORMS = Record({name: Field(Text(LONGEST), "", None) for name in NAMES}, _given)


class Entries:
    """The kind of a catalogue's values: a text, or its forms by number."""

    def read(self, node: Node, where: str, findings: Findings) -> Entry | None:
        if isinstance(node, Table):
            return FORMS.read(node, where, findings)
        return Text(LONGEST).read(node, where, findings)

    def schema(self) -> Schema:
        text = Text(LONGEST).schema()
        forms = {"type": "object", "properties": {n: text for n in NAMES}, "additionalProperties": False}
        return {"anyOf": [text, forms]}


CATALOGUE: Pairs[Entry] = Pairs(Entries(), most=5000)


def read_texts(file: Traversable) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The entries of one catalogue and its problems; a file with any gives no entries."""
    findings = Findings(str(file))
    data = read_bytes(file, findings)
    root = tree(data, findings) if data is not None else None
    entries = CATALOGUE.read(root, "", findings) if root is not None else None
    if entries is None or findings.problems:
        entries = {}
    return entries, tuple(findings.problems)
