"""Page slides, flying stars, peeling stickers and confetti, as functions of progress or time.

Progress `u` runs 0..1, places are design units, turns degrees counter-clockwise as pygame turns. Nothing here blinks;
in the evening few pieces rise slowly, and with calm pictures none of this is used (a 200 ms cross-fade instead).
"""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import pygame

from game.frozen import dataclass
from game.puppet.matrix import Point
from game.puppet.track import EASES
from game.ui.pictures import Pictures
from game.ui.raster import SHADOW
from game.ui.view import DESIGN

PAGE_SECONDS, FLIGHT_SECONDS, PEEL_SECONDS = 0.4, 0.7, 0.5
PAPER_LIP, PAPER_EDGE = (255, 249, 236), (234, 217, 187)
DAY_COLOURS = ("#E8694E", "#FFC94D", "#5FB3A4", "#8F86C9", "#F2937C", "#5FA9C9")
EVENING_COLOURS = ("#FFF3D0", "#C9B6E4", "#A9C8EE", "#F0BFAE")
SHAPES = ("bar", "dot", "squiggle", "star", "leaf", "petal", "foot", "ring")
DRAWN_COLOUR = "#E8694E"  # what every confetti shape is drawn in; exchanged as text
TURN_STEP = 20


class PageSlide:
    """The new page slides over the old one, which moves 22 % as far; a paper lip and a soft shadow at its edge."""

    def __init__(self, old: pygame.Surface, new: pygame.Surface, k: float, to_left: bool = True) -> None:
        self.old, self.new, self.k, self.to_left = old, new, k, to_left
        self._edge: pygame.Surface | None = None

    def draw(self, surface: pygame.Surface, u: float) -> None:
        """The slide at progress `u`; at 0 the old page, at 1 the new one."""
        w, e, way = surface.get_width(), EASES["inout"](max(0.0, min(1.0, u))), 1 if self.to_left else -1
        x = way * round(w * (1 - e))
        surface.blit(self.old, (-way * round(w * 0.22 * e), 0))
        if 0 < e < 1:
            if self._edge is None:
                self._edge = _edge(surface.get_height(), self.k, self.to_left)
            surface.blit(self._edge, (x - self._edge.get_width() if self.to_left else x + w, 0))
        surface.blit(self.new, (x, 0))


def _edge(height: int, k: float, to_left: bool) -> pygame.Surface:
    """Shadow strip and paper lip of a page's moving edge."""
    shade, lip = max(1, round(90 * k)), max(1, round(12 * k))
    out = pygame.Surface((shade + lip, height), pygame.SRCALPHA)
    for x in range(shade):
        out.fill((*SHADOW, round(90 * (x / shade) ** 2)), (x, 0, 1, height))
    out.fill(PAPER_LIP, (shade, 0, lip, height))
    dark = max(1, round(4 * k))
    out.fill(PAPER_EDGE, (shade, 0, dark, height))
    return (out if to_left else pygame.transform.flip(out, True, False)).convert_alpha()


class StarPose(NamedTuple):
    """Where a flying star is; `wide` and `high` are shares of its full size."""

    x: float
    y: float
    turn: float
    wide: float
    high: float


def star_flight(start: Point, goal: Point, u: float) -> StarPose:
    """A star on its way to the counter: up first, then across, once around, squashed in the last tenth."""
    e = EASES["inout"](max(0.0, min(1.0, u)))
    bend = start[0] + (goal[0] - start[0]) * 0.35, min(start[1], goal[1]) - 80
    x, y = ((1 - e) ** 2 * start[i] + 2 * e * (1 - e) * bend[i] + e * e * goal[i] for i in (0, 1))
    size = 0.55 + 0.45 * math.sin(math.pi * min(1, e * 1.15))
    squash = max(0.0, (u - 0.9) / 0.1)
    return StarPose(x, y, -360 * e, size * (1 + 0.15 * squash), size * (1 - 0.15 * squash))


class PeelPose(NamedTuple):
    """How a sticker lies while it is pressed on; `lift` is its shadow's distance in design units."""

    turn: float
    scale: float
    lift: float


def peel(u: float) -> PeelPose:
    """From lifted and turned to pressed on, a little too far and back."""
    e = EASES["back"](max(0.0, min(1.0, u)))
    return PeelPose(-20 + 12 * e, 0.7 + 0.3 * e, 10 * (1 - u) + 5)


@dataclass(frozen=True, slots=True)
class ConfettiPiece:
    """One bit of confetti; speeds in design units and degrees a second, `sway` to both sides once in two seconds."""

    shape: str
    colour: str
    size: float
    x: float
    y: float
    fall: float
    sway: float
    turn: float
    spin: float

    def at(self, seconds: float) -> tuple[float, float, float]:
        """Place and turn after `seconds`; it comes round again beyond the edges."""
        span = DESIGN[1] + 2 * self.size
        y = (self.y + self.fall * seconds + self.size) % span - self.size
        return self.x + self.sway * math.sin(math.pi * seconds + self.turn), y, self.turn + self.spin * seconds


def confetti(
    seed: int, is_evening: bool = False, avoid: tuple[float, float, float] | None = None
) -> tuple[ConfettiPiece, ...]:
    """46 pieces falling by day, a dozen rising slowly in the evening; none starts in the disc `avoid` (x, y, r)."""
    r = random.Random(seed)
    colours = EVENING_COLOURS if is_evening else DAY_COLOURS
    pieces = [_piece(r, i, colours[i % len(colours)], is_evening) for i in range(12 if is_evening else 46)]
    return tuple(p for p in pieces if avoid is None or math.dist((p.x, p.y), avoid[:2]) >= avoid[2])


def _piece(r: random.Random, i: int, colour: str, is_evening: bool) -> ConfettiPiece:
    return ConfettiPiece(
        shape=SHAPES[i % len(SHAPES)],
        colour=colour,
        size=r.uniform(16, 30),
        x=r.uniform(20, DESIGN[0] - 20),
        y=r.uniform(20, DESIGN[1] - 20),
        fall=-r.uniform(14, 24) if is_evening else r.uniform(60, 110),
        sway=r.uniform(6, 14),
        turn=r.uniform(0, 360),
        spin=0 if is_evening else r.uniform(-60, 60),
    )


def confetti_picture(pictures: Pictures, piece: ConfettiPiece, turn: float = 0) -> pygame.Surface | None:
    """A piece's picture, turned in steps of 20 degrees so that few are ever made; None while it is made."""
    step = round(turn / TURN_STEP) * TURN_STEP % 360
    size = round(piece.size)

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        shapes = pictures.drawings.shapes(f"fx/confetti_{piece.shape}").replace(DRAWN_COLOUR, piece.colour)
        body = f'<g transform="rotate({-step}) scale({size / 40:.3f}) translate(-20 -20)">{shapes}</g>'
        half = size * 0.75
        return pictures.svg(body, -half, -half, 2 * half, 2 * half), (0, 0)

    return pictures.soon(piece, ("confetti", piece.shape, piece.colour, size, step), make)


def star_landing(start: Point, goal: Point, u: float) -> StarPose:
    """A star on its way to a place where it stays: growing along the arc, squashed as it lands, full size after 1.2."""
    e = EASES["inout"](max(0.0, min(1.0, u)))
    bend = start[0] + (goal[0] - start[0]) * 0.35, min(start[1], goal[1]) - 80
    x, y = ((1 - e) ** 2 * start[i] + 2 * e * (1 - e) * bend[i] + e * e * goal[i] for i in (0, 1))
    squash = max(0.0, 1 - abs(u - 1.05) / 0.15)
    size = 0.3 + 0.7 * e
    return StarPose(x, y, -360 * e, size * (1 + 0.15 * squash), size * (1 - 0.15 * squash))


def star_picture(pictures: Pictures, size: float, pose: StarPose, nth: int = 0) -> pygame.Surface | None:
    """A star of `size` design units as a pose wants it; turned and sized in steps, so that few are ever made. None
    while the first of the `nth` star's pictures is made."""
    turn = round(pose.turn / TURN_STEP) * TURN_STEP % 360
    wide, high = (max(1, round(s * 16)) / 16 for s in (pose.wide, pose.high))

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        flat = pictures.part("icons/star", size).copy()  # scaling locks it, and another thread may be drawing it
        if turn:
            flat = pygame.transform.rotozoom(flat, turn, 1)
        to = max(1, round(flat.get_width() * wide)), max(1, round(flat.get_height() * high))
        return pygame.transform.smoothscale(flat, to).convert_alpha(), (0, 0)

    return pictures.soon(("star", nth), ("star", size, turn, wide, high), make)


HOP_AFTER, HOP_SECONDS, HOPS, HOP_HIGH = 0.6, 0.8, 3, 14.0


def hop(seconds: float) -> float:
    """How high above its stone the called friend is, in design units: three hops, then it waits."""
    u = (seconds - HOP_AFTER) / HOP_SECONDS
    return HOP_HIGH * math.sin(math.pi * (u % 1)) if 0 <= u < HOPS else 0.0
