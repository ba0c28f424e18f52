"""The form for an exercise of one's own: by keys alone, by mouse, and every value it refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.commands.check import check
from game.core.content import Foot, Position, Unit
from game.core.events import ExerciseOrdered, OrderWritten
from game.core.own_draft import OwnPart, WorkingFeet
from game.scenes import routes
from game.scenes.parent.own.own import OwnPage
from game.scenes.parent.own.own_form import OwnFormPage
from game.scenes.parent.own.pictures import OwnPicturesPage
from game.scenes.screen.on_screen_keyboard import OnScreenKeyboard
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.parent.own.folder import family, form, look, open_own, page
from tests.scenes.rooms import complaints, written_on
from tests.told import facts, played


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    player = family(tmp_path)
    open_own(player)
    player.key(Command.ACTIVATE)
    player.wait(0.5)
    yield player
    player.game.close()


def fill(player: Player, name: str = "Towel on the stairs", who: str = "Ms Weber") -> None:
    player.focus("name")
    player.type(name)
    player.focus("who")
    player.type(who)


def write(player: Player) -> None:
    player.focus("write")
    player.key(Command.ACTIVATE)


def file_of(player: Player, id_: str = "towel_on_the_stairs") -> Path:
    return Path(player.ctx.files.own.folder()) / "exercises" / f"{id_}.yaml"


def test_a_left_foot_alone_is_written_down_by_keys_alone_and_ordered_from_tomorrow(player: Player) -> None:
    assert form(player).focused == "name" and not complaints(player.scene)
    player.type("Towel on the stairs")
    player.key(Command.ACTIVATE)  # on to how it is done
    player.type("Put the heel down. Let it sink slowly.")
    for _ in range(3):
        player.key(Command.ACTIVATE)
    assert form(player).focused == "who"
    player.type("Ms Weber")
    for _ in range(3):
        player.key(Command.ACTIVATE)
    assert form(player).focused == "side"
    player.arrow(1, 0)
    assert form(player).form.draft.side is WorkingFeet.LEFT
    write(player)
    assert isinstance(player.scene, OwnPage) and not complaints(player.scene)
    assert "Towel on the stairs is written down. From week 2 of play on it joins before" in page(player).said
    today = player.ctx.today
    assert facts(player, OrderWritten) == [OrderWritten("Ms Weber", today)]
    assert facts(player, ExerciseOrdered) == [
        ExerciseOrdered("towel_on_the_stairs", "Ms Weber", today, True, Foot.LEFT)
    ]
    checked = check([Path(player.ctx.files.own.folder())])
    assert checked.files == 1 and checked.problems == ()
    towel = player.ctx.catalogue.exercises["towel_on_the_stairs"]
    assert towel.what == "Put the heel down. Let it sink slowly." and towel.per_foot
    text = written_on(page(player))
    assert "on a chair, left foot only" in text and "from week 2" in text


def test_it_is_written_by_mouse_alone_with_the_letters_on_the_screen(player: Player) -> None:
    for line, word in (("name", "Roll"), ("who", "Dr")):
        if line != form(player).field_name:
            player.tap(line)  # from here on a keyboard types into it
        player.tap(line)
        assert isinstance(player.scene, OnScreenKeyboard)
        for letter in word.lower():
            player.tap(f"key-{letter}")
        player.tap("big")
    side = form(player).widget("side").box
    player.wait(0.45)
    player.click(*player.ctx.pictures.view.pixel(side.x + side.w * 0.9, side.centre[1]))
    assert form(player).form.draft.side is WorkingFeet.RIGHT
    cap = form(player).widget("cap").box
    player.wait(0.45)
    player.click(*player.ctx.pictures.view.pixel(cap.right - 8, cap.centre[1]))
    assert form(player).form.draft.cap == 11
    player.tap("write")
    assert isinstance(player.scene, OwnPage)
    (order,) = facts(player, ExerciseOrdered)
    assert (order.exercise, order.foot, order.said_by) == ("roll", Foot.RIGHT, "Dr")


def test_sets_are_asked_for_ordered_with_the_exercise_and_there_again_when_it_is_changed(player: Player) -> None:
    fill(player)
    player.focus("sets")
    player.arrow(-1, 0)
    write(player)
    (order,) = facts(player, ExerciseOrdered)
    assert order.most_sets == 2
    player.scene = OwnFormPage(player.ctx, player.child, "towel_on_the_stairs", routes.Place("own", player.child))
    assert form(player).form.draft.sets == 2 and not complaints(player.scene)


@pytest.mark.parametrize(("age", "start"), [("3-4", 6), ("11+", 13)])
def test_what_is_too_much_for_the_child_s_age_is_refused_with_the_reason(tmp_path: Path, age: str, start: int) -> None:
    player = Player.with_family(age=age, data=tmp_path)
    player.next_day()
    open_own(player)
    player.key(Command.ACTIVATE)
    player.wait(0.5)
    fill(player)
    player.focus("cap")
    player.keys("15")
    player.focus("start")
    player.keys(str(start))
    said = " ".join(written_on(form(player)))
    assert f"at {age} years a first session is" in said and f"{start - 1} times is the most to start with" in said
    write(player)
    assert not facts(player, ExerciseOrdered) and form(player).focused == "start" and not complaints(player.scene)
    player.game.close()


def test_an_empty_form_says_at_the_press_what_it_needs_and_leads_there(player: Player) -> None:
    assert not form(player).form.shown_refused(), "nobody is blamed before anything was typed"
    write(player)
    assert form(player).focused == "name" and "needs a name" in form(player).note.text
    assert "The exercise needs a name." in written_on(form(player))
    player.type("Towel")
    write(player)
    assert form(player).focused == "who"
    assert not Path(player.ctx.files.own.folder()).exists() and not facts(player, ExerciseOrdered)


def test_a_name_another_exercise_has_is_refused(player: Player) -> None:
    fill(player, "bear WALK")
    write(player)
    assert "There is an exercise of that name." in " ".join(written_on(form(player)))
    assert not file_of(player, "bear_walk").exists()


@pytest.mark.parametrize(
    ("control", "digits", "said"),
    [
        ("cap", "90", "90 times is not taken: at 4 s each, counted for both feet, 15 times is the most."),
        ("start", "0", "0 times is not taken, 1 time is the least."),
        ("start", "12", "A start of 12 times is above the most of 10 times."),
        ("step", "3", "Steps of 3 from 5 times do not meet 10 times."),
        ("seconds", "99", "99 seconds each are not taken: 1 to 60."),
    ],
)
def test_a_value_past_a_bound_stays_as_it_was_typed_with_its_reason_until_it_is_put_right(
    player: Player, control: str, digits: str, said: str
) -> None:
    fill(player)
    player.focus(control)
    player.keys(digits)
    assert said in " ".join(written_on(form(player))) and not complaints(player.scene)
    write(player)
    assert form(player).focused == control and not file_of(player).exists()
    assert form(player).form.draft.amount(OwnPart(control)) == int(digits)
    for _ in range(4):
        player.hardware("backspace")
    player.keys({"cap": "8", "start": "5", "step": "1", "seconds": "4"}[control])
    write(player)
    assert isinstance(player.scene, OwnPage) and file_of(player).is_file()


def test_arrows_stop_at_every_bound(player: Player) -> None:
    for control, by, value in (("cap", 1, 15), ("start", 1, 15), ("start", -1, 1), ("step", -1, 1), ("seconds", -1, 1)):
        player.focus(control)
        for _ in range(20):
            player.arrow(by, 0)
        assert form(player).form.draft.amount(OwnPart(control)) == value, control


def test_seconds_take_a_second_each_and_have_nothing_to_choose_for_it(player: Player) -> None:
    player.focus("unit")
    player.arrow(-1, 0)
    draft = form(player).form.draft
    assert (draft.unit, draft.seconds, draft.start) == (Unit.SECONDS, 1, 20)
    assert "seconds" not in [w.name for w in form(player).widgets] and not complaints(player.scene)


def test_pictures_are_chosen_from_moving_ones_and_only_friends_with_such_a_puppet_are_offered(player: Player) -> None:
    player.focus("position")
    player.arrow(1, 0)
    player.arrow(1, 0)
    assert form(player).form.draft.position is Position.WALKING
    player.focus("pictures")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OwnPicturesPage) and not complaints(player.scene)
    assert player.scene.listed()[0].like == "animal_parade"
    player.focus("set:river_stones")
    player.key(Command.ACTIVATE)
    shown = form(player).form.draft.shown
    assert shown.host == "otto" and form(player).form.draft.equipment == ("rope",)
    assert "To fetch: rope" in " ".join(written_on(form(player)))
    assert not form(player).widget("friend").is_enabled
    player.focus("pictures")
    player.key(Command.ACTIVATE)
    player.focus("set:giraffe_walk")
    player.key(Command.BACK)
    assert form(player).form.draft.shown == shown, "back takes nothing"


def test_another_friend_shows_a_foot_and_a_puppet_that_can(player: Player) -> None:
    before = form(player).form.draft.shown.host
    player.tap("friend")
    after = form(player).form.draft.shown
    assert after.host != before and after.right.rig == "foot_side"
    assert len(form(player).form.hosts()) == 8


@pytest.mark.parametrize("name", ["Полотенце", "手拭い", "a: #b", '"O\'Neil" {x}', "~", "12", "true", "😀 roll"])
def test_a_name_in_any_script_is_written_read_and_shown_as_it_was_typed(player: Player, name: str) -> None:
    fill(player, name)
    write(player)
    assert isinstance(player.scene, OwnPage)
    (file,) = player.ctx.files.own.files
    assert file.is_ours and player.ctx.texts.exercise(file.id) == name
    assert name in written_on(page(player))


def test_a_full_disk_says_so_in_one_line_and_everything_typed_stays(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(player)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        write(player)
    assert "The disk is full, nothing was written." in " ".join(written_on(form(player)))
    assert form(player).fields["name"].name == "Towel on the stairs" and not facts(player, ExerciseOrdered)
    write(player)
    assert isinstance(player.scene, OwnPage) and file_of(player).is_file()


def test_a_folder_that_takes_no_file_says_where_and_nothing_is_lost(player: Player) -> None:
    folder = Path(player.ctx.files.own.folder())
    folder.mkdir(parents=True)
    (folder / "exercises").write_text("in the way", encoding="utf-8")
    fill(player)
    write(player)
    assert f"{folder} takes no file" in " ".join(written_on(form(player))) and not complaints(player.scene)
    (folder / "exercises").unlink()
    write(player)
    assert isinstance(player.scene, OwnPage)


def test_what_the_form_wrote_is_changed_by_the_form_and_its_order_stays_one(player: Player) -> None:
    fill(player)
    player.focus("side")
    player.arrow(1, 0)
    write(player)
    player.focus("change")
    player.key(Command.ACTIVATE)
    assert form(player).title() == "Change your own exercise"
    assert form(player).fields["who"].name == "Ms Weber" and form(player).form.draft.side is WorkingFeet.LEFT
    player.focus("cap")
    player.keys("8")
    player.focus("side")
    player.arrow(1, 0)
    write(player)
    assert player.ctx.catalogue.exercises["towel_on_the_stairs"].ramp.cap == 8
    assert [order.foot for order in facts(player, ExerciseOrdered)] == [Foot.LEFT, Foot.RIGHT]
    assert [file.id for file in player.ctx.files.own.files] == ["towel_on_the_stairs"]


def test_what_was_played_keeps_its_unit(player: Player) -> None:
    fill(player)
    write(player)
    played(player, "towel_on_the_stairs", amount=5, right=5)
    player.focus("change")
    player.key(Command.ACTIVATE)
    player.focus("unit")
    player.arrow(1, 0)
    assert "It was played already" in " ".join(written_on(form(player)))
    write(player)
    assert form(player).focused == "unit"


def test_what_somebody_changed_by_hand_is_not_the_form_s_any_more(player: Player) -> None:
    fill(player)
    write(player)
    player.focus("change")
    player.key(Command.ACTIVATE)
    by_hand = file_of(player).read_text(encoding="utf-8") + "note: by hand\n"
    file_of(player).write_text(by_hand, encoding="utf-8")
    player.focus("cap")
    player.keys("8")
    write(player)
    assert "somebody else" in " ".join(written_on(form(player)))
    assert file_of(player).read_text(encoding="utf-8") == by_hand
    player.key(Command.BACK)
    look(player)
    assert "change" not in page(player)._deeds()


def test_a_name_that_was_used_once_is_never_given_to_another_exercise(player: Player) -> None:
    fill(player)
    write(player)
    played(player, "towel_on_the_stairs", amount=5, right=5)
    player.focus("remove")
    player.key(Command.ACTIVATE)
    assert not file_of(player).exists()
    player.focus("new")
    player.key(Command.ACTIVATE)
    fill(player, "Towel on the stairs!", "")
    write(player)
    assert file_of(player, "towel_on_the_stairs_2").is_file()


def test_the_gate_shut_over_the_form_keeps_what_was_typed(player: Player) -> None:
    fill(player)
    player.leave()
    player.come_back()
    player.key(char="x")
    assert player.scene.name == "gate"
    player.keys("2580")
    player.wait(0.5)
    assert form(player).fields["name"].name == "Towel on the stairs"


def test_a_child_without_a_programme_gets_the_file_and_no_order(player: Player) -> None:
    from game.core.content import AgeBand
    from game.core.events import ChildAdded

    player.record(ChildAdded("Mia", "otto", AgeBand.FIVE_SIX, 1), child="mia")
    player.scene = routes.OwnForm("mia", "", routes.Place("own", "mia"))
    fill(player)
    write(player)
    assert file_of(player).is_file() and not facts(player, ExerciseOrdered)
    assert "Order it to bring it into play" in page(player).said and not complaints(player.scene)


def test_left_only_from_the_rail_takes_few_presses(player: Player) -> None:
    """From the page: the button, a name, who, the side, and write."""
    before = replace(form(player).form.draft)
    fill(player)
    player.focus("side")
    player.arrow(1, 0)
    write(player)
    assert isinstance(player.scene, OwnPage) and before.side is WorkingFeet.EACH
    assert isinstance(player.scene, OwnPage) and not isinstance(player.scene, OwnFormPage)
