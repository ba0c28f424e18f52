"""All done by both: the jar is poured into the shared picture, a small thing for each star; then it really ends.

Nothing of it is counted for anybody, and nobody's own stars are seen beside the other's: those wake later, one child
after another, when the grown-up has said how it went.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.content import Slot
from game.core.events import SessionEnding
from game.core.reports.needs import NeedKind
from game.core.rules.waiting import waiting
from game.core.session.shared_picture import THINGS, done_together, shared_picture
from game.scenes import routes
from game.scenes.parent.progress import needs_cards
from game.scenes.parent.progress.needs_board import NeedsBoard
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.screen import Screen
from game.scenes.session.session import RunningSession
from game.scenes.together.company import Company
from game.scenes.together.jar import MOUTH, STAR, paint_jar
from game.scenes.together.picture import paint_picture, things
from game.ui import theme
from game.ui.art.portrait import Portraits
from game.ui.controls import Command
from game.ui.effects import FLIGHT_SECONDS, star_flight
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC, TEAL
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

TITLE, STRIP = Box(430, 34, 420, 92), Box(372, 640, 560, 56)
FIRST_STAR, STAR_APART = 2.0, 0.9  # seconds
HEADS, MIDDLE, RADIUS = (450, 830), 300, 104
DIM_AFTER = 60.0  # seconds: the session is over


class TogetherEnd(Screen):
    """Ends what has not ended; made once."""

    name = "together_end"
    session: RunningSession

    def __init__(self, company: Company) -> None:
        super().__init__(company.ctx)
        self.company = company
        self.session = company.lead
        company.end(SessionEnding.WHOLE)
        self.ctx.music.stop()
        self._day = self.ctx.today
        self._portraits = Portraits()
        self._look()

    def _look(self) -> None:
        ctx = self.ctx
        self.waits = sum(len(waiting(ctx.catalogue, s.child, ctx.today)) for s in self.company.sessions)
        boards = [(child, NeedsBoard(ctx, child).all) for child in self.company.children]
        # What is more urgent than a word comes first, whosever it is.
        self.urgent = next(((c, n) for c, n in boards if n and n[0].kind is not NeedKind.WORD), None)
        self.poured = len(self.company.stars)
        count = done_together(ctx.family)
        self.picture = shared_picture(count)
        self.poured = min(self.poured, self.picture.things)

    def update(self, dt: float) -> Next | None:
        """Left standing over night it makes way."""
        if not all(child in self.ctx.family.children for child in self.company.children):
            return routes.MadeWay(routes.Who())  # a grown-up has erased one of them meanwhile
        before = self.landed
        super().update(dt)
        if self.landed > before:
            self.ctx.sound.effect("star")
            self.changed()
        return routes.MadeWay(routes.Who()) if self.ctx.today != self._day else None

    @property
    def is_evening(self) -> bool:
        return self.session.slot is Slot.EVENING

    @property
    def is_quiet(self) -> bool:
        return self.ctx.settings.calm or self.is_evening

    @property
    def dim_after(self) -> float:
        return DIM_AFTER

    @property
    def hurts(self) -> bool:
        """Whether pain ended or changed anybody's session: then nobody cheers."""
        return any(s.rests is not None or s.ending is SessionEnding.HURT for s in self.company.sessions)

    @property
    def landed(self) -> int:
        """Stars that have become a thing in the picture."""
        if self.is_quiet:
            return self.poured
        return max(0, min(self.poured, int((self.age - FIRST_STAR - FLIGHT_SECONDS) / STAR_APART) + 1))

    # ---------------------------------------------------------------- words
    def lines(self) -> tuple[str, ...]:
        call = ("grown_up_call",) if self.waits or self.hurts else ()
        if any(s.ending is SessionEnding.HURT and s.asks_doctor for s in self.company.sessions):
            return ("ouch_programme_rests", *call)
        if self.hurts:
            return ("ouch_told", *call)
        endings = {s.ending for s in self.company.sessions}
        if SessionEnding.LATER in endings:
            return ("stop_later",)
        if SessionEnding.STOPPED in endings:
            return ("stop_kept", *call)
        grows = ("together_end",) if self.poured else ()
        full = ("together_full",) if self.poured and self.picture.things == THINGS else ()
        over = ("sleepy_end",) if self.is_evening else () if grows else ("end_morning",)
        return (*grows, *full, *over, *call)

    def title(self) -> str:
        endings = {s.ending for s in self.company.sessions}
        if self.hurts:
            return self.ctx.texts("end_ouch_title")
        if SessionEnding.LATER in endings:
            return self.ctx.texts("end_later_title")
        return self.ctx.texts("end_stop_title" if SessionEnding.STOPPED in endings else "together_end_title")

    def strip(self) -> str:
        """One line for the grown-up, "" when there is nothing to say."""
        if self.urgent and self.urgent[0] in self.ctx.children:  # a grown-up may have erased that one meanwhile
            child, needs = self.urgent
            return needs_cards.strip_line(self.ctx, self.ctx.child(child), needs)
        return self.ctx.texts("end_wait", n=self.waits) if self.waits else ""

    # ---------------------------------------------------------------- inputs
    def build(self) -> tuple[Widget, ...]:
        again = hud.again((76, 76))
        hurt = round_button(
            "hurt", 76, 204, 48, LILAC, "icons/ouch", 70, voice="label_ouch", command=Command.HURT,
            anchor=Anchor.TOP_LEFT,
        )  # fmt: skip
        upper = (again, hurt) if any(s.done for s in self.company.sessions) else (again,)
        bed = hud.big("bed", "label_bye", Command.BACK, TEAL, 88)
        if not self.strip():
            return (*upper, bed)
        return (
            *upper,
            Widget(
                "strip", STRIP, Hotspot(28), "label_grown_up", Command.GROWN_UPS, is_adult=True, anchor=Anchor.BOTTOM
            ),
            bed,
        )

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "hurt":
                other = self.company.other(self.session)
                about = self.company.about(self.session)
                return routes.ItHurts(self.session, about, self, self.company.about(other))
            case "big":
                self.ctx.narrator.stop()
                return routes.Who()
            case "strip":
                return self._grown_ups()
        return None

    def resumed(self) -> Next:
        """After a card over it: what was told there may have changed the words."""
        return routes.TogetherOver(self.company)

    def command(self, command: Command) -> Next | None:
        return self._grown_ups() if command is Command.GROWN_UPS else super().command(command)

    def _grown_ups(self) -> Next:
        """Behind the gate: the word on what waits of both, where nothing is more urgent; else the page that leads with
        it."""
        first, *others = self.company.children
        if self.urgent or not self.waits:
            return routes.Gate(routes.GrownUps(self.urgent[0] if self.urgent else first), back=self)
        return routes.ToConfirm(first, then=routes.Who(), back=self, others=tuple(others))

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        before = self.picture.things - self.poured + self.landed
        paint_picture(paper, self.ctx, replace(self.picture, things=before))
        title = paper.view.anchored(TITLE, Anchor.TOP)
        paper.panel(title, radius=46)
        paper.text(self.title(), 44, 640, title.y + 45, width=title.w - 50)
        for session, x in zip(self.company.sessions, HEADS):
            paper.disc(x, MIDDLE, RADIUS, theme.ANIMALS[session.child.animal], ring=theme.PANEL, lip_depth=12)
            paper.panel(Box(x - 96, MIDDLE + RADIUS + 24, 192, 60), radius=30)
            paper.text(session.child.nickname, 30, x, MIDDLE + RADIUS + 53, width=168)
        if text := self.strip():
            paint_strip(paper, paper.view.anchored(STRIP, Anchor.BOTTOM), text)
        left = self.poured - self.landed
        if left:  # an empty glass looks as if the stars were gone: they stand in the picture now
            paint_jar(paper, left, 0, self.is_evening)

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        clip = "sleepy" if self.is_evening or self.hurts else "greet" if self.age < FIRST_STAR else "idle"
        still = self.ctx.settings.calm
        for session, x in zip(self.company.sessions, HEADS):
            view = self._portraits.of(self.ctx.art, session.child.animal, clip, RADIUS)
            stage.put_frame(view.frame(0.0 if still else self.age), x, MIDDLE)

    def moving(self, stage: Stage) -> None:
        """The next star on its way from the jar to where it becomes a thing."""
        if self.is_quiet or self.landed >= self.poured:
            return
        u = (self.age - FIRST_STAR - self.landed * STAR_APART) / FLIGHT_SECONDS
        if not 0 < u < 1:
            return
        thing = things(self.picture)[self.picture.things - self.poured + self.landed]
        star = star_flight(MOUTH, (thing.x, thing.y - thing.size * 0.4), u)
        size = STAR + 26
        picture = self.ctx.pictures.part(
            "icons/star", round(size * star.wide), round(size * star.high), turn=round(star.turn / 20) * 20
        )
        stage.put_centre(picture, star.x, star.y)
