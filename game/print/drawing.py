"""The game's drawings on paper: SVG as our artists and puppets write it, as the outlines a sheet knows.

Read are `path`, `rect`, `circle`, `ellipse` and `g` with fills, strokes, opacities and transforms: all that stands in
`assets/parts` and all that `game.puppet.compose` writes. Anything else is a ValueError, so that nothing is left out
unseen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from xml.etree import ElementTree

from game.frozen import dataclass
from game.print.paths import segments
from game.print.sheet import Matrix, Shape

NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
TURN = re.compile(r"(\w+)\(([^)]*)\)")
Box = tuple[float, float, float, float]  # left, top, width, height
SAME: Matrix = (1, 0, 0, 1, 0, 0)
FAINTEST = 0.02  # opacity below which a shape is not there
INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-opacity",
    "stroke-opacity", "fill-rule",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing's own box (its `viewBox`) and its outlines from back to front, in its own units."""

    box: Box
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=64)
def drawing(svg: str) -> Drawing:
    """The document as outlines. ValueError for what is no such document."""
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314  (drawings of our own)
    except ElementTree.ParseError as error:
        raise ValueError(f"no SVG document: {error}") from error
    box = _numbers(root.get("viewBox", ""))
    if len(box) != 4:
        raise ValueError("a drawing needs a viewBox of four numbers")
    return Drawing((box[0], box[1], box[2], box[3]), tuple(_inside(root, {}, 1.0, SAME)))


def _inside(parent: ElementTree.Element, above: Mapping[str, str], opacity: float, turned: Matrix) -> Iterator[Shape]:
    for element in parent:
        kind = element.tag.rpartition("}")[2]
        style = {**above, **{name: value for name in INHERITED if (value := element.get(name)) is not None}}
        seen = opacity * float(element.get("opacity", "1"))
        placed = product(turned, _transform(element.get("transform", "")))
        if kind == "g":
            yield from _inside(element, style, seen, placed)
        else:
            yield from _painted(_outline(kind, element), style, seen, placed)


def _painted(outline: str, style: Mapping[str, str], opacity: float, turned: Matrix) -> Iterator[Shape]:
    """The outline as one shape, or as two where fill and stroke are not equally solid."""
    stroke = _colour(style.get("stroke", "none"))
    fill = None if stroke and _is_flat(outline) else _colour(style.get("fill", "#000000"))
    solid_fill = opacity * float(style.get("fill-opacity", "1")) if fill else 0.0
    solid_stroke = opacity * float(style.get("stroke-opacity", "1")) if stroke else 0.0
    whole = Shape(
        outline, fill, stroke, float(style.get("stroke-width", "1")),
        tuple(_numbers(style.get("stroke-dasharray", ""))),
        "round" in (style.get("stroke-linecap"), style.get("stroke-linejoin")),
        style.get("fill-rule") == "evenodd", max(solid_fill, solid_stroke), turned,
    )  # fmt: skip
    if fill and stroke and abs(solid_fill - solid_stroke) > 1e-6:
        parts = [replace(whole, stroke=None, opacity=solid_fill), replace(whole, fill=None, opacity=solid_stroke)]
    else:
        parts = [whole]
    yield from (part for part in parts if (part.fill or part.stroke) and part.opacity >= FAINTEST)


def _is_flat(outline: str) -> bool:
    """Whether it is one straight line, of which SVG fills nothing and a printer a hair."""
    points = [point for segment in segments(outline) for point in segment.points]
    (ax, ay), (bx, by) = points[0], max(points, key=lambda point: math.dist(point, points[0]))
    return all(abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 1e-9 for x, y in points)


def _outline(kind: str, element: ElementTree.Element) -> str:
    def n(name: str) -> float:
        return float(element.get(name, "0"))

    match kind:
        case "path":
            return element.get("d", "")
        case "circle":
            return _ellipse(n("cx"), n("cy"), n("r"), n("r"))
        case "ellipse":
            return _ellipse(n("cx"), n("cy"), n("rx"), n("ry"))
        case "rect":
            return _rect(n("x"), n("y"), n("width"), n("height"), float(element.get("rx", element.get("ry", "0"))))
    raise ValueError(f"<{kind}> is not drawn on paper")


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    return f"M{cx - rx:.4f} {cy:.4f}a{rx:.4f} {ry:.4f} 0 1 1 {2 * rx:.4f} 0a{rx:.4f} {ry:.4f} 0 1 1 {-2 * rx:.4f} 0z"


def _rect(x: float, y: float, w: float, h: float, r: float) -> str:
    r = min(r, w / 2, h / 2)
    if r <= 0:
        return f"M{x:.4f} {y:.4f}h{w:.4f}v{h:.4f}h{-w:.4f}z"
    across, down, turn = w - 2 * r, h - 2 * r, f"a{r:.4f} {r:.4f} 0 0 1"
    return (
        f"M{x + r:.4f} {y:.4f}h{across:.4f}{turn} {r:.4f} {r:.4f}v{down:.4f}{turn} {-r:.4f} {r:.4f}"
        f"h{-across:.4f}{turn} {-r:.4f} {-r:.4f}v{-down:.4f}{turn} {r:.4f} {-r:.4f}z"
    )


def _colour(text: str) -> str | None:
    """A colour as #RRGGBB, None for none."""
    if text == "none":
        return None
    if re.fullmatch("#[0-9A-Fa-f]{3}", text):
        text = "#" + "".join(2 * digit for digit in text[1:])
    if not re.fullmatch("#[0-9A-Fa-f]{6}", text):
        raise ValueError(f"{text} is no colour of six digits")
    return text.upper()


def _numbers(text: str) -> list[float]:
    return [float(number) for number in NUMBERS.findall(text)]


# ------------------------------------------------------------------------------------------ where it stands
def _transform(text: str) -> Matrix:
    whole = SAME
    for name, values in TURN.findall(text):
        whole = product(whole, _turn(name, _numbers(values)))
    return whole


def _turn(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *y]:
            return 1, 0, 0, 1, x, y[0] if y else 0
        case "scale", [x, *y]:
            return x, 0, 0, y[0] if y else x, 0, 0
        case "rotate", [degrees, *about]:
            cx, cy = (about[0], about[1]) if about else (0.0, 0.0)
            cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
            return cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy
    raise ValueError(f"{name}: no such transform with {len(values)} numbers")


def product(a: Matrix, b: Matrix) -> Matrix:
    """First b, then a.

    >>> product((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 3, 4))
    (2, 0, 0, 2, 6, 8)
    """
    return (
        a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
    )  # fmt: skip


def placed(shapes: Iterable[Shape], scale: float, dx: float, dy: float) -> tuple[Shape, ...]:
    """The shapes drawn larger or smaller about (0, 0), then moved."""
    return tuple(replace(shape, turned=product((scale, 0, 0, scale, dx, dy), shape.turned)) for shape in shapes)


def mirrored(shapes: Iterable[Shape], x: float) -> tuple[Shape, ...]:
    """The shapes as a mirror shows them that stands upright at `x`."""
    return tuple(replace(shape, turned=product((-1, 0, 0, 1, 2 * x, 0), shape.turned)) for shape in shapes)


def bounds(shapes: Iterable[Shape]) -> Box:
    """A box around everything that is drawn; control points of curves count as if they were drawn. ValueError where
    there is nothing."""
    boxes = [box for shape in shapes if (box := _bounds(shape))]
    if not boxes:
        raise ValueError("nothing is drawn")
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return left, top, right - left, bottom - top


def _bounds(shape: Shape) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of a shape with its stroke."""
    a, b, c, d, e, f = shape.turned
    points = [
        (a * x + c * y + e, b * x + d * y + f) for segment in segments(shape.outline) for x, y in segment.points
    ]  # fmt: skip
    if not points:
        return None
    half = shape.width / 2 * math.sqrt(abs(a * d - b * c)) if shape.stroke else 0.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half
