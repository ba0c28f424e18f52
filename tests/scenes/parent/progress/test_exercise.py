"""One exercise in detail, and the parent's hand on its dose."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from game.core.events import ExerciseAllowed, ExerciseSwitched, Outcome, ProgrammeChosen, SteppedBack, SteppedForward
from game.core.reports.progress import exercise_progress, exercises_shown
from game.core.rules.journey import journey
from game.core.rules.ordering import outlooks
from game.core.rules.state import in_play
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.reading_sheet import ReadingScreen
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.diary import both, lived, of_family
from tests.player import Player
from tests.scenes.rooms import all_written_on, complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, played

THREE = ("bear_walk", "lego_bricks", "caterpillar")


@pytest.fixture
def player() -> Player:
    """Sixteen days of the same three exercises: the doses have grown."""
    player = Player.with_family()
    days_of_practice(player, 16, THREE)
    grown_ups(player)
    return player


def about(player: Player, exercise: str) -> OneExercise:
    player.scene = OneExercise(player.ctx, player.child, exercise)
    return player.scene


def test_the_list_leads_to_the_exercise_and_back_to_the_list(player: Player) -> None:
    player.tap("tab-exercises")
    player.tap("exercise-bear_walk")
    assert isinstance(player.scene, OneExercise) and player.scene.exercise == "bear_walk"
    player.key(Command.BACK)
    assert isinstance(player.scene, ProgressPage) and player.scene.tab == "exercises"


def test_every_exercise_of_the_programme_has_a_page_that_fits(player: Player) -> None:
    for id_ in exercises_shown(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today):
        scene = about(player, id_)
        player.draw()
        assert scene.problems == [] and check_layout(scene.widgets) == [], id_


@pytest.mark.parametrize("programme", ["prevention", "grown_up", "after_surgery"])
def test_what_was_played_in_another_programme_keeps_its_page_and_its_history_and_offers_nothing(
    player: Player, programme: str
) -> None:
    player.record(ProgrammeChosen(programme), child=player.child)
    player.scene = PlanPage(player.ctx, player.child)
    player.draw()
    while not any(w.name == "exercise:bear_walk" for w in player.screen.widgets):
        player.tap("down")  # it was played this week, so it is on one of the sheets
    player.tap("exercise:bear_walk")
    page = player.scene
    assert isinstance(page, OneExercise) and page.exercise == "bear_walk"
    assert "Bear walk: played before, and not in the programme you have now. What was done stays." in written_on(page)
    assert "Not in this programme" in all_written_on(page) and sum(page.figures.grades.values()) == 16
    assert not any(w.is_enabled for w in page.widgets if w.name in ("step-back", "step-on", "leave-out", "put-in"))
    assert complaints(page) == []
    for name in ("step-on", "put-in"):
        if any(w.name == name for w in page.widgets):
            assert "another programme" in page.missing(name)
    grown_ups(player)
    player.tap("tab-exercises")
    shown = player.scene
    assert isinstance(shown, ProgressPage) and set(THREE) <= set(shown.exercises_shown)


def test_what_comes_again_after_pain_says_with_how_much_as_the_plan_does(player: Player) -> None:
    played(player, "bear_walk", outcome=Outcome.HURT, left=5, ouch=6)
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    grown_ups(player)
    then = outlooks(player.ctx.catalogue, player.ctx.child(player.child), (), player.ctx.today)["bear_walk"].dose
    page = about(player, "bear_walk")
    said = " ".join(written_on(page))
    assert then.amount < page.figures.amount and f": {then.amount} " in said and "Comes again on" in said
    assert complaints(page) == []


def test_what_was_allowed_again_after_pain_names_no_day_in_a_programme_that_does_not_have_it(player: Player) -> None:
    played(player, "bear_walk", outcome=Outcome.HURT, left=5, ouch=6)
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    grown_ups(player)
    assert "comes again" in " ".join(written_on(about(player, "bear_walk"))).lower()
    player.record(ProgrammeChosen("prevention"), child=player.child)
    page = about(player, "bear_walk")
    said = " ".join(written_on(page)).lower()
    assert "comes again" not in said and "not in this programme" in said and complaints(page) == []


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)], ids=str)
def test_why_a_dose_is_lower_is_read_beside_what_it_waits_for_weeks_after_two_weeks_away(size: tuple[int, int]) -> None:
    days = [24 + 4 * n for n in range(5)]  # once in four days: nothing grows
    player = Player.of(lived(both(range(10)) + both(days), days[-1] + 1).robin, size=size)
    page = about(player, "bear_walk")
    text = " ".join(written_on(page))
    assert "instead of 25" in text and "stays at" in text, text
    assert complaints(page) == []
    said = [r.key for r in ProgressPage(player.ctx, player.child).report.why]  # type: ignore[union-attr]
    assert said == ["reason_budget_gap_week", "reason_budget_days"]


def test_why_a_dose_is_as_it_is_begins_with_the_dose_and_calls_nothing_waiting_that_was_done_today() -> None:
    player = Player.of(of_family("perfect", 60).robin)
    ctx, ends = player.ctx, Counter[str]()
    child, day = ctx.child(player.child), ctx.today
    state = journey(ctx.catalogue, child, day).now(day)
    for name in in_play(ctx.catalogue, state):
        keys = [r.key for r in exercise_progress(ctx.catalogue, child, name, day).reasons]
        ends[keys[-1]] += 1
        assert keys[0] != "reason_turn", name
        assert ("reason_turn" in keys) <= (state.tried[name][0] < day), name
    assert ends["reason_turn"], "why it is served is still told"


def test_a_step_back_acts_at_once_and_can_be_undone(player: Player) -> None:
    scene = about(player, "bear_walk")
    before = scene.figures.amount
    assert scene.figures.can_step_back
    player.tap("step-back")
    assert facts(player, SteppedBack) == [SteppedBack("bear_walk")] and scene.figures.amount < before
    player.tap("undo")
    assert not facts(player, SteppedBack) and scene.figures.amount == before


def test_a_step_back_by_keyboard_alone(player: Player) -> None:
    about(player, "bear_walk")
    player.focus("step-back")
    player.key(Command.ACTIVATE)
    assert facts(player, SteppedBack)


def test_a_step_on_is_offered_only_where_the_rules_allow_it_and_says_when(player: Player) -> None:
    scene = about(player, "bear_walk")
    player.tap("step-back")
    assert not scene.widget("step-on").is_enabled and scene.figures.forward_why is not None
    again = scene.figures.forward_from
    assert again is not None and again >= player.ctx.today + timedelta(days=7)
    said = " ".join(written_on(scene))
    assert "from tomorrow 20 s" in said and "8 days to go" in said and "clean time" not in said
    assert short_date(player.ctx.texts, again) in " ".join(all_written_on(scene))
    days_of_practice(player, (again - player.ctx.today).days, ("lego_bricks", "caterpillar"))
    grown_ups(player)
    scene = about(player, "bear_walk")
    assert scene.widget("step-on").is_enabled
    player.tap("step-on")
    assert facts(player, SteppedForward) == [SteppedForward("bear_walk")]


def test_left_out_and_brought_in_again(player: Player) -> None:
    scene = about(player, "caterpillar")
    player.tap("leave-out")
    assert scene.figures.is_left_out
    player.tap("put-in")
    assert not scene.figures.is_left_out and len(facts(player, ExerciseSwitched)) == 2


def test_hold_from_here_holds_the_whole_load(player: Player) -> None:
    scene = about(player, "bear_walk")
    player.tap("hold")
    assert scene.figures.is_held
    player.tap("release")
    assert not scene.figures.is_held


def test_what_rests_after_pain_is_allowed_again_from_the_next_day(player: Player) -> None:
    played(player, "bear_walk", outcome=Outcome.HURT, left=5, ouch=6)
    scene = about(player, "bear_walk")
    player.draw()
    assert scene.figures.is_resting and scene.problems == []
    player.clock += timedelta(days=1)
    grown_ups(player)
    scene = about(player, "bear_walk")
    player.tap("allow")
    assert player.scene.name == "allow-again" and not facts(player, ExerciseAllowed), "it is asked first"
    player.tap("allow")
    assert facts(player, ExerciseAllowed) == [ExerciseAllowed("bear_walk")]
    assert player.scene is scene and not scene.widget("allow").is_enabled
    player.draw()
    assert scene.problems == []
    player.tap("undo")
    assert not facts(player, ExerciseAllowed) and scene.widget("allow").is_enabled


@pytest.mark.parametrize("way", ["needs", "exercise"])
def test_before_it_comes_again_it_is_asked_whether_the_pain_was_asked_about_and_enter_changes_nothing(
    player: Player, way: str
) -> None:
    player.resize((1280, 720))
    played(player, "bear_walk", outcome=Outcome.HURT, left=5, ouch=6)
    grown_ups(player)
    if way == "exercise":
        about(player, "bear_walk")
    before, name = player.scene, "allow" if way == "exercise" else "allow-bear_walk"
    player.focus(name)
    player.key(Command.ACTIVATE)
    card = player.scene
    assert card.name == "allow-again" and complaints(card) == []
    said = " ".join(written_on(card))
    assert "Pain 6 of 10" in said and "does nothing hurt now" in said and "from tomorrow" in said
    player.key(Command.ACTIVATE)  # the focus is on "not yet"
    assert player.scene is before and not facts(player, ExerciseAllowed)
    player.focus(name)
    player.key(Command.ACTIVATE)
    player.key(Command.BACK)
    assert player.scene is before and not facts(player, ExerciseAllowed)
    player.focus(name)
    player.key(Command.ACTIVATE)
    player.focus("allow")
    player.key(Command.ACTIVATE)
    assert facts(player, ExerciseAllowed) == [ExerciseAllowed("bear_walk")]


def test_where_nobody_said_how_much_it_hurt_there_is_nothing_to_allow_and_the_page_says_why(player: Player) -> None:
    player.resize((1280, 720))
    played(player, "bear_walk", outcome=Outcome.HURT, left=5, hurts=True)
    grown_ups(player)
    scene = about(player, "bear_walk")
    assert scene.figures.is_resting and not scene.widget("allow").is_enabled
    assert "Nobody has said yet how much it hurt" in scene.missing("allow") and complaints(scene) == []
    assert "Nobody has said yet how much it hurt" in " ".join(written_on(scene))


def test_a_refusal_is_said_in_words(player: Player) -> None:
    scene = about(player, "bear_walk")
    player.tap("hold")
    scene.choose("step-on")
    player.draw()
    assert scene.refused is not None and scene.problems == []
    assert "[" not in player.ctx.texts.reason(scene.refused)


def test_why_this_number_names_reason_and_source(player: Player) -> None:
    about(player, "lego_bricks")
    player.tap("why")
    assert isinstance(player.scene, ReadingScreen)
    text = " ".join(piece.text for piece in player.scene.pieces)
    assert player.ctx.catalogue.exercises["lego_bricks"].source in text and "[" not in text


def test_the_demonstration_moves(player: Player) -> None:
    about(player, "bear_walk")
    first = player.draw().copy()
    player.wait(0.3)
    assert player.draw().get_buffer().raw != first.get_buffer().raw


def test_a_step_back_by_what_was_told_today_is_tomorrow_s_and_counted_in_the_same_box() -> None:
    player = Player.of(lived(both(range(15)) + "+15 morning caterpillar ouch 2\n", 16).robin)
    player.clock -= timedelta(days=1)  # still the day on which it hurt
    text = written_on(about(player, "caterpillar"))
    last, before = about(player, "caterpillar").figures.steps[-1], about(player, "caterpillar").figures.steps[-2]
    assert last.day > player.ctx.today and last.amount < before.amount
    assert str(before.amount) in text and f"Why {last.amount} times from tomorrow" in text
    assert f"from tomorrow {last.amount} times each foot" in text
    assert any(f"to {last.amount}; steps up:" in line and "back: 1" in line for line in text), text
