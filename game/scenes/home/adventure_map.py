"""The trail: one chapter's path with today's stations, and one press to begin.

What stands there is `map_state`'s: `core.rules.today` decides what may be played, `core.session.path_stations` where it
stands, `core.session.story` which scene the day tells. Pressing sun or moon enters the map anew for the other slot.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from game.core.content import Slot
from game.core.events import QuestKind
from game.core.rules.function_quests import due
from game.core.rules.today import Doing
from game.core.session.heard import plays
from game.core.session.path_stations import Station, StationKind
from game.scenes import routes
from game.scenes.home import map_pictures as pictures
from game.scenes.home.map_cards import NAP, NAP_RADIUS, paint_card, paint_sleep
from game.scenes.home.map_head import HEAD, ME, ME_RADIUS, OUTING, OUTING_RADIUS, SIGNS, SLOT_RADIUS, SLOTS, paint_head
from game.scenes.home.map_state import MapState, is_near_bedtime, lines, look
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.art.day_on_map import WhoseDay, paint_day, paint_landmarks
from game.ui.art.found_things import HIDES, ChimeLook, found, paint_branch, paint_chime, paint_end, paint_way
from game.ui.art.portrait import Portraits
from game.ui.art.scenery import TrailMap
from game.ui.controls import Command
from game.ui.effects import hop
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box, Point
from game.ui.widgets import Hotspot, Widget, round_button

ARC = Box(300, 16, 236, 128)  # where the short ways are when there is something to play
STORY = (76, 530)
NAP_SECONDS = 30.0  # then Bo lies still, and so does the computer
FEET, FEET_RADIUS = (1212, 254), 48  # what my feet can do, when it is due; free of chime, ring and every path


class AdventureMap(Screen):
    """One child's map in one slot."""

    name = "map"

    def __init__(self, ctx: Context, child: str) -> None:
        super().__init__(ctx)
        self.id = child
        self._portraits = Portraits()
        self._look()

    def _look(self) -> None:
        """Everything that hangs on the moment, read anew."""
        self.state: MapState = look(self.ctx, self.id)
        self.is_evening = self.ctx.is_evening
        self.is_near_bedtime = is_near_bedtime(self.ctx, self.state)
        self._lines = lines(self.ctx, self.state)
        self.is_function_due = self._asks_for_feet()
        self.changed()

    @property
    def things(self) -> tuple[str, ...]:
        """What hangs on the chime."""
        return found(self.state.told)

    @property
    def has_thing(self) -> bool:
        """Whether this chapter's thing is the child's already."""
        return self.state.told[-1].has_thing

    @property
    def trail(self) -> TrailMap:
        return self.ctx.art.trail(self.state.map, self.is_evening)

    # ---------------------------------------------------------------- widgets
    def build(self) -> tuple[Widget, ...]:
        slots = [
            Widget(slot.value, Box.around(*at, SLOT_RADIUS), Hotspot(), voice=f"label_{slot.value}", anchor=HEAD)
            for slot, at in SLOTS.items()
        ]
        me = Widget("who", Box.around(*ME, ME_RADIUS), Hotspot(), voice="label_back", command=Command.BACK, anchor=HEAD)
        door = round_button(
            "grown_ups", 76, 646, 48, theme.EARTH, "icons/adult", 60,
            voice="label_grown_up", command=Command.GROWN_UPS, anchor=Anchor.BOTTOM_LEFT,
        )  # fmt: skip
        book = round_button(
            "book", 1198, 646, 56, theme.LILAC, "icons/book", 72, voice="label_stickers", anchor=Anchor.BOTTOM_RIGHT
        )
        story = self._story()
        if self.state.card:
            return (*slots, me, hud.again((1198, 500), Anchor.BOTTOM_RIGHT), book, story, door)
        widgets = (*slots, *self._short_ways(), me, *self._beside(), *self._feet(), *self._path(), book, story, door)
        return tuple(replace(w, beside=(self._badge_box(widgets),)) if w.name == "big" else w for w in widgets)

    def _badge_box(self, widgets: Sequence[Widget]) -> Box:
        """About the sign beside the next station, which is pressed for it."""
        here = next(w.box.centre for w in widgets if w.name == "big")
        others = [w.box for w in widgets if w.name != "big"]
        discs = [(*box.centre, min(box.w, box.h) / 2 + 8) for box in others if math.dist(box.centre, here) < 400]
        return Box.around(*pictures.badge_place(self.trail.nodes[self.state.here or 0], discs), pictures.BADGE)

    def _story(self) -> Widget:
        """The story's book: its name is the chapter's."""
        voice = f"story_{self.state.story.chapter.n:02}_title"
        return round_button("story", *STORY, 48, theme.BLUE, "icons/story", 64, voice=voice, anchor=Anchor.BOTTOM_LEFT)

    def _chime_look(self) -> ChimeLook:
        return ChimeLook(862, 92, 320, 62, self.ctx.is_evening)

    def _short_ways(self) -> Iterator[Widget]:
        for name, (box, _, voice) in SIGNS.items():
            if self.state.has_short_way(name):
                yield Widget(name, box, Hotspot(46), voice=voice, anchor=HEAD)

    def _beside(self) -> Iterator[Widget]:
        programme = self.ctx.catalogue.programmes.get(self.state.child.programme or "")
        if programme and programme.beside and self.state.now.doing is Doing.READY:
            yield round_button(
                "outing", *OUTING, OUTING_RADIUS, theme.OUTDOORS, "bg/pine", 44, voice=f"{programme.beside[0]}_name",
                anchor=HEAD,
            )  # fmt: skip

    def _asks_for_feet(self) -> bool:
        """Every four weeks, with fresh feet: before the slot's first exercise."""
        state = self.state
        is_fresh = state.now.doing is Doing.READY and not state.now.played
        return is_fresh and due(self.ctx.catalogue, state.child, state.now.day).is_open

    def _feet(self) -> Iterator[Widget]:
        if self.is_function_due:
            yield round_button(
                "feet", *FEET, FEET_RADIUS, theme.AHEAD, "icons/step_on", 70, ring=theme.PANEL, voice="function_name",
                anchor=Anchor.RIGHT,
            )  # fmt: skip

    def _path(self) -> Iterator[Widget]:
        for i, (station, at) in enumerate(zip(self.state.stations, self.trail.nodes)):
            voice = f"{station.exercise}_name" if station.exercise else "map_ahead"
            name = "big" if station.kind is StationKind.HERE else f"station_{i + 1}"
            yield Widget(name, pictures.touched(station.kind, at), Hotspot(), voice=voice)
        voice = f"thing_{self.state.story.chapter.thing}" if self.has_thing else "map_ahead"
        yield Widget("gift", Box.around(*self.trail.gift, pictures.GIFT_RADIUS), Hotspot(), voice=voice)

    def first_focus(self, names: list[str]) -> str | None:
        return "book" if self.state.card or self.state.is_content else super().first_focus(names)

    def lines(self) -> tuple[str, ...]:
        return self._lines

    # ---------------------------------------------------------------- doing
    def press(self, name: str) -> Next | None:
        ctx, child = self.ctx, self.id
        match name:
            case "big" if self.state.now.doing is Doing.READY:
                return routes.Shoes(child, QuestKind.QUEST, self.state.now.left)
            case "big":
                ctx.say("map_too_soon")
            case "two_minutes":
                return routes.Shoes(child, QuestKind.TWO_MINUTES, self.state.now.two_minutes)
            case "one":
                return routes.Choose(child)
            case "outing":
                return routes.Outing(child)
            case "feet":
                return routes.FunctionQuest(child)
            case "morning" | "evening":
                return self._choose_slot(Slot(name))
            case "book":
                return routes.Stickers(child, routes.Trail(child))
            case "grown_ups":
                return routes.Gate(routes.GrownUps(child), routes.Trail(child))
            case "who":
                return routes.Who()
            case "again":
                ctx.say(*self.lines())
            case "story":
                return routes.Page(child)
            case "gift":
                ctx.say(self.widget("gift").voice or "map_ahead")
            case _:
                return self._station(self.state.stations[int(name.removeprefix("station_")) - 1])
        return None

    def _choose_slot(self, slot: Slot) -> Next | None:
        if slot is self.state.slot:
            self.ctx.say(f"label_{slot.value}")
            return None
        self.ctx.slot_chosen = slot
        return routes.Trail(self.id)

    def _station(self, station: Station) -> Next | None:
        """A played one is played again where the day has room for it; the others say what they are."""
        if station.together:
            names = [f"{s.exercise}_name" for s in station.together]
            self.ctx.say(*names, *(("map_ahead",) if station.kind is StationKind.TODAY else ()))
            return None
        match station.kind:
            case StationKind.PLAYED if self.state.now.doing is Doing.READY:
                again = tuple(level for level in self.state.now.choices if level.exercise == station.exercise)
                if again:
                    return routes.Shoes(self.id, QuestKind.ONE, again)
                self.ctx.say(f"{station.exercise}_name")
            case StationKind.PLAYED:
                self.ctx.say(f"{station.exercise}_name")
            case StationKind.TODAY:
                self.ctx.say(f"{station.exercise}_name", "map_ahead")
            case StationKind.WALKED:
                self.ctx.say("label_steps")
            case _:
                self.ctx.say("map_ahead")
        return None

    def update(self, dt: float) -> Next | None:
        self._turn_with_the_clock()
        return super().update(dt)

    def _turn_with_the_clock(self) -> None:
        """A map that was left standing becomes the one that entering it now would show, focus and all."""
        before, now = self.state, self.state.now
        has_opened = now.opens is not None and self.ctx.now() >= now.opens
        if has_opened or (self.ctx.today, self.ctx.slot) != (now.day, before.slot):
            self.focused = None
            self._look()
        elif self.ctx.is_evening != self.is_evening or is_near_bedtime(self.ctx, before) != self.is_near_bedtime:
            self._look()

    # ---------------------------------------------------------------- picture
    def paint_still(self, paper: Paper) -> None:
        state, texts = self.state, self.ctx.texts
        paper.backdrop(self.trail.still(paper.view.size))
        self._paint_path(paper)
        if state.card:
            paint_sleep(paper)
        paint_head(paper, self.ctx, state)
        if state.card:
            paint_card(paper, state.card, texts(state.card.title), state.card.line(texts))
        elif state.now.opens:
            begun = 1 - (state.now.opens - self.ctx.now()) / between_sessions(self.ctx)
            pictures.paint_sun_arc(
                paper, paper.view.anchored(ARC, HEAD), begun, texts("map_open_from", time=state.now.opens.time())
            )

    def _paint_path(self, paper: Paper) -> None:
        state = self.state
        look = self._chime_look()
        paint_way(paper, self.trail.land, state.map, self._reached())
        art, bush = self.ctx.art.library.day(state.map), HIDES[state.map][0]
        paint_landmarks(paper, self.ctx.art.library.landmarks(state.story.chapter.n), self.trail.land)
        paint_day(paper, art, self._whose_day(), bush, self.trail.land)
        paint_branch(paper, look)
        paint_chime(paper, self.things, look)
        thing = state.story.chapter.thing
        paint_end(paper, self.trail.land, thing, state.map, state.story.is_found, self.has_thing)
        for i in sorted(range(len(state.stations)), key=lambda i: self.trail.nodes[i][1]):
            shown = self._shown(i)
            pictures.paint_stone(paper, shown)
            if i != state.here:
                pictures.paint_friends(paper, shown)

    def _whose_day(self) -> WhoseDay:
        """Whose day it is, which, and who stands on the path."""
        state, known = self.state, self.ctx.catalogue
        busy = frozenset(pictures.friend(known, s.exercise, "") for s in state.stations if s.exercise)
        return WhoseDay(self.id, state.now.day, state.story.nth, busy)

    def _shown(self, i: int) -> pictures.OnPath:
        """One station with who stands there; of those that nobody plays the place's own friends stay away."""
        state, known = self.state, self.ctx.catalogue.exercises
        station, animal = state.stations[i], self.trail.land.trail.friends[i]
        row = [s.exercise for s in station.together] or [station.exercise]
        friends = tuple(
            self.ctx.art.figure(
                known.get(e or ""),
                pictures.friend(self.ctx.catalogue, e, animal),
                self._turn(e, i),
                is_large=self.ctx.settings.baby,
            )  # fmt: skip
            for e in row
        )
        return pictures.OnPath(
            station, friends, self.trail.nodes[i], self.trail.land.tint, not state.is_content, state.has_stars,
            waits=station.attempt is not None and station.attempt.id in state.waiting,
        )  # fmt: skip

    def _turn(self, exercise: str | None, i: int) -> int:
        """How often an exercise had been played when it came to its station: each play picks up other things."""
        if exercise is None:
            return 0
        later = [s for s in self.state.stations[i:] if s.exercise == exercise and s.attempt]
        return max(0, plays(self.state.child, exercise) - len(later))

    def _paint_here(self, paper: Paper) -> None:
        """What lies over the next station and its focus ring."""
        at = self.trail.nodes[self.state.here or 0]
        if self.state.now.doing is Doing.TOO_SOON:
            pictures.paint_cloud(paper, at)
            return
        if self.state.now.is_part:
            pictures.paint_bookmark(paper, at)
        pictures.paint_play_badge(paper, self._badge())

    def _badge(self) -> Point:
        """Where the sign of the next station lies."""
        return self.widget("big").beside[0].centre

    def draw(self, stage: Stage) -> None:
        """The next friend stands before its focus ring, and hops when the map is entered; then its sign."""
        super().draw(stage)
        state = self.state
        if state.here is None or state.card:
            return
        at, shown = self.trail.nodes[state.here], self._shown(state.here)
        is_still = self.ctx.settings.calm or state.is_content or state.now.doing is Doing.TOO_SOON
        box = Box(at[0] - 180, at[1] - 230, 360, 330)
        self.sprite(
            stage, ("friend", shown.friends, shown.tint), box, lambda paper: pictures.paint_friends(paper, shown),
            dy=0.0 if is_still else -hop(self.age),
        )  # fmt: skip
        if not state.is_content:
            key = "here", state.now.doing, state.now.is_part, self._badge()
            self.sprite(stage, key, box, self._paint_here)

    def moving(self, stage: Stage) -> None:
        """Bo naps in the card."""
        if self.state.card:
            is_still = self.ctx.settings.calm or self.quiet > NAP_SECONDS
            view = self._portraits.of(self.ctx.art, "bo", "sleepy", NAP_RADIUS)
            stage.put_frame(view.frame(0.0 if is_still else self.age), *NAP)

    def _reached(self) -> int:
        """The station that is next, else the one to which the path was walked."""
        done = [i for i, s in enumerate(self.state.stations) if s.kind in (StationKind.PLAYED, StationKind.WALKED)]
        return self.state.here if self.state.here is not None else done[-1] if done else 0


def between_sessions(ctx: Context) -> timedelta:
    """How long feet rest from one session to the next."""
    return timedelta(hours=ctx.catalogue.rules.hours_between_sessions)
