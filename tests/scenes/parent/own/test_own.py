"""The page of a family's own folder: what appears, changes, goes or is wrong in it is told while the page stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.events import ExerciseOrdered, LevelPlayed
from game.core.own_files import OwnState
from game.core.rules.journey import journey
from game.scenes import flow, routes
from game.scenes.parent import remarks
from game.scenes.parent.own.own import OwnPage
from game.scenes.parent.own.preview import OwnPreviewPage
from game.scenes.parent.plan.ordered import OrderedPage
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.parent.record.record import RecordPage
from game.scenes.screen.reading_sheet import ReadingScreen
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.parent.own.folder import MOON, ROUTINE, family, form, look, open_own, page, put
from tests.scenes.rooms import all_written_on, complaints, place_key, written_on
from tests.told import days_of_practice, facts, grown_ups, played, practised


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    player = family(tmp_path)
    yield player
    player.game.close()


def states(player: Player) -> dict[str, OwnState]:
    return {row.file.id: row.file.state for row in page(player).rows}


def told(player: Player) -> list[str]:
    """What the rail has to tell, in words; read, as a parent reads it."""
    said = []
    while player.ctx.remarks:
        said += [piece.text for piece in remarks.told(player.ctx)[1]]
        remarks.read(player.ctx)
    return said


def test_the_rail_leads_to_an_empty_folder_that_says_what_it_is_for(player: Player) -> None:
    grown_ups(player)
    player.key(char=place_key("own"))
    player.draw()
    assert page(player).focused == "new" and not complaints(player.scene)
    assert "Nothing of your own yet." in " ".join(written_on(page(player)))


def test_a_file_that_appears_while_the_page_stands_is_there_and_told_in_the_rail(player: Player) -> None:
    open_own(player)
    put(player)
    look(player)
    assert states(player) == {"moon_walk": OwnState.IN_PLAY}
    text = " ".join(written_on(page(player)))
    assert "Moon walk" in text and "20 s" in text and "walking, both feet at once" in text and "off" in text
    assert told(player) == [
        "New in your own folder: Moon walk. Look at it under Own exercises; it comes into play when it is ordered, or "
        "chosen with its programme."
    ]
    assert player.ctx.texts.exercise("moon_walk") == "Moon walk" == player.ctx.spoken("moon_walk_name")
    look(player)
    assert told(player) == [], "it is told once"


def test_a_wrong_file_is_told_with_its_line_and_with_what_to_do_and_the_next_save_puts_it_right(
    player: Player,
) -> None:  # fmt: skip
    open_own(player)
    put(player, MOON.replace("cap: 60", "cap: 600"))
    look(player)
    assert states(player) == {"moon_walk": OwnState.WRONG}
    (line,) = told(player)
    assert "moon_walk.yaml, line 7" in line
    text = " ".join(written_on(page(player)))
    assert "moon_walk.yaml:7:33: dose.cap: with seconds_per_unit 1 one set at the cap is 600 seconds" in text
    player.focus("read")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, ReadingScreen)
    said = " ".join(piece.text for piece in player.scene.pieces)
    assert "Open the file, go to line 7, change it and save." in said and str(player.game.data) in said
    assert not complaints(player.scene)
    player.key(Command.BACK)
    put(player)
    look(player)
    assert states(player) == {"moon_walk": OwnState.IN_PLAY} and "moon_walk" in player.ctx.catalogue.exercises


def test_a_name_no_picture_has_plays_and_is_told_where_it_stands(player: Player) -> None:
    put(player, MOON.replace("penguin_walk", "penguin_wlak"))
    open_own(player)
    assert states(player) == {"moon_walk": OwnState.REPLACED}
    text = " ".join(written_on(page(player)))
    assert "moon_walk.yaml:11:37: demonstration.right: there is no clip pippa_side/penguin_wlak" in text
    assert player.ctx.catalogue.exercises["moon_walk"].demonstration.right.clip == "idle"
    player.focus("preview")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OwnPreviewPage) and not complaints(player.scene)


def test_a_file_that_goes_takes_the_exercise_out_and_leaves_its_history(player: Player) -> None:
    file = put(player)
    open_own(player)
    played(player, "moon_walk", amount=25)
    practised(player, ("bear_walk",))
    file.unlink()
    look(player)
    assert states(player) == {} and all(
        "moon_walk" not in (*p.exercises, *p.on_order) for p in player.ctx.catalogue.programmes.values()
    )
    moon = player.ctx.catalogue.exercises["moon_walk"]
    assert (moon.title, moon.unit.value) == ("Moon walk", "seconds"), "as its file said, not as seven repetitions"
    player.next_day()
    report = ProgressPage(player.ctx, player.child, "exercises")
    report.back = 0  # the last sheet of the list
    assert "Its file is not there" in " ".join(all_written_on(report))
    details = OneExercise(player.ctx, player.child, "moon_walk")
    assert details.title() == "Moon walk" and not complaints(details)
    assert not details.widget("leave-out").is_enabled and "when the file is back" in details.missing("leave-out")
    put(player)
    open_own(player)
    assert states(player) == {"moon_walk": OwnState.IN_PLAY}
    plays = player.ctx.child(player.child).attempts.values()
    assert [play.exercise for play in plays] == ["moon_walk", "bear_walk"]


def test_after_the_next_start_what_is_gone_still_has_its_name(tmp_path: Path) -> None:
    player = family(tmp_path)
    file = put(player)
    open_own(player)
    played(player, "moon_walk", amount=25)
    player.game.close()
    file.unlink()
    again = Player(data=tmp_path)
    moon = again.ctx.catalogue.exercises["moon_walk"]
    assert (moon.title, moon.ramp.cap) == ("Moon walk", 60) and again.ctx.files.own.files == ()
    again.game.close()


def test_what_came_while_the_game_was_closed_is_told_at_the_start(tmp_path: Path) -> None:
    player = family(tmp_path)
    put(player)
    player.game.close()
    again = Player(data=tmp_path)
    assert [remark for remark in again.ctx.remarks if remark.startswith("own_")] == ["own_new Moon walk"]
    again.game.close()
    third = Player(data=tmp_path)
    assert not [remark for remark in third.ctx.remarks if remark.startswith("own_")]
    third.game.close()


def test_on_and_off_and_the_foot_are_ordered_on_the_page_of_orders_at_its_row(player: Player) -> None:
    put(player)
    open_own(player)
    player.focus("order")
    player.key(Command.ACTIVATE)
    player.wait(0.5)
    assert isinstance(player.scene, OrderedPage) and player.scene.focused == "plays:moon_walk"
    player.key(Command.ACTIVATE)
    player.focus("who")
    player.type("Ms Weber")
    player.focus("write")
    player.key(Command.ACTIVATE)
    orders = [e.fact for e in player.ctx.child(player.child).events if isinstance(e.fact, ExerciseOrdered)]
    assert [(order.exercise, order.plays) for order in orders] == [("moon_walk", True)]
    assert "from week 2" in written_on(OwnPage(player.ctx, player.child)), "nothing new comes in the first week"


def test_the_page_of_orders_leads_to_another_exercise_and_back_to_what_was_filled_in(player: Player) -> None:
    grown_ups(player)
    player.scene = routes.Ordered(player.child)
    player.focus("who")
    player.type("Ms Weber")
    player.focus("another")
    player.key(Command.ACTIVATE)
    assert form(player).form.before is None
    player.key(Command.BACK)
    assert isinstance(player.scene, OrderedPage) and player.scene.field.name == "Ms Weber"


def test_a_programme_of_ones_own_is_listed_and_can_be_chosen_at_once(player: Player) -> None:
    put(player)
    put(player, ROUTINE, "ours.yaml", "programmes")
    open_own(player)
    text = " ".join(written_on(page(player)))
    assert "Our routine" in text and "programme, 3 exercises" in text
    player.tap(f"file:{page(player).rows[1].file.path}")
    player.tap("children")
    assert player.scene.name == "children"
    choice = flow.open(player.ctx, routes.EditChild("programme", player.child, routes.GrownUps()))
    player.scene = choice
    for name in ("more_programmes", "ours", "big"):
        names = [w.name for w in player.scene.widgets]  # type: ignore[attr-defined]
        if name in names:
            player.tap(name)
    assert player.ctx.child(player.child).programme == "ours"


def test_what_is_no_form_s_can_be_taken_out_and_put_back_and_is_never_deleted(player: Player) -> None:
    file = put(player)
    open_own(player)
    assert "change" not in page(player)._deeds()
    player.focus("remove")
    player.key(Command.ACTIVATE)
    assert not file.exists() and states(player) == {}
    assert (Path(player.ctx.files.own.folder()) / "removed" / "moon_walk.yaml").read_text(encoding="utf-8") == MOON
    player.focus("undo")
    player.key(Command.ACTIVATE)
    assert file.read_text(encoding="utf-8") == MOON and states(player) == {"moon_walk": OwnState.IN_PLAY}
    assert "undo" not in page(player)._deeds()


def test_more_files_than_a_sheet_holds_are_turned_to(player: Player) -> None:
    for n in range(9):
        put(player, MOON.replace("moon_walk", f"walk_{n}").replace("Moon walk", f"Walk {n}"), f"walk_{n}.yaml")
    open_own(player)
    assert len(page(player).listed()) == 6 and not complaints(player.scene)
    player.focus("later")
    player.key(Command.ACTIVATE)
    assert [row.file.id for row in page(player).listed()] == ["walk_6", "walk_7", "walk_8"]
    assert len(told(player)) == 3, "the rail is no list of files"


def test_a_session_that_waits_for_its_grown_up_keeps_what_it_began_with(player: Player) -> None:
    grown_ups(player)
    player.ctx.held = Waiting()
    put(player)
    player.scene = routes.Place("own", player.child)
    look(player)
    assert page(player).rows == () and "moon_walk" not in player.ctx.catalogue.exercises
    player.ctx.held = None
    look(player)
    assert "moon_walk" in player.ctx.catalogue.exercises


class Waiting:
    """A card of a session that stands still."""

    def resumed(self) -> routes.Next:
        return routes.Start()

    def left_behind(self) -> None:
        """Nothing waits here."""


def test_nothing_is_read_while_nothing_changes(player: Player) -> None:
    put(player)
    open_own(player)
    catalogue = player.ctx.catalogue
    for _ in range(5):
        look(player)
    assert player.ctx.catalogue is catalogue


def test_a_folder_nobody_may_look_into_and_one_that_is_a_file_are_said_in_a_line(player: Player) -> None:
    open_own(player)
    folder = Path(player.ctx.files.own.folder())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exercises").write_text("no folder", encoding="utf-8")
    player.focus("folder")
    player.key(Command.ACTIVATE)
    assert str(folder) in page(player).said and not page(player).is_good


def test_whoever_looks_around_in_the_made_up_family_can_write_nothing_there(player: Player) -> None:
    from game.demo.game import demo_game

    game = demo_game((640, 360), live=True, mute=True)
    scene = OwnPage(game.context, next(iter(game.context.children)))
    assert not scene.widget("new").is_enabled and "made-up family" in scene.missing("new") and not complaints(scene)
    game.close()


def test_two_windows_may_touch_the_same_file_at_the_same_moment(player: Player) -> None:
    file = put(player)
    open_own(player)
    os.utime(file, ns=(5, 5))
    look(player)
    assert states(player) == {"moon_walk": OwnState.IN_PLAY} and not player.ctx.files.own.refresh()


def test_history_of_a_file_with_a_mistake_is_kept_as_well(player: Player) -> None:
    put(player)
    open_own(player)
    played(player, "moon_walk", amount=25)
    put(player, "id: moon_walk\n")
    look(player)
    assert states(player) == {"moon_walk": OwnState.WRONG}
    assert player.ctx.catalogue.exercises["moon_walk"].title == "Moon walk"
    assert [e.fact.amount for e in player.ctx.child(player.child).events if isinstance(e.fact, LevelPlayed)] == [25]


def test_in_the_first_week_the_page_says_from_which_week_it_joins_and_that_it_counts_under_record(
    player: Player,
) -> None:
    put(player)
    practised(player, ("bear_walk",))
    open_own(player)
    assert "from week 2 of play on it joins" in " ".join(written_on(page(player)))
    player.record(ExerciseOrdered("moon_walk", "Ms Berg", player.ctx.today, plays=True), child=player.child)
    player.next_day()
    open_own(player)
    said = " ".join(written_on(page(player)))
    assert "from week 2" in said and "joins next" not in said and "counts under Record" in said
    assert not complaints(page(player))
    player.focus("order")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OrderedPage)
    player.scene = RecordPage(player.ctx, player.child, player.ctx.today)
    player.tap("tile-moon_walk")
    player.tap("write")
    assert facts(player, LevelPlayed)[-1].exercise == "moon_walk"


def test_after_the_first_week_the_page_says_that_an_order_counts_from_tomorrow(player: Player) -> None:
    put(player)
    days_of_practice(player, 8, ("bear_walk", "lego_bricks", "caterpillar"))
    open_own(player)
    assert "from tomorrow on it joins" in " ".join(written_on(page(player)))
    player.record(ExerciseOrdered("moon_walk", "Ms Berg", player.ctx.today, plays=True), child=player.child)
    player.scene = routes.Place("own", player.child)
    said = " ".join(written_on(page(player)))
    assert "joins next" in said and "as soon as there is room" in said and not complaints(page(player))
    player.next_day()
    way = journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert "moon_walk" in way.now(player.ctx.today).tracks, "there is room, and it came the next morning"
