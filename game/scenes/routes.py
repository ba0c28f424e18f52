"""Where a screen may lead: one frozen value for each destination, with what it needs and nothing of the running game.

A screen returns such a value, or a screen it holds, and imports no other screen; `game.scenes.flow.open` is the one
place that makes the screen. So a press can be asked what it leads to without anything being drawn:
`press("who") == Who()`. `then` and `back` are values as well: nothing is made, written down or passed until it is come
to. Routes that say "only from behind the gate" are given as a gate's `then`, or returned by a screen that is itself
behind it, and by nobody else.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeAlias

from game.scenes.destination import Destination

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.core.content import Exercise, Foot, Slot
    from game.core.events import Event, QuestKind
    from game.core.quest import Level
    from game.core.rules.function_quests import Task
    from game.scenes.first_start.order import FirstStart, Wizard
    from game.scenes.function_quest.run import FunctionRun
    from game.scenes.function_quest.task import FunctionTaskScreen as FunctionTaskScreen
    from game.scenes.parent.area import GrownUpsPage
    from game.scenes.parent.deed import AskCard
    from game.scenes.parent.own.picture_taker import PictureTaker
    from game.scenes.parent.printed.doctor import DoctorPage as DoctorPage
    from game.scenes.scene import Scene
    from game.scenes.screen.context import WaitingCard
    from game.scenes.screen.date_picker import DayScreen
    from game.scenes.screen.field_screen import FieldScreen
    from game.scenes.screen.outside import Mishap
    from game.scenes.screen.reading_sheet import Paragraph
    from game.scenes.screen.screen import Screen
    from game.scenes.session.demonstration import ExerciseAnimation
    from game.scenes.session.play import PlayScreen as PlayScreen
    from game.scenes.session.session import RunningSession, Subject
    from game.scenes.session.session_screen import FloorScene
    from game.scenes.together.company import Company
    from game.scenes.together.play_together import TogetherPlayScreen as TogetherPlayScreen


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
class Start(Destination):
    """The first screen: the first questions for a new family, a new PIN where damage took it, else who is playing."""


class Demo(Destination):
    """A made-up family to look around in; closing it leads back to the welcome, with what was said there."""

    order: FirstStart


class Home(Destination):
    """Out of that look around."""


class Damaged(Destination):
    """The card about the diary, which was found damaged while the game runs."""


class Close(Destination):
    """Good night? The card before the game closes, over `back`, which comes again on *stay*."""

    back: Scene


class Ending(Destination):
    """Every way a press closes the game goes through here: behind the gate where a child may not, by way of what would
    be lost, and then `bye`. `back` is where a PIN that is not known leads."""

    bye: GoodNight | Bye
    back: Scene


class LastLook(Destination):
    """Nothing is asked any more; what the disk still refuses is said before `bye` closes the game."""

    bye: GoodNight | Bye


class GoodNight(Destination):
    """The last word, said by the card, which then closes the game."""

    card: GoesToSleep


class Bye(Destination):
    """The game closes now; `here` is what is seen meanwhile."""

    here: Scene


class Again(Destination):
    """A held screen as it was, after the PIN: what was typed is kept, what was told meanwhile is shown."""

    page: Scene


class ResumeCard(Destination):
    """A card that waited goes on, as things stand by then."""

    card: Behind


class Back(Destination):
    """A held page again after one that lay over it: what was done there is shown."""

    page: Scene


class MadeWay(Destination):
    """What follows a screen that was left standing over night, or into another slot: `then`, silent until somebody
    presses."""

    then: Next


# ------------------------------------------------------------------------------------------ the first questions
class Welcome(Destination):
    """The first start, read by a grown-up; `order` holds what was said already, `said` what was just done, where it led
    back here. Leads to the questions."""

    order: FirstStart | None = None
    said: str = ""


class ChooseLanguage(Destination):
    """Which language the game speaks, before anything else is asked; leads to `then`."""

    then: Next


class Question(Destination):
    """One page of the first questions: pin, child, signs, programme, surgery or ready. The order knows the next."""

    page: str
    order: Wizard


class NotYet(Destination):
    """The answer for a child under three: why not, and what helps instead. Leads back to the child's page."""

    order: Wizard


class LostPin(Destination):
    """A PIN for a family that has lost its own; there is no way past it. Leads to who is playing."""


class NewPin(Destination):
    """Another PIN and recovery code. Only from behind the gate, or after the recovery code."""

    then: Next
    back: Next


class AddChild(Destination):
    """The questions about one child more, then `then`; a grown-up's age and programme are filled in. Only from behind
    the gate."""

    then: Next
    is_grown_up: bool = False


class EditChild(Destination):
    """One page about a child that is there, then `then`; `what` is edit, signs, programme or surgery, which tells of an
    operation where none was. Only from behind the gate."""

    what: str
    child: str
    then: Next


class NoOperation(Destination):
    """Was there none? A card over the page `below`; only its *yes* changes anything, and `then` follows."""

    below: Screen
    child: str
    then: Next


class WithoutOperation(Destination):
    """Which programme instead of the one after surgery, then `then`. Only from behind the gate."""

    child: str
    then: Next


# ------------------------------------------------------------------------------------------ home
class Who(Destination):
    """Who is playing. Everything a grown-up or a child had begun is over: a PIN that held, a card that waited."""


class Enter(Destination):
    """From who is playing to the map; once, when all weeks are walked, by way of the ceremony."""

    child: str


class Page(Destination):
    """The story's book: `opens_itself` on the way to the map, once a chapter; else from there, at the present one."""

    child: str
    opens_itself: bool = False


class Trail(Destination):
    """The adventure map. A card that waited is not come back to."""

    child: str


class Choose(Destination):
    """One exercise only: which of three friends."""

    child: str


class Outing(Destination):
    """The walk outdoors with the whole family."""

    child: str


class Stickers(Destination):
    """The sticker book, and `back` from it."""

    child: str
    back: Next


class Reward(Destination):
    """Stars fly for what the events award; `then` follows, by itself only where a session `goes_on`. `is_named`: with
    the child's picture, where more than one is rewarded."""

    child: str
    events: tuple[Event, ...]
    then: Next
    goes_on: bool = False
    is_named: bool = False


class Graduation(Destination):
    """The ceremony at the end of the road, then `then`. Coming to it writes it down."""

    child: str
    then: Next


# ------------------------------------------------------------------------------------------ a session
class Shoes(Destination):
    """Shoes off, things fetched; from its *ready* the session runs by itself. `beside` is who plays at the same time,
    and what."""

    child: str
    kind: QuestKind
    levels: tuple[Level, ...]
    beside: tuple[str, tuple[Level, ...]] | None = None


class NextLevel(Destination):
    """The next exercise of the running session: how it is done; or its end, when none is left. Where two play, the next
    row."""

    session: RunningSession


class HowTo(Destination):
    """How the present exercise is done, of one or of one of two."""

    session: RunningSession


class Countdown(Destination):
    """Three, two, one, then the present stretch, or `back`, one that was paused."""

    session: RunningSession
    back: PlayScreen | None = None
    gets_in_place: bool = True


class Play(Destination):
    """The work itself, one stretch of it, with the picture the countdown has shown."""

    session: RunningSession
    show: ExerciseAnimation


class OtherFoot(Destination):
    """The same set with the other foot, then the countdown."""

    session: RunningSession


class Rest(Destination):
    """Between two sets, as long as the family chose; then the countdown. Where two rest, `seconds`, and `then`."""

    session: RunningSession
    then: Next | None = None
    seconds: float = 0.0


class Praise(Destination):
    """One star lands for the level at that place of the session, which is over."""

    session: RunningSession
    level_at: int


class WalkOn(Destination):
    """On to the friend of the next exercise."""

    session: RunningSession


class Stop(Destination):
    """*Stop* on a screen of a session, `back`, which goes on from where it was. Where two play, whose stop first."""

    session: RunningSession
    back: FloorScene


class StopCard(Destination):
    """Stop for today? It ends the session, or that of all who are in `ends`."""

    session: RunningSession
    back: FloorScene
    ends: Company | None = None


class Later(Destination):
    """Nobody came back for an hour: the rest of the session, or of both, waits in its slot. Leads to its end."""

    session: RunningSession


class SessionOver(Destination):
    """All done, whichever way it ended; a session that has not ended is whole."""

    session: RunningSession


class ItHurts(Destination):
    """*It hurts* on a screen that shows the exercises of `about`: the faces, or first which of them. Where two play,
    first whom; `beside` are the other one's, () where the screen shows none of them. Never behind the gate, and
    nothing after it goes on by itself."""

    session: RunningSession
    about: tuple[Subject, ...]
    back: Behind
    beside: tuple[Subject, ...] = ()


class HurtsOne(Destination):
    """It is said who it is that hurts: the faces, or first which exercise."""

    session: RunningSession
    about: tuple[Subject, ...]
    back: Behind


class Ouch(Destination):
    """The six faces for what hurts."""

    session: RunningSession
    subject: Subject
    back: Behind


class OuchNext(Destination):
    """After a small ouch: gently again, the next friend, or stop."""

    session: RunningSession
    subject: Subject
    back: Behind
    score: int


class OuchRest(Destination):
    """After strong pain, or pain nobody can measure: nothing goes on until a person says so."""

    session: RunningSession
    subject: Subject
    said: tuple[str, ...]


# ------------------------------------------------------------------------------------------ two at once, or in turn
class Together(Destination):
    """Who plays together? Two at once, or two and more in turn. A card that waited is not come back to."""


class GoOn(Destination):
    """Where two play: back to the round in progress, on to the next row, or to the end."""

    company: Company


class NextRow(Destination):
    """The next row of two: how each does it."""

    company: Company


class AfterHowTo(Destination):
    """It was shown how the one does it: the other one's, or three, two, one for both."""

    company: Company
    session: RunningSession


class CountdownTogether(Destination):
    """Three, two, one for both, then the present round, or `back`, one that was paused."""

    company: Company
    back: TogetherPlayScreen | None = None


class PlayTogether(Destination):
    """One round of a row: each at its own exercise and dose, one voice."""

    company: Company


class GapTogether(Destination):
    """Another foot, of one or of both; then the countdown."""

    company: Company


class PraiseTogether(Destination):
    """The row is over: a star for the jar, where both tried."""

    company: Company


class OneIsOver(Destination):
    """The session of one of two has ended; the other one goes on once a person says so."""

    company: Company
    session: RunningSession


class TogetherOver(Destination):
    """All done by both: the jar is poured into the shared picture."""

    company: Company


class InTurn(Destination):
    """These play one after another; leads to the first one's turn."""

    children: tuple[str, ...]


class HandOver(Destination):
    """The next one's turn; after the last, the shared picture."""


# ------------------------------------------------------------------------------------------ what my feet can do
class FunctionQuest(Destination):
    """What my feet can do, every four weeks; a grown-up counts. A card that waited is not come back to."""

    child: str


class FunctionTask(Destination):
    """The present task of the quest."""

    run: FunctionRun


class FunctionOuch(Destination):
    """The six faces, over the task in which it hurt."""

    task: FunctionTaskScreen


class FunctionNumbers(Destination):
    """What was counted; nothing of it is written down yet."""

    run: FunctionRun


class FunctionCheck(Destination):
    """A grown-up's look at the numbers, which keeps them. Only from behind the gate."""

    run: FunctionRun


class FunctionKept(Destination):
    """Written down: the numbers once more, and what is the own best."""

    run: FunctionRun
    events: tuple[Event, ...]
    best: tuple[Task, ...]


# ------------------------------------------------------------------------------------------ the gate and behind it
class Gate(Destination):
    """The grown-ups' PIN; `then` when it is right, `back` when nobody knows it. The recovery code leads to a new PIN
    and `then`, or to `recovered`."""

    then: Next
    back: Next
    recovered: Next | None = None


class Recovery(Destination):
    """The recovery code instead of a forgotten PIN; as at the gate."""

    then: Next
    back: Next
    recovered: Next | None = None


class Passed(Destination):
    """The gate has opened: `then`, with a strip about wrong tries where the family was not told of them yet and that
    page does not tell itself. Only from the gate; `missed` are the tries it knew of before."""

    then: Next
    missed: object


class BackToPlay(Destination):
    """Out of the grown-ups' pages: to the card that waits for a person where one does, else to the first screen."""


class ToConfirm(Destination):
    """The parent's word behind the gate, `back` when the PIN is not known. A parent who stays beside the child
    (Settings) types it once: it holds for confirming only, at most 20 minutes, and ends at who is playing. `others` are
    more children on the same page."""

    child: str
    then: Next
    back: Next
    goes_on: bool = False
    others: tuple[str, ...] = ()


class Confirm(Destination):
    """The parent's word on what waits, then the reward, then `then`, by itself where a session `goes_on`. `stays`: the
    PIN just typed holds for the next time. `others` are more children on the same page. Only from behind the gate."""

    child: str
    then: Next
    goes_on: bool = False
    stays: bool = False
    others: tuple[str, ...] = ()


class ConfirmOf(Destination):
    """The parent's word from one of the grown-ups' pages, on all that waits or `only` these: the reward is the child's,
    and so is what follows it. `back` where no star woke, and where the word puts another one right (`is_anew`), for the
    child had its reward then. Only from behind the gate."""

    child: str
    back: Next
    only: tuple[str, ...] | None = None
    is_anew: bool = False


class ConfirmNext(Destination):
    """The parent's word on all that waits, of all children on one page, then `then`, or who is playing. Only from
    behind the gate."""

    then: Next | None = None


class GrownUps(Destination):
    """The grown-ups' pages, opened at progress: of that child, unless another one's pain waits for a decision, or
    another one's exercises for a word and nothing of that child does (`opened_first`); with no child named, of the one
    for whom something waits most. `held` is a card of that child's pain that waits for a person: *back to play* comes
    back to it. Only from behind the gate."""

    child: str | None = None
    held: WaitingCard | None = None


class Place(Destination):
    """A place of the rail: progress, plan, record, help, settings or children. Only from behind the gate."""

    name: str
    child: str | None


class ChangeChildren(Destination):
    """Who is in the family; `said` is what was just done. Only from behind the gate."""

    said: str


class Progress(Destination):
    """Are we doing it? `tab` is needs, days, exercises, feet or journey, "" for what matters most. Only from behind the
    gate."""

    child: str | None
    tab: str = ""


class ChangeSettings(Destination):
    """The family's settings, with a line about what was just done. Only from behind the gate."""

    said: str = ""


class Day(Destination):
    """One day of one child, to be put right, at its `slot` (None: the first with nothing written); `back` is the page
    it was opened from, None where that is the rail. Only from behind the gate."""

    child: str | None
    day: date
    back: Next | None = None
    slot: Slot | None = None


class PaperWeek(Destination):
    """The wall chart's grid of the week that has the day, to be written down at once. Only from behind the gate."""

    child: str
    day: date


class TellPause(Destination):
    """A pause, told before or afterwards; `day` is where it may begin, `then` the page it was asked for on. Only from
    behind the gate."""

    child: str
    day: date
    then: Next


class ExerciseDetails(Destination):
    """One exercise of one child, come to from a `place` of the rail. Only from behind the gate."""

    child: str | None
    exercise: str
    place: str = "progress"


class LargeSheet(Destination):
    """The doctor's page as large as the window lets it be, over the page that laid it out."""

    page: DoctorPage


class OverTime(Destination):
    """The same exercise over time. Only from behind the gate."""

    child: str | None
    exercise: str
    place: str


class OwnList(Destination):
    """What the family's own folder adds, with what was just `said` about one `exercise`. Only from behind the gate."""

    child: str | None
    said: str
    exercise: str


class OwnForm(Destination):
    """The form for an exercise of the family's own: the one named is changed, "" for a new one; `back` without writing.
    Only from behind the gate."""

    child: str | None
    exercise: str
    back: Next


class OwnPictures(Destination):
    """Which pictures show it, for the form. Only from behind the gate."""

    form: PictureTaker


class OwnPreview(Destination):
    """An exercise as the child will see it, over the page `below`, which comes again; `foot` is the one ordered alone.
    Only from behind the gate."""

    below: GrownUpsPage
    exercise: Exercise
    foot: Foot | None


class Ordered(Destination):
    """What a therapist ordered for one child, to be filled in, perhaps at the row of one `exercise`. Only from behind
    the gate."""

    child: str | None
    exercise: str = ""


class PlannedDays(Destination):
    """Which weekdays and slots are planned: a card over the plan `page`, which comes again. Only from behind the
    gate."""

    page: GrownUpsPage


class Reminders(Destination):
    """What the family's own calendar says, and when. Only from behind the gate."""

    child: str | None


class PlanChanges(Destination):
    """What else of the plan may be changed: a card over the plan `page`, which comes again. Only from behind the
    gate."""

    page: GrownUpsPage


class PrintCards(Destination):
    """What may be printed for a child, opened from `place` of the rail. Only from behind the gate."""

    child: str | None
    place: str


class Pain(Destination):
    """What hurt in a session is put right, then `then`. Only from behind the gate."""

    child: str
    session: str
    then: Next


class AllowAgain(Destination):
    """Was there no pain any more? A card over the page `below`; only its *yes* does `allow`, which lets the child's
    exercise come again, and `then` follows. Only from behind the gate."""

    below: Screen
    child: str
    exercise: str
    allow: Callable[[], None]
    then: Next


class AskFirst(Destination):
    """A question over the page `below`, which comes again by what keeps; else one of the card's deeds is done. Only
    from behind the gate."""

    below: Screen
    card: AskCard


class EarlyCeremony(Destination):
    """Shall the ceremony be held now? A card over the page `below`. Only from behind the gate."""

    below: Screen
    child: str


class WhichChild(Destination):
    """Which child `page` is about: a card over it."""

    page: GrownUpsPage


class ChoosePeriod(Destination):
    """Which days `page` looks at: a card over it."""

    page: GrownUpsPage


class OutingTold(Destination):
    """A grown-up tells of the walk, then its reward; `back` without telling. `on` is the day asked about, None for the
    likely one. Only from behind the gate."""

    child: str
    back: Next
    on: date | None = None


class EraseChild(Destination):
    """Erasing one child for good, from the settings: `page` comes again where nothing was. Only from behind the
    gate."""

    page: GrownUpsPage


class BringBack(Destination):
    """A copy of the diary comes back, from the settings: `page` comes again where nothing did. Only from behind the
    gate."""

    page: GrownUpsPage


class Safety(Destination):
    """Signs, ouch rules and the sound check, read only, without a PIN, over `back`."""

    back: Next


# ------------------------------------------------------------------------------------------ sheets over a page
class Reading(Destination):
    """A sheet to read over the page, which comes again."""

    below: Screen
    title: str
    pieces: tuple[Paragraph, ...]


class Letters(Destination):
    """Letters on the screen for the line of the page `below`, which comes again."""

    below: FieldScreen


class PickDate(Destination):
    """A calendar over the page `below`, which is told the day chosen for `what` and comes again; `without` is the text
    of the button that chooses none, None where there must be one. Days from `earliest` to `latest` are offered."""

    below: DayScreen
    what: str
    title: str
    chosen: date | None
    without: str | None = "first_surgery_unknown"
    earliest: date | None = None
    latest: date | None = None


# ------------------------------------------------------------------------------------------ trouble
class Unsaved(Destination):
    """What was played is only in memory: shown once over `back`, which comes again."""

    back: Scene


class UnsavedAtEnd(Destination):
    """What is only in memory is lost with the game: said before `bye` closes it."""

    bye: GoodNight | Bye


class Replaced(Destination):
    """The diary's file was replaced or removed, and nothing is lost: told once over `back`, which comes again."""

    told: Mishap
    back: Scene


class Stumbled(Destination):
    """A mistake of ours, told kindly; `again` is what to go on with."""

    again: Next


class Mend(Destination):
    """What was chosen takes a damaged diary's place. Only from behind the gate, where its PIN can be read."""

    diary: Mender
    choice: str


# By area, so that each area's opener is checked for a case left out. A turn has no screen of its own: it leads on.
TurnRoute: TypeAlias = (
    Start | Demo | Home | Damaged | Ending | LastLook | GoodNight | Bye | Again | Back | MadeWay | ResumeCard | Passed
    | BackToPlay | Mend
)  # fmt: skip
FirstStartRoute: TypeAlias = (
    ChooseLanguage | Welcome | Question | NotYet | LostPin | NewPin | AddChild | EditChild | NoOperation
    | WithoutOperation
)  # fmt: skip
HomeRoute: TypeAlias = Close | Who | Enter | Page | Trail | Choose | Outing | Stickers | Reward | Graduation
SessionRoute: TypeAlias = (
    Shoes | NextLevel | HowTo | Countdown | Play | OtherFoot | Rest | Praise | WalkOn | Stop | StopCard | Later
    | SessionOver | ItHurts | HurtsOne | Ouch | OuchNext | OuchRest
)  # fmt: skip
TogetherRoute: TypeAlias = (
    Together | GoOn | NextRow | AfterHowTo | CountdownTogether | PlayTogether | GapTogether | PraiseTogether | OneIsOver
    | TogetherOver | InTurn | HandOver
)  # fmt: skip
FunctionRoute: TypeAlias = FunctionQuest | FunctionTask | FunctionOuch | FunctionNumbers | FunctionCheck | FunctionKept
ParentRoute: TypeAlias = (
    Gate | Recovery | ToConfirm | Confirm | ConfirmOf | ConfirmNext | GrownUps | Place | ChangeChildren
    | Progress | ChangeSettings | Day | PaperWeek | TellPause | ExerciseDetails | OverTime | Ordered | PlannedDays
    | PlanChanges | Pain | AllowAgain | AskFirst | EarlyCeremony | Reminders | WhichChild | ChoosePeriod | OutingTold
    | EraseChild | BringBack | Safety | LargeSheet | PrintCards | OwnList | OwnForm | OwnPictures | OwnPreview
)  # fmt: skip
SheetRoute: TypeAlias = Reading | Letters | PickDate
TroubleRoute: TypeAlias = Unsaved | UnsavedAtEnd | Replaced | Stumbled
Route: TypeAlias = (
    TurnRoute
    | FirstStartRoute
    | HomeRoute
    | SessionRoute
    | TogetherRoute
    | FunctionRoute
    | ParentRoute
    | SheetRoute
    | TroubleRoute
)
Next: TypeAlias = "Scene | Route"
