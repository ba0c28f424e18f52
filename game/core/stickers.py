"""A sticker of the book: a motif below `parts/stickers/` in a box of 200 x 200, on a round tint."""

from __future__ import annotations

from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Sticker:
    """One of a place's twelve; `tilt` is in degrees, counter-clockwise."""

    id: str
    place: str
    tint: str
    tilt: float
