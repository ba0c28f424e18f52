"""Eight weeks, past and to come: what is shown, why, and what a parent does from there."""

from __future__ import annotations

from datetime import timedelta

import pygame
import pytest

from game.core.content import Foot, Slot, Weekday
from game.core.days import plus
from game.core.events import (
    DaysPlanned,
    ExerciseAllowed,
    ExerciseOrdered,
    Held,
    OrderWritten,
    OuchTold,
    ProgrammeChosen,
    Released,
    SettingChosen,
    SteppedBack,
)
from game.core.reports.plan import WEEKS, Plan, why_cell
from game.core.rules.dose import is_above
from game.core.rules.journey import journey
from game.core.rules.state import holds
from game.scenes import routes
from game.scenes.parent.plan.ordered import OrderedPage
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.parent.plan.plan_board import ROWS, Cell
from game.scenes.parent.plan.plan_changes import PlanChangesPage
from game.scenes.parent.plan.planned_days import PlannedDaysPage
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.reading_sheet import ReadingScreen
from game.ui.controls import Command
from tests.diary import START, both, case, lived, of_family
from tests.player import Player
from tests.scenes.rooms import complaints, place_key, written_on
from tests.told import days_of_practice, facts, grown_ups, played


@pytest.fixture
def player() -> Player:
    """Six weeks in, before the plan."""
    player = Player.of(lived(both(range(38)), 39).robin)
    grown_ups(player)
    player.key(None, place_key("plan"))
    player.wait(3)
    return player


def page(player: Player) -> PlanPage:
    assert isinstance(player.scene, PlanPage), player.scene.name
    return player.scene


def plan(player: Player) -> Plan:
    """What the page shows."""
    shown = page(player).plan
    assert shown
    return shown


def test_the_plan_is_the_second_place_and_shows_four_weeks_that_were_and_four_that_may_come(player: Player) -> None:
    weeks = plan(player).weeks
    assert len(weeks) == WEEKS and [week.number for week in weeks] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert [week.is_ahead for week in weeks] == [False] * 4 + [True] * 4 and weeks[3].is_now
    assert weeks[-1].budget_s > weeks[3].budget_s and complaints(page(player)) == []


def test_the_minutes_say_what_they_count_and_what_comes_on_top(player: Player) -> None:
    text = written_on(page(player))
    assert {"Most minutes a session", "plus shoes and how-to"} <= set(text)
    morning, evening = plan(player).weeks[3].laid_out
    assert morning <= plan(player).weeks[3].budget_s
    clock = player.ctx.texts.clock
    assert f"planned {clock(morning)} + {clock(evening)}" in " ".join(text)
    player.focus("cell:3:")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, ReadingScreen)
    said = " ".join(written_on(player.scene))
    assert (
        f"are laid out with {clock(morning)} of practice in the morning" in said
        and "changing feet and your word after it come on top" in said
    )
    assert "20 seconds to change from one to the next" in said


def test_a_family_that_plans_mornings_reads_of_no_evening_among_the_minutes(player: Player) -> None:
    player.record(DaysPlanned(tuple(Weekday), (Slot.MORNING,)), child=player.child)
    player.scene = PlanPage(player.ctx, player.child)
    player.wait(3)
    morning, evening = plan(player).weeks[3].laid_out
    clock = player.ctx.texts.clock(morning)
    assert evening == 0 and f", planned {clock}" in " ".join(written_on(page(player)))
    player.focus("cell:3:")
    player.key(Command.ACTIVATE)
    said = " ".join(written_on(player.scene))
    assert f"is laid out with {clock} of practice: this is what Progress calls planned" in said
    assert complaints(player.scene) == [] and "in the evening" not in said


def test_the_days_to_come_are_lived_while_the_picture_goes_on(player: Player) -> None:
    player.scene = PlanPage(player.ctx, player.child)
    assert len(plan(player).weeks) == 4 and complaints(page(player)) == []
    player.wait(3)
    assert len(plan(player).weeks) == 8 and complaints(page(player)) == []


def test_what_the_days_to_come_bring_stands_below_what_is_there_so_that_no_row_moves_under_a_press() -> None:
    early = ExerciseOrdered("sky_bike", "Ms Weber", START, True)  # long before others of the programme come
    player = Player.of(lived(both(range(11)), 12, told_besides={2: [early]}).robin)
    player.scene = PlanPage(player.ctx, player.child)
    boxes = {w.name: w.box for w in page(player).widgets if w.name.startswith(("exercise", "cell"))}
    before = plan(player).exercises
    page(player).finish()
    after = plan(player).exercises
    assert "sky_bike" in before and len(after) > len(before) and after[: len(before)] == before
    assert {w.name: w.box for w in page(player).widgets if w.name in boxes} == boxes


def test_a_sheet_of_what_only_comes_later_is_left_for_no_other_while_the_days_are_lived_anew() -> None:
    player = Player.of(lived(both(range(30)), 31).robin)
    player.scene = PlanPage(player.ctx, player.child)
    known = len(plan(player).exercises)
    page(player).finish()
    assert known <= 2 * ROWS < len(plan(player).exercises), "the third sheet is of days to come alone"
    player.wait(1)
    player.tap("down")
    player.tap("down")
    shown = page(player).listed()
    player.tap("hold")
    assert page(player).listed() == (), "nothing else stands where it stood"
    player.tap("release")
    page(player).finish()
    assert page(player).listed() == shown


def test_any_cell_says_why_and_enter_tells_the_source(player: Player) -> None:
    for week in range(WEEKS):
        for exercise in (None, "bear_walk", page(player).listed()[-1]):
            player.focus(Cell(week, exercise).name)
            lines = " ".join(written_on(page(player)))
            assert page(player).reasons(Cell(week, exercise))[-1] in lines or len(lines) > 100
            assert complaints(page(player)) == []
    player.focus(Cell(5, "bear_walk").name)
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, ReadingScreen)
    text = " ".join(piece.text for piece in player.scene.pieces)
    assert "Only if it is earned" in text and player.ctx.catalogue.exercises["bear_walk"].source in text
    player.key(Command.BACK)
    player.focus(Cell(3, None).name)
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, ReadingScreen)
    assert player.ctx.catalogue.why["5-6"].source in " ".join(piece.text for piece in player.scene.pieces)


def test_a_first_click_on_a_cell_tells_and_a_second_reads(player: Player) -> None:
    name = Cell(1, "bear_walk").name
    player.tap(name)
    assert page(player).chosen() == Cell(1, "bear_walk")
    player.tap(name)
    assert isinstance(player.scene, ReadingScreen)


def test_holding_all_names_this_week_and_those_to_come_held_and_letting_go_ends_it(player: Player) -> None:
    player.focus("hold")
    player.key(Command.ACTIVATE)
    player.wait(3)
    weeks = plan(player).weeks
    assert facts(player, Held) and [week.is_held for week in weeks] == [False] * 3 + [True] * 5
    assert len({week.budget_s for week in weeks[3:]}) == 1 and "held" in written_on(page(player))
    player.focus("release")
    player.key(Command.ACTIVATE)
    player.wait(3)
    assert facts(player, Released) and not plan(player).weeks[-1].is_held


@pytest.mark.parametrize("letters", ["100", "150"])
def test_the_sentences_of_a_question_stand_apart_in_large_letters_too(letters: str) -> None:
    player = Player.of(lived(both(range(16)), 17).robin, size=(1280, 720))
    grown_ups(player)
    player.record(SettingChosen("text_size", letters))
    player.record(OrderWritten("Ms Weber", player.ctx.today, plus(player.ctx.today, 20)), child=player.child)
    player.scene = routes.Place("plan", player.child)
    player.tap("release")
    assert player.scene.name == "ask-first"
    card = player.draw().subsurface((290, 250, 700, 200))
    ink = pygame.mask.from_threshold(card, card.get_at((0, 0)), (30, 30, 30, 255))  # the paper
    ink.invert()
    is_ink = [ink.overlap_area(pygame.Mask((700, 1), fill=True), (0, y)) > 0 for y in range(200)]
    edges = [y for y in range(1, len(is_ink)) if is_ink[y] != is_ink[y - 1]]
    gaps = [below - above for above, below in zip(edges[1::2], edges[2::2], strict=False)]
    assert len(gaps) >= 2 and max(gaps) >= 1.5 * sorted(gaps)[-2], gaps


def test_what_was_ordered_held_today_is_let_go_of_today_from_every_page_that_says_it_holds(player: Player) -> None:
    until = plus(player.ctx.today, 20)
    for told, route in enumerate((
        routes.Place("plan", player.child), routes.Progress(player.child), routes.ExerciseDetails(player.child, "bear_walk"),
    )):  # fmt: skip
        player.record(OrderWritten("Ms Weber", player.ctx.today, until), child=player.child)
        player.scene = route
        assert "hold" not in [w.name for w in player.scene.widgets] and complaints(player.scene) == []
        here = player.scene
        player.tap("release")
        asked = " ".join(written_on(player.scene))
        assert player.scene.name == "ask-first" and "Ms Weber ordered" in asked and complaints(player.scene) == []
        player.key(Command.ACTIVATE)  # the focus is on what keeps it
        assert player.scene is here and len(facts(player, Released)) == told
        player.tap("release")
        player.tap("let-go")
        said = " ".join(written_on(player.scene))
        assert "hold" in [w.name for w in player.scene.widgets] and "no growth before" not in said
        way = journey(player.ctx.catalogue, player.ctx.child(player.child), plus(player.ctx.today, 1))
        assert not holds(way.morning(plus(player.ctx.today, 1)))
    assert len(facts(player, Released)) == 3


@pytest.mark.parametrize(("days_ago", "is_quiet"), [(0, True), (6, True), (7, False)])
def test_who_lets_go_of_a_hold_after_strong_pain_reads_that_nothing_grows_for_seven_days(
    player: Player, days_ago: int, is_quiet: bool
) -> None:
    played(player, "bear_walk", ouch=6)
    player.clock += timedelta(days=days_ago)
    grown_ups(player)
    player.record(OrderWritten("Ms Weber", player.ctx.today, plus(player.ctx.today, 20)), child=player.child)
    player.scene = routes.Place("plan", player.child)
    player.tap("release")
    asked = " ".join(written_on(player.scene))
    assert complaints(player.scene) == []
    assert ("For 7 days after the strong pain of" in asked, "From tomorrow it may grow again" in asked) == (
        is_quiet,
        not is_quiet,
    )


def test_the_name_of_an_exercise_leads_to_its_page_and_the_order_to_its_own(player: Player) -> None:
    player.focus("exercise:bear_walk")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OneExercise) and player.scene.exercise == "bear_walk"
    player.scene = PlanPage(player.ctx, player.child)
    player.focus("order")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, OrderedPage)
    player.key(Command.BACK)
    assert isinstance(player.scene, PlanPage)


def test_earlier_weeks_are_turned_to_and_back(player: Player) -> None:
    player.focus("earlier")
    player.key(Command.ACTIVATE)
    numbers = [week.number for week in plan(player).weeks]
    assert numbers == [1, 2, 3, 4, 5, 6]  # those that were
    assert complaints(page(player)) == []
    player.focus("later")
    player.key(Command.ACTIVATE)
    assert page(player).back == 0


def test_the_days_a_family_plans_are_chosen_by_keys_and_told_on_the_page(player: Player) -> None:
    player.focus("days")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, PlannedDaysPage) and complaints(player.scene) == []
    for name in ("day:saturday", "day:sunday", "slot:morning"):
        player.focus(name)
        player.key(Command.ACTIVATE)
    player.focus("keep")
    player.key(Command.ACTIVATE)
    assert facts(player, DaysPlanned) == [DaysPlanned(tuple(Weekday)[:5], (Slot.EVENING,))]
    assert "5 days a week, evenings" in str(page(player).widget("days").look)


def test_no_day_or_no_slot_is_not_kept_and_looking_changes_nothing(player: Player) -> None:
    player.scene = PlannedDaysPage(page(player))
    for slot in Slot:
        player.focus(f"slot:{slot.value}")
        player.key(Command.ACTIVATE)
    player.focus("keep")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, PlannedDaysPage) and player.scene.note.text
    player.key(Command.BACK)
    assert isinstance(player.scene, PlanPage) and not facts(player, DaysPlanned)


def test_a_session_is_made_a_step_shorter_and_that_is_taken_back(player: Player) -> None:
    player.focus("more")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, PlanChangesPage) and complaints(player.scene) == []
    player.focus("shorter")
    player.key(Command.ACTIVATE)
    assert facts(player, SteppedBack) == [SteppedBack(None)] and complaints(player.scene) == []
    player.focus("undo")
    player.key(Command.ACTIVATE)
    assert not facts(player, SteppedBack)


def test_longer_than_the_rules_allow_says_when_and_the_pages_of_the_child_are_led_to(player: Player) -> None:
    player.scene = PlanChangesPage(page(player))
    text = " ".join(written_on(player.scene))
    assert "Not longer now" in text
    for name, screen in (("programme", "edit-programme"), ("signs", "edit-signs"), ("pause", "pause-told")):
        player.scene = PlanChangesPage(PlanPage(player.ctx, player.child))
        player.focus(name)
        player.key(Command.ACTIVATE)
        assert player.scene.name == screen
        player.key(Command.BACK)
        assert isinstance(player.scene, PlanPage)


def test_before_another_programme_is_kept_the_page_says_which_orders_stop_and_they_count_again_with_it(
    player: Player,
) -> None:
    order = ExerciseOrdered("caterpillar", "Ms Weber", player.ctx.today, None, None, 4)
    player.record(order, child=player.child)
    player.scene = routes.EditChild("programme", player.child, routes.Place("plan", player.child))
    own = player.ctx.child(player.child).programme or ""
    assert "Ms Weber" not in " ".join(written_on(player.scene))
    player.tap("prevention")
    said = " ".join(written_on(player.scene))
    assert "Ms Weber ordered: " in said and "counts again" in said and complaints(player.scene) == []
    player.tap(own)
    assert "Ms Weber" not in " ".join(written_on(player.scene))
    player.tap("prevention")
    player.tap("big")
    player.record(ProgrammeChosen(own), child=player.child)
    player.next_day()
    state = journey(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).now(player.ctx.today)
    assert state.orders["caterpillar"] == order and state.programme == own


def test_the_doctor_was_asked_is_said_from_the_plan_where_pain_stopped_the_programme() -> None:
    text = both(range(8)) + "+8 morning bear_walk ouch 5\n+10 evening caterpillar ouch 6\n"
    player = Player.of(lived(text, 12).robin)
    grown_ups(player)
    player.scene = PlanChangesPage(PlanPage(player.ctx, player.child))
    player.focus("doctor")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, PlanChangesPage)
    assert "doctor" not in [w.name for w in player.scene.widgets]


def test_before_the_first_play_every_week_is_to_come() -> None:
    player = Player.with_family()
    grown_ups(player)
    player.key(None, place_key("plan"))
    player.wait(4)
    weeks = plan(player).weeks
    assert [week.number for week in weeks] == list(range(1, 9)) and all(week.is_ahead for week in weeks)
    assert complaints(page(player)) == []


def test_after_an_operation_and_a_painful_stop_every_way_has_its_place_on_the_card() -> None:
    who = case("after_surgery", "7-10", "2025-11-01", "2025-12-01", True)
    text = both(range(8)) + "+8 morning magic_toe ouch 5\n+10 evening hedgehog_roll ouch 6\n"
    player = Player.of(lived(text, 12, who).robin, size=(1280, 720))
    grown_ups(player)
    shown = PlanChangesPage(PlanPage(player.ctx, player.child))
    assert {"surgery", "doctor", "pause"} <= {w.name for w in shown.widgets} and complaints(shown) == []
    words = next(line for line in written_on(shown) if "Not longer" in line)
    assert words


def test_an_operation_is_told_from_the_card_of_what_else_may_be_changed(player: Player) -> None:
    player.scene = page(player)
    for name in ("more", "operation", "surgery", f"day-{player.ctx.today}", "big"):
        player.tap(name)
    assert player.scene.name == "plan" and player.ctx.child(player.child).surgery == player.ctx.today
    player.tap("more")
    assert {"surgery", "operation"} & {w.name for w in player.screen.widgets} == {"surgery"}


def test_what_an_order_of_today_changes_from_tomorrow_stands_in_the_running_week(player: Player) -> None:
    day = player.ctx.today
    told = (ExerciseOrdered("caterpillar", "Ms Weber", day, foot=Foot.RIGHT, start=4, begins_anew=True),)
    player.ctx.record(*told, ExerciseOrdered("bear_walk", "Ms Weber", day, plays=False), child=page(player).child_id)
    player.scene = PlanPage(player.ctx, player.child)
    page(player).finish()
    tomorrow = short_date(player.ctx.texts, plus(day, 1))
    written = written_on(page(player))
    assert {f"{tomorrow}: 4 R", f"{tomorrow}: off"} <= set(written)
    assert written.count("right foot") == 4, "every week to come names the foot"
    assert complaints(page(player)) == []


# ---------------------------------------------------------------- after "Allow again"
def hurt_at_the_end_of_its_first_week() -> Player:
    """Seven days of practice, on the last of them strong pain in the bear walk; the morning after."""
    player = Player.with_family(size=(1280, 720))
    days_of_practice(player, 7, ("bear_walk", "lego_bricks", "caterpillar"))
    last = plus(player.ctx.today, -1)
    hurt = next(
        a for a in player.ctx.child(player.child).attempts.values() if (a.on, a.exercise) == (last, "bear_walk")
    )
    player.record(OuchTold(hurt.id, "bear_walk", last, hurt.slot, 6), child=player.child)
    grown_ups(player)
    return player


def test_what_rests_on_every_day_of_the_running_week_says_rest_and_the_week_it_was_played_in_its_dose() -> None:
    player = hurt_at_the_end_of_its_first_week()
    player.scene = routes.Place("plan", player.child)
    played, now, *_ = plan(player).weeks
    assert now.is_now and "bear_walk" in now.resting
    assert "bear_walk" in played.doses and not played.resting
    (why,) = why_cell(player.ctx.catalogue, played, "bear_walk")
    assert why.key == "reason_ouch_rest"


def test_after_allow_again_every_page_says_that_it_comes_again_and_on_which_day() -> None:
    player = hurt_at_the_end_of_its_first_week()
    player.scene = routes.ExerciseDetails(player.child, "bear_walk", "plan")
    player.tap("allow")
    player.tap("allow")
    again = short_date(player.ctx.texts, plus(player.ctx.today, 1))
    said, one = written_on(player.scene), player.scene
    assert isinstance(one, OneExercise)
    assert f"Comes again on {again}: 20 s" in said and "Rests after pain" not in said and complaints(one) == []
    assert not one.widget("allow").is_enabled
    player.scene = routes.Place("plan", player.child)
    _, now, *_ = plan(player).weeks
    assert "bear_walk" not in now.resting and now.doses["bear_walk"].amount == 20  # as it comes
    (why,) = why_cell(player.ctx.catalogue, now, "bear_walk")
    assert why.key == "reason_ouch_returns" and complaints(player.scene) == []
    player.scene = routes.Ordered(player.child)
    note = f"Rested after pain. You brought it back: it comes again on {again}. · 20 s"
    assert note in written_on(player.scene) and complaints(player.scene) == []


def test_who_plans_one_half_of_the_day_is_not_told_of_twice_and_a_dot_says_what_it_is(player: Player) -> None:
    assert "or once: also fine" in written_on(page(player))
    player.record(DaysPlanned(tuple(Weekday), (Slot.MORNING,)), child=page(player).child_id)
    player.record(ExerciseOrdered("bear_walk", "Ms Weber", player.ctx.today, plays=False), child=page(player).child_id)
    player.scene = PlanPage(player.ctx, player.child)
    page(player).finish()
    written = written_on(page(player))
    assert "once a day, as you plan" in written and not any("twice" in line for line in written)
    assert "not in play" in written and complaints(page(player)) == []


def test_what_grows_more_while_another_rests_says_so_and_is_what_the_days_bring_without_the_rest() -> None:
    player = Player.of(of_family("perfect", 25).robin)
    player.resize((1280, 720))
    played(player, "bear_walk", ouch=6)
    player.scene = routes.Place("plan", player.child)
    page(player).finish()
    resting = {week.number: week for week in plan(player).weeks if week.is_ahead}
    said = {
        (week.number, name)
        for week in resting.values()
        for name in week.doses
        if "plan_ahead_while_rests" in [why.key for why in why_cell(player.ctx.catalogue, week, name)]
    }
    number, name = max(at for at in said if at[1] in page(player).listed())
    at = [week.number for week in plan(player).weeks].index(number)
    player.focus(Cell(at, name).name)
    assert "its time is free for the others" in " ".join(written_on(page(player)))
    lines = " ".join(page(player).reasons(Cell(at, name)))
    assert "Bear walk: while it rests, its time is free for the others" in lines
    assert complaints(page(player)) == []
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    player.scene = routes.Place("plan", player.child)
    page(player).finish()
    allowed = {week.number: week for week in plan(player).weeks}
    assert said == {
        (n, e)
        for n, week in resting.items()
        for e, dose in week.doses.items()
        if e not in allowed[n].doses or is_above(dose, allowed[n].doses[e])
    }
    assert not any(week.more for week in allowed.values())
