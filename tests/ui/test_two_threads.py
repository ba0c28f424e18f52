"""A kept picture may be drawn by the loop while another thread makes something of it."""

from __future__ import annotations

import threading
import weakref

import pygame

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.puppet.place import TrailArt
from game.ui.art.art_cache import ArtRoom
from game.ui.art.lens import Pane
from game.ui.art.scenery import TrailMap
from game.ui.effects import StarPose, star_picture
from game.ui.pictures import Pictures
from game.ui.raster import shadow
from game.ui.view import View

ROUNDS = 150


def test_a_picture_is_drawn_while_its_shadow_and_its_turns_are_made():
    init_pygame_for_pictures()
    pictures, window = Pictures(ArtLibrary(), View(640, 360)), pygame.Surface((640, 360))
    star = pictures.part("icons/star", 400)
    refused: list[Exception] = []

    def make() -> None:
        try:
            for i in range(ROUNDS):
                shadow(star, 4, 60)
                star_picture(pictures, 400, StarPose(0, 0, i, 1.0, 1.0 - i / 400))
        except pygame.error as error:
            refused.append(error)

    thread = threading.Thread(target=make)
    thread.start()
    while thread.is_alive():
        window.blit(star, (0, 0))
    assert not refused


class Asking(ArtLibrary):
    """While a map is being read for the loop, another thread asks the room for it as well."""

    room: ArtRoom

    def __init__(self) -> None:
        super().__init__()
        self.others: list[TrailMap] = []

    def trail(self, chapter: str) -> TrailArt:
        if threading.current_thread() is threading.main_thread():
            other = threading.Thread(target=lambda: self.others.append(self.room.trail(chapter)))
            other.start()
            other.join()
        return super().trail(chapter)


def test_a_map_that_two_threads_ask_for_at_once_is_one_map():
    init_pygame_for_pictures()
    library = Asking()
    library.room = ArtRoom(library, 0.2, None)
    assert [library.room.trail(library.story()[0].place)] == library.others


def test_two_threads_cut_the_frames_of_one_lens():
    """The baker makes those to come while a screen is drawn beside the loop."""
    init_pygame_for_pictures()
    library, view = ArtLibrary(), View(640, 360)
    pictures = Pictures(library, view)
    pane = Pane(weakref.ref(pictures), '<rect width="344" height="344" fill="#BFE3D3"/>', 344, 0, 0)
    refused: list[Exception] = []

    def cut() -> None:
        frame = pygame.Surface((60, 60), pygame.SRCALPHA)
        try:
            for _ in range(ROUNDS):
                pane.cut(frame, -30, -30)
        except pygame.error as error:
            refused.append(error)

    threads = [threading.Thread(target=cut) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not refused
