"""Every fact survives being written and read; what is no fact is unreadable, never an exception of another kind."""

from __future__ import annotations

import json
import typing
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.core.events import Fact, LevelConfirmed, SurgeryPlanned, ToldLater
from game.data.journal import facts
from game.data.journal.facts import KINDS, UnreadableFact, read, written

ANY_FACT = st.one_of([st.from_type(cls) for cls in typing.get_args(Fact)])
WORD = st.text(max_size=8)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | WORD | st.dates().map(str)
ANYTHING = PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(WORD, PLAIN, max_size=2)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, dict]:
    """A fact's kind and body, anything JSON can hold in some of its own fields."""
    kind, body = written(draw(ANY_FACT))
    values = json.loads(body)
    for name in sorted(values):
        if draw(st.booleans()):
            values[name] = draw(ANYTHING)
    return kind, values


@given(ANY_FACT)
def test_a_fact_written_and_read_is_the_same_fact(fact: Fact) -> None:
    kind, body = written(fact)
    assert read(kind, body) == fact
    assert body.isascii()


@given(spoilt())
@example(("level_confirmed", {}))
@example(("level_confirmed", {"attempt": "a", "effort": "right"}))
@example(("level_confirmed", {"attempt": "a", "effort": "right", "grade": "well", "mood": ["sunny"]}))
@settings(max_examples=300)
def test_a_body_with_anything_in_its_fields_is_a_fact_of_its_kind_or_unreadable(told: tuple[str, dict]) -> None:
    kind, values = told
    try:
        fact = read(kind, json.dumps(values))
    except UnreadableFact:
        return
    assert written(fact)[0] == kind and read(*written(fact)) == fact


def test_what_was_told_for_the_record_before_its_pain_had_a_foot_is_read() -> None:
    body = (
        '{"amount":20,"effort":"right","exercise":"bear_walk","grade":"well","on":"2026-01-09","score":3,"sets":1,'
        '"slot":"evening"}'
    )
    fact = read("told_later", body)
    assert isinstance(fact, ToldLater) and (fact.score, fact.foot, fact.sore) == (3, None, None)


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{", "[" * 100_000, '{"attempt": 1, "grade": "well", "effort": "right"}']
)
def test_broken_json_is_unreadable(body: str) -> None:
    with pytest.raises(UnreadableFact):
        read("level_confirmed", body)


def test_a_kind_of_a_newer_game_is_unreadable() -> None:
    with pytest.raises(UnreadableFact, match="no kind"):
        read("moon_walked", "{}")


def test_a_field_of_a_newer_game_is_left_alone() -> None:
    body = '{"attempt":"a","effort":"right","grade":"well","mood":"sunny"}'
    assert isinstance(read("level_confirmed", body), LevelConfirmed)


def test_true_is_no_number() -> None:
    with pytest.raises(UnreadableFact):
        read("stars_awarded", '{"about":"a","stars":true,"why":"tried"}')


def test_dates_may_be_unknown() -> None:
    fact = SurgeryPlanned(date(2026, 2, 1), None)
    assert written(fact) == ("surgery_planned", '{"surgeon_start":null,"surgery":"2026-02-01"}')


def test_the_names_in_families_diaries_never_change() -> None:
    """A renamed class would make every older diary unreadable: keep these words, whatever the classes are called."""
    assert set(KINDS) >= {
        "gate_set", "gate_tried", "gate_passed", "setting_chosen", "child_added", "child_changed", "age_chosen",
        "child_put_away", "child_brought_back", "signs_ticked", "doctor_asked", "programme_chosen",
        "surgery_planned", "surgeon_agreed", "exercise_switched", "exercise_ordered", "order_written", "days_planned",
        "session_started", "level_played",
        "session_ended", "ouch_told", "level_confirmed", "stars_awarded", "sticker_found", "function_measured",
        "function_hurt", "retracted", "paused", "resumed", "held", "released", "stepped_back",
        "stepped_forward", "exercise_allowed", "graduated",
    }  # fmt: skip
    assert facts.kind_of(LevelConfirmed) in KINDS
