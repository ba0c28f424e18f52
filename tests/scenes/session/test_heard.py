"""A month of one child's ears: what is said, by day and session, and that no day sounds like the day before."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from game.core.content import Slot, Unit
from game.core.events import LevelPlayed, Outcome, QuestKind, SessionEnding, SessionStarted
from game.core.rules.today import today
from game.core.session.heard import TRYING
from game.scenes import flow, routes
from game.scenes.session.between import PraiseScreen, introduction
from game.scenes.session.intro import Intro
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.session.test_session import at_play, start
from tests.told import facts

MONDAY = date(2026, 1, 5)


class Ears:
    """What is heard on each day, without waiting for it: every screen is made as the session makes it."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.praise: defaultdict[date, list[str]] = defaultdict(list)
        self.cues: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        self.hellos: list[tuple[date, str]] = []
        self.helpers: list[tuple[date, str]] = []

    def session(self, day: date, slot: Slot) -> None:
        player, ctx = self.player, self.player.ctx
        player.at(day, 8 if slot is Slot.MORNING else 18)
        levels = today(ctx.catalogue, ctx.child(player.child), ctx.now(), ctx.slot).left
        session = RunningSession(ctx, player.child, QuestKind.QUEST, levels)
        session.begin()
        while level := session.level:
            if session.done:
                self.hellos += [(day, line) for line in introduction(session) if line.startswith("greet_")]
            intro = Intro(session)._lines
            self.helpers += [(day, line) for line in intro if line.endswith("_helper")]
            self._work(session)
            session.units = {s.foot: level.amount * level.sets for s in session.stretches}
            session.end_level(Outcome.FINISHED)
            self.praise[day] += PraiseScreen(session, session.at - 1).again()
        flow.open(session.ctx, routes.SessionOver(session))

    def _work(self, session: RunningSession) -> None:
        play = PlayScreen(session)
        said = [line.id for line in play._lines]
        if play.exercise.unit is not Unit.SECONDS:
            said = [line for n in range(1, play.stretch.amount + 1) for line in play._counting.counted(n)]
        self.cues[play.exercise.id].append(tuple(s for s in said if "_cue_" in s or s.startswith("play_")))


@pytest.fixture(scope="module")
def month() -> Ears:
    """Thirty days in a row, both slots: more than any family plays."""
    ears = Ears(Player.with_family())
    for n in range(30):
        for slot in (Slot.MORNING, Slot.EVENING):
            ears.session(MONDAY + timedelta(days=n), slot)
    return ears


def test_no_line_of_praise_is_heard_on_two_days_running(month):
    for day, lines in month.praise.items():
        assert not set(lines) & set(month.praise.get(day + timedelta(days=1), ())), day


def test_no_line_of_praise_is_heard_twice_in_a_day_while_another_is_left(month):
    for lines in month.praise.values():
        assert len(set(lines)) == min(len(lines), len(TRYING) // 2)


def test_every_line_of_praise_comes_in_a_month(month):
    assert {line for lines in month.praise.values() for line in lines} == set(TRYING)


def test_two_children_of_a_family_do_not_hear_the_same_praise(month):
    player = Player.with_family()
    other = player.add_child("Ben")
    first, second = (
        RunningSession(player.ctx, c, QuestKind.ONE, (as_level(player.ctx, "bear_walk"),))
        for c in (player.child, other)
    )
    for session in (first, second):
        session.end_level(Outcome.FINISHED)
    assert PraiseScreen(first, 0).again() != PraiseScreen(second, 0).again()


def test_the_cues_of_an_exercise_take_turns(month):
    for exercise, plays in month.cues.items():
        own = [
            tuple(c for c in cues if c not in ("play_halfway", "play_and_last", "play_in_the_box")) for cues in plays
        ]
        heard = [cues for cues in own if cues]
        assert all(a != b for a, b in zip(heard, heard[1:])), exercise
        if len(heard) >= 4:
            most = Counter(c for cues in heard for c in cues).most_common(1)[0][1]
            assert most <= len(heard) / 2 + 1, exercise


def test_seven_bear_walks_have_at_least_four_cues(month):
    assert len({c for cues in month.cues["bear_walk"][:7] for c in cues if c != "play_halfway"}) >= 4


def test_each_friend_says_who_it_is_once_and_bo_only_on_the_map(month):
    firsts = Counter(line for _, line in month.hellos if line.endswith("_first"))
    assert set(firsts.values()) == {1} and "greet_bo_first" not in firsts


def test_no_friend_says_hello_twice_in_a_day_or_on_two_days_running(month):
    days = defaultdict(list)
    for day, line in month.hellos:
        days[line.split("_")[1]].append(day)
    for friend, row in days.items():
        assert len(row) == len(set(row)), friend
        assert all((b - a).days > 1 for a, b in zip(row, row[1:])), friend


def test_on_the_first_day_bo_introduces_himself_once():
    """From the first start through the map and there again, and one session."""
    player = Player.with_family()
    said: list[str] = []
    say, player.ctx.narrator.say = player.ctx.narrator.say, lambda *ids, **how: (said.extend(ids), say(*ids, **how))[1]
    player.to_the_map()
    player.wait(1)
    player.tap("book")
    player.wait(1)
    player.key(Command.BACK)
    player.wait(1)
    start(player)
    player.wait_for("session_end", 1500)
    player.scene = routes.Trail(player.child)
    player.wait(1)
    assert said.count("greet_bo_first") == 1


def test_who_looks_at_the_map_on_another_day_before_the_first_session_hears_who_bo_is_again():
    """A grown-up may have been the first to look, and the game stayed open."""
    player = Player.with_family()
    for _ in range(2):
        player.ctx.narrator.said.clear()
        player.scene = flow.open(player.ctx, routes.Trail(player.child))
        player.wait(60)
        assert player.ctx.narrator.said.count("greet_bo_first") == 1
        player.clock += timedelta(days=1)


@pytest.mark.parametrize("ending", [None, SessionEnding.STOPPED, SessionEnding.LATER])
def test_a_game_started_again_on_the_first_day_does_not_introduce_bo_again(ending: SessionEnding | None):
    """Not a single play is in the diary: the first session was cut off, stopped or put off before its first exercise
    was over, and the next start is in the evening's slot."""
    first = Player.with_family()
    levels = (as_level(first.ctx, "bear_walk"),)
    session = RunningSession(first.ctx, first.child, QuestKind.QUEST, levels)
    session.begin()
    if ending:
        session.end(ending)
    again = Player(start=first.clock.replace(hour=18), journal=first.game.journal)
    again.scene = routes.Trail("child-1")
    again.wait(60)
    assert "greet_bo_first" not in again.ctx.narrator.said and "map_hello" in again.ctx.narrator.said


def test_what_was_done_at_the_grandparents_is_no_meeting_with_bo():
    player = Player.with_family()
    player.record(
        SessionStarted("away", player.ctx.today - timedelta(days=1), Slot.MORNING, QuestKind.AWAY, ("bear_walk",)),
        child=player.child,
    )
    player.scene = routes.Trail(player.child)
    player.wait(60)
    assert "greet_bo_first" in player.ctx.narrator.said


def test_a_helper_is_told_once_a_day_what_to_do():
    player = Player.with_family()
    for _ in range(2):
        start(player, "bear_walk", amount=10)
        player.wait_for("session_end")
    from game.core.events import Effort, Grade, LevelConfirmed

    for attempt in list(player.ctx.child(player.child).attempts):
        player.record(LevelConfirmed(attempt, Grade.HELPED, Effort.RIGHT), child=player.child)
    player.next_day()
    said = []
    for _ in range(2):
        start(player, "bear_walk", amount=10)
        said.append(player.scene._lines)
        player.wait_for("session_end")
    assert said[0] == ("bear_walk_name", "bear_walk_helper")
    assert said[1][0] == "bear_walk_name" and said[1][1].startswith("bear_walk_cue_")


# -------------------------------------------------------------------- a beginner is not outrun
@pytest.mark.parametrize(
    ("exercise", "slow", "own"), [("lego_bricks", 9.0, 6.0), ("hedgehog_roll", 4.5, 3.0), ("magic_toe", 15.0, 10.0)]
)
def test_a_beginner_has_half_as_much_time_again_three_times(player, exercise, slow, own):
    beats = []
    for _ in range(4):
        at_play(player, exercise, amount=1)
        beats.append(player.scene.pace.beat)
        player.wait_for("session_end")
    assert beats == [slow, slow, slow, own]


def test_a_press_leads_a_beginner_too(player):
    at_play(player, "lego_bricks", amount=3)
    for _ in range(3):
        player.wait(2)
        player.key(Command.MORE)
    player.wait_for("other_foot", 10)


def test_the_picture_keeps_the_slower_beat(player):
    """The friend's clip is the metronome: one unit of it lasts one beat."""
    at_play(player, "lego_bricks", amount=2)
    show = player.scene.show_
    assert show.session.beat == player.scene.pace.beat == 9.0


def test_who_sits_is_not_told_that_it_is_done():
    player = Player.with_family()
    start(player, "caterpillar", amount=1)
    player.wait_for("session_end")
    assert facts(player, LevelPlayed)
    assert "done" not in player.ctx.spoken("play_done").lower()
