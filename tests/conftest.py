"""Every test draws without a window, plays without a sound card and draws the same examples every time."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
os.environ.pop("BAREFOOT_DATA", None)

import platformdirs
import pytest
from hypothesis import is_hypothesis_test, settings

import game

settings.register_profile("the same every time", derandomize=True, database=None, deadline=None)
settings.load_profile("the same every time")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Hypothesis also draws the constants of our modules that are loaded: were some loaded late, the examples would
    hang on which test ran before."""
    if any(is_hypothesis_test(getattr(item, "obj", None)) for item in session.items):
        for module in pkgutil.walk_packages(game.__path__, "game."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


@pytest.fixture(autouse=True)
def documents(tmp_path_factory, monkeypatch):
    """Pages are saved among nobody's own documents."""
    folder = tmp_path_factory.getbasetemp() / "documents"
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))


@pytest.fixture(scope="module")
def no_search_for_garbage():
    """What other tests left may complain as it is collected, and Python 3.11 reads source to print the complaint: within
    `ast.parse` that ends in an error of the interpreter (python/cpython#106905)."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def program(tmp_path_factory, monkeypatch):
    """What shows a page on this computer; see `tests/programs.py`."""
    from tests.programs import Program

    return Program(tmp_path_factory.mktemp("programs"), monkeypatch)


@pytest.fixture
def player():
    """A family with one child at the first screen; see `tests/player.py`."""
    from tests.player import Player  # pygame and the whole game, only for tests that play

    return Player.with_family()
