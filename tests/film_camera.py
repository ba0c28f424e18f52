"""Somebody at the computer with a camera and an ear: a picture a second, every line that was said, and what went wrong.

A line is cut when another begins before it has ended though nobody pressed; doubled when it begins again within half a
minute though nobody pressed and it was not silent before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pygame

from game.data.texts.voices import shipped_clips
from game.scenes.screen.screen import REPEATS
from game.ui.audio.narrator import GAP, Narrator
from game.ui.controls import FocusStep, FocusTurn, Input, Key, Left, Press
from tests.player import STEP, Player

HEARD_WHOLE = 0.1  # seconds of a clip's end that are silence
DOUBLED_WITHIN = 30.0
PRESS_CUTS = 0.9  # seconds after a press in which what it brings may interrupt
# What is counted, drawn, breathed or ended comes again, and the name by which one of two is called.
BY_NATURE = ("number_", "count_", "shape_", "breathe_", "play_and_last", "friend_")


@dataclass
class Said:
    """A line as it was heard: `at` and `until` are seconds of the film, `length` is the clip's own."""

    id: str
    screen: str
    at: float
    length: float
    until: float | None = None
    is_by_press: bool = False  # that it began
    is_cut: bool = False
    is_cut_by_press: bool = False


class Listened(Narrator):
    """The game's narrator, with somebody who writes down what is heard."""

    def __init__(self, film: Film) -> None:
        super().__init__(film.ctx.sound, film.ctx.spoken, shipped_clips("en"))
        self._film = film
        self._by_press = False  # that the present row of lines began

    def say(self, *ids: str, interrupt: bool = True) -> None:
        if interrupt or not self.is_speaking:
            self._by_press = self._film.was_pressed
        super().say(*ids, interrupt=interrupt)

    def _next(self) -> None:
        self._over(is_cut=False)
        first = self._queue[0] if self._queue else None
        super()._next()
        if first:
            film = self._film
            film.voice.append(Said(first, film.scene.name, film.second, self._left - GAP, is_by_press=self._by_press))

    def stop(self) -> None:
        self._over(is_cut=self._left > GAP + HEARD_WHOLE)
        self._film.dropped += [(self._film.second, id_) for id_ in self._queue if not self._film.was_pressed]
        super().stop()

    def _over(self, *, is_cut: bool) -> None:
        if self._film.voice and self._film.voice[-1].until is None:
            last = self._film.voice[-1]
            last.until, last.is_cut, last.is_cut_by_press = self._film.second, is_cut, self._film.was_pressed


class Film(Player):
    """A player with a camera and an ear. `out` None: no pictures."""

    out: Path | None = None

    def __init__(self, *how: object, **more: object) -> None:
        self.second = 0.0
        self.pressed_at = -10.0
        self.voice: list[Said] = []
        self.dropped: list[tuple[float, str]] = []
        super().__init__(*how, **more)  # type: ignore[arg-type]
        self.ctx.narrator = Listened(self)

    @property
    def was_pressed(self) -> bool:
        """Whether somebody has just pressed."""
        return self.second - self.pressed_at < PRESS_CUTS

    def give(self, event: Input) -> None:
        if isinstance(event, (Key, Press, FocusTurn, FocusStep, Left)):
            self.pressed_at = self.second
        super().give(event)

    def wait(self, seconds: float) -> None:
        while seconds > 1e-9:
            dt = min(STEP, seconds)
            before, self.second = self.second, self.second + dt
            super().wait(dt)
            if self.out and int(before) != int(self.second):
                name = f"{int(self.second):04}-{self.scene.name}.png"
                pygame.image.save(self.draw(), str(self.out / name))
            seconds -= dt

    def at_day(self, day: date, hour: int) -> None:
        """That day; what was being said before it is over."""
        self.ctx.narrator.stop()
        self.pressed_at = self.second
        self.at(day, hour)

    # ---------------------------------------------------------------- what came of it
    def faults(self) -> list[str]:
        """Lines cut, dropped or doubled though nobody pressed."""
        out = [
            f"{s.at:7.1f} {s.screen}: {s.id} was cut after {(s.until or 0) - s.at:.1f} of {s.length:.1f} s"
            for s in self.voice
            if s.is_cut and not s.is_cut_by_press
        ]
        out += [f"{at:7.1f} {id_} was never said" for at, id_ in self.dropped]
        for i, s in enumerate(self.voice):
            silent = s.at - (self.voice[i - 1].until or s.at) if i else 0.0
            again = next((e for e in self.voice[:i] if e.id == s.id and s.at - e.at < DOUBLED_WITHIN), None)
            if again and silent < REPEATS[0] - 1 and not s.is_by_press and not s.id.startswith(BY_NATURE):
                out.append(f"{s.at:7.1f} {s.screen}: {s.id} again, said at {again.at:.1f} on {again.screen}")
        return out

    def log(self) -> list[str]:
        """The voice, a line each: second, screen, how long, id and words."""
        rows = []
        for s in self.voice:
            mark = ("cut by a press" if s.is_cut_by_press else "CUT") if s.is_cut else ""
            rows.append(f"{s.at:7.1f}  {s.screen:12} {s.length:4.1f} s  {s.id:28} {self.ctx.spoken(s.id)}  {mark}")
        return rows
