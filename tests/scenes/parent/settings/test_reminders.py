"""Reminders for the family's own calendar, by keys, and the file that comes of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from game.core.content import Slot, Weekday
from game.core.events import DaysPlanned
from game.scenes.parent.settings.reminders import RemindersPage
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints, place_key, written_on
from tests.told import grown_ups


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Player:
    """At the reminders, from the settings; no program of this computer shows files."""
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "no programs"))
    player = Player.with_family()
    grown_ups(player)
    player.key(None, place_key("settings"))
    press(player, "reminders")
    assert isinstance(player.scene, RemindersPage) and complaints(player.scene) == []
    return player


def press(player: Player, name: str) -> None:
    player.wait(1.5)
    player.focus(name)
    player.key(Command.ACTIVATE)


def entries(folder: Path) -> list[icalendar.Event]:
    (file,) = folder.glob("Barefoot Trail - Reminders - Anna - *.ics")
    return list(icalendar.Calendar.from_ical(file.read_bytes().decode()).walk("VEVENT"))


def test_the_halves_of_the_day_are_a_phrase_and_no_row_of_titles(player: Player) -> None:
    assert "Mornings and evenings" in written_on(player.scene)


def test_the_saved_file_rings_at_the_chosen_times_on_the_planned_days(player: Player, tmp_path: Path) -> None:
    player.record(DaysPlanned((Weekday.MONDAY, Weekday.SATURDAY), tuple(Slot)), child=player.child)
    for _ in range(2):
        press(player, "remind_morning-more")
    press(player, "remind_evening-less")
    press(player, "save")
    assert str(tmp_path) in player.scene.message and complaints(player.scene) == []
    morning, evening = entries(tmp_path)
    assert [e.decoded("DTSTART").strftime("%H:%M") for e in (morning, evening)] == ["08:00", "17:15"]
    assert morning["RRULE"]["BYDAY"] == ["MO", "SA"]
    assert player.ctx.family.children[player.child].nickname in morning["SUMMARY"]


def test_a_part_of_the_day_that_is_off_or_not_planned_is_not_in_the_file(player: Player, tmp_path: Path) -> None:
    press(player, "remind_morning")
    press(player, "save")
    assert [e["UID"].split("-")[-2] for e in entries(tmp_path)] and len(entries(tmp_path)) == 1
    player.record(DaysPlanned(tuple(Weekday), (Slot.MORNING,)), child=player.child)
    player.scene.changed()
    assert player.scene.found() == ()
    press(player, "save")
    words, said = player.ctx.texts, " ".join(written_on(player.scene))
    assert words("reminders_unplanned", days=words("plan_days")) in said, "a grey button says why"
    assert words("reminders_unplanned_evening") in said and words("reminders_unplanned_morning") not in said
    assert words("reminders_none") not in said and complaints(player.scene) == []
    press(player, "remind_evening")
    assert words("reminders_none") in " ".join(written_on(player.scene)), "now nothing is on"


def test_days_are_chosen_over_this_page_and_it_comes_again(player: Player) -> None:
    page = player.scene
    press(player, "days")
    assert player.scene.name == "planned-days"
    press(player, f"day:{Weekday.SUNDAY}")
    press(player, "keep")
    assert player.scene is page and Weekday.SUNDAY not in page.plan.weekdays
    assert all(reminder.weekdays == (0, 1, 2, 3, 4, 5) for reminder in page.found())


def test_a_time_keeps_to_its_part_of_the_day(player: Player) -> None:
    for name, times in (("remind_morning", ("05:00", "13:45")), ("remind_evening", ("14:00", "21:00"))):
        for way, time in zip(("less", "more"), times):
            for _ in range(60):
                page = player.scene
                if f"{name}-{way}" in [w.name for w in page.widgets if w.is_enabled]:
                    page.press(f"{name}-{way}")
            assert getattr(player.ctx.settings, name) == time


def test_a_disk_that_refuses_is_one_line(player: Player, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "file" / "below"))
    (tmp_path / "file").write_text("no folder")
    press(player, "save")
    assert not player.scene.is_good and player.scene.message == player.ctx.texts("file_refused")
    assert complaints(player.scene) == []


def test_back_leads_to_the_settings_and_a_left_window_to_the_pin(player: Player) -> None:
    page = player.scene
    player.leave()
    player.come_back()
    player.wait(timedelta(seconds=2).total_seconds())
    player.key(Command.ACTIVATE)
    assert player.scene.name == "gate"
    player.scene = page
    player.wait(1.5)
    player.key(Command.BACK)
    assert player.scene.name == "settings"
