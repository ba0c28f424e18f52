"""Records made quickly are the records that the standard decorator makes."""

from __future__ import annotations

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import game
from game.frozen import dataclass

Decorator = Callable[..., Callable[[type[Any]], type[Any]]]
BOTH: tuple[Decorator, ...] = (dataclass, dataclasses.dataclass)
LISTED = ("one", "two")


def pair(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Pair:
        """Two."""

        left: int
        right: tuple[str, ...] = LISTED

    return Pair


def several(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Several:
        """One of each kind of field."""

        given: int
        many: list[int] = dataclasses.field(default_factory=list)
        note: str = dataclasses.field(default="", compare=False)
        hidden: int = dataclasses.field(default=3, repr=False)
        beside: int = dataclasses.field(default=4, hash=False)
        doubled: int = dataclasses.field(init=False, compare=False)
        fixed: str = dataclasses.field(init=False, default="so")
        made: list[str] = dataclasses.field(init=False, default_factory=lambda: ["new"])

        def __post_init__(self) -> None:
            object.__setattr__(self, "doubled", 2 * self.given)

    return Several


def named(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True, kw_only=True)
    class Named:
        """Only by name."""

        a: int
        b: int = 1
        c: int

    return Named


def derived(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Base:
        """What both have."""

        a: int
        b: int = 2

    @decorator(frozen=True, slots=True)
    class Derived(Base):
        """One more."""

        c: int = 3
        b: int = 5

    return Derived


def empty(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    return Empty


def stubborn(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Stubborn:
        """Writes its own."""

        a: int

        def __eq__(self, other: object) -> bool:
            return other == "anything"

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "me"

    return Stubborn


def equal_by_its_own(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True)
    class Equal:
        """Writes how it is equal, and not its hash."""

        a: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and abs(self.a) == abs(other.a)

    return Equal


def itself(decorator: Decorator) -> type[Any]:
    @decorator(frozen=True, slots=True, eq=False)
    class Itself:
        """Equal to nothing else."""

        a: int

    return Itself


KINDS: tuple[tuple[Callable[[Decorator], type[Any]], tuple[dict[str, Any], ...]], ...] = (
    (pair, ({"left": 1}, {"left": -1}, {"left": 1, "right": ()}, {"left": 1, "right": LISTED}, {"left": 0.0})),
    (several, ({"given": 1}, {"given": 1, "note": "x"}, {"given": 1, "hidden": 9}, {"given": 2, "beside": 0})),
    (named, ({"a": 1, "c": 2}, {"a": 1, "b": 1, "c": 2}, {"a": 2, "c": 1})),
    (derived, ({"a": 1}, {"a": 1, "b": 5}, {"a": 1, "b": 2}, {"a": 1, "c": 3})),
    (empty, ({}, {})),
    (stubborn, ({"a": 1}, {"a": 2})),
    (equal_by_its_own, ({"a": 1}, {"a": -1})),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "given"), KINDS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_quick_record_is_written_compared_and_kept_in_sets_as_the_standard_one(
    kind: Callable[[Decorator], type[Any]], given: tuple[dict[str, Any], ...]
) -> None:
    ours, theirs = ([cls(**values) for values in given] for cls in map(kind, BOTH))
    assert [written(record) for record in ours] == [written(record) for record in theirs]
    assert [[a == b for a in ours] for b in ours] == [[a == b for a in theirs] for b in theirs]
    assert [a != "else" for a in ours] == [a != "else" for a in theirs]
    if kind is several:  # it holds a list
        for record in (*ours, *theirs):
            with pytest.raises(TypeError, match="unhashable"):
                hash(record)
    else:
        assert [[hash(a) == hash(b) for a in ours] for b in ours] == [
            [hash(a) == hash(b) for a in theirs] for b in theirs
        ]
    assert [dataclasses.asdict(record) for record in ours] == [dataclasses.asdict(record) for record in theirs]


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS] + [itself], ids=lambda kind: kind.__name__)
def test_the_class_of_a_quick_record_says_of_itself_what_the_standard_one_says(
    kind: Callable[[Decorator], type[Any]],
) -> None:
    ours, theirs = map(kind, BOTH)
    assert str(inspect.signature(ours)) == str(inspect.signature(theirs))
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__slots__ == theirs.__slots__
    assert ours.__doc__ == theirs.__doc__
    assert ours.__init__.__qualname__ == theirs.__init__.__qualname__
    assert [(f.name, f.type, f.init, f.kw_only) for f in dataclasses.fields(ours)] == [
        (f.name, f.type, f.init, f.kw_only) for f in dataclasses.fields(theirs)
    ]


def test_nothing_of_a_quick_record_can_be_set_or_deleted() -> None:
    record = pair(dataclass)(1)
    for deed in (
        lambda: setattr(record, "left", 2),
        lambda: setattr(record, "new", 2),
        lambda: delattr(record, "left"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            deed()
    assert record.left == 1


def test_a_value_is_made_anew_for_every_record_and_one_that_was_given_is_kept() -> None:
    cls = several(dataclass)
    assert cls(1).many == [] and cls(1).many is not cls(1).many
    kept: list[int] = []
    assert cls(1, kept).many is kept
    assert cls(3).doubled == 6 and cls(3).fixed == "so" and cls(3).made == ["new"]


def test_a_record_without_equality_is_equal_to_itself_alone() -> None:
    cls = itself(dataclass)
    one = cls(1)
    assert one == one and one != cls(1) and len({one, cls(1)}) == 2


@dataclass(frozen=True, slots=True)
class Kept:
    """At the top of its module, where pickle finds it."""

    a: int
    b: tuple[int, ...] = (1, 2)


def test_copies_and_pickles_of_a_record_are_equal_to_it() -> None:
    record = Kept(1)
    for again in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert again == record and again is not record
    assert dataclasses.replace(record, a=4) == Kept(4)
    match record:
        case Kept(a, b=(first, *_)):
            assert (a, first) == (1, 1)


def test_a_record_that_holds_itself_is_still_written() -> None:
    cls = pair(dataclass)
    ring: list[Any] = []
    record = cls(ring)
    ring.append(record)
    assert "..." in repr(record)


@pytest.mark.parametrize("asked", [{"frozen": True, "slots": False}, {"frozen": False, "slots": True}])
def test_any_other_class_is_for_the_standard_decorator(asked: dict[str, bool]) -> None:
    with pytest.raises(TypeError, match=r"dataclasses\.dataclass"):
        BOTH[0](**asked)


@pytest.mark.parametrize("wrong", [(), (1, 2, 3)], ids=["too few", "too many"])
def test_wrong_values_are_refused_in_the_words_of_python(wrong: tuple[int, ...]) -> None:
    said = []
    for cls in map(pair, BOTH):
        with pytest.raises(TypeError) as refused:
            cls(*wrong)
        said.append(str(refused.value))
    assert said[0] == said[1]


def records() -> Iterator[type[Any]]:
    """Every class of the game that was made quickly."""
    for found in pkgutil.walk_packages(game.__path__, "game."):
        if "__" not in found.name:
            module = importlib.import_module(found.name)
            for cls in vars(module).values():
                if isinstance(cls, type) and cls.__module__ == found.name and "_frozen_hashed" in vars(cls):
                    yield cls


def test_every_record_of_the_game_takes_what_the_standard_one_would_take() -> None:
    counted = 0
    for cls in records():
        counted += 1
        body = {
            name: value for name, value in vars(cls).items() if name in ("__annotations__", "__doc__", "__module__")
        }
        body |= {f.name: again(f) for f in dataclasses.fields(cls) if f.name in body["__annotations__"]}
        bases = [b for b in cls.__bases__ if not dataclasses.is_dataclass(b)]
        if len(bases) != len(cls.__bases__):
            continue  # what it takes of its base is seen above
        twin = dataclasses.dataclass(frozen=True, slots=True)(type(cls.__name__, (), body))
        assert str(inspect.signature(cls)) == str(inspect.signature(twin)), cls
        assert cls.__match_args__ == twin.__match_args__, cls
    assert counted > 300


def again(field: dataclasses.Field[Any]) -> Any:
    """What was written after the equals sign, or as good."""
    said: dict[str, Any] = {name: getattr(field, name) for name in ("default", "default_factory", "init", "kw_only")}
    return dataclasses.field(**said)


def written(record: object) -> str:
    return repr(record).rpartition("<locals>.")[2]


def test_every_frozen_class_with_slots_is_made_quickly() -> None:
    asked, counted = re.compile(r"^@(dataclasses\.)?dataclass\((?=.*frozen=True)(?=.*slots=True)", re.M), 0
    for module in Path(game.__file__).parent.rglob("*.py"):
        if found := asked.findall(said := module.read_text(encoding="utf-8")):
            counted += len(found)
            assert "from game.frozen import dataclass" in said and "dataclasses." not in found, module
    assert counted > 300
