"""What a page asks of the disk is done beside the loop: a slow disk must not freeze the picture."""

from __future__ import annotations

import logging
from collections.abc import Callable

from game.scenes.routes import Next
from game.scenes.screen.outside import BackgroundTask
from game.scenes.screen.screen import Screen
from game.ui.controls import Input

log = logging.getLogger(__name__)


class BackgroundTaskPage(Screen):
    """A page that takes no press while the disk works for it, and then goes on with what came of it."""

    message = ""
    _deed: BackgroundTask | None = None

    @property
    def is_at_work(self) -> bool:
        return self._deed is not None

    def begin(
        self, deed: BackgroundTask, done: Callable[[str], Next | None], refused: Callable[[str], None]
    ) -> Next | None:
        """`done` is told what came of it, `refused` why nothing did, in words for a family; on a quick disk at once."""
        self._deed, self._done, self._refused = deed, done, refused
        self.message = self.ctx.texts("disk_at_work")
        self.changed()
        return self._look_at_deed()

    def handle(self, event: Input) -> Next | None:
        return None if self.is_at_work else super().handle(event)

    def update(self, dt: float) -> Next | None:
        # Neither a lock nor a timer may take the page away from what it has begun.
        was_at_work, following = self.is_at_work, super().update(dt)
        return self._look_at_deed() if was_at_work else following

    def _look_at_deed(self) -> Next | None:
        if self._deed is None or not self._deed.is_done:
            return None
        deed, self._deed, self.message = self._deed, None, ""
        self.changed()
        try:
            said = deed.result()
        except OSError as error:
            log.warning("%s: %s", self.name, error)
            self._refused(str(error.strerror or error))
            return None
        return self._done(said)
