"""The grown-ups' PIN: counted before it is looked at, waiting that no restart and no clock shortens."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from math import inf

import pytest

from game.core.events import GatePassed, GateSet, GateTried, SettingChosen
from game.core.pin_tries import Try
from game.data.journal.gate import FamilyGate, hold, newest_gate
from game.data.journal.journal import Journal
from game.data.journal.pin import matches
from tests.player import CODE, PIN, Player


@pytest.fixture
def family() -> Player:
    player = Player.__new__(Player)
    Player.__init__(player)
    player.ctx.gate.set(PIN, CODE)
    return player


def kinds(player: Player) -> list[type]:
    return [type(e.fact) for e in player.game.journal.events()]


def again(player: Player) -> Player:
    """The game restarted on the same diary, at the same moment."""
    other = Player(start=player.clock, journal=player.game.journal)
    return other


def test_the_right_pin_passes_and_is_counted_first(family: Player) -> None:
    assert family.ctx.gate.check_pin(PIN)
    assert kinds(family) == [GateSet, GateTried, GatePassed]


def test_a_wrong_pin_is_in_the_diary_before_it_is_looked_at(family: Player) -> None:
    assert not family.ctx.gate.check_pin("0000")
    assert kinds(family) == [GateSet, GateTried]


def test_killed_between_count_and_check_the_try_is_in_the_diary(
    family: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(hashlib, "scrypt", killed)
        family.ctx.gate.check_pin(PIN)
    assert kinds(family) == [GateSet, GateTried]
    assert len(again(family).ctx.family.tries) == 1


def test_how_long_ago_it_was_passed_is_told_by_the_clock_nobody_can_set(family: Player) -> None:
    seconds = [500.0]
    gate = FamilyGate(lambda: family.ctx.family, family.ctx.record, seconds=lambda: seconds[0], cost=16)
    assert gate.passed_ago() == inf
    assert not gate.check_pin("0000") and gate.passed_ago() == inf
    for passed in (lambda: gate.check_pin(PIN), lambda: gate.check_recovery(CODE)):
        assert passed() and gate.passed_ago() == 0
        family.clock -= timedelta(days=1)
        seconds[0] += 90
        assert gate.passed_ago() == 90


def test_three_wrong_tries_wait_longer_each_time(family: Player) -> None:
    gate = family.ctx.gate
    for wait in (0, 0, 30, 60, 120, 300, 300):
        assert not gate.check_pin("0000")
        assert gate.wait() == pytest.approx(wait)
        assert wait == 0 or not gate.check_pin(PIN)
        family.clock += timedelta(seconds=wait)
    assert gate.check_pin(PIN) and gate.wait() == 0


def test_a_try_while_waiting_is_neither_looked_at_nor_counted(family: Player) -> None:
    for _ in range(3):
        family.ctx.gate.check_pin("0000")
    before = kinds(family)
    assert not family.ctx.gate.check_pin(PIN) and kinds(family) == before


def test_a_restart_does_not_shorten_the_wait(family: Player) -> None:
    for _ in range(4):
        family.ctx.gate.check_pin("0000")
        family.clock += timedelta(seconds=family.ctx.gate.wait() if len(family.ctx.family.tries) < 4 else 0)
    family.clock += timedelta(seconds=59)
    restarted = again(family)
    assert restarted.ctx.gate.wait() == pytest.approx(60) and not restarted.ctx.gate.check_pin(PIN)


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(days=-400), timedelta(hours=1)])
def test_the_computers_clock_does_not_shorten_the_wait(family: Player, jump: timedelta) -> None:
    seconds = [0.0]
    gate = FamilyGate(lambda: family.ctx.family, family.ctx.record, seconds=lambda: seconds[0], cost=16)
    for _ in range(3):
        gate.check_pin("0000")
    family.clock += jump
    assert gate.wait() == 30 and not gate.check_pin(PIN)
    restarted = FamilyGate(lambda: family.ctx.family, family.ctx.record, seconds=lambda: seconds[0], cost=16)
    assert restarted.wait() == 30
    seconds[0] = 30
    assert gate.check_pin(PIN)


def test_guessing_all_pins_takes_weeks(family: Player) -> None:
    """10,000 PINs at one in five minutes, from the fourth wrong one on."""
    assert sum(hold(n) for n in range(10_000)) > 34 * 24 * 3600


def test_the_recovery_code_passes_however_it_is_written(family: Player) -> None:
    for code in (CODE, "moss river 48 otter", " mossriver48otter "):
        assert family.ctx.gate.check_recovery(code)
    assert not family.ctx.gate.check_recovery("MOSS-RIVER-49-OTTER")
    assert not family.ctx.gate.check_recovery(PIN) and not family.ctx.gate.check_pin(CODE)


def test_the_recovery_code_does_not_wait_with_the_pin(family: Player) -> None:
    for _ in range(3):
        family.ctx.gate.check_pin("0000")
    assert family.ctx.gate.wait() > 0 and family.ctx.gate.wait_for_code() == 0
    assert family.ctx.gate.check_recovery(CODE)
    assert family.ctx.gate.wait() == 0


def test_wrong_codes_do_not_hold_the_pin_back(family: Player) -> None:
    for _ in range(5):
        assert not family.ctx.gate.check_recovery("A-B-10-C")
    assert family.ctx.gate.wait() == 0 and family.ctx.gate.check_pin(PIN)


def test_after_five_wrong_codes_each_waits_and_the_right_one_is_not_looked_at_meanwhile(family: Player) -> None:
    gate = family.ctx.gate
    for _ in range(5):
        gate.check_recovery("A-B-10-C")
    assert gate.wait_for_code() == pytest.approx(10) and not gate.check_recovery(CODE)
    family.clock += timedelta(seconds=10)
    assert gate.check_recovery(CODE) and gate.wait_for_code() == 0


def test_a_new_pin_ends_the_old_one_and_the_waiting(family: Player) -> None:
    for _ in range(3):
        family.ctx.gate.check_pin("0000")
    family.ctx.gate.set("7391", CODE)
    assert family.ctx.gate.wait() == 0 and not family.ctx.gate.check_pin(PIN) and family.ctx.gate.check_pin("7391")


def test_the_pin_that_counts_is_the_last_one_chosen_whatever_was_told_since(family: Player) -> None:
    family.ctx.gate.set("7391", CODE)
    family.record(SettingChosen("voice", "3"))
    newest = newest_gate(family.game.journal.events())
    assert newest == family.ctx.family.gate and newest and matches("7391", newest.pin)
    assert newest_gate(Journal.in_memory().events()) is None


# ---------------------------------------------------------------- a disk that takes nothing
def fill(player: Player) -> None:
    """The disk takes nothing from now on."""
    player.disk.is_full = True


def make_room(player: Player) -> None:
    player.disk.is_full = False


def test_on_a_full_disk_no_pin_is_looked_at(family: Player) -> None:
    fill(family)
    for _ in range(5):
        assert family.ctx.gate.note_try() is Try.REFUSED
        assert not family.ctx.gate.check_pin(PIN)
    assert again(family).ctx.family.tries == (), "a kill now gives as many tries as before"


def test_a_try_no_pin_was_looked_at_for_is_told_once_and_is_the_next_one(family: Player) -> None:
    fill(family)
    for _ in range(5):
        family.ctx.gate.check_pin(PIN)
    make_room(family)
    assert family.ctx.gate.check_pin(PIN)
    assert kinds(family) == [GateSet, GateTried, GatePassed]
    assert family.ctx.family.missed == ()


def test_on_a_full_disk_no_recovery_code_is_looked_at_once_the_disk_has_refused(family: Player) -> None:
    fill(family)
    family.ctx.record(SettingChosen("voice", "3"))
    assert not family.ctx.gate.check_recovery(CODE)
    make_room(family)
    assert family.ctx.gate.check_recovery(CODE)


def test_the_third_try_is_looked_at_though_it_is_noted_before(family: Player) -> None:
    for _ in range(2):
        assert not family.ctx.gate.check_pin("0000")
    assert family.ctx.gate.note_try() is Try.NOTED and family.ctx.gate.wait() == 0
    assert family.ctx.gate.check_pin(PIN)


def test_a_try_is_looked_at_only_once_a_slow_disk_has_it(family: Player) -> None:
    family.hang()
    assert family.ctx.gate.note_try() is Try.AT_WORK and not family.ctx.gate.check_pin(PIN)
    family.go_on()
    assert family.ctx.gate.note_try() is Try.NOTED and family.ctx.gate.check_pin(PIN)
    assert kinds(family) == [GateSet, GateTried, GatePassed]


def test_how_many_tries_are_left_until_the_wait_is_known(family: Player) -> None:
    left = []
    for _ in range(4):
        left.append(family.ctx.gate.tries_left())
        family.ctx.gate.check_pin("0000")
        family.clock += timedelta(seconds=family.ctx.gate.wait())
    assert left == [3, 2, 1, 1]
    assert family.ctx.gate.check_pin(PIN) and family.ctx.gate.tries_left() == 3


def test_a_family_without_a_pin_has_no_right_one() -> None:
    player = Player()
    assert not player.ctx.gate.check_pin("") and not player.ctx.gate.check_pin(PIN)
