"""The sentences of the doctor's page: pain and stops, pauses, signs, and what changed and why.

The list of pain begins with what hurt most lately, and every list says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between
from game.core.events import ExerciseOrdered
from game.core.quest import Reason
from game.core.reports.changes import GROWTH, Change, ChangeKind, Growth, growths
from game.core.reports.doctor_records import DoctorsReport, EarlierHurt, Hurt, PutRight, Stopped
from game.core.rules.dose import Dose
from game.print.document import Run, Runs, runs
from game.print.wording import (
    Wording,
    bare_dose,
    clock,
    exercise_name,
    hurt_name,
    short_date,
    sign_text,
    table_amount,
    table_dose,
)

MOST_HURTS, MOST_STOPS, MOST_CHANGES, MOST_PAUSES = 9, 4, 12, 6  # items of a list; the table has all of them
MOST_EARLIER = 3  # of the pain, from before the period: the latest, for what rests came from it
NAMED = 3  # exercises named in one sentence
AFTER_PAIN = (ChangeKind.STOPPED, ChangeKind.ASKED, ChangeKind.RESTS, ChangeKind.ALLOWED)  # told beside the pain
SHORT_WHY = {
    "reason_hard": "doctor_why_hard", "reason_partly": "doctor_why_partly", "reason_ouch_low": "doctor_why_pain",
    "reason_ouch_back": "doctor_why_ouch_back", "reason_gap_week": "doctor_why_gap_week",
    "reason_gap_long": "doctor_why_gap_long", "reason_budget_gap_week": "doctor_why_gap_week",
    "reason_budget_gap_long": "doctor_why_gap_long", "reason_shortened": "doctor_why_shortened",
    "reason_parent_back": "doctor_why_parent", "reason_into_course": "doctor_why_course",
    "reason_surgery_start": "doctor_why_surgery", "reason_in_again": "doctor_why_in_again",
    "reason_budget_cap": "doctor_why_age",
}  # fmt: skip


def year_date(words: Wording, day: date) -> str:
    """A day with its year."""
    return words.date(day, "year")


def period(words: Wording, report: DoctorsReport) -> str:
    """From when to when."""
    first = words.date(report.first) if report.first.year == report.last.year else year_date(words, report.first)
    return words("doctor_period", **{"from": first, "to": year_date(words, report.last)})


def _dated(words: Wording, day: date, said: str) -> str:
    """What was on a day: 9 Nov - and what."""
    return f"{short_date(words, day)} \u2013 {said}"


# ------------------------------------------------------------------------------------------ pain and stops
def pain_lines(words: Wording, catalogue: Catalogue, report: DoctorsReport) -> tuple[Runs, ...]:
    """What hurt, what was stopped, and how the programme rested; one line where nothing did. First what hurt before the
    period, where something rested for it when the period began."""
    earlier = report.earlier_hurts[-MOST_EARLIER:]
    hurts = report.hurts[-MOST_HURTS + len(earlier) :]
    lines = [_earlier(words, catalogue, report, row) for row in earlier]
    if more := len(report.hurts) - len(hurts) + len(report.earlier_hurts) - len(earlier):
        lines.append(runs(words("doctor_more_pain", n=more)))
    lines += [_hurt(words, catalogue, report, hurt) for hurt in hurts]
    lines += [_put_right(words, catalogue, right) for right in report.put_right]
    lines += [
        runs(_dated(words, change.day, words.reason(change.why)))
        for change in report.changes
        if change.kind in (ChangeKind.STOPPED, ChangeKind.ASKED)
    ]
    if not report.hurts:
        lines.append(runs(words("doctor_no_pain")))
    lines += _stops(words, catalogue, report.stops)
    if report.partly_away:
        rows = reversed(report.partly_away)  # the latest are named
        named = [
            words("doctor_partly_at", exercise=exercise_name(words, catalogue, row.exercise),
                  date=short_date(words, row.day))
            for row in rows
        ]  # fmt: skip
        lines.append(runs(words("doctor_partly_away", what=_joined(words, named))))
    return tuple(lines)


def _put_right(words: Wording, catalogue: Catalogue, right: PutRight) -> Runs:
    name = exercise_name(words, catalogue, right.exercise)
    return runs(_dated(words, right.day, words("doctor_put_right", exercise=name, told=right.told, score=right.now)))


def _hurt(words: Wording, catalogue: Catalogue, report: DoctorsReport, hurt: Hurt) -> Runs:
    return _pain(words, catalogue, hurt, _followed(words, catalogue, report, hurt))


def _earlier(words: Wording, catalogue: Catalogue, report: DoctorsReport, row: EarlierHurt) -> Runs:
    return _pain(words, catalogue, row.hurt, earlier_sentences(words, report, row))


def _pain(words: Wording, catalogue: Catalogue, hurt: Hurt, followed: Iterable[str]) -> Runs:
    what = hurt_name(words, catalogue, hurt.what)
    key = "doctor_hurt" if hurt.score is not None else "doctor_hurt_unsaid"
    said = _dated(words, hurt.day, words(key, exercise=what, score=hurt.score or 0))
    more = [foot] if (foot := hurt_foot(words, hurt)) else []
    more += [words("doctor_hurt_later")] if hurt.is_later else []
    return runs(Run(said, True), *(" " + sentence for sentence in (*more, *followed)))


def earlier_sentences(words: Wording, report: DoctorsReport, row: EarlierHurt) -> Iterator[str]:
    """That it was before the period, and what still rested for it."""
    yield words("doctor_hurt_earlier")
    if row.rests:
        about = (change for change in report.changes if change.exercise == row.hurt.what)
        allowed = next((short_date(words, change.day) for change in about if change.kind is ChangeKind.ALLOWED), None)
        yield words("doctor_hurt_rested", date=allowed) if allowed else words("doctor_hurt_rests")
    if row.paused_since:
        yield words("doctor_hurt_paused", date=short_date(words, row.paused_since))


def hurt_foot(words: Wording, hurt: Hurt) -> str:
    """Which foot hurt, as it was told, else which one was at work; "" where neither is known."""
    if hurt.sore:
        return words(f"doctor_hurt_{hurt.sore.value}")
    return words("doctor_hurt_foot", foot=words(f"word_{hurt.foot.value}")) if hurt.foot else ""


def _followed(words: Wording, catalogue: Catalogue, report: DoctorsReport, hurt: Hurt) -> Iterator[str]:
    """What the rules, and then a parent, did about it."""
    about = [change for change in report.changes if change.exercise == hurt.what and change.day >= hurt.day]
    for change in about:
        near = days_between(hurt.day, change.day)
        if change.kind is ChangeKind.LESS and change.why.key == "reason_ouch_low" and near <= 1:
            yield words("doctor_hurt_back", **_from_to(words, catalogue, change))
            return
        if change.kind is ChangeKind.RESTS and near == 0:
            allowed = next((later for later in about if later.kind is ChangeKind.ALLOWED), None)
            if allowed is None:
                yield words("doctor_hurt_rests")
            else:
                yield words("doctor_hurt_rested", date=short_date(words, allowed.day))
            return


def _stops(words: Wording, catalogue: Catalogue, stops: Sequence[Stopped]) -> Iterator[Runs]:
    """Stops without pain, those of one session in a line."""
    sessions: dict[tuple[date, str], list[Stopped]] = {}
    for stop in stops:
        sessions.setdefault((stop.day, stop.slot.value), []).append(stop)
    rows = list(sessions.items())
    if (more := len(rows) - MOST_STOPS) and more > 0:
        yield runs(words("doctor_more_stops", n=more))
    for (day, _), row in rows[-MOST_STOPS:]:
        named = [
            words(
                "doctor_stop_at",
                exercise=exercise_name(words, catalogue, stop.exercise),
                done=stop.done,
                whole=table_amount(words, catalogue.exercises[stop.exercise], stop.whole),
            )
            for stop in row
        ]
        yield runs(_dated(words, day, words("doctor_stopped", what=_joined(words, named))))


def _joined(words: Wording, named: Sequence[str]) -> str:
    """Some by name, the rest by their number."""
    if len(named) <= NAMED:
        return "; ".join(named)
    return "; ".join(named[: NAMED - 1]) + "; " + words("doctor_and_more", n=len(named) - NAMED + 1)


# ------------------------------------------------------------------------------------------ pauses and signs
def pause_lines(words: Wording, report: DoctorsReport) -> tuple[str, ...]:
    """When nothing could be played, and why."""
    spans = report.paused[-MOST_PAUSES:]
    lines = [
        words(
            "doctor_paused" if (span.since or span.first) < span.last else "doctor_paused_day",
            **{"from": short_date(words, span.since or span.first), "to": short_date(words, span.last)},
            why=words(f"pause_{span.why.value}") if span.why else words("doctor_paused_locked"),
        )
        for span in spans
    ]
    if more := len(report.paused) - len(spans):
        lines.append(words("doctor_more_pauses", n=more))
    return tuple(lines)


def sign_lines(words: Wording, report: DoctorsReport) -> tuple[Runs, ...]:
    """The signs that need a doctor, as they were ticked last; and an operation, where there was one."""
    lines = []
    if report.signs is None:
        lines.append(runs(words("doctor_signs_unasked")))
    elif not report.signs:
        lines.append(runs(words("doctor_signs_none", date=year_date(words, report.signs_on or report.first))))
    else:
        ticked = "; ".join(sign_text(words, sign) for sign in report.signs)
        lines.append(runs(Run(ticked, True)))
        asked = "doctor_signs_asked" if report.is_doctor_asked else "doctor_signs_open"
        lines.append(runs(words(asked, date=year_date(words, report.signs_on or report.first))))
    if report.surgery is not None:
        unknown = words("doctor_date_unknown")
        days = [
            year_date(words, day) if day else unknown for day in (report.surgery.surgery, report.surgery.surgeon_start)
        ]
        word = words("doctor_surgeon_agreed" if report.surgery.has_agreed else "doctor_surgeon_open")
        lines.append(runs(words("doctor_operation", date=days[0], start=days[1], word=word)))
    return tuple(lines)


# ------------------------------------------------------------------------------------------ what was ordered
def order_line(words: Wording, catalogue: Catalogue, report: DoctorsReport) -> str:
    """Who ordered what and when, in one paragraph; "" where nothing is ordered."""
    head = report.order
    said = [words("doctor_ordered_by", who=head.said_by, date=year_date(words, head.said_on))] if head else []
    for order in report.ordered:
        parts = order_parts(words, catalogue, order)
        if parts:
            said.append(f"{exercise_name(words, catalogue, order.exercise)}: {words.locale.in_row(parts)}.")
    if head and head.hold_until and head.hold_until > report.last:
        said.append(words("doctor_ordered_hold", date=short_date(words, head.hold_until)))
    if head and head.next_visit:
        said.append(words("doctor_ordered_visit", date=short_date(words, head.next_visit)))
    return " ".join(said)


def order_parts(words: Wording, catalogue: Catalogue, order: ExerciseOrdered) -> list[str]:
    """What an order says of its exercise, in few words; what is as the game has it is left out."""
    exercise, parts = catalogue.exercises[order.exercise], list[str]()
    if order.plays is not None:
        parts.append(words("ordered_on" if order.plays else "ordered_off"))
    if order.foot is not None:
        parts.append(words(f"doctor_{order.foot}_foot"))
    if order.start is not None:
        parts.append(words("doctor_ordered_start", amount=table_amount(words, exercise, order.start)))
    if order.cap is not None:
        parts.append(words("doctor_ordered_most", amount=table_amount(words, exercise, order.cap)))
    if order.most_sets is not None:
        parts.append(words("doctor_ordered_sets", n=order.most_sets))
    return parts


# ------------------------------------------------------------------------------------------ what changed, and why
def change_lines(words: Wording, catalogue: Catalogue, report: DoctorsReport) -> tuple[Runs, ...]:
    """First how it grew, then everything else, oldest first; the latest where there are many."""
    lines = list(_growth(words, catalogue, report, growths(report.changes)))
    rest = list(_others(words, catalogue, report.changes))
    if (more := len(rest) - MOST_CHANGES) and more > 0:
        lines.append(words("doctor_more_changes", n=more))
    lines += rest[-MOST_CHANGES:]
    return tuple(runs(line) for line in lines or [words("doctor_no_change")])


def _growth(
    words: Wording, catalogue: Catalogue, report: DoctorsReport, rows: Sequence[Growth]
) -> Iterator[str]:  # fmt: skip
    for row in rows:
        if row.exercise is None:
            longer = {"from": clock(row.before.amount), "to": clock(row.after.amount)}
            yield words("doctor_longer", n=row.steps, **longer)
    if steps := sum(row.steps for row in rows if row.exercise is not None):
        yield words("doctor_grown", n=steps)
    joined = [row for row in rows if row.exercise is not None and row.has_joined]
    if joined:
        days: dict[date, list[str]] = {}
        for row in joined:
            days.setdefault(row.first, []).append(exercise_name(words, catalogue, row.exercise or ""))
        yield words(
            "doctor_joined",
            names="; ".join(f"{short_date(words, d)} {words.locale.listed(n)}" for d, n in days.items()),
        )
    if report.is_held_by_parents:
        yield words("doctor_held_now")


def _others(words: Wording, catalogue: Catalogue, changes: Sequence[Change]) -> Iterator[str]:
    """Steps back of one day and one cause in a line, the rest one by one."""
    back: dict[tuple[date, str], list[Change]] = {}
    for change in changes:
        if change.kind is ChangeKind.LESS:
            back.setdefault((change.day, SHORT_WHY.get(change.why.key, change.why.key)), []).append(change)
    for change in changes:
        if change.kind in GROWTH or change.kind in AFTER_PAIN:
            continue
        if change.kind is not ChangeKind.LESS:
            yield _dated(words, change.day, words.reason(_named(words, change.why)))
            continue
        row = back.pop((change.day, SHORT_WHY.get(change.why.key, change.why.key)), [])
        if row:
            yield _steps_back(words, catalogue, row)


def _steps_back(words: Wording, catalogue: Catalogue, row: Sequence[Change]) -> str:
    key = row[0].why.key
    why = words(SHORT_WHY[key]) if key in SHORT_WHY else words.reason(row[0].why)
    named = [_step(words, catalogue, change) for change in row]
    return _dated(words, row[0].day, words("doctor_less", why=why, steps=_joined(words, named)))


def _step(words: Wording, catalogue: Catalogue, change: Change) -> str:
    between = _from_to(words, catalogue, change)
    if change.exercise is None:
        return words("doctor_step_session", **between)
    return words("doctor_step", exercise=exercise_name(words, catalogue, change.exercise), **between)


def _from_to(words: Wording, catalogue: Catalogue, change: Change) -> dict[str, str]:
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
