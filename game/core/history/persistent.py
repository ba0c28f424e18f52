"""Frozen records that grow without being copied whole: ten years of plays, and one more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar, overload

V = TypeVar("V")
MANY = 128  # changes copied with every version before they join the shared ones


class Records(Mapping[str, V], Generic[V]):
    """Frozen records by id, in the order they were first put in.

    The many are shared between versions, only the few latest are copied; so a version, once made, never changes.
    """

    __slots__ = ("_latest", "_many", "_size")

    def __init__(self, many: dict[str, V] | None = None, latest: dict[str, V] | None = None) -> None:
        self._many, self._latest = many or {}, latest or {}
        self._size = len(self._many) + sum(key not in self._many for key in self._latest)

    def having(self, changes: Mapping[str, V]) -> Records[V]:
        """With these put in or replaced."""
        if not changes:
            return self
        latest = {**self._latest, **changes}
        return Records(self._many, latest) if len(latest) <= MANY else Records({**self._many, **latest})

    def __getitem__(self, key: str) -> V:
        return self._latest[key] if key in self._latest else self._many[key]

    def __contains__(self, key: object) -> bool:
        return key in self._latest or key in self._many

    def __iter__(self) -> Iterator[str]:
        yield from self._many
        yield from (key for key in self._latest if key not in self._many)

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return f"Records({dict(self)!r})"


class AppendOnly(Sequence[V]):
    """A row that only grows at its end. Longer rows share what they have in common with those they came from,
    so one more costs no copy, and a row, once made, never changes."""

    __slots__ = ("_all", "_size")

    def __init__(self, rows: Iterable[V] = ()) -> None:
        self._all = list(rows)
        self._size = len(self._all)

    def and_then(self, more: Sequence[V]) -> AppendOnly[V]:
        """With more at its end."""
        longer: AppendOnly[V] = AppendOnly()
        # Only the longest row may grow in place; another continuation of a shorter one gets a list of its own.
        longer._all = self._all if len(self._all) == self._size else self._all[: self._size]
        longer._all.extend(more)
        longer._size = self._size + len(more)
        return longer

    def begins_with(self, other: AppendOnly[V]) -> bool:
        """Whether `other` is the beginning of this row."""
        if other._size > self._size:
            return False
        return self._all is other._all or self._all[: other._size] == other._all[: other._size]

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[V, ...]: ...
    def __getitem__(self, at: int | slice) -> V | tuple[V, ...]:
        if isinstance(at, slice):
            return tuple(self._all[i] for i in range(*at.indices(self._size)))
        return self._all[range(self._size)[at]]

    def __iter__(self) -> Iterator[V]:
        return islice(self._all, self._size)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AppendOnly) and len(other) == len(self) and self.begins_with(other)

    def __hash__(self) -> int:
        return hash(self._size)

    def __repr__(self) -> str:
        return f"AppendOnly({list(self)!r})"
