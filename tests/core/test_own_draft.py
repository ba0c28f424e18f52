"""The form for an exercise of one's own: every bound, every refusal, and a name for the file in any script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.content import FRIENDS, AgeBand, Position, Unit
from game.core.own_draft import (
    MOST_SETS,
    AgeRoom,
    OwnDraft,
    OwnPart,
    WorkingFeet,
    as_exercise,
    clips_of,
    draft_of,
    may_not_change,
    new_id,
    picture_sets,
    refusals,
    with_host,
    with_pictures,
)
from game.data.files.art import ArtLibrary
from game.data.levels.fields import IS_ID
from game.data.levels.playable import read_shipped

CATALOGUE = read_shipped()
WORK = CATALOGUE.rules.work_seconds_most
SHOWN = CATALOGUE.exercises["caterpillar"].demonstration
GOOD = OwnDraft(SHOWN, name="Towel", who="Ms Weber")
NUMBERS = (OwnPart.START, OwnPart.STEP, OwnPart.CAP, OwnPart.SECONDS)


def said(draft: OwnDraft, *names: str) -> list[tuple[OwnPart, str]]:
    return [(refusal.part, refusal.reason.key) for refusal in refusals(draft, WORK, names)]


def test_a_name_and_who_ordered_it_are_all_a_new_form_needs() -> None:
    assert said(OwnDraft(SHOWN)) == [(OwnPart.NAME, "own_refused_name"), (OwnPart.WHO, "order_refused_who")]
    assert said(GOOD) == []


@pytest.mark.parametrize(
    ("change", "part", "why"),
    [
        ({"name": " \u200d "}, OwnPart.NAME, "own_refused_name"),
        ({"name": "bear walk"}, OwnPart.NAME, "own_refused_taken"),
        ({"who": " "}, OwnPart.WHO, "order_refused_who"),
        ({"cap": 16}, OwnPart.CAP, "own_refused_both"),  # 16 x 4 s x 2 feet are 128
        ({"side": WorkingFeet.TOGETHER, "cap": 31}, OwnPart.CAP, "own_refused_one"),
        ({"start": 99, "cap": 99}, OwnPart.START, "own_refused_both"),
        ({"start": 0}, OwnPart.START, "own_refused_least"),
        ({"cap": 0}, OwnPart.CAP, "own_refused_least"),
        ({"start": 9, "cap": 8}, OwnPart.START, "own_refused_start"),
        ({"step": 0}, OwnPart.STEP, "own_refused_step"),
        ({"step": 3}, OwnPart.STEP, "own_refused_step"),  # 5, 8, 11: never 10
        ({"seconds": 0}, OwnPart.SECONDS, "own_refused_seconds"),
        ({"seconds": 61}, OwnPart.SECONDS, "own_refused_seconds"),
    ],
)
def test_a_value_past_a_bound_is_refused_with_its_reason(
    change: dict[str, object], part: OwnPart, why: str
) -> None:  # fmt: skip
    assert said(replace(GOOD, **change), "Bear walk") == [(part, why)]  # type: ignore[arg-type]


@pytest.mark.parametrize("cap", [15, 10])
def test_the_most_itself_is_taken(cap: int) -> None:
    assert said(replace(GOOD, cap=cap)) == []


def test_what_was_played_keeps_its_unit_and_its_feet() -> None:
    before = as_exercise(GOOD, "towel", "why", "source")
    assert may_not_change(replace(GOOD, cap=8, side=WorkingFeet.LEFT), before) is None
    assert may_not_change(GOOD.in_unit(Unit.SECONDS, WORK), before).part is OwnPart.UNIT  # type: ignore[union-attr]
    assert may_not_change(replace(GOOD, side=WorkingFeet.TOGETHER), before).part is OwnPart.SIDE  # type: ignore[union-attr]


steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(NUMBERS), st.sampled_from((-1, 1))),
        st.sampled_from(list(WorkingFeet)),
        st.sampled_from([unit for unit in Unit if unit is not Unit.MINUTES]),
    ),
    max_size=60,
)


ROOMS = {age: AgeRoom.of(CATALOGUE.rules, age) for age in AgeBand}
AGES = [(AgeBand.THREE_FOUR, 40, 2), (AgeBand.FIVE_SIX, 60, 3), (AgeBand.SEVEN_TEN, 80, 3), (AgeBand.ELEVEN_UP, 100, 3)]


@pytest.mark.parametrize(("age", "start", "sets"), AGES)
def test_at_each_age_a_start_is_its_share_of_the_first_session_and_all_sets_fit_the_longest(
    age: AgeBand, start: int, sets: int
) -> None:
    """120 seconds of work are the most of one set: at 3 to 4 a third of them would not fit six minutes."""
    timed = replace(GOOD.in_unit(Unit.SECONDS, WORK), side=WorkingFeet.LEFT, step=1, start=start, cap=120, sets=sets)

    def found(draft: OwnDraft) -> list[tuple[OwnPart, str]]:
        return [(refusal.part, refusal.reason.key) for refusal in refusals(draft, 240, (), ROOMS[age])]

    assert found(timed) == []
    assert found(replace(timed, start=start + 1)) == [(OwnPart.START, "own_refused_age_start")]
    if sets < MOST_SETS:
        assert found(replace(timed, sets=sets + 1)) == [(OwnPart.SETS, "own_refused_age_sets")]
    assert replace(timed, sets=MOST_SETS).with_sets_for(ROOMS[age]).sets == sets


def test_one_that_takes_too_long_to_begin_with_at_that_age_is_told_of_its_seconds() -> None:
    slow = replace(GOOD, start=1, cap=1, seconds=41, side=WorkingFeet.TOGETHER)
    found = refusals(slow, WORK, (), ROOMS[AgeBand.THREE_FOUR])
    assert [(r.part, r.reason.key) for r in found] == [(OwnPart.SECONDS, "own_refused_age_seconds")]
    assert refusals(slow, WORK, (), ROOMS[AgeBand.FIVE_SIX]) == ()


def test_every_exercise_of_the_game_starts_within_what_an_own_one_may_at_the_youngest_age() -> None:
    room = ROOMS[AgeBand.THREE_FOUR]
    for exercise in CATALOGUE.exercises.values():
        work = exercise.ramp.start * exercise.seconds_per_unit * exercise.feet
        assert exercise.beside or work <= room.start_work, exercise.id


@given(steps)
def test_by_arrows_and_choices_alone_no_value_is_ever_refused(row: list[object]) -> None:
    draft = GOOD
    for step in row:
        if isinstance(step, WorkingFeet):
            draft = replace(draft, side=step).within(WORK)
        elif isinstance(step, Unit):
            draft = draft.in_unit(step, WORK)
        else:
            part, by = step  # type: ignore[misc]
            if part is not OwnPart.SECONDS or draft.unit is not Unit.SECONDS:
                draft = draft.moved(part, by, WORK)
        assert said(draft) == [], draft


@given(st.text(max_size=60), st.frozensets(st.sampled_from(["our", "our_2", "towel"])))
def test_any_name_gives_a_file_a_name_that_is_free(name: str, taken: frozenset[str]) -> None:
    id_ = new_id(name, taken)
    assert IS_ID(id_) and id_ not in taken and len(id_) <= 60


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Towel on the stairs", "towel_on_the_stairs"), ("Zoë's heel-lift", "zoes_heel_lift"), ("Съёмка", "semka"),
        ("5 küsse", "our_5_kusse"), ("足", "our"), ("CON", "our_con"), ("lpt1", "our_lpt1"), ("True", "our_true"),
    ],
)  # fmt: skip
def test_a_file_is_named_in_plain_letters_on_every_system(name: str, id_: str) -> None:
    assert new_id(name, ()) == id_


def test_the_form_says_again_what_it_wrote() -> None:
    draft = replace(
        GOOD, how="Slowly.", right="Straight.", cheat="Rolling in.", side=WorkingFeet.LEFT, position=Position.FLOOR
    )
    exercise = as_exercise(draft, "towel", "why", "source")
    assert draft_of(exercise, WorkingFeet.LEFT.foot, "Ms Weber") == replace(draft, id="towel")
    assert draft_of(exercise, None, "Ms Weber").side is WorkingFeet.EACH
    bare = as_exercise(GOOD, "towel", "why", "source")
    assert bare.what == "Towel" and draft_of(bare, None, "Ms Weber").how == ""


def test_pictures_bring_what_they_need_and_every_friend_offered_has_every_clip() -> None:
    library = ArtLibrary()
    rows = picture_sets(tuple(CATALOGUE.exercises.values()), Position.WALKING)
    assert rows[0].position is Position.WALKING and len(rows) == len(CATALOGUE.exercises) - 1  # not the walk outdoors
    for row in rows:
        exercise = as_exercise(with_pictures(GOOD, row), "towel", "why", "source")
        assert set(exercise.swaps) <= set(exercise.equipment) == set(CATALOGUE.exercises[row.like].equipment)
        for host in FRIENDS:
            shown = with_host(row.shown, host)
            assert shown.host == host and (shown.close_up or host == row.shown.host or shown.right != row.shown.right)
            if host == row.shown.host or row.shown.close_up:
                assert all(clip.clip in library.rig(clip.rig).clips for clip in clips_of(shown))
