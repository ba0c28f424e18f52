"""Keyframes: what a channel is at a phase of its clip.

A key is its phase, its value and its ease; phases run 0..1 and the ease belongs to the segment that starts there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Value = float | str  # a number, or the name of a drawing, a clip, a colour or a line
Key = tuple[float, Value, str]
Track = Value | tuple[Key, ...]
EASE = "inout"  # where a key names none

EASES: Mapping[str, Callable[[float], float]] = {
    "lin": lambda u: u,
    "in": lambda u: u * u,
    "out": lambda u: 1 - (1 - u) ** 2,
    "inout": lambda u: u * u * (3 - 2 * u),
    "hold": lambda u: 0.0,
    "back": lambda u: 1 + 2.2 * (u - 1) ** 3 + 1.2 * (u - 1) ** 2,
}


def value_at(track: Track, phase: float, loops: bool = True) -> Value:
    """The value of a track; a plain value is constant, words are never mixed.

    >>> value_at(((0, 0.0, "lin"), (0.5, 10.0, "lin")), 0.75)
    5.0
    """
    if not isinstance(track, tuple):
        return track
    ordered = sorted(track, key=lambda key: key[0])
    if len(ordered) == 1:
        return ordered[0][1]
    if loops:
        start, value, ease = ordered[0]
        ordered.append((start + 1.0, value, ease))
    if phase < ordered[0][0]:
        if not loops:
            return ordered[0][1]
        phase += 1.0
    for key, after in zip(ordered, ordered[1:]):
        if key[0] <= phase < after[0]:
            return _between(key, after, phase)
    return ordered[-1][1]


def _between(key: Key, after: Key, phase: float) -> Value:
    (start, value, ease), (end, last, _) = key, after
    if isinstance(value, str) or isinstance(last, str):
        return value
    u = 0.0 if end == start else (phase - start) / (end - start)
    return value + (last - value) * EASES[ease](u)
