"""One clip of one puppet at one size, baked to cropped frames and kept.

Frames are made beside the loop (`game.ui.art.baker`), the coarse motion first; until one is there its nearest neighbour
stands in for it. Without a baker a frame is made when first needed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Protocol

import pygame

from game.puppet.rig import Rig, key_phases
from game.ui.art.clip_rate import count_of, stays_packed
from game.ui.art.frame_store import FrameStore, encode_when_drawn
from game.ui.art.frame_stream import AHEAD, FrameStream
from game.ui.blit_only import makes
from game.ui.flat_parts import take_out
from game.ui.raster import rasterise, shadow
from game.ui.shape import tell_bands
from game.ui.stage import Frame
from game.ui.view import Box

FADE_STEPS = 4
STILL_SECONDS, FADE_SECONDS = 1.2, 0.2  # calm pictures: key poses one after another


class Puppets(Protocol):
    """Where puppets come from; the art library is one."""

    def rig(self, name: str) -> Rig: ...

    def frame(self, rig: str, clip: str, phase: float, swap: Mapping[str, str]) -> str: ...


class Round(Protocol):
    """A round window a clip is seen through; hashable, as part of the frames' key."""

    def cut(self, picture: pygame.Surface, left: int, top: int) -> tuple[pygame.Surface, int, int]:
        """What is seen of a frame with its corner there from the rig's origin, and where it lies in the window."""
        ...


class Workshop(Protocol):
    """What has pictures made beside the loop; the art room does."""

    @property
    def prepares(self) -> bool:
        """Whether anything is made beside the loop."""
        ...

    def draw_missing(self, view: PuppetView) -> None:
        """Has the frames made that a clip on the screen has not yet."""
        ...

    def soon(self, errand: Callable[[], object]) -> None:
        """Has something small done for what is on the screen."""
        ...


class PuppetView:
    """A clip ready to be shown; `frame(seconds)` gives the picture and where its corner lies from the rig's origin. It
    is for a stage: whoever draws it elsewhere asks `flat_parts.whole` for it.

    `scale` is design units a rig unit, `k` pixels a design unit. `flip` mirrors the finished picture about the origin;
    what may be read in it, a number, stays true.
    `seconds` is how long one loop is shown, where that is not the clip's own time, `taller` and `deeper` how many rig
    units more are seen above and below the rig's view, for a leg that must reach the edge of a high window or end
    behind a tray. `seen` is the part of the view, in rig units, outside of which nothing will be shown. Whoever shows
    it by phases, or by other seconds than those that pass, says its `pace`: so much of its time passes in a second.
    `beside` makes the missing frames. Poses that look the same share one picture. Pictures with a shadow, or cut for a
    `pane`, stand on the screen themselves and are run-length encoded: half the memory, half the time to draw. Of a slow
    loop only those about the moment that is shown lie unpacked, as they are: encoding one takes longer than drawing it.
    """

    def __init__(
        self, puppets: Puppets, store: FrameStore, rig: str, clip: str, k: float, *, scale: float = 1.0,
        swap: Mapping[str, str] | None = None, flip: bool = False, grey: bool = False, calm: bool = False,
        has_shadow: bool = True, seconds: float | None = None, taller: float = 0, deeper: float = 0,
        seen: Box | None = None, pane: Round | None = None, pace: float = 1.0, beside: Workshop | None = None,
    ) -> None:  # fmt: skip
        self.rig = puppets.rig(rig)
        if clip not in self.rig.clips:
            raise KeyError(f"rig {rig} has no clip {clip}")
        clip = (flip and self.rig.clips[clip].mirrored) or clip
        self.clip, self.k, self.scale, self.flip, self.grey = clip, k, scale, flip, grey
        self._puppets, self._store, self._swap, self._beside = puppets, store, dict(swap or {}), beside
        self._shadow, self._pane = has_shadow, pane
        self._view, self._size, self._corner = _part_of(self.rig, k * scale, taller, deeper, seen)
        self.duration = seconds or self.rig.duration(clip)
        shown_for = self.duration / pace
        self.count = count_of(self.rig, clip, shown_for, self._size, k)
        self.pictures_a_second = self.count / shown_for
        self._calm = key_phases(self.rig, clip) if calm else ()
        self._texts: dict[float, int] = {}  # the drawing of each phase, as a hash
        colours = tuple(sorted(self._swap.items()))
        self.is_streamed = not calm and stays_packed(shown_for)  # else all its pictures lie unpacked
        self._stands_itself = has_shadow or pane is not None
        self._is_encoded = self._stands_itself and not self.is_streamed
        self._key = (
            rig, clip, round(k * scale, 4), colours, flip, grey, has_shadow, self._view, pane, self._is_encoded
        )  # fmt: skip
        self._stream = FrameStream(
            store, self.count, round(AHEAD * self.pictures_a_second), self._slot_key, self._soon,
            is_round=self.loops, is_seamless=not self._has_end,
        )  # fmt: skip

    @property
    def pixels(self) -> float:
        """Pixels a rig unit."""
        return self.k * self.scale

    @property
    def scroll(self) -> float:
        """Design units the ground passes in one second of a walk in place."""
        return self.rig.scroll(self.clip) * self.scale / self.duration

    @property
    def advance(self) -> float:
        """Design units by which the clip itself ends further on."""
        return self.rig.advance(self.clip) * self.scale

    def frame(self, seconds: float) -> Frame:
        """The frame `seconds` into the clip; a clip that does not loop stays on its last one."""
        return self.at(self.phase(seconds))

    @property
    def loops(self) -> bool:
        """Whether it goes on from its beginning."""
        return self.rig.loops(self.clip)

    @property
    def first_key_pose(self) -> float:
        """Phase of the picture that tells this clip alone, as on an exercise card."""
        return key_phases(self.rig, self.clip)[0]

    def phase(self, seconds: float) -> float:
        """0..1 of the loop; calm views jump from key pose to key pose."""
        if self._calm:
            return self._calm[int(seconds / STILL_SECONDS) % len(self._calm)]
        if not self.rig.loops(self.clip):
            return min(seconds / self.duration, 0.999)
        return seconds / self.duration % 1.0

    def at(self, phase: float) -> Frame:
        """The frame of a phase. While frames are made beside the loop the nearest one that is ready, else made now."""
        if phase in self._calm:
            return self._ready(phase) or self._of(phase)
        return self._counted(round(phase * self.count))[0]

    def walked(self, seconds: float) -> tuple[Frame, float]:
        """The frame `seconds` into a walk in place, and the design units of ground that have passed with just this
        frame since the walk began: a foot stands still on a ground that moves with it."""
        frame, i = self._counted(round(seconds / self.duration * self.count))
        return frame, i / self.count * self.rig.scroll(self.clip) * self.scale

    def _counted(self, i: int) -> tuple[Frame, int]:
        """The i-th frame since the clip began, or the one that stands in for it, and which one that is."""
        n = self.count
        if self._has_end:
            i = min(i, n - 1)
        wanted = i % n / n
        helped = self._beside if self._beside and self._beside.prepares and not self._calm else None
        if helped and self.is_streamed and (streamed := self._stream.at(i)):
            if self._is_missing(wanted):
                helped.draw_missing(self)
            return streamed
        found = self._ready(wanted)
        if found is None and wanted and helped:
            helped.draw_missing(self)
            if not self.is_streamed and (stands_in := self._nearest(i)):
                return stands_in
        found = found or self._of(wanted)
        if helped and self.is_streamed:
            self._stream.began(i)
        return found, i

    def _nearest(self, i: int) -> tuple[Frame, int] | None:
        """The nearest frame that is ready, and which one that is."""
        n = self.count
        for j in (i + step * side for step in range(1, n // 2 + 2) for side in (-1, 1)):
            if self._has_end and not 0 <= j < n:
                continue
            if frame := self._ready(j % n / n):
                return frame, j
        return None

    @property
    def _has_end(self) -> bool:
        """What ends further on is put there by the scene: before that its first frame lies too far back."""
        return not self.loops or self.advance > 0

    def _slot_key(self, slot: int) -> Hashable | None:
        """The name in the store of one picture of the loop, once its drawing is known."""
        phase = slot / self.count
        return self._frame_key(phase) if phase in self._texts else None

    def _soon(self, errand: Callable[[], object]) -> None:
        if self._beside:
            self._beside.soon(errand)

    def _ready(self, phase: float) -> Frame | None:
        return self._store.get(self._frame_key(phase)) if phase in self._texts else None

    def posed(self, phase: float) -> Frame:
        """The frame of a phase; with calm pictures the key pose that was reached last."""
        return self.at(self._calm[self._reached(phase)] if self._calm else phase)

    def _reached(self, phase: float) -> int:
        """Which key pose was reached last at a phase; before the first one it is the last of the loop before."""
        return max((i for i, p in enumerate(self._calm) if p <= phase + 1e-6), default=len(self._calm) - 1)

    def layers(self, seconds: float, phase: float | None = None) -> tuple[Frame, ...]:
        """What is drawn, from back to front: one frame, or while calm pictures change the old pose and the new one
        fading in. `phase` places the clip; without it the clip runs by itself, `seconds` in."""
        if not self._calm:
            return (self.frame(seconds) if phase is None else self.at(phase),)
        if phase is None:
            i, into = int(seconds / STILL_SECONDS), seconds % STILL_SECONDS
        else:
            i = self._reached(phase)
            into = (phase - self._calm[i]) % 1.0 * self.duration
        now = self.at(self._calm[i % len(self._calm)])
        if into >= FADE_SECONDS or len(self._calm) < 2 or seconds < FADE_SECONDS:
            return (now,)
        step = max(1, round(into / FADE_SECONDS * FADE_STEPS))
        return self.at(self._calm[(i - 1) % len(self._calm)]), self._faded(self._calm[i % len(self._calm)], now, step)

    def _faded(self, phase: float, frame: Frame, step: int) -> Frame:
        key = (*self._frame_key(phase), step)
        found = self._store.get(key)
        if found is None:
            picture = frame[0].copy()
            picture.set_alpha(255 * step // FADE_STEPS)
            found = picture, frame[1]
            self._store.put(key, found)
        return found

    def bake(self, every: int = 1, is_ahead: bool = False) -> Iterator[None]:
        """Makes the frames that are missing, one a step: every eighth, then those between, so that motion is seen soon;
        or only `every` second, fourth or eighth. What is made ahead is packed until it is shown.

        Goes through the clip once, so that one too large for the store does not keep a computer busy for ever.
        """
        steps = [step for step in (8, 4, 2, 1) if step >= every]
        coarse = (i for step in steps for i in range(0, self.count, step) if step == 8 or i % (2 * step))
        for phase in self._calm or tuple(i / self.count for i in coarse):
            if is_ahead or self.is_streamed:
                if self._is_missing(phase, is_ahead):
                    self._pack(phase, is_ahead)
                    yield
            elif self._ready(phase) is None:
                self._of(phase)
                yield

    def is_over(self) -> None:
        """It is not shown again on this screen, so that its frames may go; shown after all, it is made anew."""
        self._store.is_over([self._frame_key(phase) for phase in tuple(self._texts)])

    def _frame_key(self, phase: float) -> tuple[object, ...]:
        return (*self._key, self._texts[phase])

    def _is_missing(self, phase: float, is_ahead: bool = False) -> bool:
        """Whether it has to be drawn; else it is used."""
        return phase not in self._texts or not self._store.use(self._frame_key(phase), is_ahead)

    def _of(self, phase: float) -> Frame:
        text = self._named(phase)
        key = self._frame_key(phase)
        found = self._store.get(key)
        if found is None:
            makes(self._key)
            found = self._store.unpack(key, self.is_streamed)
        if found is None:
            found = self._draw(text or self._text(phase))
            self._store.put(key, found, self._is_encoded)
        return found

    def _pack(self, phase: float, is_ahead: bool) -> None:
        text = self._named(phase)
        key = self._frame_key(phase)
        if not self._store.use(key, is_ahead):
            self._store.pack(key, self._draw(text or self._text(phase)), self._is_encoded, is_ahead)

    def _named(self, phase: float) -> str | None:
        """Sees to it that the phase's drawing is known; the drawing where it had to be made for this."""
        if phase in self._texts:
            return None
        makes(self._key)
        text = self._text(phase)
        self._texts[phase] = hash(text)
        return text

    def _text(self, phase: float) -> str:
        svg = self._puppets.frame(self.rig.name, self.clip, phase, self._swap)
        if self._view == self.rig.view:
            return svg
        x, y, w, h = self._view
        box = f'viewBox="{x:.10g} {y:.10g} {w:.10g} {h:.10g}" width="{w:.10g}" height="{h:.10g}"'
        return re.sub('viewBox="[^"]*" width="[^"]*" height="[^"]*"', box, svg, count=1)

    def _draw(self, svg: str) -> Frame:
        picture = rasterise(svg, self._size)
        if self.grey:
            picture = _greyed(picture)
        left, top = self._corner
        if self.flip:
            picture = pygame.transform.flip(picture, True, False)
            left = -left - picture.get_width()
        used = picture.get_bounding_rect()
        picture = picture.subsurface(used).copy()
        left, top = left + used.x, top + used.y
        if self._shadow:
            picture, left, top = self._shadowed(picture, left, top)
        if self._pane:
            picture, left, top = self._pane.cut(picture, left, top)
        if self._is_encoded and not self._calm:  # where a pose fades in it is mixed as a whole
            take_out(picture)
        if self._stands_itself:
            tell_bands(picture)
        if self._is_encoded:
            encode_when_drawn(picture)
        return picture, (left, top)

    def _shadowed(self, picture: pygame.Surface, left: int, top: int) -> tuple[pygame.Surface, int, int]:
        soft, pad = shadow(picture, max(1, 7 * self.k), 45, is_shared=False)
        dx, dy = round(2 * self.k), round(4 * self.k)
        out = pygame.Surface(soft.get_size(), pygame.SRCALPHA)
        out.blit(soft, (0, 0))
        del soft  # a foot close up is nearly as large as the window
        # As in `Pictures.shadowed`: the picture's own colour under its soft edges, else they wear a dark rim.
        out.blit(picture.premul_alpha(), (pad - dx, pad - dy), special_flags=pygame.BLEND_RGB_MAX)
        out.blit(picture, (pad - dx, pad - dy))
        return out, left - pad + dx, top - pad + dy


class CoarseView:
    """A clip that comes soon beside one that is still shown: every fourth frame is made beforehand, so that it begins
    in motion, and the others once it is shown. Both in whole would push each other out of the store."""

    EVERY = 4

    def __init__(self, view: PuppetView) -> None:
        self.rig, self.clip, self._view = view.rig, view.clip, view

    def bake(self, is_ahead: bool = False) -> Iterator[None]:
        yield from self._view.bake(self.EVERY, is_ahead)


def _part_of(
    rig: Rig, pixels: float, taller: float, deeper: float, seen: Box | None
) -> tuple[tuple[float, float, float, float], tuple[int, int], tuple[int, int]]:
    """The part of a rig's view that is drawn, its size and its corner from the origin in pixels: on the grid of pixels
    of the whole view, so that every pixel is the one the whole view would have."""
    x, y, w, h = rig.view
    y, h = y - taller, h + taller + deeper
    size = max(1, round(w * pixels)), max(1, round(h * pixels))
    corner = round((x - rig.origin[0]) * pixels), round((y - rig.origin[1]) * pixels)
    if seen is None:
        return (x, y, w, h), size, corner
    k = min(size[0] / w, size[1] / h)
    left, top = (max(0, math.floor((a - b) * k) - 1) for a, b in ((seen.x, x), (seen.y, y)))
    right = min(size[0], math.ceil((seen.right - x) * k) + 1)
    bottom = min(size[1], math.ceil((seen.bottom - y) * k) + 1)
    wide, high = max(1, right - left), max(1, bottom - top)
    part = x + left / k, y + top / k, wide / k, high / k
    return part, (wide, high), (corner[0] + left, corner[1] + top)


def _greyed(picture: pygame.Surface) -> pygame.Surface:
    """Towards grey, for the mistake: half its colour is left."""
    grey = pygame.transform.grayscale(picture)
    grey.set_alpha(150)
    out = picture.copy()
    out.blit(grey, (0, 0))
    return out
