"""A sheet of paper: words, outlines and pictures, each with its place. Lengths are points (1/72 inch), y grows down.

A sheet is only a list of marks. `game.print.pdf` writes it for a printer, `game.print.svg` for a browser, and the game
shows it on the screen; nobody has to read one of these to write another.
"""

from __future__ import annotations

from dataclasses import replace

from game.frozen import dataclass

MM = 72 / 25.4  # points
A4 = (210 * MM, 297 * MM)
REGULAR, BOLD = "SemiBold", "ExtraBold"  # the shipped weights; see `game.data.files.art.ArtLibrary.font`
BLACK = "#1D1720"
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: its left end on the base line, its size, weight and colour (#RRGGBB). `width` is told of one that
    begins at the right, for a browser may set its letters in another type; 0 where nobody asks."""

    x: float
    y: float
    text: str
    size: float
    weight: str = REGULAR
    colour: str = BLACK
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline in SVG's words, filled, drawn along, or both. `dash` are lengths on and off; `turned` is SVG's matrix,
    applied before the outline is placed; `opacity` goes from 0 to 1."""

    outline: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    is_round: bool = False
    is_even_odd: bool = False
    opacity: float = 1.0
    turned: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A raster picture: three bytes a pixel from the top left, row by row, and how solid each is (None: all are)."""

    width: int
    height: int
    rgb: bytes
    alpha: bytes | None = None

    def __post_init__(self) -> None:
        many = self.width * self.height
        if len(self.rgb) != 3 * many or (self.alpha is not None and len(self.alpha) != many):
            raise ValueError(f"{self.width} x {self.height} pixels need {3 * many} bytes, and {many} of alpha")


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A whole JPEG file."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture stretched over a box."""

    x: float
    y: float
    w: float
    h: float
    image: Pixels | Jpeg


@dataclass(frozen=True, slots=True)
class Window:
    """A box with round corners through which its marks are seen; nothing of them is drawn outside. `said` tells what it
    shows to who cannot see it."""

    x: float
    y: float
    w: float
    h: float
    radius: float
    marks: tuple[Mark, ...]
    said: str = ""


Mark = TextLine | Shape | Picture | Window


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the later mark lies on the earlier. `is_rtl`: its lines are in a language read from right to left."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    is_rtl: bool = False


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark elsewhere."""
    if isinstance(mark, Shape):
        a, b, c, d, e, f = mark.turned
        return replace(mark, turned=(a, b, c, d, e + dx, f + dy))
    if isinstance(mark, Window):
        inside = tuple(moved(one, dx, dy) for one in mark.marks)
        return replace(mark, x=mark.x + dx, y=mark.y + dy, marks=inside)
    return replace(mark, x=mark.x + dx, y=mark.y + dy)


def line(x1: float, y1: float, x2: float, y2: float, width: float = 0.6, colour: str = BLACK) -> Shape:
    """A straight line."""
    return Shape(f"M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}", stroke=colour, width=width)


def box(
    x: float, y: float, w: float, h: float, *, fill: str | None = None, stroke: str | None = None, width: float = 0.8,
    radius: float = 0.0,
) -> Shape:  # fmt: skip
    """A rectangle, its corners round or not."""
    return Shape(box_outline(x, y, w, h, radius), fill, stroke, width)


def box_outline(x: float, y: float, w: float, h: float, radius: float = 0.0) -> str:
    """A rectangle's outline."""
    if radius <= 0:
        return f"M{x:.2f} {y:.2f}h{w:.2f}v{h:.2f}h{-w:.2f}z"
    r = min(radius, w / 2, h / 2)
    return (
        f"M{x + r:.2f} {y:.2f}h{w - 2 * r:.2f}a{r:.2f} {r:.2f} 0 0 1 {r:.2f} {r:.2f}v{h - 2 * r:.2f}"
        f"a{r:.2f} {r:.2f} 0 0 1 {-r:.2f} {r:.2f}h{2 * r - w:.2f}a{r:.2f} {r:.2f} 0 0 1 {-r:.2f} {-r:.2f}"
        f"v{2 * r - h:.2f}a{r:.2f} {r:.2f} 0 0 1 {r:.2f} {-r:.2f}z"
    )


def disc(
    cx: float, cy: float, r: float, *, fill: str | None = None, stroke: str | None = None, width: float = 0.8
) -> Shape:
    """A circle."""
    return Shape(
        f"M{cx - r:.2f} {cy:.2f}a{r:.2f} {r:.2f} 0 1 1 {2 * r:.2f} 0a{r:.2f} {r:.2f} 0 1 1 {-2 * r:.2f} 0z",
        fill, stroke, width,
    )  # fmt: skip
