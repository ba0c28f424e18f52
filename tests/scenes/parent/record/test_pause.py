"""A pause: before, afterwards, ended early, taken back; with what it changes said before it is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.core.days import plus
from game.core.events import Paused, PauseReason, Resumed
from game.core.reports.progress import progress
from game.core.rules.today import Doing, today
from game.scenes import routes
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.record.pause import PausePage
from game.scenes.parent.record.pause_cards import CARD
from game.scenes.parent.record.record import RecordPage
from game.ui.controls import Command
from game.ui.view import Box
from game.ui.widgets import Button
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate

LIP = 4  # design units of a button's edge below it
THREE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def ill(player: Player) -> Player:
    """Ten days of practice, four in bed, two of practice; then today."""
    days_of_practice(player, 10, THREE)
    player.clock += timedelta(days=4)
    days_of_practice(player, 2, THREE)
    return player


def ago(player: Player, n: int) -> date:
    return player.ctx.today - timedelta(days=n)


def pausing(player: Player, day: date) -> PausePage:
    page = PausePage(player.ctx, player.child, day, routes.Place("record", player.child))
    player.scene = page
    return page


def lines(player: Player) -> str:
    return " ".join(written_on(player.scene))


def doing(player: Player) -> Doing:
    child = player.ctx.child(player.child)
    return today(player.ctx.catalogue, child, player.ctx.now(), player.ctx.slot).doing


def test_who_looks_for_an_operation_among_the_pauses_is_led_to_its_page_and_back(ill: Player) -> None:
    grown_ups(ill)
    for name in ("place-record", "pause", "operation"):
        ill.tap(name)
    assert ill.scene.name == "tell-operation"
    for name in ("surgery", f"day-{ill.ctx.today}", "big"):
        ill.tap(name)
    assert ill.scene.name == "pause-told" and ill.ctx.child(ill.child).surgery == ill.ctx.today


def test_a_cold_last_week_is_found_from_the_calendar_of_progress_and_told_in_two_presses(ill: Player) -> None:
    grown_ups(ill)
    for name in (f"day-{ago(ill, 6)}", "pause", f"day-{ago(ill, 6)}", f"day-{ago(ill, 3)}", "write"):
        ill.tap(name)
    assert facts(ill, Paused) == [Paused(PauseReason.ILL, ago(ill, 6), ago(ill, 3))]
    assert "A pause of 4 days is written down." in lines(ill) and complaints(ill.scene) == []
    ill.key(Command.BACK)
    assert isinstance(ill.scene, RecordPage) and ill.scene.day == ago(ill, 6)


def test_of_a_span_with_play_only_the_days_without_count_neither_way_and_both_ends_chosen_asks_for_no_first_day(
    ill: Player,
) -> None:
    page = pausing(ill, ago(ill, 8))
    assert "Press the first day" not in lines(ill)
    for n in (8, 6):
        ill.tap(f"day-{ago(ill, n)}")
    assert "Of these 3 days, those without play count neither way" in lines(ill)
    assert "Press a first day to choose anew" in lines(ill) and complaints(page) == []


def test_with_the_day_it_opened_on_framed_a_later_one_is_the_last_and_an_earlier_one_a_first_anew(ill: Player) -> None:
    """Whoever is ill until Friday, or saw Tuesday framed and pressed Thursday, had begun a pause of one day anew."""
    page = pausing(ill, ill.ctx.today)
    assert "Press the last day, or another first one" in lines(ill)
    ill.tap(f"day-{ago(ill, -2)}")
    assert (page.first, page.last) == (ill.ctx.today, ago(ill, -2)) and complaints(page) == []
    assert "Press a first day to choose anew" in lines(ill)
    again = pausing(ill, ill.ctx.today)
    ill.tap(f"day-{ago(ill, 6)}")
    assert (again.first, again.last) == (ago(ill, 6), ago(ill, 6))
    ill.tap(f"day-{ago(ill, 4)}")
    assert (again.first, again.last) == (ago(ill, 6), ago(ill, 4))


def test_by_keys_alone_with_arrows_from_day_to_day(ill: Player) -> None:
    page = pausing(ill, ago(ill, 6))
    assert complaints(page) == [] and page.focused == f"day-{ago(ill, 6)}"
    ill.key(Command.ACTIVATE)
    ill.arrow(1, 0)
    ill.arrow(1, 0)
    ill.key(Command.ACTIVATE)
    assert (page.first, page.last) == (ago(ill, 6), ago(ill, 4))
    ill.focus("why-away")
    ill.key(Command.ACTIVATE)
    ill.focus("write")
    ill.key(Command.ACTIVATE)
    assert facts(ill, Paused) == [Paused(PauseReason.AWAY, ago(ill, 6), ago(ill, 4))]


def test_one_day_is_written_with_one_press_and_the_other_way_round_is_put_right(ill: Player) -> None:
    page = pausing(ill, ago(ill, 3))
    ill.tap(f"day-{ago(ill, 3)}")
    ill.tap(f"day-{ago(ill, 6)}")
    assert (page.first, page.last) == (ago(ill, 6), ago(ill, 3))
    ill.tap(f"day-{ago(ill, 5)}")
    ill.tap("write")
    assert facts(ill, Paused) == [Paused(PauseReason.ILL, ago(ill, 5), ago(ill, 5))]


def test_before_it_is_written_it_says_in_numbers_what_it_will_change_and_then_changes_just_that(ill: Player) -> None:
    page = pausing(ill, ago(ill, 6))
    ill.tap(f"day-{ago(ill, 6)}")
    ill.tap(f"day-{ago(ill, 3)}")
    assert not facts(ill, Paused)
    said = page.effect.after
    assert all(f"{round(100 * habit)}\u00a0%" in lines(ill) for habit in (said.habit, page.effect.before.habit))
    assert said.habit > page.effect.before.habit and "No dose changes by it." in lines(ill)
    ill.tap("write")
    assert "A pause of 4 days is written down." in lines(ill) and "What it changes" not in lines(ill)
    assert "write" not in [w.name for w in page.widgets] and complaints(page) == [], "nobody writes it twice"
    child = ill.ctx.child(ill.child)
    rest = ill.ctx.settings.rest_seconds
    assert progress(ill.ctx.catalogue, child, ill.ctx.today, rest, ago(ill, 6)) == said


def test_a_pause_over_days_with_play_says_that_these_are_no_paused_days(ill: Player) -> None:
    pausing(ill, ago(ill, 8))
    ill.tap(f"day-{ago(ill, 8)}")
    ill.tap(f"day-{ago(ill, 3)}")
    ill.tap("write")
    child = ill.ctx.child(ill.child)
    tried = {a.on for a in child.attempts.values() if ago(ill, 8) <= a.on <= ago(ill, 3)}
    assert 1 < len(tried) < 6 and f"On {len(tried)} of them there was play." in lines(ill)
    assert "A pause of 6 days is written down." in lines(ill) and complaints(ill.scene) == []


def test_a_holiday_is_told_before_and_nothing_is_asked_for_on_its_days(ill: Player) -> None:
    pausing(ill, plus(ill.ctx.today, 2))
    ill.tap(f"day-{plus(ill.ctx.today, 2)}")
    ill.tap(f"day-{plus(ill.ctx.today, 9)}")
    assert "It lies ahead" in lines(ill) and "doses go one step back" in lines(ill)
    ill.tap("why-away")
    ill.tap("write")
    assert doing(ill) is Doing.READY
    ill.clock += timedelta(days=3)
    assert doing(ill) is Doing.PAUSED


def test_every_page_that_says_a_pause_runs_says_until_when(ill: Player) -> None:
    last = ill.ctx.today + timedelta(days=4)
    ill.record(Paused(PauseReason.ILL, ill.ctx.today, last), child=ill.child)
    words = ill.ctx.texts
    whole = f"Paused from {words.date(ill.ctx.today)} to {words.date(last)}: Ill."
    grown_ups(ill)
    assert words("progress_paused_until", date=last) in lines(ill) and whole in lines(ill)
    ill.tap("place-record")
    button = ill.screen.widget("pause").look
    assert whole in lines(ill) and isinstance(button, Button)
    assert button.sub == words("map_paused_until", date=last)
    ill.tap("place-children")
    assert words("progress_paused_until", date=last) in lines(ill)
    assert complaints(ill.scene) == []


def test_a_pause_that_runs_is_ended_and_today_is_played_again(ill: Player) -> None:
    pausing(ill, ago(ill, 0))
    ill.tap(f"day-{ago(ill, 0)}")
    ill.tap(f"day-{plus(ill.ctx.today, 5)}")
    ill.tap("write")
    ill.clock += timedelta(days=1)
    assert doing(ill) is Doing.PAUSED
    grown_ups(ill)
    pausing(ill, ago(ill, 0))
    assert complaints(ill.scene) == []
    ill.tap("end-0")
    assert len(facts(ill, Resumed)) == 1 and doing(ill) is Doing.READY
    assert "end-0" not in [w.name for w in ill.scene.widgets]  # type: ignore[attr-defined]
    assert "The pause is over" in lines(ill)


def test_a_pause_is_taken_back_at_any_time_as_if_it_had_never_been_said(ill: Player) -> None:
    before = progress(ill.ctx.catalogue, ill.ctx.child(ill.child), ill.ctx.today)
    page = pausing(ill, ago(ill, 5))
    ill.tap("write")
    (row,) = page.told()
    ill.tap(f"take-{row.event}")
    assert not facts(ill, Paused) and page.told() == ()
    assert progress(ill.ctx.catalogue, ill.ctx.child(ill.child), ill.ctx.today) == before


def test_days_before_the_first_exercise_are_not_said_to_have_been_played(player: Player) -> None:
    player.clock += timedelta(days=9)
    days_of_practice(player, 1, THREE)
    page = pausing(player, ago(player, 8))
    said = " ".join(written_on(page))
    assert "No number changes by it: 1 day before the first exercise." in said and "played" not in said.split("No ")[1]
    assert complaints(page) == []


def test_a_pause_taken_back_by_a_slip_stands_again_after_undo(ill: Player) -> None:
    page = pausing(ill, ago(ill, 5))
    ill.tap("write")
    (row,) = page.told()
    ill.tap(f"take-{row.event}")
    assert complaints(page) == []
    ill.key(char="u")
    assert page.told() == (row,) and "undo" not in [w.name for w in page.widgets] and complaints(page) == []


def test_more_pauses_than_fit_are_on_further_sheets_the_latest_first(ill: Player) -> None:
    for n in (9, 7, 5):
        pausing(ill, ago(ill, n))
        ill.tap("write")
    page = pausing(ill, ago(ill, 3))
    assert [row.pause.first for row in page.shown()] == [ago(ill, 5), ago(ill, 7)]
    ill.tap("sheet")
    assert [row.pause.first for row in page.shown()] == [ago(ill, 9)] and complaints(ill.scene) == []


def test_every_button_of_the_list_lies_on_its_card_lip_and_all(ill: Player) -> None:
    for n in (2, 4, 6):
        ill.record(Paused(PauseReason.ILL, ago(ill, n), ago(ill, n)), child=ill.child)
    page = pausing(ill, ago(ill, 1))
    on_card = [w for w in page.widgets if CARD.holds(*w.box.centre)]
    assert {"sheet"} <= {w.name for w in on_card} and complaints(page) == []
    for w in on_card:
        assert CARD.covers(Box(w.box.x, w.box.y, w.box.w, w.box.h + LIP)), w.name


def test_a_day_before_the_child_was_there_is_refused_in_words(ill: Player) -> None:
    pausing(ill, ago(ill, 16))
    ill.focus(f"day-{ago(ill, 18)}")
    ill.key(Command.ACTIVATE)
    assert "is the first day in the records" in ill.scene.note.text  # type: ignore[attr-defined]


def test_for_pain_it_says_where_pain_is_told(ill: Player) -> None:
    pausing(ill, ago(ill, 0))
    ill.tap("why-ouch")
    assert "Then that exercise rests" in lines(ill)


@pytest.mark.parametrize("back", [5, 400])
def test_turning_months_keeps_the_days_that_were_chosen(ill: Player, back: int) -> None:
    page = pausing(ill, ago(ill, 5))
    for _ in range(back // 5):
        ill.tap("month-back")
    assert (page.first, page.last) == (ago(ill, 5), ago(ill, 5)) and complaints(ill.scene) == []


def test_a_window_that_is_left_asks_for_the_pin_and_gives_the_days_back(ill: Player) -> None:
    page = pausing(ill, ago(ill, 6))
    ill.tap(f"day-{ago(ill, 6)}")
    ill.tap(f"day-{ago(ill, 3)}")
    ill.leave()
    assert isinstance(ill.scene, ParentGate)
    pass_gate(ill)
    assert ill.scene is page and (page.first, page.last) == (ago(ill, 6), ago(ill, 3))
