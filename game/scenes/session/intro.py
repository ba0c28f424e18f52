"""How to do it: the friend waves, shows it slowly, then once the mistake, grey and crossed out, then right again.

The first two times in whole, later one short look. A press goes on at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import pygame

from game.core.content import Clip, Lens, Unit
from game.core.events import Grade
from game.core.history.plays import last_grade
from game.core.session.heard import is_first_today, plays
from game.core.session.narration import SHARED, own_cues
from game.core.session.pacing import HOW_TO_SHORT, HOW_TO_WHOLE, MISTAKE, is_shown_whole
from game.scenes.routes import Next
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.crossed_out import ALONE, MARK, SIDE, cross_out, paint_mark
from game.scenes.session.demonstration import (
    MIRRORS,
    ExerciseAnimation,
    clips,
    framing,
    ground_colour,
    host,
    mistake_beside,
    with_its_way,
)  # fmt: skip
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene, badge
from game.scenes.session.what_follows import after_how_to
from game.ui.art import lens
from game.ui.art.lens import HOW_TO_RADIUS, Framing, LensView, fitted
from game.ui.art.puppet_view import PuppetView
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Frame, Stage
from game.ui.theme import ANIMALS, EXTRA_BOLD, INK_2
from game.ui.view import Anchor, Box

WAVE = 1.8  # seconds of hello before the card
CARD = Box(120, 60, 1040, 600)
RIGHT, WRONG = (370, 330), (910, 330)
AFTER_MISTAKE = 2.0
# The host leans over the card's edge, beside the one window and then between the two: above one it sat on a body that
# a window cuts off at the neck.
HEAD, BETWEEN = Box.around(1046, 92, 80), 640
WHOSE = Box(190, 648, 280, 66)  # on the lower edge of the card, where two do something else each
CAPTION = Box(160, 622, 920, 90)  # over the card's lower edge, below the two words
BADGE, SAID, SAID_Y, SAID_WIDE = 84, 34, 582, 330
SLIDE = 0.6  # seconds in which the right one makes room for the mistake
SLOW = 0.7  # of the clip's own pace


class Intro(FloorScene):
    """Before each exercise. Goes on to the countdown."""

    name = "intro"
    arrival = Arrival.PAGE
    big_icon, big_voice = "play", "label_go_on"

    def __init__(self, session: RunningSession) -> None:
        super().__init__(session)
        shown = self.exercise.demonstration
        self.is_whole = is_shown_whole(plays(session.child, self.exercise.id))
        shares_the_fall = {"bear_walk", "duckling_walk"} <= {level.exercise for level in session.levels}
        has_mistake = self.is_whole and shown.mistake is not None and not shares_the_fall
        self.mistake: Clip | None = shown.mistake if has_mistake else None
        self._lines, self._mistake_at, self.seconds = self._plan()
        self._is_told = self._has_greeted = False
        self._veiled: tuple[pygame.Surface, pygame.Surface] | None = None

    def resized(self) -> None:
        super().resized()
        self.__dict__.pop("_both", None)
        self._veiled = None

    def _plan(self) -> tuple[tuple[str, ...], float, float]:
        """What is said at first, when the mistake is shown, and how long it all takes."""
        own, length = self.exercise.id, self.ctx.narrator.duration
        name, how = f"{own}_name", f"{own}_how"
        called = (f"friend_{self.whose}",) if self.whose else ()
        if not self.is_whole:
            self.session.cue_told = self._word()
            lines = (*called, name, self.session.cue_told)
            return lines, 1e9, max(HOW_TO_SHORT, length(*lines) + 0.3)
        self.session.cue_told = how
        lines = (*called, name, how)
        mistake_at = max(HOW_TO_WHOLE - MISTAKE - AFTER_MISTAKE, length(*lines) + 0.3)
        if not self.mistake:
            return lines, 1e9, max(HOW_TO_WHOLE - MISTAKE, mistake_at)
        told = 0 if self.session.is_mistake_told else length(f"{own}_mistake") + 0.3
        rest = max(MISTAKE + AFTER_MISTAKE, told)
        return lines, mistake_at, mistake_at + rest

    def _word(self) -> str:
        """One thing to feel, another one each time; for the helper once a day, where there was one the last time."""
        own, session, knows = self.exercise.id, self.session, self.ctx.narrator.knows
        helper = f"{own}_helper"
        if self._had_help() and is_first_today(session.child, own, session.on) and knows(helper):
            return helper
        cues = [cue for cue in own_cues(self.exercise) if knows(cue)] or SHARED
        return cues[(session.heard + 1) % len(cues)]

    def _had_help(self) -> bool:
        """Whether the last word on this exercise was "with my help"."""
        return last_grade(self.session.child, self.exercise.id) is Grade.HELPED

    @cached_property
    def _host(self) -> str:
        return host(self.ctx, self.exercise)

    @cached_property
    def _both(self) -> tuple[tuple[LensView, ...], LensView | None]:
        """The windows; fitting them takes pictures, so they come with the first drawing."""
        return self._windows()

    @property
    def _rights(self) -> tuple[LensView, ...]:
        return self._both[0]

    @property
    def _wrong(self) -> LensView | None:
        return self._both[1]

    def _windows(self) -> tuple[tuple[LensView, ...], LensView | None]:
        """Right and wrong side by side, framed alike where one friend shows both; what is done one after another within
        a stretch has a window each."""
        shown, wrong = self.exercise.demonstration, self.mistake
        row = clips(self.exercise, self.session.swapped, self.session.turn)
        rights = row if self.exercise.unit is Unit.REPS else row[:1]
        rig, frame = rights[0].rig, None
        wrong = wrong and mistake_beside(self.ctx, rights[0], wrong)
        close = shown.beside_mistake if wrong else shown.lens
        rights = tuple(with_its_way(self.ctx, clip) for clip in rights)
        if isinstance(close, Lens):
            rights, frame = (with_its_way(self.ctx, Clip(close.rig, close.clip)),), framing(self.exercise)
        if frame is None:
            seen = (*rights, wrong) if wrong and wrong.rig == rig else rights
            frame = fitted(self.ctx.art, rig, tuple(clip.clip for clip in seen), HOW_TO_RADIUS)
        of_wrong = frame
        if wrong and wrong.rig != rights[0].rig:
            of_wrong = fitted(self.ctx.art, wrong.rig, (wrong.clip,), HOW_TO_RADIUS)
        views = tuple(self._window(clip, frame, False, self._pace(rights)) for clip in rights)
        return views, self._window(wrong, of_wrong, True) if wrong else None

    @property
    def _right(self) -> LensView:
        """The window on what is right that is shown now."""
        return self._shown()[0]

    def _shown(self) -> tuple[LensView, float]:
        """What is shown as right now, and seconds into it: each for one loop, in turn. A row of walks goes at its own
        pace: slowed, its last way came once, before the mistake, and never beside it."""
        is_row = any(view.puppet.rig.clips[view.puppet.clip].seq for view in self._rights)
        at = max(0.0, (self.t - WAVE) * (1.0 if is_row else SLOW))
        if len(self._rights) == 1:
            return self._rights[0], at
        at %= sum(view.puppet.duration for view in self._rights)
        for view in self._rights[:-1]:
            if at < view.puppet.duration:
                return view, at
            at -= view.puppet.duration
        return self._rights[-1], at

    def _pace(self, rights: Sequence[Clip]) -> float:
        """How slowly what is right is shown. A row of walks goes at its own pace: slowed, its last way came once,
        before the mistake, and never beside it."""
        return 1.0 if any(self.ctx.art.library.rig(clip.rig).clips[clip.clip].seq for clip in rights) else SLOW

    def _window(self, clip: Clip, frame: Framing, is_wrong: bool, pace: float = 1.0) -> LensView:
        return LensView(
            self.ctx.art, self.ctx.pictures, clip.rig, clip.clip, frame, radius=HOW_TO_RADIUS, is_wrong=is_wrong,
            ground=ground_colour(self.ctx, self.exercise.demonstration.place), skin=self.session.child.skin,
            sky=lens.NIGHT_SKY if self.ctx.is_evening else lens.SKY, flip=self._is_mirrored(clip.rig), pace=pace,
        )  # fmt: skip

    def _is_mirrored(self, rig: str) -> bool:
        """The other foot than the drawn one: shown is the foot that begins."""
        foot = self.session.stretch.foot
        return foot is not None and MIRRORS.get(rig) is foot

    # ---------------------------------------------------------------- time
    @property
    def shows_card(self) -> bool:
        return self.t >= (WAVE if self.is_whole else 0.8)

    @property
    def shows_mistake(self) -> bool:
        """Grey and crossed out, for a second and a half; never in a loop."""
        return self._mistake_at <= self.t < self._mistake_at + MISTAKE

    @property
    def whose(self) -> str | None:
        """The animal of whom it is shown to, where two play and each does something else."""
        company = self.session.company
        return self.session.child.animal if company and not company.is_same else None

    def begin(self) -> None:
        self.ctx.say(*self._lines)
        if self.exercise.unit is Unit.SECONDS:
            self.prepare_ground()

    def run(self, dt: float) -> Next | None:
        if self.shows_card and not self._has_greeted:
            self._has_greeted = True
            self.ctx.art.is_over(self._greeting())
        if self.shows_mistake and not self._is_told:
            self._is_told = True
            self.ctx.sound.effect("oops")
            line = f"{self.exercise.id}_mistake"
            if not self.session.is_mistake_told and self.ctx.narrator.knows(line):
                self.session.is_mistake_told = True
                self.ctx.say(line)
        return self._countdown() if self.t >= self.seconds else None

    def skip(self) -> Next | None:
        return self._countdown()

    def _countdown(self) -> Next:
        return after_how_to(self.session)

    def upcoming(self) -> Iterator[PuppetView]:
        yield from (view.puppet for view in self._rights)
        if self._wrong:
            yield self._wrong.puppet
        yield from ExerciseAnimation(self.session, self.session.turn).upcoming()
        yield self.ctx.art.puppet(self._host, "point", scale=0.9)

    # ---------------------------------------------------------------- drawing
    @property
    def shows_name(self) -> bool:
        return not self.shows_card

    @property
    def fades(self) -> bool:
        return not self.shows_card

    @property
    def words_box(self) -> Box:
        if not self.shows_card:
            return super().words_box
        left = WHOSE.right + 16 if self.whose else CAPTION.x
        return Box(left, CAPTION.y, CAPTION.right - left, CAPTION.h)

    @property
    def words_anchor(self) -> Anchor:
        """On the card they are a part of it."""
        return Anchor.PICTURE if self.shows_card else super().words_anchor

    def backdrop(self, stage: Stage) -> pygame.Surface:
        place = self.place_at_rest(stage)
        if not self.shows_card:
            return place
        if self._veiled is None or self._veiled[0] is not place:
            veiled = place.copy()
            Paper(veiled, self.ctx.pictures).veil(0.28)
            self._veiled = place, veiled
        return self._veiled[1]

    def moving(self, stage: Stage) -> None:
        self._draw_card(stage)
        if self.whose:
            self.piece(stage, ("whose", self.session.child_id), shadowed(WHOSE), self._paint_whose)

    def _draw_card(self, stage: Stage) -> None:
        """The friend who waves, then the windows on a card."""
        if not self.shows_card:
            stage.put_frame(self._greeting().frame(0.0 if self.ctx.art.calm else self.t), 640, 590)
            return
        self.piece(stage, "card", CARD.grown(50), lambda p: p.panel(CARD, radius=48, blur=20))
        dx = (RIGHT[0] - ALONE[0]) * self._aside
        own = self.exercise.id
        right, seconds = self._shown()
        way, _ = right.puppet.rig.way_at(right.puppet.clip, right.puppet.phase(seconds))
        picture = badge(self.exercise, way)
        self.piece(
            stage, ("right", own, picture), SIDE, lambda p: self._paint_right(p, picture), dx=dx, place="right"
        )  # fmt: skip
        self._put(stage, right, (ALONE[0] + dx, ALONE[1]), seconds)
        self.piece(stage, "done right", MARK, lambda p: paint_mark(p, ALONE, True), dx=dx)
        head = f"cast/{self.exercise.demonstration.host}"
        self.piece(stage, ("head", head), HEAD, lambda p: p.part(head, *HEAD.centre, 130), dx=self.head_dx)
        if self._wrong and self.t >= self._mistake_at:
            dx = WRONG[0] - ALONE[0]
            self.piece(stage, ("wrong", own), SIDE, self._paint_wrong, dx=dx)
            self._wrong.put(stage, self._wrong_frame(self._wrong), *WRONG)
            self.piece(stage, "crossed out", MARK, lambda p: cross_out(p, ALONE), dx=dx)

    def _paint_whose(self, paper: Paper) -> None:
        child = self.session.child
        paper.panel(WHOSE, radius=33, lip_depth=4)
        animal = ANIMALS[child.animal]
        paper.disc(WHOSE.x + 38, WHOSE.centre[1], 28, animal, f"cast/{child.animal}", 45, lip_depth=0, alpha=0)
        paper.text(child.nickname, 28, WHOSE.x + 78, WHOSE.centre[1], align="l", width=WHOSE.w - 100)

    def _greeting(self) -> PuppetView:
        """The friend who waves."""
        return self.ctx.art.puppet(self._host, "greet", scale=0.92)

    @property
    def _aside(self) -> float:
        """0..1 of the way the right one goes from the middle of the card, to make room for the mistake."""
        if not self._wrong:
            return 0.0
        u = max(0.0, min(1.0, (self.t - self._mistake_at) / SLIDE + 1))
        return float(round(u)) if self.ctx.art.calm else u * u * (3 - 2 * u)

    @property
    def head_dx(self) -> float:
        """How far the host's head has gone from its place beside the one window to the one between two."""
        return (BETWEEN - HEAD.centre[0]) * self._aside

    def _put(self, stage: Stage, view: LensView, at: tuple[float, float], seconds: float) -> None:
        view.show(stage, max(0.0, seconds), *at)

    def _wrong_frame(self, wrong: LensView) -> Frame:
        """A mistake is shown for about `MISTAKE` seconds and stays at its first key pose while the voice tells of it.
        Stopped by the clock alone, a heel that had come up was down again."""
        puppet, seconds = wrong.puppet, self.t - self._mistake_at
        stays = puppet.first_key_pose
        loops = max(0, round(MISTAKE / puppet.duration - stays))
        has_ended = seconds >= (loops + stays) * puppet.duration
        return puppet.at(stays) if has_ended else puppet.frame(seconds)

    def _paint_right(self, paper: Paper, picture: str) -> None:
        """Window, badge and two words of what is right, in the middle of the card."""
        lens.paint_rim(paper, *ALONE, HOW_TO_RADIUS)
        words = self._two_words("right")
        wide = min(SAID_WIDE, self.ctx.pictures.text_width(words, SAID, EXTRA_BOLD))
        left = ALONE[0] - (BADGE + wide) / 2
        paper.part(picture, left + BADGE / 2 - 8, SAID_Y, BADGE - 8, shadow=0)
        paper.text(words, SAID, left + BADGE + wide / 2, SAID_Y, width=SAID_WIDE)

    def _paint_wrong(self, paper: Paper) -> None:
        lens.paint_rim(paper, *ALONE, HOW_TO_RADIUS)
        paper.text(self._two_words("not"), SAID, ALONE[0], SAID_Y, INK_2, width=SAID_WIDE + BADGE)

    def _two_words(self, side: str) -> str:
        """What is to be seen in a window; a family's own exercise has none of its own."""
        texts, id_ = self.ctx.texts, self.exercise.id
        return texts(f"howto_{id_}_{side}") if texts.has(f"howto_{id_}_{side}") else texts(f"play_{side}")
