"""The pages of the first start in the states worth a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from game.core.profile import UNDER_THREE
from game.core.rules.state import AFTER_SURGERY, GROWN_UP
from game.core.simulate.simulation import PIN
from game.scenes import flow, routes
from game.scenes.first_start.child import ChildStep, NotYetScreen
from game.scenes.first_start.language import LanguageScreen
from game.scenes.first_start.order import Pages
from game.scenes.first_start.surgery import SurgeryStep
from game.scenes.first_start.welcome import WelcomeScreen
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context


class _Gallery(Pages):
    """The order of a new family that is never written down."""

    pages = ("pin", "child", "signs", "programme", "surgery", "ready")
    numbers = ("welcome", "pin", "child", "signs", "programme", "ready")

    def __init__(self, ctx: Context, **said: object) -> None:
        super().__init__(ctx)
        defaults: dict[str, object] = {
            "nickname": "Anna",
            "age": "5-6",
            "others": (),
            "recovery": "MOSS-RIVER-48-OTTER",
        }
        for name, value in (defaults | said).items():
            setattr(self.draft, name, value)

    def finish(self) -> Next:
        return routes.Start()

    def leave(self) -> Next:
        return routes.Start()


def pages(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Name and scene of every page, as a family meets them."""

    def of(name: str, **said: object) -> Scene:
        return flow.open(ctx, routes.Question(name, _Gallery(ctx, **said)))

    child = ChildStep(ctx, _Gallery(ctx))
    yield "first-language", LanguageScreen(ctx, routes.Welcome())
    yield "first-pin", of("pin", pin=PIN, is_written_down=True)
    yield "first-child", child
    yield "first-child-empty", of("child", nickname="", age="")
    yield "first-not-yet", NotYetScreen(ctx, _Gallery(ctx, age=UNDER_THREE))
    yield "letters", flow.open(ctx, child.letters())
    yield "first-signs", of("signs", age="7-10")
    yield "first-signs-ticked", of("signs", signs=("pain",))
    yield "first-signs-young", of("signs", signs=())
    yield "first-programme", of("programme")
    yield "first-programme-grown-up", of("programme", age="11+", programme=GROWN_UP)
    day = ctx.today
    dates: dict[str, object] = {"surgery": day - timedelta(days=6), "surgeon_start": day + timedelta(days=22)}
    yield "first-surgery", of("surgery", programme=AFTER_SURGERY, **dates)
    yield "first-surgery-empty", of("surgery", programme=AFTER_SURGERY)
    picking = SurgeryStep(ctx, _Gallery(ctx, programme=AFTER_SURGERY, **dates)).press("start")
    assert picking
    yield "pick-date", flow.open(ctx, picking)
    yield "ready", of("ready", baby=True)
    yield "ready-locked", of("ready", programme=AFTER_SURGERY, **dates)


WELCOME_STATES = (
    "welcome", "welcome-nobody", "first-language", "first-pin", "first-child", "first-child-empty", "first-not-yet",
    "letters", "first-signs", "first-signs-ticked", "first-signs-young", "first-programme", "first-programme-grown-up",
    "first-surgery", "first-surgery-empty", "pick-date", "ready", "ready-locked",
)  # fmt: skip


def welcome(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Every page of the first start in its important states; nothing of it is written down."""

    welcome = WelcomeScreen(ctx)
    welcome.order.draft.words = False
    yield "welcome", welcome
    nobody = WelcomeScreen(ctx, said=ctx.texts("settings_erased", name="Wilhelmina-Rosalinde"))
    nobody.order.draft.words = False
    yield "welcome-nobody", nobody
    yield from pages(ctx)
