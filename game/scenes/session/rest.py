"""Rest as play: Bo breathes in a growing circle, the child breathes along, eight leaves fall one by one.

Between two sets, as long as the family chose; a press before half a minute is answered with three more breaths.
"""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.core.session.pacing import BREATH_IN, BREATH_OUT, BREATH_OUT_EVENING, breath
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.demonstration import ExerciseAnimation
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.ui.art.puppet_view import PuppetView
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import ANIMALS
from game.ui.view import Anchor, Box

CENTRE = (640, 372)
BODY, FULL = 188, 286  # the circle breathed out and in
LEAVES, LEAF_FALLS = 8, 1.2
TRAY = Box(400, 630, 480, 74)
NEXT = Box(1000, 250, 220, 224)
SPOKEN_BREATHS = 2
BREATHES_AT = 2.4  # seconds; the screen's own line comes first
SIP_AT = 24.0
NEXT_AT, READY_AT = 10.0, 4.0  # seconds before the end
BELLY_FULL = 0.4  # of Bo's clip: where the belly is round
RADIUS_STEP = 4


class RestScreen(FloorScene):
    """The next set of the same exercise, or its other foot, follows; `then`, where two rest together."""

    name = "rest"
    big_icon, big_voice = "play", "label_go_on"

    def __init__(self, session: RunningSession, seconds: float, then: Next | None = None) -> None:
        super().__init__(session)
        self.seconds, self._then = seconds, then or routes.Countdown(session)
        self._is_asked = False  # go on as soon as half a minute is over
        self._said: set[str] = set()
        self._haze: tuple[pygame.Surface, pygame.Surface] | None = None

    @property
    def shows_name(self) -> bool:
        return False

    def begin(self) -> None:
        self.ctx.say("rest_start")
        if not self.ctx.is_evening:
            self.ctx.music.play("rest_60")

    def again(self) -> tuple[str, ...]:
        return ("breathe_in",)

    def upcoming(self) -> Iterator[PuppetView]:
        yield self.ctx.art.puppet("bo_front", "belly", scale=0.86)
        yield from ExerciseAnimation(self.session, self.session.turn).upcoming()

    # ---------------------------------------------------------------- time
    def run(self, dt: float) -> Next | None:
        self._breathe_aloud(dt)
        left = self.seconds - self.t
        if left <= NEXT_AT:
            self._once("play_next_set")
        elif self.t >= SIP_AT:
            self._once("rest_water")
        if left <= READY_AT:
            self._once("rest_ready")
        if self.t >= self.seconds or (self._is_asked and self.t >= self.ctx.catalogue.rules.rest_seconds):
            return self._then
        return None

    def _breathe_aloud(self, dt: float) -> None:
        """In and out are said for the first breaths; later the circle is enough."""
        round_ = BREATH_IN + (BREATH_OUT_EVENING if self.ctx.is_evening else BREATH_OUT)
        n, at = divmod(self.t - BREATHES_AT, round_)
        if 0 <= n < SPOKEN_BREATHS:
            self._once("breathe_in" if at < BREATH_IN else "breathe_out", f"{n:.0f}")

    def _once(self, line: str, nth: str = "") -> None:
        if line + nth not in self._said:
            self._said.add(line + nth)
            self.ctx.narrator.say(line, interrupt=False)

    def skip(self) -> Next | None:
        if self.t >= self.ctx.catalogue.rules.rest_seconds:
            return self._then
        self._is_asked = True
        self.ctx.say("rest_three_breaths")
        return None

    # ---------------------------------------------------------------- drawing
    def backdrop(self, stage: Stage) -> pygame.Surface:
        place = self.ctx.art.place("meadow", self.ctx.is_evening).still(stage.view.size)
        if self._haze is None or self._haze[0] is not place:
            light = place.copy()
            mist = pygame.Surface(place.get_size())
            mist.fill((64, 60, 110) if self.ctx.is_evening else (255, 246, 230))
            mist.set_alpha(77)
            light.blit(mist, (0, 0))
            self._haze = place, light
        return self._haze[1]

    def moving(self, stage: Stage) -> None:
        full, fills = breath(max(0.0, self.t - BREATHES_AT), self.ctx.is_evening)
        if self.ctx.art.calm:
            full = round(full)
        self._draw_circle(stage, full)
        belly = self.ctx.art.puppet("bo_front", "belly", scale=0.86)
        at = BELLY_FULL * full if fills else BELLY_FULL + (1 - BELLY_FULL) * (1 - full)
        stage.put_frame(belly.posed(min(0.999, at)), 640, 590)
        self.piece(stage, ("next", self.exercise.demonstration.host), shadowed(NEXT), self._paint_next)
        self._draw_leaves(stage)

    def _draw_circle(self, stage: Stage, full: float) -> None:
        outer = BODY + round((FULL - BODY) * full / RADIUS_STEP) * RADIUS_STEP
        middle = BODY + (outer - BODY) / 2
        key = ("breath", outer, self.ctx.is_evening)
        paper = "#8E8BC4" if self.ctx.is_evening else "#FFF9EC"
        self.piece(stage, key, Box.around(*CENTRE, outer + 2), lambda p: p.shape(
            f'<circle cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="{outer}" fill="{paper}" fill-opacity="0.35"/>'
            f'<circle cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="{middle:.1f}" fill="{paper}" fill-opacity="0.55"/>'
            f'<circle cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="{BODY}" fill="{paper}"/>',
            Box.around(*CENTRE, outer + 2), alpha=0,
        ))  # fmt: skip

    def _paint_next(self, paper: Paper) -> None:
        """Who comes next, so that it is never a surprise."""
        paper.panel(NEXT, radius=40)
        host = self.exercise.demonstration.host
        paper.disc(1110, 348, 66, ANIMALS[host], f"cast/{host}", 100, ring="#FFF9EC")
        arrow = (
            '<path d="M1082 446H1128M1114 432L1130 446L1114 460" stroke="#7A6278" stroke-width="7" '
            'stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
        )
        paper.shape(arrow, Box(1070, 420, 80, 50), alpha=0)

    def _draw_leaves(self, stage: Stage) -> None:
        """A row that empties; the one that falls is on its way down."""
        night = self.ctx.is_evening
        each = self.seconds / LEAVES
        gone = min(LEAVES, int(self.t / each))
        self.piece(
            stage, ("leaves", gone, night), shadowed(TRAY), lambda p: self._paint_row(p, gone),
            anchor=Anchor.BOTTOM,
        )  # fmt: skip
        falls_for = self.t - gone * each
        if gone and falls_for < LEAF_FALLS and not self.ctx.art.calm:
            u = falls_for / LEAF_FALLS
            picture = self.ctx.pictures.svg(_sign(0, 0, night, True, round(-30 - 120 * u, -1)), -26, -26, 52, 52)
            below = self.ctx.pictures.plain.view.shift(Anchor.BOTTOM)[1]
            stage.put_centre(picture, 450 + (gone - 1) * 54 + 18 * u, 667 + 90 * u * u + below)

    def _paint_row(self, paper: Paper, gone: int) -> None:
        paper.panel(TRAY, radius=37, lip_depth=6)
        body = "".join(_sign(450 + i * 54, 667, self.ctx.is_evening, i >= gone) for i in range(LEAVES))
        paper.shape(body, TRAY, alpha=0)


def _sign(x: float, y: float, night: bool, is_there: bool, turn: float = -30) -> str:
    """A leaf by day, a star at night."""
    if night:
        colour = "#F2D377" if is_there else "#EAD9BB"
        return (
            f'<path transform="translate({x} {y}) rotate({turn + 30})" fill="{colour}" d="M0 -19L5.500 -6.500L19 -5L9 '
            '4.500L12 18L0 11L-12 18L-9 4.500L-19 -5L-5.500 -6.500Z"/>'
        )
    colour = "#7FB97E" if is_there else "#EAD9BB"
    return (
        f'<g transform="translate({x} {y}) rotate({turn})"><path d="M-20 0C-12 -16 10 -16 20 0C10 16 -12 16 -20 0Z" '
        f'fill="{colour}"/><path d="M-16 0H14" stroke="#FFF9EC" stroke-width="3" stroke-linecap="round"/></g>'
    )
