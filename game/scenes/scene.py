"""What a scene is.

It is three methods: `handle` and `update` return what follows (a route, or a screen that is held) or None to stay;
`draw` says what stands where and decides nothing. Making a scene is entering it, and only `game.scenes.flow` makes one;
a card over a scene keeps that scene and returns it. Nearly every one is a `game.scenes.screen.screen.Screen`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.ui.controls import Input
from game.ui.page_change import Arrival
from game.ui.stage import Stage
from game.ui.typography.lettering import Inked
from game.ui.view import Box
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from game.scenes.session.session import RunningSession


class Scene(Protocol):
    """What the loop, its lock and its window need of a screen."""

    name: str  # for people: pictures, tests and the log; nothing is decided by it
    ctx: Context
    quiet: float  # seconds since the last input
    focused: str | None  # the widget the ring is on
    shows_focus: bool  # whether the ring is seen
    arrival: Arrival  # how the window brings it on
    is_child: bool  # a child's screen speaks and shows the big ring
    shows_words: bool  # it shows what the voice says itself
    is_outside: bool  # whatever was covered is left for good when it comes
    is_cover: bool  # it lies over another screen, which it gives back
    is_card: bool  # it says something about the game itself: nothing is laid over it, and the window's x closes
    is_good_night: bool  # it is the card that asks whether to close: what would be lost is said before
    is_last_resort: bool  # it tells of a mistake of ours: should it stumble as well, nothing is left to be shown
    hears_help: bool  # F1 lays the safety page over it
    is_gate: bool  # the PIN or the recovery code is asked here
    sets_pin: bool  # it is where a new PIN is chosen

    problems: list[str]  # words that were cut off in its picture
    written: Sequence[Box]  # where words stand in its still picture, design units
    inked: Sequence[Inked]  # the lines of it as they were drawn

    def walk_on(self) -> None:
        """The ring goes to the next widget by itself, see `game.app.one_button`."""
        ...

    @property
    def is_guarded(self) -> bool: ...

    @property
    def is_at_work(self) -> bool: ...

    @property
    def tells_tries(self) -> bool: ...

    @property
    def looks(self) -> str | None: ...

    @property
    def session(self) -> RunningSession | None: ...

    @property
    def widgets(self) -> tuple[Widget, ...]: ...

    @property
    def dim_after(self) -> float: ...

    def handle(self, event: Input) -> Next | None: ...

    def went_back(self, given: Input) -> bool: ...

    def update(self, dt: float) -> Next | None: ...

    def fit(self) -> None: ...

    def draw(self, stage: Stage) -> None: ...

    def unlocked(self) -> Scene: ...

    def returned(self) -> Scene: ...

    def came_by_itself(self) -> None: ...

    def held_up(self, seconds: float, is_seen: bool) -> None: ...

    def hush(self) -> None: ...
