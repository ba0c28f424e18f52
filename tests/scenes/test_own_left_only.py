"""A hundred and twenty days with a therapist's own exercise for the left foot alone: ordered, played, grown, reported,
its file gone for a while and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from game.core.content import AgeBand, Catalogue, Foot, Slot
from game.core.days import plus
from game.core.events import ExerciseOrdered, Fact, LevelPlayed, OrderWritten, QuestKind
from game.core.reports.changes import ChangeKind
from game.core.reports.doctor import doctors_report
from game.core.reports.progress import exercise_progress, exercises_shown
from game.core.rules.journey import journey
from game.core.rules.today import level, today
from game.core.simulate.simulation import SimulatedFamily, begun, family_plays
from game.data.files.paths import JOURNAL, LEVELS
from game.data.journal.journal import Journal
from game.print.wording import exercise_name
from game.scenes import routes
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.record.record import RecordPage
from game.scenes.session.play import PlayScreen
from tests.player import CODE, PIN, ZONE, Player
from tests.scenes.parent.own.folder import family, open_own
from tests.scenes.rooms import all_written_on, complaints
from tests.told import facts

TOWEL, DAYS = "towel_on_the_stairs", 120


def written_down(folder: Path) -> tuple[Catalogue, list[Fact]]:
    """By the form, on the first morning: the levels with it, and the facts of its order."""
    player = family(folder)
    open_own(player)
    player.scene = routes.OwnForm(player.child, "", routes.Place("own", player.child))
    player.wait(0.5)
    player.type("Towel on the stairs")
    player.focus("who")
    player.type("Ms Weber")
    player.focus("side")
    player.arrow(1, 0)
    player.focus("write")
    player.key()
    ordered = [*facts(player, OrderWritten), *facts(player, ExerciseOrdered)]
    catalogue = player.ctx.catalogue
    player.game.close()
    return catalogue, ordered


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    """Robin, whose therapist's exercise was written down and ordered on the first morning, and who has played every
    session since; the game is opened on the morning after."""
    folder = tmp_path_factory.mktemp("family")
    catalogue, ordered = written_down(folder)
    start = ordered[0].said_on  # type: ignore[union-attr]
    robin = begun(catalogue, SimulatedFamily("children", AgeBand.FIVE_SIX, start))
    robin.record(start, 7, *ordered)
    for n in range(DAYS):
        family_plays(robin, "perfect", start, plus(start, n))
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(folder / LEVELS, home / LEVELS)
    with_life = Journal.open(home / JOURNAL)
    with_life.write(robin.events)
    with_life.close()
    player = Player(datetime(start.year, start.month, start.day, 8, tzinfo=ZONE) + timedelta(DAYS), data=home)
    player.ctx.gate.set(PIN, CODE)
    yield player
    player.game.close()


def plays(player: Player) -> list[LevelPlayed]:
    return [play for play in facts(player, LevelPlayed) if play.exercise == TOWEL]


def recorded(player: Player) -> str:
    """The record's sheets of the last day it was played on."""
    page = RecordPage(player.ctx, player.child, plays(player)[-1].on)
    said = []
    for _ in range(page._sheets()):
        said += all_written_on(page)
        page.press("sheet")
    return " ".join(said)


def test_it_comes_in_the_second_week_and_is_played_with_the_left_foot_alone(life: Player) -> None:
    (order,) = facts(life, ExerciseOrdered)
    assert (order.exercise, order.plays, order.foot) == (TOWEL, True, Foot.LEFT)
    rows = plays(life)
    first = rows[0].on - order.said_on
    assert timedelta(7) <= first <= timedelta(10) and len(rows) > 60
    assert all(row.foot is Foot.LEFT and row.done_right == 0 and row.done_left == row.amount * row.sets for row in rows)


def test_its_dose_grows_by_its_own_steps_to_its_own_most(life: Player) -> None:
    amounts = [row.amount for row in plays(life)]
    assert amounts[0] == 5 and max(amounts) == 10
    assert all(later - earlier in (0, 1) for earlier, later in zip(amounts, amounts[1:]))


def test_the_quest_asks_for_the_left_foot_and_half_the_time(life: Player) -> None:
    catalogue, way = life.ctx.catalogue, journey(life.ctx.catalogue, life.ctx.child(life.child), life.ctx.today)
    towel = level(way, way.now(life.ctx.today), life.ctx.today, TOWEL)
    assert towel.foot is towel.first_foot is Foot.LEFT
    work = towel.seconds - catalogue.rules.change_seconds - catalogue.rules.rest_seconds * (towel.sets - 1)
    assert work == towel.sets * towel.amount * 4
    assert "reason_order_foot" in [why.key for why in towel.reasons]


def test_plan_record_exercise_and_report_tell_of_the_left_foot(life: Player) -> None:
    ctx, child = life.ctx, life.ctx.child(life.child)
    plan = PlanPage(ctx, life.child)
    plan.finish()
    assert plan.plan and TOWEL in plan.plan.exercises
    details = OneExercise(ctx, life.child, TOWEL)
    assert "left" in " ".join(all_written_on(details)).lower() and not complaints(details)
    report = doctors_report(ctx.catalogue, child, date(2026, 1, 1), ctx.today, ctx.today)
    (row,) = [row for row in report.exercises if row.exercise == TOWEL]
    assert row.is_in_play and row.done > 60 and not row.is_left_out and not row.is_apart
    assert {row.foot for row in report.plays if row.exercise == TOWEL} == {Foot.LEFT}
    assert [order.exercise for order in report.ordered] == [TOWEL]
    assert any(change.kind is ChangeKind.FOOT or change.exercise == TOWEL for change in report.changes)
    assert "Towel on the stairs" in recorded(life)


def test_with_its_file_gone_everything_done_stays_by_name_and_with_it_back_it_goes_on(life: Player) -> None:
    ctx = life.ctx
    before = exercise_progress(ctx.catalogue, ctx.child(life.child), TOWEL, ctx.today)
    file = Path(ctx.files.own.folder()) / "exercises" / f"{TOWEL}.yaml"
    said = file.read_bytes()
    file.unlink()
    assert ctx.files.own.refresh()
    child = ctx.child(life.child)
    assert TOWEL in exercises_shown(ctx.catalogue, child, ctx.today) and ctx.catalogue.exercises[TOWEL].per_foot
    gone = exercise_progress(ctx.catalogue, child, TOWEL, ctx.today)
    assert gone.is_gone and not gone.is_in_play and gone.grades == before.grades
    assert TOWEL not in {row.exercise for slot in Slot for row in today(ctx.catalogue, child, ctx.now(), slot).left}
    report = doctors_report(ctx.catalogue, child, date(2026, 1, 1), ctx.today, ctx.today)
    assert len([row for row in report.plays if row.exercise == TOWEL]) == len(plays(life))
    assert report.ordered == (), "nothing can be done of an order on what is not there"
    assert exercise_name(ctx.texts, ctx.catalogue, TOWEL) == "Towel on the stairs"
    for page in (
        DoctorPage(ctx, life.child),
        RecordPage(ctx, life.child, plays(life)[-1].on),
        PlanPage(ctx, life.child),
    ):
        assert not complaints(page)
    assert "Towel on the stairs" in recorded(life)
    file.write_bytes(said)
    assert ctx.files.own.refresh()
    again = exercise_progress(ctx.catalogue, ctx.child(life.child), TOWEL, ctx.today)
    assert again == before


def test_on_the_mat_the_left_foot_is_said_shown_counted_and_kept(life: Player) -> None:
    ctx = life.ctx
    way = journey(ctx.catalogue, ctx.child(life.child), ctx.today)
    towel = level(way, way.now(ctx.today), ctx.today, TOWEL)
    life.scene = routes.Shoes(life.child, QuestKind.ONE, (replace(towel, sets=1, amount=3),))
    life.fetch()
    life.wait_for("play")
    play = life.scene
    assert isinstance(play, PlayScreen) and "play_now_left" in ctx.narrator.said
    assert play.stretch.foot is Foot.LEFT and not play.show_.is_mirrored and not complaints(play)
    life.wait_for("session_end")
    told = plays(life)[-1]
    assert (told.foot, told.done_left, told.done_right) == (Foot.LEFT, 3, 0)
