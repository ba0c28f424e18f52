"""Frozen records that grow without being copied whole, and need not all be there: ten years of plays, and one more.

What is long ago may be left where it is kept, as `Older`, and is had when somebody asks for it; a row or a map whose
beginning is not there yet says and does the same as one that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, Protocol, TypeVar, overload

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
MANY = 128  # changes copied with every version before they join the shared ones


class OlderRow(Protocol[V_co]):
    """The beginning of a row, kept elsewhere."""

    @property
    def size(self) -> int: ...

    def row(self) -> Sequence[V_co]:
        """All of it, had now if it was not yet."""
        ...


class OlderRecords(Protocol[V_co]):
    """The first records of a map, kept elsewhere."""

    @property
    def size(self) -> int: ...

    def may_have(self, key: str) -> bool:
        """False when it is certainly not among them, which costs no more than a look at an index."""
        ...

    def records(self) -> Mapping[str, V_co]:
        """All of them, had now if they were not yet."""
        ...


class Records(Mapping[str, V], Generic[V]):
    """Frozen records by id, in the order they were first put in.

    The many are shared between versions, only the few latest are copied; so a version, once made, never changes.
    """

    __slots__ = ("_latest", "_many", "_older")

    def __init__(
        self, many: dict[str, V] | None = None, latest: dict[str, V] | None = None, older: OlderRecords[V] | None = None
    ) -> None:
        self._many, self._latest, self._older = many or {}, latest or {}, older

    def having(self, changes: Mapping[str, V]) -> Records[V]:
        """With these put in or replaced."""
        if not changes:
            return self
        latest = {**self._latest, **changes}
        if len(latest) <= MANY:
            return Records(self._many, latest, self._older)
        return Records({**self._many, **latest}, None, self._older)

    def held(self) -> dict[str, V]:
        """Those that are here and need not be had from elsewhere."""
        return {**self._many, **self._latest}

    def _is_older(self, key: object) -> bool:
        older = self._older
        return older is not None and isinstance(key, str) and older.may_have(key) and key in older.records()

    def __getitem__(self, key: str) -> V:
        if key in self._latest:
            return self._latest[key]
        if key in self._many:
            return self._many[key]
        if self._older and self._is_older(key):
            return self._older.records()[key]
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return key in self._latest or key in self._many or self._is_older(key)

    def __iter__(self) -> Iterator[str]:
        before: Mapping[str, V] = self._older.records() if self._older else {}
        yield from before
        yield from (key for key in self._many if key not in before)
        yield from (key for key in self._latest if key not in self._many and key not in before)

    def __len__(self) -> int:
        here = len(self._many) + sum(key not in self._many for key in self._latest)
        if self._older is None:
            return here
        replaced = sum(self._is_older(key) for key in {**self._many, **self._latest})
        return self._older.size + here - replaced

    def __bool__(self) -> bool:
        return bool(self._many or self._latest or (self._older and self._older.size))

    def __repr__(self) -> str:
        return f"Records({dict(self)!r})"


class AppendOnly(Sequence[V]):
    """A row that only grows at its end. Longer rows share what they have in common with those they came from,
    so one more costs no copy, and a row, once made, never changes: not even by a thread beside the loop."""

    __slots__ = ("_all", "_before", "_claims", "_older", "_size")

    def __init__(self, rows: Iterable[V] = (), older: OlderRow[V] | None = None) -> None:
        self._all, self._older = list(rows), older
        self._claims: dict[int, object] = {}  # who may grow the list in place, from that length on
        self._before = older.size if older else 0  # how many come before those that are here
        self._size = len(self._all)

    def and_then(self, more: Sequence[V]) -> AppendOnly[V]:
        """With more at its end."""
        longer: AppendOnly[V] = AppendOnly((), self._older)
        # Only the longest row may grow in place; another continuation of a shorter one gets a list of its own. It is
        # claimed before it is looked at (each is one step to every thread), so that of two threads one only grows it.
        claim = object()
        is_mine = self._claims.setdefault(self._size, claim) is claim
        if is_mine and len(self._all) == self._size:
            longer._all, longer._claims = self._all, self._claims
            longer._all.extend(more)
        else:
            longer._all = [*self._all[: self._size], *more]
        if is_mine:
            self._claims.pop(self._size)
        longer._size = self._size + len(more)
        return longer

    def begins_with(self, other: AppendOnly[V]) -> bool:
        """Whether `other` is the beginning of this row."""
        if len(other) > len(self):
            return False
        if self._older is other._older:
            return self._all is other._all or self._all[: other._size] == other._all[: other._size]
        return all(mine is theirs or mine == theirs for mine, theirs in zip(self, other))

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[V, ...]: ...
    def __getitem__(self, at: int | slice) -> V | tuple[V, ...]:
        if isinstance(at, slice):
            return tuple(self._at(i) for i in range(*at.indices(len(self))))
        return self._at(range(len(self))[at])

    def _at(self, place: int) -> V:
        if place >= self._before or self._older is None:
            return self._all[place - self._before]
        return self._older.row()[place]

    def __iter__(self) -> Iterator[V]:
        if self._older:
            yield from self._older.row()
        yield from islice(self._all, self._size)

    def __len__(self) -> int:
        return self._before + self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AppendOnly) and len(other) == len(self) and self.begins_with(other)

    def __hash__(self) -> int:
        return hash(len(self))

    def __repr__(self) -> str:
        return f"AppendOnly({list(self)!r})"
