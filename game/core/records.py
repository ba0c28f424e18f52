"""A mapping that grows without being copied whole: ten years of plays, and one more.

The many are shared between versions, only the few latest are copied; so a version, once made, never changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")
MANY = 128  # changes copied with every version before they join the shared ones


class Records(Mapping[str, V], Generic[V]):
    """Frozen records by id, in the order they were first put in."""

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
