"""Everything the game shows, says and plays goes into the bundle; modules are found by their imports.

A checkout keeps its files beside `game/`, a wheel inside it, a bundle as the wheel does.
"""

from __future__ import annotations

from pathlib import Path

from game.data.files.resources import resource
from game.data.files.shipped import FOLDERS, NOT_SHIPPED

datas = [
    (str(file), str(Path("game", "_data", folder, file.relative_to(top).parent)))
    for folder in FOLDERS
    for top in (Path(str(resource(folder))),)
    for file in sorted(top.rglob("*"))
    if file.is_file() and (file.name == "hashes.txt" or not {*file.relative_to(top).parts} & {*NOT_SHIPPED})
]
