"""How the parts of a function quest, their feet and their numbers are named."""

from __future__ import annotations

from game.core.content import Foot
from game.core.rules.function_quests import Part
from game.scenes.screen.outside import TextSource


def part_key(part: Part) -> str:
    """How a part is named in texts and spoken lines.

    >>> [part_key(part) for part in Part]
    ['one_leg', 'bricks', 'heel_raises']
    """
    return part.name.lower()


def foot_word(words: TextSource, foot: Foot | None) -> str:
    """Left, right, or both feet."""
    key = {Foot.LEFT: "play_left", Foot.RIGHT: "play_right_foot", None: "play_both"}[foot]
    return words(key)


def amount(words: TextSource, part: Part, value: int) -> str:
    """A value in words: seconds, bricks, rises."""
    return words(f"function_{part_key(part)}_amount", n=value)


def unit(words: TextSource, part: Part) -> str:
    """What a part is counted in."""
    return words(f"function_{part_key(part)}_unit")
