"""One part of a function quest with one foot: shown, counted in, done, and its number.

The grown-up's press is the measure: "the foot touched the floor", "one more brick", "stop". Nothing begins without a
press, because two people have to be ready; the window left, or a pad unplugged, only means to begin anew.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

import pygame

from game.core.content import Foot
from game.core.rules.function_quests import Part
from game.core.session.pacing import COUNT
from game.scenes import routes
from game.scenes.function_quest.function_screen import NAME, FunctionScreen
from game.scenes.function_quest.pictures import paint_clock, paint_tray
from game.scenes.function_quest.quest_words import part_key
from game.scenes.function_quest.run import FunctionRun
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.count_in import SPOKEN, counted
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.demonstration import CLOSE_UPS, taller
from game.scenes.session.tray import DIGIT_LEFT, DIGIT_RIGHT, TARGET, TRAY, paint_digit
from game.ui import theme
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import DESIGN, Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

CLOCK, CLOCK_RADIUS = (960.0, 330.0), 152
FIGURE, FIGURE_SCALE = (440, 588), 0.94
SMALL_CLOCK = (1190.0, 92.0)
STEPS = 120  # the clock is drawn in so many pictures
HELD = (0.72, 0.9)  # of Bo's clip: the piece in which he stands on one leg
SAID = (5, 10, 15, 20)  # seconds on one leg that are said
BOUNCE = 0.25  # two presses closer than this are one


class Phase(Enum):
    """Where the task stands."""

    SHOWN = auto()  # waits for the grown-up's press
    COUNTED_IN = auto()
    RUNNING = auto()
    OVER = auto()  # its number is seen


class FunctionTaskScreen(FunctionScreen):
    """`value` is seconds held, bricks or rises so far."""

    name = "function_task"
    arrival = Arrival.FADE

    def __init__(self, run: FunctionRun) -> None:
        super().__init__(run)
        self.task = run.task
        self.phase = Phase.SHOWN
        self.t = 0.0  # seconds in this phase
        self.value = 0
        self._counted_at = -1.0

    # ---------------------------------------------------------------- said
    def lines(self) -> tuple[str, ...]:
        foot = self.task.foot
        if self.task.part is Part.ONE_LEG:
            stand = f"function_{foot.value}" if foot else ""
            return ("function_one_leg_how", stand) if foot is Foot.LEFT else ("rest_shake", stand)
        if self.task.part is Part.BRICKS:
            left_first = ("play_chair", "function_bricks_how", "play_left_first")
            return left_first if foot is Foot.LEFT else ("play_now_right",)
        return ("function_heel_raises_how",)

    def repeats_line(self) -> bool:
        return self.phase is Phase.SHOWN

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        icon, voice, paint = {
            Phase.SHOWN: ("play", "count_go", theme.TEAL),
            Phase.COUNTED_IN: ("pause", "label_pause", theme.CORAL),
            Phase.RUNNING: ("check", "label_done", theme.TEAL),
            Phase.OVER: ("play", "label_next", theme.TEAL),
        }[self.phase]
        if self.counts_presses:
            voice = "label_function_more"
        big = hud.big(icon, voice, self._big_command, paint, 84)
        more = (
            Widget(
                "more", TARGET, Hotspot(39), voice="label_function_more", command=Command.MORE, anchor=Anchor.BOTTOM
            ),
        )
        redo = round_button(
            "redo", 1032, 642, 48, theme.BLUE, "icons/again", 60, voice="again_ask", anchor=Anchor.BOTTOM_RIGHT
        )
        return (
            hud.stop(), hud.again(), *(more if self.counts_presses else ()), hud.hurt(),
            *((redo,) if self.phase is Phase.OVER else ()), big,
        )  # fmt: skip

    @property
    def _big_command(self) -> Command | None:
        """N and the pad's bumper do what the grown-up's press does, unless the tray has them."""
        return Command.MORE if self.phase is Phase.RUNNING and not self.counts_presses else None

    @property
    def counts_presses(self) -> bool:
        """Each press is one brick more."""
        return self.phase is Phase.RUNNING and self.task.part is Part.BRICKS

    def press(self, name: str) -> Next | None:
        match name:
            case "stop":
                return self._stop()
            case "hurt":
                if self.phase is not Phase.OVER:  # a number that is found stays, should it be a slip
                    self.begin_anew()
                return routes.FunctionOuch(self)
            case "again":
                self.ctx.say(*self.lines())
            case "redo":
                self.run.values.pop(self.task, None)
                self.begin_anew()
            case _:
                return self._go_on()
        return None

    def _go_on(self) -> Next | None:
        """The big button, or one more."""
        match self.phase:
            case Phase.SHOWN:
                self._enter(Phase.COUNTED_IN)
            case Phase.COUNTED_IN:
                self.begin_anew()
            case Phase.RUNNING if self.counts_presses:
                self._one_more()
            case Phase.RUNNING:
                self._over()
            case Phase.OVER:
                return self.run.next()
        return None

    def _one_more(self) -> None:
        if self.t - self._counted_at < BOUNCE:
            return
        self._counted_at = self.t
        self.value = min(self.task.most, self.value + 1)
        self.ctx.sound.effect("plop")
        self.ctx.narrator.number(self.value)

    def _stop(self) -> Next:
        """Enough for today: what is finished stays, and is looked at."""
        if self.phase is not Phase.OVER:
            self.run.values.pop(self.task, None)
        self.ctx.narrator.stop()
        return self.run.end()

    def overnight(self) -> Next | None:
        """A part that runs ends first; what is finished keeps the day on which it was done."""
        return None if self.phase in (Phase.COUNTED_IN, Phase.RUNNING) else self._stop()

    def left(self) -> Next | None:
        if self.phase in (Phase.COUNTED_IN, Phase.RUNNING):
            self.begin_anew()
        return None

    # ---------------------------------------------------------------- time
    def _enter(self, phase: Phase) -> None:
        self.phase, self.t = phase, 0.0
        self.focused = "big"
        self.changed()

    def begin_anew(self) -> None:
        """Shown again, and waits for the press."""
        self.value, self._counted_at = 0, -1.0
        self.ctx.narrator.stop()
        self._enter(Phase.SHOWN)

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        before, self.t = self.t, self.t + dt
        if self.phase is Phase.COUNTED_IN:
            self._count_in(before)
        elif self.phase is Phase.RUNNING:
            self._run(before)
        return following

    def _count_in(self, before: float) -> None:
        if self.t >= COUNT:
            self.ctx.sound.effect("go")
            self.ctx.say("count_go")
            self._enter(Phase.RUNNING)
        elif before == 0 or int(before) != int(self.t):
            self.ctx.sound.effect("tick")
            self.ctx.say(SPOKEN[counted(COUNT - self.t)])

    def _run(self, before: float) -> None:
        """Seconds and rises count themselves; bricks are counted by presses."""
        if self.task.part is Part.ONE_LEG:
            self.value = min(self.task.most, int(self.t))
            if int(before) != self.value and self.value in SAID:
                self.ctx.narrator.number(self.value)
        elif self.task.part is Part.HEEL_RAISES:
            rises = min(self.task.most, int(self.t / self.beat))
            if rises > self.value:
                self.value = rises
                self.ctx.sound.effect("tick")
                self.ctx.narrator.number(rises)
        if self.t >= self.task.seconds:
            self._over(by_itself=True)

    @property
    def beat(self) -> float:
        """Seconds of one rise."""
        return self.task.seconds / self.task.most

    def _over(self, by_itself: bool = False) -> None:
        self.run.values[self.task] = self.value
        self.ctx.sound.effect("star" if self.ctx.is_evening else "go")
        is_down = self.task.part is Part.ONE_LEG and not by_itself
        self.ctx.say("function_foot_down" if is_down else "function_bell" if by_itself else "play_stand_still")
        self._enter(Phase.OVER)

    # ---------------------------------------------------------------- drawing
    def backdrop(self, stage: Stage) -> pygame.Surface:
        place = "meadow" if self.task.part is Part.ONE_LEG else "room"
        return self.ctx.art.place(place, self.ctx.is_evening).still(stage.view.size)

    @property
    def is_mirrored(self) -> bool:
        """The foot in the pictures is a left one; Bo faces the child, so his lifted leg changes sides."""
        return self.task.foot is Foot.RIGHT

    def moving(self, stage: Stage) -> None:
        if self.task.part is Part.ONE_LEG:
            self._show_bo(stage)
        else:
            self._show_foot(stage)
        title = self.ctx.texts(f"function_{part_key(self.task.part)}")
        x = 280 if self.is_mirrored and self.task.part is not Part.ONE_LEG else 400
        if self.task.part is not Part.ONE_LEG and not self.is_mirrored:
            x = 600
        self.name_ribbon(stage, title, Box(x, NAME.y, NAME.w, NAME.h))
        self._show_tray(stage)
        self._show_number(stage)

    def _show_bo(self, stage: Stage) -> None:
        """Shown: how one stands, wobbles, and stands again; at work he simply stands on one leg."""
        view = self.ctx.art.puppet("bo_front", "try_again", scale=FIGURE_SCALE, flip=self.is_mirrored)
        if self.phase is Phase.RUNNING:
            low, high = HELD
            swing = abs(self.t % 4.0 / 2.0 - 1.0)  # there and back again
            frame = view.posed(high - (high - low) * swing)
        elif self.phase is Phase.SHOWN:
            frame = view.frame(self.t)
        else:
            frame = view.posed(0.0)
        stage.put_frame(frame, *FIGURE)

    def _show_foot(self, stage: Stage) -> None:
        x, y, scale = CLOSE_UPS["foot_side"]
        is_rise = self.task.part is Part.HEEL_RAISES
        view = self.ctx.art.puppet(
            "foot_side", "tiptoe" if is_rise else "brick", skin=self.run.child.skin, scale=scale,
            flip=self.is_mirrored, seconds=self.beat if is_rise else None,
            taller=taller(self.ctx, "foot_side", y, scale),
        )  # fmt: skip
        moves = self.phase in (Phase.SHOWN, Phase.RUNNING)
        frame = view.frame(self.t) if moves else view.posed(0.0)
        stage.put_frame(frame, DESIGN[0] - x if self.is_mirrored else x, y)

    def _show_tray(self, stage: Stage) -> None:
        best = self.run.best(self.task)
        most = self.scale
        share = round(min(1.0, self.value / most) * STEPS) / STEPS
        foot = self.task.foot
        paint = partial(paint_tray, box=TRAY, foot=foot, share=share, best=best / most if best else None)
        self.piece(stage, ("tray", foot, share, best, most), shadowed(TRAY), paint, anchor=Anchor.BOTTOM)

    @property
    def scale(self) -> int:
        """What the whole tray stands for; for bricks the child's own best and a little more."""
        if self.task.part is not Part.BRICKS:
            return self.task.most
        return max(12, self.value, round((self.run.best(self.task) or 0) * 1.25))

    @property
    def elapsed(self) -> float:
        """0..1 of the time that is given."""
        if self.phase in (Phase.SHOWN, Phase.COUNTED_IN):
            return 0.0
        return 1.0 if self.phase is Phase.OVER else min(1.0, self.t / self.task.seconds)

    def _show_number(self, stage: Stage) -> None:
        counting_in = self.phase is Phase.COUNTED_IN
        n = counted(COUNT - self.t) if counting_in else self.value
        if self.task.part is Part.ONE_LEG or counting_in:
            share = self.t / COUNT if counting_in else self.value / self.task.most
            if self.phase is Phase.RUNNING:
                share = self.elapsed
            self._show_clock(stage, n if self.phase is not Phase.SHOWN else None, share)
            return
        if self.phase is Phase.SHOWN:
            return
        if self.task.part is Part.BRICKS:
            share = round((1 - self.elapsed) * STEPS) / STEPS
            cx, cy = SMALL_CLOCK
            box = shadowed(Box.around(cx, cy, 66))
            self.piece(stage, ("small clock", share), box, partial(paint_clock, cx=cx, cy=cy, r=64, share=share))
        digit = DIGIT_LEFT if self.is_mirrored else DIGIT_RIGHT
        self.piece(stage, ("digit", n, digit), shadowed(digit), lambda p: paint_digit(p, digit, n))

    def _show_clock(self, stage: Stage, n: int | None, share: float) -> None:
        (cx, cy), r = CLOCK, CLOCK_RADIUS
        if self.task.part is not Part.ONE_LEG:
            cx, cy = (220.0, 330.0) if self.is_mirrored else (1060.0, 320.0)
        share = round(min(1.0, share) * STEPS) / STEPS
        box = shadowed(Box.around(cx, cy, r))
        self.piece(stage, ("clock", cx, share), box, partial(paint_clock, cx=cx, cy=cy, r=r, share=share))
        inside = Box.around(cx, cy, 110)
        if n is not None:
            self.piece(stage, ("number", cx, n), inside, partial(_paint_number, n, cx, cy))
        elif self.task.foot:
            self.piece(stage, ("print", cx, self.task.foot), inside, partial(_paint_print, self.task.foot, cx, cy))


def _paint_number(n: int, cx: float, cy: float, paper: Paper) -> None:
    paper.text(str(n), 150, cx, cy - 2, weight="Black")


def _paint_print(foot: Foot, cx: float, cy: float, paper: Paper) -> None:
    """The foot that stands, before the clock runs."""
    paper.part("icons/step_on", cx, cy, 170, shadow=0, flip=foot is Foot.RIGHT)
