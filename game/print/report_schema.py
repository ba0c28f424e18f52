"""The schema that documents the report's JSON, draft 7: what each field is, and what it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from game.core.content import AgeBand, Foot, Position, Side, Slot, Unit
from game.core.events import Effort, Grade, Outcome, PauseReason
from game.core.reports.changes import ChangeKind
from game.core.rules.function_quests import Part
from game.print.page_parts import PageParts
from game.print.report_json import FORMAT, VERSION, Json

DAY: Json = {"type": "string", "format": "date"}
NO_DAY: Json = {"type": ["string", "null"], "format": "date"}
COUNT: Json = {"type": "integer", "minimum": 0}
NO_COUNT: Json = {"type": ["integer", "null"], "minimum": 0}
YES: Json = {"type": "boolean"}
NO_YES: Json = {"type": ["boolean", "null"]}
TEXT: Json = {"type": "string"}
NO_TEXT: Json = {"type": ["string", "null"]}
COUNTED: Json = {"type": ["integer", "null"], "minimum": 0}
LEFT_OUT: Json = {
    "type": "array",
    "description": "What the family left out: nothing of it is told, which does not say that there was nothing.",
    "items": {"enum": [field.name for field in fields(PageParts)]},
}
SCORE: Json = {"type": ["integer", "null"], "minimum": 0, "maximum": 10}


def _one_of(values: Sequence[str], *, or_none: bool = False) -> Json:
    return {"enum": [*values, *([None] if or_none else [])]}


def _object(says: str, **properties: Json) -> dict[str, Json]:
    names = [name.rstrip("_") for name in properties]
    return {
        "type": "object",
        "description": says,
        "additionalProperties": False,
        "required": names,
        "properties": dict(zip(names, properties.values(), strict=True)),
    }


def _rows(says: str, **properties: Json) -> Json:
    return {"type": "array", "description": says, "items": _object("", **properties)}


def report_schema() -> dict[str, Json]:
    """The JSON Schema of what `game.print.report_json` writes."""
    slot, foot = _one_of(tuple(Slot)), _one_of(tuple(Foot), or_none=True)
    dose: Json = {"anyOf": [_object("sets of an amount, one foot's where each foot does it; that foot alone where one "
                                    "was ordered", sets=COUNT, amount=COUNT, foot=foot),
                            {"type": "null"}]}  # fmt: skip
    pain: dict[str, Json] = {
        "day": DAY, "slot": _one_of(tuple(Slot), or_none=True), "what": TEXT, "score": SCORE,
        "foot_told": _one_of(tuple(Side), or_none=True), "foot_at_work": foot, "told_later": YES,
    }  # fmt: skip
    share = _one_of(("nothing", "part", "most", "all"))
    whole = _object(
        "One child's practice over some days, as the family wrote it down. It measures no foot.",
        format={"const": FORMAT},
        version={"const": VERSION},
        made_up={"type": "boolean", "description": "Of the game's made-up family: no child did any of it."},
        measures_nothing=TEXT,
        left_out=LEFT_OUT,
        child=_object("No full name and no birth date are known.", nickname=TEXT, age=_one_of(tuple(AgeBand))),
        programme=NO_TEXT,
        programme_since=NO_DAY,
        from_=DAY,
        to=DAY,
        made=DAY,
        week_of_play={"type": "integer", "minimum": 1},
        figures=_object(
            "Sessions are mornings and evenings; after graduation days are counted instead. Times are seconds.",
            sessions_planned=COUNT, sessions_done=COUNT, percent=NO_COUNT, days_instead_of_sessions_from=NO_DAY,
            practice_days=COUNT, days=COUNT, practice_days_told_later=COUNT, paused_days=COUNT,
            budget_before_s=COUNT, budget_s=COUNT, budget_cap_s=COUNT, planned_s=COUNT, done_s=COUNT,
            held=YES, ouches=NO_COUNT, strongest=SCORE,
            told_later=COUNT,
        ),
        weeks=_rows("From Monday on, cut by the period. Active days had something tried, told of or not yet.",
                    monday=DAY, planned=COUNT, done=COUNT, active_days=COUNT, paused_days=COUNT),
        days=_rows("How much of each half was done, and the seconds planned and done. Active: tried and told of.",
                   day=DAY, planned_s=COUNT, done_s=COUNT, morning=share, evening=share, active=YES, paused=YES,
                   told_later=YES),
        pauses=_rows("Days in a row on which nothing could be played; null: a lock, or a course's month off. `since`: "
                     "the day on which pain paused everything, where that was before this time.",
                     from_=DAY, to=DAY, days=COUNT, why=_one_of(tuple(PauseReason), or_none=True), since=NO_DAY),
        pain=_rows("Every pain told, 1 to 10; null: nobody said how much. The foot told; the one at work, if known.",
                   **pain),
        pain_before=_rows("Strong pain from before this time for which an exercise, or everything, still rested as it "
                          "began.", **pain, rests=YES, paused_since=NO_DAY),
        pain_put_right=_rows("Pain that was told, and put right by a parent: what was told, and what counts.", day=DAY,
                             slot=slot, exercise=TEXT, told=COUNT, now=COUNT),
        stops=_rows("Plays stopped without pain: units done of all, both feet together.", day=DAY, slot=slot,
                    exercise=TEXT, done=COUNT, whole=COUNT, foot_at_work=foot),
        exercises=_rows(
            "Over the whole time; left and right are the units of the last days that the rules compare. What rests "
            "after pain comes again on the day that a parent said, with that dose; null: not said.",
            exercise=TEXT, position=_one_of(tuple(Position)), unit=_one_of(tuple(Unit)), each_foot=YES,
            dose_before=dose, dose=dose, in_play=YES, resting=YES, again_on=NO_DAY, dose_again=dose,
            left_out=YES, planned=COUNT, done=COUNT,
            grades=_object("how often", **{g.value: COUNT for g in Grade}),
            efforts=_object("how often; easy is too easy", **{e.value: COUNT for e in Effort}),
            untold=COUNT, told_later=COUNT, left=NO_COUNT, right=NO_COUNT, apart=NO_YES,
        ),
        plays=_rows(
            "Every play: its dose, the units done by each foot (both together: done_left alone), the parent's words. "
            "What was done away and not all of it nobody counted: null; so is what was left out.",
            day=DAY, slot=slot, exercise=TEXT, sets=COUNT, amount=COUNT, outcome=_one_of(tuple(Outcome), or_none=True),
            done_left=COUNTED, done_right=COUNTED, away=YES, grade=_one_of(tuple(Grade), or_none=True),
            effort=_one_of(tuple(Effort), or_none=True), hurt=NO_YES, score=SCORE, told_later=YES,
        ),
        told_later=_rows(
            "Done away from the computer and told when it counted no more: for the record, in no count above but pain.",
            day=DAY, slot=slot, exercise=TEXT, sets=COUNT, amount=COUNT, grade=_one_of(tuple(Grade)),
            effort=_one_of(tuple(Effort)), score=SCORE, refused=YES, foot_told=pain["foot_told"], told=DAY,
        ),
        changes=_rows(
            "What changed, from the day on which it counts, the day on which it was told or decided, and why.", day=DAY,
            said=DAY, kind=_one_of(tuple(ChangeKind)),
            exercise=NO_TEXT, dose_before=dose, dose=dose, budget_before_s=NO_COUNT, budget_s=NO_COUNT, why=TEXT,
        ),
        function=_rows(
            "What the feet could do, counted by a grown-up, up to the end of the time.", what=_one_of(tuple(Part)),
            foot=foot, values=_rows("the best of each day", day=DAY, value=COUNT),
        ),
        signs={"anyOf": [{"type": "null"}, _object(
            "Signs that need a doctor, as ticked last.", ticked={"type": "array", "items": TEXT}, on=NO_DAY,
            doctor_asked=YES)]},
        surgery={"anyOf": [{"type": "null"}, _object(
            "An operation, as the parents told it.", operation=NO_DAY, surgeon_start=NO_DAY, surgeon_agreed=YES)]},
        order={"anyOf": [{"type": "null"}, _object(
            "The therapist's page in force at the end of the time.", said_by=TEXT, said_on=DAY, hold_until=NO_DAY,
            hold_let_go=YES, next_visit=NO_DAY)]},
        ordered=_rows(
            "What was ordered of an exercise; null is as the game has it. Plays: true on, false off. Foot: that one "
            "alone; of both, first_foot begins.", exercise=TEXT,
            said_by=TEXT, said_on=DAY, plays={"type": ["boolean", "null"]}, foot=foot, first_foot=foot, start=NO_COUNT,
            most=NO_COUNT, most_sets=NO_COUNT,
        ),
        question=NO_TEXT,
        closed={"type": "array", "description": "Why nothing may be played at the end of the time.", "items": TEXT},
    )  # fmt: skip
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A report of the Barefoot Trail", **whole}
