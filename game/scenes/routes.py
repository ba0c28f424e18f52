"""Where a screen may lead: one frozen value for each destination, with what it needs and nothing of the running game.

A screen returns such a value, or a screen it holds, and imports no other screen; `game.scenes.flow.open` is the one
place that makes the screen. So a press can be asked what it leads to without anything being drawn:
`press("who") == Who()`. `then` and `back` are values as well: nothing is made, written down or passed until it is come
to. Routes that say "only from behind the gate" are given as a gate's `then`, or returned by a screen that is itself
behind it, and by nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from game.core.events import Event, QuestKind
    from game.core.quest import Level
    from game.core.rules.function_quests import Task
    from game.scenes.first_start.order import FirstStart, Wizard
    from game.scenes.function_quest.run import FunctionRun
    from game.scenes.function_quest.task import FunctionTaskScreen as FunctionTaskScreen
    from game.scenes.parent.area import GrownUpsPage
    from game.scenes.scene import Scene
    from game.scenes.screen.context import Mishap, WaitingCard
    from game.scenes.screen.date_picker import DayScreen
    from game.scenes.screen.field_screen import FieldScreen
    from game.scenes.screen.reading_sheet import Paragraph
    from game.scenes.screen.scene import Screen
    from game.scenes.session.demonstration import ExerciseAnimation
    from game.scenes.session.play import PlayScreen as PlayScreen
    from game.scenes.session.session import RunningSession, Subject
    from game.scenes.session.session_screen import FloorScene


class Behind(Protocol):
    """A screen that waits behind a card; `resumed` is what follows when it goes on."""

    def resumed(self) -> Next: ...


class GoesToSleep(Protocol):
    """The card that says good night: its last word, and then it closes the game itself."""

    def good_night(self) -> Scene: ...


class Mender(Protocol):
    """Who holds a damaged diary while its card is shown."""

    def mend(self, choice: str) -> Scene:
        """What was chosen takes the diary's place; the family's first screen, or the card that says why not."""
        ...


# ------------------------------------------------------------------------------------------ the start and the end
@dataclass(frozen=True, slots=True)
class Start:
    """The first screen: the first questions for a new family, a new PIN where damage took it, else who is playing."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A made-up family to look around in; closing it leads back to the welcome, with what was said there."""

    order: FirstStart


@dataclass(frozen=True, slots=True)
class Home:
    """Out of that look around."""


@dataclass(frozen=True, slots=True)
class Close:
    """Good night? The card before the game closes, over `back`, which comes again on *stay*."""

    back: Scene


@dataclass(frozen=True, slots=True)
class Ending:
    """Every way a press closes the game goes through here: behind the gate where a child may not, by way of what would
    be lost, and then `bye`. `back` is where a PIN that is not known leads."""

    bye: GoodNight | Bye
    back: Scene


@dataclass(frozen=True, slots=True)
class LastLook:
    """Nothing is asked any more; what the disk still refuses is said before `bye` closes the game."""

    bye: GoodNight | Bye


@dataclass(frozen=True, slots=True)
class GoodNight:
    """The last word, said by the card, which then closes the game."""

    card: GoesToSleep


@dataclass(frozen=True, slots=True)
class Bye:
    """The game closes now; `here` is what is seen meanwhile."""

    here: Scene


@dataclass(frozen=True, slots=True)
class Again:
    """A held screen as it was, after the PIN: what was typed is kept, what was told meanwhile is shown."""

    page: Scene


@dataclass(frozen=True, slots=True)
class ResumeCard:
    """A card that waited goes on, as things stand by then."""

    card: Behind


@dataclass(frozen=True, slots=True)
class Back:
    """A held page again after one that lay over it: what was done there is shown."""

    page: Scene


@dataclass(frozen=True, slots=True)
class MadeWay:
    """What follows a screen that was left standing over night, or into another slot: `then`, silent until somebody
    presses."""

    then: Next


# ------------------------------------------------------------------------------------------ the first questions
@dataclass(frozen=True, slots=True)
class Welcome:
    """The first start, read by a grown-up; `order` holds what was said already. Leads to the questions."""

    order: FirstStart | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the first questions: pin, child, signs, programme, surgery or ready. The order knows the next."""

    page: str
    order: Wizard


@dataclass(frozen=True, slots=True)
class NotYet:
    """The answer for a child under three: why not, and what helps instead. Leads back to the child's page."""

    order: Wizard


@dataclass(frozen=True, slots=True)
class LostPin:
    """A PIN for a family that has lost its own; there is no way past it. Leads to who is playing."""


@dataclass(frozen=True, slots=True)
class NewPin:
    """Another PIN and recovery code. Only from behind the gate, or after the recovery code."""

    then: Next
    back: Next


@dataclass(frozen=True, slots=True)
class AddChild:
    """The questions about one child more, then `then`; a grown-up's age and programme are filled in. Only from behind
    the gate."""

    then: Next
    is_grown_up: bool = False


@dataclass(frozen=True, slots=True)
class EditChild:
    """One page about a child that is there, then `then`; `what` is edit, signs, programme or surgery. Only from behind
    the gate."""

    what: str
    child: str
    then: Next


@dataclass(frozen=True, slots=True)
class NoOperation:
    """Was there none? A card over the page `below`; only its *yes* changes anything, and `then` follows."""

    below: Screen
    child: str
    then: Next


@dataclass(frozen=True, slots=True)
class WithoutOperation:
    """Which programme instead of the one after surgery, then `then`. Only from behind the gate."""

    child: str
    then: Next


# ------------------------------------------------------------------------------------------ home
@dataclass(frozen=True, slots=True)
class Who:
    """Who is playing. Everything a grown-up or a child had begun is over: a PIN that held, a card that waited."""


@dataclass(frozen=True, slots=True)
class Enter:
    """From who is playing to the map; once, when all weeks are walked, by way of the ceremony."""

    child: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The adventure map. A card that waited is not come back to."""

    child: str


@dataclass(frozen=True, slots=True)
class Choose:
    """One exercise only: which of three friends."""

    child: str


@dataclass(frozen=True, slots=True)
class Outing:
    """The walk outdoors with the whole family."""

    child: str


@dataclass(frozen=True, slots=True)
class Stickers:
    """The sticker book, and `back` from it."""

    child: str
    back: Next


@dataclass(frozen=True, slots=True)
class Reward:
    """Stars fly for what the events award; `then` follows, by itself only where a session `goes_on`."""

    child: str
    events: tuple[Event, ...]
    then: Next
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Graduation:
    """The ceremony at the end of the road, then `then`. Coming to it writes it down."""

    child: str
    then: Next


# ------------------------------------------------------------------------------------------ a session
@dataclass(frozen=True, slots=True)
class Shoes:
    """Shoes off, things fetched; from its *ready* the session runs by itself."""

    child: str
    kind: QuestKind
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class NextLevel:
    """The next exercise of the running session: how it is done; or its end, when none is left."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class Countdown:
    """Three, two, one, then the present stretch, or `back`, one that was paused."""

    session: RunningSession
    back: PlayScreen | None = None
    gets_in_place: bool = True


@dataclass(frozen=True, slots=True)
class Play:
    """The work itself, one stretch of it, with the picture the countdown has shown."""

    session: RunningSession
    show: ExerciseAnimation


@dataclass(frozen=True, slots=True)
class OtherFoot:
    """The same set with the other foot, then the countdown."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class Rest:
    """Between two sets, as long as the family chose; then the countdown."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class Praise:
    """One star lands for the level at that place of the session, which is over."""

    session: RunningSession
    level_at: int


@dataclass(frozen=True, slots=True)
class WalkOn:
    """On to the friend of the next exercise."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop for today? A card over `back`, which goes on from where it was."""

    session: RunningSession
    back: FloorScene


@dataclass(frozen=True, slots=True)
class Later:
    """Stopped, or nobody came back for an hour: the rest of the session waits in its slot. Leads to its end."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class SessionOver:
    """All done, whichever way it ended; a session that has not ended is whole."""

    session: RunningSession


@dataclass(frozen=True, slots=True)
class ItHurts:
    """*It hurts* on a screen that shows the exercises of `about`: the faces, or first which of them. Never behind the
    gate, and nothing after it goes on by itself."""

    session: RunningSession
    about: tuple[Subject, ...]
    back: Behind


@dataclass(frozen=True, slots=True)
class Ouch:
    """The six faces for what hurts."""

    session: RunningSession
    subject: Subject
    back: Behind


@dataclass(frozen=True, slots=True)
class OuchNext:
    """After a small ouch: gently again, the next friend, or stop."""

    session: RunningSession
    subject: Subject
    back: Behind
    score: int


@dataclass(frozen=True, slots=True)
class OuchRest:
    """After strong pain, or pain nobody can measure: nothing goes on until a person says so."""

    session: RunningSession
    subject: Subject
    said: tuple[str, ...]


# ------------------------------------------------------------------------------------------ what my feet can do
@dataclass(frozen=True, slots=True)
class FunctionQuest:
    """What my feet can do, every four weeks; a grown-up counts. A card that waited is not come back to."""

    child: str


@dataclass(frozen=True, slots=True)
class FunctionTask:
    """The present task of the quest."""

    run: FunctionRun


@dataclass(frozen=True, slots=True)
class FunctionOuch:
    """The six faces, over the task in which it hurt."""

    task: FunctionTaskScreen


@dataclass(frozen=True, slots=True)
class FunctionNumbers:
    """What was counted; nothing of it is written down yet."""

    run: FunctionRun


@dataclass(frozen=True, slots=True)
class FunctionCheck:
    """A grown-up's look at the numbers, which keeps them. Only from behind the gate."""

    run: FunctionRun


@dataclass(frozen=True, slots=True)
class FunctionKept:
    """Written down: the numbers once more, and what is the own best."""

    run: FunctionRun
    events: tuple[Event, ...]
    best: tuple[Task, ...]


# ------------------------------------------------------------------------------------------ the gate and behind it
@dataclass(frozen=True, slots=True)
class Gate:
    """The grown-ups' PIN; `then` when it is right, `back` when nobody knows it. The recovery code leads to a new PIN
    and `then`, or to `recovered`."""

    then: Next
    back: Next
    recovered: Next | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """The recovery code instead of a forgotten PIN; as at the gate."""

    then: Next
    back: Next
    recovered: Next | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """The gate has opened: `then`, with a strip about wrong tries where the family was not told of them yet and that
    page does not tell itself. Only from the gate; `missed` are the tries it knew of before."""

    then: Next
    missed: object


@dataclass(frozen=True, slots=True)
class BackToPlay:
    """Out of the grown-ups' pages: to the card that waits for a person where one does, else to the first screen."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """The parent's word behind the gate, `back` when the PIN is not known. A parent who stays beside the child
    (Settings) types it once: it holds for confirming only, at most 20 minutes, and ends at who is playing."""

    child: str
    then: Next
    back: Next
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Confirm:
    """The parent's word on what waits, then the reward, then `then`, by itself where a session `goes_on`. `stays`: the
    PIN just typed holds for the next time. Only from behind the gate."""

    child: str
    then: Next
    goes_on: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmOf:
    """The parent's word from one of the grown-ups' pages, on all that waits or `only` these: the reward is the child's,
    and so is what follows it. `back` where no star woke. Only from behind the gate."""

    child: str
    back: Next
    only: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ConfirmNext:
    """The parent's word for the first child whose exercises wait, then who is playing. Only from behind the gate."""


@dataclass(frozen=True, slots=True)
class GrownUps:
    """The grown-ups' pages, opened at progress: of that child, else of the one for whom something waits most. `held` is
    a card that waits for a person: *back to play* comes back to it. Only from behind the gate."""

    child: str | None = None
    held: WaitingCard | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the rail: progress, help, settings or children. Only from behind the gate."""

    name: str
    child: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """Are we doing it? `tab` is needs, days, exercises or feet, "" for what matters most. Only from behind the gate."""

    child: str | None
    tab: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """The family's settings, with a line about what was just done. Only from behind the gate."""

    said: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one child. Only from behind the gate."""

    child: str | None
    day: date


@dataclass(frozen=True, slots=True)
class ExerciseDetails:
    """One exercise of one child. Only from behind the gate."""

    child: str | None
    exercise: str


@dataclass(frozen=True, slots=True)
class Pain:
    """What hurt in a session is put right, then `then`. Only from behind the gate."""

    child: str
    session: str
    then: Next


@dataclass(frozen=True, slots=True)
class EarlyCeremony:
    """Shall the ceremony be held now? A card over the page `below`. Only from behind the gate."""

    below: Screen
    child: str


@dataclass(frozen=True, slots=True)
class WhichChild:
    """Which child `page` is about: a card over it."""

    page: GrownUpsPage


@dataclass(frozen=True, slots=True)
class OutingTold:
    """A grown-up tells of the walk, then its reward; `back` without telling. Only from behind the gate."""

    child: str
    back: Next


@dataclass(frozen=True, slots=True)
class EraseChild:
    """Erasing one child for good, from the settings: `page` comes again where nothing was. Only from behind the
    gate."""

    page: GrownUpsPage


@dataclass(frozen=True, slots=True)
class BringBack:
    """A copy of the diary comes back, from the settings: `page` comes again where nothing did. Only from behind the
    gate."""

    page: GrownUpsPage


@dataclass(frozen=True, slots=True)
class Safety:
    """Signs, ouch rules and the sound check, read only, without a PIN, over `back`."""

    back: Next


# ------------------------------------------------------------------------------------------ sheets over a page
@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet to read over the page, which comes again."""

    below: Screen
    title: str
    pieces: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters on the screen for the line of the page `below`, which comes again."""

    below: FieldScreen


@dataclass(frozen=True, slots=True)
class PickDate:
    """A calendar over the page `below`, which is told the day chosen for `what` and comes again."""

    below: DayScreen
    what: str
    title: str
    chosen: date | None


# ------------------------------------------------------------------------------------------ trouble
@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was played is only in memory: shown once over `back`, which comes again."""

    back: Scene


@dataclass(frozen=True, slots=True)
class UnsavedAtEnd:
    """What is only in memory is lost with the game: said before `bye` closes it."""

    bye: GoodNight | Bye


@dataclass(frozen=True, slots=True)
class Replaced:
    """The diary's file was replaced or removed, and nothing is lost: told once over `back`, which comes again."""

    told: Mishap
    back: Scene


@dataclass(frozen=True, slots=True)
class Stumbled:
    """A mistake of ours, told kindly; `again` is what to go on with."""

    again: Next


@dataclass(frozen=True, slots=True)
class Mend:
    """What was chosen takes a damaged diary's place. Only from behind the gate, where its PIN can be read."""

    diary: Mender
    choice: str


# By area, so that each area's opener is checked for a case left out. A turn has no screen of its own: it leads on.
TurnRoute: TypeAlias = (
    Start | Demo | Home | Ending | LastLook | GoodNight | Bye | Again | Back | MadeWay | ResumeCard | Passed
    | BackToPlay | Mend
)  # fmt: skip
FirstStartRoute: TypeAlias = (
    Welcome | Question | NotYet | LostPin | NewPin | AddChild | EditChild | NoOperation | WithoutOperation
)
HomeRoute: TypeAlias = Close | Who | Enter | Trail | Choose | Outing | Stickers | Reward | Graduation
SessionRoute: TypeAlias = (
    Shoes | NextLevel | Countdown | Play | OtherFoot | Rest | Praise | WalkOn | Stop | Later | SessionOver
    | ItHurts | Ouch | OuchNext | OuchRest
)  # fmt: skip
FunctionRoute: TypeAlias = FunctionQuest | FunctionTask | FunctionOuch | FunctionNumbers | FunctionCheck | FunctionKept
ParentRoute: TypeAlias = (
    Gate | Recovery | ToConfirm | Confirm | ConfirmOf | ConfirmNext | GrownUps | Place | Progress | ChangeSettings | Day
    | ExerciseDetails | Pain | EarlyCeremony | WhichChild | OutingTold | EraseChild | BringBack | Safety
)  # fmt: skip
SheetRoute: TypeAlias = Reading | Letters | PickDate
TroubleRoute: TypeAlias = Unsaved | UnsavedAtEnd | Replaced | Stumbled
Route: TypeAlias = (
    TurnRoute | FirstStartRoute | HomeRoute | SessionRoute | FunctionRoute | ParentRoute | SheetRoute | TroubleRoute
)
Next: TypeAlias = "Scene | Route"
