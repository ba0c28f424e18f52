"""The game on a made-up family, its history told by the rules (`game.demo.family`); nothing is kept."""

from __future__ import annotations

import argparse
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import Refusal

if TYPE_CHECKING:
    from game.app.game import Game
    from game.core.events import Event

MOST_WEEKS = 52


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from game.commands.play import add_arguments as play_arguments

    play_arguments(parser)
    parser.add_argument("--weeks", type=int, default=6, metavar="N", help="weeks already played, 0 to 52 (6)")


def run(args: argparse.Namespace) -> int:
    """0 when closed."""
    from game.commands.play import run_game, say_language, window_for

    if not 0 <= args.weeks <= MOST_WEEKS:
        raise Refusal(f"--weeks {args.weeks}: the demo knows 0 to {MOST_WEEKS} weeks")
    window = window_for(args)
    say_language(args.lang)
    game = demo_game(window.get_size(), args.weeks, language=args.lang, mute=args.mute, live=True)
    return run_game(window, game, args.kiosk)


def demo_game(
    size: tuple[int, int], weeks: int = 6, *, language: str | None = None, mute: bool = False, live: bool = False,
    cache: Path | None = None,
) -> Game:  # fmt: skip
    """A family with PIN 2580: Anna some weeks on the trail, Leo locked after surgery, Mum joining in.

    `live` ends the history yesterday evening of the computer's own clock; else on a fixed day, for pictures.
    `cache` keeps flattened scenery between several games.
    """
    from game.app.game import Game
    from game.data.files.clock import local_now
    from game.data.journal.journal import Journal

    fixed = datetime.fromisoformat("2026-11-22T08:30:00+01:00")
    journal = Journal.in_memory()
    journal.write(_told(local_now() if live else fixed, weeks))
    # A clock that stands still: pictures must not depend on the hour they are made.
    clock = local_now if live else lambda: fixed
    return Game(journal, size, now=clock, mute=mute or not live, is_demo=True, seed=7, language=language, cache=cache)


@cache
def _told(now: datetime, weeks: int) -> tuple[Event, ...]:
    """The family's history; made once, for it takes half a second and the gallery wants it for every screen."""
    from game.data.journal.journal import Journal
    from game.demo.family import tell

    journal = Journal.in_memory()
    tell(journal, now, weeks)
    return tuple(journal.events())
