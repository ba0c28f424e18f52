"""Exercises and programmes that only the diary knows: kept by name, never offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from game.core.content import Position, Ramp, Unit
from game.core.events import Event, Fact, ProgrammeChosen, SteppedBack, SteppedForward
from game.core.history.missing_content import SHOWN, NamesTold, remembering
from game.data.levels.playable import read_shipped

SHIPPED = read_shipped()


def told(*facts: Fact) -> NamesTold:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    return NamesTold.by(Event(str(i), "d", i, "anna", at, at.date(), 0, fact) for i, fact in enumerate(facts))


def test_a_diary_of_known_names_changes_nothing() -> None:
    assert (
        remembering(SHIPPED, told(SteppedBack("bear_walk"), SteppedBack(None), ProgrammeChosen("children"))) == SHIPPED
    )


def test_an_unknown_exercise_is_known_by_name_and_in_no_programme() -> None:
    catalogue = remembering(SHIPPED, told(SteppedBack("grandmas_dance"), SteppedForward("grandmas_dance")))
    assert set(catalogue.exercises) - set(SHIPPED.exercises) == {"grandmas_dance"}
    assert catalogue.programmes == SHIPPED.programmes
    bare = catalogue.exercises["grandmas_dance"]
    assert (bare.title, bare.ramp, bare.seconds_per_unit, bare.tempo, bare.first_week) == (
        "grandmas_dance", Ramp(1, 1, 1), 1, 1.0, 1,
    )  # fmt: skip
    assert (bare.unit, bare.position, bare.feet, bare.demonstration) == (Unit.REPS, Position.CHAIR, 1, SHOWN)
    assert not (SHOWN.close_up or SHOWN.mistake or SHOWN.lens)


def test_an_unknown_programme_offers_nothing() -> None:
    catalogue = remembering(replace(SHIPPED, programmes={}), told(ProgrammeChosen("children")))
    assert catalogue.programmes["children"].exercises == ()
