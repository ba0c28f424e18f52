"""Puppets and places of one window size, each made once and shared by all scenes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import pygame

from game.ui.art.baker import Baker
from game.ui.art.frame_store import FrameStore
from game.ui.art.kept_picture import KeptPicture
from game.ui.blit_only import makes
from game.ui.memory import Memory
from game.ui.raster import tile_from
from game.ui.theme import SKINS
from game.ui.view import Box

if TYPE_CHECKING:
    from datetime import date

    from game.core.content import Exercise
    from game.core.session.story import Chapter
    from game.core.stickers import Sticker
    from game.puppet.camp import CampArt
    from game.puppet.day_on_map import DayArt, Small
    from game.puppet.figure import FigureArt
    from game.puppet.place import PlaceArt, TrailArt
    from game.puppet.rig import Rig
    from game.puppet.spread import SpreadArt
    from game.puppet.spread_sheets import PageDrawings, PageSheet
    from game.ui.art.camp_picture import CampPicture
    from game.ui.art.open_book import OpenBook
    from game.ui.art.puppet_part import LaidPart
    from game.ui.art.puppet_view import CoarseView, PuppetView, Round
    from game.ui.art.scenery import Scenery, TrailMap

N = TypeVar("N", int, str, tuple[int, int])
K = TypeVar("K", bound=KeptPicture)


class Library(Protocol):
    """What the art library gives: rigs and their frames, places, maps, stickers, the story's plan, drawings; and what
    printing asks for (`game.print.handouts.HandoutArt`, which no start has to read)."""

    def rig(self, name: str) -> Rig: ...

    def frame(self, rig: str, clip: str, phase: float, swap: Mapping[str, str]) -> str: ...

    def rig_names(self) -> Iterator[str]: ...

    def place(self, name: str) -> PlaceArt: ...

    def trail(self, chapter: str) -> TrailArt: ...

    def spread(self, chapter: int) -> SpreadArt: ...

    def camp(self) -> CampArt: ...

    def figure(self, exercise: str) -> FigureArt | None: ...

    def day(self, chapter: str) -> DayArt: ...

    def landmarks(self, chapter: int) -> tuple[Small, ...]: ...

    def stickers(self) -> Mapping[str, tuple[Sticker, ...]]: ...

    def story(self) -> tuple[Chapter, ...]: ...

    def shapes(self, name: str) -> str: ...

    def drawing(self, name: str) -> str: ...

    def telling(self, rig: str, clip: str) -> tuple[float, ...]: ...

    def reach(self, rig: str, clip: str) -> float: ...

    def other_moments(self, rig: str, clip: str) -> tuple[float, ...]: ...

    def mirrored(self, rig: str, clip: str) -> str: ...

    def in_window(self, rig: str, clip: str) -> str: ...

    def ground(self, rig: str) -> float | None: ...

    def drawing_size(self, name: str) -> tuple[float, float]: ...

    def picture(self, name: str) -> bytes: ...


class ArtRoom:
    """Everything drawn from rigs and places. `k` is pixels a design unit; `calm` shows key poses instead of motion;
    `memory` is the budget all of it is kept under."""

    comes_again = True

    def __init__(
        self, library: Library, k: float, cache: Path | None, calm: bool = False, memory: Memory | None = None
    ) -> None:
        self.library, self.k, self.cache, self.calm = library, k, cache, calm
        self.memory = memory or Memory(k)
        self.prepares = False  # whether pictures are made beside the loop; where nobody waits they come when asked for
        self.store = FrameStore(self.memory)
        self.baker = Baker(lambda: self.store.is_behind)
        self._puppets: dict[tuple[object, ...], PuppetView] = {}
        self._laid: dict[tuple[str, str, str], LaidPart | None] = {}
        self._places: dict[tuple[str, bool], Scenery] = {}
        self._trails: dict[tuple[str, bool], TrailMap] = {}
        self._pages: dict[tuple[int, bool], OpenBook] = {}
        self._camps: dict[tuple[tuple[int, int], bool], CampPicture] = {}
        self._figures: dict[tuple[str, str, int, bool], PageSheet] = {}
        self._grain: pygame.Surface | None = None
        self._lock = threading.Lock()  # places are asked for beside the loop as well
        self.memory.join(self)

    def puppet(
        self, rig: str, clip: str, *, skin: int | None = None, scale: float = 1.0, flip: bool = False,
        grey: bool = False, has_shadow: bool = True, seconds: float | None = None, taller: float = 0,
        deeper: float = 0, seen: Box | None = None, pane: Round | None = None, pace: float = 1.0,
    ) -> PuppetView:  # fmt: skip
        """A clip ready to be shown; `skin` 0..3 colours a child's foot, `grey` is the mistake's look, `seconds` how
        long one loop takes where that is not the clip's own time, `taller` and `deeper` how much is seen above and
        below the rig's view, `seen` the only part of it that will be shown (rig units), `pane` the round it is seen
        through, `pace` how much of its time passes in a second where whoever shows it is slower or quicker."""
        key = (rig, clip, skin, scale, flip, grey, has_shadow, seconds, taller, deeper, seen, pane, pace, self.calm)
        if key not in self._puppets:
            from game.ui.art.puppet_view import PuppetView

            makes(key)
            swap = dict(zip(SKINS[1], SKINS[skin])) if skin not in (None, 1) else {}
            self._puppets[key] = PuppetView(
                self.library, self.store, rig, clip, self.k, scale=scale, swap=swap, flip=flip, grey=grey,
                calm=self.calm, has_shadow=has_shadow, seconds=seconds, taller=taller, deeper=deeper,
                seen=seen, pane=pane, pace=pace, beside=self,
            )  # fmt: skip
        return self._puppets[key]

    def laid(self, rig: str, clip: str, part: str) -> LaidPart | None:
        """A drawing of a puppet where it lies as a clip begins; None where the puppet has no such part."""
        key = rig, clip, part
        if key not in self._laid:
            from game.ui.art.puppet_part import laid_part

            makes(key)
            self._laid[key] = laid_part(self.library, rig, clip, part)
        return self._laid[key]

    def foresee(self, views: Iterable[PuppetView | CoarseView]) -> None:
        """Makes the frames of clips that come soon, beside the loop."""
        if self.prepares:
            self.baker.later(views)

    def is_over(self, view: PuppetView) -> None:
        """A clip that is not shown again on this screen: nothing more is made of it, and its frames go first."""
        self.baker.no_more(view)
        view.is_over()

    def paint_soon(self, picture: Callable[[], KeptPicture], size: tuple[int, int]) -> None:
        """Has a still picture made beside the loop, with whatever it is drawn from read there as well."""
        if self.prepares:
            self.baker.run(lambda: picture().still_behind(size))

    def read_soon(self, rigs: Iterable[tuple[str, str]]) -> None:
        """Reads the puppets of these clips (rig, clip) and all their drawings beside the loop."""
        if self.prepares:
            for rig, clip in rigs:
                self.baker.run(partial(self.library.frame, rig, clip, 0.0, {}))

    def draw_missing(self, view: PuppetView) -> None:
        """Has the frames made that a clip on the screen has not yet."""
        if self.prepares:
            self.baker.now(view)

    def soon(self, errand: Callable[[], object]) -> None:
        """Has something small done for what is on the screen."""
        if self.prepares:
            self.baker.run_first(errand)

    def next_screen(self) -> None:
        """Another screen is shown."""
        self.memory.next_screen()
        self.store.next_screen()

    def close(self) -> None:
        """Ends what is made beside the loop and lets go of every picture, before the display goes or another room takes
        over: a screen under a card may still know this one."""
        self.prepares = False
        self.baker.close()
        for picture in self._pictures():
            picture.close()
        self._places.clear()
        self._camps.clear()
        self._trails.clear()
        self._pages.clear()
        self._puppets.clear()
        self.store.clear()
        self.memory.leave(self.store)
        self.memory.leave(self)

    # ---------------------------------------------------------------- as a keeper
    def _pictures(self) -> tuple[KeptPicture, ...]:
        with self._lock:
            rows = self._places, self._trails, self._pages, self._camps
            return tuple(picture for row in rows for picture in row.values())

    @property
    def bytes(self) -> int:
        """What places, maps and pages take; of the puppets' frames the store knows itself."""
        return sum(picture.bytes for picture in self._pictures())

    def oldest(self) -> int | None:
        return min((use for picture in self._pictures() if (use := picture.oldest()) is not None), default=None)

    def let_go(self) -> None:
        use = self.oldest()
        if found := next((picture for picture in self._pictures() if picture.oldest() == use), None):
            found.let_go()

    # ---------------------------------------------------------------- places
    def place(self, name: str, evening: bool = False) -> Scenery:
        """A place to play in; at most two are kept, where one is and where one goes."""

        def make() -> Scenery:
            from game.puppet.landscape import Landscape
            from game.ui.art.scenery import Scenery

            land = Landscape(self.library.place(name), evening, self.library.shapes, self.library.drawing_size)
            return Scenery(name, land, self._tile(), self.cache, self.memory)

        return self._kept(self._places, (name, evening), 2, make)

    def pass_by(self, place: Scenery, size: tuple[int, int]) -> None:
        """Makes the layers of a place that will pass, beside the loop; those of other places go."""
        if self.prepares and place.layers(size) is None:
            with self._lock:
                others = tuple(self._places.values())
            for other in others:
                if other is not place:
                    other.forget_layers()
            place.bake_behind(size)

    def trail(self, chapter: str, evening: bool = False) -> TrailMap:
        """A chapter of the map; one is kept."""

        def make() -> TrailMap:
            from game.puppet.landscape import TrailLandscape
            from game.ui.art.scenery import TrailMap

            land = TrailLandscape(self.library.trail(chapter), evening, self.library.shapes, self.library.drawing_size)
            return TrailMap(f"map-{chapter}", land, self._tile(), self.cache, self.memory)

        return self._kept(self._trails, (chapter, evening), 1, make)

    def page(self, chapter: int, evening: bool = False) -> OpenBook:
        """A double page of the story; at most three are kept, for one turns to both sides."""
        from game.ui.art.open_book import OpenBook

        def make() -> OpenBook:
            spread = partial(self.library.spread, chapter)
            return OpenBook(chapter, evening, spread, self._drawings(), self._tile(), self.cache, self.memory)

        return self._kept(self._pages, (chapter, evening), 3, make)

    def figure(
        self, exercise: Exercise | None, friend: str, turn: int = 0, *, is_large: bool = False
    ) -> PageSheet:  # fmt: skip
        """The whole friend who shows an exercise, in its pose, with the things whose turn it is after so many plays, or
        large ones."""
        from game.ui.art.figure_sheet import figure_sheet

        art = self.library.figure(exercise.id) if exercise else None
        turn = turn % len(art.turns) if art and art.turns else 0
        key = exercise.id if exercise else "", friend, turn, is_large
        if key not in self._figures:
            self._figures[key] = figure_sheet(self.library, exercise, friend, self._drawings(), turn, is_large=is_large)
        return self._figures[key]

    def _drawings(self) -> PageDrawings:
        from game.puppet.spread_sheets import PageDrawings

        return PageDrawings(self.library.shapes, self.library.drawing_size, self.library.rig)

    def camp(self, week: int, day: date, evening: bool = False) -> CampPicture:
        """The camp in that week of play, from 1, with the guest whose turn it is on that day; one is kept."""
        from game.puppet.camp import guest_on
        from game.puppet.landscape import Landscape
        from game.ui.art.camp_picture import CampPicture

        guest = guest_on(day)

        def make() -> CampPicture:
            library = self.library
            land = Landscape(library.place("camp"), evening, library.shapes, library.drawing_size)
            return CampPicture(week, guest, land, library.camp, self._drawings(), self._tile(), self.cache, self.memory)

        return self._kept(self._camps, ((week, guest), evening), 1, make)

    def _kept(self, row: dict[tuple[N, bool], K], key: tuple[N, bool], most: int, make: Callable[[], K]) -> K:
        """What is kept in `row` under `key`, made where it is not; the oldest go where there are more than `most`."""
        with self._lock:
            if key in row:
                return row[key]
        makes(key)
        made = make()
        with self._lock:
            if key not in row:  # nor made by another thread meanwhile
                while len(row) >= most:
                    row.pop(next(iter(row)))
                row[key] = made
            return row[key]

    def _tile(self) -> pygame.Surface:
        if self._grain is None:
            self._grain = tile_from(self.library.picture("grain.png"))
        return self._grain
