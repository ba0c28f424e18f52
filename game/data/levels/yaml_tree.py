"""YAML text as a tree that knows its lines, safe to read whoever wrote it.

Only the harmless part of YAML is taken: words, lists and tables, in UTF-8, one document. Tags, anchors and aliases are
refused while the text streams by, and so is what is too large or too deep, so a hostile file costs no more than a
large one. Every scalar stays the text that was written: what it means is for the reader of the field to say, so `no`
is never a truth value nor `012` an octal number. PyYAML's C parser reads first, twenty times quicker; where anything is
the matter the pure one reads again, whose words and places are the finer ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

import yaml

from game.core.level_messages import Told, in_other_words, told
from game.data.levels.problems import Findings, Spot, shown
from game.frozen import dataclass

SIZE = 256 * 1024  # bytes of one file
DEPTH = 20  # lists and tables inside each other
EVENTS = 20_000  # words, and beginnings and ends of lists and tables

# LRM, RLM and ALM only say which way a neighbour goes; a language read from right to left needs them.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
PLAIN_NULL = ("", "~", "null", "Null", "NULL")
# Only the stream of events is taken from it: what would build a tree from them in C has no limit of depth.
QUICK = getattr(yaml, "CSafeLoader", None)
ODD = re.compile(r"[\t\x85\u2028\u2029\ufeff]|^(%|---|\.\.\.)|[|>][-+\d]*#", re.MULTILINE)  # where the two differ


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or text as written; `is_plain` without quotes."""

    line: int
    column: int
    value: str
    is_plain: bool

    @property
    def is_nothing(self) -> bool:
        """Left empty, or null."""
        return self.is_plain and self.value in PLAIN_NULL


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    column: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values in the order written; every key once."""

    line: int
    column: int
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Scalar | Items | Table


class YamlRefused(Exception):
    """The text cannot be read further; the findings say why."""


def tree(data: bytes, findings: Findings) -> Node | None:
    """The tree of a file's bytes, or None when it cannot be read at all. Mistakes go into `findings`.

    >>> found = Findings("a.yaml")
    >>> tree(b"a: 1", found).get("a").value
    '1'
    """
    if len(data) > SIZE:
        findings.add(None, "", told("large", n=SIZE // 1024))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.add(None, "", told("not_utf8", n=error.start + 1))
        return None
    return _quickly(text) or _carefully(text, findings)


def _quickly(text: str) -> Node | None:
    """The tree of a faultless text; None where the careful reader must look."""
    findings = Findings("")
    if QUICK is None or ODD.search(text):
        return None
    try:
        root = _Builder(text, findings, QUICK).document()
    except (YamlRefused, yaml.YAMLError, ValueError, OverflowError):
        return None
    return None if findings.problems else root


def _carefully(text: str, findings: Findings) -> Node | None:
    try:
        return _Builder(text, findings, yaml.SafeLoader).document()
    except YamlRefused:
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        findings.add(Spot(line, column), "", told("character", code=f"{ord(text[error.position]):04X}"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        findings.add(Spot(mark.line + 1, mark.column + 1) if mark else None, "", _plain_words(error))
    except (ValueError, OverflowError) as error:
        # PyYAML lets Python's own errors through for numbers in directives and escapes that no number type holds.
        findings.add(None, "", told("yaml_of", said=type(error).__name__))
    return None


def at(node: Node | None, *path: str | int) -> Node | None:
    """The deepest node on the path that exists: where a mistake about it is shown."""
    for step in path:
        inner: Node | None = None
        if isinstance(node, Table) and isinstance(step, str):
            inner = node.get(step)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node


class _Builder:
    """Builds the tree from the stream of events, so that nothing is built of what is refused."""

    def __init__(self, text: str, findings: Findings, loader: type) -> None:
        self.findings = findings
        self.events = self._checked(yaml.parse(text, Loader=loader))
        self.count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(event, told("second"))
                root = self._node(next(self.events), 1)
        if root is None:
            self.findings.add(None, "", told("empty"))
        return root

    def _checked(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        for event in events:
            self.count += 1
            if self.count > EVENTS:
                self._refuse(event, told("events", most=EVENTS))
            if isinstance(event, yaml.AliasEvent):
                self._refuse(event, told("alias"))
            if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
                self._refuse(event, told("anchor"))
            if getattr(event, "tag", None) is not None:
                self._refuse(event, told("tag"))
            yield event

    def _refuse(self, event: yaml.Event, message: Told) -> NoReturn:
        mark = event.start_mark
        assert mark is not None  # both parsers give every event its place
        self.findings.add(Spot(mark.line + 1, mark.column + 1), "", message)
        raise YamlRefused

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if depth > DEPTH:
            self._refuse(event, told("deep", most=DEPTH))
        assert event.start_mark is not None
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(line, column, event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(line, column, tuple(self._items(depth)))
        return Table(line, column, tuple(self._entries(depth)))

    def _scalar(self, line: int, column: int, event: yaml.ScalarEvent) -> Scalar:
        scalar = Scalar(line, column, event.value, not event.style)
        if found := UNSEEN.search(scalar.value):
            self.findings.add(scalar, "", told("character_unseen", code=f"{ord(found[0]):04X}"))
        return scalar

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, told("key"))
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            assert isinstance(key, Scalar)
            if key.value in seen:
                self.findings.add(key, "", told("key_twice", key=shown(key.value), line=seen[key.value]))
                continue
            seen[key.value] = key.line
            yield key, value


# What PyYAML says of the mistakes people make, and what is told of them instead.
PLAIN_WORDS = (
    (re.compile("mapping values are not allowed"), "yaml_colon"),
    (re.compile("could not find expected ':'"), "yaml_no_colon"),
    (re.compile(r"found character '\\t'"), "yaml_tab"),
    (re.compile("quoted scalar.*end of stream", re.DOTALL), "yaml_quote"),
    (re.compile(r"flow (mapping|sequence).*expected ','", re.DOTALL), "yaml_bracket"),
    (re.compile("expected <block end>|did not find expected"), "yaml_indent"),
)


def _plain_words(error: yaml.MarkedYAMLError) -> Told:
    said = " ".join(part for part in (error.context, error.problem) if part)
    key = next((key for form, key in PLAIN_WORDS if form.search(said)), None)
    plain = told("yaml", said=said[:160])
    return in_other_words(plain, told("yaml", said=told(key))) if key else plain
