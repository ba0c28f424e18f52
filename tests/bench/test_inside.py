"""Work inside the loop is counted by kind and screen, apart from what is done beside it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from game.app.window import init_pygame_for_pictures
from game.bench.inside import WorkCount, counting
from game.data.files.art import ArtLibrary
from game.data.files.resources import resource
from game.ui.art.frame_store import PackedFrame
from game.ui.audio.sound import AT_ONCE, Sound
from game.ui.audio.sound_probe import Probe
from game.ui.raster import rasterise, shadow

CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle r="4"/></svg>'


def _everything() -> None:
    picture = rasterise(CIRCLE, (90, 90))
    shadow(picture, 3, 60)
    PackedFrame.of((picture, (0, 0)), False).unpacked()
    ArtLibrary().rig("bo_front")
    sound = Sound(resource("assets"), probe=lambda: Probe(()))
    sound.effect("click")
    sound.close()


def test_each_kind_of_work_is_counted_for_the_screen_that_is_there():
    init_pygame_for_pictures()
    with counting() as count:
        count.screen = "map"
        _everything()
    assert {kind for screen, kind in count.inside if screen == "map"} == {"raster", "blur", "unpack", "parse", "open"}
    assert count.inside["map", "raster"] == count.inside["map", "blur"] == 1
    assert count.beside["decode"] == len(AT_ONCE), "sounds are read in a thread of their own"


def test_another_threads_work_is_beside_the_loop():
    init_pygame_for_pictures()
    with counting() as count:
        thread = threading.Thread(target=_everything)
        thread.start()
        thread.join()
    assert not count.inside
    assert count.beside["raster"] == 1


def test_a_place_in_the_code_is_told_when_asked_for():
    init_pygame_for_pictures()
    with counting(looks=True) as count:
        rasterise(CIRCLE, (9, 9))
    assert len(count.where) == 1
    assert "raster" in count.where[0]


@pytest.mark.parametrize("is_again", [False, True])
def test_nothing_is_counted_afterwards(is_again: bool, tmp_path: Path):
    with counting() as count:
        pass
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert count == WorkCount(threading.get_ident())
