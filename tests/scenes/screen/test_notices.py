"""Strips over the game: seen for eight seconds, an icon while it holds, in nobody's way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pygame
import pytest

from game.core.events import Event, Held
from game.gallery.screens import SCREENS
from game.scenes.screen.notices import NOTICES, NoticeStrips, clock_moved, paint_too_small
from game.ui.controls import Command
from game.ui.stage import Stage
from game.ui.theme import BLUE
from game.ui.widgets import check_layout, round_button
from tests.player import Player
from tests.scenes.rooms import Room


@pytest.fixture
def place() -> Room:
    """A child's screen with a speaker."""
    speaker = round_button("say", 196, 76, 48, BLUE, "icons/speaker", 60, command=Command.AGAIN)
    return Room(Player().ctx, "place", speaker, is_child=True)


def test_a_strip_stays_eight_seconds_and_leaves_an_icon(place):
    strips = NoticeStrips()
    place.ctx.notices.append("pad")
    strips.update(0.0, place)
    strips.update(7.9, place)
    assert (strips.up(place), strips.icons(place)) == (("pad",), ())
    strips.update(0.2, place)
    assert (strips.up(place), strips.icons(place)) == ((), ("pad",))
    strips.take_down("pad")
    assert strips.icons(place) == ()


def test_words_switched_twice_show_only_the_last(place):
    strips = NoticeStrips()
    place.ctx.notices += ["words_on", "words_off"]
    strips.update(0.1, place)
    assert strips.up(place) == ("words_off",)


def test_what_only_grown_ups_should_read_is_no_strip(place):
    strips = NoticeStrips()
    place.ctx.notices += ["clock", "levels 3", "clock"]
    strips.update(0.1, place)
    assert strips.up(place) == () and place.ctx.remarks == ["clock", "levels 3"]
    strips.update(30.0, place)
    assert place.ctx.remarks == ["clock", "levels 3"], "it waits until it is read"


def test_over_what_grown_ups_read_there_is_one_strip_at_a_time(place):
    strips = NoticeStrips()
    place.ctx.notices += ["pad", "words_on"]
    strips.update(0.1, place)
    assert strips.up(place) == ("pad", "words_on")
    place.is_child = False
    assert strips.up(place) == ("pad",)


def test_no_sound_is_told_once(monkeypatch):
    monkeypatch.setenv("SDL_AUDIODRIVER", "a device that is not there")
    speaker = round_button("say", 196, 76, 48, BLUE, "icons/speaker", 60, command=Command.AGAIN)
    place = Room(Player(mute=False).ctx, "place", speaker, is_child=True)
    strips = NoticeStrips()
    for _ in range(100):
        strips.update(0.2, place)
    assert (strips.up(place), strips.icons(place)) == ((), ("sound",))


def test_a_muted_game_says_nothing_about_sound(place):
    strips = NoticeStrips()
    strips.update(0.1, place)
    assert strips.up(place) == ()


def test_an_unknown_notice_is_left_out(place):
    strips = NoticeStrips()
    place.ctx.notices.append("nobody knows this")
    strips.update(0.1, place)
    assert strips.up(place) == ()


def test_a_still_strip_draws_nothing_after_its_first_frame(place):
    strips = NoticeStrips()
    strips.show("sound")
    stage = Stage(pygame.Surface(place.ctx.pictures.view.size))
    for _ in range(3):
        place.draw(stage)
        strips.draw(stage, place)
        rects = stage.present()
    assert rects == []


@pytest.mark.parametrize("name", NOTICES)
def test_every_notice_has_its_words(place, name):
    notice, words = NOTICES[name], place.ctx.texts
    keys = [f"notice_{name}", *([f"notice_{name}_line"] if notice.has_line else []), *filter(None, [notice.hint])]
    assert all(words(key, n=2) != key for key in keys)


def test_nothing_of_the_sheet_is_cut_off_or_overlaps():
    ctx = Player(size=(1280, 720)).ctx
    for _, scene in SCREENS["screen/notices"].scenes(ctx):
        stage = Stage(pygame.Surface((1280, 720)))
        scene.draw(stage)
        assert (scene.problems, check_layout(scene.widgets)) == ([], [])


@pytest.mark.parametrize("size", [(300, 200), (120, 90), (639, 300), (50, 700)])
def test_a_tiny_window_is_written_on_and_never_raises(place, size):
    surface = pygame.Surface(size)
    paint_too_small(surface, place.ctx)
    colours = {tuple(surface.get_at((x, y))) for x in range(0, size[0], 2) for y in range(0, size[1], 2)}
    assert len(colours) > 1


# ---------------------------------------------------------------- the clock
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def told(at: datetime) -> Event:
    offset = at.utcoffset()
    assert offset is not None
    return Event("1", "d", 1, None, at.astimezone(UTC), date(2026, 3, 1), int(offset.total_seconds() // 60), Held())


@pytest.mark.parametrize(
    ("last", "jumped"),
    [
        (NOON - timedelta(days=30), False),
        (NOON + timedelta(seconds=60), False),
        (NOON + timedelta(hours=2), True),
        (NOON + timedelta(days=400), True),
        ((NOON - timedelta(days=1)).astimezone(timezone(timedelta(hours=2))), False),  # summer time
        ((NOON - timedelta(days=1)).astimezone(timezone(timedelta(hours=10))), True),  # a flight
    ],
)
def test_a_date_that_jumped_is_noticed_and_summer_time_is_none(last, jumped):
    assert clock_moved(told(last), NOON) is jumped


def test_a_new_family_has_no_clock_to_compare_with():
    assert not clock_moved(None, NOON)
