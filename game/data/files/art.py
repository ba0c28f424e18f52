"""The art library: drawings, rigs, places, maps, pages, stickers and fonts, each read once when first asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from game.data import as_written
from game.data.files.compiled import Compiled
from game.data.files.resources import resource

if TYPE_CHECKING:
    from game.core.session.story import Chapter
    from game.core.stickers import Sticker
    from game.puppet.camp import CampArt
    from game.puppet.day_on_map import DayArt, Small
    from game.puppet.figure import FigureArt
    from game.puppet.place import PlaceArt, TrailArt
    from game.puppet.rig import Rig
    from game.puppet.spread import SpreadArt

FEET = ("foot_l", "foot_r")  # parts of a rig
HEAD = re.compile(r"<\?xml.*?\?>|<!--.*?-->", re.S)
SVG = re.compile(r"<svg[^>]*>(.*)</svg>", re.S)
SIZE = re.compile(r'viewBox="0 0 (\S+) (\S+)"')


class ArtLibrary:
    """Reads from `root`, the assets' folder. A missing drawing raises FileNotFoundError with its name."""

    def __init__(self, root: Traversable | None = None) -> None:
        self.root = root or resource("assets")
        self._svg: dict[str, str] = {}
        self._shapes: dict[str, str] = {}
        self._rigs: dict[str, Rig] = {}
        self._places: dict[str, PlaceArt] = {}
        self._trails: dict[str, TrailArt] = {}
        self._files: dict[str, Mapping[str, Any]] = {}
        self._compiled: Compiled | None = None
        self._landmarks: dict[int, tuple[Small, ...]] | None = None
        self._days: dict[str, DayArt] | None = None
        self._figures: dict[str, FigureArt] | None = None
        self._fonts: dict[str, bytes] = {}

    def drawing(self, name: str) -> str:
        """The SVG document of a part, named by its path below parts/, with or without the ending."""
        name = name.removesuffix(".svg")
        if name not in self._svg:
            path = self.root.joinpath("parts", *f"{name}.svg".split("/"))
            self._svg[name] = HEAD.sub("", path.read_text(encoding="utf-8")).strip()
        return self._svg[name]

    def shapes(self, name: str) -> str:
        """What is inside a part's document, to be placed in another."""
        if name not in self._shapes:
            found = SVG.search(self.drawing(name))
            if found is None:
                raise ValueError(f"{name} is no SVG document")
            self._shapes[name] = found.group(1).strip()
        return self._shapes[name]

    def drawing_size(self, name: str) -> tuple[float, float]:
        """Width and height of a part's box in its own units."""
        found = SIZE.search(self.drawing(name))
        if found is None:
            raise ValueError(f'{name} needs viewBox="0 0 width height"')
        return float(found.group(1)), float(found.group(2))

    def rig(self, name: str) -> Rig:
        """A puppet with everything it extends."""
        if name not in self._rigs:
            from game.data.files.rig_file import rig_of, whole

            self._rigs[name] = rig_of(name, whole(name, lambda n: self._values(f"rigs/{n}")))
        return self._rigs[name]

    def rig_names(self) -> Iterator[str]:
        """Every rig, in the order of names."""
        files = (file.name for file in (self.root / "rigs").iterdir())
        yield from sorted(name.removesuffix(".yaml") for name in files if name.endswith(".yaml"))

    def frame(self, rig: str, clip: str, phase: float, swap: Mapping[str, str]) -> str:
        """The SVG of one frame of a clip, recoloured."""
        from game.puppet.compose import frame

        return frame(self.rig(rig), clip, phase, self.shapes, self.rig, swap)

    def telling(self, rig: str, clip: str) -> tuple[float, ...]:
        """The phases of a clip that tell its movement on paper."""
        from game.puppet.rig import telling_phases

        return telling_phases(self.rig(rig), clip)

    def reach(self, rig: str, clip: str) -> float:
        """How far a foot goes to a side in the key poses of a clip, in rig units; 0 where none is moved by itself."""
        from game.puppet.rig import key_phases, pose_at

        poses = (pose_at(self.rig(rig), clip, phase) for phase in key_phases(self.rig(rig), clip))
        return max((abs(pose[foot].get("x", 0.0)) for pose in poses for foot in FEET if foot in pose), default=0.0)

    def other_moments(self, rig: str, clip: str) -> tuple[float, ...]:
        """The other key poses of the clip, which tell less."""
        from game.puppet.rig import key_phases

        telling = self.telling(rig, clip)
        return tuple(phase for phase in key_phases(self.rig(rig), clip) if phase not in telling)

    def mirrored(self, rig: str, clip: str) -> str:
        """The clip whose picture may be mirrored for the other foot: another one where something in it can be read."""
        return self.rig(rig).clips[clip].mirrored or clip

    def in_window(self, rig: str, clip: str) -> str:
        """The clip a window or a card shows instead, where the rig has one."""
        return self.rig(rig).in_window(clip)

    def ground(self, rig: str) -> float | None:
        """Where the ground lies in a rig's own units, from above; None for feet that are seen from there."""
        return None if rig.endswith("_top") else self.rig(rig).origin[1]

    def place(self, name: str) -> PlaceArt:
        """A place to play in."""
        if name not in self._places:
            from game.data.files.place_file import place_of

            self._places[name] = place_of(self._values(f"scenery/{name}"))
        return self._places[name]

    def trail(self, chapter: str) -> TrailArt:
        """A chapter's map."""
        if chapter not in self._trails:
            from game.data.files.place_file import trail_of

            self._trails[chapter] = trail_of(self._values(f"maps/{chapter}"))
        return self._trails[chapter]

    def spread(self, chapter: int) -> SpreadArt:
        """A chapter's double page, read anew each time: the page keeps its picture, and asks once."""
        from game.data.files.spread_file import spread_of

        return spread_of(self._values(f"spreads/{chapter:02}"))

    def camp(self) -> CampArt:
        """What stands at the camp, read anew each time as a page is."""
        from game.data.files.camp_file import camp_of

        return camp_of(self._values("camp"))

    def day(self, chapter: str) -> DayArt:
        """What may be new on a day on a chapter's map."""
        if self._days is None:
            from game.data.files.day_file import days_of

            self._days = days_of(self._values("days"))
        return self._days[chapter]

    def landmarks(self, chapter: int) -> tuple[Small, ...]:
        """What a chapter of the story leaves on its map, by its number."""
        if self._landmarks is None:
            from game.data.files.day_file import landmarks_of

            self._landmarks = landmarks_of(self._values("days"))
        return self._landmarks.get(chapter, ())

    def figure(self, exercise: str) -> FigureArt | None:
        """The whole friend in the pose of one of our exercises; None for one that is not drawn so."""
        if self._figures is None:
            from game.data.files.figure_file import figures_of

            self._figures = figures_of(self._values("figures"))
        return self._figures.get(exercise)

    def stickers(self) -> dict[str, tuple[Sticker, ...]]:
        """Every place's stickers in the book's order."""
        from game.core.stickers import Sticker

        values = self._values("stickers")
        tilts = values["tilt"]
        return {
            place: tuple(Sticker(s["id"], place, s["tint"], tilts[i % len(tilts)]) for i, s in enumerate(stickers))
            for place, stickers in values["places"].items()
        }

    def story(self) -> tuple[Chapter, ...]:
        """The chapters of the story's plan."""
        from game.core.session.story import Chapter

        return tuple(
            Chapter(c["chapter"], c["place"], c["thing"], tuple(c["way"]), tuple(c["stay"]), c["shows"])
            for c in self._values("text/story_plan")["chapters"]
        )

    def _values(self, name: str) -> Mapping[str, Any]:
        """The values of one of our own YAML files below assets."""
        if name not in self._files:
            sys.audit("barefoot.parse", name)
            text = self.root.joinpath(*f"{name}.yaml".split("/")).read_bytes()
            self._compiled = self._compiled or Compiled(self.root)
            said = self._compiled.said(name, text)
            if said is None:
                said = as_written.art(text.decode("utf-8"))
            self._files[name] = said if isinstance(said, dict) else {}
        return self._files[name]

    def font(self, weight: str) -> bytes:
        """The file of a weight of Nunito: SemiBold, ExtraBold or Black."""
        if weight not in self._fonts:
            self._fonts[weight] = (self.root / "fonts" / f"Nunito-{weight}.ttf").read_bytes()
        return self._fonts[weight]

    def picture(self, name: str) -> bytes:
        """A shipped raster picture, by its name below assets."""
        return self.root.joinpath(*name.split("/")).read_bytes()
