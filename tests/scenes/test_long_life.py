"""A child's day on the tenth year's diary reads nothing of long ago: what lies before the checkpoint stays where it is."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from game.core.days import plus
from game.core.events import GateSet
from game.core.simulate.simulation import begun, family_plays
from game.data.checkpoint.checkpoint_file import write_file
from game.data.checkpoint.family_history import had
from game.data.checkpoint.key import key_of
from game.data.checkpoint.next_checkpoint import settle_family
from game.data.checkpoint.past import Past
from game.data.journal.journal import Journal
from game.data.journal.pin import hashed, plain
from game.scenes.routes import Start
from tests.diary import START, case, catalogue
from tests.family_days import Home
from tests.player import CODE, PIN, ZONE

DAYS = 60
LAST = plus(START, DAYS - 1)


def lived(data: Path) -> str:
    """Sixty days of a typical family, and what its last good night left; its key."""
    robin = begun(catalogue(), case())
    for n in range(DAYS):
        family_plays(robin, "typical", START, plus(START, n))
    journal, key = Journal.open(data / "journal.sqlite"), key_of(None)
    journal.write(list(robin.events))
    at = robin.events[-1].at + timedelta(minutes=1)
    pin = GateSet(hashed(PIN, 16), hashed(plain(CODE), 16))
    journal.append((pin,), child=None, at=at, day=at.date(), offset=60, ids=("pin",))
    history = had(journal, None)
    settled = settle_family(journal, catalogue(), history, history.family, LAST)
    assert settled
    write_file(data / "checkpoint.json", key, settled.kept)
    journal.close()
    return key


def test_a_whole_day_of_play_and_its_word_needs_nothing_of_what_was_settled(tmp_path: Path) -> None:
    key = lived(tmp_path)
    morning = datetime(LAST.year, LAST.month, LAST.day, 8, tzinfo=ZONE) + timedelta(days=1)
    home = Home(tmp_path / "journal.sqlite", morning, past=Past(tmp_path, key))
    archive = home.game.keeper.archive
    assert archive and not home.game.journal.is_proven
    before = len(home.ctx.child("robin").events)
    home.scene = Start()
    home.wait(1)
    home.plays()
    home.opens_the_gate()
    while home.scene.name == "confirm":
        home.keys("1")
    home.wait(2)
    assert home.scene.name == "reward"
    home.wait(6)
    home.tap("big")
    home.wait(1)
    home.to_the_map()
    assert len(home.ctx.child("robin").events) > before + 5 and not archive.is_here
    assert not home.wrong and {"who", "map", "play", "reward", "confirm"} <= home.seen
    home.game.journal.prove()
    assert list(home.ctx.child("robin").events)[0].fact and archive.is_here, "asked for, it is there"
    home.game.journal.close()
