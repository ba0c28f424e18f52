"""Opening the window, at a size that fits the desktop, and never an unseen one.

Without a display SDL silently draws where nobody sees it, and libraries grumble first: so whether there is one is told
before SDL is asked. A bare console is asked for by name, `SDL_VIDEODRIVER=kmsdrm`.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings

import pygame

from game.frozen import dataclass
from game.ui.malloc_tuning import give_back_pictures
from game.ui.theme import CREAM
from game.ui.view import DESIGN

TITLE = "The Barefoot Trail"
MOST_OF_DESKTOP = 0.85  # leaves room for the desktop's own bars
ICON = (64, 64)
SMALLEST = (640, 360)  # below it nobody could read, and the game asks to be made bigger
LARGEST = (1920, 1080)  # what a window opens at; it may be pulled larger


class NoDisplay(Exception):
    """There is no screen to show the game on."""


@dataclass(frozen=True, slots=True)
class WindowChoice:
    """How the window is opened; without a size it fits the desktop."""

    full_screen: bool = False
    size: tuple[int, int] | None = None
    icon: bytes | None = None  # an SVG document


def fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """The design's shape, as large as most of the desktop, within reason; on a small one all of it that is needed.

    >>> fitting((1366, 768)), fitting((3840, 2160)), fitting((0, 0)), fitting((640, 480)), fitting((480, 320))
    ((1160, 652), (1920, 1080), (1280, 720), (640, 360), (480, 320))
    """
    if min(desktop) <= 0:
        return DESIGN
    k = min(MOST_OF_DESKTOP * desktop[0] / DESIGN[0], MOST_OF_DESKTOP * desktop[1] / DESIGN[1], LARGEST[0] / DESIGN[0])
    w, h = (max(int(side * k) // 2 * 2, least) for side, least in zip(DESIGN, SMALLEST))
    return min(w, desktop[0]), min(h, desktop[1])


def open_window(choice: WindowChoice) -> pygame.Surface:
    """The window; NoDisplay when nobody could see it.

    Without a display SDL silently draws offscreen, and a game would run that nobody sees; only a driver named on
    purpose is obeyed.
    """
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # real pixels, not a picture blown up
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    for system in ("X11", "WAYLAND"):  # pygame has named the window's class after Python's file, __main__.py
        os.environ[f"SDL_VIDEO_{system}_WMCLASS"] = "barefoot-trail"
    give_back_pictures()
    asked = os.environ.get("SDL_VIDEODRIVER")
    if not asked and sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoDisplay  # trying would only let libraries grumble first; a bare console is asked for by its driver
    try:
        pygame.display.init()
        if pygame.display.get_driver() in ("offscreen", "dummy") and asked != pygame.display.get_driver():
            raise NoDisplay
        if pygame.display.get_driver() == "x11":
            # With libGL SDL presents even a plain surface through OpenGL, 16 times slower where no driver helps. Only
            # where the system itself can show one: Wayland, macOS and a bare console have no other way than a texture.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        pygame.font.init()
        pygame.joystick.init()
        if choice.icon:
            with contextlib.suppress(pygame.error):  # a broken drawing is no missing display; `doctor` names it
                pygame.display.set_icon(pygame.image.load_sized_svg(io.BytesIO(choice.icon), ICON))
        size = choice.size or fitting(pygame.display.get_desktop_sizes()[0])
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if choice.full_screen else 0)
        window = pygame.display.set_mode((0, 0) if choice.full_screen else size, flags)
        window.fill(CREAM)
        pygame.display.flip()
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    pygame.display.set_caption(TITLE)
    pygame.key.stop_text_input()
    return window


def _the_window() -> pygame.Window:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the way to the one window from here, until pygame-ce 3
        return pygame.Window.from_display_module()


def come_to_front() -> None:
    """Out of the bar of put away windows, before the others, with the keyboard where the desktop gives it."""
    with contextlib.suppress(pygame.error):  # a desktop that does not let windows come shows it in its bar
        window = _the_window()
        window.restore()
        window.focus()


def turn_full_screen(on: bool, windowed: tuple[int, int]) -> None:
    """The whole screen, or a window of `windowed` again, without opening another one.

    Neither toggle_fullscreen nor set_mode brings a window back to its old size on every desktop.
    """
    window = _the_window()
    if on:
        window.set_fullscreen(desktop=True)
    else:
        window.set_windowed()
        window.size = windowed


def init_pygame_for_pictures() -> None:
    """A display for drawing without a window."""
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_surface() is None:
        pygame.display.set_mode((8, 8))


def preferred_languages() -> tuple[str, ...]:
    """The computer's own languages, the first one first, e.g. "de"; () where it does not say."""
    try:
        return tuple(str(said["language"]) for said in pygame.system.get_pref_locales() if said.get("language"))
    except (pygame.error, AttributeError):  # a system that knows none, or an older pygame
        return ()
