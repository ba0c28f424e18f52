"""Whoever gave the last word, from wherever: the child sees the stars it woke, and the trail is the child's again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.core.events import LevelConfirmed, Outcome
from game.scenes import routes
from game.scenes.parent.record.record import RecordPage
from game.ui.controls import Command
from tests.player import PIN, Player
from tests.scenes.session.test_session import start
from tests.told import facts, grown_ups, pass_gate, played


def from_the_strip_of_the_end(player: Player) -> None:
    start(player, "bear_walk", amount=10)
    player.wait_for("session_end")
    player.tap("strip")
    pass_gate(player)


def from_who(player: Player) -> None:
    played(player, "bear_walk")
    player.scene = routes.Who()
    player.tap("confirm")
    pass_gate(player)


def from_progress(player: Player) -> None:
    played(player, "bear_walk")
    grown_ups(player)
    player.tap("confirm")


def from_the_page_of_the_day(player: Player) -> None:
    attempt = played(player, "bear_walk")
    grown_ups(player)
    player.scene = RecordPage(player.ctx, player.child, player.ctx.today)
    player.tap(f"say-{attempt}")


ENTRIES = (from_the_strip_of_the_end, from_who, from_progress, from_the_page_of_the_day)


@pytest.mark.parametrize("key", ["1", "2", "3"], ids=["well", "helped", "partly"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.__name__)
def test_after_the_last_word_the_reward_comes_by_itself_and_then_who_is_playing(
    entry: Callable[[Player], None], key: str
) -> None:
    player = Player.with_family()
    entry(player)
    assert player.scene.name == "confirm"
    player.key(None, key)
    player.wait(1.0)
    assert player.scene.name == "reward" and player.scene.stars == {"1": 2, "2": 1, "3": 1}[key]
    assert any(line.startswith("stars_") for line in player.scene.lines())
    player.draw()
    assert not player.scene.problems
    player.wait(4)
    player.key(Command.BACK)
    assert player.scene.name == "who"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.__name__)
def test_not_today_wakes_nothing_and_goes_straight_back(entry: Callable[[Player], None]) -> None:
    player = Player.with_family()
    entry(player)
    player.key(None, "4")
    player.wait(1.0)
    assert player.scene.name == {from_progress: "progress", from_the_page_of_the_day: "record"}.get(entry, "who")


@pytest.mark.parametrize("entry", [from_who, from_progress], ids=lambda e: e.__name__)
def test_a_level_that_was_stopped_brings_its_star_to_be_seen(entry: Callable[[Player], None]) -> None:
    player = Player.with_family()
    played(player, "caterpillar", amount=6, left=3, outcome=Outcome.STOPPED)
    entry(player)
    player.keys("33")
    player.wait(1.0)
    assert len(facts(player, LevelConfirmed)) == 2
    assert player.scene.name == "reward" and player.scene.stars == 2
    player.wait(3)
    assert player.ctx.child(player.child).stars == 2  # they were won when the levels were played


def test_the_grown_ups_pages_ask_for_the_pin_after_the_reward() -> None:
    player = Player.with_family()
    from_progress(player)
    player.key(None, "1")
    player.wait(4)
    player.key(Command.BACK)
    player.key(Command.GROWN_UPS)
    assert player.scene.name == "gate"
    player.keys(PIN)
    player.wait(0.5)
    assert player.scene.name == "progress"


@pytest.mark.parametrize(("pain", "cheers"), [(None, True), (3, True), (4, False), (10, False)])
def test_after_strong_pain_the_stars_come_and_no_confetti(pain: int | None, cheers: bool) -> None:
    player = Player.with_family()
    outcome = Outcome.FINISHED if pain is None else Outcome.HURT
    played(player, "bear_walk", left=3 if pain else None, outcome=outcome, ouch=pain)
    player.scene = routes.Who()
    player.tap("confirm")
    pass_gate(player)
    player.key(None, "1")
    player.wait(1.0)
    assert player.scene.name == "reward" and player.scene.stars > 0
    assert bool(player.scene.pieces) is cheers
