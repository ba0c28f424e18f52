"""The short screens between two pieces of work: the other foot, a word of praise, the walk to the next friend."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Foot, Slot
from game.core.history.plays import exercises_played
from game.core.session.heard import greets, plays, tells_story
from game.core.session.pacing import OTHER_FOOT
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session import tray
from game.scenes.session.demonstration import ExerciseAnimation
from game.scenes.session.praise import SpokenPraise
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.scenes.session.what_follows import after_level
from game.ui.art.puppet_view import PuppetView
from game.ui.effects import star_flight
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Box

WALK_LEAST, WALK_MOST = 6.0, 12.0
PRINTS = Box(394, 198, 492, 280)
SWAP_AT = 1.0  # seconds into the screen at which the prints change places


class OtherFootScreen(FloorScene):
    """The pair of prints swaps, the foot mirrors."""

    name = "other_foot"

    def __init__(self, session: RunningSession) -> None:
        super().__init__(session)
        self._show = ExerciseAnimation(session, session.turn)

    def resized(self) -> None:
        super().resized()
        self._show.resized()

    def begin(self) -> None:
        self.ctx.sound.effect("whoosh")
        self.ctx.say("foot_other")

    def again(self) -> tuple[str, ...]:
        return ("foot_other",)

    def upcoming(self) -> Iterator[PuppetView]:
        return self._show.upcoming()

    def run(self, dt: float) -> Next | None:
        return routes.Countdown(self.session, gets_in_place=False) if self.t >= OTHER_FOOT else None

    def moving(self, stage: Stage) -> None:
        foot = self.session.stretch.foot or Foot.LEFT
        before = Foot.RIGHT if foot is Foot.LEFT else Foot.LEFT
        shown = before if self.t < SWAP_AT else foot
        self.piece(stage, ("prints", shown), shadowed(PRINTS), lambda p: _paint_pair(p, shown))


def _paint_pair(paper: Paper, foot: Foot) -> None:
    """Both prints, large; the working one sun-ringed no, coral and big yes."""
    paper.panel(PRINTS, radius=60)
    tray.paint_prints(paper, PRINTS.x + PRINTS.w / 2, PRINTS.y + PRINTS.h / 2 - 1, foot, 190)


class PraiseScreen(FloorScene):
    """One star lands, and one true sentence about trying."""

    name = "praise"

    def __init__(self, session: RunningSession, level_at: int) -> None:
        super().__init__(session)
        self.exercise = self.ctx.catalogue.exercises[session.levels[level_at].exercise]
        self.about = (session.done[level_at],)
        self._praise = SpokenPraise(session)

    def begin(self) -> None:
        self._praise.begin()

    def again(self) -> tuple[str, ...]:
        return (self._praise.line,)

    def run(self, dt: float) -> Next | None:
        return after_level(self.session) if self._praise.is_over(self.t) else None

    def moving(self, stage: Stage) -> None:
        clip = "idle" if self.ctx.is_evening else "cheer"
        host = self.ctx.art.puppet(f"{self.exercise.demonstration.host}_front", clip, scale=0.9)
        stage.put_frame(host.frame(0.0 if self.ctx.art.calm else self.t), 640, 590)
        u = self._praise.flown(self.t)
        star = star_flight((640, 560), (910, 250), u)
        picture = self.ctx.pictures.part_soon(
            "praise", "icons/star", round(150 * star.wide), round(150 * star.high), round(star.turn / 20) * 20
        )
        stage.put_centre(picture, star.x, star.y)


class WalkOnScreen(FloorScene):
    """Bo walks to the friend who shows the next exercise, who waves and tells why it is done."""

    name = "walk_on"
    arrival = Arrival.PAGE
    big_icon, big_voice = "play", "label_go_on"
    MEET, ALONE, FRIEND = 380, 480, 900
    FROM = -90  # beyond the picture's edge, so that Bo is there while the friend still tells

    def __init__(self, session: RunningSession) -> None:
        super().__init__(session)
        self.about = (*session.done[-1:], session.present)
        self._lines = introduction(session)
        self.seconds = min(WALK_MOST, max(WALK_LEAST, self.ctx.narrator.duration(*self._lines) + 0.6))

    def begin(self) -> None:
        self.ctx.say(*self._lines)

    def again(self) -> tuple[str, ...]:
        return self._lines

    def skip(self) -> Next | None:
        return routes.NextLevel(self.session)

    def run(self, dt: float) -> Next | None:
        return routes.NextLevel(self.session) if self.t >= self.seconds else None

    def moving(self, stage: Stage) -> None:
        art, friend = self.ctx.art, self.exercise.demonstration.host
        still = 0.0 if art.calm else self.t
        here = self.MEET if friend != "bo" else self.ALONE
        walk = art.puppet("bo_side", "walk", scale=0.78)
        step, way = walk.walked(0.0 if art.calm else self.t)
        x = here if art.calm else min(here, self.FROM + way)
        if friend != "bo":
            stage.put_frame(art.puppet(f"{friend}_front", "greet", scale=0.86).frame(still), self.FRIEND, 590)
        if x < here:
            stage.put_frame(step, x, 590)
        else:
            clip = "idle" if friend != "bo" else "greet"
            stage.put_frame(art.puppet("bo_front", clip, scale=0.78).frame(still), x, 590)


def introduction(session: RunningSession) -> tuple[str, ...]:
    """What is said on the way: a new exercise is announced, a friend greets once, the story comes now and then. Bo has
    told on the map who he is."""
    level, exercise, child = session.level, session.exercise, session.child
    times = plays(child, exercise.id)
    host = exercise.demonstration.host
    hosts = {e.id: e.demonstration.host for e in session.ctx.catalogue.exercises.values()}
    met = {"bo", *(hosts[name] for name in exercises_played(child) if name in hosts)}
    lines = ["new_exercise"] if level and level.is_new and not times else []
    if host not in session.greeted:
        session.greeted.add(host)
        when = "evening" if session.slot is Slot.EVENING else "morning"
        if host not in met:
            return (*lines, f"greet_{host}_first")
        if not lines and times and greets(child, host, hosts, session.on):
            return (f"greet_{host}_{when}",)
    has_story = session.ctx.narrator.knows(f"{exercise.id}_story")
    if has_story and tells_story(child, exercise.id, session.on):
        lines.append(f"{exercise.id}_story")
    if not lines:  # the name comes with the how-to
        lines.append(f"walk_on_{session.walks % 3 + 1}")
        session.walks += 1
    return tuple(lines)
