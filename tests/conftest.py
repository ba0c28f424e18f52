"""Every test draws without a window and plays without a sound card."""

from __future__ import annotations

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
os.environ.pop("BAREFOOT_DATA", None)

import pytest

from tests.player import Player


@pytest.fixture
def player() -> Player:
    """A family with one child at the first screen; see `tests/player.py`."""
    return Player.with_family()
