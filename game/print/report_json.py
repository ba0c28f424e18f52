"""The report as JSON for programs; `game.print.report_schema` documents it.

Days are ISO dates, times seconds, names the ids of the level files. Sentences (`why`) are in the language of the page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from game.core.content import Foot
from game.core.events import Effort, Grade
from game.core.reports.doctor_records import DoctorsReport, Hurt
from game.core.rules.dose import Dose
from game.print.page_parts import EVERYTHING, PageParts
from game.print.wording import Wording

FORMAT = "barefoot-trail-report"
VERSION = 1  # a number higher when a field changes its meaning or goes; a new field changes nothing
NO_FEET: Mapping[str, None] = {"left": None, "right": None, "apart": None}
Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]


def as_json(
    report: DoctorsReport, words: Wording, shown: PageParts = EVERYTHING, *, is_made_up: bool = False
) -> bytes:  # fmt: skip
    """The report as a file's content, UTF-8."""
    told = plain(report, words, shown, is_made_up=is_made_up)
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def plain(
    report: DoctorsReport, words: Wording, shown: PageParts = EVERYTHING, *, is_made_up: bool = False
) -> dict[str, Json]:  # fmt: skip
    """The report in plain values, as the schema has them; nothing of what is left out is in the report any more."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_up": is_made_up,
        "measures_nothing": words("doctor_paper_no_measure"),
        "left_out": list(shown.left_out),
        "child": {"nickname": report.nickname, "age": report.age.value},
        "programme": report.programme,
        "programme_since": _day(report.programme_since),
        "from": str(report.first),
        "to": str(report.last),
        "made": str(report.today),
        "week_of_play": report.week,
        "figures": _figures(report, shown),
        "weeks": [
            {"monday": str(w.monday), "planned": w.planned, "done": w.done, "active_days": w.practice_days,
             "paused_days": w.paused_days}
            for w in report.weeks
        ],
        "days": [
            {"day": str(d.day), "planned_s": d.planned_s, "done_s": d.done_s, "morning": d.morning.value,
             "evening": d.evening.value, "active": d.is_active, "paused": d.is_paused, "told_later": bool(d.later)}
            for d in report.day_rows if not d.is_future
        ],
        "pauses": [
            {"from": str(p.first), "to": str(p.last), "days": p.days, "why": p.why.value if p.why else None,
             "since": _day(p.since)}
            for p in report.paused
        ],
        "pain": [_pain(hurt) for hurt in report.hurts],
        "pain_before": [
            {**_pain(e.hurt), "rests": e.rests, "paused_since": _day(e.paused_since)} for e in report.earlier_hurts
        ],
        "pain_put_right": [
            {"day": str(r.day), "slot": r.slot.value, "exercise": r.exercise, "told": r.told, "now": r.now}
            for r in report.put_right
        ],
        "stops": [
            {"day": str(s.day), "slot": s.slot.value, "exercise": s.exercise, "done": s.done, "whole": s.whole,
             "foot_at_work": _foot(s.foot)}
            for s in report.stops
        ],
        "exercises": [
            {"exercise": e.exercise, "position": e.position.value, "unit": e.unit.value, "each_foot": e.per_foot,
             "dose_before": _dose(e.before), "dose": _dose(e.now), "in_play": e.is_in_play, "resting": e.is_resting,
             "again_on": _day(e.again_on), "dose_again": _dose(e.again),
             "left_out": e.is_left_out, "planned": e.planned, "done": e.done,
             "grades": {g.value: e.grades[g] for g in Grade}, "efforts": {f.value: e.efforts[f] for f in Effort},
             "untold": e.untold, "told_later": e.later,
             **({"left": e.left, "right": e.right, "apart": e.is_apart} if shown.feet else NO_FEET)}
            for e in report.exercises
        ],
        "plays": [
            {"day": str(p.day), "slot": p.slot.value, "exercise": p.exercise, "sets": p.sets, "amount": p.amount,
             "outcome": p.outcome.value if p.is_counted and shown.pain else None,
             "done_left": p.done_left if p.is_counted and shown.feet else None,
             "done_right": p.done_right if p.is_counted and shown.feet else None, "away": p.is_away,
             "grade": p.grade.value if p.grade else None, "effort": p.effort.value if p.effort else None,
             "hurt": p.is_hurt if shown.pain else None, "score": p.pain,
             "told_later": p.is_word_later or p.is_pain_later}
            for p in report.plays
        ],
        "told_later": [
            {"day": str(t.day), "slot": t.slot.value, "exercise": t.exercise, "sets": t.sets, "amount": t.amount,
             "grade": t.grade.value, "effort": t.effort.value, "score": t.pain, "refused": t.is_refused,
             "foot_told": t.sore.value if t.sore else None, "told": str(t.told)}
            for t in report.later_plays
        ],
        "changes": [
            {"day": str(c.day), "said": str(c.said_on), "kind": c.kind.value, "exercise": c.exercise,
             "dose_before": _dose(c.before), "dose": _dose(c.after),
             "budget_before_s": c.budget[0] if c.budget else None, "budget_s": c.budget[1] if c.budget else None,
             "why": words.reason(c.why)}
            for c in report.changes
        ],
        "function": [
            {"what": f.part.value, "foot": _foot(f.foot),
             "values": [{"day": str(p.on), "value": p.value} for p in f.points]}
            for f in report.curves
        ],
        "signs": None if report.signs is None else {
            "ticked": list(report.signs), "on": _day(report.signs_on), "doctor_asked": report.is_doctor_asked,
        },
        "surgery": None if report.surgery is None else {
            "operation": _day(report.surgery.surgery), "surgeon_start": _day(report.surgery.surgeon_start),
            "surgeon_agreed": report.surgery.has_agreed,
        },
        "order": None if report.order is None else {
            "said_by": report.order.said_by, "said_on": str(report.order.said_on),
            "hold_until": _day(report.order.hold_until), "hold_let_go": report.is_let_go,
            "next_visit": _day(report.order.next_visit),
        },
        "ordered": [
            {"exercise": o.exercise, "said_by": o.said_by, "said_on": str(o.said_on), "plays": o.plays,
             "foot": _foot(o.foot), "first_foot": _foot(o.first_foot),
             "start": o.start, "most": o.cap, "most_sets": o.most_sets}
            for o in report.ordered
        ],
        "question": report.question or None,
        "closed": [words.reason(why) for why in report.closed],
    }  # fmt: skip


def _figures(report: DoctorsReport, shown: PageParts) -> dict[str, Json]:
    return {
        "sessions_planned": report.planned,
        "sessions_done": report.done,
        "percent": report.percent,
        "days_instead_of_sessions_from": _day(report.strong_from),
        "practice_days": report.practice_days,
        "days": report.days,
        "practice_days_told_later": report.later_days,
        "paused_days": report.paused_days,
        "budget_before_s": report.budget_before_s,
        "budget_s": report.budget_s,
        "budget_cap_s": report.budget_cap_s,
        "planned_s": report.planned_s,
        "done_s": report.done_s,
        "held": report.is_held,
        "ouches": len(report.hurts) if shown.pain else None,
        "strongest": report.worst,
        "told_later": report.later_words,
    }


def _pain(hurt: Hurt) -> dict[str, Json]:
    return {
        "day": str(hurt.day),
        "slot": hurt.slot.value if hurt.slot else None,
        "what": hurt.what,
        "score": hurt.score,
        "foot_told": hurt.sore.value if hurt.sore else None,
        "foot_at_work": _foot(hurt.foot),
        "told_later": hurt.is_later,
    }


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _foot(foot: Foot | None) -> str | None:
    return foot.value if foot else None


def _dose(dose: Dose | None) -> Json:
    return {"sets": dose.sets, "amount": dose.amount, "foot": _foot(dose.foot)} if dose else None
