"""The numbers of the rules: each has bounds it keeps itself, somebody reads it, and nothing else says it again."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pytest

from game.core.numbers import AT_MOST, PRODUCTS, AgeRule, Rules, bounds_of
from tests.diary import catalogue

pytestmark = pytest.mark.usefixtures("no_search_for_garbage")
GAME = Path(__file__).resolve().parents[2] / "game"
# The list itself, the reader that fills it and the page that shows all of it read every field without meaning one.
OF_ALL = {GAME / "core" / "numbers.py", *(GAME / "data" / "levels").glob("*.py")}
AGREED = {
    "budget_growth_percent": 10,
    "budget_floor_to": 5,
    "growth_days": 7,
    "good_days_for_growth": 4,
    "sessions_a_day": 2,
    "hours_between_sessions": 3,
    "morning_hour": 4,
    "evening_hour": 14,
    "change_seconds": 20,
    "rest_seconds": 30,
    "rest_seconds_most": 60,
    "work_seconds_most": 120,
    "two_minutes_seconds": 120,
    "short_choices": 3,
    "first_week_exercises": 3,
    "quest_most_first_week": 3,
    "good_days_for_new": 3,
    "sets_most": 3,
    "clean_for_step": 3,
    "easy_days_for_set": 2,
    "no_good_days": 14,
    "lagging_percent": 25,
    "lagging_days": 14,
    "gap_days": 7,
    "gap_days_long": 21,
    "ouch_rest": 4,
    "ouch_quiet_days": 7,
    "ouch_stop_days": 2,
    "ouch_stop_within": 6,
    "surgery_days": 14,
    "surgery_half_days": 28,
    "surgery_full_days": 42,
    "course_days_least": 14,
    "course_days_most": 28,
    "course_days_off": 30,
    "course_least": 5,
    "course_most": 7,
    "confirm_days": 2,
    "undo_minutes": 10,
    "stars_tried": 1,
    "stars_finished": 2,
    "stars_careful": 3,
    "stars_quest": 1,
    "streak_days": 4,
    "streak_days_strong": 2,
    "bloom_days": 4,
    "habit_half_life_days": 13,
    "graduation_weeks": 12,
    "graduation_bloom_weeks": 8,
    "graduation_early_week": 8,
    "sessions_for_book": 60,
    "function_first_days": 7,
    "function_every_days": 28,
    "function_one_leg_seconds_most": 30,
    "function_bricks_seconds": 60,
    "function_bricks_most": 60,
    "function_heel_raises_most": 15,
    "function_heel_raise_seconds": 2,
    "function_heel_raises_age": 5,
}


def read_in(sources: Iterable[str]) -> set[str]:
    """The names that are read of something called rules (`catalogue.rules.gap_days`, `rules.gap_days`)."""
    found = set()
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                owner = node.value
                name = (
                    owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
                )
                if name == "rules":
                    found.add(node.attr)
    return found


def unread(names: Iterable[str]) -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in GAME.rglob("*.py") if path not in OF_ALL]
    return set(names) - read_in(sources)


def test_somebody_reads_every_number_of_the_rules() -> None:
    assert unread(["ages", *bounds_of(Rules)]) == set()


def test_a_number_nobody_reads_would_be_told() -> None:
    assert unread(["gap_days", "gap_days_of_nobody"]) == {"gap_days_of_nobody"}
    assert read_in(['x = catalogue.numbers["gap_days"]', "gap_days = 7", "rules.gap_days = 7"]) == set()
    assert read_in(["if idle > rules.gap_days: pass", "way.catalogue.rules.gap_days_long"]) == {
        "gap_days",
        "gap_days_long",
    }


def test_every_field_but_the_ages_has_bounds() -> None:
    assert list(bounds_of(Rules)) == [name for name in Rules.__slots__ if name != "ages"]
    assert list(bounds_of(AgeRule)) == list(AgeRule.__slots__)


def test_the_shipped_numbers_are_those_agreed() -> None:
    values = asdict(catalogue().rules)
    del values["ages"]
    assert values == AGREED


@pytest.mark.parametrize("name", bounds_of(Rules))
def test_the_shipped_number_leaves_room_on_a_side(name: str) -> None:
    """A bound that is the number itself on both sides would be a constant; one side may be as strict as can be."""
    bounds, value = bounds_of(Rules)[name], getattr(catalogue().rules, name)
    assert bounds.low <= value <= bounds.high and bounds.low < bounds.high


def test_what_two_numbers_owe_each_other_names_numbers_that_are_there() -> None:
    named = {name for pair in AT_MOST for name in pair} | {n for row in PRODUCTS for n in row if isinstance(n, str)}
    assert named <= set(bounds_of(Rules))
