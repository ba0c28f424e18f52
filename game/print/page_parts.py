"""What of the report a family lets a doctor see: what is left out is in none of its files, and each of them says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

from game.core.events import Grade, Outcome, PauseReason
from game.core.quest import reason
from game.core.reports.changes import Change
from game.core.reports.doctor_records import DoctorsReport, PausedDays
from game.core.reports.records import PlayRow
from game.frozen import dataclass
from game.print.doctor_changes import AFTER_PAIN

OF_PAIN = ("reason_ouch", "reason_painful_stop", "reason_same_pain", "reason_budget_ouch")  # how their keys begin


@dataclass(frozen=True, slots=True)
class PageParts:
    """What the family has on the page. What is left out is said on it: no doctor shall take silence for health."""

    pain: bool = True
    feet: bool = True
    question: bool = True
    nickname: bool = True

    @property
    def left_out(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(field.name for field in fields(self) if not getattr(self, field.name))


EVERYTHING = PageParts()


def as_shown(report: DoctorsReport, shown: PageParts) -> DoctorsReport:
    """The report with nothing of what is left out."""
    if not shown.pain:
        report = _without_pain(report)
    if not shown.feet:
        rows = (replace(row, left=0, right=0, is_apart=False) for row in report.exercises)
        report = replace(report, curves=(), exercises=tuple(rows))
    if not shown.question:
        report = replace(report, question="")
    return report if shown.nickname else replace(report, nickname="")


def _without_pain(report: DoctorsReport) -> DoctorsReport:
    """No score, nothing that says that it hurt, and no reason that names pain. Stops without pain go as well: what is
    not among them would be one with it."""
    later = tuple(replace(row, pain=None, sore=None) for row in report.later_plays if row.grade is not Grade.NOT_TODAY)
    return replace(
        report,
        hurts=(),
        earlier_hurts=(),
        put_right=(),
        stops=(),
        partly_away=(),
        plays=tuple(map(_painless, report.plays)),
        later_plays=later,
        paused=tuple(map(_unsaid, report.paused)),
        changes=tuple(_changes(report.changes)),
        exercises=tuple(replace(row, is_resting=False) for row in report.exercises),
        closed=tuple(
            why for why in report.closed if not is_of_pain(why.key) and PauseReason.OUCH not in why.values.values()
        ),
    )


def is_of_pain(key: str) -> bool:
    """Whether the reason of that key names pain.

    >>> is_of_pain("reason_ouch_low"), is_of_pain("reason_hard")
    (True, False)
    """
    return key.startswith(OF_PAIN)


def _painless(play: PlayRow) -> PlayRow:
    outcome = Outcome.STOPPED if play.outcome is Outcome.HURT else play.outcome
    return replace(play, outcome=outcome, is_hurt=False, pain=None, is_pain_later=False, sore=None)


def _unsaid(span: PausedDays) -> PausedDays:
    return replace(span, why=None, since=None) if span.why is PauseReason.OUCH else span


def _changes(rows: Iterable[Change]) -> Iterator[Change]:
    """Doses as they changed; why, only where it was not pain."""
    for row in rows:
        if row.kind not in AFTER_PAIN:
            yield replace(row, why=reason("doctor_why_left_out")) if is_of_pain(row.why.key) else row
