"""The lock of the gate, through the real loop with real events: whatever lies over a grown-ups' page, whatever is
pressed, and whichever way the grown-up went, the next input meets the PIN and nothing is told."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import timedelta

import pygame
import pytest

from game.app.loop import App
from game.core.events import SettingChosen
from game.scenes import flow, parent, routes
from game.scenes.first_start.pin import NewPinScreen
from game.scenes.function_quest.numbers import FunctionCheckScreen
from game.scenes.function_quest.run import FunctionRun
from game.scenes.parent import area
from game.scenes.parent.children.erase import EraseChildPage
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.parent.confirm.outing_told import OutingToldPage
from game.scenes.parent.deed import AskCard, AskLine
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.gate.recovery import RecoveryPage
from game.scenes.parent.help.help import SafetyPage
from game.scenes.parent.own.own_form import OwnFormPage
from game.scenes.parent.plan.plan_changes import PlanChangesPage
from game.scenes.parent.plan.planned_days import PlannedDaysPage
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.parent.progress.period import PeriodPage
from game.scenes.parent.settings.restore import BringBackPage
from game.scenes.parent.settings.settings import SettingsPage
from game.scenes.parent.which_child import WhichChildPage
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.date_picker import PickDateScreen
from game.scenes.screen.field_screen import FieldScreen
from game.scenes.screen.screen import Screen
from tests.computer import SIZE, Computer, event
from tests.player import PIN, Player
from tests.scenes.rooms import place_key


@pytest.fixture
def computer() -> Iterator[Computer]:
    computer = Computer()
    yield computer
    computer.player.game.close()
    pygame.display.set_mode((8, 8))


# ---------------------------------------------------------------- pages, what lies over them, ways to go
def _settings(c: Computer) -> SettingsPage:
    return SettingsPage(c.ctx, c.player.child)


def _calendar(c: Computer) -> Scene:
    below = flow.open(c.ctx, routes.EditChild("surgery", "child-2", routes.GrownUps()))
    return PickDateScreen(below, "surgery", "day", None, "first_surgery_unknown")  # type: ignore[arg-type]


def _own_form(c: Computer) -> OwnFormPage:
    return OwnFormPage(c.ctx, c.player.child, "", routes.Place("own", c.player.child))


def _letters(c: Computer) -> Next:
    return EraseChildPage(_settings(c)).letters()


def _pain(c: Computer) -> Next:
    child = c.player.child
    return routes.Pain(child, next(iter(c.ctx.child(child).sessions)), routes.GrownUps())


PAGES: dict[str, Callable[[Computer], Next]] = {
    **{place.name: (lambda name: lambda c: routes.Place(name, c.player.child))(place.name) for place in area.PLACES},
    "confirm": lambda c: ConfirmPage(c.ctx, c.player.child, routes.Who()),
    "new pin": lambda c: NewPinScreen(c.ctx, routes.Who(), routes.Who()),
    "erase": lambda c: EraseChildPage(_settings(c)),
    "bring back": lambda c: BringBackPage(_settings(c)),
    "which child": lambda c: WhichChildPage(flow.open(c.ctx, routes.Place("progress", c.player.child))),  # type: ignore[arg-type]
    "which days": lambda c: PeriodPage(flow.open(c.ctx, routes.Place("progress", c.player.child))),  # type: ignore[arg-type]
    "ordered": lambda c: routes.Ordered(c.player.child),
    "own form": lambda c: routes.OwnForm(c.player.child, "", routes.Place("own", c.player.child)),
    "own pictures": lambda c: routes.OwnPictures(_own_form(c)),
    "own preview": lambda c: routes.OwnPreview(_own_form(c), c.ctx.catalogue.exercises["caterpillar"], None),
    "planned days": lambda c: PlannedDaysPage(flow.open(c.ctx, routes.Place("plan", c.player.child))),  # type: ignore[arg-type]
    "plan changes": lambda c: PlanChangesPage(flow.open(c.ctx, routes.Place("plan", c.player.child))),  # type: ignore[arg-type]
    "day": lambda c: routes.Day(c.player.child, c.ctx.today),
    "paper week": lambda c: routes.PaperWeek(c.player.child, c.ctx.today),
    "pause": lambda c: routes.TellPause(c.player.child, c.ctx.today, routes.GrownUps()),
    "exercise": lambda c: routes.ExerciseDetails(c.player.child, "bear_walk"),
    "over time": lambda c: routes.OverTime(c.player.child, "bear_walk", "progress"),
    "a large sheet": lambda c: routes.LargeSheet(DoctorPage(c.ctx, c.player.child)),
    "reminders": lambda c: routes.Reminders(c.player.child),
    "printed": lambda c: routes.PrintCards(c.player.child, "help"),
    "pain": _pain,
    "early ceremony": lambda c: routes.EarlyCeremony(_settings(c), c.player.child),
    "allow again": lambda c: routes.AllowAgain(
        _settings(c), c.player.child, "bear_walk", lambda: None, routes.GrownUps()
    ),
    "a question": lambda c: routes.AskFirst(
        _settings(c), AskCard("ask-first", "?", (AskLine("?"),), ("keep", "-"), ())
    ),
    "no operation": lambda c: routes.NoOperation(_settings(c), "child-2", routes.GrownUps()),
    "add a child": lambda c: routes.AddChild(routes.GrownUps()),
    "edit a child": lambda c: routes.EditChild("edit", c.player.child, routes.GrownUps()),
    "tell of an operation": lambda c: routes.EditChild("surgery", c.player.child, routes.GrownUps()),
    "calendar": _calendar,
    "letters": _letters,
    "outing told": lambda c: OutingToldPage(c.ctx, c.player.child, routes.Who()),
    "feet checked": lambda c: FunctionCheckScreen(FunctionRun(c.ctx, c.player.child)),
    "a sheet of help": lambda c: flow.open(c.ctx, routes.Place("help", c.player.child)).press("tips"),  # type: ignore[attr-defined]
}


def _f1(c: Computer) -> None:
    c.press(pygame.K_F1)
    assert c.app.scene.name == "safety"
    c.wait(1)


def _f1_and_a_sheet(c: Computer) -> None:
    _f1(c)
    tap(c, "tips")
    assert c.app.scene.name == "reading"
    c.wait(1)


def _x(c: Computer) -> None:
    event(pygame.WINDOWCLOSE)
    event(pygame.QUIT)
    c.frame()
    assert c.app.scene.name == "close"
    c.wait(1)


def _x_over_f1(c: Computer) -> None:
    _f1(c)
    _x(c)


def _gate_over_x(c: Computer) -> None:
    """G on the card opens the gate for confirming; Esc there gives back the card."""
    _x(c)
    tap(c, "waiting")
    assert c.app.scene.name == "gate"
    c.wait(1)


def _full_disk(c: Computer) -> None:
    c.player.disk.is_full = True
    c.player.record(SettingChosen("music", "4"))
    c.app._tell_unsaved()
    c.wait(1.5)
    assert c.app.scene.name == "trouble"


def tap(c: Computer, name: str) -> None:
    widget = next(w for w in c.app.scene.widgets if w.name == name)  # type: ignore[attr-defined]
    event(pygame.MOUSEBUTTONDOWN, button=1, pos=c.ctx.pictures.view.pixel(*widget.box.centre), touch=False)
    c.frame()


FULL = "the card of a full disk"
OVER: dict[str, Callable[[Computer], None]] = {
    "nothing": lambda c: None,
    "F1": _f1,
    "F1 and a sheet": _f1_and_a_sheet,
    "the closing card": _x,
    "the closing card over F1": _x_over_f1,
    FULL: _full_disk,
}


def _left(c: Computer) -> None:
    event(pygame.WINDOWFOCUSLOST)
    c.frame()
    event(pygame.WINDOWFOCUSGAINED)


def _left_and_back_in_one_frame(c: Computer) -> None:
    event(pygame.WINDOWFOCUSLOST)
    event(pygame.WINDOWFOCUSGAINED)


def _minimised(c: Computer) -> None:
    event(pygame.WINDOWMINIMIZED)
    event(pygame.WINDOWRESTORED)


def _hidden(c: Computer) -> None:
    event(pygame.WINDOWHIDDEN)
    event(pygame.WINDOWSHOWN)


def _five_minutes(c: Computer) -> None:
    """The last second goes by in the frame that also brings the input."""
    for _ in range(30):
        c.frame(9.9)
    c.seconds += 4


def _five_minutes_with_the_clock_set_back(c: Computer) -> None:
    for _ in range(30):
        c.player.clock -= timedelta(hours=1)
        c.frame(9.9)
    c.seconds += 4


def _slept(c: Computer) -> None:
    c.seconds += 40
    c.player.clock += timedelta(seconds=40)


def _slept_and_clock_set_back(c: Computer) -> None:
    c.seconds += 3600
    c.player.clock -= timedelta(days=2)


def _process_held(c: Computer) -> None:
    """SIGSTOP and SIGCONT: the clocks ran, no frame did."""
    c.seconds += 30


AWAY: dict[str, Callable[[Computer], None]] = {
    "left": _left,
    "left and back in one frame": _left_and_back_in_one_frame,
    "minimised": _minimised,
    "hidden": _hidden,
    "five minutes": _five_minutes,
    "five minutes, clock set back": _five_minutes_with_the_clock_set_back,
    "slept": _slept,
    "slept, clock set back": _slept_and_clock_set_back,
    "held": _process_held,
}
TRIES = (pygame.K_ESCAPE, "1", "ctrl+3", pygame.K_RETURN, " ", pygame.K_TAB, pygame.K_RETURN, "g", pygame.K_ESCAPE)


@pytest.mark.parametrize("over", [over for over in OVER if over != FULL])
@pytest.mark.parametrize("page", PAGES)
def test_the_next_input_meets_the_pin_and_tells_nothing(computer: Computer, page: str, over: str) -> None:
    here = computer.show(PAGES[page])
    assert here.is_guarded
    OVER[over](computer)
    top = computer.app.scene
    before = computer.told
    for away, go in AWAY.items():
        go(computer)
        computer.press(*TRIES)
        assert (computer.app.scene.name, computer.told) == ("gate", before), away
        computer.look_away()
        computer.type_pin()
        assert (computer.app.scene, computer.told) == (top, before), away


@pytest.mark.parametrize("away", AWAY)
@pytest.mark.parametrize("page", ["settings", "confirm", "new pin", "erase"])
def test_under_the_card_of_a_full_disk_a_page_is_shut_until_there_is_room_for_a_try(
    computer: Computer, page: str, away: str
) -> None:
    here = computer.show(PAGES[page])
    before = computer.told
    _full_disk(computer)
    AWAY[away](computer)
    computer.press(*TRIES)
    computer.type_pin()
    assert (computer.app.scene.name, computer.told) == ("gate", before), "no try is written, so no PIN is looked at"
    computer.player.disk.is_full = False
    computer.type_pin()
    computer.wait(2)  # the card goes by itself
    assert (computer.app.scene, computer.told) == (here, [*before, SettingChosen("music", "4")])


def _of_the_grown_ups() -> set[type]:
    """The classes of every screen in the grown-ups' rooms."""
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(parent.__path__, f"{parent.__name__}.")]
    return {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Screen) and thing.__module__ == module.__name__
    }


def test_every_page_of_the_grown_ups_is_in_this_table(computer: Computer) -> None:
    seen = {base for page in PAGES.values() for base in type(computer.show(page)).__mro__}
    assert _of_the_grown_ups() - seen == {ParentGate, RecoveryPage, SafetyPage}


@pytest.mark.parametrize("over", OVER)
def test_without_the_pin_a_locked_page_is_given_up(computer: Computer, over: str) -> None:
    computer.show(PAGES["settings"])
    OVER[over](computer)
    _left(computer)
    computer.wait(1.5)
    computer.press(pygame.K_ESCAPE)
    assert computer.app.scene.name == "who"
    for _ in range(4):
        computer.wait(1)
        computer.press(pygame.K_ESCAPE)
        assert computer.app.scene.name in ("who", "close")


def test_a_gate_opened_from_a_card_over_a_page_is_no_way_round_its_lock(computer: Computer) -> None:
    computer.show(PAGES["settings"])
    _gate_over_x(computer)
    _left(computer)
    computer.wait(1.5)
    computer.press(pygame.K_ESCAPE)
    computer.wait(1.5)
    assert computer.app.scene.name == "gate"
    computer.press(pygame.K_ESCAPE)
    assert computer.app.scene.name == "who"


def test_who_turns_back_at_a_gate_over_a_page_finds_that_page_shut(computer: Computer) -> None:
    """A grown-up who sees the pad takes the page for locked and goes; a child steps back from it, twice."""
    page = computer.show(PAGES["confirm"])
    _gate_over_x(computer)
    before = computer.told
    for _ in range(4):
        computer.wait(1.5)
        computer.press(pygame.K_ESCAPE, "1")
        assert (computer.app.scene is not page, computer.told) == (True, before)


def test_the_pin_at_a_gate_over_a_page_opens_that_page_as_well(computer: Computer) -> None:
    page = computer.show(PAGES["settings"])
    _gate_over_x(computer)
    computer.press(pygame.K_ESCAPE)
    computer.wait(1.5)
    computer.press(pygame.K_TAB)
    assert computer.app.scene.name == "gate"
    computer.type_pin()
    assert computer.app.scene.name == "close"
    computer.wait(1.5)
    computer.press(pygame.K_ESCAPE)
    assert computer.app.scene is page


def test_a_page_that_lies_under_a_child_s_reward_is_shut(computer: Computer) -> None:
    """The card over a page leads through the gate to confirming, and from there to the child's stars."""
    computer.show(PAGES["settings"])
    _gate_over_x(computer)
    computer.type_pin()
    assert computer.app.scene.name == "confirm"
    for _ in range(2):
        computer.wait(1.5)
        computer.press("1")
    computer.wait(3)
    assert computer.app.scene.name == "reward"
    for _ in range(6):
        computer.wait(2)
        computer.press(pygame.K_ESCAPE)
        assert computer.app.scene.name in ("reward", "gate", "who", "close")
        if computer.app.scene.name == "who":
            break


def test_a_touch_under_a_card_keeps_the_page_open(computer: Computer) -> None:
    page = computer.show(PAGES["settings"])
    _f1(computer)
    for _ in range(3):
        computer.wait(200)
        computer.press(pygame.K_TAB)
    assert computer.app.scene.name == "safety"
    computer.press(pygame.K_ESCAPE)
    assert computer.app.scene is page


def test_a_mouse_that_trembles_and_a_pad_that_comes_and_goes_are_nobody(computer: Computer) -> None:
    computer.show(PAGES["settings"])
    for n in range(31):
        event(pygame.MOUSEMOTION, pos=(n, n), touch=False)
        event(pygame.JOYDEVICEREMOVED, instance_id=1)
        computer.wait(10)
    assert computer.app.scene.name == "gate"


def test_a_window_left_while_a_slow_disk_holds_the_next_page_back_locks_that_page(computer: Computer) -> None:
    computer.show(PAGES["help"])
    computer.player.hang()
    computer.player.record(SettingChosen("music", "4"))
    computer.press(place_key("settings"))
    _left(computer)
    computer.wait(2)
    computer.player.go_on()
    computer.frame()
    computer.press(place_key("children"), pygame.K_ESCAPE)
    assert computer.app.scene.name == "gate"
    computer.type_pin()
    assert computer.app.scene.name == "settings"


@pytest.mark.parametrize("away", [_five_minutes, _left, lambda c: c.press(pygame.K_F1)])
def test_digits_over_a_line_that_was_typed_into_go_through_no_input_method(
    computer: Computer, away: Callable[[Computer], None]
) -> None:
    page = computer.show(PAGES["edit a child"])
    assert page.field.is_listening  # type: ignore[attr-defined]
    away(computer)
    computer.frame()
    assert computer.app.scene is not page and not page.field.is_listening  # type: ignore[attr-defined]
    if computer.app.scene.name == "gate":
        computer.type_pin()
        assert computer.app.scene is page and page.field.is_listening  # type: ignore[attr-defined]


@pytest.mark.parametrize("frames", [0, 1, 3])
def test_a_window_left_after_the_last_digit_is_left(computer: Computer, frames: int) -> None:
    computer.app.navigator.go(routes.Gate(_settings(computer), routes.Who()))
    computer.wait(1.5)
    for digit in PIN[:3]:
        computer.press(digit)
    event(pygame.KEYDOWN, key=ord(PIN[3]), unicode=PIN[3], mod=0)
    for _ in range(frames):
        computer.frame()
    event(pygame.WINDOWFOCUSLOST)
    computer.wait(2)
    assert computer.app.scene.name == "gate"
    computer.type_pin()
    assert computer.app.scene.name == "settings"


def test_a_family_without_a_pin_has_no_lock_to_fall_into() -> None:
    player = Player()
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    page = flow.open(player.ctx, routes.AddChild(routes.Start()))
    app = App(pygame.display.get_surface(), player.ctx, page, player.game.resized)  # type: ignore[arg-type]
    event(pygame.WINDOWFOCUSLOST)
    for _ in range(700):
        app.step(0.5)
    assert app.scene is page
    player.game.close()
    pygame.display.set_mode((8, 8))


def test_a_held_pin_for_confirming_ends_with_a_sleep_of_the_computer(computer: Computer) -> None:
    computer.player.record(SettingChosen("stay", "on"))
    computer.app.navigator.go(
        flow.open(computer.ctx, routes.ToConfirm(computer.player.child, routes.Who(), routes.Who()))
    )
    computer.type_pin()
    assert computer.app.scene.name == "confirm"
    computer.seconds += 3600  # the other clock stood still
    again = flow.open(computer.ctx, routes.ToConfirm(computer.player.child, routes.Who(), routes.Who()))
    assert again.name == "gate"


@pytest.mark.parametrize("is_left", [True, False])
def test_a_window_left_while_a_slow_disk_holds_the_page_behind_the_gate_asks_again(is_left: bool) -> None:
    """Who comes back and touches something need not be who typed the PIN; until the page is there nobody is asked."""
    c = Computer()
    c.app.navigator.go(routes.Gate(routes.GrownUps(c.player.child), routes.Who()))
    c.wait(1.5)
    c.player.disk.answers = 1  # the try is written, and what tells that it was right is not
    for digit in PIN:
        c.press(digit)
    for _ in range(40):
        if not c.app.navigator.is_waiting:
            c.frame()
    assert c.app.navigator.is_waiting and c.app.scene.name == "gate"
    if is_left:
        event(pygame.WINDOWFOCUSLOST)
        c.frame()
        event(pygame.WINDOWFOCUSGAINED)
        c.frame()
    event(pygame.MOUSEBUTTONDOWN, button=1, pos=(5, 5), touch=False)
    c.frame()
    c.player.go_on()
    c.frame()
    c.frame()
    assert c.app.scene.name == ("gate" if is_left else "progress")


def test_the_page_of_letters_takes_text_as_the_line_does_and_the_gate_takes_none(computer: Computer) -> None:
    line = computer.show(PAGES["edit a child"])
    assert isinstance(line, FieldScreen)
    computer.app.navigator.go(line.letters())
    computer.frame()
    board = computer.app.scene
    assert board.name == "letters" and line.field.is_listening
    _five_minutes(computer)
    computer.frame()
    assert computer.app.scene.name == "gate" and not line.field.is_listening
    computer.type_pin()
    assert computer.app.scene is board and line.field.is_listening
