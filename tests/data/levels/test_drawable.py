"""An exercise whose file names what is not there is shown by its friend, standing."""

from __future__ import annotations

from dataclasses import replace

from game.core.content import Clip, Exercise
from game.data.files.art import ArtLibrary
from game.data.levels.drawable import drawable
from game.data.levels.playable import read_shipped

BEAR = read_shipped().exercises["bear_walk"]


def shown(**changes: object) -> Exercise:
    return drawable(replace(BEAR, demonstration=replace(BEAR.demonstration, **changes)), ArtLibrary())


def test_what_is_there_is_shown_as_written() -> None:
    assert all(drawable(exercise, ArtLibrary()) is exercise for exercise in read_shipped().exercises.values())


def test_without_its_movement_the_friend_stands_and_no_mistake_is_shown() -> None:
    for clip in (Clip("bo_side", "moon_walk"), Clip("nobody", "bear_walk")):
        seen = shown(host="pippa", right=clip).demonstration
        assert (seen.right, seen.mistake, seen.lens) == (Clip("pippa_front", "idle"), None, None)


def test_one_thing_that_is_missing_takes_nothing_else_away() -> None:
    seen = shown(mistake=Clip("bo_front", "wrong"), place="moon", variants=(Clip("bo_side", "x"),)).demonstration
    assert seen == replace(BEAR.demonstration, mistake=None, place="meadow", variants=())
