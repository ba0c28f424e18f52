"""The diary's file was replaced or removed while the game was open, and nothing is lost: told once."""

from __future__ import annotations

from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.outside import Mishap
from game.scenes.trouble.cases import replaced
from game.scenes.trouble.trouble_card import TroubleCard


class ReplacedScreen(TroubleCard):
    """Lies over `back`, which comes again."""

    def __init__(self, ctx: Context, told: Mishap, back: Scene) -> None:
        name = told.kept.name if told.kept else ""
        case = replaced(ctx.texts, told.how, told.missing, told.new, name)
        super().__init__(ctx, case, lambda _: back)
