"""The forest walk: shown to a child, told by a grown-up behind the gate, and then its stars."""

from __future__ import annotations

import math
from datetime import timedelta

import pygame
import pytest

from game.core.events import Grade, SignsTicked
from game.core.reports.progress import SlotShare
from game.scenes import flow, routes
from game.scenes.home.outing import CLOSE, GROUND, SCALE, OutingScreen
from game.ui.art.lens import RIM
from game.ui.controls import Command
from game.ui.view import Box
from tests.player import Player
from tests.scenes.rooms import complaints
from tests.told import pass_gate, practised


@pytest.fixture
def told(player: Player) -> Player:
    """Behind the gate, about to tell."""
    player.next_day()
    player.scene = routes.Trail(player.child)
    player.tap("outing")
    player.tap("tell")
    assert player.scene.name == "gate", "nobody tells without the PIN"
    pass_gate(player)
    assert player.scene.name == "outing_told"
    return player


def walks(player: Player) -> list[tuple[int, Grade | None, int, int]]:
    """Minutes, grade, stars and days ago of each walk."""
    today = player.ctx.today
    return [(a.amount, a.grade, a.stars, (today - a.on).days) for a in player.ctx.child(player.child).attempts.values()]


def test_a_lens_above_the_two_shows_a_foot_that_rolls_from_the_heel_to_the_toes(player: Player):
    """Two who only walk by did not tell what feet have to do."""
    player.scene = routes.Outing(player.child)
    x, y, r = CLOSE
    view = player.ctx.pictures.view

    def seen(seconds: float) -> bytes:
        player.wait(seconds)
        return pygame.image.tobytes(player.draw().subsurface(view.rect(Box.around(x, y, r * 0.6))), "RGB")

    assert len({seen(0.3) for _ in range(4)}) == 4, "it moves"
    scene = player.scene
    assert isinstance(scene, OutingScreen)
    assert not [w.name for w in scene.widgets if math.dist(w.box.centre, (x, y)) < r + RIM + w.box.w / 2]
    clip = scene.exercise.demonstration.right
    walkers = player.ctx.art.puppet(clip.rig, clip.clip, scale=SCALE)
    for i in range(8):
        _, (_, up) = walkers.at(i / 8)
        assert GROUND + up / view.k >= y + r + RIM, "nobody walks behind it"


def test_one_press_tells_it_and_three_stars_fly(told: Player):
    told.tap("minutes-25")
    told.tap("keep")
    assert walks(told) == [(25, Grade.WELL, 3, 0)]
    assert (told.scene.name, told.scene.stars) == ("reward", 3)
    told.tap("big")
    assert told.scene.name == "map"


def test_with_help_and_yesterday(told: Player):
    told.tap("day-1")
    told.tap("grade-helped")
    told.tap("keep")
    assert walks(told) == [(10, Grade.HELPED, 2, 1)]


def test_the_keys_choose_and_the_page_keeps_to_every_rule(told: Player):
    told.key(None, "2")
    assert told.scene.grade is Grade.HELPED
    assert not complaints(told.scene)


def test_esc_goes_back_without_telling(told: Player):
    told.key(Command.BACK)
    assert (told.scene.name, walks(told)) == ("outing", [])


def test_a_days_walk_is_told_once_and_yesterday_stays_open(told: Player):
    told.tap("keep")
    ctx, child = told.ctx, told.child
    told.scene = routes.OutingTold(child, routes.Outing(child))
    assert told.scene.on == ctx.today - timedelta(days=1)
    told.tap("day-0")
    assert not told.scene.widget("keep").is_enabled
    assert not complaints(told.scene)


def test_no_walk_before_the_child_came(player: Player):
    child = player.child
    player.scene = routes.OutingTold(child, routes.Outing(child))
    assert [w.name for w in player.scene.widgets if w.name.startswith("day-")] == ["day-0"]


def test_what_the_rules_refuse_is_said_and_nothing_is_written(told: Player):
    told.record(SignsTicked(("pain",)), child=told.child)
    told.tap("keep")
    assert (told.scene.name, walks(told)) == ("outing_told", [])
    assert told.scene.refused
    assert not complaints(told.scene)


def test_the_days_quest_is_still_there_whole(told: Player):
    told.tap("keep")
    told.tap("big")
    assert told.scene.state.now.left == told.scene.state.now.quest.levels
    assert not told.scene.state.now.is_part
    assert "big" in [w.name for w in told.scene.widgets]
    assert told.scene.focused == "big"
    assert not told.scene.state.is_done(told.scene.state.slot)


def test_a_day_with_only_a_walk_is_seen_in_the_calendar(told: Player):
    practised(told, ("bear_walk",))
    told.next_day()
    told.scene = routes.OutingTold(told.child, routes.Trail(told.child))
    told.wait(0.1)
    pass_gate(told)  # a night has passed
    told.tap("keep")
    page = flow.open(told.ctx, routes.GrownUps(told.child))
    day = next(d for w in page.weeks() for d in w.days if d.day == told.ctx.today)
    assert day.is_active and day.morning is day.evening is SlotShare.NOTHING
    assert not complaints(page)


@pytest.mark.parametrize(("nights", "ago"), [(1, 1), (2, 0), (9, 0)])
def test_left_standing_for_nights_the_walk_is_told_of_a_day_that_can_be_seen_on_the_page(
    told: Player, nights: int, ago: int
):
    told.clock += timedelta(days=nights)
    told.wait(1)
    if told.scene.name == "gate":
        pass_gate(told)
    else:
        told.scene = told.scene.unlocked()
    assert [w.is_chosen or w.look.kind == "on" for w in told.scene.widgets if w.name.startswith("day-")].count(
        True
    ) == 1
    told.tap("keep")
    assert walks(told)[-1][3] == ago
