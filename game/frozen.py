"""Records that never change, whose classes are quickly made.

For a frozen class the standard `dataclass` writes up to eight methods as text and compiles each: half a millisecond a
class on Python 3.11, and of the two hundred classes before the first picture that was a third of the start. Here the
constructor alone is compiled, with the first record; the others are the same for all classes and ask for a record's
values by names that are known once. A type checker reads the standard `dataclass`; `replace`, `fields`, `asdict`,
`match` and copies work on both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    import sys
    from operator import attrgetter
    from reprlib import recursive_repr

    def dataclass(*, frozen, slots, eq=True, kw_only=False):
        """The standard decorator for a frozen class with slots; TypeError where one of the two is not asked for."""
        if not (frozen and slots):
            raise TypeError("only frozen classes with slots are made here; others by dataclasses.dataclass")

        def made(cls):
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
            fields = dataclasses.fields(bare)
            bare.__init__ = _CompiledOnce(bare, fields)
            methods = _ALWAYS
            if eq:
                methods = _COMPARED
                bare._frozen_compared = _values(f.name for f in fields if f.compare)
                bare._frozen_hashed = _values(f.name for f in fields if (f.compare if f.hash is None else f.hash))
            for name, method in methods.items():
                # a class that writes __eq__ itself has a __hash__ of None, which is nobody's wish
                if cls.__dict__.get(name) is None:
                    setattr(bare, name, method)
            return bare

        return made

    class _CompiledOnce:
        """A class's constructor, compiled when somebody first asks for it: of most classes a start makes no record."""

        def __init__(self, cls, fields):
            self._cls, self._fields = cls, fields

        def __get__(self, record, cls):
            constructor = self._cls.__init__ = _constructor(self._cls, self._fields)
            return constructor.__get__(record, cls)

    class _NotGiven:
        """Where a value is made anew for every record."""

        def __repr__(self):
            return "<factory>"

    _NOT_GIVEN = _NotGiven()

    def _constructor(cls, fields):
        """The method that is compiled: a long diary calls it a million times."""
        known, places, named, lines = {"_set": object.__setattr__, "_not_given": _NOT_GIVEN}, [], [], []
        for field in fields:
            name = value = place = field.name
            if field.default_factory is not dataclasses.MISSING:
                known[f"_new_{name}"], place = field.default_factory, f"{name}=_not_given"
                value = f"_new_{name}() if {name} is _not_given else {name}" if field.init else f"_new_{name}()"
            elif field.default is not dataclasses.MISSING:
                known[f"_if_none_{name}"], place = field.default, f"{name}=_if_none_{name}"
                value = name if field.init else f"_if_none_{name}"
            if field.init:
                (named if field.kw_only else places).append(place)
            if field.init or value != name:  # else __post_init__ gives it
                lines.append(f"_set(self, {name!r}, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append("self.__post_init__()")
        given = ", ".join(["self", *places, *(["*", *named] if named else [])])
        body = "; ".join(lines) or "pass"
        text = f"def maker({', '.join(known)}):\n def __init__({given}): {body}\n return __init__"
        written = {}
        exec(text, sys.modules[cls.__module__].__dict__, written)  # noqa: S102 - as the standard decorator does
        constructor = written["maker"](**known)
        constructor.__qualname__ = f"{cls.__qualname__}.__init__"
        constructor.__annotations__ = {field.name: field.type for field in fields if field.init} | {"return": None}
        return constructor

    def _values(names):
        """What asks a record for the values of these fields at once."""
        names = tuple(names)
        return staticmethod(attrgetter(*names) if names else lambda record: ())

    def _equal(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._frozen_compared(self) == self._frozen_compared(other)

    def _hash(self):
        return hash(self._frozen_hashed(self))

    @recursive_repr()
    def _written(self):
        told = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
        return f"{self.__class__.__qualname__}({', '.join(told)})"

    def _set(self, name, value):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delete(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self):
        return [getattr(self, field.name) for field in dataclasses.fields(self)]

    def _with_state(self, values):
        for field, value in zip(dataclasses.fields(self), values):
            object.__setattr__(self, field.name, value)

    _ALWAYS = {"__repr__": _written, "__setattr__": _set, "__delattr__": _delete, "__getstate__": _state,
               "__setstate__": _with_state}  # fmt: skip
    _COMPARED = {**_ALWAYS, "__eq__": _equal, "__hash__": _hash}
