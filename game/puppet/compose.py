"""A pose as one SVG text: parts placed by their matrices, limbs bent by two-bone IK, toes curled joint by joint.

Everything of a pose becomes one picture, so joints stay crisp and limbs are true curves. Recolouring is text: a
friend's `swap`, a child's skin tone, the grey of a mistake.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from game.puppet import curve
from game.puppet.matrix import IDENTITY, Matrix, Point, applied, moved, product, scaled, turned
from game.puppet.rig import Actor, Limb, Nail, Own, Pose, PuppetPart, Rig, Shown, Toe, pose_at

Drawing = Callable[[str], str]
Layer = tuple[float, str]
S = TypeVar("S", bound=Shown)
NOTHING: Own = {}  # a part that does nothing in a pose
NUMBER = re.compile(r'(#[0-9A-Fa-f]{3,8}\b|id="[^"]*"|-?\d*\.?\d+)')
LIMB_PIECES = 20


def frame(
    rig: Rig, clip: str, phase: float, drawing: Drawing, rigs: Callable[[str], Rig], swap: Mapping[str, str]
) -> str:
    """The SVG document of one frame, the rig's view as its box; `drawing` gives the shapes of a part's file."""
    x, y, w, h = rig.view
    body = shapes(rig, pose_at(rig, clip, phase), drawing, rigs, IDENTITY, swap)
    box = f'viewBox="{x:g} {y:g} {w:g} {h:g}" width="{w:g}" height="{h:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def shapes(
    rig: Rig, pose: Pose, drawing: Drawing, rigs: Callable[[str], Rig], outer: Matrix, swap: Mapping[str, str]
) -> str:
    """The shapes of a pose from back to front, seen through `outer`."""
    maker = _Maker(rig, pose, drawing, outer)
    layers: list[Layer] = [*maker.parts(), *maker.limbs(), *maker.chains(), *maker.paths()]
    for spec, own, _ in maker.shown(rig.actors):
        layers.append((own.get("z", spec.z), _actor(spec, own, pose, drawing, rigs, outer)))
    text = "\n".join(text for _, text in sorted(layers, key=lambda layer: layer[0]))
    return recoloured(text, {**rig.swap, **swap})


def recoloured(text: str, swap: Mapping[str, str]) -> str:
    """Colours exchanged in one pass, so that a swap never swaps its own result."""
    if not swap:
        return text
    lookup = {key.upper(): value for key, value in swap.items()}
    return re.sub("|".join(re.escape(key) for key in swap), lambda m: lookup[m.group(0).upper()], text, flags=re.I)


def mixed(a: str, b: str, share: float) -> str:
    """A drawing between two with the same commands; colours are the first one's.

    >>> mixed('M0 0', 'M10 4', 0.5)
    'M5.00 2.00'
    """
    pieces, others = NUMBER.split(a), NUMBER.split(b)
    if len(pieces) != len(others):
        raise ValueError(f"cannot morph: {len(pieces)} pieces against {len(others)}")
    out = []
    for x, y in zip(pieces, others):
        if x != y and not x.startswith(("#", "id=")):
            x = f"{float(x) * (1 - share) + float(y) * share:.2f}"
        out.append(x)
    return "".join(out)


def _matrix(m: Matrix) -> str:
    """A matrix in SVG's order; a thousandth of a unit is finer than any screen."""
    return f"{m[0]:.4f} {m[1]:.4f} {m[2]:.4f} {m[3]:.4f} {m[4]:.3f} {m[5]:.3f}"


def _actor(spec: Actor, own: Own, pose: Pose, drawing: Drawing, rigs: Callable[[str], Rig], outer: Matrix) -> str:
    """Another rig inside this one, playing its own clip."""
    other, k, at = rigs(spec.rig), spec.scale, spec.at
    inner = product(
        outer,
        moved(at[0] + own.get("x", 0), at[1] + own.get("y", 0)),
        scaled(k * spec.flip, k),
        moved(-other.origin[0], -other.origin[1]),
    )
    phase = pose.get("_phase", NOTHING).get("phase", 0.0)
    phase = (phase * spec.times + spec.phase) % 1.0
    return shapes(other, pose_at(other, own.get("clip", spec.clip), phase), drawing, rigs, inner, {})


class _Maker:
    """One pose of one rig on its way to text; remembers the matrices it has worked out."""

    def __init__(self, rig: Rig, pose: Pose, drawing: Drawing, outer: Matrix) -> None:
        self.rig, self.pose, self.drawing, self.outer = rig, pose, drawing, outer
        self.scale = math.hypot(outer[0], outer[1])
        self._worlds: dict[str, Matrix] = {"root": self._root()}

    def _root(self) -> Matrix:
        own, (ox, oy) = self.pose.get("root", NOTHING), self.rig.origin
        return product(
            self.outer,
            moved(ox + own.get("x", 0), oy + own.get("y", 0)),
            turned(own.get("rot", 0)),
            scaled(own.get("sx", 1), own.get("sy", 1)),
            moved(-ox, -oy),
        )

    def world(self, name: str) -> Matrix:
        """parent * T(at + xy) * R * S * T(-pivot)"""
        if name not in self._worlds:
            spec, own = self.rig.parts[name], self.pose.get(name, NOTHING)
            at, pivot = self._place(spec, own), spec.pivot
            self._worlds[name] = product(
                self._on_limb(*spec.worn) if spec.worn else self.world(spec.parent),
                moved(at[0] + own.get("x", 0), at[1] + own.get("y", 0)),
                turned(own.get("rot", 0) + spec.rot),
                scaled(own.get("sx", 1) * spec.sx, own.get("sy", 1) * spec.sy),
                moved(-pivot[0], -pivot[1]),
            )
        return self._worlds[name]

    def _place(self, spec: PuppetPart, own: Own) -> Point:
        """Where a part hangs; one that follows a growing line rides on its end, `follow_w` 1 to 0 glides it home."""
        at, line = spec.at, own.get("follow")
        if not line:
            return at
        points = self.rig.paths[line].pts
        end = curve.along(points, self.pose.get(line, NOTHING).get("u", 0))[-1]
        w = own.get("follow_w", 1)
        return at[0] + (end[0] - points[0][0]) * w, at[1] + (end[1] - points[0][1]) * w

    def _on_limb(self, name: str, up: float) -> Matrix:
        """The frame `up` units above a limb's end, y along the limb: what is worn there cannot come off it."""
        line = self._centre(self.rig.limbs[name], self.pose.get(name, NOTHING), 0, 1)
        (x, y), (dx, dy) = curve.back_from_end(line, up * self.scale)
        hand = math.copysign(1, self.outer[0] * self.outer[3] - self.outer[1] * self.outer[2])  # a mirrored actor
        k = self.scale
        return dy * hand * k, -dx * hand * k, dx * k, dy * k, x, y

    def shown(self, specs: Mapping[str, S]) -> Iterable[tuple[S, Own, str]]:
        """What is seen in this pose, with what it does and its name."""
        for name, spec in specs.items():
            own = self.pose.get(name, NOTHING)
            if own.get("show", spec.show):
                yield spec, own, name

    def colour(self, name: str) -> str:
        return self.rig.colours.get(name, name)

    def parts(self) -> Iterable[Layer]:
        for spec, own, name in self.shown(self.rig.parts):
            file = own.get("svg", spec.svg)
            opacity = own.get("op", spec.op)
            if not file or opacity < 0.01:
                continue
            matrix = _matrix(self.world(name))
            see = "" if opacity == 1 else f' opacity="{opacity:.3f}"'
            body = self._body(file, own.get("morph", 0), spec.morph)
            yield own.get("z", spec.z), f'<g transform="matrix({matrix})"{see}>{body}</g>'

    def _body(self, file: str, share: float, others: tuple[str, ...]) -> str:
        """A part's shapes, perhaps on the way to the next drawing of its list."""
        file = self.rig.art.get(file, file)
        if not others or not share:
            return self.drawing(file)
        row = (file, *others)
        i = min(int(share), len(row) - 2)
        return mixed(self.drawing(row[i]), self.drawing(row[i + 1]), share - i)

    def limbs(self) -> Iterable[Layer]:
        for spec, own, _ in self.shown(self.rig.limbs):
            yield own.get("z", spec.z), self._limb(spec, own)

    def _limb(self, spec: Limb, own: Own) -> str:
        """Two bones from a to b as one tapered curve, bent towards where the knee would be."""
        points = self._centre(spec, own, *spec.t)
        widths = [curve.width_at(spec.w, i / LIMB_PIECES) * self.scale for i in range(LIMB_PIECES + 1)]
        text = curve.tube(points, widths, self.colour(own.get("fill", spec.fill)))
        if spec.edge:  # the paper's lip: the same shape, darker, a little lower
            ex, ey = (v * self.scale for v in spec.edge_off)
            text = curve.tube([(x + ex, y + ey) for x, y in points], widths, self.colour(spec.edge)) + text
        return text

    def _centre(self, spec: Limb, own: Own, start: float, end: float) -> list[Point]:
        """The middle of a limb from `start` to `end` of its way, 0..1."""
        a = applied(self.world(spec.a[0]), spec.a[1])
        tip = spec.b[1]
        b = applied(self.world(spec.b[0]), (tip[0] + own.get("bx", 0), tip[1] + own.get("by", 0)))
        knee = self._knee(a, b, spec.len, own.get("bend", spec.bend))
        middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        soft = 2 * spec.soft
        c = middle[0] + (knee[0] - middle[0]) * soft, middle[1] + (knee[1] - middle[1]) * soft
        out = []
        for i in range(LIMB_PIECES + 1):
            u = start + (end - start) * i / LIMB_PIECES
            out.append(
                (
                    (1 - u) ** 2 * a[0] + 2 * u * (1 - u) * c[0] + u * u * b[0],
                    (1 - u) ** 2 * a[1] + 2 * u * (1 - u) * c[1] + u * u * b[1],
                )
            )
        return out

    def _knee(self, a: Point, b: Point, lengths: tuple[float, float], bend: float) -> Point:
        l1, l2 = lengths[0] * self.scale, lengths[1] * self.scale
        reach = max(1e-3, math.dist(a, b))
        held = min(reach, (l1 + l2) * 0.999)  # out of reach: stretched, not torn
        x = (l1 * l1 - l2 * l2 + held * held) / (2 * held)
        h = math.sqrt(max(0.0, l1 * l1 - x * x)) * bend
        ux, uy = (b[0] - a[0]) / reach, (b[1] - a[1]) / reach
        x *= reach / held
        return a[0] + ux * x - uy * h, a[1] + uy * x + ux * h

    def chains(self) -> Iterable[Layer]:
        for spec, own, _ in self.shown(self.rig.chains):
            yield own.get("z", spec.z), self._toe(spec, own)

    def _toe(self, spec: Toe, own: Own) -> str:
        """A toe: joints in a row sharing one curl, a darker rim so that neighbours separate, perhaps a nail."""
        parent, at = spec.at
        world, curl, length = self.world(parent), own.get("curl", 0), own.get("len", 1)
        start = angle = spec.angle + own.get("rot", 0)
        x, y = at[0] + own.get("x", 0), at[1] + own.get("y", 0)
        joints = [(x, y)]
        for segment, share in zip(spec.segs, spec.curl):
            angle += spec.dir * curl * share
            x += math.cos(math.radians(angle)) * segment * length
            y += math.sin(math.radians(angle)) * segment * length
            joints.append((x, y))
        back, root = math.radians(start), spec.root
        joints.insert(0, (joints[0][0] - math.cos(back) * root, joints[0][1] - math.sin(back) * root))
        points = [applied(world, p) for p in curve.smooth(joints, 6)]
        widths = [curve.width_at(spec.w, i / (len(points) - 1)) * self.scale for i in range(len(points))]
        text = curve.tube(points, widths, self.colour(spec.fill))
        if spec.edge:
            rim = spec.rim * self.scale
            around = [(px + 0.1 * rim, py + 0.25 * rim) for px, py in points[7:]]
            text = curve.tube(around, [w + rim for w in widths[7:]], self.colour(spec.edge)) + text
        if spec.nail and curl < spec.nail.hide:
            text += self._nail(spec.nail, own, world, joints[-1], angle)
        return text

    def _nail(self, nail: Nail, own: Own, world: Matrix, tip: Point, angle: float) -> str:
        r, along, side = math.radians(angle), nail.along, nail.side
        cx = tip[0] + math.cos(r) * along - math.sin(r) * side
        cy = tip[1] + math.sin(r) * along + math.cos(r) * side
        m = product(world, moved(cx, cy), turned(angle + nail.rot), scaled(own.get("nail", 1), 1))
        rx, ry = nail.rx, nail.ry
        return (
            f'<g transform="matrix({_matrix(m)})"><rect x="{-rx:.2f}" y="{-ry:.2f}" width="{2 * rx:.2f}" '
            f'height="{2 * ry:.2f}" rx="{min(rx, ry) * 0.95:.2f}" fill="{self.colour(nail.fill)}"/></g>'
        )

    def paths(self) -> Iterable[Layer]:
        for spec, own, _ in self.shown(self.rig.paths):
            grown = own.get("u", 0)
            if grown <= 0:
                continue
            points = [applied(self.outer, p) for p in curve.along(spec.pts, grown)]
            data = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
            opacity = own.get("op", 1)
            text = self._line(data, spec.fill, spec.w, opacity)
            if spec.edge:
                text = self._line(data, spec.edge, spec.w + 10, 0.8 * opacity) + text
            yield own.get("z", spec.z), text

    def _line(self, data: str, colour: str, width: float, opacity: float) -> str:
        return (
            f'<path d="{data}" fill="none" stroke="{self.colour(colour)}" stroke-width="{width * self.scale:.1f}" '
            f'stroke-linecap="round" stroke-linejoin="round" stroke-opacity="{opacity:.2f}"/>'
        )
