"""Any days looked at: chosen on the card, counted on the pages, and the charts saved as pictures."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import platformdirs
import pygame
import pytest

from game.core.content import Foot, Slot
from game.core.days import monday, plus
from game.core.events import Effort, ExerciseOrdered, Grade, LevelConfirmed, OrderWritten, ToldLater
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.doctor import doctors_report
from game.core.reports.journey_weeks import JourneyWeek, JourneyWeekKind
from game.core.reports.period import days_of, period_report
from game.scenes import routes
from game.scenes.parent.progress import chart_picture
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.over_time import OverTimePage
from game.scenes.parent.progress.period import PeriodPage
from game.scenes.parent.progress.period_words import of_journey
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.screen.date_picker import PickDateScreen
from game.ui.controls import Command
from game.ui.date_field import name_of
from game.ui.view import DESIGN
from game.ui.widgets import Button
from tests.diary import START, both, lived, of_family
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, played

THREE = ("bear_walk", "lego_bricks", "caterpillar")
SIZES = ((1280, 720), (1024, 768), (1920, 1080), (2560, 1080))


@pytest.fixture
def player() -> Player:
    """Sixty days of a typical family, at the figures."""
    player = Player.of(of_family("typical", 60).robin, size=(1280, 720))
    player.scene = ProgressPage(player.ctx, player.child, "days")
    return player


def page(player: Player) -> ProgressPage:
    assert isinstance(player.scene, ProgressPage)
    return player.scene


def choose(player: Player, kind: PeriodKind) -> ProgressPage:
    player.tap("period")
    assert isinstance(player.scene, PeriodPage)
    player.tap(f"period-{kind.value}")
    return page(player)


def saved() -> list[Path]:
    """What stands in the family's documents."""
    folder = Path(platformdirs.user_documents_dir())
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.fixture(autouse=True)
def _own_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))


@pytest.mark.parametrize("kind", list(PeriodKind))
def test_every_period_shows_the_figures_of_its_days(player: Player, kind: PeriodKind) -> None:
    shown = choose(player, kind)
    child, today = player.ctx.child(player.child), player.ctx.today
    first, last = days_of(player.ctx.catalogue, child, player.ctx.period, today)
    wanted = period_report(player.ctx.catalogue, child, first, last, today, player.ctx.settings.rest_seconds)
    text = written_on(shown)
    assert player.ctx.texts("progress_sessions", done=wanted.done, planned=wanted.planned) in text
    assert player.ctx.texts(f"progress_minutes_{wanted.kind.value}") in text
    assert shown.figures_of == wanted and player.ctx.period.kind is kind


SPANS = {
    "four weeks": Period(), "three months": Period(PeriodKind.MONTHS), "journey": Period(PeriodKind.JOURNEY),
    "year": Period(PeriodKind.YEAR), "all": Period(PeriodKind.ALL),
    "ten days": Period(PeriodKind.DAYS, plus(START, 40), plus(START, 49)),
    "one day": Period(PeriodKind.DAYS, plus(START, 41), plus(START, 41)),
    "begun before the first": Period(PeriodKind.DAYS, plus(START, -40), plus(START, 3)),
    "all before the first": Period(PeriodKind.DAYS, plus(START, -40), plus(START, -30)),
    "to come": Period(PeriodKind.DAYS, plus(START, 100), plus(START, 110)),
    "seven weeks": Period(PeriodKind.DAYS, plus(START, 5), plus(START, 54)),
}  # fmt: skip


@pytest.mark.parametrize("span", SPANS)
def test_the_calendar_has_the_days_of_the_period_and_no_others(player: Player, span: str) -> None:
    player.ctx.period = SPANS[span]
    player.scene = ProgressPage(player.ctx, player.child, "days")
    figures, today = page(player).figures_of, player.ctx.today
    assert figures
    shown = [[day.day for week in page(player).weeks() for day in week.days]]
    pressed = [w.name.removeprefix("day-") for w in page(player).widgets if w.name.startswith("day-")]
    while any(w.name == "earlier" and w.is_enabled for w in page(player).widgets):
        player.tap("earlier")
        shown.insert(0, [day.day for week in page(player).weeks() for day in week.days])
        assert complaints(page(player)) == []
    assert pressed == [day.isoformat() for day in shown[-1] if page(player).begun <= day]
    first = max(figures.first, min(page(player).begun, figures.last))
    wanted = [plus(first, n) for n in range((figures.last - first).days + 1)]
    if figures.last == today:  # the rest of the week is still to come
        wanted += [plus(today, n) for n in range(1, 7 - today.weekday())]
    assert [day for sheet in shown for day in sheet] == wanted


@pytest.mark.parametrize("span", SPANS)
def test_the_sentence_below_the_calendar_counts_the_days_of_the_period(player: Player, span: str) -> None:
    player.ctx.period = SPANS[span]
    player.scene = ProgressPage(player.ctx, player.child, "days")
    child, today = player.ctx.child(player.child), player.ctx.today
    report = doctors_report(
        player.ctx.catalogue, child, *days_of(player.ctx.catalogue, child, SPANS[span], today), today
    )
    said = next((line for line in written_on(page(player)) if "Upper half" in line), "")
    if report.days:
        assert f"Something tried on {report.practice_days} of {report.days} day" in said
    else:
        assert said.startswith("Nothing was planned or done in this time.")


def test_a_shorter_period_shows_its_days_also_where_an_older_sheet_was_open(player: Player) -> None:
    choose(player, PeriodKind.ALL)
    player.tap("earlier")
    choose(player, PeriodKind.WEEKS)
    assert [week.monday for week in page(player).weeks()][-1] == monday(player.ctx.today)


def test_of_days_that_were_all_paused_no_practice_is_missed() -> None:
    player = Player.of(lived(both(range(9)) + "+9 pause ill until +13\n" + both([14]), 15).robin, size=(1280, 720))
    player.ctx.period = Period(PeriodKind.DAYS, plus(START, 10), plus(START, 12))
    assert "3 days paused. Upper half: morning." in written_on(ProgressPage(player.ctx, player.child, "days"))


def test_the_card_marks_the_days_that_were_picked_before_they_are_shown(player: Player) -> None:
    player.tap("period")
    card = player.scene
    assert isinstance(card, PeriodPage) and card.chosen is PeriodKind.WEEKS
    player.tap("first")
    player.tap(name_of(plus(player.ctx.today, -27)))
    assert player.scene is card and card.chosen is PeriodKind.DAYS
    assert not any(widget.is_chosen for widget in card.widgets), "none of the usual ones is it any more"
    assert card.focused == "period-days", "and the next press shows them"
    player.key(Command.ACTIVATE)
    player.tap("period")
    assert isinstance(player.scene, PeriodPage) and player.scene.chosen is PeriodKind.DAYS
    player.tap("period-weeks")
    player.tap("period")
    assert isinstance(player.scene, PeriodPage) and player.scene.chosen is PeriodKind.WEEKS


def test_a_period_ends_today_at_the_latest(player: Player) -> None:
    player.tap("period")
    player.tap("last")
    player.tap("month-on")
    player.tap(name_of(player.ctx.today.replace(month=player.ctx.today.month + 1, day=20)))
    assert player.ctx.texts("period_to", date=player.ctx.texts.date(player.ctx.today, "year")) in [
        widget.look.label for widget in player.scene.widgets if isinstance(widget.look, Button)
    ]


def test_a_period_is_chosen_by_the_keyboard_alone_and_holds_on_the_next_page(player: Player) -> None:
    player.focus("period")
    player.key(Command.ACTIVATE)
    player.focus("period-all")
    player.key(Command.ACTIVATE)
    assert page(player).figures_of.first < plus(player.ctx.today, -50)  # type: ignore[union-attr]
    player.tap("tab-exercises")
    player.tap("exercise-bear_walk")
    assert isinstance(player.scene, OneExercise) and player.scene.first < plus(player.ctx.today, -50)
    all_of_it = sum(player.scene.figures.grades.values())
    player.tap("period")
    player.tap("period-weeks")
    assert isinstance(player.scene, OneExercise) and 0 < sum(player.scene.figures.grades.values()) < all_of_it


def test_two_days_are_chosen_in_the_calendar(player: Player) -> None:
    player.tap("period")
    for what, day in (("first", plus(player.ctx.today, -20)), ("last", plus(player.ctx.today, -11))):
        player.tap(what)
        assert isinstance(player.scene, PickDateScreen)
        if name_of(day) not in [widget.name for widget in player.scene.widgets]:
            player.tap("month-back")
        player.tap(name_of(day))
    player.tap("period-days")
    shown = page(player).figures_of
    assert shown and (shown.first, shown.last) == (plus(player.ctx.today, -20), plus(player.ctx.today, -11))
    assert player.ctx.period == Period(PeriodKind.DAYS, shown.first, shown.last)


def test_a_first_day_after_the_last_is_said_in_a_line_and_nothing_is_changed(player: Player) -> None:
    player.tap("period")
    card = player.scene
    assert isinstance(card, PeriodPage)
    card.take_day("first", player.ctx.today)
    card.take_day("last", plus(player.ctx.today, -3))
    player.tap("period-days")
    assert player.scene is card and player.ctx.texts("period_turned") in written_on(card)
    assert player.ctx.period == Period() and complaints(card) == []
    player.key(Command.BACK)
    assert page(player).figures_of.first == plus(player.ctx.today, -28)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_period_and_tab_fits(size: tuple[int, int]) -> None:
    player = Player.of(lived(both(range(90)), 90).robin, size=size)
    for kind in PeriodKind:
        player.ctx.period = Period(kind, plus(player.ctx.today, -40), plus(player.ctx.today, -40))
        for tab in ("days", "exercises", "feet", "journey"):
            assert complaints(ProgressPage(player.ctx, player.child, tab)) == [], (kind, tab)
        assert complaints(OneExercise(player.ctx, player.child, "bear_walk")) == [], kind
    assert complaints(PeriodPage(ProgressPage(player.ctx, player.child, "days"))) == []


def test_each_chart_says_what_it_shows_from_the_first_day_on() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 1, THREE)
    player.clock -= timedelta(days=1)
    one = " ".join(written_on(ProgressPage(player.ctx, player.child, "days")))
    assert "Something tried on 1 of 1 day." in one and "minutes done, of" in one
    assert "The first week is not over yet." in " ".join(written_on(ProgressPage(player.ctx, player.child, "journey")))
    player.ctx.period = Period(PeriodKind.DAYS, plus(player.ctx.today, -9), plus(player.ctx.today, -9))
    player.clock += timedelta(days=20)
    later = " ".join(written_on(ProgressPage(player.ctx, player.child, "days")))
    assert "Nothing was planned" in later and "Nothing was planned or done in this time." in later


def test_the_weeks_of_the_journey_are_told_with_their_chapters(player: Player) -> None:
    player.tap("tab-journey")
    text = " ".join(written_on(page(player)))
    assert "bloom, " in text and "found: The red thread" in text and "weeks in bloom" in text
    assert complaints(page(player)) == []


def test_a_week_that_is_set_aside_is_not_among_those_that_could_bloom() -> None:
    words, begun = Player.with_family().ctx.texts, date(2026, 1, 5)
    bloom, aside, running = JourneyWeekKind.BLOOM, JourneyWeekKind.ASIDE, JourneyWeekKind.RUNNING
    weeks = [
        JourneyWeek(n + 1, plus(begun, 7 * n), kind, 5, 5, 0, (), None)
        for n, kind in enumerate((bloom, aside, bloom, running))
    ]
    assert of_journey(words, weeks) == "2 of 2 weeks in bloom, 1 more not counted."
    assert of_journey(words, weeks[1:2]) == "1 week is over and counts neither way."


def test_a_grown_up_who_joins_in_has_no_count_of_stars(player: Player) -> None:
    mum = player.add_child("Mum", "11+", "grown_up")
    attempt = played(player, "starfish_toes", amount=5, child=mum)
    player.record(LevelConfirmed(attempt, Grade.WELL, Effort.RIGHT), child=mum)
    text = " ".join(written_on(ProgressPage(player.ctx, mum, "days")))
    assert "Planned and tried" in text and "star" not in text


@pytest.mark.parametrize("size", [(640, 360), (1024, 768)], ids=str)
def test_every_way_a_week_may_count_fits_its_row(size: tuple[int, int]) -> None:
    text = both(range(5)) + "+9 pause ill until +12\n" + both([7, 14, 21, 22, 23, 24, 28])
    player = Player.of(lived(text, 30).robin, size=size)
    scene = ProgressPage(player.ctx, player.child, "journey")
    assert {week.kind.value for week in scene.journey()} == {"bloom", "aside", "counted", "running"}
    assert complaints(scene) == []


def test_what_waits_stands_above_as_many_weeks_as_ever() -> None:
    player = Player.of(lived(both(range(60)), 60).robin, size=(1280, 720))
    assert len(ProgressPage(player.ctx, player.child).report.weeks) == 6  # type: ignore[union-attr]


def test_a_journey_longer_than_a_sheet_is_turned() -> None:
    player = Player.of(lived(both(range(100)), 100).robin, size=(1280, 720))
    player.scene = ProgressPage(player.ctx, player.child, "journey")
    assert [week.number for week in page(player).journey()] == [13, 14, 15]
    player.tap("earlier")
    assert [week.number for week in page(player).journey()] == list(range(1, 13))
    assert complaints(page(player)) == [] and not page(player).widget("earlier").is_enabled


def test_what_was_told_later_is_marked_on_its_half_of_the_day(player: Player) -> None:
    day = plus(player.ctx.today, -6)
    before = player.draw().copy()
    told = ToldLater(day, Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, None)
    player.record(told, child=player.child)
    player.scene = ProgressPage(player.ctx, player.child, "days")
    row = next(d for week in page(player).weeks() for d in week.days if d.day == day)
    assert row.later == {Slot.EVENING}
    assert player.draw().get_buffer().raw != before.get_buffer().raw


# ---------------------------------------------------------------- pictures
def chart_of(makes: chart_picture.MakesFiles) -> bytes:
    """What is seen of a saved picture above its foot, which names the day it was saved."""
    (png,) = makes().values()
    whole = pygame.image.load(BytesIO(png), "chart.png")
    foot = chart_picture.FOOT_Y * whole.get_width() / DESIGN[0]
    return pygame.image.tobytes(whole.subsurface((0, 0, whole.get_width(), int(foot) - 30)), "RGB")


def test_a_saved_chart_is_the_same_whether_its_last_day_is_today_or_was_yesterday(player: Player) -> None:
    child, exercise = player.ctx.child(player.child), "bear_walk"
    figures = ProgressPage(player.ctx, player.child, "days").figures_of
    one = OneExercise(player.ctx, player.child, exercise)
    long = OverTimePage(player.ctx, player.child, exercise)

    def charts() -> list[bytes]:
        return [
            chart_of(chart_picture.of_minutes(player.ctx, child, figures)),
            chart_of(chart_picture.of_dose(player.ctx, child, exercise, one.road)),
            chart_of(
                chart_picture.of_exercise(
                    player.ctx, child, player.ctx.catalogue.exercises[exercise], long.figures, long.road
                )
            ),
        ]

    before = charts()
    player.clock += timedelta(days=1)
    assert charts() == before


@pytest.mark.parametrize(("tab", "what"), [("days", "days"), ("days", "minutes"), ("journey", "journey")])
def test_a_chart_is_saved_as_a_picture_that_says_whose_and_when(player: Player, tab: str, what: str) -> None:
    player.scene = ProgressPage(player.ctx, player.child, tab)
    player.tap(f"save-{what}")
    (path,) = saved()
    assert path.suffix == ".png" and "Robin" in path.name and str(player.ctx.today) in path.name
    assert pygame.image.load(BytesIO(path.read_bytes()), "chart.png").get_size() == chart_picture.SIZE
    assert page(player).is_good and str(path) in page(player).message and complaints(page(player)) == []
    player.tap(f"save-{what}")
    assert len(saved()) == 2, "none is written over another"
    player.tap("tab-days")
    assert page(player).message == ""


def test_the_road_of_a_dose_is_saved_as_well(player: Player) -> None:
    player.scene = OneExercise(player.ctx, player.child, "bear_walk")
    player.focus("save-dose")
    player.key(Command.ACTIVATE)
    (path,) = saved()
    assert "Bear walk" in path.name and isinstance(player.scene, OneExercise) and player.scene.is_good
    assert complaints(player.scene) == []


def test_where_no_picture_can_be_written_a_line_says_so(player: Player, tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("no folder", encoding="utf-8")
    player.tap("save-minutes")
    assert page(player).message == player.ctx.texts("file_refused") and not page(player).is_good
    assert complaints(page(player)) == [] and saved() == []


# ---------------------------------------------------------------- one exercise
def test_the_demonstration_shows_the_foot_that_was_ordered() -> None:
    player = Player.of(lived(both(range(20)), 20).robin, size=(1280, 720))
    scene = OneExercise(player.ctx, player.child, "lego_bricks")
    assert scene.demonstration and not scene.demonstration.is_mirrored
    head = OrderWritten("Ms Lind", player.ctx.today)
    player.record(
        head, ExerciseOrdered("lego_bricks", "Ms Lind", player.ctx.today, foot=Foot.RIGHT), child=player.child
    )
    player.clock += timedelta(days=1)
    scene.unlocked()
    assert scene.figures.foot is Foot.RIGHT and scene.demonstration.is_mirrored, "the drawn one is the left"
    player.scene = scene
    player.draw()
    assert complaints(scene) == [] and facts(player, ExerciseOrdered)


def test_the_road_shows_pauses_holds_pain_and_steps_of_the_days_chosen() -> None:
    text = (
        both(range(14)) + "+14 morning bear_walk finished well hard\n+15 hold\n+18 release\n+19 pause ill until +21\n"
    )
    text += both(range(22, 26)) + "+26 morning bear_walk ouch 5\n"
    player = Player.of(lived(text, 30).robin, size=(1280, 720))
    player.ctx.period = Period(PeriodKind.ALL)
    scene = OneExercise(player.ctx, player.child, "bear_walk")
    start = START
    assert [(span.first, span.last) for span in scene.road.pauses] == [(plus(start, 19), plus(start, 21))]
    assert scene.road.holds and scene.road.holds[0].first == plus(start, 16), "the hold counts from the evening"
    assert scene.road.hurts == (plus(start, 26),)
    said = written_on(scene)
    assert {"back", "paused", "held", "hurt"} <= set(said) and complaints(scene) == []
    player.ctx.period = Period(PeriodKind.DAYS, start, plus(start, 6))
    early = OneExercise(player.ctx, player.child, "bear_walk")
    assert len(early.road.steps) == 1 and not early.road.pauses and not early.road.hurts
    assert "20 all the time." in written_on(early)


def test_grown_ups_reach_it_from_the_gate() -> None:
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 3, THREE)
    grown_ups(player)
    player.tap("period")
    assert player.scene.name == "period"
    player.key(Command.BACK)
    assert isinstance(player.scene, ProgressPage)
    assert isinstance(routes.ChoosePeriod(player.scene).page, ProgressPage)
