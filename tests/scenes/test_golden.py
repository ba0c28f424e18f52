"""A few screens look as they did when somebody last looked at them; see `tests/pictures.py` for accepting new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.gallery import pictures as gallery_pictures
from tests import pictures

SIZE = (640, 360)


@pytest.mark.parametrize(
    "name", ["screen-who", "screen-map", "screen-play-seconds", "screen-confirm", "screen-progress"]
)
def test_the_screen_looks_as_it_was_accepted(name: str, tmp_path: Path):
    drawn = {found: picture for found, picture, _ in gallery_pictures(SIZE, None, name)}
    pictures.check(name, drawn[name], tmp_path)
