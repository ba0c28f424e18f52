"""A level file with a mistake in it: that exercise is left out, grown-ups are told, and everything else plays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.core.content import Slot
from game.core.events import (
    Effort,
    ExerciseSwitched,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    SteppedBack,
)
from game.data.files.resources import resource
from game.data.journal.journal import Journal
from game.scenes import flow, routes
from game.scenes.parent import area
from game.scenes.screen.notices import NoticeStrips
from tests.player import Player
from tests.scenes.rooms import complaints


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    """The shipped levels, with a wrong word in the bear walk."""
    folder = tmp_path / "levels"
    copytree(str(resource("levels")), folder)
    path = folder / "exercises" / "bear_walk.yaml"
    text = path.read_text(encoding="utf-8")
    assert "position: walking" in text
    path.write_text(text.replace("position: walking", "position: flying"), encoding="utf-8")
    return folder


@pytest.fixture
def player(levels: Path) -> Player:
    """A child that has done the bear walk when its file was still good."""
    return after_six_days(levels)


def after_six_days(levels: Path) -> Player:
    """Six days of bear walk and caterpillar with good files, an ouch at the end; then the game starts on `levels`."""
    before = Player.with_family()
    for i in range(6):
        day = before.ctx.today
        for name in ("bear_walk", "caterpillar"):
            attempt = f"{name}-{i}"
            played = LevelPlayed(attempt, f"s{i}", day, Slot.MORNING, name, 1, 20, Outcome.FINISHED, 20)
            before.record(played, LevelConfirmed(attempt, Grade.WELL, Effort.RIGHT), child="child-1")
        before.next_day()
    before.record(SteppedBack("bear_walk"), ExerciseSwitched("bear_walk", False), child="child-1")
    day = before.ctx.today
    hurt = OuchTold("bear_walk-5", "bear_walk", day - timedelta(days=1), Slot.MORNING, 2)
    before.record(ExerciseSwitched("bear_walk", True), hurt, child="child-1")
    return Player(start=before.clock, journal=before.game.journal, levels=levels)


def test_the_broken_exercise_is_left_out_and_the_others_are_offered(player: Player) -> None:
    catalogue = player.game.context.catalogue
    assert "bear_walk" not in catalogue.programmes["children"].exercises
    assert len(catalogue.programmes["children"].exercises) > 10
    player.scene = routes.Trail("child-1")
    player.wait(1)
    player.draw()
    assert player.scene.name == "map"


def test_a_whole_session_plays_without_it(player: Player) -> None:
    player.scene = routes.Trail("child-1")
    player.tap("big")
    player.wait_for("shoes", most=30)
    player.fetch()
    player.wait_for("session_end", most=1200)
    played = [e.fact.exercise for e in player.game.journal.events() if isinstance(e.fact, LevelPlayed)]
    assert len(played) > 12 and "bear_walk" not in played[12:]


def test_the_grown_ups_pages_show_what_was_done_before(player: Player) -> None:
    for place in area.PLACES:
        player.scene = flow.open(player.ctx, routes.Place(place.name, "child-1"))
        player.wait(0.5)
        player.draw()
        assert complaints(player.scene) == []


def test_grown_ups_are_told_how_many_mistakes_there_are(player: Player) -> None:
    assert player.ctx.notices == ["levels 1"]
    strips, page = NoticeStrips(), flow.open(player.ctx, routes.Place("progress", "child-1"))
    strips.update(0.1, page)
    assert strips.up(page) == strips.up(flow.open(player.ctx, routes.Who())) == ()
    assert player.ctx.remarks == ["levels 1"]
    read = page.press("remark")  # type: ignore[attr-defined]
    assert isinstance(read, routes.Reading) and "1 mistake" in " ".join(piece.text for piece in read.pieces)


def test_nothing_is_said_of_good_files() -> None:
    assert Player().ctx.notices == []


def test_without_rules_nothing_begins_and_the_file_is_named(levels: Path) -> None:
    init_pygame_for_pictures()
    (levels / "rules.yaml").write_text("ages: no\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"rules\.yaml:1:"):
        Game(Journal.in_memory(), (640, 360), mute=True, levels=levels)


@pytest.mark.parametrize("name", ["caterpillar", "forest_walk", "lego_bricks"])
def test_any_exercise_may_be_the_broken_one(levels: Path, name: str) -> None:
    (levels / "exercises" / f"{name}.yaml").write_text("id: [", encoding="utf-8")
    player = after_six_days(levels)
    assert name not in player.game.context.catalogue.programmes["children"].exercises
    visit_everything(player)


def test_a_broken_programme_leaves_its_child_its_stars_and_its_pages(levels: Path) -> None:
    (levels / "programmes" / "children.yaml").write_text("id: [", encoding="utf-8")
    visit_everything(after_six_days(levels))


def visit_everything(player: Player) -> None:
    """WHO, the map and every grown-ups' page, looked at."""
    for scene in (
        flow.open(player.ctx, routes.Who()), flow.open(player.ctx, routes.Trail("child-1")), flow.open(player.ctx, routes.Stickers("child-1", Player)),
        *(flow.open(player.ctx, routes.Place(place.name, "child-1")) for place in area.PLACES),
    ):  # fmt: skip
        player.scene = scene
        player.wait(0.5)
        player.draw()
