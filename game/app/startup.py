"""From a folder to a running game: opens the family's diary, or shows the card that says why it cannot be had.

A card runs in the same window on a context of its own, with a diary in memory; what a grown-up chooses there hands the
window over to the real game.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game import __version__
from game.app import garbage
from game.app.game import Game
from game.app.loop import App
from game.app.window import come_to_front, preferred_languages
from game.data.checkpoint.key import key_of
from game.data.checkpoint.past import Past
from game.data.copies.backup import back_up_if_changed
from game.data.copies.rejoin import rejoin
from game.data.files.clock import local_now
from game.data.files.paths import JOURNAL, LEVELS, TRIES
from game.data.journal.journal import (
    BusyJournal,
    DamagedJournal,
    Journal,
    JournalError,
    NewerJournal,
    UnwritableJournal,
)
from game.data.journal.opening import LOCK_PATIENCE
from game.data.levels.level_files import REMEMBERED
from game.scenes import flow, routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

if TYPE_CHECKING:
    from game.app.damaged_diary import DamagedDiary

log = logging.getLogger(__name__)


def open_family(
    data: Path, size: tuple[int, int], *, cache: Path | None = None, mute: bool = False, language: str | None = None,
    patience: float | None = None,
) -> Game:  # fmt: skip
    """The family that lives in `data`; a JournalError says why it cannot be had. What was new when the game last ended
    without a good night is copied first."""
    path = data / JOURNAL
    with garbage.resting():
        key = key_of(None, data / LEVELS, data / LEVELS / REMEMBERED)
        past = Past(data, key)
        journal = Journal.open(path, patience=LOCK_PATIENCE if patience is None else patience, proven=past.proven)
        try:
            rejoin(journal, data)
            back_up_if_changed(journal, data, local_now())
            return Game(
                journal, size, data=data, cache=cache, mute=mute, language=language, past=past, key=key,
                preferred=preferred_languages(),
            )  # fmt: skip
        except BaseException:
            journal.close()
            raise


def run(window: pygame.Surface, data: Path, args: argparse.Namespace, cache: Path | None = None) -> int:
    """The family's game in the window until it is closed, by way of a card when the diary cannot be had; the exit
    code."""
    return Launcher(window, data, args, cache).run()


class Launcher:
    """Whatever stands between the window and the family. `games` are those opened so far, the present one last."""

    def __init__(
        self, window: pygame.Surface, data: Path, args: argparse.Namespace, cache: Path | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:  # fmt: skip
        self.window, self.data, self.args, self.cache, self.now = window, data, args, cache, now
        self.games: list[Game] = []
        self.code = 0
        self._is_put_away = False  # so that the other window is seen

    @cached_property
    def _damaged(self) -> DamagedDiary:
        from game.app.damaged_diary import DamagedDiary

        return DamagedDiary(self.data, self._beside, self.enter, self.card, self.now)

    def run(self) -> int:
        try:
            first = self.enter()
            garbage.leave_alone_what_is_here()
            App(self.window, first.ctx, first, self.resized, is_kiosk=self.args.kiosk,
                is_windowed=self.args.windowed, begins=self.games[-1].first_pictures).run()  # fmt: skip
        finally:
            for game in self.games:
                game.close()
        return self.code

    def resized(self, context: Context, size: tuple[int, int]) -> None:
        """Pictures of another size for whichever game the scene belongs to."""
        next(game for game in self.games if game.context is context).resized(context, size)

    # ---------------------------------------------------------------- ways in
    def enter(self) -> Scene:
        """The family's first screen, or the card that says why not."""
        try:
            return self._family()
        except JournalError as error:
            return self.card(error)

    def _family(self, patience: float | None = None) -> Scene:
        game = open_family(
            self.data, self._size(), cache=self.cache, mute=self.args.mute, language=self.args.lang, patience=patience
        )
        if (self.data / TRIES).parent.exists():
            self._damaged.forget_tries()
        return self._begin(game)

    def _begin(self, game: Game) -> Scene:
        self.games.append(game)
        self.code = 0
        is_chosen = self.args.lang is not None or bool(game.context.settings.language)
        game.context.asks_language = not is_chosen and len(game.context.languages) > 1
        game.context.start_demo = self._demo
        game.context.damaged = lambda: self._found_damaged(game)
        return flow.open(game.context, routes.Start())

    def _found_damaged(self, game: Game) -> Scene:
        """The proof beside the loop found what the start took on trust."""
        error = game.keeper.trouble
        assert error
        game.close()  # the card looks at the file, and may write another in its place
        return self.card(error)

    def _without_keeping(self) -> Scene:
        """What can be read of the family, in memory alone. Its PIN is not looked at: no try of it could be kept."""
        from game.data.copies import salvage

        journal = Journal.in_memory()
        rows = salvage.readable(self.data / JOURNAL, self.data)
        journal.write_rows(rows)
        has_pin = any(row.kind == "gate_set" for row in rows)
        return self._begin(self._game(journal, keeps_tries=not has_pin))

    def _demo(self) -> Context:
        from game.demo.game import demo_game

        game = demo_game(self._size(), language=self.games[-1].context.language, mute=self.args.mute, live=True)
        self.games.append(game)
        return game.context

    def _in_memory(self) -> Game:
        return self._game(Journal.in_memory())

    def _game(self, journal: Journal, *, keeps_tries: bool = True) -> Game:
        return Game(
            journal, self._size(), cache=self.cache, mute=self.args.mute, language=self.args.lang,
            own_levels=self.data / LEVELS, keeps_tries=keeps_tries, preferred=preferred_languages(),
        )  # fmt: skip

    def _beside(self, journal: Journal, keeps_tries: bool) -> Game:
        """A game that a card runs on."""
        game = self._game(journal, keeps_tries=keeps_tries)
        self.games.append(game)
        return game

    def _size(self) -> tuple[int, int]:
        surface = pygame.display.get_surface() or self.window
        return surface.get_size()

    # ---------------------------------------------------------------- cards
    def card(self, error: JournalError) -> Scene:
        """What is wrong, in words for the family."""
        log.info("%s", error)
        self.code = error.code
        if isinstance(error, DamagedJournal):
            return self._damaged.card(error)
        from game.scenes.trouble import cases
        from game.scenes.trouble.trouble_card import TroubleCard

        game = self._beside(Journal.in_memory(), True)
        words, folder = game.context.texts, str(self.data)
        match error:
            case BusyJournal():
                return TroubleCard(game.context, cases.second_window(words), self._second, self._look_again)
            case NewerJournal():
                case = cases.newer_diary(words, error.newer, __version__, folder)
                return TroubleCard(game.context, case, self._close_or_guest)
            case UnwritableJournal(is_full=is_full):
                case = cases.unwritable(words, folder, is_full=is_full)
                return TroubleCard(game.context, case, self._again_or_guest)
        raise error

    def _second(self, name: str) -> Scene | None:
        if name == "close":
            self._quit()
        else:
            pygame.display.iconify()  # the other window may be behind this one
            self._is_put_away = True
        return None

    def _look_again(self) -> Scene | None:
        """The other window may be gone by now; this one takes over."""
        try:
            scene = self._family(patience=0)
        except BusyJournal:
            return None
        except JournalError as error:
            scene = self.card(error)
        if self._is_put_away:
            self._is_put_away = False
            come_to_front()
        return scene

    def _close_or_guest(self, name: str) -> Scene | None:
        if name == "guest":
            return self._begin(self._in_memory())
        self._quit()
        return None

    def _again_or_guest(self, name: str) -> Scene | None:
        if name == "guest":
            return self._without_keeping()
        return self.enter() if name == "again" else self._close_or_guest(name)

    def _quit(self) -> None:
        self.games[-1].context.request_quit()
