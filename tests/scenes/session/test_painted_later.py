"""Nothing that moves waits for what is only read: words, a number and what lies in a box come when they are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.core.events import QuestKind
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.blit_only import blit_only
from game.ui.stage import Stage
from tests.player import Player

SIZE = (640, 360)


class Play:
    """An exercise at play, whose pictures are painted beside the loop when `paint` is called."""

    def __init__(self, exercise: str) -> None:
        self.player = Player.with_family(size=SIZE)
        self.ctx = self.player.ctx
        child = next(iter(self.ctx.children))
        session = RunningSession(self.ctx, child, QuestKind.QUEST, (as_level(self.ctx, exercise, 1, 12),))
        self.scene = PlayScreen(session)
        self.stage = Stage(pygame.Surface(SIZE))
        self.asked: list[Callable[[], object]] = []
        self.ctx.pictures.ask = self.asked.append
        self.ctx.narrator.stop()
        self.scene.draw(self.stage)  # the first picture is drawn beside the loop in whole
        self.stage.present()

    def frame(self) -> bytes:
        """The next one, as the loop draws it."""
        with blit_only():
            self.scene.draw(self.stage)
        self.stage.present()
        return pygame.image.tobytes(self.stage.surface, "RGB")

    def say(self, line: str) -> None:
        self.ctx.narrator.say(line)
        self.ctx.narrator.update(0.0)
        assert self.scene.has_words

    def paint(self) -> None:
        assert self.asked, "nothing was asked for"
        while self.asked:
            self.asked.pop()()


@pytest.fixture
def play() -> Iterator[Play]:
    play = Play("lift_ride")
    yield play
    play.player.game.close()


def test_the_name_stays_until_the_words_are_painted(play: Play) -> None:
    name = play.frame()
    play.say("lift_ride_go")
    assert play.frame() == name
    play.paint()
    words = play.frame()
    assert words != name and play.frame() == words


def test_the_words_before_stay_until_the_next_ones_are_painted(play: Play) -> None:
    play.say("lift_ride_go")
    play.frame()
    play.paint()
    words = play.frame()
    play.say("lift_ride_cue_1")
    assert play.frame() == words
    play.paint()
    assert play.frame() != words


def test_after_a_silence_no_old_words_come_again(play: Play) -> None:
    name = play.frame()
    play.say("lift_ride_go")
    play.frame()
    play.paint()
    assert play.frame() != name
    play.ctx.narrator.stop()
    assert play.frame() == name
    play.say("lift_ride_cue_1")
    assert play.frame() == name
    play.paint()
    assert play.frame() != name


def test_the_first_number_comes_when_it_is_painted(play: Play) -> None:
    before = play.frame()
    play.scene.pace.units = 1
    play.frame()
    play.paint()
    assert play.frame() != before
