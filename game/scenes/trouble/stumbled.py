"""A mistake of ours, told kindly: everything is kept, and the session goes on at the last exercise."""

from __future__ import annotations

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.trouble.cases import TroubleButton, TroubleWords
from game.scenes.trouble.trouble_card import TroubleCard
from game.ui.controls import Command


class StumbledScreen(TroubleCard):
    """`again` is what to go on with."""

    name = "stumbled"
    is_last_resort = True

    def __init__(self, ctx: Context, again: Next) -> None:
        words = ctx.texts
        choices = (
            TroubleButton("go_on", words("stumbled_go_on"), command=Command.BACK),
            TroubleButton("close", words("stumbled_close")),
        )
        title, line = words("stumbled_title"), words("stumbled_line")
        case = TroubleWords("stumbled", "hand", title, line, words("trouble_nothing_lost"), choices)
        super().__init__(ctx, case, self._chosen)
        self._again = again

    def lines(self) -> tuple[str, ...]:
        return ("grown_up_call",)

    def _chosen(self, name: str) -> Next | None:
        if name == "go_on":
            return self._again
        # At once and not with the card for good night, which may be what stumbles.
        return routes.Ending(routes.Bye(self), self)
