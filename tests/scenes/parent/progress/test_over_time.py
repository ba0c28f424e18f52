"""One exercise over time: effort, grades, feet and pain on the same days as its dose."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import platformdirs
import pygame
import pytest

from game.core.days import plus
from game.core.events import Effort, Grade
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.doctor import doctors_report
from game.core.reports.period import BarKind
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.progress import chart_picture
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.over_time import OverTimePage
from game.scenes.parent.progress.over_time_lanes import EFFORT_LOOKS, FOOT_LOOKS, GRADE_LOOKS, UNTOLD_LOOK
from game.ui.controls import Command
from tests.diary import START, Life, both, lived
from tests.player import Player
from tests.scenes.rooms import complaints, written_on

LIFE = (
    both(range(12)) + "+12 morning lego_bricks finished helped hard\n+13 morning lego_bricks finished partly hard\n"
    "+14 morning lego_bricks ouch 3\n+15 pause ill until +18\n" + both(range(19, 40), "finished well easy")
)


@cache
def life() -> Life:
    return lived(LIFE, 41)


@pytest.fixture(scope="module")
def player() -> Player:
    player = Player.of(life().robin, size=(1280, 720))
    player.ctx.period = Period(PeriodKind.ALL)
    return player


@pytest.fixture
def page(player: Player) -> OverTimePage:
    player.scene = OverTimePage(player.ctx, player.child, "lego_bricks")
    return player.scene


def test_the_exercise_leads_to_it_and_it_leads_back(player: Player) -> None:
    player.scene = OneExercise(player.ctx, player.child, "lego_bricks")
    player.focus("over-time")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OverTimePage) and complaints(player.scene) == []
    player.key(Command.BACK)
    assert isinstance(player.scene, OneExercise) and player.scene.exercise == "lego_bricks"


def test_who_came_from_the_plan_sees_the_plan_marked_and_goes_back_to_it(player: Player) -> None:
    plan = PlanPage(player.ctx, player.child)
    player.scene = plan
    player.tap(next(w.name for w in plan.widgets if w.name.startswith("exercise:")))
    assert isinstance(player.scene, OneExercise) and player.scene.place == "plan"
    player.tap("over-time")
    assert isinstance(player.scene, OverTimePage) and player.scene.place == "plan"
    player.key(Command.BACK)
    player.key(Command.BACK)
    assert isinstance(player.scene, PlanPage)


def test_what_is_written_beside_the_lanes_is_what_the_report_says_of_the_same_days(
    player: Player, page: OverTimePage
) -> None:
    it, today = page.figures, player.ctx.today
    report = doctors_report(player.ctx.catalogue, player.ctx.child(player.child), it.first, it.last, today)
    row = next(row for row in report.exercises if row.exercise == "lego_bricks")
    said = written_on(page)
    assert row.now is not None
    told = sum(row.grades.values())
    hard, well = row.efforts[Effort.HARD], row.grades[Grade.WELL]
    assert hard == 2 and row.efforts[Effort.EASY] > 10 and well > 20
    hurt = [hurt for hurt in report.hurts if hurt.what == "lego_bricks"]
    assert f"Well {well} of {told} times, hard {hard}, hurt {len(hurt)}; dose from 3 to {row.now.amount}." in said
    for number in (well, row.grades[Grade.HELPED], row.efforts[Effort.EASY], it.tally.left, it.tally.right):
        assert str(number) in said
    assert "1 time: 3 of 10" in said


def test_only_the_days_chosen_are_on_it(player: Player) -> None:
    player.ctx.period = Period(PeriodKind.DAYS, plus(START, 12), plus(START, 13))
    page = OverTimePage(player.ctx, player.child, "lego_bricks")
    player.ctx.period = Period(PeriodKind.ALL)
    assert page.figures.kind is BarKind.DAY and page.figures.tally.efforts == {Effort.HARD: 2}
    assert page.figures.tally.told == 2 and Grade.WELL not in page.figures.tally.grades and complaints(page) == []


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (2560, 1080)], ids=str)
def test_it_fits_any_window_with_and_without_feet_and_without_a_play(size: tuple[int, int]) -> None:
    player = Player.of(life().robin, size=size)
    player.ctx.period = Period(PeriodKind.ALL)
    for exercise in ("lego_bricks", "bear_walk", "duckling_walk"):
        page = OverTimePage(player.ctx, player.child, exercise)
        assert complaints(page) == [], exercise
        assert page.widget("save-over-time").is_enabled is (exercise != "duckling_walk")


def test_it_is_saved_as_a_picture(player: Player, page: OverTimePage) -> None:
    player.tap("save-over-time")
    (path,) = Path(platformdirs.user_documents_dir()).glob("*bricks over time*.png")
    assert pygame.image.load(BytesIO(path.read_bytes()), "chart.png").get_size() == chart_picture.SIZE
    assert page.is_good and str(path) in page.message and complaints(page) == []


def test_nothing_on_it_is_told_by_colour_alone() -> None:
    for looks in ([*GRADE_LOOKS.values(), UNTOLD_LOOK], EFFORT_LOOKS.values(), FOOT_LOOKS.values()):
        textures = [texture for texture, _ in looks]
        assert len(set(textures)) == len(textures)


def test_a_dose_of_one_foot_is_not_called_each_foot_s() -> None:
    text = both(range(12)) + "+12 order caterpillar on right\n" + both(range(13, 26))
    player = Player.of(lived(text, 26).robin, size=(1280, 720))

    def titled(first: int, last: int) -> str:
        player.ctx.period = Period(PeriodKind.DAYS, plus(START, first), plus(START, last))
        said = written_on(OverTimePage(player.ctx, player.child, "caterpillar"))
        return next(line for line in said if line.startswith("Dose"))

    assert titled(0, 10) == "Dose, each foot"
    assert titled(14, 25) == "Dose, right foot alone"
    assert titled(0, 25) == "Dose, of a foot"
