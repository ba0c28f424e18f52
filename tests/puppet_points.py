"""Where a point of a puppet lies in a pose, and one piece of it alone as a picture: for what a movement must show.

Rig units, y down, of the rig's own view.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import replace

import pygame

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.puppet.compose import shapes
from game.puppet.curve import along
from game.puppet.matrix import IDENTITY, Matrix, Point, applied
from game.puppet.rig import Rig, pose_at
from game.ui.raster import rasterise

LIBRARY = ArtLibrary()
FINE = 0.5  # pixels a rig unit of a picture that is measured


def moments(n: int) -> list[float]:
    """`n` even phases of a loop."""
    return [i / n for i in range(n)]


def matrix(rig: str, clip: str, phase: float, part: str) -> Matrix:
    """How a part stands in a pose, whether it is seen or not."""
    values = LIBRARY.rig(rig)
    parts = {name: replace(spec, svg=name, morph=(), show=1, op=1) for name, spec in values.parts.items()}
    bare = replace(values, parts=parts, chains={}, actors={}, art={}, swap={})  # limbs stay: things are worn on them
    pose = {
        name: {key: value for key, value in own.items() if key not in ("svg", "show", "op", "morph")}
        for name, own in pose_at(values, clip, phase).items()
    }
    text = shapes(bare, pose, lambda name: name, LIBRARY.rig, IDENTITY, {})  # type: ignore[arg-type]
    found = re.search(rf'matrix\(([^)]*)\)">{re.escape(part)}</g>', text)
    assert found, f"{rig} has no part {part}"
    a, b, c, d, e, f = (float(n) for n in found.group(1).split())
    return a, b, c, d, e, f


def place(rig: str, clip: str, phase: float, part: str, point: Point | None = None) -> Point:
    """Where a point of a part lies; its pivot when none is named."""
    spec = LIBRARY.rig(rig).parts[part]
    return applied(matrix(rig, clip, phase, part), spec.pivot if point is None else point)


def turn(rig: str, clip: str, phase: float, part: str) -> float:
    """Degrees clockwise by which a part is turned."""
    a, b, *_ = matrix(rig, clip, phase, part)
    return math.degrees(math.atan2(b, a))


def limb_ends(rig: str, clip: str, phase: float, limb: str) -> tuple[Point, Point]:
    """Hip and ankle, or shoulder and wrist."""
    spec = LIBRARY.rig(rig).limbs[limb]
    return place(rig, clip, phase, *spec.a), place(rig, clip, phase, *spec.b)


def toe_tip(rig: str, clip: str, phase: float, toe: str) -> Point:
    """Where the last joint of a toe lies."""
    spec, own = LIBRARY.rig(rig).chains[toe], pose_at(LIBRARY.rig(rig), clip, phase)[toe]
    (x, y), angle = spec.at[1], spec.angle + own.get("rot", 0.0)
    x, y = x + own.get("x", 0.0), y + own.get("y", 0.0)
    for segment, share in zip(spec.segs, spec.curl):
        angle += spec.dir * own.get("curl", 0.0) * share
        x += math.cos(math.radians(angle)) * segment * own.get("len", 1.0)
        y += math.sin(math.radians(angle)) * segment * own.get("len", 1.0)
    return applied(matrix(rig, clip, phase, spec.at[0]), (x, y))


def line_end(rig: str, clip: str, phase: float, line: str) -> Point:
    """How far a line has grown."""
    values = LIBRARY.rig(rig)
    grown = pose_at(values, clip, phase)[line].get("u", 0.0)
    return along(values.paths[line].pts, grown)[-1]


def alone(rig: str, clip: str, phase: float, pieces: Collection[str]) -> tuple[pygame.mask.Mask, Point]:
    """What is seen of these parts, limbs, toes and lines, at `FINE`, and where the picture's corner lies."""
    init_pygame_for_pictures()
    values = LIBRARY.rig(rig)
    bare = _only(values, pieces)
    x, y, w, h = values.view
    pose = {
        name: own if name in pieces else {key: value for key, value in own.items() if key not in ("svg", "show")}
        for name, own in pose_at(values, clip, phase).items()
    }
    body = shapes(bare, pose, LIBRARY.shapes, LIBRARY.rig, IDENTITY, {})  # type: ignore[arg-type]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {w:g} {h:g}">{body}</svg>'
    return pygame.mask.from_surface(rasterise(svg, (round(w * FINE), round(h * FINE))), 160), (x, y)


def _only(values: Rig, pieces: Collection[str]) -> Rig:
    return replace(
        values,
        parts={name: spec if name in pieces else replace(spec, svg="") for name, spec in values.parts.items()},
        limbs={name: spec for name, spec in values.limbs.items() if name in pieces},
        chains={name: spec for name, spec in values.chains.items() if name in pieces},
        actors={},
    )


def extent(rig: str, clip: str, phase: float, pieces: Collection[str]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is seen of these pieces."""
    mask, (x, y) = alone(rig, clip, phase, pieces)
    rects = mask.get_bounding_rects()
    assert rects, f"nothing is seen of {pieces} in {rig}/{clip}"
    all_ = rects[0].unionall(rects[1:])
    return x + all_.left / FINE, y + all_.top / FINE, x + all_.right / FINE, y + all_.bottom / FINE
