"""It hurts: six faces, nothing suggested, a star already won for telling; then the next step by how much.

0 and 2 leave the choice to the child; from 4 on what hurts rests, and the session waits for a person. What hurts is
what the screen showed when it was pressed. For the youngest the faces are the grown-up's. None of these screens goes
on by itself; after an hour what is known is written down, and they still stay.
"""

from __future__ import annotations

from game.core.events import Outcome, SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.routes import Behind, Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.faces_screen import PainFaces
from game.scenes.screen.meadow import paint_meadow
from game.scenes.screen.safety_screen import SafetyScreen
from game.scenes.session.friend import paint_friend, paint_whose
from game.scenes.session.session import RunningSession, Subject
from game.scenes.session.what_follows import after_level, onward
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import CORAL, EARTH, INK_2, NIGHT, TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, round_button

CARD_NEXT = Box(150, 90, 980, 500)
FRIEND, WHOSE = (430, 226), (316, 226)
CORNER = (214, 152, 44)  # of the cards: whose it is


class OuchScreen(PainFaces):
    """`subject` is what hurts, `back` the screen that waits behind the card."""

    session: RunningSession

    def __init__(self, session: RunningSession, subject: Subject, back: Behind) -> None:
        super().__init__(session.ctx, session.child.age)
        self.session, self.subject, self.back = session, subject, back
        self._is_kept = False

    def unsaid(self) -> Next:
        return routes.SessionOver(self.session) if self._is_kept else self.back.resumed()

    def answered(self, score: int | None) -> Next:
        if score is None or score >= self.ctx.catalogue.rules.ouch_rest:
            return self._rest(score)
        self.session.tell_pain(self.subject, score)
        if self.session.ending is not None:
            return routes.SessionOver(self.session)
        return routes.OuchNext(self.session, self.subject, self.back, score)

    def pass_time(self) -> None:
        """An hour later nobody has said how much it hurts: that it does is written down, the rest is for later."""
        if self.quiet >= LATER_AFTER and not self._is_kept:
            self._is_kept = True
            self.session.put_to_rest(self.subject, None)
            self.session.keep_for_later()

    def _rest(self, score: int | None) -> Next:
        """What hurts is over for today; on a second painful day the whole programme rests."""
        self.session.put_to_rest(self.subject, score)
        if score is not None and self.session.is_stopped_by_pain:
            self.session.stop_for_pain()
            return routes.SessionOver(self.session)
        if self.session.ending is not None:
            return routes.SessionOver(self.session)
        said = ("ouch_heard", "grown_up_call") if score is None else ("ouch_big",)
        return routes.OuchRest(self.session, self.subject, said)

    def paint_still(self, paper: Paper) -> None:
        super().paint_still(paper)
        paint_friend(paper, self.ctx, self.subject, *FRIEND, 46)
        paint_whose(paper, self.session, *WHOSE, 46)


class OuchRestScreen(SafetyScreen):
    """After strong pain, or pain nobody can measure: Bo calls the grown-up, and nothing goes on until a person says so.

    *Finish for today* has the focus; the exercises that are left are the smaller choice.
    """

    name = "ouch_rest"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, session: RunningSession, subject: Subject, said: tuple[str, ...]) -> None:
        super().__init__(session.ctx)
        self.session, self.subject, self._said = session, subject, said
        self.ctx.music.stop()

    @property
    def is_left(self) -> bool:
        """Whether anything else is left of the session."""
        return self.session.level is not None

    def lines(self) -> tuple[str, ...]:
        return self._said

    def build(self) -> tuple[Widget, ...]:
        end = round_button("big", 700, 420, 78, TEAL, "icons/home", 100, voice="label_end_today", command=Command.BACK)
        adult = hud.big("adult", "label_grown_up", Command.GROWN_UPS, EARTH, 70, name="grown_ups", r=56)
        on = round_button("go on", 930, 420, 56, CORAL, "icons/play", 70, voice="label_next_friend")
        return (hud.again_right(), hud.hurt(), end, *((on,) if self.is_left else ()), adult)

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "grown_ups":
                # The page that leads with what rests; *back to play* comes back here.
                behind = routes.GrownUps(self.session.child_id, held=self)
                return routes.Gate(behind, routes.ResumeCard(self))
            case "hurt":
                return routes.Ouch(self.session, self.subject, self)
            case "go on":
                return onward(self.session)
            case "big":
                if self.is_left:
                    self.session.end(SessionEnding.STOPPED)
                return routes.SessionOver(self.session)
        return None

    @property
    def _is_there(self) -> bool:
        """Whether who plays still does: behind the gate one may have been put away or erased."""
        company = self.session.company
        return all(child in self.ctx.children for child in (company.children if company else (self.session.child_id,)))

    def resumed(self) -> Next:
        """It waits on; what was told behind the gate may have made the whole programme rest."""
        if not self._is_there:
            return routes.Who()
        if self.is_left and self.session.is_stopped_by_pain:
            self.session.stop_for_pain()
            return routes.SessionOver(self.session)
        return routes.OuchRest(self.session, self.subject, self._said)

    @property
    def _waits(self) -> bool:
        """Whether anybody has something left, where two play perhaps the other one."""
        company = self.session.company
        return bool(company.active) if company else self.is_left

    def left_behind(self) -> None:
        if self._waits and self._is_there:
            self.session.keep_for_later()

    def pass_time(self) -> None:
        """After an hour the rest of the session waits for later, should nobody come."""
        if self.quiet >= LATER_AFTER and self._waits:
            self.session.keep_for_later()
            self.changed()

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        paint_meadow(self.ctx, paper)
        paper.panel(CARD_NEXT, radius=48, blur=20)
        paint_whose(paper, self.session, *CORNER)
        text = self.ctx.texts
        paper.text(text("ouch_call"), 40, 810, 142, width=600)
        paper.paragraph(text("end_rests"), 24, 810, 172, 600, INK_2, leading=1.25, align="c", height=50)
        paint_friend(paper, self.ctx, self.subject, 560, 262, 40)
        paper.text(text.exercise(self.subject.exercise), 28, 630, 262, align="l", width=466)
        for x, key in ((700, "ouch_end"), (930, "ouch_rest_of_it")) if self.is_left else ((700, "ouch_end"),):
            paper.paragraph(text(key), 27, x, 526, 220, weight="ExtraBold", leading=1.15, align="c", height=64)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "belly", 350, 560, 0.8, self.age)


class OuchNextScreen(SafetyScreen):
    """After a small ouch, or none: gently again, the next friend, or stop. What is over already cannot go on gently."""

    name = "ouch_next"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, session: RunningSession, subject: Subject, back: Behind, score: int) -> None:
        super().__init__(session.ctx)
        self.session, self.subject, self.back, self.score = session, subject, back, score

    @property
    def is_over(self) -> bool:
        """Whether what hurts was over when it was told."""
        return not self.session.is_present(self.subject)

    def lines(self) -> tuple[str, ...]:
        if self.score == 0:
            return ("ouch_none",)
        return ("ouch_small",) if self.is_over else ("ouch_small", "ouch_go_on")

    def build(self) -> tuple[Widget, ...]:
        gently = round_button("gently", 600, 330, 70, TEAL, "icons/again", 92, voice="ouch_gently")
        return (
            *(() if self.is_over else (gently,)),
            round_button("next", 780, 330, 70, CORAL, "icons/play", 92, voice="label_next"),
            round_button("stop", 960, 330, 70, NIGHT, "icons/home", 92, voice="label_stop", command=Command.BACK),
            hud.again_right(),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "next"

    def pass_time(self) -> None:
        """After an hour the rest of the session waits for later, should nobody come."""
        if self.quiet >= LATER_AFTER:
            self.session.keep_for_later()

    def press(self, name: str) -> Next | None:
        if name == "again":
            self.ctx.say(*self.lines())
            return None
        if self.session.ending is not None:
            return routes.SessionOver(self.session)
        match name:
            case "gently":
                self.ctx.say("ouch_gently")
                return self.back.resumed()
            case "next":
                return self._next()
            case "stop":
                self._end_level()
                self.session.end(SessionEnding.STOPPED)
                return routes.SessionOver(self.session)
        return None

    def _next(self) -> Next:
        if self.is_over:
            return self.back.resumed()
        self._end_level()
        return after_level(self.session)

    def _end_level(self) -> None:
        if not self.is_over:
            self.session.end_level(Outcome.HURT if self.score else Outcome.STOPPED)

    def paint_still(self, paper: Paper) -> None:
        paint_meadow(self.ctx, paper)
        paper.panel(CARD_NEXT, radius=48, blur=20)
        paint_whose(paper, self.session, *CORNER)
        text = self.ctx.texts("ouch_thanks")
        box = paper.text(text, 44, 780, 160, width=380)
        paper.part("icons/star", box.right + 46, 156, 66, shadow=30)
        labels = ((600, "ouch_again"), (780, "ouch_next_friend"), (960, "ouch_stop"))
        for x, key in labels[1:] if self.is_over else labels:
            text = self.ctx.texts(key)
            paper.paragraph(text, 27, x, 434, 168, weight="ExtraBold", leading=1.15, align="c", height=80)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "hug", 350, 560, 0.8, self.age)
