"""What was told long ago, left in the diary until somebody asks: a family at an earlier moment, without its ten years.

An `Archive` knows how to read everything told up to that moment. The children seen through it say what they are at
once; their plays, sessions and events are had, all together and once, when one of them is looked at.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Generic, TypeVar

from game.core.events import Event
from game.core.history.fold import fold
from game.core.history.history import Attempt, Child, Family, Session, empty_family
from game.core.history.persistent import AppendOnly, Records
from game.frozen import dataclass

V = TypeVar("V", Attempt, Session)
BYTES = 8  # of a name's fingerprint: two of a million names share one in 37 million diaries
A_BREATH = 64  # events read between two rests: a third of a thousandth of a second
Read = Callable[[], Iterable[Event]]


class NamesGone(Exception):
    """What was kept of the ids cannot be read any more."""


class Names:
    """Which ids there are, eight bytes each: enough to say of a new one that it is none of them."""

    def __init__(self, prints: Iterable[int] = ()) -> None:
        self._sorted: array[int] | None = array("Q", sorted(prints))
        self._size = len(self._sorted)
        self._read: Callable[[], bytes] = bytes

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        return cls(_print(name) for name in names)

    @classmethod
    def left(cls, size: int, read: Callable[[], bytes]) -> Names:
        """So many, as `to_bytes` gave them, `read` when one of them is first asked for."""
        names = cls()
        names._sorted, names._size, names._read = None, size, read
        return names

    def fetch(self) -> array[int]:
        """All of them, in order; NamesGone where they cannot be had."""
        if self._sorted is None:
            found: array[int] = array("Q")
            try:
                found.frombytes(self._read())
            except (OSError, ValueError) as error:
                raise NamesGone(str(error)) from error
            if len(found) != self._size:
                raise NamesGone(f"{len(found)} instead of {self._size}")
            self._sorted, self._read = found, bytes  # the page itself is not needed any more
        return self._sorted

    def to_bytes(self) -> bytes:
        return self.fetch().tobytes()

    def and_more(self, names: Iterable[str]) -> Names:
        """With these as well."""
        return Names({*self.fetch(), *map(_print, names)})

    def may_have(self, name: str) -> bool:
        """False for one that is surely none of them."""
        try:
            found = self.fetch()
        except NamesGone:  # then the diary is asked, which takes longer
            return True
        wanted = _print(name)
        at = bisect_left(found, wanted)
        return at < len(found) and found[at] == wanted

    def __len__(self) -> int:
        return self._size


def _print(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest(), "little")


class Archive:
    """Everything told up to a moment, read when it is first asked for; threads may ask at once, one reads."""

    def __init__(self, read: Read) -> None:
        self._read, self._lock = read, threading.Lock()
        self._family: Family | None = None

    @property
    def is_here(self) -> bool:
        """Whether it was read already."""
        return self._family is not None

    def family(self, rest: Callable[[], None] | None = None) -> Family:
        """The family as it stood then, whole. `rest` is called now and then, for whoever reads it beside something that
        must not wait; what it raises leaves the archive as it was."""
        with self._lock:
            if self._family is None:
                told = self._read()
                self._family = fold(empty_family(), _resting(told, rest) if rest else told)
            return self._family

    def child(self, id_: str) -> Child:
        return self.family().children[id_]


def _resting(told: Iterable[Event], rest: Callable[[], None]) -> Iterator[Event]:
    for number, event in enumerate(told):
        if not number % A_BREATH:
            rest()
        yield event


@dataclass(frozen=True, slots=True)
class ArchivedChild:
    """What is kept of a child beside what it is: how much was told, and the ids of it."""

    told: int  # events that stand
    plays: Names
    sessions: Names


def seen_through(archive: Archive, child: Child, kept: ArchivedChild) -> Child:
    """The child as it stood then, its records left in the archive; those it holds already are had from there."""
    return replace(
        child,
        attempts=Records(dict(child.attempts), None, _Plays(archive, child.id, kept.plays)),
        sessions=Records(dict(child.sessions), None, _Sessions(archive, child.id, kept.sessions)),
        events=AppendOnly((), _Events(archive, child.id, kept.told)),
    )


class _Events:
    def __init__(self, archive: Archive, child: str, size: int) -> None:
        self._archive, self._child, self.size = archive, child, size

    def row(self) -> Sequence[Event]:
        return self._archive.child(self._child).events


class _Kept(Generic[V]):
    def __init__(self, archive: Archive, child: str, names: Names) -> None:
        self._archive, self._child, self._names = archive, child, names

    @property
    def size(self) -> int:
        return len(self._names)

    def may_have(self, key: str) -> bool:
        return self._names.may_have(key)


class _Plays(_Kept[Attempt]):
    def records(self) -> Mapping[str, Attempt]:
        return self._archive.child(self._child).attempts


class _Sessions(_Kept[Session]):
    def records(self) -> Mapping[str, Session]:
        return self._archive.child(self._child).sessions
