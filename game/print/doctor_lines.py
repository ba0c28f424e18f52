"""The sentences of the doctor's page: pain and stops, pauses, signs and what was ordered.

The list of pain begins with what hurt most lately, and every list says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from game.core.content import Catalogue, Slot
from game.core.days import days_between
from game.core.events import ExerciseOrdered
from game.core.reports.changes import ChangeKind
from game.core.reports.doctor_records import DoctorsReport, EarlierHurt, Hurt, PutRight, Stopped
from game.core.rules.ordered_feet import OrderedFeet
from game.print.doctor_changes import dated, from_to, joined
from game.print.document import Run, Runs, runs
from game.print.wording import (
    Wording,
    exercise_name,
    hurt_name,
    short_date,
    sign_text,
    table_amount,
)

MOST_HURTS, MOST_STOPS, MOST_PAUSES = 9, 4, 6  # items of a list; the table has all of them
MOST_EARLIER = 3  # of the pain, from before the period: the latest, for what rests came from it


def year_date(words: Wording, day: date) -> str:
    """A day with its year."""
    return words.date(day, "year")


def period(words: Wording, report: DoctorsReport) -> str:
    """From when to when."""
    first = words.date(report.first) if report.first.year == report.last.year else year_date(words, report.first)
    return words("doctor_period", **{"from": first, "to": year_date(words, report.last)})


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
    counted = {_of(hurt) for hurt in report.hurts}
    lines += [_put_right(words, catalogue, right) for right in report.put_right if _of(right) not in counted]
    lines += [
        runs(dated(words, change.day, words.reason(change.why)))
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
        lines.append(runs(words("doctor_partly_away", what=joined(words, named))))
    return tuple(lines)


def _of(told: Hurt | PutRight) -> tuple[date, Slot | None, str]:
    """Of which play it was told."""
    return told.day, told.slot, told.what if isinstance(told, Hurt) else told.exercise


def _put_right(words: Wording, catalogue: Catalogue, right: PutRight) -> Runs:
    name = exercise_name(words, catalogue, right.exercise)
    return runs(dated(words, right.day, words("doctor_put_right", exercise=name, told=right.told, score=right.now)))


def _hurt(words: Wording, catalogue: Catalogue, report: DoctorsReport, hurt: Hurt) -> Runs:
    first = [words("doctor_hurt_put_right", told=row.told) for row in report.put_right if _of(row) == _of(hurt)]
    return _pain(words, catalogue, hurt, (*first, *_followed(words, catalogue, report, hurt)))


def _earlier(words: Wording, catalogue: Catalogue, report: DoctorsReport, row: EarlierHurt) -> Runs:
    return _pain(words, catalogue, row.hurt, earlier_sentences(words, report, row))


def _pain(words: Wording, catalogue: Catalogue, hurt: Hurt, followed: Iterable[str]) -> Runs:
    what = hurt_name(words, catalogue, hurt.what)
    key = "doctor_hurt" if hurt.score is not None else "doctor_hurt_unsaid"
    said = dated(words, hurt.day, words(key, exercise=what, score=hurt.score or 0))
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
            yield words("doctor_hurt_back", **from_to(words, catalogue, change))
            return
        if change.kind is ChangeKind.RESTS and near == 0:
            allowed = next((later for later in about if later.kind is ChangeKind.ALLOWED), None)
            if allowed is None:
                yield words("doctor_hurt_rests")
            else:
                yield words("doctor_hurt_rested", date=short_date(words, allowed.day))
            return


def _stops(words: Wording, catalogue: Catalogue, stops: Sequence[Stopped]) -> Iterator[Runs]:
    """Stops without pain, those of one day in a line, each with what was asked for: it may be less in the evening."""
    days: dict[date, list[Stopped]] = {}
    for stop in stops:
        days.setdefault(stop.day, []).append(stop)
    rows = list(days.items())
    if (more := len(rows) - MOST_STOPS) and more > 0:
        yield runs(words("doctor_more_stops", n=more))
    for day, row in rows[-MOST_STOPS:]:
        named = [
            words(
                "doctor_stop_at",
                exercise=exercise_name(words, catalogue, stop.exercise),
                done=stop.done,
                whole=table_amount(words, catalogue.exercises[stop.exercise], stop.whole),
            )
            for stop in row
        ]
        yield runs(dated(words, day, words("doctor_stopped", what=joined(words, named))))


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
    """Who ordered what and when, in one paragraph, what is ordered alike in one sentence; "" where nothing is."""
    head = report.order
    said = [words("doctor_ordered_by", who=head.said_by, date=year_date(words, head.said_on))] if head else []
    alike: dict[str, list[str]] = {}
    for order in report.ordered:
        if parts := order_parts(words, catalogue, order):
            alike.setdefault(words.locale.in_row(parts), []).append(exercise_name(words, catalogue, order.exercise))
    said += [f"{words.locale.listed(names)}: {parts}." for parts, names in alike.items()]
    if head and head.hold_until and head.hold_until > report.last:
        said.append(words(hold_key(report), date=short_date(words, head.hold_until)))
    if head and head.next_visit:
        said.append(words("doctor_ordered_visit", date=short_date(words, head.next_visit)))
    return " ".join(said)


def hold_key(report: DoctorsReport) -> str:
    """The sentence on the hold that was ordered: it holds, or the parents let go of it."""
    return "doctor_ordered_let_go" if report.is_let_go else "doctor_ordered_hold"


def order_parts(words: Wording, catalogue: Catalogue, order: ExerciseOrdered) -> list[str]:
    """What an order says of its exercise, in few words; what is as the game has it is left out."""
    exercise, parts = catalogue.exercises[order.exercise], list[str]()
    if order.plays is not None:
        parts.append(words("ordered_on" if order.plays else "ordered_off"))
    feet = OrderedFeet.of(order)
    if feet.alone:
        parts.append(words(f"doctor_{feet.alone}_foot"))
    elif feet.first:
        parts.append(words(f"doctor_ordered_{feet.first}_first"))
    if order.start is not None:
        parts.append(words("doctor_ordered_start", amount=table_amount(words, exercise, order.start)))
    if order.cap is not None:
        parts.append(words("doctor_ordered_most", amount=table_amount(words, exercise, order.cap)))
    if order.most_sets is not None:
        parts.append(words("doctor_ordered_sets", n=order.most_sets))
    return parts
