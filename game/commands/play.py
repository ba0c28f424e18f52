"""The game in a window."""

from __future__ import annotations

import argparse
import logging

from game.cli import Refusal

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--windowed", action="store_true", help="in a window")
    group.add_argument("--fullscreen", action="store_true", help="on the whole screen")
    parser.add_argument("--kiosk", action="store_true", help="a child cannot close the game")
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of words and voice, e.g. en")
    parser.add_argument("--mute", action="store_true", help="no sound; words on the picture")
    parser.add_argument("--size", metavar="WxH", help="size of the window, e.g. 1280x720")


def run(args: argparse.Namespace) -> int:
    """0 when closed by its family, 2 without a display."""
    from game.data.journal import JournalError
    from game.data.paths import cache_dir, data_dir
    from game.startup import open_family

    data = data_dir(args.data_dir)
    window = window_for(args)
    try:
        game = open_family(data, window.get_size(), cache=cache_dir(), mute=args.mute, language=args.lang)
    except JournalError as error:
        from game.startup import trouble

        return trouble(window, error, data, args)
    return run_game(window, game)


def window_for(args: argparse.Namespace):  # noqa: ANN201
    """The window the options ask for; a refusal in one line where nobody could see it."""
    from game.app import NoDisplay, WindowChoice, open_window

    try:
        return open_window(WindowChoice(full_screen=args.fullscreen, size=parse_size(args.size)))
    except NoDisplay as error:
        why = f" ({error})" if str(error) else ""
        raise Refusal(
            f"there is no display to show the game on{why}. Start it on the computer's own desktop; "
            "to draw without one on purpose, set SDL_VIDEODRIVER=dummy."
        ) from error


def parse_size(text: str | None) -> tuple[int, int]:
    """Width and height of "1280x720"; a refusal when it is none.

    >>> parse_size("1024x600")
    (1024, 600)
    """
    if text is None:
        return 1280, 720
    w, _, h = text.lower().partition("x")
    if not (w.isdecimal() and h.isdecimal() and 320 <= int(w) <= 7680 and 200 <= int(h) <= 4320):
        raise Refusal(f"--size {text} is no size of a window; write it like 1280x720")
    return int(w), int(h)


def run_game(window, game) -> int:  # noqa: ANN001
    """The loop until it is closed; whatever happens the diary is closed properly."""
    from game.app import App
    from game.scenes import flow

    try:
        App(window, game.context, flow.start, game.resized).run()
    finally:
        game.close()
    return 0
