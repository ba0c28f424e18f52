"""The game in a window."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.commands.refusal import Refusal
from game.commands.terminal import write_line

if TYPE_CHECKING:
    from pathlib import Path

    import pygame

    from game.app.game import Game


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--windowed", action="store_true", help="in a window")
    group.add_argument("--fullscreen", action="store_true", help="on the whole screen")
    parser.add_argument("--kiosk", action="store_true", help="a child cannot close the game")
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of words and voice, e.g. en")
    parser.add_argument("--mute", action="store_true", help="no sound; words on the picture")
    parser.add_argument("--size", metavar="WxH", help="size of the window, e.g. 1280x720")


def run(args: argparse.Namespace) -> int:
    """0 when closed by its family, 2 without a display or when another window has the diary, 3 when nothing can be
    kept."""
    from game.app import garbage

    with garbage.resting():  # until the first picture: modules and a family are made, and nothing of them is garbage
        window = window_for(args)  # first of all: the paper lies there while the rest is fetched
        from game.app import startup
        from game.data.files.paths import LANGUAGES, cache_dir, data_dir

        say_language(args.lang, data_dir(args.data_dir) / LANGUAGES)
        return startup.run(window, data_dir(args.data_dir), args, cache_dir())


def say_language(asked: str | None, own: Path | None = None) -> None:
    """One line where the language asked for is not there, among a family's `own` neither; the game goes on in English,
    with its voice."""
    from game.data.texts.languages import is_there, languages

    if asked is not None and not is_there(asked, own):
        there = ", ".join(languages(own))
        name = ascii(asked)[1:-1][:20]
        line = f"--lang {name}: that language is not there yet, only {there}; going on in English."
        write_line(f"barefoot-trail: {line}", to_err=True)


def window_for(args: argparse.Namespace) -> pygame.Surface:
    """The window the options ask for; a refusal in one line where nobody could see it."""
    from game.app.window import NoDisplay, WindowChoice, open_window
    from game.data.files.resources import resource

    icon = resource("assets", "parts", "cast", "bo.svg").read_bytes()
    try:
        return open_window(WindowChoice(args.fullscreen, parse_size(args.size) if args.size else None, icon=icon))
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
    from game.app.window import SMALLEST

    if text is None:
        return 1280, 720
    w, _, h = text.lower().partition("x")
    if not (w.isdecimal() and h.isdecimal() and SMALLEST[0] <= int(w) <= 7680 and SMALLEST[1] <= int(h) <= 4320):
        raise Refusal(
            f"--size {text} is no size of a window; write it like 1280x720, and not below {SMALLEST[0]}x{SMALLEST[1]}"
        )
    return int(w), int(h)


def run_game(window: pygame.Surface, game: Game, is_kiosk: bool = False) -> int:
    """The loop until it is closed; whatever happens the diary is closed properly."""
    from game.app.loop import App
    from game.scenes.routes import Start

    try:
        App(window, game.context, Start(), game.resized, is_kiosk=is_kiosk).run()
    finally:
        game.close()
    return 0
