"""The door to the grown-ups' side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.events import GatePassed, GateTried, SettingChosen
from game.core.simulate.simulation import PIN as SIMULATED
from game.data.journal.gate import FamilyGate
from game.demo.game import demo_game
from game.scenes import flow, routes
from game.scenes.parent.gate.gate import ParentGate
from game.ui.controls import Command
from tests.data.journal.test_gate import fill, make_room
from tests.player import CODE, PIN, Player
from tests.scenes.rooms import Room, complaints, written_on


@pytest.fixture
def player() -> Player:
    """Before the door of a family with PIN 2580."""
    player = Player()
    player.ctx.gate.set(PIN, CODE)
    knock(player)
    return player


def knock(player: Player) -> None:
    player.scene = routes.Gate(Room(player.ctx, "behind"), Room(player.ctx, "before"))


def enter(player: Player, pin: str) -> None:
    """Types a number and waits until it was looked at."""
    player.keys(pin)
    player.wait(0.5)


def test_the_fourth_digit_opens_the_door_by_itself(player: Player) -> None:
    player.keys("258")
    player.wait(1)
    assert player.scene.name == "gate"
    player.keys("0")
    player.wait_for("behind")


def test_pressing_the_keys_does_what_typing_does(player: Player) -> None:
    for digit in PIN:
        player.tap(f"pad-{digit}")
    player.wait_for("behind")


def test_a_pad_alone_opens_the_door(player: Player) -> None:
    for digit in PIN:
        player.focus(f"pad-{digit}")
        player.key(Command.ACTIVATE)
    player.wait_for("behind")


def test_the_pad_is_shuffled_at_every_opening(player: Player) -> None:
    orders = set()
    for _ in range(4):
        orders.add(player.scene.pad.digits)
        knock(player)
    assert len(orders) > 1
    assert all(sorted(order) == sorted("0123456789") for order in orders)


def test_a_wrong_number_empties_the_dots_and_shakes_them_once(player: Player) -> None:
    player.keys("1357")
    player.wait(0.3)
    assert player.scene.pad.entered == ""
    assert player.scene.pad.offset != 0
    player.wait(1)
    assert player.scene.pad.offset == 0
    enter(player, PIN)
    assert player.scene.name == "behind"


def test_backspace_and_the_erase_key_take_a_digit_back(player: Player) -> None:
    player.keys("29")
    player.hardware("backspace")
    player.keys("5")
    assert player.scene.pad.entered == "25"
    player.tap("pad-erase")
    assert player.scene.pad.entered == "2"


def test_a_try_is_told_to_the_journal_before_it_is_looked_at(player: Player) -> None:
    enter(player, "1357")
    enter(player, PIN)
    facts = [type(e.fact) for e in player.game.journal.events()]
    assert facts[1:] == [GateTried, GateTried, GatePassed]


def three_wrong(player: Player) -> None:
    for wrong in ("1357", "1358", "1359"):
        enter(player, wrong)
    player.wait(1)  # the page turned by itself, and is deaf for a second


def test_three_wrong_numbers_bring_a_breath_and_the_way_back_has_the_focus(player: Player) -> None:
    three_wrong(player)
    assert player.scene.is_waiting
    assert player.scene.focused == "back"
    assert not [w for w in player.scene.widgets if w.name.startswith("pad-")]
    player.key(Command.ACTIVATE)
    assert player.scene.name == "before"


def test_the_pad_comes_back_by_itself_and_works(player: Player) -> None:
    three_wrong(player)
    player.wait(31)
    assert not player.scene.is_waiting
    enter(player, PIN)
    assert player.scene.name == "behind"


def test_a_wrong_number_gets_a_word_and_the_tries_that_are_left(player: Player) -> None:
    enter(player, "1357")
    assert "This is not the PIN. 2 more tries, then a wait." in written_on(player.scene)
    enter(player, "1358")
    assert "This is not the PIN. One more try, then a wait." in written_on(player.scene)
    player.keys("2")
    assert not [line for line in written_on(player.scene) if "not the PIN" in line]


def test_on_a_full_disk_the_door_says_why_no_pin_is_looked_at(player: Player) -> None:
    fill(player)
    for _ in range(5):
        enter(player, PIN)
        assert player.scene.name == "gate" and not player.scene.is_waiting
        assert player.scene.message == player.ctx.texts("pin_disk")
    make_room(player)
    enter(player, PIN)
    assert player.scene.name == "behind"


def test_on_a_full_disk_the_recovery_code_says_so_too(player: Player) -> None:
    fill(player)
    enter(player, PIN)
    type_code(player, CODE)
    player.tap("big")
    assert player.scene.name == "gate-recovery" and player.ctx.texts("pin_disk_code") in written_on(player.scene)
    make_room(player)
    player.tap("big")
    assert player.scene.name == "new-pin"


def test_on_a_slow_disk_the_number_is_looked_at_once_the_try_is_written(player: Player) -> None:
    player.hang()
    enter(player, PIN)
    player.wait(5)
    assert player.scene.name == "gate"
    player.go_on()
    player.wait(0.1)
    assert player.scene.name == "behind"


@pytest.mark.parametrize(("wrong", "is_told"), [(1, False), (2, True)])
def test_a_slip_at_the_door_is_no_news_and_two_wrong_numbers_are(player: Player, wrong: int, is_told: bool) -> None:
    for _ in range(wrong):
        enter(player, "1357")
    enter(player, PIN)
    assert ("tries" in player.ctx.notices) is is_told


def test_wrong_tries_are_told_when_the_door_opens(player: Player) -> None:
    enter(player, "1357")
    player.wait(3600)
    knock(player)
    enter(player, PIN)
    assert "tries" in player.ctx.notices
    knock(player)
    player.ctx.notices.clear()
    enter(player, PIN)
    assert player.ctx.notices == []


def test_no_strip_hides_the_card_on_which_wrong_tries_are_told() -> None:
    player = Player.with_family()
    player.tap("grown_ups")
    three_wrong(player)
    player.wait(60)
    enter(player, PIN)
    assert player.scene.name == "progress"
    assert [need.kind.value for need in player.scene.board.all][:1] == ["tries"]
    assert player.ctx.notices == []


def test_no_strip_hides_the_pad_of_a_new_pin_which_takes_the_wrong_tries_away(player: Player) -> None:
    three_wrong(player)
    type_code(player, CODE)
    player.key(Command.ACTIVATE)
    assert player.scene.name == "new-pin"
    assert player.ctx.notices == []
    player.keys("73947394")
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "behind"
    assert player.ctx.family.missed == ()
    assert player.ctx.notices == []


def test_going_away_and_coming_back_does_not_shorten_the_breath(player: Player) -> None:
    three_wrong(player)
    player.wait(5)
    knock(player)
    assert 20 < player.scene.left_to_wait <= 30
    player.keys(PIN)
    assert player.scene.is_waiting


@pytest.mark.parametrize("seconds", [5, 15, 25])
def test_the_ring_of_the_breath_is_as_empty_after_going_away_as_before(player: Player, seconds: int) -> None:
    three_wrong(player)
    player.wait(seconds)

    def share() -> float:
        return player.scene.left_to_wait / player.scene.whole_wait

    before = share()
    player.key(Command.BACK)
    knock(player)
    assert share() == pytest.approx(before, abs=0.05)


def test_a_fourth_wrong_number_makes_the_breath_longer(player: Player) -> None:
    three_wrong(player)
    player.wait(31)
    enter(player, "1111")
    assert 50 < player.scene.left_to_wait <= 60


def test_nobody_there_for_a_minute_closes_the_door(player: Player) -> None:
    player.keys("25")
    player.wait(59)
    assert player.scene.name == "gate"
    player.wait(2)
    assert player.scene.name == "before"


def test_the_childs_half_leads_back_to_play_without_a_pin(player: Player) -> None:
    player.tap("back")
    assert player.scene.name == "before"
    knock(player)
    player.key(Command.BACK)
    assert player.scene.name == "before"


def test_the_door_says_whose_it_is(player: Player) -> None:
    player.wait(0.1)
    assert player.ctx.narrator.said == ["grown_up_gate"]


def test_the_door_tells_the_pin_of_a_made_up_family_and_of_no_other(player: Player) -> None:
    assert not any(PIN in line for line in written_on(player.scene))
    made_up = demo_game((640, 360), weeks=1)
    door = ParentGate(made_up.context, routes.GrownUps(), routes.Who())
    assert any(SIMULATED in line for line in written_on(door))
    made_up.close()


def test_a_window_that_is_left_takes_back_what_was_typed(player: Player) -> None:
    player.keys("258")
    player.leave()
    player.keys("0")
    player.wait(0.5)
    assert player.scene.name == "gate" and player.scene.pad.entered == "0"


# ---------------------------------------------------------------- one PIN that holds for confirming
@pytest.fixture
def beside() -> Player:
    """A grown-up who stays beside the child, and has just typed the PIN to confirm; on the map again."""
    player = Player.with_family()
    player.record(SettingChosen("stay", "on"))
    ask(player)
    enter(player, PIN)
    assert player.scene.name == "confirm"
    return player


def ask(player: Player) -> str:
    """The screen that comes when the grown-up is to confirm."""
    player.scene = routes.ToConfirm(player.child, Room(player.ctx, "map"), Room(player.ctx, "before"))
    return player.scene.name


@pytest.mark.parametrize("hours", [0, 9, 23.9])
def test_a_computer_s_clock_set_back_ends_the_pin_that_holds(beside: Player, hours: float) -> None:
    beside.clock += timedelta(days=-1, hours=hours)
    assert ask(beside) == "gate"


@pytest.mark.parametrize(("minutes", "there"), [(19, "confirm"), (20, "gate"), (540, "gate")])
def test_the_pin_holds_for_twenty_minutes_whatever_the_computer_s_clock_says(minutes: int, there: str) -> None:
    """The clock a child can set stands still; the other one goes on."""
    player, seconds = Player.with_family(), [0.0]
    player.ctx.gate = FamilyGate(lambda: player.ctx.family, player.ctx.record, seconds=lambda: seconds[0], cost=16)
    player.record(SettingChosen("stay", "on"))
    ask(player)
    enter(player, PIN)
    assert ask(player) == "confirm"
    seconds[0] += minutes * 60
    assert ask(player) == there


def test_a_computer_that_slept_for_an_hour_ends_the_pin_that_holds() -> None:
    """Asleep, the clock nobody can set may stand still."""
    player = Player.with_family()
    player.ctx.gate = FamilyGate(lambda: player.ctx.family, player.ctx.record, seconds=lambda: 0.0, cost=16)
    player.record(SettingChosen("stay", "on"))
    ask(player)
    enter(player, PIN)
    assert ask(player) == "confirm"
    player.clock += timedelta(hours=1)
    assert ask(player) == "gate"


def test_a_pin_typed_for_the_grown_ups_pages_does_not_hold_for_confirming(beside: Player) -> None:
    flow.open(beside.ctx, routes.Who())
    knock(beside)
    enter(beside, PIN)
    assert beside.scene.name == "behind" and ask(beside) == "gate"


# ---------------------------------------------------------------- the recovery code
def type_code(player: Player, code: str) -> None:
    player.tap("recovery")
    player.wait(0.5)
    player.type(code)


def test_the_recovery_code_leads_to_a_new_pin_and_a_new_code(player: Player) -> None:
    type_code(player, "moss river 48 otter")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "new-pin"
    new_code = player.scene.draft.recovery
    assert new_code != CODE
    player.keys("7394")
    player.keys("7394")
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "behind"
    assert not player.ctx.gate.check_pin(PIN)
    assert player.ctx.gate.check_pin("7394")
    assert player.ctx.gate.check_recovery(new_code)
    assert not player.ctx.gate.check_recovery(CODE)


def test_go_on_without_a_code_leads_to_its_line(player: Player) -> None:
    player.tap("recovery")
    player.tap("letters")
    player.key(Command.BACK)
    player.focus("away")
    player.tap("big")
    assert player.scene.note.text == player.ctx.texts("why_code")
    player.type(CODE)
    player.tap("big")
    assert player.scene.name == "new-pin"


def test_a_code_that_is_not_right_is_said_so_and_stays_to_be_mended(player: Player) -> None:
    type_code(player, "MOSS-RIVER-48-OTTE")
    player.tap("big")
    assert player.scene.name == "gate-recovery"
    assert player.scene.is_wrong
    player.tap("code")
    player.type("R")
    assert not player.scene.is_wrong
    player.tap("big")
    assert player.scene.name == "new-pin"


def test_during_the_pins_breath_the_code_is_looked_at_at_once(player: Player) -> None:
    three_wrong(player)
    type_code(player, CODE)
    player.tap("big")
    assert player.scene.name == "new-pin"


def test_after_many_wrong_codes_one_is_kept_and_looked_at_when_the_wait_is_over(player: Player) -> None:
    for _ in range(5):
        player.ctx.gate.check_recovery("wrong")
    type_code(player, CODE)
    player.tap("big")
    assert player.scene.is_kept
    player.wait_for("new-pin", most=11)


def test_a_new_pin_that_is_given_up_leaves_the_old_one(player: Player) -> None:
    type_code(player, CODE)
    player.tap("big")
    player.keys("7394")
    player.tap("back")
    assert player.scene.name == "before"
    assert player.ctx.gate.check_pin(PIN)


def test_a_pad_alone_writes_the_code_with_letters_on_the_screen(player: Player) -> None:
    player.tap("recovery")
    player.tap("letters")
    for char in CODE.lower():
        player.tap(f"key-{char}")
    player.tap("big")
    player.tap("big")
    assert player.scene.name == "new-pin"


@pytest.mark.parametrize("state", ["pad", "breath", "code"])
def test_nothing_is_too_small_too_near_or_cut_off(player: Player, state: str) -> None:
    if state == "breath":
        three_wrong(player)
    elif state == "code":
        type_code(player, "wrong")
        player.tap("big")
    assert complaints(player.scene) == []


def test_a_pin_touched_on_a_screen_that_tells_twice_is_the_right_pin(player: Player) -> None:
    knock(player)
    for digit in PIN:
        player.touch(f"pad-{digit}")
    player.wait(0.5)
    assert player.scene.name == "behind"
