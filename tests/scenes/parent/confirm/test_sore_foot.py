"""Which foot hurt is asked where pain is told, in one press, and reaches the doctor."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Side, Slot
from game.core.days import plus
from game.core.events import DoctorAsked, Effort, Grade, LevelConfirmed, OuchTold, Outcome, PainPlaced, ToldLater
from game.core.reports.doctor import doctors_report
from game.core.rules.journey import journey
from game.scenes import routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.plan.plan_board import Cell
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.progress import ProgressPage
from game.ui.controls import Command
from tests.diary import both, lived
from tests.player import Player
from tests.scenes.rooms import all_written_on, complaints, written_on
from tests.told import facts, grown_ups, pass_gate, played, to_confirm

FEET = ("side-left", "side-both", "side-right")


def asked(
    *, outcome: Outcome = Outcome.FINISHED, left: int | None = None, ouch: int | None = None, hurts: bool = False
) -> Player:  # fmt: skip
    """At the page that asks about one play."""
    player = Player.with_family(size=(1280, 720))
    played(player, "caterpillar", amount=3, right=3, outcome=outcome, left=left, ouch=ouch, hurts=hurts)
    to_confirm(player)
    pass_gate(player)
    assert player.scene.name == "confirm"
    return player


def feet(player: Player) -> tuple[str, ...]:
    assert isinstance(player.scene, ConfirmPage)
    return tuple(w.name for w in player.scene.widgets if w.name.startswith("side-"))


def sore_for_the_doctor(player: Player, child: str = "") -> list[tuple[int | None, Side | None]]:
    today = player.ctx.today
    report = doctors_report(player.ctx.catalogue, player.ctx.child(child or player.child), today, today, today)
    return [(hurt.score, hurt.sore) for hurt in report.hurts]


@pytest.mark.parametrize("side", Side)
def test_a_face_asks_which_foot_and_one_press_tells_the_doctor(side: Side) -> None:
    player = asked()
    assert feet(player) == (), "nothing hurt yet"
    player.key(Command.HURT, "o")
    player.keys("4")
    assert feet(player) == FEET and complaints(player.scene) == []
    assert "Which foot hurt?" in written_on(player.scene)
    player.tap(f"side-{side.value}")
    player.keys("1")
    assert [f.side for f in facts(player, PainPlaced)] == [side]
    assert sore_for_the_doctor(player) == [(4, side)]
    said = {Side.LEFT: "left foot", Side.RIGHT: "right foot", Side.BOTH: "both feet"}[side]
    assert f"it hurt, 4 of 10, {said}" in written_on(player.scene) and complaints(player.scene) == []


@pytest.mark.parametrize(("key", "side"), [("5", Side.LEFT), ("6", Side.BOTH), ("7", Side.RIGHT)])
def test_by_keys_alone_how_much_which_foot_and_how_well_are_told_in_four_presses(key: str, side: Side) -> None:
    player = asked()
    player.keys(key)
    assert facts(player, PainPlaced) == [], "before a face no foot is asked for"
    for pressed in ("o", "4", key):
        player.keys(pressed)
    assert [w.is_stop for w in player.screen.widgets if w.name.startswith("side-")] == [True] * 3
    written = all_written_on(player.scene)
    assert {"5", "6", "7"} <= set(written) and any("5 6 7" in line for line in written), "the keys are shown"
    player.keys("1")
    assert [f.side for f in facts(player, PainPlaced)] == [side] and sore_for_the_doctor(player) == [(4, side)]


def test_the_keypad_says_which_foot_as_well() -> None:
    player = asked()
    player.keys("o2")
    player.wait(0.45)
    player.hardware("kp7")
    assert isinstance(player.scene, ConfirmPage) and player.scene.sore is Side.RIGHT


def test_no_answer_to_which_foot_is_an_answer() -> None:
    player = asked()
    player.tap("hurt")
    player.tap("face-2")
    player.keys("1")
    assert facts(player, PainPlaced) == [] and sore_for_the_doctor(player) == [(2, None)]


def test_a_foot_pressed_again_is_not_told() -> None:
    player = asked()
    player.tap("hurt")
    player.tap("face-2")
    player.tap("side-left")
    player.tap("side-left")
    player.keys("1")
    assert facts(player, PainPlaced) == []


def test_a_foot_goes_with_the_pain_that_was_put_away_again() -> None:
    player = asked()
    player.tap("hurt")
    player.tap("face-2")
    player.tap("side-left")
    player.tap("none")
    assert feet(player) == ()
    player.keys("1")
    assert facts(player, PainPlaced) == [] and facts(player, OuchTold) == []


def test_the_first_face_asks_for_no_foot() -> None:
    player = asked()
    player.tap("hurt")
    player.tap("face-0")
    assert feet(player) == ()


@pytest.mark.parametrize("ouch", [2, 6, None])
def test_a_play_that_was_stopped_because_it_hurt_asks_which_foot(ouch: int | None) -> None:
    """The child's own face is set already; without one the face comes first."""
    player = asked(outcome=Outcome.HURT, left=2, ouch=ouch, hurts=True)
    if ouch is None:
        assert feet(player) == ()
        player.tap("face-6")
    assert feet(player) == FEET and complaints(player.scene) == []
    player.focus("side-right")
    player.key(Command.ACTIVATE)
    player.tap("grade-partly")
    assert sore_for_the_doctor(player) == [(ouch or 6, Side.RIGHT)]


def test_naming_a_foot_moves_no_dose() -> None:
    states = []
    for press in ((), ("side-left",)):
        player = asked()
        for name in ("hurt", "face-4", *press, "grade-well"):
            player.tap(name)
        player.next_day()
        child = player.ctx.child(player.child)
        states.append(journey(player.ctx.catalogue, child, player.ctx.today).now(player.ctx.today))
    assert states[0] == states[1]


def test_undo_of_a_grade_keeps_the_foot_and_the_next_one_stands() -> None:
    player = asked()
    for name in ("hurt", "face-4", "side-left"):
        player.tap(name)
    player.keys("1u")
    scene = player.scene
    assert isinstance(scene, ConfirmPage) and (scene.ouch, scene.sore) == (4, Side.LEFT)
    player.tap("side-right")
    player.keys("3")
    assert [f.side for f in facts(player, PainPlaced)] == [Side.LEFT, Side.RIGHT]
    assert sore_for_the_doctor(player) == [(4, Side.RIGHT)] and len(facts(player, LevelConfirmed)) == 1


def test_a_foot_of_the_row_before_is_not_that_of_the_next() -> None:
    player = Player.with_family(size=(1280, 720))
    for exercise in ("bear_walk", "caterpillar"):
        played(player, exercise, amount=3, right=3)
    to_confirm(player)
    pass_gate(player)
    for name in ("hurt", "face-2", "side-left", "grade-well", "hurt", "face-2", "grade-well"):
        player.tap(name)
    assert len(facts(player, PainPlaced)) == 1
    assert sore_for_the_doctor(player) == [(2, Side.LEFT), (2, None)]


def test_a_pain_told_for_the_record_asks_which_foot_too_and_still_says_that_it_is_for_the_record() -> None:
    player = Player.with_family(size=(1280, 720))
    attempt, day = played(player, "caterpillar", amount=3, right=3), player.ctx.today
    for _ in range(4):
        player.next_day()
    player.scene = ConfirmPage(player.ctx, player.child, player.scene, (attempt,))
    for name in ("hurt", "face-4", "side-left"):
        player.tap(name)
    assert complaints(player.scene) == []
    assert any("stands in the diary" in line for line in written_on(player.scene))
    player.tap("grade-well")
    report = doctors_report(player.ctx.catalogue, player.ctx.child(player.child), day, day, player.ctx.today)
    assert [(hurt.score, hurt.sore) for hurt in report.hurts] == [(4, Side.LEFT)]


def test_the_card_of_a_resting_programme_says_which_foot_hurt() -> None:
    player = Player.with_family(size=(1280, 720))
    for side, exercise in (("left", "caterpillar"), ("both", "bear_walk")):
        played(player, exercise, amount=3, right=3)
        to_confirm(player)
        pass_gate(player)
        for name in ("hurt", "face-6", f"side-{side}", "grade-partly"):
            player.tap(name)
        player.next_day()
    grown_ups(player)
    assert isinstance(player.scene, ProgressPage) and player.scene.shows == "rests"
    said = max((line for line in written_on(player.scene) if ", 6" in line), key=len)
    assert "Caterpillar, 6 of 10, left foot" in said and said.endswith("Bear walk, 6 of 10, both feet")
    assert complaints(player.scene) == []


@pytest.mark.parametrize(("score", "follows"), [(2, "So one step back"), (6, "Rests until you allow it again.")])
def test_why_a_dose_fell_or_rests_names_the_pain_its_foot_and_its_day(score: int, follows: str) -> None:
    """On the exercise's page and on the plan, where a foot was named; without one the pain and its day."""
    player = Player.of(lived(both(range(20)), 21).robin)
    day = player.ctx.today
    for foot in (False, True):
        attempt = played(player, "bear_walk", amount=20, ouch=score, hurts=True)
        player.record(LevelConfirmed(attempt, Grade.WELL, Effort.RIGHT), child=player.child)
        if foot:
            player.record(PainPlaced(attempt, Side.LEFT), child=player.child)
        said = f"Bear walk: pain {score} of 10{', left foot' if foot else ''}, {player.ctx.texts.date(day)}. {follows}"
        for route in (routes.ExerciseDetails(player.child, "bear_walk"), routes.Place("plan", player.child)):
            player.scene = route
            if isinstance(player.scene, PlanPage):
                assert player.scene.plan
                now = next(n for n, week in enumerate(player.scene.plan.weeks) if week.is_now)
                whys = player.scene.reasons(Cell(now, "bear_walk"))
            else:
                assert isinstance(player.scene, OneExercise)
                whys = tuple(map(player.ctx.texts.reason, player.scene.figures.reasons))
            assert any(why.startswith(said) for why in whys), (said, whys)


def test_the_foot_of_a_pain_told_from_away_for_the_record_is_seen_where_the_pain_is() -> None:
    """Where the programme rests for it, and on the exercise's own page."""
    player = Player.with_family(size=(1280, 720))
    day = player.ctx.today
    for n, side, exercise in ((0, Side.LEFT, "caterpillar"), (1, Side.BOTH, "bear_walk")):
        told = (plus(day, n), Slot.MORNING, exercise, 1, 3, Grade.NOT_TODAY, Effort.RIGHT, 6, None, side)
        player.clock = player.clock + timedelta(days=5 - 5 * n)
        player.record(ToldLater(*told), child=player.child)
    grown_ups(player)
    assert isinstance(player.scene, ProgressPage) and player.scene.shows == "rests"
    said = max((line for line in written_on(player.scene) if ", 6" in line), key=len)
    assert "Caterpillar, 6 of 10, left foot" in said and said.endswith("Bear walk, 6 of 10, both feet")
    assert complaints(player.scene) == []
    player.record(DoctorAsked("pain"), child=player.child)
    player.scene = routes.GrownUps(player.child)
    assert "Pain 6 of 10, left foot." in " ".join(written_on(player.scene)), "as what rests, told later"
    player.scene = routes.ExerciseDetails(player.child, "caterpillar")
    assert "left foot" in written_on(player.scene) and complaints(player.scene) == []


def test_on_one_page_about_two_children_each_foot_goes_to_its_own_child() -> None:
    player = Player.with_family(size=(1280, 720))
    leo = player.add_child("Leo", animal="tik")
    for child in (player.child, leo):
        played(player, "caterpillar", amount=3, right=3, child=child)
    player.scene = routes.Who()
    player.tap("confirm")
    pass_gate(player)
    for name in ("hurt", "face-2", "side-left", "grade-well", "hurt", "face-4", "side-right"):
        player.tap(name)
    assert complaints(player.scene) == []
    player.tap("grade-partly")
    assert sore_for_the_doctor(player) == [(2, Side.LEFT)]
    assert sore_for_the_doctor(player, leo) == [(4, Side.RIGHT)]


def test_pain_and_its_foot_are_told_where_the_rules_refuse_the_word() -> None:
    player = Player.with_family()
    attempt = played(player, "duckling_walk", amount=10)  # comes only where a therapist orders it
    player.scene = routes.ConfirmOf(player.child, routes.Who(), (attempt,))
    scene = player.scene
    assert isinstance(scene, ConfirmPage)
    player.key(Command.HURT, "o")
    player.keys("6")
    player.tap("side-left")
    player.keys("1")
    assert list(scene.words.refused) == [attempt] and not facts(player, LevelConfirmed)
    assert [f.score for f in facts(player, OuchTold)] == [6] and sore_for_the_doctor(player) == [(6, Side.LEFT)]


def test_without_pain_a_refused_word_writes_nothing() -> None:
    player = Player.with_family()
    attempt = played(player, "duckling_walk", amount=10)
    player.scene = routes.ConfirmOf(player.child, routes.Who(), (attempt,))
    before = len(player.ctx.child(player.child).events)
    player.keys("1")
    assert len(player.ctx.child(player.child).events) == before
