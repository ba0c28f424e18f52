"""Values of our own frozen classes as plain JSON and back, by what their annotations say.

Dates and moments are ISO, enumerations their value, maps pairs, for keys may be anything. What is read is taken from a
file that was proven to be our own (`game.data.checkpoint.checkpoint_file`), of the very program that wrote it: the
readers check no bounds.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from game.core.events import Event
from game.data.journal.rows import JournalRow, event_of

Plain = object  # what JSON knows
Writer = Callable[[typing.Any], Plain]
Reader = Callable[[typing.Any], typing.Any]
AS_IT_IS = (str, int, float, bool, type(None))
PLAIN_WORDS = {kind.__name__: kind for kind in (str, int, float, bool)}


def plain(kind: object, value: object) -> Plain:
    """The value, which is a `kind`, as JSON knows it. TypeError for a kind that cannot be kept."""
    return _both(kind)[0](value)


def read(kind: object, said: Plain) -> typing.Any:
    """The value again. ValueError, TypeError, KeyError or IndexError where `said` is none of that kind."""
    return _both(kind)[1](said)


@cache
def _both(kind: object) -> tuple[Writer, Reader]:
    if kind in AS_IT_IS:
        return _same, _same
    if kind is datetime:
        return datetime.isoformat, datetime.fromisoformat
    if kind is date:
        return date.isoformat, date.fromisoformat
    if kind is Event:
        return _event, lambda said: event_of(*said)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: value.value, {member.value: member for member in kind}.__getitem__
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_class(kind)
    return _of_many(kind, typing.get_origin(kind), typing.get_args(kind))


def _same(value: typing.Any) -> typing.Any:
    return value


def _event(event: Event) -> Plain:
    row = JournalRow.of(event)
    return [getattr(row, name) for name in JournalRow.__slots__]


def _of_class(kind: type) -> tuple[Writer, Reader]:
    hints = _hints(kind)
    parts = [(field.name, *_both(hints[field.name])) for field in fields(kind)]
    if all(write is _same for _, write, _ in parts):
        return lambda value: [getattr(value, name) for name, _, _ in parts], lambda said: kind(*said)
    return (
        lambda value: [write(getattr(value, name)) for name, write, _ in parts],
        lambda said: kind(*(reader(part) for (_, _, reader), part in zip(parts, said, strict=True))),
    )


def _hints(kind: type) -> dict[str, object]:
    """What its fields are annotated with. Most are plain words, as good as read; what stands beside one in `Annotated`
    is not asked. To evaluate all of them cost every start four milliseconds."""
    said = {f.name: f.type for f in fields(kind)}
    words = {name: str(text).removeprefix("Annotated[").partition(",")[0] for name, text in said.items()}
    named = {name: PLAIN_WORDS[word] for name, word in words.items() if word in PLAIN_WORDS}
    others = types.SimpleNamespace(__annotations__={name: text for name, text in said.items() if name not in named})
    return named | typing.get_type_hints(others, vars(sys.modules[kind.__module__]))


def _of_many(kind: object, origin: object, parts: tuple[object, ...]) -> tuple[Writer, Reader]:
    if origin in (typing.Union, types.UnionType):
        return _of_either(kind, parts)
    if origin is frozenset:
        write, reader = _both(parts[0])
        return _each(write), lambda said: frozenset(reader(part) for part in said)
    if origin is tuple and parts[1:] == (...,):
        write, reader = _both(parts[0])
        return _each(write), lambda said: tuple(reader(part) for part in said)
    if origin is tuple:
        both = [_both(part) for part in parts]
        return (
            lambda value: [write(part) for (write, _), part in zip(both, value, strict=True)],
            lambda said: tuple(reader(part) for (_, reader), part in zip(both, said, strict=True)),
        )
    if origin in (dict, Mapping):
        (write_key, read_key), (write_part, read_part) = _both(parts[0]), _both(parts[1])
        return (
            lambda value: [[write_key(key), write_part(part)] for key, part in value.items()],
            lambda said: {read_key(key): read_part(part) for key, part in said},
        )
    raise TypeError(f"no way to keep a {kind}")


def _each(write: Writer) -> Writer:
    return lambda value: [write(part) for part in value]


def _of_either(kind: object, parts: tuple[object, ...]) -> tuple[Writer, Reader]:
    """One of several that JSON tells apart, or one kind and None."""
    if all(part in AS_IT_IS for part in parts):
        return _same, _same
    known = [part for part in parts if part is not type(None)]
    if len(known) > 1:
        raise TypeError(f"no way to tell which of {kind} was kept")
    write, reader = _both(known[0])
    return (
        lambda value: None if value is None else write(value),
        lambda said: None if said is None else reader(said),
    )
