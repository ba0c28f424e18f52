"""The file of the camp into what it says. What nobody knows is refused with its name."""

from __future__ import annotations

from game.data.files.fixed import Values, fixed
from game.data.files.spread_file import laid_of
from game.puppet.camp import CampArt, CampSheet

OWN = ("week", "when", "lit", "guest")  # what a sheet says beside what a page's sheet says


def camp_of(values: Values) -> CampArt:
    """The camp from its file's values. Raises TypeError for a field, ValueError for a sheet that is not known, KeyError
    for a light."""
    art = CampArt(**{**fixed(values), "sheets": tuple(map(_sheet, values["sheets"]))})
    for item in art.sheets:
        _ = art.lights[item.lit]
    return art


def _sheet(said: Values) -> CampSheet:
    own = {name: said[name] for name in OWN if name in said}
    return CampSheet(sheet=laid_of({name: value for name, value in said.items() if name not in own}), **own)
