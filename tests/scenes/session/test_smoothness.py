"""Everything moves smoothly, also where a beginner takes fifteen seconds for a letter, and where two play."""

from __future__ import annotations

import math

import pygame
import pytest

from game.bench.inside import counting
from game.core.content import Exercise, Unit
from game.core.events import QuestKind
from game.data.levels.playable import read_shipped
from game.scenes.session.demonstration import ExerciseAnimation
from game.scenes.session.intro import Intro
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.scenes.together.play_together import TogetherPlayScreen
from game.ui.art.frame_stream import AHEAD
from game.ui.art.puppet_view import PuppetView
from game.ui.blit_only import blit_only
from game.ui.stage import Stage
from tests.player import Player
from tests.scenes.session.test_session import at_play
from tests.scenes.together.two import at_work, family
from tests.ui.art.test_baker import wait_for

EXERCISES = list(read_shipped().exercises.values())
COUNTED = [e for e in EXERCISES if e.unit not in (Unit.SECONDS, Unit.MINUTES)]
SLOWEST = max(COUNTED, key=lambda e: e.tempo).id  # with it at their side all others count as slowly
SIZES = [(1280, 720), (1920, 1080)]
LEAST, WALKED = 11.9, 29.5  # pictures a second; the last of a loop may come a little early or late
FRAME, STEP = 1 / 60, 1 / 15
TURNS = 6  # plays until all that comes in turn has come


def is_smooth(view: PuppetView) -> bool:
    return view.pictures_a_second >= (WALKED if view.rig.scroll(view.clip) else LEAST)


def of_a_beginner(player: Player, exercise: Exercise) -> RunningSession:
    return RunningSession(player.ctx, player.child, QuestKind.ONE, (as_level(player.ctx, exercise.id),))


@pytest.fixture(scope="module", params=SIZES, ids=str)
def player(request: pytest.FixtureRequest) -> Player:
    return Player.with_family(size=request.param)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_a_beginners_clip_shows_twelve_pictures_a_second_and_a_walk_thirty(player: Player, exercise: Exercise):
    session = of_a_beginner(player, exercise)
    for turn in range(TURNS):
        show = ExerciseAnimation(session, turn)
        for view in (*show.views, *show.upcoming(), *(close.puppet for close in show._lenses)):
            assert is_smooth(view), f"{view.rig.name} {view.clip}: {view.pictures_a_second:.1f}"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_so_does_how_it_is_done_which_is_shown_more_slowly(player: Player, exercise: Exercise):
    for view in Intro(of_a_beginner(player, exercise)).upcoming():
        assert is_smooth(view), f"{view.rig.name} {view.clip}: {view.pictures_a_second:.1f}"


@pytest.mark.parametrize("exercise", COUNTED, ids=lambda e: e.id)
def test_so_does_who_counts_as_slowly_as_the_one_beside(exercise: Exercise):
    player, *_ = family()
    at_work(player, ((exercise.id, 1, 6),), ((SLOWEST, 1, 6),))
    assert isinstance(player.scene, TogetherPlayScreen)
    for view in player.scene.upcoming():
        assert is_smooth(view), f"{view.rig.name} {view.clip}: {view.pictures_a_second:.1f}"


def drawn_ahead(scene: PlayScreen | TogetherPlayScreen) -> Stage:
    """A stage that shows its first picture, with all its clips drawn as before it came."""
    stage = Stage(pygame.Surface(scene.ctx.pictures.view.size))
    for view in scene.upcoming():
        list(view.bake(is_ahead=True))
    scene.ctx.art.prepares = True
    scene.draw(stage)
    return stage


@pytest.mark.parametrize("exercise", ["lego_bricks", "lift_ride"])
def test_pictures_of_a_slow_exercise_come_at_even_distances(exercise: str):
    """Every fourth frame of the screen, none of them late and none of them jumped over."""
    player = Player.with_family()
    at_play(player, exercise)
    scene, art = player.scene, player.ctx.art
    assert isinstance(scene, PlayScreen)
    stage = drawn_ahead(scene)
    view, at = scene.show_.views[0], []
    for _ in range(round(4 / FRAME)):
        scene.update(FRAME)
        with blit_only():
            scene.show_.draw(stage, scene.pace.units, scene.pace.phase, scene.pace.seconds)
        stage.abandon()
        wait_for(art)
        at.append(view._stream._showings[-1].seen)
    at = at[10:]  # it begins with whatever is there
    changes = [i for i, (one, other) in enumerate(zip(at, at[1:])) if one != other]
    assert all((b - a) % view.count <= 1 for a, b in zip(at, at[1:]) if b is not None and a is not None)
    assert {b - a for a, b in zip(changes, changes[1:])} <= {3, 4, 5}
    assert len(changes) >= 3.8 * LEAST - 1


@pytest.mark.parametrize(
    ("one", "other"), [("seal_ball", "crab_shuffle"), ("crab_shuffle", "treasure_sort"), ("magic_toe", "toe_artist")]
)
def test_there_is_room_for_all_that_two_show(one: str, other: str):
    """Where more was wanted than there was room for, one clip pushed the other out at every turn."""
    player, *_ = family(size=SIZES[0])
    at_work(player, ((one, 1, 6),), ((other, 1, 6),))
    assert isinstance(player.scene, TogetherPlayScreen)
    store, memory = player.ctx.art.store, player.ctx.art.memory
    at_rest, clips = memory.bytes, 0
    for view in player.scene.upcoming():
        before, made = store.bytes, len(list(view.bake(every=8, is_ahead=True)))
        clips += (store.bytes - before) / made * view.count + (AHEAD * view.pictures_a_second + 2) * 4 * math.prod(
            view._size
        )
    assert at_rest + clips < memory.most


def test_while_two_play_nothing_is_drawn_once_more():
    player, *_ = family()
    at_work(player, (("starfish_toes", 1, 6),), (("lego_bricks", 1, 6),))
    scene, art = player.scene, player.ctx.art
    assert isinstance(scene, TogetherPlayScreen)
    stage = drawn_ahead(scene)
    with counting() as count:
        for _ in range(round(scene.halves[0].beat / STEP)):
            scene.update(STEP)
            with blit_only():
                for half, worker in zip(scene.halves, scene.workers):
                    half.draw(scene, stage, *worker.draw_at())
            stage.abandon()
            wait_for(art)
    assert not count.beside["raster"] and count.beside["unpack"] > 150
    assert {kind for _, kind in count.inside} <= {"open"}
