"""The game on a made-up family, whose history is told by the rules; nothing of it is kept."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.game import Game
from game.core.events import Event
from game.core.simulate.simulation import PIN
from game.data.files.clock import local_now
from game.data.files.paths import LEVELS
from game.data.journal.journal import Journal
from game.demo.family import tell


def demo_game(
    size: tuple[int, int], weeks: int = 6, *, language: str | None = None, mute: bool = False, live: bool = False,
    cache: Path | None = None,
) -> Game:  # fmt: skip
    """The made-up family: Anna some weeks on the trail, Leo locked after surgery, Mum joining in.

    `live` ends the history yesterday evening of the computer's own clock; else on a fixed day, for pictures.
    `cache` keeps flattened scenery between several games. For pictures it has a folder of levels of its own, which goes
    with the game.
    """
    fixed = datetime.fromisoformat("2026-11-22T08:30:00+01:00")
    journal = Journal.in_memory()
    journal.write(_told(local_now() if live else fixed, weeks))
    # A clock that stands still: pictures must not depend on the hour they are made.
    clock = local_now if live else lambda: fixed
    own = None if live else TemporaryDirectory(prefix="barefoot-trail-")
    game = Game(journal, size, now=clock, mute=mute or not live, is_demo=True, seed=7, language=language, cache=cache,
                own_levels=Path(own.name) / LEVELS if own else None)  # fmt: skip
    game.kept_with_it = own
    game.context.told_pin = PIN
    return game


@cache
def _told(now: datetime, weeks: int) -> tuple[Event, ...]:
    """The family's history; made once, for it takes half a second and the gallery wants it for every screen."""
    journal = Journal.in_memory()
    tell(journal, now, weeks)
    return tuple(journal.events())
