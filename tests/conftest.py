"""Every test draws without a window and plays without a sound card."""

from __future__ import annotations

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
os.environ.pop("BAREFOOT_DATA", None)

import pytest


@pytest.fixture
def player():
    """A family with one child at the first screen; see `tests/player.py`."""
    from tests.player import Player  # pygame and the whole game, only for tests that play

    return Player.with_family()
