"""A double page as SVG: every sheet with the box it lies in, from back to front."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, cast

from game.puppet import compose
from game.puppet.curve import smooth
from game.puppet.landscape import HEX, blended, multiplied
from game.puppet.matrix import IDENTITY, Matrix, Point, applied, moved, product, scaled, turned
from game.puppet.place import Shadow
from game.puppet.rig import Own, Pose, Rig, pose_at
from game.puppet.spread import (
    CastShadow,
    CutPaper,
    Four,
    GlowSpot,
    Laid,
    LightBeam,
    PlacedPart,
    PosedFriend,
    PrintTrail,
    SpreadArt,
    TouchShadow,
)

PAGE: Four = (76, 46, 1128, 530)  # design units: what of a page can be seen, and a little more
ROOM: Four = (120, 60, 120, 40)  # rig units left, above, right, below of a rig's view, where a raised arm may be
SHADE = "#3A2834"
RINGS = 9  # flat rings blurred into one another make a glow
LINE_PIECES, APART = 30, 21.0  # of the prints' line, and how far beside it a print lies


class PageSheet(NamedTuple):
    """Shapes in the box (x, y, width, height). `blur` softens them (0: sharp), `adds` lays them on as light, and of
    `only_shadow` nothing but the shadow is seen."""

    svg: str
    box: Four
    shadow: Shadow | None = None
    blur: float = 0
    adds: bool = False
    only_shadow: bool = False


class PageDrawings(NamedTuple):
    """What the art library gives a page."""

    shapes: Callable[[str], str]
    size: Callable[[str], tuple[float, float]]
    rig: Callable[[str], Rig]


def sheets(art: SpreadArt, drawings: PageDrawings) -> Iterator[PageSheet]:
    """Everything on the page."""
    for laid in art.sheets:
        yield from _sheets(laid, drawings)


def _sheets(laid: Laid, drawings: PageDrawings) -> Iterator[PageSheet]:
    match laid:
        case CutPaper(cut=svg, shadow=shadow):
            yield PageSheet(svg, PAGE, shadow)
        case LightBeam(light=svg, blur=blur):
            yield PageSheet(svg, PAGE, blur=blur, adds=True)
        case PlacedPart():
            yield _part(laid, drawings)
        case PosedFriend():
            yield _friend(laid, drawings)
        case CastShadow():
            yield _shade(laid, drawings)
        case TouchShadow(touch=(x, y, w, h)):
            yield _soft(x, y, w / 2, h / 2, SHADOW_INK, ((1, laid.alpha * 0.6), (0.72, laid.alpha * 0.6)), laid.blur)
        case GlowSpot(glow=(x, y, rx, ry)):
            rings = tuple((0.9 * (1 - i / RINGS), laid.alpha / RINGS * 1.25) for i in range(RINGS))
            yield _soft(x, y, rx, ry, laid.colour, rings, max(2, rx * 0.05), laid.light)
        case PrintTrail():
            yield from _trail(laid, drawings)


SHADOW_INK = "#2E2A3A"


def _soft(
    x: float, y: float, rx: float, ry: float, colour: str, rings: tuple[tuple[float, float], ...], blur: float,
    adds: bool = False,
) -> PageSheet:  # fmt: skip
    """Ellipses (share of the radii, opacity) in one another, softened."""
    body = "".join(
        f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx * k:.1f}" ry="{ry * k:.1f}" fill="{colour}" fill-opacity="{a:.3f}"/>'
        for k, a in rings
    )
    room = blur * 3
    return PageSheet(body, (x - rx - room, y - ry - room, 2 * (rx + room), 2 * (ry + room)), blur=blur, adds=adds)


def _part(laid: PlacedPart, drawings: PageDrawings) -> PageSheet:
    w, h = drawings.size(laid.part)
    k = laid.size / w
    shapes = _lit(drawings.shapes(laid.part), laid.tint)
    if laid.haze:
        colour, share = laid.haze
        shapes = HEX.sub(lambda m: blended(m.group(0), colour, share), shapes)
    outer = product(
        moved(*laid.at), turned(laid.turn), scaled(-k if laid.flip else k, k), moved(-w / 2, -h / 2)
    )  # fmt: skip
    return PageSheet(_seen_through(outer, shapes), _around(outer, (0, 0, w, h)), laid.shadow)


def _friend(laid: PosedFriend, drawings: PageDrawings) -> PageSheet:
    rig, k = drawings.rig(laid.friend), laid.size
    outer = product(
        moved(*laid.at), turned(laid.turn), scaled(-k if laid.flip else k, k), moved(-rig.origin[0], -rig.origin[1])
    )
    shapes = _lit(_posed(rig, laid.clip, laid.phase, laid.pose, drawings), laid.tint)
    return PageSheet(_seen_through(outer, shapes), _around(outer, _seen(rig)), laid.shadow)


def _shade(laid: CastShadow, drawings: PageDrawings) -> PageSheet:
    rig, k = drawings.rig(laid.shade), laid.size
    down: Matrix = (1, 0, -laid.slant * laid.squeeze, laid.squeeze, 0, 0)
    outer = product(moved(*laid.at), down, scaled(k, k), moved(-rig.origin[0], -rig.origin[1]))
    shapes = HEX.sub(SHADE, _posed(rig, laid.clip, 0, laid.pose, drawings))
    shadow = (2, round(laid.alpha * 255), 0)
    return PageSheet(_seen_through(outer, shapes), _around(outer, _seen(rig)), shadow, only_shadow=True)


def _posed(rig: Rig, clip: str, phase: float, pose: Mapping[str, Own], drawings: PageDrawings) -> str:
    """The shapes of a friend who does something of his own at a moment of a clip. He casts no shadow in the rig."""
    whole: dict[str, dict[str, object]] = {name: dict(own) for name, own in pose_at(rig, clip, phase).items()}
    for name, own in {"shadow": {"show": 0}, **pose}.items():
        whole.setdefault(name, {}).update(own)
    # Whoever read the file let nothing but known channels through, as with the clips of a rig.
    return compose.shapes(rig, cast(Pose, whole), drawings.shapes, drawings.rig, IDENTITY, {})


def _trail(laid: PrintTrail, drawings: PageDrawings) -> Iterator[PageSheet]:
    line = smooth(laid.trail, LINE_PIECES)
    top, bottom = laid.y

    def near(y: float) -> float:
        return laid.far + (laid.near - laid.far) * max(0.0, min(1.0, (y - top) / (bottom - top)))

    yield PageSheet(
        "".join(
            f'<path d="M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" stroke="{laid.line}" '
            f'stroke-width="{max(1.6, 5 * near(a[1])):.1f}" stroke-linecap="round"/>'
            for a, b in zip(line, line[1:])
        ),
        PAGE,
    )
    w, h = drawings.size(laid.print)
    shapes, body = drawings.shapes(laid.print), ""
    for at, k in prints(line, laid.gap, near):
        size = laid.size * k / w
        body += _seen_through(product(moved(*at), scaled(size, size), moved(-w / 2, -h / 2)), shapes)
    yield PageSheet(body, PAGE)


def prints(line: list[Point], gap: float, near: Callable[[float], float]) -> Iterator[tuple[Point, float]]:
    """Where prints lie, left and right of the line in turn, and how large."""
    left, side = 0.0, 1
    for a, b in zip(line, line[1:]):
        length = math.dist(a, b)
        left -= length
        if left > 0 or not length:
            continue
        k = near(a[1])
        dx, dy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        aside = APART * k * side
        lower = 8 * k * side if abs(dx) > 0.6 else 0
        yield (a[0] - dy * aside, a[1] + dx * aside * 0.62 + lower), k
        side, left = -side, left + gap * k


def _lit(shapes: str, tint: str) -> str:
    return HEX.sub(lambda m: multiplied(m.group(0), tint), shapes) if tint else shapes


def _seen(rig: Rig) -> Four:
    x, y, w, h = rig.view
    return x - ROOM[0], y - ROOM[1], w + ROOM[0] + ROOM[2], h + ROOM[1] + ROOM[3]


def _seen_through(m: Matrix, shapes: str) -> str:
    return f'<g transform="matrix({" ".join(f"{v:.4f}" for v in m)})">{shapes}</g>'


def _around(m: Matrix, box: Four) -> Four:
    """The upright box around a box seen through a matrix, a little wider."""
    x, y, w, h = box
    corners = [applied(m, p) for p in ((x, y), (x + w, y), (x, y + h), (x + w, y + h))]
    left, top = min(p[0] for p in corners) - 4, min(p[1] for p in corners) - 4
    return left, top, max(p[0] for p in corners) + 4 - left, max(p[1] for p in corners) + 4 - top
