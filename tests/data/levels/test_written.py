"""What a form reads has the types that the record of its fields says: no type checker sees across the file between."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from game.data.files.resources import resource
from game.data.levels.levels import LevelFile, read_folder
from game.data.levels.written import WrittenExercise

SHIPPED = read_folder(resource("levels"))


def misfits(value: object, hint: object, where: str = "") -> list[str]:
    """The places below a value that are not of the type named."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return min((misfits(value, kind, where) for kind in inner), key=len)
    if origin is tuple:
        fits = isinstance(value, tuple)
        return [w for part in value for w in misfits(part, inner[0], f"{where}[]")] if fits else [where]
    if origin is Mapping:
        fits = isinstance(value, Mapping)
        return (
            [w for key, part in value.items() for w in misfits(part, inner[1], f"{where}.{key}")] if fits else [where]
        )
    if not isinstance(value, (int, float) if hint is float else hint) or (type(value) is bool) != (hint is bool):
        return [where]
    if not is_dataclass(value):
        return []
    hints = typing.get_type_hints(hint)
    return [w for f in fields(value) for w in misfits(getattr(value, f.name), hints[f.name], f"{where}.{f.name}")]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_what_a_shipped_file_says_has_the_types_its_record_names(file: LevelFile[object]) -> None:
    assert file.values is not None
    assert not misfits(file.values, type(file.values))


def test_a_field_of_another_type_would_be_seen() -> None:
    bear = next(v for file in SHIPPED if isinstance(v := file.values, WrittenExercise) and v.words is None)
    assert misfits(replace(bear, never_with="duckling_walk"), WrittenExercise) == [".never_with"]
    assert misfits(replace(bear, first_week=True), WrittenExercise) == [".first_week"]
    assert misfits(replace(bear, dose=replace(bear.dose, cap="60")), WrittenExercise) == [".dose.cap"]
    assert misfits(replace(bear, title={"en": 3}), WrittenExercise) == [".title"]
