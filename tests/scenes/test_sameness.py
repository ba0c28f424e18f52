"""A month of sessions, morning and evening, each with its reward: what every exercise may say is not said again and
again, and the lines around the work are not those of the day before."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from game.core.content import Slot, Unit
from game.core.events import Effort, Grade, Outcome, QuestKind, SessionEnding
from game.core.rules.rewards import confirm
from game.core.rules.today import today
from game.core.session.narration import SHARED
from game.scenes import flow, routes
from game.scenes.home.reward import RewardScreen
from game.scenes.session.between import PraiseScreen, introduction
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession
from tests.player import Player

MONDAY = date(2026, 1, 5)
DAYS = [MONDAY + timedelta(days=n) for n in range(30)]


class Heard:
    """All that is said on each day and in each session, in order."""

    def __init__(self, grades: dict[Slot, Grade]) -> None:
        self.player, self.grades = Player.with_family(), grades
        self.sessions: list[list[str]] = []
        self.days: defaultdict[date, list[str]] = defaultdict(list)
        self.rewards: list[tuple[str, ...]] = []
        for day in DAYS:
            for slot in (Slot.MORNING, Slot.EVENING):
                self.session(day, slot)

    def session(self, day: date, slot: Slot) -> None:
        player, ctx = self.player, self.player.ctx
        player.at(day, 8 if slot is Slot.MORNING else 18)
        levels = today(ctx.catalogue, ctx.child(player.child), ctx.now(), ctx.slot).left
        session, said = RunningSession(ctx, player.child, QuestKind.QUEST, levels), []
        session.begin()
        while level := session.level:
            if session.done:
                said += introduction(session)
            while session.stretch_at < len(session.stretches):
                said += self._work(PlayScreen(session))
                session.end_stretch()
            session.units = {s.foot: level.amount * level.sets for s in session.stretches}
            session.end_level(Outcome.FINISHED)
            said += PraiseScreen(session, session.at - 1).again()
        flow.open(session.ctx, routes.SessionOver(session))
        assert session.ending is SessionEnding.WHOLE
        self.sessions.append(said)
        events = []
        for done in session.done:
            grade = self.grades[slot]
            facts = confirm(ctx.catalogue, session.child, done.attempt, grade, Effort.RIGHT, None, ctx.now())
            events += ctx.record(*facts, child=player.child)
        reward = RewardScreen(ctx, player.child, tuple(events), routes.Who())
        self.rewards.append(reward.lines())
        self.days[day] += [*said, *reward.lines()]

    def _work(self, play: PlayScreen) -> list[str]:
        if play.exercise.unit is Unit.SECONDS:
            return [line.id for line in play._lines]
        return [line for n in range(1, play.stretch.amount + 1) for line in play._counting.counted(n)]

    def on_two_days_running(self, *begins: str, ends: str = "") -> set[tuple[date, str]]:
        """Lines that begin or end so and are heard on a day and on the next."""
        own = {d: {i for i in ids if i.startswith(begins) and i.endswith(ends)} for d, ids in self.days.items()}
        return {(a, line) for a, b in zip(DAYS, DAYS[1:]) for line in own[a] & own[b]}


@pytest.fixture(scope="module")
def well() -> Heard:
    return Heard({slot: Grade.WELL for slot in Slot})


def test_no_shared_cue_comes_twice_in_a_session_while_another_was_not_heard(well: Heard) -> None:
    for n, said in enumerate(well.sessions):
        counts = {cue: said.count(cue) for cue in SHARED}
        assert max(counts.values()) - min(counts.values()) <= 1, (n, counts)


def test_shared_cues_take_turns_over_the_sessions(well: Heard) -> None:
    """Each is heard in the month about as often as the others, and the first one of a session is not the first one of
    the session before."""
    heard = [[cue for cue in said if cue in SHARED] for said in well.sessions]
    assert not [n for n, (a, b) in enumerate(zip(heard, heard[1:])) if a and b and a[0] == b[0]], heard
    counts = Counter(cue for cues in heard for cue in cues)
    assert set(counts) == set(SHARED) and max(counts.values()) <= 2 * min(counts.values()), counts


def test_a_story_is_told_once_in_a_day_and_not_on_two_days_running(well: Heard) -> None:
    assert any(line.endswith("_story") for ids in well.days.values() for line in ids)
    for day, ids in well.days.items():
        stories = Counter(line for line in ids if line.endswith("_story"))
        assert set(stories.values()) <= {1}, (day, stories)
    assert not well.on_two_days_running("", ends="_story")


def test_the_walk_to_a_friend_has_another_line_each_time(well: Heard) -> None:
    walks = [[line for line in said if line.startswith("walk_on_")] for said in well.sessions]
    assert all(a != b for said in walks for a, b in zip(said, said[1:]))


@pytest.mark.parametrize(
    "grades",
    [
        {Slot.MORNING: Grade.WELL, Slot.EVENING: Grade.WELL},
        {Slot.MORNING: Grade.HELPED, Slot.EVENING: Grade.HELPED},
        {Slot.MORNING: Grade.PARTLY, Slot.EVENING: Grade.PARTLY},
    ],
    ids=["well", "helped", "partly"],
)
def test_no_line_of_a_reward_is_heard_twice_in_a_day_or_on_two_days_running(grades: dict[Slot, Grade]) -> None:
    heard = Heard(grades)
    for morning, evening in zip(heard.rewards[::2], heard.rewards[1::2]):
        own = Counter(line for line in (*morning, *evening) if line.startswith(("confirm_", "praise_")))
        assert set(own.values()) <= {1}, own
    assert not heard.on_two_days_running("confirm_", "praise_")
    said = [line for lines in heard.rewards for line in lines]
    assert said.count(f"confirm_{grades[Slot.MORNING].value}") >= 10  # but on every other day it is
    assert all(any(line.startswith(("confirm_", "praise_")) for line in lines) for lines in heard.rewards)
