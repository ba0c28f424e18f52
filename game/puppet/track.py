"""Keyframes: what a channel is at a phase of its clip.

A key is [phase, value] or [phase, value, ease]; phases run 0..1 and the ease belongs to the segment that starts there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

EASES: Mapping[str, Callable[[float], float]] = {
    "lin": lambda u: u,
    "in": lambda u: u * u,
    "out": lambda u: 1 - (1 - u) ** 2,
    "inout": lambda u: u * u * (3 - 2 * u),
    "hold": lambda u: 0.0,
    "back": lambda u: 1 + 2.2 * (u - 1) ** 3 + 1.2 * (u - 1) ** 2,
}


def value_at(keys: Any, phase: float, loops: bool = True) -> Any:
    """The value of a track; a plain value is constant, words are never mixed.

    >>> value_at([[0, 0.0, "lin"], [0.5, 10.0, "lin"]], 0.75)
    5.0
    """
    if not isinstance(keys, list | tuple):
        return keys
    ordered = sorted(keys, key=lambda key: key[0])
    if len(ordered) == 1:
        return ordered[0][1]
    if loops:
        ordered.append([ordered[0][0] + 1.0, *ordered[0][1:]])
    if phase < ordered[0][0]:
        if not loops:
            return ordered[0][1]
        phase += 1.0
    for key, after in zip(ordered, ordered[1:]):
        if key[0] <= phase < after[0]:
            return _between(key, after, phase)
    return ordered[-1][1]


def _between(key: Any, after: Any, phase: float) -> Any:
    if isinstance(key[1], str):
        return key[1]
    u = 0.0 if after[0] == key[0] else (phase - key[0]) / (after[0] - key[0])
    u = EASES[key[2] if len(key) > 2 else "inout"](u)
    return key[1] + (after[1] - key[1]) * u
