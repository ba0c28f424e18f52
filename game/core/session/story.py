"""Which scene of the story a day tells: scenes follow the days that were played, never dates.

A chapter has three scenes of the way in any order, a fourth in which its thing is found (on its fourth day), and three
of a stay for families who play on more days. A new week opens the next chapter only when the fourth was heard.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from game.core.days import days_between, monday
from game.core.history.history import Child
from game.core.history.plays import first_sessions
from game.frozen import dataclass

WAY, FOUND, STAY = (1, 2, 3), 4, (5, 6, 7)
LONG_AWAY = 7  # days without play after which the story says again where it was


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the plan; `way` and `stay` are the exercises of scenes 1-3 and 5-7, `shows` the sentence of the
    fourth that its picture shows, from 1."""

    n: int
    place: str
    thing: str
    way: tuple[str, ...]
    stay: tuple[str, ...]
    shows: int = 3

    def exercise(self, scene: int) -> str | None:
        """The exercise a scene is about; None for the fourth."""
        if scene in WAY:
            return self.way[scene - 1]
        return self.stay[scene - STAY[0]] if scene in STAY else None


@dataclass(frozen=True, slots=True)
class StoryDay:
    """Where the story is on a day. `nth` is this day's place in the chapter from 1; `lines` are the voice ids of what
    is told before the first exercise, () when everything was told. `first` is the chapter's first day."""

    chapter: Chapter
    nth: int
    lines: tuple[str, ...]
    first: date

    @property
    def share(self) -> float:
        """How far along the chapter's path this day is: 0 on its first day, 1 from the day its thing is found."""
        return min(1.0, (self.nth - 1) / (FOUND - 1))

    @property
    def is_found(self) -> bool:
        """Whether the chapter's thing is found by this day."""
        return self.nth >= FOUND


@dataclass(frozen=True, slots=True)
class ToldChapter:
    """One chapter as far as it was told by a day: its scenes in that order, 0 the neutral one. `has_thing` from the day
    its thing was picked up: the found scene is told first, then something is played, then it is the child's."""

    chapter: Chapter
    scenes: tuple[int, ...]
    has_thing: bool

    @property
    def is_found(self) -> bool:
        """Whether its thing was found in the telling."""
        return FOUND in self.scenes

    @property
    def lines(self) -> tuple[str, ...]:
        """The voice ids of all of it, its title first."""
        n = f"story_{self.chapter.n:02}"
        return (f"{n}_title", *(f"{n}_{scene or 'any'}" for scene in self.scenes))


@dataclass(frozen=True, slots=True)
class _Step:
    """One day of the telling: `at` counts chapters from 0, `nth` the chapter's days from 1; `scene` None: no more."""

    day: date
    at: int
    nth: int
    scene: int | None


def played_days(child: Child) -> dict[date, frozenset[str]]:
    """The days on which something was tried, in order, with the exercises of the day's first session."""
    return first_sessions(child)


def places(days: Iterable[date]) -> Iterator[tuple[date, int, int]]:
    """Of each played day, in order, the place of its chapter from 0, and the day's own place in that chapter from 1."""
    at, nth = 0, 0
    last: date | None = None
    for day in days:
        if last and nth >= FOUND and monday(day) > monday(last):
            at, nth = at + 1, 0
        nth, last = nth + 1, day
        yield day, at, nth


def story_day(
    chapters: Sequence[Chapter], days: Mapping[date, frozenset[str]], today: date, quest: Collection[str],
    programme: Collection[str],
) -> StoryDay:  # fmt: skip
    """What today tells. `days` were played (today may be among them), `quest` is what today offers, `programme` what
    the child ever does: a scene about anything else is replaced by the chapter's neutral one."""
    steps = list(_steps(chapters, days, today, quest, programme))
    at, nth, scene = steps[-1].at, steps[-1].nth, steps[-1].scene
    first = steps[-nth].day
    is_back = len(steps) > 1 and days_between(steps[-2].day, today) >= LONG_AWAY
    if at >= len(chapters):
        lines: tuple[str, ...] = ("story_epilogue",) if at == len(chapters) and nth == 1 else ()
        return StoryDay(chapters[-1], FOUND + nth, lines, first)
    chapter = chapters[at]
    return StoryDay(chapter, nth, tuple(_lines(chapter, chapters[at - 1] if at else None, nth, scene, is_back)), first)


def told_chapters(
    chapters: Sequence[Chapter], days: Mapping[date, frozenset[str]], today: date, quest: Collection[str],
    programme: Collection[str],
) -> tuple[ToldChapter, ...]:  # fmt: skip
    """Every chapter that was entered by today, the latest last; asked as `story_day` is."""
    scenes: dict[int, list[int]] = {}
    has_thing: set[int] = set()
    for step in _steps(chapters, days, today, quest, programme):
        if step.at >= len(chapters):
            break
        row = scenes.setdefault(step.at, [])
        row += [] if step.scene is None else [step.scene]
        if step.nth >= FOUND and step.day in days:
            has_thing.add(step.at)
    return tuple(ToldChapter(chapters[at], tuple(row), at in has_thing) for at, row in scenes.items())


def _steps(
    chapters: Sequence[Chapter], days: Mapping[date, frozenset[str]], today: date, quest: Collection[str],
    programme: Collection[str],
) -> Iterator[_Step]:  # fmt: skip
    """Every day of the telling, today the last."""
    told: set[int] = set()
    for day, at, nth in places((*(d for d in days if d < today), today)):
        told = set() if nth == 1 else told
        scene = None
        if at < len(chapters):
            scene = _scene(chapters[at], nth, told, days.get(day, frozenset()) or quest, programme)
            told |= set() if scene is None else {scene}
        yield _Step(day, at, nth, scene)


def _scene(
    chapter: Chapter, nth: int, told: Collection[int], offered: Collection[str], programme: Collection[str]
) -> int | None:
    """The day's scene; 0 is the neutral one, None when the chapter has nothing more to tell."""
    if nth == FOUND:
        return FOUND
    row = [n for n in (WAY if nth < FOUND else STAY) if n not in told]
    if not row:
        return None
    fitting = [n for n in row if chapter.exercise(n) in offered] or [n for n in row if chapter.exercise(n) in programme]
    return fitting[0] if fitting else None if 0 in told else 0


def _lines(chapter: Chapter, before: Chapter | None, nth: int, scene: int | None, is_back: bool) -> Iterable[str]:
    if is_back:
        yield "back_hello"
        yield "back_grass"
    if nth == 1 and (before is None or before.place != chapter.place):
        yield f"place_{chapter.place}"
    if (nth == 1 and before is not None) or is_back:
        yield f"story_{chapter.n:02}_recap"
    if scene is not None:
        yield f"story_{chapter.n:02}_{scene or 'any'}"
