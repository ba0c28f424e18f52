"""The session is over, really over: Bo before the tent, what was won, what sleeps until a grown-up has looked.

No lure, no "one more"; the screen goes dim after a minute. The strip at the bottom is for the grown-up.
"""

from __future__ import annotations

from game.core.content import Slot
from game.core.events import QuestKind, SessionEnding
from game.core.reports.needs import NeedKind
from game.core.rules.today import waiting
from game.scenes import routes
from game.scenes.parent.progress import needs_cards
from game.scenes.parent.progress.needs_board import NeedsBoard
from game.scenes.routes import Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.screen import Screen
from game.scenes.session.session import RunningSession
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC, TEAL
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, round_button

TITLE, WON, ASLEEP = Box(430, 34, 420, 92), Box(900, 306, 320, 96), Box(900, 422, 320, 96)
STRIP = Box(372, 640, 560, 56)
MOST_STARS = 4
DIM_AFTER = 60.0  # seconds: the session is over
WIDE = 400  # design units the picture goes on beyond the design's edges


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
            case SessionEnding.HURT:
                return ("ouch_programme_rests", *call)
            case _ if self.session.rests:
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
        if ending is SessionEnding.HURT:
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
        hurt = round_button("hurt", 76, 204, 48, LILAC, "icons/ouch", 70, voice="label_ouch", command=Command.HURT)
        upper = (again, hurt) if self.session.done else (again,)
        book = round_button("book", *hud.HURT, 56, LILAC, "icons/book", 74, voice="label_stickers")
        bed = round_button("big", *hud.BIG, 66, TEAL, "icons/bed", 88, voice="label_bye", command=Command.BACK)
        if self.ctx.turns:  # the next one's turn
            bed = round_button(
                "big", *hud.BIG, 66, TEAL, "icons/in_turn", 92, voice="label_in_turn", command=Command.BACK
            )
        if not self.strip():
            return (*upper, book, bed)
        strip = Widget("strip", STRIP, Hotspot(28), "label_grown_up", Command.GROWN_UPS, is_adult=True)
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
        _paint_camp(paper, self.is_evening)
        paper.panel(TITLE, radius=46)
        paper.text(self.title(), 44, 640, 79, width=TITLE.w - 50)
        self._paint_stars(paper, WON, "icons/star", self.session.stars)
        if self.session.stars:
            paper.disc(1180, 352, 22, TEAL, "icons/check", 30, lip_depth=3, alpha=0)
        if self.waits:
            self._paint_stars(paper, ASLEEP, "icons/star_empty", self.waits)
            paper.part("icons/bell", 1176, 466, 58, turn=-10, shadow=0)
        if text := self.strip():
            paint_strip(paper, STRIP, text)

    def _paint_stars(self, paper: Paper, box: Box, icon: str, count: int) -> None:
        if not count:
            return
        paper.panel(box, radius=48)
        if count > MOST_STARS:
            paper.part(icon, box.x + 62, box.y + 46, 60, shadow=0)
            paper.text(str(count), 46, box.x + 112, box.y + 46, align="l", width=box.w - 136)
            return
        for i in range(count):
            paper.part(icon, box.x + 50 + i * 56, box.y + 46, 52, shadow=0)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "sleepy", 640, 604, 0.8, self.age)


def _paint_camp(paper: Paper, night: bool) -> None:
    """A tent on a hill, at sunset or under the moon; wider than the design, for every window."""
    seen = paper.view.visible()
    sky = ("#4A5596", "#8E8BC4", "#F0BFAE") if night else ("#F6C79B", "#FBE0BC", "#FFF1D6")
    far, mid, near = ("#7E86B8", "#6F8FA8", "#55788F") if night else ("#C9CFA6", "#98CB97", "#7FB97E")
    tent, flap, dark = ("#C25A48", "#9C4638", "#FFD98A") if night else ("#E8694E", "#C5543C", "#5B3A33")
    left, right, low = -WIDE, 1280 + WIDE, 720 + WIDE
    stops = "".join(f'<stop offset="{at}" stop-color="{c}"/>' for at, c in zip((0, 0.6, 1), sky))
    land = (
        f'<defs><linearGradient id="dusk" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="430">{stops}'
        f'</linearGradient></defs><rect x="{left}" y="{-WIDE}" width="{right - left}" height="{low + WIDE}" '
        'fill="url(#dusk)"/>'
    )
    paper.shape(land, seen, alpha=0)
    paper.part("ui/moon" if night else "ui/sun", 1060, 190, 140 if night else 150, shadow=0)
    paper.shape(
        f'<path d="M{left} 330C-200 300 -80 410 0 372C150 268 330 292 470 350C640 250 860 262 1010 352C1100 300 1200 '
        f'296 1280 330C1400 380 1520 300 {right} 330V{low}H{left}Z" fill="{far}"/>'
        f'<path d="M{left} 440C-200 430 -100 480 0 470C220 430 520 456 760 446C980 436 1140 440 1280 462C1400 480 1500 '
        f'440 {right} 450V{low}H{left}Z" fill="{mid}"/>',
        seen, 8, 45, 2,
    )  # fmt: skip
    paper.shape(
        f'<path d="M200 470L380 210L560 470Z" fill="{tent}"/><path d="M380 210L330 470H430Z" fill="{flap}"/>'
        f'<path d="M380 236L352 470H408Z" fill="{dark}"/>',
        Box(190, 200, 380, 280), 8, 60,
    )  # fmt: skip
    paper.shape(
        f'<path d="M{left} 590C-200 600 -100 610 0 600C240 570 460 596 640 590C860 584 1060 570 1280 600C1400 620 1500 '
        f'590 {right} 600V{low}H{left}Z" fill="{near}"/>',
        seen, 8, 60,
    )  # fmt: skip
    paper.grain()
