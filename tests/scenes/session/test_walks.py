"""Walks as they are played: feet stand on the ground that passes, at the pace that is spoken, and a parade is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pygame
import pytest

from game.core.content import Unit
from game.core.events import QuestKind, SettingChosen
from game.core.session.pacing import WAY_SECONDS
from game.data.levels.playable import read_shipped
from game.puppet.rig import hop_name, key_phases, pose_at
from game.scenes.session import tray
from game.scenes.session.demonstration import ExerciseAnimation, WalkedStep
from game.scenes.session.intro import SAID_Y, Intro
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.art.puppet_view import CoarseView, PuppetView
from game.ui.art.scenery import Passing
from game.ui.stage import Stage
from game.ui.view import Box
from tests.player import Player
from tests.puppet_points import LIBRARY, place
from tests.scenes.session.test_session import at_play
from tests.ui.art.test_baker import wait_for

WALKS = [e for e in read_shipped().exercises.values() if e.unit is Unit.SECONDS]
SIZE = (1280, 720)
FRAME = 1 / 60  # seconds between two pictures of the screen


@pytest.fixture
def walker() -> Player:
    player = Player.with_family(size=SIZE)
    assert isinstance(player, Player)
    return player


def playing(player: Player, exercise: str, seconds: int = 40) -> PlayScreen:
    """That walk, its ground ready."""
    at_play(player, exercise, amount=seconds)
    scene = player.scene
    assert isinstance(scene, PlayScreen)
    list(player.ctx.art.place(scene.exercise.demonstration.place, player.ctx.is_evening).bake(SIZE))
    return scene


def pictures(player: Player, scene: PlayScreen, seconds: float) -> Iterator[tuple[WalkedStep, float]]:
    """What is shown, frame by frame: the friend's step and the pixels by which the ground is drawn further on."""
    stage = Stage(player.draw())
    for _ in range(round(seconds / FRAME)):
        scene.update(FRAME)
        ground = scene.backdrop(stage)
        assert isinstance(ground, Passing)
        yield scene.show_.step(scene.pace.seconds), round(ground.camera * stage.view.k)


def phase_of(view: PuppetView, step: WalkedStep, before: float) -> float:
    """Which moment of its loop a walk is shown at, by the ground that has passed."""
    loops = (step.passed - before) / (view.rig.scroll(view.clip) * view.scale)
    return round(loops * view.count) % view.count / view.count


def feet(view: PuppetView) -> list[str]:
    return [name for name, spec in view.rig.parts.items() if name.startswith("foot") and spec.parent == "root"]


@pytest.mark.parametrize("exercise", [e.id for e in WALKS])
def test_a_foot_that_stands_keeps_its_place_on_the_ground(walker: Player, exercise: str):
    """Where it stands moves by less than a pixel against the ground, in every picture of eight seconds."""
    scene = playing(walker, exercise)
    view = scene.show_.views[0]
    name, clip = view.rig.name, view.clip
    lowest = {
        foot: max(pose_at(LIBRARY.rig(name), clip, i / 96)[foot].get("y", 0.0) for i in range(96))
        for foot in feet(view)
    }
    stands: dict[str, list[float]] = {foot: [] for foot in lowest}
    measured = 0
    for step, ground in pictures(walker, scene, 8):
        phase = phase_of(view, step, 0.0)
        assert view.at(phase)[0] is step.frame[0], "the ground belongs to another picture"
        pose = pose_at(LIBRARY.rig(name), clip, phase)
        for foot, low in lowest.items():
            if pose[foot].get("y", 0.0) < low - 0.01:
                stands[foot] = []
                continue
            stands[foot].append(place(name, clip, phase, foot)[0] * view.pixels + ground)
            middle = sum(stands[foot]) / len(stands[foot])
            assert all(abs(x - middle) < 1 for x in stands[foot]), f"{foot} slides at {phase:.2f}"
            measured += 1
    assert measured > 200


@pytest.mark.parametrize("exercise", [e.id for e in WALKS])
def test_the_ground_passes_with_the_friends_own_pictures(walker: Player, exercise: str):
    """Never one without the other, and thirty times a second where the walk is not very slow."""
    scene = playing(walker, exercise)
    shown = [(id(step.frame[0]), step.passed) for step, _ in pictures(walker, scene, 4)]
    changes = sum(a != b for a, b in zip(shown, shown[1:]))
    assert all((a[0] == b[0]) == (a[1] == b[1]) for a, b in zip(shown, shown[1:]))
    assert changes >= 4 * 20


STEPS_A_MINUTE = {  # at most, where the words say slow, small or soft
    "bear_walk": 70, "duckling_walk": 60, "giraffe_walk": 80, "penguin_walk": 80, "animal_parade": 60, "river_stones": 36,
}  # fmt: skip


@pytest.mark.parametrize("exercise", [e.id for e in WALKS])
def test_a_walk_goes_at_the_pace_that_is_spoken(walker: Player, exercise: str):
    for view in playing(walker, exercise).show_.views:
        assert 2 * 60 / view.duration <= STEPS_A_MINUTE[exercise] + 0.5


def test_each_way_of_walking_in_a_parade_lasts_its_ten_seconds_and_comes_in_turn(walker: Player):
    scene = playing(walker, "animal_parade")
    seen: list[tuple[str, float]] = []
    while not scene.pace.is_over:
        scene.update(FRAME)
        clip = scene.show_.views[scene.show_.step(scene.pace.seconds).way].clip
        if not seen or seen[-1][0] != clip:
            seen.append((clip, scene.pace.seconds))
    assert [clip for clip, _ in seen] == ["parade_giraffe", "parade_penguin", "parade_bear", "parade_giraffe"]
    assert [at for _, at in seen] == pytest.approx([0, WAY_SECONDS, 2 * WAY_SECONDS, 3 * WAY_SECONDS], abs=0.25)


def test_the_sole_in_the_tray_of_a_parade_is_the_one_of_the_way_that_is_walked(walker: Player):
    """It stayed on tiptoe under heels and edges."""

    def sole() -> bytes:
        box = walker.ctx.pictures.view.rect(Box.around(290, tray.LINE, 20))
        return pygame.image.tobytes(walker.draw().subsurface(box), "RGB")

    alone: list[bytes] = []
    for exercise in ("giraffe_walk", "penguin_walk", "bear_walk"):
        scene = playing(walker, exercise)
        while scene.pace.seconds < 1.0:
            scene.update(FRAME)
        alone.append(sole())
    scene = playing(walker, "animal_parade")
    shown = []
    for seconds in (1.0, WAY_SECONDS + 1, 2 * WAY_SECONDS + 1):
        while scene.pace.seconds < seconds:
            scene.update(FRAME)
        shown.append(sole())
    assert shown == alone and len(set(shown)) == 3


def test_the_sole_beside_the_words_of_a_parades_how_to_is_the_one_of_the_way_in_its_window(walker: Player):
    """It stayed on tiptoe while the bear went on its heels."""
    words = Box(450, SAID_Y - 42, 380, 84)

    def beside(exercise: str, seconds: float) -> tuple[str, bytes]:
        level = as_level(walker.ctx, exercise)
        scene = Intro(RunningSession(walker.ctx, walker.child, QuestKind.QUEST, (level,)))
        walker.navigator.put(scene)
        while scene.t < seconds:
            scene.update(0.05)
        view, at = scene._shown()
        way, _ = view.puppet.rig.way_at(view.puppet.clip, view.puppet.phase(at))
        return way, pygame.image.tobytes(walker.draw().subsurface(walker.ctx.pictures.view.rect(words)), "RGB")

    shown: dict[str, set[bytes]] = {}
    for tenth in range(30, 100, 6):
        way, picture = beside("animal_parade", tenth / 10)
        shown.setdefault(way, set()).add(picture)
    assert list(shown) == ["parade_giraffe", "parade_penguin", "parade_bear"]
    pictures = [picture for of_way in shown.values() for picture in of_way]
    assert len(pictures) == len(set(pictures)) == 3, "one picture for each way"


def test_a_parades_how_to_shows_all_its_ways_before_the_mistake_and_again_beside_it(walker: Player):
    """Beside the mistake there were toes and heels alone."""
    level = as_level(walker.ctx, "animal_parade")
    scene = Intro(RunningSession(walker.ctx, walker.child, QuestKind.QUEST, (level,)))
    walker.navigator.put(scene)
    before: dict[str, float] = defaultdict(float)
    beside: dict[str, float] = defaultdict(float)
    while scene.t < scene.seconds - 0.1:
        scene.update(0.05)
        if scene.shows_card:
            view, at = scene._shown()
            way, _ = view.puppet.rig.way_at(view.puppet.clip, view.puppet.phase(at))
            (before if scene.t < scene._mistake_at else beside)[way] += 0.05
    for shown in (before, beside):
        assert set(shown) == {"parade_giraffe", "parade_penguin", "parade_bear"}
        assert min(shown.values()) >= 0.95, f"a step of each: {dict(shown)}"


def test_one_way_becomes_the_next_in_a_hop_of_half_a_second_with_the_hat_changing_at_its_top(walker: Player):
    scene = playing(walker, "animal_parade")
    show, steps = scene.show_, []
    while scene.pace.seconds < WAY_SECONDS + 1:
        scene.update(FRAME)
        steps.append(show.step(scene.pace.seconds))
    hop = [step for step in steps if step.is_hop]
    assert 0.4 <= len(hop) * FRAME <= 0.6
    assert len({id(step.frame[0]) for step in hop}) >= 12, "each is a picture of its own"
    assert (
        steps[-1].frame[0]
        is show.views[1].at(phase_of(show.views[1], steps[-1], show.views[0].scroll * WAY_SECONDS))[0]
    )


HOPS = [("giraffe", "penguin"), ("penguin", "bear"), ("bear", "giraffe")]


@pytest.mark.parametrize(("before", "after"), HOPS)
def test_a_hop_begins_and_ends_as_the_ways_it_joins_and_changes_what_is_worn_in_the_air(before: str, after: str):
    rig = LIBRARY.rig("bo_side")
    ways = f"parade_{before}", f"parade_{after}"
    hop = hop_name(*ways)
    share = rig.duration(hop) / rig.duration(ways[0])
    assert rig.scroll(hop) == rig.scroll(ways[0]) * share == rig.scroll(ways[1]) * share
    for moment in (0.0, 0.1, 0.19, 0.81, 0.99):
        for foot in ("foot_n", "foot_f"):
            own, of = pose_at(rig, hop, moment)[foot], pose_at(rig, ways[moment > 0.5], moment * share)[foot]
            assert (
                own["x"] == pytest.approx(of["x"])
                and own["y"] == pytest.approx(of["y"])
                and own.get("svg") == of.get("svg")
            )
    poses = [pose_at(rig, hop, i / 60) for i in range(60)]
    worn = [
        (pose["foot_n"].get("svg"), pose.get("hat", {}).get("show"), pose.get("hat", {}).get("svg")) for pose in poses
    ]
    assert [i for i in range(1, 60) if worn[i] != worn[i - 1]] == [30]
    for a, b in zip(poses, poses[1:]):
        assert abs(a["hips"]["y"] - b["hips"]["y"]) <= 8, "nothing jumps from one picture to the next"


def test_the_lens_shows_the_way_of_walking_that_the_friend_shows(walker: Player):
    show = playing(walker, "animal_parade").show_
    assert [close.puppet.clip for close in show._lenses] == [view.clip for view in show.views]


def test_the_next_way_of_walking_is_prepared_before_it_comes(walker: Player):
    scene = playing(walker, "animal_parade")
    walker.ctx.art.prepares = True
    while scene.pace.seconds < WAY_SECONDS - 1:
        scene.update(FRAME)
    wait_for(walker.ctx.art)
    walker.ctx.art.prepares = False
    show = scene.show_
    for view in (show.views[1], show._lenses[1].puppet):
        assert list(view.bake(CoarseView.EVERY, is_ahead=True)) == []
    for hop in (show._hops[1], show._hop_lenses[1].puppet):
        assert list(hop.bake(is_ahead=True)) == []
    assert walker.ctx.art.memory.bytes <= walker.ctx.art.memory.most


def is_twist(stage: Stage, x: int, y: int) -> bool:
    """Whether the darker thread of the rope is there."""
    return all(abs(a - b) <= 6 for a, b in zip(stage.surface.get_at((x, y)), pygame.Color("#B9783F")))


@pytest.mark.parametrize("size", [(1280, 720), (2560, 1080)])
def test_the_rope_lies_still_on_the_ground_from_edge_to_edge_of_the_window(size: tuple[int, int]):
    player = Player.with_family(size=size)
    assert isinstance(player, Player)
    scene = playing(player, "river_stones")
    scene.show_ = ExerciseAnimation(scene.session, 1)  # the rope comes in turn
    assert scene.show_.clips[0].clip == "rope_walk"
    lies = []
    for _ in range(2):
        for _ in range(20):
            scene.update(FRAME)
        stage = Stage(pygame.Surface(size))
        stage.backdrop(pygame.Surface(size))
        scene.show_.draw(stage, 0, 0.0, scene.pace.seconds)
        stage.present()
        edge, middle = (round(stage.view.pixel(0, y)[1]) for y in (594.9, 576))
        for x in (0, size[0] - 1):
            assert is_twist(stage, x, edge), "it ends before the window does"
        twists = [x for x in range(20, 200) if is_twist(stage, x, middle) and not is_twist(stage, x - 1, middle)]
        lies.append(twists[0] + scene.show_.step(scene.pace.seconds).passed * stage.view.k)
    every = 28 * scene.show_.views[0].pixels
    off = (lies[1] - lies[0]) % every
    assert min(off, every - off) <= 1.5, "it slides on the ground"


def test_calm_pictures_of_a_walk_are_its_key_poses_and_no_others(walker: Player):
    walker.record(SettingChosen("calm", "on"))
    at_play(walker, "bear_walk", amount=20)
    scene = walker.scene
    assert isinstance(scene, PlayScreen)
    walker.draw()
    for _ in range(round(6 / FRAME)):
        scene.update(FRAME)
        scene.draw(Stage(walker.draw()))
    view = scene.show_.views[0]
    assert set(view._texts) <= set(key_phases(view.rig, view.clip)) | {0.0}


def test_the_hat_tells_the_way_of_walking():
    rig = LIBRARY.rig("bo_side")
    hats = {}
    for clip in ("parade_giraffe", "parade_penguin", "parade_bear", "parade_duck"):
        own = pose_at(rig, clip, 0.0).get("hat", {})
        hats[clip] = own.get("svg", rig.parts["hat"].svg) if own.get("show") else None
    assert len(set(hats.values())) == 4


def test_the_voice_calls_each_change_of_a_parade(walker: Player):
    scene = playing(walker, "animal_parade")
    said = [(line.at, line.id) for line in scene._lines]
    calls = [line for at, line in said if at % WAY_SECONDS == 0 and "_walk_" in line]
    assert calls == ["penguin_walk_name", "bear_walk_name", "giraffe_walk_cue_3"]
    assert said[0][1] == "giraffe_walk_name", "the first one follows on go"
