"""In which order the first questions come, and what is written down at the end of them.

Three orders share the same screens: a new family (PIN, child, signs, programme, ready), one more child, and one page
about a child that is there already. Of a new family the PIN is written down as soon as its page is done, so that no
closing loses it with the recovery code on somebody's paper; nothing else before the last page. Whoever closes in
between leaves a family with a PIN and no child, and the next start asks for that PIN and goes on with the child.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Protocol

from game.core.events import Fact, SettingChosen
from game.core.history.history import Child
from game.core.profile import USUAL
from game.core.rules.state import AFTER_SURGERY
from game.scenes import routes
from game.scenes.first_start.draft import Draft
from game.scenes.routes import Next
from game.scenes.screen.context import Context

HEX = "0123456789abcdef"


class Wizard(Protocol):
    """What a page of the first questions needs of the order it stands in."""

    draft: Draft

    def on(self, page: str) -> Next:
        """The page after this one, or whatever follows the last; there it is written down."""
        ...

    def back(self, page: str) -> Next: ...

    def place(self, page: str) -> tuple[int, int] | None:
        """Which page of how many; None where it stands alone."""
        ...

    def about(self) -> Child | None:
        """The child that is there already, if the page is about one."""
        ...

    def on_key(self, page: str) -> str:
        """The text of the button that goes on: the last page's keeps what was said."""
        ...


def taken_names(ctx: Context, but: str | None = None) -> tuple[str, ...]:
    """The nicknames of all children, those put away included."""
    return tuple(c.nickname for i, c in ctx.family.children.items() if i != but)


def new_child_id(ctx: Context) -> str:
    """An id no other device will make: 32 of 64 shuffled hexadecimal digits."""
    return "".join(ctx.shuffle([*HEX * 4])[:32])


class Pages(ABC):
    """Pages one after another; the surgery's page only where that programme was chosen."""

    pages: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()  # the pages that are counted; the surgery's is part of the programme's

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.draft = Draft(course_days=ctx.catalogue.rules.course_days_most, others=taken_names(ctx))

    def _present(self) -> list[str]:
        return [p for p in self.pages if p != "surgery" or self.draft.programme == AFTER_SURGERY]

    def on(self, name: str) -> Next:
        pages = self._present()
        i = pages.index(name)
        return routes.Question(pages[i + 1], self) if i + 1 < len(pages) else self.finish()

    def back(self, name: str) -> Next:
        pages = self._present()
        i = pages.index(name)
        return routes.Question(pages[i - 1], self) if i else self.leave()

    def place(self, name: str) -> tuple[int, int] | None:
        counted = "programme" if name == "surgery" else name
        return self.numbers.index(counted) + 1, len(self.numbers)

    def about(self) -> Child | None:
        return None

    def on_key(self, name: str) -> str:
        return "screen_keep" if name == self._present()[-1] else "screen_go_on"

    @abstractmethod
    def finish(self) -> Next:
        """After the last page."""

    @abstractmethod
    def leave(self) -> Next:
        """Back from the first page."""


class FirstStart(Pages):
    """A new family. Where a PIN is there already, its page is left out (see the module's words)."""

    numbers = ("welcome", "pin", "child", "signs", "programme", "ready")

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        settings = ctx.settings
        self.draft.evening_hour, self.draft.baby = settings.evening_hour, settings.baby
        self.draft.calm, self.draft.words = settings.calm, settings.words
        self._kept = "", ""  # the PIN and the code written down already
        pages = ("pin", "child", "signs", "programme", "surgery", "ready")
        self.pages = pages[1:] if ctx.family.gate else pages

    def begin(self) -> Next:
        """From the welcome to the first question; through the gate where there is one."""
        first = routes.Question(self.pages[0], self)
        return routes.Gate(first, routes.Welcome(self)) if self.ctx.family.gate else first

    def on(self, name: str) -> Next:
        if name == "pin" and (self.draft.pin, self.draft.recovery) != self._kept:
            self._kept = self.draft.pin, self.draft.recovery
            self.ctx.gate.set(*self._kept)
        return super().on(name)

    def finish(self) -> Next:
        """Writes down the settings, then the child."""
        language = (SettingChosen("language", self.ctx.language),) if len(self.ctx.languages) > 1 else ()
        self.ctx.record(*self.draft.setting_facts(), *language)
        self.ctx.record(*self.draft.child_facts(), child=new_child_id(self.ctx))
        return routes.Who()

    def leave(self) -> Next:
        return routes.Welcome(self)


class MoreChild(Pages):
    """One more child, from the grown-ups' pages."""

    pages = ("child", "signs", "programme", "surgery")
    numbers = ("child", "signs", "programme")

    def __init__(self, ctx: Context, then: Next) -> None:
        super().__init__(ctx)
        self._then = then

    def finish(self) -> Next:
        self.ctx.record(*self.draft.child_facts(), child=new_child_id(self.ctx))
        return self._then

    def leave(self) -> Next:
        return self._then


class OnePage:
    """One page about a child that is there; `facts` says what the page comes to, nothing is written on *back*."""

    def __init__(self, ctx: Context, child: str, then: Next, facts: Callable[[Draft], tuple[Fact, ...]]) -> None:
        self.ctx, self.child = ctx, child
        self.draft = draft_of(ctx, child)
        self._then, self._facts = then, facts
        self._is_by_programme = False  # the surgery's page was reached by choosing that programme

    def on(self, name: str) -> Next:
        if name == "programme" and self.draft.programme == AFTER_SURGERY:
            self._is_by_programme = True
            return routes.Question("surgery", self)
        self.ctx.record(*self._facts(self.draft), child=self.child)
        return self._then

    def back(self, name: str) -> Next:
        return routes.Question("programme", self) if name == "surgery" and self._is_by_programme else self._then

    def place(self, name: str) -> tuple[int, int] | None:
        return None

    def about(self) -> Child | None:
        return self.ctx.child(self.child)

    def on_key(self, name: str) -> str:
        is_half = name == "programme" and self.draft.programme == AFTER_SURGERY
        return "screen_go_on" if is_half else "screen_keep"


def draft_of(ctx: Context, child: str) -> Draft:
    """What is known of a child, as a draft to change."""
    known, rules = ctx.child(child), ctx.catalogue.rules
    return Draft(
        nickname=known.nickname, animal=known.animal, age=known.age.value, skin=known.skin,
        programme=known.programme or USUAL, surgery=known.surgery,
        course_days=min(rules.course_days_most, max(rules.course_days_least, known.course_days)),
        surgeon_start=known.surgeon_start, has_surgeon_agreed=known.has_surgeon_agreed,
        others=taken_names(ctx, but=child),
    )  # fmt: skip
