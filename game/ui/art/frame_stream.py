"""The pictures of a slow loop just about the moments at which it is shown; all of it lies packed in the store.

Beside the loop those that come next are unpacked, and those that were shown are let go. Where that falls behind, the
last picture stays. A clip may be shown at two moments at once: two children at the same exercise, each at its own pace.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from game.ui.art.frame_store import FrameStore
from game.ui.stage import Frame

AHEAD = 0.25  # seconds, in which an old computer draws a foot close up once or twice
NEXT = 8  # pictures by which a showing may have gone on from one call to the next
FORGOTTEN, MOST_SHOWINGS = 6, 3  # calls after which a moment is not shown any more, and how many are at most


@dataclass(slots=True)
class _Showing:
    """One who shows the clip: the picture wanted last, which one of the loop is seen instead of it or as it, and the
    number of that call."""

    at: int
    seen: int | None
    called: int
    is_settled: bool = False  # the very picture is seen, and those that come next are there


class FrameStream:
    """`count` pictures, of which the next `ahead` are unpacked. `key_of` names one in the store, None while its drawing
    is not known; `soon` has something done beside the loop. `is_round` goes on from its beginning, and where it
    `is_seamless` its last picture may still be seen there."""

    def __init__(
        self, store: FrameStore, count: int, ahead: int, key_of: Callable[[int], Hashable | None],
        soon: Callable[[Callable[[], object]], None], *, is_round: bool = True, is_seamless: bool = True,
    ) -> None:  # fmt: skip
        self._store, self._count, self._ahead, self._key_of, self._soon = store, count, ahead, key_of, soon
        self._is_round, self._is_seamless = is_round, is_seamless
        self._showings: tuple[_Showing, ...] = ()
        self._open: set[Hashable] = set()  # what was unpacked; for the thread that does it
        self._calls = self._screen = 0
        self._is_asked = self._is_new = False

    def at(self, i: int) -> tuple[Frame, int] | None:
        """The i-th picture since the clip began, or the last one where it is not ready, and which one that is; None
        where nothing was shown yet."""
        showing, wanted = self._showing(i), i % self._count
        if not showing.is_settled:
            made = self._made(wanted)
            if made is not None and self._store.is_open(self._key_of(made)):
                showing.seen = made
            is_coming = all(self._store.is_open(self._key_of(slot)) for slot in self._coming(wanted))
            showing.is_settled = is_coming and showing.seen == wanted
            if not is_coming and not self._is_asked:
                self._is_asked = True
                self._soon(self._fill)
        seen = showing.seen
        if seen is None or (seen > wanted and not self._is_seamless):
            return None
        frame = self._store.get(self._key_of(seen))
        if frame is None:
            showing.is_settled = False
            return None
        return frame, i - (wanted - seen) % self._count

    def began(self, i: int) -> None:
        """The i-th picture is shown, though it had to be made for that: it stays until the next one is there."""
        self._showing(i).seen = i % self._count

    def _showing(self, i: int) -> _Showing:
        """Whoever goes on from a moment before. Who comes anew still sees what was seen by whoever was not heard of for
        longest, most likely itself before it jumped."""
        self._calls += 1
        if self._screen != self._store.screens:  # nothing of the one before is seen any more
            self._screen, self._showings = self._store.screens, ()
        known = [s for s in self._showings if self._calls - s.called <= FORGOTTEN]
        found = next((s for s in known if (i - s.at) % self._count <= NEXT), None)
        if found is None:
            before = min(self._showings, key=lambda s: s.called, default=None)
            found = _Showing(i, before.seen if before else None, self._calls)
            known = [*known, found][-MOST_SHOWINGS:]
            self._is_new = True
        if found.at != i:
            found.at, found.is_settled = i, False
        found.called = self._calls
        self._showings = tuple(known)
        return found

    def _made(self, slot: int) -> int | None:
        """The picture of the loop that stands there: while some are still to be drawn the last one before."""
        for back in range(self._count if self._is_seamless else slot + 1):
            made = (slot - back) % self._count
            if self._store.has(self._key_of(made)):
                return made
        return None

    def _coming(self, slot: int) -> Iterator[int]:
        """The pictures of the loop that are shown now and next."""
        for i in range(slot, slot + 1 + self._ahead):
            here = i % self._count if self._is_round else min(i, self._count - 1)
            if (made := self._made(here)) is not None:
                yield made

    def _fill(self) -> None:
        """Beside the loop: lets go of what was shown and unpacks what comes."""
        self._is_asked = False
        if self._is_new:
            self._is_new = False
            for slot in range(self._count):
                self._store.use(self._key_of(slot))
        showings = self._showings
        coming = dict.fromkeys(self._key_of(slot) for s in showings for slot in self._coming(s.at % self._count))
        seen = {self._key_of(s.seen) for s in showings if s.seen is not None}
        wanted = coming.keys() | seen
        for key in self._open - wanted:
            self._store.fold(key)
        for key in coming:
            if not self._store.is_open(key):
                self._store.unpack(key, stays_packed=True)
        self._open = wanted
