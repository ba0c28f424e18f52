"""A whole friend in the pose of an exercise, as one drawing: for a place on the map, for choosing, for the feast.

Rig units about the ground point, y down. `game.data.files.figure_file` reads what `assets/figures.yaml` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from game.frozen import dataclass
from game.puppet.landscape import HEX, blended, tones
from game.puppet.rig import Own
from game.puppet.spread import Four, Laid, PosedFriend, SpreadArt
from game.puppet.spread_sheets import PageDrawings, PageSheet, sheets

CUT: Four = (-460, -780, 920, 880)  # where cut shapes of a figure may lie
LOW, HIGH = "#AE9468", "#FAF2E2"  # the paper of a friend who is still to come


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureArt:
    """One moment of a friend's clip; `pose` is what parts do instead, `behind` and `before` what the exercise needs.
    Of `turns` one comes in each play, before it all; where a baby lives, `large` things instead."""

    friend: str
    clip: str
    phase: float = 0
    pose: Mapping[str, Own] = field(default_factory=dict)
    behind: Sequence[Laid] = ()
    before: Sequence[Laid] = ()
    turns: Sequence[Sequence[Laid]] = ()
    large: Sequence[Laid] = ()


def figure(art: FigureArt, drawings: PageDrawings, turn: int = 0, *, is_large: bool = False) -> PageSheet:
    """All of it as one sheet, with what comes in that turn or where only large things may."""
    things = art.turns[turn % len(art.turns)] if art.turns else ()
    if is_large and art.large:
        things = art.large
    friend = PosedFriend(friend=art.friend, clip=art.clip, at=(0, 0), size=1, phase=art.phase, pose=art.pose)
    laid = list(sheets(SpreadArt(ground="", sheets=(*art.behind, friend, *art.before, *things)), drawings))
    return PageSheet("".join(sheet.svg for sheet in laid), CUT)


def on_paper(svg: str) -> str:
    """The same shapes in one paper tone, inner ones only as faint steps.

    >>> on_paper('fill="#FFFFFF"')
    'fill="#FAF2E2"'
    """
    return HEX.sub(lambda m: blended(LOW, HIGH, min(1.0, _light(m.group(0)) ** 0.42)), svg)


def _light(colour: str) -> float:
    """How bright a colour is to an eye, 0 to 1."""
    r, g, b = tones(colour)
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
