"""A parent writes a therapist's paper down by keys, by typing and by hand; what is refused stays and is not written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.core.content import Foot
from game.core.events import (
    ExerciseAllowed,
    ExerciseOrdered,
    OrderWritten,
    ProgrammeChosen,
    QuestKind,
    Released,
    Retracted,
    SettingChosen,
)
from game.core.reports.plan import plan
from game.core.reports.progress import exercise_progress
from game.core.rules.journey import journey
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.ordering import OrderPart
from game.core.rules.today import today as today_
from game.scenes import routes
from game.scenes.parent.plan.order_draft import OrderDraft
from game.scenes.parent.plan.ordered import LONGEST_WHO, OrderedPage
from game.scenes.parent.plan.plan import PlanPage
from game.scenes.screen.date_picker import PickDateScreen
from game.scenes.screen.reading_sheet import ReadingScreen
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from tests.diary import both, lived
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import facts, grown_ups, pass_gate


@pytest.fixture
def player() -> Player:
    """Sixteen days in; the page is open and the cursor stands in the empty line for a name."""
    player = Player.of(lived(both(range(16)), 17).robin)
    grown_ups(player)
    player.scene = routes.Ordered(player.child)
    player.draw()
    return player


def page(player: Player) -> OrderedPage:
    assert isinstance(player.scene, OrderedPage), player.scene.name
    return player.scene


def draft(player: Player) -> OrderDraft:
    return page(player).draft


def named(player: Player) -> None:
    """The name is typed, and Enter goes on."""
    player.focus("who")
    player.type("Ms Weber")
    player.key(Command.ACTIVATE)


def test_a_paper_is_written_down_by_keys_alone_and_comes_back_on_the_page_and_the_plan(player: Player) -> None:
    assert page(player).focused == "who"
    named(player)
    assert page(player).focused == "said-on"
    player.focus("foot:caterpillar")
    for _ in range(2):
        player.arrow(1, 0)
    player.key(Command.ACTIVATE)  # on to the start
    assert page(player).focused == "start:caterpillar"
    player.arrow(-1, 0)
    player.focus("sets:caterpillar")
    player.arrow(-1, 0)
    player.focus("plays:bear_walk")
    player.key(Command.ACTIVATE)
    player.focus("write")
    player.key(Command.ACTIVATE)
    today = player.ctx.today
    assert facts(player, OrderWritten) == [OrderWritten("Ms Weber", today)]
    assert sorted(facts(player, ExerciseOrdered), key=lambda order: order.exercise) == [
        ExerciseOrdered("bear_walk", "Ms Weber", today, False),
        ExerciseOrdered("caterpillar", "Ms Weber", today, None, Foot.RIGHT, 4, None, 2, begins_anew=True),
    ]
    again = OrderedPage(player.ctx, player.child)
    row = again.draft.rows["caterpillar"]
    assert (row.feet, row.start, row.most_sets) == (OrderedFeet.RIGHT, 4, 2) and again.draft.is_on("bear_walk") is False
    player.key(Command.BACK)
    assert isinstance(player.scene, PlanPage)
    assert "Ms Weber" in " ".join(str(w.look) for w in player.scene.widgets if w.name == "order")


def test_a_stepper_stops_at_the_game_s_cap_and_a_typed_value_past_it_stays_with_its_reason(player: Player) -> None:
    named(player)
    player.focus("cap:bear_walk")
    for _ in range(3):
        player.arrow(1, 0)
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 60
    player.keys("90")
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 90
    text = " ".join(written_on(page(player)))
    assert "90 seconds is not taken, 60 seconds is the game's cap" in text and "90 s" in text
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert not facts(player, OrderWritten) and page(player).focused == "cap:bear_walk"
    player.focus("why")
    player.key(Command.ACTIVATE)
    assert isinstance(player.scene, ReadingScreen)
    why = " ".join(piece.text for piece in player.scene.pieces)
    bear = player.ctx.catalogue.exercises["bear_walk"]
    assert bear.reason in why and bear.source in why
    player.key(Command.BACK)
    player.focus("cap:bear_walk")
    player.arrow(-1, 0)  # what stands past the cap comes back to it
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 60 and not draft(player).all_refused()


def test_a_digit_that_was_wrong_is_taken_away_again(player: Player) -> None:
    player.focus("cap:bear_walk")
    player.keys("45")
    player.hardware("backspace")
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 4
    player.keys("0")
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 40
    player.focus("start:bear_walk")
    player.hardware("backspace")
    assert draft(player).amount("bear_walk", OrderPart.START) == 3


def test_a_press_means_the_part_of_a_control_it_meets(player: Player) -> None:
    def press(name: str, share: float) -> None:
        box = page(player).widget(name).box
        player.wait(0.45)
        player.click(*player.ctx.pictures.view.pixel(box.x + share * box.w, box.centre[1]))

    press("start:bear_walk", 0.9)
    press("cap:bear_walk", 0.1)
    press("cap:bear_walk", 0.5)  # the amount itself: to be typed over
    for _ in range(2):
        press("foot:caterpillar", 0.1)
    press("foot:caterpillar", 0.5)  # what is chosen itself
    press("sets:caterpillar", 0.5)
    press("plays:lego_bricks", 0.5)
    rows = draft(player).rows
    assert (rows["bear_walk"].start, rows["bear_walk"].cap) == (35, 55)
    worm = rows["caterpillar"]
    assert (worm.feet, worm.most_sets, rows["lego_bricks"].plays) == (OrderedFeet.LEFT, 2, False)


def test_a_pad_reaches_and_changes_everything_of_a_row(player: Player) -> None:
    player.focus("plays:caterpillar")
    player.arrow(1, 0)
    assert page(player).focused == "foot:caterpillar"
    for what in ("start", "cap", "sets"):
        player.wait(0.45)
        player.pad(0)
        assert page(player).focused == f"{what}:caterpillar"
    player.arrow(-1, 0)
    assert draft(player).rows["caterpillar"].most_sets == 2


def again_note(player: Player) -> str:
    """The note of the one exercise that comes again after pain."""
    (note,) = [line for line in written_on(page(player)) if "comes again on" in line]
    return note


def test_what_comes_again_after_pain_has_its_start_in_the_field_and_the_same_in_its_note() -> None:
    text = both(range(20)) + "+20 morning bear_walk ouch 6\n"
    player = Player.of(lived(text, 21).robin, size=(1280, 720))
    grown_ups(player)
    player.record(ExerciseAllowed("bear_walk"), child=player.child)
    child, today = player.ctx.child(player.child), player.ctx.today
    stood = journey(player.ctx.catalogue, child, today).now(today).tracks["bear_walk"].dose
    assert stood.amount > 20, "until tomorrow it stands where it hurt"
    player.scene = routes.Ordered(player.child)
    assert draft(player).amount("bear_walk", OrderPart.START) == 20 and not draft(player).is_new
    named(player)
    player.focus("start:bear_walk")
    assert again_note(player).endswith(" · 20 s")
    for _ in range(4):
        player.arrow(1, 0)
    said = " · 20 s · then up to 40 s, a step in 7 days at most"
    assert said in again_note(player) and complaints(page(player)) == []


def test_the_foot_that_begins_is_chosen_by_keys_stands_on_the_page_and_begins_in_the_next_quest(player: Player) -> None:
    named(player)
    player.focus("foot:caterpillar")
    said = []
    for _ in range(6):  # past the end it stays
        player.arrow(-1, 0)
        said += [line for line in ("both, left first", "left alone") if line in written_on(page(player))]
    assert said == ["both, left first", *["left alone"] * 5] and draft(player).order("caterpillar").foot is Foot.LEFT
    for _ in range(3):
        player.arrow(1, 0)
    assert "both feet, the right one first" in " ".join(written_on(page(player)))
    player.focus("write")
    player.key(Command.ACTIVATE)
    today = player.ctx.today
    assert facts(player, ExerciseOrdered) == [
        ExerciseOrdered("caterpillar", "Ms Weber", today, first_foot=Foot.RIGHT)
    ]  # fmt: skip
    assert OrderedPage(player.ctx, player.child).draft.rows["caterpillar"].feet is OrderedFeet.RIGHT_FIRST
    worm = None
    while worm is None:
        player.next_day()
        quest = today_(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.now(), player.ctx.slot)
        worm = next((row for row in quest.left if row.exercise == "caterpillar"), None)
    assert (worm.foot, worm.first_foot) == (None, Foot.RIGHT)
    player.scene = routes.Shoes(player.child, QuestKind.ONE, (worm,))
    player.fetch()
    player.wait_for("play")
    assert player.scene.session.stretch.foot is Foot.RIGHT  # type: ignore[attr-defined]


def test_what_has_not_come_yet_is_in_turn_on_or_off_and_the_inner_edges_only_on_or_off(player: Player) -> None:
    who, seen = draft(player), []
    for name in ("toe_artist", "duckling_walk", "bear_walk"):
        for _ in range(3):
            seen.append(who.is_on(name))
            who.switch(name)
    assert seen == [None, True, False, False, True, False, True, False, True]


def test_days_are_chosen_from_the_calendar_and_a_hold_in_the_past_is_refused(player: Player) -> None:
    named(player)
    player.focus("hold")
    player.key(Command.ACTIVATE)
    assert player.scene.name == "pick-date"
    player.key(Command.BACK)
    page(player).take_day("hold", player.ctx.today)  # chosen on an evening before, and the page stood open
    page(player).changed()
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert not facts(player, OrderWritten) and page(player).focused == "hold"
    page(player).take_day("hold", player.ctx.today + timedelta(14))
    page(player).take_day("visit", player.ctx.today + timedelta(20))
    page(player).changed()
    player.focus("write")
    player.key(Command.ACTIVATE)
    (head,) = facts(player, OrderWritten)
    assert head.hold_until == player.ctx.today + timedelta(14) and head.next_visit == player.ctx.today + timedelta(20)


def test_without_a_name_or_anything_new_nothing_is_written_and_it_says_what_is_missing(player: Player) -> None:
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert page(player).note.text == "Who said it?" and page(player).focused == "who"
    named(player)
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert "Nothing on this page is new" in page(player).note.text and not facts(player, OrderWritten)


def test_what_was_written_can_be_taken_back_whole(player: Player) -> None:
    named(player)
    draft(player).switch("bear_walk")
    draft(player).step_feet("caterpillar", -2)
    page(player).changed()
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert len(facts(player, ExerciseOrdered)) == 2
    player.focus("undo")
    player.key(Command.ACTIVATE)
    assert not facts(player, ExerciseOrdered) and not facts(player, OrderWritten)
    assert draft(player).sheet.head is None and not facts(player, Retracted)


def test_all_sheets_keep_the_rules_of_targets_and_text(player: Player) -> None:
    for n in range(page(player).sheets):
        page(player).sheet = n
        page(player).changed()
        assert complaints(page(player)) == [], n
    assert sum(len(OrderedPage(player.ctx, player.child).draft.rows) for _ in range(1)) == 19


def test_a_page_left_while_it_is_filled_in_asks_for_the_pin_and_has_everything_typed(player: Player) -> None:
    named(player)
    player.focus("cap:bear_walk")
    player.keys("45")
    player.leave()
    player.wait(1)
    player.come_back()
    assert player.scene.name == "gate"
    pass_gate(player)
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 45 and page(player).field.name == "Ms Weber"


def test_a_page_left_open_overnight_keeps_what_was_filled_in_and_is_looked_at_anew(player: Player) -> None:
    named(player)
    page(player).take_day("hold", player.ctx.today + timedelta(2))
    page(player).take_day("visit", player.ctx.today)
    player.focus("cap:bear_walk")
    player.keys("45")
    assert not draft(player).all_refused()
    player.clock += timedelta(days=1)
    page(player).unlocked()
    assert draft(player).amount("bear_walk", OrderPart.CAP) == 45 and page(player).field.name == "Ms Weber"
    assert {refusal.part for _, refusal in draft(player).all_refused()} == {OrderPart.HOLD, OrderPart.VISIT}


def test_what_another_programme_does_not_have_is_refused_at_its_own_switch(player: Player) -> None:
    named(player)
    draft(player).switch("bear_walk")
    page(player).changed()
    player.record(ProgrammeChosen("prevention"), child=player.child)  # on another computer, meanwhile
    page(player).unlocked()
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert page(player).note.text == "Bear walk: not in the programme." and not facts(player, OrderWritten)
    assert page(player).focused == "plays:bear_walk"


@pytest.mark.parametrize("feet", [OrderedFeet.LEFT, OrderedFeet.LEFT_FIRST])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)], ids=str)
def test_the_longest_name_and_every_exercise_ordered_fit_on_every_sheet_and_on_the_plan(
    size: tuple[int, int], feet: OrderedFeet
) -> None:
    player = Player.of(lived(both(range(16)), 17).robin, size=size)
    grown_ups(player)
    who, today = "W" * LONGEST_WHO, player.ctx.today
    rows = OrderDraft(player.ctx.catalogue, player.ctx.child(player.child), today).rows
    each = [n for n in rows if player.ctx.catalogue.exercises[n].per_foot]
    left = Foot.LEFT if feet is OrderedFeet.LEFT else None, Foot.LEFT if feet is OrderedFeet.LEFT_FIRST else None
    orders = [
        ExerciseOrdered(n, who, today, True, foot, 1, 5, 1, first_foot=first_foot)
        for n in rows
        for foot, first_foot in [left if n in each else (None, None)]
    ]
    player.record(OrderWritten(who, today, today + timedelta(200), today + timedelta(9)), *orders, child=player.child)
    shown = OrderedPage(player.ctx, player.child)
    for n in range(shown.sheets):
        shown.sheet = n
        shown.changed()
        assert complaints(shown) == [], n
    player.next_day()
    eight = PlanPage(player.ctx, player.child)
    eight.finish()
    assert complaints(eight) == []


def test_the_inner_edges_ordered_off_are_on_again_with_one_press(player: Player) -> None:
    player.record(ExerciseOrdered("duckling_walk", "Ms Weber", player.ctx.today, plays=False), child=player.child)
    who = OrderDraft(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert who.is_on("duckling_walk") is False
    who.switch("duckling_walk")
    assert who.is_on("duckling_walk") is True
    who.switch("duckling_walk")
    assert who.is_on("duckling_walk") is False


def test_a_start_for_what_is_in_play_is_said_before_it_is_written_and_is_the_plan_s_dose_of_tomorrow(
    player: Player,
) -> None:
    named(player)
    player.focus("start:caterpillar")
    player.keys("2")
    assert "today 5 times · from tomorrow 2 times" in " ".join(written_on(page(player)))
    player.focus("write")
    player.key(Command.ACTIVATE)
    player.next_day()
    child = player.ctx.child(player.child)
    figures = exercise_progress(player.ctx.catalogue, child, "caterpillar", player.ctx.today)
    weeks = plan(journey(player.ctx.catalogue, child, player.ctx.today), None).weeks
    stands = next(week.doses["caterpillar"] for week in weeks if week.is_now)
    assert (figures.sets, figures.amount) == (stands.sets, stands.amount) == (1, 2)
    line = player.ctx.texts.reason(figures.reasons[0])
    assert "as Ms Weber ordered" in " ".join(player.ctx.texts.reason(r) for r in figures.reasons), line
    assert "In play · 2 times" in " ".join(written_on(OrderedPage(player.ctx, player.child)))


def test_a_start_far_above_the_dose_says_that_it_comes_by_steps_and_from_when(player: Player) -> None:
    named(player)
    player.focus("start:caterpillar")
    player.keys("8")
    text = " ".join(written_on(page(player)))
    assert "then up to 8 times, a step in 7 days at most, from" in text
    player.focus("hold")
    page(player).take_day("hold", player.ctx.today + timedelta(30))
    page(player).changed()
    day = player.ctx.texts.date(player.ctx.today + timedelta(30))
    assert f"from {day} where there is room" in " ".join(written_on(page(player)))


def test_what_is_ordered_on_comes_after_the_hold_of_the_same_page_and_says_so(player: Player) -> None:
    names = tuple(draft(player).rows)
    page(player).sheet = names.index("toe_artist") // 5
    draft(player).switch("toe_artist")
    page(player).changed()
    assert "it comes before the programme's own, as soon as the sessions have room" in " ".join(
        written_on(page(player))
    )
    page(player).take_day("hold", player.ctx.today + timedelta(9))
    page(player).changed()
    assert "it comes before the programme's own, when nothing is held any more" in " ".join(written_on(page(player)))


@pytest.mark.parametrize("later", [0, 3])
def test_a_hold_the_parents_let_go_of_does_not_come_back_with_the_next_page(player: Player, later: int) -> None:
    until = player.ctx.today + timedelta(14)
    player.record(OrderWritten("Ms Weber", player.ctx.today, until, None), Released(), child=player.child)
    player.clock += timedelta(days=later)
    grown_ups(player)
    player.scene = routes.Ordered(player.child)
    player.draw()
    assert "you let go of it" in written_on(page(player)) and complaints(page(player)) == []
    draft(player).switch("bear_walk")
    page(player).changed()
    player.tap("write")
    assert facts(player, OrderWritten)[1:] == [OrderWritten("Ms Weber", player.ctx.today, None, None)]
    page(player).take_day("hold", until)  # it is ordered anew where somebody asks for it
    assert draft(player).head.hold_until == until


def test_a_page_of_later_days_says_the_start_ordered_before_and_changes_no_dose_of_what_it_does_not_name(
    player: Player,
) -> None:
    named(player)
    player.focus("start:caterpillar")
    player.keys("2")
    player.focus("write")
    player.key(Command.ACTIVATE)
    player.next_day()
    player.scene = OrderedPage(player.ctx, player.child)
    draft(player).step_feet("caterpillar", -2)
    assert (draft(player).order("caterpillar").start, draft(player).order("caterpillar").begins_anew) == (2, False)
    draft(player).set_amount("caterpillar", OrderPart.CAP, 1)
    assert draft(player).order("caterpillar").start == 1 and not draft(player).refused("caterpillar")


def test_the_sets_that_are_ordered_are_said_to_be_the_most_to_which_they_grow(player: Player) -> None:
    """A paper that says "sets 2" is a most: no order begins with more than one set."""
    said = written_on(page(player))
    assert "Sets: up to" in said and "Sets grow when it is too easy, never above." in said
    assert not any("when it is too easy" in line and "In play" in line for line in said), "nothing is ordered yet"
    for presses, wanted in ((1, "up to 2 sets, when it is too easy"), (1, "1 set, never more")):
        player.focus("sets:bear_walk")
        for _ in range(presses):
            player.arrow(-1, 0)
        assert any(line.startswith("In play") and wanted in line for line in written_on(page(player))), wanted
        assert complaints(page(player)) == []


def test_what_is_ordered_stands_first_when_the_page_is_opened_again_and_right_after_writing(player: Player) -> None:
    named(player)
    last = list(draft(player).rows)[-1]
    draft(player).switch(last)
    draft(player).switch("lift_ride")
    player.focus("write")
    player.key(Command.ACTIVATE)
    assert set(page(player).listed()[:2]) == {last, "lift_ride"}
    assert set(OrderedPage(player.ctx, player.child).listed()[:2]) == {last, "lift_ride"}


def test_the_sheet_of_what_was_just_written_is_shown_and_its_rows_are_marked_until_it_is_taken_back(
    player: Player,
) -> None:
    named(player)
    last = list(draft(player).rows)[-1]
    draft(player).switch(last)
    page(player).sheet = page(player).sheets - 1
    page(player).changed()
    player.focus("write")
    player.key(Command.ACTIVATE)
    player.draw()
    assert last in page(player).listed() and page(player).just_written == {last}
    assert page(player).focused == "back" and complaints(page(player)) == []
    player.tap("undo")
    assert page(player).just_written == frozenset()


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        ("seal_ball", "Seal's ball: done with both feet together, so there is no first foot."),
        ("bear_walk", "Bear walk: walked on both feet, so there is no first foot."),
    ],
)
def test_where_no_foot_can_begin_a_press_on_both_says_so(player: Player, exercise: str, said: str) -> None:
    page(player).sheet = list(draft(player).rows).index(exercise) // 5
    page(player).changed()
    player.tap(f"foot:{exercise}")
    assert page(player).note.text == said and complaints(page(player)) == []
    assert not draft(player).is_new


def test_the_calendar_of_a_hold_offers_no_day_that_would_be_refused_and_that_of_the_order_none_to_come(
    player: Player,
) -> None:
    today = player.ctx.today
    for what, first, last in (("hold", 2, None), ("visit", 0, None), ("said-on", None, 0)):
        player.focus(what)
        player.key(Command.ACTIVATE)
        assert isinstance(player.scene, PickDateScreen) and complaints(player.scene) == []
        offered = [date.fromisoformat(w.name.removeprefix("day-")) for w in player.scene.widgets if "day-" in w.name]
        assert offered
        assert first is None or min(offered) == today + timedelta(days=first)
        assert last is None or max(offered) == today + timedelta(days=last)
        player.key(Command.BACK)


def test_off_from_tomorrow_stands_whole_in_its_tile_in_the_largest_letters(player: Player) -> None:
    named(player)
    draft(player).switch("lift_ride")
    player.focus("write")
    player.key(Command.ACTIVATE)
    player.record(SettingChosen("text_size", "150"))
    for size in ((1280, 720), (1024, 768)):
        player.resize(size)
        player.scene = routes.Place("progress", player.child)
        player.tap("tab-exercises")
        scene = player.scene
        assert isinstance(scene, Screen) and "Off from tomorrow, as ordered" in written_on(scene)
        assert complaints(scene) == []
