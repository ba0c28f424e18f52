"""What a grown-up says of a child becomes facts, and the rules of what may be said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.core.content import AgeBand
from game.core.events import (
    AgeChosen,
    ChildAdded,
    ChildChanged,
    ChildPutAway,
    DoctorAsked,
    Fact,
    ProgrammeChosen,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.profile import SIGNS, UNDER_THREE, Profile, fits, may_put_away
from tests.diary import lived
from tests.player import Player

ANNA = Profile(nickname="Anna", age="5-6", signs=())
DAY = date(2026, 1, 5)


def test_a_new_child_is_its_look_its_signs_and_its_programme_in_this_order() -> None:
    assert ANNA.child_facts() == (
        ChildAdded("Anna", "kva", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children", 28),
    )  # fmt: skip


def test_a_name_that_is_taken_gets_a_number() -> None:
    first, *_ = replace(ANNA, others=("ANNA",)).child_facts()
    assert first == ChildAdded("Anna 2", "kva", AgeBand.FIVE_SIX, 1)


@pytest.mark.parametrize("is_asked", [False, True])
def test_ticked_signs_lock_until_a_doctor_was_asked(is_asked: bool) -> None:
    ticked = replace(ANNA, signs=SIGNS[:2], is_doctor_asked=is_asked)
    assert ticked.waits_for_doctor is not is_asked
    assert ticked.sign_facts() == (SignsTicked(SIGNS[:2]), *((DoctorAsked("signs"),) if is_asked else ()))


def test_after_surgery_the_dates_and_the_surgeons_word_are_told_and_waited_for() -> None:
    operated = replace(ANNA, programme="after_surgery", surgery=DAY)
    assert operated.waits_for_surgeon
    assert operated.programme_facts()[1:] == (SurgeryPlanned(DAY, None), SurgeonAgreed(False))
    assert not replace(operated, surgeon_start=DAY, has_surgeon_agreed=True).waits_for_surgeon
    assert not replace(ANNA, surgery=DAY).waits_for_surgeon


@pytest.mark.parametrize("age", AgeBand)
def test_the_grown_ups_programme_is_for_eleven_and_older_and_falls_back_to_the_usual(age: AgeBand) -> None:
    profile = replace(ANNA, age=age.value, programme="grown_up")
    profile.fit()
    assert fits("grown_up", age) is (age is AgeBand.ELEVEN_UP)
    assert profile.programme == ("grown_up" if age is AgeBand.ELEVEN_UP else "children")


def test_a_familys_own_programme_fits_every_age() -> None:
    profile = replace(ANNA, age="3-4", programme="our_routine")
    profile.fit()
    assert profile.programme == "our_routine"


def test_under_three_nobody_becomes_a_child() -> None:
    with pytest.raises(ValueError, match="under 3"):
        replace(ANNA, age=UNDER_THREE).child_facts()


def test_an_edit_tells_what_was_changed_and_nothing_else() -> None:
    child = lived("+0 morning * finished well right", 1).robin.child
    same = Profile(nickname=child.nickname, animal=child.animal, skin=child.skin, age=child.age.value,
                   programme=child.programme or "", course_days=child.course_days, signs=child.signs)  # fmt: skip
    assert (same.changes(child), same.programme_change(child), same.sign_change(child)) == ((), (), ())
    assert replace(same, age="11+").changes(child) == (AgeChosen(AgeBand.ELEVEN_UP),)
    assert replace(same, programme="prevention").programme_change(child) == (
        ProgrammeChosen("prevention", child.course_days),
    )


def test_the_only_one_who_plays_is_not_put_away() -> None:
    player = Player.with_family()
    assert not may_put_away(player.ctx.family)
    second = player.add_child("Leo")
    assert may_put_away(player.ctx.family)
    player.record(ChildPutAway(), child=second)
    assert not may_put_away(player.ctx.family)


@pytest.mark.parametrize(("signs", "is_asked", "told"), [
    (("limp",), False, ()), (("limp",), True, (DoctorAsked("signs"),)), (("limp", "new"), False, (SignsTicked(("limp", "new")),)),
    (("new",), True, (SignsTicked(("new",)), DoctorAsked("signs"))), ((), False, (SignsTicked(()),)), ((), True, (SignsTicked(()),)),
])  # fmt: skip
def test_other_signs_and_the_doctors_word_are_told_by_themselves(
    signs: tuple[str, ...], is_asked: bool, told: tuple[Fact, ...]
) -> None:
    child = replace(lived("", 1).robin.child, signs=("limp",), is_doctor_asked=False)
    assert Profile(signs=signs, is_doctor_asked=is_asked).sign_change(child) == told


def test_the_doctors_word_taken_back_ticks_the_signs_anew() -> None:
    child = replace(lived("", 1).robin.child, signs=("limp",), is_doctor_asked=True)
    assert Profile(signs=("limp",), is_doctor_asked=True).sign_change(child) == ()
    assert Profile(signs=("limp",), is_doctor_asked=False).sign_change(child) == (SignsTicked(("limp",)),)


@pytest.mark.parametrize(("surgery", "start", "agreed", "told"), [
    (DAY, DAY, False, ()), (DAY, None, False, (SurgeryPlanned(DAY, None),)), (None, DAY, False, (SurgeryPlanned(None, DAY),)),
    (DAY, DAY, True, (SurgeonAgreed(True),)), (None, None, True, (SurgeryPlanned(None, None), SurgeonAgreed(True))),
])  # fmt: skip
def test_other_dates_and_the_surgeons_word_are_told_by_themselves(
    surgery: date | None, start: date | None, agreed: bool, told: tuple[Fact, ...]
) -> None:
    child = replace(lived("", 1).robin.child, programme="after_surgery", surgery=DAY, surgeon_start=DAY)
    operated = Profile(programme="after_surgery", surgery=surgery, surgeon_start=start, has_surgeon_agreed=agreed)
    assert operated.programme_change(child) == operated.surgery_change(child) == told
    assert replace(operated, programme="children").programme_change(child) == (ProgrammeChosen("children", 28),)


@pytest.mark.parametrize("change", [{"nickname": "Bert"}, {"animal": "bo"}, {"skin": 2}])
def test_another_name_picture_or_foot_is_one_change(change: dict[str, object]) -> None:
    child = replace(lived("", 1).robin.child, nickname="Anna", animal="kva", skin=1, age=AgeBand.FIVE_SIX)
    (told,) = replace(ANNA, **change).changes(child)
    assert told == ChildChanged(**({"nickname": "Anna", "animal": "kva", "skin": 1} | change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("missing", "waits"), [("surgery", True), ("surgeon_start", True), ("has_surgeon_agreed", True), ("", False)]
)
def test_after_surgery_each_date_and_the_word_are_waited_for(missing: str, waits: bool) -> None:
    whole = replace(ANNA, programme="after_surgery", surgery=DAY, surgeon_start=DAY, has_surgeon_agreed=True)
    assert (replace(whole, **{missing: None}) if missing else whole).waits_for_surgeon is waits  # type: ignore[arg-type]
    assert not replace(ANNA, nickname="").is_child_complete and not replace(ANNA, age="").is_child_complete
    assert ANNA.is_child_complete and replace(ANNA, age="").band is None
