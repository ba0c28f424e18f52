"""Places and maps as SVG: paper layers from the sky to the front grass, with what grows on them.

Design units, safe middle 0..1280 x 0..720; a layer is a tile from -200 to 1480 that repeats, so that a window of any
width is covered. Scatter is seeded by the file: the same meadow every day. What a file may say is in
`game.puppet.place`.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from game.frozen import dataclass
from game.puppet.curve import smooth
from game.puppet.matrix import Point
from game.puppet.place import Drawn, Layer, Marks, PlaceArt, Props, Shadow, Sky, Stars, Stripe, TrailArt

PERIOD, LEFT = 1680, -200
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")


@dataclass(frozen=True, slots=True)
class Cut:
    """Shapes cut from one sheet; `shadow` is (blur, alpha, dy) in design units, None for none."""

    svg: str
    shadow: Shadow | None


class Prop(NamedTuple):
    """One drawing where it stands: `y` None on the crest, `size` its width, `turn` in degrees."""

    x: float
    y: float | None
    size: float
    name: str
    turn: float


def tones(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #RRGGBB."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def multiplied(a: str, b: str) -> str:
    """Two colours as light through both."""
    return _hex(x * y / 255 for x, y in zip(tones(a), tones(b)))


def blended(a: str, b: str, share: float) -> str:
    """From a (0) to b (1)."""
    return _hex(x + (y - x) * share for x, y in zip(tones(a), tones(b)))


def _hex(values: Iterable[float]) -> str:
    return "#" + "".join(f"{max(0, min(255, round(v))):02X}" for v in values)


def contrast(a: str, b: str) -> float:
    """WCAG contrast of two colours, 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """

    def light(colour: str) -> float:
        shares = (tone / 255 for tone in tones(colour))
        r, g, b = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, bright = sorted((light(a), light(b)))
    return (bright + 0.05) / (dark + 0.05)


class Landscape:
    """One place by day or evening; `shapes` and `size` come from the art library."""

    def __init__(
        self, place: PlaceArt, evening: bool, shapes: Callable[[str], str], size: Callable[[str], tuple[float, float]]
    ) -> None:
        self.place, self.evening = place, evening
        self._shapes, self._size = shapes, size
        self.time = "evening" if evening else "day"
        self.tint: str | None = None
        self.palette = dict(place.day)
        if evening:
            self.tint = place.evening.get("tint")
            if self.tint:
                self.palette = {k: multiplied(v, self.tint) for k, v in self.palette.items()}
            self.palette.update(place.evening)
        self.layers = place.layers

    def colour(self, name: str) -> str:
        return self.palette.get(name, name)

    def is_taken(self, x: float, y: float | None, size: float) -> bool:
        """Whether scatter must stay away; maps keep their path free."""
        return False

    def cuts(self, layer: Layer, top: float, bottom: float) -> Iterator[Cut]:
        """The sheets of a layer from back to front, down from `top` to `bottom`."""
        if layer.sky:
            yield Cut(self._sky(layer.sky, top, bottom), None)
        if layer.stars and self._is_on(layer.stars.when):
            yield Cut(self._stars(layer.stars), None)
        edge = layer.crest or layer.ceiling
        crest = smooth(_wrapped(edge), 10) if edge else None
        behind, before, glowing = self._props(layer, crest)
        if behind:
            yield Cut(behind, layer.prop_shadow)
        if crest and layer.fill:
            yield Cut(self._hill(layer, layer.fill, crest, top, bottom), layer.shadow)
        for stripe in layer.bands:
            if self._is_on(stripe.when):
                yield Cut(self._stripe(stripe), stripe.shadow)
        for drawn in layer.svg:
            if self._is_on(drawn.when):
                yield Cut(self._written(drawn), drawn.shadow)
        for marks in layer.marks:
            if self._is_on(marks.when):
                yield Cut(self._marks(marks), None)
        if before:
            yield Cut(before, layer.prop_shadow)
        if glowing:
            yield Cut(glowing, None)

    def _is_on(self, when: str) -> bool:
        return when in ("", self.time)

    def _sky(self, sky: Sky, top: float, bottom: float) -> str:
        colours, (a, b) = [self.colour(n) for n in sky.cols], sky.y
        last = len(colours) - 1
        stops = "".join(f'<stop offset="{i / last:.3f}" stop-color="{c}"/>' for i, c in enumerate(colours))
        return (
            f'<defs><linearGradient id="sky" gradientUnits="userSpaceOnUse" x1="0" y1="{a}" x2="0" y2="{b}">{stops}'
            f'</linearGradient></defs><rect x="{LEFT - 100}" y="{top - 9}" width="{PERIOD + 200}" '
            f'height="{bottom - top + 18}" fill="url(#sky)"/>'
        )

    def _stars(self, stars: Stars) -> str:
        r = random.Random(stars.seed)
        return "".join(
            f'<circle cx="{r.randint(LEFT, LEFT + PERIOD)}" cy="{r.randint(*stars.y)}" '
            f'r="{r.choice((1.6, 2.2, 3)):.1f}" fill="{self.colour(stars.col)}" '
            f'fill-opacity="{r.choice((0.55, 0.8, 1))}"/>'
            for _ in range(stars.n)
        )

    def _hill(self, layer: Layer, colour: str, crest: Sequence[Point], top: float, bottom: float) -> str:
        end = bottom + 40 if layer.crest is not None else top - 40
        data = _line(crest) + f"L{crest[-1][0]} {end}L{crest[0][0]} {end}Z"
        fill = self.colour(colour)
        if not layer.lip:
            return f'<path d="{data}" fill="{fill}"/>'
        return (
            f'<path d="{data}" fill="{self.colour(layer.lip)}"/>'
            f'<path d="{data}" transform="translate(0 {layer.lipd})" fill="{fill}"/>'
        )

    def _stripe(self, stripe: Stripe) -> str:
        top, bottom = smooth(_wrapped(stripe.top), 10), smooth(_wrapped(stripe.bottom), 10)[::-1]
        data = _line(top) + "L" + _line(bottom)[1:] + "Z"
        body = f'<path d="{data}" fill="{self.colour(stripe.fill)}"/>'
        if stripe.lip:
            lip = f'<path d="{data}" fill="{self.colour(stripe.lip)}" transform="translate(0 {stripe.lipd})"/>'
            body = lip + body
        return body

    def _written(self, drawn: Drawn) -> str:
        """Shapes written out in the file, `$name` standing for a colour of the palette."""
        return re.sub(r"\$(\w+)", lambda m: self.colour(m.group(1)), drawn.d)

    def _marks(self, marks: Marks) -> str:
        """Short strokes on the ground, one a cell, jittered."""
        r, cell, data = random.Random(marks.seed), PERIOD / marks.n, ""
        for i in range(marks.n):
            x, y = LEFT + cell * (i + 0.15 + 0.7 * r.random()), r.uniform(*marks.y)
            length = r.uniform(*marks.len)
            data += f"M{x:.0f} {y:.0f}q{length / 2:.0f} {marks.curve} {length:.0f} 0"
        return (
            f'<path d="{data}" stroke="{self.colour(marks.col)}" stroke-width="{marks.w}" '
            'stroke-linecap="round" fill="none"/>'
        )

    # ---------------------------------------------------------------- what stands on a layer
    def _props(self, layer: Layer, crest: Sequence[Point] | None) -> tuple[str, str, str]:
        """Behind the crest, before it, and glowing (without the evening's tint)."""
        haze = self.colour(layer.haze_to), layer.haze
        piles: tuple[list[tuple[float, str]], ...] = ([], [], [])
        for spec, placed, r in self._placed(layer):
            pile = piles[0] if spec.behind else piles[2] if spec.glow else piles[1]
            for prop in sorted(placed, key=lambda prop: prop.y or 0):
                pile += self._stood(spec, prop, crest, haze, r)
        behind, before, glowing = piles
        return (
            "".join(t for _, t in sorted(behind, key=lambda p: p[0])),
            "".join(t for _, t in sorted(before, key=lambda p: p[0])),
            "".join(t for _, t in glowing),
        )

    def placed(self, layer: Layer) -> list[Prop]:
        """What stands or floats on a layer at this time of day, without what only glows."""
        return [prop for spec, placed, _ in self._placed(layer) if not spec.glow for prop in placed]

    def standing(self, ids: Collection[str], left: float, right: float) -> str:
        """What stands on those layers between two points, in this light: it lies before what passes in the sky."""
        out: list[tuple[float, str]] = []
        for layer in self.layers:
            if layer.id in ids:
                edge, haze = layer.crest or layer.ceiling, (self.colour(layer.haze_to), layer.haze)
                crest = smooth(_wrapped(edge), 10) if edge else None
                for spec, placed, r in self._placed(layer):
                    near = [prop for prop in placed if left < prop.x + prop.size / 2 and prop.x - prop.size / 2 < right]
                    if not spec.behind and not spec.glow:
                        out += [stood for prop in near for stood in self._stood(spec, prop, crest, haze, r)]
        return "".join(text for _, text in sorted(out, key=lambda p: p[0]))

    def _placed(self, layer: Layer) -> Iterator[tuple[Props, list[Prop], random.Random]]:
        """Each kind of prop with where it is, and the chance that goes on from there."""
        specs = [spec for spec in layer.props if self._is_on(spec.when)]
        by_hand = [at for spec in specs for at in spec.at or ()]
        fixed = [(at[0], at[1] if len(at) > 1 else None, at[2] if len(at) > 2 else 40) for at in by_hand]
        for spec in specs:
            r = random.Random(spec.seed)
            placed = self._by_hand(spec, spec.at, r) if spec.at is not None else self._scattered(spec, r, fixed)
            if spec.at is None and not spec.glow:
                fixed += [(prop.x, prop.y, prop.size * 0.6) for prop in placed]
            yield spec, placed, r

    def _by_hand(self, spec: Props, places: Sequence[Sequence[float]], r: random.Random) -> list[Prop]:
        return [
            Prop(
                at[0], at[1] if len(at) > 1 else None, at[2] if len(at) > 2 else r.uniform(*spec.size),
                spec.part[i % len(spec.part)], at[3] if len(at) > 3 else 0,
            )
            for i, at in enumerate(places)
        ]  # fmt: skip

    def _scattered(
        self, spec: Props, r: random.Random, fixed: Sequence[tuple[float, float | None, float]]
    ) -> list[Prop]:
        """One a cell of the range, jittered, never where a puppet stands or something was placed by hand."""
        start, end = spec.x or (LEFT, LEFT + PERIOD)
        low, high = spec.clear or self.place.clear
        out, cell = [], (end - start) / spec.n
        for i in range(spec.n):
            x, size, name = start + cell * (i + 0.12 + 0.76 * r.random()), r.uniform(*spec.size), r.choice(spec.part)
            y = r.uniform(*spec.band) if spec.band else None
            turn = r.uniform(-1, 1) * spec.turn
            in_the_way = low - size / 2 < x < high + size / 2 or self.is_taken(x, y, size)
            if not in_the_way and (spec.glow or not _is_near(fixed, x, y, size)):
                out.append(Prop(x, y, size, name, turn))
        return out

    def _stood(
        self, spec: Props, prop: Prop, crest: Sequence[Point] | None, haze: tuple[str, float], r: random.Random
    ) -> Iterator[tuple[float, str]]:
        x, own_y, size, name, turn = prop
        y = (own_y if own_y is not None else _height(crest or [], x)) + spec.sink
        w, h = self._size(name)
        k, up = size / w, {"foot": h, "mid": h / 2, "top": 0.0}[spec.anchor]
        share = haze[1] if spec.haze is None else spec.haze
        flip = -1 if spec.flip and r.random() < 0.5 else 1
        shapes = self._toned(name, None if spec.glow else self.tint, haze[0], share)
        for shift in (-PERIOD, 0, PERIOD):
            if LEFT - size - 90 < x + shift < LEFT + PERIOD + size + 90:
                yield (
                    y,
                    f'<g transform="translate({x + shift:.1f} {y:.1f}) rotate({turn:.0f}) '
                    f'scale({k * flip:.3f} {k:.3f}) translate({-w / 2:.1f} {-up:.1f})">{shapes}</g>',
                )

    def _toned(self, name: str, tint: str | None, haze: str, share: float) -> str:
        """A drawing in this light: multiplied by the tint, then mixed towards the haze."""
        text = self._shapes(name)
        if tint:
            text = HEX.sub(lambda m: multiplied(m.group(0), tint), text)
        if share:
            text = HEX.sub(lambda m: blended(m.group(0), haze, share), text)
        return text


class TrailLandscape(Landscape):
    """A chapter of the map: the same layers, and one path through nine nodes to a gift."""

    def __init__(
        self, trail: TrailArt, evening: bool, shapes: Callable[[str], str], size: Callable[[str], tuple[float, float]]
    ) -> None:
        super().__init__(trail, evening, shapes, size)
        self.trail, self.nodes, self.gift = trail, trail.nodes, trail.gift
        self.line = smooth(self._points(), 14)
        path = self._path()
        self.layers = tuple(replace(x, svg=path, fill=None) if x.id == "path" else x for x in trail.layers)

    def _points(self) -> list[Point]:
        points = list(self.trail.lead)
        for i, node in enumerate(self.nodes, 1):
            points += [node, *self.trail.via.get(i, ())]
        points += [self.gift, *self.trail.tail]
        if points[0][0] < 0:
            points.insert(0, (points[0][0] - 260, points[0][1]))  # on into the bleed
        if points[-1][0] < 0:
            points.append((points[-1][0] - 260, points[-1][1]))
        return points

    def is_taken(self, x: float, y: float | None, size: float) -> bool:
        if y is None:
            return False
        path = any(math.hypot(x - a, (y - size * 0.25 - b) * 1.15) < 44 + size * 0.5 for a, b in self.line[::4])
        return path or any(math.hypot(x - a, y - size * 0.3 - b) < 74 + size * 0.5 for a, b in (*self.nodes, self.gift))

    def _path(self) -> tuple[Drawn, ...]:
        data, w = _line(self.line), self.trail.path.w

        def stroke(colour: str, width: float, extra: str = "", down: float = 0) -> str:
            moved = f' transform="translate(0 {down})"' if down else ""
            look = f'fill="none" stroke="{self.colour(colour)}" stroke-width="{width}"'
            return f'<path d="{data}" {look} {extra}{moved}/>'

        cap = 'stroke-linecap="round" stroke-linejoin="round"'
        dots = 'stroke-dasharray="{}" stroke-linecap="round"'
        top = {
            "dots": stroke("dash", 7, dots.format("2 26")),
            "stones": stroke("dash", w - 8, dots.format("1 59"), 3) + stroke("stone", w - 12, dots.format("1 59")),
            "slices": stroke("dash", w - 6, dots.format("1 61"), 3) + "".join(
                stroke(c, w - d, dots.format("1 61")) for c, d in (("stone", 9), ("dash", 26), ("stone", 32))
            ),
            "planks": stroke("dash", w - 4, 'stroke-dasharray="3 19"'),
        }[self.trail.path.style]  # fmt: skip
        base = stroke("pathd", w + 4, cap, 5) + stroke("path", w, cap)
        return Drawn(d=base, shadow=(5, 60, 3)), Drawn(d=top)


def _wrapped(points: Sequence[Sequence[float]]) -> list[Point]:
    """A crest repeated to both sides of the tile."""
    return sorted((p[0] + shift, p[1]) for p in points for shift in (-PERIOD, 0, PERIOD))


def _line(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _height(line: Sequence[Point], x: float) -> float:
    for (ax, ay), (bx, by) in zip(line, line[1:]):
        if ax <= x <= bx:
            return ay + (by - ay) * (x - ax) / max(1e-6, bx - ax)
    return line[-1][1]


def _is_near(fixed: Sequence[tuple[float, float | None, float]], x: float, y: float | None, size: float) -> bool:
    return any(
        abs(x - a) < (size + other) * 0.42 and (y is None or b is None or abs(y - b) < 34) for a, b, other in fixed
    )
