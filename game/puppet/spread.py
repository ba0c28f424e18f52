"""A double page of the story as its file says: cut paper, drawings and posed friends from the sky to the front grass.

Design units, y down, the whole of 1280 x 720; what of it is seen is cut to the pages. A shadow is (blur, alpha, dy),
None for none; `alpha` of soft things is 0..1; degrees clockwise. `game.data.files.spread_file` reads them,
`game.puppet.spread_sheets` draws them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from game.frozen import dataclass
from game.puppet.matrix import Point
from game.puppet.place import Shadow
from game.puppet.rig import Own

Four = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutPaper:
    """Shapes written out."""

    cut: str
    shadow: Shadow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPart:
    """A drawing `size` wide with its middle `at` a point; `tint` multiplies its colours, `haze` (colour, share) mixes
    them."""

    part: str
    at: Point
    size: float
    turn: float = 0
    flip: bool = False
    tint: str = ""
    haze: tuple[str, float] | None = None
    shadow: Shadow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosedFriend:
    """A puppet with its ground point `at` a point, at one moment of a clip; `pose` is what parts do instead."""

    friend: str
    clip: str
    at: Point
    size: float
    phase: float = 0
    turn: float = 0
    flip: bool = False
    tint: str = ""
    pose: Mapping[str, Own] = field(default_factory=dict)
    shadow: Shadow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CastShadow:
    """A puppet's shadow on the ground seen from above: its shape laid down from the feet, `squeeze` times as long and
    `slant` aside for every unit up."""

    shade: str
    clip: str
    at: Point
    size: float
    squeeze: float
    slant: float
    alpha: float
    pose: Mapping[str, Own] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchShadow:
    """The flat soft ellipse (x, y, width, height) under what stands on the ground."""

    touch: Four
    alpha: float
    blur: float = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GlowSpot:
    """Soft light (x, y, radius across, radius down); `light` adds it to what is there instead of painting it."""

    glow: Four
    colour: str
    alpha: float
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LightBeam:
    """Shapes that are light, softened."""

    light: str
    blur: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintTrail:
    """Lumi's way: round prints left and right of one thin line, `far` times as large at the upper of the heights `y`,
    `near` at the lower."""

    trail: tuple[Point, ...]
    far: float
    near: float
    y: tuple[float, float]
    line: str
    print: str
    gap: float
    size: float


Laid = CutPaper | PlacedPart | PosedFriend | CastShadow | TouchShadow | GlowSpot | LightBeam | PrintTrail


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadArt:
    """One double page, its sheets from back to front on the `ground`."""

    ground: str
    sheets: tuple[Laid, ...]
