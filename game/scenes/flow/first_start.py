"""Opens the pages of the first questions, for a new family, for one child more, and for a child that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.core.rules.parent_actions import has_operation
from game.core.rules.state import GROWN_UP
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

if TYPE_CHECKING:
    from game.scenes.first_start.order import Wizard


def opened(ctx: Context, route: routes.FirstStartRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Welcome(order=order, said=said):
            from game.scenes.first_start.welcome import WelcomeScreen

            return WelcomeScreen(ctx, order, said)
        case routes.ChooseLanguage(then=then):
            from game.scenes.first_start.language import LanguageScreen

            return LanguageScreen(ctx, then)
        case routes.Question(page=page, order=order):
            return _question(ctx, page, order)
        case routes.NotYet(order=order):
            from game.scenes.first_start.child import NotYetScreen

            return NotYetScreen(ctx, order)
        case routes.LostPin():
            from game.scenes.first_start.pin import NewPinScreen

            return NewPinScreen(ctx, routes.Who(), route)
        case routes.NewPin(then=then, back=back):
            from game.scenes.first_start.pin import NewPinScreen

            return NewPinScreen(ctx, then, back)
        case routes.AddChild(then=then, is_grown_up=is_grown_up):
            from game.scenes.first_start.order import MoreChild

            more = MoreChild(ctx, then)
            if is_grown_up:
                more.draft.age, more.draft.programme = "11+", GROWN_UP
            return routes.Question("child", more)
        case routes.EditChild(what=what, child=child, then=then):
            return _edit(ctx, what, child, then)
        case routes.NoOperation(below=below, child=child, then=then):
            from game.scenes.parent.children.no_operation import was_there_none

            return routes.AskFirst(below, was_there_none(ctx, child, then))
        case routes.WithoutOperation(child=child, then=then):
            from game.scenes.first_start.programme import WithoutOperationScreen

            return WithoutOperationScreen(ctx, child, then)
    assert_never(route)


def _question(ctx: Context, page: str, order: Wizard) -> Scene:
    from game.scenes.first_start.child import ChildStep
    from game.scenes.first_start.pin import PinStep
    from game.scenes.first_start.programme import ProgrammeStep
    from game.scenes.first_start.ready import Ready
    from game.scenes.first_start.signs import SignsStep
    from game.scenes.first_start.surgery import SurgeryStep

    pages = {
        "pin": PinStep, "child": ChildStep, "signs": SignsStep, "programme": ProgrammeStep, "surgery": SurgeryStep,
        "ready": Ready,
    }  # fmt: skip
    return pages[page](ctx, order)


def _edit(ctx: Context, what: str, child: str, then: Next) -> Scene:
    from game.scenes.first_start.child import EditChildScreen
    from game.scenes.first_start.programme import EditProgramme
    from game.scenes.first_start.signs import EditSigns
    from game.scenes.first_start.surgery import EditSurgery, TellOperation

    operation = EditSurgery if has_operation(ctx.child(child)) else TellOperation
    pages = {"edit": EditChildScreen, "signs": EditSigns, "programme": EditProgramme, "surgery": operation}
    return pages[what](ctx, child, then)
