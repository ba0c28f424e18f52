"""The wall chart's week: one press a tick, nothing written before it is said, then all of it or nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.core.content import Foot, Side, Slot, Weekday
from game.core.days import monday, plus
from game.core.events import (
    DaysPlanned,
    ExerciseOrdered,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OrderWritten,
    OuchTold,
    PainPlaced,
    Paused,
    PauseReason,
    ToldLater,
)
from game.core.rules.journey import journey
from game.print.chart import GUTTER, HIGH, NAME, SIDE, WIDE
from game.print.drawing import bounds
from game.print.sheet import Shape, TextLine
from game.scenes import routes
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.printed.print_cards import PrintCardsPage
from game.scenes.parent.record.paper_grid import cell_name
from game.scenes.parent.record.paper_week import PaperWeekPage
from game.scenes.parent.record.record import RecordPage
from game.ui.controls import Command
from tests.player import PIN, Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played

THREE = ("bear_walk", "lego_bricks", "caterpillar")
AM, PM = Slot.MORNING, Slot.EVENING


@pytest.fixture
def sunday(player: Player) -> Player:
    """A week of practice, then one without the computer: the evening of its Sunday."""
    days_of_practice(player, 7, THREE)
    player.clock += timedelta(days=6, hours=11)
    return player


def chart(player: Player, day: date | None = None) -> PaperWeekPage:
    page = PaperWeekPage(player.ctx, player.child, day or player.ctx.today)
    player.scene = page
    return page


def cell(player: Player, weekday: int, exercise: str = "bear_walk", slot: Slot = AM) -> str:
    return cell_name((plus(monday(player.ctx.today), weekday), slot, exercise))


def lines(player: Player) -> str:
    return " ".join(written_on(player.scene))


def stars(player: Player) -> int:
    return player.ctx.child(player.child).stars


# ---------------------------------------------------------------- a whole week, by real keys
def test_a_full_week_is_typed_in_under_a_minute_from_who_is_playing(player: Player) -> None:
    """Three exercises, seven suns and seven moons, a press each: with the way there, the PIN and the writing fifty
    presses. At a press a second that is less than a minute."""
    player.clock += timedelta(days=6, hours=11)
    player.scene = routes.Who()
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait(0.5)
    player.tap("place-record")
    player.tap("paper")
    page, ticks = player.scene, "112112112112112112112112112112112112113111"
    assert isinstance(page, PaperWeekPage) and len(page.rows()) == 3
    player.keys(ticks)
    assert len(page.ticks.marks) == 42 and complaints(page) == []
    player.tap("write")
    presses = 1 + len(PIN) + 2 + len(ticks) + 1
    assert presses == 50
    told = [*facts(player, ToldLater), *(f for f in facts(player, LevelPlayed) if f.away)]
    assert {(f.on, f.slot) for f in told} == {(c.day, c.slot) for c in page.ticks.columns} and len(told) == 42


def test_suns_and_moons_alone_take_fourteen_presses(sunday: Player) -> None:
    page = chart(sunday)
    for weekday in range(7):
        for slot in Slot:
            sunday.tap(f"column-{plus(page.ticks.monday, weekday)}-{slot.value}")
    assert {(place[0], place[1]) for place in page.ticks.marks} == {(c.day, c.slot) for c in page.ticks.columns}
    sunday.tap("write")
    told = [*facts(sunday, ToldLater), *(f for f in facts(sunday, LevelPlayed) if f.away)]
    assert {(f.on, f.slot) for f in told} == {(c.day, c.slot) for c in page.ticks.columns}


def test_what_counts_is_what_was_said_before_it_was_written(sunday: Player) -> None:
    page, before = chart(sunday), stars(sunday)
    for weekday in (0, 3, 4, 6):
        sunday.tap(cell(sunday, weekday))
    preview = page.ticks.preview()
    assert (len(preview.counting), len(preview.later)) == (2, 2)
    said = lines(sunday)
    assert "4 ticks" in said and "2 count: 6 stars." in said and "2 stand in the diary" in said
    assert "stars and the day count" in said and "for the record, no stars" in said
    sunday.tap("write")
    assert stars(sunday) == before + 6
    assert "2 exercises written down, 6 stars. 2 written down for the record" in lines(sunday)
    assert complaints(sunday.scene) == []


def test_all_of_it_is_written_at_once_and_taken_back_at_once(sunday: Player) -> None:
    before = list(sunday.game.journal.events())
    chart(sunday)
    for weekday in (0, 2, 5):
        sunday.tap(cell(sunday, weekday))
    assert list(sunday.game.journal.events()) == before
    sunday.tap("write")
    new = list(sunday.game.journal.events())[len(before) :]
    assert len({event.at for event in new}) == 1  # told in one breath
    sunday.key(char="u")
    assert not facts(sunday, ToldLater) and not any(f.away for f in facts(sunday, LevelPlayed))


def test_a_full_disk_writes_nothing_of_it_and_keeps_all_to_be_told_again(sunday: Player) -> None:
    chart(sunday)
    for weekday in (0, 5):
        sunday.tap(cell(sunday, weekday))
    sunday.disk.is_full = True
    sunday.tap("write")
    assert sunday.ctx.unsaved
    sunday.disk.is_full = False
    assert sunday.ctx.retry() and not sunday.ctx.unsaved
    kept = [event.fact for event in sunday.game.journal.events()]
    assert any(isinstance(f, ToldLater) for f in kept) and any(isinstance(f, LevelPlayed) and f.away for f in kept)


@pytest.mark.parametrize("press", ["back", "week-earlier", "place-plan"])
def test_ticks_of_a_week_are_not_lost_without_a_question(sunday: Player, press: str) -> None:
    page = chart(sunday)
    sunday.tap(cell(sunday, 0))
    sunday.tap(press)
    assert sunday.scene.name == "ask-first" and "1 tick is not written down" in lines(sunday)
    sunday.tap("keep")
    assert sunday.scene is page and len(page.ticks.marks) == 1
    sunday.tap(press)
    sunday.tap("write-first")
    assert len(facts(sunday, ToldLater)) == 1 and (sunday.scene is not page or press == "week-earlier")


def test_a_paused_day_says_so_in_its_head_and_why_its_sun_ticks_nothing(sunday: Player) -> None:
    day = plus(monday(sunday.ctx.today), 2)
    sunday.record(Paused(PauseReason.ILL, day, day), child=sunday.child)
    for size in ((1280, 720), (1024, 768)):
        sunday.resize(size)
        page = chart(sunday)
        assert lines(sunday).count("paused") == 1 and complaints(page) == []
        sunday.tap(f"column-{day}-morning")
        assert "A pause lay over that day, so it had no session" in lines(sunday) and complaints(page) == []
    sunday.tap(cell(sunday, 2))
    sunday.tap("write")
    assert [f.on for f in facts(sunday, ToldLater)] == [day]


def test_a_day_of_a_pause_on_which_something_was_played_says_the_same_of_its_other_half(sunday: Player) -> None:
    day = plus(monday(sunday.ctx.today), 2)
    sunday.record(Paused(PauseReason.ILL, day, plus(day, 1)), child=sunday.child)
    played(sunday, "bear_walk", on=day)
    page, said = chart(sunday), []
    for on in (day, plus(day, 1)):
        sunday.tap(f"column-{on}-evening")
        said.append(page.message)
    assert not page.ticks.is_paused(day) and page.ticks.is_paused(plus(day, 1)), "else this test would prove nothing"
    assert said[0] == said[1] == sunday.ctx.texts("record_no_quest_paused")


def test_pain_of_a_quest_ticked_by_its_sun_leaves_the_grade_as_it_was_ticked(sunday: Player) -> None:
    page = chart(sunday)
    sunday.tap(f"column-{plus(page.ticks.monday, 6)}-morning")
    sunday.tap("hurt")
    assert "Press the box that hurt" in lines(sunday) and complaints(page) == []
    sunday.tap(cell(sunday, 6))
    sunday.tap("face-4")
    (mark,) = (mark for mark in page.ticks.marks.values() if mark.score)
    assert (mark.grade, mark.score) == (Grade.WELL, 4)


# ---------------------------------------------------------------- cells
def test_a_press_goes_on_and_a_key_sets_and_goes_down_the_column_and_on_to_the_next(sunday: Player) -> None:
    page = chart(sunday)
    for grade in (Grade.WELL, Grade.HELPED, Grade.PARTLY):
        sunday.key(char=" ")
        (mark,) = page.ticks.marks.values()
        assert mark.grade is grade
    sunday.key(char=" ")
    assert not page.ticks.marks
    sunday.key(char="3")
    assert page.focused == cell(sunday, 0, "lego_bricks")
    for _ in range(len(page.rows()) - 1):
        sunday.key(char="4")
    assert page.focused == cell(sunday, 0, slot=PM) and len(page.ticks.marks) == 1


def test_arrows_go_by_cell_and_out_of_the_grid_at_its_edge(sunday: Player) -> None:
    page = chart(sunday)
    sunday.arrow(1, 0)
    assert page.focused == cell(sunday, 0, slot=PM)
    sunday.arrow(0, 1)
    assert page.focused == cell(sunday, 0, "lego_bricks", PM)
    sunday.arrow(-1, 0)
    sunday.arrow(0, -1)
    sunday.arrow(0, -1)
    assert page.focused == f"column-{page.ticks.monday}-morning"
    sunday.arrow(0, 1)
    assert page.focused == cell(sunday, 0)


def test_pain_is_told_for_the_cell_with_the_focus(sunday: Player) -> None:
    chart(sunday)
    sunday.key(char="1")
    assert sunday.scene.focused == cell(sunday, 0, "lego_bricks")  # type: ignore[attr-defined]
    sunday.key(Command.HURT)
    assert "Pick up the Lego bricks: how much did it hurt (Mo 12, morning)?" in lines(sunday)
    assert complaints(sunday.scene) == []
    sunday.key(char="6")  # the face that shows a 6
    sunday.tap("write")
    told = {f.exercise: f for f in facts(sunday, ToldLater)}
    assert told["lego_bricks"].score == 6 and told["lego_bricks"].grade is Grade.NOT_TODAY
    now = journey(sunday.ctx.catalogue, sunday.ctx.child(sunday.child), sunday.ctx.today).now(sunday.ctx.today)
    assert set(now.resting) == {"lego_bricks"} and not facts(sunday, OuchTold)


def test_the_chart_asks_which_foot_in_one_press_of_what_counts_and_of_what_is_for_the_record(sunday: Player) -> None:
    page = chart(sunday)
    for weekday, side in ((0, "left"), (6, "both")):
        sunday.tap(cell(sunday, weekday))
        sunday.tap("hurt")
        sunday.tap("face-2")
        day = "Mo 12" if weekday == 0 else "Su 18"
        assert f"Bear walk: which foot hurt ({day}, morning)?" in lines(sunday) and complaints(page) == []
        sunday.tap(f"side-{side}")
        assert page.focused == cell(sunday, weekday) and "which foot" not in lines(sunday)
    sunday.tap("write")
    (later,), (placed,) = facts(sunday, ToldLater), facts(sunday, PainPlaced)
    assert (later.score, later.sore, placed.side) == (2, Side.LEFT, Side.BOTH)


def test_the_foot_need_not_be_said_and_reading_on_from_the_wall_is_no_answer(sunday: Player) -> None:
    page = chart(sunday)
    for typed in ("o", "4", "2", "1"):  # it hurt, the face that shows a 4, with help, and the next one well
        sunday.key(Command.HURT) if typed == "o" else sunday.key(char=typed)
    assert [(m.grade, m.score, m.sore) for m in page.ticks.marks.values()] == [
        (Grade.HELPED, 4, None), (Grade.WELL, None, None),
    ]  # fmt: skip
    sunday.focus(cell(sunday, 0))
    sunday.key(Command.HURT)
    sunday.key(char="4")
    assert page.focused == "side-left"
    sunday.key(Command.BACK)
    assert sunday.scene is page and page.focused == cell(sunday, 0) and "which foot" not in lines(sunday)


def test_a_face_of_no_pain_asks_for_no_foot(sunday: Player) -> None:
    page = chart(sunday)
    sunday.tap(cell(sunday, 0))
    sunday.tap("hurt")
    sunday.tap("face-0")
    assert "which foot" not in lines(sunday) and page.focused == cell(sunday, 0)


def test_strong_pain_on_friday_leaves_out_what_was_ticked_after_it_and_says_so(sunday: Player) -> None:
    page = chart(sunday)
    sunday.tap(cell(sunday, 4))
    sunday.tap("hurt")
    sunday.tap("face-6")
    sunday.tap(cell(sunday, 5))
    sunday.tap(cell(sunday, 5, "caterpillar"))
    assert "1 is left out" in lines(sunday)
    assert [why.key for _, why in page.ticks.preview().refused] == ["confirm_refused_resting"]
    sunday.tap("write")
    assert [f.exercise for f in facts(sunday, LevelPlayed) if f.away] == ["bear_walk", "caterpillar"]
    assert "1 is left out" in lines(sunday)


def test_pain_ticked_after_strong_pain_is_written_down_alone_and_the_chart_says_so(sunday: Player) -> None:
    page = chart(sunday)
    for day, face in ((4, "face-6"), (5, "face-4")):
        sunday.tap(cell(sunday, day))
        sunday.tap("hurt")
        sunday.tap(face)
    sunday.tap(cell(sunday, 5, "caterpillar"))
    said = "1 may not be told: its pain alone is written down."
    assert said in lines(sunday) and "3 ticks" in lines(sunday) and complaints(page) == []
    sunday.tap("write")
    (later,) = facts(sunday, ToldLater)
    assert (later.exercise, later.grade, later.score) == ("bear_walk", Grade.NOT_TODAY, 4)
    assert said in lines(sunday) and complaints(page) == []


def test_while_it_is_asked_how_much_a_press_says_which_box_it_was_and_turns_no_tick(sunday: Player) -> None:
    page = chart(sunday)
    sunday.tap(cell(sunday, 4))
    sunday.tap(cell(sunday, 5, "caterpillar"))
    sunday.tap("hurt")
    assert page.at is not None and page.at[2] == "caterpillar"
    sunday.tap(cell(sunday, 4))
    assert "Bear walk: how much did it hurt (Fr 16, morning)?" in lines(sunday) and complaints(page) == []
    sunday.tap("face-4")
    hurt = {place[2]: (mark.grade, mark.score) for place, mark in page.ticks.marks.items()}
    assert hurt == {"bear_walk": (Grade.WELL, 4), "caterpillar": (Grade.WELL, None)}


def test_by_keys_an_arrow_says_which_box_hurt_before_the_question_and_while_it_is_there(sunday: Player) -> None:
    page = chart(sunday)
    sunday.tap(cell(sunday, 4))
    sunday.tap(cell(sunday, 4, "caterpillar"))
    sunday.arrow(0, -1)
    sunday.arrow(0, -1)
    sunday.tap("hurt")
    assert page.focused == cell(sunday, 4) and "Bear walk: how much did it hurt" in lines(sunday)
    sunday.arrow(0, 1)
    sunday.arrow(0, 1)
    sunday.key(Command.ACTIVATE)
    assert "Caterpillar: how much did it hurt (Fr 16, morning)?" in lines(sunday)
    sunday.tap("face-6")
    hurt = {place[2]: (mark.grade, mark.score) for place, mark in page.ticks.marks.items()}
    assert hurt == {"bear_walk": (Grade.WELL, None), "caterpillar": (Grade.WELL, 6)}


def test_strong_pain_on_two_days_says_after_writing_that_the_programme_rests(sunday: Player) -> None:
    page = chart(sunday)
    for day, exercise in ((5, "bear_walk"), (6, "caterpillar")):
        sunday.tap(cell(sunday, day, exercise))
        sunday.tap("hurt")
        sunday.tap("face-6")
    sunday.tap(cell(sunday, 6, "lego_bricks"))
    sunday.tap("write")
    assert "The whole programme rests until you say that a doctor was asked." in lines(sunday)
    assert complaints(page) == []


def test_played_here_is_not_pressed_and_neither_is_an_evening_to_come_nor_what_rests(sunday: Player) -> None:
    sunday.clock -= timedelta(hours=10)
    played(sunday, "bear_walk")
    played(sunday, "caterpillar", ouch=8)
    chart(sunday)
    for name, said in (
        (cell(sunday, 6), "This is written down already."),
        (cell(sunday, 6, "lego_bricks", PM), "This day has not come yet. It can be written down when it has."),
        (f"column-{sunday.ctx.today}-evening", "This day has not come yet. It can be written down when it has."),
    ):
        sunday.focus(name)
        sunday.key(Command.ACTIVATE)
        assert sunday.scene.note.text == said  # type: ignore[attr-defined]
    sunday.next_day()
    grown_ups(sunday)
    chart(sunday, plus(sunday.ctx.today, -1))
    sunday.tap("week-later")
    sunday.focus(cell_name((sunday.ctx.today, AM, "caterpillar")))
    sunday.key(Command.ACTIVATE)
    assert sunday.scene.note.text == "This exercise rests after pain, until you allow it."  # type: ignore[attr-defined]
    assert "rests since 18 Jan" in lines(sunday) and complaints(sunday.scene) == []


def test_the_printed_chart_and_the_page_it_is_typed_into_have_the_same_rows_and_boxes(sunday: Player) -> None:
    """A family that plays on five mornings, one exercise that rests, and one that a single foot does."""
    sunday.clock -= timedelta(days=7)
    sunday.record(
        DaysPlanned(tuple(Weekday)[:5], (AM,)), OrderWritten("Ms Weber", sunday.ctx.today),
        ExerciseOrdered("caterpillar", "Ms Weber", sunday.ctx.today, foot=Foot.LEFT), child=sunday.child,
    )  # fmt: skip
    played(sunday, "lego_bricks", ouch=8)
    sunday.clock += timedelta(days=7)
    page = chart(sunday)
    (sheet, *_) = PrintCardsPage(sunday.ctx, sunday.child).handouts().sheets("chart")
    names = [sunday.ctx.texts.exercise(exercise) for exercise in page.rows()]
    wide = (WIDE - 2 * SIDE - GUTTER) / 2
    lines = [m for m in sheet.marks if isinstance(m, TextLine) and m.x < SIDE + wide and m.y < HIGH / 2]
    titles = {name: line.y for line in lines for name in names if len(line.text) > 4 and name.startswith(line.text)}
    assert list(titles) == names[: len(titles)] and len(titles) == len(THREE), "in play, in one order"
    shapes = [m for m in sheet.marks if isinstance(m, Shape) and m.width == 0.7 and m.fill == "#FFFFFF"]
    boxes = [bounds([shape]) for shape in shapes]
    for exercise, name in zip(page.rows(), titles, strict=False):
        for n, column in enumerate(page.ticks.columns):
            x = SIDE + NAME + (n + 0.5) * (wide - NAME) / 14
            on_paper = any(left < x < left + w and top < titles[name] < top + h for left, top, w, h in boxes)
            place = column.day, column.slot, exercise
            on_page = page.ticks.is_open(place) and page.ticks.is_planned(column)
            assert on_paper == on_page, (name, column)
    assert "left foot" in written_on(page) and complaints(page) == []
    assert not page.ticks.is_planned(page.ticks.columns[10]), "Saturday's morning"
    sunday.tap(cell(sunday, 5))
    assert len(page.ticks.marks) == 1, "what was done on a day that is not planned is ticked all the same"


def test_with_seventeen_exercises_all_of_them_are_on_some_sheet(sunday: Player) -> None:
    page, seen = chart(sunday), set()
    for _ in range(page.sheets):
        seen |= set(page.rows())
        assert complaints(sunday.scene) == []
        if page.sheets > 1:
            sunday.tap("sheet")
    assert seen == set(page.ticks.exercises) and len(seen) == 18 and page.sheets == 3


# ---------------------------------------------------------------- weeks, the frame
def test_an_earlier_week_is_for_the_record_and_none_begins_after_today(sunday: Player) -> None:
    page = chart(sunday)
    assert not sunday.scene.widget("week-later").is_enabled  # type: ignore[attr-defined]
    sunday.tap("week-earlier")
    assert page.ticks.monday == plus(monday(sunday.ctx.today), -7)
    assert "stars and the day count" not in lines(sunday) and complaints(sunday.scene) == []
    assert not sunday.scene.widget("week-earlier").is_enabled  # type: ignore[attr-defined]
    sunday.tap("week-later")
    assert page.ticks.monday == monday(sunday.ctx.today)


def test_a_window_that_is_left_asks_for_the_pin_and_gives_the_ticks_back(sunday: Player) -> None:
    page = chart(sunday)
    sunday.key(char="1")
    sunday.leave()
    assert isinstance(sunday.scene, ParentGate)
    pass_gate(sunday)
    assert sunday.scene is page and len(page.ticks.marks) == 1


def test_it_goes_back_to_the_day_it_was_asked_for_on(sunday: Player) -> None:
    day = plus(sunday.ctx.today, -4)
    chart(sunday, day)
    sunday.key(Command.BACK)
    assert isinstance(sunday.scene, RecordPage) and sunday.scene.day == day


def test_what_was_written_here_stands_as_such_and_every_grade_with_it(sunday: Player) -> None:
    chart(sunday)
    sunday.keys("123")
    sunday.tap("write")
    assert [f.grade for f in facts(sunday, ToldLater)] == [Grade.WELL, Grade.HELPED, Grade.PARTLY]
    assert not [f for f in facts(sunday, LevelConfirmed) if f.grade is Grade.PARTLY]
    sunday.focus(cell(sunday, 0))
    sunday.key(Command.ACTIVATE)
    assert sunday.scene.note.text == "This is written down already."  # type: ignore[attr-defined]


def test_the_line_after_says_of_which_part_of_the_day_what_counts_is_and_what_does_not(sunday: Player) -> None:
    chart(sunday)
    for weekday, slot in ((0, AM), (1, AM), (5, PM)):
        sunday.tap(cell(sunday, weekday, "bear_walk", slot))
    sunday.tap("write")
    assert "Evening: 1 exercise written down" in lines(sunday)
    assert "Morning: 2 written down for the record" in lines(sunday) and complaints(sunday.scene) == []


def test_the_chart_names_the_day_of_a_rest_that_the_other_pages_name_also_where_the_week_before_has_it(
    player: Player,
) -> None:
    days_of_practice(player, 7, THREE)
    sunday = plus(player.ctx.today, -1)
    hurt = next(a for a in player.ctx.child(player.child).attempts.values() if (a.on, a.exercise) == (sunday, THREE[0]))
    player.record(OuchTold(hurt.id, hurt.exercise, sunday, hurt.slot, 6), child=player.child)
    page = chart(player)
    assert "rests since 11 Jan" in lines(player) and complaints(page) == []
