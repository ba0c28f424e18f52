"""The lens shows what matters of every exercise: nothing it fits is cut off, and its corners are clear."""

from __future__ import annotations

import math

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.puppet.rig import key_phases, pose_at
from game.scenes.session.crossed_out import ASIDE, DOWN
from game.ui.appearance import Appearance
from game.ui.art.art_cache import ArtRoom
from game.ui.art.lens import HOW_TO_RADIUS, RADIUS, WRONG_BAR, Framing, LensView, fitted
from game.ui.palette import HIGH_CONTRAST
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.view import Box, View
from tests.lens_picture import MIDDLE, PAPER, shown
from tests.puppet_points import LIBRARY, place

FOOT = 440  # rig units from heel to toes
EXERCISES = [e for e in read_shipped().exercises.values() if e.demonstration.mistake]


@pytest.fixture(scope="module")
def room() -> tuple[ArtRoom, Pictures]:
    init_pygame_for_pictures()
    library = ArtLibrary()
    return ArtRoom(library, 0.5, None), Pictures(library, View(640, 360))


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_a_fitted_clip_lies_inside_the_round(room, exercise):
    art, _ = room
    for clip in (exercise.demonstration.right, exercise.demonstration.mistake):
        frame = fitted(art, clip.rig, (clip.clip,), RADIUS)
        rig = art.library.rig(clip.rig)
        assert 0.2 < frame.zoom <= 1.4
        contact = (rig.origin[1] - frame.y) * frame.zoom
        assert -RADIUS < contact < RADIUS, "the ground is seen"


def test_a_long_leg_does_not_make_its_foot_small(room):
    art, _ = room
    frame = fitted(art, "foot_side", ("caterpillar",), RADIUS)
    assert FOOT * frame.zoom > RADIUS


def test_the_window_is_round(room):
    art, pictures = room
    view = LensView(art, pictures, "bo_front", "bear_walk", Framing(260, 440, 0.98))
    picture = shown(view, 0.0)
    w, h = picture.get_size()
    assert picture.get_at((0, 0))[:3] == picture.get_at((w - 1, h - 1))[:3] == PAPER
    assert not pygame.mask.from_threshold(
        picture.subsurface((w // 6, h // 6, w // 2, h // 2)), PAPER, (9, 9, 9, 255)
    ).count()


@pytest.mark.parametrize("exercise", EXERCISES[::3], ids=lambda e: e.id)
def test_a_frame_cut_for_the_round_looks_as_if_it_had_been_mixed_with_what_is_behind_there(room, exercise):
    """To the pixel within, and by the last bits in the soft pixels of the edge, which the stage mixes in another way."""
    art, pictures = room
    for clip in (exercise.demonstration.right, exercise.demonstration.mistake):
        frame = fitted(art, clip.rig, (clip.clip,), RADIUS)
        view = LensView(art, pictures, clip.rig, clip.clip, frame)
        seen = Box.around(frame.x, frame.y, RADIUS / frame.zoom)
        _, top, _, high = view.puppet.rig.view
        taller, deeper = max(0, math.ceil(top - seen.y)), max(0, math.ceil(seen.bottom - top - high))
        bare = art.puppet(
            clip.rig, clip.clip, scale=frame.zoom, has_shadow=False, seen=seen, taller=taller, deeper=deeper
        )  # fmt: skip
        picture, (dx, dy) = bare.frame(0.3)
        n, k = view.ground.get_width(), bare.pixels
        mixed = view.ground.copy()
        aside, down = (bare.rig.origin[0] - frame.x) * k, (bare.rig.origin[1] - frame.y) * k
        mixed.blit(picture, (round(n / 2 + aside + dx), round(n / 2 + down + dy)))
        mixed.blit(view._pane._disc(pictures), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        page = pygame.Surface((n, n))
        page.fill(PAPER)
        page.blit(mixed, (0, 0))
        found, within = shown(view, 0.3), pygame.mask.from_surface(mixed, 254)
        wrong = pygame.mask.from_threshold(found, PAPER, (1, 1, 1, 255), page)
        wrong.invert()
        assert not wrong.overlap_area(within, (0, 0)), clip.clip
        wrong = pygame.mask.from_threshold(found, PAPER, (4, 4, 4, 255), page)
        wrong.invert()
        assert not wrong.count(), clip.clip


def test_a_lens_whose_frames_are_made_mixes_nothing(room):
    art, pictures = room
    view = LensView(art, pictures, "bo_front", "bear_walk", Framing(260, 440, 0.98))
    first = shown(view, 0.0).copy()
    stage = Stage(pygame.Surface((640, 360)))
    stage.backdrop(pygame.Surface((640, 360)))
    for _ in range(2):
        view.show(stage, 0.0, *MIDDLE)
        rects = stage.present()
    assert not rects, "the very same pictures"
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(shown(view, 0.0), "RGB")


def test_in_other_colours_the_lens_has_another_ground_and_other_frames(room):
    art, pictures = room
    other = Pictures(pictures.drawings, View(640, 360), Appearance(palette=HIGH_CONTRAST))
    one, two = (LensView(art, p, "bo_front", "bear_walk", Framing(260, 440, 0.98)) for p in (pictures, other))
    assert one.puppet is not two.puppet
    assert one.puppet.frame(0.0)[0] is not two.puppet.frame(0.0)[0]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_what_crosses_a_mistake_out_never_hides_what_is_wrong(room, exercise):
    """Wherever the puppet is, it is seen; the bar lies behind it, and is seen beside it."""
    art, pictures = room
    clip = exercise.demonstration.mistake
    frame = fitted(art, clip.rig, (clip.clip,), HOW_TO_RADIUS)
    crossed = LensView(art, pictures, clip.rig, clip.clip, frame, radius=HOW_TO_RADIUS, is_wrong=True)
    bar = pygame.mask.from_threshold(shown(crossed, 0.3), WRONG_BAR, (14, 14, 14, 255))
    whole = pygame.mask.from_threshold(crossed.ground, WRONG_BAR, (14, 14, 14, 255))
    bare = art.puppet(clip.rig, clip.clip, scale=frame.zoom, has_shadow=False, grey=True)
    puppet, (dx, dy) = bare.frame(0.3)
    aside = (crossed.puppet.rig.origin[0] - frame.x) * crossed.puppet.pixels
    down = (crossed.puppet.rig.origin[1] - frame.y) * crossed.puppet.pixels
    half = crossed.ground.get_width() / 2
    solid = pygame.mask.from_surface(puppet, 250)
    at = round(half + aside + dx), round(half + down + dy)
    assert bar.overlap_area(solid, at) <= 0.01 * solid.count()
    assert bar.count() > 0.25 * whole.count() > 100, "it is still seen to be crossed out"


@pytest.mark.parametrize("clips", [("magic_circle", "wrong_magic"), ("ball_roll", "wrong_roll"), ("caterpillar",)])
def test_a_fitted_window_shows_the_sleeve_and_no_leg_that_ends_in_the_air(room, clips: tuple[str, ...]):
    frame = fitted(room[0], "foot_side", clips, HOW_TO_RADIUS)
    half = HOW_TO_RADIUS / frame.zoom
    assert LIBRARY.rig("foot_side").view[1] <= frame.y - half, "the leg comes in from beyond the window"
    for clip in clips:
        for phase in key_phases(LIBRARY.rig("foot_side"), clip):
            sleeve = place("foot_side", clip, phase, "cuff")
            assert math.dist(sleeve, (frame.x, frame.y)) <= half, f"{clip}: the sleeve is outside"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_nothing_ends_above_the_lower_edge_of_a_window_because_its_puppets_view_does(room, exercise):
    """The crab's legs ended in the air, and a treasure that fell was cut off straight."""
    art, pictures = room
    shown = exercise.demonstration
    own = shown.lens and (shown.lens.rig, shown.lens.clip, Framing(shown.lens.x, shown.lens.y, shown.lens.zoom))
    wrong = shown.mistake.rig, shown.mistake.clip
    for rig, clip, frame in (
        (own, (*wrong, own[2] if own and own[0] == wrong[0] else None)) if own else ((*wrong, None),)
    ):
        frame = frame or fitted(art, rig, (clip,), HOW_TO_RADIUS)
        puppet = LensView(art, pictures, rig, clip, frame, radius=HOW_TO_RADIUS).puppet
        _, top, _, high = puppet._view
        half = HOW_TO_RADIUS / frame.zoom
        assert top <= frame.y - half + 1 and top + high >= frame.y + half - 1


@pytest.mark.parametrize(("clip", "is_wrong"), [("rope_walk", False), ("wrong_rope", True)])
def test_the_rope_lies_from_edge_to_edge_of_a_window_on_the_rope_walk(room, clip: str, is_wrong: bool):
    """Without it the friend walked on water."""
    art, pictures = room
    frame = fitted(art, "otto_side", ("rope_walk", "wrong_rope"), HOW_TO_RADIUS)
    view = LensView(art, pictures, "otto_side", clip, frame, radius=HOW_TO_RADIUS, is_wrong=is_wrong)
    bare = LensView(art, pictures, "otto_side", "stones_walk", frame, radius=HOW_TO_RADIUS, is_wrong=is_wrong)
    strip = round(view.radius + (498 + 18 - frame.y) * frame.zoom)
    half = math.sqrt(HOW_TO_RADIUS**2 - (strip - HOW_TO_RADIUS) ** 2)
    k = view.ground.get_width() / (2 * HOW_TO_RADIUS)
    inside = 44 if is_wrong else 6  # there lie ring and bar
    for x in (HOW_TO_RADIUS - half + inside, HOW_TO_RADIUS + half - inside):
        at = round(x * k), round(strip * k)
        assert view.ground.get_at(at) != bare.ground.get_at(at)


def wobbles(rig: str, clip: str, phase: float) -> list[tuple[float, float]]:
    """Corners of the little lines that say that something shakes, in the rig's own units, those of its actors too."""
    values = LIBRARY.rig(rig)
    pose = pose_at(values, clip, phase)
    found = []
    for name, part in values.parts.items():
        own = pose.get(name, {})
        if part.svg == "fx/wobble.svg" and own.get("show", part.show) and own.get("op", 1) > 0.3:
            found += [place(rig, clip, phase, name, (x, y)) for x in (14, 46) for y in (10, 50)]
    for name, actor in values.actors.items():
        own = pose.get(name, {})
        if own.get("show", actor.show):
            x, y = actor.at[0] + own.get("x", 0), actor.at[1] + own.get("y", 0)
            ox, oy = LIBRARY.rig(actor.rig).origin
            inner = wobbles(actor.rig, own.get("clip", actor.clip), (phase * actor.times + actor.phase) % 1)
            found += [(x + (px - ox) * actor.scale * actor.flip, y + (py - oy) * actor.scale) for px, py in inner]
    return found


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_what_shakes_is_marked_inside_the_ring_that_crosses_a_mistake_out(room, exercise):
    """On the ring, or behind the cross at the window's edge, the marks were not seen."""
    shown, wrong = exercise.demonstration, exercise.demonstration.mistake
    close = shown.lens if shown.lens and shown.lens.rig == wrong.rig == shown.beside_mistake.rig else None
    seen = [clip.clip for clip in (shown.right, wrong) if clip.rig == wrong.rig]
    frame = Framing(close.x, close.y, close.zoom) if close else fitted(room[0], wrong.rig, tuple(seen), HOW_TO_RADIUS)
    for i in range(12):
        for x, y in wobbles(wrong.rig, wrong.clip, i / 12):
            assert math.dist((x, y), (frame.x, frame.y)) * frame.zoom <= HOW_TO_RADIUS - 15, (i / 12, x, y)


def test_tick_and_cross_lie_over_nothing_that_is_shown():
    assert math.hypot(ASIDE, DOWN) - 44 >= HOW_TO_RADIUS
