"""The days counted: the run of active days, weeks in bloom, habit strength, graduation.

Forgiving on purpose: paused days count neither way, three rest days a week are free, and nothing shrinks because a
child plays. Graduation waits for a Monday on which something may be played; brought forward it is from the eighth week
in bloom. Habit strength is the idea of Loop Habit Tracker.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import monday, plus
from game.core.rules.state import GROWN_UP, ChildState, Streak

WINDOW = 7  # any so many unpaused days in a row


def day_over(
    catalogue: Catalogue, state: ChildState, day: date, *, is_active: bool, is_good: bool, is_paused: bool
) -> Streak:
    """The counts after a whole day; days before the first active one are no part of the adventure."""
    run = state.run
    if state.first_active is None:
        return run
    partial = run.is_week_partial or is_paused or (state.first_active == day and day.weekday() > 0)
    run = replace(run, is_week_partial=partial)
    if is_paused:
        return run
    run = _stretched(run, is_active, days_needed(catalogue, state))
    if is_active:
        run = replace(
            run,
            active_days=run.active_days + 1,
            week_active=run.week_active + 1,
            week_good=run.week_good + is_good,
        )
    if state.graduated_on is None:
        keep = 0.5 ** (1 / catalogue.rules.habit_half_life_days)
        run = replace(run, habit=run.habit * keep + (1 - keep if is_active else 0.0))
    return run


def days_needed(catalogue: Catalogue, state: ChildState) -> int:
    """Active days asked for: four, or two after graduation."""
    return catalogue.rules.streak_days_strong if state.graduated_on else catalogue.rules.streak_days


def _stretched(run: Streak, is_active: bool, needed: int) -> Streak:
    """One unpaused day more. When seven fail, the stretch begins after the first of them."""
    tail, streak = (*run.tail, is_active), run.streak + is_active
    best = max(run.best, streak)  # the run as it stood this evening
    if len(tail) < WINDOW:
        return replace(run, tail=tail, streak=streak, best=best)
    return replace(run, tail=tail[1:], streak=streak if sum(tail) >= needed else sum(tail[1:]), best=best)


def week_over(catalogue: Catalogue, state: ChildState, day: date) -> Streak:
    """On a Monday: the week that ended counts, or is set aside: when it was broken and did not bloom, or without any
    play."""
    run = state.run
    if state.first_active is None or state.first_active >= day:
        return run
    in_bloom = run.week_active >= week_needs(catalogue, state, plus(day, -7))
    counts = in_bloom or (run.week_active > 0 and not run.is_week_partial)
    return replace(
        run,
        week_active=0,
        week_good=0,
        is_week_partial=False,
        counted_weeks=run.counted_weeks + counts,
        bloom_weeks=run.bloom_weeks + in_bloom,
        good_bloom_weeks=run.good_bloom_weeks + (in_bloom and run.week_good > 0),
    )


def week_needs(catalogue: Catalogue, state: ChildState, first: date) -> int:
    """What a week from Monday `first` on needs; the week of an early graduation already the smaller number."""
    is_strong = state.graduated_on is not None and state.graduated_on < plus(first, 7)
    return catalogue.rules.streak_days_strong if is_strong else catalogue.rules.bloom_days


def with_today(run: Streak, *, is_active: bool, is_good: bool) -> Streak:
    """The running week with today's play in it, though the day is not over."""
    return replace(run, week_active=run.week_active + is_active, week_good=run.week_good + is_good)


def bloom_weeks(catalogue: Catalogue, state: ChildState, day: date) -> int:
    """Weeks in bloom with the running one, which blooms from its fourth active day."""
    return state.run.bloom_weeks + (state.run.week_active >= week_needs(catalogue, state, monday(day)))


def good_bloom_weeks(catalogue: Catalogue, state: ChildState, day: date) -> int:
    """Weeks in bloom with a good day in them, the running one included: those that count for graduation."""
    is_running = state.run.week_good > 0 and state.run.week_active >= week_needs(catalogue, state, monday(day))
    return state.run.good_bloom_weeks + is_running


def may_graduate(catalogue: Catalogue, state: ChildState) -> bool:
    """After twelve counted weeks with eight in bloom that had a good day; asked on a Monday, after the week that ended
    was counted."""
    return (
        state.graduated_on is None
        and state.programme != GROWN_UP
        and state.run.counted_weeks >= catalogue.rules.graduation_weeks
        and state.run.good_bloom_weeks >= catalogue.rules.graduation_bloom_weeks
    )


def ceremony_waits_for(catalogue: Catalogue, state: ChildState) -> int | None:
    """After twelve counted weeks without a ceremony: how many whole weeks in bloom had a good day; else None."""
    is_over = state.run.counted_weeks >= catalogue.rules.graduation_weeks
    if state.graduated_on is not None or state.programme == GROWN_UP or not is_over:
        return None
    so_far = state.run.good_bloom_weeks
    return so_far if so_far < catalogue.rules.graduation_bloom_weeks else None


def may_graduate_early(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """From the eighth week in bloom with a good day a parent may bring it forward."""
    return (
        state.graduated_on is None
        and state.programme != GROWN_UP
        and good_bloom_weeks(catalogue, state, day) >= catalogue.rules.graduation_early_week
    )
