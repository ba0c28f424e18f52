"""What may stand in a file: kinds of fields that read a node of the tree and describe themselves as JSON Schema.

`read` returns the value, or None after noting every mistake. `parts` of a table or a list returns what of it is good,
for whoever looks whether its fields fit each other: what was wrong is None there, whatever its type says. The same
definition makes the schema that editors use, so the two cannot disagree. Rules of scalars: a number is plain digits (no
012, 1_0, 1:30, 0x1f), a flag is `true` or `false`, everything else is text as written: `no` and `12` are good titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final, Generic, Protocol, TypeVar, cast

from game.core.level_messages import Told, told
from game.data.levels.problems import Findings, nearest, shown
from game.data.levels.yaml_tree import Items, Node, Scalar, Table
from game.frozen import dataclass

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?")
# Plain words that YAML editors take for something else than text.
NOT_TEXT = re.compile(
    r"~||null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, object]  # JSON Schema, draft 7


class Missing(Enum):
    """What stands for the default of a field that has none."""

    REQUIRED = "required"


REQUIRED: Final = Missing.REQUIRED


class FieldKind(Protocol[T_co]):
    """One kind of field, and the type of what it holds."""

    def read(self, node: Node, where: str, findings: Findings) -> T_co | None:
        """The value; None when it is wrong, which is then noted."""
        ...

    def schema(self) -> Schema:
        """The same for editors."""
        ...


def _found(node: Node) -> Told:
    """What stands there instead, in words."""
    if isinstance(node, Scalar):
        return told("nothing") if node.is_nothing else told("word", text=shown(node.value))
    return told("a_list" if isinstance(node, Items) else "a_table")


@dataclass(frozen=True, slots=True)
class Text:
    """Free text of 1 to `most` characters, as written."""

    most: int = 200

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        if not isinstance(node, Scalar) or node.is_nothing:
            findings.add(node, where, told("text", found=_found(node)))
        elif not node.value.strip():
            findings.add(node, where, told("text_empty"))
        elif len(node.value) > self.most:
            findings.add(node, where, told("text_long", n=len(node.value), most=self.most))
        else:
            return node.value
        return None

    def schema(self) -> Schema:
        return {"type": ["string", "number", "boolean"], "pattern": r"\S", "maxLength": self.most}


LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Said:
    """Free text in the family's language, or a table from short names of languages (`en`, `ru`) to one each."""

    most: int = 200

    def read(self, node: Node, where: str, findings: Findings) -> str | dict[str, str] | None:
        if not isinstance(node, Table):
            return Text(self.most).read(node, where, findings)
        before = findings.found
        texts = {
            key.value: Text(self.most).read(text, _inside(where, key.value), findings) for key, text in node.entries
        }
        for key, _ in node.entries:
            if not LANGUAGE.fullmatch(key.value):
                findings.add(key, where, told("language", found=shown(key.value)))
        if not node.entries:
            findings.add(node, where, told("table_empty"))
        return {name: text for name, text in texts.items() if text} if findings.found == before else None

    def schema(self) -> Schema:
        text = Text(self.most).schema()
        table = {
            "type": "object", "patternProperties": {f"^(?:{LANGUAGE.pattern})$": text}, "additionalProperties": False,
            "minProperties": 1,
        }  # fmt: skip
        return {"anyOf": [text, table]}


@dataclass(frozen=True, slots=True)
class NameField:
    """A word of a given form, e.g. an id."""

    form: str
    says: str  # of `MESSAGES`, where NAME_quotes is told of what YAML takes for something else than text
    most: int = 60

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        if not isinstance(node, Scalar) or node.is_nothing:
            findings.add(node, where, told(self.says, found=_found(node)))
        elif node.is_plain and NOT_TEXT.fullmatch(node.value):
            findings.add(node, where, told(f"{self.says}_quotes", found=_found(node)))
        elif len(node.value) > self.most or not re.fullmatch(self.form, node.value):
            findings.add(node, where, told(self.says, found=_found(node)))
        else:
            return node.value
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.form})$", "maxLength": self.most}


ID = NameField(r"[a-z][a-z0-9_]*", "name")
IS_ID = re.compile(ID.form).fullmatch


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        if isinstance(node, Scalar) and node.value in self.words:
            return node.value
        problem = told("one_of", words=", ".join(self.words), found=_found(node))
        findings.add(node, where, nearest(problem, node.value, self.words) if isinstance(node, Scalar) else problem)
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, both ends included; `unit` is what messages call it."""

    low: int
    high: int
    unit: str = ""

    def read(self, node: Node, where: str, findings: Findings) -> int | None:
        if not isinstance(node, Scalar) or not node.is_plain or not WHOLE.fullmatch(node.value):
            findings.add(node, where, told("whole", range=self._range(), found=_found(node)))
        elif not self.low <= int(node.value) <= self.high:
            findings.add(node, where, told("outside", value=node.value, range=self._range()))
        else:
            return int(node.value)
        return None

    def _range(self) -> Told:
        if not self.unit:
            return told("range", low=self.low, high=self.high)
        return told("range_of", low=self.low, high=self.high, unit=self.unit)

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number with or without a decimal point, both ends included; whole ones come as int."""

    low: float
    high: float

    def read(self, node: Node, where: str, findings: Findings) -> int | float | None:
        if not isinstance(node, Scalar) or not node.is_plain or not DECIMAL.fullmatch(node.value):
            findings.add(node, where, told("number", found=_found(node)))
        elif not self.low <= float(node.value) <= self.high:
            wide = told("range", low=f"{self.low:g}", high=f"{self.high:g}")
            findings.add(node, where, told("outside", value=node.value, range=wide))
        else:
            return float(node.value) if "." in node.value else int(node.value)
        return None

    def schema(self) -> Schema:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false, and nothing else."""

    def read(self, node: Node, where: str, findings: Findings) -> bool | None:
        if isinstance(node, Scalar) and node.is_plain and node.value in ("true", "false"):
            return node.value == "true"
        findings.add(node, where, told("flag", found=_found(node)))
        return None

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Many(Generic[T]):
    """A list, every item of one kind and none twice."""

    kind: FieldKind[T]
    least: int = 0
    most: int = 50

    def read(self, node: Node, where: str, findings: Findings) -> tuple[T, ...] | None:
        if not isinstance(node, Items):
            findings.add(node, where, told("list", found=_found(node)))
            return None
        if not self.least <= len(node.items) <= self.most:
            findings.add(node, where, told("list_size", least=self.least, most=self.most, n=len(node.items)))
            return None
        values = [self.kind.read(item, f"{where}[{i}]", findings) for i, item in enumerate(node.items)]
        for i, value in enumerate(values):
            if value is not None and value in values[:i]:
                findings.add(node.items[i], f"{where}[{i}]", told("list_twice", found=_found(node.items[i])))
                return None
        good = tuple(value for value in values if value is not None)
        return good if len(good) == len(values) else None

    def parts(self, node: Node) -> tuple[T | None, ...] | None:
        return tuple(_good(self.kind, item) for item in node.items[: self.most]) if isinstance(node, Items) else None

    def schema(self) -> Schema:
        return {
            "type": "array",
            "items": self.kind.schema(),
            "minItems": self.least,
            "maxItems": self.most,
            "uniqueItems": True,
        }


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """A table from names to values of one kind."""

    kind: FieldKind[T]
    most: int = 50

    def read(self, node: Node, where: str, findings: Findings) -> dict[str, T] | None:
        before = findings.found
        values: dict[str, T] = {}
        for key, inner in _entries(node, where, findings, self.most):
            if not IS_ID(key.value):
                findings.add(key, _inside(where, shown(key.value)[1:-1]), told("name_only"))
            elif (value := self.kind.read(inner, _inside(where, key.value), findings)) is not None:
                values[key.value] = value
        return values if findings.found == before else None

    def parts(self, node: Node) -> dict[str, T] | None:
        if not isinstance(node, Table):
            return None
        read = ((key.value, _good(self.kind, value)) for key, value in node.entries[: self.most] if IS_ID(key.value))
        return {name: value for name, value in read if value is not None}

    def schema(self) -> Schema:
        return {
            "type": "object",
            "patternProperties": {f"^(?:{ID.form})$": self.kind.schema()},
            "additionalProperties": False,
            "maxProperties": self.most,
        }


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """A named field of a record: its kind, what it is for (editors show it), and the value it has when left out."""

    kind: FieldKind[T_co]
    says: str
    default: T_co | Missing = REQUIRED


MOST_FIELDS = 200  # of a record: far more than any has, so that a hostile file is told of once


@dataclass(frozen=True, slots=True)
class Record(Generic[T_co]):
    """A table with known fields; `into` makes the value out of theirs, given by name. It is asked only when every
    field is good or has its default."""

    fields: Mapping[str, Field[object]]
    into: Callable[..., T_co]
    title: str = ""

    def read(self, node: Node, where: str, findings: Findings) -> T_co | None:
        before = findings.found
        entries = _entries(node, where, findings, MOST_FIELDS)
        if findings.found != before:
            return None
        values = {name: f.default for name, f in self.fields.items() if f.default is not REQUIRED}
        for key, value in entries:
            if key.value in self.fields:
                values[key.value] = self.fields[key.value].kind.read(value, _inside(where, key.value), findings)
            else:
                path = _inside(where, shown(key.value)[1:-1])
                findings.add(key, path, nearest(told("unknown"), key.value, self.fields))
        for name in self.fields:
            if name not in values:
                findings.add(node, _inside(where, name), told("missing"))
        return self.into(**values) if findings.found == before else None

    def parts(self, node: Node) -> T_co | None:
        if not isinstance(node, Table):
            return None
        values = {name: None if f.default is REQUIRED else f.default for name, f in self.fields.items()}
        for key, value in node.entries[:MOST_FIELDS]:
            if key.value in self.fields:
                values[key.value] = _good(self.fields[key.value].kind, value)
        return self.into(**values)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {name: {"description": f.says, **f.kind.schema()} for name, f in self.fields.items()},
            "required": [name for name, f in self.fields.items() if f.default is REQUIRED],
            "additionalProperties": False,
            "maxProperties": MOST_FIELDS,
        }


def _good(kind: FieldKind[T], node: Node) -> T | None:
    """What of a value is good; nothing is noted."""
    if isinstance(kind, Record | Many | Pairs):
        return cast("T | None", kind.parts(node))  # its own gaps are None
    return kind.read(node, "", Findings(""))


def _entries(node: Node, where: str, findings: Findings, most: int) -> tuple[tuple[Scalar, Node], ...]:
    """The keys and values of a table; () after noting that there is none, or that it has too many."""
    if not isinstance(node, Table):
        findings.add(node, where, told("fields", found=_found(node)))
    elif len(node.entries) > most:
        findings.add(node, where, told("fields_many", n=len(node.entries), most=most))
    else:
        return node.entries
    return ()


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
