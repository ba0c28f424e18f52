"""The numbers of the rules, `levels/rules.yaml`, as one frozen value: what each may be and what it measures.

This list of fields is the only one. The reader, the JSON Schema, the rules and the page on which a parent reads why a
number is so all come from it; the file adds the value, the reason and the source. A number has a place here when it
says what may be asked of a child or what a word of a grown-up does. What a picture or a file needs stays with it.

The bounds are wide enough for a physiotherapist's reasons and narrow enough for every rule to work: within them no
combination makes the engine stumble. What two numbers owe each other is in `AT_MOST` and `PRODUCTS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, get_type_hints

from game.frozen import dataclass


class Quantity(StrEnum):
    """What a number counts."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    YEARS = "years"
    OCLOCK = "oclock"  # the hour of a day, 0 to 23
    PERCENT = "percent"
    COUNT = "count"


class Group(StrEnum):
    """Under which heading a parent finds a number."""

    SESSION = "session"
    COMING = "coming"
    GAPS = "gaps"
    PAIN = "pain"
    OPERATION = "operation"
    COURSE = "course"
    WORD = "word"
    STARS = "stars"
    FEET = "feet"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int
    measure: Quantity
    group: Group


@dataclass(frozen=True, slots=True)
class Why:
    """Why a number is so and where it comes from, as a parent may read it."""

    reason: str
    source: str


_S, _MIN, _H, _D, _W, _Y = (
    Quantity.SECONDS, Quantity.MINUTES, Quantity.HOURS, Quantity.DAYS, Quantity.WEEKS, Quantity.YEARS,
)  # fmt: skip
_OCLOCK, _PERCENT, _N = Quantity.OCLOCK, Quantity.PERCENT, Quantity.COUNT


@dataclass(frozen=True, slots=True)
class AgeRule:
    """Session budget of one age band in seconds."""

    first_budget: Annotated[int, Bounds(60, 3600, _S, Group.SESSION)]
    cap: Annotated[int, Bounds(60, 3600, _S, Group.SESSION)]


@dataclass(frozen=True, slots=True)
class Rules:
    """Every number of the rules. `ages` goes by the age band; all others are whole, as their bounds say."""

    ages: Mapping[str, AgeRule]

    budget_growth_percent: Annotated[int, Bounds(1, 25, _PERCENT, Group.SESSION)]
    budget_floor_to: Annotated[int, Bounds(1, 60, _S, Group.SESSION)]
    growth_days: Annotated[int, Bounds(1, 28, _D, Group.SESSION)]
    good_days_for_growth: Annotated[int, Bounds(1, 28, _D, Group.SESSION)]
    sessions_a_day: Annotated[int, Bounds(1, 2, _N, Group.SESSION)]
    hours_between_sessions: Annotated[int, Bounds(0, 12, _H, Group.SESSION)]
    morning_hour: Annotated[int, Bounds(0, 6, _OCLOCK, Group.SESSION)]
    evening_hour: Annotated[int, Bounds(10, 20, _OCLOCK, Group.SESSION)]
    change_seconds: Annotated[int, Bounds(5, 60, _S, Group.SESSION)]
    rest_seconds: Annotated[int, Bounds(10, 120, _S, Group.SESSION)]
    rest_seconds_most: Annotated[int, Bounds(10, 180, _S, Group.SESSION)]
    work_seconds_most: Annotated[int, Bounds(30, 300, _S, Group.SESSION)]
    two_minutes_seconds: Annotated[int, Bounds(60, 300, _S, Group.SESSION)]
    short_choices: Annotated[int, Bounds(1, 3, _N, Group.SESSION)]

    first_week_exercises: Annotated[int, Bounds(1, 10, _N, Group.COMING)]
    quest_most_first_week: Annotated[int, Bounds(1, 10, _N, Group.COMING)]
    good_days_for_new: Annotated[int, Bounds(1, 28, _D, Group.COMING)]
    sets_most: Annotated[int, Bounds(1, 5, _N, Group.COMING)]
    clean_for_step: Annotated[int, Bounds(1, 14, _N, Group.COMING)]
    easy_days_for_set: Annotated[int, Bounds(1, 14, _D, Group.COMING)]
    no_good_days: Annotated[int, Bounds(3, 60, _D, Group.COMING)]
    lagging_percent: Annotated[int, Bounds(5, 90, _PERCENT, Group.COMING)]
    lagging_days: Annotated[int, Bounds(3, 60, _D, Group.COMING)]

    gap_days: Annotated[int, Bounds(2, 28, _D, Group.GAPS)]
    gap_days_long: Annotated[int, Bounds(3, 90, _D, Group.GAPS)]

    ouch_rest: Annotated[int, Bounds(1, 6, _N, Group.PAIN)]
    ouch_quiet_days: Annotated[int, Bounds(1, 28, _D, Group.PAIN)]
    ouch_stop_days: Annotated[int, Bounds(1, 3, _D, Group.PAIN)]
    ouch_stop_within: Annotated[int, Bounds(2, 27, _D, Group.PAIN)]

    surgery_days: Annotated[int, Bounds(7, 180, _D, Group.OPERATION)]
    surgery_half_days: Annotated[int, Bounds(7, 180, _D, Group.OPERATION)]
    surgery_full_days: Annotated[int, Bounds(14, 365, _D, Group.OPERATION)]

    course_days_least: Annotated[int, Bounds(7, 60, _D, Group.COURSE)]
    course_days_most: Annotated[int, Bounds(7, 60, _D, Group.COURSE)]
    course_days_off: Annotated[int, Bounds(1, 90, _D, Group.COURSE)]
    course_least: Annotated[int, Bounds(1, 20, _N, Group.COURSE)]
    course_most: Annotated[int, Bounds(1, 20, _N, Group.COURSE)]

    confirm_days: Annotated[int, Bounds(0, 7, _D, Group.WORD)]
    undo_minutes: Annotated[int, Bounds(1, 60, _MIN, Group.WORD)]

    stars_tried: Annotated[int, Bounds(1, 3, _N, Group.STARS)]
    stars_finished: Annotated[int, Bounds(1, 3, _N, Group.STARS)]
    stars_careful: Annotated[int, Bounds(1, 3, _N, Group.STARS)]
    stars_quest: Annotated[int, Bounds(1, 3, _N, Group.STARS)]
    streak_days: Annotated[int, Bounds(1, 7, _D, Group.STARS)]
    streak_days_strong: Annotated[int, Bounds(1, 7, _D, Group.STARS)]
    bloom_days: Annotated[int, Bounds(1, 7, _D, Group.STARS)]
    habit_half_life_days: Annotated[int, Bounds(1, 60, _D, Group.STARS)]
    graduation_weeks: Annotated[int, Bounds(8, 52, _W, Group.STARS)]
    graduation_bloom_weeks: Annotated[int, Bounds(1, 52, _W, Group.STARS)]
    graduation_early_week: Annotated[int, Bounds(1, 52, _W, Group.STARS)]
    sessions_for_book: Annotated[int, Bounds(10, 365, _N, Group.STARS)]

    function_first_days: Annotated[int, Bounds(1, 60, _D, Group.FEET)]
    function_every_days: Annotated[int, Bounds(7, 180, _D, Group.FEET)]
    function_one_leg_seconds_most: Annotated[int, Bounds(5, 60, _S, Group.FEET)]
    function_bricks_seconds: Annotated[int, Bounds(10, 120, _S, Group.FEET)]
    function_bricks_most: Annotated[int, Bounds(5, 120, _N, Group.FEET)]
    function_heel_raises_most: Annotated[int, Bounds(3, 30, _N, Group.FEET)]
    function_heel_raise_seconds: Annotated[int, Bounds(1, 6, _S, Group.FEET)]
    function_heel_raises_age: Annotated[int, Bounds(3, 11, _Y, Group.FEET)]


# The first is never more than the second. Pain must be able to stop, growth to be earned, a way to end.
AT_MOST = (
    ("good_days_for_growth", "growth_days"),
    ("rest_seconds", "rest_seconds_most"),
    ("gap_days", "gap_days_long"),
    ("surgery_days", "surgery_full_days"),
    ("course_days_least", "course_days_most"),
    ("course_least", "course_most"),
    ("stars_tried", "stars_finished"),
    ("stars_finished", "stars_careful"),
    ("streak_days_strong", "streak_days"),
    ("streak_days_strong", "bloom_days"),
    ("graduation_bloom_weeks", "graduation_weeks"),
    ("graduation_early_week", "graduation_weeks"),
)
# So many times one number (of another, where it is named) is never more than the last: both feet, every rise.
PRODUCTS: tuple[tuple[int | str, str, str], ...] = (
    (2, "function_one_leg_seconds_most", "work_seconds_most"),
    (2, "function_bricks_seconds", "work_seconds_most"),
    ("function_heel_raises_most", "function_heel_raise_seconds", "work_seconds_most"),
)


@cache
def bounds_of(form: type) -> Mapping[str, Bounds]:
    """The bounds of each number of `Rules` or `AgeRule`, in their order.

    >>> bounds_of(AgeRule)["cap"].high
    3600
    """
    hints = get_type_hints(form, include_extras=True)
    rows = {f.name: getattr(hints[f.name], "__metadata__", ()) for f in fields(form)}
    return MappingProxyType({name: row[0] for name, row in rows.items() if row})


def for_sentences(rules: Rules) -> dict[str, int]:
    """Every number by its name, for the texts that say it, and two that follow: `ouch_low_most` is the strongest pain
    that rests nothing, `ouch_stop_window` the days within which painful ones pause everything, the first included."""
    follow = {"ouch_low_most": rules.ouch_rest - 1, "ouch_stop_window": rules.ouch_stop_within + 1}
    return {f.name: getattr(rules, f.name) for f in fields(rules) if f.name != "ages"} | follow
