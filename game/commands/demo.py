"""The game on a made-up family, its history told by the rules (`game.demo.family`); nothing is kept."""

from __future__ import annotations

import argparse

from game.commands import play
from game.commands.refusal import Refusal

MOST_WEEKS = 52


def add_arguments(parser: argparse.ArgumentParser) -> None:
    play.add_arguments(parser)
    parser.add_argument("--weeks", type=int, default=6, metavar="N", help="weeks already played, 0 to 52 (6)")


def run(args: argparse.Namespace) -> int:
    """0 when closed."""
    if not 0 <= args.weeks <= MOST_WEEKS:
        raise Refusal(f"--weeks {args.weeks}: the demo knows 0 to {MOST_WEEKS} weeks")
    window = play.window_for(args)
    play.say_language(args.lang)
    from game.demo.game import demo_game

    game = demo_game(window.get_size(), args.weeks, language=args.lang, mute=args.mute, live=True)
    return play.run_game(window, game, args.kiosk)
