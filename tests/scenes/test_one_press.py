"""What the rules offer begins with one press, and one for each thing that is fetched by whoever does not wait for the
voice: walked over 120 days, for all programmes, ages and families.

Every day is lived and every third looked at, at the moments at which its map differs. One of each kind of state is
played by real keys and presses, from WHO to the session's first exercise, and holds exactly what the rules said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

import pygame
import pytest

import game.core.session.path_stations
from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import QuestKind, SessionEnding, SessionStarted
from game.core.history.history import Family
from game.core.profile import fits
from game.core.rules.function_quests import due
from game.core.rules.today import Doing
from game.core.rules.waiting import waiting
from game.core.session.path_stations import Station, StationKind
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES, WELL, begun, family_plays
from game.gallery.states import play
from game.scenes import routes
from game.scenes.home.map_state import MapState, look
from game.ui.controls import Controls
from tests.diary import START, case, catalogue
from tests.player import CODE, PIN, ZONE, Player

DAYS = 120
MONTHS = 20 * 7  # days from one life's first day to the next one's, a Monday as well
LOOKS = 3  # of so many days one is looked at
PARTS = 4  # of so many looked-at mornings one is left half played first, so that there are parts to go on with
WHO = [(p, a) for p in sorted(catalogue().programmes) for a in AgeBand if fits(p, a)]
OPERATED = -35  # days before the first one


class Desk:
    """A computer at which one made-up child after another sits down. `walked` counts states, `pressed` sessions."""

    def __init__(self) -> None:
        self.player = Player(datetime(2026, 1, 5, 8, tzinfo=ZONE))
        self.player.ctx.gate.set(PIN, CODE)
        self.controls = Controls()
        self.walked = 0
        self.pressed: Counter[str] = Counter()
        self.seen: set[tuple[object, ...]] = set()
        self.confirmed: set[int] = set()  # how many levels waited

    # ---------------------------------------------------------------- real inputs
    def key(self, code: int, char: str = "") -> None:
        self._give(pygame.event.Event(pygame.KEYDOWN, key=code, unicode=char, mod=0, scancode=0))

    def press(self, name: str) -> None:
        """With the mouse, in the widget's middle; KeyError when there is none."""
        box = self.player.scene.widget(name).box  # type: ignore[attr-defined]
        x, y = self.player.ctx.pictures.view.pixel(*box.centre)
        self._give(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(round(x), round(y)), touch=False))

    def _give(self, event: pygame.event.Event) -> None:
        self.player.wait(0.45)
        for given in self.controls.read([event], (640, 360)):
            self.player.give(given)
        self.player.wait(0.05)

    # ---------------------------------------------------------------- moments
    def sit_down(self, family: Family, day: date, hour: int, slot: Slot) -> MapState:
        """That child's computer at that hour, sun or moon pressed; what its map shows."""
        player, ctx = self.player, self.player.ctx
        ctx.family = Family(family.children, ctx.family.settings, ctx.family.gate)
        player.clock = datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
        ctx.slot_chosen = slot
        return look(ctx, player.child)

    def to_the_map(self, slot: Slot) -> None:
        """From WHO; by way of the ceremony when it is due, and of a chapter's page."""
        self.player.scene = routes.Who()
        self.press(self.player.child)
        if self.player.scene.name == "graduation":
            self.key(pygame.K_SPACE, " ")
        if self.player.scene.name == "story":
            self.key(pygame.K_SPACE, " ")
        assert self.player.scene.name == "map", self.player.scene.name
        if self.player.ctx.slot is not slot:
            self.press(slot.value)
        assert (self.player.scene.name, self.player.ctx.slot) == ("map", slot)
        assert self.player.scene.widgets  # type: ignore[attr-defined]


# ---------------------------------------------------------------- looking
def wrong_on_the_map(state: MapState) -> str:
    """What the path does not show as the rules say it; "" when all is true."""
    now = state.now
    offered = [level.exercise for level in now.left]
    here = [place for place in state.stations if place.kind is StationKind.HERE]
    if [place.exercise for place in here if not place.together] != offered[:1]:
        return f"{now.doing}: {offered[:1]} is next, the path shows {[place.exercise for place in here]}"
    if state.here is not None and state.stations[state.here].exercise != offered[0]:
        return f"the big button stands at {state.stations[state.here].exercise}, not at {offered[0]}"
    todays = [s for place in state.stations for s in (place.together or (place,)) if s.is_todays]
    left = [s.exercise for s in todays if s.kind in (StationKind.HERE, StationKind.TODAY)]
    if left != offered:
        return f"{offered} are left, the path shows {left}"
    played = {s.exercise for s in todays if s.kind is StationKind.PLAYED}
    if now.doing in (Doing.READY, Doing.TOO_SOON, Doing.DONE) and played != {a.exercise for a in now.played}:
        return f"{sorted({a.exercise for a in now.played})} were played, the path shows {sorted(map(str, played))}"
    return ""


def kind_of(state: MapState, is_function_due: bool) -> tuple[object, ...]:
    """States alike in all of this look alike and are pressed alike."""
    now = state.now
    short = bool(now.two_minutes), len(now.choices)
    return now.doing, len(now.left), bool(now.played), *short, is_function_due, state.is_strong, bool(state.beside)


# ---------------------------------------------------------------- pressing
def press_everything(desk: Desk, state: MapState, is_function_due: bool) -> None:
    """Every way the rules offer, from WHO; last the bright station, to the first exercise."""
    player, now = desk.player, state.now
    desk.to_the_map(now.slot)
    names = [w.name for w in player.scene.widgets]  # type: ignore[attr-defined]
    assert ("big" in names) == (now.doing in (Doing.READY, Doing.TOO_SOON)), (now.doing, names)
    assert ("two_minutes" in names, "one" in names) == (bool(now.two_minutes), bool(now.choices)), names
    assert ("feet" in names) == is_function_due, names
    assert ("outing" in names) == (bool(state.beside) and now.doing is Doing.READY), names
    for name, screen in (("outing", "outing"), ("feet", "function")):
        if name in names:
            desk.press(name)
            assert player.scene.name == screen, (name, player.scene.name)
            desk.pressed[name] += 1
            desk.to_the_map(now.slot)
    if now.two_minutes:
        desk.press("two_minutes")
        assert player.scene.levels == now.two_minutes  # type: ignore[attr-defined]
        desk.pressed["two minutes"] += 1
        desk.key(pygame.K_ESCAPE)
    for level in now.choices:
        desk.press("one")
        desk.press(level.exercise)
        assert player.scene.levels == (level,)  # type: ignore[attr-defined]
        desk.pressed["one exercise"] += 1
        desk.key(pygame.K_ESCAPE)
    if now.doing is Doing.READY:
        desk.to_the_map(now.slot)
        assert player.scene.focused == "big"  # type: ignore[attr-defined]
        desk.key(pygame.K_SPACE, " ")
        assert player.scene.name == "shoes"
        while player.scene.name == "shoes":  # a press for each thing: nobody waits for the voice
            desk.key(pygame.K_SPACE, " ")
        told = [e.fact for e in player.ctx.child(player.child).events if isinstance(e.fact, SessionStarted)][-1]
        assert (told.quest, told.exercises) == (QuestKind.QUEST, tuple(level.exercise for level in now.left))
        assert player.scene.session.levels == now.left  # type: ignore[attr-defined]
        desk.pressed["the bright station"] += 1


def confirms(desk: Desk, at: partial[MapState]) -> None:
    """What was just played whole and not told yet: G and the PIN at WHO, then one key for each."""
    state = at()
    player, ctx = desk.player, desk.player.ctx
    play(ctx, player.child, state.slot, None, SessionEnding.WHOLE, grade=None)
    waits = [a.id for a in waiting(ctx.catalogue, ctx.child(player.child), ctx.today)]
    assert len(waits) == len(state.now.left)
    player.scene = routes.Who()
    desk.key(pygame.K_g, "g")
    for digit in PIN:
        desk.key(ord(digit), digit)
    player.wait(1)
    for attempt in waits:
        assert player.scene.name == "confirm", player.scene.name
        assert player.scene.words.current.id == attempt  # type: ignore[attr-defined]
        assert "grade-well" in [w.name for w in player.scene.widgets]  # type: ignore[attr-defined]
        desk.key(pygame.K_1, "1")
        player.wait(1)
    assert not waiting(ctx.catalogue, ctx.child(player.child), ctx.today)
    desk.pressed["confirm"] += len(waits)


# ---------------------------------------------------------------- the lives
def moments(robin: SimulatedChild, family: str, start: date, at: int) -> Iterator[tuple[date, int, Slot]]:
    """Every slot as it begins, in its middle on some days, and when it is over; the evening also too soon."""
    for n in range(DAYS):
        day = plus(start, n)
        if n % LOOKS != at:
            family_plays(robin, family, start, day)
            continue
        yield day, 8, Slot.MORNING
        names = robin.whole_quest(day, day, Slot.MORNING)
        if n // LOOKS % PARTS == 0 and len(names) > 1:
            robin.play(day, day, Slot.MORNING, names[: 1 + n % (len(names) - 1)], WELL, is_quest=True)
            yield day, 9, Slot.MORNING
        yield day, 18, Slot.EVENING
        family_plays(robin, family, start, day)
        yield day, 9, Slot.MORNING
        yield day, 10, Slot.EVENING


def walk(desk: Desk, programme: str, age: AgeBand, family: str) -> list[str]:
    """One life; what was wrong with its maps."""
    n = FAMILIES.index(family)
    start = plus(START, n * MONTHS)  # one after another: the desk's clock is never set back
    surgery = str(plus(start, OPERATED)) if programme == "after_surgery" else ""
    surgeon = str(plus(start, 2)) if surgery else ""
    who = case(programme, age.value, surgery, surgeon, bool(surgery), start=start)
    rules = desk.player.ctx.catalogue  # one for both, else every look would fold the whole life anew
    robin = begun(rules, who)
    wrong = []
    for day, hour, slot in moments(robin, family, start, n % LOOKS):
        at = partial(desk.sit_down, robin.family, day, hour, slot)
        state = at()
        desk.walked += 1
        if found := wrong_on_the_map(state):
            wrong.append(f"{programme} {age} {family} {day} {slot} {hour}: {found}")
            continue
        is_fresh = state.now.doing is Doing.READY and not state.now.played
        is_function_due = is_fresh and due(rules, robin.child, day).is_open
        kind = kind_of(state, is_function_due)
        if kind in desk.seen:
            continue
        desk.seen.add(kind)
        press_everything(desk, state, is_function_due)
        if is_fresh and len(state.now.left) not in desk.confirmed:
            desk.confirmed.add(len(state.now.left))
            confirms(desk, at)
    return wrong


@pytest.mark.parametrize("programme,age", WHO)
def test_whatever_the_rules_offer_begins_with_one_press(programme: str, age: AgeBand):
    desk = Desk()
    wrong = [line for family in FAMILIES for line in walk(desk, programme, age, family)]
    assert not wrong, f"{len(wrong)} of {desk.walked} states:\n" + "\n".join(wrong[:20])
    assert desk.walked >= DAYS // LOOKS * 4 * len(FAMILIES)
    assert desk.pressed["the bright station"] > 3, desk.pressed


def test_a_path_that_shows_only_the_last_levels_is_found(monkeypatch: pytest.MonkeyPatch):
    """A control: a window that forgets where the child is."""
    monkeypatch.setattr(game.core.session.path_stations, "windowed", lambda row, count: list[Station](row)[-count:])
    assert walk(Desk(), "children", AgeBand.SEVEN_TEN, "perfect")
