"""How the map's stations look: friends on discs with their stars, the glowing next one, the sleeping ones."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.core.content import Catalogue
from game.core.session.path_stations import Station, StationKind
from game.ui import theme
from game.ui.paper import Paper
from game.ui.view import Box, Point

HEADS = {2: ((-21, -8), (21, -8)), 3: ((0, 10), (-22, -14), (22, -14))}  # friends seen where more stand together
RADII = {
    StationKind.WALKED: 48,
    StationKind.PLAYED: 52,
    StationKind.HERE: 68,
    StationKind.TODAY: 52,
    StationKind.AHEAD: 48,
}
GIFT_RADIUS = 58
MOST_STARS = 3


def friend(catalogue: Catalogue, exercise: str | None, otherwise: str) -> str:
    """The animal that shows an exercise."""
    known = catalogue.exercises.get(exercise or "")
    return known.demonstration.host if known else otherwise


def paint_station(
    paper: Paper, station: Station, animal: str, at: Point, glows: bool = True, has_stars: bool = True
) -> None:
    """One station; a sleeping one is paper with the friend's shape on it, and only a glowing one calls."""
    x, y = at
    r = RADII[station.kind]
    match station.kind:
        case StationKind.WALKED:
            paper.disc(x, y, r - 4, theme.AHEAD, "icons/step_on", 52, ring=theme.PANEL, alpha=60)
        case StationKind.AHEAD:
            paper.disc(x, y, r - 4, theme.AHEAD, ring=theme.PANEL, alpha=60)
            paper.part(f"cast/{animal}", x, y, 62, opacity=70, shadow=0)
            paper.part("icons/lock", x + 34, y + 32, 44, shadow=40, blur=3, dy=2)
        case StationKind.HERE:
            if glows:
                _halo(paper, x, y)
            paper.disc(x, y, r, theme.ANIMALS[animal], ring=theme.SUN if glows else theme.PANEL, lip_depth=10)
            paper.part(f"cast/{animal}", x, y - 2, 104, shadow=0)
        case StationKind.TODAY:
            paper.disc(x, y, r, theme.ANIMALS[animal], ring=theme.SUN if glows else theme.PANEL)
            paper.part(f"cast/{animal}", x, y - 2, 78, shadow=0)
        case StationKind.PLAYED:
            paper.disc(x, y, r, theme.ANIMALS[animal], ring=theme.PANEL)
            paper.part(f"cast/{animal}", x, y - 2, 78, shadow=0)
            if has_stars:
                _stars(paper, station, x, y + 62)


def paint_together(paper: Paper, station: Station, animals: Sequence[str], at: Point, glows: bool = True) -> None:
    """Several stations at one place: their friends behind each other, how many, and a tick where all were played."""
    x, y = at
    r = RADII[station.kind]
    is_played = station.kind is StationKind.PLAYED
    paper.disc(x, y, r, theme.AHEAD, ring=theme.PANEL if is_played or not glows else theme.SUN)
    for animal, (dx, dy) in reversed(list(zip(animals, HEADS[min(3, len(animals))]))):
        paper.part(f"cast/{animal}", x + dx, y + dy, 54, shadow=50, blur=3, dy=2)
    badge = Box(x - 30, y + 30, 60, 48)
    paper.panel(badge, radius=24, lip_depth=4, blur=4)
    paper.text(str(len(station.together)), 34, badge.centre[0], badge.centre[1] - 1, width=badge.w - 16)
    if is_played:
        paper.disc(x + r * 0.8, y - r * 0.6, 20, theme.TEAL, "icons/check", 28, lip_depth=3)


def _halo(paper: Paper, x: float, y: float) -> None:
    body = f'<circle cx="{x}" cy="{y}" r="98" fill="{theme.SUN}" fill-opacity="0.35"/>'
    paper.shape(body, Box.around(x, y, 110), alpha=0)


def _stars(paper: Paper, station: Station, x: float, y: float) -> None:
    """Earned stars bright; those that wait for a grown-up are asleep, those that did not come are paper."""
    attempt = station.attempt
    got = min(MOST_STARS, attempt.stars) if attempt else 0
    sleeps = attempt is not None and not attempt.is_told
    for i in range(MOST_STARS):
        sx, sy = x + (i - 1) * 38, y + (6 if i == 1 else 0)
        paper.part("icons/star" if i < got else "icons/star_empty", sx, sy, 40, shadow=50, blur=3, dy=2)
        if sleeps and i >= got:
            shut_eyes(paper, sx, sy, 40)


def shut_eyes(paper: Paper, x: float, y: float, size: float) -> None:
    """Two closed lids on a star that sleeps."""
    u = size / 40
    body = (
        f'<path d="M{x - 8 * u} {y}q{3 * u} {3.4 * u} {6 * u} 0M{x + 2 * u} {y}q{3 * u} {3.4 * u} {6 * u} 0" '
        f'fill="none" stroke="#9A8667" stroke-width="{2.2 * u:.2f}" stroke-linecap="round"/>'
    )
    paper.shape(body, Box.around(x, y, size / 2), alpha=0)


def paint_play_badge(paper: Paper, at: Point) -> None:
    """The sign on the next station: press here."""
    paper.disc(at[0] + 62, at[1] + 50, 34, theme.CORAL, "icons/play", 44, lip_depth=5)


def paint_bookmark(paper: Paper, at: Point) -> None:
    """A ribbon on the station where a divided session goes on."""
    x, y = at[0] - 58, at[1] - 78
    body = (
        f'<path d="M{x} {y}H{x + 40}V{y + 72}L{x + 20} {y + 54}L{x} {y + 72}Z" fill="#DD5B3D"/>'
        f'<path d="M{x} {y}H{x + 40}V{y + 12}H{x}Z" fill="#A83E25"/>'
    )
    paper.shape(body, Box(x - 2, y - 2, 44, 78), blur=5, alpha=70, dy=3)
    paper.part("icons/star", x + 20, y + 34, 26, shadow=0)


def paint_cloud(paper: Paper, at: Point) -> None:
    """A cloud over the next station: it comes later."""
    paper.part("bg/cloud", at[0] + 6, at[1] - 26, 190, shadow=50, blur=8)


def paint_sun_arc(paper: Paper, box: Box, begun: float, words: str) -> None:
    """The way still to wait as a sun on an arc: `begun` 0..1 of it is over, it ends at the ring on the right."""
    paper.panel(box, radius=30, lip_depth=6, blur=10)
    cx, cy, rx, ry = box.x + box.w / 2, box.y + box.h - 52, box.w / 2 - 46, box.h - 92
    path = f"M{cx - rx} {cy}A{rx} {ry} 0 0 1 {cx + rx} {cy}"
    body = (
        f'<path d="{path}" fill="none" stroke="#EAD9BB" stroke-width="8" stroke-dasharray="1 16" '
        'stroke-linecap="round"/>'
        f'<path d="M{cx - rx - 22} {cy + 4}H{cx + rx + 22}" stroke="#98CB97" stroke-width="8" stroke-linecap="round"/>'
        f'<circle cx="{cx + rx}" cy="{cy}" r="20" fill="#FFF3C4" stroke="{theme.SUN}" stroke-width="5"/>'
    )
    paper.shape(body, box, alpha=0)
    angle = math.pi * (1 - max(0.0, min(1.0, begun)))
    paper.part("ui/sun", cx + rx * math.cos(angle), cy - ry * math.sin(angle), 58, shadow=0)
    paper.text(words, 24, cx, box.bottom - 26, theme.INK_2, width=box.w - 24)
