"""The card of a damaged diary: how much is whole, and to go on with it, with the newest copy, or anew.

Another diary counts only after the PIN, as far as it can be read. Tries made on the card stand in a small diary of
their own until the damaged one is mended, so that a restart gives no new ones.
"""

from __future__ import annotations

import errno
import logging
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from game.app.game import Game
from game.data.copies import salvage
from game.data.copies.backup import STALE
from game.data.copies.mend import mend
from game.data.copies.salvage import SalvageOffer
from game.data.files.paths import JOURNAL, REPORT, TRIES
from game.data.journal import file_copies
from game.data.journal.errors import (
    BusyJournal,
    DamagedJournal,
    JournalError,
    UnwritableJournal,
    trouble_of,
)
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from game.scenes import flow, routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.trouble import cases
from game.scenes.trouble.cases import TroubleWords
from game.scenes.trouble.trouble_card import TroubleCard

log = logging.getLogger(__name__)


class DamagedDiary:
    """Of the family in `data`. `begin` makes a game of a diary, which keeps tries or not; `enter` is the way in anew,
    `card` the card of another trouble, `now` the family's clock."""

    def __init__(
        self, data: Path, begin: Callable[[Journal, bool], Game], enter: Callable[[], Scene],
        card: Callable[[JournalError], Scene], now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self.data, self._begin, self._enter, self._other, self._now = data, begin, enter, card, now
        self._tries: Journal | None = None  # while it is not mended

    def card(self, error: DamagedJournal) -> Scene:
        """What is wrong and what can be done, or the card of what hinders looking."""
        try:
            found = salvage.salvage(self.data / JOURNAL, self.data)
        except OSError as reason:  # no room for the copy it reads from
            return self._other(trouble_of(reason, error.path))
        except UnwritableJournal as reason:
            return self._other(reason)
        try:
            game = self._begin(self._kept_tries(found), True)
        except BusyJournal as reason:
            return self._other(reason)
        except UnwritableJournal as reason:
            log.warning("no PIN is looked at on the card: %s", reason)
            journal = Journal.in_memory()
            journal.write_rows(found.gate_rows)
            game = self._begin(journal, False)
        return self._damaged_card(game, found)

    def _kept_tries(self, found: SalvageOffer) -> Journal:
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

    def forget_tries(self) -> None:
        """The diary has them, if there were any."""
        self._close_tries()
        shutil.rmtree((self.data / TRIES).parent, ignore_errors=True)

    def _damaged_card(self, game: Game, found: SalvageOffer) -> Scene:
        return TroubleCard(game.context, self._case(game.context, found), partial(self._decided, game, found))

    def _case(self, ctx: Context, found: SalvageOffer) -> TroubleWords:
        """The copy is only worth a button when it is not what going on would give anyway."""
        copy, is_all = found.copy, len(found.copy_rows) == found.whole
        made = _moment(ctx, copy.made) if copy else ""
        return cases.damaged(
            ctx.texts, found.whole, found.gone,
            ctx.texts.locale.in_row([ctx.texts.date(day, "long") for day in found.missing]),
            (made, len(found.copy_rows)) if copy and not is_all else None,
            has_pin=ctx.family.gate is not None,
            since=_moment(ctx, found.since) if found.since else "", from_copy=made if is_all else "",
            unseen=found.unseen,
        )  # fmt: skip

    def _decided(self, game: Game, found: SalvageOffer, name: str) -> Scene | None:
        """What keeps everything goes on at once; another diary counts only after the PIN, if one can be read."""
        ctx = game.context
        if name == "look":
            self._show_folder(ctx, found)
            return None
        if name == "again":
            return self._enter()
        if name == "go_on" or ctx.family.gate is None:
            return self._mend(game, found, name)
        if self._tries is None:  # there may be room by now; else the PIN is not even asked
            try:
                self._kept_tries(found)
            except JournalError as reason:
                return self._other(reason)
            game = self._begin(self._tries or Journal.in_memory(), True)
            ctx = game.context
        mender = _Mender(partial(self._mend, game, found))
        return flow.open(ctx, routes.Gate(routes.Mend(mender, name), self._damaged_card(game, found)))

    def _mend(self, game: Game, found: SalvageOffer, name: str) -> Scene:
        """What is chosen takes the diary's place, and the PIN with the tries made on the card stays with it."""
        rows: tuple[JournalRow, ...] = {"go_on": found.rows, "copy": found.copy_rows, "anew": ()}[name]
        game.pen.retry()
        try:
            mend(self.data / JOURNAL, (*rows, *game.journal.rows()), self._now())
        except (JournalError, OSError) as error:
            reason = error if isinstance(error, JournalError) else UnwritableJournal(str(error), self.data / JOURNAL)
            return self._other(reason)
        return self._enter()

    def _show_folder(self, ctx: Context, found: SalvageOffer) -> None:
        words = ctx.texts
        report = self.data / REPORT
        case = self._case(ctx, found)
        lines = [case.title, case.line]
        if found.missing:
            lines.append(
                words("damaged_missing", when=words.locale.in_row([words.date(day, "year") for day in found.missing]))
            )
        if found.copy:
            lines.append(f"{found.copy.path}: {len(found.copy_rows)}")
        try:
            report.write_text("\n".join(lines) + "\n", encoding="utf-8")
            ctx.files.open(str(self.data))
        except OSError as error:
            log.warning("%s", error)


@dataclass(frozen=True)
class _Mender:
    """A damaged diary while its card is shown: see `game.scenes.routes.Mender`."""

    mend: Callable[[str], Scene]


def _moment(ctx: Context, moment: datetime) -> str:
    locale = ctx.texts.locale
    return locale.at(locale.date(moment.date(), "year"), moment)
