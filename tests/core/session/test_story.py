"""The story follows the days that were played, never dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.core.session.story import Chapter, StoryDay, ToldChapter, story_day, told_chapters

MONDAY = date(2026, 1, 5)
CHAPTERS = (
    Chapter(
        1, "meadow", "bell", ("bear_walk", "river_stones", "lego_bricks"), ("lift_ride", "caterpillar", "bear_walk")
    ),
    Chapter(
        2, "meadow", "bead", ("lift_ride", "caterpillar", "bear_walk"), ("lego_bricks", "sky_bike", "giraffe_walk")
    ),
    Chapter(
        3, "brook", "shell", ("river_stones", "penguin_walk", "sky_bike"), ("lego_bricks", "bear_walk", "magic_toe")
    ),
)
PROGRAMME = frozenset({"bear_walk", "lego_bricks", "caterpillar", "lift_ride", "river_stones"})
BEARS = frozenset({"bear_walk"})


def told(
    played: list[int], today: int, quest: frozenset[str] = BEARS, programme: frozenset[str] = PROGRAMME
) -> StoryDay:
    """The telling of a day; days are counted from the first Monday, `played` with the bear walk only."""
    days = {MONDAY + timedelta(n): BEARS for n in played}
    return story_day(CHAPTERS, days, MONDAY + timedelta(today), quest, programme)


def test_the_first_day_tells_the_place_and_a_scene_of_todays_quest():
    assert told([], 0).lines == ("place_meadow", "story_01_1")
    assert told([], 0, frozenset({"lego_bricks"})).lines == ("place_meadow", "story_01_3")


def test_a_scene_is_not_told_twice_on_the_way():
    scenes = [told(list(range(n)), n).lines[-1] for n in range(3)]
    assert scenes == ["story_01_1", "story_01_2", "story_01_3"]


@pytest.mark.parametrize("played", [[0, 1, 2], [0, 4, 9], [0, 20, 40]])
def test_the_thing_is_found_on_the_fourth_day_whenever_it_comes(played: list[int]):
    story = told(played, played[-1] + 1)
    assert story.lines[-1] == "story_01_4"
    assert story.is_found
    assert story.share == 1


def test_more_days_in_the_week_tell_of_a_stay_and_then_nothing():
    assert told([0, 1, 2, 3], 4).lines == ("story_01_7",)
    assert told([0, 1, 2, 3, 4, 5], 6).lines == ("story_01_6",)
    assert told([0, 1, 2, 3, 4, 5, 6], 6).chapter.n == 1


def test_a_new_week_opens_the_next_chapter_when_the_thing_was_found():
    assert told([0, 1, 2, 3], 7).lines == ("story_02_recap", "story_02_3")
    assert told([0, 1, 2], 7).chapter.n == 1


def test_a_new_place_is_named():
    story = told([0, 1, 2, 3, 7, 8, 9, 10], 14)
    assert story.lines[:2] == ("place_brook", "story_03_recap")


def test_after_a_long_time_away_grass_grew_and_nothing_is_lost():
    story = told([0, 1], 30)
    assert story.lines[:3] == ("back_hello", "back_grass", "story_01_recap")
    assert story.nth == 3


def test_six_days_away_are_not_mentioned():
    assert "back_hello" not in told([0, 1], 7).lines


def test_a_child_who_may_not_do_an_exercise_hears_a_neutral_scene_once():
    chair = frozenset({"magic_toe"})
    assert told([], 0, chair, chair).lines[-1] == "story_01_any"
    days = {MONDAY: chair}
    assert story_day(CHAPTERS, days, MONDAY + timedelta(1), chair, chair).lines == ()


def test_the_end_is_told_once_after_the_last_chapter():
    weeks = [7 * w + d for w in range(3) for d in range(4)]
    assert told(weeks, 21).lines == ("story_epilogue",)
    assert told([*weeks, 21], 22).lines == ()
    assert told(weeks, 21).chapter.n == 3


def test_the_shipped_plan_tells_a_year_without_a_line_that_has_no_clip():
    from game.data.files.art import ArtLibrary
    from game.data.files.resources import resource

    chapters = ArtLibrary().story()
    voices = {f.name.removesuffix(".ogg") for f in resource("assets", "voice", "en").iterdir()}
    quest = ["bear_walk", "lego_bricks", "caterpillar", "magic_toe"]
    days: dict[date, frozenset[str]] = {}
    for n in range(364):
        if n % 7 in (0, 2, 3, 5, 6) and not 60 < n < 80:
            day = MONDAY + timedelta(n)
            assert set(story_day(chapters, days, day, quest, quest).lines) <= voices
            days[day] = frozenset(quest)
    for chapter in chapters:
        assert {f"place_{chapter.place}", f"thing_{chapter.thing}"} <= voices


@pytest.mark.parametrize(("today", "is_back"), [(7, False), (8, True), (9, True)])
def test_seven_days_after_the_last_play_the_story_says_again_where_it_was(today: int, is_back: bool):
    assert ("back_hello" in told([0, 1], today).lines) is is_back


@pytest.mark.parametrize(
    ("played", "share", "is_found"), [(0, 0, False), (1, 1 / 3, False), (2, 2 / 3, False), (3, 1, True), (4, 1, True)]
)
def test_the_path_is_as_far_as_its_days_until_the_thing_is_found(played: int, share: float, is_found: bool):
    story = told(list(range(played)), played)
    assert (story.nth, story.share, story.is_found, story.first) == (played + 1, pytest.approx(share), is_found, MONDAY)


def test_a_chapter_begins_anew_with_its_first_day():
    story = told([0, 1, 2, 3], 8)
    assert (story.chapter.n, story.nth, story.first) == (2, 1, MONDAY + timedelta(8))
    assert told([0, 1, 2, 3, 8], 9).first == MONDAY + timedelta(8)


def test_each_scene_has_its_exercise_and_the_fourth_none():
    assert [CHAPTERS[0].exercise(n) for n in range(1, 9)] == [
        "bear_walk", "river_stones", "lego_bricks", None, "lift_ride", "caterpillar", "bear_walk", None,
    ]  # fmt: skip


def pages(played: list[int], today: int) -> tuple[ToldChapter, ...]:
    days = {MONDAY + timedelta(n): BEARS for n in played}
    return told_chapters(CHAPTERS, days, MONDAY + timedelta(today), BEARS, PROGRAMME)


def test_a_book_has_every_chapter_that_was_entered_with_its_scenes_as_they_were_told():
    book = pages([0, 1, 2, 3, 4, 7], 8)
    assert [(page.chapter.n, page.scenes) for page in book] == [(1, (1, 2, 3, 4, 7)), (2, (3, 1))]
    assert book[1].lines == ("story_02_title", "story_02_3", "story_02_1")


def test_a_thing_is_a_childs_once_something_was_played_on_the_day_it_was_found():
    assert [page.has_thing for page in pages([0, 1, 2], 3)] == [False]
    assert pages([0, 1, 2], 3)[0].is_found
    assert [page.has_thing for page in pages([0, 1, 2, 3], 3)] == [True]
    assert [page.has_thing for page in pages([0, 1, 2, 3], 7)] == [True, False]


def test_after_the_last_chapter_the_book_stays_as_it_is():
    days = [7 * w + d for w in range(4) for d in range(4)]
    assert [page.chapter.n for page in pages(days, 28)] == [1, 2, 3]
