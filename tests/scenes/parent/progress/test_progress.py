"""The progress page: what is shown, and what a parent changes from there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from game.app.game import Game
from game.core.content import Slot, Weekday
from game.core.events import (
    DaysPlanned,
    DoctorAsked,
    Effort,
    Grade,
    Held,
    LevelConfirmed,
    Outcome,
    Paused,
    PauseReason,
    Released,
    Retracted,
    ToldLater,
)
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.reports.progress import PlayState
from game.scenes import flow, routes
from game.scenes.parent.area import LEFT
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.progress import tabs
from game.scenes.parent.progress.progress import ProgressPage, progress_cards, progress_first
from game.scenes.parent.progress.progress_cards import WEEKS
from game.scenes.parent.record.record import RecordPage
from game.scenes.parent.remarks import BUTTON
from game.scenes.screen.notices import NoticeStrips
from game.scenes.screen.reading_sheet import ReadingScreen
from game.scenes.screen.screen import RING_ROOM
from game.ui.controls import Command, Hover
from game.ui.theme import EXTRA_BOLD
from game.ui.widgets import check_layout
from tests.paper import Pdf
from tests.player import Player
from tests.programs import Program, needs_programs, no_program
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, played, practised

THREE = ("bear_walk", "lego_bricks", "caterpillar")


def page(player: Player) -> ProgressPage:
    assert isinstance(player.scene, ProgressPage)
    return player.scene


@pytest.fixture
def walked() -> Player:
    """Nine days on the trail, the tenth morning, at the progress page."""
    player = Player.with_family()
    days_of_practice(player, 9, THREE)
    grown_ups(player)
    return player


def test_the_first_day_shows_no_row_of_zeros(player: Player) -> None:
    grown_ups(player)
    player.draw()
    assert page(player).shows == "empty" and page(player).problems == []


def test_what_is_found_after_the_first_session_is_not_promised_where_it_waits_for_a_word(player: Player) -> None:
    grown_ups(player)
    assert "After the first session you find here" in " ".join(written_on(page(player)))
    played(player, "bear_walk")
    grown_ups(player)
    said = " ".join(written_on(page(player)))
    assert (
        page(player).leads and "After your first word you find here" in said and "After the first session" not in said
    )


def test_before_a_whole_week_there_is_no_share_of_weeks_in_bloom(player: Player) -> None:
    practised(player, THREE[:1])
    player.scene = ProgressPage(player.ctx, player.child)
    said = " ".join(written_on(page(player)))
    assert player.ctx.texts("progress_no_week_yet") in said and "0 of 0" not in said


def test_after_the_first_confirmed_exercise_the_charts_begin(player: Player) -> None:
    practised(player, THREE[:1])
    grown_ups(player)
    assert page(player).shows == "charts"


def test_the_charts_fit_and_nothing_overlaps(walked: Player) -> None:
    played(walked, "bear_walk")
    grown_ups(walked)
    for tab in ("tab-days", "tab-exercises"):
        walked.tap(tab)
        walked.draw()
        assert page(walked).problems == [] and check_layout(page(walked).widgets) == []


def test_every_sign_a_family_s_calendar_shows_has_room_in_both_legends(walked: Player) -> None:
    today, child = walked.ctx.today, walked.child
    walked.record(Paused(PauseReason.ILL, today - timedelta(days=12), today - timedelta(days=11)), child=child)
    later = ToldLater(today - timedelta(days=5), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, None)
    walked.record(later, DaysPlanned((Weekday.MONDAY, Weekday.SUNDAY), (Slot.MORNING,)), child=child)
    walked.clock += timedelta(days=2)
    played(walked, "bear_walk")
    grown_ups(walked)
    for tab in ("needs", "tab-days"):
        if tab != "needs":
            walked.tap(tab)
        assert complaints(page(walked)) == [] and page(walked).leads == (tab == "needs")
        said = set(written_on(page(walked)))
        for sign in ("later", "not_meant", "open"):
            assert walked.ctx.texts(f"progress_legend_{sign}") in said


def test_the_mouse_crossing_the_list_folds_nothing_again(walked: Player) -> None:
    walked.tap("tab-exercises")
    walked.draw()
    figures = page(walked).figures("bear_walk")
    for name in ("exercise-lego_bricks", "exercise-caterpillar"):
        walked.give(Hover(*walked.ctx.pictures.view.pixel(*page(walked).widget(name).box.centre)))
        walked.draw()
    assert page(walked).figures("bear_walk") is figures
    walked.tap("hold")
    assert page(walked).figures("bear_walk") is not figures


def test_hold_it_and_let_it_grow(walked: Player) -> None:
    walked.tap("hold")
    assert facts(walked, Held) and page(walked).report.is_held  # type: ignore[union-attr]
    walked.tap("release")
    assert facts(walked, Released) and not page(walked).report.is_held  # type: ignore[union-attr]


def test_hold_it_by_keyboard_alone(walked: Player) -> None:
    walked.focus("hold")
    walked.key(Command.ACTIVATE)
    assert facts(walked, Held)


def test_see_why_gives_the_reasons_in_words_and_comes_back(walked: Player) -> None:
    here = page(walked)
    walked.tap("why")
    sheet = walked.scene
    assert isinstance(sheet, ReadingScreen) and sheet.pieces
    assert not any("[" in piece.text or "{" in piece.text for piece in sheet.pieces)
    walked.key(Command.BACK)
    assert walked.scene is here


def test_what_waits_is_one_press_away_and_comes_back_here(walked: Player) -> None:
    played(walked, "bear_walk")
    grown_ups(walked)
    walked.tap("confirm")
    assert isinstance(walked.scene, ConfirmPage)
    walked.key(Command.BACK)
    assert walked.scene.name == "progress"


def test_a_day_shows_its_words_and_one_can_be_taken_back(walked: Player) -> None:
    yesterday = walked.ctx.today - timedelta(days=1)
    walked.tap(f"day-{yesterday}")
    day = walked.scene
    assert isinstance(day, RecordPage) and [e.exercise for e in day.entries()] == list(THREE)
    entry = day.entries()[0]
    walked.tap(f"take-{entry.id}")
    walked.draw()
    attempt = day.entries()[0].attempt
    assert facts(walked, LevelConfirmed) and attempt and not attempt.is_told and day.problems == []
    assert not facts(walked, Retracted)  # a retraction is no fact of its own in the records: it takes one away


def test_what_was_taken_back_is_said_anew_even_a_week_later(walked: Player) -> None:
    long_ago = walked.ctx.today - timedelta(days=7)
    walked.scene = RecordPage(walked.ctx, walked.child, long_ago)
    attempt = walked.scene.entries()[0].id
    walked.tap(f"take-{attempt}")
    walked.tap(f"say-{attempt}")
    walked.key(None, "2")
    assert walked.ctx.child(walked.child).attempts[attempt].grade is Grade.HELPED


def test_the_half_of_a_day_that_is_pressed_is_the_one_that_opens(walked: Player) -> None:
    yesterday = walked.ctx.today - timedelta(days=1)
    name = f"day-{yesterday}"
    for above, slot in ((-12, Slot.MORNING), (12, Slot.EVENING)):
        walked.scene = page = ProgressPage(walked.ctx, walked.child, "days")
        x, y = page.widget(name).box.centre
        walked.wait(0.45)
        walked.click(*walked.ctx.pictures.view.pixel(x, y + above))
        assert isinstance(walked.scene, RecordPage) and walked.scene.away
        assert walked.scene.away.slots == (slot,) and walked.scene.day == yesterday


def test_a_day_of_the_small_calendar_under_what_waits_leads_to_its_records_too(walked: Player) -> None:
    walked.resize((1280, 720))
    played(walked, "bear_walk")
    grown_ups(walked)
    first, yesterday = walked.scene, walked.ctx.today - timedelta(days=1)
    assert isinstance(first, ProgressPage) and first.leads and complaints(first) == []
    walked.focus(f"day-{yesterday}")
    walked.key(Command.ACTIVATE)
    assert isinstance(walked.scene, RecordPage) and walked.scene.day == yesterday
    walked.key(Command.BACK)
    assert isinstance(walked.scene, ProgressPage) and walked.scene.leads


@pytest.mark.parametrize("tab", ["needs", "days"])
def test_a_day_to_come_is_refused_in_words_as_the_record_does(walked: Player, tab: str) -> None:
    walked.resize((1280, 720))
    if tab == "needs":
        played(walked, "bear_walk")
    walked.scene = ProgressPage(walked.ctx, walked.child, tab)
    while walked.ctx.today.weekday() == 6:
        walked.next_day()
    walked.tap(f"day-{walked.ctx.today + timedelta(days=1)}")
    assert walked.scene.name == "progress" and complaints(walked.scene) == []
    assert "This day has not come yet" in " ".join(written_on(walked.scene))


def test_a_day_of_the_calendar_leads_to_its_records_and_back_again(walked: Player) -> None:
    yesterday = walked.ctx.today - timedelta(days=1)
    walked.tap(f"day-{yesterday}")
    assert isinstance(walked.scene, RecordPage) and walked.scene.day == yesterday
    walked.key(Command.BACK)
    assert walked.scene.name == "progress"


def test_earlier_weeks_can_be_turned_to() -> None:
    player = Player.with_family()
    for _ in range(8):
        practised(player, THREE[:1])
        player.clock += timedelta(days=7)
    grown_ups(player)
    player.ctx.period = Period(PeriodKind.ALL)
    player.scene = ProgressPage(player.ctx, player.child, "days")
    latest = [week.monday for week in page(player).weeks()]
    assert len(latest) == WEEKS and not page(player).widget("later").is_enabled
    player.tap("earlier")
    assert page(player).weeks()[-1].monday == latest[0] - timedelta(days=7)
    player.draw()
    assert page(player).problems == [] and check_layout(page(player).widgets) == []
    player.tap("later")
    assert [week.monday for week in page(player).weeks()] == latest


def hurt_twice() -> Player:
    """Two strong pains within a week: the programme rests."""
    player = Player.with_family()
    practised(player, THREE[1:])
    played(player, "bear_walk", outcome=Outcome.HURT, left=8, ouch=6)
    player.clock += timedelta(days=2)
    played(player, "caterpillar", amount=3, outcome=Outcome.HURT, left=1, ouch=4)
    player.clock += timedelta(hours=1)
    grown_ups(player)
    return player


def test_the_programme_rests_after_pain_and_the_page_says_so() -> None:
    player = hurt_twice()
    player.draw()
    assert page(player).shows == "rests" and page(player).report.state is PlayState.PAUSED  # type: ignore[union-attr]
    assert page(player).problems == [] and check_layout(page(player).widgets) == []


def test_the_other_pages_show_that_the_programme_rests() -> None:
    player = hurt_twice()
    player.tap("place-help")
    player.draw()
    assert player.scene.problems == []  # type: ignore[attr-defined]
    assert player.ctx.texts("paused_title") in written_on(player.scene)


def test_the_doctor_has_been_asked_brings_the_programme_back() -> None:
    player = hurt_twice()
    player.tap("asked")
    assert facts(player, DoctorAsked) and page(player).shows == "charts"


@pytest.mark.parametrize("days", [0, 4])
def test_the_first_press_is_never_the_doctor_s_word(days: int) -> None:
    """It is the sheet about what must not wait, also while plays wait for a word."""
    player = hurt_twice()
    player.clock += timedelta(days=days)
    grown_ups(player)
    assert page(player).is_resting
    player.key(Command.ACTIVATE)
    assert player.scene.name == "reading" and not facts(player, DoctorAsked)


@needs_programs
@pytest.mark.timeout(60)
def test_a_page_for_the_doctor_is_printed_and_names_nobody(program: Program) -> None:
    player = hurt_twice()
    player.tap("print")
    player.draw()
    text = Pdf(program.given().read_bytes()).text()
    assert "Caterpillar: face 4 of 10." in text and "Bear walk: face 6 of 10." in text and "Anna" not in text
    assert page(player).message == player.ctx.texts("first_signs_shown")
    assert page(player).problems == [] and not facts(player, DoctorAsked)


@needs_programs
def test_where_no_program_prints_it_the_page_for_the_doctor_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = hurt_twice()
    no_program(tmp_path / "programs", monkeypatch)
    player.tap("print")
    player.draw()
    path, _, why = page(player).message.removeprefix("Saved as ").partition(". ")
    text = Pdf(Path(path).read_bytes()).text()
    assert "No program of this computer opened it" in why and "Anna" not in path
    assert "Caterpillar: face 4 of 10." in text and "Anna" not in text and page(player).problems == []


def test_the_progress_can_be_seen_while_the_programme_rests() -> None:
    player = hurt_twice()
    player.tap("look")
    player.draw()
    assert page(player).shows == "charts" and not facts(player, DoctorAsked)


def test_when_to_go_at_once_is_readable() -> None:
    player = hurt_twice()
    player.tap("urgent")
    player.draw()
    assert isinstance(player.scene, ReadingScreen) and player.scene.problems == []


def test_a_child_locked_after_surgery_is_told_why(player: Player) -> None:
    child = player.add_child("Leo", "7-10", "after_surgery", "tik")
    player.scene = scene = ProgressPage(player.ctx, child)
    player.draw()
    assert scene.shows == "empty" and scene.problems == [] and scene.subtitle()


# ---------------------------------------------------------------- the computer's date jumped
def set_back(player: Player) -> None:
    """The family's last entry is of days to come: the game is opened again, and looks."""
    player.clock -= timedelta(days=2)
    NoticeStrips().look(player.ctx)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (2560, 1080)])
def test_that_the_date_jumped_covers_nothing_on_any_tab(size: tuple[int, int]) -> None:
    player = Player.with_family(size=size)
    days_of_practice(player, 3, THREE)
    set_back(player)
    played(player, "bear_walk")
    grown_ups(player)
    for tab in ("needs", "tab-days", "tab-exercises", "tab-feet"):
        if tab != "needs":
            player.tap(tab)
        others = [w for w in page(player).widgets if w.name != "remark"]
        assert not [w.name for w in others if w.box.meets(BUTTON)] and BUTTON.right < LEFT
        player.draw()
        assert page(player).problems == [] and check_layout(page(player).widgets) == []


def test_there_is_room_for_it_below_all_the_places_a_rail_can_have() -> None:
    assert BUTTON.y >= 96 + 8 * 60 and BUTTON.bottom < 640


def test_that_the_date_jumped_is_told_until_it_is_read_and_then_no_more() -> None:
    player = Player.with_family()
    days_of_practice(player, 3, THREE)
    set_back(player)
    grown_ups(player)
    player.wait(30)
    player.tap("remark")
    assert isinstance(player.scene, ReadingScreen)
    said = " ".join(piece.text for piece in player.scene.pieces)
    assert player.ctx.texts("notice_clock") in said and player.ctx.texts("notice_clock_line") in said
    player.key(Command.BACK)
    assert "remark" not in {w.name for w in page(player).widgets} and player.ctx.remarks == []
    NoticeStrips().look(player.ctx)
    assert player.ctx.remarks == [], "a later run has it read already"
    player.clock += timedelta(days=3)
    practised(player, THREE[:1])
    set_back(player)
    assert player.ctx.remarks == ["clock"], "another jump is told anew"


def test_the_first_press_is_never_the_remark_s() -> None:
    player = Player.with_family()
    days_of_practice(player, 3, THREE)
    set_back(player)
    grown_ups(player)
    assert page(player).focused != "remark"


def test_a_language_that_is_not_there_yet_is_told_to_grown_ups_once() -> None:
    player = Player.with_family()
    again = Game(player.game.journal, (640, 360), now=lambda: player.clock, mute=True, language="de_DE")
    player.game, player.ctx = again, again.context
    NoticeStrips().update(0.0, flow.open(player.ctx, routes.Who()))
    player.scene = routes.GrownUps()
    player.wait(0.5)
    player.tap("remark")
    assert isinstance(player.scene, ReadingScreen)
    said = " ".join(piece.text for piece in player.scene.pieces)
    assert "is not there yet: words and voice are English" in said
    assert player.ctx.remarks == []
    for asked in ("de", "ru", "xx", "en", None):
        later = Game(player.game.journal, (640, 360), now=lambda: player.clock, mute=True, language=asked).context
        NoticeStrips().update(0.0, flow.open(later, routes.Who()))
        assert later.remarks == (["language xx"] if asked == "xx" else [])


def test_a_bold_two_digit_week_keeps_clear_of_the_card_and_the_tab_s_ring_of_the_days(player: Player) -> None:
    width = player.ctx.pictures.text_width("week 16", 16, EXTRA_BOLD)
    for grid, card, tab in (
        (progress_cards.GRID, progress_cards.DAYS, tabs.ROW),
        (progress_first.GRID, progress_first.DAYS, tabs.ROW_UNDER_CARDS),
    ):
        assert grid.x - 12 - width >= card.x + 8
        assert tab.bottom + 2 + 12 <= grid.y - 14 - 8  # the ring's outer edge, the letters' upper one


@pytest.mark.parametrize("rows", (1, 2, 3))
def test_the_small_legend_lies_between_the_ring_of_the_last_week_and_the_edge_of_its_card(rows: int) -> None:
    ring = progress_first.day_box(progress_first.SHOWN - 1, 0).grown(RING_ROOM)
    legend = progress_first.legend_box(rows)
    assert ring.bottom <= legend.y and legend.bottom < progress_first.DAYS.bottom
    assert legend.h / rows >= 16, "as much as a sign is high"
