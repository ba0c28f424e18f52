"""What the voice says, quoted on a grown-up's page: always the spoken line itself, so that the two never differ."""

from __future__ import annotations

from game.scenes.screen.context import Context


def quoted(ctx: Context, *ids: str) -> str:
    """The spoken lines of these ids, in quotation marks."""
    return f'"{" ".join(ctx.spoken(id_) for id_ in ids)}"'
