"""From a folder to a running game: opens the family's diary, or shows the card that says why it cannot be had.

A card runs in the same window on a context of its own, with a diary in memory; what a grown-up chooses there hands the
window over to the real game.
"""

from __future__ import annotations

import argparse
import errno
import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pygame

from game import __version__
from game.app import garbage
from game.app.game import Game
from game.app.loop import App
from game.app.window import come_to_front
from game.data.copies import salvage
from game.data.copies.backup import STALE, back_up_if_changed
from game.data.copies.rejoin import rejoin
from game.data.copies.salvage import Found
from game.data.files.clock import local_now
from game.data.files.paths import JOURNAL, LEVELS, REPORT, TRIES
from game.data.journal import file_copies
from game.data.journal.errors import trouble_of
from game.data.journal.journal import (
    BusyJournal,
    DamagedJournal,
    Journal,
    JournalError,
    NewerJournal,
    UnwritableJournal,
)
from game.data.journal.rows import Row
from game.scenes import flow, routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.trouble import cases
from game.scenes.trouble.cases import Case
from game.scenes.trouble.trouble_card import TroubleCard

log = logging.getLogger(__name__)


def open_family(
    data: Path, size: tuple[int, int], *, cache: Path | None = None, mute: bool = False, language: str | None = None,
    patience: float | None = None,
) -> Game:  # fmt: skip
    """The family that lives in `data`; a JournalError says why it cannot be had. What was new when the game last ended
    without a good night is copied first."""
    path = data / JOURNAL
    with garbage.resting():
        journal = Journal.open(path) if patience is None else Journal.open(path, patience=patience)
        try:
            rejoin(journal, data)
            back_up_if_changed(journal, data, local_now())
            return Game(journal, size, data=data, cache=cache, mute=mute, language=language)
        except BaseException:
            journal.close()
            raise


def run(window: pygame.Surface, data: Path, args: argparse.Namespace, cache: Path | None = None) -> int:
    """The family's game in the window until it is closed, by way of a card when the diary cannot be had; the exit
    code."""
    return Door(window, data, args, cache).run()


class Door:
    """Whatever stands between the window and the family. `games` are those opened so far, the present one last."""

    def __init__(
        self, window: pygame.Surface, data: Path, args: argparse.Namespace, cache: Path | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:  # fmt: skip
        self.window, self.data, self.args, self.cache, self.now = window, data, args, cache, now
        self.games: list[Game] = []
        self._tries: Journal | None = None  # while a damaged diary is not mended
        self.code = 0
        self._is_put_away = False  # so that the other window is seen

    def run(self) -> int:
        try:
            first = self.enter()
            garbage.leave_alone_what_is_here()
            App(self.window, first.ctx, first, self.resized, is_kiosk=self.args.kiosk,
                is_windowed=self.args.windowed).run()  # fmt: skip
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
        self._forget_tries()  # the diary has them, if there were any
        return self._begin(game)

    def _begin(self, game: Game) -> Scene:
        self.games.append(game)
        self.code = 0
        game.context.start_demo = self._demo
        return flow.open(game.context, routes.Start())

    def _without_keeping(self) -> Scene:
        """What can be read of the family, in memory alone. Its PIN is not looked at: no try of it could be kept."""
        journal = Journal.in_memory()
        rows = salvage.readable(self.data / JOURNAL, self.data)
        journal.write_rows(rows)
        has_pin = any(row.kind == "gate_set" for row in rows)
        return self._begin(self._game(journal, keeps_tries=not has_pin))

    def _demo(self) -> Context:
        from game.demo.game import demo_game

        game = demo_game(self._size(), language=self.args.lang, mute=self.args.mute, live=True)
        self.games.append(game)
        return game.context

    def _in_memory(self) -> Game:
        return self._game(Journal.in_memory())

    def _game(self, journal: Journal, *, keeps_tries: bool = True) -> Game:
        return Game(
            journal, self._size(), cache=self.cache, mute=self.args.mute, language=self.args.lang,
            own_levels=self.data / LEVELS, keeps_tries=keeps_tries,
        )  # fmt: skip

    def _size(self) -> tuple[int, int]:
        surface = pygame.display.get_surface() or self.window
        return surface.get_size()

    # ---------------------------------------------------------------- cards
    def card(self, error: JournalError) -> Scene:
        """What is wrong, in words for the family."""
        log.info("%s", error)
        self.code = error.code
        if isinstance(error, DamagedJournal):
            return self._damaged(error)
        game = self._in_memory()
        self.games.append(game)
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

    # ---------------------------------------------------------------- a damaged diary
    def _damaged(self, error: DamagedJournal) -> Scene:
        try:
            found = salvage.salvage(self.data / JOURNAL, self.data)
        except OSError as reason:  # no room for the copy it reads from
            return self.card(trouble_of(reason, error.path))
        except UnwritableJournal as reason:
            return self.card(reason)
        try:
            game = self._game(self._kept_tries(found))
        except BusyJournal as reason:
            return self.card(reason)
        except UnwritableJournal as reason:
            log.warning("no PIN is looked at on the card: %s", reason)
            journal = Journal.in_memory()
            journal.write_rows(found.gate_rows)
            game = self._game(journal, keeps_tries=False)
        self.games.append(game)
        return self._damaged_card(game, found)

    def _kept_tries(self, found: Found) -> Journal:
        """The PIN and its tries, as far as they can be read, hold on the card as well, and the tries made there outlast
        a restart: they stand in a small diary of their own. UnwritableJournal where it cannot be had: then no PIN is
        looked at."""
        path = self.data / TRIES
        try:
            if path.parent.is_dir():
                file_copies.sweep(path.parent, time.time() - STALE)  # of starts that were killed
            self._tries = self._tries or Journal.open(path, patience=0)
            self._tries.write_rows(found.gate_rows)
        except (BusyJournal, UnwritableJournal):
            self._close_tries()
            raise
        except (JournalError, OSError) as error:
            self._close_tries()
            is_full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise UnwritableJournal(str(error), path, is_full=is_full) from error
        return self._tries

    def _close_tries(self) -> None:
        if self._tries:
            self._tries.close()
            self._tries = None

    def _forget_tries(self) -> None:
        self._close_tries()
        shutil.rmtree((self.data / TRIES).parent, ignore_errors=True)

    def _damaged_card(self, game: Game, found: Found) -> Scene:
        return TroubleCard(game.context, self._case(game.context, found), partial(self._decided, game, found))

    def _case(self, ctx: Context, found: Found) -> Case:
        """The copy is only worth a button when it is not what going on would give anyway."""
        copy, is_all = found.copy, len(found.copy_rows) == found.whole
        made = _moment(ctx, copy.made) if copy else ""
        return cases.damaged(
            ctx.texts, found.whole, found.gone,
            ", ".join(ctx.texts.date(day, "date_long") for day in found.missing),
            (made, len(found.copy_rows)) if copy and not is_all else None,
            has_pin=ctx.family.gate is not None,
            since=_moment(ctx, found.since) if found.since else "", from_copy=made if is_all else "",
            unseen=found.unseen,
        )  # fmt: skip

    def _decided(self, game: Game, found: Found, name: str) -> Scene | None:
        """What keeps everything goes on at once; another diary counts only after the PIN, if one can be read."""
        ctx = game.context
        if name == "look":
            self._show_folder(ctx, found)
            return None
        if name == "again":
            return self.enter()
        if name == "go_on" or ctx.family.gate is None:
            return self._mend(game, found, name)
        if self._tries is None:  # there may be room by now; else the PIN is not even asked
            try:
                self._kept_tries(found)
            except JournalError as reason:
                return self.card(reason)
            game = self._game(self._tries or Journal.in_memory())
            self.games.append(game)
            ctx = game.context
        diary = _Damaged(partial(self._mend, game, found))
        return flow.open(ctx, routes.Gate(routes.Mend(diary, name), self._damaged_card(game, found)))

    def _mend(self, game: Game, found: Found, name: str) -> Scene:
        """What is chosen takes the diary's place, and the PIN with the tries made on the card stays with it."""
        rows: tuple[Row, ...] = {"go_on": found.rows, "copy": found.copy_rows, "anew": ()}[name]
        game.pen.retry()
        try:
            salvage.mend(self.data / JOURNAL, (*rows, *game.journal.rows()), self.now())
        except (JournalError, OSError) as error:
            reason = error if isinstance(error, JournalError) else UnwritableJournal(str(error), self.data / JOURNAL)
            return self.card(reason)
        return self.enter()

    def _show_folder(self, ctx: Context, found: Found) -> None:
        words = ctx.texts
        report = self.data / REPORT
        case = self._case(ctx, found)
        lines = [case.title, case.line]
        if found.missing:
            lines.append(words("damaged_missing", when=", ".join(day.isoformat() for day in found.missing)))
        if found.copy:
            lines.append(f"{found.copy.path}: {len(found.copy_rows)}")
        try:
            report.write_text("\n".join(lines) + "\n", encoding="utf-8")
            ctx.files.open(str(self.data))
        except OSError as error:
            log.warning("%s", error)


@dataclass(frozen=True)
class _Damaged:
    """A damaged diary while its card is shown: see `game.scenes.routes.Mender`."""

    mend: Callable[[str], Scene]


def _moment(ctx: Context, moment: datetime) -> str:
    return f"{ctx.texts.date(moment.date(), 'date_year')}, {moment:%H:%M}"
