"""Two at once: each its own exercises at its own dose, one voice, and what is earned is earned by each alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.core.content import Foot, Slot
from game.core.events import (
    DoneTogether,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
)
from game.core.rules.today import Doing, today
from game.core.session.pacing import beat
from game.core.session.shared_picture import THINGS, done_together
from game.data.files.paths import JOURNAL
from game.scenes import routes
from game.scenes.home.heads_screen import MIDDLE
from game.scenes.session.session import RunningSession, as_level
from game.scenes.together.choose_together import ChooseTogether
from game.scenes.together.company import Company
from game.scenes.together.jar import MOUTH
from game.scenes.together.not_now import card_box, paint_not_now
from game.scenes.together.picture import present
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import ZONE, Player
from tests.scenes.rooms import Ear, complaints
from tests.scenes.together.two import at_work, company, earned, enter, family, plays, skip_to, together, told_of
from tests.told import played

TAIL = (("mermaid_tail", 1, 5),)
LONGER_TAIL = (("mermaid_tail", 1, 8),)
TWO_EACH = (("mermaid_tail", 1, 5), ("bear_walk", 1, 20))


def begun(player: Player) -> None:
    """From who is playing to the first how-to, by three presses."""
    player.tap("together")
    player.tap("big")
    player.fetch()


# ---------------------------------------------------------------- how it starts
def test_without_a_second_profile_nobody_is_asked_who_walks_together(player: Player) -> None:
    assert "together" not in [w.name for w in player.scene.widgets]


def test_three_presses_begin_and_then_nobody_has_to_press_anything() -> None:
    player, anna, mum = family()
    begun(player)
    player.wait_for("together_end", 1800)
    assert {f.ending for c in (anna, mum) for f in told_of(player, c, SessionEnded)} == {SessionEnding.WHOLE}
    assert all(p.outcome is Outcome.FINISHED for c in (anna, mum) for p in plays(player, c))


def test_the_things_of_both_are_fetched() -> None:
    player, anna, mum = family()
    player.tap("together")
    player.tap("big")
    assert {"small", "box", "chair"} <= set(player.scene.things)


def test_who_has_nothing_to_play_cannot_be_chosen() -> None:
    player, anna, mum = family()
    third = player.add_child("Ben", "5-6", "children", "otto")
    player.scene = routes.Together()
    assert player.scene.chosen == []
    begin_alone(player, anna)
    player.scene = routes.Together()
    assert player.scene.chosen == [mum, third]  # there are just two: they are chosen
    player.tap(anna)
    assert player.scene.chosen == [mum, third] and player.ctx.narrator.is_speaking


def pressed_by_keys(player: Player, child: str) -> ChooseTogether:
    """The page of who walks together, after Enter on that child's head."""
    player.focus(child)
    player.key(Command.ACTIVATE)
    scene = player.scene
    assert isinstance(scene, ChooseTogether) and complaints(scene) == []
    return scene


def middle_of(player: Player, child: str) -> bytes:
    """The picture of a head's window below the face, as it is seen; no ring is about it."""
    scene = player.scene
    assert isinstance(scene, ChooseTogether)
    scene.shows_focus = False
    for _ in range(2):
        picture = player.draw()
    view, x = player.ctx.pictures.view, next(x for c, x in scene.spots() if c.id == child)
    return pygame.image.tobytes(picture.subsurface(view.rect(card_box(x, MIDDLE, scene.radius).grown(-12))), "RGB")


@pytest.mark.parametrize(
    ("slot", "hour", "said"),
    [
        (Slot.MORNING, 8, ("map_morning_done", "map_evening_later")),
        (Slot.EVENING, 18, ("map_all_done",)),
    ],
)
def test_whose_walk_is_done_is_told_and_shown_when_it_comes_again(slot: Slot, hour: int, said: tuple[str, ...]) -> None:
    player, anna, mum = family(start=datetime(2026, 1, 5, hour, tzinfo=ZONE))
    player.add_child("Ben", "5-6", "children", "otto")
    player.record(SettingChosen("calm", "on"))
    begin_alone(player, anna)
    player.scene = routes.Together()
    assert player.ctx.slot is slot
    awake = middle_of(player, anna)
    scene = pressed_by_keys(player, anna)
    assert scene.told == anna and anna not in scene.chosen
    assert said[0] in player.ctx.narrator.said and scene.lines() == said
    assert middle_of(player, anna) != awake
    player.key(Command.AGAIN)
    assert scene.told == anna and player.ctx.narrator.said[-1] == said[0]
    pressed_by_keys(player, mum)
    assert scene.told is None and middle_of(player, anna) == awake


def test_who_walked_just_now_is_told_from_when_the_next_walk_is_open() -> None:
    player, anna, mum = family()
    begin_alone(player, anna)
    player.ctx.slot_chosen = Slot.EVENING
    player.scene = ChooseTogether(player.ctx)
    player.wait(0.5)
    scene = pressed_by_keys(player, anna)
    now = scene.today[anna]
    assert now.doing is Doing.TOO_SOON and now.opens is not None
    assert player.ctx.narrator.said[-1] == "map_too_soon"
    paper = Ear(player.ctx)
    paint_not_now(paper, card_box(640, MIDDLE, 124), player.ctx.texts, now, player.ctx.child(anna))
    assert paper.heard == [player.ctx.texts("map_open_from", time=now.opens.time())]


def test_where_only_one_can_walk_the_page_begins_with_why_the_other_cannot() -> None:
    player, anna, mum = family()
    begin_alone(player, anna)
    player.scene = routes.Together()
    player.wait(0.5)
    scene = player.scene
    assert isinstance(scene, ChooseTogether) and scene.told == anna and scene.chosen == []
    assert player.ctx.narrator.said[-1] == "map_morning_done"


def test_who_waits_for_a_doctor_is_told_what_its_own_map_says_and_not_that_it_is_a_rest_day() -> None:
    player, anna, mum = family()
    player.add_child("Ben", "5-6", "children", "otto")
    player.record(SignsTicked(("limp",)), child=anna)
    player.scene = routes.Together()
    scene = pressed_by_keys(player, anna)
    assert scene.lines() == ("ouch_programme_rests",)
    enter(player, anna)
    assert player.scene.lines() == ("ouch_programme_rests",)


def test_a_third_one_can_only_play_in_turn_and_a_second_press_takes_back() -> None:
    player, anna, mum = family()
    third = player.add_child("Ben", "5-6", "children", "otto")
    player.scene = routes.Together()
    for child in (third, anna, mum):
        player.tap(child)
    names = {w.name for w in player.scene.widgets}
    assert player.scene.chosen == [third, anna, mum] and "turns" in names and "big" not in names
    player.tap(anna)
    assert player.scene.chosen == [third, mum] and "big" in {w.name for w in player.scene.widgets}


def begin_alone(player: Player, child: str) -> None:
    """That one plays all of its quest, alone."""
    now = today(player.ctx.catalogue, player.ctx.child(child), player.ctx.now(), player.ctx.slot)
    enter(player, child)
    player.tap("big")
    player.fetch()
    player.wait_for("session_end", 1800)
    assert now.doing is Doing.READY


def test_by_keys_alone_two_begin_play_and_end() -> None:
    player, anna, mum = family()
    player.focus("together")
    player.key()
    player.wait(0.5)
    assert player.scene.name == "together" and complaints(player.scene) == [] and player.scene.focused == "big"
    player.key()
    while player.scene.name == "shoes":
        player.key()
    player.wait_for("together_end", 1800)
    player.key()
    assert player.scene.name == "who"


def test_one_button_is_enough_for_two() -> None:
    player, anna, mum = family()
    player.record(SettingChosen("one_button", "on"), SettingChosen("scan_tenths", "10"))
    for screen, wanted in (("who", "together"), ("together", "big"), ("shoes", "big")):
        assert player.scene.name == screen
        while player.scene.name == screen:
            for _ in range(400):
                if player.scene.focused == wanted:
                    break
                player.wait(0.25)
            player.key(None, " ")
    assert player.scene.name == "intro"
    player.wait_for("play_together")
    ring = set()
    for _ in range(400):
        player.wait(0.1)
        ring.add(player.scene.focused)
    assert {"hurt", "stop"} <= ring


# ---------------------------------------------------------------- each alone
@pytest.mark.parametrize("beside", ["grown_up", "children", "prevention"])
def test_what_is_played_and_won_is_what_playing_alone_would_have_told(beside: str) -> None:
    player, first, second = family(beside)
    begun(player)
    player.wait_for("together_end", 2400)
    for nth, child in enumerate((first, second)):
        alone, *children = family(beside)
        begin_alone(alone, children[nth])
        assert earned(player, child) == earned(alone, child)


def test_a_grown_up_wins_no_star_and_the_childs_are_her_own() -> None:
    player, anna, mum = family()
    begun(player)
    player.wait_for("together_end", 1800)
    assert player.ctx.child(mum).stars == 0 and told_of(player, mum, StarsAwarded) == []
    assert player.ctx.child(anna).stars == 4


def test_each_exercise_done_together_is_counted_once_and_pays_nothing() -> None:
    player, anna, mum = family()
    both = company(player, TWO_EACH, (*TWO_EACH, ("starfish_toes", 1, 5)))
    skip_to(player, "together_end")
    attempts = {p.attempt for c in (anna, mum) for p in plays(player, c)}
    pairs = [{f.attempt, f.beside} for f in together(player)]
    assert len(pairs) == 2 == len(both.stars) == done_together(player.ctx.family)
    assert all(pair <= attempts for pair in pairs) and len(set.union(*pairs)) == 4


# ---------------------------------------------------------------- one count, two doses
def test_who_is_done_is_told_of_at_once_and_waits_for_the_longer_dose() -> None:
    player, anna, mum = family()
    both = at_work(player, TAIL, LONGER_TAIL)
    while not plays(player, anna):
        player.wait(0.1)
    assert player.scene.name == "play_together" and not plays(player, mum)
    assert both.sessions[1].has_begun
    player.wait_for("star_for_the_jar")
    assert plays(player, mum)[0].done_left == 8


def test_one_voice_counts_to_the_longer_dose() -> None:
    player, anna, mum = family()
    at_work(player, TAIL, LONGER_TAIL)
    numbers: list[int] = []
    while player.scene.name == "play_together":
        speaker = player.scene._speaker
        if speaker and speaker.number and (not numbers or numbers[-1] != speaker.number):
            numbers.append(speaker.number)
        player.wait(0.1)
    assert numbers == list(range(1, 9))


def test_both_count_by_the_slower_beat() -> None:
    player, anna, mum = family()
    at_work(player, (("lego_bricks", 1, 3),), (("starfish_toes", 1, 5),))
    pieces, reps = (beat(player.ctx.catalogue.exercises[e], 0) for e in ("lego_bricks", "starfish_toes"))
    assert pieces > reps and {worker.pace.beat for worker in player.scene.workers} == {pieces}


def test_seconds_and_pieces_stand_side_by_side() -> None:
    player, anna, mum = family()
    at_work(player, (("bear_walk", 1, 20),), (("treasure_sort", 1, 3),))
    player.wait_for("star_for_the_jar", 900)
    (walk,), (sort,) = plays(player, anna), plays(player, mum)
    assert (walk.done_left, walk.done_right) == (20, 0) and (sort.done_left, sort.done_right) == (3, 3)


def test_the_rest_is_the_longer_of_the_two() -> None:
    player, anna, mum = family()
    at_work(player, (("mermaid_tail", 2, 5),), (("caterpillar", 1, 3),))
    player.wait_for("rest")
    assert player.scene.seconds == player.ctx.settings.rest_seconds
    player.wait_for("play_together")
    assert [w.stretch.foot and w.stretch.foot.value for w in player.scene.workers] == [None, "right"]
    assert [w.stretch.n for w in player.scene.workers] == [2, 1]


def test_another_foot_of_one_alone_is_shown_to_that_one() -> None:
    player, anna, mum = family()
    at_work(player, TAIL, (("caterpillar", 1, 3),))
    player.wait_for("other_feet")
    assert [half.foot and half.foot.value for half in player.scene.halves] == [None, "right"]
    player.wait_for("star_for_the_jar")


def test_whoever_has_more_exercises_goes_on_alone_and_the_other_ones_session_is_whole() -> None:
    player, anna, mum = family()
    company(player, TAIL, (*TAIL, ("starfish_toes", 1, 5)))
    skip_to(player, "play")
    assert [f.ending for f in told_of(player, anna, SessionEnded)] == [SessionEnding.WHOLE]
    assert player.scene.session.child_id == mum
    player.wait_for("together_end", 900)


def test_one_more_counts_for_both_by_the_key_and_for_one_by_the_tray() -> None:
    player, anna, mum = family()
    both = at_work(player, LONGER_TAIL, LONGER_TAIL)
    player.key(Command.MORE)
    assert [worker.pace.units for worker in player.scene.workers] == [1, 1]
    player.wait(1)
    player.tap("tray-1")
    assert [worker.pace.units for worker in player.scene.workers] == [1, 2]
    assert check_layout(player.scene.widgets) == [] and both.is_at_work


def test_a_foot_ordered_alone_is_played_and_called_alone() -> None:
    player, anna, mum = family()
    levels = [replace(as_level(player.ctx, "caterpillar", 1, 3), foot=foot) for foot in (Foot.RIGHT, None)]
    sessions = [RunningSession(player.ctx, c, QuestKind.QUEST, (level,)) for c, level in zip((anna, mum), levels)]
    both = Company(sessions[0], sessions[1])
    both.begin()
    player.scene = routes.NextRow(both)
    skip_to(player, "countdown_together")
    assert player.scene._in_place() == ("friend_kva", "play_chair", "play_now_right", "friend_fay", "play_chair")
    player.wait_for("star_for_the_jar", 900)
    (one,), (two,) = plays(player, anna), plays(player, mum)
    assert (one.foot, one.done_left, one.done_right) == (Foot.RIGHT, 0, 3)
    assert (two.foot, two.done_left, two.done_right) == (None, 3, 3)


def test_in_the_evening_both_are_told_that_their_feet_may_sleep() -> None:
    player, anna, mum = family(start=datetime(2026, 1, 5, 19, 0, tzinfo=ZONE))
    company(player, TAIL, LONGER_TAIL)
    skip_to(player, "together_end")
    assert player.scene.lines() == ("together_end", "sleepy_end", "grown_up_call")
    assert player.scene.landed == player.scene.poured == 1  # nothing flies


def test_a_jar_that_was_poured_into_the_picture_is_no_empty_glass() -> None:
    player, anna, mum = family()
    company(player, TAIL, LONGER_TAIL)
    skip_to(player, "together_end")
    place = player.ctx.pictures.view.pixel(MOUTH[0], MOUTH[1] - 12)
    lid = player.draw().get_at((round(place[0]), round(place[1])))
    assert player.scene.landed == 0 and lid.r > 200 and lid.g < 130
    player.wait(10)
    path = player.draw().get_at((round(place[0]), round(place[1])))
    assert player.scene.landed == player.scene.poured == 1 and path.g > 130


def test_the_full_picture_is_told_and_the_next_star_begins_another() -> None:
    player, anna, mum = family()
    for n in range(THINGS - 1):
        attempt = played(player, "bear_walk")
        player.record(DoneTogether(attempt, f"other-{n}"), child=anna)
    company(player, TAIL, TAIL)
    skip_to(player, "together_end")
    assert "together_full" in player.scene.lines() and present(player.ctx).things == THINGS
    attempt = played(player, "bear_walk")
    player.record(DoneTogether(attempt, "one more"), child=anna)
    assert (present(player.ctx).full, present(player.ctx).things) == (1, 1)


# ---------------------------------------------------------------- breaks
def test_a_pause_holds_both_and_three_two_one_comes_again() -> None:
    player, anna, mum = family()
    at_work(player, TAIL, LONGER_TAIL)
    player.wait(9)
    units = [w.pace.units for w in player.scene.workers]
    player.key(Command.PAUSE)
    player.wait(30)
    assert [w.pace.units for w in player.scene.workers] == units
    player.key(Command.PAUSE)
    assert player.scene.name == "countdown_together"
    player.wait_for("play_together")
    assert [w.pace.units for w in player.scene.workers] == units


def test_an_hour_of_pause_keeps_the_rest_of_both_for_later() -> None:
    player, anna, mum = family()
    at_work(player, TWO_EACH, TWO_EACH)
    player.wait(9)
    player.key(Command.PAUSE)
    player.scene.paused_for = 3600
    player.wait(0.2)
    assert player.scene.name == "together_end"
    assert {f.ending for c in (anna, mum) for f in told_of(player, c, SessionEnded)} == {SessionEnding.LATER}


def test_stop_before_anything_was_done_leads_back_and_everything_waits() -> None:
    player, anna, mum = family()
    company(player, TAIL, TAIL)
    player.key(Command.BACK)
    assert player.scene.name == "who" and not plays(player, anna) and not plays(player, mum)
    assert today(player.ctx.catalogue, player.ctx.child(anna), player.ctx.now(), Slot.MORNING).doing is Doing.READY


def test_a_kill_in_the_middle_leaves_each_its_own_facts_and_nothing_twice(tmp_path: Path) -> None:
    home, after = tmp_path / "home", tmp_path / "after"
    home.mkdir()
    player, anna, mum = family(data=home)
    at_work(player, TWO_EACH, (("mermaid_tail", 1, 8), ("bear_walk", 1, 20)))
    while not plays(player, anna):
        player.wait(0.1)
    after.mkdir()
    shutil.copy(home / JOURNAL, after / JOURNAL)  # what a kill leaves
    again = Player(player.clock, data=after)
    assert len(plays(again, anna)) == 1 and plays(again, mum) == [] and together(again) == []
    assert again.ctx.child(anna).stars == 1
    now = today(again.ctx.catalogue, again.ctx.child(mum), again.ctx.now(), Slot.MORNING)
    assert now.doing is Doing.READY and len({p.attempt for p in plays(again, anna)}) == 1
    again.game.close()
    player.game.close()


def test_a_play_and_that_it_was_together_are_told_in_one_breath(tmp_path: Path) -> None:
    player, anna, mum = family(data=tmp_path)
    at_work(player, TAIL, TAIL)
    player.wait_for("star_for_the_jar")
    rows = [row.kind for row in player.game.journal.rows()]
    at = rows.index("done_together")
    assert rows[at - 1] == "level_played"
    player.game.close()


def test_the_grown_ups_word_after_each_row_is_asked_for_both_at_once() -> None:
    player, anna, mum = family()
    player.record(SettingChosen("confirm_when", "each"))
    company(player, TWO_EACH, TWO_EACH)
    skip_to(player, "gate")
    player.keys("2580")
    player.wait(0.5)
    assert player.scene.name == "confirm" and len(player.scene.words.ids) == 2
    player.keys("11")
    player.wait_for("reward", 5)
    player.wait_for("walk_on", 60)


@pytest.mark.parametrize("setting", [("calm", "on"), ("contrast", "on"), ("text_size", "150")])
def test_the_work_of_two_is_drawn_as_the_family_sees_it(setting: tuple[str, str]) -> None:
    player, anna, mum = family()
    player.record(SettingChosen(*setting))
    player.game.apply_settings()
    at_work(player, (("bear_walk", 1, 20),), (("treasure_sort", 1, 3),))
    player.wait(6)
    player.draw()
    assert player.scene.problems == []
    player.wait_for("star_for_the_jar", 900)
    player.draw()
    assert player.scene.problems == []


def test_nothing_is_too_small_too_near_or_cut_off() -> None:
    player, anna, mum = family()
    player.tap("together")
    assert complaints(player.scene) == []
    company(player, TAIL, LONGER_TAIL)
    skip_to(player, "together_end")
    assert complaints(player.scene) == []
