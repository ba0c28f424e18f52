"""Every number of ten years fits its box, on every screen that shows one, at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.core.rules.waiting import waiting
from game.data.journal.journal import Journal
from game.scenes import flow, routes
from game.scenes.home.close import CloseScreen
from game.scenes.home.graduation import GraduationScreen
from game.scenes.parent.children.children import Children
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.plan.ordered import OrderedPage
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.parent.record.paper_week import PaperWeekPage
from game.scenes.parent.record.pause import PausePage
from game.scenes.parent.record.record import RecordPage
from game.scenes.parent.which_child import WhichChildPage
from game.scenes.screen.screen import Screen
from tests import ten_years
from tests.scenes.rooms import all_written_on, complaints, written_on

SIZES = ((1280, 720), (1920, 1080), (1024, 768), (2560, 1080))


@pytest.fixture(scope="module")
def game() -> Iterator[Game]:
    """The family, told once and folded once for all the sizes."""
    init_pygame_for_pictures()
    journal = Journal.in_memory()
    journal.write(ten_years.events())
    made = Game(journal, SIZES[0], now=lambda: ten_years.NOW, mute=True, seed=1, gate_cost=16)
    made.context.art.prepares = False
    yield made
    made.close()


@pytest.fixture(scope="module")
def screens(game: Game) -> list[Screen]:
    """Made once: what they fold of ten years is no matter of size."""
    return list(_screens(game))


def _screens(game: Game) -> Iterator[Screen]:
    """Each screen with a number of the whole time, of its weeks, or of its plays."""
    ctx, child = game.context, "anna"

    def back() -> Screen:
        return flow.open(ctx, routes.Who())  # type: ignore[return-value]

    yield flow.open(ctx, routes.Who())  # type: ignore[misc]
    yield flow.open(ctx, routes.Trail(child))  # type: ignore[misc]
    yield CloseScreen(ctx, flow.open(ctx, routes.Who()))
    yield ProgressPage(ctx, child)
    yield ProgressPage(ctx, child, "days")
    yield DoctorPage(ctx, child)
    whole = DoctorPage(ctx, child)
    whole.choose("period-all")
    yield whole
    page = ProgressPage(ctx, child, "exercises")
    yield page
    yield WhichChildPage(page)
    eight_weeks = PlanPage(ctx, child)
    eight_weeks.finish()
    yield eight_weeks
    yield OrderedPage(ctx, child)
    for exercise in ten_years.EXERCISES:
        yield OneExercise(ctx, child, exercise)
    yield RecordPage(ctx, child, ten_years.LAST)
    yield PaperWeekPage(ctx, child, ten_years.LAST)
    yield PausePage(ctx, child, ten_years.LAST, routes.Who())
    yield Children(ctx, child)
    yield ConfirmPage(ctx, child, back, [a.id for a in waiting(ctx.catalogue, ctx.child(child), ctx.today)])
    yield GraduationScreen(ctx, child, back)
    yield flow.open(ctx, routes.Stickers(child, back))  # type: ignore[misc]


def test_every_number_of_ten_years_fits_and_is_shown_whole(game: Game, screens: list[Screen]) -> None:
    for size in SIZES:
        game.resized(game.context, size)
        game.context.art.prepares = False
        for screen in screens:
            screen.fit()
            assert complaints(screen) == [], (screen.name, size)
    page = next(s for s in screens if isinstance(s, ProgressPage) and s.tab == "days")
    first = next(s for s in screens if isinstance(s, ProgressPage))
    trail = next(s for s in screens if s.name == "map")
    run = {"3650", "200,805 stars", "longest: 3650; 5 of 7 may be rest"}
    assert run <= set(written_on(page)), "the run and the stars stand apart"
    for one in (first, page):
        assert "3650 days on the trail" in all_written_on(one), "whichever figures are shown"
    assert not [line for line in written_on(trail) if any(n in line for n in ("3650", "200,805"))], "a child reads none"
