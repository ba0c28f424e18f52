"""Whole sessions, played by nobody or by somebody, on a real journal in memory."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pygame
import pytest

from game.core.content import AgeBand, Slot
from game.core.events import (
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SettingChosen,
    StarsAwarded,
)
from game.core.rules.today import Today, today
from game.core.rules.waiting import waiting
from game.core.session.pacing import LATER_AFTER
from game.data.levels.playable import read_shipped
from game.data.texts.texts import SPOKEN, Texts
from game.puppet.rig import key_phases
from game.scenes import routes
from game.scenes.session.crossed_out import ALONE, MARK, paint_mark
from game.scenes.session.intro import CAPTION, HEAD, RIGHT, SAID, SAID_Y, SLIDE, WRONG, Intro
from game.scenes.session.session import RunningSession, as_level
from game.scenes.session.session_end import SessionEnd
from game.ui.art.lens import HOW_TO_RADIUS
from game.ui.controls import Command, PadHere, Slept
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import check_layout
from tests.player import PIN, Player
from tests.told import facts

PANEL_RGB = (0xFF, 0xF9, 0xEC)


def offered(player: Player) -> Today:
    return today(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.now(), player.ctx.slot)


def start(player: Player, *exercises: str, amount: int | None = None, sets: int = 1) -> None:
    """At SHOES OFF, for these exercises or for today's quest, and ready."""
    levels = tuple(as_level(player.ctx, e, sets, amount) for e in exercises) or offered(player).left
    kind = QuestKind.ONE if exercises else QuestKind.QUEST
    player.scene = routes.Shoes(player.child, kind, levels)
    player.fetch()


def at_play(player: Player, *exercises: str, amount: int | None = None, sets: int = 1) -> None:
    start(player, *exercises, amount=amount, sets=sets)
    player.tap("big")  # the how-to is skipped
    player.wait_for("play")


# -------------------------------------------------------------------- nobody presses
def test_the_clock_says_a_little_more_than_the_minutes_of_practice_that_are_planned(player):
    planned, began = offered(player).quest.planned_s, player.clock
    start(player)
    player.wait_for("session_end")
    took = (player.clock - began).total_seconds()
    assert planned < took < planned + 120, "showing how and changing feet are not counted: the plan's page says so"


def test_a_whole_session_runs_without_one_press(player):
    start(player)
    player.wait_for("session_end")
    plays = facts(player, LevelPlayed)
    assert [p.outcome for p in plays] == [Outcome.FINISHED] * 3
    assert facts(player, SessionEnded)[0].ending is SessionEnding.WHOLE


def test_a_session_ended_before_anything_was_done_is_still_about_the_level_that_was_to_begin(player):
    session = RunningSession(player.ctx, player.child, QuestKind.ONE, (as_level(player.ctx, "caterpillar"),))
    before = session.present
    session.end(SessionEnding.LATER)
    assert session.level is None and session.present == before


def test_where_the_rest_waits_for_later_the_grown_up_reads_what_waits_for_a_word(player):
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, offered(player).left)
    session.begin()
    session.units = {None: 20}
    session.end_level(Outcome.FINISHED)
    session.end(SessionEnding.LATER)
    strip = SessionEnd(session).strip()
    assert strip == player.ctx.texts("end_part_waits", n=1, part=1, all=len(session.levels))
    assert "part 1 of 3" in strip and "1 exercise waits for your word" in strip


def test_ready_is_told_at_once(player):
    start(player)
    assert len(facts(player, SessionStarted)) == 1


def test_a_level_and_its_star_are_told_before_the_praise(player):
    start(player)
    player.wait_for("praise")
    assert len(facts(player, LevelPlayed)) == 1
    assert [s.why for s in facts(player, StarsAwarded)] == ["tried"]


def test_a_whole_quest_brings_one_star_more(player):
    start(player)
    player.wait_for("session_end")
    assert [s.why for s in facts(player, StarsAwarded)] == ["tried", "tried", "tried", "quest"]


def test_both_feet_are_counted_each(player):
    start(player, "caterpillar", amount=3)
    player.wait_for("session_end")
    (play,) = facts(player, LevelPlayed)
    assert (play.done_left, play.done_right) == (3, 3)


def test_two_sets_have_a_rest_between_them(player):
    start(player, "lift_ride", amount=5, sets=2)
    player.wait_for("rest")
    player.wait_for("play")
    player.wait_for("session_end")
    assert facts(player, LevelPlayed)[0].done_left == 10


def test_a_session_the_family_knows_keeps_to_its_time(player):
    """How-tos are short from the third time on, the beat is the exercise's own from the fourth; changes and feet take
    what the plan allows and half a minute more."""
    for _ in range(3):
        for name in ("lego_bricks", "caterpillar", "bear_walk"):
            start(player, name, amount=2)
            player.wait_for("session_end")
    levels = tuple(as_level(player.ctx, e) for e in ("lego_bricks", "caterpillar", "bear_walk"))
    player.scene = routes.Shoes(player.child, QuestKind.QUEST, levels)
    player.fetch()
    begun = player.clock
    player.wait_for("session_end")
    took = (player.clock - begun).total_seconds()
    assert took <= sum(level.seconds for level in levels) + 35


@pytest.mark.parametrize("programme", ["children", "prevention", "after_surgery", "grown_up"])
def test_every_exercise_of_every_programme_plays_through(programme):
    player = Player.with_family()
    catalogue = player.ctx.catalogue
    every = catalogue.programmes[programme]
    wanted = [e for e in (*every.exercises, *every.on_order) if catalogue.exercises[e].unit.value != "minutes"]
    player.scene = routes.NextLevel(
        session := RunningSession(
            player.ctx, player.child, QuestKind.QUEST,
            tuple(as_level(player.ctx, e, amount=10 if "walk" in e or e in ("river_stones", "animal_parade") else 1) for e in wanted),
        )
    )  # fmt: skip
    session.begin()
    step, waited = 0.2, 0.0
    while player.scene.name != "session_end" and waited < 3600:
        player.ctx.narrator.update(step)
        player.scene = player.scene.update(step) or player.scene
        waited += step
    assert [p.exercise for p in facts(player, LevelPlayed)] == wanted
    assert all(p.outcome is Outcome.FINISHED for p in facts(player, LevelPlayed))


# -------------------------------------------------------------------- pausing and stopping
@pytest.mark.parametrize("how", [Command.PAUSE, Command.ACTIVATE])
def test_a_pause_stands_still_and_going_on_counts_three_two_one(player, how):
    at_play(player, "bear_walk")
    player.wait(5)
    player.key(how)
    player.wait(30)
    done = player.scene.pace.units
    player.key(how)
    assert player.scene.name == "countdown"
    player.wait_for("play")
    assert player.scene.pace.units == done


def test_leaving_the_window_pauses(player):
    at_play(player, "bear_walk")
    player.leave()
    assert player.scene.is_paused


def test_a_pause_of_an_hour_keeps_the_rest_for_later(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    player.key(Command.PAUSE)
    player.scene = player.scene.update(3601) or player.scene
    assert player.scene.name == "session_end"
    assert facts(player, SessionEnded)[0].ending is SessionEnding.LATER


def forget(player: Player) -> None:
    """An hour passes on a card without anybody."""
    player.scene.quiet = LATER_AFTER
    player.wait(0.1)


def test_a_stop_card_left_for_an_hour_keeps_the_rest_for_later(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    player.key(Command.BACK)
    forget(player)
    assert player.scene.name == "session_end"
    assert facts(player, SessionEnded)[0].ending is SessionEnding.LATER


def test_faces_left_for_an_hour_are_pain_nobody_has_measured_and_the_rest_is_for_later(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    player.key(Command.HURT)
    forget(player)
    player.wait(60)
    assert player.scene.name == "ouch"
    assert [o.score for o in facts(player, OuchTold)] == [None]
    assert [p.outcome for p in facts(player, LevelPlayed)] == [Outcome.HURT]
    assert facts(player, SessionEnded)[0].ending is SessionEnding.LATER


def test_the_choice_after_a_small_ouch_left_for_an_hour_keeps_the_rest_for_later(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 2)
    forget(player)
    assert facts(player, SessionEnded)[0].ending is SessionEnding.LATER


def test_going_on_from_the_stop_card_loses_nothing(player):
    at_play(player, "bear_walk", amount=20)
    player.wait(6)
    player.key(Command.BACK)
    assert player.scene.name == "stop"
    player.key(Command.BACK)
    player.wait_for("session_end")
    assert facts(player, LevelPlayed)[0].outcome is Outcome.FINISHED


def test_stopping_keeps_what_was_done_and_its_star(player):
    at_play(player, "bear_walk", amount=20)
    player.wait(8)
    player.key(Command.BACK)
    player.tap("stop")
    (play,) = facts(player, LevelPlayed)
    assert play.outcome is Outcome.STOPPED and 7 <= play.done_left <= 9
    assert len(facts(player, StarsAwarded)) == 1
    assert facts(player, SessionEnded)[0].ending is SessionEnding.STOPPED


def test_later_leaves_the_other_levels_waiting_in_this_slot(player):
    start(player)
    player.wait_for("walk_on")
    player.key(Command.BACK)
    player.tap("later")
    now = offered(player)
    assert now.is_part and len(now.left) == 2


def test_stopped_in_the_first_exercise_the_strip_says_that_it_waits_for_a_word(player):
    start(player, "lego_bricks", "caterpillar")
    player.wait_for("play")
    while not player.scene.session.has_begun:
        player.wait(0.5)
    player.key(Command.BACK)
    player.tap("stop")
    assert player.scene.strip() == "stopped; 1 exercise waits for your word: key G"


def test_stopping_before_anything_was_done_goes_to_the_map_without_a_word(player):
    start(player)
    player.key(Command.BACK)
    assert player.scene.name == "map"
    assert facts(player, LevelPlayed) == []


def test_after_a_crash_the_part_that_waits_comes_next(player):
    start(player)
    player.wait_for("walk_on")
    player.scene = routes.Start()  # the computer went off and on again
    now = offered(player)
    assert now.is_part and [level.exercise for level in now.left] == ["caterpillar", "bear_walk"]


# -------------------------------------------------------------------- it hurts
def hurts(player: Player, score: int) -> None:
    player.key(Command.HURT)
    assert player.scene.name == "ouch"
    player.tap(f"face-{score}")


def test_no_face_is_suggested(player):
    at_play(player, "bear_walk")
    player.key(Command.HURT)
    assert player.scene.widgets and player.scene.focused is None
    player.arrow(1, 0)
    assert player.scene.focused == "face-0"


def test_pressed_by_mistake_changes_nothing(player):
    at_play(player, "bear_walk")
    player.key(Command.HURT)
    player.key(Command.BACK)
    player.wait_for("session_end")
    assert facts(player, OuchTold) == []
    assert facts(player, LevelPlayed)[0].outcome is Outcome.FINISHED


@pytest.mark.parametrize("score", [0, 2])
def test_a_small_ouch_is_told_at_once_and_belongs_to_the_play_that_goes_on_gently(player, score):
    at_play(player, "bear_walk")
    player.wait(5)
    hurts(player, score)
    assert [o.score for o in facts(player, OuchTold)] == [score]
    player.tap("gently")
    player.wait_for("session_end")
    (attempt,) = player.ctx.child(player.child).attempts.values()
    assert attempt.ouch == score and attempt.outcome is Outcome.FINISHED


def test_a_small_ouch_may_go_to_the_next_friend(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 2)
    player.tap("next")
    assert player.scene.name == "walk_on"
    (attempt,) = player.ctx.child(player.child).attempts.values()
    assert attempt.outcome is Outcome.HURT and attempt.ouch == 2


@pytest.mark.parametrize(("then", "line"), [("next", "end_one_exercise"), ("stop", "stop_kept")])
def test_a_small_ouch_is_told_once_and_nothing_rests(player, then, line):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 2)
    player.tap(then)
    player.wait_for("session_end", 900)
    assert [o.score for o in facts(player, OuchTold)] == [2]
    assert player.scene.session.rests is None
    assert player.scene.lines()[0] == line
    assert player.scene.strip() != player.ctx.texts("end_rests")


def test_much_pain_is_told_once_and_the_end_says_what_rests(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 6)
    player.tap("go on")
    player.wait_for("session_end", 900)
    assert [o.score for o in facts(player, OuchTold)] == [6]
    assert player.scene.session.rests == "bear_walk"
    assert player.scene.strip() == player.ctx.texts("end_rests")


def test_from_which_face_on_an_exercise_rests_is_the_rules_number(player):
    shipped = player.ctx.catalogue
    player.ctx.catalogue = replace(shipped, rules=replace(shipped.rules, ouch_rest=6))
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 4)
    assert player.scene.name == "ouch_next"


def test_a_small_ouch_may_stop_the_day(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 2)
    player.tap("stop")
    assert player.scene.name == "session_end"


@pytest.mark.parametrize("score", [4, 6, 8, 10])
def test_much_pain_puts_the_exercise_to_rest_and_a_person_lets_the_others_go_on(player, score):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, score)
    assert player.scene.name == "ouch_rest"
    player.tap("go on")
    player.wait_for("session_end")
    assert [p.outcome for p in facts(player, LevelPlayed)] == [Outcome.HURT, Outcome.FINISHED]
    assert len(facts(player, StarsAwarded)) >= 2  # telling earns the star of trying


def test_nobody_knows_how_much_stops_the_exercise_too(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    player.key(Command.HURT)
    player.tap("unknown")
    assert player.scene.name == "ouch_rest"
    assert facts(player, OuchTold)[0].score is None


def test_a_second_painful_day_ends_the_session(player):
    at_play(player, "bear_walk", "caterpillar")
    player.wait(5)
    hurts(player, 6)
    player.next_day()
    at_play(player, "lego_bricks", "caterpillar")
    player.wait(5)
    hurts(player, 4)
    assert player.scene.name == "session_end"
    assert facts(player, SessionEnded)[-1].ending is SessionEnding.HURT


def test_the_youngest_get_a_hug_and_the_faces_are_the_grown_ups():
    player = Player.with_family(age=AgeBand.THREE_FOUR.value)
    at_play(player, "bear_walk")
    player.key(Command.HURT)
    assert "grown_up_call" in player.scene.lines()


# -------------------------------------------------------------------- pieces by press
def test_pieces_follow_the_presses(player):
    at_play(player, "lego_bricks", amount=3)
    for _ in range(2):
        player.wait(0.6)
        player.key(Command.MORE)
    player.wait(10)
    assert player.scene.pace.units == 2
    player.tap("tray")
    assert player.scene.pace.units == 3


def test_a_walk_has_no_tray_to_press(player):
    at_play(player, "bear_walk")
    assert all(w.name != "tray" for w in player.scene.widgets)


def test_a_shortcut_leaves_the_ring_on_the_big_button(player):
    at_play(player, "lego_bricks")
    player.key(Command.MORE, "n")
    assert player.scene.pace.units == 1 and player.scene.focused == "big"
    player.key(Command.ACTIVATE, " ")
    assert player.scene.is_paused


def test_the_right_way_stands_alone_until_the_mistake_comes(player):
    start(player, "bear_walk")
    intro = player.scene
    x, y = player.ctx.pictures.view.pixel(*WRONG)
    while intro.t < intro._mistake_at - SLIDE:
        player.wait(0.1)
        seen = player.draw().get_at((round(x), round(y)))[:3] if intro.shows_card else PANEL_RGB
    assert seen == PANEL_RGB
    player.wait(SLIDE + 0.2)
    assert player.draw().get_at((round(x), round(y)))[:3] != PANEL_RGB


@pytest.mark.parametrize("exercise", ["ribbon_snack", "starfish_toes", "mermaid_tail", "magic_toe"])
def test_a_mistake_stays_at_the_pose_that_tells_it_while_the_voice_goes_on(player, exercise: str):
    """Where it stopped after a second and a half a heel that had come up was on the floor again."""
    start(player, exercise)
    intro = player.scene
    while intro.t < intro._mistake_at + 2.6:
        player.wait(0.1)
    puppet, half = intro._wrong.puppet, HOW_TO_RADIUS / 2
    shown = []
    for seconds in (0.0, 0.3, 0.3):
        player.wait(seconds)
        shown.append(cut_out(player, WRONG, half))
    assert shown[0] == shown[1] == shown[2], "it stands still"
    assert intro.t < intro.seconds
    told = puppet.at(key_phases(puppet.rig, puppet.clip)[0])
    assert intro._wrong_frame(intro._wrong) is told


def cut_out(player, middle: tuple[float, float], half: float) -> bytes:
    """What is seen about a point."""
    box = player.ctx.pictures.view.rect(Box.around(*middle, 2 * half))
    return pygame.image.tobytes(player.draw().subsurface(box), "RGB")


def test_the_friends_head_lies_over_no_window_of_a_how_to(player):
    """Above a body that a window cuts off at the neck it was taken for that body's."""
    start(player, "bear_walk")
    intro, seen = player.scene, set()
    while player.scene is intro and intro.t < intro.seconds - 0.2:
        player.wait(0.1)
        if intro.shows_card:
            windows = [ALONE[0] + (RIGHT[0] - ALONE[0]) * intro._aside]
            windows += [WRONG[0]] * (intro.t >= intro._mistake_at)
            x, y = HEAD.centre[0] + intro.head_dx, HEAD.centre[1]
            assert min(math.dist((x, y), (middle, ALONE[1])) for middle in windows) >= HOW_TO_RADIUS + 14 + 65
            seen.add(len(windows))
    assert seen == {1, 2}


@pytest.mark.parametrize(
    ("heard", "right", "wrong"), [(0, "stones_walk", "wrong_stones"), (1, "rope_walk", "wrong_rope")]
)
def test_the_mistake_of_a_how_to_shows_the_same_thing_as_the_right_way_beside_it(player, heard, right, wrong):
    """Beside the rope stones were seen to be crossed out."""
    start(player, "river_stones", amount=10)
    session = player.scene.session
    session.heard = heard  # as on the day after
    shown = Intro(session)
    assert (shown._right.puppet.clip, shown._wrong.puppet.clip) == (right, wrong)


# -------------------------------------------------------------------- the ways to play
def test_two_minutes_and_one_exercise_end_in_their_own_words(player):
    for kind, line in ((QuestKind.TWO_MINUTES, "end_two_minutes"), (QuestKind.ONE, "end_one_exercise")):
        levels = (as_level(player.ctx, "bear_walk", amount=10),)
        player.scene = routes.Shoes(player.child, kind, levels)
        player.fetch()
        player.wait_for("session_end")
        assert player.scene.lines()[0] == line


def test_the_evening_has_no_music_and_a_sleepy_end(player):
    player.at(date(2026, 1, 5), 18)
    at_play(player, "bear_walk", amount=10)
    assert player.ctx.music.playing is None
    player.scene.session.kind = QuestKind.QUEST
    player.wait_for("session_end")
    assert player.scene.session.slot is Slot.EVENING and player.scene.lines()[0] == "sleepy_end"


def test_a_session_that_runs_over_four_in_the_morning_stays_in_its_day(player):
    player.at(date(2026, 1, 6), 3, 59)
    start(player, "bear_walk", "caterpillar", amount=30)
    player.wait_for("session_end")
    plays = [e for e in player.ctx.child(player.child).events if isinstance(e.fact, LevelPlayed)]
    assert plays[-1].day == date(2026, 1, 6)  # told after four
    assert [e.fact.on for e in plays] == [date(2026, 1, 5)] * 2


def test_a_baby_in_the_house_sees_large_things_only(player):
    player.record(SettingChosen("baby", "on"))
    levels = (as_level(player.ctx, "lego_bricks"),)
    player.scene = routes.Shoes(player.child, QuestKind.QUEST, levels)
    assert player.scene.shown("small") == "socks"
    assert all(w.name != "swap-small" for w in player.scene.widgets)
    player.tap("big")
    player.fetch()
    player.wait_for("play")
    assert [c.clip for c in player.scene.show_.clips] == ["hanky"]


def at_shoes(player: Player, exercise: str) -> None:
    levels = (as_level(player.ctx, exercise),)
    player.scene = routes.Shoes(player.child, QuestKind.QUEST, levels)


def test_with_a_baby_in_the_house_the_voice_asks_for_what_is_taken_instead(player):
    player.record(SettingChosen("baby", "on"))
    at_shoes(player, "lego_bricks")
    assert "swap_small" in player.scene.lines() and "things_small" not in player.scene.lines()
    assert player.scene.widget("thing-small").voice == "swap_small"


def test_a_swap_without_a_line_of_its_own_is_not_silent(player):
    at_shoes(player, "ribbon_snack")
    player.tap("swap-ribbon")
    assert player.scene.shown("ribbon") != "ribbon"
    assert player.ctx.narrator.knows(player.scene.widget("thing-ribbon").voice)


def test_something_else_will_do_for_a_thing(player):
    player.scene = routes.Shoes(player.child, QuestKind.QUEST, (as_level(player.ctx, "hedgehog_roll"),))
    player.tap("swap-ball")
    assert player.scene.shown("ball") == "socks"
    player.fetch()
    assert player.scene.session.swapped == {"ball"}


def test_with_a_word_after_each_one_the_gate_comes_after_the_praise(player):
    player.record(SettingChosen("confirm_when", "each"))
    start(player, "bear_walk", "caterpillar", amount=10)
    player.wait_for("praise")
    player.wait(5)
    assert player.scene.name == "gate"


def test_the_strip_at_the_end_leads_to_the_grown_ups_word(player):
    start(player, "bear_walk", amount=10)
    player.wait_for("session_end")
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait(1)
    assert player.scene.name == "confirm"
    assert len(waiting(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)) == 1


def test_the_mistake_is_told_once_in_a_session(player):
    start(player, "bear_walk", "caterpillar", amount=10)
    said = []
    while player.scene.name != "session_end":
        player.wait(0.1)
        said += [s for s in player.ctx.narrator.said[-1:] if not said or said[-1] != s]
    assert [s for s in said if s.endswith("_mistake")] == ["bear_walk_mistake"]


def test_the_bear_walks_mistake_is_not_shown_beside_the_duckling(player):
    start(player, "bear_walk", "duckling_walk")
    assert player.scene.mistake is None


def test_the_third_how_to_is_short(player):
    for _ in range(2):
        start(player, "bear_walk", amount=10)
        player.wait_for("session_end")
    start(player, "bear_walk", amount=10)
    player.wait_for("countdown", most=6)


def test_a_rest_between_sets_is_never_cut_short_below_half_a_minute(player):
    start(player, "lift_ride", amount=2, sets=2)
    player.wait_for("rest")
    player.wait(5)
    player.tap("big")
    assert player.scene.name == "rest"
    player.wait(20)
    assert player.scene.name == "rest"
    player.wait(6)
    assert player.scene.name == "countdown"


def test_a_family_that_plays_without_rests_counts_in_to_the_next_set_at_once(player):
    player.record(SettingChosen("no_rest", "on"))
    start(player, "lift_ride", amount=2, sets=2)
    player.wait_for("play")
    seen = []
    while player.scene.name != "session_end":
        if player.scene.name not in seen[-1:]:
            seen.append(player.scene.name)
        player.wait(0.25)
    assert seen[:3] == ["play", "countdown", "play"]
    assert "rest" not in seen
    assert facts(player, LevelPlayed)[0].done_left == 4


# -------------------------------------------------------------------- pictures
def test_words_are_shown_where_the_voice_is_turned_off():
    player = Player.with_family(mute=False)
    at_play(player, "bear_walk")
    player.wait(0.2)
    assert not player.scene.has_words
    player.record(SettingChosen("voice", "0"))
    assert player.scene.has_words
    player.game.close()


def test_words_are_shown_where_there_is_no_sound(player):
    at_play(player, "bear_walk")
    player.wait(0.2)
    assert player.scene.shows_words


def test_every_screen_of_a_session_keeps_the_rules_of_targets_and_text(player):
    start(player, "lego_bricks", amount=1)
    seen = set()
    while player.scene.name != "session_end":
        player.wait(0.5)
        if player.scene.name not in seen:
            seen.add(player.scene.name)
            player.draw()
            assert player.scene.problems == [] and check_layout(player.scene.widgets) == []
    assert {"intro", "countdown", "play", "other_foot", "praise"} <= seen


def test_calm_pictures_show_key_poses_and_stand_still_behind(player):
    player.record(SettingChosen("calm", "on"))
    at_play(player, "bear_walk")
    player.wait(5)
    player.draw()
    assert not player.scene.passes


def test_another_window_size_in_the_middle_of_the_work(player):
    at_play(player, "lift_ride", amount=5)
    player.wait(4)
    player.key(Command.HURT)  # a card lies over the work while the window changes
    player.resize((1024, 768))
    player.key(Command.BACK)
    player.wait(1)
    player.draw()
    player.wait_for("play")
    player.wait(0.1)
    player.draw()
    assert player.scene.show_.views[0].k == player.ctx.art.k
    assert player.scene.show_.lens.ground.get_width() == round(2 * 172 * player.ctx.pictures.k)


# -------------------------------------------------------------------- the window and the pad come and go by themselves
def test_what_jumps_up_over_the_window_for_a_moment_leaves_a_hands_free_session_running(player):
    at_play(player, "bear_walk")
    done = player.scene.pace.units
    player.leave()
    player.wait(3)
    assert player.scene.is_paused and player.scene.pace.units == done
    player.come_back()
    assert player.scene.name == "countdown", "three, two, one comes again"
    player.wait_for("session_end")
    assert [p.outcome for p in facts(player, LevelPlayed)] == [Outcome.FINISHED]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_how_to_has_few_words_below_right_and_wrong_and_the_caption_below_them(language: str):
    words = Texts(language)
    for exercise in read_shipped().exercises.values():
        right, wrong = f"howto_{exercise.id}_right", f"howto_{exercise.id}_not"
        assert words.has(right) and words.has(wrong) is (exercise.demonstration.mistake is not None)
        said = [words(key) for key in (right, wrong) if words.has(key)]
        assert all(len(line.split()) <= 3 and len(line) <= 18 for line in said), said
    assert SAID_Y + SAID / 2 <= CAPTION.y < CAPTION.bottom <= 716


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("exercise", ["giraffe_walk", "penguin_walk", "animal_parade", "duckling_walk", "bear_walk"])
def test_whatever_is_said_has_room_beside_hands_that_are_raised(player, exercise: str, language: str):
    """A giraffe's "how", written at play, hung out of its paper by a line."""
    player.ctx.speak(language)
    at_play(player, exercise)
    spoken = [
        line
        for line in list(Texts("en", SPOKEN).keys())
        if line.startswith(f"{exercise}_") and not line.endswith("_name")
    ]
    assert len(spoken) > 5
    for line in spoken:
        player.ctx.narrator.stop()
        player.ctx.say(line)
        player.draw()
        assert player.scene.has_words
        assert player.scene.problems == [], line


@pytest.mark.parametrize("screen", ["intro", "countdown", "play", "rest", "other_foot"])
def test_every_screen_of_a_session_goes_on_by_itself_after_a_moment(player, screen):
    start(player, "caterpillar", sets=2)
    player.wait_for(screen)
    player.leave()
    player.wait(2)
    assert player.scene.is_paused
    player.come_back()
    assert not player.scene.is_paused
    player.wait_for("session_end")


def test_a_window_that_stays_left_says_aloud_that_everything_has_stopped(player):
    at_play(player, "bear_walk")
    player.leave()
    player.wait(5)
    assert "pause_left" not in player.ctx.narrator.said
    player.wait(2)
    assert player.ctx.narrator.said[-1] == "pause_left"
    player.come_back()
    player.wait(30)
    assert player.scene.name == "play" and player.scene.is_paused, "somebody has been away: a press goes on"
    player.key(Command.ACTIVATE)
    player.wait_for("session_end")


def test_somebody_who_pressed_meanwhile_has_the_last_word(player):
    at_play(player, "bear_walk")
    player.leave()
    player.key(Command.AGAIN)
    player.come_back()
    player.wait(30)
    assert player.scene.is_paused


def test_a_pause_somebody_made_is_not_ended_by_the_window(player):
    at_play(player, "bear_walk")
    player.key(Command.PAUSE)
    player.leave()
    player.come_back()
    player.wait(30)
    assert player.scene.is_paused


@pytest.mark.parametrize("used_before", [None, 200])
def test_a_pad_that_lay_about_and_switches_itself_off_pauses_nothing(player, used_before):
    """Never used, or only to begin: pads go off by themselves after ten minutes."""
    start(player, "bear_walk", sets=2)
    if used_before:
        player.pad(3)
        player.clock += timedelta(seconds=used_before)
    player.wait_for("play")
    player.lose_pad()
    assert not player.scene.is_paused
    player.wait_for("session_end")


def test_a_pad_that_drops_out_in_the_hand_pauses_and_says_so(player):
    at_play(player, "bear_walk")
    player.pad(3)
    player.lose_pad()
    assert player.scene.is_paused
    player.wait(7)
    assert player.ctx.narrator.said[-1] == "pause_left"


def test_a_pad_that_is_back_in_a_moment_goes_on(player):
    at_play(player, "bear_walk")
    player.pad(3)
    player.lose_pad()
    player.leave()
    player.give(PadHere())
    assert player.scene.is_paused, "the window is still left"
    player.come_back()
    assert not player.scene.is_paused


def test_a_computer_that_slept_finds_play_paused_and_says_so(player):
    at_play(player, "bear_walk")
    player.leave()  # as the screen was locked
    player.give(Slept())
    player.come_back()
    assert player.scene.is_paused and player.ctx.narrator.said[-1] == "pause_on"
    player.wait(30)
    assert player.scene.is_paused
    player.key(Command.ACTIVATE)
    player.wait_for("session_end")


@pytest.mark.parametrize("is_right", [True, False])
def test_tick_and_cross_of_a_how_to_have_their_whole_shadow_within_their_box(player, is_right):
    """The tick's was cut off straight, over the words below it."""
    page = pygame.Surface(player.ctx.pictures.view.size)
    page.fill(PANEL_RGB)
    paint_mark(Paper(page, player.ctx.pictures), ALONE, is_right)
    page.fill(PANEL_RGB, player.ctx.pictures.view.rect(MARK))
    assert pygame.image.tobytes(page, "RGB") == bytes(PANEL_RGB) * (page.get_width() * page.get_height())


# -------------------------------------------------------------------- asked beside the loop
@pytest.mark.parametrize("exercise", ["caterpillar", "bear_walk", "lego_bricks"])
def test_what_a_how_to_foresees_may_be_asked_for_after_its_session_is_over(player, exercise):
    """The baker asks when it comes to it, and by then the child may be at the camp."""
    start(player, exercise, amount=2)
    how_to = player.scene
    foreseen = how_to.upcoming()
    player.wait_for("session_end")
    assert [view.clip for view in foreseen]


def test_the_last_stretch_stays_the_present_one_when_all_levels_are_over(player):
    start(player, "caterpillar", amount=2)
    session = player.scene.session
    stretches = session.stretches
    assert len(stretches) > 1
    player.wait_for("session_end")
    assert session.level is None and session.stretch == stretches[-1]
