"""The doctor's page laid out: its report, its sheets, and their pictures, made beside the loop.

Ten years are seconds of folding. They are folded on a way of their own, so that the pages a family looks at meanwhile
keep theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pygame

from game.core.history.history import Child
from game.core.reports.doctor import doctors_report_of
from game.core.reports.doctor_records import DoctorsReport
from game.core.rules.journey import Journey, apart
from game.print.doctor_files import DoctorsFiles
from game.print.page_parts import PageParts
from game.print.sheet import Sheet
from game.print.typeset import Type
from game.scenes.parent.printed.doctor_prints import files_of, type_of
from game.scenes.screen.context import Context
from game.scenes.screen.made_beside import MadeBeside
from game.ui.art.sheet_view import sheet_picture
from game.ui.pictures import Drawings

Width = Callable[[int], int]  # pixels, of one of so many sheets


@dataclass(slots=True)
class LaidOut:
    """What stands on the page, and how it looks."""

    files: DoctorsFiles
    sheets: tuple[Sheet, ...]
    pictures: dict[tuple[int, int], pygame.Surface] = field(default_factory=dict)  # by sheet and width in pixels

    def picture(self, at: int, width: int, drawings: Drawings) -> pygame.Surface:
        """A sheet so many pixels wide; drawn once."""
        if (at, width) not in self.pictures:
            self.pictures[at, width] = sheet_picture(self.sheets[at], self.files.type, drawings, width)
        return self.pictures[at, width]


class PageLayout:
    """Lays out the page anew whenever it is asked to; a report that is known is not counted again."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self._laid: MadeBeside[LaidOut] = MadeBeside(is_beside=ctx.art.prepares)
        self._type: Type | None = None
        self._way: Journey | None = None  # of whoever makes it, one at a time
        self._known: tuple[tuple[object, ...], DoctorsReport] | None = None

    @property
    def is_there(self) -> bool:
        return self._laid.is_there

    @property
    def laid(self) -> LaidOut:
        """As it stands, waited for."""
        return self._laid.result()

    def ask(self, child: Child, first: date, last: date, parts: PageParts, width: Width) -> None:
        """The page of these days with these parts, its sheets drawn as wide as `width` says of so many."""
        self._laid.ask(self._maker(child, first, last, parts, width))

    def _maker(
        self, child: Child, first: date, last: date, parts: PageParts, width: Width
    ) -> Callable[[], LaidOut]:  # fmt: skip
        ctx, today, rest = self.ctx, self.ctx.today, self.ctx.settings.rest_seconds
        catalogue, drawings, is_beside = ctx.catalogue, ctx.pictures.drawings, ctx.art.prepares
        fresh = self._way is None or self._way.catalogue is not catalogue
        begun = apart(catalogue, child, today) if fresh else None

        def make() -> LaidOut:
            key = (catalogue, child, first, last, today, rest)
            if self._known is None or any(a is not b and a != b for a, b in zip(self._known[0], key, strict=True)):
                way = self._way = begun or self._way
                assert way is not None
                way.follow(child, today)
                self._known = key, doctors_report_of(way, first, last, rest)
            self._type = self._type or type_of(ctx)
            files = files_of(ctx, self._known[1], self._type, parts)
            made = LaidOut(files, files.sheets())
            for n in range(len(made.sheets) if is_beside else 0):
                made.picture(n, width(len(made.sheets)), drawings)
            return made

        return make
