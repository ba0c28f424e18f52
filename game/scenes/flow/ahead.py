"""Reads the code of the screens that are likely to follow, while somebody looks at the first one.

A late import is a file opened and a module run: some 200 of them stand between who is playing and the progress page.
"""

from __future__ import annotations

from collections.abc import Callable


def _way_to_play() -> None:
    from game.scenes.flow import home, session
    from game.scenes.home import adventure_map, graduation, story_page
    from game.scenes.session import shoes_off
    from game.ui.art import open_book

    _ = open_book, home, session, adventure_map, graduation, story_page, shoes_off


def _session() -> None:
    from game.scenes.session import countdown, intro, play

    _ = countdown, intro, play


def _rest_of_a_session() -> None:
    from game.scenes.session import between, ouch, rest, session_end, stop
    from game.ui.art import camp_picture, figure_sheet

    _ = camp_picture, figure_sheet, between, ouch, rest, session_end, stop


def _words_of_grown_ups() -> None:
    from game.scenes.flow import parent
    from game.scenes.home import reward
    from game.scenes.parent.confirm import confirm
    from game.scenes.parent.gate import gate

    _ = parent, reward, confirm, gate


def _figures() -> None:
    from game.scenes.parent.progress import progress

    _ = progress


# In the order in which a family comes to them, each short enough to be done between two frames of the baker.
LIKELY: tuple[Callable[[], None], ...] = (
    _way_to_play, _session, _rest_of_a_session, _words_of_grown_ups, _figures,
)  # fmt: skip
