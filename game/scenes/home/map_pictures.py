"""How the map's stations look: whole friends on their stones, in the pose of the exercise.

Full colour: done. Paper: still to come today. The next one is large, on the teal stone with the gold rim.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from game.core.content import Catalogue
from game.core.session.path_stations import Station, StationKind
from game.frozen import dataclass
from game.ui import theme
from game.ui.art.cut_out import Figure, cut_out, paint_cut_out
from game.ui.art.lit_part import stand
from game.ui.paper import Paper
from game.ui.view import Box, Point

EMPTY = (StationKind.WALKED, StationKind.AHEAD)  # nobody stands there
RADII = {
    StationKind.WALKED: 48,
    StationKind.PLAYED: 52,
    StationKind.HERE: 72,
    StationKind.TODAY: 52,
    StationKind.AHEAD: 48,
}
RISE = {kind: 50 if kind is StationKind.HERE else 0 if kind in EMPTY else 46 for kind in RADII}
GIFT_RADIUS = 58
MOST_STARS = 3
BADGE = 34  # design units, radius of the sign to press
BESIDE = ((112.0, 30.0), (-112.0, 30.0), (118.0, -30.0), (-118.0, -30.0), (104.0, -96.0), (-104.0, -96.0))
HIGH, WIDE = 112.0, 126.0  # design units of a friend on its stone
GREAT = 1.5  # times as large is the next one
TOGETHER = ((0.0, 4.0, 0.84), (-38.0, -8.0, 0.7), (38.0, -8.0, 0.7))  # several on one stone: x, y, times as large
FRIENDS_LIGHT = "#D4CDE6"  # the evening's on who stands on a stone


def friend(catalogue: Catalogue, exercise: str | None, otherwise: str) -> str:
    """The animal that shows an exercise."""
    known = catalogue.exercises.get(exercise or "")
    return known.demonstration.host if known else otherwise


def touched(kind: StationKind, at: Point) -> Box:
    """Where a station is pressed: about the friend that stands there, else about its stone."""
    return Box.around(at[0], at[1] - RISE[kind], RADII[kind])


@dataclass(frozen=True, slots=True)
class OnPath:
    """A station as it is drawn: the friends that stand there, the light of the place, and whether it calls.
    `waits`: for a grown-up's word, until which stars of it sleep."""

    station: Station
    friends: tuple[Figure, ...]
    at: Point
    tint: str | None = None
    glows: bool = True
    has_stars: bool = True
    waits: bool = False

    @property
    def is_to_come(self) -> bool:
        """Its friends are still paper."""
        return self.station.kind is StationKind.TODAY

    @property
    def own_light(self) -> str | None:
        """What falls on the friends: coming ones take the evening of the place."""
        return self.tint if self.is_to_come or self.tint is None else FRIENDS_LIGHT


def paint_stone(paper: Paper, shown: OnPath) -> None:
    """The stone of a station, and on an empty one what it is: a print where somebody walked by."""
    (x, y), kind = shown.at, shown.station.kind
    if kind is StationKind.HERE and shown.glows:
        _halo(paper, x, y - RISE[kind])
    wide = {StationKind.HERE: 188.0, StationKind.TODAY: 122.0, StationKind.AHEAD: 96.0}.get(kind, 128.0)
    name = {StationKind.HERE: "map/stand_now", StationKind.TODAY: "map/stand_next", StationKind.AHEAD: "map/stand_next"}
    shade = "".join(
        f'<ellipse cx="{x}" cy="{y + 12}" rx="{wide * k:.1f}" ry="{wide * k * 0.24:.1f}" fill="#2E2A3A" '
        'fill-opacity="0.14"/>'
        for k in (0.53, 0.49, 0.45)
    )
    paper.shape(shade, Box.around(x, y + 12, wide * 0.56), alpha=0)
    low = 52 if kind is StationKind.HERE else 34
    stand(paper, name.get(kind, "map/stand_done"), shown.tint, x, y + low, wide, cast=None)
    if kind is StationKind.WALKED:
        paper.part("icons/step_on", x, y + 4, 40, 26, shadow=0)


def paint_friends(paper: Paper, shown: OnPath) -> None:
    """Who stands on the stone: one friend, or up to three of several behind one another."""
    (x, y), kind = shown.at, shown.station.kind
    if kind in EMPTY:
        return
    great = GREAT if kind is StationKind.HERE else 1.0
    places = TOGETHER[: len(shown.friends)] if len(shown.friends) > 1 else ((0.0, 0.0, 1.0),)
    for sheet, (dx, dy, k) in reversed(list(zip(shown.friends, places))):
        frame = cut_out(
            paper.pictures, sheet, HIGH * great * k, WIDE * great * k, is_paper=shown.is_to_come, tint=shown.own_light
        )
        paint_cut_out(paper, frame, x + dx, y + dy + (6 if kind is StationKind.HERE else 4))
    if kind is StationKind.PLAYED and len(shown.friends) > 1:
        paper.disc(x + 56, y - 84, 20, theme.TEAL, "icons/check", 28, lip_depth=3)
    elif kind is StationKind.PLAYED and shown.has_stars:
        _stars(paper, shown, x, y + 40)


def _halo(paper: Paper, x: float, y: float) -> None:
    body = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{theme.SUN}" fill-opacity="0.14"/>' for r in (112, 98, 84))
    paper.shape(body, Box.around(x, y, 116), alpha=0)


def _stars(paper: Paper, shown: OnPath, x: float, y: float) -> None:
    """Earned stars bright; those that wait for a grown-up sleep. What did not come is no grey star."""
    attempt = shown.station.attempt
    got = min(MOST_STARS, attempt.stars) if attempt else 0
    asleep = MOST_STARS - got if shown.waits else 0
    for i in range(got + asleep):
        dx = (i - (got + asleep - 1) / 2) * 37
        name = "icons/star" if i < got else "camp/star_asleep"
        paper.part(name, x + dx, y - abs(dx) * 0.1, 38, turn=-dx * 0.25, shadow=60, blur=3, dy=2)


def badge_place(at: Point, taken: Iterable[tuple[float, float, float]]) -> Point:
    """Where the sign of the next station lies: beside its friend's feet, away from the discs (x, y, r) about others."""
    discs = list(taken)

    def room(spot: Point) -> float:
        inside = min(spot[0], 1280 - spot[0], spot[1] - 130, 720 - spot[1]) - BADGE - 14
        return min(inside, *(math.dist(spot, (x, y)) - r - BADGE for x, y, r in discs), 30.0)

    return max(((at[0] + dx, at[1] + dy) for dx, dy in BESIDE), key=room)


def paint_play_badge(paper: Paper, at: Point) -> None:
    """The sign of the next station: press here."""
    paper.disc(*at, BADGE, theme.CORAL, "icons/play", 44, ring=theme.PANEL, lip_depth=5)


def paint_bookmark(paper: Paper, at: Point) -> None:
    """A ribbon on the station where a divided session goes on."""
    x, y = at[0] - 112, at[1] - 40
    body = (
        f'<path d="M{x} {y}H{x + 40}V{y + 72}L{x + 20} {y + 54}L{x} {y + 72}Z" fill="#DD5B3D"/>'
        f'<path d="M{x} {y}H{x + 40}V{y + 12}H{x}Z" fill="#A83E25"/>'
    )
    paper.shape(body, Box(x - 2, y - 2, 44, 78), blur=5, alpha=70, dy=3)
    paper.part("icons/star", x + 20, y + 34, 26, shadow=0)


def paint_cloud(paper: Paper, at: Point) -> None:
    """A cloud over the next station: it comes later."""
    paper.part("bg/cloud", at[0] + 6, at[1] - 76, 190, shadow=50, blur=8)


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
    paper.text(words, 24, cx, box.bottom - 22, theme.INK_2, width=box.w - 24)
