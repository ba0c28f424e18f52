"""What a grown-up grades "not today" was not done, on every page that tells what was."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.events import LevelConfirmed
from game.core.reports.doctor import doctors_report
from game.core.reports.over_time import over_time
from game.core.reports.progress import days_shown, progress
from game.core.reports.records import SlotShare
from game.core.rules.journey import journey
from game.gallery.states import play
from game.scenes import routes
from game.scenes.home.heads_screen import HeadsScreen
from game.scenes.home.map_state import look
from tests.player import Player
from tests.scenes.rooms import written_on
from tests.told import facts, grown_ups, pass_gate, to_confirm


def confirmed(key: str, *, programme: str = "children", age: str = "5-6") -> tuple[Player, str]:
    """A child beside Anna who played a whole morning, of which a grown-up says it all by that key; the child's id."""
    player = Player.with_family(size=(1280, 720))
    child = player.add_child("Mum", age, programme, "bo")
    play(player.ctx, child, Slot.MORNING, grade=None)
    player.scene = routes.ToConfirm(child, routes.Who(), routes.Who())
    pass_gate(player)
    player.keys(key * len(player.ctx.child(child).attempts))
    player.wait(2)
    assert len(facts(player, LevelConfirmed)) == len(player.ctx.child(child).attempts) > 1
    return player, child


def ticked(player: Player, child: str, screen: routes.Route) -> bool:
    """Whether the head's sun has its tick, as it is drawn."""
    player.scene = screen
    player.wait(1)
    scene = player.scene
    assert isinstance(scene, HeadsScreen)
    x = dict((c.id, x) for c, x in scene.spots())[child]
    box = scene.sign_box(x)
    player.draw()
    at = player.ctx.pictures.view.pixel(box.centre[0] + 26, box.centre[1] + 26 + 14)
    red, green, blue, _ = player.stage.surface.get_at((round(at[0]), round(at[1])))
    return green > red + 40


@pytest.mark.parametrize(("programme", "age"), [("children", "5-6"), ("grown_up", "11+")])
@pytest.mark.parametrize(("key", "is_done"), [("1", True), ("3", True), ("4", False)])
def test_only_what_was_done_has_its_tick_on_who_on_together_and_on_the_map(
    key: str, is_done: bool, programme: str, age: str
) -> None:
    player, child = confirmed(key, programme=programme, age=age)
    assert ticked(player, child, routes.Who()) is is_done
    assert ticked(player, child, routes.Together()) is is_done
    assert look(player.ctx, child).is_done(Slot.MORNING) is is_done


@pytest.mark.parametrize(("key", "share"), [("1", SlotShare.ALL), ("4", SlotShare.NOTHING)])
def test_progress_calendar_and_report_say_the_same(key: str, share: SlotShare) -> None:
    player, child = confirmed(key)
    catalogue, today, profile = player.ctx.catalogue, player.ctx.today, player.ctx.child(child)
    done = share is SlotShare.ALL
    (row,) = days_shown(catalogue, profile, today, today, today)
    assert (row.morning, row.is_active, bool(row.done_s)) == (share, done, done)
    report, page = doctors_report(catalogue, profile, today, today, today), progress(catalogue, profile, today)
    assert (page.done_sessions, page.active_days) == (int(done), int(done))
    assert [bool(exercise.done) for exercise in report.exercises] == [done] * len(report.exercises)
    way = journey(catalogue, profile, today)
    tallies = [over_time(way, exercise.exercise, today, today).tally for exercise in report.exercises]
    assert [bool(tally.left) for tally in tallies] == [done] * len(tallies), "no foot worked in what was not done"


def test_pain_makes_a_play_that_was_graded_not_today_one_that_was_tried() -> None:
    player = Player.with_family(size=(1280, 720))
    play(player.ctx, player.child, Slot.MORNING, grade=None)
    to_confirm(player)
    pass_gate(player)
    for name in ("hurt", "face-2", "grade-not_today"):
        player.tap(name)
    player.keys("44")
    player.wait(2)
    assert ticked(player, player.child, routes.Who()) and look(player.ctx, player.child).is_done(Slot.MORNING)


def test_who_has_given_a_word_on_what_was_not_done_is_not_asked_for_the_first_word() -> None:
    player, child = confirmed("4")
    player.scene = routes.Gate(routes.GrownUps(child), routes.Who())
    pass_gate(player)
    said = " ".join(written_on(player.scene))
    assert "After the first session you find here" in said and "first word" not in said


def test_a_play_that_waits_asks_for_the_first_word() -> None:
    player = Player.with_family(size=(1280, 720))
    play(player.ctx, player.child, Slot.MORNING, 1, grade=None)
    grown_ups(player)
    assert "After your first word" in " ".join(written_on(player.scene))


def test_nothing_is_said_of_how_hard_it_was_where_it_was_not_done() -> None:
    """On the page where it is told and on the day; its sign is that of its grade, and no tick."""
    player = Player.with_family(size=(1280, 720))
    play(player.ctx, player.child, Slot.MORNING, grade=None)
    to_confirm(player)
    pass_gate(player)
    player.keys("14")
    assert {"Well, just right", "Not today"} <= set(written_on(player.scene))
    player.scene = routes.Day(player.child, player.ctx.today)
    said = written_on(player.scene)
    assert "Not today" in said and said.count("just right") == 1
