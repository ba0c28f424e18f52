"""Facts to text and back: the one form in which the journal, its copies and its exports keep what happened.

A fact is a kind (its name in snake case) and a body (a JSON object of its fields, ASCII, keys in order). Dates are ISO,
enumerations their value, tuples lists. Reading is strict: a body that is not exactly what the fact says is unreadable.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from game.core.events import Fact


class UnreadableFact(ValueError):
    """A kind this game does not know, or a body that is not what the kind says."""


def kind_of(fact: type[Fact]) -> str:
    """The name under which facts of a class are kept.

    >>> from game.core.events import LevelConfirmed
    >>> kind_of(LevelConfirmed)
    'level_confirmed'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", fact.__name__).lower()


DECODER = json.JSONDecoder()  # its raw_decode is half the work of json.loads, and a diary has tens of thousands
KINDS: Mapping[str, type[Fact]] = types.MappingProxyType({kind_of(cls): cls for cls in typing.get_args(Fact)})


def written(fact: Fact) -> tuple[str, str]:
    """Kind and body.

    >>> from game.core.events import SteppedBack
    >>> written(SteppedBack("bear_walk"))
    ('stepped_back', '{"exercise":"bear_walk"}')
    """
    body = {field.name: _plain(getattr(fact, field.name)) for field in fields(fact)}
    # ASCII only: a nickname typed with half a character must neither break the file nor the hash.
    return kind_of(type(fact)), json.dumps(body, sort_keys=True, separators=(",", ":"))


def read(kind: str, body: str) -> Fact:
    """The fact again; UnreadableFact when it is none. Fields a newer game added are left alone, missing ones are as
    the fact's own default says."""
    cls = KINDS.get(kind)
    if cls is None:
        raise UnreadableFact(f"{kind} is no kind of fact this game knows")
    try:
        values, end = DECODER.raw_decode(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableFact(f"{kind}: the body is no JSON") from error
    if not isinstance(values, dict) or end != len(body):
        raise UnreadableFact(f"{kind}: the body is no object")
    given: list[Any] = []  # each of its field's type: the field's own reader gave it
    for name, plain, reader, default in _readers(kind):
        value = values.get(name, default)
        if type(value) is plain or value is default is not MISSING:  # most are, and a diary has tens of thousands
            given.append(value)
        elif value is MISSING:
            raise UnreadableFact(f"{kind}: {name} is missing")
        else:
            given.append(reader(value))
    return cls(*given)


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return value


T = TypeVar("T")
Reader = Callable[[object], object]
PLAIN = (str, int, bool)


@cache
def _readers(kind: str) -> tuple[tuple[str, type | None, Reader, object], ...]:
    """Of each field, in order: its name, its type if a value of it is taken as it is, how others are read, what it is
    when it is not said (MISSING: it must be)."""
    cls = KINDS[kind]
    hints = typing.get_type_hints(cls)
    return tuple(
        (f.name, hints[f.name] if hints[f.name] in PLAIN else None, _reader(hints[f.name]), f.default)
        for f in fields(cls)
    )


def _reader(hint: object) -> Reader:
    if isinstance(hint, type) and hint in PLAIN:
        return lambda value: _exactly(hint, value)
    if hint is date:
        return _date
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _member(hint)
    if typing.get_origin(hint) is tuple:
        part = _reader(typing.get_args(hint)[0])
        return lambda value: tuple(part(v) for v in _exactly(list, value))
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (known,) = (_reader(h) for h in typing.get_args(hint) if h is not type(None))
        return lambda value: None if value is None else known(value)
    raise TypeError(f"no way to keep a {hint} in the journal")


def _exactly(kind: type[T], value: object) -> T:
    if not isinstance(value, kind) or type(value) is not kind:  # True is an int to Python, not to us
        raise UnreadableFact(f"expected {kind.__name__}, found {value!r:.40}")
    return value


def _date(value: object) -> date:
    try:
        return date.fromisoformat(_exactly(str, value))
    except ValueError as error:
        raise UnreadableFact(f"{value!r:.40} is no date") from error


def _member(kind: type[StrEnum]) -> Reader:
    members: dict[object, StrEnum] = {
        member.value: member for member in kind
    }  # a third of what calling the class costs

    def read_member(value: object) -> StrEnum:
        try:
            return members[value]
        except (KeyError, TypeError) as error:
            raise UnreadableFact(f"{value!r:.40} is no {kind.__name__}") from error

    return read_member
