"""What hangs and lies at the camp today, and its fire: stars that were won, and stars that still sleep.

The string between tent and tree is for stars won now, a hook for each that could be. The nest is for those that sleep
until a grown-up has looked: a child sees whom to call, and needs no number. Both mean this and nothing else.
"""

from __future__ import annotations

import math

from game.puppet.landscape import multiplied
from game.ui.art.found_things import ChimeLook
from game.ui.art.lit_part import stand
from game.ui.paper import Paper
from game.ui.view import Box

FAR, NEAR, SLEEPER = "#9C9FD4", "#E2BFC0", "#F4E8EE"  # the evening's lights, as in the camp's file
STRING = ((262.0, 150.0), (600.0, 122.0))  # from the tent's top to the branch
SAG, HOOKS = 62.0, 9  # design units in the middle; more stars than hooks are never won at once
Nest = tuple[float, float, float]  # where it stands, and how large
NEST: Nest = (262, 694, 0.88)
FEW = ((0, -112, 3), (-54, -98, -18), (54, -98, 16))  # stars in the nest: x, y, degrees
MANY = ((-46, -98, -12), (46, -98, 12), (0, -104, 2), (-72, -122, -22), (72, -122, 22), (-25, -134, -6), (25, -134, 7))
FIRE = (796.0, 590.0)
FIRE_BOX = Box(690, 420, 212, 200)
SWAY, SWAY_SECONDS, SWAYS = 4.0, 2.4, 3  # degrees to each side, a time to and fro, and pictures to each side


def chime_look(is_evening: bool) -> ChimeLook:
    """Where the found things hang at the camp."""
    return ChimeLook(676, 146, 444, 108, is_evening)


def paint_string(paper: Paper, hooks: int, won: int, is_evening: bool) -> None:
    """Stars won now, each on its hook; a hook without one is a bead, never a grey star."""
    hooks = min(HOOKS, max(hooks, won))
    if not hooks:
        return
    (x0, y0), (x1, y1) = STRING
    line = [(x0 + (x1 - x0) * u, y0 + (y1 - y0) * u + SAG * 4 * u * (1 - u)) for u in (i / 24 for i in range(25))]
    cord, bead = (multiplied(c, FAR) if is_evening else c for c in ("#C9AE80", "#E9D3A8"))
    points = "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
    box = Box(x0, min(y0, y1), x1 - x0, SAG + abs(y1 - y0)).grown(14)
    look = f'stroke="{cord}" stroke-width="4" fill="none" stroke-linecap="round" stroke-linejoin="round"'
    paper.shape(f'<path d="M{points}" {look}/>', box, 4, 60, 3)
    size = min(46.0, 300 / hooks)
    for i in range(hooks):
        x, y = line[int((i + 0.5) / hooks * 24)]
        hook = f'<path d="M{x:.1f} {y:.1f}v12" stroke="{cord}" stroke-width="3"/>'
        if i >= won:
            dot = f'{hook}<circle cx="{x:.1f}" cy="{y + 18:.1f}" r="5.5" fill="{bead}"/>'
            paper.shape(dot, Box(x - 10, y, 20, 28), 3, 40, 2)
            continue
        paper.shape(hook, Box(x - 4, y, 8, 14), alpha=0)
        middle = y + 8 + size / 2
        if is_evening:
            _shine(paper, x, middle, size)
        paper.part("icons/star", x, middle, size, turn=(-6, 5, -3, 7, -5)[i % 5], shadow=70, blur=5)


def _shine(paper: Paper, x: float, y: float, r: float) -> None:
    """What a star lights of the evening about it: three flat rings."""
    rings = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r * k:.1f}" fill="#FFD27A" fill-opacity="{a}"/>'
        for k, a in ((1.1, 0.12), (0.86, 0.14), (0.64, 0.18))
    )
    paper.shape(rings, Box.around(x, y, r * 1.2), alpha=0)


def paint_nest(paper: Paper, asleep: int, is_evening: bool, nest: Nest = NEST) -> None:
    """Stars that sleep, at most seven to be seen; none: no nest."""
    if not asleep:
        return
    x, y, k = nest
    tint, own = (FAR, SLEEPER) if is_evening else (None, None)
    shade = "".join(
        f'<ellipse cx="{x}" cy="{y - 4}" rx="{96 * k * u}" ry="{12 * k * u}" fill="#2E2A3A" fill-opacity="0.15"/>'
        for u in (1, 0.93, 0.86)
    )
    paper.shape(shade, Box.around(x, y, 110), alpha=0)
    stand(paper, "camp/nest_back", tint, x, y - 34 * k, 220 * k)
    row, size = (FEW[:asleep], 76.0) if asleep <= len(FEW) else (MANY[:asleep], 66.0)
    for dx, dy, turn in sorted(row, key=lambda star: star[1]):
        stand(paper, "camp/star_asleep", own, x + dx * k, y + (dy + 8) * k + size * k / 2, size * k, turn, (4, 60, 3))
    stand(paper, "camp/nest_front", tint, x, y, 220 * k, cast=None)
    stand(paper, "camp/asleep", None, x + 95 * k, y - 93 * k, 48 * k, cast=(4, 60, 2))


def flame_at(seconds: float, is_calm: bool) -> int:
    """Which of the flames' pictures is to be seen, 0 in the middle."""
    return 0 if is_calm else round(SWAYS * math.sin(2 * math.pi * seconds / SWAY_SECONDS))


def paint_flames(paper: Paper, step: int, is_evening: bool) -> None:
    """The fire's flames and the stones before them."""
    x, y = FIRE
    stand(paper, "camp/fire_flames", None, x, y - 22, 86 if is_evening else 72, SWAY * step / SWAYS, None)
    stand(paper, "camp/fire_front", NEAR if is_evening else None, x, y + 8, 160, cast=(4, 60, 3))
