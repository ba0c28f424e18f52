"""A month is lived through by presses alone, and the numbers at its end are those a person gets with pencil and paper."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from game.core.events import LevelPlayed, Outcome, SessionEnded, SessionEnding
from game.core.reports.progress import PlayState
from game.ui.controls import Command
from tests.family_days import Home
from tests.player import PIN, ZONE
from tests.told import facts

MONDAY = date(2026, 1, 5)


def january(n: int) -> date:
    """A day of that January; 32 is the first of February."""
    return date.fromordinal(date(2026, 1, 1).toordinal() + n - 1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A new computer on the morning of Monday, 5 January 2026."""
    return Home(tmp_path / "journal.sqlite", datetime(2026, 1, 5, 7, 30, tzinfo=ZONE))


def first_start(home: Home, nickname: str, age: str, programme: str, *dates: str) -> None:
    """Welcome, PIN, child, signs, programme (with what `dates` presses on the page after it), ready."""
    home.wait(1)
    home.tap("big")
    home.keys(PIN)  # one that children try first: it is said, and taken when it is chosen all the same
    home.keys(PIN + PIN)
    for name in ("written", "big"):
        home.tap(name)
    home.wait(0.5)
    home.type(nickname)
    for name in (f"age-{age}", "big", "none", "big", programme, "big", *dates):
        home.tap(name)
        home.wait(0.7)
    assert home.scene.name == "first-ready", home.scene.name
    home.tap("big")
    home.wait(1)
    assert home.scene.name == "who"


# ---------------------------------------------------------------- one child's month
def hurts_a_little(home: Home, exercise: str) -> None:
    home.works_on(exercise)
    home.tap("hurt")
    home.wait(1)
    home.tap("face-2")
    home.wait(1)
    home.tap("gently")


def hurts(home: Home, exercise: str, face: int) -> None:
    home.works_on(exercise)
    home.tap("hurt")
    home.wait(1)
    home.tap(f"face-{face}")
    if home.scene.name == "ouch_rest":  # a person has come, and lets what is left go on
        home.wait(60)
        home.tap("go on" if home.scene.is_left else "big")


def test_a_month_of_one_child_is_played_through_from_the_first_start_to_the_chart(home: Home) -> None:
    """28 days, 5 January to 1 February; the ledger of stars, load and days stands beside each week."""
    first_start(home, "Anna", "5-6", "children")
    first_week(home)
    second_week(home)
    third_week(home)
    fourth_week(home)
    the_chart(home)
    assert home.wrong == []
    assert {
        "welcome", "first-pin", "first-child", "first-signs", "first-programme", "first-ready", "who", "map", "shoes",
        "choose", "intro", "countdown", "play", "other_foot", "praise", "walk_on", "ouch", "ouch_next",
        "ouch_rest", "session_end", "gate", "confirm", "reward", "progress", "exercise", "close",
    } <= home.seen  # fmt: skip


def first_week(home: Home) -> None:
    """5 of 7 days. Three exercises at their start: bricks and caterpillar 20 + 3 x 5 s x 2 feet = 50 s each, bear walk
    20 + 20 = 40 s; 140 s of a budget of 240 s. Nothing may grow yet.

    Careful is 3 stars, with help 2, and a whole quest 1 more:
    Mon 3 x 3 + 1 = 10 · Tue two quests 20 · Thu 10, for pain takes nothing from what was finished
    Fri two minutes: bricks and caterpillar, 100 s; 6 · Sun bear walk alone, with help: 2      together 48
    """
    home.plays()
    home.confirms("111")
    assert stars(home) == 10
    home.morning_of(january(6))
    home.plays()
    home.confirms("111")
    home.morning_of(january(6), hour=18)
    home.plays()
    home.confirms("111")
    home.morning_of(january(8))
    home.plays(meanwhile=lambda: hurts_a_little(home, "caterpillar"))
    home.confirms("111")
    home.morning_of(january(9))
    home.plays("two_minutes")
    assert today_s(home) == ["lego_bricks", "caterpillar"]
    home.confirms("11")
    home.morning_of(january(11))
    home.to_the_map()
    home.tap("one")
    home.wait(1)
    home.tap("bear_walk")  # played least this week
    home.wait(1)
    home.fetch()
    home.wait_for("session_end")
    home.confirms("2")
    assert stars(home) == 48
    assert home.doses() == {"bear_walk": (1, 20), "lego_bricks": (1, 3), "caterpillar": (1, 3)}


def second_week(home: Home) -> None:
    """5 of 7 days. On Monday the 12th the first week is over, with 4 good days (5, 6, 9, 11; pain on the 8th):
    budget 240 x 1.1 = 264, down to 260. Bear walk (5 clean words) to 25 s, bricks (5) to 4, caterpillar not: pain set its
    count back to 0, 1 since. Lift ride joins, 4 good days without anything new: 20 + 5 x 4 = 40 s.
    The caterpillar was hurt on the 8th, at its start: no step below, but its 7 days begin anew on the 9th, until the 16th.
    The 6 of the 15th comes before: 3 bridges all week.

    Mon 4 x 3 + 1 = 13 · Tue 13, in two parts · Thu lift ride hurts 6: 1 star for telling, 3 x 3 + 1 + 1 = 11
    Fri and Sat without it 3 x 3 + 1 = 10 each                                           48 + 57 = 105
    """
    home.morning_of(january(12))
    home.plays()
    assert today_s(home) == ["lego_bricks", "caterpillar", "lift_ride", "bear_walk"]
    assert home.doses() == {"bear_walk": (1, 25), "lego_bricks": (1, 4), "caterpillar": (1, 3), "lift_ride": (1, 5)}
    home.confirms("1111")
    assert stars(home) == 61
    home.morning_of(january(13))
    home.to_the_map()
    home.tap("big")
    home.fetch()
    home.works_on("lift_ride", 5)
    home.on_again()
    assert home.scene.name == "who"
    home.plays()
    assert today_s(home) == ["lego_bricks", "caterpillar", "lift_ride", "bear_walk"]
    home.confirms("1111")
    assert stars(home) == 74
    home.morning_of(january(15))
    home.plays(meanwhile=lambda: hurts(home, "lift_ride", 6))
    home.confirms(["1", "1", "3", "1"])
    assert home.doses()["caterpillar"] == (1, 3)
    assert stars(home) == 85
    home.morning_of(january(16))
    home.plays()
    assert today_s(home) == ["lego_bricks", "caterpillar", "bear_walk"]
    home.confirms("111")
    home.morning_of(january(17), hour=18)
    home.plays()
    home.confirms("111")
    home.allows("lift_ride")  # from tomorrow on
    assert stars(home) == 105


def third_week(home: Home) -> None:
    """4 of 7 days. Lift ride is back at its start. Nothing grows within 7 days after the 6 of the 15th, so until the 22nd.
    On Friday the 23rd: budget 260 x 1.1 = 286, down to 285, for 4 good days (16, 17, 19, 21; 15 hurt). Week of play 3 is
    odd, the new one first: river stones, 20 + 20 = 40 s. Then what waited longest: bear walk to 30 s, bricks to 5,
    caterpillar to 4; lift ride has to wait 7 days from the 18th. On the 25th it has 3 clean words: 6.
    Sunday's bear walk is hard: back to 25 s from Monday.

    Mon 4 x 3 + 1 = 13, one word undone and said anew · Wed 13, told on Thursday · Fri 5 x 3 + 1 = 16 · Sun 16
                                                                                       105 + 58 = 163
    """
    home.morning_of(january(19))
    home.plays()
    assert home.doses()["lift_ride"] == (1, 5)
    home.confirms(["4", "u", "1", "1", "1", "1"])
    assert stars(home) == 118
    home.morning_of(january(21))
    home.plays()
    assert stars(home) == 118 + 4 + 1
    home.morning_of(january(22))
    home.confirms("1111")
    assert stars(home) == 131
    home.morning_of(january(23))
    home.plays()
    assert today_s(home) == ["lego_bricks", "caterpillar", "lift_ride", "bear_walk", "river_stones"]
    assert home.doses() == {
        "bear_walk": (1, 30), "lego_bricks": (1, 5), "caterpillar": (1, 4), "lift_ride": (1, 5), "river_stones": (1, 20),
    }  # fmt: skip
    home.confirms(["1", "1", "e1", "1", "1"])
    home.morning_of(january(25))
    home.plays()
    assert home.doses()["lift_ride"] == (1, 6)
    home.confirms(["1", "1", "1", "h1", "1"])
    assert stars(home) == 163


def fourth_week(home: Home) -> None:
    """4 of 7 days. River stones hurt 4 on Monday: they rest, 11 days after the last pain. The caterpillar hurts 8 on
    Wednesday: the second painful day within a week, the programme stops at once; Thursday nothing may be played; on Friday
    evening the parent says that the doctor was asked. What hurt rests on: the stones come back on Sunday at their start.
    Nothing grows after pain.

    Mon 4 x 3 + 1 + 1 = 14 · Wed 3 + 1 = 4 · Sat 3 x 3 + 1 = 10 · Sun 4 x 3 + 1 = 13        163 + 41 = 204
    """
    home.morning_of(january(26))
    home.plays(meanwhile=lambda: hurts(home, "river_stones", 4))
    assert home.doses()["bear_walk"] == (1, 25)
    home.confirms(["1", "1", "1", "1", "3"])
    assert stars(home) == 177
    home.morning_of(january(28))
    home.plays(meanwhile=lambda: hurts(home, "caterpillar", 8))
    assert facts(home, SessionEnded)[-1].ending is SessionEnding.HURT
    home.opens_the_gate()
    assert home.scene.shows == "rests"  # type: ignore[attr-defined]
    home.tap("needs")
    home.wait(1)
    home.confirms(["1", "3"])
    assert home.scene.name == "who"
    assert stars(home) == 181
    home.morning_of(january(29))
    home.to_the_map()
    assert all(w.name != "big" for w in home.scene.widgets)  # type: ignore[attr-defined]
    home.morning_of(january(30), hour=20)
    home.opens_the_gate()
    home.tap("asked")
    home.wait(1)
    home.morning_of(january(31))
    home.plays()
    assert today_s(home) == ["lego_bricks", "lift_ride", "bear_walk"]
    home.confirms("111")
    home.allows("river_stones")
    home.morning_of(january(32))
    home.plays()
    assert home.doses() == {
        "bear_walk": (1, 25), "lego_bricks": (1, 5), "caterpillar": (1, 4), "lift_ride": (1, 6), "river_stones": (1, 20),
    }  # fmt: skip
    home.confirms("1111")


def the_chart(home: Home) -> None:
    """Active on 5 6 8 9 11 · 12 13 15 16 17 · 19 21 23 25 · 26 28 31 1: 18 days, and 4 weeks in bloom.

    The run: of the 18th to the 24th only 3 were active (19, 21, 23), so a new path begins on the 19th: 19 21 23 25 26 28
    31 1 are 8 days (the 29th counts neither way). The best was 13, the days from the 5th to the 23rd.
    Played: 18 days and one more evening, the 6th: 19 sessions. Planned: two a day for 27 days, 54, less the evening of the
    28th and both of the 29th (a parent's word belongs to its day, so on the 30th there was a quest again), and today's one.
    """
    report = home.looks_at_progress()
    assert (report.stars, report.active_days, report.streak, report.best_streak) == (204, 18, 8, 13)
    assert (report.bloom_weeks, report.counted_weeks) == (4, 3)
    assert (report.budget_s, report.state, report.done_sessions) == (285, PlayState.PLAYING, 19)
    assert report.planned_sessions == 54 - 3 + 1
    assert [p[1:] for p in report.painful] == [("lift_ride", 6), ("river_stones", 4), ("caterpillar", 8)]
    home.morning_of(january(32), hour=19)
    home.key(Command.BACK)
    home.wait(1)
    assert home.scene.name == "close"
    home.tap("good-night")
    home.wait(8)
    assert home.quit_asked


def test_a_family_that_begins_on_a_wednesday_has_missed_nothing_before(tmp_path: Path) -> None:
    home = Home(tmp_path / "journal.sqlite", datetime(2026, 1, 7, 8, tzinfo=ZONE))
    first_start(home, "Anna", "5-6", "children")
    home.plays()
    home.confirms("111")
    report = home.looks_at_progress()
    (week,) = report.weeks
    assert [(d.is_before, d.is_paused, d.is_active) for d in week.days[:3]] == [
        (True, False, False), (True, False, False), (False, False, True),
    ]  # fmt: skip
    assert (report.planned_sessions, report.done_sessions) == (1, 1)


# ---------------------------------------------------------------- a grown-up's course
def test_a_grown_up_plays_every_evening_of_a_course_and_then_a_month_is_off(home: Home) -> None:
    """28 evenings of a set of 520 s (starfish 40, mermaid 40, sky bike 30, crab 50, ribbon 100, artist 120, sorting 80,
    parade 60), five of each, within a budget of 360 s; all of it careful and just right, so each Monday a tenth more:
    395 (396), 430 (434), 470 (473). On the 29th day the month off begins, on the 59th the next course."""
    first_start(home, "Mum", "11+", "grown_up")
    for n in range(5, 33):
        home.morning_of(january(n), hour=19)
        home.plays()
        home.confirms("1" * len(today_s(home)))
    plays = facts(home, LevelPlayed)
    first_four = [p for p in plays if p.on < january(9)]
    assert {name: sum(p.exercise == name for p in first_four) >= 2 for name in SET} == dict.fromkeys(SET, True)
    assert {p.amount for p in plays if p.exercise != "animal_parade"} <= {5, 6, 7}
    assert all(p.outcome is Outcome.FINISHED for p in plays)
    report = home.looks_at_progress()
    assert (report.stars, report.active_days, report.streak, report.done_sessions) == (0, 28, 28, 28)
    assert (report.budget_s, report.bloom_weeks) == (470, 4)
    for n, is_off in ((33, True), (62, True), (63, False)):
        home.morning_of(january(n))
        home.to_the_map()
        assert all(w.name != "big" for w in home.scene.widgets) == is_off, n  # type: ignore[attr-defined]
    assert "graduation" not in home.seen
    assert home.wrong == []


SET = (
    "starfish_toes", "mermaid_tail", "sky_bike", "crab_shuffle", "ribbon_snack", "toe_artist", "treasure_sort",
    "animal_parade",
)  # fmt: skip


# ---------------------------------------------------------------- after an operation
def test_after_an_operation_nothing_opens_but_by_the_date_and_the_surgeons_word(home: Home) -> None:
    """Operated on the 2nd, the surgeon allows the 12th: locked until the 16th, 14 days after; and then until the word.
    Half of the start, rounded up: hedgehog 3 of 5 (20 + 3 x 3 x 2 = 38 s), magic toe 1 of 2 (36 s), caterpillar 2 of 3."""
    dates = ("surgery", "day-2026-01-02", "start", "day-2026-01-12", "big")
    first_start(home, "Leo", "7-10", "after_surgery", *dates)
    for day in (january(5), january(12), january(16)):
        home.morning_of(day)
        home.to_the_map()
        names = {w.name for w in home.scene.widgets}  # type: ignore[attr-defined]
        assert not names & {"big", "two_minutes", "one", "outing"}, day
    home.morning_of(january(17))
    home.opens_the_gate()
    for name in ("place-children", f"surgery:{home.child}", "word", "big"):
        home.tap(name)
        home.wait(1)
    for _ in range(2):  # to the first page of the grown-ups' side, and out
        home.key(Command.BACK)
        home.wait(1)
    assert facts(home, LevelPlayed) == []
    home.plays()
    assert home.doses() == {"hedgehog_roll": (1, 3), "magic_toe": (1, 1), "caterpillar": (1, 2)}
    home.confirms("111")
    report = home.looks_at_progress()
    assert (report.state, report.stars, report.active_days) == (PlayState.PLAYING, 3 * 3 + 1, 1)
    assert home.wrong == []


def stars(home: Home) -> int:
    return home.ctx.child(home.child).stars


def today_s(home: Home) -> list[str]:
    """The exercises played today, in their order."""
    return [p.exercise for p in facts(home, LevelPlayed) if p.on == home.ctx.today]
