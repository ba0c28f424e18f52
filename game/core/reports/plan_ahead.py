"""What a cell of a week to come says: nothing of it has happened yet, so its reasons speak of what will be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.quest import Reason, reason
from game.core.rules.reasons import amount_values
from game.core.rules.state import ChildState

# Of a change of dose or session that is still to come. A change told by today was, also where a week to come shows it.
CHANGES = {
    "reason_step": "plan_ahead_step", "reason_step_easy": "plan_ahead_step_easy",
    "reason_more_sets": "plan_ahead_more_sets", "reason_budget_up": "plan_ahead_budget_up",
    "reason_gap_week": "plan_ahead_gap_week", "reason_gap_long": "plan_ahead_gap_long",
    "reason_budget_gap_week": "plan_ahead_budget_gap_week", "reason_budget_gap_long": "plan_ahead_budget_gap_long",
    "reason_order_begun": "plan_ahead_order_begun", "reason_into_course": "plan_ahead_into_course",
    "reason_shortened": "plan_ahead_shortened",
}  # fmt: skip
GROWN = ("reason_step", "reason_step_easy", "reason_more_sets", "reason_budget_up")  # by today: it is as today
# Of what a next step waits for on a day to come.
WAITS = {
    "reason_same_clean": "plan_ahead_clean", "reason_same_days": "plan_ahead_days",
    "reason_same_reserved": "plan_ahead_reserved", "reason_same_morning": "plan_ahead_morning",
    "reason_cap": "plan_ahead_cap", "reason_budget_days": "plan_ahead_budget_days",
    "reason_budget_earned": "plan_ahead_budget_earned", "reason_surgery_full": "plan_ahead_surgery_full",
    "plan_why_paused": "plan_ahead_paused",
}  # fmt: skip


def as_to_come(catalogue: Catalogue, state: ChildState, exercise: str | None, why: Reason, today: date) -> Reason:
    """A reason as it is said of a week to come, in whose `state` an exercise's dose (None: the session) is told of."""
    if why.key == "reason_paused" and str(why.values["date"]) > today.isoformat():
        return replace(why, key="plan_ahead_paused_from")
    track = state.tracks.get(exercise) if exercise else None
    changed_on = state.budget_since if exercise is None else track.since if track else None
    is_to_come = changed_on is not None and changed_on > today
    if why.key in GROWN and not is_to_come:
        if exercise is None or track is None:
            return reason("plan_ahead_budget_same", budget=state.budget)
        return reason("plan_ahead_same", **amount_values(catalogue, exercise, track.dose))
    return replace(why, key=WAITS.get(why.key, CHANGES.get(why.key, why.key) if is_to_come else why.key))
