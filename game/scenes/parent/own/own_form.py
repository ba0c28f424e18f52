"""The form for who writes no YAML: an exercise the therapist showed, in words, numbers and borrowed pictures.

A control is one focus stop, as on the page of orders: left and right change it, digits are typed into a number, Enter
goes on, and a press means the part it meets. What is refused stays as it was typed, and nothing is written until it is
put right. What was filled in and what of it is refused: `game.scenes.parent.own.form_state`.
"""

from __future__ import annotations

from game.core.content import Unit
from game.core.own_draft import OwnPart, OwnRefusal, PictureSet
from game.scenes import routes
from game.scenes.parent.own import form_cards
from game.scenes.parent.own.form_cards import CHOICES, LAST, LINES, NUMBERS, ROWS, SETS, SHOWN, WHAT, WINDOW, WORDS
from game.scenes.parent.own.form_state import LONGEST, MOST_DIGITS, OwnFormState
from game.scenes.parent.own.own_rows import first_week, week_of_tomorrow
from game.scenes.parent.own.picture_taker import PictureTaker
from game.scenes.parent.progress.exercise_cards import DemonstrationWindow, paint_window
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name
from game.scenes.screen.field_screen import FieldScreen
from game.ui.controls import Command, Composing, Erase, FocusStep, Input, Key, Press
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.text_field import TextField
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

BACK = Box(1112, 30, 140, 52)
PICTURES, FRIEND = Box(518, 572, 204, 48), Box(518, 630, 204, 48)
PREVIEW, WRITE = Box(LAST.x + 20, 624, 180, 58), Box(LAST.x + 212, 624, 268, 58)
PARTS = {part.value: part for part in NUMBERS}


class OwnFormPage(BackgroundTaskPage, FieldScreen, PictureTaker):
    """Writes one exercise; `exercise` is the one that is changed, "" for a new one. `back` is where it came from."""

    name = "own-form"
    place = "own"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None, exercise: str, back: Next) -> None:
        super().__init__(ctx, child)
        self.back = back
        self.form = OwnFormState(ctx, self.child, exercise)
        said = self.form.draft
        self.fields = {name: TextField(getattr(said, name), longest) for name, longest in LONGEST.items()}
        self.field, self.field_name, self.field_box = self.fields["name"], "name", LINES["name"]
        self._at: float | None = None  # the share of a control's width that was pressed; None: keys
        self._digits = "", ""  # the control typed into, and what was typed so far
        self._shown: tuple[object, DemonstrationWindow] | None = None
        self.trouble = ""  # why the disk did not take it

    def title(self) -> str:
        return self.ctx.texts("own_change_title" if self.form.before else "own_title")

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        has_each = self.form.draft.unit is not Unit.SECONDS
        numbers = [(part, box) for part, box in NUMBERS.items() if part is not OwnPart.SECONDS or has_each]
        return (
            *(Widget(name, box, Hotspot(16), is_adult=True) for name, box in (LINES | ROWS).items()),
            *(Widget(part.value, box, Hotspot(16), is_adult=True) for part, box in numbers),
            *(Widget(name, box, Hotspot(16), is_adult=True) for name, box in SETS.items()),
            button("pictures", PICTURES, words("own_pictures"), size=19),
            button("friend", FRIEND, words("own_friend"), size=19, is_enabled=len(self.form.hosts()) > 1),
            button("preview", PREVIEW, words("own_preview"), glyph="hand", size=20),
            button("write", WRITE, words("own_write"), "primary", glyph="tick", size=22,
                   is_enabled=not self.form.refused()),
            button("back", BACK, words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "name"

    # ---------------------------------------------------------------- keys and presses
    def handle(self, event: Input) -> Next | None:
        self._take_line()
        here = self.focused or ""
        if isinstance(event, FocusStep) and event.dx and here in (*CHOICES, *PARTS):
            self.quiet, self.shows_focus, self._digits = 0.0, True, ("", "")
            self.form.turn(here, event.dx)
            self.changed()
            return None
        if here in PARTS and self.hears:
            if isinstance(event, Key) and len(event.char) == 1 and event.char in "0123456789":
                self._typed(here, event.char)
                return None
            if isinstance(event, Erase):
                self._typed(here, "")
                return None
        self._at = self._share(event) if isinstance(event, Press) else None
        following = super().handle(event)
        self._at = None
        if not isinstance(event, Composing):
            self._take_line()
        return following

    def update(self, dt: float) -> Next | None:
        self._take_line()
        return super().update(dt)

    def _take_line(self) -> None:
        """The line that has the focus is the one that is typed into; elsewhere letters are keys."""
        name = self.focused if self.focused in LINES else ""
        if name == self.field_name:
            return
        self.field.stop_listening()
        self.field_name = name or ""
        if name:
            self.field, self.field_box, self.letters_title = self.fields[name], LINES[name], f"own_{name}"
            self.is_prose = name not in ("name", "who")
        self.changed()

    def _share(self, event: Press) -> float | None:
        """Where in a control a press is, 0..1 of its width; None elsewhere."""
        x, y = self.ctx.pictures.view.design(event.x, event.y)
        hit = next((w for w in self.widgets if w.name in (*CHOICES, *PARTS) and w.holds(x, y)), None)
        return None if hit is None else (x - hit.box.x) / hit.box.w

    def choose(self, name: str) -> Next | None:
        self.trouble = ""
        if name in LINES:
            is_again = self.field_name == name  # the first press of a line is for who has a keyboard
            self._take_line()
            return self.letters() if is_again and not self.shows_focus else None
        if name in CHOICES or name in PARTS:
            self._chosen(name)
        elif name == "pictures":
            return routes.OwnPictures(self)
        elif name == "friend":
            self.form.next_host()
        elif name == "preview":
            return routes.OwnPreview(self, self.form.exercise(), self.form.draft.side.foot)
        elif name == "write":
            return self._write()
        elif name == "back":
            return self.back
        self.changed()
        return None

    def _chosen(self, name: str) -> None:
        """A press on a part of it; by keys on to the next."""
        if self._at is None:
            names = [w.name for w in self.widgets]
            self._move(names[names.index(name) + 1])
        elif name in CHOICES:
            self.form.pick(name, self._at)
        elif not 1 / 3 <= self._at <= 2 / 3:
            self.form.turn(name, -1 if self._at < 1 / 3 else 1)
        self._digits = "", ""

    def _typed(self, name: str, digit: str) -> None:
        """One digit more, or ("") one less; the first after another control begins a new number."""
        self.quiet, self.shows_focus = 0.0, True
        digits = self._digits[1]
        if self._digits[0] != name:
            digits = "" if digit else str(self.form.draft.amount(PARTS[name]))
        digits = (digits + digit)[:MOST_DIGITS] if digit else digits[:-1]
        self._digits = name, digits
        self.form.type(PARTS[name], int(digits or "0"))
        self.changed()

    def was_typed(self) -> None:
        self.trouble = ""
        self.form.say(**{name: field.name for name, field in self.fields.items()})

    def enter(self) -> Next | None:
        """On to the next line, after the last to the rows."""
        names = [w.name for w in self.widgets]
        self._move(names[names.index(self.field_name) + 1])
        self._take_line()
        self.changed()
        return None

    def sets(self) -> tuple[PictureSet, ...]:
        return self.form.sets()

    def take_pictures(self, pictures: PictureSet) -> Scene:
        """Chosen on the page of pictures, which this one comes back from."""
        self.form.take_pictures(pictures)
        self.focused = "pictures"
        self.come_again()
        return self

    # ---------------------------------------------------------------- what is refused, and writing
    def missing(self, name: str) -> str:
        if name == "friend":
            return self.ctx.texts("own_one_friend")
        return self.ctx.texts.reason(self.form.refused()[0].reason)

    def lead_to_missing(self, name: str) -> None:
        """To what is refused first."""
        if name == "write" and (refused := self.form.refused()):
            self.form.shows_all = True
            self.focused, self.shows_focus = refused[0].part.value, True
            self._take_line()
            self.changed()

    def _told(self) -> OwnRefusal | None:
        """What is told of at the foot: of the control in hand, else the first."""
        refused = self.form.shown_refused()
        return next((r for r in refused if r.part.value == self.focused), refused[0] if refused else None)

    def _write(self) -> Next | None:
        if self.form.refused():  # nothing was when the button was drawn
            return None
        exercise = self.form.exercise()

        def done(path: str) -> Next:
            self.form.order(exercise.id)
            name = exercise_name(self.ctx.texts, self.ctx.catalogue, exercise.id)
            week, key = first_week(exercise), "own_saved_file"
            if self.form.has_order and self.form.waits_for_hold:
                key = "own_saved_after"
            elif self.form.has_order:
                has_begun = week <= week_of_tomorrow(self.ctx, self.child)
                key = "own_saved_tomorrow" if has_begun else "own_saved_with"
            return routes.OwnList(self.child_id, self.ctx.texts(key, name=name, week=week), exercise.id)

        def refused(why: str) -> None:
            self.trouble = why
            self.changed()

        return self.begin(self.ctx.files.own.write(exercise), done, refused)

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words, draft = self.ctx.texts, self.form.draft
        refused = frozenset(refusal.part for refusal in self.form.shown_refused())
        paper.card(WORDS)
        form_cards.paint_lines_heads(paper, self.ctx, refused)
        for name, box in LINES.items():
            is_here = self.is_typing and self.field_name == name
            hint = words(f"own_{name}_hint")
            if name in ("name", "who"):
                self.fields[name].paint(paper, box, is_here, hint, 18)
            else:
                self.fields[name].paint_lines(paper, box, is_here, hint, is_tight=True)
        paper.card(WHAT)
        form_cards.paint_rows(paper, self.ctx, draft, refused)
        form_cards.paint_numbers(paper, self.ctx, draft, refused)
        paper.card(SHOWN)
        paint_window(paper, WINDOW, self.form.exercise())
        paper.part(f"cast/{draft.shown.host}", 540, 536, 44, shadow=0)
        fetch = words.locale.listed([words.thing(thing) for thing in draft.equipment])
        line = words("own_fetch", things=fetch) if fetch else words("own_fetch_nothing")
        paper.paragraph(line, 16, 572, 514, 150, INK_2, SEMI_BOLD, height=50)
        told = self._told()
        said = self.message or self.trouble or (words.reason(told.reason) if told else words("own_voice"))
        form_cards.paint_note(paper, said, is_refused=bool(self.trouble or told) and not self.message)

    def moving(self, stage: Stage) -> None:
        shown = self.form.draft.shown
        if self._shown is None or self._shown[0] != shown:
            skin = self.child.skin if self.child else 1
            self._shown = shown, DemonstrationWindow(self.ctx, self.form.exercise(), skin, WINDOW)
        self._shown[1].show(stage, self.age, self.quiet)
