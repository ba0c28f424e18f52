"""The child's footprints and the grown-ups' "days on the trail" are one number, whatever was missed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from game.core.events import Outcome, QuestKind, SessionEnding
from game.core.reports.doctor import DoctorsReport, doctors_report
from game.core.reports.progress import progress
from game.core.session.path_stations import played_on, waits_on
from game.core.simulate.simulation import FAMILIES
from game.print.doctor_page import doctors_page
from game.print.document import Figures
from game.scenes.home.map_state import look
from game.scenes.session.session import RunningSession
from tests.diary import every_day, lived, of_family
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import grown_ups


@pytest.mark.parametrize("family", FAMILIES)
def test_the_map_counts_the_days_that_progress_counts(family: str) -> None:
    player = Player.of(of_family(family, 60).robin)
    days = look(player.ctx, player.child).days
    assert days == progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).active_days
    assert days > 0


def test_after_ten_days_away_both_still_say_every_day_and_the_run_alone_begins_anew() -> None:
    player = Player.of(lived(every_day([0, 1, 2, 3]) + every_day([14, 15]), 16).robin)
    report = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert (look(player.ctx, player.child).days, report.active_days, report.streak) == (6, 6, 2)


def test_a_word_that_comes_too_late_changes_neither() -> None:
    player = Player.of(of_family("perfect", 5).robin)
    for _ in range(4):
        player.clock += timedelta(days=1)
        report = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
        assert look(player.ctx, player.child).days == report.active_days == 5


def seen(player: Player) -> str:
    """What the grown-ups' page says, none of it cut."""
    assert complaints(player.scene) == []
    return " ".join(written_on(player.scene))


def test_a_day_that_waits_for_a_word_is_one_number_on_the_map_and_on_the_page_that_leads_with_the_word() -> None:
    player = Player.of(of_family("perfect", 35).robin)
    player.resize((1280, 720))
    before = look(player.ctx, player.child).days
    play_one(player)
    assert look(player.ctx, player.child).days == before + 1
    report = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert report.active_days == before, "the run counts it once it is told of"
    grown_ups(player)
    assert player.scene.leads
    assert f"{before + 1} days on the trail" in seen(player) and "active days" not in seen(player)
    player.tap("tab-days")
    assert not player.scene.leads
    assert f"{before + 1} on the trail, 1 to confirm" in seen(player)


def test_a_day_that_waits_for_a_word_is_one_of_practice_to_the_doctor_as_it_is_one_on_the_trail() -> None:
    player = Player.of(of_family("perfect", 35).robin)
    player.resize((1280, 720))
    child = player.ctx.child(player.child)
    before = whole_report(player)
    assert before.practice_days == len(played_on(child, player.ctx.today))
    play_one(player)
    page, child = whole_report(player), player.ctx.child(player.child)
    days = len(played_on(child, player.ctx.today))
    assert (page.done, page.practice_days, page.days) == (before.done + 1, days, before.days + 1)
    assert page.practice_days == sum(week.practice_days for week in page.weeks) == before.practice_days + 1
    grown_ups(player)
    player.tap("tab-days")
    assert f"{days} on the trail, 1 to confirm" in seen(player)


def test_a_session_that_hurt_before_anything_was_done_is_tried_on_every_page_and_done_on_none() -> None:
    """It makes the day and earns its star; of a movement there was none."""
    player = Player.of(of_family("perfect", 5).robin)
    player.resize((1280, 720))
    before = whole_report(player)
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, look(player.ctx, player.child).now.left[:1])
    session.begin()
    session.put_to_rest(session.present, 2)
    session.end(SessionEnding.HURT)
    page, ctx = whole_report(player), player.ctx
    assert (page.done, page.practice_days) == (before.done + 1, before.practice_days + 1)
    paper = doctors_page(page, ctx.catalogue, ctx.texts, "en")
    (figures,) = (block for block in paper.blocks if isinstance(block, Figures))
    (sessions, share), days, *_ = figures.boxes
    assert sessions == f"{page.done} of {page.planned}" and share.startswith("sessions tried, whole or in part = ")
    assert days == (f"{page.practice_days} of {page.days}", "days with something tried")
    grown_ups(player)
    player.tap("tab-days")
    said = seen(player)
    assert "Planned and tried" in said and f"Something tried on {page.practice_days} of {page.days} days." in said
    assert not re.search("planned and done|practice on|sessions done", said, re.IGNORECASE)


def whole_report(player: Player) -> DoctorsReport:
    """The doctor's report of everything there is."""
    ctx = player.ctx
    return doctors_report(ctx.catalogue, ctx.child(player.child), date.min, ctx.today, ctx.today)


def play_one(player: Player) -> None:
    """The first exercise that is left, all of it, and the session stopped."""
    levels = look(player.ctx, player.child).now.left
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, levels[:1])
    session.begin()
    session.units = {s.foot: levels[0].amount * levels[0].sets for s in session.stretches}
    session.end_level(Outcome.FINISHED)
    session.end(SessionEnding.STOPPED)


def test_beside_the_run_the_page_says_how_many_days_of_the_trail_are_not_told_of() -> None:
    player = Player.of(of_family("perfect", 35).robin)
    child = player.ctx.child(player.child)
    assert waits_on(player.ctx.catalogue, child, player.ctx.today) == frozenset()
    levels = look(player.ctx, player.child).now.left
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, levels[:1])
    session.begin()
    session.units = {s.foot: levels[0].amount * levels[0].sets for s in session.stretches}
    session.end_level(Outcome.FINISHED)
    child = player.ctx.child(player.child)
    assert waits_on(player.ctx.catalogue, child, player.ctx.today) == {player.ctx.today}
    session.tell_pain(session.done[-1], 2)
    child = player.ctx.child(player.child)
    report = progress(player.ctx.catalogue, child, player.ctx.today)
    days = look(player.ctx, player.child).days
    assert (len(waits_on(player.ctx.catalogue, child, player.ctx.today)), report.active_days) == (
        days - report.active_days,
        report.active_days,
    )
