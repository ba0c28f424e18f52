"""The children's page of the grown-ups' area."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from game.core.content import AgeBand, Slot
from game.core.events import (
    ChildAdded,
    ChildChanged,
    ChildPutAway,
    DoctorAsked,
    ExerciseOrdered,
    ProgrammeChosen,
    SignsTicked,
)
from game.core.rules.parent_actions import has_operation
from game.core.rules.today import Doing, today
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.parent.children.children import Children
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, pass_gate, played


@pytest.fixture
def player() -> Player:
    """At the page of a family with two children."""
    player = Player.with_family(size=(1280, 720))
    player.add_child("Leo", "7-10", "after_surgery", "tik")
    at_the_page(player)
    return player


def at_the_page(player: Player) -> None:
    player.scene = Children(player.ctx)


ANNA, LEO = "child-1", "child-2"


def add(player: Player, nickname: str, *presses: str, button: str = "add") -> None:
    """Presses *add*, types the nickname, and presses what follows."""
    player.tap(button)
    player.wait(0.5)
    player.type(nickname)
    for name in presses:
        player.tap(name)


def test_a_child_is_added_after_those_that_are_there(player: Player) -> None:
    add(player, "Mia", "age-7-10", "big", "none", "big", "prevention", "big")
    assert player.scene.name == "children"
    assert [c.nickname for c in player.ctx.children.values()] == ["Anna", "Leo", "Mia"]


def test_whoever_was_just_added_is_shown_and_has_the_focus(player: Player) -> None:
    for name in ("Ida", "Kim"):
        player.add_child(name)
    at_the_page(player)
    add(player, "Mia", "age-7-10", "big", "none", "big", "big")
    player.draw()
    mia = next(i for i, c in player.ctx.children.items() if c.nickname == "Mia")
    assert player.scene.focused == f"edit:{mia}"


def test_a_nickname_used_already_gets_a_number(player: Player) -> None:
    add(player, "anna", "age-7-10", "big", "none", "big", "big")
    assert [c.nickname for c in player.ctx.children.values()] == ["Anna", "Leo", "anna 2"]


def test_adding_a_grown_up_asks_for_the_days_of_the_course(player: Player) -> None:
    add(player, "Mum", "big", "none", "big", "fewer", "big", button="add-grown-up")
    mum = list(player.ctx.children.values())[-1]
    assert (mum.age, mum.programme, mum.course_days) == (AgeBand.ELEVEN_UP, "grown_up", 21)


def test_giving_up_half_way_adds_nobody(player: Player) -> None:
    add(player, "Mia", "age-7-10", "big", "back", "back")
    assert player.scene.name == "children"
    assert len(player.ctx.children) == 2


def test_an_edit_writes_only_what_was_changed(player: Player) -> None:
    player.tap(f"edit:{ANNA}")
    player.tap("big")
    assert facts(player, ChildChanged) == []
    player.tap(f"edit:{ANNA}")
    player.tap("animal-otto")
    player.tap("age-7-10")
    player.tap("big")
    child = player.ctx.child(ANNA)
    assert (child.nickname, child.animal, child.age) == ("Anna", "otto", AgeBand.SEVEN_TEN)


def test_a_child_keeps_its_own_nickname_without_a_number(player: Player) -> None:
    player.tap(f"edit:{ANNA}")
    player.tap("skin-3")
    player.tap("big")
    assert player.ctx.child(ANNA).nickname == "Anna"


def test_a_child_that_plays_does_not_become_younger_than_three(player: Player) -> None:
    player.tap(f"edit:{ANNA}")
    player.tap("age-under 3")
    player.tap("big")
    assert player.scene.name == "edit-child"


def test_going_back_from_an_edit_changes_nothing(player: Player) -> None:
    player.tap(f"edit:{ANNA}")
    player.tap("animal-otto")
    player.tap("back")
    assert player.ctx.child(ANNA).animal == "kva"


def test_signs_ticked_later_lock_until_a_doctor_was_asked(player: Player) -> None:
    player.tap(f"signs:{ANNA}")
    player.tap("sign-limp")
    player.tap("big")
    assert player.ctx.child(ANNA).waits_for_doctor
    player.tap(f"signs:{ANNA}")
    player.tap("asked")
    player.tap("big")
    assert not player.ctx.child(ANNA).waits_for_doctor
    assert facts(player, DoctorAsked) == [DoctorAsked("signs")]


def test_looking_at_the_signs_and_keeping_them_says_nothing_new(player: Player) -> None:
    before = len(facts(player, SignsTicked))
    player.tap(f"signs:{ANNA}")
    player.tap("big")
    assert len(facts(player, SignsTicked)) == before


def test_another_programme_is_chosen(player: Player) -> None:
    player.tap(f"programme:{ANNA}")
    player.tap("prevention")
    player.tap("big")
    assert player.ctx.child(ANNA).programme == "prevention"


def test_a_change_to_after_surgery_asks_for_the_dates_before_it_is_written(player: Player) -> None:
    player.tap(f"programme:{ANNA}")
    player.tap("after_surgery")
    player.tap("big")
    assert player.scene.name == "first-surgery"
    assert player.ctx.child(ANNA).programme == "children"
    player.tap("surgery")
    player.tap("day-2026-01-02")
    player.tap("big")
    child = player.ctx.child(ANNA)
    assert (child.programme, child.surgery, child.surgeon_start) == ("after_surgery", date(2026, 1, 2), None)


def test_back_from_the_dates_of_a_programme_just_chosen_is_the_programme(player: Player) -> None:
    for name in (f"programme:{ANNA}", "after_surgery", "big", "back"):
        player.tap(name)
    assert player.scene.name == "first-programme"
    player.tap("children")
    player.tap("big")
    assert player.scene.name == "children"
    assert player.ctx.child(ANNA).programme == "children"


def test_there_was_no_operation_asks_again_and_keep_changes_nothing(player: Player) -> None:
    before = player.ctx.child(LEO)
    player.tap(f"surgery:{LEO}")
    player.tap("none")
    assert player.scene.name == "no-operation" and complaints(player.scene) == []
    player.wait(0.5)
    player.key(Command.ACTIVATE)  # what has the focus keeps it
    assert player.scene.name == "edit-surgery"
    player.tap("none")
    player.key(Command.BACK)
    assert player.scene.name == "edit-surgery" and player.ctx.child(LEO) == before


def test_who_never_had_another_programme_is_asked_for_one_and_nothing_is_written_before(player: Player) -> None:
    before = player.ctx.child(LEO)
    for name in (f"surgery:{LEO}", "none", "none"):
        player.tap(name)
    assert player.scene.name == "edit-programme"
    player.tap("back")
    assert player.scene.name == "children" and player.ctx.child(LEO) == before
    for name in (f"surgery:{LEO}", "none", "none", "prevention", "big"):
        player.tap(name)
    leo = player.ctx.child(LEO)
    assert player.scene.name == "children" and leo.programme == "prevention" and not has_operation(leo)
    assert today(player.ctx.catalogue, leo, player.clock, Slot.MORNING).doing is Doing.READY
    player.draw()
    assert f"surgery:{LEO}" not in {w.name for w in player.scene.widgets}


def test_after_surgery_chosen_again_there_keeps_the_operation(player: Player) -> None:
    for name in (f"surgery:{LEO}", "none", "none", "after_surgery", "big", "big"):
        player.tap(name)
    assert player.scene.name == "children" and has_operation(player.ctx.child(LEO))


def test_a_child_locked_by_an_operation_in_another_programme_finds_its_page_and_the_way_out(player: Player) -> None:
    player.record(ProgrammeChosen("after_surgery"), ProgrammeChosen("children"), child=ANNA)
    assert today(player.ctx.catalogue, player.ctx.child(ANNA), player.clock, Slot.MORNING).doing is Doing.LOCKED
    at_the_page(player)
    for name in (f"surgery:{ANNA}", "none", "none"):
        player.tap(name)
    anna = player.ctx.child(ANNA)
    assert player.scene.name == "children" and anna.programme == "children"
    assert today(player.ctx.catalogue, anna, player.clock, Slot.MORNING).doing is Doing.READY


def test_an_operation_of_a_child_in_any_programme_is_told_on_one_page_and_changes_the_programme(player: Player) -> None:
    player.tap(f"operation:{ANNA}")
    assert player.scene.name == "tell-operation" and complaints(player.scene) == []
    assert "programme is then: After surgery" in " ".join(written_on(player.scene))
    player.tap("back")
    assert player.ctx.child(ANNA).programme == "children" and not has_operation(player.ctx.child(ANNA))
    for name in (f"operation:{ANNA}", "surgery", "day-2026-01-20", "big"):
        player.tap(name)
    anna = player.ctx.child(ANNA)
    assert (anna.programme, anna.surgery, anna.surgeon_start) == ("after_surgery", date(2026, 1, 20), None)
    assert today(player.ctx.catalogue, anna, player.clock, Slot.MORNING).doing is Doing.LOCKED
    for name in (f"surgery:{ANNA}", "none", "none"):
        player.tap(name)
    assert player.ctx.child(ANNA).programme == "children" and not has_operation(player.ctx.child(ANNA))


def test_telling_of_an_operation_says_which_orders_stop_with_the_programme(player: Player) -> None:
    player.record(ExerciseOrdered("bear_walk", "Ms Weber", player.ctx.today, cap=40), child=ANNA)
    player.tap(f"operation:{ANNA}")
    assert "Ms Weber ordered: Bear walk." in " ".join(written_on(player.scene))
    assert complaints(player.scene) == []


def row_of_mum(player: Player, days: int, length: int = 28) -> str:
    """What her row says that many days after the first session of her course, its length changed since."""
    mum = player.add_child("Mum", "11+", "grown_up", "fay")
    played(player, "magic_toe", child=mum)
    player.clock += timedelta(days=days)
    player.record(ProgrammeChosen("grown_up", length), child=mum)
    at_the_page(player)
    lines = written_on(player.scene)
    return " | ".join(lines[lines.index("Mum") :])


def test_a_grown_ups_course_waits_for_its_first_session(player: Player) -> None:
    player.add_child("Mum", "11+", "grown_up", "fay")
    player.clock += timedelta(days=9)
    at_the_page(player)
    assert "joins in, day 1 of 28" in written_on(player.scene)


@pytest.mark.parametrize("days, length, line", [
    (0, 28, "day 1 of 28"), (27, 28, "day 28 of 28"), (28 + 30, 28, "day 1 of 28"), (9, 21, "day 10 of 21"),
])  # fmt: skip
def test_a_grown_ups_course_is_counted_by_the_calendar(player: Player, days: int, length: int, line: str) -> None:
    assert line in row_of_mum(player, days, length)


@pytest.mark.parametrize("days", [28, 28 + 29])
def test_in_the_month_off_the_row_says_so_and_counts_no_day(player: Player, days: int) -> None:
    row = row_of_mum(player, days)
    assert "Days off" in row and "of 28" not in row


def test_the_surgeons_word_is_given_and_taken_back(player: Player) -> None:
    for expected in (True, False):
        player.tap(f"surgery:{LEO}")
        player.tap("word")
        player.tap("big")
        assert player.ctx.child(LEO).has_surgeon_agreed is expected


def test_put_away_hides_a_child_and_keeps_everything(player: Player) -> None:
    player.tap(f"put-away:{LEO}")
    assert list(player.ctx.children) == [ANNA]
    assert player.ctx.child(LEO).programme == "after_surgery"
    player.tap(f"bring-back:{LEO}")
    assert list(player.ctx.children) == [ANNA, LEO]


def test_a_family_whose_children_are_all_put_away_is_no_new_family(player: Player) -> None:
    for child in (ANNA, LEO):
        player.record(ChildPutAway(), child=child)
    player.scene = routes.Start()
    assert player.scene.name == "who"
    player.key(Command.GROWN_UPS)
    pass_gate(player)
    player.tap("to-children")
    player.tap(f"bring-back:{ANNA}")
    assert list(player.ctx.children) == [ANNA]


def test_the_last_one_who_plays_is_not_put_away(player: Player) -> None:
    player.tap(f"put-away:{LEO}")
    player.tap(f"put-away:{ANNA}")
    assert list(player.ctx.children) == [ANNA]
    assert facts(player, ChildPutAway) == [ChildPutAway()]


def test_a_page_left_for_five_minutes_asks_for_the_pin_and_keeps_what_was_typed(player: Player) -> None:
    player.tap(f"edit:{ANNA}")
    player.wait(0.5)
    player.type("bel")
    player.wait(301)
    assert player.scene.name == "gate"
    pass_gate(player)
    assert player.scene.name == "edit-child"
    player.tap("big")
    assert player.ctx.child(ANNA).nickname == "Annabel"


def test_many_children_are_on_several_sheets(player: Player) -> None:
    for name in ("Ida", "Kim", "Noa", "Uma", "Eli"):
        player.add_child(name)
    at_the_page(player)
    seen = set()
    for _ in range(3):
        seen |= {w.name for w in player.scene.widgets if w.name.startswith("edit:")}
        assert complaints(player.scene) == []
        player.tap("sheet")
    assert len(seen) == 7


@pytest.mark.parametrize("name", ["W" * 24, "李小龍", "ليلى"])
def test_no_nickname_breaks_the_page(player: Player, name: str) -> None:
    player.tap(f"edit:{ANNA}")
    player.wait(0.5)
    player.scene.field.value = ""
    player.type(name)
    player.tap("big")
    problems = [p for p in complaints(player.scene) if "W" * 20 not in p]  # a long name may be cut, with its ellipsis
    assert problems == []


def test_nothing_is_too_small_too_near_or_cut_off() -> None:

    player = Player.with_family(size=(1280, 720))
    player.add_child("Leo", "7-10", "after_surgery", "tik")
    player.add_child("Mum", "11+", "grown_up", "fay")
    found = {n: wrong for n, scene in SCREENS["parent/children"].scenes(player.ctx) if (wrong := complaints(scene))}
    assert found == {}


def test_a_course_longer_than_the_rules_let_it_be_is_told_as_it_is_played(player: Player) -> None:
    assert "day 3 of 28" in row_of_mum(player, 2, 60)
    shipped = player.ctx.catalogue
    player.ctx.catalogue = replace(shipped, rules=replace(shipped.rules, course_days_most=20))
    at_the_page(player)
    assert any("day 3 of 20" in line for line in written_on(player.scene))


def test_a_child_of_whom_nothing_more_was_told_waits_for_a_programme_and_not_for_a_surgeon(player: Player) -> None:
    """As an import may bring one."""
    before = written_on(Children(player.ctx)).count(player.ctx.texts("children_locked_word"))
    player.ctx.record(ChildAdded("Mia", "kva", AgeBand.FIVE_SIX, 1), child="child-9")
    player.scene = Children(player.ctx)
    lines = written_on(player.scene)
    assert lines.count("No programme has been chosen yet.") == 1
    assert lines.count(player.ctx.texts("children_locked_word")) == before


def test_the_page_counts_the_days_as_progress_does_also_where_todays_word_is_still_waited_for(player: Player) -> None:
    days_of_practice(player, 3, ("bear_walk",))
    played(player, "bear_walk")
    grown_ups(player)
    for page in ("children", "progress"):
        player.scene = routes.Place(page, player.child)
        assert any(line.startswith("4 days on the trail") for line in written_on(player.scene)), page
