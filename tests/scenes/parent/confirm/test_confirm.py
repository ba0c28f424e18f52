"""The parent's word: as few presses as can be, and never a word twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import (
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    SettingChosen,
)
from game.core.rules.journey import journey
from game.core.rules.waiting import waiting
from game.scenes import flow, routes
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import PIN, Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, pass_gate, played, to_confirm

THREE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def player() -> Player:
    player = Player.with_family()
    for exercise in THREE:
        played(player, exercise, amount=3)
    return player


def words(player: Player) -> list[LevelConfirmed]:
    return facts(player, LevelConfirmed)


def at_confirm(player: Player) -> None:
    to_confirm(player)
    pass_gate(player)
    assert player.scene.name == "confirm"


def test_three_exercises_are_four_digits_and_three_presses(player: Player) -> None:
    to_confirm(player)
    player.keys(PIN)
    player.wait(0.5)
    player.keys("111")
    assert [w.grade for w in words(player)] == [Grade.WELL] * 3
    assert {w.effort for w in words(player)} == {Effort.RIGHT}
    player.wait(0.9)
    assert player.scene.name == "reward"


def test_nothing_is_confirmed_without_the_pin(player: Player) -> None:
    to_confirm(player)
    player.keys("0000")
    player.wait(0.5)
    player.keys("111")
    assert player.scene.name == "gate" and not words(player)


def test_the_oldest_waits_first() -> None:
    player = Player.with_family()
    yesterday = player.ctx.today
    player.next_day()
    played(player, "bear_walk")
    attempt = played(player, "caterpillar", amount=3, on=yesterday)
    at_confirm(player)
    player.key(None, "1")
    assert words(player)[0].attempt == attempt


def test_by_mouse_alone_each_grade_is_one_press(player: Player) -> None:
    at_confirm(player)
    for grade in ("well", "helped", "partly"):
        player.tap(f"grade-{grade}")
    assert [w.grade.value for w in words(player)] == ["well", "helped", "partly"]


def test_by_the_big_button_alone_all_is_well(player: Player) -> None:
    at_confirm(player)
    for _ in THREE:
        player.key(Command.ACTIVATE)
    assert [w.grade for w in words(player)] == [Grade.WELL] * 3


def test_easy_and_hard_are_said_before_the_grade(player: Player) -> None:
    at_confirm(player)
    player.keys("e1h2")
    assert [w.effort for w in words(player)] == [Effort.EASY, Effort.HARD]


def test_easy_pressed_twice_is_just_right_again(player: Player) -> None:
    at_confirm(player)
    player.keys("ee1")
    assert words(player)[0].effort is Effort.RIGHT


def test_pain_is_a_face_before_the_grade(player: Player) -> None:
    at_confirm(player)
    player.key(Command.HURT, "o")
    player.keys("21")
    assert [o.score for o in facts(player, OuchTold)] == [2] and len(words(player)) == 1
    said = written_on(player.scene)
    assert {"Well, just right", "it hurt, 2 of 10"} <= set(said), "who told of pain sees that it was heard"


def test_the_faces_can_be_put_away_again(player: Player) -> None:
    at_confirm(player)
    player.key(Command.HURT, "o")
    player.key(Command.BACK)
    assert player.scene.name == "confirm"
    player.key(None, "1")
    assert len(words(player)) == 1


def test_the_face_the_child_chose_is_set_and_no_slip_unsays_it() -> None:
    player = Player.with_family()
    played(player, "bear_walk", ouch=2)
    at_confirm(player)
    scene = player.scene
    assert isinstance(scene, ConfirmPage) and scene.ouch == 2
    assert "none" not in {w.name for w in scene.widgets}
    player.tap("right")
    assert player.scene.name == "pain", "it is put right on a page of its own"
    player.key(Command.BACK)
    assert player.scene.name == "confirm" and facts(player, OuchTold)[-1].score == 2


def test_it_hurts_without_a_face_asks_for_one_before_any_grade() -> None:
    player = Player.with_family()
    attempt = played(player, "bear_walk", outcome=Outcome.HURT, left=5, hurts=True)
    at_confirm(player)
    player.tap("grade-well")
    assert not words(player)
    player.tap("face-2")
    player.tap("grade-partly")
    assert len(words(player)) == 1 and player.ctx.child(player.child).attempts[attempt].ouch == 2


def test_a_stopped_level_has_partly_focused() -> None:
    player = Player.with_family()
    played(player, "bear_walk", outcome=Outcome.STOPPED, left=12)
    at_confirm(player)
    player.key(Command.ACTIVATE)
    assert words(player)[0].grade is Grade.PARTLY


def test_a_wrong_grade_is_undone_and_said_anew(player: Player) -> None:
    at_confirm(player)
    player.keys("4u1")
    assert [w.grade for w in words(player)] == [Grade.WELL]
    assert player.ctx.child(player.child).stars == 3 + 2  # one each for trying, two more for careful feet


def test_undo_of_a_grade_keeps_the_pain_told_with_it(player: Player) -> None:
    at_confirm(player)
    player.tap("hurt")
    player.tap("face-4")
    player.keys("1u")
    assert words(player) == [] and [f.score for f in facts(player, OuchTold)] == [4]
    assert isinstance(player.scene, ConfirmPage) and player.scene.ouch == 4
    player.tap("grade-partly")
    assert [w.grade for w in words(player)] == [Grade.PARTLY] and [f.score for f in facts(player, OuchTold)] == [4]


def test_any_row_can_be_undone_for_ten_minutes(player: Player) -> None:
    at_confirm(player)
    player.keys("11")
    first = words(player)[0].attempt
    player.tap(f"undo-{first}")
    assert first not in [w.attempt for w in words(player)]
    player.key(None, "1")
    for _ in range(12):  # input keeps the screen from locking while the ten minutes pass
        player.wait(60)
        player.tab()
    assert not any(w.name.startswith("undo") for w in player.scene.widgets)  # type: ignore[attr-defined]


def test_the_last_word_can_be_undone_while_it_says_thank_you(player: Player) -> None:
    at_confirm(player)
    player.keys("111")
    player.key(None, "u")
    player.wait(2)
    assert player.scene.name == "confirm" and len(words(player)) == 2


def test_a_double_press_does_not_grade_the_next_row(player: Player) -> None:
    at_confirm(player)
    player.wait(0.45)
    player.hardware("1")
    player.wait(0.1)
    player.hardware("1")
    assert len(words(player)) == 1
    widget = player.scene.widget("grade-well")  # type: ignore[attr-defined]
    player.wait(0.2)
    player.click(*player.ctx.pictures.view.pixel(*widget.box.centre))
    assert len(words(player)) == 1


def test_on_a_computer_that_draws_seldom_the_next_row_is_heard_as_soon_as_on_any_other(player: Player) -> None:
    at_confirm(player)
    player.wait(0.45)
    player.hardware("1")
    player.wait(0.05)
    player.screen.held_up(0.3, is_seen=True)
    player.hardware("1")
    assert len(words(player)) == 1
    player.screen.held_up(0.1, is_seen=True)
    player.hardware("1")
    assert len(words(player)) == 2


def test_a_word_said_in_another_window_stands(player: Player) -> None:
    at_confirm(player)
    attempt = waiting(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)[0].id
    player.record(LevelConfirmed(attempt, Grade.PARTLY, Effort.HARD), child=player.child)
    player.keys("111")
    assert [w.grade for w in words(player) if w.attempt == attempt] == [Grade.PARTLY]


def test_later_leaves_the_rest_asleep(player: Player) -> None:
    at_confirm(player)
    player.key(Command.BACK)
    assert player.scene.name == "who" and not words(player)
    assert len(waiting(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)) == 3


def test_later_after_some_words_shows_their_stars(player: Player) -> None:
    at_confirm(player)
    player.key(None, "1")
    player.key(Command.BACK)
    assert player.scene.name == "reward" and len(words(player)) == 1


def test_it_can_be_told_two_days_later_and_no_later(player: Player) -> None:
    player.next_day()
    player.next_day()
    at_confirm(player)
    player.keys("111")
    assert len(words(player)) == 3
    late = Player.with_family()
    played(late, "bear_walk")
    for _ in range(3):
        late.next_day()
    assert not waiting(late.ctx.catalogue, late.ctx.child(late.child), late.ctx.today)


def test_what_the_rules_refuse_is_not_asked_about() -> None:
    player = Player.with_family()
    played(player, "duckling_walk", amount=10)  # comes only where a therapist orders it
    attempt = played(player, "bear_walk")
    at_confirm(player)
    assert isinstance(player.scene, ConfirmPage) and player.scene.words.ids == (attempt,)
    player.key(None, "1")
    assert [w.attempt for w in words(player)] == [attempt]


def test_a_word_that_pain_told_in_this_visit_refuses_says_why_and_the_next_row_opens() -> None:
    player = Player.with_family()
    played(player, "bear_walk")
    player.next_day()
    attempt = played(player, "bear_walk")
    played(player, "caterpillar", amount=3)
    at_confirm(player)
    player.tap("hurt")
    player.tap("face-8")
    player.keys("11")
    scene = player.scene
    assert isinstance(scene, ConfirmPage) and list(scene.words.refused) == [attempt] and len(words(player)) == 1
    assert "[" not in scene.words.refused[attempt]
    player.key(None, "1")
    assert len(words(player)) == 2


def _hurt_on_two_days_told_after_todays_play(*, asked: bool) -> Player:
    """This morning's plays wait; then strong pain is told of yesterday and the day before, and a doctor asked or not."""
    player = Player.with_family()
    days_of_practice(player, 4, THREE)
    before = [a.id for a in player.ctx.child(player.child).attempts.values() if a.exercise == "bear_walk"]
    for exercise in THREE:
        played(player, exercise, amount=3)
    for attempt in before[-2:]:
        hurt = player.ctx.child(player.child).attempts[attempt]
        player.record(OuchTold(attempt, hurt.exercise, hurt.on, hurt.slot, 6), child=player.child)
    state = journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).now(player.ctx.today)
    assert state.stopped_on is not None
    if asked:
        player.record(DoctorAsked("pain"), child=player.child)
    return player


def test_what_was_played_before_pain_was_told_waits_for_the_doctor_and_is_confirmed_once_one_was_asked() -> None:
    stopped = _hurt_on_two_days_told_after_todays_play(asked=False)
    at_confirm(stopped)
    stopped.keys("111")
    assert facts(stopped, LevelConfirmed)[12:] == []
    asked = _hurt_on_two_days_told_after_todays_play(asked=True)
    asked.record(ExerciseAllowed("bear_walk"), child=asked.child)
    assert len(waiting(asked.ctx.catalogue, asked.ctx.child(asked.child), asked.ctx.today)) == 3
    at_confirm(asked)
    asked.keys("111")
    assert len(facts(asked, LevelConfirmed)) == 12 + 3
    assert not waiting(asked.ctx.catalogue, asked.ctx.child(asked.child), asked.ctx.today)


def test_what_rests_after_pain_told_later_is_confirmed_once_it_is_allowed() -> None:
    player = Player.with_family()
    days_of_practice(player, 1, THREE)
    hurt = next(a for a in player.ctx.child(player.child).attempts.values() if a.exercise == "bear_walk")
    played(player, "bear_walk", amount=3)
    player.record(OuchTold(hurt.id, hurt.exercise, hurt.on, hurt.slot, 5), child=player.child)
    at_confirm(player)
    player.keys("1")
    assert len(facts(player, LevelConfirmed)) == 3, "it rests, until a grown-up allows it"
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    at_confirm(player)
    player.keys("1")
    assert len(facts(player, LevelConfirmed)) == 4


def test_a_pause_does_not_swallow_what_waits(player: Player) -> None:
    today = player.ctx.today
    player.record(Paused(PauseReason.AWAY, today, today + timedelta(days=3)), child=player.child)
    at_confirm(player)
    player.keys("111")
    assert len(words(player)) == 3


def test_with_nothing_waiting_it_says_so(player: Player) -> None:
    player.scene = ConfirmPage(player.ctx, player.child, routes.Who(), ())
    player.draw()
    player.tap("later")
    assert player.scene.name == "who"


def test_five_quiet_minutes_lock_it_and_the_row_comes_back(player: Player) -> None:
    at_confirm(player)
    player.keys("1h")
    player.wait(301)
    assert player.scene.name == "gate"
    pass_gate(player)
    scene = player.scene
    assert isinstance(scene, ConfirmPage) and scene.effort is Effort.HARD and len(words(player)) == 1


def test_who_stays_beside_the_child_types_the_pin_once_in_twenty_minutes(player: Player) -> None:
    player.record(SettingChosen("stay", "on"))
    at_confirm(player)
    player.clock += timedelta(minutes=19)
    to_confirm(player)
    assert player.scene.name == "confirm"
    player.clock += timedelta(minutes=2)
    to_confirm(player)
    assert player.scene.name == "gate"


def test_the_held_pin_ends_at_who(player: Player) -> None:
    player.record(SettingChosen("stay", "on"))
    at_confirm(player)
    assert player.ctx.stays_since
    flow.open(player.ctx, routes.Who())
    assert player.ctx.stays_since is None


def test_every_state_keeps_the_rules_of_layout(player: Player) -> None:
    for exercise in ("river_stones", "starfish_toes", "sky_bike", "magic_toe"):
        played(player, exercise, amount=3)
    at_confirm(player)
    for key in ("", "1", "o", "o", "111"):
        player.keys(key)
        player.draw()
        scene = player.scene
        assert isinstance(scene, ConfirmPage) and check_layout(scene.widgets) == [] and scene.problems == []


def test_more_rows_than_fit_can_be_turned(player: Player) -> None:
    for exercise in ("river_stones", "starfish_toes", "sky_bike"):
        played(player, exercise, amount=3)
    at_confirm(player)
    scene = player.scene
    assert isinstance(scene, ConfirmPage) and len(scene.rows()) == 4
    player.tap("row-down")
    assert scene.rows()[0].attempt.exercise == THREE[1]
    assert complaints(scene) == []


def test_a_row_turned_out_of_sight_is_not_graded(player: Player) -> None:
    for exercise in ("river_stones", "starfish_toes", "sky_bike"):
        played(player, exercise, amount=3)
    at_confirm(player)
    player.tap("row-down")
    player.keys("1")
    assert not words(player)
    player.tap("row-up")
    player.keys("1")
    assert [player.ctx.child(player.child).attempts[w.attempt].exercise for w in words(player)] == [THREE[0]]


def stopped_second(player: Player) -> None:
    today = player.ctx.today
    for id_, exercise, outcome, done in (
        ("a", "bear_walk", Outcome.FINISHED, (20, 0)),
        ("b", "caterpillar", Outcome.STOPPED, (2, 0)),
    ):
        fact = LevelPlayed(id_, "s", today, Slot.MORNING, exercise, 1, 20 if id_ == "a" else 3, outcome, *done)
        player.record(fact, child=player.child)
    to_confirm(player)
    pass_gate(player)


@pytest.mark.parametrize("how", ["1", "return"])
def test_on_what_was_stopped_partly_is_at_hand_not_well_as_on_the_row_before(how: str) -> None:
    player = Player.with_family()
    stopped_second(player)
    player.wait(0.5)
    player.draw()  # the ring is laid where it is seen
    page = player.scene
    assert isinstance(page, ConfirmPage) and page.focused == "grade-well"
    player.keys("1") if how == "1" else player.key()
    player.wait(0.5)
    player.draw()  # the ring is laid where it is seen
    assert player.scene is page and page.focused == "grade-partly"


def test_what_was_stopped_is_counted_a_foot_as_its_dose_is_and_nothing_is_said_of_why() -> None:
    player = Player.with_family()
    stopped_second(player)
    said = written_on(player.scene)
    assert "stopped at 2 left, 0 right, of 3 times each foot" in said
    assert not [line for line in said if "listened" in line] and complaints(player.scene) == []
