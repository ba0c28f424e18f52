"""A family with a folder of its own on the disk, and what somebody may put into it."""

from __future__ import annotations

import os
from pathlib import Path

from game.scenes import routes
from game.scenes.parent.own.own import LOOK_AFTER, OwnPage
from game.scenes.parent.own.own_form import OwnFormPage
from tests.player import Player
from tests.told import grown_ups

MOON = """id: moon_walk
title: Moon walk
what: Walking slowly on the heels.
position: walking
unit: seconds
per_foot: false
dose: {start: 20, step: 5, cap: 60, reason: these, source: from there}
seconds_per_unit: 1
tempo: 1
first_week: 1
demonstration: {host: pippa, right: pippa_side/penguin_walk, place: ice, close_up: false, sole: sole_heel}
"""
KNOCK = """id: heel_knock
title: Heel knock
what: Knocking with one heel.
position: chair
unit: reps
per_foot: true
dose: {start: 5, step: 1, cap: 10, reason: these, source: from there}
seconds_per_unit: 4
tempo: 4
first_week: 1
demonstration: {host: bo, right: foot_side/scrunch, place: room, close_up: true, sole: sole_flat}
"""
ROUTINE = "id: ours\ntitle: Our routine\nwhat: What was written down.\nexercises: [bear_walk, moon_walk, sky_bike]\n"


def family(folder: Path, days: int = 0) -> Player:
    """A family whose diary lies in `folder`, some days after it began."""
    player = Player.with_family(data=folder)
    player.next_day()
    return player


def put(player: Player, text: str = MOON, name: str = "moon_walk.yaml", below: str = "exercises") -> Path:
    """Somebody saves a file into the family's folder, at a moment no other file was saved at."""
    file = Path(player.ctx.files.own.folder()) / below / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    put.moment += 10**9  # type: ignore[attr-defined]
    os.utime(file, ns=(put.moment, put.moment))  # type: ignore[attr-defined]
    return file


put.moment = 10**18  # type: ignore[attr-defined]


def open_own(player: Player) -> OwnPage:
    grown_ups(player)
    player.scene = routes.Place("own", player.child)
    player.wait(0.5)
    return page(player)


def page(player: Player) -> OwnPage:
    assert isinstance(player.scene, OwnPage), player.scene.name
    return player.scene


def form(player: Player) -> OwnFormPage:
    assert isinstance(player.scene, OwnFormPage), player.scene.name
    return player.scene


def look(player: Player) -> None:
    """The page stands until it has looked at the folder again."""
    player.wait(LOOK_AFTER + 0.1)
