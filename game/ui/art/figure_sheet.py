"""The whole friend who shows an exercise, as a sheet of paper: in its telling pose, or waving."""

from __future__ import annotations

from typing import Protocol

from game.core.content import Exercise
from game.puppet.figure import FigureArt, figure
from game.puppet.spread_sheets import PageDrawings, PageSheet


class Poses(Protocol):
    """Where poses come from; the art library is one."""

    def figure(self, exercise: str) -> FigureArt | None: ...

    def telling(self, rig: str, clip: str) -> tuple[float, ...]: ...


def figure_sheet(
    poses: Poses, exercise: Exercise | None, friend: str, drawings: PageDrawings, turn: int = 0, *,
    is_large: bool = False,
) -> PageSheet:  # fmt: skip
    """With what comes in that turn, or where only large things may. Of an exercise that is drawn otherwise, a close-up
    of a foot, the friend who waves."""
    return figure(_posed(poses, exercise, friend), drawings, turn, is_large=is_large)


def _posed(poses: Poses, exercise: Exercise | None, friend: str) -> FigureArt:
    waves = FigureArt(friend=f"{friend}_front", clip="greet", phase=0.3)
    if exercise is None:
        return waves
    right = exercise.demonstration.right
    if own := poses.figure(exercise.id):
        return own
    if exercise.demonstration.close_up:
        return waves
    return FigureArt(friend=right.rig, clip=right.clip, phase=poses.telling(right.rig, right.clip)[0])
