"""Picture states of the screens of `game.scenes.trouble`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.trouble.cases import (
    damaged,
    disk_full,
    newer_diary,
    replaced,
    second_window,
    unwritable,
)
from game.scenes.trouble.stumbled import StumbledScreen
from game.scenes.trouble.trouble_card import TroubleCard

TROUBLE_STATES = (
    "damaged", "damaged-all-whole", "damaged-no-pin", "damaged-since", "damaged-least", "second", "newer", "diskfull",
    "diskfull-end", "diskfull-refused", "diskfull-saved", "unwritable", "stumbled", "damaged-unseen", "replaced",
    "replaced-anew", "replaced-beside",
)  # fmt: skip


LONG_DATE = "23 September 2026, 19:12"


LONG_PATH = "/media/grandmother/HOLIDAYS-2026/Barefoot Trail - Not in the diary yet - 2026-11-22.jsonl"


def trouble(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Every case."""

    words = ctx.texts
    cases = (
        ("damaged", damaged(words, 412, 3, "Sat 21 November, evening", ("Sat 21 Nov 19:12", 409))),
        ("damaged-all-whole", damaged(words, 412, 0)),
        ("damaged-no-pin", damaged(words, 0, 0, has_pin=False)),
        ("damaged-since", damaged(words, 409, 0, since=LONG_DATE, from_copy=LONG_DATE)),
        ("damaged-least", damaged(words, 1412, 103, "Sat 21 November", (LONG_DATE, 1309), since=LONG_DATE)),
        ("second", second_window(words)),
        ("newer", newer_diary(words, "1.4", "1.2", "~/.local/share/barefoot-trail")),
        ("diskfull", disk_full(words, 2)),
        ("diskfull-end", disk_full(words, 2, is_end=True)),
        ("diskfull-refused", replace(disk_full(words, 2), foot=words("file_refused"))),
        ("diskfull-saved", replace(disk_full(words, 2), foot=words("diskfull_saved", path=LONG_PATH))),
        ("damaged-unseen", damaged(words, 0, 0, unseen=3)),
        ("replaced", replaced(words, "joined", 127, 12)),
        ("replaced-anew", replaced(words, "anew", 20416, kept="journal-damaged-2026-11-22-191205.sqlite")),
        ("replaced-beside", replaced(words, "beside", 0)),
        ("unwritable", unwritable(words, "/media/family/barefoot-trail")),
    )
    for name, case in cases:
        yield name, TroubleCard(ctx, case, lambda _: None)
    yield "stumbled", StumbledScreen(ctx, TroubleCard(ctx, cases[0][1], lambda _: None))
