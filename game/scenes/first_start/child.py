"""Who will play: a nickname in any script, an animal, an age band, the colour of the foot in the pictures.

The same page adds a child later and edits one. Under three the answer is "not yet", with why and what helps instead.
"""

from __future__ import annotations

from game.core.content import FRIENDS, AgeBand
from game.core.nicknames import free_name
from game.core.profile import UNDER_THREE
from game.scenes import routes
from game.scenes.first_start.order import MoreChild, OnePage, Wizard
from game.scenes.first_start.step import LEFT, WizardPage
from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.field_screen import FieldScreen
from game.ui import theme
from game.ui.flat_parts import whole
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.text_field import TextField
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box
from game.ui.widgets import Hotspot, RoundButton, Widget, button

AGES = (UNDER_THREE, *(band.value for band in AgeBand))
AGE_KEYS = {UNDER_THREE: "under_3", "3-4": "3_4", "5-6": "5_6", "7-10": "7_10", "11+": "11"}
FIELD = Box(84, 194, 512, 62)
LETTERS = Box(324, 134, 272, 44)
FRIENDS_IN_ROW = -(-len(FRIENDS) // 2)  # two rows fill the card; ten friends are the most
FRIEND_STEP = 544 / FRIENDS_IN_ROW
BACK, ON = Box(650, 604, 170, 56), Box(1000, 604, 220, 56)
# The sole from above: which part of the picture is cut out, rig units about its origin.
FOOT_SCALE = 0.19


class ChildStep(FieldScreen, WizardPage):
    """`draft.nickname`, `draft.animal`, `draft.age` and `draft.skin`."""

    name = "first-child"
    page = "child"
    title = "first_child_title"
    sub = "first_child_line"
    field_name, field_box = "nickname", FIELD

    def __init__(self, ctx: Context, order: Wizard) -> None:
        super().__init__(ctx, order)
        self.field = TextField(self.draft.nickname)
        used = {c.animal for c in ctx.family.children.values()}
        if not self.draft.nickname and self.draft.animal in used:
            self.draft.animal = next((a for a in FRIENDS if a not in used), self.draft.animal)

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            Widget("nickname", FIELD, Hotspot(18), is_adult=True),
            button("letters", LETTERS, words("first_child_keyboard"), glyph="edit", size=18),
            *(self._animal(i, a) for i, a in enumerate(FRIENDS)),
            *(self._age(i, a) for i, a in enumerate(AGES)),
            *(
                Widget(f"skin-{i}", Box(672 + i * 134, 434, 120, 124), Hotspot(24), is_adult=True)
                for i in range(len(theme.SKINS))
            ),
            self.back_button(BACK),
            self.on_button(self.draft.is_child_complete, box=ON),
        )

    def _animal(self, i: int, animal: str) -> Widget:
        x = LEFT + 8 + FRIEND_STEP * (i % FRIENDS_IN_ROW + 0.5)
        box = Box.around(x, 412 + i // FRIENDS_IN_ROW * 140, min(56, FRIEND_STEP * 0.45))
        look = RoundButton(theme.ANIMALS[animal], f"cast/{animal}", box.w * 0.75)
        return Widget(f"animal-{animal}", box, look, is_chosen=animal == self.draft.animal)

    def _age(self, i: int, age: str) -> Widget:
        words = self.ctx.texts
        if age == UNDER_THREE:
            sub = words("first_child_not_yet")
        else:
            sub = words("first_child_minutes", n=self.ctx.catalogue.rules.ages[AgeBand(age)].first_budget // 60)
        kind = "on" if age == self.draft.age else "plain"
        label = words(f"first_child_age_{AGE_KEYS[age]}")
        return button(f"age-{age}", Box(672 + i * 107, 178, 98, 84), label, kind, size=21, sub=sub)

    def first_focus(self, names: list[str]) -> str | None:
        return "nickname"

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_nickname" if not self.draft.nickname else "why_age")

    def paint_cards(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(Box(LEFT, 130, 560, 146))
        paper.text(self._name_title(), 20, LEFT + 22, 160, INK_2, SEMI_BOLD, "l", LETTERS.x - LEFT - 40)
        self.field.paint(paper, FIELD, self.focused == "nickname", words("first_child_hint"))
        paper.card(Box(LEFT, 296, 560, 364), words("first_child_animal"))
        paper.card(Box(650, 130, 570, 230), words("first_child_age"))
        line = words("first_child_minutes_line")
        paper.paragraph(line, 18, 672, 278, 526, INK_2, height=76)
        paper.card(Box(650, 380, 570, 196), words("first_child_skin"))
        for i in range(len(theme.SKINS)):
            self._foot(paper, i)

    def _name_title(self) -> str:
        """What the line asks for; once a name is there that another child has, what it becomes."""
        name = free_name(self.draft.nickname, self.draft.others) if self.draft.nickname else ""
        if name == self.draft.nickname:
            return self.ctx.texts("first_child_nickname")
        return self.ctx.texts("first_child_taken", name=name)

    def _foot(self, paper: Paper, skin: int) -> None:
        box = Box(672 + skin * 134, 434, 120, 124)
        paper.panel(box, "#8FC7C0", "#6FAFA7", 24, lip_depth=3, blur=4, alpha=25)
        scale = FOOT_SCALE * paper.view.zoom
        picture, _ = self.ctx.art.puppet("foot_top", "toe_fan", skin=skin, scale=scale).at(0.45)
        px, py = paper.view.pixel(box.x + 60, box.y + 7)
        room = paper.view.rect(Box(box.x, box.y, box.w, box.h))
        place = picture.get_rect(midtop=(px, py))
        seen = place.clip(room)
        paper.surface.blit(whole(picture), seen, seen.move(-place.x, -place.y))

    def paint_over(self, paper: Paper) -> None:
        paper.chosen_box(Box(672 + self.draft.skin * 134, 434, 120, 124), 24)

    # ---------------------------------------------------------------- typing
    def was_typed(self) -> None:
        self.draft.nickname = self.field.name

    def enter(self) -> Next | None:
        self._move("big" if self.draft.is_child_complete else f"animal-{self.draft.animal}")
        self.changed()
        return None

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        if name == "letters":
            return self.letters()
        if name == "big" and self.draft.age == UNDER_THREE:
            return routes.NotYet(self.order)
        if name == "big":
            self.draft.fit()
        return super().press(name)

    def choose(self, name: str) -> None:
        kind, _, value = name.partition("-")
        match kind:
            case "animal":
                self.draft.animal = value
                self.ctx.say(f"greet_{value}_{'evening' if self.ctx.is_evening else 'morning'}")
            case "age":
                self.draft.age = value
            case "skin":
                self.draft.skin = int(value)


class NotYetScreen(WizardPage):
    """Under three: why not, what helps instead, and two ways on. *Good bye* stands away from where *Go on* was, and
    asks, as closing does everywhere: pressed twice *Go on* must end nothing."""

    name = "first-not-yet"
    page = "child"
    title = "first_child_not_yet_title"
    sub = ""

    def build(self) -> tuple[Widget, ...]:
        return (
            self.back_button(),
            button("close", Box(250, 604, 320, 56), self.ctx.texts("first_child_not_yet_close"), glyph="exit"),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "back"

    def paint_cards(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(Box(LEFT, 136, 700, 444), fill="#FFF3D9", lip="#EAD9BB")
        y = paper.paragraph(words("first_child_not_yet_why"), 28, 92, 172, 636)
        y = paper.paragraph(words("first_not_walking"), 23, 92, y + 24, 636, INK_2)
        paper.paragraph(words("first_child_not_yet_tips"), 26, 92, y + 24, 636, height=560 - y)
        paper.card(Box(790, 136, 430, 444))

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 1005, 556, 0.7, self.age, quiet=self.quiet)

    def press(self, name: str) -> Next | None:
        if name == "close":
            if isinstance(self.order, MoreChild):
                return self.order.leave()
            return routes.Close(self)
        self.draft.age = ""
        return routes.Question("child", self.order)


class EditChildScreen(ChildStep):
    """The page about a child that is there; only what was changed is written down."""

    name = "edit-child"
    title = "children_edit"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        super().__init__(ctx, OnePage(ctx, child, then, lambda draft: draft.changes(ctx.child(child))))

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_under_three") if self.draft.age == UNDER_THREE else super().missing(name)

    def on_button(self, is_enabled: bool = True, box: Box = ON) -> Widget:
        """A child that plays does not become younger than three."""
        return super().on_button(is_enabled and self.draft.age != UNDER_THREE, box)
