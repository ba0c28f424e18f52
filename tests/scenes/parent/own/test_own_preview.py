"""The preview is the stage of play itself: pictures, tempo, tray, the foot that works, and the mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.content import Exercise, Foot, Position, Unit
from game.core.own_draft import OwnDraft, WorkingFeet, as_exercise, picture_sets, with_pictures
from game.scenes import flow, routes
from game.scenes.parent.own.own import OwnPage
from game.scenes.parent.own.preview import OwnPreviewPage
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.parent.own.folder import family, form, open_own, page, put
from tests.scenes.rooms import complaints


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    player = family(tmp_path)
    open_own(player)
    yield player
    player.game.close()


def preview(player: Player, exercise: Exercise, foot: Foot | None = None) -> OwnPreviewPage:
    player.scene = flow.open(player.ctx, routes.OwnPreview(page(player), exercise, foot))
    assert isinstance(player.scene, OwnPreviewPage)
    return player.scene


def towel(player: Player, side: WorkingFeet = WorkingFeet.EACH, **more: object) -> Exercise:
    sets = picture_sets(player.ctx.files.own.pictures(), Position.CHAIR)
    draft = with_pictures(OwnDraft(sets[0].shown, name="Towel", who="Ms Weber", side=side, **more), sets[0])  # type: ignore[arg-type]
    return as_exercise(draft, "towel", "why", "source")


def test_the_beat_of_the_picture_and_of_the_tray_is_the_tempo_that_was_written(player: Player) -> None:
    scene = preview(player, towel(player, seconds=6, start=2, cap=4))
    player.wait(13.0)
    assert scene.pace.beat == 6.0 and scene.pace.units in (0, 1)  # two of them are over, and it began anew
    assert not complaints(scene)


def test_one_foot_alone_is_shown_alone_and_both_can_be_looked_at_in_turn(player: Player) -> None:
    alone = preview(player, towel(player, WorkingFeet.RIGHT), Foot.RIGHT)
    assert alone.stretch.foot is Foot.RIGHT and alone.show_.is_mirrored
    assert not [w for w in alone.widgets if w.name.startswith("foot-")]
    player.scene = routes.Place("own", player.child)
    both = preview(player, towel(player))
    assert both.stretch.foot is Foot.LEFT and not both.show_.is_mirrored
    player.tap("foot-right")
    assert both.stretch.foot is Foot.RIGHT and both.show_.is_mirrored and not complaints(both)


def test_the_mistake_is_shown_crossed_out_and_the_right_way_comes_again(player: Player) -> None:
    scene = preview(player, towel(player))
    right = player.draw().copy()
    player.focus("mistake")
    player.key(Command.ACTIVATE)
    assert scene.shows_mistake and not complaints(scene)
    wrong = player.draw().copy()
    assert right.get_at((320, 165)) != wrong.get_at((320, 165))
    player.focus("right")
    player.key(Command.ACTIVATE)
    assert not scene.shows_mistake
    player.key(Command.BACK)
    assert isinstance(player.scene, OwnPage)


def test_the_familys_own_words_stand_on_the_picture_and_the_usual_cheat_beside_the_mistake(player: Player) -> None:
    scene = preview(player, towel(player, how="Put the heel down. Let it sink slowly. " * 5, cheat="The knee bends."))
    player.wait(1)
    player.draw()
    assert scene.own_words().startswith("Put the heel down.") and not complaints(scene)
    size = player.draw().get_size()
    over_the_name = round(size[0] * 0.58), round(size[1] * 0.03)
    with_words = player.draw().get_at(over_the_name)
    player.tap("mistake")
    player.draw()
    assert scene.own_words() == "The knee bends." and not complaints(scene)
    player.key(Command.BACK)
    plain = preview(player, towel(player))
    assert not plain.own_words() and player.draw().get_at(over_the_name) != with_words


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.MINUTES])
def test_every_movement_of_the_game_can_be_looked_at_in_every_unit(player: Player, unit: Unit) -> None:
    below = page(player)
    for one in picture_sets(player.ctx.files.own.pictures(), Position.CHAIR):
        exercise = replace(towel(player), unit=unit, demonstration=one.shown, position=one.position, title=one.like)
        player.scene = below
        scene = preview(player, exercise)
        player.wait(0.6)
        assert not complaints(scene), one.like
        scene.press("mistake")
        assert not complaints(scene), one.like


def test_what_is_being_written_is_looked_at_and_the_form_comes_back_as_it_was(player: Player) -> None:
    player.key(Command.ACTIVATE)
    player.wait(0.5)
    player.type("Towel")
    player.focus("preview")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OwnPreviewPage) and player.scene.exercise.title == "Towel"
    player.key(Command.BACK)
    assert form(player).fields["name"].name == "Towel"


def test_a_therapist_s_file_is_looked_at_from_its_row(player: Player) -> None:
    put(player)
    player.wait(2.2)
    player.focus("preview")
    player.key(Command.ACTIVATE)
    scene = player.scene
    assert isinstance(scene, OwnPreviewPage) and scene.exercise.id == "moon_walk" and scene.foot is None
    assert not [w for w in scene.widgets if w.name == "mistake"], "its file shows none"
