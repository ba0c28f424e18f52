"""The six faces, nothing suggested, for every "it hurts": in a session and when feet are looked at."""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.core.content import AgeBand
from game.scenes.routes import Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.context import Context
from game.scenes.screen.meadow import paint_meadow
from game.scenes.screen.safety_screen import SafetyScreen
from game.ui.art.faces import SCORES, face
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC, PLUM
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, round_button

FACE_X, FACE_STEP, FACE_Y, FACE_R = 366, 154, 362, 66
CARD = Box(40, 150, 1200, 420)


class PainFaces(SafetyScreen, ABC):
    """The six faces. A subclass gives `answered` and `unsaid`: Esc means nothing hurts after all."""

    name = "ouch"
    arrival = Arrival.FADE

    def __init__(self, ctx: Context, age: AgeBand) -> None:
        super().__init__(ctx)
        self.is_for_grown_up = age is AgeBand.THREE_FOUR

    @abstractmethod
    def answered(self, score: int | None) -> Next:
        """A face was pressed, or nobody knows how much (None)."""

    @abstractmethod
    def unsaid(self) -> Next:
        """Pressed by mistake."""

    def lines(self) -> tuple[str, ...]:
        if self.is_for_grown_up:
            return ("ouch_heard", "grown_up_call")
        return ("ouch_heard", "ouch_faces", "ouch_choose")

    def build(self) -> tuple[Widget, ...]:
        faces = tuple(
            Widget(
                f"face-{score}", Box.around(FACE_X + i * FACE_STEP, FACE_Y, FACE_R), Hotspot(), f"face_{score}",
                keys=str(i + 1),
            )
            for i, score in enumerate(SCORES)
        )  # fmt: skip
        unknown = round_button("unknown", 640, 642, 52, PLUM, "icons/adult", 66, voice="label_face_unknown")
        back = hud.back()
        return (*faces, unknown, back, hud.again())

    def first_focus(self, names: list[str]) -> str | None:
        """No face is suggested; the first arrow goes to the first one."""
        return None

    def press(self, name: str) -> Next | None:
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
        paint_meadow(self.ctx, paper)
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


def _dots(x: float, k: int) -> str:
    """As many dots as it hurts; a ring for none."""
    if k == 0:
        return f'<circle cx="{x}" cy="474" r="6" fill="none" stroke="#C9B6D3" stroke-width="3"/>'
    return "".join(f'<circle cx="{x - (k - 1) * 11 + i * 22}" cy="474" r="7" fill="#9A78AC"/>' for i in range(k))
