"""What YAML gives, made fast: tuples for lists, so that a frozen value holds nothing that can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]


def fixed(said: Values) -> dict[str, Any]:
    """The same table with tuples for lists, also for those within lists; tables within stay as they are."""
    return {key: row(value) if isinstance(value, list) else value for key, value in said.items()}


def row(values: list[Any]) -> tuple[Any, ...]:
    """The same row as a tuple."""
    return tuple(row(value) if isinstance(value, list) else value for value in values)
