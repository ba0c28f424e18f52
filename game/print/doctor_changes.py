"""What changed in the period of the doctor's page, and why: first how it grew, then everything else by its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import plus
from game.core.quest import Reason
from game.core.reports.changes import GROWTH, Change, ChangeKind, Growth, growths
from game.core.reports.doctor_records import DoctorsReport
from game.core.rules.dose import Dose
from game.print.document import Runs, runs
from game.print.wording import Wording, bare_dose, clock, exercise_name, short_date, table_dose

MOST_CHANGES = 12  # items of the list; the table has all of them
NAMED = 3  # exercises named in one sentence
AFTER_PAIN = (ChangeKind.STOPPED, ChangeKind.ASKED, ChangeKind.RESTS, ChangeKind.ALLOWED)  # told beside the pain
TOLD_OF_A_PLAY = ("reason_hard", "reason_partly", "reason_ouch_low")  # told that day; counted from the next morning on
SHORT_WHY = {
    "reason_hard": "doctor_why_hard", "reason_partly": "doctor_why_partly", "reason_ouch_low": "doctor_why_pain",
    "reason_ouch_back": "doctor_why_ouch_back", "reason_gap_week": "doctor_why_gap_week",
    "reason_gap_long": "doctor_why_gap_long", "reason_budget_gap_week": "doctor_why_gap_week",
    "reason_budget_gap_long": "doctor_why_gap_long", "reason_shortened": "doctor_why_shortened",
    "reason_parent_back": "doctor_why_parent", "reason_into_course": "doctor_why_course",
    "reason_surgery_start": "doctor_why_surgery", "reason_in_again": "doctor_why_in_again",
    "reason_budget_cap": "doctor_why_age",
}  # fmt: skip


def dated(words: Wording, day: date, said: str) -> str:
    """What was on a day: 9 Nov - and what."""
    return f"{short_date(words, day)} \u2013 {said}"


def joined(words: Wording, named: Sequence[str]) -> str:
    """Some by name, the rest by their number."""
    if len(named) <= NAMED:
        return "; ".join(named)
    return "; ".join(named[: NAMED - 1]) + "; " + words("doctor_and_more", n=len(named) - NAMED + 1)


def change_lines(words: Wording, catalogue: Catalogue, report: DoctorsReport) -> tuple[Runs, ...]:
    """First how it grew, then everything else, oldest first; the latest where there are many."""
    changes = sorted((_of_its_play(change) for change in report.changes), key=lambda change: change.day)
    made = tuple(change for change in changes if change.day <= report.last)
    lines = list(_growth(words, catalogue, report, growths(made)))
    rest = list(_others(words, catalogue, made))
    if (more := len(rest) - MOST_CHANGES) and more > 0:
        lines.append(words("doctor_more_changes", n=more))
    lines += rest[-MOST_CHANGES:]
    lines += _to_come(words, catalogue, changes[len(made) :])
    return tuple(runs(line) for line in lines or [words("doctor_no_change")])


def _of_its_play(change: Change) -> Change:
    """A step back on the day of the play it came of: the next quest had the smaller dose, also that evening."""
    is_told = change.kind is ChangeKind.LESS and change.why.key in TOLD_OF_A_PLAY
    return replace(change, day=plus(change.day, -1)) if is_told else change


def _to_come(words: Wording, catalogue: Catalogue, changes: Sequence[Change]) -> Iterator[str]:
    """What the last day settled for the next, which nobody has played yet."""
    named = [
        _step(words, catalogue, row)
        if row.before or row.budget
        else exercise_name(words, catalogue, row.exercise or "")
        for row in changes
        if row.kind in (*GROWTH, ChangeKind.LESS)
    ]
    if named:
        yield words("doctor_to_come", what=joined(words, named))


def _growth(
    words: Wording, catalogue: Catalogue, report: DoctorsReport, rows: Sequence[Growth]
) -> Iterator[str]:  # fmt: skip
    for row in rows:
        if row.exercise is None:
            longer = {"from": clock(row.before.amount), "to": clock(row.after.amount)}
            yield words("doctor_longer", n=row.steps, **longer)
    if steps := sum(row.steps for row in rows if row.exercise is not None):
        yield words("doctor_grown", n=steps)
    new = [row for row in rows if row.exercise is not None and row.has_joined]
    if new:
        days: dict[date, list[str]] = {}
        for row in new:
            days.setdefault(row.first, []).append(exercise_name(words, catalogue, row.exercise or ""))
        yield words(
            "doctor_joined",
            names="; ".join(f"{short_date(words, d)} {words.locale.listed(n)}" for d, n in days.items()),
        )
    if report.is_held_by_parents:
        yield words("doctor_held_now")


def _others(words: Wording, catalogue: Catalogue, changes: Sequence[Change]) -> Iterator[str]:
    """Steps back of one day and one cause in a line, as what was done with several exercises on one day; the rest one
    by one."""
    said: dict[tuple[object, ...], list[str]] = {}
    for change in changes:
        said.setdefault(_but_its_exercise(change), []).append(words.reason(_named(words, change.why)))
    back: dict[tuple[date, str], list[Change]] = {}
    for change in changes:
        if change.kind is ChangeKind.LESS:
            back.setdefault((change.day, SHORT_WHY.get(change.why.key, change.why.key)), []).append(change)
    for change in changes:
        if change.kind in GROWTH or change.kind in AFTER_PAIN:
            continue
        if change.kind is not ChangeKind.LESS:
            for line in _of_several(words, said.pop(_but_its_exercise(change), [])):
                yield dated(words, change.day, line)
            continue
        row = back.pop((change.day, SHORT_WHY.get(change.why.key, change.why.key)), [])
        if row:
            yield _steps_back(words, catalogue, row)


def _but_its_exercise(change: Change) -> tuple[object, ...]:
    """What changes that are told in one line have in common: the day, and all that is said but the exercise."""
    values = {name: value for name, value in change.why.values.items() if name != "exercise"}
    return change.day, change.why.key, *sorted(values.items())


def _of_several(words: Wording, lines: Sequence[str]) -> Sequence[str]:
    """In one line, where they differ in nothing but the exercise they begin with."""
    heads, colons, rests = zip(*(line.partition(":") for line in lines), strict=True) if lines else ((), (), ())
    if len(lines) < 2 or len(set(rests)) > 1 or not all(colons):
        return lines
    return (words.locale.listed(list(heads)) + colons[0] + rests[0],)


def _steps_back(words: Wording, catalogue: Catalogue, row: Sequence[Change]) -> str:
    key = row[0].why.key
    why = words(SHORT_WHY[key]) if key in SHORT_WHY else words.reason(row[0].why)
    named = [_step(words, catalogue, change) for change in row]
    return dated(words, row[0].day, words("doctor_less", why=why, steps=joined(words, named)))


def _step(words: Wording, catalogue: Catalogue, change: Change) -> str:
    between = from_to(words, catalogue, change)
    if change.exercise is None:
        return words("doctor_step_session", **between)
    return words("doctor_step", exercise=exercise_name(words, catalogue, change.exercise), **between)


def from_to(words: Wording, catalogue: Catalogue, change: Change) -> dict[str, str]:
    if change.budget:
        return {"from": clock(change.budget[0]), "to": clock(change.budget[1])}
    before, after = change.before or Dose(1, 0), change.after or Dose(1, 0)
    exercise = catalogue.exercises[change.exercise or ""]
    return {"from": bare_dose(words, before), "to": table_dose(words, exercise, after)}


def _named(words: Wording, why: Reason) -> Reason:
    """Programme and age are told by their names."""
    values = dict(why.values)
    if "programme" in values:
        values["programme"] = words(f"programme_{values['programme']}")
    if "age" in values:
        values["age"] = words("age_" + str(values["age"]).replace("-", "_").rstrip("+"))
    return Reason(why.key, values)
