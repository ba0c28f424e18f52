"""How the game fits the family: sound, hours, the parent's word, movement. Every press is kept at once."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.events import SettingChosen
from game.core.numbers import Rules
from game.core.settings import RANGES
from game.scenes import routes
from game.scenes.parent.area import RIGHT, GrownUpsPage
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.background_task import BackgroundTaskPage
from game.scenes.screen.context import Context
from game.ui.clock_time import shifted
from game.ui.controls import Input
from game.ui.paper import Paper
from game.ui.theme import INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button, switch

LEFT_CARD, RIGHT_CARD = 252, 760
TOP, MIDDLE, BOTTOM = Box(0, 100, 492, 264), Box(0, 380, 492, 208), Box(LEFT_CARD, 604, 1000, 92)
FIRST_ROW, ROW = 168, 52  # where the top cards' first row stands, and from row to row
MUSIC_SAMPLE = 4.0  # seconds of the tune after its volume was changed
SAMPLES = {"voice": "label_go_on", "effects": "star"}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number with *less* and *more*. `first`, `last` and `step` are minutes for hours, else the number's own unit."""

    name: str
    label: str
    x: float
    y: float
    step: int
    first: int
    last: int

    def at(self, value: int | str, by: int) -> str:
        """The value so many steps on, as the journal keeps it."""
        if isinstance(value, str):
            return shifted(value, by * self.step, self.first, self.last)
        return str(max(self.first, min(self.last, value + by * self.step)))


ROWS = (
    NumberRow("voice", "settings_voice", LEFT_CARD, FIRST_ROW, 1, *RANGES["voice"]),
    NumberRow("music", "settings_music", LEFT_CARD, FIRST_ROW + ROW, 1, *RANGES["music"]),
    NumberRow("effects", "settings_sounds", LEFT_CARD, FIRST_ROW + 2 * ROW, 1, *RANGES["effects"]),
    NumberRow("evening_hour", "settings_evening_begins", RIGHT_CARD, FIRST_ROW, 30, 12 * 60, 22 * 60),
    NumberRow("bedtime", "settings_bedtime", RIGHT_CARD, FIRST_ROW + ROW, 15, 17 * 60, 23 * 60),
)


def rows(rules: Rules) -> tuple[NumberRow, ...]:
    """All of them; how long a rest may be is a number of the rules."""
    rest = NumberRow(
        "rest_seconds", "settings_rest", RIGHT_CARD, FIRST_ROW + 2 * ROW, 5, rules.rest_seconds, rules.rest_seconds_most
    )
    return (*ROWS, rest)


# Switches: setting, label, the line below it, left edge of the card, height.
SWITCHES = (
    ("words", "settings_words", "", LEFT_CARD, 328),
    ("baby", "settings_baby_house", "settings_baby_line", RIGHT_CARD, 328),
    ("stay", "settings_stay", "settings_stay_line", LEFT_CARD, 544),
    ("calm", "settings_calm", "settings_calm_line", RIGHT_CARD, 448),
    ("kiosk", "settings_kiosk_short", "settings_kiosk_line", RIGHT_CARD, 500),
    ("full_screen", "settings_fullscreen", "settings_fullscreen_line", RIGHT_CARD, 552),
)


class SettingsPage(BackgroundTaskPage, GrownUpsPage):
    """The family's settings; which child was looked at before is kept for the other pages."""

    name = "settings"
    place = "settings"
    has_chooser = False

    def __init__(self, ctx: Context, child: str | None = None, said: str = "") -> None:
        super().__init__(ctx, child)
        self.message, self.is_good = said, True
        self._old_pin: object = None  # while another one is chosen
        self._tune_for: float | None = None
        self._was_full_screen = ctx.is_full_screen

    # ---------------------------------------------------------------- looks
    def subtitle(self) -> str:
        """Which languages there are: with words alone nobody would speak to the child."""
        words = self.ctx.texts
        return words("settings_languages", names=", ".join(words(f"language_{name}") for name in self.ctx.languages))

    def page(self) -> tuple[Widget, ...]:
        words, values = self.ctx.texts, self.ctx.settings
        out: list[Widget] = []
        for card in (LEFT_CARD, RIGHT_CARD):
            for row in (r for r in rows(self.ctx.catalogue.rules) if r.x == card):
                out += self._stepper(row)
            out += [self._switch(s, y) for s, _, _, x, y in SWITCHES if x == card and y < MIDDLE.y]
        for name, x, w in (("end", 274, 214), ("each", 500, 224)):
            label = words("settings_at_end" if name == "end" else "settings_after_each")
            kind = "on" if values.confirm_when == name else "plain"
            out.append(button(f"confirm-{name}", Box(x, 436, w, 48), label, kind, size=20))
        out += [self._switch(s, y) for s, _, _, _, y in SWITCHES if y > MIDDLE.y]
        return (*out, *self._deeds())

    def _stepper(self, row: NumberRow) -> tuple[Widget, Widget]:
        value, x, y = getattr(self.ctx.settings, row.name), row.x + 262, row.y - 22
        now = str(value)
        return (
            button(f"{row.name}-less", Box(x, y, 52, 44), "", glyph="minus", is_enabled=row.at(value, -1) != now),
            button(f"{row.name}-more", Box(x + 158, y, 52, 44), "", glyph="plus", is_enabled=row.at(value, 1) != now),
        )

    def _switch(self, name: str, y: float) -> Widget:
        is_on = self._is_on(name)
        x = next(s[3] for s in SWITCHES if s[0] == name)
        word = self.ctx.texts("screen_on" if is_on else "screen_off")
        return switch(name, Box(x + 14, y - 23, 464, 46), is_on, word, is_enabled=not self._is_as_started(name))

    def _is_on(self, name: str) -> bool:
        """What is, not only what was chosen: the game may have been started otherwise, and F11 turns the window."""
        if name == "full_screen":
            return self.ctx.is_full_screen
        return bool(getattr(self.ctx.settings, name)) or self._is_as_started(name)

    def _is_as_started(self, name: str) -> bool:
        """Whether it was started so that nothing chosen here changes it."""
        return name == "kiosk" and self.ctx.is_kiosk

    def _deeds(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        deeds = [
            ("new-pin", "settings_new_pin", "key", "plain"),
            ("back-up", "settings_back_up", "save", "plain"),
            ("bring-back", "settings_bring_back", "undo", "plain"),
            ("export", "settings_export", "disk", "plain"),
            ("erase", "settings_erase", "x", "warn"),
        ]
        return tuple(
            button(
                name, Box(270 + i * 194, 616, 186, 44), words(key), kind, glyph=glyph, size=19,
                # There is nothing to keep or to erase of a made-up family.
                is_enabled=name == "new-pin" or not self.ctx.is_demo,
            )
            for i, (name, key, glyph, kind) in enumerate(deeds)
        )  # fmt: skip

    def missing(self, name: str) -> str:
        if name == "kiosk":
            return self.ctx.texts("why_kiosk")
        is_step = name.endswith(("-less", "-more"))
        return super().missing(name) if is_step else self.ctx.texts("why_demo")

    def first_focus(self, names: list[str]) -> str | None:
        return next((n for n in ("voice-less", "voice-more") if n in names), None)

    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        for x, card, title in (
            (LEFT_CARD, TOP, "settings_sound_card"), (RIGHT_CARD, TOP, "settings_session_card"),
            (LEFT_CARD, MIDDLE, "settings_word_card"), (RIGHT_CARD, MIDDLE, "settings_movement_card"),
        ):  # fmt: skip
            paper.card(Box(x, card.y, card.w, card.h), words(title))
        for row in rows(self.ctx.catalogue.rules):
            paper.text(words(row.label), 21, row.x + 22, row.y, weight=SEMI_BOLD, align="l", width=230)
            paper.text(self._shown(row.name), 21, row.x + 367, row.y, width=96)
        for _, label, line, x, y in SWITCHES:
            paper.text(words(label), 21, x + 22, y - (9 if line else 0), weight=SEMI_BOLD, align="l", width=310)
            if line:
                paper.text(words(line), 16, x + 22, y + 14, INK_2, SEMI_BOLD, "l", 330)
        paper.card(BOTTOM)
        colour = INK_2 if not self.message else OK if self.is_good else WARN
        paper.text(self.message or self._diary(), 16, 752, 680, colour, SEMI_BOLD, width=RIGHT - LEFT_CARD - 40)

    def _shown(self, name: str) -> str:
        value = getattr(self.ctx.settings, name)
        return self.ctx.texts("short_seconds", n=value) if name == "rest_seconds" else str(value)

    def _diary(self) -> str:
        """Where everything is kept and when it was last copied."""
        words, files = self.ctx.texts, self.ctx.files
        if self.ctx.is_demo or not files.folder():
            return words("demo_strip")
        last = files.last_copy()
        when = (
            words("settings_last_copy", when=f"{words.date(last)}, {last:%H:%M}") if last else words("settings_no_copy")
        )
        return f"{words('settings_diary', folder=files.folder())}     {when}"

    # ---------------------------------------------------------------- acting
    def choose(self, name: str) -> Next | None:
        self.message = ""
        following: Next | None = None
        stem, _, way = name.rpartition("-")
        if way in ("less", "more"):
            self._step(next(r for r in rows(self.ctx.catalogue.rules) if r.name == stem), -1 if way == "less" else 1)
        elif stem == "confirm":
            self._keep("confirm_when", way)
        elif name in {s[0] for s in SWITCHES}:
            is_on = not self._is_on(name)
            self._keep(name, "on" if is_on else "off")
            if name == "full_screen":
                self.ctx.turn_full_screen(is_on)
        else:
            following = self._do(name)
        self.changed()
        return following

    def _keep(self, name: str, value: str) -> None:
        self.ctx.record(SettingChosen(name, value))

    def _step(self, row: NumberRow, by: int) -> None:
        """One step, and how it sounds now."""
        before = getattr(self.ctx.settings, row.name)
        value = row.at(before, by)
        if value == str(before):
            return
        self._keep(row.name, value)
        match row.name:
            case "voice":
                self.ctx.say(SAMPLES["voice"])
            case "effects":
                self.ctx.sound.effect(SAMPLES["effects"])
            case "music":
                self.ctx.music.play("rest_60")
                self._tune_for = MUSIC_SAMPLE

    def _do(self, name: str) -> Next | None:
        files = self.ctx.files
        match name:
            case "new-pin":
                self._old_pin = self.ctx.family.gate
                return routes.NewPin(routes.Back(self), routes.Back(self))
            case "erase":
                return routes.EraseChild(self)
            case "bring-back":
                return routes.BringBack(self)
            case "back-up":
                self.begin(files.back_up(), lambda file: self._tell("settings_backed_up", file), self._warn)
            case "export":
                self.begin(files.export(), lambda file: self._tell("settings_exported", file), self._warn)
        return None

    def _tell(self, key: str, file: str) -> None:
        self.message, self.is_good = self.ctx.texts(key, file=file), True

    def _warn(self, message: str) -> None:
        self.message, self.is_good = message, False

    def returned(self) -> Scene:
        """Another PIN that was kept is said."""
        if self._old_pin is not None and self.ctx.family.gate != self._old_pin:
            self.message, self.is_good = self.ctx.texts("pin_saved"), True
        self._old_pin = None
        return super().returned()

    def update(self, dt: float) -> Next | None:
        """The tune plays on for a few seconds after its volume was changed."""
        following = super().update(dt)
        if self.ctx.is_full_screen != self._was_full_screen:  # F11
            self._was_full_screen = self.ctx.is_full_screen
            self.changed()
        if self._tune_for is not None:
            self._tune_for -= dt
            if self._tune_for <= 0 or following:
                self._hush()
        return following

    def handle(self, event: Input) -> Next | None:
        following = super().handle(event)
        if following is not None and self._tune_for is not None:
            self._hush()
        return following

    def left(self) -> Next | None:
        if self._tune_for is not None:
            self._hush()
        return super().left()

    def _hush(self) -> None:
        self._tune_for = None
        self.ctx.music.stop()
