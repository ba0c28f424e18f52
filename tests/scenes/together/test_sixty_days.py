"""Sixty days of two who play together: each has exactly what the same days alone would have given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from game.core.content import Foot
from game.core.days import plus
from game.core.events import Effort, Grade, LevelConfirmed, OuchTold, Outcome, QuestKind, SessionEnding, StickerFound
from game.core.rules.journey import journey
from game.core.rules.rewards import RefusedByRules, confirm
from game.core.rules.today import Doing, today
from game.core.session.shared_picture import done_together
from game.scenes.session.session import RunningSession
from game.scenes.together.company import Company
from tests.player import Player
from tests.scenes.together.two import earned, family, together, told_of

DAYS = 60


def word(n: int) -> tuple[Grade, Effort]:
    """What a grown-up says that day of that exercise: mostly well and right, now and then anything."""
    grade = (
        Grade.PARTLY if n % 19 == 4 else Grade.NOT_TODAY if n % 23 == 7 else Grade.HELPED if n % 5 == 1 else Grade.WELL
    )
    return grade, Effort.HARD if n % 29 == 3 else Effort.EASY if n % 6 == 2 else Effort.RIGHT


Sessions = list[RunningSession]
Playing = Callable[[Player, Sessions, int], None]


def does(session: RunningSession, n: int) -> None:
    """The present level, as it goes on that day of that child: whole, in part, or until it hurts."""
    level = session.level
    assert level
    seed = n * 7 + session.at * 3 + len(session.child_id + session.child.nickname)
    if seed % 97 == 5:
        session.count(1)
        session.put_to_rest(session.present, 2 if seed % 2 else 0)
        return
    whole = seed % 31 != 3
    units = level.sets * level.amount if whole else max(1, level.amount // 2)
    feet: tuple[Foot | None, ...] = (
        (Foot.LEFT, Foot.RIGHT) if level.per_foot and not level.foot else (level.foot if level.per_foot else None,)
    )
    session.units = dict.fromkeys(feet, units)
    session.end_level(Outcome.FINISHED if whole else Outcome.STOPPED)


def at_once(player: Player, sessions: Sessions, n: int) -> None:
    """Row by row, as the screens of two walk through them."""
    if len(sessions) < 2:
        alone(player, sessions, n)
        return
    both = Company(sessions[0], sessions[1])
    both.begin()
    while both.active:
        both.next_row()
        for session in both.at_row[:: 1 if n % 2 else -1]:
            does(session, n)
    both.end(SessionEnding.WHOLE)


def alone(player: Player, sessions: Sessions, n: int) -> None:
    """One after the other, each without company."""
    for session in sessions:
        session.begin()
        while session.level:
            does(session, n)
        session.end(SessionEnding.WHOLE)


def confirmed(player: Player, child: str, n: int) -> None:
    """The grown-up's word on all that waits, as that day has it."""
    ctx = player.ctx
    for i, attempt in enumerate(list(ctx.child(child).attempts.held().values())):
        if attempt.is_told or attempt.on != ctx.today:
            continue
        grade, effort = word(n + 3 * i)
        try:
            facts = confirm(ctx.catalogue, ctx.child(child), attempt.id, grade, effort, None, ctx.now())
        except RefusedByRules:
            continue
        ctx.record(*facts, child=child)


def lived(beside: str, playing: Playing, who: tuple[int, ...] = (0, 1)) -> tuple[Player, tuple[str, str]]:
    """Sixty days, a morning and now and then an evening; days off are the same for all."""
    player, first, second = family(beside)
    start: date = player.clock.date()
    for n in range(DAYS):
        for hour in (8, 18) if n % 3 == 0 else (8,):
            if n % 7 == 5:
                continue
            player.clock = player.clock.replace(hour=hour, minute=0)
            sessions = []
            for child in [(first, second)[i] for i in who]:
                now = today(player.ctx.catalogue, player.ctx.child(child), player.ctx.now(), player.ctx.slot)
                if now.doing is Doing.READY:
                    sessions.append(RunningSession(player.ctx, child, QuestKind.QUEST, now.left))
            playing(player, sessions, n)
            for child in [(first, second)[i] for i in who]:
                confirmed(player, child, n)
        player.at(plus(start, n + 1), 8)
    return player, (first, second)


@pytest.mark.parametrize("beside", ["grown_up", "children", "prevention"])
def test_sixty_days_together_give_each_what_they_would_have_given_alone(beside: str) -> None:
    player, children = lived(beside, at_once)
    assert done_together(player.ctx.family) == len(together(player)) > 60
    for nth, child in enumerate(children):
        other, own = lived(beside, alone, (nth,))
        assert earned(player, child) == earned(other, own[nth])
        words = [(f.grade, f.effort) for f in told_of(player, child, LevelConfirmed) if isinstance(f, LevelConfirmed)]
        assert words == [
            (f.grade, f.effort) for f in told_of(other, own[nth], LevelConfirmed) if isinstance(f, LevelConfirmed)
        ]
        mine, theirs = player.ctx.child(child), other.ctx.child(own[nth])
        assert (mine.stars, mine.stickers) == (theirs.stars, theirs.stickers)
        way, their_way = (
            journey(player.ctx.catalogue, c, player.ctx.today).now(player.ctx.today) for c in (mine, theirs)
        )
        assert (way.budget, {e: t.dose for e, t in way.tracks.items()}) == (
            their_way.budget, {e: t.dose for e, t in their_way.tracks.items()},
        )  # fmt: skip
        assert told_of(player, child, StickerFound) == told_of(other, own[nth], StickerFound)


def test_the_days_that_are_compared_are_lives_in_which_something_grows_and_hurts() -> None:
    player, children = lived("children", at_once)
    for child in children:
        now = journey(player.ctx.catalogue, player.ctx.child(child), player.ctx.today).now(player.ctx.today)
        starts = {e: player.ctx.catalogue.exercises[e].ramp.start for e in now.tracks}
        assert any(track.dose.amount > starts[e] or track.dose.sets > 1 for e, track in now.tracks.items())
        assert len(now.tracks) > 4 and told_of(player, child, OuchTold)
