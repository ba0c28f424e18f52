"""What the file of a language may say, read and checked; see `game.core.locales` for what each thing means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable

from game.core.locales import (
    CLOCK_FIELDS,
    DATE_FORMS,
    DAY_FIELDS,
    FORMS,
    LIST_PARTS,
    Locale,
    mistake_in_rule,
    unknown_fields,
)
from game.data.levels.fields import Field, Flag, Many, OneOf, Record, Schema, Text, Whole
from game.data.levels.levels import read_bytes
from game.data.levels.problems import Findings, Problem, shown
from game.data.levels.yaml_tree import Node, Scalar, at, tree
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class _Mark:
    """One to three characters, blanks among them: a mark in a number, or between quotations."""

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        if isinstance(node, Scalar) and 1 <= len(node.value) <= 3:
            return node.value
        findings.add(node, where, "expected a mark of one to three characters")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": 3}


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A text in which each of some words stands once."""

    words: tuple[str, ...]

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        said = Text(60).read(node, where, findings)
        if said is None or all(said.count(word) == 1 for word in self.words):
            return said
        findings.add(node, where, f"needs {' and '.join(self.words)} once, found {shown(said)}")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": 60}


@dataclass(frozen=True, slots=True)
class _Dated:
    """A pattern of the CLDR with these fields alone."""

    fields: tuple[str, ...]

    def read(self, node: Node, where: str, findings: Findings) -> str | None:
        said = Text(60).read(node, where, findings)
        if said is None or not (odd := unknown_fields(said, self.fields)):
            return said
        known = ", ".join(self.fields)
        findings.add(node, where, f"{', '.join(odd)} stands for nothing; there are {known}, and 'words' as they are")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "maxLength": 60}


def _strings(**fields: str) -> dict[str, str]:
    return fields


@dataclass(frozen=True, slots=True)
class _Plurals:
    forms: tuple[str, ...]
    rule: str


def _locale(
    *, read_by_native_speaker: bool, direction: str, plurals: _Plurals, numbers: Mapping[str, str], time: str,
    quotes: Mapping[str, str], name: str, dates: Mapping[str, str], moment: str, lists: Mapping[str, str],
    first_weekday: int, months: tuple[str, ...], months_alone: tuple[str, ...], months_short: tuple[str, ...],
    weekdays: tuple[str, ...], weekdays_alone: tuple[str, ...], weekdays_short: tuple[str, ...],
) -> Locale:  # fmt: skip
    return Locale(
        language="", name=name, is_read=read_by_native_speaker, is_rtl=direction == "rtl", plural_forms=plurals.forms,
        plural_rule=plurals.rule, decimal=numbers["decimal"], group=numbers["group"], percent=numbers["percent"],
        dates=dates, clock=time, moment=moment, lists=lists, quotes=(quotes["start"], quotes["end"]),
        first_weekday=first_weekday, months=months, months_alone=months_alone, months_short=months_short,
        weekdays=weekdays, weekdays_alone=weekdays_alone, weekdays_short=weekdays_short,
    )  # fmt: skip


def _names(n: int) -> Field[object]:
    return Field(Many(Text(30), n, n), "")


def _table(**kinds: Field[object]) -> Field[object]:
    return Field(Record(kinds, _strings), "")


LOCALE: Record[Locale] = Record(
    {
        "name": Field(Text(40), "what its speakers call it"),
        "read_by_native_speaker": Field(Flag(), "whether somebody whose own language it is has read the game", False),
        "direction": Field(OneOf(("ltr", "rtl")), "how it is written", "ltr"),
        "plurals": Field(
            Record(
                {
                    "forms": Field(Many(OneOf(FORMS), 1, 6), "the forms of a text by number"),
                    "rule": Field(Text(800), "which of them a whole number n takes, as gettext says it"),
                },
                _Plurals,
            ),
            "",
        ),
        "numbers": _table(
            decimal=Field(_Mark(), ""), group=Field(_Mark(), ""), percent=Field(_Pattern(("0",)), "like 0 %")
        ),
        "dates": _table(**{form: Field(_Dated(DAY_FIELDS), "") for form in DATE_FORMS}),
        "time": Field(_Dated(CLOCK_FIELDS), "like HH:mm"),
        "moment": Field(_Pattern(("{0}", "{1}")), "a day {1} and a time {0} of it"),
        "lists": _table(**{part: Field(_Pattern(("{0}", "{1}")), "") for part in LIST_PARTS}),
        "quotes": _table(start=Field(_Mark(), ""), end=Field(_Mark(), "")),
        "first_weekday": Field(Whole(0, 6), "0 is Monday", 0),
        "months": _names(12),
        "months_alone": _names(12),
        "months_short": _names(12),
        "weekdays": _names(7),
        "weekdays_alone": _names(7),
        "weekdays_short": _names(7),
    },
    _locale,
)


def read_locale(file: Traversable, language: str) -> tuple[Locale | None, tuple[Problem, ...]]:
    """What the file says of that language, None with any problem."""
    findings = Findings(str(file))
    data = read_bytes(file, findings)
    root = tree(data, findings) if data is not None else None
    locale = LOCALE.read(root, "", findings) if root is not None else None
    if locale is not None and (wrong := mistake_in_rule(locale.plural_forms, locale.plural_rule)):
        findings.add(at(root, "plurals", "rule"), "plurals.rule", wrong)
    if locale is None or findings.problems:
        return None, tuple(findings.problems)
    return replace(locale, language=language), ()
