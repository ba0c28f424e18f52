"""It hurts: six faces, nothing suggested, a star already won for telling; then the next step by how much.

0 and 2 leave the choice to the child; from 4 on what hurts rests, and the session waits for a person. What hurts is
what the screen showed when it was pressed. For the youngest the faces are the grown-up's. None of these screens goes
on by itself; after an hour what is known is written down, and they still stay.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Protocol

from game.core.content import AgeBand
from game.core.events import Outcome, SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import flow
from game.scenes.screen import hud, mascot
from game.scenes.screen.context import Context
from game.scenes.screen.scene import SafetyScreen, Scene
from game.scenes.session.session import Session, Subject
from game.ui.controls import Command
from game.ui.faces import SCORES, face
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import ANIMALS, CORAL, EARTH, INK_2, LILAC, NIGHT, PLUM, TEAL
from game.ui.view import Box
from game.ui.widgets import Bare, Widget, disc

FACE_X, FACE_STEP, FACE_Y, FACE_R = 366, 154, 362, 66
CARD, CARD_NEXT = Box(40, 150, 1200, 420), Box(150, 90, 980, 500)
FRIEND = (430, 226)


class Behind(Protocol):
    """The screen that waits behind a card; `resumed` is what follows when it goes on."""

    def resumed(self) -> Scene: ...


class Faces(SafetyScreen, ABC):
    """The six faces. A subclass gives `answered` and `unsaid`: Esc means nothing hurts after all."""

    name = "ouch"
    arrival = Arrival.FADE

    def __init__(self, ctx: Context, age: AgeBand) -> None:
        super().__init__(ctx)
        self.is_for_grown_up = age is AgeBand.THREE_FOUR

    @abstractmethod
    def answered(self, score: int | None) -> Scene:
        """A face was pressed, or nobody knows how much (None)."""

    @abstractmethod
    def unsaid(self) -> Scene:
        """Pressed by mistake."""

    def lines(self) -> tuple[str, ...]:
        if self.is_for_grown_up:
            return ("ouch_heard", "grown_up_call")
        return ("ouch_heard", "ouch_faces", "ouch_choose")

    def build(self) -> tuple[Widget, ...]:
        faces = tuple(
            Widget(
                f"face-{score}", Box.around(FACE_X + i * FACE_STEP, FACE_Y, FACE_R), Bare(), f"face_{score}",
                keys=str(i + 1),
            )
            for i, score in enumerate(SCORES)
        )  # fmt: skip
        unknown = disc("unknown", 640, 642, 52, PLUM, "icons/adult", 66, voice="label_face_unknown")
        back = disc("back", *hud.STOP, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        return (*faces, unknown, back, hud.again())

    def first_focus(self, names: list[str]) -> str | None:
        """No face is suggested; the first arrow goes to the first one."""
        return None

    def press(self, name: str) -> Scene | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "back":
                self.ctx.narrator.stop()
                return self.unsaid()
            case "unknown":
                return self.answered(None)
            case face if face.startswith("face-"):
                return self.answered(int(face.removeprefix("face-")))
        return None

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        place(self.ctx, paper)
        paper.panel(CARD, radius=48, blur=20)
        paper.disc(640, 96, 62, LILAC, "icons/ouch", 92, ring="#FFF9EC")
        paper.text(self.ctx.texts("ouch_title"), 44, 740, 222, width=620)
        if self.is_for_grown_up:
            paper.disc(560, 222, 30, PLUM, "icons/adult", 40, lip_depth=4, alpha=40)
        for i in range(len(SCORES)):
            x = FACE_X + i * FACE_STEP
            paper.shape(face(x, FACE_Y, FACE_R, i), Box(x - 70, FACE_Y - 70, 140, 146), 7, 60, 4)
            paper.shape(_dots(x, i), Box(x - 60, 460, 120, 30), alpha=0)
        paper.part("icons/star", 1130, 212, 58, shadow=40)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "hug", 178, 546, 0.62, self.age)


class Ouch(Faces):
    """`subject` is what hurts, `back` the screen that waits behind the card."""

    def __init__(self, session: Session, subject: Subject, back: Behind) -> None:
        super().__init__(session.ctx, session.child.age)
        self.session, self.subject, self.back = session, subject, back
        self._is_kept = False

    def unsaid(self) -> Scene:
        return flow.session_end(self.session) if self._is_kept else self.back.resumed()

    def answered(self, score: int | None) -> Scene:
        if score is None or score >= self.ctx.catalogue.rules.ouch_rest:
            return self._rest(score)
        self.session.tell_pain(self.subject, score)
        if self.session.ending is not None:
            return flow.session_end(self.session)
        return OuchNext(self.session, self.subject, self.back, score)

    def pass_time(self) -> None:
        """An hour later nobody has said how much it hurts: that it does is written down, the rest is for later."""
        if self.quiet >= LATER_AFTER and not self._is_kept:
            self._is_kept = True
            self.session.put_to_rest(self.subject, None)
            self.session.end(SessionEnding.LATER)

    def _rest(self, score: int | None) -> Scene:
        """What hurts is over for today; on a second painful day the whole programme rests."""
        self.session.put_to_rest(self.subject, score)
        if score is not None and self.session.is_stopped_by_pain:
            self.session.stop_for_pain()
            return flow.session_end(self.session)
        if self.session.ending is not None:
            return flow.session_end(self.session)
        said = ("ouch_heard", "grown_up_call") if score is None else ("ouch_big",)
        return OuchRest(self.session, self.subject, said)

    def paint_still(self, paper: Paper) -> None:
        super().paint_still(paper)
        paint_friend(paper, self.ctx, self.subject, *FRIEND, 46)


class OuchRest(SafetyScreen):
    """After strong pain, or pain nobody can measure: Bo calls the grown-up, and nothing goes on until a person says so.

    *End for today* has the focus; the exercises that are left are the smaller choice.
    """

    name = "ouch_rest"
    arrival = Arrival.FADE

    def __init__(self, session: Session, subject: Subject, said: tuple[str, ...]) -> None:
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
        end = disc("big", 700, 420, 78, TEAL, "icons/home", 100, voice="label_end_today", command=Command.BACK)
        adult = disc(
            "grown_ups", *hud.BIG, 56, EARTH, "icons/adult", 70, voice="label_grown_up", command=Command.GROWN_UPS
        )
        on = disc("go on", 930, 420, 56, CORAL, "icons/play", 70, voice="label_next_friend")
        return (hud.again((1204, 76)), hud.hurt(), end, *((on,) if self.is_left else ()), adult)

    def press(self, name: str) -> Scene | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "grown_ups":
                return flow.gate(self.ctx, self._behind_the_gate, self.resumed)
            case "hurt":
                return Ouch(self.session, self.subject, self)
            case "go on":
                from game.scenes.session.between import onward

                return onward(self.session)
            case "big":
                if self.is_left:
                    self.session.end(SessionEnding.STOPPED)
                return flow.session_end(self.session)
        return None

    def _behind_the_gate(self) -> Scene:
        """The page that leads with what rests; *back to play* comes back here."""
        self.ctx.held = self
        return flow.grown_ups(self.ctx, self.session.child_id)

    @property
    def _is_there(self) -> bool:
        """Whether the child still plays: behind the gate it may have been put away or erased."""
        return self.session.child_id in self.ctx.children

    def resumed(self) -> Scene:
        """It waits on; what was told behind the gate may have made the whole programme rest."""
        if not self._is_there:
            return flow.who(self.ctx)
        if self.is_left and self.session.is_stopped_by_pain:
            self.session.stop_for_pain()
            return flow.session_end(self.session)
        return OuchRest(self.session, self.subject, self._said)

    def left_behind(self) -> None:
        if self.is_left and self._is_there:
            self.session.end(SessionEnding.LATER)

    def pass_time(self) -> None:
        """After an hour the rest of the session waits for later, should nobody come."""
        if self.quiet >= LATER_AFTER and self.is_left:
            self.session.end(SessionEnding.LATER)
            self.changed()

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        place(self.ctx, paper)
        paper.panel(CARD_NEXT, radius=48, blur=20)
        text = self.ctx.texts
        paper.text(text("ouch_call"), 40, 810, 142, width=600)
        paper.paragraph(text("end_rests"), 24, 810, 172, 600, INK_2, leading=1.25, align="c", height=40)
        paint_friend(paper, self.ctx, self.subject, 560, 262, 40)
        paper.text(text.exercise(self.subject.exercise), 28, 630, 262, align="l", width=466)
        for x, key in ((700, "ouch_end"), (930, "ouch_rest_of_it")) if self.is_left else ((700, "ouch_end"),):
            paper.paragraph(text(key), 27, x, 526, 220, weight="ExtraBold", leading=1.15, align="c", height=64)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "belly", 350, 560, 0.8, self.age)


class OuchNext(SafetyScreen):
    """After a small ouch, or none: gently again, the next friend, or stop. What is over already cannot go on gently."""

    name = "ouch_next"
    arrival = Arrival.FADE

    def __init__(self, session: Session, subject: Subject, back: Behind, score: int) -> None:
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
        gently = disc("gently", 600, 330, 70, TEAL, "icons/again", 92, voice="ouch_gently")
        return (
            *(() if self.is_over else (gently,)),
            disc("next", 780, 330, 70, CORAL, "icons/play", 92, voice="label_next"),
            disc("stop", 960, 330, 70, NIGHT, "icons/home", 92, voice="label_stop", command=Command.BACK),
            hud.again((1204, 76)),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "next"

    def pass_time(self) -> None:
        """After an hour the rest of the session waits for later, should nobody come."""
        if self.quiet >= LATER_AFTER:
            self.session.end(SessionEnding.LATER)

    def press(self, name: str) -> Scene | None:
        if name == "again":
            self.ctx.say(*self.lines())
            return None
        if self.session.ending is not None:
            return flow.session_end(self.session)
        match name:
            case "gently":
                self.ctx.say("ouch_gently")
                return self.back.resumed()
            case "next":
                return self._next()
            case "stop":
                self._end_level()
                self.session.end(SessionEnding.STOPPED)
                return flow.session_end(self.session)
        return None

    def _next(self) -> Scene:
        if self.is_over:
            return self.back.resumed()
        from game.scenes.session.between import after_level

        self._end_level()
        return after_level(self.session)

    def _end_level(self) -> None:
        if not self.is_over:
            self.session.end_level(Outcome.HURT if self.score else Outcome.STOPPED)

    def paint_still(self, paper: Paper) -> None:
        place(self.ctx, paper)
        paper.panel(CARD_NEXT, radius=48, blur=20)
        text = self.ctx.texts("ouch_thanks")
        box = paper.text(text, 44, 780, 160, width=380)
        paper.part("icons/star", box.right + 46, 156, 66, shadow=30)
        labels = ((600, "ouch_again"), (780, "ouch_next_friend"), (960, "ouch_stop"))
        for x, key in labels[1:] if self.is_over else labels:
            text = self.ctx.texts(key)
            paper.paragraph(text, 27, x, 420, 168, weight="ExtraBold", leading=1.15, align="c", height=80)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "hug", 350, 560, 0.8, self.age)


# -------------------------------------------------------------------- shared with the stop card
def place(ctx: Context, paper: Paper) -> None:
    """The meadow, veiled, behind a card."""
    paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.surface.get_size()))
    paper.veil(0.22)


def paint_friend(paper: Paper, ctx: Context, subject: Subject, x: float, y: float, r: float) -> None:
    """The friend whose exercise is spoken of."""
    host = ctx.catalogue.exercises[subject.exercise].demonstration.host
    paper.disc(x, y, r, ANIMALS.get(host, LILAC), f"cast/{host}", r * 1.5, ring="#FFF9EC")


def _dots(x: float, k: int) -> str:
    """As many dots as it hurts; a ring for none."""
    if k == 0:
        return f'<circle cx="{x}" cy="474" r="6" fill="none" stroke="#C9B6D3" stroke-width="3"/>'
    return "".join(f'<circle cx="{x - (k - 1) * 11 + i * 22}" cy="474" r="7" fill="#9A78AC"/>' for i in range(k))
