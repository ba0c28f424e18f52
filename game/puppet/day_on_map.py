"""What is new on a map on a day: drawn from the date and the child, the same all day, and no reward for looking.

Nothing comes two days running: every kind comes in a turn of the child's own. A nest grows with the chapter's days.
Design units, y down; a foot stands at (x, y). `game.data.files.day_file` reads what `assets/days.yaml` says.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from game.frozen import dataclass
from game.puppet.matrix import Point

T = TypeVar("T")
FEWEST = 3  # flowers on a Monday; one more every day of the week
NEST = 5  # how often a nest changes


@dataclass(frozen=True, slots=True, kw_only=True)
class DayArt:
    """Of one place: where there is room, and the kinds (a drawing and its width) that may come."""

    ground: tuple[Point, ...]
    bloom: tuple[Point, ...]
    air: tuple[Point, ...]
    sky: tuple[Point, ...]
    peek: tuple[Point, ...]
    nest: Point
    visitors: tuple[tuple[str, float], ...]
    flyers: tuple[tuple[str, float], ...]
    blooms: tuple[tuple[str, float], ...]
    weathers: tuple[str, ...]


class Small(NamedTuple):
    """A drawing on the ground or in the air."""

    part: str
    at: Point
    size: float


@dataclass(frozen=True, slots=True)
class DayOnMap:
    """One day of one child. `nest` is 1 to 5; `friend` peeks out at `peek`, "" where all friends are on the path."""

    weather: str
    sky: Point
    visitor: Small
    flyer: Small
    blooms: tuple[Small, ...]
    nest: int
    friend: str
    peek: Point
    puddles: tuple[Point, ...]


def day_on_map(art: DayArt, child: str, day: date, nth: int, friends: Sequence[str], busy: Collection[str]) -> DayOnMap:
    """The day's map. `nth` is the day's place in the chapter from 1, `busy` are the friends who stand on the path."""
    n, week = day.toordinal(), (day.toordinal() - 1) // 7
    spots = _shuffled(art.ground, f"{child} {day}")
    part, size = _turn(art.visitors, child, "visitor", n)
    wings, wide = _turn(art.flyers, child, "flyer", n)
    bloom, small = _turn(art.blooms, child, "bloom", week)
    row = _shuffled(art.bloom, f"{child} {week}")
    free = [friend for friend in friends if friend not in busy]
    return DayOnMap(
        weather=_turn(art.weathers, child, "weather", n + week),  # a place may have seven kinds, as a week has days
        sky=_turn(art.sky, child, "sky", n),
        visitor=Small(part, spots[0], size),
        flyer=Small(wings, _turn(art.air, child, "air", n), wide),
        blooms=tuple(Small(bloom, at, small) for at in row[: FEWEST + day.weekday()]),
        nest=max(1, min(NEST, nth)),
        friend=_turn(free, child, "friend", n) if free else "",
        peek=_turn(art.peek, child, "peek", n),
        puddles=tuple(spots[1:3]),
    )


def _turn(row: Sequence[T], child: str, what: str, n: int) -> T:
    """The n-th of a row in the child's own order: all of it comes, and two days running are never the same."""
    return _shuffled(row, f"{child} {what}")[n % len(row)]


def _shuffled(row: Sequence[T], seed: str) -> list[T]:
    chance = random.Random(seed)
    return chance.sample(row, len(row))
