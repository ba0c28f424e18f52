"""Doses and plays in a grown-up's words, the same on every page."""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue, Exercise, Foot
from game.core.events import Outcome, ToldLater
from game.core.history.history import Attempt
from game.core.reports.where_hurt import foot_at_work
from game.print.wording import dose_text, exercise_name, hurt_name, short_amount, short_date
from game.scenes.screen.outside import TextSource

__all__ = ["done", "dose", "each_foot", "exercise_name", "hurt_name", "short_amount", "short_date", "sore_foot", "when"]


def dose(texts: TextSource, exercise: Exercise, sets: int, amount: int) -> str:
    """Sets of an amount: 2 x 20 s; one set is the amount alone."""
    return dose_text(texts, exercise, sets, amount)


def each_foot(texts: TextSource, exercise: Exercise, amount: str, foot: Foot | None) -> str:
    """An amount as it is done: each foot, the one foot that was ordered, or with both at once."""
    if foot is not None:
        return texts(f"screen_{foot.value}_foot", amount=amount)
    return texts("screen_each_foot", amount=amount) if exercise.per_foot else amount


def done(texts: TextSource, catalogue: Catalogue, attempt: Attempt, is_brief: bool = False) -> str:
    """What was done in one play: the whole dose, where it was stopped, or how the two feet differed. Brief: not that
    it hurt, where that stands beside it."""
    exercise = catalogue.exercises.get(attempt.exercise)
    if exercise is None:
        return str(attempt.amount)
    whole = dose(texts, exercise, attempt.sets, attempt.amount)
    full = attempt.sets * attempt.amount
    if attempt.outcome is not Outcome.FINISHED:
        key = "confirm_stopped_hurt" if attempt.is_hurt and not is_brief else "confirm_stopped"
        of = each_foot(texts, exercise, short_amount(texts, exercise, full), attempt.foot)
        units = str(attempt.done_left + attempt.done_right)
        if exercise.per_foot and not attempt.foot:  # counted a foot, as the dose is
            units = texts("confirm_stopped_feet", left=attempt.done_left, right=attempt.done_right)
        return texts(key, done=units, amount=of)
    if attempt.foot:
        return texts("confirm_whole_one", amount=each_foot(texts, exercise, whole, attempt.foot))
    if exercise.per_foot and (attempt.done_left != full or attempt.done_right != full):
        of = short_amount(texts, exercise, full)
        return texts("confirm_feet", left=attempt.done_left, right=attempt.done_right, of=of, amount=of)
    return texts("confirm_whole_foot" if exercise.per_foot else "confirm_whole", amount=whole)


def sore_foot(texts: TextSource, catalogue: Catalogue, told: Attempt | ToldLater) -> str:
    """Which foot hurt in a play or in what was told of one, else which one was at work; "" where neither is known."""
    if not (told.is_hurt if isinstance(told, Attempt) else told.score):
        return ""
    if told.sore:
        return texts(f"sore_{told.sore.value}")
    exercise = catalogue.exercises.get(told.exercise)
    foot = foot_at_work(told, exercise) if exercise else None
    return texts(f"sore_at_work_{foot.value}") if foot else ""


def when(texts: TextSource, attempt: Attempt, today: date) -> str:
    """The day and slot of a play; today's are this morning and this evening."""
    slot = attempt.slot.value
    if attempt.on == today:
        return texts(f"confirm_this_{slot}")
    return texts(f"confirm_on_{slot}", date=texts.date(attempt.on, "long"))
