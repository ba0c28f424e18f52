"""Ticks that are not written down yet: before a press leads away from them it is asked what becomes of them."""

from __future__ import annotations

from collections.abc import Callable

from game.scenes import routes
from game.scenes.parent.area import OUT, GrownUpsPage
from game.scenes.parent.deed import AskCard, AskLine, Deed
from game.scenes.routes import Next

AWAY = ("place", "child", "back")  # the first words of the buttons that lead away from every page of ticks


class TickingPage(GrownUpsPage):
    """A page on which ticks are written down together."""

    def ticked(self) -> int:
        """How many ticks are not written down."""
        return 0

    def may_write(self) -> bool:
        """Whether any of them is taken."""
        return False

    def write_ticks(self) -> None:
        """Writes them down."""

    def drop_ticks(self) -> None:
        """As if they had never been set."""

    def leads_away(self, name: str) -> bool:
        """Whether the ticks would be gone after a press on it."""
        return name == OUT or name.partition("-")[0] in AWAY

    def press(self, name: str) -> Next | None:
        n, words = self.ticked(), self.ctx.texts
        if not n or not self.leads_away(name):
            return super().press(name)

        def first(do: Callable[[], None]) -> Callable[[], Next | None]:
            def then() -> Next | None:
                do()
                return self.press(name)

            return then

        write = Deed("write-first", words("unwritten_write"), first(self.write_ticks))
        drop = Deed("drop", words("unwritten_drop"), first(self.drop_ticks))
        deeds = (write, drop) if self.may_write() else (drop,)
        title, stay = words("unwritten_title", n=n), ("keep", words("unwritten_stay"))
        return routes.AskFirst(self, AskCard("ask-first", title, (AskLine(words("unwritten_line")),), stay, deeds))
