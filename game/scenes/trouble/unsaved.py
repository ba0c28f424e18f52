"""Played, and not yet on the disk: told once with a card, tried again every second while it is up, and told again at
the end.

Nobody may be at the computer, so over a running session the card goes by itself; the strip and its icon stay. At the
end it stays, for what is only in memory is lost with the game.
"""

from __future__ import annotations

from dataclasses import replace

from game.scenes.routes import Next
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context
from game.scenes.trouble.cases import disk_full
from game.scenes.trouble.trouble_card import TroubleCard

IN_A_SESSION = 20.0  # seconds until the session goes on


class UnsavedScreen(BackgroundTaskPage, TroubleCard):
    """`back` is what to go on with, by itself where it `goes_on`; at the end it closes the game."""

    def __init__(self, ctx: Context, back: Next, *, goes_on: bool = False, is_end: bool = False) -> None:
        case = disk_full(ctx.texts, ctx.unsaved, is_full=ctx.is_disk_full, is_end=is_end)
        super().__init__(ctx, case, self._chosen, self._look)
        self._back = back
        self._goes_on = goes_on

    def _chosen(self, name: str) -> Next | None:
        match name:
            case "again" if not self.ctx.retry():
                self._say(self.ctx.texts("diskfull_not_yet"))
                return None
            case "elsewhere":
                self._save_elsewhere()
                return None
        return self._back

    def _look(self) -> Next | None:
        if self.ctx.retry() or (self._goes_on and self.age > IN_A_SESSION):
            return self._back
        return None

    def _save_elsewhere(self) -> None:
        self._say(self.ctx.texts("disk_at_work"))
        self.begin(
            self.ctx.files.save_unsaved(),
            lambda path: self._say(self.ctx.texts("diskfull_saved", path=path)),
            self._say,
        )

    def _say(self, foot: str) -> None:
        self.case = replace(self.case, foot=foot)
        self.changed()
