"""Every number has its reason, in words a parent understands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.core
from game.core.content import Slot
from game.core.days import plus
from game.core.numbers import for_sentences
from game.core.quest import Reason
from game.core.reports import progress
from game.core.rules import parent_actions
from game.core.rules.journey import journey
from game.core.rules.rewards import RefusedByRules
from game.data.texts.texts import Texts
from tests.diary import START, Life, both, case, catalogue, lived, of_family

pytestmark = pytest.mark.usefixtures("no_search_for_garbage")
TEXTS = Texts("en", ("parent", "screens"))
TEXTS.from_rules = for_sentences(catalogue().rules)
KINDS = ("reason_", "steer_", "confirm_refused_")


def keys_in_the_engine() -> set[str]:
    """Every text key named anywhere in the rules."""
    files = Path(game.core.__file__).parent.rglob("*.py")
    nodes = (n for f in files for n in ast.walk(ast.parse(f.read_text("utf-8"))) if isinstance(n, ast.Constant))
    return {n.value for n in nodes if isinstance(n.value, str) and n.value.startswith(KINDS) and " " not in n.value}


def reasons_of(life: Life) -> Iterator[Reason]:
    """All that a life's days, progress and exercises say."""
    child, last = life.robin.child, life.plans[-1].day
    for plan in life.plans:
        yield from plan.notes
        for quest in plan.slots:
            for level in quest.levels:
                assert level.reasons
                yield from level.reasons
    shown = progress.progress(catalogue(), child, last)
    yield from (*shown.why, *shown.next_steps)
    for name in progress.exercises_shown(catalogue(), child, last):
        one = progress.exercise_progress(catalogue(), child, name, last)
        yield from (*one.reasons, *([one.forward_why] if one.forward_why else []))
        yield from (step.why for step in one.steps if step.why)


LIVES = {
    "perfect": lambda: of_family("perfect", 92),
    "easy": lambda: of_family("easy", 60, case("prevention", "11+")),
    "hard": lambda: of_family("hard", 20),
    "ouch": lambda: of_family("ouch", 40),
    "holiday": lambda: of_family("holiday", 80),
    "grown up": lambda: of_family("perfect", 40, case("grown_up", "11+")),
    "surgery": lambda: of_family("perfect", 60, case("after_surgery", "7-10", "2025-12-29", "2026-01-10", True)),
    "no date": lambda: lived("", 5, case("after_surgery", "7-10")),
    "no word": lambda: lived("", 20, case("after_surgery", "7-10", "2025-12-29", "2026-01-10")),
    "inner edges": lambda: of_family("perfect", 50, case(order=("duckling_walk",))),
    "steered": lambda: lived(both(range(30)) + "+8 back\n+9 hold\n+12 release\n+20 forward bear_walk\n+21 back caterpillar\n+22 pause ill until +23\n+25 age 3-4", 32),
    "ouches": lambda: lived("+0 morning bear_walk ouch 2\n+1 morning bear_walk ouch 5\n+1 morning caterpillar finished partly hard", 4),
}  # fmt: skip


@pytest.mark.parametrize("name", LIVES)
def test_every_reason_is_a_whole_sentence(name: str) -> None:
    for reason in reasons_of(LIVES[name]()):
        said = TEXTS.reason(reason)
        assert not set("[]{}_") & set(said), said
        missing = TEXTS.placeholders(reason.key) - set(reason.values) - set(TEXTS.from_rules) - {"n"}
        assert not missing, f"{reason.key} lacks {missing}"
        assert said.endswith((".", "?", "!", ")")), said


def test_every_key_the_rules_name_has_a_text() -> None:
    keys = keys_in_the_engine()
    assert len(keys) > 50
    assert not [key for key in sorted(keys) if not TEXTS.has(key)]


def test_a_longer_dose_says_what_it_was_and_why() -> None:
    level = of_family("perfect", 8).levels(7)["bear_walk"]
    assert "Bear walk: went well 3 times and it has been 7 days, so now 25 seconds instead of 20 seconds." in [
        TEXTS.reason(r) for r in level.reasons
    ]


def test_refusals_are_sentences_too() -> None:
    robin = lived(both(range(3)), 4).robin
    for ask in (
        lambda: parent_actions.step_forward(catalogue(), robin.child, "bear_walk", plus(START, 3)),
        lambda: parent_actions.step_back(catalogue(), robin.child, None, plus(START, 3)),
        lambda: parent_actions.allow(catalogue(), robin.child, None, plus(START, 3)),
        lambda: parent_actions.doctor_asked(catalogue(), robin.child, plus(START, 3)),
        lambda: parent_actions.graduate(catalogue(), robin.child, plus(START, 3)),
    ):
        with pytest.raises(RefusedByRules) as refused:
            ask()
        assert "[" not in TEXTS.reason(refused.value.reason)


def test_the_foot_that_does_less_goes_first_and_says_so() -> None:
    life = lived(both(range(2)), 3)
    robin, day = life.robin, plus(START, 2)
    from dataclasses import replace

    from game.core.events import LevelPlayed

    played = next(e.fact for e in robin.events if isinstance(e.fact, LevelPlayed) and e.fact.exercise == "caterpillar")
    robin.record(plus(START, 1), 21, replace(played, attempt="one foot", on=plus(START, 1), done_left=3, done_right=1))
    from game.core.rules.today import quest_of

    quest = quest_of(journey(catalogue(), robin.child, day), day, Slot.MORNING)
    level = next(level for level in quest.levels if level.exercise == "caterpillar")
    assert level.first_foot == "right"
    assert "reason_feet_order" in [r.key for r in level.reasons]
