"""One budget for all that is kept: what screens that are gone left behind goes first, what is shown stays."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.memory import PAST_AFTER, Memory


@dataclass
class Kept:
    """Keeps things of ten bytes, by name."""

    memory: Memory
    used: dict[str, int] = field(default_factory=dict)
    comes_again: bool = True

    def __post_init__(self) -> None:
        self.memory.join(self)

    @property
    def bytes(self) -> int:
        return 10 * len(self.used)

    def use(self, name: str, is_ahead: bool = False) -> None:
        self.used[name] = self.memory.use_ahead() if is_ahead else self.memory.use()
        self.memory.make_room()

    def oldest(self) -> int | None:
        return min(self.used.values(), default=None)

    def let_go(self) -> None:
        del self.used[min(self.used, key=lambda name: self.used[name])]


def two(most: int) -> tuple[Kept, Kept]:
    memory = Memory(most=most)
    return Kept(memory), Kept(memory)


def frames(memory: Memory, seconds: float) -> None:
    for _ in range(round(60 * seconds)):
        memory.next_frame(1 / 60)


def test_what_was_used_longest_ago_goes_first_whoever_keeps_it():
    places, words = two(30)
    for keeper, name in ((places, "meadow"), (words, "title"), (words, "line"), (places, "meadow"), (words, "more")):
        keeper.use(name)
    assert (set(places.used), set(words.used)) == ({"meadow"}, {"line", "more"})


def test_what_is_made_ahead_goes_before_anything_of_the_present_screen():
    shown, ahead = two(20)
    shown.use("now")
    ahead.use("soon", is_ahead=True)
    shown.use("now too")
    assert (set(shown.used), set(ahead.used)) == ({"now", "now too"}, set())


def test_what_a_screen_left_behind_goes_before_what_is_made_ahead():
    shown, ahead = two(20)
    shown.use("gone")
    shown.memory.next_screen()
    ahead.use("soon", is_ahead=True)
    shown.use("now")
    assert (set(shown.used), set(ahead.used)) == ({"now"}, {"soon"})


def test_of_screens_that_are_gone_two_fifths_of_the_budget_stay_for_the_way_back():
    shown, _ = two(80)
    for name in "abcdef":
        shown.use(name)
    assert len(shown.used) == 6
    shown.memory.next_screen()
    shown.use("now")
    assert set(shown.used) == {"e", "f", "now"}


def test_nothing_goes_that_is_being_shown():
    shown, _ = two(10)
    for frame in range(2):
        shown.memory.next_frame()
        shown.use(f"old {frame}")
    for name in ("now", "now too"):
        shown.use(name)
    assert {"now", "now too"} <= set(shown.used)
    shown.memory.next_frame()
    shown.memory.next_frame()
    shown.use("now")
    assert set(shown.used) == {"now"}


def test_a_larger_window_has_more_up_to_three_times_as_much():
    assert Memory(1.5).most == 2.25 * Memory().most
    assert Memory(2.0).most == Memory(3.0).most == 3 * Memory().most
    assert Memory(0.5).most == Memory().most


def test_who_left_does_not_count():
    places, words = two(20)
    places.use("meadow")
    places.memory.leave(places)
    words.use("title")
    words.use("line")
    assert set(words.used) == {"title", "line"} and places.memory.bytes == 20


def test_a_still_picture_that_is_not_shown_any_more_goes_while_the_frames_of_a_clip_stay():
    """A gauge has another picture with every step, of which none comes again; a clip's frames do."""
    memory = Memory(most=80)
    clip, gauge = Kept(memory), Kept(memory, comes_again=False)
    for name in "ab":
        clip.use(name)
    for step in range(5):
        gauge.use(f"step {step}")
        frames(memory, 4.0)
    assert (set(clip.used), set(gauge.used)) == ({"a", "b"}, {"step 4"})


def test_what_is_past_goes_one_a_frame_even_where_nobody_asks_for_room():
    memory = Memory(most=80)
    gauge = Kept(memory, comes_again=False)
    for step in range(6):
        gauge.use(f"step {step}")
    left = []
    for _ in range(round(2 * PAST_AFTER / 0.25) + 3):
        memory.next_frame(0.25)
        left.append(len(gauge.used))
    assert left[-6:] == [6, 6, 5, 4, 3, 3], "above two fifths of the budget, and no more than one in the loop at once"


def test_where_there_is_little_of_all_even_what_is_past_stays():
    memory = Memory(most=80)
    gauge = Kept(memory, comes_again=False)
    for step in range(3):
        gauge.use(f"step {step}")
        frames(memory, 20.0)
    assert len(gauge.used) == 3


def test_what_was_shown_on_the_screen_before_may_go_as_soon_as_another_comes():
    """It is a copy of the window that slides away; its pictures would only lie beside those of the next screen."""
    shown, _ = two(80)
    for name in "abcdef":
        shown.use(name)
    for _ in range(2):
        shown.memory.next_frame()
        for name in "abcdef":
            shown.use(name)
    shown.memory.next_screen()
    shown.memory.make_room()
    assert set(shown.used) == {"d", "e", "f"}


def test_while_something_large_is_made_less_stays_of_the_screens_that_are_gone():
    shown, _ = two(80)
    shown.use("gone")
    shown.use("gone too")
    shown.memory.next_screen()
    shown.use("now")
    with shown.memory.in_hand(10):
        assert set(shown.used) == {"gone too", "now"}
    with shown.memory.in_hand(1000):
        assert set(shown.used) == {"now"}, "nothing of the present screen"
    shown.use("more")
    assert set(shown.used) == {"now", "more"}
