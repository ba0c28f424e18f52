"""The camp at the window's size, composed once beside the loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.puppet.camp import CampArt
from game.puppet.landscape import Landscape
from game.puppet.spread import SpreadArt
from game.puppet.spread_sheets import PageDrawings, sheets
from game.ui.art.cut_sheets import put
from game.ui.art.kept_picture import KeptPicture
from game.ui.art.scenery import Scenery
from game.ui.memory import Memory
from game.ui.view import View


class CampPicture(KeptPicture):
    """The camp in one week of play, day or evening; `guest` is whose turn it is to come."""

    def __init__(
        self, week: int, guest: int, land: Landscape, art: Callable[[], CampArt], drawings: PageDrawings,
        grain: pygame.Surface, cache: Path | None, memory: Memory | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"camp-{week:02}-{land.time}-{guest}", cache, memory)
        self.week, self.guest, self._land, self._art, self._drawings, self._grain = (
            week,
            guest,
            land,
            art,
            drawings,
            grain,
        )
        self._page: SpreadArt | None = None

    @property
    def page(self) -> SpreadArt:
        """What stands there; read with the first picture, so beside the loop."""
        if self._page is None:
            self._page = SpreadArt(ground="", sheets=tuple(self._art().laid(self.week, self._land.evening, self.guest)))
        return self._page

    def drawn_from(self) -> str:
        return repr((self.page, self._land.place, self._land.evening))

    def flat(self, size: tuple[int, int]) -> pygame.Surface:
        out, view = Scenery(self.name, self._land, self._grain).flat(size), View(*size)
        for sheet in sheets(self.page, self._drawings):
            self.stop_if_closed()
            put(out, view, sheet)
        return out.convert()
