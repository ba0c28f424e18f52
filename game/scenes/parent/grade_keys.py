"""Which key gives which grade: the same on every page on which a grown-up says how it went."""

from __future__ import annotations

from game.core.events import Grade

GRADE_KEYS = {Grade.WELL: "1", Grade.HELPED: "2", Grade.PARTLY: "3", Grade.NOT_TODAY: "4"}
