"""A slow clip lies packed while it is shown: its pictures are unpacked just ahead, beside the loop, and nothing waits."""

from __future__ import annotations

import pygame
import pytest

from game.bench.inside import counting
from game.ui.art.art_cache import ArtRoom
from game.ui.art.puppet_view import PuppetView
from game.ui.blit_only import NotMade, blit_only
from tests.ui.art.test_baker import small_room, wait_for

SECONDS, AHEAD = 4.0, 4  # a loop, of which so many pictures are a quarter of a second


@pytest.fixture
def room() -> ArtRoom:
    return small_room()


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def slow(room: ArtRoom, rig: str = "foot_side", clip: str = "brick") -> PuppetView:
    """A clip that stays packed, all of it drawn, at its first picture."""
    view = room.puppet(rig, clip, seconds=SECONDS)
    list(view.bake(is_ahead=True))
    view.at(0.0)
    show(room, view, 0)
    return view


def show(room: ArtRoom, view: PuppetView, i: int) -> pygame.Surface:
    """The i-th picture of its loop, asked for as the loop does, with what is made beside it ready by the next frame."""
    with blit_only():
        picture, _ = view.at(i % view.count / view.count)
    wait_for(room)
    return picture


def unpacked(room: ArtRoom) -> int:
    return sum(kept.frame is not None for kept in room.store._frames.values())


def of_itself(view: PuppetView) -> list[bytes]:
    """Every picture of it, drawn anew."""
    return [pixels(view._draw(view._text(i / view.count))[0]) for i in range(view.count)]


def test_every_picture_comes_in_its_turn_as_it_was_drawn_and_few_lie_unpacked(room: ArtRoom):
    view = slow(room)
    with counting() as count:
        shown = [pixels(show(room, view, i)) for i in range(2 * view.count)]
        assert unpacked(room) <= AHEAD + 2
    assert not count.inside and not count.beside["raster"] and count.beside["unpack"] > view.count
    assert shown == 2 * of_itself(view)


def test_where_unpacking_falls_behind_the_last_picture_stays_and_the_loop_never_waits(room: ArtRoom):
    view = slow(room)
    before = show(room, view, 3)
    room.baker.close()  # nothing is unpacked any more
    with blit_only():
        seen = [view.at(i / view.count)[0] for i in range(3, 3 + 3 * AHEAD)]
    assert seen[0] is before
    at = [of_itself(view).index(pixels(picture)) for picture in seen]
    assert at == [*range(3, 3 + AHEAD), *[at[AHEAD]] * 2 * AHEAD] and at[AHEAD] == 3 + AHEAD


def test_while_it_is_still_drawn_no_picture_comes_before_its_turn_or_goes_back(room: ArtRoom):
    view = room.puppet("foot_side", "brick", seconds=SECONDS)
    coarse = view.bake(is_ahead=True)
    for _ in range(view.count // 8 + 1):
        next(coarse)
    view.at(0.0)
    room.baker.is_held = True  # so that it is drawn while it is shown, one after the other
    drawn = of_itself(view)
    turns = []
    for i in range(view.count):
        with blit_only():
            picture, _ = view.at(i / view.count)
        turns.append(drawn.index(pixels(picture)))
        next(coarse, None)
        view._stream._fill()
    assert turns == sorted(turns) and all(turn <= i for i, turn in enumerate(turns))
    assert len(set(turns)) > view.count // 8


def test_two_may_be_at_two_moments_of_one_clip(room: ArtRoom):
    """Two children at the same exercise, of whom one told the tray that one more is done."""
    view = slow(room)
    drawn, half = of_itself(view), view.count // 2
    for i in range(view.count):
        seen = [show(room, view, i), show(room, view, i + half)]
        if i > 1:
            assert [pixels(picture) for picture in seen] == [drawn[i], drawn[(i + half) % view.count]]
    assert unpacked(room) <= 2 * (AHEAD + 2)


def test_who_jumps_to_another_moment_sees_the_last_picture_until_that_one_is_unpacked(room: ArtRoom):
    view = slow(room)
    drawn = of_itself(view)
    last = show(room, view, 2)
    far = view.count // 2
    assert show(room, view, far) is last
    assert pixels(show(room, view, far)) == drawn[far]


def test_on_another_screen_nothing_is_seen_of_where_it_was_on_the_one_before(room: ArtRoom):
    view = slow(room)
    drawn, far = of_itself(view), view.count // 2
    for i in range(far, far + 9):
        show(room, view, i)
    assert pixels(show(room, view, far + 8)) == drawn[far + 8] != drawn[0]
    room.next_screen()
    assert not room.store.is_open(view._slot_key(0))
    room.baker.close()
    assert pixels(view.at(0.0)[0]) == drawn[0], "as it is drawn beside the loop"


def test_all_may_be_thrown_away_at_any_time(room: ArtRoom):
    view = slow(room)
    show(room, view, 5)
    seen = pixels(show(room, view, 5))
    room.store.clear()
    with pytest.raises(NotMade), blit_only():
        view.at(5 / view.count)
    assert pixels(view.at(5 / view.count)[0]) == seen, "as it is drawn beside the loop"
    wait_for(room)
    for i in range(6, 6 + view.count):
        show(room, view, i)
    assert pixels(show(room, view, 5)) == seen


def test_a_foot_that_ends_further_on_is_never_seen_there_before_it_has_gone_again(room: ArtRoom):
    """The scene puts a bridge further on when the one before is over: its last picture would be a step too far."""
    view = slow(room, clip="caterpillar")
    assert view.advance > 0
    show(room, view, view.count - 1)
    room.store.fold(view._slot_key(0))
    room.baker.close()
    with pytest.raises(NotMade), blit_only():
        view.at(0.0)


def test_a_clip_that_does_not_go_on_stays_on_its_last_picture(room: ArtRoom):
    view = slow(room, "bo_side", "parade_bear_to_parade_giraffe")
    assert not view.loops
    shown = [pixels(show(room, view, view.count - 1)) for _ in range(3)]
    assert shown[-1] == of_itself(view)[-1]


def test_a_walk_passes_as_much_ground_as_belongs_to_the_picture_that_is_seen(room: ArtRoom):
    view = slow(room, "otto_side", "stones_walk")
    drawn = of_itself(view)
    for i in range(view.count + 5):
        frame, passed = view.walked(i / view.count * view.duration)
        at = round(passed / view.rig.scroll(view.clip) / view.scale * view.count)
        assert pixels(frame[0]) == drawn[at % view.count] and at <= i
        if i % 7:  # sometimes it falls behind
            wait_for(room)
    assert at == view.count + 4
