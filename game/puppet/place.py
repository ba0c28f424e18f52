"""A place and a chapter's map as their files say: colours by name, and layers from the sky to the front grass.

Design units, y down; a layer is a tile from -200 to 1480. `when` is day or evening, "" always; `seed` makes scatter the
same every day; a shadow is (blur, alpha, dy), None for none. `game.data.files.place_file` reads them,
`game.puppet.landscape` draws them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from game.frozen import dataclass
from game.puppet.matrix import Point

Shadow = tuple[float, int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """Colours from top to bottom, between the two heights `y`."""

    cols: tuple[str, ...]
    y: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stars:
    """So many of one colour, between the two heights `y`."""

    n: int
    y: tuple[int, int]
    col: str
    seed: int = 1
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripe:
    """A band across the tile between two lines; `lip` is the colour of its edge, `lipd` units below."""

    top: tuple[Point, ...]
    bottom: tuple[Point, ...]
    fill: str
    lip: str = ""
    lipd: float = 9
    shadow: Shadow | None = (6, 50, 3)
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Shapes written out, `$name` standing for a colour."""

    d: str
    shadow: Shadow | None = None
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Short strokes on the ground of the lengths and heights from .. to, `curve` units bent."""

    n: int
    y: tuple[float, float]
    len: tuple[float, float]
    col: str
    w: float = 7
    curve: float = -8
    seed: int = 1
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Props:
    """Drawings that stand on a layer: by hand `at` (x, y, size, degrees; all but x may be left out), else `n` scattered
    over `x`, on the crest or within the heights `band`, out of the stretch `clear`. `turn` is degrees at most."""

    part: tuple[str, ...]
    at: tuple[tuple[float, ...], ...] | None = None
    n: int = 0
    size: tuple[float, float] = (40, 40)
    band: tuple[float, float] | None = None
    x: tuple[float, float] | None = None
    clear: tuple[float, float] | None = None
    anchor: str = "foot"
    sink: float = 0
    turn: float = 0
    flip: bool = False
    glow: bool = False
    behind: bool = False
    haze: float | None = None
    seed: int = 1
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One sheet; `crest` is its upper edge, `ceiling` the lower one of what hangs from above. `par` is how fast it
    passes (1 as the ground), `drift` units a second by itself, `haze` how far what stands on it is mixed to
    `haze_to`."""

    id: str = ""
    par: float = 1
    drift: float = 0
    sky: Sky | None = None
    stars: Stars | None = None
    crest: tuple[Point, ...] | None = None
    ceiling: tuple[Point, ...] | None = None
    fill: str | None = None
    lip: str = ""
    lipd: float = 5
    shadow: Shadow | None = (10, 60, -2)
    haze: float = 0
    haze_to: str = "haze"
    props: tuple[Props, ...] = ()
    prop_shadow: Shadow | None = (6, 50, 4)
    bands: tuple[Stripe, ...] = ()
    svg: tuple[Drawn, ...] = ()
    marks: tuple[Marks, ...] = ()
    grain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceArt:
    """Colours by day, and what the evening has instead (`tint` colours all others). `feet` is the colour of the ground
    under a puppet's feet, `clear` the stretch where nothing may stand in its way."""

    day: Mapping[str, str]
    evening: Mapping[str, str]
    layers: tuple[Layer, ...]
    clear: tuple[float, float] = (330, 900)
    feet: str = ""
    grain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PathLook:
    """How a map's path looks: `style` is dots, stones, slices or planks."""

    w: float = 54
    style: str = "dots"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailArt(PlaceArt):
    """A place with a path: in by `lead`, through the nodes, each perhaps by way of further points (`via`, by the node's
    number from 1), to the gift and on by `tail`. `friends` stand at the nodes."""

    path: PathLook
    lead: tuple[Point, ...]
    nodes: tuple[Point, ...]
    gift: Point
    via: Mapping[int, tuple[Point, ...]] = field(default_factory=dict)
    tail: tuple[Point, ...] = ()
    friends: tuple[str, ...] = ()
