"""What the first picture of a start shows of a family, known before its diary is folded.

The last session made it for the days that follow: nothing told since, it is what the rules say of such a day. It is
only shown; whatever is decided (who may play, what waits, the gate) is read from the folded diary.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from game.core.content import Slot


class Head(NamedTuple):
    """A child as who is playing shows it: asleep where nothing may be played, with a tick where the slot is done.
    `waits` counts the plays that wait for a grown-up's word, `begun` is the moment of its last session (seconds since
    1970; 0 for none)."""

    id: str
    nickname: str
    animal: str
    is_asleep: bool
    is_done: bool
    waits: int
    begun: float


Heads = tuple[Head, ...]  # of those who play, in the order they were added


class FirstLook(NamedTuple):
    """A family at the end of its last session, and its heads on the days it was made for. `exercises` and `programmes`
    are all that was ever named."""

    settings: Mapping[str, str]
    has_pin: bool
    exercises: frozenset[str]
    programmes: frozenset[str]
    heads: Mapping[tuple[date, Slot], Heads]
