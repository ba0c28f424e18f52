"""Record and repair: any day of the past, what waits, and what was done away from the computer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from game.core.content import AgeBand, Side, Slot, Weekday
from game.core.events import (
    ChildAdded,
    DaysPlanned,
    DoctorAsked,
    Effort,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    PainPlaced,
    Paused,
    PauseReason,
    QuestKind,
    SessionStarted,
    SignsTicked,
    StarsAwarded,
    ToldLater,
)
from game.core.reports.progress import SlotShare, days_shown
from game.core.rules.journey import journey
from game.scenes import routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.confirm.outing_told import OutingToldPage
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.printed.print_cards import PrintCardsPage
from game.scenes.parent.record.paper_week import PaperWeekPage
from game.scenes.parent.record.pause import PausePage
from game.scenes.parent.record.record import RecordPage
from game.scenes.parent.record.record_away import LeftOut
from game.scenes.parent.record.record_entries import entries_of
from game.ui.controls import Command
from game.ui.widgets import Button
from tests.player import PIN, Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played

THREE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def lived(player: Player) -> Player:
    """Eight days of practice, two without anything, then today in the morning."""
    days_of_practice(player, 8, THREE)
    player.clock += timedelta(days=2)
    return player


def records(player: Player, day: date | None = None, back: routes.Next | None = None) -> RecordPage:
    page = RecordPage(player.ctx, player.child, day, back)
    player.scene = page
    return page


def days_ago(player: Player, n: int) -> date:
    return player.ctx.today - timedelta(days=n)


def lines(player: Player) -> str:
    return " ".join(written_on(player.scene))


def stars(player: Player) -> int:
    return player.ctx.child(player.child).stars


# ---------------------------------------------------------------- from who is playing, in few presses
def test_yesterdays_session_at_grandmothers_is_told_in_nine_presses_the_pin_among_them(lived: Player) -> None:
    lived.scene = routes.Who()
    presses = 0
    lived.key(Command.GROWN_UPS)
    lived.keys(PIN)
    lived.wait(0.5)
    presses += 1 + len(PIN)
    before = stars(lived)
    for name in ("place-record", f"day-{days_ago(lived, 1)}", "whole", "write"):
        lived.tap(name)
        presses += 1
    plays = [f for f in facts(lived, LevelPlayed) if f.on == days_ago(lived, 1)]
    assert presses == 9 and plays and all(play.away and play.slot is Slot.MORNING for play in plays)
    assert stars(lived) == before + 3 * len(plays) + 1


def test_from_the_calendar_of_progress_it_is_one_press_less(lived: Player) -> None:
    grown_ups(lived)
    for name in (f"day-{days_ago(lived, 1)}", "whole", "write"):
        lived.tap(name)
    assert [f for f in facts(lived, LevelPlayed) if f.on == days_ago(lived, 1)]
    lived.key(Command.BACK)
    assert lived.scene.name == "progress"


def test_by_keys_alone_a_tile_is_found_ticked_and_written_down(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.focus("tile-caterpillar")
    lived.key(Command.ACTIVATE)
    lived.focus("write")
    lived.key(Command.ACTIVATE)
    (play,) = [f for f in facts(lived, LevelPlayed) if f.on == days_ago(lived, 1)]
    assert (play.exercise, play.away) == ("caterpillar", True) and complaints(lived.scene) == []


# ---------------------------------------------------------------- ticking
def test_a_press_goes_on_from_well_to_with_help_to_partly_to_nothing(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    assert page.away
    seen = []
    for _ in range(4):
        lived.tap("tile-bear_walk")
        mark = page.away.mark("bear_walk")
        seen.append(mark and mark.grade)
    assert seen == [Grade.WELL, Grade.HELPED, Grade.PARTLY, None]


@pytest.mark.parametrize(("key", "grade"), [("1", Grade.WELL), ("2", Grade.HELPED), ("3", Grade.PARTLY), ("4", None)])
def test_keys_set_a_tile_at_once(lived: Player, key: str, grade: Grade | None) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.focus("tile-bear_walk")
    lived.key(char="2")
    lived.key(char=key)
    mark = page.away.mark("bear_walk") if page.away else None
    assert (mark and mark.grade) == grade


def test_what_was_played_here_is_not_pressed_again_and_says_so(lived: Player) -> None:
    records(lived, days_ago(lived, 3))
    lived.tap("slot-morning")
    tile = lived.scene.widget("tile-bear_walk")  # type: ignore[attr-defined]
    assert not tile.is_enabled
    lived.focus("tile-bear_walk")
    lived.key(Command.ACTIVATE)
    assert lived.scene.note.text == "This is written down already."  # type: ignore[attr-defined]
    assert lived.scene.widget("tile-lift_ride").is_enabled  # type: ignore[attr-defined]


def test_for_both_slots_one_press_ticks_both(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap("slot-both")
    lived.tap("tile-bear_walk")
    lived.tap("write")
    told = [f for f in facts(lived, LevelPlayed) if f.on == days_ago(lived, 1)]
    assert [(f.slot, f.exercise) for f in told] == [(Slot.MORNING, "bear_walk"), (Slot.EVENING, "bear_walk")]


def test_a_press_on_evening_is_the_evening_alone_and_takes_the_ticks_along(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    assert page.away and page.away.slots == (Slot.MORNING,)
    lived.tap("tile-bear_walk")
    lived.tap("tile-bear_walk")
    lived.tap("slot-evening")
    assert {key: mark.grade for key, mark in page.away.marks.items()} == {(Slot.EVENING, "bear_walk"): Grade.HELPED}
    lived.tap("write")
    assert [f.slot for f in facts(lived, LevelPlayed) if f.on == days_ago(lived, 1)] == [Slot.EVENING]


def on_the_button(player: Player) -> str | None:
    """The second line of the button that writes."""
    assert isinstance(player.scene, RecordPage)
    look = player.scene.widget("write").look
    assert isinstance(look, Button)
    return look.sub


@pytest.mark.parametrize(
    ("slot", "before", "after"),
    [("morning", "for the morning", "Morning: "), ("both", "for morning and evening", "Morning and evening: ")],
)
def test_which_part_of_the_day_is_written_stands_on_the_button_before_and_in_the_line_after(
    lived: Player, slot: str, before: str, after: str
) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap(f"slot-{slot}")
    lived.tap("tile-bear_walk")
    assert on_the_button(lived) == before and complaints(lived.scene) == []
    lived.tap("write")
    assert after in lines(lived)


def test_the_button_names_only_the_part_of_the_day_of_which_something_is_written(lived: Player) -> None:
    records(lived, days_ago(lived, 3))  # played here in the morning
    lived.tap("slot-both")
    lived.tap("tile-bear_walk")
    assert on_the_button(lived) == "for the evening"


def test_the_whole_quest_pressed_again_is_taken_back_alone(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    assert page.away
    quest = {tick.exercise for tick in page.away.whole()}
    other = next(e for e in page.away.exercises() if e not in quest)
    if other not in page.away.shown():
        lived.tap("tiles")
    lived.tap(f"tile-{other}")
    lived.tap("whole")
    assert {e for _, e in page.away.marks} == quest | {other}
    lived.tap("whole")
    assert {e for _, e in page.away.marks} == {other}


def test_the_whole_session_says_how_many_it_ticked_and_why_not_the_others(lived: Player) -> None:
    lived.record(OuchTold("told-hurt", "bear_walk", days_ago(lived, 1), Slot.EVENING, 6), child=lived.child)
    page = records(lived, days_ago(lived, 1))
    lived.tap("whole")
    assert page.away
    exercises, left = page.away.exercises(), page.away.left_out()
    assert sum(left.values()) + len({name for _, name in page.away.marks}) == len(exercises)
    n = len({name for _, name in page.away.marks})
    said = lines(lived)
    assert f"{n} of {len(exercises)} ticked. The others: " in said
    assert all(f"{many} {word}" in said for many, word in zip(left.values(), words_of(left), strict=True))
    assert LeftOut.COMING in left and complaints(lived.scene) == []
    lived.tap("whole")
    assert "ticked. The others" not in lines(lived)


def words_of(left: Mapping[LeftOut, int]) -> list[str]:
    said = {
        LeftOut.OTHER: "of another session", LeftOut.COMING: "still to join", LeftOut.CLOSED: "at rest or closed",
        LeftOut.WRITTEN: "written down",
    }  # fmt: skip
    return [said[kind] for kind in left]


def test_hard_and_easy_are_told_with_it(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.key(char="h")
    lived.tap("write")
    said = facts(lived, LevelConfirmed)[-1]
    assert (said.grade, said.effort) == (Grade.WELL, Effort.HARD)


# ---------------------------------------------------------------- pain
def test_pain_is_told_by_the_key_of_its_face_and_rests_the_exercise(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.focus("tile-bear_walk")
    lived.key(char="1")
    lived.key(Command.HURT)
    assert complaints(lived.scene) == [] and "Bear walk: how much?" in lines(lived)
    lived.key(char="4")  # the face that shows a 4
    lived.tap("write")
    (ouch,) = facts(lived, OuchTold)
    assert (ouch.exercise, ouch.score, ouch.on) == ("bear_walk", 4, days_ago(lived, 1))
    now = journey(lived.ctx.catalogue, lived.ctx.child(lived.child), lived.ctx.today).now(lived.ctx.today)
    assert set(now.resting) == {"bear_walk"}


def test_of_an_evening_that_rests_by_the_mornings_pain_the_pain_alone_is_written_down_and_the_page_says_so(
    lived: Player,
) -> None:
    page, day = records(lived, days_ago(lived, 1)), days_ago(lived, 1)
    lived.tap("slot-both")
    lived.tap("tile-bear_walk")
    lived.tap("hurt")
    lived.tap("face-6")
    assert complaints(lived.scene) == [] and "1 may not be told: its pain alone is written down." in lines(lived)
    lived.tap("write")
    (ouch,) = facts(lived, OuchTold)
    (later,) = facts(lived, ToldLater)
    assert (ouch.on, ouch.slot, ouch.score) == (day, Slot.MORNING, 6)
    assert (later.on, later.slot, later.grade, later.score) == (day, Slot.EVENING, Grade.NOT_TODAY, 6)
    assert "1 may not be told: its pain alone is written down." in lines(lived) and complaints(lived.scene) == []
    assert len([e for e in entries_of(lived.ctx.child(lived.child), day) if e.exercise == "bear_walk"]) == 2
    lived.tap("undo")
    assert page.away and not lived.ctx.child(lived.child).later


def test_while_it_is_asked_how_much_a_tile_says_what_hurt_and_keeps_its_grade(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("whole")
    lived.tap("tile-caterpillar")
    lived.tap("hurt")
    lived.tap("tile-bear_walk")
    lived.tap("face-2")
    mark = page.away.mark("bear_walk") if page.away else None
    assert mark and (mark.grade, mark.score) == (Grade.WELL, 2)


def test_pain_told_here_asks_which_foot_and_says_that_strong_pain_rests(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.tap("hurt")
    lived.tap("face-6")
    assert "Which foot hurt?" in lines(lived) and "it rests until you allow it" in lines(lived)
    lived.tap("side-right")
    lived.tap("write")
    assert "Rests until you allow it: Bear walk." in lines(lived) and complaints(lived.scene) == []
    (placed,) = facts(lived, PainPlaced)
    assert placed.side is Side.RIGHT and "it hurt, 6 of 10, right foot" in lines(lived)
    play = lived.ctx.child(lived.child).attempts[placed.attempt]
    lived.tap(f"pain-{play.id}")
    lived.tap("face-2-bear_walk")
    lived.tap("write")
    lived.key(Command.BACK)
    assert "6, now 2 of 10, right foot" in lines(lived)


def test_the_foot_need_not_be_said_and_little_pain_speaks_of_no_rest(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.tap("hurt")
    lived.tap("face-2")
    assert "rests until you allow it" not in lines(lived)
    lived.tap("close")
    lived.tap("write")
    assert facts(lived, OuchTold) and not facts(lived, PainPlaced)


def test_pain_for_the_record_alone_asks_which_foot_and_the_row_of_the_day_says_it(lived: Player) -> None:
    records(lived, days_ago(lived, 5))
    lived.tap("tile-bear_walk")
    lived.tap("hurt")
    lived.tap("face-2")
    assert "Which foot hurt?" in lines(lived)
    lived.tap("side-left")
    lived.tap("write")
    (later,) = facts(lived, ToldLater)
    assert (later.score, later.sore) == (2, Side.LEFT) and "it hurt, 2 of 10, left foot" in lines(lived)
    assert complaints(lived.scene) == []


def test_pain_of_what_may_not_be_told_keeps_its_foot(lived: Player) -> None:
    records(lived, days_ago(lived, 1))
    lived.tap("slot-both")
    for press in ("tile-bear_walk", "hurt", "face-6", "side-both", "write"):
        lived.tap(press)
    (later,) = facts(lived, ToldLater)
    assert (later.slot, later.grade, later.sore) == (Slot.EVENING, Grade.NOT_TODAY, Side.BOTH)


def test_a_foot_that_was_said_goes_with_the_pain_that_is_taken_away(lived: Player) -> None:
    records(lived, days_ago(lived, 5))
    for press in ("tile-bear_walk", "hurt", "face-4", "side-right", "hurt", "face-0", "write"):
        lived.tap(press)
    (later,) = facts(lived, ToldLater)
    assert (later.grade, later.score, later.sore) == (Grade.WELL, None, None)


def test_an_exercise_that_only_hurt_is_told_and_one_that_did_not_is_no_tick(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    for _ in range(3):
        lived.tap("tile-bear_walk")
    lived.tap("hurt")
    lived.tap("face-0")
    assert page.away and not page.away.marks
    lived.tap("hurt")
    lived.tap("face-2")
    lived.tap("write")
    assert [(f.grade, f.effort) for f in facts(lived, LevelConfirmed)][-1] == (Grade.NOT_TODAY, Effort.RIGHT)


def test_escape_puts_the_faces_away_before_it_leaves_the_page(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1), routes.Progress(lived.child))
    lived.focus("tile-bear_walk")
    lived.key(char="1")
    lived.key(Command.HURT)
    lived.key(Command.BACK)
    assert lived.scene is page and page.away and not page.away.asks_face
    lived.key(Command.BACK)
    lived.tap("drop")
    assert lived.scene.name == "progress"


@pytest.mark.parametrize("press", ["back", "place-plan", "back-to-play", "day", "calendar", "print", "paper", "ctrl+2"])
def test_no_press_that_leads_away_loses_a_tick_without_a_question(lived: Player, press: str) -> None:
    back = routes.Progress(lived.child) if press == "back" else None
    page = records(lived, days_ago(lived, 1), back)
    name = f"day-{days_ago(lived, 3)}" if press == "day" else press

    def leave() -> None:
        lived.key(char=press) if press.startswith("ctrl") else lived.tap(name)

    lived.tap("tile-bear_walk")
    leave()
    assert lived.scene.name == "ask-first" and complaints(lived.scene) == []
    assert "1 tick is not written down" in lines(lived)
    lived.key(Command.BACK)
    assert lived.scene is page and page.away and page.away.mark("bear_walk") and page.day == days_ago(lived, 1)
    leave()
    lived.tap("write-first")
    assert [f.exercise for f in facts(lived, LevelPlayed) if f.away] == ["bear_walk"]
    assert lived.scene is not page or page.day == days_ago(lived, 3)


def test_ticks_that_are_left_out_are_not_written_and_a_pause_keeps_them(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.tap("pause")
    lived.key(Command.BACK)
    assert lived.scene is page and page.away and page.away.mark("bear_walk")
    lived.tap(f"day-{days_ago(lived, 2)}")
    lived.tap("drop")
    assert lived.scene is page and page.day == days_ago(lived, 2) and not facts(lived, ToldLater)
    assert not any(f.away for f in facts(lived, LevelPlayed))


# ---------------------------------------------------------------- later than it counts
def test_older_than_two_days_says_before_and_after_that_it_is_for_the_record_alone(lived: Player) -> None:
    before = stars(lived)
    records(lived, days_ago(lived, 5))
    assert "for the record, no stars" in lines(lived) and "No stars, and nothing grows by it" in lines(lived)
    lived.tap("slot-evening")
    lived.tap("whole")
    assert "For the record: no stars" in lines(lived)
    lived.tap("write")
    assert "written down for the record: no stars" in lines(lived) and complaints(lived.scene) == []
    told = facts(lived, ToldLater)
    assert told and {(f.on, f.slot) for f in told} == {(days_ago(lived, 5), Slot.EVENING)} and stars(lived) == before
    assert not any(f.away for f in facts(lived, LevelPlayed))


def test_it_stands_in_the_diary_after_a_start_and_is_taken_back_alone(lived: Player) -> None:
    page = records(lived, days_ago(lived, 5))
    lived.tap("slot-evening")
    lived.tap("tile-bear_walk")
    lived.tap("tile-lego_bricks")
    lived.tap("write")
    rows = [event.fact for event in lived.game.journal.events() if isinstance(event.fact, ToldLater)]
    assert [row.exercise for row in rows] == ["bear_walk", "lego_bricks"]
    first = next(e for e in page.entries() if e.later and e.exercise == "bear_walk")
    page.sheet = page.entries().index(first) // 4
    page.changed()
    lived.tap(f"take-{first.id}")
    assert [f.exercise for f in facts(lived, ToldLater)] == ["lego_bricks"]
    assert "Taken back" in lines(lived)


# ---------------------------------------------------------------- taking back, confirming
def test_undo_takes_all_that_was_just_written_back(lived: Player) -> None:
    before = stars(lived)
    records(lived, days_ago(lived, 1))
    lived.tap("whole")
    lived.tap("write")
    assert stars(lived) > before
    lived.key(char="u")
    assert stars(lived) == before and not any(f.away for f in facts(lived, LevelPlayed))
    assert not [f for f in facts(lived, SessionStarted) if f.on == days_ago(lived, 1)]


def test_of_what_was_told_from_away_all_goes_and_of_a_play_here_the_word(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.tap("write")
    (entry,) = page.entries()
    lived.tap(f"take-{entry.id}")
    assert page.entries() == () and not any(f.away for f in facts(lived, LevelPlayed))
    page = records(lived, days_ago(lived, 3))
    entry = page.entries()[0]
    lived.tap(f"take-{entry.id}")
    assert len(page.entries()) == 3 and page.entries()[0].attempt and not page.entries()[0].attempt.is_told


@pytest.mark.parametrize("ago", [1, 3, 5], ids=["away", "a word", "for the record"])
def test_what_was_taken_back_by_a_slip_stands_again_after_undo(lived: Player, ago: int) -> None:
    page = records(lived, days_ago(lived, ago))
    if ago != 3:
        lived.tap("slot-evening")
        lived.tap("tile-bear_walk")
        lived.tap("write")
    before, had, entries = lived.ctx.child(lived.child).attempts, stars(lived), page.entries()
    lived.tap(f"take-{entries[-1 if ago != 3 else 0].id}")
    assert page.entries() != entries and "Taken back" in lines(lived) or "taken back" in lines(lived)
    lived.key(char="u")
    assert page.entries() == entries and stars(lived) == had and lived.ctx.child(lived.child).attempts == before
    assert "It stands as before." in lines(lived) and "undo" not in [w.name for w in page.widgets]
    assert complaints(page) == []


@pytest.mark.parametrize("ago", [1, 5], ids=["counts", "for the record"])
def test_a_wrongly_told_evening_is_taken_back_with_one_press_and_stands_again_with_another(
    lived: Player, ago: int
) -> None:
    day = days_ago(lived, ago)
    page = records(lived, day)
    lived.tap("slot-evening")
    for name in ("bear_walk", "lego_bricks", "caterpillar", "lift_ride"):
        lived.tap(f"tile-{name}")
    lived.tap("write")
    before, had = page.entries(), stars(lived)
    page = records(lived, day)  # opened anew, when nothing of it is undone any more
    lived.tap("slot-evening")
    assert {entry.slot for entry in page.shown()} >= {Slot.EVENING} and complaints(page) == []
    lived.tap("away-back")
    assert page.entries() == tuple(entry for entry in before if entry.slot is Slot.MORNING)
    assert complaints(page) == [] and "away-back" not in [w.name for w in page.widgets]
    lived.tap(f"day-{days_ago(lived, 2)}")
    lived.tap("tile-bear_walk")
    lived.key(char="4")
    lived.key(char="u")
    assert (page.day, page.entries(), stars(lived)) == (day, before, had) and "It stands as before." in lines(lived)


def test_what_was_written_is_undone_as_long_as_the_page_is_open_whatever_day_is_looked_at(lived: Player) -> None:
    page, before = records(lived, days_ago(lived, 1)), stars(lived)
    lived.tap("tile-bear_walk")
    lived.tap("write")
    lived.tap(f"day-{days_ago(lived, 3)}")
    assert complaints(page) == [] and "Undo: the last change, of" in lines(lived)
    lived.key(char="u")
    assert stars(lived) == before and (page.day, page.entries()) == (days_ago(lived, 1), ())


def test_taken_back_it_says_that_told_anew_it_counts_and_so_it_does_days_later(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.tap("write")
    lived.tap(f"take-{page.entries()[0].id}")
    assert "Told anew it counts, whenever that is." in lines(lived)
    lived.clock += timedelta(days=6)
    grown_ups(lived)
    records(lived, days_ago(lived, 7))
    lived.tap("tile-bear_walk")
    lived.tap("write")
    assert any(play.away for play in facts(lived, LevelPlayed)) and not facts(lived, ToldLater)


def test_what_waits_is_confirmed_from_here(lived: Player) -> None:
    attempt = played(lived, "bear_walk", on=days_ago(lived, 1))
    records(lived, days_ago(lived, 1))
    lived.tap(f"say-{attempt}")
    assert isinstance(lived.scene, ConfirmPage)
    lived.key(char="1")
    lived.wait(1.0)
    assert lived.scene.name == "reward"


@pytest.mark.parametrize(("key", "said"), [("1", "2 stars"), ("3", "1 star"), ("4", "No star woke")])
def test_a_word_put_right_stays_behind_the_pin_at_its_day_and_its_stars_are_named_there(
    lived: Player, key: str, said: str
) -> None:
    day = days_ago(lived, 9)
    grown_ups(lived)
    page = records(lived, day)
    lived.tap("slot-evening")
    lived.tap("tile-lift_ride")
    attempt = next(e.id for e in page.entries() if e.exercise == "bear_walk")
    lived.tap(f"take-{attempt}")
    assert "a new word counts" in lines(lived) and "for the record, no stars" not in lines(lived)
    lived.tap(f"say-{attempt}")
    lived.key(char=key)
    lived.wait(1.0)
    assert isinstance(lived.scene, RecordPage) and lived.scene.day == day and complaints(lived.scene) == []
    assert said in lines(lived) and lived.ctx.child(lived.child).attempts[attempt].is_told
    assert "new: for the record, no stars" in lines(lived), "and not the word, which counts"
    assert lived.scene.away and lived.scene.away.mark("lift_ride")


def test_what_was_never_said_and_what_is_said_anew_are_not_asked_for_on_one_way(lived: Player) -> None:
    day = days_ago(lived, 1)
    first, anew = (played(lived, e, on=day) for e in ("bear_walk", "lego_bricks"))
    lived.record(LevelConfirmed(anew, Grade.WELL, Effort.RIGHT), child=lived.child)
    records(lived, day)
    lived.tap(f"take-{anew}")
    lived.tap(f"say-{first}")
    assert isinstance(lived.scene, ConfirmPage) and lived.scene.words.ids == (first,)
    lived.key(char="1")
    lived.wait(1.0)
    assert lived.scene.name == "reward"


def test_of_what_rests_after_pain_no_word_is_asked_for_and_the_row_says_until_when(lived: Player) -> None:
    yesterday = days_ago(lived, 1)
    hurt = played(lived, "bear_walk", on=yesterday)
    resting, other = played(lived, "bear_walk"), played(lived, "caterpillar")
    lived.record(OuchTold(hurt, "bear_walk", yesterday, Slot.MORNING, 5), child=lived.child)
    page = records(lived, lived.ctx.today)
    names = {w.name for w in page.widgets}
    assert f"say-{resting}" not in names and {f"say-{other}", f"pain-{resting}"} <= names
    assert "until you allow it again" in lines(lived) and complaints(page) == []
    lived.tap(f"say-{other}")
    assert isinstance(lived.scene, ConfirmPage) and lived.scene.words.ids == (other,)


def test_the_others_of_the_day_that_wait_are_asked_for_on_the_same_way(lived: Player) -> None:
    one, other = (played(lived, e, on=days_ago(lived, 1)) for e in ("bear_walk", "lego_bricks"))
    played(lived, "caterpillar")
    records(lived, days_ago(lived, 1))
    lived.tap(f"say-{other}")
    assert isinstance(lived.scene, ConfirmPage) and lived.scene.words.ids == (other, one)
    lived.keys("12")
    told = lived.ctx.child(lived.child).attempts
    assert (told[other].grade, told[one].grade) == (Grade.WELL, Grade.HELPED)


def test_without_a_programme_there_is_nothing_to_tick_and_all_of_it_can_be_looked_at(player: Player) -> None:
    player.record(ChildAdded("Leo", "tik", AgeBand.FIVE_SIX, 1), SignsTicked(()), child="leo")
    for page in (
        RecordPage(player.ctx, "leo"), PaperWeekPage(player.ctx, "leo", player.ctx.today),
        PausePage(player.ctx, "leo", player.ctx.today, routes.Who()),
    ):  # fmt: skip
        player.scene = page
        assert complaints(page) == []
    player.scene = RecordPage(player.ctx, "leo")
    assert "No exercise was in the programme" in lines(player) and not player.scene.widget("whole").is_enabled


def test_a_word_on_a_play_too_late_to_count_stands_in_the_records_and_wakes_no_star(lived: Player) -> None:
    attempt = played(lived, "lift_ride", on=days_ago(lived, 4))
    before = stars(lived)
    page = records(lived, days_ago(lived, 4))
    page.sheet = page._sheets() - 1
    page.changed()
    lived.tap(f"say-{attempt}")
    assert "wakes no stars" in lines(lived) and complaints(lived.scene) == []
    lived.key(char="1")
    lived.wait(1.0)
    assert lived.scene.name == "record" and stars(lived) == before
    told = lived.ctx.child(lived.child).attempts[attempt]
    assert told.grade is Grade.WELL
    assert [f for f in facts(lived, StarsAwarded) if f.about == attempt] == [StarsAwarded(attempt, 1, "tried")]


# ---------------------------------------------------------------- days
def test_earlier_days_are_turned_to_and_the_first_one_is_the_end(lived: Player) -> None:
    page = records(lived)
    lived.tap("earlier")
    assert days_ago(lived, 10) in page.days.days()
    assert not lived.scene.widget("earlier").is_enabled  # type: ignore[attr-defined]
    lived.focus("later")
    lived.key(Command.ACTIVATE)
    lived.key(Command.ACTIVATE)
    assert lived.scene.note.text == lived.ctx.texts("record_refused_future")  # type: ignore[attr-defined]


def test_any_day_is_chosen_in_the_calendar_and_one_to_come_is_refused_in_words(lived: Player) -> None:
    page = records(lived)
    lived.tap("calendar")
    assert lived.scene.name == "pick-date" and "unknown" not in [w.name for w in lived.scene.widgets]  # type: ignore[attr-defined]
    lived.tap(f"day-{days_ago(lived, 9)}")
    assert lived.scene is page and page.day == days_ago(lived, 9)
    lived.tap("calendar")
    lived.tap(f"day-{days_ago(lived, -3)}")
    assert page.day == days_ago(lived, 9) and "This day has not come yet" in lines(lived)
    lived.tap("calendar")
    lived.tap("month-back")
    lived.tap(f"day-{days_ago(lived, 30)}")
    assert page.day == days_ago(lived, 9) and "is the first day" in lines(lived)


def test_this_evening_is_greyed_until_it_begins(lived: Player) -> None:
    records(lived)
    lived.focus("slot-evening")
    lived.key(Command.ACTIVATE)
    assert lived.scene.note.text == "This evening has not begun yet."  # type: ignore[attr-defined]
    lived.clock += timedelta(hours=10)
    page = records(lived)
    assert lived.scene.widget("slot-evening").is_enabled and page.away  # type: ignore[attr-defined]


def test_nothing_is_ticked_of_a_day_with_signs_and_the_reason_is_said(lived: Player) -> None:
    lived.clock -= timedelta(days=1)
    lived.record(SignsTicked(("limp",)), child=lived.child)
    lived.clock += timedelta(days=1)
    lived.record(DoctorAsked("signs"), child=lived.child)
    records(lived, days_ago(lived, 1))
    lived.focus("tile-bear_walk")
    lived.key(Command.ACTIVATE)
    assert "no doctor had been asked" in lived.scene.note.text  # type: ignore[attr-defined]
    assert not lived.scene.widget("whole").is_enabled  # type: ignore[attr-defined]


def test_a_paused_day_says_so_and_what_was_done_on_it_may_be_told(lived: Player) -> None:
    day = days_ago(lived, 1)
    lived.record(Paused(PauseReason.ILL, day, day), child=lived.child)
    records(lived, day)
    assert f"Paused on {lived.ctx.texts.date(day)}: Ill." in lines(lived)
    assert not lived.screen.widget("whole").is_enabled
    lived.tap("tile-bear_walk")
    lived.tap("write")
    assert [f.on for f in facts(lived, LevelPlayed) if f.away] == [day]


# ---------------------------------------------------------------- the gate, the frame
def test_a_window_that_is_left_asks_for_the_pin_and_gives_the_ticks_back(lived: Player) -> None:
    page = records(lived, days_ago(lived, 1))
    lived.tap("tile-bear_walk")
    lived.leave()
    assert isinstance(lived.scene, ParentGate)
    pass_gate(lived)
    assert lived.scene is page and page.away and page.away.mark("bear_walk")


def test_another_child_is_looked_at_from_here(lived: Player) -> None:
    other = lived.add_child("Leo")
    records(lived)
    lived.tap("child")
    lived.tap(f"child-{other}" if f"child-{other}" in [w.name for w in lived.scene.widgets] else other)  # type: ignore[attr-defined]
    assert isinstance(lived.scene, RecordPage) and lived.scene.child_id == other


def test_the_walk_outdoors_is_told_from_its_day_and_once(lived: Player) -> None:
    day = days_ago(lived, 1)
    records(lived, day)
    lived.tap("walk")
    assert isinstance(lived.scene, OutingToldPage) and lived.scene.on == day
    lived.key(Command.BACK)
    assert isinstance(lived.scene, RecordPage) and lived.scene.day == day
    lived.tap("walk")
    lived.tap("keep")
    assert [f.on for f in facts(lived, LevelPlayed) if f.exercise == "forest_walk"] == [day]
    for asked in (day, days_ago(lived, 2)):
        records(lived, asked)
        assert "walk" not in [w.name for w in lived.scene.widgets]  # type: ignore[attr-defined]


def test_the_wall_chart_and_a_pause_are_one_press_away_and_come_back_to_the_day(lived: Player) -> None:
    day = days_ago(lived, 3)
    records(lived, day, routes.Progress(lived.child))
    for name, there in (("paper", "paper-week"), ("pause", "pause-told")):
        lived.tap(name)
        assert lived.scene.name == there
        lived.key(Command.BACK)
        assert isinstance(lived.scene, RecordPage) and lived.scene.day == day


def test_the_wall_chart_is_printed_from_where_it_is_typed_in_and_back_again(lived: Player) -> None:
    records(lived)
    lived.focus("print")
    lived.key(Command.ACTIVATE)
    assert isinstance(lived.scene, PrintCardsPage)
    assert complaints(lived.scene) == []
    lived.key(Command.BACK)
    assert isinstance(lived.scene, RecordPage)
    assert complaints(lived.scene) == []


def test_the_whole_quest_goes_with_the_part_of_the_day_whichever_was_pressed_first(lived: Player) -> None:
    """An evening's quest is another one where the morning's was not done: half of it must not pass for all of it."""
    page = records(lived, days_ago(lived, 1))

    def ticked() -> set[tuple[Slot, str]]:
        return {(tick.slot, tick.exercise) for tick in page.away.ticks()}  # type: ignore[union-attr]

    lived.tap("slot-evening")
    lived.tap("whole")
    evening = ticked()
    assert {slot for slot, _ in evening} == {Slot.EVENING} and {name for _, name in evening} >= set(THREE)
    lived.tap("whole")
    lived.tap("slot-both")
    lived.tap("whole")
    both = ticked()
    lived.tap("slot-evening")
    assert ticked() == evening != both
    lived.tap("slot-both")
    assert ticked() == both


def test_the_sign_of_what_was_played_here_and_a_grey_evening_are_explained_before_anything_is_pressed(
    lived: Player,
) -> None:
    played(lived, "lift_ride", amount=14)
    for size in ((1280, 720), (1024, 768), (2560, 1080)):
        lived.resize(size)
        page = records(lived)
        assert not page.widget("slot-evening").is_enabled
        assert "Two squares: played here. The evening has not begun." in lines(lived) and complaints(page) == []
    records(lived, days_ago(lived, 2))
    assert "Two squares" not in lines(lived) and "The evening has not begun" not in lines(lived)
    assert "Or the keys 1, 2, 3, 4." in lines(lived)


def test_where_a_play_was_stopped_is_read_whole_in_its_row(lived: Player) -> None:
    played(lived, "lift_ride", amount=14, outcome=Outcome.STOPPED, left=12, hurts=True)
    page = records(lived)
    assert "stopped at 12 of 14 times" in lines(lived) and complaints(page) == []


def test_the_signs_of_the_list_of_days_are_said_below_it_and_no_others(lived: Player) -> None:
    """Of a lived week, of days of every kind, and of a child of today, before whose start nothing was planned."""
    today, child = lived.ctx.today, lived.child
    on = days_ago(lived, 2)
    quest = SessionStarted(f"session-{child}-{on}", on, Slot.MORNING, QuestKind.QUEST, (*THREE, "lift_ride"))
    lived.record(quest, child=child)
    for exercise in THREE:  # of four
        played(lived, exercise, on=on)
    records(lived, today)
    assert LEGEND_WORDS & set(written_on(lived.scene)) == {"nothing", "most", "all", "not yet"}
    later = ToldLater(days_ago(lived, 4), Slot.EVENING, "bear_walk", 1, 20, Grade.WELL, Effort.RIGHT, None)
    lived.record(later, Paused(PauseReason.ILL, days_ago(lived, 1), days_ago(lived, 1)), child=child)
    lived.record(DaysPlanned((Weekday.MONDAY,), (Slot.MORNING,)), child=child)
    for size in ((1280, 720), (1024, 768), (1920, 1080), (2560, 1080)):
        lived.resize(size)
        records(lived, today)
        assert complaints(lived.scene) == []
    assert {"for the record"} <= LEGEND_WORDS & set(written_on(lived.scene))
    new = lived.add_child("Mia", animal="otto")
    lived.scene = RecordPage(lived.ctx, new)
    assert LEGEND_WORDS & set(written_on(lived.scene)) == {"not yet", "before the start"}
    assert complaints(lived.scene) == []


LEGEND_WORDS = {
    "nothing",
    "part",
    "most",
    "all",
    "paused",
    "not planned",
    "for the record",
    "not yet",
    "before the start",
}


def test_a_day_told_for_both_parts_by_a_slip_is_told_anew_for_the_morning_alone(lived: Player) -> None:
    before, day = stars(lived), days_ago(lived, 1)
    records(lived, day)
    lived.tap("slot-both")
    lived.tap("whole")
    lived.tap("write")
    assert lived.ctx.child(lived.child).attempts and stars(lived) > before
    lived.tap("away-back")
    assert stars(lived) == before and "Nothing was told of this day." in lines(lived)
    lived.tap("slot-morning")
    lived.tap("whole")
    lived.tap("write")
    told = [play for play in lived.ctx.child(lived.child).attempts.values() if play.on == day]
    assert {play.slot for play in told} == {Slot.MORNING} and all(play.is_told for play in told)
    (row,) = days_shown(lived.ctx.catalogue, lived.ctx.child(lived.child), day, day, lived.ctx.today)
    assert (row.morning, row.evening, row.is_active) == (SlotShare.ALL, SlotShare.NOTHING, True)
    assert complaints(lived.scene) == []
