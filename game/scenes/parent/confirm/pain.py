"""A parent puts right which exercise of a session hurt, and how much. Nothing told is lost: both words stay."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from game.core.content import Side
from game.core.events import LevelPlayed, PainPlaced
from game.core.rules.pain_correction import corrected, exercises_of, highest_told, hurt_play, replaced_word
from game.core.rules.rewards import for_level
from game.scenes.parent.after_pain import after_pain_line, state_now
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.confirm.which_foot import foot_buttons
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, sore_foot, when
from game.scenes.screen.pager import pager
from game.ui.art.faces import SCORES, paint_numbered_face
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, SEMI_BOLD, TEAL, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

ROWS, ROW_H, PITCH = 6, 78, 86
FACES_X, FACE_STEP, FACE = 770, 78, (72, 56)
SIDES = Box(536, 0, 224, 56)  # of a row, across


class PainPage(GrownUpsPage):
    """The exercises of one session, each with its six faces, and with its feet where it hurt; `chosen` and `placed` are
    what was set here and not yet written. Written, it stays and says what follows."""

    name = "pain"
    place = "record"
    has_chooser = False

    def __init__(self, ctx: Context, child: str, session: str, then: Next) -> None:
        super().__init__(ctx, child)
        self.session_id, self.then = session, then
        self.chosen: dict[str, int] = {}
        self.placed: dict[str, Side] = {}
        self.sheet = 0
        self.message = ""  # what follows from what was just written

    def title(self) -> str:
        return self.ctx.texts("pain_title")

    def subtitle(self) -> str:
        """Of which day, and which part of it."""
        assert self.child
        play = next((a for a in self.child.attempts.values() if a.session == self.session_id), None)
        return when(self.ctx.texts, play, self.ctx.today) if play else ""

    # ---------------------------------------------------------------- what is shown
    @property
    def exercises(self) -> tuple[str, ...]:
        """Those with pain first, then in the order of the session."""
        assert self.child
        row = exercises_of(self.child, self.session_id)
        return tuple(sorted(row, key=lambda e: not self._is_hurt(e)))

    def _is_hurt(self, exercise: str) -> bool:
        assert self.child
        play = hurt_play(self.child, self.session_id, exercise)
        return play is not None and (play.is_hurt or highest_told(self.child, play.id) is not None)

    def shown(self) -> list[tuple[str, Box]]:
        """The exercises of this sheet with their rows."""
        rows = self.exercises[self.sheet * ROWS : (self.sheet + 1) * ROWS]
        return [(e, Box(252, 100 + i * PITCH, 1000, ROW_H)) for i, e in enumerate(rows)]

    def score(self, exercise: str) -> int | None:
        """What is set here, else what counts; None: pressed, and nobody has said how much."""
        if exercise in self.chosen:
            return self.chosen[exercise]
        assert self.child
        play = hurt_play(self.child, self.session_id, exercise)
        return 0 if play is None or not play.is_hurt else play.ouch

    def side(self, exercise: str) -> Side | None:
        """Which foot is set here, else which was told."""
        assert self.child
        play = hurt_play(self.child, self.session_id, exercise)
        return self.placed.get(exercise, play.sore if play else None)

    def lowered(self) -> list[int]:
        """The scores told that would count less than before."""
        assert self.child
        out = []
        for exercise, score in self.chosen.items():
            play = hurt_play(self.child, self.session_id, exercise)
            if play is not None and play.ouch is not None and score < play.ouch:
                out.append(play.ouch)
        return out

    # ---------------------------------------------------------------- looks
    def page(self) -> tuple[Widget, ...]:
        words, many = self.ctx.texts, -(-len(self.exercises) // ROWS)
        faces = [
            Widget(f"face-{n}-{exercise}", Box(FACES_X + i * FACE_STEP, box.y + 11, *FACE), Hotspot(18), is_adult=True)
            for exercise, box in self.shown()
            for i, n in enumerate(SCORES)
        ]
        sides = [
            foot
            for exercise, box in self.shown() if self.score(exercise) != 0
            for foot in foot_buttons(
                self.ctx, replace(SIDES, y=box.y + 11), self.side(exercise), 17, f"-{exercise}"
            )
        ]  # fmt: skip
        turn = (pager(words, "sheet", Box(780, 640, 156, 52), self.sheet, many),)
        return (
            *faces,
            *sides,
            *(turn if many > 1 else ()),
            button("write", Box(952, 640, 300, 52), words("pain_write"), "primary", glyph="edit", size=20,
                 is_enabled=bool(self.chosen or self.placed)),
            button("back", Box(1112, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_choose")

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        for exercise, box in self.shown():
            self._row(paper, exercise, box)
        told = self.lowered()
        rests = any(score >= self.ctx.catalogue.rules.ouch_rest for score in self.chosen.values())
        key = "pain_rests" if rests else "pain_which_foot" if self.placed else "pain_line"
        line = words("pain_keeps", told=words.locale.listed([*map(str, told)])) if told else self.message or words(key)
        paper.paragraph(line, 18, 252, 644, 520, WARN if told or rests or self.message else INK_2, height=48)

    def _row(self, paper: Paper, exercise: str, box: Box) -> None:
        assert self.child
        words, about = self.ctx.texts, self.ctx.catalogue.exercises.get(exercise)
        paper.card(box)
        paper.part(f"cast/{about.demonstration.host if about else 'bo'}", box.x + 46, box.centre[1], 56, shadow=0)
        name = exercise_name(words, self.ctx.catalogue, exercise)
        room = SIDES.x - box.x - 98 if self.score(exercise) != 0 else 410
        told_y = 54
        if self.ctx.pictures.text_width(name, 22, EXTRA_BOLD) <= room:
            paper.text(name, 22, box.x + 88, box.y + 27, align="l", width=room)
        else:  # its feet stand where a long name would go on
            paper.paragraph(name, 19, box.x + 88, box.y + 6, room, weight=EXTRA_BOLD, leading=1.1, height=44)
            told_y = 63
        play = hurt_play(self.child, self.session_id, exercise)
        told = highest_told(self.child, play.id) if play else None
        if play and told is not None:
            before, now = replaced_word(self.child, play.id), (play.ouch or 0) if play.is_hurt else 0
            is_first = before is None
            line = words("pain_told", score=told) if is_first else words("pain_told_anew", told=before, score=now)
            colour = WARN
            # A foot that was named is seen on its button.
            if play.sore is None and (foot := sore_foot(words, self.ctx.catalogue, play)):
                line = words.locale.in_row([line, foot])
        elif play and play.is_hurt:
            line, colour = words("pain_open"), WARN
        else:
            line, colour = words("pain_nothing"), INK_2
        paper.text(line, 18, box.x + 88, box.y + told_y, colour, SEMI_BOLD, "l", room)
        for i, n in enumerate(SCORES):
            at = Box(FACES_X + i * FACE_STEP, box.y + 11, *FACE)
            paper.panel(at, "#F6F1E7", "#E4DAC6", 18, lip_depth=3, blur=4, alpha=20)
            paint_numbered_face(paper, at, n)
            if n == self.score(exercise):  # a ring alone: a tick would lie on the face
                ring = (
                    f'<rect x="{at.x - 2}" y="{at.y - 2}" width="{at.w + 4}" height="{at.h + 7}" rx="20" fill="none" '
                    f'stroke="{TEAL.fill}" stroke-width="5"/>'
                )
                paper.shape(ring, at.grown(9), alpha=0)

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self.message = ""
        match what:
            case "back":
                return self.then
            case "sheet":
                self.sheet = (self.sheet + 1) % max(1, -(-len(self.exercises) // ROWS))
            case "face":
                score, _, exercise = value.partition("-")
                self.chosen[exercise] = int(score)
                if not int(score):
                    self.placed.pop(exercise, None)
            case "side":
                side, _, exercise = value.partition("-")
                self.placed[exercise] = Side(side)
            case "write" if self.child:
                self._write()
        self.changed()
        return None

    def _write(self) -> None:
        """The words put right; a play made for them has its star for telling. Then the feet, where they are new."""
        assert self.child and self.child_id
        before, told = state_now(self.ctx, self.child), (*self.chosen, *self.placed)
        ids = [str(uuid4()) for _ in self.chosen]
        facts = corrected(self.ctx.catalogue, self.child, self.session_id, self.chosen, ids, self.ctx.today)
        self.ctx.record(*facts, child=self.child_id)
        for fact in facts:
            if isinstance(fact, LevelPlayed):
                self.ctx.record(
                    *for_level(self.ctx.catalogue, self.child, fact.attempt, self.ctx.today), child=self.child_id
                )
        for exercise, side in self.placed.items():
            play = hurt_play(self.child, self.session_id, exercise)
            if play is not None and play.is_hurt and play.sore is not side:
                self.ctx.record(PainPlaced(play.id, side), child=self.child_id)
        words, scores = self.ctx.texts, self.chosen
        follows = after_pain_line(self.ctx, self.child, scores, before) if scores else words("pain_which_foot")
        self.message = words("pain_written", follows=follows)
        self.chosen, self.placed, self.focused = {}, {}, "back"
        self.sheet = self.exercises.index(told[0]) // ROWS
