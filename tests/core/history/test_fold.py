"""What stands after a row of facts: one child's records, and what of the gate's wrong tries a parent is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    AgeChosen,
    ChildBroughtBack,
    ChildChanged,
    ChildPutAway,
    DoctorAsked,
    Fact,
    GatePassed,
    GateSet,
    GateTried,
    LevelPlayed,
    OuchTold,
    Outcome,
    PageShown,
    QuestionNoted,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
    StickerFound,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.fold import MOST_MISSED, TRIES_SEEN, fold
from game.core.history.history import Child, Family
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue


def child(*facts: Fact) -> Child:
    robin = SimulatedChild(catalogue(), "anna")
    robin.record(START, 8, *facts)
    return robin.child


# ---------------------------------------------------------------- a child
def test_a_child_put_away_is_brought_back() -> None:
    assert not child(AgeChosen(AgeBand.FIVE_SIX)).is_put_away
    assert child(ChildPutAway()).is_put_away and not child(ChildPutAway(), ChildBroughtBack()).is_put_away


def test_the_last_name_picture_and_age_stand() -> None:
    who = child(ChildChanged("Anna", "bo", 2), ChildChanged("Anne", "kva", 3), AgeChosen(AgeBand.SEVEN_TEN))
    assert (who.nickname, who.animal, who.skin, who.age) == ("Anne", "kva", 3, AgeBand.SEVEN_TEN)


def test_the_question_for_the_visit_is_the_one_noted_last_and_none_again_when_it_is_taken_out() -> None:
    assert child(QuestionNoted("Why?"), QuestionNoted("When?")).question == "When?"
    assert child(QuestionNoted("Why?"), QuestionNoted("")).question == "" == child().question


def test_signs_ticked_again_wait_for_the_doctor_again_and_pains_doctor_is_another() -> None:
    limp = SignsTicked(("limp",))
    assert child(limp).waits_for_doctor and not child(limp, DoctorAsked("signs")).waits_for_doctor
    assert (
        child(limp, DoctorAsked("signs"), limp).waits_for_doctor and child(limp, DoctorAsked("pain")).waits_for_doctor
    )
    assert not child(SignsTicked(())).waits_for_doctor and not child().waits_for_doctor


def test_the_surgeons_word_is_of_one_operation() -> None:
    first, moved, other = (SurgeryPlanned(plus(START, n), plus(START, m)) for n, m in ((0, 14), (0, 20), (9, 20)))
    agreed = SurgeonAgreed(True)
    assert child(first, agreed).has_surgeon_agreed and child(first, agreed, moved).has_surgeon_agreed
    assert child(agreed, first).has_surgeon_agreed, "said before the dates were typed"
    assert not child(first, agreed, other).has_surgeon_agreed
    assert not child(first, agreed, SurgeonAgreed(False)).has_surgeon_agreed


def test_a_page_that_opened_on_two_computers_opened_once() -> None:
    assert child(PageShown(1), PageShown(2), PageShown(1)).pages == {1, 2}


def test_a_sticker_and_the_same_star_are_found_once() -> None:
    play = LevelPlayed("play", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)
    begun = SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk",))
    who = child(
        begun, play, StickerFound("fox"), StickerFound("fox"), StickerFound("owl"),
        StarsAwarded("play", 1, "tried"), StarsAwarded("play", 1, "tried"), StarsAwarded("play", 2, "careful"),
        StarsAwarded("s", 1, "quest"), StarsAwarded("s", 1, "quest"), SessionEnded("s", SessionEnding.WHOLE),
    )  # fmt: skip
    assert (who.stickers, who.stars) == (("fox", "owl"), 4)
    assert (who.attempts["play"].stars, who.sessions["s"].stars) == (3, 1)
    assert (who.attempts["play"].done_left, who.attempts["play"].done_right, who.attempts["play"].away) == (
        20,
        0,
        False,
    )
    assert who.sessions["s"].ending is SessionEnding.WHOLE and who.sessions["s"].quest is QuestKind.QUEST


@pytest.mark.parametrize(
    ("scores", "ouch", "hurts"),
    [
        ((), None, False),
        ((None,), None, True),
        ((0,), 0, True),
        ((2, 6), 6, True),
        ((6, 2), 6, True),
        ((None, 3), 3, True),
        ((3, None), 3, True),
    ],
)
@pytest.mark.parametrize("when", ["before the play", "after it", "folded apart"])
def test_the_highest_score_stands_also_one_told_while_the_level_was_still_played(
    scores: tuple[int | None, ...], ouch: int | None, hurts: bool, when: str
) -> None:
    begun = SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk",))
    play = LevelPlayed("play", "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)
    pains = [OuchTold("play", "bear_walk", START, Slot.MORNING, score) for score in scores]
    robin = SimulatedChild(catalogue(), "anna")
    robin.record(START, 8, begun)
    if when == "after it":
        robin.record(START, 8, play, *pains)
    elif when == "before the play":
        robin.record(START, 8, *pains, play)
    else:
        for fact in (*pains, play):
            robin.record(START, 8, fact)
    told = robin.child.attempts["play"]
    assert (told.ouch, told.is_hurt) == (ouch, hurts)


# ---------------------------------------------------------------- the gate
def family(*told: tuple[float, Fact]) -> Family:
    """These facts, so many seconds after the first moment."""
    robin = SimulatedChild(catalogue(), "anna")
    (first,) = robin.record(START, 8, GateTried())
    events = [
        replace(first, id=f"e{n}", seq=n + 1, child=None, at=first.at + timedelta(seconds=after), fact=fact)
        for n, (after, fact) in enumerate(told)
    ]
    return fold(SimulatedChild(catalogue(), "bert").family, events)


def test_tries_are_counted_until_the_gate_is_passed_or_set_anew() -> None:
    tried = [(60.0 * n, GateTried()) for n in range(3)]
    assert [len(family(*tried[:n]).tries) for n in range(4)] == [0, 1, 2, 3]
    assert family(*tried, (200, GatePassed())).tries == ()
    anew = family(*tried, (400, GatePassed()), *tried, (900, GateSet("pin", "code")))
    assert (anew.tries, anew.missed) == ((), ())


@pytest.mark.parametrize(("wrong", "told"), [(0, 0), (1, 0), (2, 2), (3, 3), (4, 4)])
def test_one_wrong_try_right_before_the_right_one_is_a_slip_and_two_are_told(wrong: int, told: int) -> None:
    assert len(family(*[(10.0 * n, GateTried()) for n in range(wrong)], (50, GatePassed())).missed) == told


@pytest.mark.parametrize(("seconds", "told"), [(59, 0), (60, 0), (61, 1), (3600, 1)])
def test_a_wrong_try_up_to_a_minute_before_the_right_one_is_a_slip(seconds: int, told: int) -> None:
    assert len(family((0, GateTried()), (seconds, GateTried()), (seconds, GatePassed())).missed) == told


@pytest.mark.parametrize(("seconds", "told"), [(0, 2), (5, 2), (6, 3)])
def test_the_try_up_to_five_seconds_before_the_passing_is_the_right_one(seconds: int, told: int) -> None:
    tries = [(0.0, GateTried()), (1.0, GateTried()), (900.0, GateTried())]
    assert len(family(*tries, (900 + seconds, GatePassed())).missed) == told


def test_wrong_tries_add_up_until_a_parent_has_read_of_them_and_the_newest_two_hundred_are_kept() -> None:
    once = [*[(n, GateTried()) for n in range(4)], (900.0, GatePassed())]
    assert len(family(*once, *once).missed) == 8
    assert family(*once, (901, SettingChosen(TRIES_SEEN, "now"))).missed == ()
    assert len(family(*once, (901, SettingChosen("voice", "3"))).missed) == 4
    assert MOST_MISSED == 200
    for many in (199, 200, 201):
        kept = family(*[(n, GateTried()) for n in range(many)], (9000.0, GatePassed())).missed
        assert len(kept) == min(many, 200) and kept[-1] - kept[0] == timedelta(seconds=len(kept) - 1)
        assert (kept[-1] - kept[0]).seconds == min(many, 200) - 1
