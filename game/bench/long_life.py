"""Whether ten years open like ten days: a family of two sessions a day, begun from what its last good night left.

Measured is what stands between the window and a child's press on who is playing: the diary opened, the family had, the
quest of the moment laid out; then what a grown-up waits for who looks at the figures. The comparison is the least
anybody could do who reads it all: every row selected and its fact parsed.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from game.app import garbage
from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.bench.diary import CHILD, story
from game.bench.pairs import Figure, in_turn, median, ratio, ratios, seconds, spread_of
from game.core.content import Catalogue, Slot
from game.core.events import Held
from game.core.reports.chosen_days import Period, PeriodKind
from game.core.rules import journey
from game.core.rules.today import Today, today
from game.data.checkpoint.checkpoint_file import write_file
from game.data.checkpoint.family_history import had
from game.data.checkpoint.key import key_of
from game.data.checkpoint.next_checkpoint import settle_family
from game.data.checkpoint.past import Past
from game.data.files.paths import CHECKPOINT, JOURNAL
from game.data.journal.journal import Journal
from game.data.levels.playable import read_shipped
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.over_time import OverTimePage
from game.scenes.parent.progress.progress import ProgressPage

YEAR, TEN_YEARS = 365, 3650  # days
BEGIN = date(2025, 1, 6)  # a diary from before there was a game is another story
EXERCISES_A_QUEST = 12  # as a family that does everything: 38 facts a session, 279,000 in ten years
ROUNDS = 9
SIZE, EXERCISE = (1280, 720), "bear_walk"


def measures(few: int = YEAR, many: int = TEN_YEARS) -> Iterator[Figure]:
    """The start of a family of `many` days beside the bare reading of its diary, and beside that of `few` days."""
    init_pygame_for_pictures()
    catalogue = read_shipped()
    with tempfile.TemporaryDirectory() as folder:
        short, long = (_lived(catalogue, Path(folder), days) for days in (few, many))
        starts, readings = in_turn(long.start, long.read_barely, 3)
        note = f"{1000 * median(starts):.0f} ms of {1000 * median(readings):.0f}"
        yield Figure(
            "ten years until a child can be pressed",
            ratio(starts, readings),
            "x bare reading",
            0.05,
            note,
            _spread(starts, readings),
        )
        starts, others = in_turn(long.start, short.start, ROUNDS)
        here = f"{1000 * median(others):.0f} ms"
        yield Figure("the same beside one year", ratio(starts, others), "x", 1.15, here, _spread(starts, others))
        yield from _pages(short, long)


def _pages(short: _Home, long: _Home) -> Iterator[Figure]:
    """The grown-ups' page of figures, as the first press after a start opens it, and again after one more fact."""
    first: dict[int, list[float]] = {0: [], 1: []}
    later: dict[int, list[float]] = {0: [], 1: []}
    for n in range(2 * ROUNDS):
        with (short, long)[n % 2].played() as game:
            first[n % 2].append(seconds(lambda: ProgressPage(game.context, CHILD, "days").widgets))
            game.context.record(Held(), child=CHILD)
            later[n % 2].append(seconds(lambda: ProgressPage(game.context, CHILD, "days").widgets))
    for name, times in (("the progress page beside that of one year", first), ("the same after one more fact", later)):
        note = f"{1000 * median(times[1]):.1f} ms of {1000 * median(times[0]):.1f}"
        yield Figure(name, ratio(times[1], times[0]), "x", 1.15, note, _spread(times[1], times[0]))
    for name, times in (("the progress page of ten years", first), ("the same after one more fact", later)):
        took = [1000 * t for t in times[1]]
        yield Figure(f"{name}: opened", median(took), "ms", 20.0, "here", spread_of(took))
    yield from _all_of_it(long)


def _all_of_it(long: _Home) -> Iterator[Figure]:
    """Every day of ten years on one page, beside the last four weeks of them."""
    with long.played() as game:
        pages: dict[str, tuple[Callable[[], object], float]] = {
            "ten years of figures beside four weeks of them": (
                lambda: ProgressPage(game.context, CHILD, "days").widgets, 4.0,
            ),
            "ten years of one exercise beside four weeks": (
                lambda: OneExercise(game.context, CHILD, EXERCISE).widgets, 4.0,
            ),
            "the same over time": (lambda: OverTimePage(game.context, CHILD, EXERCISE).widgets, 4.0),
        }  # fmt: skip
        for name, (page, most) in pages.items():
            times: dict[PeriodKind, list[float]] = {PeriodKind.ALL: [], PeriodKind.WEEKS: []}
            for kind in list(times) * ROUNDS:
                game.context.period = Period(kind)
                times[kind].append(seconds(page))
            whole, weeks = times.values()
            note = f"{1000 * median(whole):.1f} ms of {1000 * median(weeks):.1f}"
            yield Figure(name, ratio(whole, weeks), "x", most, note, _spread(whole, weeks))


def _spread(ones: Sequence[float], others: Sequence[float]) -> float:
    return spread_of(ratios(ones, others))


@dataclass
class _Home:
    """A family's folder as a good night left it."""

    catalogue: Catalogue
    folder: Path
    key: str
    morning: datetime

    @property
    def diary(self) -> Path:
        return self.folder / JOURNAL

    def start(self) -> Today:
        past = Past(self.folder, self.key)
        with closing(Journal.open(self.diary, proven=past.proven)) as journal:
            history = past.history(journal)
            assert history.archive is not None
            history.is_gone_on_with(self.catalogue)
            found = today(self.catalogue, history.family.children[CHILD], self.morning, Slot.MORNING)
        journey.forget((CHILD,))
        return found

    @contextmanager
    def played(self) -> Iterator[Game]:
        """The family's game, as it stands when a child could be pressed."""
        with garbage.resting():
            past = Past(self.folder, self.key)
            journal = Journal.open(self.diary, proven=past.proven)
            game = Game(journal, SIZE, now=lambda: self.morning, mute=True, past=past)
            game.context.art.prepares = False
            today(game.context.catalogue, game.context.child(CHILD), self.morning, Slot.MORNING)
            yield game
            game.close()

    def read_barely(self) -> int:
        with closing(sqlite3.connect(self.diary)) as db:
            return sum(len(json.loads(row[9])) for row in db.execute("SELECT * FROM event"))


def _lived(catalogue: Catalogue, folder: Path, days: int) -> _Home:
    """Played that many days, and closed."""
    names = catalogue.programmes["children"].exercises[:EXERCISES_A_QUEST]
    last = BEGIN + timedelta(days - 1)
    morning = datetime(last.year, last.month, last.day, 8, tzinfo=UTC) + timedelta(days=1)
    home = _Home(catalogue, folder / f"{days}", key_of(None), morning)
    with closing(Journal.open(home.diary)) as journal:
        journal.write(list(story(journal, days, BEGIN, names)))
        history = had(journal, None)
        if settled := settle_family(journal, catalogue, history, history.family, last):
            write_file(home.folder / CHECKPOINT, home.key, settled.kept)
    journey.forget((CHILD,))
    return home
