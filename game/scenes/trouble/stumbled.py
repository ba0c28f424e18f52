"""A mistake of ours, told kindly: everything is kept, and the session goes on at the last exercise."""

from __future__ import annotations

from game.scenes import flow
from game.scenes.flow import Then
from game.scenes.screen.context import Context
from game.scenes.screen.scene import Scene
from game.scenes.trouble.trouble import Case, Choice, TroubleCard
from game.ui.controls import Command


class Stumbled(TroubleCard):
    """`again` makes the screen to go on with."""

    name = "stumbled"

    def __init__(self, ctx: Context, again: Then) -> None:
        words = ctx.texts
        choices = (
            Choice("go_on", words("stumbled_go_on"), command=Command.BACK),
            Choice("close", words("stumbled_close")),
        )
        title, line = words("stumbled_title"), words("stumbled_line")
        case = Case("stumbled", "hand", title, line, words("trouble_nothing_lost"), choices)
        super().__init__(ctx, case, self._chosen)
        self._again = again

    def lines(self) -> tuple[str, ...]:
        return ("grown_up_call",)

    def _chosen(self, name: str) -> Scene | None:
        if name == "go_on":
            return self._again()
        return flow.ending(self.ctx, self._end, lambda: self)

    def _end(self) -> Scene:
        """At once and not with the card for good night, which may be what stumbles."""
        if self.ctx.unsaved and not self.ctx.retry():
            return flow.unsaved_at_end(self.ctx, self._bye)
        return self._bye()

    def _bye(self) -> Scene:
        self.ctx.request_quit()
        return self
