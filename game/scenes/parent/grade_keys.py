"""Which key gives which grade, and which foot hurt: the same on every page on which a grown-up says how it went."""

from __future__ import annotations

from game.core.content import Side
from game.core.events import Grade

GRADE_KEYS = {Grade.WELL: "1", Grade.HELPED: "2", Grade.PARTLY: "3", Grade.NOT_TODAY: "4"}
FOOT_KEYS = {Side.LEFT: "5", Side.BOTH: "6", Side.RIGHT: "7"}  # side by side, as the feet stand
