"""What a child finds on the map at a moment, read once from the records: slot, story, path, and what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.core.content import Slot
from game.core.events import QuestKind, SessionEnding
from game.core.history.history import Child, Session
from game.core.history.plays import plays_since, sessions_since, was_tried
from game.core.rules.journey import journey
from game.core.rules.state import GROWN_UP
from game.core.rules.today import Doing, Today, today
from game.core.rules.waiting import waiting
from game.core.session.heard import knows_bo
from game.core.session.path_stations import Station, StationKind, before, played_on, stations
from game.core.session.story import Chapter, StoryDay, ToldChapter, played_days, story_day, told_chapters
from game.core.settings import minutes
from game.frozen import dataclass
from game.scenes.home.map_cards import RestCard, rest_card
from game.scenes.screen.context import Context

MAPS = {"moss": "wood"}  # the story's places and the maps' names, where they differ


@dataclass(frozen=True, slots=True)
class MapState:
    """One child's slot as the map shows it. `session` is the last one of this slot, `days` those on the trail."""

    child: Child
    slot: Slot
    now: Today
    story: StoryDay
    stations: tuple[Station, ...]
    card: RestCard | None
    session: Session | None
    days: int
    beside: tuple[str, ...] = ()  # what the family does outdoors: it fills no slot
    told: tuple[ToldChapter, ...] = ()  # the chapters so far, the present one last
    waiting: frozenset[str] = frozenset()  # the plays whose other stars sleep until a grown-up's word
    is_strong: bool = False  # the end of the journey was celebrated

    @property
    def map(self) -> str:
        """The name of the chapter's map."""
        return MAPS.get(self.story.chapter.place, self.story.chapter.place)

    @property
    def here(self) -> int | None:
        """The station that is next."""
        return next((i for i, s in enumerate(self.stations) if s.kind is StationKind.HERE), None)

    @property
    def has_stars(self) -> bool:
        """A grown-up who joins in collects none."""
        return self.child.programme != GROWN_UP

    @property
    def is_content(self) -> bool:
        """A short way was chosen and walked: the rest may be played, but nothing asks for it."""
        last = self.session
        return last is not None and last.ending is SessionEnding.WHOLE and last.quest is not QuestKind.QUEST

    def has_short_way(self, name: str) -> bool:
        """Whether two minutes, or one exercise, may be chosen now."""
        return bool(self.now.two_minutes if name == "two_minutes" else self.now.choices)

    def is_done(self, slot: Slot) -> bool:
        """Whether a slot of this day gets its tick."""
        was_played = any(
            a.on == self.now.day and a.slot is slot and a.exercise not in self.beside and was_tried(a)
            for a in plays_since(self.child, self.now.day)
        )
        return was_played and not (slot is self.slot and self.now.left)


def look(ctx: Context, child: str) -> MapState:
    """The map of this moment."""
    profile, slot = ctx.child(child), ctx.slot
    now = today(ctx.catalogue, profile, ctx.now(), slot, ctx.settings.rest_seconds)
    programme = ctx.catalogue.programmes.get(profile.programme or "")
    asked = _asked(ctx, profile, now)
    story = story_day(*asked)
    own = (s for s in sessions_since(profile, now.day) if s.on == now.day and s.slot is slot)
    row = [s for s in own if s.quest is not QuestKind.AWAY]
    return MapState(
        child=profile,
        slot=slot,
        now=now,
        story=story,
        stations=stations(now, before(profile, now, story.first), story.share),
        card=rest_card(now, profile),
        session=row[-1] if row else None,
        days=len(played_on(profile, now.day)),
        told=told_chapters(*asked),
        beside=programme.beside if programme else (),
        waiting=frozenset(a.id for a in waiting(ctx.catalogue, profile, now.day)),
        is_strong=journey(ctx.catalogue, profile, now.day).is_celebrated(now.day),
    )


def told(ctx: Context, child: str) -> tuple[ToldChapter, ...]:
    """The story as far as it was told to a child by this moment, the present chapter last."""
    profile = ctx.child(child)
    return told_chapters(*_asked(ctx, profile, today(ctx.catalogue, profile, ctx.now(), ctx.slot)))


def _asked(
    ctx: Context, profile: Child, now: Today
) -> tuple[Sequence[Chapter], Mapping[date, frozenset[str]], date, Sequence[str], Sequence[str]]:
    """What the story is asked with."""
    programme = ctx.catalogue.programmes.get(profile.programme or "")
    quest = [level.exercise for level in now.quest.levels] if now.quest else []
    return ctx.art.library.story(), played_days(profile), now.day, quest, programme.exercises if programme else ()


def lines(ctx: Context, state: MapState) -> tuple[str, ...]:
    """What the voice says on entering: why it rests, that it waits, or the day's scene and where to press."""
    if state.card:
        return state.card.lines
    if state.now.doing is Doing.TOO_SOON:
        return ("map_too_soon",)
    if state.is_content:
        return ("end_two_minutes",)
    if state.now.is_part:
        was_cut_off = state.session is not None and state.session.ending is None
        return ("back_kept", "map_wait_here") if was_cut_off else ("map_wait_here",)
    story, today_s = state.story.lines, (state.child.id, state.now.day)
    is_told = bool(story) and story[-1] in ctx.narrator.said  # on the way to the stickers and back
    if is_told or today_s in ctx.told_today or _was_played_today(state):
        return ("map_hello",)
    if knows_bo(state.child) or today_s in ctx.introduced:
        return (*story, "map_hello")
    ctx.introduced.add(today_s)
    return ("greet_bo_first", *story, "map_hello")


def may_tell(state: MapState) -> bool:
    """Whether this is the moment for the day's scene: before the first exercise of a day that has one."""
    is_free = state.card is None and not state.now.is_part and state.now.doing is Doing.READY
    return is_free and bool(state.story.lines) and not state.is_content and not _was_played_today(state)


def _was_played_today(state: MapState) -> bool:
    return any(a.on == state.now.day for a in plays_since(state.child, state.now.day))


def is_near_bedtime(ctx: Context, state: MapState) -> bool:
    """The last hour before bed, where something is still to be played."""
    bed, now = minutes(ctx.settings.bedtime), ctx.now()
    return state.now.doing is Doing.READY and bed is not None and 0 <= bed - now.hour * 60 - now.minute <= 60
