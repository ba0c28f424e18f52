"""Which screen is here: the present one, those that lie under it, and the next one until it may come.

The loop keeps time and inputs, the navigator keeps screens: it has routes opened, holds the next screen back while the
disk writes what led to it, and comes back to what was covered. It draws nothing and asks no clock, so a test plays with
the same one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from game.scenes import flow
from game.scenes.routes import Next, Route
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.ui.controls import Covered

log = logging.getLogger(__name__)


class Navigator:
    """`arrived` is told of every screen that has come by `go`, and whether it was a step back."""

    def __init__(self, context: Context, first: Next, arrived: Callable[[Scene, bool], None]) -> None:
        self._arrived = arrived
        self._covered: list[Scene] = []  # what cards lie over, the nearest last
        self._coming: tuple[Scene, bool] | None = None  # until what led to it is on the disk
        self.scene = flow.open(context, first)

    @property
    def is_waiting(self) -> bool:
        """The next screen is on its way and waits for the disk; the present one stays a little longer."""
        return self._coming is not None

    @property
    def here(self) -> Scene:
        """The present screen; one that is on its way counts as being there."""
        return self._coming[0] if self._coming else self.scene

    @property
    def under(self) -> tuple[Scene, ...]:
        """What is here, and below it what it covers, from the top down."""
        return (self.here, *reversed(self._covered))

    def go(self, following: Next | None, *, is_back: bool = False, is_by_itself: bool = False) -> None:
        """To what follows; None stays. `is_by_itself`: nobody pressed anything for it."""
        if following is None or following is self.scene:
            return
        screen = flow.open(self.here.ctx, following)
        if screen is self.scene:
            return
        if is_by_itself:
            screen.came_by_itself()
        self._bring(screen, is_back)

    def settle(self) -> None:
        """The screen that waits comes, if what led to it is on the disk by now."""
        if self._coming:
            self._bring(*self._coming)

    def pause(self) -> Scene:
        """Something is about to lie over what is here: it stands still. The screen to come back to."""
        here = self.here
        return flow.open(here.ctx, here.handle(Covered()) or here)

    def cover(self, card: Route, here: Scene, *, is_by_itself: bool = False) -> None:
        """A card or page over `here`, which it gives back later."""
        self._covered.append(here)
        self.go(card, is_by_itself=is_by_itself)

    def put(self, screen: Next) -> None:
        """That screen is here, without having come: nothing else is changed by it."""
        self.scene = flow.open(self.here.ctx, screen)

    def start_afresh(self, screen: Route) -> None:
        """Whatever was covered or on its way is given up."""
        self._coming = None
        self._covered.clear()
        self.put(screen)

    def _bring(self, screen: Scene, is_back: bool) -> None:
        # Every fact is on the disk before the next screen appears; a slow disk keeps the present one a little longer.
        self._coming = (screen, is_back) if self.scene.ctx.is_writing else None
        if self._coming:
            return
        if screen in self._covered:
            del self._covered[self._covered.index(screen) :]
        elif screen.is_outside:
            self._covered.clear()
        self.scene = screen
        self._arrived(screen, is_back)
