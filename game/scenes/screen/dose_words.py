"""Doses and plays in a grown-up's words, the same on every page."""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue, Exercise, Unit
from game.core.events import Outcome
from game.core.history.history import Attempt
from game.core.rules.function_quests import Part
from game.scenes.screen.outside import TextSource


def short_amount(texts: TextSource, exercise: Exercise, amount: int) -> str:
    """A number with its short unit where it has one: 20 s, 10 min, 5 bricks."""
    if exercise.unit in (Unit.SECONDS, Unit.MINUTES):
        return texts(f"short_{exercise.unit.value}", n=amount)
    return texts.amount(exercise.unit.value, amount)


def dose(texts: TextSource, exercise: Exercise, sets: int, amount: int) -> str:
    """Sets of an amount: 2 x 20 s; one set is the amount alone."""
    said = short_amount(texts, exercise, amount)
    return texts("screen_times", sets=sets, amount=said) if sets > 1 else said


def short_date(texts: TextSource, day: date) -> str:
    """A day where there is little room: 9 Nov."""
    return texts("date_short", day=day.day, month=texts(f"month_short_{day.month}"))


def exercise_name(texts: TextSource, catalogue: Catalogue, id_: str) -> str:
    """The exercise's name; that of its file for what is no longer there, its id."""
    return texts.exercise(id_) if id_ in catalogue.exercises else id_


def hurt_name(texts: TextSource, catalogue: Catalogue, id_: str) -> str:
    """The name of what hurt: an exercise, or a part of a function quest."""
    part = next((part for part in Part if part.value == id_), None)
    return texts(f"function_{part.name.lower()}") if part else exercise_name(texts, catalogue, id_)


def done(texts: TextSource, catalogue: Catalogue, attempt: Attempt) -> str:
    """What was done in one play: the whole dose, where it was stopped, or how the two feet differed."""
    exercise = catalogue.exercises.get(attempt.exercise)
    if exercise is None:
        return str(attempt.amount)
    whole = dose(texts, exercise, attempt.sets, attempt.amount)
    full = attempt.sets * attempt.amount
    if attempt.outcome is not Outcome.FINISHED:
        units = attempt.done_left + attempt.done_right
        key = "confirm_stopped_hurt" if attempt.is_hurt else "confirm_stopped"
        return texts(key, done=units, amount=short_amount(texts, exercise, full * exercise.feet))
    if exercise.per_foot and (attempt.done_left != full or attempt.done_right != full):
        of = short_amount(texts, exercise, full)
        return texts("confirm_feet", left=attempt.done_left, right=attempt.done_right, of=of, amount=of)
    return texts("confirm_whole_foot" if exercise.per_foot else "confirm_whole", amount=whole)


def when(texts: TextSource, attempt: Attempt, today: date) -> str:
    """The day and slot of a play; today's are this morning and this evening."""
    slot = attempt.slot.value
    if attempt.on == today:
        return texts(f"confirm_this_{slot}")
    return texts(f"confirm_on_{slot}", date=texts.date(attempt.on, "date_long"))
