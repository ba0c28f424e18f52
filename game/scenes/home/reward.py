"""The reward: the stars a grown-up's word has woken land one after another; on some days a sticker is peeled on.

The friend of the last exercise cheers; after a while the trail says good-bye. What was won stays to be seen until
somebody presses. Only in the middle of a session it goes on by itself. In the evening no rays shine and the sticker
simply lies there; with calm pictures nothing flies at all, and after strong pain no confetti.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from game.core.content import Slot
from game.core.events import Event, Grade, LevelConfirmed, StarsAwarded, StickerFound
from game.core.reports.progress import blooms_by
from game.core.rules.pain import is_strong_pain
from game.core.rules.rewards import sticker, woken
from game.core.rules.waiting import waiting
from game.core.session.heard import AFTER_PRAISE, praise, praise_care, praise_part, tells_grade, words_before
from game.core.stickers import Sticker
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.celebration import paint_feast, put_confetti
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import shadowed
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.camp import Nest, paint_nest
from game.ui.art.stickers import peeled, stuck
from game.ui.controls import Command
from game.ui.effects import FLIGHT_SECONDS, PEEL_SECONDS, confetti, peel, star_landing, star_picture
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box, Point
from game.ui.widgets import Widget, round_button

MOST_STARS = 12  # more are counted, not drawn
# Seconds: slow enough that each is seen and heard, and all of them land while the friend cheers.
FIRST_STAR, STAR_APART, ALL_STARS = 0.8, 0.45, 3.0
HANDS: tuple[Point, Point] = ((524, 380), (756, 380))  # of the friend: a star rises beside the face, not out of it
THREE: dict[int, tuple[tuple[float, float, float, float], ...]] = {  # x, y, size and turn of few stars
    1: ((640, 98, 164, 0),),
    2: ((500, 128, 150, 10), (780, 128, 150, -10)),
    3: ((372, 236, 150, 14), (640, 98, 164, 0), (908, 236, 150, -14)),
}
HEAD = 640.0  # its middle
STICKER: Point = (1054, 448)
STICKER_RADIUS = 92
NAME = Box(40, 34, 320, 88)
COUNT = Box(160, 380, 226, 88)
PANELS = Box(140, 360, 340, 240)  # the counters at the left, free of confetti
NEST: Nest = (272, 596, 0.78)
CHEER_SECONDS = 4.6  # then the friend stands and looks at whom it was for
ON_AFTER = 8.0  # seconds after everything has landed, in the middle of a session
STILL_AFTER = 60.0  # seconds without a press until nothing moves
SLEEPS_AFTER = 15.0  # seconds of silence until the good-bye


class RewardScreen(Screen):
    """`events` are those just recorded; `then` follows, by itself only where a session `goes_on`. `is_named`: whose
    stars they are is told by the child's picture, where more than one is rewarded."""

    name = "reward"

    def __init__(
        self, ctx: Context, child: str, events: tuple[Event, ...], then: Next, goes_on: bool = False,
        is_named: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(ctx)
        self.is_named = is_named
        self.id, self.then, self.goes_on = child, then, goes_on
        self.is_asleep = False  # the good-bye was said
        self.events = events
        self.stars = woken(ctx.child(child), events)
        # "Partly" wakes the star that was won at play: it is shown and is no more than there was.
        added = sum(e.fact.stars for e in events if isinstance(e.fact, StarsAwarded))
        self.sign = "+" if added == self.stars else ""
        self.asleep = len(waiting(ctx.catalogue, ctx.child(child), ctx.today))
        self.host = self._host()
        self.sticker = self._sticker()
        seed = len(ctx.child(child).events)
        is_still = ctx.settings.calm or self._was_painful()
        self.pieces = () if is_still else confetti(seed, ctx.is_evening, (640, 420, 250))
        self.places = tuple(places(min(self.stars, MOST_STARS)))
        self._lines = tuple(self._what_is_said())
        self._landed = 0

    def _host(self) -> str:
        """The friend of the last exercise that was told of; Bo where none was."""
        child, known = self.ctx.child(self.id), self.ctx.catalogue.exercises
        told = [e.fact.attempt for e in self.events if isinstance(e.fact, LevelConfirmed)]
        played = [child.attempts[a].exercise for a in told if a in child.attempts]
        shown = [known[exercise].demonstration.host for exercise in played if exercise in known]
        return shown[-1] if shown else "bo"

    def _was_painful(self) -> bool:
        """Whether a play that was just told of hurt so much that it rests: the stars come, and nobody cheers."""
        child = self.ctx.child(self.id)
        told = {e.fact.attempt for e in self.events if isinstance(e.fact, LevelConfirmed)}
        return any(is_strong_pain(self.ctx.catalogue, child.attempts[a]) for a in told if a in child.attempts)

    def _sticker(self) -> Sticker | None:
        """The sticker among the events, else the one that comes today."""
        ctx = self.ctx
        stickers = {s.id: s for place in ctx.art.library.stickers().values() for s in place}
        found = [e.fact.sticker for e in self.events if isinstance(e.fact, StickerFound)]
        if not found:
            facts = sticker(ctx.catalogue, ctx.child(self.id), tuple(stickers), ctx.today)
            found = [e.fact.sticker for e in ctx.record(*facts, child=self.id) if isinstance(e.fact, StickerFound)]
        return stickers.get(found[0]) if found else None

    # ---------------------------------------------------------------- times
    @property
    def is_quiet(self) -> bool:
        """Evening or calm pictures: the sticker is simply there."""
        return self.ctx.is_evening or self.ctx.settings.calm

    def flight(self, i: int) -> float:
        """Progress of the i-th star, past 1 when it lies there."""
        return 2.0 if self.ctx.settings.calm else (self.age - FIRST_STAR - i * self._apart) / FLIGHT_SECONDS

    @property
    def _apart(self) -> float:
        return min(STAR_APART, ALL_STARS / max(1, len(self.places)))

    @property
    def peel_at(self) -> float:
        """The second the sticker comes."""
        return FIRST_STAR + len(self.places) * self._apart + FLIGHT_SECONDS

    @property
    def counted(self) -> int:
        """Stars on the counter so far; the last one brings those that were not drawn."""
        landed = sum(1 for i in range(len(self.places)) if self.flight(i) >= 1)
        return self.stars if landed == len(self.places) else landed

    # ---------------------------------------------------------------- said and done
    def _what_is_said(self) -> Iterator[str]:
        if self.is_named:
            yield f"friend_{self.ctx.child(self.id).animal}"
        grades = [e.fact.grade for e in self.events if isinstance(e.fact, LevelConfirmed)]
        if grades:
            best = next(g for g in (Grade.WELL, Grade.HELPED, Grade.PARTLY, Grade.NOT_TODAY) if g in grades)
            yield from self._about_word(best)
        elif self.stars:
            yield praise(self.ctx.child(self.id), self.ctx.today, AFTER_PRAISE)
        if any(isinstance(e.fact, StarsAwarded) and e.fact.why == "quest" for e in self.events):
            yield "stars_whole_quest"
        elif self.stars in (1, 2, 3):
            yield ("stars_one", "stars_two", "stars_three")[self.stars - 1]
        if self._week_blooms():
            yield "bloom_flower"
        if self.sticker:
            yield "sticker_found"
            yield f"sticker_{self.sticker.id}"
            if len(self.ctx.child(self.id).stickers) == self._book_size():
                yield "sticker_last"
        if self.asleep:
            yield "stars_asleep"

    def _about_word(self, best: Grade) -> Iterator[str]:
        """What the grown-up saw, where it was not said that day or the day before, and a line of praise."""
        child, today = self.ctx.child(self.id), self.ctx.today
        own = {e.fact.attempt for e in self.events if isinstance(e.fact, LevelConfirmed)}
        tells = tells_grade(child, best, today, own)
        if tells:
            yield f"confirm_{best.value}"
        if best in (Grade.WELL, Grade.HELPED):
            nth = words_before(child, today, own) if self.goes_on else int(self.ctx.slot is Slot.EVENING)
            yield praise_care(today, nth)
        elif not tells:
            yield praise_part(child, today, self.ctx.slot)

    def _book_size(self) -> int:
        return sum(len(place) for place in self.ctx.art.library.stickers().values())

    def _week_blooms(self) -> bool:
        """Whether the words just given brought this week into bloom."""
        said = {e.fact.attempt for e in self.events if isinstance(e.fact, LevelConfirmed)}
        return bool(said) and blooms_by(self.ctx.catalogue, self.ctx.child(self.id), said, self.ctx.today)

    def lines(self) -> tuple[str, ...]:
        return self._lines

    def build(self) -> tuple[Widget, ...]:
        return (
            hud.big("play", "label_next", Command.BACK, theme.TEAL, 86),
            round_button(
                "book", 76, 644, 48, theme.LILAC, "icons/book", 62, voice="label_stickers", anchor=Anchor.BOTTOM_LEFT
            ),
        )

    def press(self, name: str) -> Next | None:
        if name == "book":
            return routes.Stickers(self.id, self.then)
        return self.then

    def update(self, dt: float) -> Next | None:
        if following := super().update(dt):
            return following
        landed = sum(1 for i in range(len(self.places)) if self.flight(i) >= 1)
        if landed > self._landed:
            self._landed = landed
            self.ctx.sound.effect("star")
        if self.goes_on:
            return self.then if self.silence > ON_AFTER and self.age > self.peel_at + ON_AFTER else None
        if not self.is_asleep and self.silence > SLEEPS_AFTER and self.age > self.peel_at + SLEEPS_AFTER:
            self.is_asleep = True
            self.ctx.say("sleepy_goodbye" if self.ctx.is_evening else "end_goodbye")
        return None

    def repeats_line(self) -> bool:
        """After the good-bye nothing is said again."""
        return not self.is_asleep

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        evening, calm = self.ctx.is_evening, self.ctx.settings.calm
        paint_feast(paper, evening, has_rays=not evening and not calm, glow=240)
        if self.asleep:
            paint_nest(paper, self.asleep, evening, NEST)
        if self.is_named:
            child = self.ctx.child(self.id)
            name = paper.view.anchored(NAME, Anchor.TOP_LEFT)
            paper.panel(name, radius=44)
            animal = theme.ANIMALS[child.animal]
            paper.disc(name.x + 50, name.y + 44, 40, animal, f"cast/{child.animal}", 64, lip_depth=0, alpha=0)
            paper.text(child.nickname, 34, name.x + 104, name.y + 44, align="l", width=name.w - 130)

    def moving(self, stage: Stage) -> None:
        pictures = self.ctx.pictures
        put_confetti(stage, pictures, self.pieces, self.age, self.ctx.is_evening, PANELS)
        self._put_host(stage)
        for i, (x, y, size, turn) in enumerate(self.places):
            if (u := self.flight(i)) > 0:
                pose = star_landing(HANDS[x >= HEAD], (x, y), u)
                if u >= 1.2:
                    pose = pose._replace(turn=turn, wide=1.0, high=1.0)
                stage.put_centre(star_picture(pictures, size, pose, i), pose.x, pose.y)
        if self.counted:
            text = f"{self.sign}{self.counted}"
            self.sprite(
                stage, ("counted", text), shadowed(COUNT), lambda p: _paint_count(p, text), place="counted"
            )  # fmt: skip
        if self.sticker and self.age >= self.peel_at:
            self._put_sticker(stage, self.sticker)

    def _put_host(self, stage: Stage) -> None:
        """Cheers while stars land, then stands and looks at whom it was for; in the evening a wave is enough."""
        is_over = self.ctx.settings.calm or self.age > CHEER_SECONDS
        clip = "idle" if is_over else "greet" if self.ctx.is_evening else "cheer"
        view = self.ctx.art.puppet(f"{self.host}_front", clip, scale=0.78)
        still = self.ctx.settings.calm or self.is_asleep or self.quiet > STILL_AFTER
        stage.put_frame(view.frame(0.0 if still else self.age), 640, 588)

    def _put_sticker(self, stage: Stage, found: Sticker) -> None:
        pictures, u = self.ctx.pictures, (self.age - self.peel_at) / PEEL_SECONDS
        if u >= 1 or self.is_quiet:
            stage.put_frame(stuck(pictures, found, STICKER_RADIUS), *STICKER)
            stage.put_centre(pictures.part("fx/sparkle", 60), STICKER[0] + 112, STICKER[1] - 84)
            return
        pose = peel(u)
        turned = peeled(pictures, found, round(STICKER_RADIUS * pose.scale / 6) * 6, round(pose.turn / 4) * 4)
        stage.put_centre(turned, STICKER[0], STICKER[1] - pose.lift)


def _paint_count(paper: Paper, text: str) -> None:
    """How many have landed; before the first one there is no plate that waits for it."""
    paper.panel(COUNT, radius=44)
    paper.part("icons/star", COUNT.x + 54, COUNT.centre[1], 66, shadow=0)
    paper.text(text, 46, COUNT.x + 152, COUNT.centre[1])


def places(n: int) -> Iterator[tuple[float, float, float, float]]:
    """Where n stars come to lie: few large ones around Bo's head, many on an arc."""
    if n in THREE:
        yield from THREE[n]
        return
    size = max(64, 150 - 9 * n)
    for i in range(n):
        angle = math.radians(208 + 124 * i / (n - 1)) if n > 1 else math.radians(270)
        yield 640 + 470 * math.cos(angle), 420 + 320 * math.sin(angle), size, -8 + 16 * (i % 2)
