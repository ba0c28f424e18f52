"""What a route is made of: a frozen value with named fields, compared and shown by them.

It is written and checked like a dataclass (PEP 681). The standard one compiles six methods for each class, 0.4 ms, and
there are eighty routes to make before the first picture: a tenth of a start. Here they share them. A route is made once
a screen, so that a call of it costs three times as much is nothing.
"""

from __future__ import annotations

from typing import ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class _Lean(type):
    """The annotated names of a class become its fields, in their order; what they are given is the default."""

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> _Lean:
        annotated = body.get("__annotations__", {})
        assert isinstance(annotated, dict)
        fields = tuple(field for field in annotated if not field.startswith("_"))
        defaults = {field: body.pop(field) for field in fields if field in body}
        body.update(__slots__=fields, __match_args__=fields, _defaults=defaults)
        return super().__new__(mcls, name, bases, body)


class Destination(metaclass=_Lean):
    """The base of every route; see `game.scenes.routes`.

    Raises TypeError for a field that is missing, unknown or given twice, AttributeError when one is changed.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, object]]

    def __init__(self, *values: object, **named: object) -> None:
        fields = self.__match_args__
        given = dict(zip(fields, values))
        wrong = [field for field in named if field in given or field not in fields]
        given = {**self._defaults, **given, **named}
        if wrong or len(values) > len(fields) or len(given) < len(fields):
            raise TypeError(f"{type(self).__name__} needs {fields}, got {values} and {named}")
        for field, value in given.items():
            object.__setattr__(self, field, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a route does not change: {name}")

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, field) for field in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        assert isinstance(other, Destination)
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{field}={value!r}" for field, value in zip(self.__match_args__, self._values()))
        return f"{type(self).__name__}({said})"
