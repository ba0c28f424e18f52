"""On every window's shape a child's button stands where it belongs: in the window's margin, or on its paper."""

from __future__ import annotations

import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen.screen import Screen
from game.scenes.session import tray as play_tray
from game.scenes.session.demonstration import deeper, pose
from game.ui.view import DESIGN, Anchor, Box
from game.ui.widgets import RoundButton, check_layout

SHAPES = ((1024, 768), (1280, 800), (2560, 1080), (3440, 1440))
MARGIN = 160.0  # design units from two edges to a button's middle: it stands in the corner
GROWN_UPS = ("first_start", "parent", "trouble")
ON_A_BOOK = ("story", "stickers")  # its corners are the buttons' place, wherever the book lies
NEAR = 0.01


def corner(box: Box) -> tuple[int, int]:
    """-1 left or above, 1 right or below, of the corner a button of the 16:9 layout stands in; 0 is neither."""
    x, y = box.centre
    across = -1 if x < MARGIN else 1 if x > DESIGN[0] - MARGIN else 0
    down = -1 if y < MARGIN else 1 if y > DESIGN[1] - MARGIN else 0
    return across, down


def to_edge(box: Box, seen: Box, of: tuple[int, int]) -> tuple[float, float]:
    """How far it is from there to the two edges of that corner of the window."""
    x = box.x - seen.x if of[0] < 0 else seen.right - box.right
    y = box.y - seen.y if of[1] < 0 else seen.bottom - box.bottom
    return x, y


@pytest.mark.parametrize("group", [name for name in SCREENS if not name.startswith(GROWN_UPS)])
def test_a_corners_button_stays_in_it_and_every_target_is_whole_and_free(group: str) -> None:
    init_pygame_for_pictures()
    game, wrong = demo_game(DESIGN), []
    for state, scene in SCREENS[group].scenes(game.context):
        if not isinstance(scene, Screen) or not scene.is_child:
            continue
        scene.fit()
        plain = {widget.name: widget for widget in scene.widgets}
        for shape in SHAPES:
            game.resized(game.context, shape)
            scene.fit()
            seen = game.context.pictures.view.visible()
            wrong += [(state, shape, why) for why in check_layout(scene.widgets, seen)]
            if scene.name in ON_A_BOOK:
                continue
            for widget in scene.widgets:
                of = corner(plain[widget.name].box)
                if not isinstance(widget.look, RoundButton) or 0 in of:
                    continue
                was, now = to_edge(plain[widget.name].box, Box(0, 0, *DESIGN), of), to_edge(widget.box, seen, of)
                if max(abs(a - b) for a, b in zip(was, now)) > NEAR:
                    wrong.append((state, shape, f"{widget.name} stands {now} from its corner instead of {was}"))
        game.resized(game.context, DESIGN)
    game.close()
    assert not wrong


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_what_the_picture_is_about_stays_in_its_middle(shape: tuple[int, int]) -> None:
    init_pygame_for_pictures()
    game = demo_game(DESIGN)
    for state, scene in SCREENS["home/choose"].scenes(game.context):
        assert isinstance(scene, Screen)
        plain = {widget.name: widget.box for widget in scene.widgets}
        game.resized(game.context, shape)
        scene.fit()
        friends = [widget for widget in scene.widgets if not isinstance(widget.look, RoundButton)]
        assert friends and all(widget.box == plain[widget.name] for widget in friends), state
        game.resized(game.context, DESIGN)
    game.close()


@pytest.mark.parametrize("shape", (DESIGN, *SHAPES), ids=str)
def test_a_leg_seen_from_above_ends_behind_the_tray_wherever_that_lies(shape: tuple[int, int]) -> None:
    init_pygame_for_pictures()
    game = demo_game(shape)
    ctx, seen = game.context, set()
    tray = ctx.pictures.view.anchored(play_tray.TARGET, Anchor.BOTTOM)
    for exercise in ctx.catalogue.exercises.values():
        clip = exercise.demonstration.right
        if exercise.demonstration.close_up and clip.rig in ("foot_top", "feet_top"):
            rig, at = ctx.art.library.rig(clip.rig), pose(exercise, clip, None)
            below = rig.view[1] + rig.view[3] - rig.origin[1] + deeper(ctx, clip.rig, at.y, at.scale)
            assert tray.y < at.y + below * at.scale < tray.bottom, exercise.id
            seen |= {clip.rig}
    assert seen == {"foot_top", "feet_top"}, "else this would prove nothing"
    game.close()
