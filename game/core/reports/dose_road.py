"""The road of every dose: each change with its day and why, in the order in which the days told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from game.core.days import plus
from game.core.reports.records import DoseStep
from game.core.rules.dose import Dose
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class DoseMark:
    """A step and the dose it came to, the foot that was ordered alone with it."""

    step: DoseStep
    dose: Dose


Roads = Mapping[str, Sequence[DoseMark]]


def roads_between(way: Journey, first: date, end: date, before: Roads) -> dict[str, list[DoseMark]]:
    """Every exercise's changes from the day `first` up to the day before `end`, `before` being those of earlier days;
    only the new ones."""
    found: dict[str, list[DoseMark]] = {}
    last = {name: road[-1].dose for name, road in before.items() if road}
    day = first
    while day < end:
        morning_before = way.start(day)
        evening = way.start(plus(day, 1)) if day < way.today else way.now(day)
        for name in {**morning_before.tracks, **evening.tracks}:
            if day < way.today and _stands(morning_before, name) == _stands(evening, name):
                continue
            for state in (way.morning(day), evening):
                track = state.tracks.get(name)
                if track is None or track.dose == last.get(name) or (track.since is None and day < way.today):
                    continue
                step = DoseStep(track.since or day, track.dose.sets, track.dose.amount, track.why)
                found.setdefault(name, []).append(DoseMark(step, track.dose))
                last[name] = track.dose
        day = plus(day, 1)
    return found


def steps_within(steps: Sequence[DoseStep], first: date, last: date) -> tuple[DoseStep, ...]:
    """The steps of those days, beginning with the one the first of them found in force."""
    before = [step for step in steps if step.day <= first]
    begun = [replace(before[-1], day=first)] if before else []
    return (*begun, *(step for step in steps if first < step.day <= last))


def _stands(state: ChildState, exercise: str) -> tuple[Dose, date | None] | None:
    """A dose and since when: what differs after any change, also one that was taken back by the evening."""
    track = state.tracks.get(exercise)
    return (track.dose, track.since) if track else None
