"""One budget of memory for every picture that is kept, whoever keeps it: frames of puppets, places, drawings, words.

What was used longest ago goes first. What was only made for a screen that is likely to follow goes before anything of
the present one, and after what belongs to screens that are gone: that is kept for the way back as long as there is
little of all. Nothing that is being shown goes. A still picture that stood for a while and is not shown any more, a
gauge's last step, goes in the same way as what belongs to a screen that is gone: it does not come again, as a frame of
a clip does.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import pygame

BYTES = 56 * 2**20  # at 720p, for all: the longest close-up of a foot in all its frames, and what lies about it
FOR_THE_WAY_BACK = 0.4  # of the budget; above it nothing stays of screens that are gone
PAST_AFTER = 2.5  # seconds without a use until a still picture of the present screen counts as one of a screen gone
MOST_TIMES = 3.0  # as many in the largest windows, whose clips have fewer frames: 2.25 at 1080p
GONE = -1  # the moment of what is not needed any more: before every use
AHEAD = 1 << 32  # uses kept free for what is made ahead on one screen


def pixel_bytes(picture: pygame.Surface) -> int:
    """What a picture takes."""
    return picture.get_width() * picture.get_height() * 4


def budget(k: float, most: int = BYTES) -> int:
    """Bytes for all pictures of a window with `k` pixels a design unit; `most` is what they are at 720p."""
    return round(most * min(MOST_TIMES, max(1.0, k * k)))


class Keeper(Protocol):
    """Keeps pictures; threads may share it. `comes_again`: what was shown on a screen is shown there again."""

    @property
    def comes_again(self) -> bool: ...

    @property
    def bytes(self) -> int:
        """What all it keeps takes."""
        ...

    def oldest(self) -> int | None:
        """The last use of what it would let go first; None where it keeps nothing that may go."""
        ...

    def let_go(self) -> None:
        """Lets go of that."""
        ...


class Memory:
    """The budget of one window size: `k` is its pixels a design unit. Whoever keeps pictures joins, tells every use of
    one by `use`, and asks for room after it kept another."""

    def __init__(self, k: float = 1.0, most: int = BYTES) -> None:
        self.most = budget(k, most)
        self._keepers: list[Keeper] = []
        self._uses, self._ahead = itertools.count(AHEAD), itertools.count()
        self._screen = 0  # what was used last before it goes as soon as there is not little of all
        self._past = self._past_soon = 0  # the same for still pictures; moves on while the screen is shown
        self._shown_for = 0.0
        self._has_past = False  # something may count as past by now that did not before
        self._frames: tuple[int, int] | None = None  # the first use of this frame, and of the one before
        self._in_hand = 0  # bytes of what is being made
        self._lock = threading.Lock()
        self.large_work = threading.Lock()  # for one large picture at a time: making it takes several times its memory

    @property
    def bytes(self) -> int:
        """What all of them keep."""
        return sum(keeper.bytes for keeper in tuple(self._keepers))

    def join(self, keeper: Keeper) -> None:
        """From now on its pictures count."""
        self._keepers.append(keeper)

    def leave(self, keeper: Keeper) -> None:
        """It keeps nothing more."""
        if keeper in self._keepers:
            self._keepers.remove(keeper)

    def use(self) -> int:
        """A moment of use, later than all before."""
        return next(self._uses)

    def use_ahead(self) -> int:
        """The moment of what was made for a screen to come: before everything the present one uses."""
        return next(self._ahead)

    def next_screen(self) -> None:
        """Another screen is shown: what nobody uses from now on goes before what is made ahead. Of the one before
        nothing is shown any more but a copy of the window."""
        begun = next(self._uses)
        self._past = self._past_soon = begun
        self._shown_for, self._frames = 0.0, None
        self._screen, self._ahead, self._uses = begun, itertools.count(begun), itertools.count(begun + AHEAD)

    def next_frame(self, dt: float = 0.0) -> None:
        """Another frame is drawn, `dt` seconds after the one before. What was used for it or for the one before is
        being shown."""
        now = next(self._uses)
        self._shown_for += dt
        if self._shown_for >= PAST_AFTER:
            self._shown_for, self._past, self._past_soon, self._has_past = 0.0, self._past_soon, now, True
        self._frames = self._frames[1] if self._frames else now, now
        if self._has_past:  # nobody may ask for room for minutes; one at a time, for this is the loop
            with self._lock:
                self._has_past = self._let_one_go()

    @contextmanager
    def in_hand(self, much: int) -> Iterator[None]:
        """In this block something is made that takes so many bytes meanwhile: for it, too, goes what is not needed any
        more, but nothing of the present screen."""
        with self._lock:
            self._in_hand += much
        try:
            self.make_room()
            yield
        finally:
            with self._lock:
                self._in_hand -= much

    def make_room(self) -> None:
        """Within the budget again, as far as nothing goes that is being shown."""
        with self._lock:
            while self._let_one_go():
                pass

    def _let_one_go(self) -> bool:
        """What goes next, if anything has to and may."""
        shown = self._frames[0] if self._frames else None
        if (much := self.bytes) + self._in_hand <= FOR_THE_WAY_BACK * self.most:
            return False
        rows = [(use, keeper) for keeper in tuple(self._keepers) if (use := keeper.oldest()) is not None]
        if much <= self.most:
            rows = [row for row in rows if row[0] < (self._screen if row[1].comes_again else self._past)]
        use, keeper = min(rows, key=lambda row: row[0], default=(0, None))
        if keeper is None or (shown is not None and use >= shown):
            return False
        keeper.let_go()
        return True
