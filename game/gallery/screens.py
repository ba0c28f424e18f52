"""Every screen that is drawn for its picture, in the order a family meets them, by area and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from game.frozen import dataclass
from game.gallery import (
    figures,
    first_start,
    function_quest,
    home,
    notices,
    own,
    parent,
    record,
    session,
    story,
    together,
    trouble,
)
from game.scenes.scene import Scene
from game.scenes.screen.context import Context


@dataclass(frozen=True, slots=True)
class Pictured:
    """One screen: the names its pictures begin with, and its scenes in those states. Making them may change the family
    of the context."""

    states: tuple[str, ...]
    scenes: Callable[[Context], Iterator[tuple[str, Scene]]]


SCREENS: Mapping[str, Pictured] = MappingProxyType({
    "first_start/welcome": Pictured(first_start.WELCOME_STATES, first_start.welcome),
    "home/who": Pictured(home.WHO_STATES, home.who),
    "home/close": Pictured(home.CLOSE_STATES, home.close),
    "home/adventure_map": Pictured(home.ADVENTURE_MAP_STATES, home.adventure_map),
    "home/story_page": Pictured(story.STORY_STATES, story.story),
    "home/choose": Pictured(home.CHOOSE_STATES, home.choose),
    "home/outing": Pictured(home.OUTING_STATES, home.outing),
    "parent/outing_told": Pictured(parent.OUTING_TOLD_STATES, parent.outing_told),
    "function_quest/start": Pictured(function_quest.STATES, function_quest.states),
    "session/shoes_off": Pictured(session.SHOES_OFF_STATES, session.shoes_off),
    "session/intro": Pictured(session.INTRO_STATES, session.intro),
    "session/countdown": Pictured(session.COUNTDOWN_STATES, session.countdown),
    "session/play": Pictured(session.PLAY_STATES, session.play),
    "session/between": Pictured(session.BETWEEN_STATES, session.between),
    "session/rest": Pictured(session.REST_STATES, session.rest),
    "session/ouch": Pictured(session.OUCH_STATES, session.ouch),
    "session/ouch_which": Pictured(session.OUCH_WHICH_STATES, session.ouch_which),
    "session/stop": Pictured(session.STOP_STATES, session.stop),
    "session/session_end": Pictured(session.SESSION_END_STATES, session.session_end),
    "together/choose_together": Pictured(together.CHOOSE_TOGETHER_STATES, together.choose_together),
    "together/play_together": Pictured(together.PLAY_TOGETHER_STATES, together.play_together),
    "together/between_together": Pictured(together.BETWEEN_TOGETHER_STATES, together.between_together),
    "together/ouch_whose": Pictured(together.WHOSE_STATES, together.whose),
    "together/together_end": Pictured(together.TOGETHER_END_STATES, together.together_end),
    "parent/confirm_all": Pictured(together.CONFIRM_ALL_STATES, together.confirm_all),
    "together/reward_each": Pictured(together.REWARD_EACH_STATES, together.reward_each),
    "parent/gate": Pictured(parent.GATE_STATES, parent.gate),
    "parent/confirm": Pictured(parent.CONFIRM_STATES, parent.confirm),
    "home/reward": Pictured(home.REWARD_STATES, home.reward),
    "home/sticker_book": Pictured(home.STICKER_BOOK_STATES, home.sticker_book),
    "home/graduation": Pictured(home.GRADUATION_STATES, home.graduation),
    "trouble/trouble": Pictured(trouble.TROUBLE_STATES, trouble.trouble),
    "screen/notices": Pictured(notices.NOTICES_STATES, notices.notices),
    "parent/progress": Pictured(parent.PROGRESS_STATES, parent.progress),
    "parent/exercise": Pictured(parent.EXERCISE_STATES, parent.exercise),
    "parent/figures": Pictured(figures.FIGURES_STATES, figures.figures),
    "parent/plan": Pictured(parent.PLAN_STATES, parent.plan),
    "parent/ordered": Pictured(parent.ORDERED_STATES, parent.ordered),
    "parent/record": Pictured(record.RECORD_STATES, record.record),
    "parent/paper_week": Pictured(record.PAPER_STATES, record.paper_week),
    "parent/pause": Pictured(record.PAUSE_STATES, record.pause),
    "parent/doctor": Pictured(parent.DOCTOR_STATES, parent.doctor),
    "parent/own": Pictured(own.OWN_STATES, own.own),
    "parent/pain": Pictured(parent.PAIN_STATES, parent.pain),
    "parent/settings": Pictured(parent.SETTINGS_STATES, parent.settings),
    "parent/reminders": Pictured(parent.REMINDERS_STATES, parent.reminders),
    "parent/children": Pictured(parent.CHILDREN_STATES, parent.children),
    "parent/print_cards": Pictured(parent.PRINT_STATES, parent.print_cards),
    "parent/help": Pictured(parent.HELP_STATES, parent.help),
})  # fmt: skip
