"""Pictures of the map: its hours, its first days, what rests and why, and a quest longer than the path."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Slot
from game.core.events import Graduated, Paused, PauseReason, SessionEnding
from game.core.function_quests import due
from game.scenes.adventure_map import AdventureMap, between_sessions
from game.scenes.context import Context
from game.scenes.gallery_states import add_child, at_hour, lived, play
from game.scenes.scene import Scene

GALLERY = (
    "map", "map-evening", "map-first", "map-part", "map-rest", "map-too-soon", "map-locked", "map-paused", "map-strong",
    "map-feet", "map-many", "map-many-part",
)  # fmt: skip


def gallery(ctx: Context) -> Iterator[tuple[str, Scene]]:
    told_at = ctx.now()
    anna = next(iter(ctx.children))
    yield "map", AdventureMap(at_hour(ctx, 8), anna)
    yield "map-evening", AdventureMap(at_hour(ctx, 19), anna)
    fresh_feet = next(i for i, c in ctx.children.items() if due(ctx.catalogue, c, ctx.today).is_open)
    yield "map-feet", AdventureMap(at_hour(ctx, 8), fresh_feet)
    fresh = add_child(at_hour(ctx, 8), "gallery-first", "Ida", "pippa")
    yield "map-first", AdventureMap(ctx, fresh)
    play(ctx, fresh, Slot.MORNING, 1, SessionEnding.LATER, None)
    yield "map-part", AdventureMap(ctx, fresh)
    play(ctx, anna, Slot.MORNING)
    yield "map-rest", AdventureMap(ctx, anna)
    ctx.now, ctx.slot_chosen = lambda: told_at + between_sessions(ctx) / 3, Slot.EVENING
    yield "map-too-soon", AdventureMap(ctx, anna)
    add_child(at_hour(ctx, 8), "gallery-locked", "Leo", "tik", ("pain",))
    yield "map-locked", AdventureMap(ctx, "gallery-locked")
    add_child(ctx, "gallery-paused", "Mia", "otto")
    ctx.record(Paused(PauseReason.ILL, ctx.today, ctx.today), child="gallery-paused")
    yield "map-paused", AdventureMap(ctx, "gallery-paused")
    many = lived(at_hour(ctx, 8), 84)
    yield "map-many", AdventureMap(ctx, many)
    play(ctx, many, Slot.MORNING, 6, SessionEnding.LATER)
    yield "map-many-part", AdventureMap(ctx, many)
    strong = lived(at_hour(ctx, 8), 98)
    play(ctx, strong, Slot.MORNING, 2, SessionEnding.LATER)
    ctx.record(Graduated(early=False), child=strong)
    yield "map-strong", AdventureMap(ctx, strong)
