"""The session is over, really over: the camp, what was won, what sleeps until a grown-up has looked.

No lure, no "one more"; the screen goes dim after a minute. The strip at the bottom is for the grown-up.
"""

from __future__ import annotations

from game.core.content import Slot
from game.core.events import QuestKind, SessionEnding
from game.core.reports.needs import NeedKind
from game.core.rules.waiting import waiting
from game.scenes import routes
from game.scenes.home.map_state import told
from game.scenes.parent.progress import needs_cards
from game.scenes.parent.progress.needs_board import NeedsBoard
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.screen import Screen
from game.scenes.session.session import RunningSession
from game.ui.art import camp
from game.ui.art.found_things import found, paint_chime
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC, TEAL
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, round_button

TITLE = Box(150, 34, 330, 84)
STRIP = Box(372, 640, 560, 56)
DIM_AFTER = 60.0  # seconds: the session is over


class SessionEnd(Screen):
    """Ends the session if nothing has; made once, after the last level or from a card."""

    name = "session_end"
    session: RunningSession

    def __init__(self, session: RunningSession) -> None:
        super().__init__(session.ctx)
        self.session = session
        session.end(SessionEnding.WHOLE)
        self.waits = len(waiting(session.ctx.catalogue, session.child, self.ctx.today))
        self.needs = NeedsBoard(self.ctx, session.child_id).all  # what waits for the grown-up, most urgent first
        chapters = told(self.ctx, session.child_id)
        self.week, self.things = len(chapters), found(chapters)
        self.ctx.music.stop()
        self._day = self.ctx.today

    def update(self, dt: float) -> Next | None:
        """Left standing over night it makes way: what waited for a word may wait no longer."""
        return routes.MadeWay(routes.Who()) if self.ctx.today != self._day else super().update(dt)

    @property
    def is_evening(self) -> bool:
        return self.session.slot is Slot.EVENING

    @property
    def dim_after(self) -> float:
        return DIM_AFTER

    # ---------------------------------------------------------------- words
    def lines(self) -> tuple[str, ...]:
        call = ("grown_up_call",) if self.waits else ()
        match self.session.ending:
            case SessionEnding.HURT if self.session.asks_doctor:
                return ("ouch_programme_rests", *call)
            case ending if self.session.rests or ending is SessionEnding.HURT:
                return ("ouch_told", *call)
            case SessionEnding.LATER:
                return ("stop_later",)
            case SessionEnding.STOPPED:
                return ("stop_kept", *call)
        match self.session.kind:
            case QuestKind.TWO_MINUTES:
                return ("end_two_minutes", *call)
            case QuestKind.ONE:
                return ("end_one_exercise", *call)
            case _ if self.is_evening:
                return ("sleepy_end", *call)
            case _:
                return ("end_call",) if self.waits else ("end_morning",)

    def title(self) -> str:
        match self.session.ending:
            case SessionEnding.HURT:
                key = "end_ouch_title"
            case _ if self.session.rests:
                key = "end_ouch_title"
            case SessionEnding.LATER:
                key = "end_later_title"
            case SessionEnding.STOPPED:
                key = "end_stop_title"
            case _:
                short = self.session.kind in (QuestKind.TWO_MINUTES, QuestKind.ONE)
                key = "end_two_minutes_title" if short else "end_title"
        return self.ctx.texts(key)

    def strip(self) -> str:
        """One line for the grown-up, "" when there is nothing to say."""
        texts, ending = self.ctx.texts, self.session.ending
        if ending is SessionEnding.HURT and self.session.asks_doctor:
            return texts("end_paused")
        if self.session.rests:
            return texts("end_rests")
        if self.needs and self.needs[0].kind is not NeedKind.WORD:
            return needs_cards.strip_line(self.ctx, self.session.child, self.needs)
        if ending is SessionEnding.LATER:
            part = {"part": self.session.at, "all": len(self.session.levels)}
            return texts("end_part_waits", n=self.waits, **part) if self.waits else texts("end_part", **part)
        if ending is SessionEnding.STOPPED and self.session.done:
            if self.waits:
                return texts("end_stopped_waits", n=self.waits)
            return texts("end_stopped_after", n=len(self.session.done))
        return texts("end_wait", n=self.waits) if self.waits else ""

    # ---------------------------------------------------------------- inputs
    def build(self) -> tuple[Widget, ...]:
        again = hud.again((76, 76))
        hurt = round_button(
            "hurt", 76, 204, 48, LILAC, "icons/ouch", 70, voice="label_ouch", command=Command.HURT,
            anchor=Anchor.TOP_LEFT,
        )  # fmt: skip
        upper = (again, hurt) if self.session.done else (again,)
        book = round_button(
            "book", *hud.HURT, 56, LILAC, "icons/book", 74, voice="label_stickers", anchor=Anchor.BOTTOM_LEFT
        )
        bed = hud.big("bed", "label_bye", Command.BACK, TEAL, 88)
        if self.ctx.turns:  # the next one's turn
            bed = hud.big("in_turn", "label_in_turn", Command.BACK, TEAL, 92)
        if not self.strip():
            return (*upper, book, bed)
        strip = Widget(
            "strip", STRIP, Hotspot(28), "label_grown_up", Command.GROWN_UPS, is_adult=True, anchor=Anchor.BOTTOM
        )
        return (*upper, book, strip, bed)

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "hurt":
                return routes.ItHurts(self.session, tuple(self.session.done[::-1]), self)
            case "book":
                return routes.Stickers(self.session.child_id, self)
            case "big":
                self.ctx.narrator.stop()
                return routes.HandOver() if self.ctx.turns else routes.Who()
            case "strip":
                return self._grown_ups()
        return None

    def resumed(self) -> Next:
        """After a card over it: what was told there may have changed the words."""
        return routes.SessionOver(self.session)

    def command(self, command: Command) -> Next | None:
        return self._grown_ups() if command is Command.GROWN_UPS else super().command(command)

    def _grown_ups(self) -> Next:
        """Behind the gate: the word on what waits, where nothing is more urgent; else the page that leads with it."""
        child = self.session.child_id
        if self.waits and self.needs and self.needs[0].kind is NeedKind.WORD:
            return routes.ToConfirm(child, then=routes.Who(), back=self)
        return routes.Gate(then=routes.GrownUps(child), back=self)

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        paper.backdrop(self.ctx.art.camp(self.week, self._day, self.is_evening).still(paper.view.size))
        paint_chime(paper, self.things, camp.chime_look(self.is_evening))
        camp.paint_string(paper, len(self.session.levels), self.session.stars, self.is_evening)
        camp.paint_nest(paper, self.waits, self.is_evening)
        title = paper.view.anchored(TITLE, Anchor.TOP_LEFT)
        paper.panel(title, radius=42)
        paper.text(self.title(), 40, title.centre[0], title.centre[1] + 2, width=title.w - 44)
        if text := self.strip():
            paint_strip(paper, paper.view.anchored(STRIP, Anchor.BOTTOM), text)

    def moving(self, stage: Stage) -> None:
        """The flames sway until it grows dim."""
        step = camp.flame_at(self.age, self.ctx.art.calm or self.age >= DIM_AFTER)
        self.sprite(
            stage, ("flames", step, self.is_evening), camp.FIRE_BOX,
            lambda paper: camp.paint_flames(paper, step, self.is_evening),
        )  # fmt: skip
